package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// decidedAlready is the decision of a meeting that says the same as one that is proposed, up to its marks: word for word, or what is to be done, and
// neither another owner nor another time, as it is now or as it was recorded.
func (t *turn) decidedAlready(m workgroup.Meeting, proposed workgroup.Decision) (workgroup.Decision, bool) {
	for _, d := range workgroup.DecisionsOf(t.b, m.Key()) {
		if !d.Revoked.Done() && (t.saysTheSame(d, proposed) || t.saysTheSame(d.AsOf(d.Recorded.At), proposed)) {
			return d, true
		}
	}
	return workgroup.Decision{}, false
}

func (t *turn) saysTheSame(d, proposed workgroup.Decision) bool {
	if lettersOf(d.Text) == lettersOf(proposed.Text) {
		return true
	}
	owners := proposed.Owners()
	return t.thingOf(d) == t.thingOf(proposed) &&
		(len(owners) == 0 && len(proposed.Among) == 0 || slices.Equal(owners, d.Owners())) &&
		(proposed.Deadline.IsZero() && proposed.Vague == "" || proposed.Deadline.Equal(d.Deadline))
}

// inTime begins a clause with until when.
var inTime = pattern.MustCompile(`^.{2,16}?(?:之前|以前|前|以内|之内|内)`)

// thingOf is what is to be done by a decision, without its marks and without who and until when, which its clauses may begin with.
func (t *turn) thingOf(d workgroup.Decision) string {
	var names []string
	for _, o := range d.Owners() {
		names = append(names, t.calledBy(o)...)
	}
	thing := ""
	for _, clause := range clerk.ClauseEnd.Split(people.Narrow(t.BodyOf(t.b, d)), -1) {
		clause = strings.TrimSpace(clause)
		for _, name := range names {
			clause = strings.TrimPrefix(clause, name)
		}
		if said := inTime.FindString(clause); said != "" {
			if at, ok := t.DeadlineOf(said, d.Entered.At); ok && at.Equal(d.Deadline) {
				clause = clause[len(said):]
			}
		}
		thing += clause
	}
	return lettersOf(thing)
}

// lettersOf are words without their marks and blanks.
func lettersOf(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsSymbol(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, words)
}
