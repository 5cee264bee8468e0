// Package stage puts a college on a stage: the real house on a real store, the strict Telegram in memory, people with
// telephones, and a clock that moves only when told. Scenario tests and the demo play on it.
//
//	s.Until("14:00")                  // the reminder is out, everything has settled
//	wang.Presses(board, "零报告")      // people act
//	s.Settle()                        // and the house has answered
package stage

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/courier"
	"fangkong/bot/sandbox"
	"fangkong/bot/telegram"
	"fangkong/bot/text"
	"fangkong/cmd/fangkong/office"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// Token is the bot's on every stage.
const Token = "31012020:stage"

// dataFile is where a stage's data is, in its folder.
const dataFile = "fangkong.db"

// attempts is how often the house asks in vain for updates before it gets on with the rest.
const attempts = 5

// patience is how far the clock is moved for what waits only for Telegram's limits.
const patience = 5 * time.Second

// pulse is how often Telegram is asked though it has nothing to tell.
const pulse = time.Minute

// Options of a stage; all may be left out.
type Options struct {
	Dir      string // where the store is; required
	Start    time.Time
	Settings *settings.Settings
	Roster   *settings.Roster
	Log      zerolog.Logger
	Limits   courier.Limits
	Strict   bool                   // the sandbox keeps Telegram's rate limits too
	Backups  store.Backups          // where the data is backed up at three in the morning
	Crash    func(commit int) error // cut the store at a commit
	Hook     func()                 // called at every settled moment
	Menus    bool                   // the menus of commands are kept, as a running house keeps them

	Webhook   func(http.Handler) http.Handler // Telegram brings the updates through this door; nil: it is asked for them
	Unbound   bool                            // the settings name no group, and the bot is in none yet
	Basic     bool                            // the group is one of the older kind, which can become a supergroup
	Strangers []workgroup.PersonID            // people of the roster whose account the college does not know yet
	Met       []workgroup.PersonID            // people whose private chat was open long before the day
}

// Stage is a college with its bot.
type Stage struct {
	*office.Office
	Telegram *sandbox.Server
	Group    *sandbox.Group
	College  workgroup.College
	Roster   settings.Roster

	Applied int // updates the house has applied, over all its lives

	options Options
	config  settings.Settings
	http    *http.Client // into Telegram's memory: no port is opened
	clock   clock
	down    bool      // the house is not up
	fell    time.Time // when the house was cut off last
	resumes time.Time // when the courier goes on; zero: it has nothing to wait for
	errand  time.Time // when an errand is tried again; zero: none waits
	cast    map[workgroup.PersonID]*sandbox.Person
}

// known are the texts of a college that calls its bodies as the sample does. A day of power cuts opens the house many times,
// and would spend most of itself reading them.
var known = sync.OnceValue(func() (out struct {
	bodies map[string]workgroup.Named
	texts  *text.Texts
	err    error
}) {
	sample, _ := settings.Sample()
	out.bodies = sample.College.Bodies
	out.texts, out.err = text.Load(out.bodies)
	return out
})

// fill puts the sample college where none is given.
func (o *Options) fill() {
	if o.Settings != nil && o.Roster != nil {
		return
	}
	sample, roster := settings.Sample()
	if o.Settings == nil {
		o.Settings = &sample
	}
	if o.Roster == nil {
		o.Roster = &roster
	}
}

// New sets a stage: everybody of the roster has a telephone and is in the group, nobody has written to the bot yet.
func New(o Options) (*Stage, error) {
	o.fill()
	sample := *o.Settings
	s := &Stage{options: o, config: sample, College: sample.College, Roster: *o.Roster, cast: map[workgroup.PersonID]*sandbox.Person{}, down: true}
	s.clock.at = o.Start
	if o.Start.IsZero() {
		s.clock.at = time.Date(2020, 1, 31, 13, 50, 0, 0, sample.College.Zone)
	}
	var err error
	s.Telegram, err = sandbox.New(sandbox.Options{Token: Token, Now: s.Now, Limits: o.Strict, Seed: 20200131})
	if err != nil {
		return nil, err
	}
	s.http = s.Telegram.Client()
	s.Group = s.group("疫情防控工作群")
	if !o.Unbound {
		s.Group.AddBot(true)
		s.College.Group = s.Group.ID()
	}
	for i, p := range s.Roster.People {
		name := []rune(p.Name)
		who := s.Telegram.Person(string(name[:1]), string(name[1:]))
		who.Joins(s.Group)
		if s.cast[p.ID] = who; !slices.Contains(o.Strangers, p.ID) {
			s.Roster.People[i].Telegram = who.ID()
		}
		if slices.Contains(o.Met, p.ID) {
			who.Knows()
		}
	}
	return s, s.Raise()
}

func (s *Stage) group(title string) *sandbox.Group {
	if s.options.Basic {
		return s.Telegram.BasicGroup(title)
	}
	return s.Telegram.Group(title)
}

