package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// held is a play in which a case of 软件学院 is open, and the duty staff's first has it, verified and all told.
func held(t *testing.T) (*play, *sandbox.Person) {
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.calls(head, "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "成立")
	p.presses(head, nil, "本人已向单位报告")
	p.presses(duty, nil, "已报社区")
	p.says(duty, nil, "14:05 王主任")
	p.presses(duty, nil, "已报疾控")
	p.says(duty, nil, "14:05 王主任")
	return p, duty
}

// open are the open cases.
func (p *play) open() (open []workgroup.Case) {
	p.t.Helper()
	p.view(func(b workgroup.Book) { open = workgroup.Running(b) })
	return open
}

// Whatever a button asked for, news of somebody else is never an outcome, nor a remark.
func TestNewsUnderACaseIsAnotherCase(t *testing.T) {
	t.Parallel()
	for _, button := range []string{"办结", "续报"} {
		for _, words := range []string{"护理学院又有一名学生确诊", "另一名学生也确诊了", "该生室友又一名确诊"} {
			t.Run(button+" "+words, func(t *testing.T) {
				p, duty := held(t)
				director := p.Holder(workgroup.Director)
				p.presses(duty, nil, button)
				p.says(duty, nil, words)
				if n := p.alarms(director); n != 1 {
					t.Errorf("alarmed %d times:\n%s", n, p.transcript(director, nil))
				}
				if p.withText(duty, nil, "另一起新情况", "没有记入 急-0131-01") == nil || p.withButton(duty, nil, "不是紧急情况") == nil {
					t.Errorf("the holder reads:\n%s", p.transcript(duty, nil))
				}
				if open := p.open(); len(open) != 1 || len(open[0].Remarks) != 0 {
					t.Errorf("taken for what was asked: %+v", open)
				}
				p.wait(workgroup.CallLife + 1)
				if open := p.open(); len(open) != 2 {
					t.Errorf("%d cases", len(open))
				}
			})
		}
	}
}

func TestWordsAboutTheCaseStayItsRemark(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	for _, words := range []string{"该生今天确诊", "核酸阳性，已确诊，转定点医院", "患者情况稳定", "密接3人已集中隔离"} {
		p.presses(duty, nil, "续报")
		p.says(duty, nil, words)
		p.sees(duty, nil, "急-0131-01 已记录")
	}
	p.alarmed(0)
	if k := p.kase(); len(k.Remarks) != 4 {
		t.Errorf("%+v", k.Remarks)
	}
}

func TestWhatMayBeEitherIsAskedAndAlarmed(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	p.presses(duty, nil, "续报")
	p.says(duty, nil, "护理学院也有2人发热")
	p.sees(duty, nil, "还是又有新情况")
	for _, answer := range []string{"记入 急-0131-01", "另报新情况"} {
		t.Run(answer, func(t *testing.T) {
			p, duty := held(t)
			p.presses(duty, nil, "续报")
			p.says(duty, nil, "学生王五今天确诊")
			p.alarmed(1)
			p.sees(duty, nil, "还是又有新情况")
			p.presses(duty, nil, answer)
			director := p.Holder(workgroup.Director)
			if answer == "另报新情况" {
				if p.withText(duty, nil, "紧急报告：确诊") == nil || len(p.kase().Remarks) != 0 {
					t.Errorf("no report is begun:\n%s", p.transcript(duty, nil))
				}
				return
			}
			p.sees(director, nil, "说的是 急-0131-01", "已记入该案")
			if k := p.kase(); len(k.Remarks) != 1 || k.Remarks[0].Text != "学生王五今天确诊" {
				t.Errorf("%+v", k.Remarks)
			}
			p.wait(workgroup.CallLife + 1)
			if n := len(p.open()); n != 1 {
				t.Errorf("%d cases", n)
			}
		})
	}
}

// An outcome is read back once; until it is confirmed the case is open, and the words are not lost.
func TestAnOutcomeIsReadBack(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "已转院")
	p.says(duty, nil, "已转定点医院")
	p.sees(duty, nil, "急-0131-01 将办结", "成立", "已转定点医院", "对吗")
	if len(p.open()) != 1 {
		t.Fatal("closed without being read back")
	}
	if toast := p.presses(duty, nil, "确认办结"); toast != "急-0131-01 已办结" {
		t.Errorf("closed with %q", toast)
	}
	if len(p.open()) != 0 {
		t.Error("still open")
	}
	// What follows is not for it any more.
	p.says(duty, nil, "护理学院又有一名学生确诊")
	p.alarmed(1)
}

