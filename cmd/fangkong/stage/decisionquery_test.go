package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What a unit asks of its decision, in reply to its card or just after it, reaches the office with the decision's number; the answer comes back.
func TestAQuestionOfADecisionIsPassedOn(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		asks            string
		replies         bool
		answers, answer string
	}{
		{"锁要自己买吗？", true, "reply", "不用，后勤有"},
		{"锁要自己买吗？", false, "button", "可以"},
		{"锁从哪里领？", false, "words", "到后勤仓库领"},
		{"决-0131-01 锁要自己买吗？", false, "reply", "是的，自己买"},
		{"收到，锁要自己买吗？", true, "button", "不用"},
	} {
		p := wholeEarly(t, "15:58")
		owner, office, director := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
		p.until("16:01")
		p.owing("后门加锁")
		if one.replies {
			owner.Replies(p.withButton(owner, nil, "收到"), one.asks)
			p.settle()
		} else {
			p.says(owner, nil, one.asks)
		}
		p.sees(owner, nil, "已转", office.Name(), "决-0131-01", "2月1日 18:00前")
		p.reads(office, nil, "询问", "决-0131-01", "“"+one.asks+"”", owner.Name())
		p.reads(director, nil, "询问", "决-0131-01")
		p.decisionCard(owner, "0131-01", "待答复")
		p.says(office, nil, "同意") // which is no answer to a question
		if d := p.decision("001"); !d.Plea.Done() || !d.Seen.Done() {
			t.Errorf("“%s”: %+v", one.asks, d)
		}
		switch one.answers {
		case "reply":
			office.Replies(p.withButton(office, nil, "答复"), one.answer)
			p.settle()
		case "button":
			p.presses(office, nil, "答复")
			p.says(office, nil, one.answer)
		default:
			p.says(office, nil, "答复："+one.answer)
		}
		p.reads(owner, nil, "决-0131-01", "答复", office.Name(), one.answer)
		p.reads(director, nil, "决-0131-01", "答复", one.answer)
		if d := p.decision("001"); d.Plea.Done() || len(d.Amended) != 0 {
			t.Errorf("“%s” is not answered: %+v\n%s", one.asks, d, p.transcript(office, nil))
		}
	}
}

// Of several, or later, it is asked of which; a question of the day's report, of duty or of a case is none; one that nobody answers is put before them again.
func TestWhatIsNoQuestionOfADecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("后门加锁")
	for _, words := range []string{"日报几点前报？", "今天谁值班？", "日报怎么填？", "决-0131-01 什么时候办完", "有学生确诊怎么报？", "请假找谁？"} {
		p.says(owner, nil, words)
		if d := p.decision("001"); d.Plea.Done() {
			t.Errorf("“%s” is passed on:\n%s", words, p.transcript(owner, nil))
		}
	}
	p.owing("电话随访")
	p.says(owner, nil, "锁要自己买吗？")
	p.sees(owner, nil, "是问下面哪一项", "决-0131-01", "决-0131-02")
	p.presses(owner, nil, "决-0131-01")
	p.sees(office, nil, "询问", "决-0131-01")
	if p.decision("002").Plea.Done() {
		t.Error("of another one")
	}
	p.says(office, nil, "/decisions")
	p.until("17:10")
	p.reads(office, nil, "询问还没有答复")
	p.says(office, nil, "决-0131-01 时限改到2月2日18点，原因：锁没到")
	if d := p.decision("001"); !d.Plea.Done() {
		t.Error("another time answers a question")
	}
	p.says(owner, nil, "决-0131-01 办结：已加锁")
	if d := p.decision("001"); d.Plea.Done() {
		t.Error("what is done asks still")
	}
	p.until("23:59")
	p.until("09:00")
	p.says(owner, nil, "随访表在哪里领？")
	p.sees(owner, nil, "是问这一项吗", "决-0131-02")
	p.says(owner, nil, "是的")
	p.sees(office, nil, "询问", "决-0131-02")
	p.wait(2 * time.Second)
}

// Just after a decision a question is of it where it asks how that is to be done: with what, where from, who pays; of another it is asked first.
func TestHowADecisionIsToBeDone(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("后门加锁")
	for _, words := range []string{"领导今天来不来？", "学生自己回来了怎么办？", "主任拿到文件了吗？", "有人借口不来行吗？", "昨天发的费用表看到了吗？", "贴吧里说的是真的吗？", "领队老师是谁？", "几张桌子坏了吗？"} {
		p.says(owner, nil, words)
		if d := p.decision("001"); d.Plea.Done() || d.Seen.Done() {
			t.Fatalf("“%s” is passed on:\n%s", words, p.transcript(owner, nil))
		}
	}
	p.sees(owner, nil, "是问这一项吗", "决-0131-01")
	for _, words := range []string{"锁要自己买吗？", "锁从哪里领？", "找谁领锁？", "锁去哪儿借？", "经费谁出？", "能报销吗？", "谁出钱？", "要装几把？", "买多少把？", "装什么样的锁？", "这个怎么弄？", "具体怎么做？", "按什么标准？", "用什么锁？", "要不要贴封条？", "锁谁来装？"} {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.owing("后门加锁")
		p.says(owner, nil, words)
		if d := p.decision("001"); d.Plea.Kind != workgroup.PleaQuestion || !d.Seen.Done() {
			t.Errorf("“%s” is not passed on:\n%s", words, p.transcript(owner, nil))
		}
	}
}

// A case told beside a question, or beside its answer, is heard.
func TestACaseBesideAQuestionIsHeard(t *testing.T) {
	t.Parallel()
	for _, asks := range []bool{true, false} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("后门加锁")
		if asks {
			p.says(owner, nil, "锁要自己买吗？我处一名学生确诊了")
		} else {
			p.says(owner, nil, "锁要自己买吗？")
			p.says(office, nil, "答复：不用买，护理学院1名学生确诊了")
			p.wait(4 * time.Minute)
		}
		p.view(func(b workgroup.Book) {
			if _, called := workgroup.Calls.Last(b, ""); !called && len(workgroup.Running(b)) == 0 && p.alarms(p.Holder(workgroup.DutyStaff)) == 0 {
				t.Errorf("asks %v: nobody is rung\n%s\n%s", asks, p.transcript(owner, nil), p.transcript(office, nil))
			}
		})
	}
}

func TestADecisionIsAskedAboutInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "Decision: more temperature checks")
	p.says(office, nil, "Student Affairs Office")
	p.says(office, nil, "1 February 18:00")
	p.says(office, nil, "yes")
	p.says(head, nil, "Do we buy the thermometers ourselves?")
	p.sees(head, nil, "what you ask of 0131-01; the answer comes to you")
	p.reads(office, nil, "A question", "Please press “Answer”")
	p.says(office, nil, "answer: no, Logistics has some")
	p.reads(head, nil, "0131-01: answer", "no, Logistics has some")
	p.says(head, nil, "0131-01 done: twelve at the gate")
	p.says(office, nil, "0131-01 reopen: the north gate has none")
	p.reads(head, nil, "Opened again by "+office.Name(), "the north gate has none", "press “Received”")
}
