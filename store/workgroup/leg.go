package workgroup

import "time"

// LegName is one of the two reports that the one-hour rule asks for.
type LegName string

const (
	LegIndividual LegName = "individual" // 本人报告
	LegUnit       LegName = "unit"       // 单位报告
)

// LegNames are both, in order.
var LegNames = []LegName{LegIndividual, LegUnit}

// Leg is one of the two reports: the individual's or the unit's. One does not settle the other.
type Leg struct {
	At      time.Time `json:"at,omitzero"`      // when it was made
	By      PersonID  `json:"by,omitempty"`     // "" for somebody who is not on the roster
	Name    string    `json:"name,omitempty"`   // who made it
	How     string    `json:"how,omitempty"`    // of one that somebody else recorded: in what way
	Entered PersonID  `json:"entered,omitzero"` // who recorded it, when that was somebody else
}

// In tells whether the report was made.
func (l Leg) In() bool { return !l.At.IsZero() }

// Leg is one of the case's two.
func (k Case) Leg(name LegName) Leg {
	if name == LegUnit {
		return k.OfUnit
	}
	return k.Individual
}

func (k *Case) setLeg(name LegName, l Leg) {
	if name == LegUnit {
		k.OfUnit = l
		return
	}
	k.Individual = l
}

// Over tells whether a leg breaks the one-hour rule: made, or still missing, later than an hour after it was known. Only
// the hard kinds carry the mark.
func (k Case) Over(name LegName, now time.Time) bool {
	at := now
	if l := k.Leg(name); l.In() {
		at = l.At
	}
	return k.Kind.Hard() && !k.Void() && at.After(k.Deadline())
}

// Owing are the legs that are still missing; none of a case that was excluded.
func (k Case) Owing() []LegName {
	var out []LegName
	if k.Void() {
		return nil
	}
	for _, name := range LegNames {
		if !k.Leg(name).In() {
			out = append(out, name)
		}
	}
	return out
}

// FileLeg keeps that a leg was made. It is accepted whenever it comes, and marked when it comes too late. A leg recorded
// for the individual by somebody else says how and when they reported.
func (c College) FileLeg(b Book, key string, name LegName, l Leg, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	if err != nil {
		return k, err
	}
	if !by.Watches(b, now) && !by.Speaks(k.Unit) {
		return k, Refuse(NotWatch)
	}
	if old := k.Leg(name); old.In() {
		return k, Refuse(LegFiled, "leg", name, "by", old.Name, "at", c.MomentFacts(old.At, now))
	}
	if l.At.IsZero() {
		l.At = now
	}
	k.setLeg(name, l)
	k = c.progress(k, now)
	Withdraw(b, k.owed(name))
	if len(k.Owing()) == 0 {
		Withdraw(b, "over/"+k.Key())
	}
	b.Note(Event{At: now, Kind: CaseLeg, Object: k.Key(), By: by.ID, Payload: Facts{"leg": name, "at": l.At, "over": k.Over(name, now)}})
	k = k.keep(b, now)
	c.post(b, k, false, now)
	return k, nil
}

// Recorded is how a leg is kept that somebody else has noted, until it is said in what way it was made.
const Recorded = "recorded"

// Way is in what way a leg was made that somebody else has noted; “”: nobody said.
func (l Leg) Way() string {
	if l.How == Recorded {
		return ""
	}
	return l.How
}

// AmendLeg puts right when a leg was made that somebody has noted for another, and in what way; what is left out stands. Who has the case may, and
// whoever noted it.
func (c College) AmendLeg(b Book, key string, name LegName, at time.Time, how string, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	if err != nil {
		return k, err
	}
	l := k.Leg(name)
	if by.ID == "" || by.ID != l.Entered && by.ID != k.Holder {
		return k, Refuse(NotHolder, "by", nameOf(b, k.Holder))
	}
	if at.IsZero() {
		at = l.At
	}
	if how == "" {
		how = l.How
	}
	if err := c.bygone(at, now); err != nil {
		return k, err
	}
	if at.Equal(l.At) && how == l.How {
		return k, nil
	}
	l.At, l.How = at, how
	k.setLeg(name, l)
	b.Note(Event{At: now, Kind: CaseLeg, Object: k.Key(), By: by.ID, Payload: Facts{"leg": name, "at": l.At, "how": how, "over": k.Over(name, now)}})
	return c.progress(k, now).keep(b, now), nil
}

