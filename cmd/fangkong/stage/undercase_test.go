package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// caseInGroup is the card of the newest case in the group.
func (p *play) caseInGroup() *sandbox.Message {
	p.t.Helper()
	var card *sandbox.Message
	for _, m := range p.Group.Standing() {
		if strings.Contains(m.Text, "急-") && m.From.Bot {
			card = &m
		}
	}
	if card == nil {
		p.t.Fatal("no case stands in the group")
	}
	return card
}

// What is written under a case's card in the group reaches the case and whoever has it; its writer may have it taken out.
func TestWhatIsWrittenUnderACasesCard(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"是李小明", "李小明，确诊，住3号楼", "李小明已送医院", "确诊的是李小明", "李小明 13800000000"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := reported(t)
			m := head.Replies(p.caseInGroup(), words)
			p.settle()
			if k := p.kase(); len(k.Remarks) != 2 || k.Remarks[1].Text != words || k.Remarks[1].Name != "何望桥" {
				t.Errorf("kept: %+v", k.Remarks)
			}
			p.marked(m, "✍")
			p.reads(duty, nil, "急-0131-01", words)
			p.reads(head, nil, "记入 急-0131-01")
			if p.withText(head, nil, "是本单位人员、今日新发生的吗") != nil {
				t.Error("asked whether it is a case")
			}
			p.presses(head, nil, "删除群里那条")
			if p.withText(head, p.Group, words) != nil {
				t.Error("it still stands in the group")
			}
			groupHides(p, "李小明")
		})
	}
}

// A colleague who cannot be written to, and somebody who is not on the roster, are heard too; courtesy is not.
func TestOthersUnderACasesCard(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	who := p.newcomer("孔", "明")
	m := who.Replies(p.caseInGroup(), "是我同学李小明")
	p.settle()
	p.marked(m, "✍")
	p.reads(who, p.Group, "请您自己删掉这一条")
	p.reads(duty, nil, "孔明", "是我同学李小明")
	if k := p.kase(); len(k.Remarks) != 2 || k.Remarks[1].By != "" || k.Remarks[1].Name != "孔明" {
		t.Errorf("kept: %+v", k.Remarks)
	}
	for _, words := range []string{"收到", "好的", "谢谢", "3"} {
		head.Replies(p.caseInGroup(), words)
		p.settle()
	}
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("kept: %+v", k.Remarks)
	}
	// News of somebody else under the card is another case.
	head.Replies(p.caseInGroup(), "我院又有一名老师疑似")
	p.settle()
	p.wait(workgroup.CallLife + 1)
	if open := p.open(); len(open) != 2 || len(open[0].Remarks) != 2 {
		t.Errorf("%d cases", len(open))
	}
}

func TestUnderACasesCardInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "just now")
	p.presses(duty, nil, "I take it")
	head.Replies(p.caseInGroup(), "It is Li Xiaoming")
	p.settle()
	p.reads(head, nil, "It is kept with 急-0131-01")
	who := p.newcomer("Li", "Lei")
	who.Replies(p.caseInGroup(), "He lives in block 3")
	p.settle()
	p.reads(who, p.Group, "delete this message yourself")
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("kept: %+v", k.Remarks)
	}
}
