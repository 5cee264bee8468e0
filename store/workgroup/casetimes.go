package workgroup

import (
	"time"
)

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
