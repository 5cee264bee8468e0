package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// urgentHeard answers a sentence that looks like a case of the one-hour rule (notice 二（三）): at once with whom to call,
// and to the office and the duty staff in private. The group sees neither unit nor illness.
func (t *turn) urgentHeard(r understand.Reading, words string) {
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	before, heard := workgroup.Alarms.Get(t.b, object)
	if heard && !before.Over() {
		// An edit of what was heard already brings its new words to those who were woken, and nothing more to the chat.
		t.alarm(object, workgroup.UnitID(r.Unit), words)
		t.saysNow(object, words)
		return
	}
	r, words = t.toldBefore(r, words)
	anew := heard || t.ofSomebodyElse(r, words) // what was taken back is told after all
	how, told := t.ring(object, workgroup.UnitID(r.Unit), words, anew)
	t.answerUrgent(how, told)
	if how.Cut() {
		return
	}
	if !t.turnedOut(r, words) && (how != workgroup.Adds || !t.addsTo(r, words)) {
		if had := t.casesMeant(); t.ofNone(had, r, words) {
			t.keepsHalf(had, words)
		}
		t.call(r, words, object)
	}
	t.offerErase(object)
}

// forwardedCase passes on a case told in a forward: the office and the duty staff are woken, nothing is counted, and the forwarder is
// asked what it is. Unanswered it becomes a case by itself, and is nobody's report.
func (t *turn) forwardedCase(r understand.Reading, words string) {
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	if t.edited || workgroup.Alarms.Has(t.b, object) {
		return
	}
	how, told := t.ring(object, workgroup.UnitID(r.Unit), words, t.ofSomebodyElse(r, words))
	t.answerUrgent(how, told)
	if how.Cut() {
		return
	}
	says := workgroup.Letter{Text: "say/urgent-forwarded", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
		Facts: workgroup.Facts{"phone": t.dutyPhone(), "minutes": int(workgroup.CallLife.Minutes())}}
	switch {
	case t.known:
		t.College.Tell(t.b, t.person, says)
	case t.private():
		says.Chat, says.Language = t.chat.ID, t.language()
		workgroup.Tell(t.b, says)
	}
	if how != workgroup.Adds || !t.addsTo(r, words) {
		t.call(r, words, object)
	}
	t.offerErase(object)
}

// offerErase offers, in private, to take a message with a diagnosis out of the group.
func (t *turn) offerErase(object string) {
	if t.private() || !t.known || t.msg == nil {
		return
	}
	t.askErase(object, workgroup.Facts{"code": "", "passed": true})
}

// askErase asks in private whether to take the sender's message out of the group. The facts are what became of its words: the code of the
// case that has them, or whether they were passed on.
func (t *turn) askErase(object string, facts workgroup.Facts) {
	t.College.Tell(t.b, t.person, workgroup.Letter{Text: "say/erase-ask", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
		Buttons: [][]workgroup.Button{{{Label: "button/erase", Verb: "erase", Object: object}}}})
}

// answerUrgent says whom to call, and aloud when nobody could be woken. In the group that is said once, and what follows has a
// mark: ✍ added, 🙏 telephone.
func (t *turn) answerUrgent(how workgroup.Ringing, told int) {
	group := !t.private() && t.msg != nil
	switch {
	case group && how == workgroup.StillCut:
		t.mark("🙏")
		return
	case group && how == workgroup.Adds && told > 0:
		t.mark("✍")
		return
	}
	l := workgroup.Letter{Chat: t.chat.ID, Lane: "urgent", Urgency: workgroup.Urgent, Language: t.language(), Text: "say/urgent-heard", Written: t.now,
		Facts: workgroup.Facts{"phone": t.dutyPhone(), "private": t.private(), "unreached": told == 0, "more": how == workgroup.Adds, "anonymous": t.anonymous(), "bot": t.Username,
			"stranger": !t.known && !t.private() && !t.anonymous() && t.msg != nil,
			"number":   !t.known && t.private() && how != workgroup.Adds && t.msg != nil && !understand.Reachable(t.msg.Text)}}
	if how.Cut() {
		l.Text = "say/urgent-cut"
	}
	if t.private() {
		l.Person = t.person.ID
	} else if t.msg != nil {
		l.ReplyTo = t.msg.ID
	}
	workgroup.Tell(t.b, l)
}

// addsTo adds words to the case that their writer has just reported, where they tell of no other unit, no other kind and nobody
// else. Where they may, the writer is asked.
func (t *turn) addsTo(r understand.Reading, words string) bool {
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		kind := workgroup.KindsHeard[r.UrgentType]
		if !t.reportedBySender(k) || r.Unit != "" && k.Unit != "" && string(k.Unit) != r.Unit || kind != "" && k.Kind != "" && kind != k.Kind {
			continue
		}
		switch about(k, r, words) {
		case understand.Another:
			return false
		case understand.MaybeAnother:
			if !t.private() {
				return false // nothing is asked before the group
			}
			t.asksNews(k, understand.MaybeAnother, t.slip(slipNews, k.Key(), words), false)
			return true
		}
		t.College.AddQuietly(t.b, k, t.ofReporter(k, words), t.now)
		return true
	}
	return false
}

// ofNone tells whether words are of another case than each of some.
func (t *turn) ofNone(cases []workgroup.Case, r understand.Reading, words string) bool {
	return !slices.ContainsFunc(cases, func(k workgroup.Case) bool { return about(k, r, words) != understand.Another })
}

