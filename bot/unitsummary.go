package bot

import (
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// unitSummary tells a date of one unit: its open cases, its report with the change from yesterday, what is asked of it, and of a lead unit what its
// sheet stands on.
func (t *turn) unitSummary(of scope) error {
	round, err := t.roundSummed(of.date)
	if err != nil {
		return err
	}
	tally := t.College.Count(t.b, round)
	i := slices.IndexFunc(tally.Lines, func(l workgroup.UnitLine) bool { return l.Unit.ID == of.unit })
	if i < 0 {
		return workgroup.Refuse(workgroup.UnitNotInRound, "unit", t.unitName(of.unit))
	}
	line := tally.Lines[i]
	facts := workgroup.Facts{"unit": line.Unit.Named(), "date": of.date, "now": t.Clock(t.now), "state": line.State, "at": "", "mark": line.Standing.Mark, "revision": line.Standing.Revision,
		"reason": line.Standing.Reason, "cases": t.casesOfUnit(of), "contacts": []workgroup.Facts{}, "queries": t.queriesOf(round, of.unit), "doubts": []string{}}
	if line.State == workgroup.Filed {
		facts["at"], facts["doubts"] = t.Clock(line.Standing.Filed), t.DoubtLines(of.date, line.Standing.Doubts, t.language())
	} else {
		facts["contacts"] = []workgroup.Facts{t.contactFacts(line.Unit)}
	}
	t.figuresOfUnit(t.b, tally, line, facts)
	sheets := slices.DeleteFunc(slices.Clone(tally.Sheets), func(s workgroup.SheetLine) bool { return s.Lead.ID != of.unit })
	facts["sheets"], facts["sums"], facts["overrides"], facts["below"] = t.SheetLines(sheets), []workgroup.Facts{}, []workgroup.Facts{}, []workgroup.Named{}
	for _, s := range sheets {
		sheet := t.College.Consolidate(t.b, round, s.Lead)
		facts["sums"], facts["overrides"], facts["below"] = t.sumsOf(round, sheet), t.OverrideLines(t.b, round.Date, sheet), round.Names(t.b, sheet.Missing)
	}
	t.reply("say/summary-unit", facts)
	return nil
}

// tellSpeakers tells who speaks for a unit, and how they are reached.
func (t *turn) tellSpeakers(q bookQuestion) (bool, error) {
	unit, rest, named := t.unitBefore(q.of)
	if !named || strings.Trim(rest, " 的") != "" {
		return false, nil
	}
	t.reply("say/unit-speakers", t.contactFacts(unit))
	return true, nil
}

// casesOfUnit are a unit's cases of a date, and of today those that are still open, of those that the sender may see.
func (t *turn) casesOfUnit(of scope) []workgroup.Facts {
	lines := []workgroup.Facts{}
	for _, k := range t.casesOn(of.date) {
		if k.Unit != of.unit || !k.Sees(t.b, t.person, t.now) {
			continue
		}
		line := t.CaseLine(t.b, k, t.now)
		t.detail(t.b, k, line)
		line["done"] = !k.Closed.IsZero()
		lines = append(lines, line)
	}
	return lines
}

// queriesOf are the questions of a date that a unit, or a lead unit in what it asks others, has not had answered.
func (t *turn) queriesOf(round workgroup.Round, unit workgroup.UnitID) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, q := range workgroup.QueriesOf(t.b, round.Date) {
		if (q.Unit == unit || q.Lead == unit) && (q.Open() || q.End == workgroup.QueryLapsed) {
			out = append(out, t.QueryLine(t.b, round, q))
		}
	}
	return out
}

// figuresOfUnit adds what a unit has reported: what is not zero, or was not, how many questions are zero, and which it has left out.
func (t *turn) figuresOfUnit(b workgroup.Book, tally workgroup.Tally, line workgroup.UnitLine, facts workgroup.Facts) {
	form, lines, zeros, unsaid := t.College.FormOn(tally.Round.Date), []workgroup.Facts{}, 0, []workgroup.Facts{}
	for _, item := range form.For(line.Unit.Kind) {
		f := t.College.FigureOf(b, tally, item.Key, line.Unit.ID)
		switch {
		case line.State != workgroup.Filed:
		case f.Covered == 0:
			unsaid = append(unsaid, workgroup.LabelFacts(form, item.Key))
		case f.Sum == 0 && f.Change == 0:
			zeros++
		default:
			lines = append(lines, t.unitFigure(form, f, false))
			lines = append(lines, t.partsOfUnit(b, tally, line, item)...)
		}
	}
	facts["lines"], facts["zeros"], facts["unsaid"] = lines, zeros, unsaid
}

// partsOfUnit are the details of a unit's figure that are not zero, and how many of each group it counts.
func (t *turn) partsOfUnit(b workgroup.Book, tally workgroup.Tally, line workgroup.UnitLine, item workgroup.Item) (out []workgroup.Facts) {
	form, keys := t.College.FormOn(tally.Round.Date), slices.Clone(item.Details)
	if item.Split {
		for _, g := range line.Unit.Kind.Groups() {
			keys = append(keys, item.Key.Of(g))
		}
	}
	for _, k := range keys {
		if f := t.College.FigureOf(b, tally, k, line.Unit.ID); f.Covered > 0 && f.Sum > 0 {
			out = append(out, t.unitFigure(form, f, true))
		}
	}
	return out
}

func (t *turn) unitFigure(form workgroup.Form, f workgroup.Figure, detail bool) workgroup.Facts {
	one := workgroup.LabelFacts(form, f.Key)
	one["n"], one["compare"], one["change"], one["detail"] = f.Sum, f.Known > 0 && !detail, f.Change, detail
	return one
}

// sumsOf are the sums of a lead unit's sheet that are not zero, as the figures below it make them.
func (t *turn) sumsOf(round workgroup.Round, s workgroup.Sheet) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, item := range t.College.FormOn(round.Date).Items {
		n, rest := s.Sums[item.Key], s.Unsplit[item.Key]
		if n > 0 || rest > 0 {
			one := t.College.LabelFacts(round.Date, item.Key)
			one["n"], one["unsplit"] = n, rest
			out = append(out, one)
		}
	}
	return out
}
