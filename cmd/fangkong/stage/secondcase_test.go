package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// reported is a play in which a head has reported 李小明, and the duty staff's first has the case.
func reported(t *testing.T) (p *play, head, duty *sandbox.Person) {
	p = newPlay(t, Options{})
	p.until("14:05")
	head, duty = p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.says(head, nil, "我院学生李小明今天确诊")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	return p, head, duty
}

// A second patient is a case of its own, however the words begin and whenever they come.
func TestASecondPatientIsAnotherCase(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"他的室友也确诊了", "补充：李小明的室友也确诊了", "补充：同班同学张三也确诊", "补充：另有同宿舍王小刚今天也发烧了",
		"补充：李小明同宿舍又有一人确诊", "还有陈静也确诊", "His roommate has tested positive too"} {
		for _, after := range []time.Duration{time.Minute, 15 * time.Minute} {
			t.Run(words+" "+after.String(), func(t *testing.T) {
				t.Parallel()
				p, head, _ := reported(t)
				p.wait(after)
				p.says(head, nil, words)
				if n := p.alarms(p.Holder(workgroup.Director)); n != 2 {
					t.Errorf("alarmed %d times:\n%s", n, p.transcript(head, nil))
				}
				if m := p.withText(p.Holder(workgroup.Director), nil, words); m == nil || strings.Contains(m.Text, "补充（接") {
					t.Errorf("the office reads %+v", m)
				}
				if p.withText(head, nil, "已补充转给") != nil {
					t.Errorf("the second is called an addition:\n%s", p.transcript(head, nil))
				}
				p.wait(workgroup.CallLife + 1)
				open := p.open()
				if len(open) != 2 {
					t.Fatalf("%d cases:\n%s", len(open), p.transcript(head, nil))
				}
				if len(open[0].Remarks) != 1 {
					t.Errorf("filed under the first: %+v", open[0].Remarks)
				}
			})
		}
	}
}

// Who holds a case may bring news of another under 「续报」.
func TestASecondPatientUnderAFurtherReport(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	p.presses(duty, nil, "续报")
	p.says(duty, nil, "他的室友王小刚也确诊了")
	p.alarmed(1)
	if open := p.open(); len(open) != 1 || len(open[0].Remarks) != 0 {
		t.Errorf("filed: %+v", open[0].Remarks)
	}
	p.wait(workgroup.CallLife + 1)
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases", n)
	}
}

// Of what may be either its writer is asked, at any time, and the alarm has gone out.
func TestWhatAReporterMayMeanEitherWayIsAsked(t *testing.T) {
	t.Parallel()
	for _, after := range []time.Duration{time.Minute, 15 * time.Minute} {
		for _, answer := range []string{"记入 急-0131-01", "另报新情况"} {
			p, head, duty := reported(t)
			p.wait(after)
			p.says(head, nil, "补充：他也确诊了")
			p.sees(head, nil, "还是又有新情况")
			if n := p.alarms(p.Holder(workgroup.Director)); n != 2 || p.withText(p.Holder(workgroup.Director), nil, "补充（接") != nil {
				t.Errorf("alarmed %d times, or in silence", n)
			}
			p.presses(head, nil, answer)
			p.wait(workgroup.CallLife + 1)
			switch open := p.open(); {
			case answer == "另报新情况" && len(open) != 2:
				t.Errorf("%d cases", len(open))
			case answer != "另报新情况" && (len(open) != 1 || len(open[0].Remarks) != 2):
				t.Errorf("%+v", open)
			case answer != "另报新情况" && p.withText(duty, nil, "补充：他也确诊了") == nil:
				t.Error("the holder does not read it")
			}
		}
	}
}

// What goes on about the patient stays with the case.
func TestWordsAboutThePatientAreNoSecondCase(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	for i, words := range []string{"补充：该同学的室友核酸阴性", "补充：他父亲也确诊了", "补充：他又发烧了", "补充：该生确诊前与室友同住"} {
		p.says(head, nil, words)
		if k := p.kase(); len(k.Remarks) != i+2 {
			t.Errorf("%q is not kept: %+v\n%s", words, k.Remarks, p.transcript(head, nil))
		}
	}
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
}

