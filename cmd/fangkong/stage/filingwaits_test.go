package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// While a filing asks, or waits for its word, what is said of an open case is of the case: it is kept or asked about, and the
// filing waits.
func TestAFilingWaitsForWhatIsSaidOfACase(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ filing, words, kept string }{
		{"/report", "补充：李小明已送第一人民医院", "kept"},
		{"/report", "学生已送医院了", "kept"},
		{"/report", "体温38.5度", "asked"},
		{"/report", "辅导员已联系家长", "asked"},
		{"/report", "李小明的3名室友已隔离", "asked"},
		{"居家隔离2人，其余为0", "体温38.5度", "asked"},
		{"居家隔离2人，其余为0", "辅导员已联系家长", "asked"},
	} {
		t.Run(c.filing+" "+c.words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := reported(t)
			p.says(head, nil, c.filing)
			p.says(head, nil, c.words)
			if p.withText(head, nil, "没看懂") != nil {
				t.Errorf("taken for an answer:\n%s", p.transcript(head, nil))
			}
			p.reads(duty, nil, "急-0131-01", c.words)
			if c.kept == "asked" {
				p.presses(head, nil, "记入 急-0131-01")
			}
			if k := p.kase(); len(k.Remarks) != 2 || k.Remarks[1].Text != c.words {
				t.Errorf("kept: %+v", k.Remarks)
			}
			if c.filing != "/report" {
				p.says(head, nil, "确认报送")
				p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
			}
		})
	}
}

// What is only a bad answer is still asked again, and an urgent word always wins.
func TestABadAnswerIsAskedAgainBesideACase(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	p.says(head, nil, "/report")
	p.says(head, nil, "不清楚")
	p.sees(head, nil, "请回一个整数")
	p.says(head, nil, "我院一名老师疑似")
	if n := p.alarms(p.Holder(workgroup.Director)); n != 2 {
		t.Errorf("alarmed %d times", n)
	}
}

func TestAFilingWaitsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "/report")
	p.says(head, nil, "Temperature is 38.5 and stable")
	p.presses(head, nil, "急-0131-01")
	if k := p.kase(); len(k.Remarks) != 1 || !strings.Contains(k.Remarks[0].Text, "stable") {
		t.Errorf("kept: %+v", k.Remarks)
	}
}
