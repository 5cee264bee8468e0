package workgroup

import (
	"fmt"
	"slices"
	"time"
)

// Follows are what a staffing brings with it: first what it does to the office and to who makes it, then what it does to those whom it
// does not name.
func (s Staffing) Follows(c College, b Book, now time.Time) []Difference {
	make := func(b Book) {
		for _, p := range s.Changes {
			if len(p.Will.Duties) == 0 {
				p.Will.Left, p.Will.Telegram, p.Will.Reach = now, 0, Unknown
			}
			People.Put(b, p.Will)
		}
	}
	after := try(b)
	make(after)
	return append(s.office(b, after), c.Consequences(b, now, make)...)
}

// office is what becomes of who makes the change, and of each role that decides who is who, where all who hold it lay it down.
func (s Staffing) office(before, after Book) (out []Difference) {
	own, _ := People.Get(before, string(s.By))
	if is, _ := People.Get(after, string(s.By)); own.Decides() && !is.Decides() {
		out = append(out, Difference{Kind: OwnLost, Person: own.ID, Facts: Facts{"name": own.Name}})
	}
	for _, role := range Deciders {
		was, is, names := Holders(before, role), Holders(after, role), []string{}
		for _, p := range was {
			names = append(names, p.Name)
		}
		stays := slices.ContainsFunc(is, func(p Person) bool { return slices.ContainsFunc(was, func(o Person) bool { return o.ID == p.ID }) })
		if len(was) > 0 && len(is) > 0 && !stays {
			out = append(out, Difference{Kind: RoleAnew, Facts: Facts{"role": role, "names": names}})
		}
	}
	return out
}

// Alarming tells whether something that follows has to be read before anything else.
func (d Difference) Alarming() bool { return d.Kind == OwnLost || d.Kind == RoleAnew }

// unforeseen tells whether something follows that was not read back: others have changed the roster since, or time has.
func (s Staffing) unforeseen(follows []Difference) bool {
	return slices.ContainsFunc(foreseen(follows), func(name string) bool { return !slices.Contains(s.Foreseen, name) })
}

// foreseen are what follows from a change, each by what it is about: how many shifts, and which is next, makes no other of it.
func foreseen(follows []Difference) (out []string) {
	for _, d := range follows {
		out = append(out, fmt.Sprint(d.Kind, "/", d.Unit, "/", d.Person, "/", d.Facts["role"], "/", d.Facts["rung"], "/", d.Facts["code"], "/", d.Facts["unit"]))
	}
	return out
}

// lacking are those of what follows that leave the college without somebody, as they are said once it is so.
func lacking(follows []Difference) (out []Difference) {
	for _, d := range follows {
		if slices.Contains([]DifferenceKind{UnitLeft, UnitUnreachable, RoleUnheld, RungEmptied}, d.Kind) {
			d.Facts = with(d.Facts, "made", true)
			out = append(out, d)
		}
	}
	return out
}
