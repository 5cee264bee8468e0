package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// kindsHeard are the kinds of case that a sentence can be news of.
var kindsHeard = map[string]workgroup.CaseKind{
	"sealed": workgroup.CaseSealed, "central_quarantine": workgroup.CaseSealed, "suspected": workgroup.CaseSuspected, "confirmed": workgroup.CaseConfirmed,
	"hospital": workgroup.CaseHospital, "fever_with_exposure": workgroup.CaseExposed, "close_contact": workgroup.CaseContact,
}

// urgentCommand is /urgent: it goes on in private, and asks at once.
func (t *turn) urgentCommand(string) error {
	chat := t.privateChat()
	if chat == 0 {
		t.reply("say/urgent-write-me", workgroup.Facts{"phone": t.College.DutyPhone, "bot": t.Username})
		return nil
	}
	if k, ok := t.ownCase(); ok {
		t.reply("say/case-yours", workgroup.Facts{"code": k.Code(), "phone": t.College.DutyPhone})
		return nil
	}
	t.call(understand.Reading{}, "", "")
	return nil
}

// pressUrgent is 🚨 on the board.
func (t *turn) pressUrgent() error {
	if t.privateChat() == 0 {
		return workgroup.Refuse(workgroup.WriteMe, "phone", t.College.DutyPhone, "bot", t.Username)
	}
	t.call(understand.Reading{}, "", "")
	t.toast("toast/continue-urgent", !t.private(), workgroup.Facts{"phone": t.College.DutyPhone})
	return nil
}

// privateChat is where the sender can be asked in private; 0 where they cannot.
func (t *turn) privateChat() int64 {
	switch {
	case t.private():
		return t.chat.ID
	case t.known && t.person.Reachable():
		return t.person.Telegram
	}
	return 0
}

// call begins an urgent report by the sender with what was read of their words; alarmed is the object of the alarm that has
// gone out for them.
func (t *turn) call(r understand.Reading, words, alarmed string) {
	if k, ok := t.ownCase(); ok && words != "" {
		t.College.Hear(t.b, k, excerpt(words), t.now)
		return
	}
	call := workgroup.Call{Owner: t.deskOwner(), Chat: t.privateChat(), Reporter: t.reporter(), Kind: kindsHeard[r.UrgentType], Unit: workgroup.UnitID(r.Unit), Words: excerpt(words), Source: alarmed}
	if own := t.person.Units(); call.Unit == "" && len(own) == 1 {
		call.Unit = own[0]
	}
	call.Group = groupOf(r)
	call.Leg = t.leg(call.Unit)
	t.College.Begin(t.b, t.only(call), t.now)
}

// ownCase is the open case that a stranger has reported: what they write after it is about that. A head may have another.
func (t *turn) ownCase() (workgroup.Case, bool) {
	if t.known {
		return workgroup.Case{}, false
	}
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		if k.Reporter.Person == "" && k.Reporter.Telegram == t.from.ID {
			return k, true
		}
	}
	return workgroup.Case{}, false
}

// only fills in the group where a unit has one group of people.
func (t *turn) only(call workgroup.Call) workgroup.Call {
	u, ok := t.memory.units.get(t.b, string(call.Unit))
	if groups := u.Kind.Groups(); ok && call.Group == "" && len(groups) == 1 {
		call.Group = groups[0]
	}
	return call
}

// groupOf is the group whose figures a reading names, when it is one.
func groupOf(r understand.Reading) (group workgroup.Group) {
	for _, key := range sorted(r.Fields) {
		_, _, g := workgroup.Key(key).Parts()
		if g == workgroup.Everybody {
			continue
		}
		if group != "" && group != g {
			return ""
		}
		group = g
	}
	return group
}

// reporter is who the sender is, on the roster or not.
func (t *turn) reporter() workgroup.Reporter {
	if t.known {
		return workgroup.Reporter{Person: t.person.ID, Telegram: t.from.ID, Name: t.person.Name, Phone: t.person.Phone}
	}
	return workgroup.Reporter{Telegram: t.from.ID, Name: t.fullName(), Language: t.strangersLanguage(), Private: t.private()}
}

// leg is which of the two reports a call by the sender is: a head's is their unit's; the office, the duty staff and heads of
// other units write down what they were told, which is neither; anybody else's is the individual's.
func (t *turn) leg(unit workgroup.UnitID) workgroup.LegName {
	switch {
	case unit != "" && t.person.Speaks(unit), unit == "" && len(t.person.Units()) > 0:
		return workgroup.LegUnit
	case t.known && (t.person.Watches(t.b, t.now) || len(t.person.Units()) > 0):
		return ""
	}
	return workgroup.LegIndividual
}

