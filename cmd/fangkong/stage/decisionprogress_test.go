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

// How far a decision has come is told to the office, and closes nothing.
func TestHowFarADecisionHasCome(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"已经备好15间，还差5间", "房间备了15间了，还差5间", "已备好15间，剩下的明早到位"} {
		p := wholeEarly(t, "15:58")
		office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
		p.until("16:01")
		p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间房")
		p.says(owner, nil, "收到")
		p.says(owner, nil, words)
		p.sees(owner, nil, "决-0131-01", "已转", "办完请写“已办结：”")
		p.reads(office, nil, "决-0131-01", "进展", words, owner.Name())
		if p.decision("001").Done.Done() {
			t.Error("closed")
		}
	}
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	p.until("16:01")
	p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间房", "后勤集团2月2日前完成宿舍消毒")
	p.says(owner, nil, "都收到了")
	p.says(owner, nil, "已经备好15间房，还差5间")
	p.presses(owner, nil, "决-0131-01")
	p.reads(office, nil, "决-0131-01", "进展", "还差5间")
	p.says(owner, nil, "居家隔离2人，还差3人没核实")
	if strings.Count(p.transcript(office, nil), "进展") != 1 {
		t.Errorf("a report is no progress\n%s", p.transcript(office, nil))
	}
}
