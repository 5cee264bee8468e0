package stage

import (
	"strings"
	"testing"
)

// heardSo are receipts as people write them.
var heardSo = []string{"收到，我来办", "好的，马上办", "收到，谢谢领导", "收到🙏", "嗯嗯收到", "已知悉", "没问题，马上落实", "收到。我们今晚就开始", "收到收到", "收到，我们单位小李负责", "好的收到", "收到，一定按时完成"}

// A receipt is one in whatever words it comes; it is said what was received.
func TestADecisionIsReceivedInManyWords(t *testing.T) {
	t.Parallel()
	for i, words := range heardSo {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.owing("摸清返校名单")
		if i%2 == 0 {
			p.says(owner, nil, words)
			p.sees(owner, nil, "已记为收到", "决-0131-01")
		} else {
			owner.Replies(p.withButton(owner, nil, "收到"), words)
			p.settle()
		}
		if d := p.decision("001"); !d.Seen.Done() || d.Plea.Done() || d.Done.Done() {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(owner, nil))
		}
	}
}

// What only begins like a receipt, or thanks for something, receives nothing; a report is a report, and a case a case.
func TestWhatReceivesNoDecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	for _, words := range []string{"谢谢", "是的", "收到疾控通知", "收到口罩200个", "没收到", "还没收到通知", "请问收到了吗", "马上开会", "收到红包了", "他知道了", "学生都收到通知了"} {
		p.says(owner, nil, words)
		if got := p.received(); got != "" {
			t.Fatalf("“%s” receives %s\n%s", words, got, p.transcript(owner, nil))
		}
	}
	p.says(owner, nil, "收到，我处零报告")
	p.sees(owner, nil, "对吗")
	p.says(owner, nil, "放弃")
	p.says(owner, nil, "收到，居家隔离2人")
	p.sees(owner, nil, "居家隔离", "2")
	p.says(owner, nil, "放弃")
	p.says(owner, nil, "收到，我处一名学生确诊了")
	p.reads(owner, nil, "紧急报告：确诊")
}

// What stands behind a receipt is not lost over it: a difficulty is passed on as it was written.
func TestADifficultyBehindAReceiptIsPassedOn(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"收到，就是经费没有", "收到，但是床不够，差8张，怎么办", "好的，不过测温枪还没到", "收到 测温枪不够", "收到，有困难，床不够", "收到，只是老师联系不上"} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, words)
		p.sees(owner, nil, "已记为收到", "已转", "决-0131-01")
		p.reads(office, nil, "决-0131-01", "“"+words+"”", owner.Name())
		if d := p.decision("001"); !d.Seen.Done() || d.Plea.Words != words {
			t.Errorf("“%s”: %+v", words, d.Plea)
		}
	}
}

// Several decisions answered in one message are each answered, in the words that are of it.
func TestEachDecisionIsAnsweredInOneMessage(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"第一条收到，第二条有困难，教师不在本地", "决-0131-01 收到；决-0131-02 有困难，教师不在本地", "第1项收到。第2项有困难，教师不在本地"} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.owing("教师返岗登记")
		p.says(owner, nil, words)
		one, two := p.decision("001"), p.decision("002")
		if !one.Seen.Done() || one.Plea.Done() || !two.Seen.Done() || !two.Plea.Done() || !strings.HasSuffix(two.Plea.Words, "有困难，教师不在本地") || !strings.Contains(words, two.Plea.Words) {
			t.Errorf("%s: %+v\n%+v\n%s", words, one.Plea, two.Plea, p.transcript(owner, nil))
		}
		p.reads(owner, nil, "已记为收到：决-0131-01")
		p.reads(office, nil, "决-0131-02", "教师不在本地")
	}
	// One that cannot be read leaves the others alone: nothing is done by halves.
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.owing("教师返岗登记")
	for _, words := range []string{"第一条收到，第二条谁负责？", "第一条是消毒，第二条是测温", "第一条居家隔离2人，第二条无"} {
		p.says(owner, nil, words)
		if got := p.received(); got != "" || p.decision("002").Plea.Done() {
			t.Errorf("“%s” receives %q", words, got)
		}
	}
}
