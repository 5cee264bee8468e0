package workgroup

import (
	"slices"
	"strconv"
	"time"
)

// MakeStaffing makes a staffing that was read back: everybody in it is still as it found them, or nothing is changed. Each of them
// reads in private what is theirs now; whoever has no duty left leaves, and nothing reaches them any more. Where something follows that
// was not read back it is not made: it stays shown, in a new version that has to be read back.
func (c College) MakeStaffing(b Book, key string, version uint64, by Person, now time.Time) (Staffing, error) {
	s, err := openStaffing(b, key, by, StaffingShown)
	switch {
	case err != nil:
		return s, err
	case version != s.Version:
		return s, Refuse(Changed)
	case len(s.Changes) == 0:
		return s, Refuse(NoStaffing)
	case !s.fits(b, func(p Placing) (Person, bool) { return p.Was, p.New }):
		return s, Refuse(Changed)
	case !s.decided(b):
		return s, Refuse(LastDecider)
	}
	follows := s.Follows(c, b, now)
	if s.unforeseen(follows) {
		s.Foreseen, s.Version = foreseen(follows), s.Version+1
		Staffings.Put(b, s)
		return s, nil
	}
	s.Lacks = lacking(follows)
	for i := range s.Changes {
		s.Changes[i] = c.place(b, s.Changes[i], by, now)
	}
	s.State, s.Decided, s.Postings, s.Ask = StaffingMade, Act{by.ID, now}, nil, nil
	Staffings.Put(b, s)
	b.Note(Event{At: now, Kind: StaffingDone, Object: s.Key(), By: by.ID, Payload: Facts{"people": len(s.Changes)}})
	c.settleStaffing(b, s, by, false, now)
	return s, nil
}

// fits tells whether everybody is as the staffing says they should be.
func (s Staffing) fits(b Book, should func(Placing) (p Person, nobody bool)) bool {
	return !slices.ContainsFunc(s.Changes, func(p Placing) bool {
		want, nobody := should(p)
		is, there := People.Get(b, p.Will.Key())
		return there == nobody || there && !unmoved(is, want)
	})
}

// decided tells whether somebody who can be written to still decides who is who afterwards, where anybody does now: who else could
// take it back?
func (s Staffing) decided(b Book) bool {
	after := try(b)
	for _, p := range s.Changes {
		People.Put(after, p.Will)
	}
	bound := func(p Person) bool { return p.Telegram != 0 }
	return !slices.ContainsFunc(Holders(b, Deciders...), bound) || slices.ContainsFunc(Holders(after, Deciders...), bound)
}

// place makes one person what they are meant to be. What they did in chat stays, and is what they have when it is taken back.
func (c College) place(b Book, p Placing, by Person, now time.Time) Placing {
	is, there := People.Get(b, p.Will.Key())
	if there {
		p.Was = is
	} else {
		is = p.Will
	}
	is.Name, is.Title, is.Phone, is.Duties, is.Left = p.Will.Name, p.Will.Title, p.Will.Phone, p.Will.Duties, time.Time{}
	if len(is.Duties) == 0 {
		is.Left = now
		is = c.freed(b, is, now)
	}
	p.Will = is
	People.Put(b, is)
	facts := Facts{"fields": personFields(p.Was, is), "lost": dutyKeys(missing(p.Was.Duties, is.Duties)), "gained": dutyKeys(missing(is.Duties, p.Was.Duties)), "new": p.New, "left": !is.Left.IsZero()}
	b.Note(Event{At: now, Kind: PersonPlaced, Object: is.Key(), By: by.ID, Payload: facts})
	return p
}

func dutyKeys(duties []Duty) []string {
	out := []string{}
	for _, d := range duties {
		out = append(out, dutyKey(d))
	}
	return out
}

// freed is a person whose account is nobody's any more.
func (c College) freed(b Book, p Person, now time.Time) Person {
	if chat := p.Telegram; chat != 0 {
		Accounts.Drop(b, strconv.FormatInt(chat, 10))
		p.Telegram, p.Reach = 0, Unknown
		leaveChat(b, p.ID, chat, now)
	}
	return p
}