// owed names what letters that ask for a leg are about.
func (k Case) owed(name LegName) string { return "leg/" + k.Key() + "/" + string(name) }

const (
	chaseEvery = 15 * time.Minute // while the hour runs
	chaseLater = time.Hour        // after it
)

// chase asks the heads of the unit for the legs that are missing: their own, and how and when the person reported. At the
// end of the hour the holder hears of it too.
func (c College) chase(b Book, k Case, now time.Time) Case {
	k.Chase = time.Time{}
	owing := k.Owing()
	if len(owing) == 0 {
		return k
	}
	if k.Unit != "" {
		for _, name := range owing {
			c.askLeg(b, k, name, now)
		}
	}
	switch deadline := k.Deadline(); {
	case now.Before(deadline):
		k.Chase = earliest(now.Add(chaseEvery), deadline)
	default:
		if k.Kind.Hard() && !k.Late {
			k.Late = true
			c.tellOver(b, k, owing, now)
		}
		k.Chase = now.Add(chaseLater)
	}
	if k.Unit != "" {
		b.Note(Event{At: now, Kind: CaseChased, Object: k.Key(), Payload: Facts{"legs": owing}})
	}
	return k
}

// askLeg asks the heads of the unit for a leg.
func (c College) askLeg(b Book, k Case, name LegName, now time.Time) {
	u, _ := Units.Get(b, string(k.Unit))
	from := ""
	if k.Reporter.Person != "" {
		from = k.Reporter.Name // whose word it is; a stranger may be the patient
	}
	for _, f := range k.Findings {
		if who, ok := People.Get(b, string(f.By)); ok && f.What == FoundUnit {
			from = who.Name // who says that it is of this one
		}
	}
	Withdraw(b, k.owed(name)) // the newest question is enough
	for _, p := range Speakers(b, k.Unit) {
		c.Tell(b, p, Letter{Text: "say/case-leg-" + string(name), Lane: "urgent", Urgency: Urgent, Written: now,
			About: Ref{k.owed(name), k.Version},
			Facts: Facts{"code": k.Code(), "unit": u.Named(), "kind": k.Kind, "from": from, "by": c.MomentFacts(k.Deadline(), now), "hard": k.Kind.Hard(),
				"over": !now.Before(k.Deadline()), "phone": c.PhoneNow(b, now)},
			Buttons: [][]Button{{{Label: "button/case-leg-" + string(name), Verb: "leg", Object: k.Key() + "/" + string(name)}}}})
	}
}

// tellOfAnother tells the heads of the unit that a case was taken to be of, and who has reported it, that it is of another: they owe nothing more.
func (c College) tellOfAnother(b Book, k Case, to UnitID, by Person, now time.Time) {
	was, _ := Units.Get(b, string(k.Unit))
	is, _ := Units.Get(b, string(to))
	heads := Speakers(b, k.Unit)
	if p, ok := People.Get(b, string(k.Reporter.Person)); ok && !p.Speaks(k.Unit) {
		heads = append(heads, p)
	}
	for _, p := range heads {
		if p.ID != by.ID {
			c.Tell(b, p, Letter{Text: "say/case-moved", Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{Object: k.Key()},
				Facts: Facts{"code": k.Code(), "was": was.Named(), "unit": is.Named(), "name": by.Name, "phone": c.PhoneNow(b, now)}})
		}
	}
}

// tellOver tells the holder and the director that the hour has passed and a leg is missing, once.
func (c College) tellOver(b Book, k Case, owing []LegName, now time.Time) {
	about := "over/" + k.Key()
	told := map[PersonID]bool{}
	people := Holders(b, Director)
	if holder, ok := People.Get(b, string(k.Holder)); ok {
		people = append(people, holder)
	}
	for _, p := range people {
		if told[p.ID] {
			continue
		}
		told[p.ID] = true
		c.Tell(b, p, Letter{Text: "say/case-over", Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{about, k.Version},
			Facts: Facts{"code": k.Code(), "legs": owing}})
	}
}
