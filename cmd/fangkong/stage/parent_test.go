package stage

import "testing"

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
