package workgroup

import (
	"slices"
	"time"
)

// UnitState is where a unit's day stands.
type UnitState string

const (
	Missing  UnitState = "missing"  // 未报
	Awaiting UnitState = "awaiting" // 待确认
	Filed    UnitState = "filed"    // 已报
)

// UnitLine is one unit in a tally.
type UnitLine struct {
	Unit     Unit
	State    UnitState
	Standing Standing // when filed
}

// TotalLine is one figure of the college.
type TotalLine struct {
	Key     Key
	Sum     int
	Covered int // units whose answer gives it
	Filed   int // units that have answered, and are asked about it: the others of them have left it out (未填)
	Due     int // units that are asked about it
	Before  int // the sum of the day before, of the units whose answers of both days give it
	Known   int // those units; 0: no change can be told
	Change  int // from the day before, over those units: who is still missing has not fallen to zero
	Split   []GroupChange
	Detail  bool // asked only after a non-zero: part of the line before it
}

// GroupChange is what a change from the day before is of one group of people; of Everybody, of those whom their units have not told apart.
type GroupChange struct {
	Group  Group
	Change int
}

// SheetLine is one lead unit in a tally.
type SheetLine struct {
	Lead  Unit
	Sheet Sheet // Revision 0: not filed
	Filed int   // units below it that filed
	Due   int   // units below it
	Moved bool  // something below changed after it was filed
	Stays *Stay // and its heads have said that it stays as it is
}

// Tally is a date as it stands.
type Tally struct {
	Round    Round
	Lines    []UnitLine
	Totals   []TotalLine
	Sheets   []SheetLine
	OnTime   int
	Overdue  int
	Late     int
	Makeup   int
	OnBehalf int
	Awaiting int
	Missing  int
	Zeros    int
	Doubtful []UnitLine
	Waiting  []OpenCorrection // said, and not confirmed
	Lacking  []Unit           // filed before the form grew, and not yet what is new in it
	Amended  []UnitLine
	Missed   []StepName // by the bot
	Tardy    []Step     // taken by the bot more than a minute late
}

// Filed is how many units have answered.
func (t Tally) Filed() int { return len(t.Lines) - t.Missing - t.Awaiting }

// In are the lines of one state.
func (t Tally) In(s UnitState) []Unit {
	var out []Unit
	for _, l := range t.Lines {
		if l.State == s {
			out = append(out, l.Unit)
		}
	}
	return out
}

// Count tallies a date. It reads that date and the one before, whatever else is stored.
func (c College) Count(b Book, r Round) Tally {
	t := Tally{Round: r}
	standings := map[UnitID]Standing{}
	for s := range Latest.Each(b, r.Key()+"/") {
		standings[s.Unit] = s
	}
	awaiting := map[UnitID]bool{}
	for d := range Drafts.Each(b, r.Key()+"/") {
		awaiting[d.Unit] = awaiting[d.Unit] || len(d.Figures) > 0 || d.Zero
	}
	for _, u := range r.due(b) {
		line := UnitLine{Unit: u, State: Missing}
		if s, ok := standings[u.ID]; ok {
			line.State, line.Standing = Filed, s
		} else if awaiting[u.ID] {
			line.State = Awaiting
		}
		t.Lines = append(t.Lines, line)
		t.mark(line)
	}
	t.Waiting = c.OpenCorrections(b, r.Date)
	t.Lacking = c.Incomplete(b, r)
	t.Totals = c.totals(b, r, t.Lines)
	for _, u := range r.leads(b) {
		now := c.Consolidate(b, r, u)
		line := SheetLine{Lead: u, Filed: len(now.Basis), Due: now.Total()}
		if s, ok := LastSheet(b, r.Date, u.ID); ok {
			line.Sheet, line.Moved = s, c.Moved(b, s, now)
			if w := WorksheetOf(b, r.Date, u.ID); w.Stays != nil && w.Stays.Says == now.StandsOn() {
				line.Stays = w.Stays
			}
		}
		t.Sheets = append(t.Sheets, line)
	}
	for _, s := range r.Steps {
		switch {
		case s.Missed:
			t.Missed = append(t.Missed, s.Name)
		case s.Name != StepOpen && s.Name != StepClose && s.Name.row() != dutyRow && s.Done.Sub(s.At) > time.Minute:
			t.Tardy = append(t.Tardy, s)
		}
	}
	return t
}

