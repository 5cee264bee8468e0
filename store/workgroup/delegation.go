package workgroup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Delegation is a head's word that somebody else speaks for their units on some dates (委托). The head goes on speaking for them.
type Delegation struct {
	ID    uint64    `json:"id"`
	By    PersonID  `json:"by"`
	To    PersonID  `json:"to"`
	Units []UnitID  `json:"units"`
	From  Date      `json:"from"`
	Until Date      `json:"until"` // the last of the dates
	Made  time.Time `json:"made"`
	Begun time.Time `json:"begun,omitzero"`
	Ended time.Time `json:"ended,omitzero"`

	Next time.Time `json:"next,omitzero"` // when it begins, then when it ends
}

// Delegations are kept for good.
var Delegations = Shelf[Delegation]{Name: "delegations"}

// Key sorts delegations by the order they were made in.
func (d Delegation) Key() string { return NumberKey(d.ID) }

// Due is when it begins or ends; zero when it is over.
func (d Delegation) Due() time.Time { return d.Next }

// Lent is a unit that somebody speaks for in place of its head, for some days.
type Lent struct {
	Unit  UnitID   `json:"unit"`
	Of    PersonID `json:"of"`
	Until Date     `json:"until"`
}

// LongestDelegation is in days. Who is away for longer is followed by somebody, and that is the roster's.
const LongestDelegation = 31

// Ending is why a delegation ended before its last date, or that it came to it.
type Ending string

// The endings of a delegation.
const (
	EndedOver     Ending = "over"
	EndedBack     Ending = "back"     // taken back by who gave it
	EndedDeclined Ending = "declined" // by who was to stand in
	EndedGone     Ending = "gone"     // one of them holds no office any more, or who stood in gets no message
)

// Endings are all there are.
var Endings = []Ending{EndedOver, EndedBack, EndedDeclined, EndedGone}

// MayDelegate is why somebody cannot have another speak for their units from one date until another; nil when they can. The units
// are those that the other does not speak for anyway.
func (c College) MayDelegate(b Book, by, to Person, from, until, today Date) (units []UnitID, err error) {
	for _, d := range by.Duties {
		if d.Role == Head && !slices.Contains(to.speaksAlways(), d.Unit) {
			units = append(units, d.Unit)
		}
	}
	switch {
	case !by.Holds(Head):
		return nil, Refuse(NotAHead, "unit", Named{})
	case to.ID == by.ID || !to.Left.IsZero():
		return nil, Refuse(DelegateWho)
	case len(units) == 0:
		return nil, Refuse(DelegateMoot, "to", to.Name)
	case !to.Reachable():
		return nil, Refuse(DelegateUnreached, "to", to.Name)
	case from < today || until < from || until >= from.Add(LongestDelegation):
		return nil, Refuse(DelegateDates, "days", LongestDelegation)
	}
	for _, d := range DelegationsOf(b, by.ID) {
		if d.To == to.ID && d.From <= until && from <= d.Until {
			return nil, Refuse(DelegateTwice, "to", to.Name, "from", d.From, "until", d.Until)
		}
	}
	return units, nil
}

// Dates writes the dates of a delegation as its button holds them: the first, and how many.
func (d Delegation) Dates() string {
	days := int(d.Until.In(time.UTC).Sub(d.From.In(time.UTC))/(24*time.Hour)) + 1
	return strings.ReplaceAll(string(d.From), "-", "") + "/" + strconv.Itoa(days)
}

// ReadDates reads them.
func ReadDates(first, days string) (from, until Date, ok bool) {
	n, err := strconv.Atoi(days)
	at, bad := time.Parse("20060102", first)
	if err != nil || bad != nil || n < 1 || n > LongestDelegation {
		return "", "", false
	}
	from = DateOf(at)
	return from, from.Add(n - 1), true
}

// DelegationsOf are those somebody has given that are not over, in order.
func DelegationsOf(b Book, by PersonID) []Delegation {
	return delegations(b, func(d Delegation) bool { return d.By == by })
}

// Beside are the others of the same days that have somebody speak for one of the units, or that who stands in has given themselves.
func (d Delegation) Beside(b Book) []Delegation {
	return delegations(b, func(o Delegation) bool {
		unit := slices.ContainsFunc(o.Units, func(u UnitID) bool { return slices.Contains(d.Units, u) })
		return o.ID != d.ID && o.From <= d.Until && d.From <= o.Until && (o.By == d.To || unit && o.To != d.To)
	})
}

func delegations(b Book, want func(Delegation) bool) (out []Delegation) {
	for d := range Delegations.Each(b, "") {
		if d.Ended.IsZero() && want(d) {
			out = append(out, d)
		}
	}
	return out
}