// pressCall is a press on the card of the sender's own call: an answer, the confirmation, or that it was no case.
func (t *turn) pressCall() error {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	if !ok || call.Chat != t.chat.ID || call.Version != t.button.Version {
		return workgroup.Refuse(workgroup.Changed)
	}
	what, answer, _ := strings.Cut(t.button.Object, "/")
	switch what {
	case "kind":
		if !slices.Contains(workgroup.CaseKinds, workgroup.CaseKind(answer)) {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Kind = workgroup.CaseKind(answer)
	case "unit":
		if _, ok := t.memory.units.get(t.b, answer); !ok {
			return workgroup.Refuse(workgroup.Changed)
		}
		call.Unit = workgroup.UnitID(answer)
		call.Leg = t.leg(call.Unit)
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
		call.Known = t.now.Add(-time.Duration(minutes) * time.Minute)
	case "again":
		call.Kind, call.Group, call.Known = "", "", time.Time{}
		if len(t.person.Units()) != 1 {
			call.Unit = ""
		}
	case "ok":
		return t.confirmCall(call)
	case "no":
		t.withdrawCall(call)
		t.toast("toast/call-withdrawn", false, nil)
		return nil
	default:
		return workgroup.Refuse(workgroup.Changed)
	}
	call.Keep(t.b, false, t.now)
	return nil
}

func (t *turn) confirmCall(call workgroup.Call) error {
	if call.Step() != workgroup.CallConfirm {
		return workgroup.Refuse(workgroup.Changed)
	}
	k := t.College.ConfirmCall(t.b, call, t.now)
	t.toast("toast/call-opened", true, workgroup.Facts{"code": k.Code(), "phone": t.College.DutyPhone})
	return nil
}

// withdrawCall takes a call back; whoever was woken by the words hears that.
func (t *turn) withdrawCall(call workgroup.Call) {
	t.College.WithdrawCall(t.b, call, t.person, t.now)
	if call.Source == "" {
		return
	}
	workgroup.Withdraw(t.b, "urgent/"+call.Source)
	for _, p := range workgroup.Holders(t.b, woken...) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/call-withdrawn", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
			Facts: workgroup.Facts{"name": call.Reporter.Name, "unit": t.unitName(call.Unit), "at": t.clock(t.now)}})
	}
}

// atCall gives words written in private to the sender's open call: an answer to what it asks, or more of what happened.
func (t *turn) atCall() (bool, error) {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	if !ok || !t.private() || t.edited {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	word := strings.ToLower(strings.Trim(words, " 。.！!，,～~"))
	r := t.read(words, understand.Context{})
	switch step := call.Step(); {
	case slices.Contains(withdrawing, word):
		t.withdrawCall(call)
		t.reply("say/call-cancelled", workgroup.Facts{})
		return true, nil
	case step == workgroup.CallConfirm && slices.Contains(yes, word):
		return true, t.confirmCall(call)
	case step == workgroup.CallKnown || step == workgroup.CallConfirm:
		at, ok := understand.Moment(words, t.said)
		switch {
		case ok && at.After(t.said):
			return true, workgroup.Refuse(workgroup.NotYet, "at", t.moment(at, t.now))
		case ok && t.said.Sub(at) > farBack:
			return true, workgroup.Refuse(workgroup.LongAgo, "date", workgroup.DateOf(at))
		case ok:
			call.Known = at
			call.Keep(t.b, true, t.now)
			return true, nil
		case step == workgroup.CallKnown && looksLikeTime(words):
			return true, workgroup.Refuse(workgroup.NotATime)
		}
	case step == workgroup.CallUnit && r.Unit != "":
		call.Unit = workgroup.UnitID(r.Unit)
		call.Leg = t.leg(call.Unit)
		t.only(call).Keep(t.b, true, t.now)
		return true, nil
	case step == workgroup.CallGroup && groupNamed[word] != "":
		call.Group = groupNamed[word]
		call.Keep(t.b, true, t.now)
		return true, nil
	}
	if r.Urgent == understand.Yes {
		return false, nil // news of its own: who was woken hears it too
	}
	if r.Urgent == understand.No && (r.Kind == understand.Zero || r.Kind == understand.Report || r.Kind == understand.Correction || r.Kind == understand.Delegate) {
		return false, nil // the day's report goes on beside it
	}
	t.call(r, words, "") // more of what happened
	return true, nil
}

// farBack is how long ago somebody may have known of a case that is reported now.
const farBack = 14 * 24 * time.Hour

var (
	withdrawing = []string{"不是", "不是紧急情况", "撤销", "取消", "误报", "算了", "no", "withdraw"}
	groupNamed  = map[string]workgroup.Group{"学生": workgroup.Students, "student": workgroup.Students, "教职工": workgroup.Workers, "老师": workgroup.Workers, "职工": workgroup.Workers,
		"staff": workgroup.Workers, "其他": workgroup.Others, "外聘": workgroup.Others, "other": workgroup.Others}
)

// looksLikeTime tells whether words were meant for a time of day, so that one that is none is not kept as news.
func looksLikeTime(words string) bool {
	return len([]rune(words)) <= 12 && strings.ContainsAny(words, "0123456789０１２３４５６７８９点时分:：") || strings.HasSuffix(words, "前")
}
