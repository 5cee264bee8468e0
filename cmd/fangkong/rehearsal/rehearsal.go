package rehearsal

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"sync"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// Options of a rehearsal.
type Options struct {
	Language workgroup.Language   // of the page, the group and everybody in it
	Settings *settings.Settings   // nil: the sample college's
	Roster   *settings.Roster     // nil: the sample college's
	Day      workgroup.Date       // which it is; empty: 31 January 2020
	Drill    bool                 // it is a drill of a real college, and says so everywhere
	Elapsed  func() time.Duration // a steady clock, for tests; nil: the machine's
}

// Rehearsal is a college in a browser. Every method may be called at any time; one thing happens after another.
type Rehearsal struct {
	options Options
	feed    *feed

	mu      sync.Mutex // guards the performance, which one hand moves at a time
	playing *performance
	jobs    context.Context
	stop    context.CancelFunc
	busy    sync.WaitGroup // what goes on by itself: the clock, and the others
}

// Open begins the first performance.
func Open(o Options) (*Rehearsal, error) {
	if o.Language == "" {
		o.Language = workgroup.Chinese
	}
	if o.Elapsed == nil {
		begun := time.Now()
		o.Elapsed = func() time.Duration { return time.Since(begun) }
	}
	r := &Rehearsal{options: o, feed: newFeed()}
	r.jobs, r.stop = context.WithCancel(context.Background())
	if err := r.begin(o.Language); err != nil {
		return nil, err
	}
	r.busy.Go(r.tick)
	return r, nil
}

// Close ends it and removes what it kept.
func (r *Rehearsal) Close() error {
	r.mu.Lock()
	r.stop() // from here on nothing begins that goes on by itself
	r.mu.Unlock()
	r.busy.Wait()
	r.feed.close()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.end()
}

// begin starts anew from the beginning, in a language.
func (r *Rehearsal) begin(lang workgroup.Language) error {
	dir, err := stage.Room()
	if err != nil {
		return err
	}
	p, err := perform(r.options, lang, dir)
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	if err := r.end(); err != nil {
		return errors.Join(err, p.end())
	}
	r.playing = p
	p.run = rand.Text() // a tab of the last one, or of a program that ran here before, is not taken for one of this
	p.changed()         // what stands at the beginning is part of the page, and no news
	r.feed.restart(p.run)
	return nil
}

func (r *Rehearsal) end() error {
	if r.playing == nil {
		return nil
	}
	p := r.playing
	r.playing = nil
	return p.end()
}

// do lets somebody act, has the house answer, and tells every tab what has changed.
func (r *Rehearsal) do(what func(*performance) error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.held(what)
}

// held is do for whoever holds the performance already.
func (r *Rehearsal) held(what func(*performance) error) error {
	p := r.playing
	if p == nil {
		return errOver
	}
	err := p.stopped
	if err == nil {
		err = what(p)
	}
	if err == nil {
		err = p.Settle()
	}
	r.publish(p) // what came of it is seen at once, however long that takes to which it leads
	if err == nil && p.goOn(r.options.Elapsed()) {
		err = p.Settle()
	}
	var mistake mistake
	if err != nil && !errors.As(err, &mistake) {
		p.stopped, err = err, errBroken
	}
	r.publish(p)
	return err
}

// publish tells the tabs what looks otherwise than before.
func (r *Rehearsal) publish(p *performance) {
	for _, n := range p.changed() {
		r.feed.tell(n)
	}
	if state := p.state(); state != p.told {
		p.told = state
		r.feed.tell(news{Kind: "state", State: &state})
	}
}
