package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Whoever has to do with a case is told who has it and what comes next; each look is journalled.
func TestWhoHasACaseIsAnswered(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"谁接了", "有人接手了吗？", "谁在处理", "现在怎么办", "急-0131-01 怎么样了", "0131-01 谁接的", "那个确诊怎么样了？", "下一步怎么办", "怎么样了"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := rung(t)
			director := p.Holder(workgroup.Director)
			p.says(head, nil, words)
			p.reads(head, nil, "急-0131-01", "还没有人接手", "下一次 14:10", "有新情况请在这里写", "0392-0000000")
			p.says(duty, nil, words)
			p.reads(duty, nil, "急-0131-01", "还没有人接手", "由您处理请按")
			p.presses(duty, nil, "我来接手")
			before := p.events(workgroup.CaseViewed)
			p.says(head, nil, words)
			p.reads(head, nil, "急-0131-01", "由张秋溪接手", "电话 139-0000-0081")
			p.says(director, nil, words)
			p.reads(director, nil, "由张秋溪接手")
			if n := p.events(workgroup.CaseViewed) - before; n != 2 {
				t.Errorf("%d looks are journalled", n)
			}
			p.says(duty, nil, words)
			p.reads(duty, nil, "由您接手", "接下来：", "核实")
			if k := p.kase(); len(k.Remarks) != 0 {
				t.Errorf("kept: %+v", k.Remarks)
			}
		})
	}
}

// The group reads what its cards say, whoever asks; another unit's head reads no more than that.
func TestWhoHasACaseIsAnsweredInTheGroup(t *testing.T) {
	t.Parallel()
	p, head, duty := rung(t)
	other := p.Head("huli")
	head.Replies(p.caseInGroup(), "有人接手了吗")
	p.settle()
	p.reads(head, p.Group, "急-0131-01：须于", "无人接手")
	p.presses(duty, nil, "我来接手")
	other.Says(p.Group, "谁接了？")
	p.settle()
	p.reads(other, p.Group, "急-0131-01：须于", "张秋溪接手")
	p.says(other, nil, "那个确诊怎么样了")
	if m := p.sees(other, nil, "急-0131-01：须于", "张秋溪接手"); strings.Contains(m.Text, "确诊") || strings.Contains(m.Text, "软件") {
		t.Errorf("another unit reads %q", m.Text)
	}
	p.says(other, nil, "急-0131-01 怎么样了")
	p.sees(other, nil, "没有这个编号")
	groupHides(p, "确诊")
	if k := p.kase(); len(k.Remarks) != 0 {
		t.Errorf("kept: %+v", k.Remarks)
	}
}

// Who is not on the roster asks after the case they have reported; the question reaches whoever has it.
func TestAStrangerAsksAfterTheirCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, duty := p.newcomer("孔", "明"), p.holders(workgroup.DutyStaff)[0]
	who.Starts()
	p.settle()
	p.says(who, nil, "我今天确诊了，软件学院学生")
	p.presses(who, nil, "刚刚")
	p.presses(who, nil, "启动紧急报告")
	p.says(who, nil, "有人接手了吗")
	p.reads(who, nil, "急-0131-01", "还没有人接手", "0392-0000000")
	p.presses(duty, nil, "我来接手")
	p.says(who, nil, "现在怎么办")
	p.reads(who, nil, "由张秋溪接手", "139-0000-0081")
	p.reads(duty, nil, "现在怎么办")
}

// Of a case that is closed it is said that it is.
func TestHowAClosedCaseStands(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(duty, nil, "排除")
	p.says(duty, nil, "办结：核酸阴性")
	p.presses(duty, nil, "确认办结")
	p.says(head, nil, "那个确诊怎么样了")
	p.reads(head, nil, "急-0131-01 已办结", "排除")
	p.says(p.Head("huli"), nil, "谁接了")
	p.sees(p.Head("huli"), nil, "现在没有正在处理的紧急情况")
}

func TestWhoHasACaseIsAnsweredInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.says(head, nil, "Who has it?")
	p.reads(head, nil, "急-0131-01", "has not been taken and rings", "I pass it on to the duty staff")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "what now?")
	p.reads(head, nil, "is with "+duty.Name())
	p.says(duty, nil, "what now?")
	p.reads(duty, nil, "is yours", "Next:")
}

// Whoever asks why nobody has a case reads how it stands, and not when the day's report is due.
func TestWhyNobodyHasACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	director := p.Holder(workgroup.Director)
	for _, words := range []string{"谁接的？怎么没人管？", "怎么没人管", "为什么还没有人接手？", "值班的人呢", "who has it? why is nobody on it?", "紧急情况有几起", "how many urgent cases are open"} {
		p.says(director, nil, words)
		p.sees(director, nil, "急-0131-01 还没有人接手")
	}
	for _, words := range []string{"人", "值班员", "谁接的？日报几点报？"} {
		p.says(director, nil, words)
		p.lacks(director, nil, "急-0131-01 还没有人接手")
	}
}