// What a case's button asked for goes to that case, although an urgent report is open beside it.
func TestAnOutcomeGoesToTheCaseThatAskedForIt(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "李小明已转定点医院，另外护理学院又有一名学生今天确诊")
	p.alarmed(1)
	p.says(duty, nil, "李小明已转定点医院")
	p.sees(duty, nil, "急-0131-01 将办结", "李小明已转定点医院")
	p.presses(duty, nil, "不办结，只记续报")
	p.says(duty, nil, "续报：小李已退烧")
	p.wait(workgroup.CallLife + 1)
	open := p.open()
	if len(open) != 2 || len(open[0].Remarks) != 2 || len(open[1].Remarks) != 1 {
		t.Fatalf("%+v", open)
	}
	if r := open[0].Remarks[1]; r.Text != "小李已退烧" {
		t.Errorf("the first case has %+v", r)
	}
	// He has reported the second, and holds the first.
	p.says(duty, nil, "续报：小李已出院")
	if open := p.open(); len(open[0].Remarks) != 3 || len(open[1].Remarks) != 1 {
		t.Errorf("%+v", open)
	}
}

// Of several that are held the words are kept until it is said which.
func TestAFurtherReportOfSeveralHeldIsAsked(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	p.calls(p.Head("huli"), "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "续报：小李已退烧")
	p.presses(duty, nil, "记入 急-0131-01")
	if open := p.open(); len(open) != 2 || len(open[0].Remarks) != 1 || len(open[1].Remarks) != 0 {
		t.Errorf("%+v\n%s", open, p.transcript(duty, nil))
	}
}

// An outcome that was read back closes the case by the words that its button stands for; before it was read back they close nothing.
func TestACaseIsClosedInWords(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"对", "是的", "确认", "确认办结", "办结", "yes"} {
		p, duty := held(t)
		p.says(duty, nil, "办结")
		p.sees(duty, nil, "请用一句话写处理结果")
		p.says(duty, nil, word)
		if len(p.open()) != 1 {
			t.Fatalf("%q closes a case without an outcome", word)
		}
		p.says(duty, nil, "已转定点医院，密接12人已隔离")
		p.sees(duty, nil, "急-0131-01 将办结", "已转定点医院，密接12人已隔离", "对吗")
		p.says(duty, nil, word)
		p.reads(duty, nil, "急-0131-01 已办结")
		p.view(func(b workgroup.Book) {
			if k, _ := workgroup.CaseByCode(b, "0131-01", p.Now()); k.Closed.IsZero() || k.Outcome != "已转定点医院，密接12人已隔离" {
				t.Errorf("%q: %+v", word, k)
			}
		})
	}
}

// Whoever files for no unit and has a case, or may have it, tells of it with whatever figures: nothing of that is taken for a daily report.
func TestFiguresOfWhoeverHasTheCaseAreOfIt(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	leader := p.Holder(workgroup.DutyLeader)
	for _, who := range []*sandbox.Person{duty, leader} {
		p.says(who, nil, "患者已转定点医院，密接3人集中隔离")
		p.sees(who, nil, "要记入正在处理的紧急情况吗")
		p.presses(who, nil, "记入 急-0131-01")
	}
	n := 0
	for _, r := range p.kase().Remarks {
		if strings.Contains(r.Text, "密接3人集中隔离") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("kept %d times: %+v", n, p.kase().Remarks)
	}
}
