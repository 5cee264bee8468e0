package schedule

import (
	"errors"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// stuck keeps a record that falls due again and again from keeping the clock busy. Such a record shows a rule that forgot
// to move it on, or an input that was set aside: trying it once more at once cannot help, and forgetting it must not be.
type stuck struct {
	beat   time.Duration
	report func(error)

	applied map[place]bool    // in this sweep
	since   time.Time         // when counting began
	counts  map[place]int     // applications a record since then; place.at is 0
	resting map[place]resting // what is left alone for a while
}

// place is a record and the moment it was due.
type place struct {
	at         int64
	shelf, key string
}

type resting struct {
	tries int
	until time.Time
}

const (
	// restless is how often one record may be applied within a beat. A day slept through moves a record a few dozen times;
	// one that creeps on by moments is a rule gone wrong.
	restless = 200
	// longest is how long a record rests at most, after it was tried in vain again and again.
	longest = time.Hour
)

// begin starts a sweep.
func (k *stuck) begin(now time.Time) {
	k.applied = map[place]bool{}
	if passed := now.Sub(k.since); passed < 0 || passed >= k.beat {
		k.since, k.counts = now, map[place]int{}
	}
	for p, r := range k.resting {
		// Long over: it moved on. Further ahead than anything rests: the wall clock was set back.
		if over := now.Sub(r.until); over > 2*longest || over < -longest {
			delete(k.resting, p)
		}
	}
}

// mayGo tells whether what is due may be applied now, and counts it as applied when it may.
func (k *stuck) mayGo(d workgroup.Due, now time.Time) bool {
	here := place{d.At.UnixNano(), d.Shelf, d.Key}
	record := place{0, d.Shelf, d.Key}
	switch {
	case k.rests(d, now):
		return false
	case k.applied[here]:
		k.rest(here, now, errors.New("still due at the same moment after it was applied"))
		return false
	case k.counts[record] >= restless:
		k.rest(here, now, fmt.Errorf("applied %d times within %v and due again", restless, k.beat))
		return false
	}
	k.applied[here] = true
	k.counts[record]++
	return true
}

// rests tells whether what is due is left alone now.
func (k *stuck) rests(d workgroup.Due, now time.Time) bool {
	r, ok := k.resting[place{d.At.UnixNano(), d.Shelf, d.Key}]
	return ok && now.Before(r.until)
}

// rest leaves a place alone for a beat, and twice as long each time it comes back.
func (k *stuck) rest(p place, now time.Time, why error) {
	r := k.resting[p]
	pause := min(k.beat<<min(r.tries, 10), longest)
	if k.resting == nil {
		k.resting = map[place]resting{}
	}
	k.resting[p] = resting{r.tries + 1, now.Add(pause)}
	k.report(fmt.Errorf("%s %q: left alone for %v: %w", p.shelf, p.key, pause, why))
}

// count is how many places may stand in the way of others that are due.
func (k *stuck) count() int { return len(k.resting) }
