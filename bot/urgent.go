package bot

import (
	"strconv"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// urgentHeard answers a sentence that looks like a case of the one-hour rule (notice 二（三）): at once with whom to call,
// and to the office and the duty staff in private. The group sees neither unit nor illness.
func (t *turn) urgentHeard(r understand.Reading) {
	t.reply("say/urgent-heard", workgroup.Facts{"phone": t.College.DutyPhone, "private": t.private()})
	t.alarm(workgroup.UnitID(r.Unit), excerpt(t.msg.Text), t.msg.ID)
}

// alarm wakes the office and the duty staff in private, with the person's own words.
func (t *turn) alarm(unit workgroup.UnitID, words string, message int) {
	if units := t.person.Units(); unit == "" && len(units) > 0 {
		unit = units[0]
	}
	name := t.person.Name
	if !t.known {
		name = t.fullName()
	}
	object := workgroup.SourceKey(t.chat.ID, message)
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.UrgentHeard, Object: object, By: t.person.ID, Payload: workgroup.Facts{"unit": unit}})
	facts := workgroup.Facts{"name": name, "phone": t.person.Phone, "unit": t.unitName(unit), "words": words, "at": t.clock(t.said),
		"id": strconv.FormatInt(t.from.ID, 10), "known": t.known}
	for _, p := range workgroup.Holders(t.b, workgroup.Director, workgroup.Staff, workgroup.DutyStaff, workgroup.DutyLeader) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/urgent-alarm", Facts: facts, Lane: "urgent", Urgency: workgroup.Urgent,
			About: workgroup.Ref{Object: "urgent/" + object}, Written: t.now})
	}
}

// pressAlarm is a head's own word that a figure just filed is a case of the one-hour rule.
func (t *turn) pressAlarm() error {
	_, unit, _ := t.standing()
	t.toast("toast/alarmed", true, workgroup.Facts{"phone": t.College.DutyPhone})
	t.alarm(unit, "", 0)
	return nil
}
