package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// What heads write in the words of every day is read back as it was meant, and whatever it leaves open is asked.
func TestWordsOfEveryDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	for _, said := range []struct{ words, want string }{
		{"居家隔离1男2女，均无发热", "居家隔离 现有 3"},
		{"居家隔离昨3新0解1余2", "居家隔离 现有 2"},
		{"3名学生从信阳回来，已居家隔离", "居家隔离 现有 3"},
		{"居家隔离一共七个人老师两个学生五个", "居家隔离 现有 7"},
		{"发热（无）、疑似（无），居家隔离（无）", "零报告"},
		{"今天体温38.5度的学生有一个，在家", "发热"},
	} {
		p.says(he, nil, said.words)
		p.sees(he, nil, said.want)
		p.says(he, nil, "不填了")
	}
	p.says(he, nil, "软件学院：居家隔离学生2人")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2, "home_quarantine_now_student": 2})
}

// A house that is sealed with ours inside rings, and a house of the college that is shut does not.
func TestAHouseSealedWithOursInside(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "阅览室已贴封条停止开放，软件学院零报告")
	p.alarmed(0)
	p.says(he, nil, "我们小区刚封，通知所有人不得外出，我暂时无法到岗")
	p.alarmed(1)
	p.reads(he, nil, "紧急报告：封闭隔离")
}
