package stage

import (
	"testing"

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

// A word that agrees, or only says that it was heard, takes nothing yet: whoever is asked is asked once more, and reads who asks.
func TestWhoIsAskedToTakeACaseOverAgrees(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	director := p.Holder(workgroup.Director)
	p.offers(duty, director)
	for _, words := range []string{"好的", "收到", "行", "没问题", "ok"} {
		told := p.count(director, nil)
		p.says(director, nil, words)
		if p.count(director, nil) != told+1 || p.withText(director, nil, "张秋溪请您接手 急-0131-01", "“"+words+"”还不算接手") == nil {
			t.Errorf("%s:\n%s", words, p.transcript(director, nil))
		}
	}
	if p.withText(director, nil, "还没有人接手，仍在呼叫") != nil {
		t.Error("it has a holder, and does not ring")
	}
	p.says(director, p.Group, "我来接")
	p.reads(director, nil, "“我来接”还不算接手")
	p.presses(director, nil, "我来接手")
	if k := p.kase(); p.Person(k.Holder) != director || k.Offered != "" {
		t.Errorf("held by %q", k.Holder)
	}
}

func TestACaseIsDeclinedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty, director := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)
	p.files(head, "Confirmed case", "Student", "just now")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Hand over")
	p.presses(duty, nil, director.Name())
	p.says(director, nil, "ok")
	p.sees(director, nil, "asks you to take 急-0131-01 over", "“ok” does not take it yet")
	p.says(director, nil, "Sorry, I can't")
	p.reads(director, nil, "can’t take 急-0131-01 over; it stays with")
	p.reads(duty, nil, director.Name(), "can’t take 急-0131-01 over", "it stays with you")
	p.spoke()
}
