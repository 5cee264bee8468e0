package workgroup

import "time"

// Span is a time from one instant to another.
type Span struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
}

// Gaps are the times between two instants in which nobody is on duty.
func Gaps(b Book, from, to time.Time) []Span {
	return uncovered(ShiftsBetween(b, from, to), from, to)
}

// uncovered are the times that none of the shifts, which are in the order they begin, is in.
func uncovered(shifts []Shift, from, to time.Time) []Span {
	var out []Span
	for _, s := range shifts {
		if s.From.After(from) {
			out = append(out, Span{from, s.From})
		}
		if s.To.After(from) {
			from = s.To
		}
	}
	if to.After(from) {
		out = append(out, Span{from, to})
	}
	return out
}
