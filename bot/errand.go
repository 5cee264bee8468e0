package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/go-telegram/bot/models"
	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// Done is the result of an errand: an input like any other.
type Done struct {
	Errand workgroup.Errand
	Result any
}

// The kinds of errand.
const (
	rightsErrand = "rights" // may we pin and delete in this group?
	rotaErrand   = "rota"   // fetch an uploaded duty roster, by its file id
	doctorErrand = "doctor" // how is the bot itself?
)

// Desk is where errands wait and where their results are decided over.
type Desk interface {
	View(func(workgroup.Book) error) error
	Update(func(workgroup.Book) error) error
	Apply([]workgroup.Input, workgroup.Rules) ([]workgroup.Answer, error)
}

// Asked is what errands ask of Telegram.
type Asked interface {
	GetMe(ctx context.Context) (models.User, error)
	ChatMember(ctx context.Context, chat, user int64) (models.ChatMember, error)
	// SetCommands sets a menu of commands in a scope, in a language when it is not empty; DeleteCommands takes it away.
	SetCommands(ctx context.Context, commands []models.BotCommand, scope models.BotCommandScope, language string) error
	DeleteCommands(ctx context.Context, scope models.BotCommandScope) error
	// Download fetches a file by its id; one longer than most is refused.
	Download(ctx context.Context, id string, most int) ([]byte, error)
	// Uploads shows in a chat that a picture, or another file, is on its way.
	Uploads(ctx context.Context, chat int64, picture bool) error
}

// Runner does errands: what needs I/O and is no letter. An errand is claimed in one commit, done outside of any, and its
// result applied in another; a crash between them has it done again.
type Runner struct {
	Desk    Desk
	Rules   *Bot
	Asked   Asked
	Machine func() Machine
	Now     func() time.Time
	Done    func() // after a result was applied
	Log     zerolog.Logger

	menusFor uint64 // a digest of the people for whom every menu is set
}

// Drain does every errand that may be done now, and returns how many and when the next may be (zero: none waits).
func (r *Runner) Drain(ctx context.Context) (n int, next time.Time, err error) {
	now := r.Now()
	var ready []workgroup.Errand
	err = r.Desk.View(func(b workgroup.Book) error {
		for e := range workgroup.Errands.Each(b, "") {
			switch {
			case !e.Wait.After(now):
				ready = append(ready, e)
			case next.IsZero() || e.Wait.Before(next):
				next = e.Wait
			}
		}
		return nil
	})
	for _, e := range ready {
		if err != nil || ctx.Err() != nil {
			return n, next, err
		}
		if err = r.do(ctx, e, now); err == nil {
			n++
		}
	}
	return n, next, err
}

// do claims an errand, does it and applies its result. An errand that cannot be done now waits, longer each time.
func (r *Runner) do(ctx context.Context, e workgroup.Errand, now time.Time) error {
	e.Tries++
	e.Wait = now.Add(min(time.Minute<<min(e.Tries, 10), 6*time.Hour))
	if err := r.Desk.Update(func(b workgroup.Book) error { workgroup.Errands.Put(b, e); return nil }); err != nil {
		return err
	}
	result, err := r.run(ctx, e)
	switch {
	case err != nil && makesPaper(e.Kind) && e.Tries >= fetchTries:
		r.Log.Error().Str("trouble", trouble(err)).Uint64("errand", e.ID).Str("kind", e.Kind).Int("tries", e.Tries).Msg("errand given up; people are told")
		result = Failed{}
	case err != nil:
		r.Log.Warn().Str("trouble", trouble(err)).Uint64("errand", e.ID).Str("kind", e.Kind).Int("tries", e.Tries).Msg("errand not done; later again")
		return nil
	}
	_, err = r.Desk.Apply([]workgroup.Input{{Mark: fmt.Sprintf("e%d", e.ID), Now: now, Stored: now, Body: Done{e, result}}}, r.Rules)
	if err == nil {
		r.Done()
	}
	return err
}

func (r *Runner) run(ctx context.Context, e workgroup.Errand) (any, error) {
	switch e.Kind {
	case rightsErrand:
		return r.rights(ctx, e)
	case rotaErrand:
		return r.fetchRota(ctx, e)
	case doctorErrand:
		return r.examine(ctx)
	case menusErrand:
		return r.setMenus(ctx)
	case papersErrand:
		return r.makePaper(ctx, e)
	case ownErrand:
		return r.makeOwn(ctx, e)
	case registerErrand:
		return r.makeRegister(ctx, e)
	case officialErrand:
		return r.makeOfficial(ctx, e)
	case minutesErrand:
		return r.makeMinutes(ctx, e)
	}
	return nil, fmt.Errorf("errand %d: kind %q unknown", e.ID, e.Kind)
}

// trouble is what the log says of an error: what Telegram answered, else only what sort of error it is. What a library says of a paper may
// hold what stands in it.
func trouble(err error) string {
	if told := asTrouble(err); told != nil {
		return told.Error()
	}
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	return fmt.Sprintf("%T", err)
}

// fetchRota fetches and reads an uploaded roster. What cannot be had is told to its sender: at once when asking again cannot help,
// and else after some tries.
func (r *Runner) fetchRota(ctx context.Context, e workgroup.Errand) (any, error) {
	raw, err := r.Asked.Download(ctx, e.Object, largestFile)
	var told *telegram.Error
	switch {
	case err == nil:
		name, _ := e.Facts["name"].(string)
		zone := r.Rules.College.Zone
		return readRota(name, raw, workgroup.DateOf(e.Written.In(zone)), zone), nil
	case errors.As(err, &told) && told.Lasting() || e.Tries >= fetchTries:
		return RotaFile{Failure: "fetch"}, nil
	}
	return nil, err
}

// Run does errands until the context ends. It looks each few seconds: nobody waits for an errand as for an answer.
func (r *Runner) Run(ctx context.Context) error {
	for {
		if err := r.KeepMenus(); err != nil {
			r.Log.Error().Err(err).Msg("menus of commands")
		}
		if _, _, err := r.Drain(ctx); err != nil {
			r.Log.Error().Err(err).Msg("errands")
		}
		if !rest(ctx, 5*time.Second) {
			return nil
		}
	}
}

// done decides over an errand's result.
func (bot *Bot) done(b workgroup.Book, d Done, now time.Time) {
	workgroup.Errands.Drop(b, d.Errand.Key())
	if _, failed := d.Result.(Failed); failed {
		bot.paperFailed(b, d.Errand, now)
		return
	}
	if file, ok := d.Result.(RotaFile); ok {
		bot.rotaFetched(b, d.Errand, file, now)
		return
	}
	if set, ok := d.Result.(MenusSet); ok {
		set.keep(b)
		return
	}
	if x, ok := d.Result.(Examination); ok {
		bot.examined(b, d.Errand, x, now)
		return
	}
	if made, ok := d.Result.(Paper); ok {
		bot.paperMade(b, d.Errand, made, now)
		return
	}
	if made, ok := d.Result.(MinutesMade); ok {
		bot.minutesMade(b, d.Errand, made, now)
		return
	}
	if made, ok := d.Result.(OfficialMade); ok {
		bot.officialMade(b, d.Errand, made, now)
		return
	}
	if rights, ok := d.Result.(Rights); ok {
		bot.rightsKnown(b, d.Errand.Object, rights, now)
	}
}