// A stranger who fell ill after a classmate is another case than the classmate.
func TestAStrangersOwnCaseIsNotTheClassmates(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student := p.newcomer("孔", "明")
	student.Starts()
	p.settle()
	p.says(student, nil, "我同学今天确诊了")
	p.wait(workgroup.CallLife + 1)
	p.says(student, nil, "我确诊了")
	p.wait(workgroup.CallLife + 1)
	if open := p.open(); len(open) != 2 {
		t.Errorf("%d cases:\n%s", len(open), p.transcript(student, nil))
	}
}

// A second patient while the first is still being reported is a second report, and rings like one.
func TestASecondPatientWhileTheFirstIsBeingReported(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我院又一名学生今天确诊", "他的室友也确诊了", "另一名学生王小刚今天确诊", "还有陈静也确诊"} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
			p.says(head, nil, "我院学生李小明今天确诊")
			p.presses(head, nil, "15 分钟前")
			p.wait(time.Minute)
			p.says(head, nil, words)
			if open := p.open(); len(open) != 1 || strings.Contains(open[0].Remarks[0].Text, words) || open[0].Known.Format("15:04") != "13:50" {
				t.Fatalf("the first, as far as it was told: %+v\n%s", open, p.transcript(head, nil))
			}
			if n := p.aloud(duty); n != 2 {
				t.Errorf("rang %d times:\n%s", n, p.transcript(duty, nil))
			}
			if p.withButton(head, nil, "教职工") != nil {
				p.presses(head, nil, "学生")
			}
			p.presses(head, nil, "刚刚")
			p.presses(head, nil, "启动紧急报告")
			if open := p.open(); len(open) != 2 || open[1].Remarks[0].Text != words {
				t.Errorf("the second: %+v", open)
			}
		})
	}
}

// What goes on about the patient stays with the report being made.
func TestMoreOfThePatientStaysWithTheReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院学生李小明今天确诊")
	p.says(head, nil, "该生在市一院")
	p.says(head, nil, "该生今天上午做的核酸")
	if n := len(p.open()); n != 0 {
		t.Fatalf("%d cases already", n)
	}
	p.wait(workgroup.CallLife + 1)
	if open := p.open(); len(open) != 1 || !strings.Contains(open[0].Remarks[0].Text, "市一院") || !strings.Contains(open[0].Remarks[0].Text, "上午做的核酸") {
		t.Errorf("%+v", open)
	}
}

// Whom the patient has met is told with the report, and opens none.
func TestWhomThePatientMetIsOfTheReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("huli")
	p.says(head, nil, "我院一名学生今天确诊")
	p.says(head, nil, "昨天和软件学院的一名学生一起吃饭")
	p.says(head, nil, "软件学院的一名学生昨天来过宿舍")
	p.wait(workgroup.CallLife + 1)
	if open := p.open(); len(open) != 1 || open[0].Unit != "huli" || !strings.Contains(open[0].Remarks[0].Text, "一起吃饭") {
		t.Errorf("%+v\n%s", open, p.transcript(head, nil))
	}
}

// Two people in one sentence are two cases: the graver one is reported first, the other right after it, and by itself where nobody
// answers.
func TestTwoPeopleInOneSentenceAreTwoCases(t *testing.T) {
	t.Parallel()
	for _, says := range []string{"我院一个确诊一个密接", "软件学院1人确诊，2人密接"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
		p.says(head, nil, says)
		p.alarmed(1, says)
		p.reads(head, nil, "紧急报告：确诊", "还说到密切接触者", "接着报")
		for _, answer := range []string{"学生", "刚刚", "启动紧急报告"} {
			p.presses(head, nil, answer)
		}
		p.reads(head, nil, "另一人的紧急报告", "密切接触者", "软件学院", says)
		p.wait(workgroup.CallLife + time.Second)
		open := p.open()
		if len(open) != 2 || open[0].Kind != workgroup.CaseConfirmed || open[1].Kind != workgroup.CaseContact || open[1].Like != "" {
			t.Fatalf("%s: %+v", says, open)
		}
		p.reads(duty, nil, "急-0131-02", "密切接触者")
		p.alarmed(1)
	}
}

