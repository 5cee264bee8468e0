package workgroup

import "time"

// ReportProgress tells the office, and who recorded a decision, how far it has come in the words of somebody who answers for it; it is received with that,
// and stays open. Their names are given; none where nobody of them is reached.
func (c College) ReportProgress(b Book, key, words string, by Person, now time.Time) (d Decision, told []string, err error) {
	if d, err = c.MayPlead(b, key, by, now); err != nil {
		return d, nil, err
	}
	b.Note(Event{At: now, Kind: DecisionProgressed, Object: d.Key(), By: by.ID, Payload: Facts{"words": words}})
	if d.Waits(b, by) {
		d = d.seenBy(b, Act{by.ID, now}, by)
		d.Next = d.next(c, now)
		d = d.keep(b, now)
	}
	recorder, _ := People.Get(b, string(d.Recorded.By))
	facts := with(c.DecisionFacts(b, d, now), "by", by.Name, "phone", by.Phone, "words", words)
	for _, p := range but(together(Holders(b, Director, Staff), []Person{recorder}), by.ID) {
		if c.Tell(b, p, Letter{Text: "say/decision-progress", Facts: facts, Written: now, Until: now.Add(24 * time.Hour)}) {
			told = append(told, p.Name)
		}
	}
	return d, told, nil
}
