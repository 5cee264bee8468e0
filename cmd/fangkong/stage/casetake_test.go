package stage

import (
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// rung is a case that rings the first of the duty staff and nobody has taken.
func rung(t *testing.T) (p *play, head, duty *sandbox.Person) {
	p = newPlay(t, Options{})
	p.until("14:05")
	head, duty = p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.calls(head, "确诊", "学生", "刚刚")
	return p, head, duty
}

// Whoever says that they see to a case has taken it.
func TestACaseIsTakenInWords(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"收到，我来处理", "我来接", "我接了", "收到！我马上处理", "急-0131-01 我来处理", "这件我来负责", "由我来处理", "交给我吧", "收到，我来", "收到我去", "OK我来", "我来吧", "On my way, I take it"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, _, duty := rung(t)
			p.says(duty, nil, words)
			if k := p.kase(); p.Person(k.Holder) != duty {
				t.Fatalf("held by %q:\n%s", k.Holder, p.transcript(duty, nil))
			}
			p.sees(duty, nil, "急-0131-01 由您接手")
			p.says(duty, nil, words)
			p.reads(duty, nil, "已由张秋溪于", "接手")

			q, _, duty := rung(t)
			m := duty.Replies(q.caseInGroup(), words)
			q.settle()
			if k := q.kase(); q.Person(k.Holder) != duty || len(k.Remarks) != 0 {
				t.Errorf("in the group: held by %q, kept %v", k.Holder, k.Remarks)
			}
			q.marked(m, "👌")
			q.reads(duty, nil, "急-0131-01 由您接手")
		})
	}
}

// Who may not take it is told who may, in private and under the card.
func TestWhoMayNotTakeACaseInWords(t *testing.T) {
	t.Parallel()
	p, head, _ := rung(t)
	p.says(head, nil, "收到，我来处理")
	p.reads(head, nil, "值班员、带班领导", "可以接手")
	other := p.Head("huli")
	other.Replies(p.caseInGroup(), "我来接")
	p.settle()
	p.reads(other, nil, "可以接手")
	if k := p.kase(); k.Holder != "" || len(k.Remarks) != 0 {
		t.Errorf("held by %q, kept %v", k.Holder, k.Remarks)
	}
}

// Of several, the one replied to; else it is asked.
func TestOneOfSeveralCasesIsTakenInWords(t *testing.T) {
	t.Parallel()
	p, _, duty := rung(t)
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(duty, nil, "我来处理")
	p.sees(duty, nil, "“我来处理”是哪一件")
	p.presses(duty, nil, "急-0131-02")
	first := p.withText(duty, nil, "急-0131-01", "确诊")
	duty.Replies(first, "我来接")
	p.settle()
	for _, k := range p.open() {
		if p.Person(k.Holder) != duty {
			t.Errorf("%s is held by %q", k.Code(), k.Holder)
		}
	}
}

// A receipt takes nothing, and says so with the button that does.
func TestAReceiptLeavesACaseRinging(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"收到", "收到，马上处理", "好的，知道了", "收到马上处理", "我马上到", "on my way"} {
		p, head, duty := rung(t)
		p.says(duty, nil, words)
		p.sees(duty, nil, words, "不算接手", "急-0131-01", "仍在呼叫")
		if k := p.kase(); k.Holder != "" {
			t.Fatalf("%s: held by %q", words, k.Holder)
		}
		p.presses(duty, nil, "我来接手")
		if k := p.kase(); p.Person(k.Holder) != duty {
			t.Errorf("held by %q", k.Holder)
		}
		p.says(duty, nil, words)
		if n := p.withText(head, nil, "不算接手"); n != nil {
			t.Error("the head is told")
		}
	}
	p, _, duty := rung(t)
	duty.Replies(p.caseInGroup(), "收到")
	p.settle()
	p.reads(duty, nil, "不算接手", "急-0131-01")
	// In the group, under nothing, the words of taking may be of anything.
	p, head, duty := rung(t)
	p.says(duty, p.Group, "收到，我来处理")
	p.sees(duty, nil, "“收到，我来处理”不算接手", "急-0131-01")
	before := p.count(head, nil)
	p.says(head, p.Group, "我来处理")
	if p.kase().Holder != "" || p.count(head, nil) != before {
		t.Error("whoever may not take it is spoken to")
	}
}

func TestACaseIsTakenInWordsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.says(duty, nil, "Noted, thanks")
	p.sees(duty, nil, "takes nothing", "急-0131-01", "goes on ringing")
	p.says(head, nil, "I'll handle it")
	p.reads(head, nil, "Only whoever is on duty")
	p.says(duty, nil, "Got it, I'll handle it")
	p.reads(duty, nil, "急-0131-01 is yours")
	if k := p.kase(); p.Person(k.Holder) != duty {
		t.Errorf("held by %q", k.Holder)
	}
}
