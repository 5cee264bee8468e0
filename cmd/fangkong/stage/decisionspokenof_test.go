package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// decisions are the decisions of a date as they stand: who answers, until when, and what.
func (p *play) decisions() (out []string) {
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Decisions.Each(b, "2020-01-31/") {
			state := "待定"
			if d.Recorded.Done() {
				state = "已记"
			}
			out = append(out, d.Code()+" "+state+" "+p.College.OwnersNamed(b, d.Owners()).Name+" "+d.Deadline.In(p.College.Zone).Format("2 15:04"))
		}
	})
	return out
}

// What is not recorded yet is changed and taken back in words: by its code, by where it stands, by the thing it is about.
func TestWhatIsNotRecordedYetIsChangedInWords(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	stands := func(want ...string) {
		t.Helper()
		if got := p.decisions(); !slices.Equal(got, want) {
			t.Fatalf("%q, want %q\n%s", got, want, p.transcript(office, nil))
		}
	}
	p.says(office, nil, "决定：1. 名单由学生处负责，明天18点前报\n2. 门岗测温由安保处负责，2月1日8点前完成\n3. 宿舍消毒由后勤处负责，2月1日8点前完成")
	p.says(office, nil, "撤销决-0131-03")
	p.sees(office, nil, "决-0131-03", "宿舍消毒")
	stands("0131-01 待定 学生处 1 18:00", "0131-02 待定 安保处 1 08:00")
	p.says(office, nil, "第一条改一下，时限2月3日下午6点")
	stands("0131-01 待定 学生处 3 18:00", "0131-02 待定 安保处 1 08:00")
	p.says(office, nil, "刚才第一条责任单位错了，应该是教务处")
	stands("0131-01 待定 教务处 3 18:00", "0131-02 待定 安保处 1 08:00")
	p.says(office, nil, "门岗测温改由后勤处负责，时限改到2月2日8点")
	stands("0131-01 待定 教务处 3 18:00", "0131-02 待定 后勤处 2 08:00")
	p.says(office, nil, "都记下")
	stands("0131-01 已记 教务处 3 18:00", "0131-02 已记 后勤处 2 08:00")

	// In force, the change asks why.
	p.says(office, nil, "门岗测温改由安保处负责，时限改到2月4日8点")
	p.sees(office, nil, "决-0131-02", "为什么")
	p.says(office, nil, "后勤处没有测温枪")
	stands("0131-01 已记 教务处 3 18:00", "0131-02 已记 安保处 4 08:00")
	for _, not := range []string{"学生处3人改到校医院隔离", "值班改由赵望朴负责", "会议改到5点", "测温改到每天两次", "名单改由谁负责", "撤销决-0131-02了吗"} {
		p.says(office, nil, not)
		stands("0131-01 已记 教务处 3 18:00", "0131-02 已记 安保处 4 08:00")
	}
}

// A first meeting that nobody has ended swallows no second one: whoever would begin another is asked to end it, and ends it as people say it.
func TestAnotherMeetingAsksForTheFirst(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	for i, ends := range []string{"散会吧", "散了", "Meeting adjourned"} {
		p.until([]string{"16:01", "19:00", "21:00"}[i])
		if i > 0 {
			p.says(office, nil, "再开一次")
			p.presses(office, nil, "今天再开一次")
		}
		if again := []string{"今晚7点再开一次会", "再开一次", "another meeting"}[i]; true {
			p.says(office, nil, again)
			p.sees(office, nil, "开始的研判会还没有结束")
		}
		p.says(office, nil, ends)
		p.sees(office, nil, "再发一次")
		p.wait(2 * time.Second)
		p.says(office, nil, ends)
		p.wait(10 * time.Second)
		p.view(func(b workgroup.Book) {
			if m, _ := workgroup.LastMeeting(b, "2020-01-31"); m.Open() || m.Number != i+1 {
				t.Errorf("%s: meeting %d, open %v\n%s", ends, m.Number, m.Open(), p.transcript(office, nil))
			}
		})
	}
	// Hours after it began, whoever begins a meeting is asked, too.
	p.until("23:59")
	p.until("16:00")
	p.until("19:00")
	p.says(office, nil, "现在开会")
	p.sees(office, nil, "16:00 开始的研判会还没有结束")
}

// What is decided, or said of a decision, in the group is answered in private with where to say it.
func TestDecisionsAloudAreToldWhereToSayThem(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, head, director := p.Person("zhao-wangpu"), p.Head("anbao"), p.Holder(workgroup.Director)
	p.until("16:01")
	p.says(office, nil, "决定：门岗测温由安保处负责，2月1日8点前完成")
	p.says(office, nil, "记下")
	before := len(p.decisions())
	p.says(director, p.Group, "今天会议决定，安保处今晚9点前封西门")
	p.sees(director, nil, "补充决定：安保处今晚9点前封西门")
	p.says(head, p.Group, "决-0131-01 收到")
	p.sees(head, nil, "决-0131-01 收到")
	if n := len(p.decisions()); n != before {
		t.Errorf("%d decisions", n)
	}
	seen := len(director.Sees(nil))
	for _, not := range []string{"会议决定的事大家抓紧", "今天会议开到几点", "会议要求大家按时报送"} {
		p.says(director, p.Group, not)
	}
	for _, m := range director.Sees(nil)[seen:] {
		if strings.Contains(m.Text, "私聊") {
			t.Errorf("told: %s", m.Text)
		}
	}
}
