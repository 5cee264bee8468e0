package text_test

import "fangkong/store/workgroup"

// work are the facts of the texts about what units did on a day.
func (w world) work() map[string][]facts {
	points := []string{w.words[:min(len(w.words), 400)], "逐人核对返校学生 23 人"}
	note := facts{"unit": w.unit, "date": workgroup.Date("2020-01-31"), "points": points, "owes": true, "instead": 0, "most": 5, "counts": false}
	unit := facts{"unit": w.unit, "points": points, "by": w.person, "at": "14:05"}
	page := facts{"date": workgroup.Date("2020-01-31"), "units": []facts{unit, unit}, "page": 1, "pages": 1, "n": 2, "due": 33, "choose": false}
	return map[string][]facts{
		"say/note-kept":     {note, with(note, "owes", false, "instead", 3, "points", points[:1], "counts", true)},
		"say/note-own":      {note, with(note, "owes", false), with(note, "points", nil)},
		"say/note-gone":     {note},
		"say/note-whose":    {facts{"points": points}},
		"say/note-replaced": {facts{"unit": w.unit, "date": workgroup.Date("2020-01-31"), "by": w.person, "was": points}},
		"say/notes-none":    {facts{"date": workgroup.Date("2020-01-31"), "n": 31, "due": 33, "none": w.units}, facts{"date": workgroup.Date("2020-01-31"), "n": 33, "due": 33, "none": []workgroup.Named{}}},
		"say/zeros-asked": {facts{"date": workgroup.Date("2020-01-31"), "at": "15:10", "zeros": w.units, "others": w.units, "awaiting": w.units, "missing": w.units, "filed": 20, "due": 33},
			facts{"date": workgroup.Date("2020-01-31"), "at": "", "zeros": []workgroup.Named{}, "others": []workgroup.Named{}, "awaiting": []workgroup.Named{}, "missing": []workgroup.Named{}, "filed": 0, "due": 33}},
		"say/note-taken":         {facts{"unit": w.unit, "date": workgroup.Date("2020-01-31"), "by": w.person, "was": points}},
		"say/notes":              {page, with(page, "page", 3, "pages", 3, "choose", true), with(page, "units", []facts{}, "n", 0)},
		"refusal/note-points":    {facts{"n": 6, "most": 5, "stand": 0}, facts{"n": 12, "most": 5, "stand": 3}},
		"refusal/note-long":      {facts{"n": 4050, "most": 1000, "stand": 0}, facts{"n": 4050, "most": 1000, "stand": 5}},
		"refusal/note-other-day": {facts{"date": workgroup.Date("2020-01-30")}},
		"refusal/note-since":     {facts{"unit": w.unit, "at": "14:20"}},
		"refusal/note-heads":     {nil}, "refusal/note-grant": {facts{"unit": w.unit}}, "refusal/note-none": {nil}, "refusal/note-nobody": {nil},
		"refusal/note-which": {facts{"units": w.units[:1]}},
	}
}
