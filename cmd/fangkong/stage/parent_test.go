package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What a student's parent telephones of the child is a case of ours; what they tell of themselves is asked about.
func TestAParentTelephonesAboutTheChild(t *testing.T) {
	t.Parallel()
	for words, times := range map[string]int{
		"学生家里来电话，说孩子确诊了": 1, "家长打电话来，说他儿子确诊了，是我们软件1902班的": 1, "学生妈妈发微信，说女儿疑似，在医院": 1,
		"学生家长确诊": 0, "家长打电话来说自己确诊了": 0,
	} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			p.alarmed(times)
			if times == 0 {
				p.reads(head, nil, "您刚才写的是亲友、邻居等的情况", "0392-0000000")
			}
		})
	}
}

func TestAParentTelephonesAboutTheChildInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "A student's mother phoned, her daughter is confirmed")
	p.reads(head, nil, "Urgent report: confirmed case, School of Software")
}

// A parent who telephones of their own husband or wife tells of no case of ours: it is asked whose illness it is.
func TestAParentTelephonesAboutTheirSpouse(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"家长打电话来，说他爱人确诊", "学生家长来电话，孩子他爸确诊了", "班主任说学生家长打电话，他老公疑似"} {
		for answer, kind := range map[string]string{"是，提醒值班员": "紧急报告：密切接触者", "病的是我校人员本人": "发生了什么"} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			p.alarmed(0)
			p.reads(head, nil, "您刚才写的是亲友、邻居等的情况", "病的是谁？", "0392-0000000")
			p.presses(head, nil, answer)
			p.alarmed(1, "何望桥", words)
			p.reads(head, nil, kind)
		}
	}
}

// In the group the question goes to the head in private, and the group hears nothing.
func TestARelativesIllnessInTheGroupIsAskedInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.silent(head, p.Group, "a relative's illness", func() { p.says(head, p.Group, "家长打电话来，说他爱人确诊") })
	p.reads(head, nil, "病的是谁？")
}

func TestAParentTelephonesAboutTheirSpouseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "A student's mother phoned, her husband is confirmed")
	p.reads(head, nil, "Who is ill?")
	p.presses(head, nil, "It is one of ours who is ill")
	p.reads(head, nil, "What happened?")
}

// Who writes to the bot of their child at the college, or of a roommate, is heard at once; they are not the person who owes the individual's report.
func TestAParentWritesOfTheChild(t *testing.T) {
	t.Parallel()
	for words, card := range map[string]string{
		"我女儿在你们护理学院，昨天被确诊了，学校知道吗":                                                              "急-0131-01　确诊",
		"我是学生家长，孩子在机电学院，今天被拉去隔离点了":                                                             "急-0131-01　封闭隔离",
		"My son was taken away to quarantine last night, he studies at the School of Software": "急-0131-01　封闭隔离",
		"我室友确诊了，我们是软件学院的":                                                                      "急-0131-01　确诊",
	} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			parent := p.newcomer("孔", "明")
			p.says(parent, nil, words)
			p.alarmed(1, words)
			p.wait(3 * time.Minute)
			p.reads(p.Holder(workgroup.DutyStaff), nil, card, "学生", "本人报告：未报", "孔明")
		})
	}
}

// Who is put in quarantine by others and says so beginning with their name reports a case, and asks for nothing.
func TestWhoeverIsPutAwayIsNoApplicant(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	wang, liu := p.newcomer("王", "五"), p.newcomer("刘", "丽")
	p.says(wang, nil, "我是软件学院王五，今天被社区隔离了")
	p.alarmed(1, "我是软件学院王五，今天被社区隔离了")
	p.says(liu, p.Group, "我是护理学院学生刘丽，昨天从武汉回来，今天被社区隔离了，13700001234")
	p.alarmed(2, "13700001234")
	p.wait(3 * time.Minute)
	p.reads(p.Holder(workgroup.DutyStaff), nil, "急-0131-01　封闭隔离", "本人报告：14:05 王五")
	if m := p.withText(p.Holder(workgroup.Staff), nil, "有人申请登记"); m != nil {
		t.Errorf("an application:\n%s", m.Text)
	}
}
