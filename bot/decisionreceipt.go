package bot

import (
	"slices"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// receivesDecision takes “收到” under a decision's card for its button.
func (t *turn) receivesDecision() (bool, error) {
	if !slices.Contains(acks, bareWord(t.msg.Text)) {
		return false, nil
	}
	for _, p := range t.buttonsRepliedTo() {
		key, act := button.CutLast(p.Object)
		if p.Verb != "decide" || act != "see" {
			continue
		}
		_, err := t.College.See(t.b, key, t.person, t.now)
		if err == nil {
			t.mark("👌")
		}
		return true, err
	}
	return false, nil
}

// allReceived says 收到 of everything that waits for it.
var allReceived = pattern.MustCompile(`^(?:[两二三四五六七八九几0-9]+[项条个件]|以上|上述|这些|各项|内容|议定事项|决定|事项|任务|通知)*(?:都|均|全部|全)(?:都|均)?(?:已经?)?(?:收到|收悉|知悉|知道|明白)(?:了|啦)?(?:[，,。！! ]+[^，,。？?吗没]{0,16})?$|^(?i:all received|received (?:them )?all|got them all)$`)

// receivesOne takes “收到” alone for the one decision that waits for it, and “都收到了” for all that do, and says so; of several, or with a notice that
// waits too, “收到” lists them with their buttons.
func (t *turn) receivesOne() (bool, error) {
	word := bareWord(t.msg.Text)
	every := allReceived.MatchString(word)
	if !t.firsthand() || !every && !slices.Contains(acks, word) {
		return false, nil
	}
	var waiting []workgroup.Decision
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Waits(t.b, t.person) {
			waiting = append(waiting, d)
		}
	}
	unread := t.owes(func(_ workgroup.Notice, r workgroup.Receipt) bool { return r.Waits() })
	switch {
	case len(waiting) == 0:
		return t.person.Holds(workgroup.PackReaders...) && len(unread) == 0 && t.saysLacking(t.writtenNow()), nil
	case !every && (len(waiting) > 1 || len(unread) > 0):
		return true, t.decisionsCommand("")
	}
	lines := []workgroup.Facts{}
	for _, d := range waiting {
		d, err := t.College.See(t.b, d.Key(), t.person, t.now)
		if err != nil {
			return true, err
		}
		lines = append(lines, t.College.DecisionFacts(t.b, d, t.now))
	}
	t.reply("say/decision-heard", workgroup.Facts{"lines": lines})
	if len(unread) > 0 {
		return true, t.unreadCommand("")
	}
	return true, nil
}
