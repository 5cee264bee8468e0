package workgroup

import (
	"slices"
	"time"
)

// TellDutyLost tells the director and the office at once that somebody whom an urgent case may need has blocked the bot or left the
// work group, and what to do. Where none of them can be reached, the leading group hears. Of anybody else nothing is said.
func (c College) TellDutyLost(b Book, p Person, why Silence, now time.Time) {
	if !p.Left.IsZero() || !p.Watches(b, now) {
		return
	}
	about := dutyLost(p, why)
	l := Letter{Text: "say/duty-lost", Lane: "urgent", Urgency: Deadline, Written: now, About: Ref{Object: about},
		Facts: Facts{"name": p.Name, "duties": p.duties(b), "phone": p.Phone, "why": why, "until": "", "next": ""}}
	if s, runs := shiftOf(b, p.ID, now); runs {
		to := s.To.In(c.Zone)
		l.Facts["until"] = to.Format("15:04")
		if DateOf(to) != DateOf(now) {
			l.Facts["next"] = DateOf(to)
		}
	}
	b.Note(Event{At: now, Kind: DutyLost, Object: p.Key(), Payload: Facts{"why": why}})
	Withdraw(b, about)
	c.tellEither(b, but(Holders(b, Deciders...), p.ID), but(Holders(b, Leading), p.ID), l)
}

// TellDutyBack tells whoever was told that somebody is lost that they are back; from whom it has not reached yet it is taken back instead.
func (c College) TellDutyBack(b Book, p Person, why Silence, now time.Time) {
	about := dutyLost(p, why)
	waiting := map[PersonID]bool{p.ID: true}
	for l := range Letters.Each(b, "") {
		if l.About.Object == about && l.Text == "say/duty-lost" && l.Trying.IsZero() {
			waiting[l.Person] = true
		}
	}
	Withdraw(b, about)
	if !p.Watches(b, now) {
		return
	}
	told := func(r ...Role) []Person {
		return slices.DeleteFunc(Holders(b, r...), func(who Person) bool { return waiting[who.ID] })
	}
	l := Letter{Text: "say/duty-back", Silent: true, Written: now, About: Ref{Object: about}, Facts: Facts{"name": p.Name, "why": why}}
	if deciders := told(Deciders...); len(deciders) > 0 || len(waiting) == 1 {
		c.tellEither(b, deciders, told(Leading), l)
	}
}

// dutyLost is what letters about it are about: one may come back in one way and stay lost in another.
func dutyLost(p Person, why Silence) string { return "duty-lost/" + string(why) + "/" + p.Key() }

// shiftOf is the running shift that somebody stands on.
func shiftOf(b Book, p PersonID, now time.Time) (Shift, bool) {
	for _, s := range ShiftsAt(b, now) {
		if s.Has(p) {
			return s, true
		}
	}
	return Shift{}, false
}

// but are the people without one of them.
func but(people []Person, id PersonID) (out []Person) {
	for _, p := range people {
		if p.ID != id {
			out = append(out, p)
		}
	}
	return out
}

// Gone notes that somebody is no longer in the work group; Came, that they are again. Both tell whether that is news.
func Gone(b Book, p Person, now time.Time) bool {
	if !p.Away.IsZero() {
		return false
	}
	p.Away = now
	People.Put(b, p)
	b.Note(Event{At: now, Kind: PersonGone, Object: p.Key()})
	touchCoverage(b, now)
	return true
}

// Came is the reverse of Gone.
func Came(b Book, p Person, now time.Time) bool {
	if p.Away.IsZero() {
		return false
	}
	p.Away = time.Time{}
	People.Put(b, p)
	b.Note(Event{At: now, Kind: PersonCame, Object: p.Key()})
	touchCoverage(b, now)
	return true
}
