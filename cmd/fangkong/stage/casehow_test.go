package stage

import (
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// How an urgent case is reported is answered to whoever asks: what may have happened has the button that begins.
func TestHowACaseIsReportedIsAnswered(t *testing.T) {
	t.Parallel()
	for words, real := range map[string]bool{
		"如果有学生确诊了我该怎么报？": false, "万一有人确诊了怎么上报": false, "宿舍有人确诊怎么办": true, "发现疑似怎么上报": true, "有疑似病例应该报给谁？": true, "被隔离了怎么报": true, "学生发烧了怎么办": true,
	} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty, who := p.Head("ruanjian"), p.zhang(), p.newcomer("孔", "明")
			who.Starts()
			p.settle()
			for _, one := range []*sandbox.Person{head, duty, who} {
				p.says(one, nil, words)
				p.reads(one, nil, "1 小时内", "发“紧急”", "0392-0000000")
				if m := p.sees(one, nil, "1 小时内"); (len(m.Buttons) > 0) != real {
					t.Errorf("buttons: %v", m.Buttons)
				}
			}
			who.Says(p.Group, words)
			p.settle()
			p.reads(who, p.Group, "1 小时内", "@", "0392-0000000")
			p.wait(time.Minute)
			m := who.Says(p.Group, words)
			p.settle()
			p.marked(m, "🙏")
			// In the middle of a filing, too.
			p.says(head, nil, "/report")
			p.says(head, nil, words)
			p.sees(head, nil, "1 小时内")
			p.wait(30 * time.Minute)
			p.view(noCases(t))
			if real {
				p.presses(head, nil, "紧急报告")
				p.sees(head, nil, "发生了什么？")
			}
		})
	}
}

// A fever of one's own is asked about, wherever it is told and whoever asks.
func TestAFeverOfOnesOwnIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我发烧了，怎么办", "我发烧了怎么办？"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, who := p.Head("ruanjian"), p.newcomer("孔", "明")
		who.Starts()
		p.settle()
		head.Says(p.Group, words)
		p.settle()
		p.reads(head, nil, "去过湖北", "计入当天的日报")
		p.says(who, nil, words)
		p.reads(who, nil, "去过湖北")
		who.Says(p.Group, words)
		p.settle()
		p.reads(who, p.Group, "1 小时内", "0392-0000000")
		p.view(noCases(t))
	}
}

// How the day's report is filled in is another question.
func TestHowToFillInIsNoUrgentQuestion(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, words := range []string{"居家隔离的学生怎么报", "发热的怎么填"} {
		p.says(head, nil, words)
		p.reads(head, nil, "日报每天")
	}
	if p.withText(head, nil, "1 小时内") != nil {
		t.Errorf("taken for an urgent question:\n%s", p.transcript(head, nil))
	}
}

func TestHowACaseIsReportedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "What should I do if a student tests positive?")
	p.reads(head, nil, "within one hour", "0392-0000000")
	p.says(head, nil, "How do I report a confirmed case?")
	p.presses(head, nil, "Urgent report")
	p.says(p.zhang(), nil, "I have a fever, what should I do?")
	p.reads(p.zhang(), nil, "Hubei")
}

// noCases fails the scenario where a case is open.
func noCases(t *testing.T) func(workgroup.Book) {
	return func(b workgroup.Book) {
		t.Helper()
		if n := len(workgroup.Running(b)); n != 0 {
			t.Errorf("%d cases are open", n)
		}
	}
}
