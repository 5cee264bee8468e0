package workgroup

import (
	"slices"
	"time"
)

// PleaKind is what somebody who answers for a decision says of it.
type PleaKind string

// What they may say: that they need more time (申请延期), that it is not theirs to do (不归其负责), that something is in the way (有困难), or what they want to
// know of it (询问).
const (
	PleaTime     PleaKind = ""
	PleaOwner    PleaKind = "owner"
	PleaTrouble  PleaKind = "trouble"
	PleaQuestion PleaKind = "question"
)

// Plea is what somebody who answers for a decision asks of those who may change it, and why. They answer it.
type Plea struct {
	Act
	Kind    PleaKind  `json:"kind,omitempty"`
	Words   string    `json:"words"`
	Until   time.Time `json:"until,omitzero"`    // the time they ask for, where they say so
	To      []Owner   `json:"to,omitempty"`      // whose it is instead, where they say so
	Pressed bool      `json:"pressed,omitempty"` // it was put before those who answer it once more
}

// Version is what buttons that answer a plea are made for: it stays when the decision is received meanwhile.
func (p Plea) Version() uint64 { return uint64(max(0, p.At.UnixMilli())) }

// pleaWaits is how many times as long as a receipt a plea waits until it is put before those who answer it once more.
const pleaWaits = 2

// MayPlead tells whether somebody may ask for something: who answers for what of a decision is not done.
func (c College) MayPlead(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, err := c.owned(b, key, by, now)
	if err == nil && !d.Owing(b, by) {
		return c.MayFinish(b, key, by, now) // which says that their part is done
	}
	return d, err
}

// Plead asks for more time, or says what is wrong with a decision, which stands and is received. The office and who recorded it read that, with buttons
// that grant or refuse it, and their names are given; none where nobody of them is reached, so that whoever asks has to telephone.
func (c College) Plead(b Book, key string, plea Plea, by Person, now time.Time) (d Decision, told []Person, err error) {
	if d, err = c.MayPlead(b, key, by, now); err != nil {
		return d, nil, err
	}
	if !plea.Until.After(now) || !plea.Until.After(d.Deadline) {
		plea.Until = time.Time{}
	}
	Withdraw(b, d.pleaObject())
	plea.Act, plea.Pressed = Act{by.ID, now}, false
	d = d.pleading(plea)
	b.Note(Event{At: now, Kind: DecisionPleaded, Object: d.Key(), By: by.ID, Payload: Facts{"of": plea.Kind, "words": plea.Words, "until": plea.Until, "to": plea.To}})
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
	facts, rows := with(c.DecisionFacts(b, d, now), "again", again), c.pleaButtons(b, d)
	for _, p := range d.judges(b) {
		if p.Holds(PackReaders...) && c.Tell(b, p, Letter{Text: "say/decision-plea", Facts: facts, Buttons: rows, Urgency: Deadline, Written: now, Until: now.Add(48 * time.Hour), About: Ref{Object: d.pleaObject()}}) {
			told = append(told, p)
		}
	}
	return told
}

// pleaButtons answer a plea: what is asked for, else otherwise, or not.
func (c College) pleaButtons(b Book, d Decision) (rows [][]Button) {
	button := func(label, act string, f Facts) Button {
		return Button{Label: label, Facts: f, Verb: "decide", Object: d.Key() + "/" + act, Version: d.Plea.Version()}
	}
	later, hand := button("button/decision-grant-when", "later", nil), button("button/decision-change-owner", "hand", nil)
	switch d.Plea.Kind {
	case PleaOwner:
		if len(d.Plea.To) > 0 {
			rows = append(rows, []Button{button("button/decision-hand", "grant", Facts{"owner": c.OwnersNamed(b, d.Plea.To)})})
		}
		return append(rows, []Button{hand, button("button/decision-keep", "refuse", Facts{"owner": c.OwnersNamed(b, d.Owners())})})
	case PleaQuestion:
		return [][]Button{{button("button/decision-answer", "refuse", nil)}}
	case PleaTrouble:
		return [][]Button{{later, hand}, {button("button/decision-hold", "refuse", nil)}}
	}
	if !d.Plea.Until.IsZero() {
		rows = append(rows, []Button{button("button/decision-grant", "grant", c.untilFacts(d.Plea.Until))})
	}
	return append(rows, []Button{later, button("button/decision-refuse", "refuse", nil)})
}