// CountDays tallies a date and the days before it, n in all and oldest first. A day without a round has nothing but its
// date.
func (c College) CountDays(b Book, last Date, n int) []Tally {
	out := make([]Tally, 0, n)
	for i := range n {
		date := last.Add(i + 1 - n)
		if r, ok := Rounds.Get(b, string(date)); ok {
			out = append(out, c.Count(b, r))
		} else {
			out = append(out, Tally{Round: Round{Date: date}})
		}
	}
	return out
}

// CountFrom tallies the dates from the first to the last that have a round, oldest first. A date between that has none has nothing
// but its date.
func (c College) CountFrom(b Book, first, last Date) (out []Tally) {
	for r := range Rounds.From(b, "", string(first)) {
		if r.Date > last {
			break
		}
		for n := len(out); n > 0 && out[n-1].Round.Date.Add(1) < r.Date; n++ {
			out = append(out, Tally{Round: Round{Date: out[n-1].Round.Date.Add(1)}})
		}
		out = append(out, c.Count(b, r))
	}
	return out
}

func (t *Tally) mark(l UnitLine) {
	switch l.State {
	case Missing:
		t.Missing++
		return
	case Awaiting:
		t.Awaiting++
		return
	}
	switch l.Standing.Mark {
	case OnTime:
		t.OnTime++
	case Overdue:
		t.Overdue++
	case Late:
		t.Late++
	case Makeup:
		t.Makeup++
	}
	if l.Standing.For != "" {
		t.OnBehalf++
	}
	if l.Standing.Zero {
		t.Zeros++
	}
	if len(l.Standing.Doubts) > 0 {
		t.Doubtful = append(t.Doubtful, l)
	}
	if l.Standing.Revision > 1 {
		t.Amended = append(t.Amended, l)
	}
}

// totals adds up every question of the form, its details too, with the day before beside it.
func (c College) totals(b Book, r Round, lines []UnitLine) []TotalLine {
	before := map[UnitID]Figures{}
	for s := range Latest.Each(b, string(r.Date.Add(-1))+"/") {
		before[s.Unit] = s.Figures
	}
	var out []TotalLine
	form := c.FormOn(r.Date)
	for _, item := range form.Items {
		for _, k := range append([]Key{item.Key}, item.Details...) {
			line := TotalLine{Key: k, Detail: k != item.Key}
			var split map[Group]int
			if item.Split && !line.Detail {
				split = map[Group]int{}
			}
			for _, l := range lines {
				n, ok := l.Standing.Figures.Given(item.Key, k)
				ok = ok && l.State == Filed
				if asked := form.Asks(l.Unit.Kind, k); asked || ok {
					line.Due++
					if l.State == Filed {
						line.Filed++
					}
				}
				if !ok {
					continue
				}
				line.Sum, line.Covered = line.Sum+n, line.Covered+1
				if old, ok := before[l.Unit.ID].Given(item.Key, k); ok {
					line.Before, line.Known, line.Change = line.Before+old, line.Known+1, line.Change+n-old
					if split != nil && (n != 0 || old != 0) {
						changeByGroup(split, k, l.Unit.Kind, l.Standing.Figures, before[l.Unit.ID])
					}
				}
			}
			line.Split = changes(split)
			out = append(out, line)
		}
	}
	return out
}

// changeByGroup adds what a unit's figure has changed by, group by group where both days tell all of its groups.
func changeByGroup(split map[Group]int, k Key, kind UnitKind, now, before Figures) {
	parts := map[Group]int{}
	for _, g := range Groups {
		if !slices.Contains(kind.Groups(), g) && !now.Has(k.Of(g)) && !before.Has(k.Of(g)) {
			continue
		}
		n, known := GroupPart(now, k, g, kind)
		old, was := GroupPart(before, k, g, kind)
		if !known || !was {
			all, _ := now.Said(k)
			old, _ := before.Said(k)
			split[Everybody] += all - old
			return
		}
		parts[g] = n - old
	}
	for g, n := range parts {
		split[g] += n
	}
}

// changes are those that are not zero, in the order of the groups; none where no group is told apart.
func changes(split map[Group]int) (out []GroupChange) {
	for _, g := range append(slices.Clone(Groups), Everybody) {
		if split[g] != 0 {
			out = append(out, GroupChange{g, split[g]})
		}
	}
	if len(out) == 1 && out[0].Group == Everybody {
		return nil
	}
	return out
}

// Given is a figure of a question, and whether it was told. A detail is asked only after a non-zero: where the count is
// zero, so is what it is made of.
func (f Figures) Given(count, k Key) (int, bool) {
	if n, ok := f.Said(k); ok {
		return n, true
	}
	n, ok := f.Said(count)
	return 0, ok && n == 0 && !f.Has(k)
}
