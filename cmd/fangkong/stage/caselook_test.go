package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestTheCardShowsWhoHasReadIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty[1], nil, "已阅")
	p.sees(duty[0], nil, "已阅："+duty[1].Name()+" 14:05")
	if m := p.withButton(duty[1], nil, "已阅"); m != nil {
		t.Error("what was read can be read again")
	}
	// Only who may take a case can.
	p.presses(duty[0], nil, "我来接手")
	other := p.Head("huli")
	press, err := other.PressesData(other.Last(nil), "take:2020-01-31/0001:0")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "只有当班人员") {
		t.Errorf("another unit's head takes it: %q", text)
	}
}

func TestHandingOverNamesThoseOnDutyFirst(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts("值班表\n1月31日 18:05-20:30 带班 何松石 值班 何望桥")
	p.until("18:10")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(p.he(), nil, "/case 0131-01")
	p.presses(p.he(), nil, "我来接手")
	p.presses(p.he(), nil, "移交")
	m := p.sees(p.he(), nil, "移交给谁")
	if len(m.Buttons) < 3 || !strings.HasPrefix(m.Buttons[0][0].Text, "何望桥") {
		t.Errorf("offered to: %v", m.Buttons)
	}
}

func TestALadderThatIsWholeAgainIsSaid(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	director, duty := p.Holder(workgroup.Director), p.holders(workgroup.DutyStaff)
	for _, who := range duty {
		who.Blocks()
	}
	p.until("14:05")
	p.sees(director, nil, "梯次缺人", "值班员")
	duty[0].Starts()
	p.settle()
	if p.withText(director, nil, "紧急呼叫梯次：第 1 级已有人能收到，各级都齐了") == nil {
		t.Errorf("no all-clear:\n%s", p.transcript(director, nil))
	}
}

func TestDutyOfADayThatIsOverSaysWhatWas(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("09:00")
	p.says(p.zhang(), nil, "值班 1月30日")
	if m := p.sees(p.zhang(), nil, "1月30日 值班", "当时有事联系的是"); strings.Contains(m.Text, "届时") {
		t.Errorf("says %q", m.Text)
	}
}
