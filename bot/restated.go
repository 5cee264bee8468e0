package bot

import (
	"slices"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// saysNow adds what an alarming message has been edited to, to the report or the case that has come of it, and puts right there what it
// says otherwise: the unit, and since when it is known. It returns that case's code.
func (t *turn) saysNow(object, words string) (code string) {
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Source == object {
		call = t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(words)}, t.now)
		t.restatesCall(call, words)
		return ""
	}
	a, _ := workgroup.Alarms.Get(t.b, object)
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		if t.reportedBySender(k) && !k.Opened.Before(a.At) {
			t.restates(k, words)
			return k.Code()
		}
	}
	return ""
}

// restatesCall puts an urgent report being made right by what its message says now.
func (t *turn) restatesCall(call workgroup.Call, words string) {
	r := t.read(words, understand.Context{})
	unit, kind := workgroup.UnitID(r.Unit), workgroup.KindsHeard[r.UrgentType]
	w, timed := understand.KnownIn(words, t.said)
	moved := unit != "" && unit != call.Unit
	turned := kind != "" && kind != call.Kind
	if !moved && !timed && !turned {
		return
	}
	if turned {
		call.Kind = kind
	}
	if moved {
		call.Unit, call.Leg = unit, t.leg(unit, call.Words)
	}
	if timed {
		call.Known, call.Rough, call.Assumed, call.Day = w.At, w.Rough, false, ""
	}
	t.only(call).Keep(t.b, true, t.now)
}

// restates puts a case right by what the message that opened it says now. A time its writer may give is set as by 「改知悉时间」; the unit,
// an earlier stage, and what is not theirs to set, is asked of whoever has the case.
func (t *turn) restates(k workgroup.Case, words string) {
	remark := t.remark(excerpt(words), t.said)
	t.College.Link(t.b, k, remark, t.now)
	k, _ = workgroup.Cases.Get(t.b, k.Key())
	r := t.read(words, understand.Context{})
	k, moved := t.worsens(k, remark)
	if kind := workgroup.KindsHeard[r.UrgentType]; kind != "" && kind != k.Kind && !moved {
		t.saysKind(k, kind)
	}
	if w, ok := understand.KnownIn(words, t.said); ok && w.At.Sub(k.Known).Abs() >= time.Minute {
		was := k.Known
		if set, err := t.College.SetKnown(t.b, k.Key(), w.At, t.person, t.now); err == nil {
			k = set
			t.restated(k, workgroup.Facts{"known": t.Moment(k.Known, t.now), "was": t.Moment(was, t.now), "by": t.Moment(k.Deadline(), t.now)})
		} else {
			t.saysKnown(k, remark)
		}
	}
	unit := workgroup.UnitID(r.Unit)
	if unit == "" {
		unit = t.otherUnit()
	}
	if unit != "" && unit != k.Unit {
		t.saysUnit(k, unit)
	}
}

// restated tells whoever has a case, and whose words these are, since when it is known now; of a case that nobody has, the office and the
// duty staff.
func (t *turn) restated(k workgroup.Case, facts workgroup.Facts) {
	facts["code"], facts["name"] = k.Code(), t.reporter().Name
	t.tellOf(k, otherwise, workgroup.Letter{Text: "say/case-restated", Facts: facts})
	if t.known && t.privateChat() != 0 {
		t.whisper("say/case-restated", facts)
	}
}

// saysUnit asks whoever has a case whether it is of another unit, as the message that opened it says now; of a case that nobody has, the office
// and the duty staff read it.
func (t *turn) saysUnit(k workgroup.Case, unit workgroup.UnitID) {
	facts := workgroup.Facts{"code": k.Code(), "name": t.reporter().Name, "unit": t.unitName(unit), "was": t.unitName(k.Unit), "held": k.Holder != ""}
	t.tellOf(k, otherwise, workgroup.Letter{Text: "say/case-unit-said", Facts: facts,
		Buttons: [][]workgroup.Button{{{Label: "button/unit", Facts: workgroup.Facts{"unit": t.unitName(unit)}, Verb: "detail", Object: k.Key() + "/unit/" + string(unit)}}}})
	if t.known && t.privateChat() != 0 {
		t.whisper("say/case-unit-asked", facts)
	}
}

// saysKind asks whoever has a case whether it is of another kind, as the message that opened it says now.
func (t *turn) saysKind(k workgroup.Case, kind workgroup.CaseKind) {
	facts := workgroup.Facts{"code": k.Code(), "name": t.reporter().Name, "kind": kind, "was": k.Kind, "held": k.Holder != ""}
	t.tellOf(k, otherwise, workgroup.Letter{Text: "say/case-kind-said", Facts: facts,
		Buttons: [][]workgroup.Button{{{Label: "button/case-kind", Facts: workgroup.Facts{"kind": kind}, Verb: "detail", Object: k.Key() + "/kind/" + string(kind) + "/" + string(k.Kind)}}}})
	if t.known && t.privateChat() != 0 {
		t.whisper("say/case-kind-asked", facts)
	}
}
