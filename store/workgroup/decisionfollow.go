package workgroup

import "time"

const (
	reminderAhead = 4 * time.Hour // before the deadline: half a working day is left to act
	overdueEvery  = 24 * time.Hour
)

// next is when a decision in force asks for something; what falls into the night comes in the morning.
func (d Decision) next(c College, now time.Time) time.Time {
	if !d.Open() {
		return time.Time{}
	}
	var moments []time.Time
	if !d.Seen.Done() && !d.Listed {
		moments = append(moments, d.asks().Add(c.waits().Receipt*time.Duration(d.Asked+1)))
	}
	if ahead := d.Deadline.Add(-reminderAhead); !d.Reminded && ahead.After(d.asks().Add(reminderAhead)) && d.Overdue.IsZero() {
		moments = append(moments, ahead)
	}
	if at := d.pleaDue(c); !at.IsZero() {
		moments = append(moments, at)
	}
	if d.Overdue.IsZero() {
		moments = append(moments, d.Deadline)
	} else {
		moments = append(moments, d.Overdue.Add(overdueEvery))
	}
	return c.Quiet.over(earliest(moments...).In(c.Zone))
}

// See is 「收到」 of somebody who answers for a decision.
func (c College) See(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, err := c.owned(b, key, by, now)
	switch {
	case err != nil:
		return d, err
	case !d.Waits(b, by):
		seen := d.Seen
		for _, p := range d.Parties {
			if among(p.Owner.People(b), by) {
				seen = p.Seen
			}
		}
		return d, Refuse(DecisionSeen, "by", nameOf(b, seen.By), "at", c.MomentFacts(seen.At, now))
	}
	d = d.seenBy(b, Act{by.ID, now}, by)
	d.Next = d.next(c, now)
	b.Note(Event{At: now, Kind: DecisionSeenBy, Object: d.Key(), By: by.ID})
	return d.keep(b, now), nil
}

// owned is a decision in force, for those who answer for it.
func (c College) owned(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, ok := Decisions.Get(b, key)
	if !ok {
		return d, Refuse(Changed)
	}
	switch err := c.ended(b, d, now); {
	case err != nil:
		return d, err
	case !d.Recorded.Done() || !d.Owes(b, by):
		return d, Refuse(DecisionOthers, "owner", c.OwnersNamed(b, d.Owners()))
	}
	return d, nil
}

// MayFinish tells whether somebody may close a decision: who answers for it, and the office in their place.
func (c College) MayFinish(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, err := c.owned(b, key, by, now)
	if err == nil && !d.Owing(b, by) {
		for _, p := range d.Parties {
			if among(p.Owner.People(b), by) {
				return d, Refuse(DecisionOver, "code", d.Code(), "by", nameOf(b, p.Done.By), "result", p.Result)
			}
		}
	}
	if refusal, is := err.(*Refusal); is && refusal.Code == DecisionOthers && d.Recorded.Done() && by.Holds(Director, Staff) {
		return d, nil
	}
	return d, err
}

// Finish closes a decision with what came of it (办结). The office and whoever recorded it read it.
func (c College) Finish(b Book, key, result string, by Person, now time.Time) (Decision, error) {
	d, err := c.MayFinish(b, key, by, now)
	switch {
	case err != nil:
		return d, err
	case result == "":
		return d, Refuse(NoResult)
	}
	d, of := d.doneBy(b, Act{by.ID, now}, by, result)
	if whole := c.results(b, d); whole != "" && d.Done.Done() && len(of) > 0 {
		d.Result = whole
	}
	d = d.unpleaded(by.ID)
	if d.Done.Done() || d.Plea.By == by.ID {
		d.Plea = Plea{} // and what waits behind it is put before them next
		Withdraw(b, d.pleaObject())
	}
	d.Next = d.next(c, now)
	b.Note(Event{At: now, Kind: DecisionDone, Object: d.Key(), By: by.ID, Payload: Facts{"result": result, "late": now.After(d.Deadline), "of": of}})
	Withdraw(b, d.object())
	d = d.keep(b, now)
	recorder, _ := People.Get(b, string(d.Recorded.By))
	facts := with(c.DecisionFacts(b, d, now), "by", by.Name)
	if facts["left"] = nil; !d.Done.Done() {
		facts["owner"], facts["result"], facts["late"] = c.OwnersNamed(b, of), result, now.After(d.Deadline)
		facts["left"] = c.OwnersNamed(b, d.asking(undoneParty))
	}
	for _, p := range but(together(Holders(b, Director, Staff), []Person{recorder}), by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-done", Facts: facts, Written: now, Until: now.Add(24 * time.Hour)})
	}
	return c.pleadNext(b, d, now), nil
}

