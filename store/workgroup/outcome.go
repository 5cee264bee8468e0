package workgroup

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Verify keeps what verifying a case found. It may be found otherwise later; every finding is in the journal.
func (c College) Verify(b Book, key string, v Verdict, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	if k.Verdict == v {
		return k, Refuse(OwnAgain)
	}
	k.found(Finding{At: now, By: by.ID, What: FoundVerdict, Was: string(k.Verdict), Now: string(v)})
	was := k.Verdict
	k.Verdict, k.Verified = v, now
	k = c.progress(k, now)
	k = retime(b, k, now)
	b.Note(Event{At: now, Kind: CaseVerified, Object: key, By: by.ID, Payload: Facts{"verdict": v, "was": was}})
	k = k.keep(b, now)
	c.moveSigned(b, k, by, now)
	return k, nil
}

// TellChannel keeps that community or disease control was told: when and by whom. Who has the case notes it, or a head of its unit, which has
// to tell them. Written again, it is put right: by its holder, or whoever wrote it.
func (c College) TellChannel(b Book, key string, ch Channel, t Told, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch old := k.Told[ch]; {
	case err != nil:
		return k, err
	case k.Holder == by.ID && by.ID != "":
	case k.Unit == "" || !by.Speaks(k.Unit), old.Entered != "" && old.Entered != by.ID && !slices.Contains(k.Untold(), ch):
		return k, Refuse(NotHolder, "by", nameOf(b, k.Holder))
	}
	if t.At.After(now) {
		return k, Refuse(NotYet, "at", c.MomentFacts(t.At, now))
	}
	told := maps.Clone(k.Told)
	if told == nil {
		told = map[Channel]Told{}
	}
	t.Entered, t.Written = by.ID, now
	told[ch] = t
	k.Told = told
	k = c.progress(k, now)
	b.Note(Event{At: now, Kind: CaseTold, Object: key, By: by.ID, Payload: Facts{"channel": ch, "at": t.At, "by": t.By}})
	return k.keep(b, now), nil
}

// CaseGap is what a case lacks before it can be closed.
type CaseGap string

const (
	GapVerdict   CaseGap = "verdict"
	GapUnit      CaseGap = "unit"
	GapPerson    CaseGap = "individual"
	GapCommunity CaseGap = "community"
	GapCDC       CaseGap = "cdc"
	GapOutcome   CaseGap = "outcome"
)

// CaseGaps are all of them, in order.
var CaseGaps = []CaseGap{GapVerdict, GapUnit, GapPerson, GapCommunity, GapCDC, GapOutcome}

// Lacks is what is missing before the case can be closed with an outcome. One that was excluded needs only the words.
func (k Case) Lacks(outcome string) []CaseGap {
	var out []CaseGap
	if k.Verdict == "" {
		out = append(out, GapVerdict)
	}
	for _, name := range k.Owing() {
		out = append(out, CaseGap(name))
	}
	for _, ch := range k.Untold() {
		out = append(out, CaseGap(ch))
	}
	if strings.TrimSpace(outcome) == "" {
		out = append(out, GapOutcome)
	}
	return out
}

// Close ends a case with its outcome (终报); what it lacks is named, and it stays open.
func (c College) Close(b Book, key, outcome string, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	if lacks := k.Lacks(outcome); len(lacks) > 0 {
		return k, Refuse(CaseLacks, "code", k.Code(), "lacks", lacks)
	}
	k.Outcome = outcome
	k.Remarks = append(k.Remarks, Remark{At: now, By: by.ID, Name: by.Name, Text: outcome})
	return c.end(b, k, by, now), nil
}

