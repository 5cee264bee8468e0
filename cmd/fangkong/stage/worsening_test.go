package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// opened is a play in which a head has reported with the words, and the duty staff's first has the case.
func opened(t *testing.T, words string) (p *play, head, duty *sandbox.Person) {
	p = newPlay(t, Options{})
	p.until("14:05")
	head, duty = p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.says(head, nil, words)
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	return p, head, duty
}

// What a patient turns out to have moves their case on, with its hour; it opens no second one.
func TestAResultMovesTheCaseOn(t *testing.T) {
	t.Parallel()
	for first, was := range map[string]string{"我院一名学生疑似，已住院": "疑似", "我院一名学生发烧被送医院住院了": "入院治疗"} {
		for _, words := range []string{"结果出来了，阳性", "医院说是阳性", "刚接到医院电话，核酸阳性", "补充：该生确诊了"} {
			t.Run(first+" "+words, func(t *testing.T) {
				t.Parallel()
				p, head, duty := opened(t, first)
				p.wait(12 * time.Minute)
				p.says(head, nil, words)
				p.reads(head, nil, "急-0131-01", was, "改为确诊", "已转张秋溪")
				p.wait(workgroup.CallLife + 1)
				open := p.open()
				if len(open) != 1 || open[0].Kind != workgroup.CaseConfirmed {
					t.Fatalf("%+v\n%s", open, p.transcript(head, nil))
				}
				known := "14:17"
				if was == "疑似" {
					known = "14:05" // its hour runs already
				}
				if k := open[0]; k.Known.Format("15:04") != known || p.lastRemark() != words {
					t.Errorf("known %v, %+v", k.Known, k.Remarks)
				}
				p.reads(duty, nil, "急-0131-01　确诊", words, "未报：社区、疾控")
			})
		}
	}
}

// A result that comes while the first report is still being made is of the same report.
func TestAResultWhileTheCaseIsBeingReported(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院一名学生发烧被送医院住院了")
	p.presses(head, nil, "1 小时前")
	p.says(head, nil, "结果出来了，阳性")
	p.reads(head, nil, "紧急报告：确诊", "什么时候知道的") // not when they were taken in
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	if open := p.open(); len(open) != 1 || open[0].Kind != workgroup.CaseConfirmed || open[0].Known.Format("15:04") != "14:05" {
		t.Errorf("%+v", open)
	}
}

// A negative result, or one of somebody else, moves nothing on.
func TestWhatMovesNoCaseOn(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"结果出来了，阴性", "补充：该生核酸不是阳性", "补充：他父亲核酸阳性", "又有一名学生核酸阳性"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, _ := opened(t, "我院一名学生疑似，已住院")
			p.wait(12 * time.Minute)
			p.says(head, nil, words)
			if k := p.open()[0]; k.Kind != workgroup.CaseSuspected {
				t.Errorf("moved on to %s:\n%s", k.Kind, p.transcript(head, nil))
			}
		})
	}
}

// Of two patients of one unit it is asked which has the result.
func TestAResultOfOneOfTwoIsAsked(t *testing.T) {
	t.Parallel()
	p, head, _ := opened(t, "我院一名学生疑似，已住院")
	p.calls(head, "入院", "教职工", "刚刚")
	p.wait(12 * time.Minute)
	p.says(head, nil, "结果出来了，阳性")
	p.presses(head, nil, "记入 急-0131-02")
	p.wait(workgroup.CallLife + 1)
	if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseSuspected || open[1].Kind != workgroup.CaseConfirmed {
		t.Errorf("%+v\n%s", open, p.transcript(head, nil))
	}
}