// Two people by name, of whom no number is told, are two cases as well.
func TestTwoPeopleByNameAreTwoCases(t *testing.T) {
	t.Parallel()
	for _, says := range []string{"李某确诊，室友王某密接", "确诊：李某；密接：王某", "学生李某确诊，王某密接"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, p.Group, says)
		p.alarmed(1, says)
		p.reads(head, nil, "紧急报告：确诊", "还说到密切接触者", "接着报")
		p.wait(2*workgroup.CallLife + 2*time.Second)
		if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseConfirmed || open[1].Kind != workgroup.CaseContact {
			t.Fatalf("%s: %+v", says, open)
		}
	}
}

func TestTwoPeopleInOneEnglishSentenceAreTwoCases(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "One student confirmed and one teacher sealed in her building")
	p.reads(head, nil, "Urgent report: confirmed case", "The words also tell of lockdown or central quarantine")
	p.wait(2*workgroup.CallLife + 2*time.Second)
	if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseConfirmed || open[1].Kind != workgroup.CaseSealed {
		t.Fatalf("%+v", open)
	}
}

// Who is a contact and has therefore been taken into quarantine is one case.
func TestOnePersonOfTwoKindsIsOneCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "我院2名学生判定为密接，2人均已送集中隔离点")
	p.wait(3 * workgroup.CallLife)
	if open := p.open(); len(open) != 1 || open[0].Kind != workgroup.CaseContact {
		t.Fatalf("%+v", open)
	}
}

// Two kinds of new figures in one filing are two cases as well.
func TestTwoKindsOfNewFiguresAreTwoCases(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院 现有疑似1人，现有确诊1人，其余为0")
	p.presses(head, nil, "报送")
	p.alarmed(1, "何望桥")
	p.wait(2*workgroup.CallLife + 2*time.Second)
	if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseSuspected || open[1].Kind != workgroup.CaseConfirmed {
		t.Fatalf("%+v\n%s", open, p.transcript(head, nil))
	}
}

// News of a second patient is no answer to of which unit the first is; what is said beside the unit's name is kept.
func TestASecondPatientIsNoAnswerOfWhichUnit(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.says(duty, nil, "一名学生今天确诊")
	p.sees(duty, nil, "已提醒值班员和防控办")
	p.says(duty, nil, "软件学院又有一名学生确诊")
	open := p.open()
	if len(open) != 1 || open[0].Unit != "" {
		t.Fatalf("opened: %+v", open)
	}
	p.says(duty, nil, "软件学院又有一名学生确诊") // sent twice
	p.says(duty, nil, "软件学院，已送市医院")
	p.wait(workgroup.CallLife + 1)
	open = p.open()
	if len(open) != 2 || open[1].Unit != "ruanjian" || !strings.Contains(open[1].Remarks[0].Text, "已送市医院") {
		t.Fatalf("opened: %+v", open)
	}
	p.says(duty, nil, "又一名学生今天疑似")
	p.says(duty, nil, "护理学院的，已送市医院")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Unit != "huli" || !strings.Contains(k.Remarks[0].Text, "已送市医院") {
		t.Errorf("opened: %+v", k)
	}
}

// A sentence that goes on about one patient and brings another: both halves are kept.
func TestProgressAndAnotherCaseInOneSentence(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"送医院了，又有一名学生确诊", "补充：李小明已送医院；另有一名学生疑似", "社区已报，他的室友也确诊了"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			for _, who := range []string{"holder", "reporter", "further"} {
				p, writer, duty := reported(t)
				if who != "reporter" {
					writer = duty
				}
				if who == "further" {
					p.presses(duty, nil, "续报")
				}
				p.says(writer, nil, words)
				first := p.open()[0]
				if len(first.Remarks) != 2 || !strings.Contains(words, first.Remarks[1].Text) || strings.ContainsAny(first.Remarks[1].Text, "又另室") {
					t.Errorf("%s: the first case has %+v\n%s", who, first.Remarks, p.transcript(writer, nil))
				}
				p.reads(writer, nil, "前半句已作为续报记入 急-0131-01")
				p.wait(workgroup.CallLife + 1)
				if n := len(p.open()); n != 2 {
					t.Errorf("%s: %d cases", who, n)
				}
			}
		})
	}
}

