package workgroup

import (
	"slices"
	"time"
)

// TakeShift does what a shift's clock asks for at now.
func (c College) TakeShift(b Book, key string, now time.Time) {
	s, ok := Shifts.Get(b, key)
	if due := s.Due(); !ok || due.IsZero() || due.After(now) {
		return // woken for what somebody has done since
	}
	switch {
	case s.Opened.IsZero() && !now.Before(s.To):
		// Slept through: whoever was on duty is on it no longer, and nobody is asked anything.
		s.Missed = true
		b.Note(Event{At: now, Kind: ShiftMissed, Object: key})
	case s.Opened.IsZero():
		c.openShift(b, &s, now)
	case !now.Before(s.To) && s.Closed.IsZero():
		c.closeShift(b, &s, now)
	case s.Closed.IsZero() && s.Raised.IsZero():
		c.raiseAbsence(b, &s, now)
	case s.Closed.IsZero():
		c.climbAbsence(b, &s, now)
	case !s.Noted.Done():
		s.Pressed = now
		c.pressHandover(b, s, now)
	default:
		s.Chased = now
		c.pressHandover(b, s, now)
	}
	Shifts.Put(b, s)
	c.CheckLadder(b, now) // others are on duty now than before
	if s.Opened.Equal(now) {
		c.ringShift(b, s, s.crew(b), s.stays(b), now)
	}
	showRunning(b, now)
}

// openShift asks its people to check in, each on a card of their own.
func (c College) openShift(b Book, s *Shift, now time.Time) {
	s.Opened = now
	b.Note(Event{At: now, Kind: ShiftOpened, Object: s.Key()})
	lapseSwaps(c, b, *s, now)
	for _, p := range s.crew(b) {
		c.showShift(b, *s, p, now)
	}
}

// ringShift rings people who come on duty with a shift for each case that nobody has, as far as its ladder has come, and tells them
// which others run and who has them. Of those who stay from the shift before, the ladder rings whom it has rung.
func (c College) ringShift(b Book, s Shift, crew []Person, stay []PersonID, now time.Time) {
	var taken []Case
	for _, k := range Running(b) {
		if k.Holder != "" {
			taken = append(taken, k)
			continue
		}
		var people []PersonID
		for _, p := range crew {
			rung := k.rungAt(p.ID, now) || slices.Contains(stay, p.ID) && k.rung(p.ID) // who goes on is rung by the ladder
			if p.Reachable() && !rung && (!k.Cried.IsZero() || c.named(b, k, p, now)) {
				people = append(people, p.ID)
				c.show(b, k, p, true, now)
			}
		}
		if len(people) > 0 {
			k.ringBeside(b, people, "shift", now).keep(b, now)
		}
	}
	for _, p := range crew {
		lines := []Facts{}
		for _, k := range taken {
			if holder, _ := People.Get(b, string(k.Holder)); k.Holder != p.ID {
				lines = append(lines, Facts{"code": k.Code(), "holder": holder.Name, "phone": holder.Phone})
			}
		}
		if len(lines) > 0 {
			c.Tell(b, p, Letter{Text: "say/shift-cases", Facts: Facts{"cases": lines}, Lane: "urgent", Urgency: Deadline, Written: now, Until: s.To,
				About: Ref{Object: "shift/" + s.Key()}})
		}
	}
}

// stays are those of the shift's people who were on duty just before it.
func (s Shift) stays(b Book) (stay []PersonID) {
	for _, id := range s.Crew() {
		if onShift(b, id, s.From.Add(-1)) {
			stay = append(stay, id)
		}
	}
	return stay
}

// showShift puts a shift's card up in a private chat.
func (c College) showShift(b Book, s Shift, p Person, now time.Time) {
	if p.Reachable() {
		Show(b, Card{Kind: ShiftCard, Object: s.Key(), Chat: p.Telegram, Person: p.ID, Urgency: Deadline}, now)
	}
}

// raiseAbsence tells the duty leaders that nobody has checked in; the director at once where no leader can be told.
func (c College) raiseAbsence(b Book, s *Shift, now time.Time) {
	s.Raised = now
	b.Note(Event{At: now, Kind: ShiftUnmanned, Object: s.Key()})
	if c.tellAbsence(b, s, OnDuty(b, now, DutyLeader), now) == 0 {
		c.climbAbsence(b, s, now)
	}
}

func (c College) climbAbsence(b Book, s *Shift, now time.Time) {
	s.Climbed = now
	b.Note(Event{At: now, Kind: ShiftUnmannedLong, Object: s.Key()})
	if c.tellAbsence(b, s, Holders(b, Director), now) == 0 {
		c.tellAbsence(b, s, Holders(b, Staff), now) // somebody has to know
	}
}

