package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// addedLater begins what a meeting has decided too, written when it is over (“补充决定：…”, “会上还定了一条：…”).
var addedLater = pattern.MustCompile(`(?s)^\s*(?:(?:补充|补记|追加|补录|补)(?:一下|[一两二三1-9]?[条项个])?(?:会议|会上)?的?(?:决定|议定事项|决议|议定)[一二三1-9]?|(?:对了|还有|另外)?[，,]?(?:今天|刚才|下午)?的?(?:研判)?(?:会|会议)上?(?:还|另外?|又|也)(?:定|决定|议定|明确)了?(?:下来)?(?:[一两二三1-9]?[条项件个])?(?:事项|事)?|(?:刚才)?(?:(?:会上|纪要)(?:漏[记写]|忘了?记)了?(?:[一两二三1-9]?[条项个])?|(?:漏[记写]|忘了?记)了?(?:[一两二三1-9]?[条项个](?:决定|议定事项)?|决定|议定事项)))\s*[:：，,]\s*(.{2,})$|(?is)^\s*(?:added|additional|further) decisions?\s*:\s*(.{2,})$`)

// addsDecision takes, in private, what somebody of today's meeting writes of what it has decided too: it is read back on a card as any decision, marked
// as added afterwards where the meeting is over. Whatever sounds like a case in it is asked about as well.
func (t *turn) addsDecision() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	m := addedLater.FindStringSubmatch(t.msg.Text)
	if m == nil || t.writesPaper() || asks.MatchString(strings.TrimSpace(t.msg.Text)) {
		return false, nil
	}
	of, ok := workgroup.LastMeeting(t.b, t.today())
	if !ok {
		return true, workgroup.Refuse(workgroup.NoMeeting)
	}
	if err := t.decidesAll(of, m[1]+m[2]); err != nil {
		return true, err
	}
	if !t.saysLacking(t.begunNow()) {
		t.mark("👌")
	}
	t.caseBeside()
	return true, nil
}
