package stage

import (
	"strings"
	"testing"
)

// Who has met a case is a contact, and no case: nobody is counted as confirmed.
func TestWhoHasMetACaseIsNone(t *testing.T) {
	t.Parallel()
	for words, kind := range map[string]string{
		"我院学生小王密切接触过确诊病例": "密切接触者", "学生小王发烧咳嗽，密切接触过确诊病例": "发热", "学生和确诊病人一个车厢，现在发烧": "发热有接触史",
	} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("16:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			p.alarmed(1)
			p.reads(head, nil, "紧急报告："+kind)
			for _, m := range head.Sees(nil) {
				if m.From.Bot && strings.Contains(m.Text, "确诊 ") {
					t.Errorf("counted or asked as confirmed: %q", m.Text)
				}
			}
		})
	}
}

func TestWhoHasMetACaseIsNoneInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "A student had close contact with a confirmed case")
	p.reads(head, nil, "Urgent report: close contact, School of Software, students")
}
