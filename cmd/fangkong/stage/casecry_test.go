package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A cry for help wakes the office and the duty staff, whoever sends it, wherever, and whatever it tells beside.
func TestACryForHelpWithAFeverInItIsHeard(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我院有学生晕倒了，高烧39.5，需要支援", "救命，我院1名学生晕倒了还发烧，怎么办"} {
		for _, group := range []bool{true, false} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			var chat sandbox.Chat
			if group {
				chat = p.Group
			}
			p.says(head, chat, words)
			p.reads(p.Holder(workgroup.DutyStaff), nil, "可能是一小时内必报的情况", "原话："+words)
			p.reads(head, nil, "紧急报告", words)
			if p.withText(head, chat, "现有几人") != nil {
				t.Errorf("%s\n%s", words, p.transcript(head, chat))
			}
			p.wait(workgroup.CallLife + 1)
			if k := p.kase(); k.Unit != "ruanjian" {
				t.Errorf("%+v", k)
			}
		}
	}
}

// What somebody cried before they cried again is of the same case, and so is where.
func TestACryForHelpKeepsWhatWasToldBefore(t *testing.T) {
	t.Parallel()
	for _, first := range []string{"救命，我在软件学院宿舍，室友晕倒了，怎么办", "我是软件学院学生，我发烧39度，没人管", "救命，我在软件学院宿舍，室友晕倒了还发烧，怎么办"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		who := p.newcomer("李", "明")
		who.Starts()
		p.settle()
		p.says(who, nil, first)
		p.says(who, nil, "快来人")
		p.reads(p.Holder(workgroup.DutyStaff), nil, "可能是一小时内必报的情况", "软件学院", first)
		p.wait(workgroup.CallLife + 1)
		k := p.kase()
		if k.Unit != "ruanjian" {
			t.Errorf("%s: %+v", first, k)
		}
		p.sees(p.Holder(workgroup.DutyStaff), nil, "急-0131-01", "软件学院", first, "快来人")
	}
}

// Whoever of the roster only calls for help is asked what has happened, by nobody in vain: unanswered it rings by itself, once, with all that they
// wrote meanwhile.
func TestACryThatNobodyAnswersRingsByItself(t *testing.T) {
	t.Parallel()
	for _, aloud := range []bool{true, false} {
		for _, next := range []string{"", "快来人啊", "我院一名学生确诊", "不是"} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
			where := sandbox.Chat(nil)
			if aloud {
				where = p.Group
			}
			p.says(head, where, "救命")
			p.reads(head, nil, "出了什么事", "14:08 前没有回答")
			switch next {
			case "":
			case "不是":
				p.presses(head, nil, next)
			default:
				p.wait(time.Minute)
				p.says(head, where, next)
			}
			p.wait(2*workgroup.CallLife + time.Second)
			open := p.open()
			if next == "不是" {
				if len(open) > 0 {
					t.Errorf("%+v", open)
				}
				continue
			}
			if len(open) != 1 || open[0].Unit != "ruanjian" || !strings.Contains(open[0].Remarks[0].Text, "救命") || !strings.Contains(open[0].Remarks[0].Text, next) || !p.rings(duty) {
				t.Errorf("%q %v: %+v\n%s", next, aloud, open, p.transcript(head, nil))
			}
			groupHides(p, "救命")
		}
	}
	// So is whoever has no unit of their own, and no case.
	p := newPlay(t, Options{})
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "有人晕倒了")
	p.reads(director, nil, "出了什么事")
	p.wait(workgroup.CallLife + time.Second)
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
}

// A stranger who tells that somebody lies there, or has a fever and nobody who looks after them, wakes the office at once.
func TestAStrangersCryWakesTheOffice(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"室友晕倒了", "我同学喘不上气了", "喘不上气", "宿舍有人抽搐", "室友发烧39度，没人管", "我室友一直发烧，叫不醒", "同学昏迷了", "120还没来", "救护车怎么还不来？", "救救我室友",
		"我是软件学院学生，我发烧39度，没人管", "my roommate fainted", "I can't breathe"} {
		p := newPlay(t, Options{})
		p.until("22:10")
		who := p.newcomer("李", "明")
		who.Starts()
		p.settle()
		p.says(who, nil, words)
		p.alarmed(1, "李明", words)
		report := "紧急报告"
		if words[0] < 0x80 && words[0] > '9' {
			report = "Urgent report" // who writes English reads it
		}
		p.reads(who, nil, report, words)
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); !p.rings(p.Holder(workgroup.DutyStaff)) {
			t.Errorf("%s: %+v", words, k)
		}
	}
}

// A parent is asked whether the child is a student of ours; unanswered it rings by itself.
func TestAParentsCryIsAsked(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{"", "是，提醒值班员", "不是"} {
		p := newPlay(t, Options{})
		p.until("22:10")
		who := p.newcomer("郑", "母")
		who.Starts()
		p.settle()
		p.says(who, nil, "我儿子在学校烧到40度了，没人管")
		p.reads(who, nil, "孩子是我校学生", "22:13 前没有回答", "0392-0000000")
		if answer != "" {
			p.presses(who, nil, answer)
		}
		p.wait(2*workgroup.CallLife + time.Second)
		if n := len(p.open()); (n == 1) == (answer == "不是") {
			t.Errorf("%q: %d cases\n%s", answer, n, p.transcript(who, nil))
		}
	}
}

// Who cries over a case of theirs reaches whoever has it.
func TestACryOverOnesCaseReachesTheHolder(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	for _, words := range []string{"救命", "120怎么还没到"} {
		p.wait(6 * time.Minute)
		p.says(head, nil, words)
		p.reads(head, nil, "已转张秋溪")
		p.reads(duty, nil, "急-0131-01", words)
	}
	p.wait(2*workgroup.CallLife + time.Second)
	if open := p.open(); len(open) != 1 || len(open[0].Remarks) != 3 {
		t.Errorf("%+v", open)
	}
}
