package schedule

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fangkong/store/workgroup"
)

// running starts Run in a bubble of fake time. sweeps counts how often the store was asked what is due at the beginning
// of a sweep, which is how often Before was called.
func running(t *testing.T, test func(d *desk, sweeps *int)) {
	synctest.Test(t, func(t *testing.T) {
		sweeps := 0
		d := &desk{shelf: newShelf()}
		d.Sweeper = NewSweeper(d.shelf, nil, time.Now, Options{
			Before: func(time.Time) []workgroup.Input {
				d.Lock()
				defer d.Unlock()
				sweeps++
				return nil
			},
			Report: func(err error) {
				d.Lock()
				defer d.Unlock()
				d.reports = append(d.reports, err.Error())
			},
		})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- d.Run(ctx) }()
		synctest.Wait()
		d.Lock()
		test(d, &sweeps)
		d.Unlock()
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
}

// pass lets fake time go by and everything that falls into it happen.
func (d *desk) pass(t time.Duration) {
	d.Unlock()
	defer d.Lock()
	time.Sleep(t)
	synctest.Wait()
}

func TestRunSweepsAtTheMoment(t *testing.T) {
	running(t, func(d *desk, sweeps *int) {
		if *sweeps != 1 {
			t.Errorf("%d sweeps at the start", *sweeps)
		}
		d.due["a"] = time.Now().Add(90 * time.Second)
		d.due["b"] = time.Now().Add(100 * time.Second)
		d.Kick()
		d.pass(90*time.Second - 1)
		if len(d.applied) != 0 {
			t.Errorf("too early: %v", d.applied)
		}
		d.pass(1)
		if len(d.applied) != 1 {
			t.Errorf("at the moment: %v", d.applied)
		}
		d.pass(10 * time.Second)
		if len(d.applied) != 2 {
			t.Errorf("at the second: %v", d.applied)
		}
	})
}

func TestRunBeatsWhenNothingIsDue(t *testing.T) {
	running(t, func(d *desk, sweeps *int) {
		d.pass(time.Hour)
		// The beat, and a timer no longer than a beat beside it: at most two a minute.
		if *sweeps < 60 || *sweeps > 121 {
			t.Errorf("%d sweeps in an hour", *sweeps)
		}
		// What became due without a kick is found by the next beat.
		d.due["a"] = time.Now()
		d.pass(time.Minute)
		if len(d.applied) != 1 {
			t.Errorf("applied %v", d.applied)
		}
	})
}

func TestKicksAreHeardAndNeverWait(t *testing.T) {
	running(t, func(d *desk, sweeps *int) {
		d.pass(time.Second)
		for i := range 1000 {
			d.due[fmt.Sprint(i)] = time.Now()
			d.Kick()
		}
		d.pass(0)
		if len(d.applied) != 1000 {
			t.Errorf("%d applied", len(d.applied))
		}
	})
}

func TestAFailingSweepIsTriedAgainAfterAPause(t *testing.T) {
	for name, disturb := range map[string]func(d *desk){
		"disk":  func(d *desk) { d.fail = errors.New("disk") },
		"panic": func(d *desk) { d.after = func(workgroup.Input) { panic("disk") } },
	} {
		t.Run(name, func(t *testing.T) {
			running(t, func(d *desk, sweeps *int) {
				d.due["a"] = time.Now()
				disturb(d)
				before := *sweeps
				// Kicks do not shorten the pause.
				for range 60 {
					d.Kick()
					d.pass(time.Second)
				}
				if tries := *sweeps - before; tries < 12 || tries > 14 || len(d.reports) != tries {
					t.Errorf("%d tries in a minute, %d reported", tries, len(d.reports))
				}
				if !strings.Contains(d.reports[0], "disk") {
					t.Errorf("reported %q", d.reports[0])
				}
				d.fail, d.after, d.applied = nil, nil, nil
				d.pass(5 * time.Second)
				if len(d.applied) != 1 {
					t.Errorf("applied %v", d.applied)
				}
			})
		})
	}
}

func TestRunDoesNotSpinOnARecordThatDoesNotMove(t *testing.T) {
	for name, move := range map[string]func(d *desk, in workgroup.Input){
		"still":    func(*desk, workgroup.Input) {},
		"creeping": func(d *desk, in workgroup.Input) { d.due[in.Due.Key] = time.Now().Add(time.Millisecond) },
	} {
		t.Run(name, func(t *testing.T) {
			running(t, func(d *desk, sweeps *int) {
				d.due["stuck"] = time.Now()
				d.due["other"] = time.Now().Add(30 * time.Second)
				d.after = func(in workgroup.Input) {
					if in.Due.Key == "stuck" {
						move(d, in)
					} else {
						delete(d.due, in.Due.Key)
					}
				}
				d.Kick()
				d.pass(30 * time.Second)
				if _, there := d.due["other"]; there {
					t.Error("it stands in the way of another")
				}
				d.pass(10 * time.Minute)
				if *sweeps > 15*restless {
					t.Errorf("%d sweeps in ten minutes", *sweeps)
				}
				if len(d.reports) == 0 || len(d.reports) > 12 {
					t.Errorf("reported %q", d.reports)
				}
			})
		})
	}
}
