package card

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// sheetCard shows a lead unit's consolidation as it stands, or the page of it that its reader has turned to.
func (r Renderer) sheetCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	round, lead, err := workgroup.RoundAndUnit(b, c.Object)
	if err != nil {
		return courier.Message{}, err
	}
	v := sheetView{Renderer: r, b: b, round: round, lead: lead, sheet: r.College.Consolidate(b, round, lead), form: r.College.FormOn(round.Date), lang: lang, now: now}
	v.page, _ = workgroup.Pages.Get(b, workgroup.PageKey(c.Object, c.Chat))
	v.page.Sheet = c.Object
	v.reader, _ = workgroup.People.Get(b, string(c.Person))
	switch {
	case v.page.Unit != "":
		return v.unit()
	case v.page.Item != "":
		return v.item()
	case v.page.Gaps && len(v.sheet.Missing) > 0:
		return v.gaps()
	case v.page.Items:
		return v.items()
	}
	return v.top()
}

// sheetView is one lead unit's sheet as a reader of it sees it.
type sheetView struct {
	Renderer
	b      workgroup.Book
	round  workgroup.Round
	lead   workgroup.Unit
	sheet  workgroup.Sheet // as the figures stand
	page   workgroup.Page
	reader workgroup.Person
	form   workgroup.Form
	lang   workgroup.Language
	now    time.Time
}

func (v sheetView) button(label, verb, rest string, facts workgroup.Facts) workgroup.Button {
	return workgroup.Button{Label: "button/" + label, Facts: facts, Verb: verb, Object: strings.TrimSuffix(v.page.Sheet+"/"+rest, "/")}
}

func (v sheetView) facts() workgroup.Facts {
	return workgroup.Facts{"unit": v.lead.Named(), "date": v.round.Date, "group": v.lead.Leads, "filed": len(v.sheet.Basis), "due": v.sheet.Total(), "missing": v.round.Names(v.b, v.sheet.Missing)}
}

// top is the sheet itself: what is in and what is missing, the sums, and whether it was filed.
func (v sheetView) top() (courier.Message, error) {
	facts := v.facts()
	facts["lines"], facts["unsplit"] = v.Lines(v.form, v.sheet.Stated(), false), v.Lines(v.form, v.sheet.Unsplit, false)
	facts["queries"] = v.queries(func(q workgroup.Query) bool { return true })
	facts["waiting"] = v.waiting()
	facts["own"] = v.reader.Speaks(v.lead.ID)
	facts["past"] = v.round.Past(v.now) == workgroup.StepLeads
	facts["leads_by"], facts["overrides"], facts["unexplained"] = v.Clock(v.round.At(workgroup.StepLeads)), v.overrides(), len(v.sheet.Unexplained())
	if last, ok := workgroup.LastSheet(v.b, v.round.Date, v.lead.ID); ok {
		sent := workgroup.Facts{"at": v.Clock(last.Filed), "mark": last.Mark, "revision": last.Revision, "moved": v.College.Moved(v.b, last, v.sheet), "kept": "", "kept_at": ""}
		if w := workgroup.WorksheetOf(v.b, v.round.Date, v.lead.ID); w.Stays != nil && w.Stays.Says == v.sheet.StandsOn() {
			by, _ := workgroup.People.Get(v.b, string(w.Stays.By))
			sent["kept"], sent["kept_at"] = by.Name, v.Clock(w.Stays.At)
		}
		facts["sent"] = sent
	}
	rows := v.filing()
	var look []workgroup.Button
	if len(v.sheet.Basis) > 0 {
		look = append(look, v.button("sheet-items", "turn", "l", nil))
	}
	if len(v.sheet.Missing) > 0 && v.filing() != nil {
		look = append(look, v.button("sheet-gaps", "turn", "g", nil))
	}
	if len(look) > 0 {
		rows = append(rows, look)
	}
	return v.card(v.lang, "card/sheet", facts, rows)
}

// waiting are the corrections that wait, of the units that the sheet stands on.
func (v sheetView) waiting() []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, one := range v.College.OpenCorrections(v.b, v.round.Date) {
		if slices.ContainsFunc(v.sheet.Basis, func(of workgroup.Basis) bool { return of.Unit == one.Unit.ID }) {
			out = append(out, v.College.CorrectionOpenFacts(v.b, one))
		}
	}
	return out
}

// filing is the row of buttons with which the lead unit's heads file the sheet, or have a filed one stay.
func (v sheetView) filing() [][]workgroup.Button {
	if !v.reader.Speaks(v.lead.ID) || !v.College.OpenSheet(v.b, v.round, v.lead, workgroup.DateOf(v.now)) {
		return nil
	}
	row := []workgroup.Button{v.button("sheet", "sheet", "", nil)}
	if last, ok := workgroup.LastSheet(v.b, v.round.Date, v.lead.ID); ok {
		row[0].Label = "button/sheet-again"
		if v.College.Moved(v.b, last, v.sheet) {
			keep := v.button("sheet-keep", "keep", "", nil)
			keep.Version = v.sheet.Print()
			row = append(row, keep)
		}
	}
	return [][]workgroup.Button{row}
}

// SeesSheet tells whether somebody may read a lead unit's sheet: its heads, and whoever oversees the college.
func SeesSheet(p workgroup.Person, lead workgroup.UnitID) bool {
	return p.Speaks(lead) || p.Holds(workgroup.Overseers...)
}
