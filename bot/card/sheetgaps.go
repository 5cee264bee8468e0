package card

import (
	"slices"
	"strconv"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// EveryGap stands in a button for every unit that is missing without a reason.
const EveryGap = "-"

// gaps is the page of the units that are missing, and why.
func (v sheetView) gaps() (courier.Message, error) {
	facts := v.facts()
	lines, next, given := []workgroup.Facts{}, workgroup.UnitID(""), ""
	for _, u := range v.sheet.Missing {
		unit, _ := v.round.Unit(v.b, u)
		line := workgroup.Facts{"unit": unit.Named(), "reason": "", "since": nil}
		if g := slices.IndexFunc(v.sheet.Gaps, func(g workgroup.SheetGap) bool { return g.Unit == u }); g >= 0 {
			line["reason"], given = v.sheet.Gaps[g].Reason, v.sheet.Gaps[g].Reason
		} else if next == "" {
			next = u
		}
		lines = append(lines, line)
	}
	facts["gaps"], facts["of"] = lines, workgroup.Named{}
	var rows [][]workgroup.Button
	if next != "" && v.reader.Speaks(v.lead.ID) {
		unit, _ := v.round.Unit(v.b, next)
		facts["of"] = unit.Named()
		for i, reason := range workgroup.GapReasons {
			rows = append(rows, []workgroup.Button{v.button("gap", "gap", string(next)+"/"+strconv.Itoa(i), workgroup.Facts{"reason": reason})})
		}
		if i := slices.Index(workgroup.GapReasons, given); i >= 0 && len(v.sheet.Unexplained()) > 1 {
			rows = append(rows, []workgroup.Button{v.button("gap-rest", "gap", EveryGap+"/"+strconv.Itoa(i), workgroup.Facts{"reason": given})})
		}
	}
	return v.card(v.lang, "card/sheet-gaps", facts, append(append(rows, v.filing()...), []workgroup.Button{v.button("sheet-back", "turn", "t", nil)}))
}

// queries are the questions of a sheet that are wanted: how many were asked and answered, and each of them.
func (v sheetView) queries(want func(workgroup.Query) bool) workgroup.Facts {
	all, open, answered := []workgroup.Facts{}, []workgroup.Facts{}, 0
	for _, q := range workgroup.QueriesOf(v.b, v.round.Date) {
		fed := q.Lead == "" && slices.ContainsFunc(v.sheet.Basis, func(s workgroup.Basis) bool { return s.Unit == q.Unit })
		if q.Lead != v.lead.ID && !fed || !want(q) {
			continue
		}
		line := v.QueryLine(v.b, v.round, q)
		if all = append(all, line); q.Open() || q.End == workgroup.QueryLapsed {
			open = append(open, line)
		} else {
			answered++
		}
	}
	return workgroup.Facts{"all": all, "open": open, "answered": answered, "asked": len(all)}
}

// QueryLine is one question as people read it.
func (tell *Teller) QueryLine(b workgroup.Book, round workgroup.Round, q workgroup.Query) workgroup.Facts {
	u, _ := round.Unit(b, q.Unit)
	lead, _ := round.Unit(b, q.Lead)
	by, _ := workgroup.People.Get(b, string(q.AnsweredBy))
	return workgroup.Facts{"unit": u.Named(), "lead": lead.Named(), "line": tell.College.LabelFacts(q.Date, q.Item), "group": q.Group(b), "words": q.Words, "at": tell.Clock(q.At), "end": q.End, "was": q.Figure, "now": q.Now,
		"by": by.Name, "ended": tell.Clock(q.Ended), "listed": q.Listed, "unreached": q.Unreached}
}

// overrides are the sums of the sheet that its lead unit states in place of those that the figures make.
func (v sheetView) overrides() []workgroup.Facts {
	return v.OverrideLines(v.b, v.round.Date, v.sheet)
}

// OverrideLines are a sheet's overrides as people read them.
func (tell *Teller) OverrideLines(b workgroup.Book, date workgroup.Date, s workgroup.Sheet) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, o := range s.Overrides {
		by, _ := workgroup.People.Get(b, string(o.By))
		sum, given := s.Sums[o.Item]
		out = append(out, workgroup.Facts{"line": tell.College.LabelFacts(date, o.Item), "sum": sum, "given": given, "was": o.Sum, "moved": sum != o.Sum, "to": o.To, "reason": o.Reason, "by": by.Name, "at": tell.Clock(o.At)})
	}
	return out
}
