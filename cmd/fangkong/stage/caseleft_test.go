package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever reported a case and was told who has it hears when they have it no longer, and so does whoever it was taken from; who may not see a
// case does not read that there is none.
func TestWhoeverWaitsHearsThatACaseIsLeft(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, other, duty := p.Head("ruanjian"), p.Head("huli"), p.Holder(workgroup.DutyStaff)
	p.calls(head, "确诊", "学生", "刚刚")
	p.says(other, nil, "急")
	p.reads(other, nil, "急-0131-01：", "无人接手")
	if m := p.withText(other, nil, "急-0131-01", "确诊"); m != nil {
		t.Errorf("too much:\n%s", m.Text)
	}
	p.says(duty, nil, "我来处理")
	p.reads(head, nil, "急-0131-01 由"+duty.Name()+"接手")
	p.says(duty, nil, "退回")
	p.reads(head, nil, "急-0131-01："+duty.Name()+"不再负责", "0392-0000000")
	if p.withText(duty, nil, "一直没有进展，已另行呼叫") != nil {
		t.Error("who gave it back is told that it was taken from them")
	}
	p.says(duty, nil, "我来处理")
	p.wait(21 * time.Minute)
	p.reads(duty, nil, "急-0131-01 一直没有进展，已另行呼叫")
	p.says(duty, nil, "我来处理")

	p.says(duty, nil, "排除")
	p.says(duty, nil, "办结")
	p.says(duty, nil, "办结")
	p.says(duty, nil, "好")
	if k := p.kase(); !k.Closed.IsZero() {
		t.Errorf("closed with %q", k.Outcome)
	}
	p.says(duty, nil, "核酸阴性，解除")
	p.says(duty, nil, "好")
	p.view(func(b workgroup.Book) {
		if k, _ := workgroup.CaseByCode(b, "0131-01", p.Now()); k.Outcome != "核酸阴性，解除" {
			t.Errorf("closed with %q\n%s", k.Outcome, p.transcript(duty, nil))
		}
	})
}

// An urgent report that was begun by mistake is taken back in the words people have for it.
func TestAnUrgentReportPressedByMistake(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, words := range []string{"不报了", "按错了", "never mind"} {
		p.says(head, nil, "紧急")
		p.says(head, nil, words)
	}
	p.wait(4 * time.Minute)
	p.view(func(b workgroup.Book) {
		if n := len(workgroup.Running(b)); n > 0 {
			t.Errorf("%d cases\n%s", n, p.transcript(head, nil))
		}
	})
}
