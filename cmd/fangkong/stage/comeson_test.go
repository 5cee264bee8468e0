package stage

import (
	"slices"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Nobody has taken the case when the shift changes, and nobody hands over: who comes on duty is rung for it all the same.
func TestTheShiftThatComesOnIsRungForWhatNobodyHas(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(pasted)
	p.until("20:11")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	if p.rings(p.wu()) {
		t.Fatalf("rung before the shift:\n%s", p.transcript(p.wu(), nil))
	}
	p.until("20:30")
	if !p.rings(p.wu()) || p.withText(p.wu(), nil, "急-0131-01", "呼叫：吴远舟") == nil {
		t.Fatalf("not rung at the beginning of the shift:\n%s", p.transcript(p.wu(), nil))
	}
	rings := 0
	p.view(func(b workgroup.Book) {
		for _, k := range workgroup.Running(b) {
			for _, r := range k.Rings {
				if slices.Contains(r.People, "wu-yuanzhou") {
					rings++
				}
			}
		}
	})
	if rings != 1 {
		t.Errorf("rung %d times", rings)
	}
}

// Whoever comes on duty learns which cases run and who has them; nobody is rung for a case that somebody has.
func TestTheShiftThatComesOnLearnsWhoHasWhat(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(pasted)
	p.until("20:11")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(p.zhang(), nil, "我来接手")
	p.until("20:30")
	if p.withText(p.wu(), nil, "正在处理的紧急情况", "急-0131-01", "张秋溪") == nil {
		t.Errorf("the new shift reads:\n%s", p.transcript(p.wu(), nil))
	}
	if p.rings(p.wu()) {
		t.Error("rung for a case that somebody has")
	}
}

// Whoever takes a place in the middle of a shift is rung for what nobody has, and so is who has it back.
func TestWhoeverTakesAPlaceIsRungForWhatNobodyHas(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone)
	p.until("18:10")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	zhang, head := p.zhang(), p.Person("he-wangqiao")
	if p.rings(zhang) {
		t.Fatalf("rung, and not on duty:\n%s", p.transcript(zhang, nil))
	}
	p.says(zhang, nil, "/duty")
	p.presses(zhang, nil, "我来顶班：替何望桥")
	if !p.rings(zhang) || p.withText(zhang, nil, "急-0131-01", "呼叫：张秋溪") == nil {
		t.Fatalf("who is on duty now is not rung:\n%s", p.transcript(zhang, nil))
	}
	p.wait(time.Minute)
	p.presses(head, nil, "撤销顶班")
	if !p.rings(head) || p.withText(head, nil, "急-0131-01", "18:11 呼叫：何望桥") == nil {
		t.Errorf("who is on duty again is not rung:\n%s", p.transcript(head, nil))
	}
}

// Of a case that somebody has they learn who that is.
func TestWhoeverTakesAPlaceLearnsWhoHasWhat(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone)
	p.until("18:10")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(p.he(), nil, "/case 0131-01")
	p.presses(p.he(), nil, "我来接手")
	p.says(p.zhang(), nil, "/duty")
	p.presses(p.zhang(), nil, "我来顶班：替何望桥")
	if p.withText(p.zhang(), nil, "正在处理的紧急情况", "急-0131-01", "何松石") == nil {
		t.Errorf("reads:\n%s", p.transcript(p.zhang(), nil))
	}
}
