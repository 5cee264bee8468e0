package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// cardSays fails unless the message of a chat that has a button holds all the words.
func (p *play) cardSays(who *sandbox.Person, label string, words ...string) string {
	p.t.Helper()
	text := p.card(who, label)
	for _, w := range words {
		if !strings.Contains(text, w) {
			p.t.Errorf("%s should read %q above [%s]:\n%s", who.Name(), w, label, text)
		}
	}
	return text
}

// A sum is followed down to the unit, to each revision of its report and to the words it came of, in one message that changes in
// place, by the lead unit's heads and by whoever oversees the college, and by nobody else.
func TestASumIsFollowedDownToTheMessage(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	lead, head := p.Head("xuesheng"), p.Head("ruanjian")
	p.says(head, p.Group, "软件学院居家隔离2人，学生2人，老师0人，其余正常")
	p.says(head, p.Group, "确认报送")
	p.says(p.Head("jidian"), nil, "居家隔离3人")
	p.presses(p.Head("jidian"), nil, "确认报送")
	p.zero("huli")
	p.until("14:12")
	p.says(head, nil, "更正：居家隔离4人，其中学生4人、老师0人")
	p.presses(head, nil, "确认报送")
	p.wait(time.Minute)

	sheet := p.withButton(lead, nil, "逐项查看")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离 现有 4（另未分类 3）")
	p.cardSays(lead, "软件学院 4", "居家隔离 现有 4（2/15 个单位）", "· 软件学院 4", "机电工程学院：全单位 3，未分人员类别", "其余 1 个单位为 0", "未报：")
	p.presses(lead, nil, "软件学院 4")
	p.cardSays(lead, "第1版", "第2版（共2版），14:12", "居家隔离 现有 4", "居家隔离 现有 2→4", "私聊 14:12", "更正：居家隔离4人，其中学生4人、老师0人")
	p.presses(lead, nil, "第1版")
	now := p.cardSays(lead, "第2版", "第1版（共2版），14:05", "工作群 14:05", "软件学院居家隔离2人")
	if m := p.withButton(lead, nil, "第2版"); m.ID != sheet.ID {
		t.Errorf("the sheet is another message now:\n%s", now)
	}
	p.presses(lead, nil, "返回")
	p.presses(lead, nil, "返回")
	p.presses(lead, nil, "返回")
	p.cardSays(lead, "报送汇总", "已收 3/15")
	if n := p.events(workgroup.SheetTraced); n != 2 {
		t.Errorf("%d looks are on record, want 2", n)
	}

	// Whoever oversees the college reads every sheet and files none; a unit's own head reads none.
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "汇总表")
	p.presses(director, nil, "人事处")
	p.cardSays(director, "逐项查看", "人事处：教职工汇总")
	if m := p.withButton(director, nil, "报送汇总"); m != nil {
		t.Error("the director is offered to file a lead unit's sheet")
	}
	p.says(director, nil, "/sheet 软件学院")
	p.sees(director, nil, "软件学院不是牵头单位")
	p.says(head, nil, "/sheet")
	p.sees(head, nil, "汇总表由牵头单位和防控办查看")
	m := p.withButton(lead, nil, "逐项查看")
	press, err := head.PressesData(p.withButton(head, nil, "更正"), m.Buttons[len(m.Buttons)-1][0].Data)
	must(t, err)
	p.settle()
	if text, alert, _ := press.Answered(); !alert || strings.Contains(text, "4") {
		t.Errorf("another unit's head turns the sheet: %q", text)
	}
	p.says(lead, nil, "/language")
	p.presses(lead, nil, "English")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "Item by item")
	p.presses(lead, nil, "Home quarantine")
	p.cardSays(lead, "School of Software", "(2/15 units)", "not split by group")
}
