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
	failed bool   // the step could not be prepared, or done for the visitor
	over   bool   // the visitor has seen all of it, and is by themselves
	trying string // the offer that was taken up
	hurry  bool   // the clock hurries for the step
	before int    // how fast it ran until then
}

// hurried is how fast the clock runs while there is nothing to do but to look on.
const hurried = 60

// goOn sees how far the visitor has come, and does what needs no press of theirs: the clock hurries while a case climbs, and a step
// whose telephones serve the next one leads on to it. It tells whether it led on.
func (p *performance) goOn() (on bool) {
	cast, ok := p.troupe()
	for ok && p.tour.at > 0 && !p.Down() && !p.away {
		now := p.lookOn(cast)
		switch {
		case now.waits && !p.tour.hurry:
			p.tour.hurry, p.tour.before, p.speed = true, p.speed, hurried
		case !now.waits && p.tour.hurry:
			p.tour.hurry = false
			if p.speed == hurried { // nobody has set it otherwise meanwhile
				p.speed = p.tour.before
			}
		}
		if !steps[p.tour.at-1].leads || !p.tour.seen[p.tour.at] {
			break
		}
		p.lead(p.hands(), cast)
		on = true
	}
	return on
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
		p.tour.at, p.tour.over, p.tour.trying = 0, p.tour.seen[len(steps)], ""
		return nil
	case !ok:
		return errNoTour
	case p.Down() || p.away:
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