// end closes a case: nothing of it rings any more.
func (c College) end(b Book, k Case, by Person, now time.Time) Case {
	k.Closed, k.ClosedBy, k.Like = now, by.ID, ""
	k.Next, k.Remind, k.Quiet, k.Chase, k.Tick, k.Unread = time.Time{}, time.Time{}, time.Time{}, time.Time{}, time.Time{}, nil
	for _, name := range LegNames {
		Withdraw(b, k.owed(name))
	}
	Withdraw(b, "over/"+k.Key())
	c.dropPrompts(b, k, now)
	b.Note(Event{At: now, Kind: CaseClosed, Object: k.Key(), By: by.ID, Payload: Facts{"verdict": k.Verdict, "outcome": k.Outcome}})
	k = k.keep(b, now)
	into := ""
	if other, ok := Cases.Get(b, k.Into); ok {
		into = other.Code()
	}
	c.tellReporter(b, k, "say/case-closed", Facts{"verdict": k.Verdict, "into": into}, now)
	for _, other := range Running(b) {
		if other.Like == k.Key() {
			other.Like = k.Into // what may be the same as this one may be the same as the one that is left
			if other.Like == other.Key() {
				other.Like = ""
			}
			other.keep(b, now)
		}
	}
	return k
}

// dropPrompts drops what people were asked to write about a case that is closed: their next words mean something else. What
// they write on one that was merged goes to the case that is left.
func (c College) dropPrompts(b Book, k Case, now time.Time) {
	var open []Desk
	for d := range Desks.Each(b, "") {
		if d.Of == k.Key() && d.Expect != "" && d.Expect != HandoverDesk {
			open = append(open, d)
		}
	}
	for _, d := range open {
		switch {
		case k.Into != "" && (d.Expect == RemarkDesk || d.Expect == PhonedDesk):
			d.Of = k.Into
			Desks.Put(b, d)
			continue
		case d.Expect == PhonedDesk:
			continue // who is writing calls down hears it from the next line
		}
		if d.Expect, d.Of = "", ""; d.Draft == "" {
			Desks.Drop(b, d.Key())
		} else {
			Desks.Put(b, d)
		}
		if p, ok := People.Get(b, d.Person); ok && p.ID != k.ClosedBy {
			c.Tell(b, p, Letter{Text: "say/case-prompt-off", Facts: Facts{"code": k.Code()}, Lane: "urgent", Written: now, About: Ref{k.Key(), k.Version}})
		}
	}
}

// Details are what a call may have left open.
type Details struct {
	Kind  CaseKind
	Unit  UnitID
	Group Group
	Alive bool // what was said of a death is not so
}

// Detail fills in what the call left open, or puts it right; what is empty stays as it is.
func (c College) Detail(b Book, key string, d Details, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	if (d.Kind == "" || d.Kind == k.Kind) && (d.Group == "" || d.Group == k.Group) && (d.Unit == "" || d.Unit == k.Unit) && !(d.Alive && k.Death) {
		return k, Refuse(OwnAgain)
	}
	was := k.Kind
	if d.Kind != "" && d.Kind != k.Kind {
		k.found(Finding{At: now, By: by.ID, What: FoundKind, Was: string(k.Kind), Now: string(d.Kind)})
		k.Kind = d.Kind
		k = retime(b, k, now) // the mark of the rule goes with the kind
	}
	if d.Group != "" {
		k.Group = d.Group
	}
	if d.Unit != "" && d.Unit != k.Unit {
		for _, name := range LegNames {
			Withdraw(b, k.owed(name))
		}
		if k.Unit != "" {
			k.found(Finding{At: now, By: by.ID, What: FoundUnit, Was: string(k.Unit), Now: string(d.Unit)})
			c.tellOfAnother(b, k, d.Unit, by, now)
		}
		k.Unit = d.Unit
		if who, _ := People.Get(b, string(k.OfUnit.By)); !who.Speaks(d.Unit) {
			k.OfUnit = Leg{} // it was another unit's
		}
		k = c.chase(b, k, now) // its heads are asked now
	}
	if d.Alive && k.Death {
		k.found(Finding{At: now, By: by.ID, What: FoundAlive})
		k.Death = false
	}
	b.Note(Event{At: now, Kind: CaseDetailed, Object: key, By: by.ID, Payload: Facts{"kind": d.Kind, "was": was, "unit": d.Unit, "group": d.Group, "alive": d.Alive}})
	k = c.progress(k, now).keep(b, now)
	if d.Kind != "" || d.Unit != "" {
		k = c.liken(b, k, now)
	}
	c.moveSigned(b, k, by, now)
	return k, nil
}
