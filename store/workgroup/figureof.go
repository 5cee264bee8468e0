package workgroup

import "slices"

// Figure is one figure of a date, of one group of people where its key names one.
type Figure struct {
	TotalLine
	Mixed    int         // units that give it for all of their people, and do not say how many are of the group
	MixedSum int         // and for how many people: they are in no sum
	Stated   []StatedSum // what lead units say in place of a sum
}

// StatedSum is a sum that a lead unit has changed (改合计), and what the figures below it make it.
type StatedSum struct {
	Lead   Unit
	Group  Group
	To     Count
	Now    Count
	Reason string
	Filed  bool // with its sheet; else it stands on the sheet that it has not filed
}

// FigureOf adds up one figure of a tally, of one group of people where the key names one, and of one unit where one is named. Who has not told it
// is in no sum. What a lead unit states otherwise stands beside the sum of all units, and does not change it.
func (c College) FigureOf(b Book, t Tally, k Key, only UnitID) (f Figure) {
	_, _, group := k.Parts()
	f.Key = k
	before := map[UnitID]Figures{}
	for s := range Latest.Each(b, string(t.Round.Date.Add(-1))+"/") {
		before[s.Unit] = s.Figures
	}
	form := c.FormOn(t.Round.Date)
	for _, l := range t.Lines {
		item, asked := form.asks(k.Of(Everybody), l.Unit.Kind)
		if !asked || only != "" && l.Unit.ID != only || group != Everybody && !l.tellsOf(k) {
			continue
		}
		f.Due++
		if l.State != Filed {
			continue
		}
		f.Filed++
		n, ok := l.Standing.Figures.givenOf(item, k, l.Unit.Kind)
		if !ok {
			if n > 0 {
				f.Mixed, f.MixedSum = f.Mixed+1, f.MixedSum+n
			}
			continue
		}
		f.Sum, f.Covered = f.Sum+n, f.Covered+1
		if old, ok := before[l.Unit.ID].givenOf(item, k, l.Unit.Kind); ok {
			f.Before, f.Known, f.Change = f.Before+old, f.Known+1, f.Change+n-old
		}
	}
	if only == "" {
		f.Stated = c.statedOf(b, t.Round, k)
	}
	return f
}

// tellsOf tells whether a unit counts people of a key's group: it has such people, or has told of some all the same.
func (l UnitLine) tellsOf(k Key) bool {
	_, _, group := k.Parts()
	return slices.Contains(l.Unit.Kind.Groups(), group) || l.State == Filed && l.Standing.Figures.Has(k)
}

// statedOf is what lead units say in place of their sum of a figure: as filed, or as it stands on a sheet that they have changed since.
func (c College) statedOf(b Book, r Round, k Key) (out []StatedSum) {
	_, _, group := k.Parts()
	for _, lead := range r.leads(b) {
		if group != Everybody && lead.Leads != group {
			continue
		}
		now := c.Consolidate(b, r, lead)
		o, changed := now.Overridden(k.Of(Everybody))
		if !changed {
			continue
		}
		filed, _ := LastSheet(b, r.Date, lead.ID)
		was, has := filed.Overridden(o.Item)
		out = append(out, StatedSum{lead, lead.Leads, o.To, now.Sums[o.Item], o.Reason, has && was.To == o.To})
	}
	return out
}

// asks is the question of a form that a figure belongs to, where units of a kind are asked it.
func (f Form) asks(k Key, kind UnitKind) (Item, bool) {
	for _, item := range f.For(kind) {
		if item.Key == k || slices.Contains(item.Details, k) {
			return item, true
		}
	}
	return Item{}, false
}

// givenOf is Given of one group of people; where it is not told apart, what nobody has told apart of the count.
func (f Figures) givenOf(item Item, k Key, kind UnitKind) (int, bool) {
	_, _, group := k.Parts()
	all := k.Of(Everybody)
	n, ok := f.Given(item.Key, all)
	if group == Everybody || ok && n == 0 {
		return n, ok
	}
	if _, said := f.Said(k); !said && !ok {
		return 0, false
	}
	return GroupPart(f, all, group, kind)
}
