package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A contact who was filed on an earlier day, and told of again, rings nobody: whether they are new is asked, and where nobody answers the
// case opens by itself.
func TestAContactToldOfAgainIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, other := p.Head("ruanjian"), p.Head("jidian")
	p.says(head, nil, "密接学生1人，上周认定的，一直在家隔离，今日无变化")
	p.reads(head, nil, "今日新发生的吗")
	p.alarmed(0)
	p.says(head, nil, "不是")
	p.wait(3 * time.Minute)
	p.alarmed(0)
	if p.withText(head, nil, "已立案") != nil {
		t.Errorf("opened though it was denied:\n%s", p.transcript(head, nil))
	}
	p.says(other, nil, "被封在小区的教职工2人，昨日已报，无新增")
	p.reads(other, nil, "今日新发生的吗")
	p.wait(3 * time.Minute)
	p.reads(other, nil, "已立案 急-0131-0")
}

// A new case told of beside a known one rings at once.
func TestANewCaseBesideAKnownOneRings(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	for i, words := range []string{"又一名学生确诊，昨天那名已报", "我院1名教师昨晚确诊已上报", "疑似1例，医院刚刚改为确诊"} {
		p.says(p.Head([]workgroup.UnitID{"ruanjian", "jidian", "huli"}[i]), nil, words)
		p.alarmed(i+1, words)
	}
}

// A row that says no more than that a unit is still looking into it is no zero report of that unit.
func TestARowThatIsStillBeingCheckedIsNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:45")
	lead, head := p.Head("xuesheng"), p.Head("qiche")
	p.says(lead, nil, "旅游学院负责人在路上，汽车学院正在核实，机电联系不上")
	if m := p.withText(head, nil, "零报告：各项均为 0"); m != nil {
		t.Errorf("asked to agree to a zero report nobody made:\n%s", m.Text)
	}
}
