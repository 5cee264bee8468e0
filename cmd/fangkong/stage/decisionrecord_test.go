package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// recordedCodes are the decisions of a date that are in force.
func (p *play) recordedCodes(date workgroup.Date) string {
	var codes []string
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Decisions.Each(b, string(date)+"/") {
			if d.Recorded.Done() {
				codes = append(codes, d.Code())
			}
		}
	})
	return strings.Join(codes, " ")
}

// A word that says yes under a decision's “对吗？” records it, as everywhere else; so do the words of its button. Whoever asks what is not done
// hears of those that nobody has recorded.
func TestADecisionIsRecordedInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	leader, office, director, head, inspector := p.Holder(workgroup.Leading), p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Head("xuesheng"), p.Holder(workgroup.Inspector)
	p.until("16:01")
	for i, word := range []string{"是的", "可以", "对", "记为议定事项"} {
		p.says(leader, nil, "决定："+string(rune('1'+i))+"号楼测温由学生处负责，2月1日12点前完成")
		code := "0131-0" + string(rune('1'+i))
		p.decisionCard(leader, code, "对吗？")
		p.says(leader, nil, word)
		p.decisionCard(leader, code, "待收到")
		p.decisionCard(head, code, "请按「收到」")
	}
	// What is not settled is asked, not recorded; of two the last is meant, and the other asked about after it.
	p.says(leader, nil, "决定：加强门岗管理，2月1日12点前完成")
	p.says(leader, nil, "记为议定事项")
	p.sees(leader, nil, "还没定由谁负责")
	p.says(leader, nil, "决定：公开信由学生处负责起草，2月1日12点前完成")
	p.says(leader, nil, "是的")
	p.decisionCard(head, "0131-06", "公开信")
	if got := p.recordedCodes("2020-01-31"); got != "0131-01 0131-02 0131-03 0131-04 0131-06" {
		t.Errorf("recorded: %s", got)
	}
	p.lastCard(leader, "📌", "由谁负责？")
	// Nobody else's yes records it, and neither does an old one, or thanks for something else.
	p.says(office, nil, "决定：通风由学生处负责，2月1日12点前完成")
	p.says(office, nil, "谢谢")
	p.says(office, nil, "收到")
	p.says(director, nil, "是的")
	p.until("17:30")
	p.says(office, nil, "是的")
	for _, ask := range []string{"哪些议定事项没办", "督办", "/decisions"} {
		before := len(director.Sees(nil))
		p.says(director, nil, ask)
		said := ""
		for _, m := range director.Sees(nil)[before:] {
			said += m.Text + "\n"
		}
		for _, want := range []string{"另有 2 项决定还没有记为议定事项", "决-0131-05（", "决-0131-07（赵望朴写）", "📌 决-0131-07"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: should say %q:\n%s", ask, want, said)
			}
		}
	}
	p.says(inspector, nil, "督办")
	if said := p.sees(inspector, nil, "另有 2 项决定还没有记为议定事项").Text; strings.Contains(said, "通风") {
		t.Errorf("the inspector reads what is not recorded:\n%s", said)
	}
	p.says(office, nil, "记为议定事项")
	p.decisionCard(head, "0131-07", "通风")
}

func TestADecisionIsRecordedInEnglishWords(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "Decision: more temperature checks, by the Student Affairs Office, before 1 February")
	p.says(office, nil, "/decisions")
	p.reads(office, nil, "1 decision not recorded yet")
	p.reads(office, nil, "is not recorded", "(written by 赵望朴)")
	p.says(office, nil, "yes")
	p.lastCard(head, "📌 0131-01", "not received yet")
}
