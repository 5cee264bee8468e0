package workgroup

import "time"

// closeShift asks the people of a shift that has ended for the hand-over (交班).
func (c College) closeShift(b Book, s *Shift, now time.Time) {
	s.Closed = now
	b.Note(Event{At: now, Kind: ShiftClosed, Object: s.Key()})
	Withdraw(b, "absence/"+s.Key())
	Touch(b, ShiftCard, s.Key(), now)
	if now.Sub(s.To) > worthNote {
		s.Pressed = now // the bot was down: too late to ask, or to press anybody
		return
	}
	for _, p := range s.crew(b) {
		c.Tell(b, p, Letter{Text: "say/shift-ends", Facts: c.ShiftFacts(b, *s, false), Urgency: Deadline, Written: now, Until: s.To.Add(worthNote),
			About: Ref{Object: "handover/" + s.Key()}, Buttons: [][]Button{{{Label: "button/handover", Verb: "handover", Object: s.Key()}}}})
	}
}

// MayHandOver tells whether somebody may write a shift's hand-over note now.
func MayHandOver(b Book, key string, by Person, now time.Time) (Shift, error) {
	s, ok := Shifts.Get(b, key)
	switch {
	case !ok:
		return s, Refuse(Changed)
	case !s.Has(by.ID):
		return s, Refuse(NotOnShift)
	case s.Closed.IsZero():
		return s, Refuse(ShiftRuns)
	case s.Noted.Done():
		return s, again(s.Noted, by)
	}
	return s, nil
}

// HandOver keeps a shift's hand-over note in its people's own words, with the message that holds it, and brings it to those on
// duty now.
func (c College) HandOver(b Book, key string, by Person, note, source string, now time.Time) error {
	s, err := MayHandOver(b, key, by, now)
	if err != nil {
		return err
	}
	s.Note, s.Noted, s.Source = note, Act{by.ID, now}, source
	Shifts.Put(b, s)
	b.Note(Event{At: now, Kind: ShiftNoted, Object: key, By: by.ID})
	Withdraw(b, "handover/"+key)
	for _, p := range crewOn(b, now) {
		c.Tell(b, p, Letter{Text: "say/handover", Facts: c.handoverFacts(b, s), Urgency: Deadline, Written: now, About: Ref{Object: "handover/" + key},
			Buttons: [][]Button{{{Label: "button/accept-shift", Verb: "relieve", Object: key}}}})
	}
	return nil
}

// AmendNote brings a hand-over note that its writer has edited to those on duty now, and to who took it up, and returns what it
// said before; false: the message holds none of the last days.
func (c College) AmendNote(b Book, source string, by Person, note string, now time.Time) (was string, ok bool) {
	for s := range Shifts.From(b, "", string(DateOf(now.Add(-2*LongestShift)))) {
		if s.Source != source || s.Noted.By != by.ID {
			continue
		}
		if s.Note == note {
			return note, true
		}
		was, s.Note = s.Note, note
		Shifts.Put(b, s)
		b.Note(Event{At: now, Kind: ShiftNoted, Object: s.Key(), By: by.ID})
		Withdraw(b, "handover/"+s.Key())
		people := crewOn(b, now)
		if p, ok := People.Get(b, string(s.Accepted.By)); ok && !among(people, p) {
			people = append(people, p)
		}
		for _, p := range people {
			l := Letter{Text: "say/handover", Facts: with(c.handoverFacts(b, s), "amended", true, "accepted", s.Accepted.Done()), Urgency: Deadline, Written: now, About: Ref{Object: "handover/" + s.Key()}}
			if !s.Accepted.Done() {
				l.Buttons = [][]Button{{{Label: "button/accept-shift", Verb: "relieve", Object: s.Key()}}}
			}
			c.Tell(b, p, l)
		}
		return was, true
	}
	return "", false
}

// handoverFacts are a hand-over as it is read. What is open beside the note goes into “open”.
func (c College) handoverFacts(b Book, s Shift) Facts {
	by, _ := People.Get(b, string(s.Noted.By))
	return with(c.ShiftFacts(b, s, false), "by", by.Name, "own", by.Phone, "note", s.Note, "open", openMatters(b), "amended", false, "accepted", false)
}

// openMatters are what a hand-over has to carry beside the note: the urgent cases that are open, by code, and who has each.
func openMatters(b Book) []Facts {
	out := []Facts{}
	for _, k := range Running(b) {
		holder, _ := People.Get(b, string(k.Holder))
		out = append(out, Facts{"code": k.Code(), "holder": holder.Name})
	}
	return out
}

// Relieve is 「接班」: one of those on duty now has read the hand-over and goes on with it. Whoever does has come.
func (c College) Relieve(b Book, key string, by Person, now time.Time) error {
	s, ok := Shifts.Get(b, key)
	switch {
	case !ok || !s.Noted.Done():
		return Refuse(Changed)
	case s.Accepted.Done():
		return again(s.Accepted, by)
	case !among(crewOn(b, now), by):
		return Refuse(NotOnShift)
	}
	s.Accepted = Act{by.ID, now}
	Shifts.Put(b, s)
	b.Note(Event{At: now, Kind: ShiftRelieved, Object: key, By: by.ID})
	Withdraw(b, "handover/"+key)
	Touch(b, ShiftCard, key, now)
	c.come(b, by, now)
	facts := with(c.ShiftFacts(b, s, false), "by", by.Name, "at", now.In(c.Zone).Format("15:04"))
	for _, p := range s.crew(b) {
		if p.ID != by.ID {
			c.Tell(b, p, Letter{Text: "say/relieved", Facts: facts, Written: now, About: Ref{Object: "shift/" + key}})
		}
	}
	return nil
}

func among(people []Person, p Person) bool {
	for _, one := range people {
		if one.ID == p.ID {
			return true
		}
	}
	return false
}

// pressHandover tells the leaders on duty now that the shift before has left no note, or that nobody has taken it up.
func (c College) pressHandover(b Book, s Shift, now time.Time) {
	b.Note(Event{At: now, Kind: ShiftUnrelieved, Object: s.Key()})
	l := Letter{Text: "say/unrelieved", Facts: with(c.handoverFacts(b, s), "noted", s.Noted.Done()), Urgency: Deadline, Written: now,
		About: Ref{Object: "handover/" + s.Key()}}
	// What its people can still be asked is on their telephones.
	for name, v := range c.ShiftFacts(b, s, true) {
		l.Facts[name] = v
	}
	if s.Noted.Done() {
		l.Buttons = [][]Button{{{Label: "button/accept-shift", Verb: "relieve", Object: s.Key()}}}
	}
	c.tellEither(b, OnDuty(b, now, DutyLeader), Holders(b, Director), l)
}
