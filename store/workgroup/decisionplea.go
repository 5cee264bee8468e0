package workgroup

import "time"

// Plea is that somebody who answers for a decision asks for more time (申请延期), and why. It is answered by those who may change the decision.
type Plea struct {
	Act
	Words   string    `json:"words"`
	Until   time.Time `json:"until,omitzero"`    // what they ask for, where they say so
	Pressed bool      `json:"pressed,omitempty"` // it was put before those who answer it once more
}

// Version is what buttons that answer a plea are made for: it stays when the decision is received meanwhile.
func (p Plea) Version() uint64 { return uint64(max(0, p.At.UnixMilli())) }

// pleaWaits is how many times as long as a receipt a plea waits until it is put before those who answer it once more.
const pleaWaits = 2

// MayPlead tells whether somebody may ask for more time: who answers for what of a decision is not done.
func (c College) MayPlead(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, err := c.owned(b, key, by, now)
	if err == nil && !d.Owing(b, by) {
		return c.MayFinish(b, key, by, now) // which says that their part is done
	}
	return d, err
}

// Plead asks for more time. The office and who recorded the decision read it, with buttons that grant or refuse it, and their names are given; none
// where nobody of them is reached, so that whoever asks has to telephone.
func (c College) Plead(b Book, key string, plea Plea, by Person, now time.Time) (d Decision, told []Person, err error) {
	if d, err = c.MayPlead(b, key, by, now); err != nil {
		return d, nil, err
	}
	if !plea.Until.After(now) || !plea.Until.After(d.Deadline) {
		plea.Until = time.Time{}
	}
	Withdraw(b, d.pleaObject())
	plea.Act, plea.Pressed = Act{by.ID, now}, false
	d.Plea = plea
	b.Note(Event{At: now, Kind: DecisionPleaded, Object: d.Key(), By: by.ID, Payload: Facts{"words": plea.Words, "until": plea.Until}})
	if !d.Seen.Done() {
		d = d.seenBy(b, Act{by.ID, now}, by)
	}
	d.Next = d.next(c, now)
	d = d.keep(b, now)
	return d, c.tellPlea(b, d, false, now), nil
}

// judges are those who answer a plea: the office and who recorded the decision, else the leading group; never who has asked.
func (d Decision) judges(b Book) []Person {
	recorder, _ := People.Get(b, string(d.Recorded.By))
	judges := but(together(Holders(b, Director, Staff), []Person{recorder}), d.Plea.By)
	for _, p := range judges {
		if p.Reachable() && p.Holds(PackReaders...) {
			return judges
		}
	}
	return but(together(judges, Holders(b, Leading)), d.Plea.By)
}

// tellPlea puts a plea before those who answer it.
func (c College) tellPlea(b Book, d Decision, again bool, now time.Time) (told []Person) {
	facts := with(c.DecisionFacts(b, d, now), "again", again)
	button := func(label, act string, f Facts) Button {
		return Button{Label: label, Facts: f, Verb: "decide", Object: d.Key() + "/" + act, Version: d.Plea.Version()}
	}
	row := []Button{button("button/decision-grant-when", "later", nil), button("button/decision-refuse", "refuse", nil)}
	rows := [][]Button{row}
	if !d.Plea.Until.IsZero() {
		rows = [][]Button{{button("button/decision-grant", "grant", c.untilFacts(d.Plea.Until))}, row}
	}
	for _, p := range d.judges(b) {
		if p.Holds(PackReaders...) && c.Tell(b, p, Letter{Text: "say/decision-plea", Facts: facts, Buttons: rows, Urgency: Deadline, Written: now, Until: now.Add(48 * time.Hour), About: Ref{Object: d.pleaObject()}}) {
			told = append(told, p)
		}
	}
	return told
}

func (d Decision) pleaObject() string { return "plea/" + d.Key() }

// pleaDue is when a plea that nobody has answered is put before them once more; zero where none is.
func (d Decision) pleaDue(c College) time.Time {
	if !d.Plea.Done() || d.Plea.Pressed {
		return time.Time{}
	}
	return d.Plea.At.Add(pleaWaits * c.waits().Receipt)
}

// GrantPlea gives what was asked for.
func (c College) GrantPlea(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	d, err := c.pleaded(b, key, version, by, now)
	if err != nil {
		return d, err
	}
	if d.Plea.Until.IsZero() {
		return d, Refuse(DecisionWhen)
	}
	return c.AmendDecision(b, key, d.Version, DecisionChange{Until: d.Plea.Until}, d.Plea.Words, by, now)
}

// MayAnswerPlea tells whether somebody may grant or refuse it.
func (c College) MayAnswerPlea(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	return c.pleaded(b, key, version, by, now)
}

// RefusePlea leaves the deadline as it is, and says why to whoever has asked.
func (c College) RefusePlea(b Book, key string, version uint64, why string, by Person, now time.Time) (Decision, error) {
	d, err := c.pleaded(b, key, version, by, now)
	switch {
	case err != nil:
		return d, err
	case why == "":
		return d, Refuse(DecisionWhy)
	}
	b.Note(Event{At: now, Kind: DecisionUnpleaded, Object: d.Key(), By: by.ID, Payload: Facts{"reason": why}})
	asked := d
	d.Plea = Plea{}
	d.Next = d.next(c, now)
	d = d.keep(b, now)
	c.answerPlea(b, asked, d, false, why, by, now)
	return d, nil
}

// pleaded is a decision whose plea somebody may answer.
func (c College) pleaded(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	d, err := c.MayChange(b, key, by, now)
	switch {
	case err != nil:
		return d, err
	case !d.Plea.Done() || version != d.Plea.Version():
		return d, Refuse(Changed)
	case d.Plea.By == by.ID:
		return d, Refuse(OwnPlea)
	}
	return d, nil
}

// answerPlea tells whoever has asked for more time, and the others who answer for the same, what became of it; those who might have answered it too read
// that it was refused.
func (c College) answerPlea(b Book, asked, d Decision, granted bool, why string, by Person, now time.Time) {
	if !asked.Plea.Done() {
		return
	}
	Withdraw(b, d.pleaObject())
	pleader, _ := People.Get(b, string(asked.Plea.By))
	owners := together([]Person{pleader}, d.answerable(b, undoneParty))
	all := owners
	if !granted { // a change is told anyway
		all = together(owners, asked.judges(b))
	}
	facts := with(c.DecisionFacts(b, d, now), "granted", granted, "by", by.Name, "why", why)
	for _, p := range but(all, by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-plea-answered", Facts: with(facts, "theirs", among(owners, p)), Urgency: Deadline, Written: now, Until: now.Add(48 * time.Hour)})
	}
}
