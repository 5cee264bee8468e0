package bot

import (
	"slices"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// pressSheet is 「报送汇总」 on a lead unit's sheet: the first press reads back what is in and what is missing, the second
// files it with its gaps declared.
func (t *turn) pressSheet() error {
	date, id, _ := t.standing()
	if err := t.onlyToday(date); err != nil {
		return err
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	lead, ok := round.Unit(t.b, id)
	if !ok || !slices.Contains(round.Leads, id) {
		return workgroup.Refuse(workgroup.Changed)
	}
	if !t.person.Speaks(id) {
		return workgroup.Refuse(workgroup.NotAHead, "unit", lead.Named())
	}
	s := t.College.Consolidate(t.b, round, lead)
	if old, ok := workgroup.LastSheet(t.b, date, id); ok && old.StandsOn() == s.StandsOn() {
		return workgroup.Refuse(workgroup.SheetUnchanged, "at", t.clock(old.Filed))
	}
	// What was read back is what is filed: a unit that reports between two presses asks for a new look.
	if !workgroup.Press(t.b, t.person.ID, "sheet", workgroup.SheetObject(date, id), s.StandsOn(), t.now) {
		missing := round.Names(t.b, s.Missing)
		more := max(0, len(missing)-8)
		t.toast("toast/sheet-read-back", true, workgroup.Facts{"group": s.Group, "filed": len(s.Basis), "due": s.Total(),
			"missing": missing[:min(8, len(missing))], "more": more})
		return nil
	}
	if s, err = t.College.FileSheet(t.b, round, lead, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/sheet-filed", false, workgroup.Facts{"group": s.Group, "at": t.clock(s.Filed), "mark": s.Mark})
	return nil
}

// sheetCard shows a lead unit's consolidation as it stands.
func (r Renderer) sheetCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, _ time.Time) (courier.Message, error) {
	round, lead, err := roundAndUnit(b, c.Object)
	if err != nil {
		return courier.Message{}, err
	}
	s := r.College.Consolidate(b, round, lead)
	facts := workgroup.Facts{"unit": lead.Named(), "date": round.Date, "group": lead.Leads, "filed": len(s.Basis), "due": s.Total(),
		"lines": r.lines(r.College.FormOn(round.Date), s.Sums, false), "unsplit": r.lines(r.College.FormOn(round.Date), s.Unsplit, false),
		"leads_by": round.At(workgroup.StepLeads).In(r.College.Zone).Format("15:04"), "missing": round.Names(b, s.Missing)}
	label := "button/sheet"
	last, ok := workgroup.LastSheet(b, round.Date, lead.ID)
	if ok {
		facts["sent"] = workgroup.Facts{"at": r.clock(last.Filed), "mark": last.Mark, "revision": last.Revision, "moved": last.StandsOn() != s.StandsOn()}
		label = "button/sheet-again"
	}
	return r.card(lang, "card/sheet", facts, [][]workgroup.Button{{{Label: label, Verb: "sheet", Object: c.Object}}})
}
