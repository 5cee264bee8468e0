package text_test

import "fangkong/store/workgroup"

// sheets are the facts of the texts of a lead unit's sheet.
func (w world) sheets() map[string][]facts {
	day := workgroup.Date("2020-01-31")
	head := facts{"unit": w.unit, "date": day, "group": "student", "filed": 13, "due": 15, "missing": w.units}
	full := with(head, "filed", 15, "missing", []workgroup.Named{})
	now := line("home_quarantine", "now", "", 5)
	at := facts{"at": "14:05", "on": day, "day": ""}
	part := func(n int) facts { return facts{"unit": w.unit, "n": n, "all": 0, "split": true} }
	unsplit := facts{"unit": w.unit, "n": 0, "all": 3, "split": false}
	source := facts{"at": at, "private": true, "link": "", "text": w.words, "asked": nil, "hidden": false}
	unit := with(full, "of", w.unit, "line", now, "lines", []facts{now, line("home_quarantine", "new", "", 1), line("home_quarantine", "now", "student", workgroup.Unsaid)}, "revision", 1, "revisions", 1, "at", at,
		"by", w.person, "mark", "", "changes", []facts{}, "queries", w.queries()["all"], "sources", []facts{source, with(source, "asked", now, "text", "2")})
	item := with(head, "line", now, "sum", 5, "given", 11, "asked", 15, "zeros", 9, "overrides", w.overrides(), "units", []facts{part(2), part(3)}, "unsplit", []facts{unsplit})
	lines := []facts{{"unit": w.unit, "group": "student", "filed": 13, "due": 14, "done": true, "mark": "late", "at": "15:02", "moved": true}, {"unit": w.unit, "group": "staff", "filed": 30, "due": 33, "done": false, "mark": "", "at": ""}}
	asked := facts{"unit": w.unit, "date": day, "lead": w.unit, "leads": "student", "group": "student", "line": now, "n": 4, "all": 6, "revision": 1, "words": w.words, "again": false, "at": "14:21", "unreached": false, "people": []string{w.person + " " + w.phone}}
	answer := facts{"unit": w.unit, "group": "student", "line": now, "end": "revised", "was": 4, "now": 5, "revision": 2, "by": w.person}
	change := facts{"unit": w.unit, "date": day, "past": false, "group": "student", "at": "14:58", "of": w.unit, "kept_at": "", "changes": []facts{with(now, "before", 4, "after", 5), with(now, "before", workgroup.Unsaid, "after", 1)}, "filed": 13, "filed_now": 14, "due": 15,
		"by": w.person, "again": false, "reached": true, "people": []string{w.person + " " + w.phone, w.person + " " + w.phone}, "moved": true, "gaps": []workgroup.Named{}}
	other := facts{"unit": w.unit, "group": "student", "line": now, "sum": 4, "given": true, "to": 5, "reason": w.words, "withheld": false}
	few := with(change, "past", true, "changes", []facts{}, "filed", 14)
	return map[string][]facts{
		"button/gap": {facts{"reason": "phoned"}}, "button/gap-rest": {facts{"reason": "phoned"}},
		"card/sheet-gaps":   {with(head, "gaps", w.gaps(), "of", w.unit), with(head, "gaps", w.gaps()[:2], "of", workgroup.Named{})},
		"say/sum-or-own":    {other, with(other, "given", false, "reason", "")},
		"say/sum-waits":     {other, with(other, "given", false, "reason", "")},
		"say/sum-read-back": {other, with(other, "given", false, "withheld", true)}, "button/sum-right": {nil}, "refusal/plain-number": {nil},
		"button/sum-of-sheet": {facts{"group": "student"}},
		"say/sum-left":        {facts{"overrides": 0}, facts{"overrides": 1}},
		"say/gap-on":          {facts{"unit": w.unit}},
		"say/gap-not-missing": {facts{"unit": w.unit, "asked": w.unit}},
		"say/sheet-stopped":   {facts{"group": "student", "at": "", "armed": true}, facts{"group": "student", "at": "14:50", "armed": true}, facts{"group": "student", "at": "14:50", "armed": false}},
		"say/gap-noted":       {facts{"first": w.unit, "withheld": true, "lines": []facts{{"units": w.units, "reason": "checking"}, {"units": w.units, "reason": "网络不通"}}}, facts{"first": w.unit, "withheld": false, "lines": []facts{{"units": w.units, "reason": "phoned"}}}},
		"say/gap-asked":       {facts{"unit": w.unit, "words": w.words, "group": "student", "filed": false, "armed": true}, facts{"unit": w.unit, "words": w.words, "group": "student", "filed": false, "armed": false}, facts{"unit": w.unit, "words": w.words, "group": "student", "filed": true, "armed": false}}, "button/gap-in": {nil}, "button/gap-no": {nil},
		"say/query-asked": {asked, with(asked, "words", "")}, "button/query-send": {nil}, "button/query-drop": {nil}, "say/query-unknown": {facts{"words": "工程院", "like": w.units}, facts{"words": "火星学院", "like": []workgroup.Named{}}},
		"say/sheet-apart": {facts{"group": "student"}},
		"say/sheet-waits": {facts{"group": "student", "armed": true}, facts{"group": "student", "armed": false}},
		"say/sum-ask":     {facts{"line": now, "n": 4, "given": true}, facts{"line": now, "n": 0, "given": false}},
		"say/sheet-moved": {change, with(few, "kept_at", "15:10")}, "say/sheet-moved-office": {change, with(few, "reached", false, "kept_at", "15:10")}, "say/sheet-keep-asked": {change, few}, "say/sheet-settled": {change, with(change, "again", true)},
		"say/sheet-owes": {change, with(change, "moved", false, "gaps", w.units), with(change, "gaps", w.units)}, "say/sheet-owing": {change, with(change, "moved", false, "gaps", w.units)},
		"say/lead-unreached": {change}, "refusal/override-missing": {nil}, "refusal/override-reason": {facts{"n": 5}}, "refusal/override-same": {facts{"n": 4}}, "toast/gap": {nil}, "toast/gaps-left": {facts{"missing": 0, "unexplained": 0}, facts{"missing": 2, "unexplained": 0}, facts{"missing": 2, "unexplained": 1}}, "toast/sum-restored": {nil}, "toast/sheet-kept": {nil},
		"say/query": {asked, with(asked, "words", "", "again", true, "all", 4), with(asked, "n", workgroup.Unsaid), with(asked, "group", "", "leads", "staff", "all", 4)}, "say/query-waits": {asked, with(asked, "group", "", "all", 4)}, "say/query-ask": {asked}, "say/query-sent": {asked, with(asked, "words", "", "unreached", true)},
		"say/query-answered":   {answer, with(answer, "end", "stands"), with(answer, "end", "stands", "group", ""), with(answer, "was", workgroup.Unsaid), with(answer, "was", 5), with(answer, "was", 5, "group", "")},
		"say/query-unanswered": {asked, with(asked, "words", "", "unreached", true)}, "toast/query-stands": {asked, with(asked, "lead", workgroup.Named{})}, "refusal/no-ledger": {nil},
		"button/ledger": {facts{"unit": w.unit, "sheet": true}, facts{"unit": w.unit, "sheet": false}}, "button/query-flow": {facts{"new": 1, "released": 0}, facts{"new": 0, "released": 2}},
		"say/query-balance":   {with(asked, "silent", true, "prev", 2, "n", 3, "new", 1, "released", 0), with(asked, "silent", true, "prev", 3, "n", 1, "new", 0, "released", 2, "again", true), with(asked, "silent", false, "prev", 2, "n", 4, "new", 1, "released", 0, "sum", 3)},
		"say/ledger":          w.ledgers(),
		"refusal/query-asked": {facts{"unit": w.unit, "by": w.person, "at": "14:21"}}, "refusal/query-of-nothing": {asked},
		"refusal/query-ended": {facts{"end": "revised", "by": w.person, "at": "14:25"}, facts{"end": "stands", "by": w.person, "at": "14:25"}, facts{"end": "lapsed", "by": "", "at": ""}},
		"say/sheets":          {facts{"date": day, "sheets": lines}},
		"say/unit-asked": {facts{"unit": w.unit, "date": day, "state": "filed", "at": "14:05", "mark": "overdue", "revision": 2, "correction": w.waiting()[0], "sheets": []facts{}}, facts{"unit": w.unit, "date": day, "state": "awaiting", "at": "", "mark": "", "revision": 0, "correction": nil, "sheets": lines[:1]},
			facts{"unit": w.unit, "date": day, "state": "missing", "at": "", "mark": "", "revision": 0, "correction": nil, "sheets": lines[1:2]}},
		"refusal/leads-only": {facts{"leads": w.units[:min(3, len(w.units))], "own": true}, facts{"leads": w.units[:min(3, len(w.units))], "own": false}},
		"card/sheet-items":   {head, full},
		"card/sheet-item":    {item, with(item, "given", 0, "zeros", 0, "overrides", []facts{}, "units", []facts{}), with(item, "filed", 15, "missing", []workgroup.Named{}, "unsplit", []facts{}, "zeros", 1)},
		"card/sheet-unit": {unit, with(unit, "lines", []facts{}, "mark", "late", "revision", 2, "revisions", 3, "changes", []facts{with(now, "before", 4, "after", 5), with(now, "before", workgroup.Unsaid, "after", 5)},
			"sources", []facts{with(source, "private", false, "link", "https://t.me/c/1234567890/17"), with(source, "private", false), with(source, "hidden", true, "text", "")})},
		"button/sheet-item": {with(now, "unsplit", 0, "overridden", false), with(now, "unsplit", 3, "overridden", true)}, "button/sheet-unit": {part(2), unsplit}, "button/sheet-revision": {facts{"n": 2}},
		"refusal/query-not-fed": {asked}, "refusal/query-unparted": {asked}, "button/query-item": {now}, "say/which-figure": {facts{"n": 8}}, "say/query-how": {nil},
		"say/query-leads":  {facts{"unit": w.unit, "leads": []workgroup.Named{w.unit}, "people": []string{"曹思帆 139-0000-0051"}}, facts{"unit": w.unit, "leads": []workgroup.Named{}, "people": []string{}}},
		"say/query-which":  {asked, with(asked, "words", "")},
		"say/query-state":  {facts{"unit": w.unit, "lines": w.queries()["all"]}, facts{"unit": workgroup.Named{}, "lines": w.queries()["all"]}, facts{"unit": w.unit, "lines": []facts{}}, facts{"unit": workgroup.Named{}, "lines": []facts{}}},
		"refusal/no-sheet": {facts{"unit": w.unit}}, "refusal/not-a-lead": {nil},
	}
}

