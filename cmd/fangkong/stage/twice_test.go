package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What is pressed or typed twice within a second counts once, and each is answered.
func TestPressedOrTypedTwice(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	twice := func(who *sandbox.Person, label string, want ...string) {
		t.Helper()
		m := p.withButton(who, nil, label)
		first, err := who.Presses(m, label)
		must(t, err)
		second, err := who.Presses(m, label)
		must(t, err)
		p.settle()
		for i, press := range []*sandbox.Press{first, second} {
			if text, _, _ := press.Answered(); !strings.Contains(text, want[i]) {
				t.Errorf("%s, press %d: %q, not %q", label, i+1, text, want[i])
			}
		}
	}
	head.Says(nil, "我院学生李小明今天确诊")
	head.Says(nil, "我院学生李小明今天确诊")
	p.settle()
	p.presses(head, nil, "刚刚")
	p.wait(time.Second)
	twice(head, "启动紧急报告", "已立案 急-0131-01", "已立案 急-0131-01")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "更多…")
	twice(duty, "成立", "成立", "已提交过")
	duty.Says(nil, "排除")
	duty.Says(nil, "排除")
	p.settle()
	if open := p.open(); len(open) != 1 || len(open[0].Findings) != 2 || open[0].Verdict != workgroup.VerdictExcluded {
		t.Errorf("%d cases: %+v", len(open), open)
	}
	head.Says(nil, "居家隔离2人，其余为0")
	p.settle()
	twice(head, "确认报送", "已报送", "不再有效")
	head.Says(nil, "更正：居家隔离3人，其余为0")
	head.Says(nil, "更正：居家隔离3人，其余为0")
	p.settle()
	twice(head, "确认报送", "第2版", "不再有效")
	if s, _ := p.filed("ruanjian"); s.Revision != 2 {
		t.Errorf("revision %d", s.Revision)
	}
}
