package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// From the alarm until the case opens nobody who was woken is told that there is nothing, and the group reads no name.
func TestAReportBeingMadeIsTold(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "我院学生李明确诊了怎么办")
	for _, words := range []string{"谁接了", "急", "收到，我来处理", "现在怎么办", "/summary"} {
		who := duty
		if words == "/summary" {
			who = p.Holder(workgroup.Director)
		}
		p.says(who, nil, words)
		p.sees(who, nil, "软件学院 何望桥", "14:05 开始报告", "还没有立案", "14:08", "先打电话")
		p.lacks(who, nil, "没有正在处理", "无紧急情况", "现在没有等您")
	}
	p.says(p.Person("zhao-wangpu"), p.Group, "/summary")
	groupHides(p, "何望桥", "李明")
	other := p.Head("huli")
	p.says(other, nil, "谁接了")
	p.sees(other, nil, "没有正在处理的紧急情况")
	// Once it is a case it is told as one.
	p.wait(workgroup.CallLife + 1)
	p.says(duty, nil, "急")
	p.sees(duty, nil, "急-0131-01")
	p.lacks(duty, nil, "还没有立案")
	p.says(duty, nil, "收到，我来处理")
	if k := p.kase(); k.Holder != "zhang-qiuxi" {
		t.Errorf("not taken: %+v", k)
	}
}

// Whoever reports is answered, and what they ask is nothing that has happened; a question of their own is kept for who takes it.
func TestWhoReportsAsksHowItStands(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院李明确诊了")
	for _, words := range []string{"谁接了", "现在怎么办", "急-0131-01 怎么样了", "启动"} {
		p.says(head, nil, words)
		p.reads(head, nil, "还没有填完", "已收到提醒", "14:08 也会自动呼叫", "值班电话 0392-0000000")
	}
	p.says(head, nil, "对")
	p.reads(head, nil, "“对”答不了这一问")
	p.says(head, nil, "我能去医院吗？")
	p.reads(head, nil, "您的话已记入报告")
	p.presses(head, nil, "学生")
	p.presses(head, nil, "刚刚")
	p.says(head, nil, "谁接了")
	p.reads(head, nil, "填好了，还没有启动")
	p.says(head, nil, "启动")
	k := p.kase()
	if said := k.Remarks[0].Text; said != "我院李明确诊了\n我能去医院吗？" {
		t.Errorf("kept: %q", said)
	}
	if k.Partial {
		t.Error("not started by its word")
	}
}

func TestAReportBeingMadeIsToldInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "A student of ours was confirmed today")
	p.says(duty, nil, "Who has it?")
	p.reads(duty, nil, "began an urgent report at 14:05", "no case yet")
	p.says(head, nil, "What now?")
	p.reads(head, nil, "have been alerted", "14:08")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); strings.Contains(k.Remarks[0].Text, "What now") {
		t.Errorf("kept: %+v", k.Remarks)
	}
}
