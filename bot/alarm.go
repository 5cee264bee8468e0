package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

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
	facts := workgroup.Facts{"name": name, "phone": t.person.Phone, "of": t.speaksFor(), "unit": about, "words": excerpt(words), "at": t.Clock(t.said),
		"id": strconv.FormatInt(t.from.ID, 10), "known": t.known, "anonymous": t.anonymous(), "more": how == workgroup.Adds, "since": t.Clock(rang),
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

// alarmEdited tells everybody who was alarmed by a message what it says now, where that sounds like no case any more. It closes
// nothing: a case is excluded by a person.
func (t *turn) alarmEdited() {
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	a, ok := workgroup.Alarms.Get(t.b, object)
	if !ok || a.Telegram != t.from.ID || t.besideCase {
		return
	}
	facts := workgroup.Facts{"at": t.Clock(t.said), "name": a.Name, "phone": t.person.Phone, "unit": t.unitName(a.Unit), "words": excerpt(t.msg.Text), "code": t.saysNow(object, t.msg.Text),
		"withdrawn": a.Over()}
	workgroup.Withdraw(t.b, "urgent/"+object)
	for _, p := range workgroup.Woken(t.b, t.now) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/alarm-edited", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now})
	}
	if t.known {
		t.College.Tell(t.b, t.person, workgroup.Letter{Text: "say/alarm-edited-yours", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now})
	}
}

// pressAlarm is a person's own word that figures just filed, or a message of theirs, are a case of the one-hour rule.
func (t *turn) pressAlarm() error {
	object, ours := strings.CutSuffix(t.button.Object, "/"+oursIll)
	t.button.Object = object
	date, unit, rest := t.standing()
	switch {
	case len(rest) > 0, ours && date.Valid():
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
		t.toast("toast/alarmed-before", true, workgroup.Facts{"by": a.Name, "at": t.Clock(a.At), "phone": t.dutyPhone()})
		return nil
	}
	if s, ok := workgroup.Slips.Get(t.b, maybeKey(t.button.Object)); ok && t.openedAside(s) {
		return nil
	}
	how, told := t.isCase(t.button.Object, unit, ours)
	if how.Cut() {
		t.answerUrgent(how, told)
		return nil
	}
	t.toast("toast/alarmed", true, workgroup.Facts{"phone": t.dutyPhone(), "unreached": told == 0})
	return nil
}
