package bot

import (
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// pressSheet is 「报送汇总」 on a lead unit's sheet: the first press reads back what is in and what is missing, the second
// files it with its gaps declared.
func (t *turn) pressSheet() error {
	date, id, _ := t.standing()
	round, lead, err := t.openSheet(date, id)
	if err != nil {
		return err
	}
	return t.fileSheet(round, lead)
}

func (t *turn) fileSheet(round workgroup.Round, lead workgroup.Unit) error {
	date, id := round.Date, lead.ID
	s := t.College.Consolidate(t.b, round, lead)
	if old, ok := workgroup.LastSheet(t.b, date, id); ok && old.StandsOn() == s.StandsOn() {
		return workgroup.Refuse(workgroup.SheetUnchanged, "at", t.clock(old.Filed))
	}
	// What was read back is what is filed: a unit that reports between two presses asks for a new look.
	if !t.twice("sheet", workgroup.SheetObject(date, id), s.StandsOn()) {
		missing := round.Names(t.b, s.Missing)
		more := max(0, len(missing)-8)
		t.says("toast/sheet-read-back", true, workgroup.Facts{"typed": t.press == nil, "group": s.Group, "filed": len(s.Basis), "due": s.Total(),
			"missing": missing[:min(8, len(missing))], "more": more, "unexplained": len(s.Unexplained()), "overrides": len(s.Overrides)})
		switch {
		case len(s.Unexplained()) > 0:
			t.gaps(round, lead)
		case t.press == nil:
			t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(date, id), Chat: t.chat.ID}, true)
		}
		return nil
	}
	s, err := t.College.FileSheet(t.b, round, lead, t.person, t.now)
	if err != nil {
		return err
	}
	t.says("toast/sheet-filed", false, workgroup.Facts{"group": s.Group, "at": t.clock(s.Filed), "mark": s.Mark, "unexplained": len(s.Unexplained())})
	t.gaps(round, lead)
	return nil
}

// sheetCard shows a lead unit's consolidation as it stands, or the page of it that its reader has turned to.
func (r Renderer) sheetCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	round, lead, err := roundAndUnit(b, c.Object)
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

// top is the sheet itself: what is in and what is missing, the sums, and whether it was filed.
func (v sheetView) top() (courier.Message, error) {
	facts := v.facts()
	facts["lines"], facts["unsplit"] = v.lines(v.form, v.sheet.Stated(), false), v.lines(v.form, v.sheet.Unsplit, false)
	facts["queries"] = v.queries(func(q workgroup.Query) bool { return true })
	facts["leads_by"], facts["overrides"], facts["unexplained"] = v.clock(v.round.At(workgroup.StepLeads)), v.overrides(), len(v.sheet.Unexplained())
	if last, ok := workgroup.LastSheet(v.b, v.round.Date, v.lead.ID); ok {
		sent := workgroup.Facts{"at": v.clock(last.Filed), "mark": last.Mark, "revision": last.Revision, "moved": v.College.Moved(v.b, last, v.sheet), "kept": "", "kept_at": ""}
		if w := workgroup.WorksheetOf(v.b, v.round.Date, v.lead.ID); w.Stays != nil && w.Stays.Says == v.sheet.StandsOn() {
			by, _ := workgroup.People.Get(v.b, string(w.Stays.By))
			sent["kept"], sent["kept_at"] = by.Name, v.clock(w.Stays.At)
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
