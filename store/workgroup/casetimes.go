package workgroup

import (
	"time"
)

// SetKnown puts the time right at which a case was known; the hour runs from there. A time that has not come, or lies more
// than two weeks back, is refused.
func (c College) SetKnown(b Book, key string, known time.Time, by Person, now time.Time) (Case, error) {
	k, err := c.datable(b, key, known, by, now)
	if err != nil {
		return k, err
	}
	was := k.Known
	if known.Equal(was) && !k.Assumed {
		return c.progress(k, now).keep(b, now), nil // it is so already: nobody is asked anew
	}
	k.found(Finding{At: now, By: by.ID, What: FoundKnown, From: was, To: known})
	k.Known, k.Assumed = known, false
	k = retime(b, k, now)
	b.Note(Event{At: now, Kind: CaseDated, Object: key, By: by.ID, Payload: Facts{"known": known, "was": was}})
	return c.progress(k, now).keep(b, now), nil
}

// SetEvent keeps when what a case is about happened (T0), which is not when it was known; it is refused like SetKnown.
func (c College) SetEvent(b Book, key string, event time.Time, by Person, now time.Time) (Case, error) {
	k, err := c.datable(b, key, event, by, now)
	if err != nil {
		return k, err
	}
	if event.Equal(k.Event) {
		return c.progress(k, now).keep(b, now), nil
	}
	k.found(Finding{At: now, By: by.ID, What: FoundEvent, From: k.Event, To: event})
	b.Note(Event{At: now, Kind: CaseDated, Object: key, By: by.ID, Payload: Facts{"event": event, "event_was": k.Event}})
	k.Event = event
	return c.progress(k, now).keep(b, now), nil
}

// datable is an open case that a person may date, and at that time: its holder, or a head of its unit.
func (c College) datable(b Book, key string, at time.Time, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case (by.ID == "" || k.Holder != by.ID) && !by.Speaks(k.Unit):
		return k, Refuse(NotHolder, "by", nameOf(b, k.Holder))
	}
	return k, c.bygone(at, now)
}

// bygone refuses a time that nothing of a case can have.
func (c College) bygone(at, now time.Time) error {
	switch {
	case at.After(now):
		return Refuse(NotYet, "at", c.MomentFacts(at, now))
	case now.Sub(at) > FarBack:
		return Refuse(LongAgo, "date", DateOf(at.In(c.Zone)))
	}
	return nil
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

// FarBack is how far back a case may have been known: two weeks, the longest observation.
const FarBack = 14 * 24 * time.Hour
