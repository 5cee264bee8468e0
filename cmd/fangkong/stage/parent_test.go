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
