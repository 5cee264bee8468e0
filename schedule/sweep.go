package schedule

import (
	"errors"
	"fmt"
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
	// Report takes what an operator must know. It is never called twice for one thing within a beat.
	Report func(error)

	Beat  time.Duration // between heartbeats; 0: one minute
	Pause time.Duration // after a sweep that went wrong; 0: five seconds
	Batch int           // inputs a commit, at most; 0: 100
}

// Sweeper turns what is due into inputs.
type Sweeper struct {
	store Store
	rules workgroup.Rules
	now   func() time.Time
	Options
	kicked chan struct{}
	aside  map[workgroup.Due]bool // what did not move when it was applied; left alone until the next beat
}

// NewSweeper makes a sweeper. now is the clock, in the college's zone.
func NewSweeper(store Store, rules workgroup.Rules, now func() time.Time, o Options) *Sweeper {
	if o.Before == nil {
		o.Before = func(time.Time) []workgroup.Input { return nil }
	}
	if o.Swept == nil {
		o.Swept = func(int) {}
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
	return &Sweeper{store: store, rules: rules, now: now, Options: o, kicked: make(chan struct{}, 1)}
}

// restless is how often one record may fall due within one sweep. A day slept through moves a record a few dozen times; one
// that creeps on by seconds is a rule gone wrong.
const restless = 200

// Sweep applies everything that is due now, in due order, until nothing is, and returns how many inputs that were. A
// record that is due again at the same moment after it was applied is set aside until the next sweep, and reported. Not
// for use beside Run, which sweeps by itself.
func (s *Sweeper) Sweep() (n int, err error) { return s.sweep(true) }

// sweep is Sweep; on a beat, what was set aside gets another try.
func (s *Sweeper) sweep(beat bool) (n int, err error) {
	now := s.now()
	if beat || s.aside == nil {
		s.aside = map[workgroup.Due]bool{}
	}
	defer func() {
		if n > 0 {
			s.Swept(n)
		}
	}()
	if missing := s.Before(now); len(missing) > 0 {
		if _, err := s.store.Apply(missing, s.rules); err != nil {
			return 0, fmt.Errorf("sweep: opening: %w", err)
		}
		n += len(missing)
	}
	done := map[workgroup.Due]bool{}
	times := map[workgroup.Due]int{} // by record: At is left out
	for {
		due, err := s.store.Due(now, s.Batch+len(s.aside))
		if err != nil {
			return n, fmt.Errorf("sweep: %w", err)
		}
		batch := s.next(due, done, times)
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
	}
}

// next picks what to apply of what is due: everything at the earliest moment, so that a record that moves on to a moment
// still before its neighbours' comes before them. What was applied and has not moved is set aside.
func (s *Sweeper) next(due []workgroup.Due, done map[workgroup.Due]bool, times map[workgroup.Due]int) (batch []workgroup.Due) {
	for _, d := range due {
		same := key(d)
		record := workgroup.Due{Shelf: d.Shelf, Key: d.Key}
		switch {
		case s.aside[same]:
			continue
		case done[same]:
			s.setAside(same, errors.New("still due at the same moment after it was applied"))
			continue
		case times[record] >= restless:
			s.setAside(same, fmt.Errorf("due again after it was applied %d times in one sweep", restless))
			continue
		case len(batch) == s.Batch || len(batch) > 0 && !d.At.Equal(batch[0].At):
			return batch
		}
		done[same] = true
		times[record]++
		batch = append(batch, d)
	}
	return batch
}

func (s *Sweeper) setAside(d workgroup.Due, why error) {
	s.aside[d] = true
	s.Report(fmt.Errorf("%s %q: set aside until the next beat: %w", d.Shelf, d.Key, why))
}

// key makes a due moment comparable: times are equal as instants, whatever zone they are told in.
func key(d workgroup.Due) workgroup.Due {
	d.At = time.Unix(0, d.At.UnixNano()).UTC()
	return d
}
