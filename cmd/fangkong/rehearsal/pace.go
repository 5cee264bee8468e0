package rehearsal

import "time"

// beat is how often a running clock is moved, and hop the most that passes here in one beat: a machine that slept finds the
// clock where it left it.
const (
	beat = 500 * time.Millisecond
	hop  = time.Second
)

// speeds are how fast the college's clock can run: not at all, as clocks do, and a minute in a second.
var speeds = []int{0, 1, 60}

// tick moves the clock while somebody watches.
func (r *Rehearsal) tick() {
	t := time.NewTicker(beat)
	defer t.Stop()
	last := r.options.Elapsed()
	for {
		select {
		case <-r.jobs.Done():
			return
		case <-t.C:
			now := r.options.Elapsed()
			r.pass(min(now-last, hop))
			last = now
		}
	}
}

// pass lets some time of this world pass. A page that nobody has open stands still.
func (r *Rehearsal) pass(d time.Duration) {
	if !r.feed.watched() {
		return
	}
	_ = r.do(func(p *performance) error { // what broke is in the state
		if p.speed == 0 {
			return nil
		}
		return p.Advance(d * time.Duration(p.speed))
	})
}
