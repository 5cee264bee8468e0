package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// endsMeeting has somebody begin the meeting, where it has not begun, and end it.
func (p *play) endsMeeting(who *sandbox.Person) {
	p.t.Helper()
	p.says(who, nil, "散会")
	p.wait(2 * time.Second)
	p.says(who, nil, "散会")
	p.wait(10 * time.Second)
}

// What was decided and forgotten is written after the meeting: it is that meeting's, marked as added afterwards, and the minutes come anew.
func TestADecisionIsAddedAfterTheMeeting(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"补充决定：宿舍每天消毒，由后勤集团负责，2月1日18点前完成", "会上还定了一条：宿舍每天消毒，由后勤集团负责，2月1日18点前完成", "刚才会上漏记一条：宿舍每天消毒，由后勤集团负责，2月1日18点前完成"} {
		p := wholeEarly(t, "15:58")
		office, leader, head := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading), p.Head("houqin")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.endsMeeting(office)
		p.wait(time.Minute)
		before := len(leader.Sees(nil))
		p.says(office, nil, words)
		p.decisionCard(office, "0131-02", "宿舍每天消毒", "会后补记："+office.Name(), "对吗？")
		p.says(office, nil, "对")
		p.decisionCard(head, "0131-02", "宿舍每天消毒", "会后补记", "请按「收到」")
		p.wait(10 * time.Second)
		minutes := ""
		for _, m := range leader.Sees(nil)[before:] {
			if m.File != nil {
				minutes = docWords(t, m.File.Data)
			}
		}
		if !strings.Contains(minutes, "2.宿舍每天消毒") || !strings.Contains(minutes, "会后补记："+office.Name()+"，1月31日16时") {
			t.Errorf("%s: the minutes do not say so: %s\n%s", words, minutes, p.transcript(leader, nil))
		}
		if d := p.decision("002"); d.Meeting != "2020-01-31/01" || !d.Added || p.events(workgroup.MeetingMended) != 1 {
			t.Errorf("%s: %+v", words, d)
		}
		if p.decision("001").Added {
			t.Error("what was decided in the meeting is marked")
		}
	}
}

// In a meeting that goes on it is a decision like another; without one today, and from whoever decides nothing, it is none; what only asks or tells is
// none either.
func TestWhatIsNoDecisionAddedAfterwards(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("14:05")
	p.says(office, nil, "补充决定：宿舍每天消毒，由后勤集团负责，2月1日18点前完成")
	p.sees(office, nil, "现在没有在开的研判会", "补充决定：")
	p.until("16:01")
	p.says(office, nil, "补充决定：宿舍每天消毒，由后勤集团负责，2月1日18点前完成")
	p.says(office, nil, "对")
	if d := p.decision("001"); d.Added || !d.Recorded.Done() {
		t.Errorf("in the meeting: %+v", d)
	}
	p.endsMeeting(office)
	for _, words := range []string{"会上还定了什么？", "会议上还决定了一条没记吗", "补充决定权在谁", "决定：门岗登记，由安保处负责，2月1日18点前完成", "补充说明：宿舍每天消毒两次", "会上还定了一条", "忘记了，今天宿舍要消毒两次", "漏写了：门岗今天两人值守"} {
		p.says(office, nil, words)
		if n := len(p.decided()); n != 1 {
			t.Fatalf("“%s” is a decision: %q", words, p.decided())
		}
	}
	p.says(head, nil, "补充决定：门岗登记，由安保处负责，2月1日18点前完成")
	if n := len(p.decided()); n != 1 {
		t.Fatalf("a head decides: %q", p.decided())
	}
	p.until("23:59")
	p.until("09:00")
	p.says(office, nil, "补充决定：门岗登记，由安保处负责，2月3日18点前完成")
	p.sees(office, nil, "现在没有在开的研判会")
}

// A case in what is added is heard, though there was no meeting to add it to.
func TestACaseIsHeardBeforeAnAddedDecisionIsRefused(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"补充决定：护理学院1名学生确诊，立即封闭3号楼，由护理学院负责，今晚10点前完成",
		"昨天的会议补充决定：护理学院1名学生确诊，立即封闭3号楼，由护理学院负责，今晚10点前完成",
		"昨天的会议纪要 主持改为于思霖，护理学院1名学生今天确诊",
	} {
		p := newPlay(t, Options{Roster: wholeCollege()})
		office := p.Person("zhao-wangpu")
		p.until("14:05")
		p.says(office, nil, words)
		p.reads(office, nil, "研判会")
		if !p.rings(p.Holder(workgroup.DutyStaff)) && p.withButton(office, nil, "启动紧急报告") == nil && p.withButton(office, nil, "是") == nil {
			t.Errorf("“%s”: no case is heard:\n%s", words, p.transcript(office, nil))
		}
		p.view(func(b workgroup.Book) {
			if _, called := workgroup.Calls.Last(b, ""); !called && len(workgroup.Running(b)) == 0 {
				t.Errorf("“%s”: nobody is rung:\n%s", words, p.transcript(office, nil))
			}
		})
	}
}

// What yesterday's meeting has decided too is yesterday's.
func TestADecisionIsAddedToYesterdaysMeeting(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"昨天的会议补充决定：宿舍每天消毒，由后勤集团负责，2月2日18点前完成", "昨天会上还定了一条：宿舍每天消毒，由后勤集团负责，2月2日18点前完成", "补充昨天会议的决定：宿舍每天消毒，由后勤集团负责，2月2日18点前完成", "1月31日的会议补充决定：宿舍每天消毒，由后勤集团负责，2月2日18点前完成"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.endsMeeting(office)
		p.until("23:59")
		p.until("16:01")
		p.says(office, nil, words)
		if d := p.decision("002"); d.Meeting != "2020-01-31/01" || !d.Added || d.Owner.Unit != "houqin" {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(office, nil))
		}
	}
}

// Of a list that is refused nothing is kept but the case that it tells of, and that is said.
func TestAListThatIsRefusedKeepsOnlyTheCase(t *testing.T) {
	t.Parallel()
	for _, tells := range []string{"护理学院报告一名学生疑似，已送医院", "护理学院一名学生今天确诊", "何松石发热在家隔离"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：后勤集团2月1日18点前备好20间房\n分析："+tells+"\n决定：")
		p.reads(office, nil, "有一条“决定：”是空的", "一条也没有记")
		if got := append(p.decided(), p.minuted(workgroup.PointSituation)...); len(got) > 0 {
			t.Errorf("%s: kept %q", tells, got)
		}
		if p.withText(office, nil, "前没有回答") == nil && p.withText(office, nil, "已提醒值班员") == nil {
			t.Errorf("%s: no case is heard:\n%s", tells, p.transcript(office, nil))
		}
	}
}
