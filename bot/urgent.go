package bot

import (
	"slices"
	"strconv"
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
	anew := heard || t.ofSomebodyElse(r, words) // what was taken back is told after all
	how, told := t.ring(object, workgroup.UnitID(r.Unit), words, anew)
	t.answerUrgent(how, told)
	if how.Cut() {
		return
	}
	if how != workgroup.Adds || !t.addsTo(r, words) {
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

// saysNow adds what an alarming message has been edited to, to the report or the case that has come of it; it returns that
// case's code.
func (t *turn) saysNow(object, words string) (code string) {
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Source == object {
		t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(words)}, t.now)
		return ""
	}
	a, _ := workgroup.Alarms.Get(t.b, object)
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		if t.reportedBySender(k) && !k.Opened.Before(a.At) {
			t.College.Hear(t.b, k, excerpt(words), t.now)
			return k.Code()
		}
	}
	return ""
}

// alarmEdited tells everybody who was alarmed by a message what it says now, where that sounds like no case any more. It closes
// nothing: a case is excluded by a person.
func (t *turn) alarmEdited() {
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	a, ok := workgroup.Alarms.Get(t.b, object)
	if !ok || a.Telegram != t.from.ID {
		return
	}
	facts := workgroup.Facts{"at": t.clock(t.said), "name": a.Name, "phone": t.person.Phone, "unit": t.unitName(a.Unit), "words": excerpt(t.msg.Text), "code": t.saysNow(object, t.msg.Text),
		"withdrawn": a.Over()}
	workgroup.Withdraw(t.b, "urgent/"+object)
	for _, p := range workgroup.Woken(t.b, t.now) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/alarm-edited", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now})
	}
	if t.known {
		t.College.Tell(t.b, t.person, workgroup.Letter{Text: "say/alarm-edited-yours", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now})
	}
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
		Facts: workgroup.Facts{"phone": t.dutyPhone(), "private": t.private(), "unreached": told == 0, "more": how == workgroup.Adds, "anonymous": t.anonymous(), "bot": t.Username}}
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

// alarmHard wakes the office and the duty staff for figures just filed that the one-hour rule is about, once a unit and
// day, and begins an urgent report. Where a case of the unit is open that the figures belong to, they are added to it.
func (t *turn) alarmHard(report workgroup.Report) {
	yesterday, _ := workgroup.FiledOn(t.b, report.Date.Add(-1), report.Unit)
	keys := hard(report.Figures, yesterday.Figures)
	object := workgroup.StandingKey(report.Date, report.Unit)
	if len(keys) == 0 || report.Date != t.today() || workgroup.Alarms.Has(t.b, object) {
		return
	}
	said := workgroup.Figures{}
	for _, k := range keys {
		said[k] = report.Figures[k]
	}
	var words []string
	for _, line := range t.lines(t.College.FormOn(report.Date), said, false) {
		one, err := t.Texts.Plain(t.College.Language, "part/line", line)
		if err == nil {
			words = append(words, one)
		}
	}
	figures := strings.Join(words, "；")
	// Each kind that no open case is of is a case of its own.
	var fresh []string
	for _, k := range keys {
		if base, _, _ := k.Parts(); !t.linked(report.Unit, kindsHeard[base], figures) {
			fresh = append(fresh, base)
		}
	}
	if len(fresh) == 0 {
		t.toast("toast/case-linked", true, workgroup.Facts{"phone": t.dutyPhone()})
		return
	}
	how, told := t.alarm(object, report.Unit, figures)
	fields := map[string]int{}
	for _, k := range keys {
		fields[string(k)] = int(report.Figures[k])
	}
	t.call(understand.Reading{UrgentType: fresh[0], Further: fresh[1:], Unit: string(report.Unit), Fields: fields}, figures, object)
	if t.press == nil {
		t.answerUrgent(how, told)
		return
	}
	t.toast("toast/alarmed", true, workgroup.Facts{"phone": t.dutyPhone(), "unreached": told == 0})
}

// linked adds figures to the open case or call of today that they belong to, and rings who has it; false: there is none.
func (t *turn) linked(unit workgroup.UnitID, kind workgroup.CaseKind, figures string) bool {
	for _, k := range workgroup.Running(t.b) {
		if k.Unit == unit && (k.Kind == kind || k.Kind == "") && t.now.Sub(k.Opened) < workgroup.Near && !k.Settled() {
			t.College.Link(t.b, k, t.remark(figures, t.now), t.now)
			return true
		}
	}
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	switch {
	case !ok || call.Unit != unit && call.Unit != "":
		return false
	case slices.Contains(call.Further, kind): // reported right after it
		return true
	case call.Kind != kind && call.Kind != "":
		return false
	}
	t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Kind: kind, Unit: unit, Words: figures}, t.now)
	return true
}

// addsTo adds words to the case that their writer has just reported, where they tell of no other unit, no other kind and nobody
// else. Where they may, the writer is asked.
func (t *turn) addsTo(r understand.Reading, words string) bool {
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		kind := kindsHeard[r.UrgentType]
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
		t.College.Hear(t.b, k, excerpt(words), t.now)
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
		if another = ofAnother(call, r, words); !another {
			return false
		}
	}
	for _, k := range workgroup.Running(t.b) {
		if !t.reportedBySender(k) {
			continue
		}
		if about(k, r, words) != understand.Another {
			return false
		}
		another = true
	}
	return another
}

