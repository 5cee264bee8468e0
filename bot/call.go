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
		t.reply("say/urgent-write-me", workgroup.Facts{"phone": t.dutyPhone(), "bot": t.Username})
		return nil
	}
	if k, ok := t.strangersCase(); ok {
		t.reply("say/case-yours", workgroup.Facts{"code": k.Code(), "phone": t.dutyPhone()})
		return nil
	}
	t.call(understand.Reading{}, "", "")
	return nil
}

// pressUrgent is 🚨 on the board.
func (t *turn) pressUrgent() error {
	if t.privateChat() == 0 {
		return workgroup.Refuse(workgroup.WriteMe, "phone", t.dutyPhone(), "bot", t.Username)
	}
	t.call(understand.Reading{}, "", "")
	t.toast("toast/continue-urgent", !t.private(), workgroup.Facts{"phone": t.dutyPhone()})
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
// gone out for them. A stranger's words that can be of the case they have reported are added to that.
func (t *turn) call(r understand.Reading, words, alarmed string) {
	if k, ok := t.strangersCase(); ok && words != "" && !t.other(about(k, r, words)) {
		t.hear(k, words)
		return
	}
	t.begin(r, words, alarmed)
}

// begin is call with words that are of no case reported before.
func (t *turn) begin(r understand.Reading, words, alarmed string) {
	// Somebody else than the report being made is about has a report of their own.
	switch open, ok := workgroup.Calls.Get(t.b, t.deskOwner()); {
	case ok && t.other(ofWhom(open, r, words)):
		t.College.LeaveCall(t.b, open, t.now)
	case ok && r.UrgentType == "hospital" && open.Kind != "":
		r.UrgentType = "" // where they were taken: the case is what it was
	case ok && r.Urgent == understand.No && open.Unit != "":
		r.Unit = string(open.Unit) // another that is named has to do with it
	case ok:
		t.callTurnedOut(open, r, words)
	}
	t.College.Begin(t.b, t.callFrom(r, words, alarmed), t.now)
}

// callFrom is an urgent report as far as words tell it.
func (t *turn) callFrom(r understand.Reading, words, alarmed string) workgroup.Call {
	call := workgroup.Call{Owner: t.deskOwner(), Chat: t.privateChat(), Reporter: t.reporter(), Kind: kindsHeard[r.UrgentType], Unit: workgroup.UnitID(r.Unit), Words: excerpt(words), Death: r.Death, Source: alarmed,
		Forwarded: t.msg != nil && t.msg.ForwardOrigin != nil}
	for range r.Alike {
		call.Further = append(call.Further, call.Kind)
	}
	for _, base := range r.Further {
		if kind := kindsHeard[base]; kind != call.Kind && !slices.Contains(call.Further, kind) {
			call.Further = append(call.Further, kind)
		}
	}
	if call.Unit == "" && r.Urgent != understand.No {
		call.Unit = workgroup.UnitID(t.patientsUnit(words))
	}
	if own := t.person.Units(); call.Unit == "" && len(own) == 1 {
		call.Unit = own[0]
	}
	if call.Group = groupOf(r); call.Group == "" {
		call.Group = workgroup.Group(understand.GroupIn(words))
	}
	if w, ok := understand.KnownIn(words, t.said); ok {
		call.Known, call.Rough = w.At, w.Rough
	}
	if at, ok := understand.SaidIn(words, t.said); ok {
		call.Said = at
	}
	if k, ok := t.closedCase(); ok && words != "" && k.Into == "" && (k.Unit == call.Unit || t.reportedBySender(k)) {
		call.Former = k.Key()
	}
	call.Leg = t.leg(call.Unit, call.Words)
	if group, another := understand.OfAnother(words); another && !t.known && group != "" {
		call.Group = workgroup.Group(group)
	}
	return t.only(call)
}

// ofAnother tells whether words written over an urgent report being made are of somebody else than those it has been told in.
func ofAnother(call workgroup.Call, r understand.Reading, words string) bool {
	return ofWhom(call, r, words) == understand.Another
}

// ofWhom tells whom words written over an urgent report being made are about. The same words sent once more are of the same.
func ofWhom(call workgroup.Call, r understand.Reading, words string) understand.Subject {
	if call.Words == "" || words == "" || slices.Contains(strings.Split(call.Words, "\n"), strings.TrimSpace(words)) {
		return understand.TheSame
	}
	return toldIn(call).About(r, words)
}

// toldIn is a report being made as far as it has been told.
func toldIn(call workgroup.Call) understand.Told {
	return understand.Told{Unit: string(call.Unit), Words: call.Words}
}

// other tells whether words are taken to be of somebody else: of an administrator without a name, who cannot be asked, those that may be.
func (t *turn) other(is understand.Subject) bool {
	return is == understand.Another || is == understand.MaybeAnother && t.anonymous()
}

// only fills in the group where a unit has one group of people.
func (t *turn) only(call workgroup.Call) workgroup.Call {
	u, ok := workgroup.Units.Get(t.b, string(call.Unit))
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
	if t.anonymous() {
		return workgroup.Reporter{Telegram: t.from.ID, Name: t.signature(), Anonymous: true}
	}
	return workgroup.Reporter{Telegram: t.from.ID, Name: t.fullName(), Language: t.strangersLanguage(), Private: t.private()}
}

// leg is which of the two reports a call by the sender is: a head's is their unit's; the office, the duty staff and heads of
// other units write down what they were told, which is neither, as is what nobody has put a name to, and what somebody tells of their child or a
// roommate; anybody else's is the individual's.
func (t *turn) leg(unit workgroup.UnitID, words string) workgroup.LegName {
	_, another := understand.OfAnother(words)
	switch {
	case unit != "" && t.person.Speaks(unit), unit == "" && len(t.person.Units()) > 0:
		return workgroup.LegUnit
	case t.anonymous(), another && !t.known, t.known && (t.person.Watches(t.b, t.now) || len(t.person.Units()) > 0):
		return ""
	}
	return workgroup.LegIndividual
}

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
			Facts: workgroup.Facts{"name": call.Reporter.Name, "phone": call.Reporter.Phone, "unit": t.unitName(call.Unit), "at": t.clock(t.now), "denied": denied,
				"words": call.Words, "codes": codes}})
	}
	return codes
}

