package rehearsal

import (
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// tour leads through six things in a few minutes. A step has been seen when the college says so, however it came about: by
// the visitor's own hand, or by 「替我做」.
type tour struct {
	at     int // from 1; 0: nobody is on it
	seen   map[int]bool
	failed bool          // the step could not be prepared, or done for the visitor
	over   bool          // the visitor has seen all of it, and is by themselves
	trying string        // the offer that was taken up
	hurry  bool          // the clock hurries for the step
	before int           // how fast it ran until then
	halted bool          // it hurried, and waits until the bot can answer
	since  time.Duration // when what the visitor did was answered, on the machine's steady clock; 0: it was not
}

// hurried is how fast the clock runs while there is nothing to do but to look on.
const hurried = 60

// regard is how long the answer to what the visitor did is looked at before a step leads on.
const regard = 1500 * time.Millisecond

// goOn sees how far the visitor has come, and does what needs no press of theirs: the clock hurries while a case climbs, and a step
// whose telephones serve the next one leads on to it, once its answer was looked at. It tells whether it led on.
func (p *performance) goOn(elapsed time.Duration) (on bool) {
	cast, ok := p.troupe()
	if p.halt(); p.tour.halted {
		return false
	}
	for ok && p.tour.at > 0 && !p.mute() {
		now := p.lookOn(cast)
		switch {
		case now.waits && !p.tour.hurry:
			p.tour.hurry, p.tour.before, p.speed = true, p.speed, hurried
		case !now.waits && p.tour.hurry:
			p.calm()
		}
		s := steps[p.tour.at-1]
		if !s.leads || !p.tour.seen[p.tour.at] || s.cue != nil && !p.regarded(elapsed) {
			break
		}
		p.lead(p.hands(), cast)
		on = true
	}
	return on
}

// mute tells whether the bot can answer nobody.
func (p *performance) mute() bool { return p.Down() || p.away }

// halt has a clock that hurries wait while the bot is mute.
func (p *performance) halt() {
	switch mute := p.mute(); {
	case mute && p.tour.hurry && p.speed == hurried:
		p.tour.halted, p.speed = true, 0
	case !mute && p.tour.halted:
		p.tour.halted, p.speed = false, hurried
	}
}

// calm has the clock run as it did before it hurried, unless somebody has set it otherwise meanwhile.
func (p *performance) calm() {
	if p.tour.hurry && (p.tour.halted || p.speed == hurried) {
		p.speed = p.tour.before
	}
	p.tour.hurry, p.tour.halted = false, false
}

// regarded tells whether the answer was looked at for long enough.
func (p *performance) regarded(elapsed time.Duration) bool {
	if p.tour.since == 0 {
		p.tour.since = max(elapsed, 1)
	}
	return elapsed-p.tour.since >= regard
}

// lookOn sees whether the step has come about, and what the visitor does next when it has not.
func (p *performance) lookOn(cast troupe) (next cue) {
	if p.tour.at == 0 || p.Down() {
		return cue{}
	}
	s := steps[p.tour.at-1]
	_ = p.Store.View(func(b workgroup.Book) error {
		if !p.tour.seen[p.tour.at] {
			p.tour.seen[p.tour.at] = s.seen(p, b, cast)
		}
		if !p.tour.seen[p.tour.at] && s.cue != nil {
			next = s.cue(p, b, cast)
		}
		return nil
	})
	return next
}

// lead leads on to the next step.
func (p *performance) lead(h *stage.Hands, t troupe) {
	p.tour.at++
	p.tour.since = 0
	p.speed = min(p.speed, 1) // what comes next is not run past
	if ready := steps[p.tour.at-1].ready; ready != nil {
		ready(p, h, t)
	}
	p.tour.failed = h.Err != nil
}

// late tells whether more has happened than the first reminder, with which the tour begins.
func (p *performance) late() (is bool) {
	if t, ok := p.troupe(); ok && !p.Down() {
		_ = p.Store.View(func(b workgroup.Book) error {
			for _, u := range t.units {
				_, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), u)
				is = is || filed
			}
			for range workgroup.Cases.Each(b, "") {
				is = true
			}
			return nil
		})
	}
	return is || p.Now().After(p.begun.Add(15*time.Minute)) // those who owe will soon be named
}

// tourAsked is what is asked of the tour: begin, next, help or leave; and at which step, so that a second press asks nothing more.
// Instead of it an offer is taken up by its name.
type tourAsked struct {
	Do    string
	From  int
	Offer string
}

// guide leads on. A tour that begins late begins with everything else anew: what it leads to has happened already. A step that
// is left out is done for the visitor, for the next ones rest on it.
func (r *Rehearsal) guide(asked tourAsked) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if asked.Do == "begin" && r.playing != nil && r.playing.late() {
		if err := r.anew(""); err != nil {
			return err
		}
	}
	return r.held(func(p *performance) error { return p.guided(asked) })
}

// guided is what one press asks of the tour. To begin is to see the reminder come.
func (p *performance) guided(asked tourAsked) error {
	cast, ok := p.troupe()
	here := p.tour.at > 0 && asked.From == p.tour.at
	switch {
	case asked.Do == "leave":
		p.calm()
		p.tour = tour{over: p.tour.over || p.tour.seen[len(steps)]}
		return nil
	case !ok:
		return errNoTour
	case p.mute():
		return errNotNow
	}
	h := p.hands()
	switch {
	case asked.Do == "try" && p.tour.at == 0:
		return p.takeUp(asked.Offer, cast)
	case asked.Do == "begin":
		p.tour = tour{at: 1, seen: map[int]bool{}}
		p.finish(h, cast)
	case asked.Do == "next" && here && p.tour.at < len(steps):
		p.finish(h, cast)
		p.lead(p.hands(), cast)
	case asked.Do == "help" && here:
		p.finish(h, cast)
	}
	return nil
}

// finish does for the visitor what the step asks, unless it has come about.
func (p *performance) finish(h *stage.Hands, t troupe) {
	if !p.tour.seen[p.tour.at] {
		steps[p.tour.at-1].do(p, h, t)
		p.lookOn(t)
	}
	p.tour.failed = h.Err != nil
}
