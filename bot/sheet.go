package bot

import "fangkong/store/workgroup"

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
		return workgroup.Refuse(workgroup.SheetUnchanged, "at", t.Clock(old.Filed))
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
	t.says("toast/sheet-filed", false, workgroup.Facts{"group": s.Group, "at": t.Clock(s.Filed), "mark": s.Mark, "unexplained": len(s.Unexplained())})
	t.gaps(round, lead)
	return nil
}
