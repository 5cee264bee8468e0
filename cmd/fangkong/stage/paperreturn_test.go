package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever has pressed 「退回」 and then agrees has not said why it is sent back: which of both is meant is asked, and neither is done before.
func TestAgreeingIsNoReasonToSendBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	for _, words := range []string{"同意", "通过", "好的", "谢谢", "怎么退？", "退回：同意"} {
		p.presses(colleague, nil, "退回")
		p.says(colleague, nil, words)
		p.sees(colleague, nil, "还没有退回")
		p.signOff(drafter, "审核中")
	}
	p.sees(colleague, nil, "“同意”不是退回的原因", "要退回，请写原因")
	p.presses(colleague, nil, "审核通过")
	p.signOff(drafter, "待签")

	// What was pressed instead ends what was asked: the next word is of the signature.
	p.presses(director, nil, "退回")
	p.says(director, nil, "签")
	p.sees(director, nil, "“签”不是退回的原因")
	p.presses(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(director, nil, "签发")
	p.signOff(drafter, "已签")
}

// A reason is still one, also where it asks something behind the verb; and what somebody is asked why they change is judged likewise.
func TestAReasonToSendBackIsTaken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "退回")
	p.says(colleague, nil, "同意")
	p.says(colleague, nil, "五要写具体")
	p.signOff(drafter, "草稿", "退回：五要写具体")
	p.submits(drafter)
	p.says(colleague, nil, "退回：四为什么只写了“无”？")
	p.signOff(drafter, "草稿", "四为什么只写了“无”？")
}

// Why a decision is changed or taken back is no yes, no thanks and no question.
func TestAgreeingIsNoReasonForAChange(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：宿舍消毒，由学生处负责，2月1日18点前完成")
	p.presses(office, nil, "记为议定事项")
	p.says(office, nil, "撤销决-0131-01")
	for _, words := range []string{"同意", "好的", "没什么原因", "怎么写？"} {
		p.says(office, nil, words)
		p.view(func(b workgroup.Book) {
			if d, _ := workgroup.Decisions.Get(b, "2020-01-31/001"); d.Revoked.Done() {
				t.Fatalf("“%s” is the reason: %+v", words, d.Revoked)
			}
		})
		p.sees(office, nil, "为什么撤销？请写原因")
	}
	p.says(office, nil, "与上级通知重复")
	p.view(func(b workgroup.Book) {
		if d, _ := workgroup.Decisions.Get(b, "2020-01-31/001"); d.Revoked.Reason != "与上级通知重复" {
			t.Errorf("revoked: %+v", d.Revoked)
		}
	})
}