// Raise starts the house on its store: at first, and after Fall.
func (s *Stage) Raise() error {
	var texts *text.Texts
	if known := known(); known.err != nil {
		return known.err
	} else if maps.Equal(s.College.Bodies, known.bodies) {
		texts = known.texts
	}
	webhook := ""
	if s.options.Webhook != nil {
		webhook = "https://bot.example.org/fangkong"
	}
	h, err := office.Open(context.Background(), office.Options{
		Webhook: webhook,
		College: s.College, Zone: s.config.Zone, Times: s.config.Times, Data: filepath.Join(s.options.Dir, dataFile),
		Token: Token, API: "http://sandbox", HTTP: s.http, Now: s.Now, Log: s.options.Log, Limits: s.options.Limits, Crash: s.options.Crash, Last: s.fell, Texts: texts,
		Backups: s.options.Backups, Backup: "03:00", Check: "13:30",
		Seed: s.seed,
	})
	if err != nil {
		return err
	}
	s.Office, s.down = h, false
	return nil
}

// seed fills an empty book with the roster, and with who is reached already.
func (s *Stage) seed(b workgroup.Book, now time.Time) {
	if !s.Roster.Seed(b, now) {
		return
	}
	for _, id := range s.options.Met {
		p, _ := workgroup.People.Get(b, string(id))
		workgroup.Reached(b, p, now)
	}
}

// Fall stops the house as a power failure would: what is not on disk is gone.
func (s *Stage) Fall() error {
	s.fell, s.down = s.Now(), true
	return s.Office.Close()
}

// Down tells whether the house is cut off.
func (s *Stage) Down() bool { return s.down }

// Close takes the stage down.
func (s *Stage) Close() error {
	defer s.Telegram.Close()
	if s.down {
		return nil
	}
	return s.Office.Close()
}

// Now is the stage's clock.
func (s *Stage) Now() time.Time { return s.clock.now().In(s.College.Zone) }

// Person is somebody of the roster by their id, nil when there is none.
func (s *Stage) Person(id workgroup.PersonID) *sandbox.Person { return s.cast[id] }

// Head is a unit's first head.
func (s *Stage) Head(unit workgroup.UnitID) *sandbox.Person {
	for _, p := range s.Roster.People {
		for _, d := range p.Duties {
			if d.Unit == unit && d.Role == workgroup.Head {
				return s.cast[p.ID]
			}
		}
	}
	return nil
}

// Holder is the first person with a role.
func (s *Stage) Holder(role workgroup.Role) *sandbox.Person {
	for _, p := range s.Roster.People {
		if p.Holds(role) {
			return s.cast[p.ID]
		}
	}
	return nil
}

// Settle lets the house work until nothing moves any more: every update applied, everything due done, everything told
// that may be told within a few seconds. A house that is down does nothing.
func (s *Stage) Settle() error {
	if s.down {
		return nil
	}
	ctx := context.Background()
	unheard := 0
	for range 10_000 {
		polled, err := s.intake(ctx)
		if trouble := (*telegram.Error)(nil); errors.As(err, &trouble) && polled == 0 {
			// Telegram's trouble is nothing to end for: the house asks again, and if it hears nothing gets on with the rest.
			if unheard++; unheard < attempts {
				continue
			}
		} else if err != nil && trouble == nil {
			return fmt.Errorf("poll: %w", err)
		}
		applied, err := s.Applier.Drain()
		s.Applied += applied
		if err != nil {
			return fmt.Errorf("apply: %w", err)
		}
		swept, err := s.Sweeper.Sweep()
		if err != nil {
			return fmt.Errorf("sweep: %w", err)
		}
		if s.options.Menus {
			if err := s.Errands.KeepMenus(); err != nil {
				return fmt.Errorf("menus: %w", err)
			}
		}
		ran, errand, err := s.Errands.Drain(ctx)
		if err != nil {
			return fmt.Errorf("errands: %w", err)
		}
		next, sent, err := s.Courier.Drain(ctx)
		if err != nil {
			return fmt.Errorf("tell: %w", err)
		}
		s.resumes, s.errand = next, errand
		switch {
		case polled+applied+swept+ran+sent > 0:
		case !next.IsZero() && next.Sub(s.Now()) <= patience:
			s.clock.set(next)
		default:
			if s.options.Hook != nil {
				s.options.Hook()
			}
			return nil
		}
	}
	return errors.New("the house does not come to rest")
}

// intake takes in what Telegram has, as the house is told to.
func (s *Stage) intake(ctx context.Context) (int, error) {
	if s.Webhook == nil {
		// A poll that could bring nothing is left out now and then: most moments of a day are quiet.
		if s.Telegram.Idle() && s.Now().Sub(s.Poller.Last()) < pulse {
			return 0, nil
		}
		return s.Poller.Once(ctx, 0)
	}
	// Telegram brings what it has, whatever it answers us; before it was told where to, in this life, it does so in vain.
	door := s.options.Webhook(s.Webhook)
	n := s.Telegram.Brings(door)
	err := s.Webhook.Hold(ctx)
	return n + s.Telegram.Brings(door), err
}
