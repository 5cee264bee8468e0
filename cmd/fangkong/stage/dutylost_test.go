package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// lostTold counts what somebody has heard of duty people who are lost.
func (p *play) lostTold(who *sandbox.Person, words ...string) (n int) {
	for _, m := range who.Sees(nil) {
		told := true
		for _, w := range words {
			told = told && strings.Contains(m.Text, w)
		}
		if told {
			n++
		}
	}
	return n
}

func TestADutyPersonWhoBlocksTheBotIsToldAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.adopts("值班表\n1月31日 08:30-20:30 带班 " + p.leader() + " 值班 张秋溪")
	zhang := p.zhang()
	office := p.holders(workgroup.Director, workgroup.Staff, workgroup.Admin)
	n := len(p.Group.Standing())
	zhang.Blocks()
	p.settle()
	for _, who := range office {
		if p.lostTold(who, "张秋溪", "停用（屏蔽）了助手", "到 20:30", "按「我来顶班」", "请马上打电话") != 1 {
			t.Errorf("%s is not told:\n%s", who.Name(), p.transcript(who, nil))
		}
	}
	if p.events(workgroup.DutyLost) != 1 || len(p.Group.Standing()) != n {
		t.Error("journalled once, and never in the group")
	}
	zhang.Starts()
	p.settle()
	for _, who := range office {
		if p.lostTold(who, "张秋溪 又收得到私聊了") != 1 {
			t.Errorf("%s does not hear that all is well:\n%s", who.Name(), p.transcript(who, nil))
		}
	}
}

// leader is the name of the first duty leader.
func (p *play) leader() string { return p.Holder(workgroup.DutyLeader).Name() }

// Telegram’s 403 is the first that is heard of it where the update was lost.
func TestADutyPersonWhoCannotBeWrittenToIsToldAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	leader, director := p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)
	offset, err := p.Store.Offset()
	must(t, err)
	leader.Blocks()
	_, err = p.Store.Receive(nil, offset+1)
	must(t, err)
	p.settle()
	if p.lostTold(director, leader.Name(), "停用") != 0 {
		t.Fatal("nobody can know yet")
	}
	p.adopts("值班表\n1月31日 14:00-20:30 带班 " + p.leader() + " 值班 张秋溪")
	p.until("14:01")
	if p.lostTold(director, leader.Name(), "停用（屏蔽）了助手") != 1 {
		t.Errorf("not told of the 403:\n%s", p.transcript(director, nil))
	}
}

func TestADutyPersonWhoLeavesTheGroupIsToldAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, office, leader, head := p.Holder(workgroup.Director), p.Holder(workgroup.Staff), p.Holder(workgroup.DutyLeader), p.Head("ruanjian")
	before := p.count(director, nil)
	head.Leaves(p.Group)
	p.settle()
	if p.count(director, nil) != before {
		t.Error("a head who leaves rings for nobody")
	}
	p.says(office, nil, "/invite")
	p.sees(office, nil, "不在工作群里（1 人）", "何望桥")
	leader.Leaves(p.Group)
	p.settle()
	if p.lostTold(director, leader.Name(), "退出了工作群", "拉回工作群", "改值班表或名册") != 1 {
		t.Errorf("not told:\n%s", p.transcript(director, nil))
	}
	leader.Joins(p.Group)
	head.Joins(p.Group)
	p.settle()
	if p.lostTold(director, leader.Name()+" 回到了工作群") != 1 {
		t.Errorf("not told that they are back:\n%s", p.transcript(director, nil))
	}
	p.wait(60e9)
	if strings.Contains(p.coverage(office), "不在工作群里") {
		t.Errorf("still on the board:\n%s", p.coverage(office))
	}
}

// When it is the whole office that is lost, the leading group hears.
func TestTheLeadingGroupHearsWhenTheOfficeIsLost(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	leading := p.Holder(workgroup.Leading)
	for _, role := range []workgroup.Role{workgroup.Admin, workgroup.Staff, workgroup.Director} {
		for _, who := range p.holders(role) {
			who.Blocks()
		}
		p.settle()
	}
	if p.lostTold(leading, "停用（屏蔽）了助手") == 0 {
		t.Errorf("nobody is told:\n%s", p.transcript(leading, nil))
	}
}

func TestALostDutyPersonInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director, leader := p.Holder(workgroup.Director), p.Holder(workgroup.DutyLeader)
	leader.Blocks()
	p.settle()
	if p.lostTold(director, "has blocked me", "Please telephone at once") != 1 {
		t.Errorf("not told:\n%s", p.transcript(director, nil))
	}
	leader.Leaves(p.Group)
	leader.Starts()
	p.settle()
	if p.lostTold(director, "has left the work group") != 1 || p.lostTold(director, "gets private messages again") != 1 {
		t.Errorf("not told:\n%s", p.transcript(director, nil))
	}
}
