package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/cmd/fangkong/office"
	"fangkong/cmd/fangkong/settings"
	"fangkong/schedule"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// run runs the bot until ctx ends.
func run(ctx context.Context, o RunOptions) error {
	c := console{os.Stdout, o.Lang}
	log := zerolog.New(os.Stderr).With().Timestamp().Logger()
	s, roster, faults := settings.Examine(o.Config, o.roster())
	if o.Data != "" {
		s.Data = o.Data
	}
	// The roster file only seeds an empty store: once people work in it the store wins, and the file need not even be there.
	if _, err := os.Stat(s.Data); err == nil {
		_, faults = settings.Load(o.Config)
		faults = append(faults, s.Check()...)
	}
	if len(faults) > 0 {
		return c.faults(faults)
	}
	if err := c.address(o.API); err != nil {
		return err
	}
	if err := o.webhook(c); err != nil {
		return err
	}
	var door net.Listener
	if o.Listen != "" {
		var err error
		if door, err = c.listen(o.Listen); err != nil {
			return err
		}
		defer func() { _ = door.Close() }()
	}
	token, err := o.token(c, s)
	if err != nil {
		return err
	}
	refused := errors.New(c.in("Telegram 不认这个令牌（抄错或已被吊销），请向 BotFather 核对", "Telegram refuses the token (mistyped, or revoked); check with BotFather"))
	alive := alivePath(s.Data, o.Alive)
	before, _ := heard(alive) // none, or not to be read: not known
	h, err := office.Open(ctx, office.Options{
		Last:    before.Heard(),
		College: s.College, Zone: s.Zone, Times: s.Times, Data: s.Data, Backups: backups(s, s.Data), Backup: s.Backup.At, Check: s.SelfCheck, Webhook: o.Webhook, Token: token, API: o.API, Now: time.Now, Log: log, Waiting: func(err error) { c.unreached(o.API, err) },
		Seed: func(b workgroup.Book, now time.Time) { roster.Seed(b, now) },
	})
	var trouble *telegram.Error
	switch {
	case errors.As(err, &trouble) && trouble.TokenRefused():
		return refused
	case errors.Is(err, telegram.ErrNoToken):
		return errors.New(c.in("令牌写得不对，应像 123456789:AA…，请从 BotFather 那里整段复制", "that is no token; it looks like 123456789:AA…: copy all of it from BotFather"))
	case errors.As(err, &trouble), ctx.Err() != nil:
		return err
	case err != nil:
		return c.data(s.Data, err)
	}
	if err := o.greet(c, h, s, log); err != nil {
		return errors.Join(err, h.Close())
	}
	beats, stop := context.WithCancel(ctx)
	var beating sync.WaitGroup
	outside, state := telegram.NewHTTP(2), &watched{console: c, pulse: h.Pulse, probe: h.Store.Probe}
	beating.Go(func() {
		heartbeat(beats, alive, h.Pulse, func() error {
			if s.Touch == "" || state.well() != nil {
				return nil
			}
			return touch(beats, outside, s.Touch)
		}, log)
	})
	if door != nil {
		go answerOn(beats, door, doors(state, h), log)
	}
	sheets := &sheetKeeper{data: s.Data, make: h.CallSheet, sheetRenderer: sheetRenderer{c, h.Bot.Texts}}
	go sheets.keep(beats, log)
	// Without its socket the bot does all its other work.
	if control, err := listenOwner(controlPath(s.Data)); err != nil {
		log.Warn().Err(err).Msg("“backup” and “verify” cannot ask this bot")
	} else {
		go attend(beats, control, h, log)
	}
	err = h.Run(ctx)
	stop()
	beating.Wait()
	if still := rest(alive, time.Now().In(s.College.Zone)); still != nil {
		log.Warn().Err(still).Msg("heartbeat")
	}
	if errors.Is(err, telegram.ErrToken) {
		err = refused
	}
	log.Info().Msg("stopped")
	return errors.Join(err, h.Close())
}

// token is the bot's: from the environment, else from the file named, trimmed; it never reaches a log.
func (o RunOptions) token(c console, s settings.Settings) (string, error) {
	if t := strings.TrimSpace(os.Getenv("FANGKONG_TOKEN")); t != "" {
		return t, nil
	}
	path := o.TokenFile
	if path == "" {
		path = s.TokenFile
	}
	if path == "" {
		return "", errors.New(c.in("没有令牌：设 FANGKONG_TOKEN，或用 --token-file 指明文件", "no token: set FANGKONG_TOKEN, or name a file with --token-file"))
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", c.file(path, err)
	}
	if t := strings.TrimSpace(string(raw)); t != "" {
		return t, nil
	}
	return "", errors.New(c.in("令牌文件 "+path+" 是空的", "the token file "+path+" is empty"))
}

// greet says what is starting, and, as long as nobody of the office is known, how the first administrator makes
// themselves known.
func (o RunOptions) greet(c console, h *office.Office, s settings.Settings, log zerolog.Logger) error {
	now := time.Now().In(s.College.Zone)
	line := log.Info().Str("version", versionText()).Int("schema", store.Schema()).Str("zone", s.Zone).Str("bot", h.Bot.Username)
	for i, m := range next(h.Day, now, 3) {
		line = line.Str(fmt.Sprintf("next%d", i+1), m.Name+" "+m.At.Format("2006-01-02 15:04"))
	}
	line.Msg("started")

	administrators := 0
	err := h.Store.View(func(b workgroup.Book) error {
		for _, p := range workgroup.Holders(b, workgroup.Admin) {
			if p.Telegram != 0 {
				administrators++
			}
		}
		return nil
	})
	if err != nil || administrators > 0 {
		return err
	}
	code := rand.Text()[:12]
	if err := h.Store.Update(func(b workgroup.Book) error { workgroup.IssueCode(b, code); return nil }); err != nil {
		return err
	}
	c.say("还没有管理员。第一位管理员请私聊 @%s 发送（只能用一次）：", "There is no administrator yet. The first one sends this to @%s in private (once only):", h.Bot.Username)
	c.say("    /start %s", "    /start %s", code)
	return nil
}

// next are the next few deadlines.
func next(day schedule.Day, after time.Time, n int) []schedule.Moment {
	var out []schedule.Moment
	for range n {
		m, ok := day.Next(after)
		if !ok {
			break
		}
		out, after = append(out, m), m.At
	}
	return out
}

// heartbeat writes down each minute how the work goes, and tells it outside. A house that cannot even write it down falls silent.
func heartbeat(ctx context.Context, path string, pulse func() (office.Pulse, error), told func() error, log zerolog.Logger) {
	beats := time.NewTicker(time.Minute)
	defer beats.Stop()
	for {
		p, err := pulse()
		if err == nil {
			err = beat(path, p)
		}
		if err == nil {
			err = told()
		}
		if err != nil {
			log.Warn().Err(err).Msg("heartbeat")
		}
		select {
		case <-ctx.Done():
			return
		case <-beats.C:
		}
	}
}
