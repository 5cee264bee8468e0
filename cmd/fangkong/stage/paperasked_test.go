package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// While a report waits for words, a question is answered, who puts it off is not taken at their word, and neither becomes part of it.
func TestWhatIsBesideAReportIsNoPartOfIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	paper := func() (one workgroup.Paper) {
		p.view(func(b workgroup.Book) { one, _ = workgroup.LastPaper(b, "2020-01-31") })
		return one
	}
	p.until("15:10")
	p.says(drafter, nil, "拟稿送审")
	p.says(drafter, nil, "四：教学楼消毒3次")
	for _, words := range []string{"软件学院报了吗", "等一下，我问问后勤"} {
		p.presses(drafter, nil, "写五")
		p.says(drafter, nil, words)
		if got := paper().Plans; got != "" {
			t.Errorf("%q is written as %q", words, got)
		}
	}
	p.says(drafter, nil, "五：口罩不够")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.presses(director, nil, "退回")
	p.says(director, nil, "护理学院居家隔离几个人")
	if got := paper().State; got != workgroup.PaperToSign {
		t.Errorf("a question sent it back: %s\n%s", got, p.transcript(director, nil))
	}
	p.says(director, nil, "取消")
	p.signs(director)
	p.presses(drafter, nil, "登记上报")
	p.says(drafter, nil, "传真机坏了")
	p.wait(10 * time.Minute)
	p.says(drafter, nil, "刚刚发出去了")
	if got := paper(); got.State != workgroup.PaperSigned || got.Sent.Received != "" {
		t.Errorf("entered %s %+v\n%s", got.State, got.Sent, p.transcript(drafter, nil))
	}
	p.says(drafter, nil, "传真，刚刚，市指挥部王科长")
	sent := paper().Sent
	p.presses(drafter, nil, "备案")
	for _, words := range []string{"等我问一下", "护理学院报了吗", "撤回报告"} {
		p.presses(drafter, nil, "更正登记")
		p.says(drafter, nil, words)
		if got := paper().Sent; got.Received != sent.Received || got.Received == "" {
			t.Errorf("%q: received by %q, was %q\n%s", words, got.Received, sent.Received, p.transcript(drafter, nil))
		}
	}
}

// Who signs while a correction waits reads so in the first of both steps.
func TestSigningOverACorrectionThatWaitsSaysSo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离3人")
	p.says(head, nil, "对")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.says(head, nil, "更正：学生居家隔离4人")
	if said, want := p.presses(director, nil, "签发"), "1 处更正待确认"; !strings.Contains(said, want) {
		t.Errorf("told %q, want %q", said, want)
	}
}
