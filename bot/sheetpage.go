package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// seesSheet tells whether somebody may read a lead unit's sheet: its heads, and whoever oversees the college.
func seesSheet(p workgroup.Person, lead workgroup.UnitID) bool {
	return p.Speaks(lead) || p.Holds(overseers...)
}

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
	case !seesSheet(t.person, id):
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
		if seesSheet(t.person, line.Lead.ID) && (named == "" || named == line.Lead.ID) {
			mine = append(mine, line)
		}
	}
	switch {
	case len(mine) == 0 && named != "" && seesSheet(t.person, named):
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
	t.reply("say/sheets", workgroup.Facts{"date": date, "sheets": t.sheetLines(mine)}, inRows(3, row)...)
	return nil
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

// items offers all items of the sheet with their sums.
func (v sheetView) items() (courier.Message, error) {
	var all []workgroup.Button
	for _, item := range v.form.Items {
		n, given := v.sheet.Sums[item.Key]
		if given = given || v.sheet.Unsplit[item.Key] > 0; !given {
			continue // nobody below has said it: there is nothing to follow down, and no 0
		}
		facts := label(v.form, item.Key)
		over, overridden := v.sheet.Overridden(item.Key)
		if overridden {
			n = over.To
		}
		facts["n"], facts["unsplit"], facts["overridden"] = n, v.sheet.Unsplit[item.Key], overridden
		all = append(all, v.button("sheet-item", "turn", "i/"+string(item.Key), facts))
	}
	return v.card(v.lang, "card/sheet-items", v.facts(), append(inRows(2, all), []workgroup.Button{v.button("sheet-back", "turn", "t", nil)}))
}

// item is one sum and what it is made of.
func (v sheetView) item() (courier.Message, error) {
	facts := v.facts()
	facts["line"] = label(v.form, v.page.Item)
	units, missing, unsplit, sum, given, zeros := []workgroup.Facts{}, []workgroup.Named{}, []workgroup.Facts{}, 0, 0, 0
	var all []workgroup.Button
	shares := v.College.Shares(v.b, v.round, v.lead, v.page.Item)
	for _, s := range shares {
		one := workgroup.Facts{"unit": s.Unit.Named(), "n": s.N, "all": s.All, "split": s.Split}
		switch {
		case s.Revision == 0:
			missing = append(missing, s.Unit.Named())
			continue
		case !s.Split:
			unsplit = append(unsplit, one)
		case s.N == 0:
			zeros++
		default:
			units = append(units, one)
		}
		if s.Split {
			given, sum = given+1, sum+s.N
		}
		all = append(all, v.button("sheet-unit", "turn", "u/"+string(s.Unit.ID), one))
	}
	facts["sum"], facts["given"], facts["asked"], facts["zeros"] = sum, given, len(shares), zeros
	facts["units"], facts["missing"], facts["unsplit"] = units, missing, unsplit
	facts["overrides"] = slices.DeleteFunc(v.overrides(), func(o workgroup.Facts) bool {
		return o["line"].(workgroup.Facts)["base"] != facts["line"].(workgroup.Facts)["base"]
	})
	rows := inRows(3, all)
	if v.reader.Speaks(v.lead.ID) && v.round.Date == workgroup.DateOf(v.now) {
		sums := []workgroup.Button{v.button("sum", "sum", string(v.page.Item), nil)}
		if _, overridden := v.sheet.Overridden(v.page.Item); overridden {
			sums = append(sums, v.button("unsum", "unsum", string(v.page.Item), nil))
		}
		rows = append(rows, sums)
	}
	return v.card(v.lang, "card/sheet-item", facts, append(rows, []workgroup.Button{v.button("sheet-back", "turn", "l", nil)}))
}

// unit is one unit's part of a sum: a revision of its report, who filed it, and the messages it came of.
func (v sheetView) unit() (courier.Message, error) {
	facts := v.facts()
	u, _ := v.round.Unit(v.b, v.page.Unit)
	newest, ok := workgroup.FiledOn(v.b, v.round.Date, u.ID)
	if !ok {
		return courier.Message{}, fmt.Errorf("sheet %s: %s has not filed", v.page.Sheet, u.ID)
	}
	n := v.page.Revision
	if n == 0 {
		n = newest.Revision
	}
	one := workgroup.Report{Unit: u.ID, Date: v.round.Date, Revision: n}
	report, ok := workgroup.Reports.Get(v.b, one.Key())
	if !ok {
		return courier.Message{}, fmt.Errorf("report %s: none", one.Key())
	}
	before := workgroup.Figures(nil)
	if one.Revision--; n > 1 {
		old, _ := workgroup.Reports.Get(v.b, one.Key())
		before = old.Figures
	}
	by, _ := workgroup.People.Get(v.b, string(report.By))
	base, _, _ := v.page.Item.Parts()
	of := workgroup.Figures{}
	for k, n := range report.Figures {
		if b, _, _ := k.Parts(); b == base {
			of[k] = n
		}
	}
	facts["of"], facts["line"], facts["lines"] = u.Named(), label(v.form, v.page.Item), v.lines(v.form, of, true)
	facts["revision"], facts["revisions"], facts["at"], facts["by"], facts["mark"] = n, newest.Revision, v.moment(report.Confirmed, v.now), by.Name, report.Mark
	facts["changes"] = []workgroup.Facts{}
	if n > 1 {
		facts["changes"] = v.changes(v.form, slices.DeleteFunc(workgroup.Differ(before, report.Figures), func(c workgroup.Change) bool { of, _, _ := c.Key.Parts(); return of != base }))
	}
	facts["sources"] = v.sources(report)
	facts["queries"] = v.queries(func(q workgroup.Query) bool { return q.Unit == u.ID && q.Item == v.page.Item })["all"]
	var revisions []workgroup.Button
	for i := 1; i <= newest.Revision; i++ {
		if i != n {
			revisions = append(revisions, v.button("sheet-revision", "turn", "r/"+strconv.Itoa(i), workgroup.Facts{"n": i}))
		}
	}
	rows := inRows(5, revisions[max(0, len(revisions)-10):])
	if v.reader.Speaks(v.lead.ID) && v.round.Date == workgroup.DateOf(v.now) {
		rows = append(rows, []workgroup.Button{v.button("query", "query", string(u.ID), nil)})
	}
	rows = append(rows, []workgroup.Button{v.button("sheet-back", "turn", "i/"+string(v.page.Item), nil)})
	return v.card(v.lang, "card/sheet-unit", facts, rows)
}

// sources are the messages a report came of, in their sender's words. Words about somebody are for who may read of cases.
func (v sheetView) sources(report workgroup.Report) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, s := range report.Sources[max(0, len(report.Sources)-8):] {
		told := workgroup.Alarms.Has(v.b, workgroup.SourceKey(s.Chat, s.Message)) || understand.NamesIll(s.Text)
		one := workgroup.Facts{"at": v.moment(s.At, v.now), "private": s.Chat > 0, "link": messageLink(s), "text": s.Text, "asked": nil,
			"hidden": told && !v.reader.Watches(v.b, v.now) && !v.reader.Speaks(report.Unit)}
		if one["hidden"].(bool) {
			one["text"] = ""
		}
		if s.Asked != "" {
			one["asked"] = label(v.form, s.Asked)
		}
		out = append(out, one)
	}
	return out
}

// messageLink leads to a message of a supergroup, which its members can open; “” for any other.
func messageLink(s workgroup.Source) string {
	if chat, super := strings.CutPrefix(strconv.FormatInt(s.Chat, 10), "-100"); super && s.Message != 0 {
		return "https://t.me/c/" + chat + "/" + strconv.Itoa(s.Message)
	}
	return ""
}
