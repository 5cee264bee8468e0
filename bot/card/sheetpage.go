package card

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/courier"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// items offers all items of the sheet with their sums.
func (v sheetView) items() (courier.Message, error) {
	var all []workgroup.Button
	for _, item := range v.form.Items {
		n, given := v.sheet.Sums[item.Key]
		if given = given || v.sheet.Unsplit[item.Key] > 0; !given {
			continue // nobody below has said it: there is nothing to follow down, and no 0
		}
		facts := workgroup.LabelFacts(v.form, item.Key)
		over, overridden := v.sheet.Overridden(item.Key)
		if overridden {
			n = over.To
		}
		facts["n"], facts["unsplit"], facts["overridden"] = n, v.sheet.Unsplit[item.Key], overridden
		all = append(all, v.button("sheet-item", "turn", "i/"+string(item.Key), facts))
	}
	return v.card(v.lang, "card/sheet-items", v.facts(), append(InRows(2, all), []workgroup.Button{v.button("sheet-back", "turn", "t", nil)}))
}

// item is one sum and what it is made of.
func (v sheetView) item() (courier.Message, error) {
	facts := v.facts()
	facts["line"] = workgroup.LabelFacts(v.form, v.page.Item)
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
	rows := InRows(3, all)
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
	facts["of"], facts["line"], facts["lines"] = u.Named(), workgroup.LabelFacts(v.form, v.page.Item), v.Lines(v.form, of, true)
	facts["revision"], facts["revisions"], facts["at"], facts["by"], facts["mark"] = n, newest.Revision, v.Moment(report.Confirmed, v.now), by.Name, report.Mark
	facts["changes"] = []workgroup.Facts{}
	if n > 1 {
		facts["changes"] = v.Changes(v.form, slices.DeleteFunc(workgroup.Differ(before, report.Figures), func(c workgroup.Change) bool { of, _, _ := c.Key.Parts(); return of != base }))
	}
	facts["sources"] = v.sources(report)
	facts["queries"] = v.queries(func(q workgroup.Query) bool { return q.Unit == u.ID && q.Item == v.page.Item })["all"]
	var revisions []workgroup.Button
	for i := 1; i <= newest.Revision; i++ {
		if i != n {
			revisions = append(revisions, v.button("sheet-revision", "turn", "r/"+strconv.Itoa(i), workgroup.Facts{"n": i}))
		}
	}
	rows := InRows(5, revisions[max(0, len(revisions)-10):])
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
		one := workgroup.Facts{"at": v.Moment(s.At, v.now), "private": s.Chat > 0, "link": messageLink(s), "text": s.Text, "asked": nil,
			"hidden": told && !v.reader.Watches(v.b, v.now) && !v.reader.Speaks(report.Unit)}
		if one["hidden"].(bool) {
			one["text"] = ""
		}
		if s.Asked != "" {
			one["asked"] = workgroup.LabelFacts(v.form, s.Asked)
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
