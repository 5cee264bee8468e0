package card

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// boardCard is the day in one message: how many have filed, who has not, by when.
func (r Renderer) boardCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, _ time.Time) (courier.Message, error) {
	round, ok := workgroup.Rounds.Get(b, c.Object)
	if !ok {
		return courier.Message{}, fmt.Errorf("card %s: no round", c.Key())
	}
	facts := r.BoardFacts(r.College.Count(b, round))
	var rows [][]workgroup.Button
	if !facts["closed"].(bool) {
		rows = [][]workgroup.Button{{{Label: "button/zero", Verb: "zero", Object: c.Object}, {Label: "button/fill", Verb: "fill", Object: c.Object}}}
	}
	rows = append(rows, []workgroup.Button{{Label: "button/urgent", Verb: "urgent"}}) // day and night
	return r.card(lang, "card/board", facts, rows)
}

// BoardFacts are what the group may see: units and counts of units, nobody's health.
func (tell *Teller) BoardFacts(t workgroup.Tally) workgroup.Facts {
	late := []workgroup.Facts{}
	for _, l := range t.Lines {
		if l.State == workgroup.Filed && l.Standing.Mark != workgroup.OnTime {
			late = append(late, workgroup.Facts{"unit": l.Unit.Named(), "mark": l.Standing.Mark, "at": tell.Clock(l.Standing.First)})
		}
	}
	closed := false
	for _, s := range t.Round.Steps {
		closed = closed || s.Name == workgroup.StepClose && !s.Done.IsZero()
	}
	outages := []workgroup.Facts{}
	for _, o := range t.Round.Outages {
		outages = append(outages, workgroup.Facts{"from": tell.Clock(o.From), "to": tell.Clock(o.To), "cause": o.Cause})
	}
	facts := tell.College.Deadlines(t.Round)
	facts["past"] = t.Round.Past(t.Round.Stepped())
	facts["sheets_owed"] = slices.ContainsFunc(t.Sheets, func(s workgroup.SheetLine) bool { return s.Sheet.Revision == 0 })
	maps.Copy(facts, workgroup.Facts{"outages": outages, "date": t.Round.Date, "filed": t.Filed(), "due": len(t.Lines), "zeros": t.Zeros, "lacking": workgroup.Names(t.Lacking),
		"awaiting": workgroup.Names(t.In(workgroup.Awaiting)), "missing": workgroup.Names(t.In(workgroup.Missing)), "late": late, "corrections": workgroup.CorrectionUnits(t.Waiting), "sheets": tell.SheetLines(t.Sheets), "closed": closed})
	return facts
}

// SheetLines say of lead units' sheets how they stand, one a line.
func (tell *Teller) SheetLines(sheets []workgroup.SheetLine) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, s := range sheets {
		line := workgroup.Facts{"unit": s.Lead.Named(), "group": s.Lead.Leads, "filed": s.Filed, "due": s.Due, "done": s.Sheet.Revision > 0, "mark": s.Sheet.Mark, "at": "", "moved": s.Moved}
		line["kept"] = s.Stays != nil
		if s.Sheet.Revision > 0 {
			line["at"] = tell.Clock(s.Sheet.Filed)
		}
		out = append(out, line)
	}
	return out
}
