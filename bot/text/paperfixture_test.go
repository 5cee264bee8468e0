package text_test

import "fangkong/store/workgroup"

// papers are the facts of the texts about reports to the authorities.
func (w world) papers() map[string][]facts {
	day := workgroup.Date("2020-01-31")
	change := facts{"label": workgroup.Labels["home_quarantine"], "base": "home_quarantine", "measure": "now", "group": "", "before": 2, "after": 5}
	moved := facts{"date": day, "unit": w.unit, "by": w.person, "state": "signed", "entry": nil, "changes": []facts{change, with(change, "before", nil)}, "first": false, "case": "", "zeros": 0, "stated": false}
	number := workgroup.PaperEntry{Year: 2020, Number: 1}.Named()
	moment := facts{"at": "16:30", "on": day, "day": "today"}
	act := facts{"by": w.person, "at": moment}
	none := facts{"n": 0, "names": []workgroup.Named{}, "more": 0}
	few := facts{"n": 2, "names": w.units[:min(2, len(w.units))], "more": 0}
	card := facts{"date": day, "number": nil, "state": "draft", "class": "ordinary", "grounds": []string{}, "again": false, "filed": 0, "due": 0, "lines": []facts{}, "work": "", "plans": "", "notes": 0, "drafter": w.person,
		"returned": "", "returned_by": "", "checked": nil, "review": nil, "signed": nil, "sendings": []facts{}, "unsent": []facts{}, "spared": []workgroup.Named{}, "struck": []facts{}, "dropped": []facts{}, "archived": nil, "digest": "", "void": 0, "copied": false, "stated": []facts{}, "beside": []facts{}, "more_beside": 0, "told": false, "waiting": []facts{}, "unsummed": []workgroup.Named{}, "lowered": nil, "next": []workgroup.Named{{Name: w.person}}, "writers": []string{}, "missing": none, "correction": nil}
	stated := facts{"unit": w.unit, "line": line("home_quarantine", "now", "", 0), "sum": 3, "given": true, "to": 5, "reason": "护理学院电话补报2人", "by": w.person, "at": "14:50"}
	beside := facts{"unit": w.unit, "kind": "confirmed", "codes": []string{"0131-01", "0131-02"}, "counted": 1}
	round := with(card, "state", "checking", "filed", 31, "due", 33, "lines", []facts{line("home_quarantine", "now", "", 6)}, "work", w.words[:min(len(w.words), 900)], "plans", "无", "digest", "1a2b3c4d")
	round = with(round, "missing", few, "unsummed", w.units[:min(2, len(w.units))])
	filed := with(round, "state", "filed", "number", number, "class", "important", "grounds", []string{"case", "figure", "correction", "raised"}, "again", true, "checked", act,
		"review", facts{"time": "16:00", "form": "会议", "people": "书记、院长", "conclusion": "同意上报", "by": w.person}, "signed", act, "sendings", []facts{{"to": "", "at": moment, "how": "传真", "received": w.person, "by": w.person}}, "archived", act, "copied", true)
	to := facts{"name": w.unit, "how": "政务邮箱", "until": "17:00"}
	asked := func(whats ...string) (out []facts) {
		for _, what := range whats {
			out = append(out, facts{"what": what, "date": day, "to": nil, "grounds": []string{}, "notes": 5})
		}
		return out
	}
	sign := facts{"class": "ordinary", "date": day, "digest": "1a2b3c4d", "typed": false, "again": false, "changes": 0, "review": "", "filed": 31, "due": 33, "missing": 2, "stated": 0, "beside": 0, "waiting": 0, "lowered": nil, "unsummed": 0}
	office := []workgroup.Named{{Name: w.person}, {Name: w.person}}
	listed := facts{"number": number, "date": day, "state": "filed", "class": "important", "grounds": []string{}, "again": true, "out": true, "next": []workgroup.Named{}, "unsent": []facts{}, "sendings": []facts{{"to": w.unit.Name, "at": moment, "how": "传真", "received": w.person}, {"to": "", "at": moment, "how": "传真", "received": w.person}}}
	all := map[string][]facts{
		"button/paper-document": {listed, with(listed, "number", nil, "state", "signed")}, "button/paper-register": {facts{"year": 2020}},
		"say/archive": {facts{"words": "", "more": 0, "lines": []facts{}}, facts{"words": w.words, "more": 3, "lines": []facts{listed, with(listed, "number", nil, "again", false, "state", "signed", "out", false, "sendings", []facts{}), with(listed, "state", "draft", "out", false, "next", office, "sendings", []facts{}), with(listed, "unsent", []facts{to})}}},
		"card/paper": {card, with(card, "waiting", w.waiting()), with(round, "waiting", w.waiting()), with(card, "notes", 5), with(round, "next", []workgroup.Named{}), with(round, "state", "review"), with(round, "state", "to-sign"), with(round, "beside", []facts{beside, with(beside, "codes", []string{"0131-03"}, "counted", 0)}, "more_beside", 2), with(round, "told", true, "writers", []string{w.person}, "stated", []facts{stated, with(stated, "given", false)}), with(card, "again", true, "correction", facts{"lines": []facts{change}, "zeros": 3, "units": []facts{{"unit": w.unit, "by": w.person, "first": false, "changes": []facts{change, with(change, "before", nil)}}, {"unit": w.unit, "by": w.person, "first": true, "changes": []facts{}}}, "more": 1}), with(round, "again", true, "missing", with(few, "n", 9, "more", 7), "correction", facts{"lines": []facts{}, "zeros": 0, "units": []facts{}, "more": 0}), with(card, "returned", w.words[:min(len(w.words), 900)], "returned_by", w.person, "void", 1), round, with(round, "lowered", facts{"by": w.person, "at": moment, "reason": "复核为误报", "grounds": []string{"figure"}}), with(round, "state", "signed", "signed", act), with(round, "state", "sent", "signed", act, "copied", true), filed,
			with(round, "state", "filed", "signed", act, "dropped", []facts{{"by": w.person, "at": moment, "reason": "数据已改回"}}),
			with(round, "state", "signed", "signed", act, "copied", true, "sendings", []facts{{"to": w.unit.Name, "at": moment, "how": "传真", "received": w.person, "by": w.person}}, "struck", []facts{{"to": "省高工委教育厅", "at": moment, "how": "传真", "received": w.person, "by": w.person, "corrected": moment}}, "unsent", []facts{with(to, "first", true), with(to, "how", "", "first", false), with(to, "until", "", "first", false), with(to, "how", "", "until", "", "first", false)}), with(round, "state", "sent", "signed", act, "copied", true, "spared", []workgroup.Named{w.unit})},
		"say/paper-more":      {facts{"part": "work", "n": 8160}, facts{"part": "plans", "n": 8160}},
		"say/paper-withheld":  {facts{"words": w.words}},
		"say/paper-return-or": {facts{"date": day, "words": "同意", "instead": true}, facts{"date": day, "words": w.words, "instead": false}},
		"say/paper-ask":       append(asked("work", "plans", "return", "review", "send", "drop"), facts{"what": "send", "date": day, "to": to, "grounds": []string{}}, facts{"what": "lower", "date": day, "to": nil, "grounds": []string{"case", "figure"}}),
		"say/paper-void":      {facts{"date": day, "digest": "1a2b3c4d"}},
		"say/paper-void-ask":  {facts{"date": day, "digest": "1a2b3c4d", "to": w.unit.Name, "how": "传真", "at": "16:40", "received": w.person, "by": "", "step": ""}, facts{"date": day, "digest": "1a2b3c4d", "to": "", "how": "传真", "at": "16:40", "received": w.person, "by": w.person, "step": "submit"}, facts{"date": day, "digest": "1a2b3c4d", "to": "", "how": "传真", "at": "16:40", "received": w.person, "by": w.person, "step": "sign"}},
		"say/paper-void-sent": {facts{"date": day, "digest": "1a2b3c4d", "to": "市指挥部", "how": "传真", "at": "16:40", "received": w.person, "by": w.person}, facts{"date": day, "digest": "1a2b3c4d", "to": "", "how": "传真", "at": "16:40", "received": w.person, "by": w.person}},
		"say/paper-agree":     {facts{"words": "缓一缓"}},
		"say/paper-sent-back": {facts{"date": day, "words": "暂缓上报", "drafter": w.person}},
		"say/paper-stop":      {facts{"date": day, "by": w.person, "words": w.words, "state": "signed"}},
		"say/paper-stopped":   {facts{"date": day, "state": "signed", "told": []string{w.person, w.person}, "reason": true}, facts{"date": day, "state": "signed", "told": []string{w.person}, "reason": false}, facts{"date": day, "state": "signed", "told": []string{}, "reason": false}},
		"say/paper-gone":      {facts{"date": day, "state": "sent"}}, "say/paper-important": {facts{"date": day}},
		"say/paper-consent-told":     {facts{"date": day, "who": "于思霖、许清朴", "when": "刚刚", "how": "电话", "found": "原则同意上报"}, facts{"date": day, "who": w.person, "when": "", "how": "会议", "found": "同意"}},
		"say/paper-no-correction":    {facts{"date": day, "out": true, "drafted": true}, facts{"date": day, "out": false, "drafted": true}, facts{"date": day, "out": false, "drafted": false}},
		"say/paper-refused":          {facts{"date": day, "step": "sign", "state": "to-sign", "reason": true}, facts{"date": day, "step": "check", "state": "checking", "reason": false}, facts{"date": day, "step": "return", "state": "signed", "reason": true}},
		"button/paper-return-so":     {nil},
		"say/paper-dropped":          {facts{"date": day, "by": w.person, "reason": "数据已改回", "entry": nil}, facts{"date": day, "by": w.person, "reason": "数据已改回", "entry": workgroup.Named{Name: "防控信〔2020〕1号", English: "1/2020"}}},
		"refusal/paper-needed":       {facts{"signed": false}, facts{"signed": true}},
		"say/paper-lower":            {facts{"date": day, "grounds": []string{"case", "figure"}, "words": "复核为误报"}},
		"refusal/paper-review-time":  {facts{"time": "明天10点"}},
		"refusal/paper-review-early": {facts{"at": "16:05"}},
		"say/paper-official":         {facts{"date": day, "signed": true, "again": false, "asked": false, "annexed": true}, facts{"date": day, "signed": true, "again": true, "asked": true, "annexed": true}, facts{"date": day, "signed": false, "again": false, "asked": true, "annexed": false}, facts{"date": day, "signed": true, "again": false, "asked": false, "annexed": false}},
		"say/paper-annex":            {facts{"date": day, "signed": true, "again": false}, facts{"date": day, "signed": true, "again": true}, facts{"date": day, "signed": false, "again": false}},
		"say/paper-still-asked":      {facts{}},
		"toast/paper-sign":           {sign, with(sign, "class", "important", "review", "同意", "again", true, "changes", 12, "unsummed", 3), with(sign, "again", true, "changes", 1, "filed", 33, "missing", 0, "beside", 1, "waiting", 1), with(sign, "lowered", facts{"by": w.person, "reason": "复核为误报"}, "typed", true, "stated", 1, "filed", 0, "missing", 33, "unsummed", 3)},
		"toast/paper-submit":         {facts{"date": day, "filed": 31, "due": 33, "missing": 2, "typed": false}, facts{"date": day, "filed": 20, "due": 33, "missing": 13, "typed": true}, facts{"date": day, "filed": 0, "due": 33, "missing": 33, "typed": false}},
		"toast/paper-signed":         {sign},
		"say/paper-unsent":           {facts{"date": day, "state": "", "drafters": []workgroup.Named{{Name: w.person}}, "lines": []facts{with(to, "over", false, "state", "signed", "again", false, "first", false)}}, facts{"date": day, "state": "", "drafters": []workgroup.Named{}, "lines": []facts{with(to, "over", false, "state", "signed", "again", false, "first", false)}}, facts{"date": day, "state": "signed", "drafters": []workgroup.Named{}, "lines": []facts{with(to, "over", true, "state", "checking", "again", true, "first", true), with(to, "over", false, "how", "", "state", "signed", "again", false, "first", false)}}, facts{"date": day, "state": "several", "drafters": []workgroup.Named{}, "lines": []facts{with(to, "over", false, "state", "signed", "again", false, "first", false), with(to, "over", true, "state", "draft", "again", true, "first", false)}}, facts{"date": day, "state": "to-sign", "drafters": []workgroup.Named{}, "lines": []facts{with(to, "over", false, "state", "signed", "again", false, "first", false)}}},
		"say/paper-overwritten":      {facts{"date": day, "part": "work", "by": w.person, "was": w.words[:min(len(w.words), 900)]}, facts{"date": day, "part": "plans", "by": w.person, "was": "无"}},
		"say/paper-which":            {facts{"n": 2}},
		"say/paper-whom":             {facts{"date": day, "words": "系统填报；刚刚；值班室"}},
		"say/paper-which-entry":      {facts{"date": day}},
		"say/paper-amend":            {facts{"date": day, "several": true, "to": w.unit.Name, "how": "传真", "at": "16:40", "received": w.person}, facts{"date": day, "several": false, "to": "", "how": "传真", "at": "16:40", "received": w.person}},
		"button/paper-to":            {facts{"to": w.unit}},
		"button/paper-entry":         {facts{"to": w.unit.Name, "how": "传真", "at": "16:40"}},
		"button/paper-which":         {listed, with(listed, "again", false, "state", "to-sign")},
		"refusal/paper-own":          {facts{"can": office}, facts{"can": []workgroup.Named{}}}, "refusal/paper-signs-it": {facts{"can": office}},
		"refusal/paper-checked-it": {facts{"can": office, "check": []workgroup.Named{}}, facts{"can": []workgroup.Named{}, "check": office}},
		"refusal/paper-elsewhere":  {facts{"state": "signed", "by": w.person, "at": "16:30", "again": true}, facts{"state": "review", "by": w.person, "at": "16:30", "again": false}},
		"refusal/paper-addressee":  {facts{"to": w.words, "left": w.units[:min(2, len(w.units))]}, facts{"to": "省厅", "left": []workgroup.Named{}}},
		"refusal/paper-signer":     {facts{"can": office}, facts{"can": []workgroup.Named{}}},
		"refusal/paper-points":     {facts{"n": 7, "most": 5}},
		"say/paper-press":          {facts{"date": day, "words": "OK"}},
		"say/paper-send-rest":      {facts{"date": day, "to": "", "how": "传真", "at": "16:40", "received": ""}, facts{"date": day, "to": "市指挥部", "how": "", "at": "", "received": w.person}, facts{"date": day, "to": "", "how": "传真", "at": "", "received": w.person}, facts{"date": day, "to": "", "how": "", "at": "16:40", "received": ""}},
		"refusal/paper-sent-early": {facts{"at": "16:30"}},
		"refusal/paper-send-words": {facts{"n": 0, "time": ""}, facts{"n": 2, "time": ""}, facts{"n": 0, "time": "王科长"}},
		"say/paper-moved":          {moved, with(moved, "state", "draft"), with(moved, "state", "signed", "changes", []facts{}, "stated", true), with(moved, "state", "checking", "changes", []facts{}, "stated", true), with(moved, "state", "filed", "entry", number), with(moved, "state", "sent", "first", true, "zeros", 23), with(moved, "changes", []facts{}, "zeros", 23), with(moved, "state", "to-sign", "changes", []facts{}), with(moved, "state", "signed", "changes", []facts{}, "case", "0131-02")},
		"say/paper-none":           {facts{"date": day, "drafters": []workgroup.Named{{Name: w.person}}, "past": false, "begun": true, "mine": false}, facts{"date": day, "drafters": []workgroup.Named{{Name: w.person}}, "past": false, "begun": true, "mine": true}, facts{"date": day, "drafters": []workgroup.Named{{Name: w.person}}, "past": false, "begun": false, "mine": false}, facts{"date": day, "drafters": []workgroup.Named{}, "past": true, "begun": true, "mine": false}},
	}
	for _, code := range []workgroup.RefusalCode{workgroup.NoPaper, workgroup.PaperNewer, workgroup.PaperNoSigner, workgroup.PaperWordless, workgroup.PaperUnwritten, workgroup.PaperLower, workgroup.PaperReviewer,
		workgroup.PaperReviewWords, workgroup.PaperLowerWhy, workgroup.PaperDropWhy, workgroup.PaperAgainst, workgroup.PaperReason, workgroup.PaperReviewFirst, workgroup.PaperCaseSince, workgroup.PaperCopyless, workgroup.PaperUnseen, workgroup.PaperUnentered, workgroup.PaperCollege} {
		all["refusal/"+string(code)] = []facts{nil}
	}
	return all
}
