package workgroup

import (
	"slices"
	"strings"
	"time"
)

// LapseSlip has the office read words that may be of a decision of their writer's: it was asked what they are meant for, and nobody has answered. They can
// still be answered.
func (c College) LapseSlip(b Book, key string, now time.Time) {
	s, ok := Slips.Get(b, key)
	if !ok || s.Lapse.IsZero() || s.Lapse.After(now) {
		return
	}
	s.Lapse = time.Time{}
	Slips.Put(b, s)
	writer, _ := People.Get(b, s.Person)
	of := c.decisionsIn(b, s, writer, now)
	if len(of) == 0 {
		return
	}
	facts := Facts{"at": s.At.In(c.Zone).Format("15:04"), "name": writer.Name, "phone": writer.Phone, "words": s.Text, "decisions": of}
	for _, p := range but(Holders(b, Director, Staff), writer.ID) {
		c.Tell(b, p, Letter{Text: "say/meant-unanswered", Facts: facts, Written: now, Until: now.Add(24 * time.Hour)})
	}
}

// decisionsIn are the decisions that a slip names, and that its writer still answers for.
func (c College) decisionsIn(b Book, s Slip, writer Person, now time.Time) (out []Facts) {
	var seen []string
	for line := range strings.Lines(s.Of) {
		words := strings.Fields(line)
		if len(words) == 0 || slices.Contains(seen, words[len(words)-1]) {
			continue
		}
		key := words[len(words)-1]
		seen = append(seen, key)
		if d, ok := Decisions.Get(b, key); ok && d.Owing(b, writer) {
			out = append(out, c.DecisionFacts(b, d, now))
		}
	}
	return out
}
