package workgroup

import "slices"

// BalanceState tells whether a stock follows from the day before.
type BalanceState string

// The states of a balance.
const (
	BalanceNone   BalanceState = "none"   // today's figure is not given: nothing is known, least of all 0
	BalanceFirst  BalanceState = "first"  // there is no figure of the day before
	BalanceOpen   BalanceState = "open"   // the item counts no flows (新增、解除), or they are not split by group: the stock alone is told
	BalanceEven   BalanceState = "even"   // 昨日 + 新增 − 解除 = 现有
	BalanceSilent BalanceState = "silent" // the stock has changed, and nobody has said by what
	BalanceOff    BalanceState = "off"    // what was said does not add up
)

// Balance is one line of the day ledger (日台账) of one unit: today's stock of an item against the day before.
type Balance struct {
	Item                     Key
	State                    BalanceState
	Prev, New, Released, Now int
	Told                     bool // who is new and released was told, or there was and is nobody: a flow that was left out (未填) is no 0
}

// Sum is what the stock would be by the flows.
func (l Balance) Sum() int { return l.Prev + l.New - l.Released }

// BalanceOf holds one item of a unit's answer against the day before, of all its people or of one group of them.
func BalanceOf(item Item, kind UnitKind, g Group, today, before Figures) Balance {
	l := Balance{Item: item.Key, State: BalanceNone}
	of := func(f Figures, k Key) (int, bool) { return partOf(f, k, g, kind) }
	now, said := of(today, item.Key)
	if !said {
		return l
	}
	l.Now = now
	prev, known := of(before, item.Key)
	if !known {
		prev, known = of(today, item.Key.As(Prev))
	}
	if l.Prev = prev; !known {
		l.State = BalanceFirst
		return l
	}
	flow := func(m Measure) (n int, said, split bool) {
		k := item.Key.As(m)
		if !today.Has(k) && !today.Has(k.Of(g)) {
			return 0, false, true
		}
		n, split = of(today, k)
		// Where the unit counts nobody of another group, today or the day before, its flows are this group's.
		if all, exact := today.Said(k); !split && exact && only(today, item.Key, now) && only(before, item.Key, prev) {
			return all, true, true
		}
		return n, split, split
	}
	added, hasNew, split := flow(New)
	released, hasReleased, splitToo := flow(Released)
	if base, _, _ := item.Key.Parts(); base == "suspected" && g == Everybody {
		// Whoever is suspected no more may have been confirmed or died: they went as well.
		turned := min(today.known("confirmed_new")+today.known("death_new"), max(0, prev+added-released-now))
		released, hasReleased = released+turned, hasReleased || turned > 0
	}
	l.Told = hasNew || hasReleased || now == 0 && prev == 0
	switch l.New, l.Released = added, released; {
	case !split || !splitToo || !slices.Contains(item.Details, item.Key.As(New)) || !slices.Contains(item.Details, item.Key.As(Released)):
		l.State, l.New, l.Released = BalanceOpen, 0, 0
	case !hasNew && !hasReleased && now != prev:
		l.State = BalanceSilent
	case now != l.Sum():
		l.State = BalanceOff
	default:
		l.State = BalanceEven
	}
	return l
}

// partOf is a figure of all people of a unit or of one group of them, and whether it is known.
func partOf(f Figures, k Key, g Group, kind UnitKind) (int, bool) {
	if g == Everybody {
		return f.Said(k)
	}
	if !f.Has(k) && !f.Has(k.Of(g)) {
		return 0, false
	}
	return GroupPart(f, k, g, kind)
}

// OwnPrev is what a unit says today that an item was the day before (自报昨日), where that is not what it filed then. The ledger goes on from
// what was filed.
type OwnPrev struct {
	Unit        Unit
	Says, Filed int
}

// ownPrevOf is what a unit says that an item was the day before, if that differs.
func ownPrevOf(item Item, u Unit, g Group, today, before Figures) (OwnPrev, bool) {
	says, said := partOf(today, item.Key.As(Prev), g, u.Kind)
	filed, known := partOf(before, item.Key, g, u.Kind)
	return OwnPrev{u, says, filed}, said && known && says != filed
}

// only tells whether a figure of all people of a unit is that of one group.
func only(f Figures, k Key, n int) bool {
	all, said := f.Said(k)
	return said && all == n
}

