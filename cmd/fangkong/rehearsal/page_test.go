package rehearsal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// The plug is pulled in the middle of a conversation: what was said meanwhile is answered when it is in again, and what was
// said before is not forgotten.
func TestPulledAndPluggedInAgain(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1440, 900)
	get[bool](b, `desk("/clock", {to: "14:00"}).then(() => true)`)
	b.shows(0, "song-shupu", "song-shupu")
	b.presses(0, "填报")
	for range 3 {
		b.presses(0, "0")
	}
	b.clicks(".faults summary")
	b.clicks("#plug")
	b.sees(0, "居家隔离")
	b.until("it says so", `document.querySelector("#notice").innerText.includes("没电")`)
	b.writes(0, "5")
	b.until("it is there, and unanswered", `[...document.querySelectorAll(".telephone")[0].querySelectorAll(".message")].pop().innerText.startsWith("5")`)
	get[bool](b, `desk("/clock", {minutes: 5}).then(() => true)`)
	b.clicks(".faults summary")
	b.clicks("#plug")
	b.until("it is back", `document.querySelector("#notice").hidden`)
	b.sees(0, "今日新增几人")
	b.shoot("plugged-in")
	b.quiet()
}

// Two people at once, each on a computer of their own, and one of them on two: everybody sees what anybody does.
func TestTwoPeopleAtOnce(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	chrome := profile(t)
	pane := func(who string) string { return h.url + "/?pane=" + who + "+@group" }
	wang, song, again := visit(t, chrome, pane("wang-qiuhe"), 700, 800), visit(t, chrome, pane("song-shupu"), 700, 800), visit(t, chrome, pane("wang-qiuhe"), 700, 800)
	get[bool](wang, `desk("/clock", {to: "14:00"}).then(() => true)`)
	for _, b := range []*tab{wang, song} {
		b.presses(0, "零报告")
	}
	for _, b := range []*tab{song, again} { // who pressed on one telephone presses again on the other
		b.presses(0, "零报告")
	}
	for _, b := range []*tab{wang, song, again} {
		b.sees(0, "已报 2/33")
		b.quiet()
	}
}

// On a telephone the page is as wide as the telephone, one chat at a time, and everything on it can be reached.
func TestOnATelephone(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 390, 844)
	get[bool](b, `desk("/clock", {to: "14:00"}).then(() => true)`)
	b.sees(0, "疫情信息日报告")
	if wide := get[int](b, "document.documentElement.scrollWidth"); wide > 390 {
		b.fails("the page is %d wide", wide)
	}
	for _, small := range get[[]string](b, `[...document.querySelectorAll("button, select, summary")].filter(e => e.offsetParent && (e.offsetHeight < 24 || e.offsetWidth < 24)).map(e => e.outerHTML)`) {
		t.Errorf("too small for a finger: %s", small)
	}
	b.presses(0, "零报告")
	b.presses(0, "零报告")
	b.sees(0, "已报 1/33")
	b.shoot("telephone")
	b.quiet()
}

// On a telephone the row above is as wide as the telephone, too: what else there is in it is one press away, and when the tour is over it
// lies open, for that is what the panel speaks of then.
func TestTheRowAboveOnATelephone(t *testing.T) {
	for _, lang := range workgroup.Languages {
		h := open(t, Options{Language: lang}).stopped(t)
		b := visit(t, profile(t), h.url, 390, 844)
		all := `["[data-minutes='60']", "#goto", "#others", ".faults summary", "#add", "#restart"]`
		beside := `[...document.querySelectorAll(".desk *")].filter(e => e.offsetParent && (e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left < 0)).map(e => e.outerHTML).join("\n")`
		if out := get[string](b, beside); out != "" {
			t.Errorf("%s: beside the page: %s", lang, out)
		}
		if get[bool](b, `document.querySelector("#language").getBoundingClientRect().top > document.querySelector("#more").getBoundingClientRect().top`) {
			t.Errorf("%s: it is more than a row", lang)
		}
		b.clicks("#more")
		b.until("the rest", all+".every(one => document.querySelector(one).offsetParent)")
		b.clicks(".faults summary")
		b.shoot("more-" + string(lang))
		if out := get[string](b, beside); out != "" {
			t.Errorf("%s: beside the page: %s", lang, out)
		}
		b.clicks("[data-minutes='60']")
		b.until("it is folded again", "!document.querySelector('#restart').offsetParent")
		h.guided(t, 6)
		if err := h.guide(tourAsked{Do: "help", From: 6}); err != nil {
			t.Fatal(err)
		}
		b.until("it is signed", "step === 6 && !!document.querySelector('#tour .good')")
		b.clicks("#tour [data-tour=leave]")
		b.until("the rest lies open", all+".every(one => document.querySelector(one).offsetParent)")
		b.hasRoom()
		b.shoot("over-" + string(lang))
		b.quiet()
	}
}

