package workgroup

import (
	"strconv"
	"strings"
)

// SumAsked is what the head of a lead unit is asked about a sum of their sheet: for another one, or why; with what the units made when it was read back,
// whether it is right; or whether the sum of the sheet is meant at all.
type SumAsked struct {
	Date   Date
	Lead   UnitID
	Item   Key
	To     Count // Unsaid: it is asked for
	Before Count // what the units made; Unsaid: it is not read back
	Either bool  // their own unit's figure may be meant as well
}

// Object names it on a desk, and on a slip.
func (s SumAsked) Object() string {
	parts := []string{SheetObject(s.Date, s.Lead), string(s.Item)}
	for _, n := range []Count{s.To, s.Before} {
		if n != Unsaid {
			parts = append(parts, strconv.Itoa(int(n)))
		}
	}
	if s.Either {
		parts = append(parts, "either")
	}
	return strings.Join(parts, "/")
}

// SumAskedOf is what an object names; false: it names none.
func SumAskedOf(object string) (s SumAsked, ok bool) {
	at := strings.Split(object, "/")
	if len(at) < 3 {
		return s, false
	}
	s = SumAsked{Date: Date(at[0]), Lead: UnitID(at[1]), Item: Key(at[2]), To: Unsaid, Before: Unsaid, Either: len(at) > 5}
	for i, n := range []*Count{&s.To, &s.Before} {
		if len(at) > 3+i {
			said, err := strconv.Atoi(at[3+i])
			if err != nil {
				return s, false
			}
			*n = Count(said)
		}
	}
	return s, true
}

// ReadBack tells whether it waits for a yes.
func (s SumAsked) ReadBack() bool { return s.To != Unsaid && s.Before != Unsaid }
