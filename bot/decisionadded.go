package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// addedLater begins what a meeting has decided too, written when it is over (“补充决定：…”, “会上还定了一条：…”).
var addedLater = pattern.MustCompile(`(?s)^\s*(?:(?:(?:研判)?会议?(?:上|的)?)?(?:补充|补记|追加|补录|补)(?:一下|[一两二三1-9]?[条项个])?(?:(?:研判)?会议?上?)?的?(?:决定|议定事项|决议|议定)[一二三1-9]?|(?:对了|还有|另外)?[，,]?(?:今天|刚才|下午)?的?(?:研判)?(?:会|会议)上?(?:还|另外?|又|也)(?:定|决定|议定|明确)了?(?:下来)?(?:[一两二三1-9]?[条项件个])?(?:事项|事)?|(?:刚才)?(?:(?:会上|纪要)(?:漏[记写]|忘了?记)了?(?:[一两二三1-9]?[条项个])?|(?:漏[记写]|忘了?记)了?(?:[一两二三1-9]?[条项个](?:决定|议定事项)?|决定|议定事项)))\s*[:：，,]\s*(.{2,})$|(?is)^\s*(?:added|additional|further) decisions?\s*:\s*(.{2,})$`)

// addedOn is the day of the meeting in what begins so (“昨天的会议补充决定：…”, “补充昨天会议的决定：…”).
var addedOn = pattern.MustCompile(`(?s)^(\s*(?:补充|补记|追加|补录|补)?)\s*(昨[天日]|前[天日]|(?:20[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号])(?:下午|上午|晚上)?的?\s*(.+)$`)

// addsDecision takes, in private, what somebody of a meeting writes of what it has decided too, today's unless they name its day: it is read back on a
// card as any decision, marked as added afterwards where the meeting is over. Whatever sounds like a case in it is heard, or asked about, as well.
func (t *turn) addsDecision() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	text, date, dated := t.msg.Text, t.today(), false
	if m := addedOn.FindStringSubmatch(text); m != nil {
		if on, err := t.dateIn(m[2]); err == nil {
			text, date, dated = m[1]+m[3], on, true
		}
	}
	m := addedLater.FindStringSubmatch(text)
	if m == nil || t.writesPaper() || asks.MatchString(strings.TrimSpace(text)) {
		return false, nil
	}
	of, ok := workgroup.LastMeeting(t.b, date)
	switch {
	case !ok && dated:
		return t.refusesBeside(workgroup.Refuse(workgroup.NoMinutes, "date", date))
	case !ok:
		return t.refusesBeside(workgroup.Refuse(workgroup.NoMeeting))
	}
	if err := t.decidesAll(of, m[1]+m[2]); err != nil {
		return t.refusesBeside(err)
	}
	if !t.saysWritten() {
		t.mark("👌")
	}
	return true, nil
}
