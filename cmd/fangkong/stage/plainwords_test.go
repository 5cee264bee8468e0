package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A case told in the words of every day wakes the office and the duty staff with those words; its writer reads what it was taken for,
// and the group nothing.
func TestACaseInDailyWords(t *testing.T) {
	t.Parallel()
	for says, kind := range map[string]string{
		"我院一名学生核酸阳了":                                                      "确诊",
		"学生李明抗原两道杠":                                                       "确诊",
		"软件学院新冠肺炎1人":                                                      "确诊",
		"我院王老师复阳":                                                         "确诊",
		"不是疑似，是确诊":                                                        "确诊",
		"上午说排除，刚刚又阳了":                                                     "确诊",
		"我院一名学生可能感染新冠":                                                    "疑似",
		"医院怀疑我院王老师是新冠":                                                    "疑似",
		"我院王老师被社区封在家里了":                                                   "封闭隔离",
		"学生李明家楼被封了，人出不来":                                                  "封闭隔离",
		"我院一名学生隔离在酒店":                                                     "封闭隔离",
		"我院一名学生被拉去方舱了":                                                    "封闭隔离",
		"我院学生李明进了ICU，正在抢救":                                                "入院治疗",
		"学生家长确诊，学生密接":                                                     "密切接触者",
		"学生李明发烧，刚从武汉回来":                                                   "发热有接触史",
		"我院一名学生高烧39度，已送发热门诊":                                              "发生了什么？",
		"我院一名学生去世了":                                                       "发生了什么？",
		"A student might be infected":                                     "疑似",
		"One of our students was rushed to the ICU":                       "入院治疗",
		"A teacher is sealed in her building":                             "封闭隔离",
		"A student was taken to a quarantine hotel":                       "封闭隔离",
		"A student's father is confirmed, the student is a close contact": "密切接触者",
		"One of our students passed away":                                 "发生了什么？",
	} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, p.Group, says)
			if p.withText(head, p.Group, "立即电话") == nil {
				t.Error("not told whom to call")
			}
			p.alarmed(1, says)
			if p.withText(head, nil, "🚨 紧急报告", kind) == nil {
				t.Errorf("not taken for %s:\n%s", kind, p.transcript(head, nil))
			}
			if death := p.withText(p.Holder(workgroup.DutyStaff), nil, "报告有人死亡") != nil; death != (strings.Contains(says, "去世") || strings.Contains(says, "passed away")) {
				t.Errorf("that somebody died: %v", death)
			}
			botHides(p, "核酸", "阳", "李明", "王老师", "student", "隔离", "确诊", "疑似", "死亡", "密切")
		})
	}
}

// botHides fails where the bot itself posts one of the words beside the board.
func botHides(p *play, words ...string) {
	p.t.Helper()
	for _, m := range p.Group.Posts() {
		for _, w := range words {
			if m.From.Bot && !strings.HasPrefix(m.Text, "📋") && strings.Contains(m.Text, w) {
				p.t.Errorf("the bot posts %q: %s", w, m.Text)
			}
		}
	}
}

// What is a relative's or a neighbour's wakes nobody: its writer is asked, in private, whether it has reached anybody of ours.
func TestACaseOfRelativesIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, says := range []string{"我妈在老家确诊了", "邻居确诊了", "室友的父亲疑似", "我爸抗原两道杠", "My roommate's father is confirmed", "my neighbour tested positive"} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, nil, says)
			p.alarmed(0)
			p.sees(head, nil, "亲友、邻居", "同住或近期接触过吗")
			p.presses(head, nil, "是，提醒值班员")
			p.alarmed(1, "何望桥", says)
			p.sees(head, nil, "密切接触者", says, "是什么人？")
		})
	}
}

// News of elsewhere, what is denied, feared, asked, over, or of another illness wakes nobody and asks nobody.
func TestWhatIsNoCaseRaisesNoAlarm(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, says := range []string{"武汉新增确诊病例35例", "信阳确诊病例增至20例", "我院学生李明已排除疑似", "我院确诊0、疑似0", "学生李明不是确诊，是普通感冒", "我担心被隔离，能不能晚两天回", "听说隔壁学校确诊",
		"如果确诊怎么办", "应急演练：我院一名学生确诊", "昨天那例确诊的学生已出院", "李老师确诊是普通流感", "请各单位做好阳性人员转运预案", "我院学生核酸都是阴性",
		"北门保安说今天只进不出", "东门封闭，请走西门", "The north gate is sealed, use the south one",
		"Wuhan reports 35 new confirmed cases", "The suspected student has been ruled out", "I'm afraid of being quarantined", "Drill: one student confirmed", "He hasn't tested positive"} {
		for _, where := range []sandbox.Chat{p.Group, nil} {
			p.says(head, where, says)
			p.alarmed(0)
			if p.withButton(head, nil, "是，提醒值班员") != nil || p.withText(head, nil, "紧急报告") != nil {
				t.Fatalf("%s\n%s", says, p.transcript(head, nil))
			}
		}
	}
	if open := p.open(); len(open) != 0 {
		t.Errorf("%d cases", len(open))
	}
}

// A fever with a visit to the clinic is told at once; no exposure is claimed that nobody stated.
func TestAFeverAtTheClinicClaimsNoExposure(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "A teacher has a high fever and is at the fever clinic")
	p.reads(duty, nil, "Possibly a one-hour case", "at the fever clinic")
	p.reads(head, nil, "Urgent report", "What happened?")
	if p.withText(head, nil, "fever with exposure") != nil {
		t.Errorf("an exposure is claimed:\n%s", p.transcript(head, nil))
	}
	p.says(p.Head("huli"), nil, "A student back from Wuhan has a fever")
	p.reads(p.Head("huli"), nil, "Urgent report: ", "School of Nursing", "exposure")
}

// A fever of which nothing else is told, and a relative's case, are asked about with one question, in the language of their writer.
func TestWhatCouldMakeItOursIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我们宿舍有人发烧")
	p.alarmed(0)
	p.reads(head, nil, "近期去过湖北，或接触过病例、湖北来人吗")

	e := newEnglishPlay(t)
	e.until("14:05")
	head, duty := e.Head("ruanjian"), e.Holder(workgroup.DutyStaff)
	e.says(head, nil, "My roommate's father is confirmed")
	e.reads(head, nil, "a relative, a friend or a neighbour", "have they met lately?")
	if e.withText(duty, nil, "one-hour case") != nil {
		t.Error("somebody is woken")
	}
	e.answers(head, "Yes, alert the duty staff", "alerted")
	e.reads(duty, nil, "Possibly a one-hour case", "何望桥")
	e.says(e.Head("huli"), nil, "One of our students passed away this morning")
	e.reads(duty, nil, "a death is reported", "王秋禾")
}

// A positive test is a case at once, and is no figure of the form: how many are confirmed is asked before the rest is taken for zero.
func TestAPositiveTestIsNoFigureOfTheForm(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院核酸阳性1名学生，居家隔离3人")
	p.alarmed(1, "何望桥")
	p.reads(head, nil, "紧急报告：确诊")
	p.reads(head, nil, "确诊", "几")
	if m := p.withText(head, nil, "其余为 0"); m != nil {
		t.Errorf("taken for nothing:\n%s", m.Text)
	}
}

func TestAPositiveTestIsNoFigureOfTheFormInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "One student tested positive, 3 in home quarantine")
	p.reads(head, nil, "Urgent report: confirmed case")
	if m := p.withText(head, nil, "Everything else is 0"); m != nil {
		t.Errorf("taken for nothing:\n%s", m.Text)
	}
	p.reads(head, nil, "Confirmed: how many now?")
}