// atCall gives words written in private to the sender's open call: an answer to what it asks, or more of what happened.
func (t *turn) atCall() (bool, error) {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	if !ok {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	word := strings.ToLower(strings.Trim(words, " 。.！!，,～~"))
	if t.asksFirst(call) || t.headedFurther() {
		return false, nil
	}
	if done, err := t.betweenCards(call, word); done || err != nil {
		return done, err
	}
	if done, err := t.asksOfCall(call); done || err != nil {
		return done, err
	}
	r := t.read(words, understand.Context{})
	switch step := call.Step(); {
	case backs(word, withdraws):
		t.reply("say/call-cancelled", workgroup.Facts{"codes": t.withdrawCall(call, backs(word, denies))})
		return true, nil
	case step == workgroup.CallConfirm && slices.Contains(yes, word):
		return true, t.confirmCall(call)
	case understand.Reachable(words) && r.Urgent != understand.Yes && !ofAnother(call, r, words):
		return true, t.moreAsked(call, r, words) // a telephone number is no time
	case t.since(&call, words):
		return true, nil
	case r.Unit != "" && t.named(workgroup.UnitID(r.Unit), word), r.Unit != "" && step == workgroup.CallUnit && !ofAnother(call, r, words):
		t.ofUnit(call, workgroup.UnitID(r.Unit), words)
		return true, nil
	case r.Urgent == understand.No && !slices.Contains([]workgroup.UnitID{"", call.Unit}, t.otherUnit()):
		t.ofUnit(call, t.otherUnit(), words)
		return true, nil
	case step == workgroup.CallKnown || step == workgroup.CallConfirm:
		if done, err := t.sinceWhen(call, words); done || err != nil {
			return true, err
		}
	case step == workgroup.CallGroup && groupNamed[word] != "":
		call.Group = groupNamed[word]
		call.Keep(t.b, true, t.now)
		return true, nil
	}
	worse := kindsHeard[r.UrgentType] == "" && !r.Death && understand.Endangered(words) && !ofAnother(call, r, words)
	if r.Urgent == understand.Yes && !worse {
		return false, nil // news of its own: who was woken hears it too
	}
	if _, asked := t.prompted(); asked {
		return false, nil // what a case's button asked for
	}
	if len(r.Fields) == 0 && goesOnFrom(call, words) {
		return true, t.moreAsked(call, r, words)
	}
	if _, lies := t.draftHere(); r.Urgent == understand.No && (reports(r) || r.Kind == understand.Report && lies || r.Kind == understand.Delegate) {
		return false, nil // the day's report goes on beside it
	}
	if bareAnswer(word) {
		if !all(word, thanks) || all(word, yes) {
			t.reply("say/call-press", workgroup.Facts{"words": word, "step": call.Step()})
		}
		call.Keep(t.b, true, t.now) // it tells nothing of what happened
		return true, nil
	}
	return true, t.moreAsked(call, r, words)
}

// goesOnFrom tells whether words that count nothing go on about whom a report being made is of, or about people around them.
func goesOnFrom(call workgroup.Call, words string) bool {
	told := toldIn(call)
	return understand.GoesOn(words) || call.Words != "" && (told.Names(words) || told.Besides(words) != understand.TheSame)
}

// moreOfCall keeps words with the report being made; of somebody else they begin another, and whoever was woken hears what is worse.
func (t *turn) moreOfCall(call workgroup.Call, r understand.Reading, words string) error {
	switch danger := understand.Endangered(words); {
	case ofAnother(call, r, words):
		t.urgentHeard(r, words) // who was woken hears of the second, too
		return nil
	case danger, call.Source != "" && (understand.Worse(words) || understand.Reachable(words)):
		t.ring(workgroup.SourceKey(t.chat.ID, t.msg.ID), call.Unit, words, danger)
	}
	t.call(r, words, "") // more of what happened
	return nil
}

// ofUnit puts right of which unit a call is. What is said beside its name belongs to the report.
func (t *turn) ofUnit(call workgroup.Call, unit workgroup.UnitID, words string) {
	if t.only(workgroup.Call{Unit: call.Unit}).Group != "" {
		call.Group = "" // nobody said it: the other unit has no others
	}
	t.leavesFiling(call)
	call.Unit = unit
	call.Leg = t.leg(call.Unit, call.Words)
	if !t.named(unit, bareWord(words)) {
		call.Words = strings.TrimSpace(call.Words + "\n" + excerpt(words))
		if call.Group == "" {
			call.Group = workgroup.Group(understand.GroupIn(words))
		}
	}
	t.only(call).Keep(t.b, true, t.now)
}

// named tells whether a word is a unit's name and nothing more.
func (t *turn) named(id workgroup.UnitID, word string) bool {
	u, ok := workgroup.Units.Get(t.b, string(id))
	return ok && (strings.EqualFold(word, u.Name) || strings.EqualFold(word, u.English) ||
		slices.ContainsFunc(u.Aliases, func(alias string) bool { return strings.EqualFold(word, alias) }))
}

// groupNamed are the groups of people as they are typed.
var groupNamed = map[string]workgroup.Group{"学生": workgroup.Students, "student": workgroup.Students, "教职工": workgroup.Workers, "老师": workgroup.Workers, "职工": workgroup.Workers,
	"staff": workgroup.Workers, "其他": workgroup.Others, "外聘": workgroup.Others, "other": workgroup.Others}
