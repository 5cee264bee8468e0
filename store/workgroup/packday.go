package workgroup

import "time"

// prepare is what the steps do that lead to the meeting: the office reads the draft, hears what was not answered, and at the freeze the
// pack lies before everybody. Whatever was slept through, a meeting does not begin without one.
func (c College) prepare(b Book, r Round, s Step, now time.Time) {
	switch s.Name {
	case StepPack:
		c.draftPack(b, r, s, now)
	case StepAnswers:
		c.listAnswers(b, r, s, now)
	case StepFreeze:
		c.FreezePack(b, r, Person{}, now)
	case StepMeeting:
		_, _ = c.OpenMeeting(b, r, Person{}, now) // the clock is refused nothing
	}
}

// PackFacts are what a pack of a date would say now (草稿).
func (c College) PackFacts(b Book, r Round, now time.Time) Facts {
	return c.packFacts(b, c.Count(b, r), now)
}

// draftPack tells the office what the pack would say, while there is time to ask.
func (c College) draftPack(b Book, r Round, s Step, now time.Time) {
	facts := c.PackFacts(b, r, now)
	for _, one := range Holders(b, Director, Staff) {
		c.Tell(b, one, Letter{Text: "say/pack", Facts: facts, Urgency: Deadline, Written: now, Until: r.Until(s.Name), About: Ref{Object: packObject(r.Date)}})
	}
}

// listAnswers tells the office which questions to units are still open when the time for them is up, with the numbers to telephone;
// silent when none is.
func (c College) listAnswers(b Book, r Round, s Step, now time.Time) {
	lines := []Facts{}
	for _, q := range QueriesOf(b, r.Date) {
		if q.Open() {
			u, _ := r.Unit(b, q.Unit)
			line := c.QueryFacts(b, q)
			line["unit"], line["words"], line["at"], line["people"] = u.Named(), q.Words, q.At.In(c.Zone).Format("15:04"), Phones(Speakers(b, q.Unit))
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return
	}
	for _, one := range Holders(b, Director, Staff) {
		c.Tell(b, one, Letter{Text: "say/pack-answers", Facts: Facts{"date": r.Date, "lines": lines, "freeze": c.clock(r.At(StepFreeze))}, Urgency: Deadline, Written: now, Until: r.Until(s.Name),
			About: Ref{Object: "round/" + r.Key()}})
	}
}

// clock is an instant as a time of day.
func (c College) clock(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(c.Zone).Format("15:04")
}
