package workgroup

import (
	"cmp"
	"maps"
	"slices"
	"time"
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
	into.Death = into.Death || k.Death
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
		into.Holder, into.Since, into.Offered, into.Refused, into.Lapsed = k.Holder, k.Since, k.Offered, k.Refused, ""
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
	k.Like, k.Alone = "", true
	return k.keep(b, now), nil
}
