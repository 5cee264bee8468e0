package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// The day's figures may count whom the unit's case is of: their head says so, and nobody is woken a second time. Unsaid, it rings.
func TestFiguresThatCountACaseWakeNobodyAgain(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"新增确诊1人，居家隔离2人", "确诊学生1人", "软件学院 1月31日：确诊1例，其余为0"} {
		for _, group := range []bool{false, true} {
			p, head, duty := reported(t)
			p.wait(15 * time.Minute)
			where := sandbox.Chat(nil)
			if group {
				where = p.Group
			}
			p.says(head, where, words)
			p.rang(1, p.Holder(workgroup.Director))
			p.presses(head, nil, "记入 急-0131-01")
			p.presses(head, nil, "确认报送")
			p.wait(workgroup.CallLife + time.Second)
			p.rang(1, p.Holder(workgroup.Director))
			if open := p.open(); len(open) != 1 || p.rings(duty) {
				t.Errorf("%s: %d cases\n%s", words, len(open), p.transcript(head, nil))
			}
			if s, _ := p.filed("ruanjian"); s.Figures["confirmed_now"] != 1 {
				t.Errorf("%s: %+v", words, s.Figures)
			}
		}
	}
}

// A second patient told in nothing but a figure is heard of all the same.
func TestAFigureThatNobodySaysIsOfTheCaseRings(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.wait(15 * time.Minute)
	p.says(head, nil, "新增确诊1人")
	p.presses(head, nil, "确认报送")
	p.wait(workgroup.CallLife + time.Second)
	if open := p.open(); len(open) != 2 || !p.rings(duty) {
		t.Errorf("%d cases\n%s", len(open), p.transcript(head, nil))
	}
}

// Words that tell more than figures, count more people, or are of another unit, wake them.
func TestWhatIsMoreThanTheFiguresOfACaseWakesPeople(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"新增确诊2人，居家隔离2人", "新增确诊1人，刚从医院打来电话", "又新增确诊1人", "新增疑似1人，居家隔离2人"} {
		p, head, _ := reported(t)
		p.wait(15 * time.Minute)
		p.says(head, nil, words)
		if n := p.alarms(p.Holder(workgroup.Director)); n != 2 {
			t.Errorf("%s: alarmed %d times\n%s", words, n, p.transcript(head, nil))
		}
	}
}

// whoseAsked is how often somebody has been asked whether figures are those of a case.
func (p *play) whoseAsked(who *sandbox.Person) (n int) {
	for _, m := range who.Sees(nil) {
		if strings.Contains(m.Text, "刚报的数里") {
			n++
		}
	}
	return n
}

// A confirmation that is answered as that of the case settles the question: nothing rings by itself. What was filed and is said again raises none.
func TestAConfirmedFigureOfACaseSettlesWhoseItIs(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(head, nil, "学生确诊1人，其余正常")
	if toast := p.presses(head, nil, "确认报送"); !strings.Contains(toast, "已并入") || p.whoseAsked(head) != 1 {
		t.Errorf("answered %q\n%s", toast, p.transcript(head, nil))
	}
	p.wait(workgroup.CallLife + time.Second)
	for _, words := range []string{"学生确诊1人，居家隔离5人", "确诊现有1人，新增1人，居家隔离6人"} {
		p.says(head, nil, words)
		p.presses(head, nil, "确认报送")
		p.wait(workgroup.CallLife + time.Second)
	}
	if open := p.open(); len(open) != 1 || p.rings(duty) || p.whoseAsked(head) != 1 {
		t.Errorf("%d cases, asked %d times\n%s", len(open), p.whoseAsked(head), p.transcript(head, nil))
	}
	p.rang(1, p.Holder(workgroup.Director))
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_now"] != 6 || s.Figures["confirmed_now"] != 1 {
		t.Errorf("%+v", s.Figures)
	}
	// Their word that it is another one is heard even so.
	p.presses(head, nil, "另报新情况")
	p.wait(workgroup.CallLife + time.Second)
	if open := p.open(); len(open) != 2 {
		t.Errorf("%d cases\n%s", len(open), p.transcript(head, nil))
	}
}

// How many there are now, and no more than the open case is of, is filed without being asked whether it is new; more are asked about.
func TestHowManyThereAreOfAnOpenCaseIsNotAskedAsNew(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "刚接到电话：我院有学生被封闭隔离在小区")
	p.presses(head, nil, "启动紧急报告")
	p.wait(10 * time.Minute)
	p.says(head, nil, "封闭隔离现有1人，其余为0")
	p.reads(head, nil, "封闭隔离 现有 1")
	if m := p.withText(head, nil, "今日新发生的吗"); m != nil {
		t.Errorf("asked what was reported ten minutes before:\n%s", m.Text)
	}
	p.says(head, nil, "封闭隔离现有2人，其余为0")
	p.reads(head, nil, "今日新发生的吗")
}
