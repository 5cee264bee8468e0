package text_test

import (
	"maps"
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

type facts = workgroup.Facts

// world is what the facts of a rendering are made of: one unit, several, and the words people type.
type world struct {
	unit   workgroup.Named
	units  []workgroup.Named
	words  string
	person string
	phone  string
}

// plainWorld is for reading; fullWorld is the longest day there can be.
func plainWorld() world {
	return world{unit: workgroup.Named{Name: "软件学院", English: "School of Software"}, words: "隔离3人", person: "王一", phone: "0392-0000000",
		units: []workgroup.Named{{Name: "软件学院", English: "School of Software"}, {Name: "教务处", English: "Teaching Affairs Office"}}}
}

func fullWorld() world {
	longest := workgroup.Named{Name: "网络安全与信息化处", English: "School of Mechanical and Electrical Engineering"}
	return world{unit: longest, units: slices.Repeat([]workgroup.Named{longest}, 33), words: strings.Repeat("很长的话", 250), person: "欧阳一二", phone: "0392-0000000"}
}

// hostileWorld is full of what HTML would take for its own.
func hostileWorld() world {
	evil := `<b>甲&"乙'</b>`
	return world{unit: workgroup.Named{Name: evil, English: evil}, units: []workgroup.Named{{Name: evil, English: evil}}, words: evil, person: evil, phone: evil}
}

// line is one figure as a card shows it.
func line(base, measure, group string, n any) facts {
	l := workgroup.Labels[base]
	return facts{"label": l, "measure": measure, "group": group, "base": base, "n": n}
}

func with(f facts, pairs ...any) facts {
	out := facts{}
	for k, v := range f {
		out[k] = v
	}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i].(string)] = pairs[i+1]
	}
	return out
}

