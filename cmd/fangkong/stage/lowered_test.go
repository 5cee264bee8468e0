package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// sounds is how many messages have rung for a person in private: those that Telegram was not asked to deliver silently.
func (p *play) sounds(who *sandbox.Person) (n int) {
	account, _ := p.account(who)
	for _, c := range p.Telegram.Calls() {
		if c.Method == "sendMessage" && c.OK && c.Chat == account.Telegram && string(c.Params["disable_notification"]) != "true" {
			n++
		}
	}
	return n
}

// A correction that counts fewer of what the one-hour rule is about tells whoever has the case, and rings for nobody: nothing else that was filed is lost by it.
func TestALoweredUrgentFigureRingsForNobody(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"确诊2改为1", "更正：确诊1人", "确诊应该是1人，不是2人", "刚才确诊报多了，是1人"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
			p.says(head, nil, "确诊2人，居家隔离3人")
			p.presses(head, nil, "学生")
			p.presses(head, nil, "刚刚")
			p.presses(head, nil, "启动紧急报告")
			p.presses(head, nil, "确认报送")
			p.presses(duty, nil, "我来接手")
			p.wait(10 * time.Minute)
			rung := p.sounds(duty)
			p.says(head, nil, words)
			p.sees(head, nil, "确诊 现有 2 → 1", "确诊 新增 2 → 1", "居家隔离 现有 3")
			p.presses(head, nil, "确认报送")
			p.figures("ruanjian", workgroup.Figures{"confirmed_now": 1, "confirmed_new": 1, "home_quarantine_now": 3})
			p.reads(duty, nil, "软件学院", "何望桥", "确诊 2 → 1", words, "急-0131-01 照常处理")
			if n := p.sounds(duty); n != rung {
				t.Errorf("rung %d times for it:\n%s", n-rung, p.transcript(duty, nil))
			}
			p.wait(workgroup.CallLife + time.Second)
			if k := p.kase(); len(p.open()) != 1 || p.Person(k.Holder) != duty || k.Remarks[len(k.Remarks)-1].Text != words {
				t.Errorf("%d cases, %+v", len(p.open()), k)
			}
			p.rang(1, p.wu()) // when it was reported
			// What counts more people than stand, or brings in another, rings as ever.
			p.says(head, nil, "更正：又有1人确诊")
			if n := p.alarms(p.wu()); n != 2 {
				t.Errorf("a further patient rang %d times", n-1)
			}
		})
	}
}

// Before anything is filed those who were woken for the figures read what they are now, and the report being made keeps it.
func TestAFigureLoweredBeforeItIsFiled(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.says(head, nil, "疑似3人，居家隔离3人")
	p.wait(time.Minute)
	rung := p.sounds(duty)
	p.says(head, nil, "疑似3改为2，居家隔离3改为4")
	p.reads(duty, nil, "疑似 3 → 2", "还没有填完")
	if n := p.sounds(duty); n != rung {
		t.Errorf("rung %d times for it", n-rung)
	}
	p.presses(head, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"suspected_now": 2, "suspected_new": 2, "home_quarantine_now": 4})
	p.wait(workgroup.CallLife)
	if k := p.kase(); len(p.open()) != 1 || !slices.ContainsFunc(k.Remarks, func(r workgroup.Remark) bool { return strings.Contains(r.Text, "疑似3改为2") }) {
		t.Errorf("%d cases, %+v", len(p.open()), k)
	}
}

func TestALoweredUrgentFigureInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "2 confirmed cases, 3 in home quarantine")
	p.presses(head, nil, "Student")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start")
	p.presses(head, nil, "✅ File")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "correction: confirmed 2 should be 1")
	p.presses(head, nil, "✅ File")
	p.reads(duty, nil, "has corrected a figure", "2 → 1", "not withdrawn, it goes on")
	p.spoke()
}
