package stage

import (
	"strings"
	"testing"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// unmanned is a play in which nobody who may take a case has a private chat.
func unmanned(t *testing.T) *play {
	_, roster := settings.Sample()
	var silent []workgroup.PersonID
	for _, p := range roster.People {
		if p.Holds(workgroup.Watch...) {
			silent = append(silent, p.ID)
		}
	}
	return newPlay(t, Options{}, silent...)
}

// cries are the posts in the group that say that nobody could be reached.
func (p *play) cries() (n int) {
	for _, m := range p.Group.Standing() {
		if strings.Contains(m.Text, "没有能呼叫到的人") {
			n++
		}
	}
	return n
}

func TestWhoeverPressesStartIsRungAtOnce(t *testing.T) {
	t.Parallel()
	p := unmanned(t)
	p.until("14:05")
	head, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(head, "确诊", "学生", "刚刚")
	if p.cries() != 1 {
		t.Fatalf("%d posts that nobody can be rung:\n%s", p.cries(), p.transcript(head, p.Group))
	}
	p.until("14:37")
	if p.cries() != 1 {
		t.Errorf("half an hour later %d posts stand", p.cries())
	}
	zhang.Starts()
	p.settle()
	if !p.rings(zhang) {
		t.Fatalf("a greeting, and no case:\n%s", p.transcript(zhang, nil))
	}
	if p.cries() != 0 {
		t.Error("somebody was rung, and the group still reads that nobody can be")
	}
	p.presses(zhang, nil, "我来接手")
	if p.withText(head, p.Group, "急-0131-01", "张秋溪已接手") == nil || p.cries() != 0 {
		t.Errorf("the group:\n%s", p.transcript(head, p.Group))
	}
}

func TestTheOfficeIsRungBeforeTheGroupIsTold(t *testing.T) {
	t.Parallel()
	p := unmanned(t)
	office := p.Person("zhao-wangpu")
	office.Starts()
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	if !p.rings(office) || p.cries() != 0 {
		t.Errorf("the office:\n%s", p.transcript(office, nil))
	}
}

func TestPeopleWhoBlockOneAfterAnotherLeaveOnePost(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	p.until("14:05")
	for _, who := range p.Roster.People {
		if who.Holds(workgroup.Watch...) {
			p.Person(who.ID).Blocks()
		}
	}
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("14:50")
	if p.cries() != 1 {
		t.Errorf("%d posts:\n%s", p.cries(), p.transcript(p.Head("ruanjian"), p.Group))
	}
}
