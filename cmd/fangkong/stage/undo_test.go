package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// pressesThat presses a button of a message seen before, and returns the toast.
func (p *play) pressesThat(who *sandbox.Person, m sandbox.Message, label string) string {
	p.t.Helper()
	press, err := who.Presses(&m, label)
	must(p.t, err)
	p.settle()
	text, _, ok := press.Answered()
	if !ok {
		p.t.Fatalf("%s pressed %q and got no answer", who.Name(), label)
	}
	return text
}

func TestAWrongRegistrationIsTakenBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, director, who := p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.newcomer("何", "新")
	p.says(who, nil, "我是软件学院何新")
	p.presses(office, nil, "登记为负责人")
	for _, decider := range p.holders(workgroup.Admin, workgroup.Director, workgroup.Staff) {
		p.sees(decider, nil, "赵望朴 已把 何新 登记为 软件学院 负责人")
	}
	own, others := *p.withButton(office, nil, "撤销"), *p.withButton(director, nil, "撤销")
	p.says(who, nil, "零报告")
	p.presses(who, nil, "确认报送")
	p.says(who, nil, "更正：发热3人")
	open := *p.withButton(who, nil, "报送")

	// Whoever decides nothing takes nothing back.
	before := p.shelves()
	for _, forger := range []*sandbox.Person{p.Head("huli"), p.newcomer("孔", "明")} {
		press, err := forger.PressesData(&p.Group.Posts()[0], own.Buttons[0][0].Data)
		must(t, err)
		p.settle()
		if text, alert, _ := press.Answered(); !alert || text == "" {
			t.Errorf("%s took it back with %q", forger.Name(), text)
		}
	}
	p.unchanged(before, "a press of somebody else")

	if toast := p.pressesThat(director, others, "撤销"); toast != "已撤销：何新" {
		t.Errorf("taken back with %q", toast)
	}
	p.sees(who, nil, "撤销了您在软件学院的登记", "已报送的内容都还保留")
	p.sees(office, nil, "已撤销", "何新")
	if _, known := p.account(who); known {
		t.Error("still known")
	}
	if n := p.events(workgroup.ClaimUndone); n != 1 {
		t.Errorf("noted %d times", n)
	}
	before = p.shelves()
	if toast := p.pressesThat(office, own, "撤销"); !strings.Contains(toast, "处理过") {
		t.Errorf("the second press: %q", toast)
	}
	// What they had begun is nobody's to confirm, and is no answer to anything they write.
	if p.withButton(who, nil, "报送") != nil || p.withText(who, nil, "发热 现有 3") != nil {
		t.Errorf("their chat still shows:\n%s", p.transcript(who, nil))
	}
	press, err := who.PressesData(who.Last(nil), open.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "还不认识您") {
		t.Errorf("confirmed with %q", text)
	}
	for _, words := range []string{"对", "5", "零报告", "更正：发热4人"} {
		p.says(who, nil, words)
	}
	p.unchanged(before, "whoever was registered by mistake")
	// Their report stands, under their name, and their unfinished correction is in nobody's way.
	if toast := p.onBoard(p.Head("ruanjian"), "零报告"); !strings.Contains(toast, "由何新报送") {
		t.Errorf("filed by: %q", toast)
	}
	p.sound()
}

func TestAnUnfinishedFilingOfWhoIsUndoneBlocksNobody(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	who, director := p.newcomer("何", "新"), p.Holder(workgroup.Director)
	p.says(who, nil, "我是软件学院何新")
	p.presses(director, nil, "登记为副职")
	p.sees(director, nil, "软件学院 副职")
	p.says(who, nil, "发热3人")
	p.presses(director, nil, "撤销")
	p.wait(10 * time.Second)
	p.saysBoard("0/33")
	p.zero("ruanjian")
}

func TestTheOldTelephoneComesBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	old, wrong, director := p.Person("he-wangqiao"), p.newcomer("何", "望桥"), p.Holder(workgroup.Director)
	p.says(wrong, p.Group, "我是软件学院何望桥")
	p.presses(director, nil, "换了号")
	p.sees(director, nil, "何望桥 登记为 软件学院 负责人", "换了号")
	letters := p.count(wrong, nil)
	p.presses(director, nil, "撤销")
	if who, _ := p.account(old); who.ID != "he-wangqiao" || !who.Reachable() {
		t.Errorf("the old telephone is %+v", who)
	}
	if who, known := p.account(wrong); known {
		t.Errorf("the other is %+v", who)
	}
	// They never wrote in private: nobody writes to them.
	if p.count(wrong, nil) != letters {
		t.Errorf("told in private:\n%s", p.transcript(wrong, nil))
	}
	p.says(old, nil, "零报告")
	p.presses(old, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || s.By != "he-wangqiao" {
		t.Errorf("filed %+v", s)
	}
	p.sound()
}

func TestAfterSevenDaysTheRosterDecides(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	who, director := p.newcomer("何", "新"), p.Holder(workgroup.Director)
	p.says(who, nil, "我是软件学院何新")
	p.presses(director, nil, "登记为负责人")
	old := *p.withButton(director, nil, "撤销")
	for range 8 {
		p.until("23:59")
		p.until("00:01")
	}
	if toast := p.pressesThat(director, old, "撤销"); !strings.Contains(toast, "不再有效") {
		t.Errorf("taken back with %q", toast)
	}
	if _, known := p.account(who); !known {
		t.Error("no longer known")
	}
}
