package bot

import (
	"slices"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// pressTurn turns a sheet to one of its items, to a unit's part of it, to a revision of that unit's report, and back; the card
// changes in place. Whoever reads what a unit has written is noted.
func (t *turn) pressTurn() error {
	date, id, to := t.standing()
	round, err := t.round(date)
	if err != nil {
		return err
	}
	lead, ok := round.Unit(t.b, id)
	switch {
	case !ok || !t.private() || !slices.Contains(round.Leads, id):
		return workgroup.Refuse(workgroup.Changed)
	case !card.SeesSheet(t.person, id):
		return workgroup.Refuse(workgroup.NotAHead, "unit", lead.Named())
	}
	sheet := workgroup.SheetObject(date, id)
	page, ok := workgroup.Pages.Get(t.b, workgroup.PageKey(sheet, t.chat.ID))
	if !ok {
		page = workgroup.Page{Sheet: sheet, Chat: t.chat.ID}
	}
	if page, ok = page.Turn(to); !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	if page.Unit != "" {
		shares := t.College.Shares(t.b, round, lead, page.Item)
		if !slices.ContainsFunc(shares, func(s workgroup.Share) bool { return s.Unit.ID == page.Unit && s.Revision >= max(1, page.Revision) }) {
			return workgroup.Refuse(workgroup.Changed)
		}
		t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.SheetTraced, Object: workgroup.StandingKey(date, page.Unit), By: t.person.ID, Payload: workgroup.Facts{"item": page.Item, "revision": page.Revision}})
	}
	if page.Gaps && t.person.Speaks(id) {
		t.whyMissing(round, lead)
		return nil
	}
	t.turnTo(page, false)
	return nil
}

// turnTo shows a page of a sheet where its reader is.
func (t *turn) turnTo(page workgroup.Page, anew bool) {
	workgroup.Pages.Put(t.b, page)
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.SheetCard, Object: page.Sheet, Chat: page.Chat, Person: t.person.ID, Urgency: workgroup.Deadline, Repost: anew}, t.now)
}

// sheetCommand is /sheet: to the heads of a lead unit its sheet; to overseers the one they name, or the choice.
func (t *turn) sheetCommand(args string) error {
	date, named, err := t.dateAndUnit(args)
	if err != nil {
		return err
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	var mine []workgroup.SheetLine
	for _, line := range t.College.Count(t.b, round).Sheets {
		if card.SeesSheet(t.person, line.Lead.ID) && (named == "" || named == line.Lead.ID) {
			mine = append(mine, line)
		}
	}
	switch {
	case len(mine) == 0 && named != "" && card.SeesSheet(t.person, named):
		return workgroup.Refuse(workgroup.NoSheet, "unit", t.unitName(named))
	case len(mine) == 0:
		return workgroup.Refuse(workgroup.NotALead)
	case len(mine) == 1:
		t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(date, mine[0].Lead.ID), Chat: t.chat.ID}, true)
		return nil
	}
	var row []workgroup.Button
	for _, line := range mine {
		row = append(row, workgroup.Button{Label: "button/unit", Facts: workgroup.Facts{"unit": line.Lead.Named()}, Verb: "turn", Object: workgroup.SheetObject(date, line.Lead.ID) + "/t"})
	}
	t.reply("say/sheets", workgroup.Facts{"date": date, "sheets": t.SheetLines(mine)}, card.InRows(3, row)...)
	return nil
}
