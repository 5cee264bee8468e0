package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A death stands on the card beside what the patient had, from the first words or from later ones; the group does not read it.
func TestADeathStandsOnTheCard(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.says(head, nil, "我院一名学生去世了")
	p.reads(head, nil, "紧急报告：死亡", "发生了什么？")
	p.alarmed(1, "报告有人死亡")
	p.wait(workgroup.CallLife + 1)
	p.reads(duty, nil, "🚨 急-0131-01　死亡")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "确诊")
	p.reads(duty, nil, "🚨 急-0131-01　确诊，死亡")
	p.says(duty, nil, "急")
	p.sees(duty, nil, "急-0131-01 确诊，死亡 软件学院")
	botHides(p, "死亡", "去世")
}

func TestALaterDeathStandsOnTheCard(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	if p.withText(duty, nil, "死亡") != nil {
		t.Fatal("nobody has died")
	}
	p.says(head, nil, "补充：该生今天下午抢救无效去世")
	p.reads(duty, nil, "急-0131-01　确诊，死亡")
	if k := p.kase(); !k.Death || !strings.Contains(p.lastRemark(), "去世") {
		t.Errorf("%+v", k)
	}
	// Whoever has it finds that nobody has died: both are kept.
	p.presses(duty, nil, "没有死亡")
	if k := p.kase(); k.Death || len(k.Findings) != 1 {
		t.Errorf("%+v", k)
	}
	p.reads(duty, nil, "急-0131-01　确诊\n", "去世", "没有死亡")
	if p.withButton(duty, nil, "没有死亡") != nil {
		t.Error("it can be found twice")
	}
	botHides(p, "死亡", "去世")
}

func TestADeathInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "One of our students passed away")
	p.reads(head, nil, "Urgent report: death")
	p.wait(workgroup.CallLife + 1)
	p.reads(duty, nil, "急-0131-01: death")
}