// Everything that can be worked has a name for those who do not see it, in either language.
func TestEveryControlHasAName(t *testing.T) {
	for _, lang := range workgroup.Languages {
		b := visit(t, profile(t), open(t, Options{Language: lang}).stopped(t).url, 1440, 900)
		nameless := get[[]string](b, `[...document.querySelectorAll("button, select, textarea, input, summary, a")].filter(e =>
			!(e.hidden || e.textContent.trim() || e.getAttribute("aria-label") || e.closest("label")?.textContent.trim())).map(e => e.outerHTML)`)
		if len(nameless) > 0 {
			t.Errorf("%s: %v", lang, nameless)
		}
		if got := get[string](b, "document.documentElement.lang"); got != string(lang) {
			t.Errorf("the page is in %s", got)
		}
	}
}

// faint are the texts that cannot be told from what is behind them: below 4.5 to 1, the least of WCAG 2.1 (1.4.3).
const faint = `(() => {
	const parts = c => (c.match(/[\d.]+/g) || []).map(Number);
	const light = c => { const [r, g, b] = parts(c).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (parts(c)[3] !== 0) return c; } return "rgb(255, 255, 255)"; };
	return [...document.querySelectorAll("body *")].filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
		const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
		return [(a + 0.05) / (b + 0.05), e.outerHTML.slice(0, 120)];
	}).filter(([ratio]) => ratio < 4.5).map(([ratio, what]) => ratio.toFixed(1) + " " + what);
})()`

// By day and by night everything can be read.
func TestDarkAndLight(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1440, 900)
	for _, do := range []string{`desk("/clock", {to: "14:00"})`, `desk("/tour", {do: "begin"})`, `desk("/trouble", {line: false})`} {
		get[bool](b, do+".then(() => true)")
	}
	b.writes(0, "/help")
	b.until("it says so", `document.querySelector("#notice").innerText.includes("连不上")`)
	for _, scheme := range []string{"light", "dark"} {
		b.do(chromedp.Func(func(ctx context.Context, at *chromedp.Target) error {
			_, err := cdp.Call(ctx, at, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			return err
		}))
		b.shoot(scheme)
		for _, text := range get[[]string](b, faint) {
			t.Errorf("%s: %s", scheme, text)
		}
	}
}

// Started over, in the other language: a tab that shows what was is loaded anew.
func TestStartedOver(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	chrome := profile(t)
	one, other := visit(t, chrome, h.url, 1000, 800), visit(t, chrome, h.url, 1000, 800)
	get[bool](one, `desk("/clock", {to: "14:00"}).then(() => true)`)
	other.sees(0, "疫情信息日报告")
	one.clicks("#language")
	for _, b := range []*tab{one, other} {
		b.until("in English", `document.documentElement.lang === "en" && !document.body.inert && document.querySelector("#clock").innerText.startsWith("13:59")`)
	}
	one.shows(0, "wang-qiuhe", group)
	get[bool](one, `desk("/clock", {to: "14:00"}).then(() => true)`)
	one.sees(0, "Daily report, 31 January")
}

