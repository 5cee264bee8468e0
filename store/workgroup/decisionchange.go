package workgroup

import (
	"slices"
	"time"
)

// Amendment is what a decision in force said until it was changed (更改), by whom and why.
type Amendment struct {
	Text     string    `json:"text"`
	Owner    Owner     `json:"owner"`
	With     []Owner   `json:"with,omitempty"` // who answered for it with them
	Deadline time.Time `json:"deadline"`
	Reason   string    `json:"reason"`
	Act
}

// Revoked is who took a decision in force back, and why (撤销).
type Revoked struct {
	Act
	Reason string `json:"reason,omitempty"`
}

// DecisionChange is what of a decision in force is to be otherwise; what it leaves empty stays.
type DecisionChange struct {
	Text  string
	Owner Owner
	With  []Owner // who answers for it with them
	Until time.Time
}

// MayChange tells whether somebody may change a decision or take it back: those whose meetings it is of, while it is in force.
func (c College) MayChange(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, ok := Decisions.Get(b, key)
	switch {
	case !ok || !d.Recorded.Done():
		return d, Refuse(Changed)
	case !by.Holds(PackReaders...):
		return d, Refuse(PackNotYours)
	}
	return d, c.ended(b, d, now)
}

// ended refuses what is done or taken back.
func (c College) ended(b Book, d Decision, now time.Time) error {
	switch {
	case d.Revoked.Done():
		return Refuse(DecisionRevoked, "code", d.Code(), "by", nameOf(b, d.Revoked.By), "at", c.MomentFacts(d.Revoked.At, now), "reason", d.Revoked.Reason)
	case d.Done.Done():
		return Refuse(DecisionOver, "code", d.Code(), "by", nameOf(b, d.Done.By), "result", d.Result)
	}
	return nil
}

// changing is a decision in force in the version that a change was made for, with its reason.
func (c College) changing(b Book, key string, version uint64, reason string, by Person, now time.Time) (Decision, error) {
	d, err := c.MayChange(b, key, by, now)
	switch {
	case err != nil:
		return d, err
	case version != d.Version:
		return d, Refuse(Changed)
	case reason == "":
		return d, Refuse(DecisionWhy)
	}
	return d, nil
}

// AmendDecision changes a decision in force. What it said until then is kept; who answers for it now is asked for 收到 anew, and whoever does
// no longer is told so.
func (c College) AmendDecision(b Book, key string, version uint64, to DecisionChange, reason string, by Person, now time.Time) (Decision, error) {
	d, err := c.changing(b, key, version, reason, by, now)
	if err != nil {
		return d, err
	}
	was := Amendment{Text: d.Text, Owner: d.Owner, Deadline: d.Deadline, Reason: reason, Act: Act{by.ID, now}}
	if all := d.Owners(); len(all) > 1 {
		was.With = all[1:]
	}
	if to.Text != "" {
		d.Text = to.Text
	}
	if to.Owner.Settled() {
		d = d.Given(append([]Owner{to.Owner}, to.With...))
	}
	if !to.Until.IsZero() {
		d.Deadline = to.Until
	}
	switch {
	case d.Text == was.Text && slices.Equal(d.Owners(), was.Owners()) && d.Deadline.Equal(was.Deadline):
		return d, Refuse(DecisionSame, "code", d.Code())
	case !d.Deadline.Equal(was.Deadline) && !d.Deadline.After(now):
		return d, c.DeadlinePast(d.Deadline)
	}
	d.Amended = append(d.Amended, was)
	asked, later := d, !d.Deadline.Equal(was.Deadline)
	if asked.Plea.settled(later, !slices.Equal(d.Owners(), was.Owners())) {
		d.Plea = Plea{} // it is answered, or asks for nothing any more
		Withdraw(b, d.pleaObject())
	}
	d = d.unseen()
	if same := !was.Reworded(d) && slices.Equal(d.Owners(), was.Owners()); same && asked.Plea.Done() && asked.Plea.Kind == PleaTime {
		pleader, _ := People.Get(b, string(asked.Plea.By))
		d = d.seenBy(b, Act{pleader.ID, now}, pleader) // who asked for more time knows until when it is
	}
	if !d.Deadline.Equal(was.Deadline) {
		d.Reminded, d.Overdue = false, time.Time{}
	}
	b.Note(Event{At: now, Kind: DecisionAmended, Object: d.Key(), By: by.ID, Payload: Facts{"owner": d.Owner, "owners": d.Owners(), "deadline": d.Deadline, "reason": reason}})
	Withdraw(b, d.object())
	c.tellChanged(b, d, d.others(b, d.as(was).answerable(b, anyParty)), by, now)
	d = c.brought(b, d, now)
	d.show(b, by, now)
	d.Next = d.next(c, now)
	d = d.keep(b, now)
	if later && !d.Plea.Done() {
		c.tellAnswer(b, asked, d, d.Deadline.After(was.Deadline), reason, by, now)
	}
	return c.pleadNext(b, d, now), nil
}

