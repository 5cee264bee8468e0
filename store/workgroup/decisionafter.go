package workgroup

import "time"

// TellAfter passes on to the office what whoever answered for a decision writes of it once it is done: nothing of the decision changes.
func (c College) TellAfter(b Book, key, words string, by Person, now time.Time) error {
	d, ok := Decisions.Get(b, key)
	if !ok || !d.Done.Done() {
		return Refuse(Changed)
	}
	facts := with(c.DecisionFacts(b, d, now), "by", by.Name, "phone", by.Phone, "words", words)
	recorder, _ := People.Get(b, string(d.Recorded.By))
	for _, p := range but(together(Holders(b, Director, Staff), []Person{recorder}), by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-after", Facts: facts, Written: now, Until: now.Add(24 * time.Hour)})
	}
	return nil
}
