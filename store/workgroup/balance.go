package workgroup

import (
	"slices"
	"time"
)

// askBalances asks the units of a round that have filed about what does not follow from the day before.
func (c College) askBalances(b Book, r Round, now time.Time) {
	for _, u := range r.due(b) {
		c.askBalance(b, r, u, now)
	}
}

// balanceAfter asks about a unit's new answer, once the units' time is up; until then it may still come to add up. An answer for an
// earlier date moves what the next one stands on.
func (c College) balanceAfter(b Book, r Round, u Unit, now time.Time) {
	next, _ := Rounds.Get(b, string(r.Date.Add(1)))
	for _, one := range []Round{r, next} {
		if DateOf(now) == one.Date && !now.Before(one.At(StepUnits)) {
			c.askBalance(b, one, u, now)
		}
	}
}

// askBalance asks a unit about each item whose stock does not follow from the day before: once, and not about what it was shown when it
// filed and has stood by.
func (c College) askBalance(b Book, r Round, u Unit, now time.Time) {
	s, filed := FiledOn(b, r.Date, u.ID)
	yesterday, known := FiledOn(b, r.Date.Add(-1), u.ID)
	if !filed || !known {
		return
	}
	all := QueriesOf(b, r.Date)
	for _, item := range c.FormOn(r.Date).For(u.Kind) {
		l := BalanceOf(item, u.Kind, Everybody, s.Figures, yesterday.Figures)
		asked := slices.ContainsFunc(all, func(q Query) bool { return q.Unit == u.ID && q.Item == item.Key && q.Lead == "" })
		stood := slices.ContainsFunc(s.Doubts, func(d Doubt) bool { return d.Key == item.Key && (d.Check == V1 || d.Check == V4 || d.Check == V11) })
		if asked || stood || l.State != BalanceSilent && l.State != BalanceOff {
			continue
		}
		q := Query{Date: r.Date, Number: len(all) + 1, Unit: u.ID, Item: item.Key, At: now, Revision: s.Revision, Figure: Count(l.Now), Balance: &l, Next: now.Add(c.waits().Answer)}
		q.Unreached = !c.tellQuery(b, r, q, now)
		Queries.Put(b, q)
		b.Note(Event{At: now, Kind: UnitAsked, Object: q.Key(), Payload: Facts{"unit": u.ID, "item": item.Key, "balance": l.State}})
		all = append(all, q)
		for _, lead := range u.Feeds {
			Touch(b, SheetCard, SheetObject(r.Date, lead), now)
		}
	}
}

// Flows are the flows that would make a silent stock follow from the day before: everybody who is more is new, everybody who is fewer
// was released. Whether it was so is for the unit to say.
func (l Balance) Flows() (added, released int) {
	return max(0, l.Now-l.Prev), max(0, l.Prev-l.Now)
}

// FileFlows answers a question of the day ledger with the flows that it names: a revision with nothing else changed.
func (c College) FileFlows(b Book, r Round, q Query, by Person, source Source, now time.Time) (Report, error) {
	u, _ := Units.Get(b, string(q.Unit))
	if err := c.MayMend(b, q, by); err != nil {
		return Report{}, err
	}
	s, filed := FiledOn(b, q.Date, q.Unit)
	if !filed || q.Balance == nil || q.Balance.State != BalanceSilent || s.Figures.known(q.Item) != q.Balance.Now {
		return Report{}, Refuse(Changed)
	}
	figures := s.Figures.Clone()
	added, released := q.Balance.Flows()
	figures[q.Item.As(New)], figures[q.Item.As(Released)] = Count(added), Count(released)
	return c.File(b, r, Filing{Unit: u, Date: q.Date, By: by, Zero: abnormal(c.FormOn(q.Date), u.Kind, figures) == 0, Figures: figures, Summed: s.Summed, Sources: []Source{source}, At: now, Now: now}), nil
}
