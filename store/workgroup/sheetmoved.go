package workgroup

import "time"

// sheetMoved names what letters about a change below a filed sheet are about.
func sheetMoved(d Date, lead UnitID) string { return "moved/" + SheetObject(d, lead) }

// sheetUntil is how long a letter about a sheet is of use: to the end of its date; of what changes after that, to the end of the day it changes on.
func (c College) sheetUntil(r Round, now time.Time) time.Time {
	if end := r.At(StepClose); now.Before(end) {
		return end
	}
	return DateOf(now).Add(1).In(c.Zone)
}

// OpenSheet tells whether a lead unit's sheet can be filed, or said to stay: today's, and an earlier one that is not what the figures say any more.
func (c College) OpenSheet(b Book, r Round, lead Unit, today Date) bool {
	last, filed := LastSheet(b, r.Date, lead.ID)
	return r.Date == today || filed && r.Date < today && c.Moved(b, last, c.Consolidate(b, r, lead))
}

// Moved tells whether the figures say something else by now than a lead unit has filed, and has said that it stays.
func (c College) Moved(b Book, filed, now Sheet) bool {
	w := WorksheetOf(b, now.Date, now.Lead)
	return filed.StandsOn() != now.StandsOn() && (w.Stays == nil || w.Stays.Says != now.StandsOn())
}

// flagSheets tells the heads of the lead units that a unit feeds, and the office, that a sheet they have filed is not what the figures say
// any more: once, until they have filed again or said that it stays.
func (c College) flagSheets(b Book, r Round, u Unit, now time.Time) {
	fed, _ := r.Unit(b, u.ID)
	for _, id := range fed.Feeds {
		lead, ok := r.Unit(b, id)
		last, filed := LastSheet(b, r.Date, id)
		if !ok || !filed {
			continue
		}
		w, current := WorksheetOf(b, r.Date, id), c.Consolidate(b, r, lead)
		if len(last.Owing(current)) == 0 {
			Withdraw(b, gapsOwed(r.Date, id))
		}
		switch moved := c.Moved(b, last, current); {
		case moved && w.Flagged.IsZero():
			w.Flagged, w.Chased, w.Next = now, 0, now.Add(c.waits().Sheet)
			b.Note(Event{At: now, Kind: SheetFlagged, Object: last.Key(), Payload: Facts{"unit": u.ID}})
			c.tellFlagged(b, r, lead, u, last, current, now)
			Worksheets.Put(b, w)
		case !moved && !w.Flagged.IsZero():
			w.settled(b, last, current) // what was changed has been changed back
			Worksheets.Put(b, w)
		}
	}
}

// settled ends that a sheet is flagged; what else the lead unit owes is still asked for.
func (w *Worksheet) settled(b Book, last, current Sheet) {
	w.Flagged = time.Time{}
	Withdraw(b, sheetMoved(w.Date, w.Lead))
	if len(last.Owing(current)) == 0 {
		w.Chased, w.Next = 0, time.Time{}
	}
}

// tellFlagged tells who has to decide what becomes of the sheet, and the office that it is to be decided.
func (c College) tellFlagged(b Book, r Round, lead, u Unit, last, current Sheet, now time.Time) {
	facts := c.MovedFacts(b, r, lead, last, current, now)
	facts["of"], facts["kept_at"] = u.Named(), ""
	// What was decided on is not told as something new.
	if w := WorksheetOf(b, r.Date, lead.ID); w.Stays != nil && w.Stays.Stated != nil && w.Stays.At.After(last.Filed) {
		facts["kept_at"] = w.Stays.At.In(c.Zone).Format("15:04")
		facts["changes"], facts["filed"] = c.changeLines(r.Date, w.Stays.Stated, current.Stated()), w.Stays.Filed
	}
	l := Letter{Text: "say/sheet-moved", Facts: facts, Urgency: Deadline, Written: now, Until: c.sheetUntil(r, now), About: Ref{Object: sheetMoved(r.Date, lead.ID)},
		Buttons: [][]Button{{{Label: "button/sheet-again", Verb: "sheet", Object: SheetObject(r.Date, lead.ID)},
			{Label: "button/sheet-keep", Verb: "keep", Object: SheetObject(r.Date, lead.ID), Version: current.Print()}}}}
	reached := false
	for _, p := range Speakers(b, lead.ID) {
		reached = c.Tell(b, p, l) || reached
	}
	office := Facts{}
	for k, v := range facts {
		office[k] = v
	}
	office["reached"], office["people"] = reached, Phones(Speakers(b, lead.ID))
	c.tellOffice(b, "say/sheet-moved-office", office, sheetMoved(r.Date, lead.ID), r, now)
}

// tellOffice writes to the director and the office staff about a sheet.
func (c College) tellOffice(b Book, text string, facts Facts, about string, r Round, now time.Time) {
	for _, p := range Holders(b, Director, Staff) {
		c.Tell(b, p, Letter{Text: text, Facts: facts, Urgency: Deadline, Written: now, Until: c.sheetUntil(r, now), About: Ref{Object: about}})
	}
}

