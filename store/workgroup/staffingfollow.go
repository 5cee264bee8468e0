package workgroup

import (
	"fmt"
	"slices"
	"time"
)

// Follows are what a staffing brings with it for those whom it does not name.
func (s Staffing) Follows(c College, b Book, now time.Time) []Difference {
	return c.Consequences(b, now, func(b Book) {
		for _, p := range s.Changes {
			if len(p.Will.Duties) == 0 {
				p.Will.Left, p.Will.Telegram, p.Will.Reach = now, 0, Unknown
			}
			People.Put(b, p.Will)
		}
	})
}

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
