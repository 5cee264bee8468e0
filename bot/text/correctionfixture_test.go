package text_test

import "fangkong/store/workgroup"

// waiting are corrections that nobody has confirmed, as the views of a date's figures tell them.
func (w world) waiting() []facts {
	now := line("home_quarantine", "now", "student", 12)
	one := facts{"unit": w.unit, "date": workgroup.Date("2020-01-31"), "by": w.person, "at": "15:20", "changes": []facts{with(now, "before", 12, "after", 2), with(now, "before", nil, "after", 0)}, "words": "", "asked": false, "whole": true,
		"people": []string{w.person + " " + w.phone}}
	return []facts{one, with(one, "changes", []facts{}, "words", w.words, "asked", true, "whole", false)}
}

// corrections are the facts of the texts about corrections that wait.
func (w world) corrections() map[string][]facts {
	day, lines := workgroup.Date("2020-01-31"), w.waiting()
	one := with(lines[0], "doubts", false)
	return map[string][]facts{
		"say/draft-held":       {{"unit": w.unit, "date": day}},
		"say/correction-waits": {one, with(one, "doubts", true), with(one, "whole", false), with(lines[1], "doubts", false)}, "say/correction-lapsed": lines,
		"say/corrections-wait": {{"date": day, "lines": lines}, {"date": day, "lines": lines[:1]}}, "say/corrections-lapsed": {{"date": day, "lines": lines[:1]}},
	}
}
