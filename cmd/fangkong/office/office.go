// Package office puts the house together: the store, the conversation, the clock and the two doors to Telegram. It is the
// one place that knows all of them; none of them knows another.
//
//	Telegram ─► poller ─► inbox ─► applier ─┐
//	                                        ├─► rules over the book, one commit ─► courier ─► Telegram
//	clock ────► sweeper ────────────────────┘
package office

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/rs/zerolog"
	"golang.org/x/sync/errgroup"

	"fangkong/bot"
	"fangkong/bot/card"
	"fangkong/bot/courier"
	"fangkong/bot/errand"
	"fangkong/bot/telegram"
	"fangkong/bot/text"
	"fangkong/schedule"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// Options are what an office is opened with.
type Options struct {
	College workgroup.College
	Zone    string            // the name of College.Zone
	Times   map[string]string // step → time of day, or a cron expression
	Data    string            // the store's file
	Backups store.Backups     // where it is backed up; without a folder it is not
	Backup  string            // when, each day: a time of day, or a cron expression
	Check   string            // when, each day, the bot looks at its own state; empty: never by itself
	Token   string
	API     string       // empty: Telegram's own
	Webhook string       // where Telegram brings the updates; empty: it is asked for them
	HTTP    *http.Client // nil: a client of our own; a proxy in the environment is used
	Now     func() time.Time
	Log     zerolog.Logger
	Texts   *text.Texts                     // nil: loaded, with the college's names for its bodies
	Seed    func(workgroup.Book, time.Time) // called on the store before anything else
	Last    time.Time                       // the house was last known to be up; zero: not known
	Limits  courier.Limits
	Waiting func(error)            // wait for Telegram at the start instead of giving up (after a power cut the network comes later); told once why
	Crash   func(commit int) error // tests: cut the store at a commit
}

// Office is the house, assembled and not yet running.
type Office struct {
	Store   *store.Store
	Bot     *bot.Bot
	Client  *telegram.Client
	Poller  *telegram.Poller
	Webhook *telegram.Webhook // nil where updates are asked for
	Applier *bot.Applier
	Sweeper *schedule.Sweeper
	Courier *courier.Courier
	Errands *errand.Runner
	Day     schedule.Day

	log    zerolog.Logger
	now    func() time.Time
	opened time.Time

	backups   store.Backups
	backupDay schedule.Day
	checkDay  schedule.Day
	data      string
	metrics   *metrics
	backing   sync.Mutex
	tryAgain  time.Time // not before this a backup that failed
}

