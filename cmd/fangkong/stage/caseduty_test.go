package stage

import (
	"strings"
	"testing"
)

// lone is a roster that puts a unit head without a duty role on the evening's shift.
const lone = "值班表\n1月31日 18:05-20:30 带班 何松石 值班 何望桥"

func TestWhoeverStandsOnTheShiftThatRunsSeesAndTakesCases(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	head, office := p.Person("he-wangqiao"), p.Person("zhao-wangpu")
	p.says(office, nil, lone)
	p.sees(office, nil, "何望桥没有值班职责", "同样会被呼叫")
	p.presses(office, nil, "启用")
	p.until("20:20")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.sees(head, nil, "急-0131-01", "疑似", "护理学院")
	p.says(head, nil, "/case 0131-01")
	p.sees(head, nil, "急-0131-01", "疑似")
	if toast := p.presses(head, nil, "我来接手"); !strings.Contains(toast, "由您接手") {
		t.Errorf("taken with %q", toast)
	}
	p.presses(head, nil, "已报社区")
	// What they hold they go on seeing when the shift is over, and nothing else.
	p.until("20:31")
	p.says(head, nil, "/case 0131-01")
	p.sees(head, nil, "急-0131-01", "疑似")
	p.calls(p.Head("huli"), "封闭隔离", "学生", "刚刚")
	p.says(head, nil, "/case 0131-02")
	p.sees(head, nil, "没有这个编号")
}

func TestAfterTheShiftTheCardSaysWhoHasTheCase(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	head, zhang := p.Person("he-wangqiao"), p.zhang()
	p.adopts(lone)
	p.until("18:10")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	if !p.rings(head) {
		t.Fatalf("not rung:\n%s", p.transcript(head, nil))
	}
	p.says(zhang, nil, "/duty")
	p.presses(zhang, nil, "我来顶班：替何望桥")
	if p.withText(head, nil, "由张秋溪", "顶班", "不再更新") == nil || p.withText(head, nil, "急-0131-01", "您已不在班", "张秋溪") == nil {
		t.Errorf("who took over:\n%s", p.transcript(head, nil))
	}
	p.says(zhang, nil, "/case 0131-01")
	p.presses(zhang, nil, "我来接手")
	if p.withText(head, nil, "急-0131-01：由张秋溪接手") == nil {
		t.Errorf("who has it:\n%s", p.transcript(head, nil))
	}
}

// Whoever stands on the shift that runs hears the alarm of a sentence as well as the ring of its case, and what becomes of it.
func TestWhoeverStandsOnTheShiftHearsTheAlarm(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone)
	head, writer := p.Person("he-wangqiao"), p.Head("huli")
	p.says(writer, nil, "我院一名学生今天疑似")
	p.rang(0, head) // the shift has not begun
	p.presses(writer, nil, "不是紧急情况")
	p.until("18:15")
	p.says(writer, nil, "我院一名学生今天确诊")
	p.rang(1, head)
	p.presses(writer, nil, "不是紧急情况")
	p.sees(head, nil, "王秋禾", "不是紧急情况")
	p.rang(2, p.zhang()) // who has the duty role hears of both
}
