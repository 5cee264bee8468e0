package rehearsal

import (
	"fmt"
	"testing"

	"fangkong/store/workgroup"
)

// walk is the tour as a visitor walks it, in the words of their language.
type walk struct {
	zero, line, confirm, urgent string
	call                        []string
	take, read, sign            string
}

var walks = map[workgroup.Language]walk{
	workgroup.Chinese: {"零报告", "居家隔离2人，无发热，其他正常", "确认报送", "紧急报告", []string{"封闭隔离", "学生", "刚刚", "启动紧急报告"}, "我来接手", "已阅", "签发"},
	workgroup.English: {"Zero report", "2 home quarantine, no fever, all others well", "File", "Urgent report", []string{"ockdown", "tudent", "ust now", "Start the urgent"}, "I take it", "Read", "Sign"},
}

// The tour end to end, by hand: what it asks for is done, and each step is seen to be done.
func TestTheTour(t *testing.T) {
	for lang, w := range walks {
		t.Run(string(lang), func(t *testing.T) {
			b := visit(t, profile(t), open(t, Options{Language: lang}).stopped(t).url, 1440, 900)
			next := func(step int) {
				t.Helper()
				b.until(fmt.Sprintf("step %d done", step), "!!document.querySelector('#tour .good')")
				b.shoot(fmt.Sprintf("tour-%s-%d", lang, step))
				if step < len(steps) {
					b.clicks("#tour [data-tour=next]")
					b.until(fmt.Sprintf("step %d", step+1), fmt.Sprintf("document.querySelector('#tour [aria-current] span').innerText.startsWith('%d')", step+1))
					b.until("its telephones", "document.querySelector('[data-panes]').dataset.panes === telephones().map(p => p.dataset.who + ' ' + p.dataset.where).join(';')")
				}
			}
			b.clicks("#tour [data-tour=begin]")
			b.until("step 1", "!!document.querySelector('#tour [data-panes]')")
			b.clicks("#tour [data-tour=help]")
			next(1)
			b.presses(0, w.zero)
			b.presses(0, w.zero)
			next(2)
			b.writes(0, w.line)
			b.presses(0, w.confirm)
			next(3)
			b.presses(0, w.urgent)
			for _, answer := range w.call {
				b.presses(1, answer)
			}
			b.clicks("[data-minutes='5']")
			b.clicks("[data-minutes='5']")
			b.presses(3, w.take)
			next(4)
			b.presses(0, w.read)
			next(5)
			b.presses(0, w.sign)
			b.presses(0, w.sign)
			b.writes(0, "/summary")
			next(6)
			b.quiet()
		})
	}
}
