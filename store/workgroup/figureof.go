package workgroup

import "slices"

// FigureOf adds up one figure of a tally, of one group of people where the key names one, and of one unit where one is named; due is how many
// units it is asked of. Who has not told it is in no sum.
func (c College) FigureOf(b Book, t Tally, k Key, only UnitID) (line TotalLine, due int) {
	_, _, group := k.Parts()
	line.Key = k
	before := map[UnitID]Figures{}
	for s := range Latest.Each(b, string(t.Round.Date.Add(-1))+"/") {
		before[s.Unit] = s.Figures
	}
	form := c.FormOn(t.Round.Date)
	for _, l := range t.Lines {
		item, asked := form.asks(k.Of(Everybody), l.Unit.Kind)
		if !asked || only != "" && l.Unit.ID != only || group != Everybody && !slices.Contains(l.Unit.Kind.Groups(), group) {
			continue
		}
		due++
		n, ok := l.Standing.Figures.givenOf(item, k, l.Unit.Kind)
		if !ok || l.State != Filed {
			continue
		}
		line.Sum, line.Covered = line.Sum+n, line.Covered+1
		if old, ok := before[l.Unit.ID].givenOf(item, k, l.Unit.Kind); ok {
			line.Before, line.Known, line.Change = line.Before+old, line.Known+1, line.Change+n-old
		}
	}
	return line, due
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

// givenOf is Given of one group of people.
func (f Figures) givenOf(item Item, k Key, kind UnitKind) (int, bool) {
	_, _, group := k.Parts()
	all := k.Of(Everybody)
	if n, ok := f.Given(item.Key, all); group == Everybody || ok && n == 0 {
		return n, ok
	}
	return GroupPart(f, all, group, kind)
}