// Open opens the store and assembles the house around it. Who the bot is, is asked of Telegram: a refused token or a
// server that cannot be reached is told here, before anything is promised.
func Open(ctx context.Context, o Options) (*Office, error) {
	now := func() time.Time { return o.Now().In(o.College.Zone) }
	day, err := schedule.NewDay(o.Zone, o.Times)
	if err != nil {
		return nil, err
	}
	backupDay := schedule.Day{}
	checkDay := schedule.Day{}
	if o.Check != "" {
		if checkDay, err = schedule.NewDay(o.Zone, map[string]string{"check": o.Check}); err != nil {
			return nil, err
		}
	}
	if o.Backups.Dir != "" {
		if backupDay, err = schedule.NewDay(o.Zone, map[string]string{"backup": o.Backup}); err != nil {
			return nil, err
		}
	}
	texts := o.Texts
	if texts == nil {
		if texts, err = text.Load(o.College.Bodies); err != nil {
			return nil, err
		}
	}
	if o.HTTP == nil {
		o.HTTP = telegram.NewHTTP(16)
	}
	wire := telegram.Options{Token: o.Token, URL: o.API, HTTP: o.HTTP, Now: now}
	client, err := telegram.NewClient(wire)
	if err != nil {
		return nil, err
	}
	// A file that cannot be opened is told at once, whether Telegram answers or not; a new one is made only when it does.
	var s *store.Store
	if _, err := os.Stat(o.Data); err == nil {
		if s, err = o.store(now); err != nil {
			return nil, err
		}
	}
	id, name, err := o.whoWeAre(ctx, client)
	if err == nil && s == nil {
		s, err = o.store(now)
	}
	if err != nil {
		if s != nil {
			err = errors.Join(err, s.Close())
		}
		return nil, err
	}
	h := &Office{Store: s, Client: client, Day: day, log: o.Log, now: now, opened: now(), backups: o.Backups, backupDay: backupDay, checkDay: checkDay, data: o.Data, metrics: newMetrics()}
	if o.Seed != nil {
		if err := s.Update(func(b workgroup.Book) error { o.Seed(b, now()); return nil }); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	teller := card.NewTeller(o.College, texts, o.Log)
	h.Bot = bot.New(bot.Options{Teller: teller, ID: id, Username: name, Steps: h.steps})
	if err := s.Update(func(b workgroup.Book) error {
		o.College.Returned(b, workgroup.BotDown, o.Last, now())
		o.College.Reform(b, now())
		o.College.CheckLadder(b, now()) // the roster may have changed while the house was closed
		o.College.CheckDelegations(b, now())
		o.College.CheckSending(b, now())
		return nil
	}); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	h.Courier = courier.New(courier.Options{Outbox: s, Telegram: client, Renderer: card.Renderer{Teller: teller, Username: name}, Log: o.Log, Now: now,
		Limits: o.Limits, OnMigrate: h.Bot.Migrated, OnLost: h.Bot.Lost, Lost: func() { h.Sweeper.Kick() }, OnPosted: h.Bot.Posted, OnOutcome: h.metrics.sent})
	h.Sweeper = schedule.NewSweeper(s, h.Bot, now, schedule.Options{
		Before: h.missing, Swept: func(int) { h.Courier.Kick() }, Late: h.metrics.done,
		Report: func(err error) { o.Log.Error().Err(err).Msg("sweep") },
	})
	h.Applier = bot.NewApplier(bot.Applier{Inbox: s, Rules: h.Bot, Now: now, Toast: h.Courier.Toast, Log: o.Log,
		Done: func() { h.Courier.Kick(); h.Sweeper.Kick() }})
	h.Errands = &errand.Runner{Teller: teller, ID: id, Commands: bot.Commands(), Desk: s, Rules: h.Bot, Asked: client, Machine: h.machine, Now: now, Done: h.Courier.Kick}
	ahead := func(u []workgroup.Received) { h.metrics.received(u); h.Applier.Ahead(u) }
	h.Poller = telegram.NewPoller(telegram.PollerOptions{Options: wire, Inbox: s, Ahead: ahead, Back: h.back, Kick: h.Applier.Kick, Log: o.Log, Now: now})
	if o.Webhook != "" {
		h.Webhook = telegram.NewWebhook(h.Poller, o.Webhook)
	}
	h.metrics.MustRegister(holdings{h})
	return h, nil
}

func (o Options) store(now func() time.Time) (*store.Store, error) {
	return store.Open(o.Data, store.Options{Now: now, Backups: o.Backups, Crash: o.Crash})
}

// whoWeAre asks Telegram for the bot's id and username, as often as it takes when o.Waiting is set.
func (o Options) whoWeAre(ctx context.Context, client *telegram.Client) (id int64, username string, err error) {
	me, err := client.GetMe(ctx)
	told := false
	for pause := time.Second; o.Waiting != nil && err != nil && ctx.Err() == nil && !refused(err); pause = min(2*pause, time.Minute) {
		if !told {
			o.Waiting(err)
			told = true
		}
		o.Log.Warn().Err(err).Str("server", o.API).Dur("again_in", pause).Msg("Telegram cannot be reached")
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
		me, err = client.GetMe(ctx)
	}
	if err != nil {
		return 0, "", fmt.Errorf("asking Telegram who we are: %w", err)
	}
	return me.ID, me.Username, nil
}

// refused tells whether asking again cannot help.
func refused(err error) bool {
	var e *telegram.Error
	return errors.As(err, &e) && e.TokenRefused()
}

// steps are the timetable of a date, as a round keeps them.
func (h *Office) steps(d workgroup.Date) []workgroup.Step {
	var out []workgroup.Step
	for _, m := range h.Day.On(d.In(h.Day.Zone())) {
		out = append(out, workgroup.Step{Name: workgroup.StepName(m.Name), At: m.At})
	}
	return out
}

// missing asks for the rounds the clock has yet to open.
func (h *Office) missing(now time.Time) (inputs []workgroup.Input) {
	// What people did before a deadline is decided before the deadline is: their update may be on disk and still wait.
	if _, err := h.Applier.Drain(); err != nil {
		h.log.Error().Err(err).Msg("inbox not applied before the sweep")
	}
	err := h.Store.View(func(b workgroup.Book) error { inputs = h.Bot.Missing(b, now); return nil })
	if err != nil {
		h.log.Error().Err(err).Msg("rounds not looked up")
	}
	return inputs
}

// back notes that Telegram was out of reach while the house was up.
func (h *Office) back(last time.Time) {
	err := h.Store.Update(func(b workgroup.Book) error {
		h.Bot.College.Returned(b, workgroup.TelegramAway, last, h.now())
		return nil
	})
	if err != nil {
		h.log.Error().Err(err).Time("since", last).Msg("outage not noted")
	}
}

// Run works until the context ends: then the doors close first, what was received is applied, what is being sent is
// recorded, and nothing is lost.
func (h *Office) Run(ctx context.Context) error {
	doors, closeDoors := context.WithCancel(ctx)
	defer closeDoors()
	g, inside := errgroup.WithContext(context.WithoutCancel(ctx))
	work, stop := context.WithCancel(inside)
	g.Go(func() error {
		defer stop() // the doors are closed: the rooms may finish
		if h.Webhook != nil {
			return h.Webhook.Run(doors)
		}
		return h.Poller.Run(doors)
	})
	g.Go(func() error { return h.Applier.Run(work) })
	g.Go(func() error { return h.Sweeper.Run(work) })
	g.Go(func() error { return h.Courier.Run(work) })
	g.Go(func() error { return h.Errands.Run(work) })
	g.Go(func() error {
		<-work.Done() // one room failed: close the doors too
		closeDoors()
		return nil
	})
	g.Go(func() error { return h.retain(work) })
	g.Go(func() error { return h.care(work) })
	err := g.Wait()
	// What came in while the doors were closing is decided now; what it has to say is sent after the next start.
	if _, drained := h.Applier.Drain(); drained != nil {
		err = errors.Join(err, drained)
	}
	return err
}

// retain forgets each hour what its rule says is to be forgotten.
func (h *Office) retain(ctx context.Context) error {
	beat := time.NewTicker(time.Hour)
	defer beat.Stop()
	for {
		dropped, err := h.Store.Retain(h.now())
		switch {
		case err != nil:
			h.log.Error().Err(err).Msg("retention")
		case len(dropped) > 0:
			h.log.Info().Interface("dropped", dropped).Msg("retention")
		}
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
		}
	}
}

// Close closes the store.
func (h *Office) Close() error { return h.Store.Close() }
