package stage

import (
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// offered hands the holder's case over to somebody, who has not answered.
func (p *play) offers(holder, to *sandbox.Person) {
	p.t.Helper()
	p.presses(holder, nil, "移交")
	p.presses(holder, nil, to.Name())
	if k := p.kase(); p.Person(k.Offered) != to {
		p.t.Fatalf("offered to %q", k.Offered)
	}
}

// Whoever is asked to take a case over and says that they do not, declines it: its holder is rung and has it still.
func TestWhoIsAskedToTakeACaseOverDeclinesIt(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	director := p.Holder(workgroup.Director)
	for _, words := range []string{"不接", "我不接", "我接不了", "抱歉，我去不了", "我来不了", "没空", "不行", "换个人吧", "I can't", "Sorry, I can't take it", "急-0131-01 不接"} {
		p.offers(duty, director)
		rung, told := p.count(duty, nil), p.count(director, nil)
		p.says(director, nil, words)
		k := p.kase()
		if k.Offered != "" || p.Person(k.Holder) != duty || len(k.Phoned) != 0 || len(k.Remarks) != 1 {
			t.Fatalf("%s: %+v, telephoned %v, kept %v", words, k.Holding, k.Phoned, k.Remarks)
		}
		if p.count(duty, nil) != rung+1 || p.count(director, nil) != told+1 {
			t.Errorf("%s: the holder reads\n%s\nwhoever was asked\n%s", words, p.transcript(duty, nil), p.transcript(director, nil))
		}
	}
	p.reads(director, nil, "您不接", "仍由张秋溪负责")
	p.reads(duty, nil, director.Name(), "不接 急-0131-01", "仍由您负责")
	p.reads(duty, nil, "（"+director.Name()+"不接）")
	// The buttons are under what the holder reads, and beside the other on the card of whoever is asked.
	p.offers(duty, director)
	p.answers(director, "不接", "已告知张秋溪")
	if p.withButton(director, nil, "不接") != nil {
		t.Error("it can be declined twice")
	}
	if n := p.events(workgroup.CaseDeclined); n != 12 {
		t.Errorf("%d declined", n)
	}
	// Of the holder it is what came of a call, and of whom nothing rings it is nothing of a case.
	p.says(duty, nil, "不接")
	p.reads(duty, nil, "电话记录“不接”")
	// In the group, under the card.
	p.offers(duty, director)
	director.Replies(p.caseInGroup(), "不接")
	p.settle()
	if k := p.kase(); k.Offered != "" || len(k.Remarks) != 1 {
		t.Errorf("declined in the group: %+v", k)
	}
}

// Whoever is asked to take a case over and agrees has taken it: its holder reads so, and has it no more.
func TestWhoIsAskedToTakeACaseOverAgrees(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"好的", "行", "没问题", "ok", "收到，马上过去"} {
		p, _, duty := reported(t)
		director := p.Holder(workgroup.Director)
		p.offers(duty, director)
		p.says(director, nil, words)
		if k := p.kase(); p.Person(k.Holder) != director || k.Offered != "" || len(k.Remarks) != 1 {
			t.Fatalf("%s: held by %q, kept %v:\n%s", words, k.Holder, k.Remarks, p.transcript(director, nil))
		}
		p.reads(director, nil, "急-0131-01 由您接手")
		p.reads(duty, nil, "接手："+director.Name())
		p.says(director, nil, words)
		if k := p.kase(); len(k.Remarks) != 1 {
			t.Errorf("%s: said again it is kept as news: %v", words, k.Remarks)
		}
	}
	// Under the card in the group it is of that case.
	p, _, duty := reported(t)
	director := p.Holder(workgroup.Director)
	p.offers(duty, director)
	m := director.Replies(p.caseInGroup(), "好的")
	p.settle()
	p.marked(m, "👌")
	if k := p.kase(); p.Person(k.Holder) != director {
		t.Errorf("in the group: held by %q", k.Holder)
	}
}

// That it was heard takes nothing, nor does a word that may be meant for something else: whoever is asked is asked once more, and reads who asks.
func TestWhoIsAskedToTakeACaseOverHasOnlyHeard(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	director := p.Holder(workgroup.Director)
	p.offers(duty, director)
	asked := func(words string) {
		t.Helper()
		told := p.count(director, nil)
		p.says(director, nil, words)
		if p.count(director, nil) != told+1 || p.withText(director, nil, "张秋溪请您接手 急-0131-01", "“"+words+"”还不算接手") == nil {
			t.Errorf("%s:\n%s", words, p.transcript(director, nil))
		}
	}
	asked("收到")
	if p.withText(director, nil, "还没有人接手，仍在呼叫") != nil {
		t.Error("it has a holder, and does not ring")
	}
	p.says(director, p.Group, "我来接")
	p.reads(director, nil, "“我来接”还不算接手")
	// Half an hour later, or with another case that rings, nobody knows what “好的” is of.
	for range 4 {
		p.wait(8 * time.Minute)
		p.says(duty, nil, "续报：人还在校医院")
	}
	asked("好的")
	p.offers(duty, director)
	p.calls(head, "封闭隔离", "学生", "1 小时前")
	if p.withText(director, nil, "急-0131-02") == nil {
		t.Fatal("the second case does not ring")
	}
	asked("行")
	boss, _ := p.account(director)
	for _, k := range p.open() {
		if k.Holder == boss.ID {
			t.Errorf("%s is taken", k.Code())
		}
	}
}

func TestACaseIsDeclinedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty, director := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Hand over")
	p.presses(duty, nil, director.Name())
	p.says(director, nil, "received")
	p.sees(director, nil, "asks you to take 急-0131-01 over", "“received” does not take it yet")
	p.says(director, nil, "Sorry, I can't")
	p.reads(director, nil, "can’t take 急-0131-01 over; it stays with")
	p.reads(duty, nil, director.Name(), "can’t take 急-0131-01 over", "it stays with you")
	p.presses(duty, nil, "Hand over")
	p.presses(duty, nil, director.Name())
	p.says(director, nil, "Sure")
	p.reads(director, nil, "急-0131-01 is yours")
	p.spoke()
}
