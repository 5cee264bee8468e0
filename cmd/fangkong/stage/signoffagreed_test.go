package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Who lets a report pass says so with more than one word, and who is asked “对吗？” agrees; neither does what was not meant, and of a filing and a
// report that both wait nothing is done by it.
func TestWhoAgreesSaysSoInTheirOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人（学生2人、老师0人）")
	p.says(head, nil, "同意吗")
	p.lacks(head, nil, "✅ 软件学院")
	p.says(head, nil, "同意")
	p.reads(head, nil, "已报送")

	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.saysSubmit(drafter)
	for _, not := range []string{"不同意", "同意，但是五要改", "没问题，先放着", "同意退回", "谁同意的？", "没问题吧，同意了吗", "同意昨天的安排"} {
		p.says(colleague, nil, not)
		p.signOff(director, "审核中")
	}
	p.says(colleague, nil, "没问题")
	p.signOff(director, "审核中")
	if last := colleague.Last(nil); !strings.Contains(last.Text, "请按「审核通过」") {
		t.Errorf("a report waits for the word, told %q", last.Text)
	}
	p.says(colleague, nil, "我看过了，没有问题，同意。")
	p.signOff(director, "待签")
	p.says(director, nil, "没问题，同意")
	p.sees(director, nil, "再发一次“签发”")
	p.signOff(director, "待签")
	p.wait(2 * time.Second)
	p.says(director, nil, "好的 同意签发")
	p.wait(10 * time.Second)
	p.signOff(director, "已签")
	p.until("16:01")
	p.says(director, nil, "决定：宿舍消毒，由学生处负责，2月1日18点前完成")
	p.says(director, nil, "同意")
	p.decisionCard(director, "0131-01", "待收到")
	p.decisionCard(p.Head("xuesheng"), "0131-01", "待收到")

	// With a report that waits as well, the word does neither.
	p.update(func(b workgroup.Book) {
		paper, _ := workgroup.LastPaper(b, "2020-01-31")
		paper.State, paper.Signature = workgroup.PaperToSign, workgroup.Signature{}
		workgroup.Papers.Put(b, paper)
	})
	p.says(director, nil, "决定：门岗登记，由学生处负责，2月1日18点前完成")
	p.says(director, nil, "同意")
	p.decisionCard(director, "0131-02", "待定", "对吗？")
	p.signOff(director, "待签")
}