// Delegate has somebody speak for another's units from one date until another. Who stands in is told, and the office.
func (c College) Delegate(b Book, by, to Person, from, until Date, now time.Time) (Delegation, error) {
	units, err := c.MayDelegate(b, by, to, from, until, DateOf(now))
	if err != nil {
		return Delegation{}, err
	}
	d := Delegation{ID: b.Number(Delegations.Name), By: by.ID, To: to.ID, Units: units, From: from, Until: until, Made: now, Next: from.In(c.Zone)}
	b.Note(Event{At: now, Kind: DelegationMade, Object: d.Key(), By: by.ID, Payload: Facts{"to": to.ID, "units": units, "from": from, "until": until}})
	facts := c.DelegationFacts(b, d)
	about := Ref{Object: "delegation/" + d.Key()}
	c.Tell(b, to, Letter{Text: "say/delegated-you", Facts: facts, Urgency: Deadline, Written: now, About: about,
		Buttons: [][]Button{{{Label: "button/delegate-no", Verb: "unlend", Object: d.Key()}}}})
	for _, p := range Holders(b, Staff) {
		if p.ID != by.ID && p.ID != to.ID {
			c.Tell(b, p, Letter{Text: "say/delegated-office", Facts: facts, Silent: true, Written: now})
		}
	}
	Delegations.Put(b, d)
	if from == DateOf(now) {
		d = c.lend(b, d, now)
	}
	return d, nil
}

// WakeDelegation begins or ends what is due.
func (c College) WakeDelegation(b Book, key string, now time.Time) {
	d, ok := Delegations.Get(b, key)
	switch {
	case !ok || d.Due().IsZero() || d.Due().After(now):
	case d.Until < DateOf(now.In(c.Zone)):
		c.takeBack(b, d, EndedOver, "", now)
	case !d.stands(b):
		c.takeBack(b, d, EndedGone, "", now)
	default:
		c.lend(b, d, now)
	}
}

// stands tells whether a delegation can go on: its head leads one of the units, and who stands in is there and gets messages.
func (d Delegation) stands(b Book) bool {
	by, _ := People.Get(b, string(d.By))
	to, _ := People.Get(b, string(d.To))
	return to.Reachable() && to.Left.IsZero() && by.Left.IsZero() && slices.ContainsFunc(d.Units, by.heads)
}

func (c College) lend(b Book, d Delegation, now time.Time) Delegation {
	d.Begun, d.Next = now, d.Until.Add(1).In(c.Zone)
	Delegations.Put(b, d)
	relend(b, d.To)
	b.Note(Event{At: now, Kind: DelegationBegun, Object: d.Key()})
	return d
}

// relend has somebody speak for what is lent to them now, and for nothing else.
func relend(b Book, to PersonID) {
	p, ok := People.Get(b, string(to))
	if !ok {
		return // gone from the roster
	}
	p.Lent = nil
	for _, d := range delegations(b, func(d Delegation) bool { return d.To == to && !d.Begun.IsZero() }) {
		for _, u := range d.Units {
			p.Lent = append(p.Lent, Lent{Unit: u, Of: d.By, Until: d.Until})
		}
	}
	People.Put(b, p)
}

// EndDelegation ends one before its time: by whoever gave it, or by who was to stand in.
func (c College) EndDelegation(b Book, key string, by Person, now time.Time) (Delegation, error) {
	d, ok := Delegations.Get(b, key)
	switch {
	case !ok || by.ID != d.By && by.ID != d.To:
		return d, Refuse(NotYours)
	case !d.Ended.IsZero():
		return d, Refuse(Settled)
	case by.ID == d.By:
		return c.takeBack(b, d, EndedBack, by.ID, now), nil
	}
	return c.takeBack(b, d, EndedDeclined, by.ID, now), nil
}

// takeBack takes the units back from who stood in, and tells both, but for whoever did it. What was filed stays.
func (c College) takeBack(b Book, d Delegation, how Ending, by PersonID, now time.Time) Delegation {
	d.Ended, d.Next = now, time.Time{}
	Delegations.Put(b, d)
	relend(b, d.To)
	b.Note(Event{At: now, Kind: DelegationEnded, Object: d.Key(), By: by, Payload: Facts{"how": how}})
	Withdraw(b, "delegation/"+d.Key())
	facts := c.DelegationFacts(b, d)
	facts["how"] = how
	for _, id := range []PersonID{d.By, d.To} {
		if who, ok := People.Get(b, string(id)); ok && id != by && who.Left.IsZero() {
			c.Tell(b, who, Letter{Text: "say/delegation-ended", Facts: facts, Urgency: Deadline, Written: now})
		}
	}
	for _, p := range Holders(b, Staff) { // who was told until when it goes hears that it does not
		if how != EndedOver && p.ID != d.By && p.ID != d.To {
			c.Tell(b, p, Letter{Text: "say/delegation-ended", Facts: facts, Silent: true, Written: now})
		}
	}
	return d
}

// CheckDelegations ends what cannot go on: its head leads none of the units any more, or who stands in has left or gets no message.
func (c College) CheckDelegations(b Book, now time.Time) {
	for _, d := range delegations(b, func(d Delegation) bool { return !d.stands(b) }) {
		c.takeBack(b, d, EndedGone, "", now)
	}
}

// DelegationFacts are what is said of one. Who is gone from the roster is called by their key.
func (c College) DelegationFacts(b Book, d Delegation) Facts {
	units := []Named{}
	for _, u := range d.Units {
		units = append(units, unitNamed(b, u))
	}
	return Facts{"by": cmp.Or(nameOf(b, d.By), string(d.By)), "to": cmp.Or(nameOf(b, d.To), string(d.To)), "units": units, "from": d.From, "until": d.Until, "one": d.From == d.Until}
}
