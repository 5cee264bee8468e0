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

// Whoever was not registered hears that a case needs no registration, and what they write of theirs is kept.
func TestAStrangerWhoWasRefusedReportsACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who := p.newcomer("孔", "明")
	who.Starts()
	p.settle()
	p.says(who, nil, "我是软件学院孔明")
	p.presses(p.Holder(workgroup.Director), nil, "不是")
	p.sees(who, nil, "未获通过", "不用登记，直接写在这里")
	p.says(who, nil, "我要报告情况")
	p.sees(who, nil, "不用登记，直接写在这里", "0392-0000000")
	p.says(who, nil, "我发烧了，从武汉回来")
	p.presses(who, nil, "软件学院")
	p.presses(who, nil, "刚刚")
	p.presses(who, nil, "启动紧急报告")
	for _, words := range []string{"体温38.5", "已到医院"} {
		p.says(who, nil, words)
		p.sees(who, nil, "急-0131-01 已记录")
	}
	if k := p.kase(); len(k.Remarks) != 3 {
		t.Errorf("kept: %+v", k.Remarks)
	}
	p.presses(p.Holder(workgroup.DutyStaff), nil, "我来接手")
	p.sees(who, nil, "由张秋溪接手", "139-0000-0081")
}

// What a stranger is asked about their words, they can answer: of their case, or of another.
func TestAStrangerSaysWhichCaseTheirWordsAreOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words, button  string
		remarks, cases int // what the case has beside its first words, and how many there are once a report has had its time
	}{
		{"室友也发烧了", "记入 急-0131-01", 1, 1},
		{"室友3人已集中隔离", "记入 急-0131-01", 1, 1},
		{"室友3人已集中隔离", "另报新情况", 0, 2},
	} {
		t.Run(c.words+" "+c.button, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			who := p.newcomer("孔", "明")
			who.Starts()
			p.settle()
			p.says(who, nil, "我确诊了")
			p.presses(who, nil, "软件学院")
			p.presses(who, nil, "刚刚")
			p.presses(who, nil, "启动紧急报告")
			p.says(who, nil, c.words)
			p.presses(who, nil, c.button)
			if k := p.open()[0]; len(k.Remarks)-1 != c.remarks {
				t.Errorf("kept: %+v\n%s", k.Remarks, p.transcript(who, nil))
			}
			p.wait(workgroup.CallLife + 1)
			if open := p.open(); len(open) != c.cases {
				t.Errorf("%d cases\n%s", len(open), p.transcript(who, nil))
			}
		})
	}
}

// Somebody not on the roster is asked for a number they can be called at, and whoever was woken reads it at once. What they ask later offers them nothing to take.
func TestAStrangersNumberReachesWhoeverWasWoken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, duty := p.newcomer("孔", "明"), p.Holder(workgroup.DutyStaff)
	p.says(who, nil, "我是软件学院学生，我确诊了")
	p.reads(who, nil, "已提醒值班员", "请马上回一个能打通您的手机号")
	p.says(who, nil, "13812345678")
	p.sees(duty, nil, "补充（接 14:05 的提醒）", "13812345678")
	p.says(who, nil, "刚刚")
	p.says(who, nil, "对")
	p.says(who, nil, "现在咋办")
	p.sees(who, nil, "急-0131-01 还没有人接手")
	for _, m := range who.Sees(nil) {
		for _, row := range m.Buttons {
			for _, b := range row {
				if strings.Contains(b.Text, "接手") {
					t.Errorf("offered %q", b.Text)
				}
			}
		}
	}
}

// In the group a stranger who tells of a case reads how to go on in private.
func TestAStrangerInTheGroupReadsHowToGoOnInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who := p.newcomer("孔", "明")
	p.says(who, p.Group, "我确诊了怎么办")
	p.sees(who, p.Group, "已提醒值班员", "请私聊 @"+p.Telegram.BotName(), "按“开始”")
}
