// Package errand does what needs I/O and is no letter: it fetches an uploaded roster, makes a workbook, a picture or a document, sets the
// menus of commands, and asks Telegram and the machine how the bot is.
//
//	conversation ─► Errand in the book ─► Runner ─┬─ Telegram: files, menus, rights
//	                        ▲                     ├─ paper: workbooks, pictures, documents
//	                        │ one commit          └─ the machine: disk, backup, clock
//	                conversation ◄── Done{Errand, Result}
//
// An errand is claimed in one commit, done outside of any, and its result is an input like any other: what follows from it is decided by the
// conversation, which looks again who may still read it.
package errand

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/card"
	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// Done is the result of an errand: an input like any other.
type Done struct {
	Errand workgroup.Errand
	Result any
}

// The kinds of errand, each with its object.
const (
	ForRights   = "rights"   // what the bot may do in a group: its chat
	ForRota     = "rota"     // an uploaded duty roster is fetched: its file id
	ForDoctor   = "doctor"   // how the bot itself is
	ForMenus    = "menus"    // the menus of commands that are not what they should be are set
	ForPaper    = "paper"    // a paper of a date, for whoever asked for it: date/paper; of a pack as it was frozen: date/version/paper
	ForOwn      = "own"      // a workbook of a unit's own figures, for one of its heads: date/unit
	ForRegister = "register" // the register of a year, for whoever asked for it: year/register
	ForOfficial = "official" // a report's document and its annex, for whoever asked; of one that was just signed, to be kept for good: its key/version
	ForMinutes  = "minutes"  // the minutes of a meeting, for whoever asked, else for everybody whose meeting it was: its key
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
	*card.Teller
	ID       int64     // the bot's own, from getMe
	Commands []Command // in the order of the menus
	Desk     Desk
	Rules    workgroup.Rules // which decide over results
	Asked    Asked
	Machine  func() Machine
	Now      func() time.Time
	Done     func() // after a result was applied

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
	case ForRights:
		return r.rights(ctx, e)
	case ForRota:
		return r.fetchRota(ctx, e)
	case ForDoctor:
		return r.examine(ctx)
	case ForMenus:
		return r.setMenus(ctx)
	case ForPaper:
		return r.makePaper(ctx, e)
	case ForOwn:
		return r.makeOwn(ctx, e)
	case ForRegister:
		return r.makeRegister(ctx, e)
	case ForOfficial:
		return r.makeOfficial(ctx, e)
	case ForMinutes:
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

func asTrouble(err error) *telegram.Error {
	var e *telegram.Error
	_ = errors.As(err, &e)
	return e
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
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(5 * time.Second):
		}
	}
}
