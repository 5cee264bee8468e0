package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What follows from what is said is read back; what is lost between the words is asked.
func TestWhatFollowsIsReadBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, reads string }{
		{"居家隔离原有4人今天解除1人新来2人", "居家隔离 现有 5"},
		{"居家隔离1人，解除了", "居家隔离现有几人"},
		{"居家隔离2人，今天解除了1人", "居家隔离 解除 1"},
		{"发热1人（已排除），其他无", "发热现有几人"},
	} {
		p := newPlay(t, Options{})
		p.until("14:05")
		who := p.Head("huli")
		p.says(who, nil, c.words)
		if got := who.Last(nil).Text; !strings.Contains(got, c.reads) {
			t.Errorf("%s: lacks %q:\n%s", c.words, c.reads, got)
		}
	}
}

// A bare number answers what the read-back asks, and a corrected one is of the only count there is.
func TestABareNumberIsOfWhatIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	huang, song, sun := p.Head("huli"), p.Head("jidian"), p.Head("lvyou")
	p.says(huang, nil, "居家隔离3人，其余无")
	p.sees(huang, nil, "居家隔离里学生几人")
	p.says(huang, nil, "1")
	p.sees(huang, nil, "居家隔离（学生） 现有 1", "居家隔离（教职工） 现有 2")
	p.presses(huang, nil, "报送")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_now_student": 1, "home_quarantine_now_staff": 2})

	p.says(song, nil, "居家隔离1人，其余无")
	p.presses(song, nil, "报送")
	p.says(song, nil, "不对 是2人")
	p.sees(song, nil, "居家隔离 现有 1 → 2")
	p.presses(song, nil, "报送")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})

	// Of several counts it is asked which.
	p.says(sun, nil, "居家隔离1人，发热1人，其余无")
	p.presses(sun, nil, "报送")
	p.says(sun, nil, "不对 是2人")
	p.sees(sun, nil, "指的是哪一项")
}

// Groups told where who is new is asked are kept, and so is the answer among them.
func TestAnAnswerMayTellOfTheGroups(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"学生3 老师0 新增1", "学生3，老师0，新增1人"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		soft := p.Head("ruanjian")
		p.says(soft, nil, "填报")
		for _, n := range []string{"0", "0", "0", "3", words} {
			p.says(soft, nil, n)
		}
		p.sees(soft, nil, "解除几人")
		for _, n := range []string{"0", "0", "0", "0", "0", "0"} {
			p.says(soft, nil, n)
		}
		p.presses(soft, nil, "报送")
		p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_new": 1, "home_quarantine_now_student": 3, "home_quarantine_now_staff": 0})
	}
}
