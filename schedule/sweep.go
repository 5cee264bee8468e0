package schedule

import (
	"fmt"
	"sync/atomic"
	"time"

	"fangkong/store/workgroup"
)

// Store is what the sweeper needs of the store.
type Store interface {
	Due(now time.Time, max int) ([]workgroup.Due, error)
	NextDue() (time.Time, bool, error)
	Apply([]workgroup.Input, workgroup.Rules) ([]workgroup.Answer, error)
}

// Options of a sweeper. All may be left out.
type Options struct {
	// Before returns, at the start of each sweep, inputs that no record is due for yet: the rounds of today and of the days
	// slept through. It is asked often, so it returns only what is really missing.
	Before func(now time.Time) []workgroup.Input
	// Swept is told after a sweep how many inputs it applied, when there were any: the courier has work.
	Swept func(n int)
	// Late is told of each due thing how late it was done, when that is on disk.
	Late func(time.Duration)
	// Report takes what an operator must know.
	Report func(error)

	Beat  time.Duration // between heartbeats; 0: one minute
	Pause time.Duration // after a sweep that went wrong; 0: five seconds
	Batch int           // inputs a commit, at most; 0: 100
}

// Sweeper turns what is due into inputs.
type Sweeper struct {
	store  Store
	rules  workgroup.Rules
	now    func() time.Time
	with   Options
	kicked chan struct{}
	stuck  stuck
	swept  atomic.Pointer[time.Time]
}

// NewSweeper makes a sweeper. now is the clock, in the college's zone.
func NewSweeper(store Store, rules workgroup.Rules, now func() time.Time, o Options) *Sweeper {
	if o.Before == nil {
		o.Before = func(time.Time) []workgroup.Input { return nil }
	}
	if o.Swept == nil {
		o.Swept = func(int) {}
	}
	if o.Late == nil {
		o.Late = func(time.Duration) {}
	}
	if o.Report == nil {
		o.Report = func(error) {}
	}
	if o.Beat <= 0 {
		o.Beat = time.Minute
	}
	if o.Pause <= 0 {
		o.Pause = 5 * time.Second
	}
	if o.Batch <= 0 {
		o.Batch = 100
	}
	return &Sweeper{
		store: store, rules: rules, now: now, with: o, kicked: make(chan struct{}, 1),
		stuck: stuck{beat: o.Beat, report: o.Report},
	}
}

// Sweep applies everything that is due now, in due order, until nothing is, and returns how many inputs that were. A
// record that is due at the same moment as before after it was applied is left alone for a beat, and reported. Not for
// use beside Run, which sweeps by itself.
func (s *Sweeper) Sweep() (n int, err error) {
	now := s.now()
	s.stuck.begin(now)
	defer func() {
		if err == nil {
			s.swept.Store(&now)
		}
		if n > 0 {
			s.with.Swept(n)
		}
	}()
	if missing := s.with.Before(now); len(missing) > 0 {
		if _, err := s.store.Apply(missing, s.rules); err != nil {
			return 0, fmt.Errorf("sweep: opening: %w", err)
		}
		n += len(missing)
	}
	for {
		due, err := s.store.Due(now, s.with.Batch+s.stuck.count())
		if err != nil {
			return n, fmt.Errorf("sweep: %w", err)
		}
		batch := s.pick(due, now)
		if len(batch) == 0 {
			return n, nil
		}
		inputs := make([]workgroup.Input, len(batch))
		for i, d := range batch {
			inputs[i] = workgroup.Input{Now: now, Stored: now, Due: d}
		}
		if _, err := s.store.Apply(inputs, s.rules); err != nil {
			return n, fmt.Errorf("sweep: %w", err)
		}
		n += len(batch)
		for _, d := range batch {
			s.with.Late(s.now().Sub(d.At))
		}
	}
}

// Last is when the last sweep began that went right; zero before the first. It may be asked from anywhere.
func (s *Sweeper) Last() time.Time {
	if at := s.swept.Load(); at != nil {
		return *at
	}
	return time.Time{}
}

// pick chooses what to apply of what is due: everything at the earliest moment, so that a record which moves on to a moment
// still before its neighbours' comes before them.
func (s *Sweeper) pick(due []workgroup.Due, now time.Time) (batch []workgroup.Due) {
	for _, d := range due {
		switch {
		case len(batch) == s.with.Batch || len(batch) > 0 && !d.At.Equal(batch[0].At):
			return batch
		case s.stuck.mayGo(d, now):
			batch = append(batch, d)
		}
	}
	return batch
}