// ofSomebodyElse tells whether words are of another case than those that the sender has reported, or is reporting.
func (t *turn) ofSomebodyElse(r understand.Reading, words string) bool {
	another := false
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Words != "" {
		if another = t.other(ofWhom(call, r, words)); !another {
			return false
		}
	}
	for _, k := range workgroup.Running(t.b) {
		if !t.reportedBySender(k) {
			continue
		}
		if !t.other(about(k, r, words)) {
			return false
		}
		another = true
	}
	return another
}

// oursIll answers whose illness it is that sounded like a relative's: one of ours.
const oursIll = "ours"

// askUrgent asks whoever wrote something that may be a case whether it is one of their unit's, and new today. It asks in
// private, once for a message, and never in the group; whoever cannot be reached in private reads there where they can be asked. What tells of
// somebody beside an open case, or of a case of the one-hour rule and counts nobody, or calls for help, rings by itself when nobody answers.
func (t *turn) askUrgent(r understand.Reading) { t.asksOfUrgent(r, t.known && t.private()) }

// asksInTime is askUrgent of words that were written for something else: what does not ring by itself when nobody answers, the duty staff are told of.
func (t *turn) asksInTime(r understand.Reading) { t.asksOfUrgent(r, true) }

func (t *turn) asksOfUrgent(r understand.Reading, inTime bool) {
	if r.Urgent != understand.Maybe || !t.known && !t.private() || t.edited || t.known && (t.saidAgain(r) || t.ofOpenCases(r)) {
		return
	}
	object, words := workgroup.SourceKey(t.chat.ID, t.msg.ID), t.msg.Text
	if last, asked := t.askedBefore(); asked && r.Cry && r.Theirs == t.read(last.Text, understand.Context{}).Theirs {
		object, words = strings.TrimPrefix(last.Source, maybeKey("")), last.Text+"\n"+words // one call for help
	}
	ask := workgroup.Letter{Text: "say/urgent-maybe", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
		About:   workgroup.Ref{Object: maybeKey(object)},
		Facts:   workgroup.Facts{"phone": t.dutyPhone(), "theirs": r.Theirs, "fever": r.UrgentType == "fever", "cry": r.Cry, "known": t.known, "by": "", "told": false, "of": []string{}},
		Buttons: [][]workgroup.Button{{{Label: "button/alarm-yes", Verb: "alarm", Object: object}}}}
	if r.Theirs {
		ask.Buttons = append(ask.Buttons, []workgroup.Button{{Label: "button/alarm-ours", Verb: "alarm", Object: object + "/" + oursIll}})
	}
	further := r.Cry || hardNews(r) || t.ofFurther(r, t.msg.Text) || t.namesPatient(r)
	if inTime {
		ask.Facts["of"] = t.telling(t.msg.Text)
	}
	if further || inTime {
		ask.Facts["by"] = t.asksAside(asMaybe(r), t.msg.Text, maybeKey(object))
		if !further {
			workgroup.DoubtAside(t.b, maybeKey(object))
			ask.Facts["told"] = true
		}
		ask.Buttons = append(ask.Buttons, []workgroup.Button{slipButton("button/alarm-no", maybeKey(object), "no", nil)})
	}
	if t.private() || further {
		workgroup.Slips.Put(t.b, workgroup.Slip{Source: maybeKey(object), Person: t.deskOwner(), What: slipMaybe, Text: excerpt(words), At: t.said})
	}
	switch {
	case t.known && t.College.Tell(t.b, t.person, ask):
		return
	case !t.private() && further:
		t.asksElsewhere()
		return
	case !t.private():
		return
	}
	ask.Chat, ask.Language = t.chat.ID, t.language()
	workgroup.Tell(t.b, ask)
}

// hardNews tells whether what was read is nothing but what may be a case of the one-hour rule: no report counts it.
func hardNews(r understand.Reading) bool {
	return r.Kind == understand.Urgent && r.Urgent == understand.Maybe && workgroup.KindsHeard[r.UrgentType].Hard() && len(r.Fields)+len(r.Rows) == 0
}

// siren answers a 🚨 in the group, in private: alone it begins an urgent report like the board's button, whoever sends it; of words
// after it a head is asked whether they tell of a case.
func (t *turn) siren(r understand.Reading) bool {
	words, is := strings.CutPrefix(strings.TrimSpace(t.msg.Text), "🚨")
	bare := strings.Trim(words, "🚨！!。. ") == ""
	if !is || t.private() || !bare && len(t.person.Units()) == 0 {
		return false
	}
	switch {
	case t.privateChat() == 0:
		t.asksElsewhere()
		return true
	case bare:
		t.call(understand.Reading{}, "", "")
	default:
		r.Urgent = understand.Maybe
		t.askUrgent(r)
	}
	t.mark("👌")
	return true
}

// onceAnHour tells whether something is to be said to everybody in this chat: not again within an hour.
func (t *turn) onceAnHour(what string) bool {
	desk := workgroup.Desk{Person: "once/" + what, Chat: t.chat.ID, Since: t.now}
	if said, ok := workgroup.Desks.Get(t.b, desk.Key()); ok && t.now.Sub(said.Since) < time.Hour {
		return false
	}
	workgroup.Desks.Put(t.b, desk)
	return true
}