func (d Decision) pleaObject() string { return "plea/" + d.Key() }

// pleaDue is when a plea that nobody has answered is put before them once more; zero where none is.
func (d Decision) pleaDue(c College) time.Time {
	if !d.Plea.Done() || d.Plea.Pressed {
		return time.Time{}
	}
	return d.Plea.At.Add(pleaWaits * c.waits().Receipt)
}

// GrantPlea gives what was asked for; words says the decision with that, where it is to be said otherwise.
func (c College) GrantPlea(b Book, key string, version uint64, words func(Decision, DecisionChange) string, by Person, now time.Time) (Decision, error) {
	d, err := c.pleaded(b, key, version, by, now)
	if err != nil {
		return d, err
	}
	to := DecisionChange{Until: d.Plea.Until}
	if d.Plea.Kind == PleaOwner && len(d.Plea.To) > 0 {
		all := d.without(b, d.Plea.By, d.Plea.To)
		to = DecisionChange{Owner: all[0], With: all[1:]}
	} else if to.Until.IsZero() {
		return d, Refuse(DecisionWhen)
	}
	if words != nil {
		to.Text = words(d, to)
	}
	return c.AmendDecision(b, key, d.Version, to, d.Plea.Words, by, now)
}

// without are who answers for a decision once others do in the place of somebody.
func (d Decision) without(b Book, who PersonID, instead []Owner) (out []Owner) {
	for _, o := range d.Owners() {
		if !slices.ContainsFunc(o.People(b), func(p Person) bool { return p.ID == who }) {
			out = append(out, o)
		}
	}
	for _, o := range instead {
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// settled tells whether a change of a decision answers a plea.
func (p Plea) settled(later, handed bool) bool {
	return handed || later && p.Kind != PleaOwner && p.Kind != PleaQuestion
}

// MayAnswerPlea tells whether somebody may answer it; one that waited behind another is the first from then on.
func (c College) MayAnswerPlea(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	return c.pleaded(b, key, version, by, now)
}

// LeaveAsIs answers a plea without a change of the decision, and says why to whoever has asked: a no, what is to be done all the same, or what a question
// wants to know.
func (c College) LeaveAsIs(b Book, key string, version uint64, why string, by Person, now time.Time) (Decision, error) {
	d, err := c.pleaded(b, key, version, by, now)
	switch {
	case err != nil:
		return d, err
	case why == "":
		return d, Refuse(DecisionWhy)
	}
	kind := DecisionUnpleaded
	if d.Plea.Kind == PleaQuestion {
		kind = DecisionAnswered
	}
	b.Note(Event{At: now, Kind: kind, Object: d.Key(), By: by.ID, Payload: Facts{"reason": why}})
	asked := d
	d.Plea, d.LeftAsIs = Plea{}, Act{by.ID, now}
	d.Next = d.next(c, now)
	d = d.keep(b, now)
	c.tellAnswer(b, asked, d, false, why, by, now)
	return c.pleadNext(b, d, now), nil
}

// pleaded is a decision whose plea somebody may answer, which comes before the others on it then.
func (c College) pleaded(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	d, err := c.MayChange(b, key, by, now)
	if i := slices.IndexFunc(d.Pleas, func(p Plea) bool { return version == p.Version() }); i >= 0 && err == nil {
		d.Pleas = slices.Clone(d.Pleas)
		d.Plea, d.Pleas[i] = d.Pleas[i], d.Plea
		Decisions.Put(b, d) // it is the one that is answered now
	}
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

// tellAnswer tells whoever has asked, and the others who answer for the same, what became of it; those who might have answered it too read that it was
// refused.
func (c College) tellAnswer(b Book, asked, d Decision, granted bool, why string, by Person, now time.Time) {
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
	facts := with(c.DecisionFacts(b, d, now), "granted", granted, "of", asked.Plea.Kind, "by", by.Name, "why", why)
	for _, p := range but(all, by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-plea-answered", Facts: with(facts, "theirs", among(owners, p)), Urgency: Deadline, Written: now, Until: now.Add(48 * time.Hour)})
	}
}
