package workgroup

import (
	"slices"
	"time"
)

// pleading is the decision with one more plea, which is answered first. It stands in the place of what the same person has asked for before, and a question
// in that of their question, whose words go on with it; what else is asked waits behind it.
func (d Decision) pleading(plea Plea) Decision {
	if d.Plea.Done() {
		d.Pleas = append(slices.Clone(d.Pleas), d.Plea)
	}
	asks := plea.Kind == PleaQuestion
	d.Plea, d.Pleas = plea, slices.DeleteFunc(slices.Clone(d.Pleas), func(p Plea) bool {
		again := p.By == plea.By && asks == (p.Kind == PleaQuestion)
		if again && asks {
			plea.Words = p.Words + "；" + plea.Words
		}
		return again
	})
	d.Plea.Words = plea.Words
	return d
}

// unpleaded is the decision without the pleas of somebody that wait behind another.
func (d Decision) unpleaded(by PersonID) Decision {
	d.Pleas = slices.DeleteFunc(slices.Clone(d.Pleas), func(p Plea) bool { return p.By == by })
	return d
}

// pleadNext puts what waited behind an answered plea before those who answer it, as far as it still asks for something.
func (c College) pleadNext(b Book, d Decision, now time.Time) Decision {
	if d.Plea.Done() || len(d.Pleas) == 0 {
		return d
	}
	left := slices.DeleteFunc(slices.Clone(d.Pleas), func(p Plea) bool {
		who, _ := People.Get(b, string(p.By))
		return !d.Open() || !d.Owing(b, who) || p.Kind == PleaTime && !p.Until.IsZero() && !p.Until.After(d.Deadline)
	})
	d.Pleas = nil
	if len(left) > 0 {
		d.Plea, d.Pleas = left[0], left[1:]
		d.Plea.Pressed = true
		c.tellPlea(b, d, true, now)
	}
	d.Next = d.next(c, now)
	return d.keep(b, now)
}
