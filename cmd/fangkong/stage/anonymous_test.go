package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// An administrator who writes as the group is heard like anybody: those on duty are woken, and a case opens by itself, since
// nobody can be asked. Its card says how to find out who it was.
func TestAnAnonymousAdministratorsCaseRings(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.Group.Promotes(head)
	head.SaysAsGroup(p.Group, "软件学院一名学生今天确诊")
	p.settle()
	p.alarmed(1, "管理员匿名发言", "涉及：软件学院", "软件学院一名学生今天确诊", "查不到本人")
	p.reads(head, p.Group, "立即电话", "您是匿名发言", "私聊 @fangkong_bot", "请不要在群里写姓名和病情")
	if p.withText(duty, nil, "号 1087968824") != nil {
		t.Error("the account of all anonymous administrators is given out for somebody's")
	}
	p.wait(workgroup.CallLife + 1)
	open := p.open()
	if len(open) != 1 || open[0].Unit != "ruanjian" || open[0].Kind != workgroup.CaseConfirmed || open[0].Individual.In() || open[0].OfUnit.In() {
		t.Fatalf("opened: %+v", open)
	}
	p.reads(duty, nil, "急-0131-01", "管理员匿名发言", "请在群里请其私聊或来电")
	p.reads(head, nil, "有人报告软件学院出现确诊情况") // the unit is asked
	p.presses(duty, nil, "我来接手")
	groupHides(p, "确诊")

	// Another unit's rings aloud again, whoever wrote it.
	p.wait(time.Minute)
	head.SaysAsGroup(p.Group, "护理学院一名学生今天疑似")
	p.settle()
	p.alarmed(2)
	p.wait(workgroup.CallLife + 1)
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases", n)
	}
}

// What is written later under the same signature is of the case that has come of it.
func TestAnAnonymousAdministratorGoesOn(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.Group.Promotes(head)
	head.SaysAsGroup(p.Group, "软件学院一名学生今天确诊")
	p.settle()
	p.wait(workgroup.CallLife + 1)
	p.presses(duty, nil, "我来接手")
	for i, words := range []string{"紧急！软件学院那个确诊的学生已经送医院了", "🚨 快来人", "紧急", "确诊的是李小明"} {
		p.wait(2 * time.Minute)
		m := head.SaysAsGroup(p.Group, words)
		p.settle()
		p.marked(m, "✍")
		open := p.open()
		if len(open) != 1 || len(open[0].Remarks) != i+2 {
			t.Fatalf("%s: %d cases, the first with %d remarks", words, len(open), len(open[0].Remarks))
		}
		p.reads(duty, nil, words)
	}
}

// What goes on under the same signature is of the report or the case; whoever else is told of is a case of their own, before the first has
// opened and after it.
func TestAnAnonymousAdministratorTellsOfASecond(t *testing.T) {
	t.Parallel()
	for _, second := range []string{"还有机电的一个老师也疑似", "又有一个，软件学院的也发烧了", "软件学院又有一个确诊"} {
		for _, opened := range []bool{false, true} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
			p.Group.Promotes(head)
			says := func(words, mark string) {
				m := head.SaysAsGroup(p.Group, words)
				p.settle()
				p.marked(m, mark)
			}
			head.SaysAsGroup(p.Group, "护理学院有学生确诊了")
			p.settle()
			if opened {
				p.wait(workgroup.CallLife + 1)
			}
			says("是护理1902的李婷，13:50知道的", "✍")
			p.reads(duty, nil, "是护理1902的李婷")
			says("李婷已经送医院了", "✍")
			p.reads(duty, nil, "李婷已经送医院了")
			rang := p.aloud(duty)
			head.SaysAsGroup(p.Group, second)
			p.settle()
			if p.aloud(duty) == rang {
				t.Errorf("%s: rings nobody", second)
			}
			p.wait(workgroup.CallLife + 1)
			open := p.open()
			if len(open) != 2 || open[0].Unit != "huli" || open[1].Unit == "huli" || !opened && open[0].Known.Format("15:04") != "13:50" {
				t.Fatalf("%s: %+v", second, open)
			}
			told := ""
			for _, r := range open[0].Remarks {
				told += r.Text
			}
			if !strings.Contains(told, "李婷，13:50") || !strings.Contains(told, "送医院") || strings.Contains(told, second) {
				t.Errorf("%s: the first has %+v", second, open[0].Remarks)
			}
		}
	}
}

// Of what may be a case, and of a 🚨, an anonymous administrator is told where they can be asked: once an hour.
func TestAnAnonymousSirenIsToldWhereToGo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.Group.Promotes(head)
	for i, words := range []string{"🚨", "确诊的是李小明", "/urgent"} {
		before := p.count(head, p.Group)
		m := head.SaysAsGroup(p.Group, words)
		p.settle()
		if told := p.count(head, p.Group) - before; told != 1-min(i, 1) {
			t.Errorf("%s: answered %d times", words, told)
		}
		if i > 0 {
			p.marked(m, "🙏")
		}
	}
	p.reads(head, p.Group, "0392-0000000", "@fangkong_bot")
	p.alarmed(0)
}

// What an administrator without a name asks, and calls for, is answered as anybody's; what they count of a day is told not to be taken.
func TestAnAnonymousAdministratorAsks(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.Group.Promotes(head)
	says := func(words string) (answered int) {
		before := p.count(head, p.Group)
		head.SaysAsGroup(p.Group, words)
		p.settle()
		return p.count(head, p.Group) - before
	}
	// Nothing is open.
	if says("又有一个学生也发烧了") != 1 {
		t.Error("what they count is not answered")
	}
	p.reads(head, p.Group, "这条没有收下")
	if says("谁管啊？") != 0 {
		t.Error("talk is answered")
	}
	// They are reporting.
	says("软件学院一名学生今天确诊")
	if says("谁管啊？") != 1 {
		t.Error("whoever is reporting is not answered")
	}
	p.wait(workgroup.CallLife + 1)
	p.presses(duty, nil, "我来接手")
	if says("谁管啊？") != 1 || says("怎么没人理我") != 1 || says("有人吗") != 1 {
		t.Error("a question or a call for help is not answered")
	}
	p.reads(head, p.Group, "急-0131-01", duty.Name()+"接手")
	p.reads(duty, nil, "怎么没人理我")
	if k := p.kase(); len(k.Remarks) != 3 {
		t.Errorf("kept %+v", k.Remarks)
	}
	groupHides(p, "确诊")
}

func TestAnAnonymousAdministratorInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.Group.Promotes(head)
	head.SaysAsGroup(p.Group, "软件学院一名学生今天确诊")
	p.settle()
	p.reads(head, p.Group, "Telephone now", "You write anonymously", "@fangkong_bot")
	p.reads(duty, nil, "an administrator writing anonymously", "ask each administrator")
	p.wait(workgroup.CallLife + 1)
	p.reads(duty, nil, "急-0131-01", "an administrator writing anonymously")
}