// UndoStaffing takes a staffing back within five minutes: everybody is what they were, where they are still what it made them.
func (c College) UndoStaffing(b Book, key string, by Person, now time.Time) error {
	s, ok := Staffings.Get(b, key)
	switch {
	case !ok:
		return Refuse(Changed)
	case !by.Decides():
		return Refuse(NotForYou)
	case s.State == StaffingUndone:
		return again(s.Undone, by)
	case s.State != StaffingMade || !s.fits(b, func(p Placing) (Person, bool) { return p.Will, false }):
		return Refuse(Changed)
	case now.Sub(s.Decided.At) > unstaffIn:
		return Refuse(StaffLate)
	}
	for _, p := range s.Changes {
		is, _ := People.Get(b, p.Will.Key())
		back := p.Was
		switch {
		case p.New && is.Telegram == 0:
			People.Drop(b, is.Key())
		case p.New:
			is.Duties, is.Left = nil, now // they have said who they are meanwhile
			People.Put(b, c.freed(b, is, now))
		default:
			is.Name, is.Title, is.Phone, is.Duties, is.Left = back.Name, back.Title, back.Phone, back.Duties, back.Left
			People.Put(b, is)
			if account := strconv.FormatInt(back.Telegram, 10); is.Telegram == 0 && back.Telegram != 0 && !Accounts.Has(b, account) {
				is = Bind(b, is, back.Telegram, now)
				is.Reach = back.Reach
				People.Put(b, is)
			}
		}
		b.Note(Event{At: now, Kind: PersonPlaced, Object: is.Key(), By: by.ID, Payload: Facts{"lost": dutyKeys(missing(p.Will.Duties, back.Duties)), "gained": dutyKeys(missing(back.Duties, p.Will.Duties)), "undone": true}})
	}
	s.State, s.Undone = StaffingUndone, Act{by.ID, now}
	Staffings.Put(b, s)
	b.Note(Event{At: now, Kind: StaffingTakenBack, Object: s.Key(), By: by.ID})
	Withdraw(b, "staffing/"+s.Key())
	c.settleStaffing(b, s, by, true, now)
	return nil
}

// settleStaffing tells everybody whom a staffing concerns, and has the rest of the house follow it.
func (c College) settleStaffing(b Book, s Staffing, by Person, back bool, now time.Time) {
	for _, p := range s.Changes {
		was, is := p.Was, p.Will
		if back {
			was, is = is, was
		}
		if now, there := People.Get(b, is.Key()); there {
			is = now
		}
		c.tellPlaced(b, s, was, is, by, back, now)
		c.freeCases(b, is, now)
		if missing(is.Duties, was.Duties) != nil {
			c.RingReached(b, is, now)
		}
		if is.Telegram != 0 {
			touchChat(b, is.Telegram, now)
		}
	}
	differences := s.Differences(b)
	unbound := []string{}
	for _, p := range s.Changes {
		is, _ := People.Get(b, p.Will.Key())
		if !back && is.Telegram == 0 && len(missing(is.Duties, p.Was.Duties)) > 0 {
			unbound = append(unbound, is.Name)
		}
	}
	l := Letter{Text: "say/staff-made", Written: now, About: Ref{Object: "staffing/" + s.Key()}, Facts: Facts{"by": by.Name, "changes": DifferenceFacts(differences), "unbound": unbound, "lacks": DifferenceFacts(s.Lacks)},
		Buttons: [][]Button{{{Label: "button/undo", Verb: "unstaff", Object: s.Key()}}}}
	if back {
		l.Text, l.Buttons = "say/staff-undone", nil
	}
	for _, p := range Holders(b, Deciders...) {
		l.Silent = p.ID != by.ID
		c.Tell(b, p, l)
	}
	c.reseat(b, s.people(), by, now)
	c.CheckDelegations(b, now)
	touchCoverage(b, now)
	Touch(b, BoardCard, string(DateOf(now)), now)
	c.CheckLadder(b, now)
}

// people are whom a staffing changes.
func (s Staffing) people() []PersonID {
	var out []PersonID
	for _, p := range s.Changes {
		out = append(out, p.Will.ID)
	}
	return out
}

// DifferenceFacts are differences as facts of a text, which says each in its reader's language.
func DifferenceFacts(differences []Difference) []Facts {
	out := []Facts{}
	for _, d := range differences {
		out = append(out, Facts{"kind": "change/" + string(d.Kind), "facts": d.Facts})
	}
	return out
}

// tellPlaced tells somebody what is theirs now. Whoever leaves reads it where nothing follows.
func (c College) tellPlaced(b Book, s Staffing, was, is Person, by Person, back bool, now time.Time) {
	lost, gained := missing(was.Duties, is.Duties), missing(is.Duties, was.Duties)
	about := "placed/" + string(is.ID)
	Withdraw(b, about) // what has not gone out yet is no longer so
	if len(lost)+len(gained) == 0 {
		return
	}
	l := Letter{Text: "say/staff-yours", Language: c.Speaks(is), Written: now, About: Ref{Object: about},
		Facts: Facts{"by": by.Name, "lost": Person{Duties: lost}.duties(b), "gained": Person{Duties: gained}.duties(b), "duties": is.duties(b), "head": len(is.Units()) > 0, "back": back}}
	if is.Telegram == 0 && was.Telegram != 0 && was.Reach == Open {
		l.Chat = was.Telegram
		Tell(b, l)
		return
	}
	c.Tell(b, is, l)
}

// freeCases gives the cases that somebody has taken, and may no longer, back to the ladder.
func (c College) freeCases(b Book, p Person, now time.Time) {
	if p.Watches(b, now) && p.Left.IsZero() {
		return
	}
	for _, k := range Running(b) {
		if k.Holder == p.ID {
			b.Note(Event{At: now, Kind: CaseLapsed, Object: k.Key(), Payload: Facts{"holder": k.Holder}})
			c.release(b, k, false, now).keep(b, now)
		}
	}
}