// What is told of a patient after their case was excluded rings who has it: it has to be verified again, and its hour runs.
func TestWhatWasExcludedIsSoAfterAll(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"又不对了，刚医院说复检阳性", "补充：医院说复检阳性，13:50知道的"} {
		p, head, duty := opened(t, "我院学生李明确诊")
		p.presses(duty, nil, "排除")
		p.wait(5 * time.Minute)
		was := p.withText(duty, nil, "急-0131-01　确诊")
		p.says(head, nil, words)
		if is := p.withText(duty, nil, "急-0131-01　确诊"); was == nil || is == nil || is.ID == was.ID {
			t.Errorf("%s: who has it is not rung", words)
		}
		k := p.kase()
		if len(p.open()) != 1 || k.Verdict != "" || k.Kind != workgroup.CaseConfirmed || p.lastRemark() != words {
			t.Fatalf("%s: %+v", words, k)
		}
		known, by := "14:10", "15:10"
		if strings.Contains(words, "13:50") {
			known, by = "13:50", "14:50"
		}
		if k.Known.Format("15:04") != known {
			t.Errorf("%s: known %v", words, k.Known)
		}
		p.reads(head, nil, "急-0131-01", "排除后又报", "重新核实", by+" 前报齐", "已转张秋溪")
		p.reads(duty, nil, "急-0131-01　确诊", "未报：社区、疾控", words)
		p.presses(duty, nil, "成立")
	}
}

// What is not so does not bring back what was excluded.
func TestWhatStaysExcluded(t *testing.T) {
	t.Parallel()
	p, head, duty := opened(t, "我院学生李明确诊")
	p.presses(duty, nil, "排除")
	for _, words := range []string{"补充：该生复检阴性", "补充：他父亲核酸阳性"} {
		p.says(head, nil, words)
		if k := p.open()[0]; k.Verdict != workgroup.VerdictExcluded {
			t.Errorf("%s: %+v", words, k)
		}
	}
}

// Whoever was only sealed off and is found to be ill is the same case: its hour runs anew, and it is verified and told outside again.
func TestASealedPersonWhoFallsIllIsTheSameCase(t *testing.T) {
	t.Parallel()
	for words, aloud := range map[string]bool{"该生核酸阳性": false, "被隔离的那个学生确诊了": false, "学生李小明今天核酸阳性": true, "他确诊了": true} {
		p, head, duty := opened(t, "我院学生李小明今天被拉去集中隔离了")
		p.presses(duty, nil, "成立")
		p.presses(duty, nil, "已报社区")
		p.presses(duty, nil, "已报疾控")
		p.wait(12 * time.Minute)
		where := sandbox.Chat(nil)
		if aloud {
			where = p.Group
		}
		p.says(head, where, words)
		p.reads(head, nil, "急-0131-01 由封闭隔离", "改为确诊", "14:17", "15:17 前报齐", "已转张秋溪")
		p.wait(workgroup.CallLife + time.Second)
		open := p.open()
		if len(open) != 1 || open[0].Kind != workgroup.CaseConfirmed || open[0].Verdict != "" || open[0].Quiet.IsZero() || p.lastRemark() != words {
			t.Fatalf("%s: %+v\n%s", words, open, p.transcript(head, nil))
		}
		p.reads(duty, nil, "急-0131-01　确诊", "未报：社区、疾控", words)
		p.presses(duty, nil, "已报社区")
		if k := p.kase(); len(k.Untold()) != 1 {
			t.Errorf("%s: told anew: %+v", words, k.Told)
		}
	}
	// Somebody else is another case.
	p, head, _ := opened(t, "我院学生李小明今天被拉去集中隔离了")
	p.wait(12 * time.Minute)
	p.says(head, nil, "他的室友确诊了")
	p.wait(workgroup.CallLife + time.Second)
	if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseSealed {
		t.Errorf("%+v", open)
	}
}

func TestAResultMovesTheCaseOnInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.files(head, "hospital", "Student", "Just now")
	p.wait(12 * time.Minute)
	p.says(head, nil, "The result is back, positive")
	p.reads(head, nil, "is now confirmed", "due by 15:17")
	if open := p.open(); len(open) != 1 || open[0].Kind != workgroup.CaseConfirmed {
		t.Errorf("%+v", open)
	}
}
