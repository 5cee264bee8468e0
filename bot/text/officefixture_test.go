package text_test

import "fangkong/store/workgroup"

// offices are the facts of the answers to what the office and the director would have otherwise.
func (w world) offices() map[string][]facts {
	paper := facts{"date": workgroup.Date("2020-01-31"), "number": nil, "state": workgroup.PaperDraft, "class": workgroup.PaperOrdinary, "grounds": []string{}, "again": false, "step": "draft", "drafters": []workgroup.Named{{Name: w.person}, {Name: w.person}}}
	theirs := facts{"unit": w.unit, "state": workgroup.Filed, "at": "14:05", "revision": 2, "leads": w.units[:min(2, len(w.units))], "people": []string{w.person + " " + w.phone, w.person + " " + w.phone}}
	kept := facts{"phone": w.phone, "number": true, "more": false, "unreached": false, "cut": false}
	all := map[string][]facts{
		"say/outside-kept":  {kept, with(kept, "unreached", true, "number", false, "phone", ""), with(kept, "more", true, "number", false), with(kept, "more", true, "number", false, "cut", true)},
		"say/outside-heard": {facts{"name": w.person, "id": "1234567890", "username": "", "words": w.words}, facts{"name": "", "id": "1234567890", "username": "qian_duo", "words": w.words}},
		"say/unit-speakers": {with(theirs), with(theirs, "people", []string{})},
		"say/their-report":  {theirs, with(theirs, "state", workgroup.Missing, "at", "", "revision", 0), with(theirs, "leads", []workgroup.Named{}), with(theirs, "unit", workgroup.Named{}, "people", []string{})},
		"say/paper-undo": {paper, with(paper, "state", workgroup.PaperToSign, "step", "going"), with(paper, "state", workgroup.PaperSigned, "step", "signed", "again", true),
			with(paper, "state", workgroup.PaperFiled, "step", "out", "number", workgroup.PaperEntry{Year: 2020, Number: 1}.Named())},
	}
	for _, what := range []string{"decision", "meeting", "roster", "sheet", "day", "form", "duty", "notice", "undo"} {
		all["say/office-how"] = append(all["say/office-how"], facts{"what": what})
	}
	return all
}