// LedgerLine is one item of the day ledger over several units: the flows and stocks of those whose line can be told, how many those are,
// and which do not balance.
type LedgerLine struct {
	Item                     Key
	Prev, New, Released, Now int
	Flows                    bool // the item counts them
	Due                      int  // units that are asked about it
	Covered                  int  // that have given today's figure: who has not is 未报, which is never 0
	Known                    int  // of those, whose figure of the day before, and flows, are known too; Prev, New, Released and Now are theirs
	Told                     int  // of those, who have told their flows, or have nobody: New and Released are theirs
	Rest                     int  // the stock of the others that are covered
	Uneven                   []UnitBalance
	Said                     []OwnPrev
}

// UnitBalance is a unit's line that does not balance.
type UnitBalance struct {
	Unit Unit
	Balance
}

// Ledger is the day ledger of a date, of some people of some units: of one unit, of a lead unit's sheet, of the college.
type Ledger struct {
	Group   Group
	Due     int
	Filed   int
	Missing []UnitID
	Lines   []LedgerLine
}

// LedgerOf keeps the day ledger of units of a round, item by item.
func (c College) LedgerOf(b Book, r Round, units []Unit, g Group) Ledger {
	out := Ledger{Group: g, Due: len(units)}
	form := c.FormOn(r.Date)
	today, before := map[UnitID]Figures{}, map[UnitID]Figures{}
	for _, u := range units {
		s, filed := FiledOn(b, r.Date, u.ID)
		if !filed {
			out.Missing = append(out.Missing, u.ID)
			continue
		}
		out.Filed++
		yesterday, _ := FiledOn(b, r.Date.Add(-1), u.ID)
		today[u.ID], before[u.ID] = s.Figures, yesterday.Figures
	}
	for _, item := range form.Items {
		if _, m, _ := item.Key.Parts(); m != Now {
			continue // no stock
		}
		line := LedgerLine{Item: item.Key, Flows: slices.Contains(item.Details, item.Key.As(New)) && slices.Contains(item.Details, item.Key.As(Released))}
		for _, u := range units {
			if !form.Asks(u.Kind, item.Key) || g != Everybody && !slices.Contains(u.Kind.Groups(), g) {
				continue
			}
			line.Due++
			line.add(u, BalanceOf(item, u.Kind, g, today[u.ID], before[u.ID]))
			if own, differs := ownPrevOf(item, u, g, today[u.ID], before[u.ID]); differs {
				line.Said = append(line.Said, own)
			}
		}
		if line.Due > 0 {
			out.Lines = append(out.Lines, line)
		}
	}
	return out
}

func (l *LedgerLine) add(u Unit, one Balance) {
	if one.State == BalanceNone {
		return
	}
	l.Covered++
	switch one.State {
	case BalanceFirst:
		l.Rest += one.Now
		return
	case BalanceOpen:
		if l.Flows {
			l.Rest += one.Now
			return
		}
	case BalanceSilent, BalanceOff:
		l.Uneven = append(l.Uneven, UnitBalance{u, one})
	}
	if l.Known++; one.Told {
		l.Told++
	}
	l.Prev, l.New, l.Released, l.Now = l.Prev+one.Prev, l.New+one.New, l.Released+one.Released, l.Now+one.Now
}

// Ledger is a date's day ledger of the college, or of a unit's part of it: a lead unit's sheet, else the unit's own.
func (c College) Ledger(b Book, r Round, of UnitID) (Ledger, bool) {
	if of == "" {
		return c.LedgerOf(b, r, r.due(b), Everybody), true
	}
	u, ok := r.Unit(b, of)
	switch {
	case !ok || !r.Owes(of) && !slices.Contains(r.Leads, of):
		return Ledger{}, false
	case slices.Contains(r.Leads, of):
		return c.LedgerOf(b, r, r.fedBy(b, of), u.Leads), true
	}
	return c.OwnLedger(b, r, u), true
}

// OwnLedger is one unit's own day ledger, of all its people; a lead unit's too, which has another of its sheet.
func (c College) OwnLedger(b Book, r Round, u Unit) Ledger {
	return c.LedgerOf(b, r, []Unit{u}, Everybody)
}
