package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// pressCall is a press on the card of the sender's own call: an answer, the confirmation, or that it was no case.
func (t *turn) pressCall() error {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	what, answer, _ := strings.Cut(t.button.Object, "/")
	if k, opened := t.justOpened(); !ok && what == "ok" && opened {
		t.toast("toast/call-opened", true, workgroup.Facts{"code": k.Code(), "phone": t.dutyPhone()}) // pressed twice: it is one case
		return nil
	}
	if !ok || call.Chat != t.chat.ID || call.Version != t.button.Version {
		return workgroup.Refuse(workgroup.Changed)
	}
	// The next question stands where the last one stood: a double click answers one of them.
	if workgroup.Hastily(call.Answered, t.now) {
		t.toast("toast/hasty", true, nil)
		return nil
	}
	call.Answered = t.now
	switch what {
	case "kind":
		if !slices.Contains(workgroup.CaseKinds, workgroup.CaseKind(answer)) {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Kind = workgroup.CaseKind(answer)
	case "unit":
		if _, ok := workgroup.Units.Get(t.b, answer); !ok {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Unit = workgroup.UnitID(answer)
		call.Leg = t.leg(call.Unit, call.Words)
		call = t.only(call)
	case "group":
		if !slices.Contains(workgroup.Groups, workgroup.Group(answer)) {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Group = workgroup.Group(answer)
	case "known":
		minutes, err := strconv.Atoi(answer)
		if err != nil || minutes < 0 || minutes > 24*60 {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Known, call.Rough, call.Assumed = t.now.Add(-time.Duration(minutes)*time.Minute), false, false
		if minutes == 0 && !call.Began.IsZero() {
			call.Known = call.Began // “just now” was before they began to report it
		}
	case "again":
		call.Kind, call.Group, call.Known, call.Rough, call.Assumed, call.Day, call.Said = "", "", time.Time{}, false, false, "", time.Time{}
		if len(t.person.Units()) != 1 {
			call.Unit = ""
		}
	case "ok":
		return t.confirmCall(call)
	case "no":
		codes := t.withdrawCall(call, true)
		t.toast("toast/call-withdrawn", len(codes) > 0, workgroup.Facts{"codes": codes})
		return nil
	default:
		return workgroup.Refuse(workgroup.Changed)
	}
	call.Keep(t.b, false, t.now)
	return nil
}

// justOpened is the case that the sender has opened just now.
func (t *turn) justOpened() (workgroup.Case, bool) {
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		if t.reportedBySender(k) && t.now.Sub(k.Opened) < time.Minute {
			return k, true
		}
	}
	return workgroup.Case{}, false
}

func (t *turn) confirmCall(call workgroup.Call) error {
	if call.Step() != workgroup.CallConfirm {
		return workgroup.Refuse(workgroup.Changed)
	}
	k := t.College.ConfirmCall(t.b, call, t.now)
	t.toast("toast/call-opened", true, workgroup.Facts{"code": k.Code(), "phone": t.dutyPhone()})
	return nil
}

// withdrawCall takes a call back, and returns the codes of the sender's cases that go on all the same. Whoever was woken by the
// words hears what was withdrawn: because it is no urgent case (denied), or without a word why.
func (t *turn) withdrawCall(call workgroup.Call, denied bool) (codes []string) {
	t.College.WithdrawCall(t.b, call, t.person, t.now)
	codes = []string{}
	for _, k := range workgroup.Running(t.b) {
		if t.reportedBySender(k) || call.Unit != "" && k.Unit == call.Unit && t.known {
			codes = append(codes, k.Code())
		}
	}
	if call.Source == "" {
		return codes
	}
	workgroup.Withdraw(t.b, "urgent/"+call.Source)
	workgroup.WithdrawAlarm(t.b, call.Source, t.now)
	for _, p := range workgroup.Woken(t.b, t.now) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/call-withdrawn", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
			Facts: workgroup.Facts{"name": call.Reporter.Name, "phone": call.Reporter.Phone, "unit": t.unitName(call.Unit), "at": t.Clock(t.now), "denied": denied,
				"words": call.Words, "codes": codes}})
	}
	return codes
}
