package workgroup

import (
	"regexp"
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
	for _, p := range readersOf(b, seats) {
		if !p.Reachable() {
			out = append(out, p.Name)
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
	for _, name := range namesIn(words, func(name string) bool { return byName[name] != nil }) {
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

// conjunction stands between two names of a list, in either language.
var conjunction = regexp.MustCompile(`\s*(?:[、，,；;。\n]|\s(?i:and|&)\s)\s*(?:(?i:and)\s)?`)

// namesIn are the names in a list. What stands between two signs is one name where somebody is called so (“John Smith”, “王和平”), and
// several with 和 or spaces between otherwise.
func namesIn(words string, called func(string) bool) []string {
	var out []string
	words = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && r != '\n' {
			return ' ' // as a Chinese keyboard writes it, too
		}
		return r
	}, words)
	for _, part := range conjunction.Split(strings.TrimSpace(words), -1) {
		if part = strings.Trim(strings.TrimPrefix(part+" ", "和 "), " ."); part == "" {
			continue
		}
		first, rest := firstName(part, called)
		if first != "" {
			out = append(out, first)
		}
		if rest != "" {
			out = append(out, namesIn(rest, called)...)
		}
	}
	return out
}

// firstName takes the first name from several: up to a 和 that leaves a name before it, else to a space, else to any 和.
func firstName(part string, called func(string) bool) (first, rest string) {
	if called(part) {
		return part, ""
	}
	for i := range part {
		if after, joined := strings.CutPrefix(part[i:], "和"); joined && called(part[:i]) {
			return part[:i], after
		}
	}
	if first, rest, spaced := strings.Cut(part, " "); spaced {
		return first, rest
	}
	first, rest, _ = strings.Cut(part, "和")
	return first, rest
}