func (c College) tellAbsence(b Book, s *Shift, to []Person, now time.Time) (told int) {
	facts := c.ShiftFacts(b, *s, true)
	facts["minutes"] = int(now.Sub(s.Opened).Minutes())
	for _, p := range to {
		if slices.Contains(s.Alarmed, p.ID) {
			continue // each once
		}
		if c.Tell(b, p, Letter{Text: "say/no-show", Facts: facts, Lane: "duty", Urgency: Urgent, Written: now, About: Ref{Object: "absence/" + s.Key()}}) {
			s.Alarmed = append(s.Alarmed, p.ID)
			told++
		}
	}
	return told
}

// Arrive is 「到岗」: whoever was told that nobody had come hears that somebody has.
func (c College) Arrive(b Book, key string, by Person, now time.Time) error {
	s, err := runningShift(b, key, now)
	switch {
	case err != nil:
		return err
	case !s.Has(by.ID):
		return Refuse(NotOnShift)
	case slices.ContainsFunc(s.Arrived, func(a Act) bool { return a.By == by.ID }):
		return Refuse(OwnAgain)
	}
	c.arrived(b, &s, by, now)
	Shifts.Put(b, s)
	Touch(b, ShiftCard, key, now)
	return nil
}

// come keeps that somebody is at their shifts that run, where they have not said so themselves.
func (c College) come(b Book, by Person, now time.Time) {
	for _, s := range ShiftsAt(b, now) {
		_ = c.Arrive(b, s.Key(), by, now) // refused where they are not on it, or have come
	}
}

func (c College) arrived(b Book, s *Shift, by Person, now time.Time) {
	s.Arrived = append(s.Arrived, Act{by.ID, now})
	b.Note(Event{At: now, Kind: ShiftManned, Object: s.Key(), By: by.ID})
	if len(s.Arrived) > 1 {
		return
	}
	Withdraw(b, "absence/"+s.Key())
	facts := with(c.ShiftFacts(b, *s, false), "by", by.Name, "at", now.In(c.Zone).Format("15:04"))
	for _, id := range s.Alarmed {
		if p, ok := People.Get(b, string(id)); ok && id != by.ID {
			c.Tell(b, p, Letter{Text: "say/arrived", Facts: facts, Lane: "duty", Urgency: Urgent, Written: now, About: Ref{Object: "shift/" + s.Key()}})
		}
	}
}

// runningShift is a shift that people may act on now.
func runningShift(b Book, key string, now time.Time) (Shift, error) {
	s, ok := Shifts.Get(b, key)
	switch {
	case !ok:
		return s, Refuse(Changed)
	case now.Before(s.From):
		return s, Refuse(ShiftAhead)
	case !now.Before(s.To):
		return s, Refuse(ShiftOver)
	}
	return s, nil
}

// TestCall keeps that somebody has called the duty phone. That it does not work goes to the director at once, and so does that it
// works again.
func (c College) TestCall(b Book, key string, works bool, by Person, now time.Time) error {
	s, err := runningShift(b, key, now)
	switch {
	case err != nil:
		return err
	case !s.Has(by.ID):
		return Refuse(NotOnShift)
	}
	before := s.lastCall()
	if before.Done() && before.Works == works {
		return again(before.Act, by)
	}
	s.Calls = append(s.Calls, PhoneTest{Act{by.ID, now}, works})
	Shifts.Put(b, s)
	kind := PhoneWorks
	if !works {
		kind = PhoneDead
	}
	b.Note(Event{At: now, Kind: kind, Object: key, By: by.ID})
	Touch(b, ShiftCard, key, now)
	if works && !before.Done() {
		return nil
	}
	facts := with(c.ShiftFacts(b, s, true), "by", by.Name, "own", by.Phone, "at", now.In(c.Zone).Format("15:04"), "works", works)
	Withdraw(b, "phone/"+key)
	l := Letter{Text: "say/duty-phone", Facts: facts, Lane: "duty", Urgency: Urgent, Written: now, About: Ref{Object: "phone/" + key}}
	c.tellEither(b, Holders(b, Director), Holders(b, Staff), l)
	return nil
}

// tellEither writes to some people, and where none of them can be reached to others: somebody has to know.
func (c College) tellEither(b Book, people, otherwise []Person, l Letter) {
	told := false
	for _, p := range people {
		told = c.Tell(b, p, l) || told
	}
	for _, p := range otherwise {
		if !told {
			c.Tell(b, p, l)
		}
	}
}

// again refuses what has been done: the presser did it, or somebody else.
func again(a Act, by Person) error {
	if a.By == by.ID {
		return Refuse(OwnAgain)
	}
	return Refuse(Settled)
}

func (s Shift) lastCall() PhoneTest {
	if len(s.Calls) == 0 {
		return PhoneTest{}
	}
	return s.Calls[len(s.Calls)-1]
}

// LastCall is the last test call of the shift, and whether there was one.
func (s Shift) LastCall() (PhoneTest, bool) {
	last := s.lastCall()
	return last, last.Done()
}