// The others file, read and consolidate what is left, and leave to the visitor what is the visitor's.
func TestTheOthersAnswer(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	mine := []workgroup.PersonID{"wang-qiuhe"}
	if err := h.clock(clock{To: "14:00"}); err != nil {
		t.Fatal(err)
	}
	err := h.do(func(p *performance) error {
		hand := p.hands()
		troupe, _ := p.troupe()
		steps[4].ready(p, hand, troupe)
		for tried := map[string]bool{}; p.oneMore(hand, mine, tried); {
			if hand.Err != nil {
				t.Error(hand.Err)
			}
			hand.Err = nil
		}
		return nil
	})
	if err := errors.Join(err, h.clock(clock{To: "14:46"})); err != nil {
		t.Fatal(err)
	}
	err = h.do(func(p *performance) error {
		hand := p.hands()
		for tried := map[string]bool{}; p.oneMore(hand, mine, tried); {
			hand.Err = nil
		}
		return p.Store.View(func(b workgroup.Book) error {
			round, _ := workgroup.Rounds.Get(b, "2020-01-31")
			for _, u := range round.Units {
				if _, filed := workgroup.FiledOn(b, "2020-01-31", u); filed == (u == "huli") {
					t.Errorf("%s filed: %v", u, filed)
				}
			}
			for r := range workgroup.Receipts.Each(b, "") {
				if r.Read.Done() == (r.Person == mine[0]) {
					t.Errorf("%+v", r)
				}
			}
			if n := len(workgroup.OwingSheets(b, round)); n > 0 {
				t.Errorf("%d sheets are owed", n)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Pictures and documents that somebody asks for come into sight, however long they take to be shown.
func TestWhatIsAskedForIsSeen(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url+"/?pane=lv-jinglin+lv-jinglin", 1000, 700)
	b.writes(0, "/summary")
	for i, label := range []string{"报送情况图", "人数走势图", "汇总表"} {
		b.presses(0, label)
		b.until(label+" is seen", fmt.Sprintf(`(() => {
			const list = document.querySelector(".messages"), made = [...list.querySelectorAll(".picture img, .document")];
			return made.length === %d && made.every(e => e.complete !== false) && Math.abs(list.scrollHeight - list.scrollTop - list.clientHeight) < 5;
		})()`, i+1))
	}
	get[bool](b, `document.querySelector(".messages").dispatchEvent(new WheelEvent("wheel")) && (document.querySelector(".messages").scrollTop = 0) === 0`)
	b.until("there is more below", `!document.querySelector(".below").hidden`)
	b.clicks(".below")
	b.until("the end", `document.querySelector(".below").hidden`)
	b.shoot("pictures")
	b.quiet()
}

// One press, and the board fills while one looks on; another, and they stop.
func TestTheOthersAreLetGo(t *testing.T) {
	h := open(t, Options{Language: workgroup.English}).stopped(t)
	b := visit(t, profile(t), h.url, 1440, 900)
	get[bool](b, `desk("/clock", {to: "14:00"}).then(() => true)`)
	b.clicks("#others")
	b.until("they have begun", `document.querySelector("#others").innerText.startsWith("Stop")`)
	b.sees(0, "31/33")
	b.until("they are done", `document.querySelector("#others").innerText.startsWith("Let")`)
	b.until("they say what they did", `said.includes("31 reports filed") && document.querySelector("#notice").matches(".calm:not([hidden])")`)
	b.shoot("others")
	b.quiet()
}

// What is written and not sent belongs to the chat it was written in.
func TestWordsStayWhereTheyWereWritten(t *testing.T) {
	b := visit(t, profile(t), open(t, Options{}).stopped(t).url, 1000, 800)
	type place struct{ who, where, text string }
	places := []place{{"wang-qiuhe", group, "给群里"}, {"wang-qiuhe", "wang-qiuhe", "给助手"}, {"song-shupu", "song-shupu", "宋老师的"}}
	for _, p := range places {
		b.shows(0, workgroup.PersonID(p.who), p.where)
		get[bool](b, fmt.Sprintf("(document.querySelector('textarea').value = %q) !== ''", p.text))
	}
	for _, p := range places {
		b.shows(0, workgroup.PersonID(p.who), p.where)
		if got := get[string](b, "document.querySelector('textarea').value"); got != p.text {
			t.Errorf("%s in %s: %q", p.who, p.where, got)
		}
	}
}

// Whoever is in a hurry comes through the tour all the same: each step that is left out is done for them, and a second press is none.
func TestTheTourInAHurry(t *testing.T) {
	atLength(t)
	h := open(t, Options{}).stopped(t)
	if err := h.guide(tourAsked{Do: "begin"}); err != nil {
		t.Fatal(err)
	}
	for step := 1; step <= len(steps); step++ {
		for range 2 {
			if err := h.guide(tourAsked{Do: "next", From: step}); err != nil && step < len(steps) {
				t.Fatal(err)
			}
		}
		h.mu.Lock()
		if at, seen := h.playing.tour.at, h.playing.tour.seen; step < len(steps) && (at != step+1 || !seen[step] || h.playing.tour.failed) {
			t.Errorf("after %d: at %d, seen %v, failed %v", step, at, seen, h.playing.tour.failed)
		}
		h.mu.Unlock()
	}
}

// A case that the first who is rung takes at once is taken, and the tour goes on.
func TestACaseTakenAtOnceEndsItsStep(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	for _, asked := range []tourAsked{{Do: "begin"}, {Do: "next", From: 1}, {Do: "next", From: 2}, {Do: "next", From: 3}} {
		if err := h.guide(asked); err != nil {
			t.Fatal(err)
		}
	}
	err := h.do(func(p *performance) error {
		t.Helper()
		cast, _ := p.troupe()
		hand := p.hands()
		head := p.cast[cast.heads[2]]
		hand.PressVerb(head, p.Group, "urgent", "")
		for _, answer := range []string{"kind/sealed", "group/student", "known/0", "ok"} {
			hand.PressVerb(head, nil, "call", answer)
		}
		hand.PressVerb(p.cast[cast.duty], nil, "take", "")
		return hand.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.playing.tour.seen[4] {
		t.Error("the step waits for somebody else")
	}
}

// A drill says that it is one, wherever one looks, and plays the college's own day.
func TestADrill(t *testing.T) {
	set, roster := settings.Sample()
	set.Times["remind"] = "13:00"
	h := open(t, Options{Settings: &set, Roster: &roster, Day: "2026-02-28", Drill: true}).stopped(t)
	res, err := http.Get(h.url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"用的是本校名册", "疫情防控工作群（演练）", "2026年2月28日 星期六", `<option value="13:00">13:00 第一次提醒</option>`, ">12:59:00<"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("nowhere stands %q", want)
		}
	}
}

// The clock stands while nobody looks, and runs while somebody does.
func TestTheClock(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	at := func() string {
		h.mu.Lock()
		defer h.mu.Unlock()
		return h.playing.Now().Format("15:04:05")
	}
	fast := 2
	if err := h.clock(clock{Speed: &fast}); err != nil {
		t.Fatal(err)
	}
	if h.pass(time.Second); at() != "13:59:00" {
		t.Errorf("unseen, it is %s", at())
	}
	visit(t, profile(t), h.url, 800, 600)
	h.stopped(t)
	was := at()
	one := 1
	if h.pass(time.Second); at() != was {
		t.Errorf("standing, it went from %s to %s", was, at())
	}
	if err := h.clock(clock{Speed: &one, To: ""}); err != nil {
		t.Fatal(err)
	}
	if err := h.clock(clock{To: "16:00"}); err != nil || at() < "16:00:00" {
		t.Errorf("%v, %s", err, at())
	}
	if err := h.clock(clock{To: "25:00"}); err != errUnclear {
		t.Errorf("25:00: %v", err)
	}
}
