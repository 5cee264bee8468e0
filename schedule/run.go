package schedule

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"
)

// Run sweeps at once, when kicked, at the earliest due moment, and on every heartbeat, until ctx is done; then it returns
// nil. The heartbeat is there for what a timer does not see: a wall clock that was set, a machine that slept. A sweep that
// goes wrong or panics is reported and tried again after a pause, whoever kicks meanwhile.
func (s *Sweeper) Run(ctx context.Context) error {
	beat := time.NewTicker(s.with.Beat)
	defer beat.Stop()
	timer := time.NewTimer(0) // the first sweep
	defer timer.Stop()
	pausing := false
	for {
		// During a pause only the timer wakes: many kicks must not turn a full disk into a spin.
		kicked, beats := s.kicked, beat.C
		if pausing {
			kicked, beats = nil, nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-beats:
		case <-kicked:
		case <-timer.C:
		}
		wait, err := s.step()
		if pausing = err != nil; pausing {
			s.with.Report(err)
			wait = s.with.Pause
		}
		timer.Reset(wait)
	}
}

// Kick asks for a sweep soon: a commit may have made something due. It never waits.
func (s *Sweeper) Kick() {
	select {
	case s.kicked <- struct{}{}:
	default: // one is asked for already, and will see what this one is about
	}
}

// step sweeps once and tells how long to wait for the next due moment. A panic is an error.
func (s *Sweeper) step() (wait time.Duration, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("sweep: panic: %v\n%s", v, debug.Stack())
		}
	}()
	if _, err := s.Sweep(); err != nil {
		return 0, err
	}
	at, ok, err := s.earliest()
	switch {
	case err != nil:
		return 0, fmt.Errorf("sweep: %w", err)
	case !ok:
		return s.with.Beat, nil
	}
	return min(max(at.Sub(s.now()), 0), s.with.Beat), nil
}

// earliest is when to sweep next, what rests left out.
func (s *Sweeper) earliest() (time.Time, bool, error) {
	now := s.now()
	if s.stuck.count() == 0 {
		return s.store.NextDue()
	}
	due, err := s.store.Due(now.Add(s.with.Beat), s.stuck.count()+1)
	if err != nil {
		return time.Time{}, false, err
	}
	for _, d := range due {
		if !s.stuck.rests(d, now) {
			return d.At, true, nil
		}
	}
	return time.Time{}, false, nil // past the next beat, which comes anyway
}
