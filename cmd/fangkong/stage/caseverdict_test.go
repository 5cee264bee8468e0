package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestAnExcludedCaseDoesNotSayThatBothReported(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, director := p.holders(workgroup.DutyStaff)[0], p.Holder(workgroup.Director)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.says(director, nil, "/summary")
	for _, m := range []string{p.sees(duty, nil, "核实：排除", "不再计时", "本人报告：未报，不再要求").Text, p.sees(duty, p.Group, "急-0131-01", "不再计时").Text,
		p.sees(director, nil, "急-0131-01", "不再计时").Text} {
		if strings.Contains(m, "均已报告") {
			t.Errorf("says what is not so:\n%s", m)
		}
	}
	if m := p.sees(duty, p.Group, "急-0131-01"); strings.Contains(m.Text, "排除") {
		t.Errorf("the group reads the verdict:\n%s", m.Text)
	}
}

func TestACaseSaysWhetherItWasGivenBackOrTimedOut(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty[0], nil, "我来接手")
	p.presses(duty[0], nil, "退回")
	p.sees(duty[1], nil, "还没有人接手（"+duty[0].Name()+"已退回）")
	p.presses(duty[0], nil, "我来接手")
	p.until("14:26")
	p.sees(duty[1], nil, "还没有人接手（"+duty[0].Name()+"逾时没有进展）")
}
