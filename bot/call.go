package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

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
	if t.doneMeanwhile() {
		return true, nil
	}
	if call.Step() != workgroup.CallConfirm && t.cardSince(call.Began) {
		return t.recordsSpoken() // the card of a decision stands last
	}
	if done, err := t.betweenCards(call, word); done || err != nil {
		return done, err
	}
	if done, err := t.asksOfCall(call); done || err != nil {
		return done, err
	}
	r := t.read(words, understand.Context{})
	switch step := call.Step(); {
	case backs(word, withdraws) && !backs(word, denies) && t.givesUpNewer(call):
		return true, nil
	case backs(word, withdraws):
		t.reply("say/call-cancelled", workgroup.Facts{"codes": t.withdrawCall(call, backs(word, denies))})
		return true, nil
	case step == workgroup.CallConfirm && slices.Contains(yes, word):
		return true, t.confirmCall(call)
	case t.drillInCall(call, r, words):
		return true, nil
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
	worse := workgroup.KindsHeard[r.UrgentType] == "" && !r.Death && understand.Endangered(words) && !ofAnother(call, r, words)
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