// queries are the questions of a sheet.
func (w world) queries() facts {
	line := facts{"unit": w.unit, "lead": w.unit, "group": "student", "line": line("home_quarantine", "now", "", 0), "words": w.words, "at": "14:21", "end": "", "was": 4, "now": 5, "by": w.person, "ended": "14:25", "listed": false, "unreached": false}
	all := []facts{line, with(line, "words", "", "unreached", true), with(line, "end", "revised"), with(line, "end", "stands"), with(line, "end", "lapsed", "lead", workgroup.Named{}, "group", "")}
	return facts{"asked": len(all), "answered": 2, "open": []facts{all[0], all[1], all[4]}, "all": all}
}

// overrides are sums that a lead unit has stated itself.
func (w world) overrides() []facts {
	one := facts{"line": line("home_quarantine", "now", "", 0), "sum": 4, "given": true, "was": 4, "moved": false, "to": 5, "reason": w.words, "by": w.person, "at": "14:40"}
	return []facts{one, with(one, "was", 3, "moved", true), with(one, "given", false, "sum", 0)}
}

// gaps are units that are missing on a sheet, and why.
func (w world) gaps() []facts {
	gap := facts{"unit": w.unit, "reason": "phoned", "since": nil}
	return []facts{gap, with(gap, "reason", w.words), with(gap, "reason", ""), with(gap, "since", moment("15:20"))}
}

