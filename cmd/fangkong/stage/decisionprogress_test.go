package stage

import (
	"strings"
	"testing"
)

// A receipt without a comma is one.
func TestAReceiptInOneBreath(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"收到我来办", "收到，我来办", "收到马上办", "好的马上安排", "收到这就去办"} {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单")
		p.says(owner, nil, words)
		if !p.decision("001").Seen.Done() {
			t.Errorf("%s\n%s", words, p.transcript(owner, nil))
		}
	}
}

// How far a decision has come is told to the office, and closes nothing: of the one that the words name or answer; else it is asked of which, of one alone too.
func TestHowFarADecisionHasCome(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		words          string
		asked, replied bool
	}{
		{"空宿舍备好了15间，还差5间", false, false}, {"决-0131-01 已备好15间，还差5间", false, false}, {"房间备了15间了，还差5间", false, true},
		{"已经备好15间，还差5间", true, false}, {"房间备了15间了，还差5间", true, false}, {"已备好15间，剩下的明早到位", true, false},
	} {
		p := wholeEarly(t, "15:58")
		office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
		p.until("16:01")
		p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间空宿舍")
		switch {
		case one.replied:
			owner.Replies(p.withButton(owner, nil, "收到"), one.words)
			p.settle()
		default:
			p.says(owner, nil, one.words)
		}
		if one.asked {
			p.sees(owner, nil, "是这一项的进展吗", "备好20间空宿舍")
			if p.withText(office, nil, "进展") != nil || p.decision("001").Seen.Done() {
				t.Fatalf("“%s” goes out unasked:\n%s", one.words, p.transcript(owner, nil))
			}
			p.presses(owner, nil, "决-0131-01")
		}
		p.sees(owner, nil, "决-0131-01", "已转", "办完请写“已办结：”")
		p.reads(office, nil, "决-0131-01", "进展", one.words, owner.Name())
		if d := p.decision("001"); d.Done.Done() || !d.Seen.Done() {
			t.Errorf("“%s”: %+v", one.words, d)
		}
	}
}

// Of several it is asked which; what is of the day's reports, or of none, goes to nobody.
func TestWhatIsNoProgressOfADecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	told := func() int { return strings.Count(p.transcript(office, nil), "进展") }
	p.until("16:01")
	p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间房")
	p.says(owner, nil, "还有一个单位没报")
	p.sees(owner, nil, "是这一项的进展吗")
	p.presses(owner, nil, "不是")
	if d := p.decision("001"); told() != 0 || d.Seen.Done() {
		t.Fatalf("it goes out: %+v\n%s", d, p.transcript(owner, nil))
	}
	p.decides("zhao-wangpu", "后勤集团2月2日前完成宿舍消毒")
	p.says(owner, nil, "已经备好15间房，还差5间")
	p.sees(owner, nil, "是下面哪一项的进展", "决-0131-01", "决-0131-02")
	if p.withButton(owner, nil, "都不是") == nil {
		t.Errorf("of none of them:\n%s", p.transcript(owner, nil))
	}
	p.says(owner, nil, "都不是")
	if told() != 0 {
		t.Errorf("it goes out:\n%s", p.transcript(owner, nil))
	}
	p.says(owner, nil, "已经备好15间房，还差5间")
	p.presses(owner, nil, "决-0131-01")
	p.reads(office, nil, "决-0131-01", "进展", "还差5间")
	p.says(owner, nil, "居家隔离2人，还差3人没核实")
	if told() != 1 {
		t.Errorf("a report is no progress\n%s", p.transcript(office, nil))
	}
}

// What is refused is said as any other refusal.
func TestTheProgressOfWhatIsDoneIsRefused(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	p.until("16:01")
	p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间房")
	p.says(owner, nil, "决-0131-01 办结：20间房都备好了")
	p.says(owner, nil, "决-0131-01 已备好15间，还差5间")
	p.sees(owner, nil, "已办结", "20间房都备好了")
	if p.withText(office, nil, "进展") != nil {
		t.Errorf("it goes out:\n%s", p.transcript(office, nil))
	}
}
