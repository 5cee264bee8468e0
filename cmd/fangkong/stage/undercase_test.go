package stage

import (
	"strings"
	"testing"
	"time"

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
	p.files(head, "Confirmed case", "Student", "Just now")
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

// What a head writes in the group, under nothing, of how it goes on with a patient of theirs reaches whoever has the case, and is offered to
// be taken out; other talk is nobody's.
func TestWhatAHeadWritesInTheGroupOfAnOpenCase(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	kept := 1
	for _, one := range []struct {
		words string
		of    bool
	}{
		{"李小明结果阴性", true}, {"李小明现在转到传染病医院了", true}, {"李小明的核酸出来了，阴性", true}, {"该生已送医院", true}, {"李明结果阴性", true}, {"他已经退烧了", true},
		{"学生家长会改到明天", false}, {"他们都到了", false}, {"收到", false}, {"今天天气真好", false}, {"李老师去医院看牙了", false}, {"我院核酸检测明天开始", false},
	} {
		m := p.says(head, p.Group, one.words)
		if one.of {
			kept++
			p.marked(m, "✍")
			p.reads(duty, nil, one.words)
			p.reads(head, nil, "别人不该看到", "已记入 急-0131-01")
		}
		if k := p.kase(); len(k.Remarks) != kept {
			t.Fatalf("%s: kept %+v", one.words, k.Remarks)
		}
	}
	p.presses(head, nil, "删除群里那条")
	// Of several it is asked in private which; whoever has them reads it meanwhile.
	p.says(head, nil, "又有一名学生陈静确诊")
	p.wait(workgroup.CallLife + time.Second)
	p.says(head, p.Group, "该生已转到传染病医院")
	p.reads(duty, nil, "该生已转到传染病医院")
	p.reads(head, nil, "要记入正在处理的紧急情况吗")
	p.presses(head, nil, "记入 急-0131-02")
	if toast := p.presses(head, nil, "删除群里那条"); toast == "" || p.withText(head, p.Group, "传染病医院") != nil {
		t.Errorf("taken out with %q", toast)
	}
	p.says(head, p.Group, "陈静结果阴性")
	if open := p.open(); len(open) != 2 || len(open[0].Remarks) != kept || len(open[1].Remarks) != 3 {
		t.Errorf("kept: %+v", open)
	}
	// The head of a unit without a case tells of none.
	before := p.count(duty, nil)
	p.says(p.Head("huli"), p.Group, "该生已送医院")
	if p.count(duty, nil) != before {
		t.Error("another unit's words are passed on")
	}
	groupHides(p, "已记入 急-0131-01", "已转到传染病医院，")
}

func TestWhatAHeadWritesInTheGroupOfAnOpenCaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(head, p.Group, "The student is in hospital now")
	p.reads(duty, nil, "The student is in hospital now")
	p.reads(head, nil, "It is kept with 急-0131-01")
	p.spoke()
}