// ledgers are the day ledger of the college, of a sheet and of a unit.
func (w world) ledgers() []facts {
	even := with(line("home_quarantine", "now", "", 7), "prev", 6, "new", 2, "released", 1, "flows", true, "covered", 31, "due", 33, "known", 28, "told", 26, "rest", 3, "others", 3, "uneven", []facts{}, "own_prev", []facts{})
	one := facts{"unit": w.unit, "silent": true, "prev": 2, "new": 0, "released": 0, "n": 3, "sum": 2, "state": "open"}
	uneven := with(even, "others", 0, "uneven", []facts{one, with(one, "state", "lapsed"), with(one, "state", "told"), with(one, "silent", false, "new", 2, "sum", 4, "state", "told"), with(one, "silent", false, "state", "stands"), with(one, "state", "revised")})
	college := facts{"unit": workgroup.Named{}, "college": "样板学院", "sheet": false, "overrides": []facts{}, "group": "", "date": workgroup.Date("2020-01-31"), "filed": 31, "due": 33, "missing": w.units, "any": true,
		"lines": []facts{even, uneven, with(line("fever", "now", "", 1), "prev", 2, "new", 0, "released", 0, "flows", false, "covered", 31, "due", 33, "known", 31, "told", 31, "rest", 0, "others", 0, "uneven", []facts{}, "own_prev", []facts{{"unit": w.unit, "says": 3, "filed": 2}}),
			with(even, "known", 0, "others", 3)}, "unsaid": []facts{line("sealed", "now", "", 0)}, "zeros": 4, "fresh": 0, "own": false}
	return []facts{college, with(college, "unit", w.unit, "sheet", true, "group", "student", "overrides", w.overrides(), "missing", []workgroup.Named{}, "unsaid", []facts{}, "zeros", 1), with(college, "unit", w.unit, "lines", []facts{}, "zeros", 0, "fresh", 8), with(college, "unit", w.unit, "filed", 0, "due", 1, "lines", []facts{}, "zeros", 0, "own", true)}
}
