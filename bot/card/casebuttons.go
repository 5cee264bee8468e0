package card

import (
	"slices"

	"fangkong/store/workgroup"
)

// caseView is how many buttons a case's card shows at first; the others come behind 「更多」.
const caseView = 6

// caseButtons are what a person can do about a case now; watch: they may take it. At first those that it waits for stand there, and with a press
// all of them.
func caseButtons(k workgroup.Case, p workgroup.Person, watch, whole bool) [][]workgroup.Button {
	rows, first := caseActs(k, p, watch)
	n := 0
	for _, row := range rows {
		n += len(row)
	}
	turn := func(label, how string) []workgroup.Button {
		return []workgroup.Button{{Label: label, Verb: "more", Object: k.Key() + how}}
	}
	switch {
	case n <= caseView:
		return rows
	case whole:
		return append(rows, turn("button/less", "/less"))
	}
	shown, room := [][]workgroup.Button{}, caseView-1
	for _, row := range first {
		if len(row) > 0 && len(row) <= room {
			shown, room = append(shown, row), room-len(row)
		}
	}
	return append(shown, turn("button/more", ""))
}

// caseActs are all that a person can do about a case now, and in which order it waits for them.
func caseActs(k workgroup.Case, p workgroup.Person, watch bool) (rows, first [][]workgroup.Button) {
	if !k.Closed.IsZero() {
		return nil, nil
	}
	button := func(label, verb, rest string, f workgroup.Facts) workgroup.Button {
		object := k.Key()
		if rest != "" {
			object += "/" + rest
		}
		return workgroup.Button{Label: label, Facts: f, Verb: verb, Object: object, Version: k.Version}
	}
	row := func(all ...workgroup.Button) {
		if len(all) > 0 {
			rows = append(rows, all)
		}
	}
	holds := k.Holder == p.ID
	switch {
	case watch && (k.Holder == "" || k.Offered == p.ID):
		if k.Offered == p.ID {
			row(button("button/take", "take", "", nil), button("button/decline", "decline", "", nil))
		} else {
			row(button("button/take", "take", "", nil))
		}
		if !k.ReadBy(p.ID) {
			row(button("button/seen", "seen", "", nil))
		}
	case watch && !holds && len(k.Unread) > 0 && !k.ReadBy(p.ID):
		row(button("button/seen", "seen", "", nil))
	}
	var legs []workgroup.Button
	for _, name := range k.Owing() {
		if holds || p.Speaks(k.Unit) {
			legs = append(legs, button("button/case-leg-"+string(name), "leg", string(name), nil))
		}
	}
	if k.Like != "" && watch {
		row(button("button/same", "same", "yes", nil), button("button/apart", "same", "no", nil))
	}
	phoned := button("button/phoned", "phoned", "", nil)
	if !holds {
		row(legs...)
		if watch {
			row(phoned)
		}
		return rows, rows
	}
	if k.Kind == "" {
		first = append(first, []workgroup.Button{button("button/case-kind-ask", "detail", "kind", nil)})
		for i := 0; i < len(workgroup.CaseKinds); i += 3 {
			var kinds []workgroup.Button
			for _, kind := range workgroup.CaseKinds[i:min(i+3, len(workgroup.CaseKinds))] {
				kinds = append(kinds, button("button/case-kind", "detail", "kind/"+string(kind), workgroup.Facts{"kind": kind}))
			}
			row(kinds...)
		}
	}
	if k.Group == "" {
		var groups []workgroup.Button
		for _, g := range workgroup.Groups {
			groups = append(groups, button("button/case-group", "detail", "group/"+string(g), workgroup.Facts{"group": g}))
		}
		row(groups...)
	}
	if k.Unit == "" {
		row(button("button/case-unit", "detail", "unit", nil))
		first = append(first, rows[len(rows)-1])
	}
	// What was found can be found otherwise while the case is open.
	var verdicts []workgroup.Button
	for _, v := range workgroup.Verdicts {
		if v != k.Verdict {
			verdicts = append(verdicts, button("button/verdict", "verdict", string(v), workgroup.Facts{"verdict": v, "instead": k.Verdict != ""}))
		}
	}
	row(verdicts...)
	var told []workgroup.Button
	for _, ch := range k.Untold() {
		told = append(told, button("button/told", "told", string(ch), workgroup.Facts{"channel": ch}))
	}
	row(told...)
	var again []workgroup.Button
	for _, ch := range workgroup.Channels {
		if !k.Told[ch].At.IsZero() && !slices.Contains(k.Untold(), ch) {
			again = append(again, button("button/told-again", "told", string(ch)+"-again", workgroup.Facts{"channel": ch}))
		}
	}
	row(again...)
	row(legs...)
	remark := button("button/remark", "word", string(workgroup.RemarkDesk), nil)
	row(remark, button("button/known", "word", string(workgroup.KnownDesk), nil))
	put := []workgroup.Button{button("button/event", "word", string(workgroup.EventDesk), nil)}
	if k.Kind != "" {
		put = append(put, button("button/kind", "detail", "kind", nil))
	}
	if k.Unit != "" {
		put = append(put, button("button/unit-instead", "detail", "unit", nil))
	}
	if k.Death {
		put = append(put, button("button/alive", "detail", "alive", nil))
	}
	row(put...)
	row(phoned)
	offer := button("button/offer", "offer", "", nil)
	if row(offer, button("button/give", "give", "", nil)); !k.Settled() {
		rows[len(rows)-1] = append(rows[len(rows)-1], button("button/pause", "pause", "", nil))
	}
	if k.Verdict == "" {
		return rows, append(first, told, legs, verdicts, []workgroup.Button{remark}, []workgroup.Button{offer}, []workgroup.Button{phoned})
	}
	row(button("button/close", "word", string(workgroup.OutcomeDesk), nil))
	return rows, append(first, told, legs, rows[len(rows)-1], []workgroup.Button{remark, offer}, []workgroup.Button{phoned}, verdicts)
}