// RevokeDecision takes a decision in force back: nobody is asked for it any more, and whoever answered for it is told.
func (c College) RevokeDecision(b Book, key string, version uint64, reason string, by Person, now time.Time) (Decision, error) {
	d, err := c.changing(b, key, version, reason, by, now)
	if err != nil {
		return d, err
	}
	d.Plea, d.Pleas = Plea{}, nil
	Withdraw(b, d.pleaObject())
	d.Revoked, d.Next = Revoked{Act{by.ID, now}, reason}, time.Time{}
	b.Note(Event{At: now, Kind: DecisionTakenBack, Object: d.Key(), By: by.ID, Payload: Facts{"reason": reason}})
	Withdraw(b, d.object())
	d = d.keep(b, now)
	c.tellChanged(b, d, d.answerable(b, anyParty), by, now)
	d.show(b, by, now)
	return d, nil
}

// others are those of some people who do not answer for a decision.
func (d Decision) others(b Book, people []Person) (out []Person) {
	for _, p := range people {
		if !d.Owes(b, p) {
			out = append(out, p)
		}
	}
	return out
}

// tellChanged tells some people, who answered for a decision, and the office, how it was changed or that it was taken back. Who answers for it
// now reads it on its card.
func (c College) tellChanged(b Book, d Decision, owed []Person, by Person, now time.Time) {
	facts, changes := c.DecisionFacts(b, d, now), c.ChangesFacts(b, d, time.Time{}, now)
	facts["change"] = changes[len(changes)-1]
	recorder, _ := People.Get(b, string(d.Recorded.By))
	office := together(Holders(b, Director, Staff), []Person{recorder})
	if !d.Revoked.Done() {
		office = d.others(b, office)
	}
	for _, p := range but(together(owed, office), by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-changed", Facts: with(facts, "theirs", among(owed, p)), Urgency: Deadline, Written: now, Until: now.Add(24 * time.Hour)})
	}
}

// as is the decision as it was until a change.
func (d Decision) as(was Amendment) Decision {
	if all := was.Owners(); !slices.Equal(all, d.Owners()) {
		d = d.Given(all)
	}
	d.Text, d.Deadline = was.Text, was.Deadline
	return d
}

// AsOf is a decision as it was in force at a moment.
func (d Decision) AsOf(at time.Time) Decision {
	for _, was := range d.Amended {
		if was.At.After(at) {
			d = d.as(was)
			break
		}
	}
	if d.Revoked.At.After(at) {
		d.Revoked = Revoked{}
	}
	return d
}

// Stood is since when a decision is in force as it is.
func (d Decision) Stood() time.Time {
	if n := len(d.Amended); n > 0 {
		return d.Amended[n-1].At
	}
	return d.Recorded.At
}

// ChangedSince tells whether a decision was changed or taken back after a moment.
func (d Decision) ChangedSince(at time.Time) bool {
	return d.Revoked.At.After(at) || len(d.Amended) > 0 && d.Stood().After(at)
}

// DecisionsChanged are those that were changed or taken back after a moment, oldest first.
func DecisionsChanged(b Book, since time.Time) (out []Decision) {
	for d := range Decisions.Each(b, "") {
		if d.ChangedSince(since) {
			out = append(out, d)
		}
	}
	return out
}

// ChangesFacts are how a decision was changed after a moment, and that it was taken back, in order, as texts tell it.
func (c College) ChangesFacts(b Book, d Decision, since, now time.Time) []Facts {
	out := []Facts{}
	for i, was := range d.Amended {
		next := d
		if i+1 < len(d.Amended) {
			next = d.as(d.Amended[i+1])
		}
		if !was.At.After(since) {
			continue
		}
		f := Facts{"by": nameOf(b, was.By), "at": c.MomentFacts(was.At, now), "reason": was.Reason, "revoked": false, "text": nil, "owner": nil, "until": nil}
		if was.Reworded(next) {
			f["text"] = Facts{"was": was.Text, "now": next.Text}
		}
		if !slices.Equal(was.Owners(), next.Owners()) {
			f["owner"] = Facts{"was": c.OwnersNamed(b, was.Owners()), "now": c.OwnersNamed(b, next.Owners())}
		}
		if !was.Deadline.Equal(next.Deadline) {
			f["until"] = Facts{"was": c.untilFacts(was.Deadline), "now": c.untilFacts(next.Deadline)}
		}
		out = append(out, f)
	}
	if d.Revoked.At.After(since) {
		out = append(out, Facts{"by": nameOf(b, d.Revoked.By), "at": c.MomentFacts(d.Revoked.At, now), "reason": d.Revoked.Reason, "revoked": true, "text": nil, "owner": nil, "until": nil})
	}
	return out
}

// Reworded tells whether what is to be done is otherwise: another owner or deadline only leaves the words that said the old one.
func (a Amendment) Reworded(next Decision) bool {
	return a.Text != next.Text && slices.Equal(a.Owners(), next.Owners()) && a.Deadline.Equal(next.Deadline)
}

// untilFacts are a deadline as texts tell it.
func (c College) untilFacts(at time.Time) Facts {
	on, until := c.dayAndTime(at)
	return Facts{"on": on, "until": until}
}