// Of several cases it is asked which the first half is of.
func TestProgressOfOneOfSeveralCasesIsAsked(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "送医院了，又有一名学生确诊")
	p.reads(duty, nil, "“送医院了”", "要记入")
	p.presses(duty, nil, "记入 急-0131-02")
	if k := p.open()[1]; len(k.Remarks) != 1 || k.Remarks[0].Text != "送医院了" {
		t.Errorf("kept: %+v", k.Remarks)
	}
	p.wait(workgroup.CallLife + 1)
	if n := len(p.open()); n != 3 {
		t.Errorf("%d cases", n)
	}
}

func TestProgressAndAnotherCaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(duty, nil, "Taken to hospital, another student has been confirmed")
	p.reads(duty, nil, "The first half is added to 急-0131-01", "Taken to hospital")
	p.wait(workgroup.CallLife + 1)
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases", n)
	}
}

// Two who are named, each with what they have, are two cases, although nobody is counted.
func TestTwoNamedPeopleAreTwoCases(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "李某确诊，室友王某密接")
	p.alarmed(1, "李某确诊，室友王某密接")
	p.wait(2*workgroup.CallLife + time.Minute)
	if open := p.open(); len(open) != 2 || open[0].Kind != workgroup.CaseConfirmed || open[1].Kind != workgroup.CaseContact {
		t.Errorf("%+v\n%s", open, p.transcript(head, nil))
	}
}

// Of a parent's wife or husband it is asked, in private, whether one of ours has to do with it; what is said of a gate is no case.
func TestWhatAParentTellsOfTheirOwnIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "家长打电话来，说他爱人确诊")
	p.says(head, nil, "北门保安说今天只进不出")
	p.alarmed(0)
	if p.withButton(head, nil, "是，提醒值班员") == nil {
		t.Errorf("not asked:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "我们村只进不出了，我出不去")
	p.alarmed(1)
}

// Several patients named in one breath are as many reports, one after the other; left unfinished, they all ring.
func TestSeveralPatientsInOneSentenceAreAsManyCases(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, p.Group, "我院学生李某和王某今天确诊")
	p.reads(head, nil, "每人一件", "这一份只报一人", "接着报另外 1 人")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.reads(head, nil, "另一人的紧急报告：确诊")
	p.presses(head, nil, "学生")
	p.presses(head, nil, "启动紧急报告")
	open := p.open()
	if len(open) != 2 || open[0].Kind != workgroup.CaseConfirmed || open[1].Kind != workgroup.CaseConfirmed || open[1].Group != workgroup.Students || open[1].Like != "" {
		t.Fatalf("opened: %+v", open)
	}
	// Another, of a unit whose head goes on to nothing.
	other := p.Head("huli")
	p.says(other, nil, "两名学生确诊，李明和王芳")
	p.wait(2*workgroup.CallLife + time.Second)
	if n := len(p.open()); n != 4 {
		t.Errorf("%d cases", n)
	}
	// Said to be one after all, the second report is withdrawn.
	third := p.Head("qiche")
	p.says(third, nil, "李某、王某疑似")
	p.presses(third, nil, "学生")
	p.presses(third, nil, "刚刚")
	p.presses(third, nil, "启动紧急报告")
	p.presses(third, nil, "不是紧急情况，撤销")
	p.wait(workgroup.CallLife + time.Second)
	if n := len(p.open()); n != 5 {
		t.Errorf("%d cases", n)
	}
	groupHides(p, "李明", "王芳")
}

func TestSeveralPatientsInOneSentenceInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "Our students Li Ming and Wang Fang tested positive")
	p.reads(head, nil, "more than one person", "this report is of one", "1 more is reported next")
	p.spoke()
}
