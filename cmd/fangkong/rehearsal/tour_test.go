package rehearsal

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// walk is the tour as a visitor walks it, in the words of their language.
type walk struct {
	zero, confirm, urgent      string
	call                       []string
	take, read, receipts, sign string
}

var tourWalks = map[workgroup.Language]walk{
	workgroup.Chinese: {"零报告", "确认报送", "紧急报告", []string{"封闭隔离", "学生", "刚刚", "启动紧急报告"}, "我来接手", "已阅", "回执", "签发"},
	workgroup.English: {"Zero report", "File", "Urgent report", []string{"ockdown", "tudent", "ust now", "Start the urgent"}, "I take it", "Read", "Receipts", "Sign"},
}

// allLabels are what stands on the buttons of the page; han is what an English page shows in Chinese, aside from the names of documents, the
// codes of cases, and what the office has written into the paper.
const (
	allLabels = `[...document.querySelectorAll("button")].filter(e => e.offsetParent).map(e => e.innerText.trim())`
	han       = `[...document.querySelectorAll("body *")].filter(e => e.offsetParent && !e.closest(".document, #language") &&
		[...e.childNodes].some(n => n.nodeType === 3 && /\p{Script=Han}/u.test(n.data.replace(/急-|各单位正常报送，宿舍、食堂每日消毒两次|^(Part 5 \(next steps\): )?无$|电话会商|领导小组全体|同意上报/gm, "")))).map(e => e.innerText)`
)

// The tour end to end, by hand: what it asks for is done, and each step is seen to be done.
func TestTheTour(t *testing.T) {
	for lang, w := range tourWalks {
		t.Run(string(lang), func(t *testing.T) {
			b := visit(t, profile(t), open(t, Options{Language: lang}).stopped(t).url, 1440, 900)
			var labels []string // of the buttons that were seen in this step
			press := func(phone int, label string) {
				t.Helper()
				b.until("a button "+label, fmt.Sprintf("[...telephones()[%d]?.querySelectorAll('.keys button') ?? []].some(b => b.innerText.includes(%q))", phone, label))
				labels = append(labels, get[[]string](b, allLabels)...)
				b.presses(phone, label)
			}
			next := func(step int) {
				t.Helper()
				b.until(fmt.Sprintf("step %d done", step), "!!document.querySelector('#tour .good')")
				b.shoot(fmt.Sprintf("tour-%s-%d", lang, step))
				labels = append(labels, get[[]string](b, allLabels)...)
				for _, quoted := range get[[]string](b, `[...document.querySelector("#tour").innerText.matchAll(/「(.+?)」|“(.+?)”/g)].map(m => m[1] || m[2])`) {
					if !slices.ContainsFunc(labels, func(l string) bool { return l == quoted || strings.HasSuffix(l, " "+quoted) }) {
						t.Errorf("step %d speaks of %q, and no button says so: %q", step, quoted, labels)
					}
				}
				labels = nil
				for _, chinese := range get[[]string](b, han) {
					if lang == workgroup.English {
						t.Errorf("step %d: %s", step, chinese)
					}
				}
				if step < len(steps) {
					b.clicks("#tour [data-tour=next]")
					b.until(fmt.Sprintf("step %d", step+1), fmt.Sprintf("document.querySelector('#tour [aria-current] span').innerText.startsWith('%d')", step+1))
					b.until("its telephones", "document.querySelector('[data-panes]').dataset.panes === telephones().map(p => p.dataset.who + ' ' + p.dataset.where).join(';')")
				}
			}
			b.clicks("#tour [data-tour=begin]")
			b.until("step 1", "!!document.querySelector('#tour [data-panes]')")
			labels = get[[]string](b, allLabels)
			b.clicks("#tour [data-tour=help]")
			next(1)
			press(0, w.zero)
			press(0, w.zero)
			next(2)
			b.clicks("#tour [data-fill]")
			b.clicks(".telephone [type=submit]")
			press(0, w.confirm)
			next(3)
			press(0, w.urgent)
			for _, answer := range w.call {
				press(1, answer)
			}
			b.clicks("[data-minutes='5']")
			b.clicks("[data-minutes='5']")
			press(3, w.take)
			next(4)
			press(0, w.read)
			press(1, w.receipts)
			next(5)
			press(0, w.sign)
			press(0, w.sign)
			b.writes(0, "/summary")
			b.until("the end of its answer", "[...telephones()[0].querySelectorAll('.message')].pop().querySelector('.keys') && telephones()[0].querySelector('.below').hidden")
			next(6)
			b.clicks("#tour [data-tour=leave]")
			b.until("it stays over", "!!document.querySelector('#tour .quiet[data-tour=begin]') && !document.querySelector('#tour .main')")
			b.quiet()
		})
	}
}
