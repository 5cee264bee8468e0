package stage

import (
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// counts has a head enter, by the buttons of a filing that stands, that so many are confirmed.
func counts(p *play, head *sandbox.Person, n string) {
	p.presses(head, nil, "更正")
	p.presses(head, nil, "确诊")
	for p.withButton(head, nil, "确认报送") == nil {
		p.presses(head, nil, n)
	}
}

// A correction in words that raises what the one-hour rule is about wakes the duty staff as a first report does, confirmed or not.
func TestACorrectionInWordsThatRaisesAnUrgentFigureRings(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"更正：确诊1人", "更正 确诊0改为1", "更正，疑似0人改为2人", "确诊应该是1，不是0", "correction: confirmed 0 should be 1"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty, director := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0], p.Holder(workgroup.Director)
			p.says(head, nil, "确诊0人，疑似0人，居家隔离3人")
			p.presses(head, nil, "确认报送")
			p.wait(5 * time.Minute)
			p.says(head, nil, words)
			p.alarmed(1, "何望桥", words)
			p.reads(head, nil, "紧急报告")
			p.wait(workgroup.CallLife + time.Second)
			if k := p.kase(); k.Unit != "ruanjian" || !p.rings(duty) {
				t.Fatalf("%+v\n%s", k, p.transcript(head, nil))
			}
			p.wait(10 * time.Minute)
			if !p.rings(director) {
				t.Errorf("the director is not rung:\n%s", p.transcript(director, nil))
			}
		})
	}
}

// A correction that lowers it, or leaves it, rings for nobody.
func TestACorrectionThatRaisesNothingRingsForNobody(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "确诊0人，居家隔离3人")
	p.presses(head, nil, "确认报送")
	for _, words := range []string{"更正 居家隔离3改为4", "更正：居家隔离0人改为确诊0人"} {
		p.says(head, nil, words)
	}
	p.wait(workgroup.CallLife + time.Second)
	p.alarmed(0)
	if n := len(p.open()); n != 0 {
		t.Errorf("%d cases", n)
	}
}

// Urgent figures entered by buttons and read back ring by themselves where nobody confirms them, first report or correction: the read-back
// says when.
func TestUrgentFiguresReadBackRingByThemselves(t *testing.T) {
	t.Parallel()
	for _, first := range []bool{true, false} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, duty, director := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0], p.Holder(workgroup.Director)
		if first {
			p.says(head, nil, "居家隔离2人")
			p.presses(head, nil, "修改")
			p.presses(head, nil, "确诊")
			for range 4 {
				p.presses(head, nil, "1")
			}
		} else {
			p.says(head, nil, "零报告")
			p.presses(head, nil, "确认报送")
			counts(p, head, "1")
		}
		p.reads(head, nil, "确诊 现有 1", "14:08 前没有确认", "自动立案并呼叫值班员")
		p.alarmed(0)
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); k.Kind != workgroup.CaseConfirmed || k.Unit != "ruanjian" || !k.Partial || !p.rings(duty) {
			t.Fatalf("%+v\n%s", k, p.transcript(head, nil))
		}
		p.wait(10 * time.Minute)
		if !p.rings(director) {
			t.Errorf("the director is not rung:\n%s", p.transcript(director, nil))
		}
		// Confirmed late it is of that case.
		p.presses(head, nil, "确认报送")
		p.wait(workgroup.CallLife + time.Second)
		if open := p.open(); len(open) != 1 || len(open[0].Remarks) != 2 {
			t.Errorf("%+v", open)
		}
	}
}

// Confirmed in time they are one case; given up, or put right, none.
func TestUrgentFiguresReadBackAndAnswered(t *testing.T) {
	t.Parallel()
	for answer, cases := range map[string]int{"确认报送": 1, "放弃": 0, "修改": 0, "说": 0} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, "零报告")
		p.presses(head, nil, "确认报送")
		counts(p, head, "1")
		p.wait(time.Minute)
		switch answer {
		case "修改":
			p.presses(head, nil, answer)
			p.presses(head, nil, "确诊")
			p.presses(head, nil, "0")
		case "说":
			p.says(head, nil, "零报告")
		default:
			p.presses(head, nil, answer)
		}
		p.wait(2*workgroup.CallLife + time.Second)
		if n := len(p.open()); n != cases {
			t.Errorf("%s: %d cases\n%s", answer, n, p.transcript(head, nil))
		}
	}
}

// A count filed before and raised is of a further patient, or not: that is asked, and rings by itself.
func TestARaisedUrgentFigureMayBeAFurtherPatient(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{"", "记入 急-0131-01", "另报新情况"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
		p.says(head, nil, "新增确诊1人")
		p.presses(head, nil, "学生")
		p.presses(head, nil, "刚刚")
		p.presses(head, nil, "启动紧急报告")
		p.presses(head, nil, "确认报送")
		p.presses(duty, nil, "我来接手")
		p.wait(20 * time.Minute)
		counts(p, head, "2")
		p.presses(head, nil, "确认报送")
		p.reads(head, nil, "还是又有新情况")
		p.alarmed(2)
		if answer != "" {
			p.presses(head, nil, answer)
		}
		p.wait(2*workgroup.CallLife + time.Second)
		open := p.open()
		if want := map[string]int{"": 2, "记入 急-0131-01": 1, "另报新情况": 2}[answer]; len(open) != want {
			t.Errorf("%q: %d cases\n%s", answer, len(open), p.transcript(head, nil))
		}
	}
}
