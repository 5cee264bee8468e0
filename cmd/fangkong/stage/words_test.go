package stage

import (
	"strings"
	"testing"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

func TestTheDirectorJoinsByName(t *testing.T) {
	t.Parallel()
	var director workgroup.Person
	_, roster := settings.Sample()
	for _, p := range roster.People {
		if p.Holds(workgroup.Director) {
			director = p
		}
	}
	p := newPlay(t, Options{Roster: wholeCollege(), Strangers: []workgroup.PersonID{director.ID}})
	who := p.Person(director.ID)
	p.says(who, nil, "我是防控办"+director.Name)
	p.sees(who, nil, "已转防控办", director.Name)
	p.presses(p.Holder(workgroup.Admin), nil, "是 "+director.Name)
	p.until("14:05")
	p.says(who, nil, "/summary")
	p.sees(who, nil, "汇总", "0/33")
}

func TestACaseNamedWithoutAFigureIsNotFiledAsNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "软件学院 居家隔离2人，张三确诊肺炎")
	p.sees(duty, nil, "可能是一小时内必报", "张三")
	p.sees(head, nil, "确诊", "几人")
	if p.withText(head, nil, "其余为 0") != nil {
		t.Error("a case would be filed as nothing")
	}
	p.says(p.Head("huli"), p.Group, "护理学院 居家隔离2人，李四疑似")
	p.sees(duty, nil, "可能是一小时内必报", "李四")
	// How many they are is asked in private, and the figures beside it are kept.
	p.sees(p.Head("huli"), nil, "疑似", "几人")
	groupHides(p, "李四", "疑似")
}

func TestYesterdayIsNotToday(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.until("09:00") // the next day
	p.says(head, nil, "软件学院 昨天 零报告")
	p.sees(head, nil, "1月31日", "补报")
	p.says(head, nil, "软件学院 明天可能有居家隔离2人")
	p.sees(head, nil, "还没到")
}

func TestAWordOfTimeBesideTheReportDatesNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.until("09:00")
	head := p.Head("ruanjian")
	for _, text := range []string{"零报告，明天继续排查", "零报告，昨天的通知已传达", "我院昨天已传达通知，今日零报告", "我院明天开会，零报告"} {
		p.says(head, nil, text)
		if m := p.sees(head, nil, "2月1日", "零报告"); strings.Contains(m.Text, "补报") {
			t.Errorf("%s: %s", text, m.Text)
		}
	}
}

func TestACorrectionToNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "居家隔离2人，无发热")
	p.presses(head, nil, "报送")
	p.says(head, nil, "更正：零报告")
	p.sees(head, nil, "零报告", "2 → 0")
	p.presses(head, nil, "报送")
	if s, _ := p.filed("ruanjian"); !s.Zero || s.Revision != 2 {
		t.Errorf("filed %+v", s.Report)
	}
}

func TestWhatTheFormDoesNotAskIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院 今日返鹤3人")
	if m := p.withText(head, nil, "returned_today"); m != nil {
		t.Errorf("a key of ours is shown: %s", m.Text)
	}
	if m := p.sees(head, nil); strings.Contains(m.Text, "其余为 0") {
		t.Errorf("read back as a report: %s", m.Text)
	}
}