// fixtures are the facts of every text, by name; several where a text says different things.
func (w world) fixtures() map[string][]facts {
	day := workgroup.Date("2020-01-31")
	u := facts{"unit": w.unit, "date": day}
	lines := []facts{line("home_quarantine", "now", "", 6), line("home_quarantine", "new", "", 2), line("home_quarantine", "now", "student", 4), line("hubei", "now", "", 1), line("wuhan", "now", "", 1)}
	stocks := []facts{line("mask_stock", "", "", workgroup.Count(300)), line("staff_total", "", "", workgroup.Count(121))}
	due := len(w.units)
	dead := facts{"units_by": "14:30", "leads_by": "15:00", "overdue_from": "", "late_from": "", "past": workgroup.StepName(""), "sheets_owed": true, "date": day, "unit": w.unit, "filed": 31, "due": 33}
	late := []facts{}
	var contacts, totals, doubts, amended, reasons []facts
	for _, one := range w.units {
		late = append(late, facts{"unit": one, "mark": "overdue", "at": "14:41"})
		contacts = append(contacts, facts{"unit": one, "people": []string{w.person + " 13900000000", w.person + " 13900000001", w.person + " 13900000002"}})
		doubts = append(doubts, facts{"unit": one, "lines": []string{"居家隔离 现有 7，但昨日 4＋新增 3－解除 1＝6，哪个对？", "发热 由昨日 1 变为 9，变化较大，是否属实？"}})
		amended = append(amended, facts{"unit": one, "revision": 2, "at": "15:20"})
		reasons = append(reasons, facts{"unit": one, "reason": w.words, "mark": "overdue"})
	}
	split := []facts{{"group": "student", "change": 2}, {"group": "staff", "change": -1}, {"group": "", "change": 1}}
	for i, base := range []string{"fever", "symptom", "close_contact", "home_quarantine", "central_quarantine", "sealed", "suspected", "confirmed", "hubei"} {
		totals = append(totals, with(line(base, "now", "", 12*i), "covered", 31+i%3, "due", 33, "known", 30, "change", i-4, "compare", i != 0, "detail", false, "split", split[:min(i/2, len(split))]))
	}
	totals = append(totals, with(line("wuhan", "now", "", 3), "covered", 9, "due", 14, "known", 0, "change", 3, "compare", false, "detail", true, "split", []facts{}))
	sheets := []facts{{"unit": w.unit, "group": "student", "filed": 13, "due": 14, "done": true, "mark": "late", "at": "15:02", "moved": true},
		{"unit": w.unit, "group": "staff", "filed": 30, "due": 33, "done": false, "mark": "", "at": ""}}
	board := with(dead, "zeros", 20, "awaiting", w.units[:1], "missing", w.units, "lacking", []workgroup.Named{}, "late", late[:1], "corrections", []workgroup.Named{}, "sheets", sheets, "closed", false, "outages", []facts{})
	summary := with(board, "at", "15:08", "waiting", []facts{}, "on_time", 28, "overdue", 2, "late_units", 1, "makeup", 0, "on_behalf", 1, "totals", totals, "doubts", doubts[:1], "uncounted", []facts{},
		"amended", amended[:1], "missed", []string{"again"}, "tardy", []facts{{"step": "units", "due": "14:30", "at": "14:37"}}, "contacts", contacts[:1], "reasons", []facts{{"unit": w.unit, "reason": "通讯不畅", "mark": "late"}}, "begun", []facts{}, "notes", 5, "cases", []facts{}, "cases_running", 0, "cases_opened", 0, "cases_closed", 0, "cases_merged", 0, "notices", []facts{})
	who := with(u, "group", false, "id", 100, "person", w.person, "from", "")
	ask := func(base, measure, group, stage string, pairs ...any) facts {
		return with(with(line(base, measure, group, 0), "stage", stage, "at", 4, "total", 9, "approximate", false, "guided", true, "clash", "", "fraction", "", "new", 0), pairs...)
	}
	readBack := with(who, "part", nil, "makeup", false, "for", false, "lines", lines, "beside", []facts{}, "unsplit", false, "changed", false, "doubts", []string{}, "codes", []string{}, "waiting", false, "left", []facts{}, "unread", false, "other", false, "by", "", "rows", 0, "rings", "")
	filed := with(u, "beside", []facts{}, "zero", false, "at", "14:41", "mark", "overdue", "revision", 2)
	duties := []facts{{"role": "head", "unit": w.unit}, {"role": "director", "unit": workgroup.Named{}}}
	commands := []facts{{"name": "report", "line": "填报本单位今日疫情信息", "word": "日报"}, {"name": "help", "line": "怎么用", "word": "帮助"}}
	figure := line("home_quarantine", "now", "", 0)
	one := func(f facts) []facts { return []facts{f} }

	span := facts{"date": day, "from": "08:30", "to_date": day, "to": "20:30", "same": true, "next": false}
	night := facts{"date": day, "from": "20:30", "to_date": "2020-02-01", "to": "08:30", "same": false, "next": true}
	shift := with(night, "leaders", []facts{{"name": w.person, "phone": w.phone}}, "staff", []facts{{"name": w.person, "phone": w.phone}, {"name": w.person, "phone": ""}},
		"place", "", "phone", w.phone)
	duty := facts{"date": day, "now": []facts{shift}, "next": []facts{shift}, "shifts": []facts{shift, with(shift, "place", "行政楼", "staff", []facts{})}, "gaps": []facts{span, night},
		"any": true, "past": false, "duty_phone": w.phone}
	here := []facts{{"name": w.person, "at": "08:31"}}
	swap := with(shift, "old", w.person, "new", w.person, "by", w.person, "state", "approved")
	faults := []facts{{"line": 3, "words": w.words}, {"line": 0, "words": w.words}}

	all := map[string][]facts{
		"button/number": one(facts{"n": 3}), "button/item": one(figure), "button/unit": one(u),
		"button/claim-is": {{"name": w.person, "title": "书记"}, {"name": w.person, "title": ""}}, "button/claim-moved": one(facts{"name": w.person, "title": "书记"}),

		"toast/hasty": one(nil), "toast/filed": {filed, with(filed, "zero", true, "mark", "", "revision", 1)},
		"toast/zero-read-back": {with(u, "doubts", []string{}, "codes", []string{}), with(u, "codes", []string{}, "doubts", []string{"昨日居家隔离现有 12 人，今日为 0，是否都已解除？", "昨日密切接触者现有 3 人，今日为 0，是否都已解除？"}),
			with(u, "doubts", []string{}, "codes", []string{"0131-01", "0131-02"})},
		"toast/sheet-read-back": {facts{"typed": false, "group": "student", "filed": 14, "due": 14, "missing": []workgroup.Named{}, "more": 0, "unexplained": 0, "overrides": 1}, facts{"typed": true, "group": "staff", "filed": 0, "due": 33, "missing": w.units[:min(8, due)], "more": 25, "unexplained": 33, "overrides": 0}},
		"toast/sheet-filed":     {facts{"group": "student", "at": "15:02", "mark": "late", "unexplained": 0}, facts{"group": "student", "at": "14:58", "mark": "", "unexplained": 3}},
		"toast/granted":         one(facts{"to": w.unit}),
		"toast/alarmed":         {facts{"phone": w.phone}, facts{"phone": ""}},
		"toast/alarmed-before":  one(facts{"phone": w.phone, "by": w.person, "at": "14:02"}),
		"toast/claim-accepted":  one(facts{"name": w.person}), "toast/claim-sure": {facts{"name": w.person, "duties": duties[1:], "phone": w.phone}, facts{"name": w.person, "duties": duties, "phone": ""}}, "toast/undone": one(facts{"name": w.person}),
		"toast/write-me":          one(facts{"bot": "hzy_fangkong_bot"}),
		"refusal/not-a-head":      {facts{"unit": w.unit}, facts{"unit": workgroup.Named{}}},
		"refusal/other-day":       one(u),
		"refusal/edited-unit":     one(with(u, "named", w.unit)),
		"say/ask-in-private":      one(facts{"bot": "hzy_fangkong_bot", "word": "/whoami", "open": false}),
		"say/edit-unread":         {with(filed, "filed", true), with(filed, "filed", false)},
		"say/replaced":            one(with(filed, "was", 1, "by", w.person, "changes", []facts{with(figure, "before", 4, "after", 6), with(line("fever", "now", "", 0), "before", nil, "after", 0)})),
		"refusal/future-day":      one(u),
		"refusal/needs-grant":     one(u),
		"refusal/no-round":        one(u),
		"refusal/none-left":       one(u),
		"refusal/no-yesterday":    one(u),
		"refusal/their-yesterday": one(u),
		"refusal/their-figures":   one(u),
		"refusal/already-filed":   {with(u, "at", "14:05", "by", w.person), with(u, "at", "14:05", "by", "")},
		"refusal/claims-spent":    {facts{"phone": w.phone}, facts{"phone": ""}},
		"refusal/unfinished":      one(facts{}),
		"refusal/too-many":        one(facts{"n": 1000000}),
		"refusal/no-scope":        one(facts{"words": w.words}),
		"refusal/not-a-date":      {facts{"words": w.words, "ahead": true}, facts{"words": w.words, "ahead": false}},
		"refusal/own-again":       {nil}, "refusal/not-watch": {nil},
		"refusal/broken":            one(facts{"reference": "000000000000002a"}),
		"refusal/sheet-stays":       one(facts{"by": w.person, "at": "14:50"}),
		"refusal/sheet-unchanged":   one(facts{"at": "14:50"}),
		"refusal/unit-not-in-round": one(u),

		"check/V1": one(with(figure, "now", 7, "prev", 4, "new", 3, "released", 1, "sum", 6)),
		"check/V2": {with(figure, "now", 3, "total", 2), with(figure, "now", 1, "total", 5, "out", 3)},
		"check/V3": one(with(figure, "total", 5, "prev", 3, "new", 1)), "check/V4": one(with(figure, "prev", 2, "stored", 1)),
		"check/V5": one(with(figure, "all", 3, "sum", 2)), "check/V6": one(with(figure, "now", 111, "roster", 110)),
		"check/V7": one(facts{"due": 100, "reported": 97, "unreached": 1}), "check/V8": one(facts{"all": 3, "sum": 4}),
		"check/V9": one(facts{"wuhan": 2, "hubei": 1}), "check/V10": {with(figure, "now", 0, "prev", 0, "new", 2, "released", 0, "over", true), with(figure, "now", 0, "prev", 1, "new", 0, "released", 3, "over", false)},
		"check/V11": one(with(figure, "prev", 2, "now", 1, "gone", 1)), "check/V12": one(with(figure, "total", 5, "now", 2, "cured", 1, "died", 1)), "check/V14": one(with(figure, "now", 1, "hubei", 2)),
		"check/V15": one(with(figure, "prev", 2)), "check/V16": one(with(figure, "prev", 4, "now", 9)), "check/V17": one(figure),

		"card/board": {board, with(board, "corrections", w.units[:1]), with(board, "past", workgroup.StepUnits), with(board, "past", workgroup.StepLeads), with(board, "past", workgroup.StepLeads, "missing", []workgroup.Named{}, "awaiting", []workgroup.Named{}, "sheets_owed", false), with(board, "overdue_from", "14:49", "late_from", "15:26", "outages", []facts{{"from": "14:02", "to": "14:21", "cause": "down"}, {"from": "14:40", "to": "14:47", "cause": "telegram"}}), with(board, "lacking", w.units, "missing", []workgroup.Named{}, "awaiting", []workgroup.Named{}, "late", []facts{}, "closed", true)},
		"card/question": {
			with(who, "ask", ask("home_quarantine", "now", "", "count", "prev", 4)),
			with(who, "group", true, "ask", ask("home_quarantine", "new", "", "detail", "of", 6)),
			with(who, "ask", ask("confirmed", "total", "", "detail", "of", 1)),
			with(who, "ask", ask("wuhan", "now", "", "detail", "of", 2)),
			with(who, "ask", ask("home_quarantine", "now", "student", "split", "of", 6)),
			with(who, "ask", ask("home_quarantine", "now", "", "count", "approximate", true, "guided", false)),
			with(who, "ask", ask("home_quarantine", "now", "", "count", "approximate", true, "guided", false, "fraction", "2.5")),
			with(who, "ask", ask("fever", "now", "", "count", "guided", false, "new", 2)),
			with(who, "ask", ask("mask_stock", "", "", "count")),
			with(who, "ask", ask("fever", "now", "", "count", "guided", false, "clash", "发热：合计 3，分项相加 5，哪个对？")),
		},
		"card/which": {with(who, "words", w.words, "unread", true), with(who, "words", w.words), with(who, "words", "", "group", true)},
		"card/pick":  one(who),
		"card/read-back": {readBack, with(readBack, "lines", []facts{}), with(readBack, "lines", []facts{}, "codes", []string{"0131-01", "0131-02"}), with(readBack, "rings", "14:08"), with(readBack, "lines", []facts{}, "beside", stocks),
			with(readBack, "unsplit", true),
			with(readBack, "group", true, "unsplit", true, "part", line("home_quarantine", "now", "student", 0), "changed", true, "revision", 1, "filed_at", "14:05", "doubts", []string{"发热 由昨日 1 变为 9，变化较大，是否属实？"},
				"changes", []facts{with(figure, "before", 4, "after", 6), with(line("fever", "now", "", 0), "before", nil, "after", 0)}),
			with(readBack, "from", w.person, "rows", 4), with(readBack, "lines", []facts{}, "left", lines[:2], "unread", true),
			with(readBack, "changed", true, "revision", 1, "filed_at", "14:05", "other", true, "by", w.person, "changes", []facts{with(figure, "before", 4, "after", 6)}),
			with(readBack, "group", true, "changed", true, "revision", 1, "filed_at", "14:05", "other", true, "changes", []facts{with(figure, "before", 4, "after", 6)}),
			with(readBack, "makeup", true, "for", true, "waiting", true, "changed", true, "revision", 1, "filed_at", "14:05", "changes", []facts{})},
		"card/filed":   {with(filed, "lines", lines, "hard", true), with(filed, "zero", true, "mark", "", "revision", 1, "lines", []facts{}, "beside", stocks, "hard", false)},
		"card/joining": {facts{"waiting": 0, "given": 2, "back": 1, "bot": "hzy_fangkong_bot", "phone": ""}, facts{"waiting": 33, "bot": "hzy_fangkong_bot", "phone": w.phone}, facts{"waiting": 0, "bot": "hzy_fangkong_bot", "phone": ""}},
		"card/ended":   one(u), "card/closed": {nil},
		"card/private": one(workgroup.Facts{"unit": workgroup.Named{Name: "软件学院", English: "Software College"}, "date": "2020-01-31", "group": true, "id": 5700000002, "person": "王建国",
			"bot": "fangkong_bot", "phone": "0392-0000000"}),
		"card/sheet": {with(dead, "waiting", w.waiting(), "own", true, "past", false, "group", "student", "missing", w.units, "lines", lines, "unsplit", lines[:1], "sent", nil, "queries", w.queries(), "overrides", w.overrides(), "unexplained", 2),
			with(dead, "own", false, "past", true, "group", "student", "missing", w.units, "lines", lines, "unsplit", lines[:1], "sent", nil, "queries", w.queries(), "overrides", w.overrides(), "unexplained", 2),
			with(dead, "own", true, "group", "staff", "missing", []workgroup.Named{}, "lines", []facts{}, "unsplit", []facts{}, "queries", facts{"asked": 0}, "overrides", []facts{}, "unexplained", 0, "sent", facts{"at": "14:58", "mark": "", "revision": 1, "moved": true, "kept": ""}),
			with(dead, "own", true, "group", "staff", "missing", w.units, "lines", []facts{}, "unsplit", []facts{}, "queries", facts{"asked": 0}, "overrides", []facts{}, "unexplained", 1, "sent", facts{"at": "14:58", "mark": "late", "revision": 2, "moved": false, "kept": w.person, "kept_at": "15:21"})},

		"say/owe-remind": {with(dead, "pending", false), with(dead, "pending", true), with(dead, "pending", true, "doubts", true), with(dead, "pending", true, "by", w.person), with(dead, "pending", true, "open", true)}, "card/owed": {with(u, "at", "14:05", "by", w.person), with(u, "at", "14:05", "by", ""), with(u, "at", "", "by", "")}, "say/owe-again": {with(dead, "pending", false), with(dead, "pending", true), with(dead, "pending", true, "by", w.person), with(dead, "pending", true, "open", true)},
		"say/owe-urge": {with(dead, "pending", false, "asker", w.person), with(dead, "pending", true, "asker", w.person)},
		"say/urged": {with(board, "state", "missing", "unit", w.unit, "told", []workgroup.Named{w.unit}, "lately", []workgroup.Named{}, "deaf", []facts{}), with(board, "state", "awaiting", "unit", w.unit, "told", []workgroup.Named{}, "lately", []workgroup.Named{w.unit}, "deaf", []facts{}),
			with(board, "state", "", "unit", workgroup.Named{}, "told", []workgroup.Named{w.unit}, "lately", []workgroup.Named{}, "deaf", contacts[:1])},
		"say/owe-units":  {with(dead, "pending", false), with(dead, "pending", false, "overdue_from", "14:41", "late_from", "15:11"), with(dead, "pending", true), with(dead, "pending", true, "by", w.person)},
		"say/call-again": {with(dead, "units", w.units), with(dead, "units", []workgroup.Named{}, "awaiting", w.units[:1])},
		"say/call-units": one(with(dead, "units", w.units)),
		"say/call-leads": {with(dead, "units", w.units, "sheets", w.units[:1]), with(dead, "filed", 33, "units", []workgroup.Named{}, "sheets", w.units[:1])},
		"say/lead-units": one(with(dead, "group", "student", "units", w.units)), "say/lead-nudge": {with(dead, "group", "student", "units", w.units), with(dead, "group", "staff", "units", []workgroup.Named{})},
		"say/missing-at-close": {with(dead, "units", contacts, "sheets", contacts[:1]), with(dead, "units", []facts{}, "awaiting", contacts[:1], "sheets", []facts{})},
		"say/anonymous":        one(facts{"bot": "hzy_fangkong_bot"}),
		"say/ask-reason":       one(with(u, "mark", "overdue", "at", "14:41")),
		"say/reason-on":        {with(u, "is", "protest", "mark", "overdue", "at", "14:41", "by", "14:30", "words", w.words), with(u, "is", "question", "mark", "late", "at", "15:02", "by", "15:00", "words", w.words), with(u, "is", "empty", "mark", "overdue", "at", "14:41", "by", "14:30", "words", "没什么原因")},
		"say/new-items":        {with(dead, "items", []workgroup.Named{{Name: "外出未归", English: "Away"}}), with(dead, "items", []workgroup.Named{{Name: "外出未归", English: "Away"}}, "past", workgroup.StepUnits)},
		"say/same-as-what":     {nil},
		"say/question":         {facts{"units": []facts{with(u, "at", "", "waits", false, "past", "", "by", ""), with(u, "at", "", "waits", true, "past", workgroup.StepUnits, "by", "14:30"), with(u, "at", "14:05", "waits", false, "past", "", "by", "")}, "from": "14:00", "units_by": "14:30", "leads_by": "15:00", "phone": w.phone, "watches": false, "form": nil}, facts{"units": []facts{with(u, "at", "", "waits", false, "past", "", "by", "")}, "from": "14:00", "units_by": "14:30", "leads_by": "15:00", "phone": w.phone, "watches": false, "form": []facts{line("home_quarantine", "", "", 0), line("hubei", "", "", 0)}}, facts{"units": []facts{}, "form": nil, "from": "14:00", "units_by": "14:30", "leads_by": "15:00", "phone": "", "watches": true}},
		"say/leave":            {facts{"units": []facts{with(u, "at", "", "waits", false, "past", workgroup.StepLeads, "by", "15:00")}, "from": "14:00", "units_by": "14:30", "leads_by": "15:00", "phone": w.phone, "watches": false}, facts{"units": []facts{}, "from": "14:00", "units_by": "14:30", "leads_by": "15:00", "phone": "", "watches": true}},
		"say/list": {facts{"own": w.units[:1], "asked": w.units, "said": w.units[:1], "deaf": w.units[:1], "outside": w.units[:1], "beside": w.units[:1], "homeless": []string{"1901班", w.words}, "unread": []string{w.person}, "private": true},
			facts{"own": []workgroup.Named{}, "asked": w.units, "said": []workgroup.Named{}, "deaf": []workgroup.Named{}, "outside": []workgroup.Named{}, "beside": []workgroup.Named{}, "homeless": []string{w.person}, "unread": []string{}, "private": false}},
		"say/grant-ask": {with(u, "to", w.unit, "person", w.person, "lines", lines, "zero", false, "filed", "", "revision", 0, "changes", []facts{}), with(u, "to", w.unit, "person", w.person, "lines", []facts{}, "zero", true, "filed", "14:05", "revision", 1, "changes", []facts{with(lines[0], "before", 12, "after", workgroup.Unsaid)}), with(u, "to", w.unit, "person", w.person, "lines", []facts{}, "zero", false, "filed", "14:05", "revision", 2, "changes", []facts{}), with(u, "to", w.unit, "person", w.person, "lines", lines, "zero", false, "filed", "14:05", "revision", 2, "changes", []facts{})}, "say/granted": one(with(u, "to", w.unit)), "say/grant-kept": {with(u, "units", w.units[:1]), with(u, "units", w.units)},
		"say/grant-ended": one(with(u, "units", w.units[:1])), "say/grant-back": one(with(u, "to", w.unit)), "say/grant-denied": one(with(u, "to", w.unit, "by", w.person)), "say/no-undo": one(filed),
		"say/others-filing": {facts{"unit": w.unit, "by": w.person}},
		"say/filed-for":     {with(filed, "to", w.unit, "by", w.person, "lines", lines), with(filed, "to", w.unit, "by", w.person, "lines", []facts{}, "beside", stocks)},
		"toast/unchanged":   one(filed), "refusal/no-unit": {facts{"words": w.words, "begins": "/report "}, facts{"words": "", "begins": ""}}, "refusal/no-summary": one(u), "refusal/grant-moot": one(facts{"to": w.unit}), "refusal/nobody-files": {nil},
		"say/claim":         {with(u, "name", w.person, "id", "900", "before", []string{}), with(u, "name", w.person, "id", "900", "before", []string{w.person, w.person})},
		"say/claim-kept":    one(with(u, "name", w.person)),
		"say/account-moved": {facts{"name": w.person, "by": w.person, "phone": w.phone, "back": false}, facts{"name": w.person, "by": w.person, "phone": "", "back": false}, facts{"name": w.person, "by": w.person, "phone": "", "back": true}},
		"say/approved":      {facts{"by": w.person, "name": w.person, "duties": duties, "moved": false, "id": "900"}, facts{"by": w.person, "name": w.person, "duties": duties[1:], "moved": true, "id": "900"}},
		"say/approval-gone": {with(u, "by", w.person, "name", w.person), facts{"by": w.person, "name": w.person, "unit": workgroup.Named{}}}, "say/approval-undone": {u, facts{"unit": workgroup.Named{}}},
		"say/claim-accepted": one(with(u, "name", w.person)), "say/claim-refused": {with(u, "name", w.person), facts{"unit": workgroup.Named{}, "name": w.person}}, "say/first-admin": one(facts{"name": w.person}),
		"say/welcome":  {facts{"name": w.person, "duties": duties, "head": true, "duty": false}, facts{"name": w.person, "duties": duties[1:], "head": false, "duty": true}, facts{"name": w.person, "duties": duties, "head": true, "duty": true}, facts{"name": w.person, "duties": duties[1:], "head": false, "duty": false}},
		"say/stranger": {facts{"reported": false, "phone": w.phone}, facts{"reported": true, "phone": ""}}, "say/claim-waits": {with(u, "name", w.person, "reported", false), with(u, "name", w.person, "reported", true)},
		"say/known-as": one(facts{"name": w.person, "duties": duties}), "say/can": {facts{"summary": true, "greeted": true, "duty": true}, facts{"summary": false, "greeted": false, "duty": false}}, "say/press-again": one(with(u, "from", "14:05", "to", "14:12", "cause", "down")), "say/your-name": one(u),
		"say/whoami":          {facts{"name": w.person, "title": "书记", "duties": duties, "id": "100", "reach": true, "lent": []facts{{"unit": w.unit, "of": w.person, "until": day}}}, facts{"name": w.person, "title": "", "duties": duties, "id": "100", "reach": false, "lent": []facts{}}},
		"say/whoami-stranger": one(facts{"id": "900"}),
		"say/beside":          {with(u, "lines", stocks), with(u, "lines", []facts{line("on_duty", "", "", workgroup.Unsaid)})},
		"say/help":            {facts{"commands": commands, "head": true, "known": true, "phone": w.phone, "papers": false}, facts{"commands": commands[1:], "head": false, "known": false, "phone": "", "papers": false}, facts{"commands": commands[:1], "head": false, "known": true, "phone": w.phone, "papers": true}},
		"say/urgent-heard": {facts{"phone": w.phone, "private": false}, facts{"phone": w.phone, "private": true, "number": true}, facts{"phone": w.phone, "private": false, "stranger": true, "bot": "hzy_fangkong_bot"}, facts{"phone": "", "private": true}, facts{"phone": w.phone, "private": true, "more": true},
			facts{"phone": w.phone, "private": false, "anonymous": true, "bot": "hzy_fangkong_bot"}},
		"say/urgent-cut": {facts{"phone": w.phone, "private": false}, facts{"phone": "", "private": true}},
		"say/urgent-maybe": {facts{"phone": w.phone, "known": true}, facts{"phone": "", "known": true}, facts{"phone": w.phone, "theirs": true, "known": true}, facts{"phone": w.phone, "fever": true, "known": true},
			facts{"phone": w.phone, "theirs": true, "known": false}, facts{"phone": w.phone, "fever": true, "known": false},
			facts{"phone": w.phone, "known": true, "by": "14:08"}, facts{"phone": w.phone, "fever": true, "known": true, "by": "14:08"}, facts{"phone": w.phone, "fever": true, "known": true, "by": "14:08", "told": true},
			facts{"phone": w.phone, "theirs": true, "known": true, "by": "14:08", "told": true}, facts{"phone": w.phone, "known": true, "by": "14:08", "told": true, "of": []string{w.words, w.words}},
			facts{"phone": w.phone, "cry": true, "known": true, "by": "14:08"}, facts{"phone": w.phone, "cry": true, "theirs": true, "by": "22:13"}},
		"say/urgent-forwarded": {facts{"phone": w.phone, "minutes": 3}, facts{"phone": "", "minutes": 3}},
		"say/urgent-alarm": {facts{"at": "14:02", "of": []facts{{"role": "head", "unit": w.unit}}, "unit": workgroup.Named{}, "name": w.person, "phone": w.phone, "known": true, "id": "100", "words": w.words, "forwarded": true},
			facts{"at": "14:02", "of": []facts{{"role": "head", "unit": w.unit}}, "unit": workgroup.Named{}, "name": w.person, "phone": w.phone, "known": true, "id": "100", "words": w.words},
			facts{"at": "14:05", "of": []facts{{"role": "duty", "unit": workgroup.Named{}}}, "unit": w.unit, "name": w.person, "phone": w.phone, "known": true, "id": "100", "words": w.words, "more": true, "since": "14:02"},
			facts{"at": "14:02", "of": []facts{{"role": "head", "unit": w.unit}}, "unit": workgroup.Named{}, "name": w.person, "phone": w.phone, "known": true, "id": "100", "words": w.words, "death": true},
			facts{"at": "14:02", "unit": workgroup.Named{}, "name": w.person, "phone": "", "known": false, "id": "900", "words": ""},
			facts{"at": "14:02", "unit": w.unit, "name": w.person, "phone": "", "known": false, "anonymous": true, "id": "900", "words": w.words}},
		"say/group-ask": one(facts{"title": w.person}), "say/group-lost": one(facts{"title": w.person}), "say/group-hello": one(facts{"bot": "hzy_fangkong_bot"}),
		"say/group-rights": {facts{"admin": false, "pin": false, "delete": false, "hears": false}, facts{"admin": false, "pin": false, "delete": false, "hears": true},
			facts{"admin": true, "pin": false, "delete": true, "hears": true}, facts{"admin": true, "pin": false, "delete": false, "hears": true}, facts{"admin": true, "pin": true, "delete": true, "hears": true}},
		"say/late-asked": {with(board, "at", "14:45", "late", []facts{{"unit": w.unit, "mark": "late", "at": "15:02", "reason": w.words}, {"unit": w.unit, "mark": "overdue", "at": "14:41", "reason": ""}}), with(board, "at", "", "late", []facts{}, "missing", []workgroup.Named{}, "awaiting", []workgroup.Named{})},
		"say/figure-asked": {facts{"date": workgroup.Date("2020-01-31"), "at": "14:45", "unit": workgroup.Named{}, "whole": true, "lines": []facts{
			with(line("home_quarantine", "now", "student", 3), "n", 3, "covered", 11, "due", 15, "missing", 2, "left_out", 1, "mixed", 1, "mixed_n", 2, "compare", true, "change", 1, "stated", []facts{{"unit": w.unit, "group": "student", "sum": 3, "to": 6, "reason": w.words, "filed": true}}),
			with(line("fever", "now", "", 0), "n", 0, "covered", 0, "due", 33, "missing", 33, "left_out", 0, "mixed", 0, "mixed_n", 0, "compare", false, "change", 0, "stated", []facts{{"unit": w.unit, "group": "student", "sum": 0, "to": 2, "reason": w.words, "filed": false}})},
			"hidden": []workgroup.Named{}, "uncounted": []facts{{"unit": w.unit, "kind": "confirmed", "code": "0131-01"}}},
			facts{"date": workgroup.Date("2020-01-30"), "at": "", "unit": w.unit, "whole": false, "hidden": []workgroup.Named{{Name: "集中隔离", English: "Central quarantine"}, {Name: "封闭隔离", English: "Sealed off"}}, "uncounted": []facts{}, "lines": []facts{with(line("home_quarantine", "now", "student", 3), "n", 0, "covered", 0, "due", 1, "missing", 0, "left_out", 0, "mixed", 1, "mixed_n", 3, "compare", false, "change", 0, "stated", []facts{})}}},
		"say/by-unit": {with(board, "at", "14:45", "line", line("home_quarantine", "now", "student", 3), "lines", []facts{{"unit": w.unit, "n": 3, "mixed_n": 0}, {"unit": w.unit, "n": 0, "mixed_n": 2}}, "besides", []facts{line("sealed", "now", "", 1)}, "uncounted", []facts{{"code": "0131-01", "unit": w.unit, "kind": workgroup.CaseSealed}}), with(board, "at", "", "line", line("fever", "now", "", 0), "lines", []facts{}, "missing", []workgroup.Named{})},
		"say/meeting-when": {facts{"date": workgroup.Date("2020-01-31"), "at": "16:00", "pack": "15:50", "opened": "", "closed": "", "decided": 0}, facts{"date": workgroup.Date("2020-01-30"), "at": "16:00", "pack": "15:50", "opened": "", "closed": "", "decided": 0, "past": true}, facts{"date": workgroup.Date("2020-01-31"), "at": "16:00", "pack": "15:50", "opened": "16:01", "closed": "", "decided": 2},
			facts{"date": workgroup.Date("2020-01-31"), "at": "16:00", "pack": "15:50", "opened": "16:01", "closed": "16:40", "decided": 1}},
		"say/cannot-tell":      one(facts{}),
		"say/figure-not-asked": {facts{"date": workgroup.Date("2020-01-30"), "named": []workgroup.Named{{Name: "湖北籍", English: "From Hubei"}}, "told": []facts{}, "asks": []workgroup.Named{{Name: "发热", English: "Fever"}, {Name: "滞留湖北", English: "In Hubei"}}}, facts{"date": workgroup.Date("2020-01-30"), "named": []workgroup.Named{{Name: "湖北籍", English: "From Hubei"}}, "told": []facts{{"unit": w.unit, "n": 4}}, "asks": []workgroup.Named{{Name: "发热", English: "Fever"}, {Name: "滞留湖北", English: "In Hubei"}}}},
		"say/missing":          {board, with(board, "corrections", w.units[:1]), with(board, "missing", []workgroup.Named{}, "awaiting", []workgroup.Named{})},
		"say/summary": {with(summary, "corrections", w.units[:1], "waiting", w.waiting()), with(summary, "queries", w.queries()["open"], "sheet_notes", []facts{{"unit": w.unit, "overrides": w.overrides(), "gaps": w.gaps()}}), with(summary, "doubts", doubts, "amended", amended, "reasons", reasons, "contacts", contacts[:min(10, due)], "late", late),
			with(summary, "missing", []workgroup.Named{}, "awaiting", []workgroup.Named{}, "contacts", []facts{}, "doubts", []facts{}, "amended", []facts{}, "missed", []string{}, "tardy", []facts{}, "reasons", []facts{}, "late", []facts{}),
			with(summary, "cases", []facts{with(w.clock(), "detailed", true, "kind", "confirmed", "unit", w.unit)}, "cases_running", 1), with(summary, "notices", w.notices()["card/notice"][1:2])},
		"say/asof": {summary, with(summary, "doubts", doubts, "amended", amended, "late", late)}, "refusal/asof-when": {facts{"words": "呵呵", "why": ""}, facts{"words": "23:00", "why": "future"}, facts{"words": "9:00", "why": "early"}},
		"say/summary-group": {summary, with(summary, "begun", []facts{{"at": "14:02", "by": "14:05", "name": "", "phone": "", "unit": workgroup.Named{}}}), with(summary, "overdue_from", "14:49", "late_from", "15:19", "outages", []facts{{"from": "14:02", "to": "14:21", "cause": "down"}}), with(summary, "cases", []facts{w.clock()}, "cases_running", 1), with(summary, "cases", []facts{w.clock()}, "cases_running", 12, "cases_opened", 3, "cases_closed", 1), with(summary, "cases_opened", 2, "cases_closed", 2, "cases_merged", 1)},

		"say/duty":       {duty, with(duty, "now", []facts{}, "gaps", []facts{}, "next", []facts{}), with(duty, "any", false)},
		"say/duty-group": {facts{"phone": w.phone, "bot": "hzy_fangkong_bot"}, facts{"phone": "", "bot": "hzy_fangkong_bot"}},
		"say/duty-on":    {with(duty, "date", "2020-02-03"), with(duty, "shifts", []facts{}, "gaps", []facts{span}), with(duty, "shifts", []facts{}, "gaps", []facts{span}, "past", true)},
		"say/duty-card":  one(with(duty, "today", day, "date", "2020-02-01")),
		"say/duty-gaps":  one(facts{"days": 7, "gaps": []facts{span, night}}),
		"say/no-rota":    one(facts{"people": 3}),
		"card/shift": {with(shift, "arrived", []facts{}, "mine", false, "over", false, "tested", nil), with(shift, "arrived", here, "mine", true, "over", false, "tested", facts{"works": true, "name": w.person, "at": "08:41"}),
			with(shift, "arrived", here, "mine", true, "over", false, "tested", facts{"works": false, "name": w.person, "at": "08:41"}), with(shift, "arrived", []facts{}, "mine", false, "over", true, "tested", nil)},
		"say/shift-late": one(with(shift, "name", w.person, "own", w.phone, "words", w.words)), "say/shift-late-yours": {facts{"unreached": false, "phone": w.phone}, facts{"unreached": true, "phone": w.phone}},
		"say/shift-cannot": one(with(shift, "name", w.person, "own", w.phone, "words", w.words)), "say/shift-cannot-yours": {with(span, "unreached", false, "phone", w.phone), with(span, "unreached", true, "phone", w.phone)},
		"say/no-show":     one(with(shift, "minutes", 15)),
		"say/arrived":     one(with(span, "by", w.person, "at", "08:51")),
		"say/duty-phone":  {with(shift, "by", w.person, "own", w.phone, "at", "08:41", "works", false), with(shift, "by", w.person, "own", "", "at", "08:51", "works", true)},
		"say/shift-cases": one(facts{"cases": []facts{{"code": "0131-01", "holder": w.person, "phone": w.phone}, {"code": "0131-02", "holder": w.person, "phone": ""}}}),
		"say/shift-ends":  one(shift), "say/handover-ask": one(shift), "say/handed-over": {nil},
		"say/handover":   {with(shift, "by", w.person, "own", w.phone, "note", w.words, "open", []facts{}, "amended", false, "accepted", false), with(shift, "by", w.person, "own", "", "note", "无", "open", []facts{{"code": "0131-02", "holder": w.person}, {"code": "0131-03", "holder": ""}}, "amended", true, "accepted", true)},
		"say/rota-maybe": {facts{"n": 1}, facts{"n": 4}}, "say/no-such": {facts{"word": "到岗", "several": false}, facts{"word": "调班", "several": true}}, "say/noted": one(facts{"word": "到岗"}), "refusal/no-file": {nil},
		"say/note-amended": {nil}, "say/handover-maybe": {facts{"phone": w.phone}, facts{"phone": ""}},
		"say/relieved":     one(with(shift, "by", w.person, "at", "20:41")),
		"say/unrelieved":   {with(shift, "noted", true, "note", w.words), with(shift, "noted", false, "note", "")},
		"say/swap-pick":    one(shift),
		"say/swap-ask":     one(with(shift, "by", w.person, "own", w.phone)),
		"say/swap-approve": one(with(shift, "old", w.person, "new", w.person)),
		"say/swap-ended":   {with(swap, "state", "approved"), with(swap, "state", "declined"), with(swap, "state", "refused"), with(swap, "state", "lapsed")},
		"say/place-taken":  {with(swap, "back", false), with(swap, "back", true)},
		"say/rota-preview": {with(span, "n", 2, "shifts", []facts{with(shift, "own", w.phone), with(with(shift, "own", ""), "leaders", []facts{})}, "more", 5, "left", faults, "doubts", faults[1:], "more_faults", 7, "out", 1, "source", w.words, "replaces", 3),
			with(span, "n", 0, "shifts", []facts{}, "more", 0, "left", faults[:1], "doubts", []facts{}, "more_faults", 0, "out", 1, "source", "", "replaces", 0)},
		"say/rota-reading": {facts{"source": w.words}, facts{"source": ""}}, "say/rota-which": one(facts{"source": w.words}),
		"say/rota-failed":  {facts{"source": w.words, "why": "fetch", "people": false}, facts{"source": w.words, "why": "read", "people": false}, facts{"source": w.words, "why": "read", "people": true}},
		"say/rota-adopted": {with(span, "by", w.person, "shifts", 14, "replaced", 0), with(span, "by", w.person, "shifts", 14, "replaced", 3)},
		"say/rota-undone":  {with(span, "by", w.person, "shifts", 14, "replaced", 0), with(span, "by", w.person, "shifts", 14, "replaced", 3)},
		"say/rota-yours":   {facts{"shifts": []facts{span, night}, "back": false, "by": w.person}, facts{"shifts": []facts{}, "back": true, "by": w.person}},

		"fault/no-date": one(facts{"words": w.words}), "fault/no-time": one(facts{"words": w.words}), "fault/times": one(facts{"words": w.words}), "fault/nobody": {nil},
		"fault/unread": one(facts{"words": w.words}), "fault/too-long": {nil}, "fault/unknown": {facts{"words": w.words, "near": []string{"王五", "王六"}}, facts{"words": w.words, "near": nil}},
		"fault/ambiguous": one(facts{"words": w.words}), "fault/past": one(span), "fault/running": one(span), "fault/twice": one(span), "fault/no-phone": one(facts{"words": w.person}),
		"fault/unreachable": one(facts{"words": w.person}), "fault/no-staff": one(span), "fault/long": one(with(span, "hours", "39.5")), "fault/no-role": one(facts{"words": w.person}), "card/shift-left": {with(span, "by", w.person, "own", w.phone), with(span, "by", "", "own", "")}, "fault/no-leader": one(span), "fault/overlap": one(with(span, "other", 3)), "fault/gap": one(night),
		"fault/range": one(facts{"words": w.words}), "fault/columns": one(facts{"words": w.words}), "fault/no-table": {facts{"words": w.words}, facts{"words": ""}},
		"fault/weekday": one(facts{"date": day}), "fault/whole-day": one(facts{"words": "08:30"}),

		"button/rota-sheet": one(facts{"name": "二月", "n": 14}), "button/swap": one(span), "button/swap-with": one(facts{"name": w.person}), "button/take-place": one(facts{"name": w.person}),
		"toast/rota-adopted": one(facts{"n": 14}), "toast/rota-dropped": {nil}, "toast/rota-undone": {nil}, "toast/rumour-false": {nil}, "toast/noted": {nil}, "toast/phone-dead": {nil},
		"toast/swap-asked": one(facts{"name": w.person}), "say/swap-asked": one(facts{"name": w.person}), "toast/swap-agreed": {nil}, "toast/place-taken": {nil},
		"refusal/not-your-rota": {nil}, "refusal/empty-rota": {nil}, "refusal/rota-left": one(facts{"names": []string{w.person, w.person}}), "refusal/bad-file": {facts{"people": false}, facts{"people": true}}, "refusal/large-file": {facts{"most": 1024, "people": false}, facts{"most": 1024, "people": true}}, "refusal/in-private": {nil},
		"refusal/not-on-shift": {nil}, "refusal/shift-ahead": {nil}, "refusal/shift-begun": {nil}, "refusal/shift-runs": {nil}, "refusal/shift-over": {nil},
		"refusal/no-duty-role": {nil}, "refusal/nobody": {nil}, "refusal/cannot-reach": one(facts{"name": w.person, "phone": w.phone}), "refusal/too-late": {nil},

		// These say the same whatever happened.
		"toast/continue-private": {nil}, "toast/dropped": {nil}, "toast/placeholder": {nil}, "toast/reason": {nil}, "toast/claim-refused": {nil}, "toast/group-bound": {nil}, "toast/language": {nil},
		"check/V18": {nil}, "check/V19": {nil}, "check/V20": {nil},
		"refusal/not-yours": {nil}, "refusal/not-for-you": {nil}, "refusal/stranger": {facts{"private": false}, facts{"private": true}}, "refusal/changed": {nil}, "refusal/still-asking": {nil}, "refusal/own-unit": {nil},
		"refusal/nothing-filed": {nil}, "refusal/nothing-open": {nil}, "refusal/settled": {nil}, "refusal/wrong-code": {nil}, "refusal/not-a-number": {nil}, "refusal/unreadable": {nil},
		"refusal/other-days-list": {u, {"date": workgroup.Date("")}}, "refusal/forwarded": {nil}, "refusal/name-the-unit": {nil}, "refusal/unknown-command": {nil},
		"refusal/unconfirmed": {with(u, "by", "王建国"), with(u, "by", "")},
		"say/reason-kept":     {nil}, "say/which-unit-are-you": {facts{"lacks": ""}, facts{"lacks": "unit"}, facts{"lacks": "known"}}, "say/language": {nil}, "say/disarmed": {facts{"what": "sign"}, facts{"what": "meet"}}, "say/cancelled-beside-call": {nil}, "say/which-question": {facts{"words": "取消"}}, "say/still-asked": {facts{"what": "work", "code": ""}, facts{"what": "plans", "code": ""}, facts{"what": "return", "code": ""}, facts{"what": "send", "code": ""}, facts{"what": "", "code": "0131-01"}}, "say/cancelled": {facts{"codes": []string{}}, facts{"codes": []string{"0131-01", "0131-02"}}}, "say/lost": {nil},
	}
	maps.Copy(all, w.urgent())
	maps.Copy(all, w.notices())
	maps.Copy(all, w.care())
	maps.Copy(all, w.corrections())
	maps.Copy(all, w.papers())
	maps.Copy(all, w.book())
	maps.Copy(all, w.sums())
	maps.Copy(all, w.offices())
	maps.Copy(all, w.meetings(summary))
	maps.Copy(all, w.people())
	maps.Copy(all, w.staff())
	maps.Copy(all, w.sheets())
	maps.Copy(all, w.work())
	maps.Copy(all, w.meant())
	return all
}
