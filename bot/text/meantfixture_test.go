package text_test

import "fangkong/store/workgroup"

// meant are the facts of the texts about words that were not understood.
func (w world) meant() map[string][]facts {
	text := w.words[:min(len(w.words), 900)]
	decision := facts{"what": "decision", "called": "0131-01", "code": "0131-01", "text": text}
	plea := func(of workgroup.PleaKind) facts {
		return facts{"what": "plea", "called": "0131-02", "code": "0131-02", "text": text, "by": w.person, "said": text, "plea": facts{"of": of}}
	}
	query := facts{"what": "query", "called": "", "lead": w.unit, "unit": w.unit, "line": line("home_quarantine", "now", "", 4), "group": "student", "n": 4, "all": 6}
	paper := func(step string) facts {
		return facts{"what": "paper", "called": "", "date": workgroup.Date("2020-01-31"), "step": step}
	}
	notice := facts{"what": "notice", "called": 3, "no": 3, "text": text}
	sheet := facts{"what": "sheet", "called": "", "unit": w.unit}
	ask := func(nod bool, things ...facts) facts { return facts{"words": w.words, "nod": nod, "things": things} }
	of, alone := []facts{{"of": ""}, {"of": "0131-01"}}, []facts{{"of": ""}}
	return map[string][]facts{
		"say/meant": {ask(false, decision), ask(false, query, plea(workgroup.PleaQuestion), paper("check"), decision), ask(true, plea(workgroup.PleaTime), plea(workgroup.PleaOwner), notice),
			ask(false, plea(workgroup.PleaTrouble), paper("review"), notice, sheet), ask(true, paper("sign"))},
		"say/meant-unanswered": {facts{"at": "16:20", "name": w.person, "phone": w.phone, "words": w.words, "decisions": []facts{decision}}, facts{"at": "16:20", "name": w.person, "phone": "", "words": w.words, "decisions": []facts{decision, decision}}},
		"button/meant-stands":  alone, "button/meant-mend": alone, "button/meant-answer": of, "button/meant-grant": of, "button/meant-refuse": alone, "button/meant-paper": alone, "button/meant-check": alone, "button/meant-return": alone,
		"button/meant-done": of, "button/meant-progress": alone, "button/meant-ask": alone, "button/meant-received": {{"of": 3}}, "button/meant-did": {{"of": 3}}, "button/meant-sheet": alone, "button/meant-neither": {nil}, "button/meant-tell": alone, "say/decision-after": {with(decision, "by", w.person, "phone", w.phone, "words", w.words), with(decision, "by", w.person, "phone", "", "words", w.words)}, "button/meant-change": of,
	}
}
