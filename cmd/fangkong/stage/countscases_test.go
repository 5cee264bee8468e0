package stage

import (
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
