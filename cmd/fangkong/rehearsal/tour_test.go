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
	zero, confirm, start, take, read, sign string
	call                                   []string // the questions of an urgent report that nobody wrote in a line
}

var tourWalks = map[workgroup.Language]walk{
	workgroup.Chinese: {"零报告", "确认报送", "启动紧急报告", "我来接手", "已阅", "签发", []string{"封闭隔离", "学生", "刚刚"}},
	workgroup.English: {"Zero report", "File", "Start the urgent report", "I take it", "Read", "Sign", []string{"ockdown", "tudent", "ust now"}},
}

// han is what an English page shows in Chinese, aside from the names of documents, the
// codes of cases, and what the office has written into the paper.
const (
	han = `[...document.querySelectorAll("body *")].filter(e => e.offsetParent && !e.closest(".document, #language") &&
		[...e.childNodes].some(n => n.nodeType === 3 && /\p{Script=Han}/u.test(n.data.replace(/急-|宿舍、食堂每日消毒两次|^(Part 5 \(next steps\): )?无$|电话会商|领导小组全体|同意上报/gm, "")))).map(e => e.innerText)`
)

// glowing is the one thing on the page that is to be pressed next.
const glowing = `[...document.querySelectorAll(".cue")].filter(e => e.offsetParent)`

// hasRoom fails the test when the words of the panel have no room in it.
func (b *tab) hasRoom() {
	b.t.Helper()
	if get[bool](b, `document.querySelector("#tour").scrollHeight > document.querySelector("#tour").clientHeight`) {
		b.fails("the words have no room")
	}
}

// The tour end to end, by hand, in a window and on a telephone: what is to be pressed next glows, it is that and in sight; what it asks for
// is done, and each step is seen to be done. Between the steps nothing moves but what a step is about.
func TestTheTour(t *testing.T) {
	for lang, w := range tourWalks {
		for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
			t.Run(fmt.Sprintf("%s/%d", lang, size[0]), func(t *testing.T) {
				h := open(t, Options{Language: lang}).stopped(t)
				b := visit(t, profile(t), h.url, size[0], size[1])
				pressed := 0
				// glows presses what glows, and has it be what one is told to press, where one sees it and no longer than the panel has room.
				glows := func(phone int, label string) {
					t.Helper()
					b.until(label+" glows", fmt.Sprintf(`(all => all.length === 1 && all[0].innerText.includes(%q) && (%d < 0 || telephones()[%[2]d]?.contains(all[0])) && !all[0].hasAttribute("aria-busy"))(%s)`, label, phone, glowing))
					b.until("it is in sight", fmt.Sprintf(`(of => of.left >= 0 && of.right <= innerWidth && of.top >= 0 && of.bottom <= innerHeight)(%s[0].getBoundingClientRect())`, glowing))
					b.hasRoom()
					if top := get[float64](b, `document.querySelector("#table").getBoundingClientRect().top`); pressed == 0 {
						get[bool](b, fmt.Sprintf("(window.lies = %f) >= 0", top))
					} else if top != get[float64](b, "window.lies") {
						b.fails("the telephones moved to %.0f", top)
					}
					said := get[string](b, `document.querySelector("#tour").innerText`)
					for _, quoted := range get[[]string](b, `[...document.querySelector("#tour").innerText.matchAll(/「(.+?)」|“(.+?)”/g)].map(m => m[1] || m[2])`) {
						if !slices.Contains([]string{w.zero, w.confirm, w.start, w.take, w.read, w.sign, spoken(lang).say("send"), spoken(lang).say("tour")}, quoted) {
							t.Errorf("%q is said, and nobody is to press it: %s", quoted, said)
						}
					}
					if !strings.Contains(said, label) {
						t.Errorf("nothing is said of %q: %s", label, said)
					}
					for _, chinese := range get[[]string](b, han) {
						if lang == workgroup.English {
							t.Errorf("before %s: %s", label, chinese)
						}
					}
					pressed++
					b.shoot(fmt.Sprintf("tour-%s-%d-%02d", lang, size[0], pressed))
					get[bool](b, "("+glowing+"[0].click(), true)")
				}
				step := func(no int) {
					t.Helper()
					b.until(fmt.Sprintf("step %d", no), fmt.Sprintf("step === %d", no))
					b.until("its telephones", laid)
				}
				glows(-1, spoken(lang).say("tour"))
				step(2)
				if size[0] == 1440 { // whoever looks elsewhere is shown the way back
					b.clicks(".telephone .tabs button:last-child")
					b.until("the private chat", "seat(telephones()[0]) === 'wang-qiuhe wang-qiuhe'")
					get[bool](b, "("+glowing+"[0].click(), true)")
					b.until("the group", laid)
				}
				glows(0, w.zero)
				b.until("it is read back", "telephones()[0].querySelector('dialog').open")
				glows(0, w.zero)
				step(3)
				glows(1, spoken(lang).say("send"))
				glows(1, w.confirm)
				glows(-1, spoken(lang).say("tour.next"))
				step(4)
				glows(1, spoken(lang).say("send"))
				glows(1, w.start)
				b.until("the clock hurries", "state.speed === 2")
				b.hasRoom()
				b.shoot(fmt.Sprintf("tour-%s-%d-climbs", lang, size[0]))
				for range 12 { // twelve minutes, if nobody is rung before
					h.pass(hop)
				}
				glows(3, w.take)
				step(5)
				b.until("the clock stands again", "state.speed === 0")
				glows(0, w.read)
				step(6)
				glows(3, w.sign)
				glows(3, w.sign)
				b.until("it is signed", "!!document.querySelector('#tour .good') && !!telephones()[3].querySelector('.paper[open] p')")
				b.hasRoom()
				b.shoot(fmt.Sprintf("tour-%s-%d-end", lang, size[0]))
				if pressed > 14 {
					t.Errorf("it takes %d presses", pressed)
				}
				b.clicks("#tour [data-tour=leave]")
				b.until("it stays over", "!!document.querySelector('#tour .quiet[data-tour=begin]') && !document.querySelector('.cue')")
				b.quiet()
			})
		}
	}
}