// MovedFacts are how the figures differ from a filed sheet.
func (c College) MovedFacts(b Book, r Round, lead Unit, last, current Sheet, now time.Time) Facts {
	return Facts{"unit": lead.Named(), "date": r.Date, "past": r.Date < DateOf(now), "group": lead.Leads, "at": last.Filed.In(c.Zone).Format("15:04"),
		"changes": c.changeLines(r.Date, last.Stated(), current.Stated()), "filed": len(last.Basis), "filed_now": len(current.Basis), "due": current.Total()}
}

// changeLines are how figures differ, as texts tell it.
func (c College) changeLines(d Date, before, after Figures) []Facts {
	lines := []Facts{}
	for _, change := range Differ(before, after) {
		line := c.LabelFacts(d, change.Key)
		line["before"], line["after"] = change.Before, change.After
		lines = append(lines, line)
	}
	return lines
}

// KeepSheet has a filed sheet stay as it is, although the figures say something else by now: what exactly is in says.
func (c College) KeepSheet(b Book, r Round, lead Unit, says uint64, by Person, now time.Time) error {
	last, filed := LastSheet(b, r.Date, lead.ID)
	current, w := c.Consolidate(b, r, lead), WorksheetOf(b, r.Date, lead.ID)
	switch {
	case !by.Speaks(lead.ID):
		return Refuse(NotAHead, "unit", lead.Named())
	case filed && w.Stays != nil && w.Stays.Says == current.StandsOn() && last.StandsOn() != current.StandsOn():
		who, _ := People.Get(b, string(w.Stays.By))
		return Refuse(SheetStays, "by", who.Name, "at", w.Stays.At.In(c.Zone).Format("15:04"))
	case !filed || says != current.Print():
		return Refuse(Changed)
	case !c.Moved(b, last, current):
		return Refuse(SheetUnchanged, "at", last.Filed.In(c.Zone).Format("15:04"))
	}
	w.Stays = &Stay{Says: current.StandsOn(), Stated: current.Stated(), Filed: len(current.Basis), By: by.ID, At: now}
	w.settled(b, last, current)
	w.keep(b, now)
	b.Note(Event{At: now, Kind: SheetKept, Object: last.Key(), By: by.ID})
	facts := c.MovedFacts(b, r, lead, last, current, now)
	facts["again"], facts["by"] = false, by.Name
	c.tellOffice(b, "say/sheet-settled", facts, SheetObject(r.Date, lead.ID), r, now)
	return nil
}

// closed tells whether nothing is asked for any more: the date of the sheet is over, and what has moved had moved before.
func (w Worksheet) closed(c College, now time.Time) bool {
	end := w.Date.Add(1).In(c.Zone)
	return !now.Before(end) && w.Flagged.Before(end)
}

// WakeWorksheet asks a lead unit again for what it owes beside its sheet: why units are missing, and what becomes of a sheet that has moved.
// After that the office is told, and nobody is asked any more.
func (c College) WakeWorksheet(b Book, key string, now time.Time) {
	w, ok := Worksheets.Get(b, key)
	if !ok || w.Next.IsZero() || w.Next.After(now) {
		return
	}
	r, _ := Rounds.Get(b, string(w.Date))
	lead, _ := r.Unit(b, w.Lead)
	last, filed := LastSheet(b, w.Date, w.Lead)
	current := c.Consolidate(b, r, lead)
	moved := filed && c.Moved(b, last, current)
	gaps := last.Owing(current)
	if w.Next = (time.Time{}); w.closed(c, now) || !filed || !moved && len(gaps) == 0 {
		Worksheets.Put(b, w)
		return
	}
	facts := c.MovedFacts(b, r, lead, last, current, now)
	facts["moved"], facts["gaps"], facts["people"] = moved, r.Names(b, gaps), Phones(Speakers(b, w.Lead))
	if w.Chased++; w.Chased == 1 {
		w.Next = now.Add(c.waits().Sheet)
		about := gapsOwed(w.Date, w.Lead)
		if moved {
			Withdraw(b, sheetMoved(w.Date, w.Lead))
			about = sheetMoved(w.Date, w.Lead)
		}
		var row []Button
		if moved {
			row = append(row, Button{Label: "button/sheet-again", Verb: "sheet", Object: w.Key()}, Button{Label: "button/sheet-keep", Verb: "keep", Object: w.Key(), Version: current.Print()})
		}
		if len(gaps) > 0 {
			row = append(row, Button{Label: "button/sheet-gaps", Verb: "turn", Object: w.Key() + "/g"})
		}
		for _, p := range Speakers(b, w.Lead) {
			c.Tell(b, p, Letter{Text: "say/sheet-owes", Facts: facts, Urgency: Deadline, Written: now, Until: c.sheetUntil(r, now), About: Ref{Object: about}, Buttons: [][]Button{row}})
		}
	} else {
		b.Note(Event{At: now, Kind: SheetListed, Object: last.Key(), Payload: Facts{"moved": moved, "gaps": len(gaps)}})
		c.tellOffice(b, "say/sheet-owing", facts, SheetObject(w.Date, w.Lead), r, now)
	}
	Worksheets.Put(b, w)
}
