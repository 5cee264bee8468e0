package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// With less than a quarter of the hour left the first three rungs ring at once, and the fourth when it is due.
func TestALadderHurriesWhenTheHourIsNearlyOver(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:55")
	head, leading := p.Head("ruanjian"), p.Holder(workgroup.Leading)
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	p.says(head, nil, "50分钟前")
	p.presses(head, nil, "启动紧急报告")
	for _, who := range append(p.holders(workgroup.DutyStaff), p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)) {
		p.sees(who, nil, "急-0131-01", "须于 15:05 前报齐，剩 10 分钟")
	}
	if p.rings(leading) {
		t.Error("the leading group is rung at once")
	}
	p.until("15:16")
	p.sees(leading, nil, "急-0131-01", "已超过一小时（15:05 截止）")
}

// ownLadder is one in which the duty staff must each read a case, and the leading group is told however it stands.
func ownLadder(language workgroup.Language) *settings.Settings {
	sample, _ := settings.Sample()
	sample.College.Language = language
	sample.College.Ladder.Rungs = []workgroup.Rung{
		{After: 0, Roles: []workgroup.Role{workgroup.DutyStaff}, Until: workgroup.UntilTaken, All: true},
		{After: 15 * time.Minute, Roles: []workgroup.Role{workgroup.Leading}, Until: workgroup.UntilClosed},
	}
	return &sample
}

// A ladder is a setting: a rung whose people must all read, and one that is reached until the case is closed.
func TestALadderOfACollegesOwn(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Settings: ownLadder(workgroup.Chinese)})
	p.until("14:05")
	duty, leading := p.holders(workgroup.DutyStaff), p.Holder(workgroup.Leading)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.presses(duty[0], nil, "我来接手")
	// The other has not read it, and is rung again although it is taken.
	n := p.count(duty[1], nil)
	p.until("14:15:30")
	if m := duty[1].Last(nil); p.count(duty[1], nil) != n || m.Date.In(p.College.Zone).Format("15:04") != "14:15" {
		t.Errorf("who has not read it is rung again:\n%s", p.transcript(duty[1], nil))
	}
	p.presses(duty[1], nil, "已阅")
	p.sees(duty[0], nil, "已阅：", duty[1].Name()+" 14:15")
	if m := p.withText(leading, nil, "急-0131-01"); m != nil {
		t.Errorf("told too early: %s", m.Text)
	}
	p.says(duty[0], nil, "续报：正在联系医院")
	p.until("14:21")
	if p.withText(leading, nil, "急-0131-01　确诊", duty[0].Name()) == nil {
		t.Errorf("the leading group is not told of a case that somebody has:\n%s", p.transcript(leading, nil))
	}
}

func TestALadderOfACollegesOwnInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Settings: ownLadder(workgroup.English)})
	t.Cleanup(p.spoke)
	p.until("14:05")
	duty, leading := p.holders(workgroup.DutyStaff), p.Holder(workgroup.Leading)
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	p.presses(duty[0], nil, "I take it")
	p.until("14:15:30")
	if m := duty[1].Last(nil); m.Date.In(p.College.Zone).Format("15:04") != "14:15" {
		t.Errorf("who has not read it is rung again:\n%s", p.transcript(duty[1], nil))
	}
	p.answers(duty[1], "Read", "Noted as read")
	p.says(duty[0], nil, "further report: calling the hospital")
	p.until("14:21")
	p.reads(leading, nil, "急-0131-01: confirmed case", "Taken by "+duty[0].Name())
}

// The director who is the gap is told nothing: the leading group is, in the evening and at once.
func TestAGapThatIsTheDirectorGoesToTheLeadingGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	director, leading := p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	director.Blocks()
	p.until("15:05")
	p.sees(leading, nil, "紧急呼叫梯次缺人", "第 3 级（10 分钟，防控办主任）", director.Name()+" 不通")
}

// Each look at a case is on record, and only those of who may look.
func TestEveryLookAtACaseIsOnRecord(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.calls(head, "确诊", "学生", "刚刚")
	before := p.events(workgroup.CaseViewed)
	p.says(head, nil, "/case 0131-01")
	p.says(director, nil, "/case 0131-01")
	p.says(p.Head("huli"), nil, "/case 0131-01")
	if n := p.events(workgroup.CaseViewed) - before; n != 2 {
		t.Errorf("%d looks on record", n)
	}
}

// A press and the ladder's clock in the same second: the case is taken, and whoever is rung no longer can take it.
func TestAPressInTheSecondOfTheNextRung(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, leader, director := p.Holder(workgroup.DutyStaff), p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("14:09:59")
	m := p.withButton(duty, nil, "我来接手")
	press, err := duty.Presses(m, "我来接手")
	must(t, err)
	must(t, p.Skip("14:10:00"))
	p.settle()
	if text, _, ok := press.Answered(); !ok || !strings.Contains(text, "由您接手") {
		t.Errorf("pressed in that second: %q", text)
	}
	if k := p.kase(); p.Person(k.Holder) != duty {
		t.Errorf("held by %q", k.Holder)
	}
	p.until("14:16")
	if p.rings(leader) || p.rings(director) {
		t.Errorf("it rings on:\n%s", p.transcript(director, nil))
	}
}
