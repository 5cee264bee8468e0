package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// Who only says that there is one more, beside a case of theirs, is asked whether it is a further one; unanswered it is.
func TestOneMoreBesideACaseIsAsked(t *testing.T) {
	t.Parallel()
	for i, words := range []string{"又多了一个", "第二例也出来了", "又一个", "我院又出现一例", "another one"} {
		for _, aloud := range []bool{false, true} {
			p, head, duty := reported(t)
			p.wait(15 * time.Minute)
			where := sandbox.Chat(nil)
			if aloud {
				where = p.Group
			}
			p.says(head, where, words)
			p.reads(head, nil, "还是又有新情况", "14:23 前没有回答")
			p.lacks(head, nil, "指的是哪一项")
			switch i {
			case 0:
				p.presses(head, nil, "记入 急-0131-01")
			case 1:
				p.presses(head, nil, "另报新情况")
			}
			p.wait(workgroup.CallLife + time.Second)
			open := p.open()
			if i == 0 && (len(open) != 1 || len(open[0].Remarks) != 2) || i > 0 && (len(open) != 2 || !p.rings(duty)) {
				t.Errorf("%s: %+v\n%s", words, open, p.transcript(head, nil))
			}
			groupHides(p, "又有新情况")
		}
	}
	// Where no case is open, or a question of the day's report is asked, it is of the report.
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "又多了一个")
	p.reads(head, nil, "指的是哪一项")
}

// How many there are in all of what a further patient has is asked: one more is not one.
func TestOneMoreIsNotOneInAll(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"又有一个学生也确诊了", "我院又有一名学生确诊"} {
		p, head, duty := reported(t)
		p.wait(5 * time.Minute)
		p.says(head, nil, words)
		p.reads(head, nil, "确诊现有几人")
		if p.withText(head, nil, "现有 1") != nil {
			t.Errorf("%s: a count is guessed:\n%s", words, p.transcript(head, nil))
		}
		for range 4 { // there are, today, ever, and students
			p.presses(head, nil, "2")
		}
		p.presses(head, nil, "确认报送")
		p.wait(workgroup.CallLife + time.Second)
		open := p.open()
		if len(open) != 2 || len(open[0].Remarks) != 1 || !p.rings(duty) || !strings.Contains(open[1].Remarks[0].Text, words) {
			t.Fatalf("%s: %+v\n%s", words, open, p.transcript(head, nil))
		}
		if s, _ := p.filed("ruanjian"); s.Figures["confirmed_now"] != 2 {
			t.Errorf("%s: %+v", words, s.Figures)
		}
	}
}

// Figures filed of a further patient belong to the further case, also when that has opened meanwhile.
func TestFiguresOfAFurtherPatientAreOfTheirCase(t *testing.T) {
	t.Parallel()
	for _, after := range []time.Duration{time.Minute, 5 * time.Minute} {
		p, head, _ := reported(t)
		p.wait(5 * time.Minute)
		p.says(head, nil, "又有一个学生也确诊了")
		p.wait(after)
		for range 4 { // there are, today, ever, and students
			p.presses(head, nil, "2")
		}
		p.presses(head, nil, "确认报送")
		p.wait(workgroup.CallLife + time.Second)
		if open := p.open(); len(open) != 2 || len(open[0].Remarks) != 1 || !strings.Contains(open[1].Remarks[0].Text+open[1].Remarks[len(open[1].Remarks)-1].Text, "新增 2") {
			t.Errorf("after %v: %+v\n%s", after, open, p.transcript(head, nil))
		}
	}
}