// alarm wakes the office and the duty staff in private, with the person's own words, or adds to what they were woken for; it
// returns which, and how many it could reach.
func (t *turn) alarm(object string, unit workgroup.UnitID, words string) (how workgroup.Ringing, told int) {
	return t.ring(object, unit, words, false)
}

// ring is alarm; anew rings aloud whatever its sender rang for just now.
func (t *turn) ring(object string, unit workgroup.UnitID, words string, anew bool) (how workgroup.Ringing, told int) {
	if units := t.person.Units(); unit == "" && len(units) > 0 {
		unit = units[0]
	}
	name := t.reporter().Name
	how, rang := workgroup.Raise(t.b, workgroup.Alarm{Object: object, Unit: unit, By: t.person.ID, Telegram: t.from.ID, Name: name, Anonymous: t.anonymous(), Anew: anew}, t.now)
	if how.Cut() {
		return how, 0
	}
	workgroup.Withdraw(t.b, maybeKey(object))
	own := t.person.Units()
	about := t.unitName(unit)
	if len(own) == 1 && own[0] == unit {
		about = workgroup.Named{} // their own: it stands before their name
	}
	facts := workgroup.Facts{"name": name, "phone": t.person.Phone, "of": t.speaksFor(), "unit": about, "words": excerpt(words), "at": t.clock(t.said),
		"id": strconv.FormatInt(t.from.ID, 10), "known": t.known, "anonymous": t.anonymous(), "more": how == workgroup.Adds, "since": t.clock(rang),
		"forwarded": t.msg != nil && t.msg.ForwardOrigin != nil, "death": t.read(words, understand.Context{}).Death}
	for _, p := range workgroup.Woken(t.b, t.now) {
		if t.College.Tell(t.b, p, workgroup.Letter{Text: "say/urgent-alarm", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent,
			Silent: how == workgroup.Adds, About: workgroup.Ref{Object: "urgent/" + object}, Written: t.now}) {
			told++
		}
	}
	return how, told
}

// speaksFor is what stands before the sender's name: the units they are heads of, else their duties.
func (t *turn) speaksFor() []workgroup.Facts {
	all := t.duties()
	heads := slices.DeleteFunc(slices.Clone(all), func(d workgroup.Facts) bool { return d["unit"] == workgroup.Named{} })
	if len(heads) > 0 {
		return heads
	}
	return all
}

// askUrgent asks whoever wrote something that may be a case whether it is one of their unit's, and new today. It asks in
// private, once for a message, and never in the group; whoever cannot be reached in private is not asked.
func (t *turn) askUrgent(r understand.Reading) {
	if r.Urgent != understand.Maybe || !t.known && !t.private() || t.edited {
		return
	}
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	ask := workgroup.Letter{Text: "say/urgent-maybe", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
		About:   workgroup.Ref{Object: maybeKey(object)},
		Facts:   workgroup.Facts{"phone": t.dutyPhone(), "theirs": r.Theirs, "fever": r.UrgentType == "fever", "known": t.known},
		Buttons: [][]workgroup.Button{{{Label: "button/alarm-yes", Verb: "alarm", Object: object}}}}
	if t.private() {
		workgroup.Slips.Put(t.b, workgroup.Slip{Source: maybeKey(object), Person: t.deskOwner(), What: slipMaybe, Text: excerpt(t.msg.Text), At: t.said})
	}
	if t.known {
		t.College.Tell(t.b, t.person, ask)
		return
	}
	ask.Chat, ask.Language = t.chat.ID, t.language()
	workgroup.Tell(t.b, ask)
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

// pressAlarm is a person's own word that figures just filed, or a message of theirs, are a case of the one-hour rule.
func (t *turn) pressAlarm() error {
	date, unit, rest := t.standing()
	switch {
	case len(rest) > 0:
		return workgroup.Refuse(workgroup.Changed)
	case date.Valid():
		u, ok := workgroup.Units.Get(t.b, string(unit))
		if !ok {
			return workgroup.Refuse(workgroup.Changed)
		}
		if !t.person.Speaks(unit) {
			return workgroup.Refuse(workgroup.NotAHead, "unit", u.Named())
		}
		if err := t.onlyToday(date); err != nil {
			return err
		}
	default:
		// A message: in the work group, or in the presser's own chat.
		chat, err := strconv.ParseInt(string(date), 10, 64)
		message, bad := strconv.Atoi(string(unit))
		p := workgroup.Office(t.b)
		if err != nil || bad != nil || message <= 0 || chat != t.from.ID && chat != t.College.GroupChat(t.b) && chat != p.Former || chat == 0 {
			return workgroup.Refuse(workgroup.Changed)
		}
		unit = ""
	}
	// The second press, or somebody else's, wakes nobody again: it says who has.
	if a, ok := workgroup.Alarms.Get(t.b, t.button.Object); ok {
		t.toast("toast/alarmed-before", true, workgroup.Facts{"by": a.Name, "at": t.clock(a.At), "phone": t.dutyPhone()})
		return nil
	}
	r, words := t.saidMaybe(t.button.Object)
	if unit != "" {
		r.Unit = string(unit)
	}
	how, told := t.alarm(t.button.Object, workgroup.UnitID(r.Unit), words)
	if how.Cut() {
		t.answerUrgent(how, told)
		return nil
	}
	t.call(r, words, t.button.Object)
	t.toast("toast/alarmed", true, workgroup.Facts{"phone": t.dutyPhone(), "unreached": told == 0})
	return nil
}
