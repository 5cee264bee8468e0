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
		p := newPlay(t, Options{Roster: wholeCollege()})
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
