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

// What somebody cried before they cried again is of the same case, and so is where.
func TestACryForHelpKeepsWhatWasToldBefore(t *testing.T) {
	t.Parallel()
	for _, first := range []string{"救命，我在软件学院宿舍，室友晕倒了，怎么办", "我是软件学院学生，我发烧39度，没人管", "救命，我在软件学院宿舍，室友晕倒了还发烧，怎么办"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		who := p.newcomer("李", "明")
		who.Starts()
		p.settle()
		p.says(who, nil, first)
		p.says(who, nil, "快来人")
		p.reads(p.Holder(workgroup.DutyStaff), nil, "可能是一小时内必报的情况", "软件学院", first)
		p.wait(workgroup.CallLife + 1)
		k := p.kase()
		if k.Unit != "ruanjian" {
			t.Errorf("%s: %+v", first, k)
		}
		p.sees(p.Holder(workgroup.DutyStaff), nil, "急-0131-01", "软件学院", first, "快来人")
	}
}
