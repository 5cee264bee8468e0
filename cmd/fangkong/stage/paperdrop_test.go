package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A correction whose figures have gone back to what was sent is given up by the office, by its button or in words, for a reason that stays with the report
// that was sent; one that corrects something is not, and a later change has one drafted anew.
func TestACorrectionThatCorrectsNothingIsDropped(t *testing.T) {
	t.Parallel()
	for _, says := range [][]string{{"更正件不要了", "数据已改回"}, {"更正件不要了，数据已改回"}, {"不用更正件了，因为数据已改回"}, {"「」", "数据已改回"}} {
		p := newPlay(t, Options{})
		drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
		counts := func(words string) {
			p.says(head, nil, words)
			p.presses(head, nil, "报送")
		}
		p.until("14:05")
		counts("居家隔离2人")
		p.until("15:10")
		p.drafts(drafter, "无", "无")
		p.submits(drafter)
		p.presses(colleague, nil, "审核通过")
		p.signs(director)
		p.says(drafter, nil, "已报送：传真；刚刚；王科长")
		counts("更正：居家隔离3人")
		p.signOff(drafter, "更正件", "草稿", "居家隔离 现有 2 → 3")
		p.says(drafter, nil, "更正件不要了")
		p.sees(drafter, nil, "要更正的数还在，不能撤下")
		if p.withButton(drafter, nil, "不用更正，撤下") != nil {
			t.Error("what corrects something is offered to be dropped")
		}
		counts("更正：居家隔离2人")
		if says[0] == "「」" {
			p.presses(drafter, nil, "不用更正，撤下")
			says = says[1:]
		}
		for i, words := range says {
			p.says(drafter, nil, words)
			if i+1 < len(says) {
				p.sees(drafter, nil, "请写明为什么不用更正件了")
			}
		}
		for _, one := range []string{"1月31日 的更正件已由赵望朴撤下", "原因：数据已改回"} {
			p.reads(drafter, nil, one)
			p.reads(colleague, nil, one)
		}
		p.view(func(b workgroup.Book) {
			last, _ := workgroup.LastPaper(b, "2020-01-31")
			if last.Number != 1 || last.State != workgroup.PaperSent || len(last.Dropped) != 1 || last.Dropped[0].Reason != "数据已改回" {
				t.Errorf("%v: %+v\n%s", says, last, p.transcript(drafter, nil))
			}
		})
		if n := p.events(workgroup.PaperDropped); n != 1 {
			t.Errorf("%d entries", n)
		}
		counts("更正：居家隔离4人")
		p.signOff(drafter, "更正件", "草稿", "居家隔离 现有 2 → 4")
		p.submits(drafter)
		p.signOff(drafter, "审核中")
	}
}
