package workgroup

import (
	"cmp"
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
	return k.keep(b, now), nil
}

// TellChannel keeps that community or disease control was told: when and by whom. Written again, it is put right.
func (c College) TellChannel(b Book, key string, ch Channel, t Told, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
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

// AddRemark keeps a further report in words (续报).
func (c College) AddRemark(b Book, key string, r Remark, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case !k.Sees(b, by, now):
		return k, Refuse(NotForYou)
	}
	k.Remarks = append(k.Remarks, r)
	if by.ID == k.Holder {
		k = c.progress(k, now)
	}
	b.Note(Event{At: now, Kind: CaseRemarked, Object: key, By: by.ID, Payload: Facts{"text": r.Text}})
	return k.keep(b, now), nil
}

// Hear adds to a case what its reporter wrote after it was opened.
func (c College) Hear(b Book, k Case, words string, now time.Time) {
	k.Remarks = append(k.Remarks, Remark{At: now, By: k.Reporter.Person, Name: k.Reporter.Name, Text: words})
	b.Note(Event{At: now, Kind: CaseRemarked, Object: k.Key(), By: k.Reporter.Person, Payload: Facts{"text": words}})
	k.keep(b, now)
}

// AddLate keeps what was said of a case after it was closed. It stays closed.
func (c College) AddLate(b Book, k Case, r Remark, now time.Time) {
	k.Remarks = append(k.Remarks, r)
	b.Note(Event{At: now, Kind: CaseRemarked, Object: k.Key(), By: r.By, Payload: Facts{"text": r.Text}})
	k.keep(b, now)
}

// Link adds new figures of its unit to a case, and rings who has it, or the ladder's last rung again.
func (c College) Link(b Book, k Case, r Remark, now time.Time) bool {
	k.Remarks = append(k.Remarks, r)
	b.Note(Event{At: now, Kind: CaseRemarked, Object: k.Key(), By: r.By, Payload: Facts{"text": r.Text}})
	k = k.keep(b, now)
	if holder, ok := People.Get(b, string(k.Holder)); ok {
		c.show(b, k, holder, true, now)
		return true
	}
	if n := len(k.Rings); n > 0 {
		for _, id := range k.Rings[n-1].People {
			if p, ok := People.Get(b, string(id)); ok {
				c.show(b, k, p, true, now)
			}
		}
	}
	return true
}

// SetKnown puts the time right at which a case was known; the hour runs from there. A time that has not come, or lies more
// than two weeks back, is refused.
func (c College) SetKnown(b Book, key string, known time.Time, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case (by.ID == "" || k.Holder != by.ID) && !by.Speaks(k.Unit):
		return k, Refuse(NotHolder, "by", nameOf(b, k.Holder))
	case known.After(now):
		return k, Refuse(NotYet, "at", c.MomentFacts(known, now))
	case now.Sub(known) > earliestKnown:
		return k, Refuse(LongAgo, "date", DateOf(known.In(c.Zone)))
	}
	was := k.Known
	k.found(Finding{At: now, By: by.ID, What: FoundKnown, From: was, To: known})
	k.Known, k.Assumed = known, false
	k = retime(b, k, now)
	b.Note(Event{At: now, Kind: CaseDated, Object: key, By: by.ID, Payload: Facts{"known": known, "was": was}})
	return c.progress(k, now).keep(b, now), nil
}

// SetEvent keeps when what a case is about happened (T0), which is not when it was known.
func (c College) SetEvent(b Book, key string, event time.Time, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case (by.ID == "" || k.Holder != by.ID) && !by.Speaks(k.Unit):
		return k, Refuse(NotHolder, "by", nameOf(b, k.Holder))
	case event.After(now):
		return k, Refuse(NotYet, "at", c.MomentFacts(event, now))
	case now.Sub(event) > earliestKnown:
		return k, Refuse(LongAgo, "date", DateOf(event.In(c.Zone)))
	}
	k.found(Finding{At: now, By: by.ID, What: FoundEvent, From: k.Event, To: event})
	b.Note(Event{At: now, Kind: CaseDated, Object: key, By: by.ID, Payload: Facts{"event": event, "event_was": k.Event}})
	k.Event = event
	return c.progress(k, now).keep(b, now), nil
}

// retime sets a case's clocks anew after its hour, or what is owed, has changed: what asks for a leg says the new time.
func retime(b Book, k Case, now time.Time) Case {
	for _, name := range LegNames {
		Withdraw(b, k.owed(name))
	}
	k.Tick, k.Chase = tick(k, now), time.Time{}
	owing := len(k.Owing()) > 0
	if owing {
		k.Chase = now
	}
	if !owing || !k.Kind.Hard() {
		Withdraw(b, "over/"+k.Key())
	}
	return k
}

// earliestKnown is how far back a case may have been known: two weeks, the longest observation.
const earliestKnown = 14 * 24 * time.Hour

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

// What a desk expects of whoever writes a further report, or the calls they made.
const (
	RemarkDesk = "remark"
	PhonedDesk = "phoned"
)

