package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Cancelling a second report says nothing about the first, neither to its head nor to those who were woken.
func TestCancellingOneReportIsNoAllClear(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(head, nil, "我院一名学生今天确诊")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.wait(time.Minute)
	p.says(head, nil, "我院新增疑似1人")
	if p.withText(head, nil, "紧急报告：疑似") == nil {
		t.Fatalf("no second report:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "/cancel")
	p.sees(head, nil, "只取消了刚才这一次", "急-0131-01 没有撤销，照常处理")
	p.sees(director, nil, "何望桥", "取消了", "没有说明原因", "我院新增疑似1人", "急-0131-01 没有撤销，照常处理")
	if strings.Contains(director.Last(nil).Text, "不是紧急情况") {
		t.Error("words are put into the head's mouth")
	}
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
	p.says(head, nil, "我院新增疑似1人！")
	p.presses(head, nil, "不是紧急情况")
	p.sees(director, nil, "不是紧急情况", "急-0131-01 没有撤销")
}

// Whoever was alarmed learns what the message says now; the case stays open until a person excludes it.
func TestAnEditThatTakesTheCaseAwayIsTold(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	m := p.says(head, nil, "我院一名学生今天确诊")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	head.Edits(m, "没有确诊，是误会")
	p.settle()
	for _, who := range p.holders(woken...) {
		if p.withText(who, nil, "改成", "没有确诊，是误会", "急-0131-01 仍在处理") == nil {
			t.Errorf("%s reads:\n%s", who.Name(), p.transcript(who, nil))
		}
	}
	if p.withText(head, nil, "您改过的话已转值班员") == nil {
		t.Errorf("the head reads:\n%s", p.transcript(head, nil))
	}
	if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != "没有确诊，是误会" {
		t.Errorf("%+v", k.Remarks)
	}
}

func TestAWithdrawnSecondReportSaysSo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("huli")
	p.calls(head, "疑似", "学生", "刚刚")
	p.presses(head, p.Group, "紧急报告")
	p.presses(head, nil, "不是紧急情况，撤销")
	if p.withText(head, nil, "已撤销", "急-0131-01", "没有撤销") == nil {
		t.Errorf("the second report's card:\n%s", p.transcript(head, nil))
	}
}
