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
	beat := time.NewTicker(s.Beat)
	defer beat.Stop()
	timer := time.NewTimer(0) // the first sweep
	defer timer.Stop()
	pausing, onBeat := false, true
	for {
		// During a pause only the timer wakes: a person at the keyboard must not turn a full disk into a spin.
		kicked, beats := s.kicked, beat.C
		if pausing {
			kicked, beats = nil, nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-beats:
			onBeat = true
		case <-kicked:
		case <-timer.C:
		}
		wait, err := s.step(onBeat)
		if pausing = err != nil; pausing {
			s.Report(err)
			wait = s.Pause
		} else {
			onBeat = false
		}
		timer.Reset(wait)
	}
}

// Kick asks for a sweep soon: a commit has made something due. It never waits.
func (s *Sweeper) Kick() {
	select {
	case s.kicked <- struct{}{}:
	default: // one is asked for already, and will see what this one is about
	}
}

// step sweeps once and tells how long to wait for the next due moment. A panic is an error.
func (s *Sweeper) step(beat bool) (wait time.Duration, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("sweep: panic: %v\n%s", v, debug.Stack())
		}
	}()
	if _, err := s.sweep(beat); err != nil {
		return 0, err
	}
	at, ok, err := s.earliest()
	switch {
	case err != nil:
		return 0, fmt.Errorf("sweep: %w", err)
	case !ok:
		return s.Beat, nil
	}
	return min(max(at.Sub(s.now()), 0), s.Beat), nil
}

// earliest is when to sweep next, what was set aside left out.
func (s *Sweeper) earliest() (time.Time, bool, error) {
	if len(s.aside) == 0 {
		return s.store.NextDue()
	}
	due, err := s.store.Due(s.now().Add(s.Beat), len(s.aside)+1)
	if err != nil {
		return time.Time{}, false, err
	}
	for _, d := range due {
		if !s.aside[key(d)] {
			return d.At, true, nil
		}
	}
	return time.Time{}, false, nil // past the next beat, which comes anyway
}
