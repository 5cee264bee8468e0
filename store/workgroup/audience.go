package workgroup

import (
	"slices"
	"strings"
	"unicode"
)

// AudienceKind is who has to read a notice.
type AudienceKind string

const (
	EveryHead  AudienceKind = "heads"  // each head of each unit
	OneAUnit   AudienceKind = "units"  // of each unit anybody who speaks for it
	GroupHeads AudienceKind = "groups" // the heads of the working groups
	ByName     AudienceKind = "people" // those named
)

// AudienceKinds are all of them.
var AudienceKinds = []AudienceKind{EveryHead, OneAUnit, GroupHeads, ByName}

// Audience is whom a notice is for.
type Audience struct {
	Kind   AudienceKind `json:"kind"`
	People []PersonID   `json:"people,omitempty"` // where they are named
}

// Seats are the receipts to be filled, empty: one a unit, or one a person.
func (a Audience) Seats(b Book) []Receipt {
	var out []Receipt
	seat := func(p Person) Receipt { return Receipt{Seat: personSeat(p.ID), Person: p.ID, Unit: p.headOf()} }
	if a.Kind == OneAUnit {
		for _, u := range Roster(b) {
			if len(Speakers(b, u.ID)) > 0 {
				out = append(out, Receipt{Seat: unitSeat(u.ID), Unit: u.ID})
			}
		}
		return out
	}
	for p := range People.Each(b, "") {
		in := false
		switch a.Kind {
		case EveryHead:
			in = p.Holds(Head)
		case GroupHeads:
			in = p.Holds(GroupHead)
		case ByName:
			in = slices.Contains(a.People, p.ID)
		}
		if in && p.Left.IsZero() {
			out = append(out, seat(p))
		}
	}
	return out
}

// Unreachable are the names of those readers at some seats who get nothing in private.
func Unreachable(b Book, seats []Receipt) []string {
	var out []string
	for _, r := range seats {
		for _, p := range r.Readers(b) {
			if !p.Reachable() {
				out = append(out, p.Name)
			}
		}
	}
	return out
}

// headOf is the first unit a person heads; "" for none.
func (p Person) headOf() UnitID {
	for _, d := range p.Duties {
		if d.Role == Head {
			return d.Unit
		}
	}
	return ""
}

func personSeat(id PersonID) string { return "person/" + string(id) }
func unitSeat(id UnitID) string     { return "unit/" + string(id) }

// PeopleNamed reads a list of names: the people of the roster who are called so, and the names that nobody or more than one has.
func PeopleNamed(b Book, words string) (people []PersonID, unknown, doubtful []string) {
	byName := map[string][]PersonID{}
	for p := range People.Each(b, "") {
		if p.Left.IsZero() {
			byName[p.Name] = append(byName[p.Name], p.ID)
		}
	}
	for _, name := range strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,；;。.和", r) }) {
		switch ids := byName[name]; {
		case len(ids) == 0:
			unknown = append(unknown, name)
		case len(ids) > 1:
			doubtful = append(doubtful, name)
		case !slices.Contains(people, ids[0]):
			people = append(people, ids[0])
		}
	}
	return people, unknown, doubtful
}
