package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A signed document whose signature falls is marked where it stands. One that had gone out by then is entered as it went, and what is being
// written becomes its correction.
func TestAVoidDocumentThatWentOut(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, leader, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.sees(colleague, nil, "1月31日 上报件（已签）")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.wait(2 * time.Second)
	for _, one := range []string{p.transcript(drafter, nil), p.transcript(colleague, nil)} {
		if !strings.Contains(one, "这一份已作废") || !strings.Contains(one, "不要上报") {
			t.Errorf("the void document is not marked:\n%s", one)
		}
	}
	p.signOff(drafter, "草稿", "先前的签字已失效")
	p.says(drafter, nil, "已报送：传真；刚刚")
	p.sees(drafter, nil, "请再写：接收人")
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.sees(drafter, nil, "已经报出", "传真", "王科长接收", "更正件")
	p.signOff(drafter, "草稿", "先前的签字已失效")
	p.says(drafter, nil, "是")
	p.reads(director, nil, "作废的那一份已经报出")
	p.signOff(drafter, "更正件", "草稿", "居家隔离")
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		second, _ := workgroup.LastPaper(b, "2020-01-31")
		if first.State != workgroup.PaperSent || first.Sent.Received != "王科长" || first.Copy == "" || second.Corrects != first.Key() {
			t.Errorf("first %s %+v, second corrects %q", first.State, first.Sent, second.Corrects)
		}
	})
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "刚刚；会议；于思霖；同意上报")
	p.signs(director)
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.signOff(drafter, "更正件", "已上报")
	p.audited(2)
}

// As long as nobody has said whether a void document went out, its draft is neither sent round nor signed: whoever does so is asked again, and the
// answer counts however far the draft has come.
func TestAVoidDocumentIsAskedAfterUntilItIsAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.wait(2 * time.Second)
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.sees(drafter, nil, "已经报出了吗？")
	p.says(drafter, nil, "送审")
	p.sees(drafter, nil, "已经报出了吗？", "传真", "王科长接收", "答了再送审")
	p.presses(colleague, nil, "送审")
	p.sees(colleague, nil, "已经报出了吗？", "赵望朴写的，还没有确认", "答了再送审")
	p.signOff(drafter, "草稿")

	// It did not: the draft goes round.
	p.says(colleague, nil, "没有报出")
	if n := p.events(workgroup.PaperVoidUnsent); n != 1 {
		t.Errorf("%d entries say that it did not go out", n)
	}
	p.submits(drafter)
	p.signOff(drafter, "审核中")

	// It did after all, and the draft has come to the director before that is answered.
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	at := p.Now()
	p.presses(colleague, nil, "审核通过")
	p.wait(3 * time.Minute)
	p.presses(director, nil, "签发")
	p.sees(director, nil, "已经报出了吗？", "赵望朴写的，还没有确认", "答了再签发")
	p.signOff(director, "待签")
	p.says(drafter, nil, "是")
	p.reads(director, nil, "作废的那一份已经报出")
	p.signOff(drafter, "更正件", "草稿")
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		second, _ := workgroup.LastPaper(b, "2020-01-31")
		if first.State != workgroup.PaperSent || first.Sent.At.After(at) || second.Corrects != first.Key() {
			t.Errorf("first %s %+v, second corrects %q", first.State, first.Sent, second.Corrects)
		}
	})
	p.audited(2)
}
