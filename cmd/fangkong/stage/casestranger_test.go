package stage

import (
	"fmt"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// codesInGroup are how many posts of cases stand in the group.
func (p *play) codesInGroup() (n int) {
	for _, m := range p.Group.Standing() {
		if strings.HasPrefix(m.Text, "🚨 急-") {
			n++
		}
	}
	return n
}

// strangersOpen opens cases of people who are not on the roster.
func (p *play) strangersOpen(n int) {
	p.t.Helper()
	p.update(func(b workgroup.Book) {
		for i := range n {
			p.College.Open(b, workgroup.Opening{Kind: workgroup.CaseConfirmed, Reporter: workgroup.Reporter{Telegram: int64(990000 + i), Name: fmt.Sprint("外", i)}, Leg: workgroup.LegIndividual}, p.Now())
		}
	})
	p.settle()
}

func TestCasesOfStrangersStayOutOfTheGroupUntilSomebodyVouches(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.strangersOpen(3)
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	if n := p.codesInGroup(); n != 0 {
		t.Fatalf("%d posts", n)
	}
	p.calls(head, "疑似", "学生", "刚刚")
	if p.codesInGroup() != 1 || p.withText(head, p.Group, "急-0131-04") == nil {
		t.Errorf("the head's own:\n%s", p.transcript(head, p.Group))
	}
	p.says(duty, nil, "/case 0131-02")
	p.presses(duty, nil, "我来接手")
	if p.codesInGroup() != 2 || p.withText(head, p.Group, "急-0131-02", duty.Name()+"已接手") == nil {
		t.Errorf("taken:\n%s", p.transcript(head, p.Group))
	}
	p.says(duty, nil, "/case")
	p.sees(duty, nil, "急-0131-01 确诊 单位不明：")
}

func TestThatNobodyCanBeReachedForStrangersStandsOnce(t *testing.T) {
	t.Parallel()
	p := unmanned(t)
	p.until("14:05")
	p.strangersOpen(5)
	p.until("14:40")
	if p.cries() != 1 {
		t.Errorf("%d posts", p.cries())
	}
}

func TestALongListOfCasesHasPages(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.calls(p.Head("huli"), "密切接触者", "学生", "刚刚")
	p.strangersOpen(44)
	p.says(director, nil, "/case")
	m := p.sees(director, nil, "第 1–20 起，共 45 起", "急-0131-45", "急-0131-26")
	if strings.Contains(m.Text, "0131-01") {
		t.Errorf("the softer one among the first:\n%s", m.Text)
	}
	p.presses(director, nil, "另有 25 起")
	p.sees(director, nil, "第 21–40 起，共 45 起")
	p.presses(director, nil, "另有 5 起")
	m = p.sees(director, nil, "第 41–45 起，共 45 起", "急-0131-01 密切接触者 护理学院")
	if len(m.Buttons) != 0 {
		t.Errorf("after the last: %v", m.Buttons)
	}
}