// WakeDecision asks for what is owed: the receipt again, then the office is told; before the deadline the owner is reminded, and after it
// asked every day, with the office told, until it is done.
func (c College) WakeDecision(b Book, key string, now time.Time) {
	d, ok := Decisions.Get(b, key)
	if !ok || d.Next.IsZero() || d.Next.After(now) {
		return
	}
	switch {
	case !now.Before(d.Deadline):
		d.Overdue, d.Listed, d.Reminded = now, true, true
		b.Note(Event{At: now, Kind: DecisionLate, Object: d.Key()})
		c.tellUnseen(b, d, d.asking(undoneParty), true, now)
		c.bring(b, d, undoneParty, now)
	case !d.pleaDue(c).IsZero() && !now.Before(d.pleaDue(c)):
		d.Plea.Pressed = true
		b.Note(Event{At: now, Kind: DecisionPleaded, Object: d.Key(), Payload: Facts{"again": true}})
		c.tellPlea(b, d, true, now)
	case !d.Seen.Done() && !d.Listed && d.Asked > 0:
		d.Listed = true
		b.Note(Event{At: now, Kind: DecisionListed, Object: d.Key()})
		c.tellUnseen(b, d, d.asking(unseenParty), false, now)
	case !d.Seen.Done() && !d.Listed:
		d.Asked++
		b.Note(Event{At: now, Kind: DecisionAsked, Object: d.Key()})
		if reached, deaf := c.bring(b, d, unseenParty, now); !reached { // nobody of them gets it any more
			d.Listed = true
			c.tellUnseen(b, d, deaf, false, now)
		}
	default:
		d.Reminded = true
		b.Note(Event{At: now, Kind: DecisionReminded, Object: d.Key()})
		c.bring(b, d, undoneParty, now)
	}
	d.Next = d.next(c, now)
	d.keep(b, now)
}

// tellUnseen tells the office that of some who answer for it nobody has pressed 「收到」, or that a decision is overdue, with the numbers to telephone.
func (c College) tellUnseen(b Book, d Decision, owing []Owner, late bool, now time.Time) {
	Withdraw(b, d.object())
	facts := with(c.DecisionFacts(b, d, now), "overdue", late, "owner", c.OwnersNamed(b, owing), "people", Phones(peopleOf(b, owing)))
	for _, p := range Holders(b, Director, Staff) {
		if !d.Owes(b, p) {
			c.Tell(b, p, Letter{Text: "say/decision-owing", Facts: facts, Urgency: Deadline, Written: now, Until: now.Add(24 * time.Hour), About: Ref{Object: d.object()}})
		}
	}
}

// DecisionFacts are a decision as texts tell it.
func (c College) DecisionFacts(b Book, d Decision, now time.Time) Facts {
	f := Facts{"code": d.Code(), "date": d.Date, "text": d.Text, "owner": Named{}, "settled": d.Owner.Settled(), "vague": d.Vague, "day": d.Day, "on": "", "until": "", "days": 0, "late": d.Late(now), "recorded": d.Recorded.Done(), "revoked": d.Revoked.Done(), "changes": c.ChangesFacts(b, d, time.Time{}, now), "seen": nil, "done": nil, "result": d.Result,
		"asked": d.Asked > 0 || d.Listed}
	if d.Owner.Settled() {
		f["owner"] = c.OwnersNamed(b, d.Owners())
	}
	if !d.Deadline.IsZero() {
		on, until := c.dayAndTime(d.Deadline)
		f["on"], f["until"] = on, until
		if d.Late(now) {
			f["days"] = int(DateOf(now.In(c.Zone)).In(time.UTC).Sub(on.In(time.UTC)).Hours()) / 24
		}
	}
	act := func(a Act) any {
		if !a.Done() {
			return nil
		}
		return Facts{"by": nameOf(b, a.By), "at": c.MomentFacts(a.At, now)}
	}
	f["plea"], f["added"] = nil, nil
	if d.Added {
		f["added"] = act(d.Entered)
	}
	if p := d.Plea; p.Done() {
		who, _ := People.Get(b, string(p.By))
		plea := Facts{"by": who.Name, "phone": who.Phone, "at": c.MomentFacts(p.At, now), "of": p.Kind, "words": p.Words, "until": nil, "to": nil}
		if !p.Until.IsZero() {
			plea["until"] = c.untilFacts(p.Until)
		}
		if len(p.To) > 0 {
			plea["to"] = c.OwnersNamed(b, p.To)
		}
		f["plea"] = plea
	}
	f["reopened"] = c.reopenedFacts(b, d, now)
	f["seen"], f["done"], f["parties"] = act(d.Seen), act(d.Done), c.partiesFacts(b, d, act)
	return f
}

// dayAndTime are the day and the time of a deadline; at midnight it is the whole of the day before, without a time.
func (c College) dayAndTime(at time.Time) (on Date, until string) {
	at = at.In(c.Zone)
	if until = at.Format("15:04"); until == "00:00" {
		return DateOf(at).Add(-1), ""
	}
	return DateOf(at), until
}
