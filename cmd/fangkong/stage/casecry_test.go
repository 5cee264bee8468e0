package stage

import (
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A cry for help wakes the office and the duty staff, whoever sends it, wherever, and whatever it tells beside.
func TestACryForHelpWithAFeverInItIsHeard(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我院有学生晕倒了，高烧39.5，需要支援", "救命，我院1名学生晕倒了还发烧，怎么办"} {
		for _, group := range []bool{true, false} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			var chat sandbox.Chat
			if group {
				chat = p.Group
			}
			p.says(head, chat, words)
			p.reads(p.Holder(workgroup.DutyStaff), nil, "可能是一小时内必报的情况", "原话："+words)
			p.reads(head, nil, "紧急报告", words)
			if p.withText(head, chat, "现有几人") != nil {
				t.Errorf("%s\n%s", words, p.transcript(head, chat))
			}
			p.wait(workgroup.CallLife + 1)
			if k := p.kase(); k.Unit != "ruanjian" {
				t.Errorf("%+v", k)
			}
		}
	}
}
