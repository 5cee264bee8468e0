package schedule

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// shelf is a store in which a record's due moment is all there is.
type shelf struct {
	sync.Mutex // held by a test beside Run, except while it lets time pass
	due        map[string]time.Time
	applied    []string // “15:04 key”, as the inputs were due
	batches    []int
	fail       error
	after      func(in workgroup.Input) // what a rule did with an input; nil: the record is done
}

func newShelf() *shelf { return &shelf{due: map[string]time.Time{}} }

func (s *shelf) Due(now time.Time, max int) (due []workgroup.Due, err error) {
	s.Lock()
	defer s.Unlock()
	for key, at := range s.due {
		if !at.After(now) {
			due = append(due, workgroup.Due{At: at, Shelf: "rounds", Key: key})
		}
	}
	slices.SortFunc(due, func(a, b workgroup.Due) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return due[:min(max, len(due))], s.fail
}

func (s *shelf) NextDue() (at time.Time, ok bool, err error) {
	due, err := s.Due(time.Unix(1<<40, 0), 1)
	if len(due) == 0 {
		return at, false, err
	}
	return due[0].At, true, err
}

func (s *shelf) Apply(inputs []workgroup.Input, _ workgroup.Rules) ([]workgroup.Answer, error) {
	s.Lock()
	defer s.Unlock()
	if s.fail != nil {
		return nil, s.fail
	}
	s.batches = append(s.batches, len(inputs))
	for _, in := range inputs {
		s.applied = append(s.applied, in.Due.At.Format("15:04 ")+in.Due.Key)
		if s.after != nil {
			s.after(in)
		} else {
			delete(s.due, in.Due.Key)
		}
	}
	return make([]workgroup.Answer, len(inputs)), nil
}

// desk is a sweeper at a shelf, with a clock that the test sets and a list of what was reported.
type desk struct {
	*shelf
	*Sweeper
	now     time.Time
	reports []string
}

func newDesk(t *testing.T, o Options) *desk {
	d := &desk{shelf: newShelf(), now: at(t, "2022-03-14 12:00:00")}
	o.Report = func(err error) { d.reports = append(d.reports, err.Error()) }
	d.Sweeper = NewSweeper(d.shelf, nil, func() time.Time { return d.now }, o)
	return d
}

func (d *desk) sweep(t *testing.T, want int) {
	t.Helper()
	if n, err := d.Sweep(); n != want || err != nil {
		t.Errorf("swept %d, %v; want %d", n, err, want)
	}
}

func TestASweepAppliesWhatIsDueInItsOrder(t *testing.T) {
	d := newDesk(t, Options{Batch: 2})
	for i, key := range []string{"c", "a", "b"} {
		d.due[key] = d.now.Add(time.Duration(i-2) * time.Minute)
	}
	for _, key := range []string{"x", "y", "z"} {
		d.due[key] = d.now
	}
	d.due["later"] = d.now.Add(1)
	d.sweep(t, 6)
	if got := fmt.Sprint(d.applied); got != "[11:58 c 11:59 a 12:00 b 12:00 x 12:00 y 12:00 z]" {
		t.Error(got)
	}
	if got := fmt.Sprint(d.batches); got != "[1 1 2 2]" {
		t.Errorf("commits of %s", got)
	}
	d.sweep(t, 0)
	if len(d.reports) != 0 {
		t.Error(d.reports)
	}
}

// A record that moves on to a moment which has passed as well comes again in the same sweep, before what is due after it:
// a morning slept through happens in the order it would have had.
func TestWhatWasSleptThroughHappensInOrder(t *testing.T) {
	d := newDesk(t, Options{})
	start := d.now.Add(-time.Hour)
	d.due["round"], d.due["case"] = start, start.Add(25*time.Minute)
	d.after = func(in workgroup.Input) {
		if in.Due.Key == "round" {
			d.due["round"] = in.Due.At.Add(20 * time.Minute)
		} else {
			delete(d.due, "case")
		}
		if !in.Now.Equal(d.now) || !in.Stored.Equal(d.now) || in.Mark != "" || in.Inbox != "" {
			t.Errorf("input %+v", in)
		}
	}
	d.sweep(t, 5)
	if got := fmt.Sprint(d.applied); got != "[11:00 round 11:20 round 11:25 case 11:40 round 12:00 round]" {
		t.Error(got)
	}
	if !d.due["round"].Equal(d.now.Add(20 * time.Minute)) {
		t.Errorf("due again %v", d.due["round"])
	}
}

func TestARecordThatDoesNotMoveIsLeftAloneAndReported(t *testing.T) {
	d := newDesk(t, Options{Batch: 1})
	d.due["stuck"] = d.now
	d.after = func(in workgroup.Input) {
		if in.Due.Key != "stuck" {
			delete(d.due, in.Due.Key)
		}
	}
	d.sweep(t, 1)
	want := `rounds "stuck": left alone for 1m0s: still due at the same moment after it was applied`
	if len(d.reports) != 1 || d.reports[0] != want {
		t.Fatalf("reported %q", d.reports)
	}
	// It stands in nobody's way.
	d.due["other"] = d.now
	d.sweep(t, 1)
	d.now = d.now.Add(time.Minute - 1)
	d.sweep(t, 0)
	// It gets another try after a beat, then after two, four …
	for i, pause := range []time.Duration{1, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute} {
		d.now = d.now.Add(pause)
		d.sweep(t, 1)
		d.sweep(t, 0)
		if len(d.reports) != 2+i {
			t.Errorf("try %d: reported %q", i, d.reports)
		}
	}
	// … never more than an hour.
	for range 10 {
		d.now = d.now.Add(time.Hour)
		d.sweep(t, 1)
	}
	// Once its rule is mended it goes its way.
	d.after = nil
	d.now = d.now.Add(time.Hour)
	d.sweep(t, 1)
	if len(d.due) != 0 {
		t.Errorf("still due: %v", d.due)
	}
}

// A clock that is set back, or forth and back, does not leave a stuck record waiting for a time far away.
func TestAClockSetBackFreesWhatRests(t *testing.T) {
	d := newDesk(t, Options{})
	d.due["stuck"] = d.now.Add(-48 * time.Hour)
	d.after = func(workgroup.Input) {}
	d.sweep(t, 1)
	d.now = d.now.Add(-24 * time.Hour)
	d.sweep(t, 1)
}

func TestACreepingRecordDoesNotKeepTheClockBusy(t *testing.T) {
	d := newDesk(t, Options{})
	d.due["creeping"], d.due["other"] = d.now.Add(-time.Hour), d.now
	d.after = func(in workgroup.Input) {
		if in.Due.Key == "creeping" {
			d.due["creeping"] = in.Due.At.Add(1)
		} else {
			delete(d.due, in.Due.Key)
		}
	}
	d.sweep(t, restless+1)
	d.sweep(t, 0)
	if len(d.reports) != 1 || !strings.Contains(d.reports[0], "applied 200 times") {
		t.Errorf("reported %q", d.reports)
	}
	d.now = d.now.Add(time.Minute)
	d.sweep(t, restless)
}

func TestBeforeOpensWhatNoRecordIsDueFor(t *testing.T) {
	var d *desk
	swept := []int{}
	d = newDesk(t, Options{
		Before: func(now time.Time) []workgroup.Input {
			if len(d.applied) > 0 {
				return nil
			}
			return []workgroup.Input{{Now: now, Due: workgroup.Due{At: now, Key: "open"}}}
		},
		Swept: func(n int) { swept = append(swept, n) },
	})
	d.after = func(in workgroup.Input) {
		delete(d.due, in.Due.Key)
		if in.Due.Key == "open" {
			d.due["step"] = d.now
		}
	}
	d.sweep(t, 2)
	d.sweep(t, 0)
	if got := fmt.Sprint(d.applied, swept); got != "[12:00 open 12:00 step] [2]" {
		t.Error(got)
	}
}

func TestASweepHandsOnWhatTheStoreSays(t *testing.T) {
	d := newDesk(t, Options{})
	d.due["a"] = d.now
	d.fail = errors.New("disk")
	if n, err := d.Sweep(); n != 0 || !errors.Is(err, d.fail) {
		t.Errorf("swept %d, %v", n, err)
	}
	d.fail = nil
	d.sweep(t, 1)
}

func TestASweeperKnowsWhenItLastSwept(t *testing.T) {
	d := newDesk(t, Options{})
	if !d.Last().IsZero() {
		t.Errorf("swept at %v before the first sweep", d.Last())
	}
	d.sweep(t, 0)
	first := d.now
	d.now = first.Add(time.Minute)
	d.fail = errors.New("disk full")
	if _, err := d.Sweep(); err == nil || !d.Last().Equal(first) {
		t.Errorf("after one that went wrong: %v, %v", d.Last(), err)
	}
	d.fail = nil
	d.sweep(t, 0)
	if !d.Last().Equal(d.now) {
		t.Errorf("last swept at %v, want %v", d.Last(), d.now)
	}
}
