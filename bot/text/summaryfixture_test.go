package text_test

import "fangkong/store/workgroup"

// sums are the facts of the summaries of one unit, and of a week.
func (w world) sums() map[string][]facts {
	day, next := workgroup.Date("2020-01-31"), workgroup.Date("2020-02-01")
	fever, home := line("fever", "now", "", 3), line("home_quarantine", "now", "", 6)
	own := with(home, "compare", true, "change", 2, "detail", false)
	part := with(line("home_quarantine", "now", "student", 4), "compare", false, "change", 0, "detail", true)
	sheet := facts{"unit": w.unit, "group": "student", "filed": 13, "due": 14, "done": true, "mark": "late", "at": "15:02", "moved": true, "kept": false}
	unit := facts{"unit": w.unit, "date": day, "now": "15:08", "state": "filed", "at": "14:41", "mark": "overdue", "revision": 2, "reason": w.words, "cases": []facts{}, "contacts": []facts{},
		"queries": []facts{}, "doubts": []string{}, "lines": []facts{own, part}, "zeros": 7, "unsaid": []facts{}, "sheets": []facts{}, "overrides": []facts{}, "sums": []facts{}, "below": []workgroup.Named{}}
	missing := with(unit, "state", "missing", "at", "", "mark", "", "revision", 0, "reason", "", "lines", []facts{}, "zeros", 0, "contacts", []facts{{"unit": w.unit, "people": []string{w.person + " " + w.phone}}})
	few := w.units[:min(3, len(w.units))]
	at := func(date workgroup.Date, n int, part bool) facts {
		return facts{"date": date, "n": n, "covered": 30, "due": 33, "part": part}
	}
	held := facts{"date": day, "held": true, "state": "filed", "at": "14:41", "mark": "overdue", "filed": 31, "due": 33, "on_time": 28, "late": 3, "missing": 2}
	days := []facts{with(held, "date", workgroup.Date("2020-01-30"), "held", false), held, with(held, "date", next, "at", "", "late", 0, "missing", 0, "state", "awaiting"), with(held, "date", next, "at", "", "state", "missing")}
	figures := []facts{with(home, "cells", []facts{at(day, 6, true), at(next, 5, false)}, "new", 2, "new_days", 2, "new_part", true, "released", 1, "released_days", 1, "released_part", false), with(fever, "cells", []facts{}, "new", 0, "new_days", 0, "new_part", false, "released", 0, "released_days", 0, "released_part", false)}
	week := facts{"from": workgroup.Date("2020-01-27"), "to": next, "unit": workgroup.Named{}, "whole": true, "at": "15:08", "days": days, "cases": []facts{}, "more_cases": 0, "lines": figures, "zeros": 5, "unsaid": []facts{fever}}
	rang := facts{"code": "0131-01", "unit": w.unit, "kind": workgroup.CaseConfirmed, "death": false, "closed": false}
	draft := facts{"date": day, "number": nil, "state": workgroup.PaperDraft, "class": workgroup.PaperOrdinary, "grounds": []string{}, "again": false}
	filed := with(draft, "number", workgroup.PaperEntry{Year: 2020, Number: 1}.Named(), "state", workgroup.PaperFiled)
	return map[string][]facts{
		"button/paper-week": {nil},
		"say/paper-number": {facts{"date": day, "lines": []facts{}, "newest": nil, "drafters": few, "past": false}, facts{"date": day, "lines": []facts{}, "newest": nil, "drafters": few, "past": true}, facts{"date": day, "lines": []facts{draft}, "newest": filed, "drafters": few, "past": false},
			facts{"date": day, "lines": []facts{filed, with(draft, "again", true)}, "newest": nil, "drafters": few, "past": true}},
		"say/most": {facts{"date": day, "at": "15:08", "lines": []facts{with(home, "units", []facts{{"unit": w.unit, "n": 4}, {"unit": w.unit, "n": 2}}, "more", 0), with(fever, "units", []facts{{"unit": w.unit, "n": 1}}, "more", 2)}, "missing": w.units, "awaiting": few},
			facts{"date": day, "at": "", "lines": []facts{}, "missing": []workgroup.Named{}, "awaiting": []workgroup.Named{}}},
		"say/summary-unit": {unit, missing, with(missing, "state", "awaiting"), with(unit, "zeros", 1, "lines", []facts{}, "reason", "", "doubts", []string{"居家隔离 现有 7，但昨日 4＋新增 3－解除 1＝6，哪个对？"}, "unsaid", []facts{fever}, "queries", w.queries()["open"].([]facts)[:1]),
			with(unit, "cases", []facts{with(w.clock(), "detailed", true, "kind", "confirmed", "unit", w.unit, "death", false)}, "sheets", []facts{sheet}, "sums", []facts{with(home, "unsplit", 0), with(fever, "unsplit", 2)}, "below", few, "overrides", w.overrides()),
			with(missing, "sheets", []facts{with(sheet, "done", false, "moved", false)}, "below", few)},
		"say/unit-figures":   {unit, with(unit, "state", "missing", "lines", []facts{}, "zeros", 0, "unsaid", []facts{})},
		"say/override-asked": {facts{"unit": w.unit, "date": day, "at": "15:08", "overrides": w.overrides()}, facts{"unit": w.unit, "date": day, "at": "", "overrides": []facts{}}},
		"say/summary-week":   {week, with(week, "unit", w.unit, "whole", false, "at", "", "unsaid", []facts{}), with(week, "cases", []facts{rang, with(rang, "closed", true, "unit", workgroup.Named{})}, "more_cases", 3, "zeros", 1, "lines", []facts{})},
	}
}
