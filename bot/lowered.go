package bot

import (
	"maps"
	"slices"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// asNew says of a count that it is of those who are new.
var asNew = pattern.MustCompile(`新增|新发|新确诊|新的|(?i)\bnew`)

// lowers takes a correction that counts no more people of what the one-hour rule is about than stand already (“确诊2改为1”) for one, and for no alarm: it is
// read back, and whoever was woken for the figures hears of it, without being rung. False: somebody may be new.
func (t *turn) lowers(r understand.Reading) (bool, error) {
	stands, filed, ok := t.standingOf(r)
	words := t.msg.Text
	if !ok || !r.Corrects || r.Death || len(r.Rows) > 0 || understand.BringsIn(words) || understand.OneMore(words) || understand.NamesIll(words) || !fewer(stands, r) {
		return false, nil
	}
	r.Kind, r.Urgent, r.Fields = understand.Correction, understand.No, lowerTo(stands, r.Fields, asNew.MatchString(words))
	if r.Amend != nil && ofTheHour(workgroup.Key(r.Amend.Key)) {
		r.Amend = nil // it is in the figures
	}
	if unit := t.unitMeant(r); !filed { // what is filed is told of when its correction is confirmed
		after := stands.Clone()
		for key, n := range r.Fields {
			after[workgroup.Key(key)] = workgroup.Count(n)
		}
		t.lowered(unit, stands, after, words)
	}
	return true, t.keeping(t.line(r))
}

// unitMeant is the unit that a reading is of, where the sender speaks for it: the one it names, or their only one; "" else.
func (t *turn) unitMeant(r understand.Reading) workgroup.UnitID {
	switch own := t.person.Units(); {
	case r.Unit != "" && t.person.Speaks(workgroup.UnitID(r.Unit)):
		return workgroup.UnitID(r.Unit)
	case r.Unit == "" && len(own) == 1:
		return own[0]
	}
	return ""
}

// standingOf are the figures of today that a reading can correct: those that wait to be confirmed, else those that are filed.
func (t *turn) standingOf(r understand.Reading) (stands workgroup.Figures, filed, ok bool) {
	unit := t.unitMeant(r)
	if unit == "" || r.DateRef != "" && r.DateRef != string(t.today()) {
		return nil, false, false
	}
	s, filed := workgroup.FiledOn(t.b, t.today(), unit)
	if d, waits := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), unit, t.person.ID)); waits && len(d.Figures) > 0 {
		return d.Figures, filed, true
	}
	return s.Figures, filed, filed
}

// ofTheHour tells whether a key counts what the one-hour rule is about.
func ofTheHour(k workgroup.Key) bool {
	base, _, _ := k.Parts()
	return slices.Contains(workgroup.HardItems, base)
}

// fewer tells whether a reading counts something of the one-hour rule, and nowhere more people than stand.
func fewer(stands workgroup.Figures, r understand.Reading) bool {
	counts := false
	for key, n := range r.Fields {
		if k := workgroup.Key(key); ofTheHour(k) {
			if n > counted(stands, k) {
				return false
			}
			counts = true
		}
	}
	return counts && !slices.ContainsFunc(r.Unknown, func(key string) bool { return ofTheHour(workgroup.Key(key)) })
}

// lowerTo are the figures of a correction as they change what stands: as many as there are fewer of those who are there, there are fewer of the new.
func lowerTo(stands workgroup.Figures, said map[string]int, fresh bool) map[string]int {
	out := maps.Clone(said)
	for _, key := range sorted(said) {
		k := workgroup.Key(key)
		_, m, _ := k.Parts()
		if !ofTheHour(k) || m != workgroup.New && m != workgroup.Now {
			continue
		}
		now, counts := stands.Said(k.As(workgroup.Now))
		added, news := stands.Said(k.As(workgroup.New))
		was := now
		if fresh && news || !counts {
			was = added
		}
		delete(out, key)
		if counts || !news {
			out[string(k.As(workgroup.Now))] = max(0, now-(was-said[key]))
		}
		if news {
			out[string(k.As(workgroup.New))] = max(0, added-(was-said[key]))
		}
	}
	return out
}

// fell tells, where a correction just filed counts fewer people of what the one-hour rule is about, whoever was woken for them. That it counts none any more is
// denied.
func (t *turn) fell(before workgroup.Standing, report workgroup.Report) {
	if before.Revision > 0 && report.Date == t.today() && report.Revision > before.Revision {
		t.lowered(report.Unit, before.Figures, report.Figures, lastSaid(report))
	}
}

// lowered tells of figures of the one-hour rule that fall whoever has the open cases of their unit that they may be of, else whom it concerns; and of those of a
// report being made whoever was woken for it. Nobody is rung: a case goes on until a person has found that it is none.
func (t *turn) lowered(unit workgroup.UnitID, before, after workgroup.Figures, words string) {
	for _, base := range workgroup.HardItems {
		item := workgroup.K(base, workgroup.Now, workgroup.Everybody)
		was, is := counted(before, item), counted(after, item)
		if is >= was {
			continue
		}
		var to []workgroup.Person
		codes := []string{}
		for _, k := range t.casesOf(unit, workgroup.KindsHeard[base]) {
			if is == 0 {
				continue // denied
			}
			t.College.AddQuietly(t.b, k, t.remark(excerpt(words), t.now), t.now)
			to, codes = append(to, t.concerned(k, otherwise)...), append(codes, k.Code())
		}
		if call, making := t.callOf(unit); making && len(codes) == 0 && (call.Kind == workgroup.KindsHeard[base] || call.Kind == "") {
			t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(words)}, t.now)
			to = workgroup.Woken(t.b, t.now)
		}
		t.tellEach(to, workgroup.Letter{Text: "say/case-fewer", Silent: true,
			Facts: workgroup.Facts{"codes": codes, "name": t.reporter().Name, "phone": t.person.Phone, "unit": t.unitName(unit), "kind": workgroup.KindsHeard[base], "was": was, "is": is, "words": excerpt(words)}})
	}
}