// Merge closes a case as the same as an older one, whose missing legs it fills; the words of both are kept. Whoever has it goes on
// with the older one, where nobody has that.
func (c College) Merge(b Book, key string, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case k.Like == "":
		return k, Refuse(Changed)
	case !by.Watches(b, now) && !by.Speaks(k.Unit):
		return k, Refuse(NotWatch)
	}
	into, err := openCase(b, k.Like)
	if err != nil {
		return k, err
	}
	for _, name := range LegNames {
		if l := k.Leg(name); l.In() && !into.Leg(name).In() {
			into.setLeg(name, l)
			Withdraw(b, into.owed(name))
		}
	}
	known := into.Known
	switch {
	case into.Kind != "" && !into.Kind.Hard() && k.Kind.Hard():
		into.Known, into.Assumed = k.Known, k.Assumed // before that the one-hour rule asked for nothing
	case k.Known.Before(into.Known) && !k.Assumed || into.Assumed && !k.Assumed:
		into.Known, into.Assumed = k.Known, false // the hour runs from who knew first
	}
	if !known.Equal(into.Known) {
		into.found(Finding{At: now, By: by.ID, What: FoundKnown, From: known, To: into.Known})
	}
	into.Remarks = append(into.Remarks, k.Remarks...)
	slices.SortStableFunc(into.Remarks, func(a, b Remark) int { return a.At.Compare(b.At) })
	into.Phoned = inOrder(slices.Concat(into.Phoned, k.Phoned))
	if kind := later(into.Kind, k.Kind); kind != into.Kind {
		into.found(Finding{At: now, By: by.ID, What: FoundKind, Was: string(into.Kind), Now: string(kind)})
		into.Kind = kind
	}
	if into.Void() {
		into.found(Finding{At: now, By: by.ID, What: FoundVerdict, Was: string(into.Verdict)})
		into.Verdict = "" // there is more of it: it has to be verified again
	}
	into.Group = cmp.Or(into.Group, k.Group)
	into.Event = cmp.Or(into.Event, k.Event)
	into.Findings = append(into.Findings, k.Findings...)
	slices.SortStableFunc(into.Findings, func(a, b Finding) int { return a.At.Compare(b.At) })
	told := map[Channel]Told{}
	maps.Copy(told, k.Told)
	maps.Copy(told, into.Told) // what the older one says stands
	into.Told = told
	into.Backed = into.Backed || k.Vouched()
	carried := into.Holder == "" && c.holds(b, k)
	if carried {
		into.Holder, into.Since, into.Offered, into.Lapsed = k.Holder, k.Since, k.Offered, ""
		if into.Taken.IsZero() {
			into.Taken = k.Taken
		}
		into = c.aim(into.read(k.Holder, now), now)
		into.Cried = time.Time{}
		silence(b, into)
		b.Note(Event{At: now, Kind: CaseTakenOn, Object: into.Key(), By: k.Holder, Payload: Facts{"merged": k.Key()}})
	}
	into = c.progress(retime(b, into, now), now).keep(b, now)
	c.post(b, into, false, now)
	if holder, ok := People.Get(b, string(k.Holder)); ok && carried {
		c.show(b, into, holder, holder.ID != by.ID, now)
		c.tellReporter(b, into, "say/case-taken", Facts{"by": holder.Name, "phone": holder.Phone}, now)
	}
	k.Verdict, k.Into = VerdictSame, into.Key()
	b.Note(Event{At: now, Kind: CaseMerged, Object: k.Key(), By: by.ID, Payload: Facts{"into": into.Key()}})
	c.end(b, k, by, now)
	return into, nil
}

// Apart keeps that two cases are not the same.
func (c College) Apart(b Book, key string, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case k.Like == "":
		return k, Refuse(Settled)
	case !by.Watches(b, now) && !by.Speaks(k.Unit):
		return k, Refuse(NotWatch)
	}
	b.Note(Event{At: now, Kind: CaseApart, Object: key, By: by.ID, Payload: Facts{"like": k.Like}})
	k.Like = ""
	return k.keep(b, now), nil
}

// Details are what a call may have left open.
type Details struct {
	Kind  CaseKind
	Unit  UnitID
	Group Group
}

// Detail fills in what the call left open, or puts it right; what is empty stays as it is.
func (c College) Detail(b Book, key string, d Details, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	if (d.Kind == "" || d.Kind == k.Kind) && (d.Group == "" || d.Group == k.Group) && (d.Unit == "" || d.Unit == k.Unit) {
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
		k.Unit = d.Unit
		k = c.chase(b, k, now) // its heads are asked now
	}
	b.Note(Event{At: now, Kind: CaseDetailed, Object: key, By: by.ID, Payload: Facts{"kind": d.Kind, "was": was, "unit": d.Unit, "group": d.Group}})
	return c.progress(k, now).keep(b, now), nil
}

// followUp asks each evening for the day's further report (续报) of every case that somebody has: its holder, or the director
// where the holder cannot be written to. A case is reported on daily until it is closed.
func (c College) followUp(b Book, d Date, now time.Time) {
	for _, k := range Running(b) {
		if k.Holder == "" || k.Date == d || k.remarkedOn(d, c.Zone) {
			continue
		}
		people := Holders(b, Director)
		if holder, ok := People.Get(b, string(k.Holder)); ok && holder.Reachable() {
			people = []Person{holder}
		}
		Withdraw(b, "follow/"+k.Key())
		for _, p := range people {
			c.Tell(b, p, Letter{Text: "say/case-follow", Lane: "urgent", Urgency: Deadline, Written: now, About: Ref{"follow/" + k.Key(), k.Version},
				Facts:   Facts{"code": k.Code(), "since": k.Date, "holder": nameOf(b, k.Holder)},
				Buttons: [][]Button{{{Label: "button/remark", Verb: "word", Object: k.Key() + "/remark"}}}})
		}
	}
}

// remarkedOn tells whether a further report was made on a date.
func (k Case) remarkedOn(d Date, zone *time.Location) bool {
	return slices.ContainsFunc(k.Remarks, func(r Remark) bool { return DateOf(r.At.In(zone)) == d })
}
