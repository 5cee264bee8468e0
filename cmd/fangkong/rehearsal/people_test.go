package rehearsal

import (
	"testing"

	"github.com/chromedp/chromedp"

	"fangkong/store/workgroup"
)

// Somebody is found by name, in either script, by unit, part or the group they stand in, and the list begins with those of whom there are few.
func TestSomebodyIsFound(t *testing.T) {
	for _, lang := range workgroup.Languages {
		b := visit(t, profile(t), open(t, Options{Language: lang}).stopped(t).url, 1440, 900)
		for typed, want := range map[string]string{"": "lv-jinglin", "zhao wangpu": "zhao-wangpu", "护理 head": "wang-qiuhe", "nursing": "wang-qiuhe", "strangers": "@stranger", "zhuren": ""} {
			if zh := map[string]string{"护理 head": "护理 负责人", "strangers": "外人"}[typed]; lang == workgroup.Chinese && zh != "" {
				typed = zh
			}
			b.clicks(".telephone .who")
			b.until("the list", "people.open")
			b.do(chromedp.KeyEvent(typed))
			if got := get[string](b, "shownPeople()[0]?.value ?? ''"); got != want {
				t.Errorf("%s: %q finds %q, want %q", lang, typed, got, want)
			}
			if want == "" {
				b.until("it says so where one looks", `(of => of.height > 0 && of.top - sought.getBoundingClientRect().bottom < 40)(people.querySelector(".nobody").getBoundingClientRect())`)
			}
			b.shoot("people-" + string(lang) + "-" + typed)
			b.clicks("#people .close")
		}
		b.clicks(".telephone .who")
		b.do(chromedp.KeyEvent("zhao wangpu\r"))
		b.until("the telephone of whom was chosen", "telephones()[0].dataset.who === 'zhao-wangpu' && !people.open")
		b.clicks("#add")
		b.do(chromedp.KeyEvent("song shupu\r"))
		b.until("one more", "telephones().length === 3 && telephones()[2].dataset.who === 'song-shupu'")
		b.quiet()
	}
}

// The second half of a double click presses nothing, and says so; a second press that is meant counts, however quick.
func TestADoubleClickIsOnePress(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	if err := h.clock(clock{To: "14:00"}); err != nil {
		t.Fatal(err)
	}
	one := 1
	if err := h.clock(clock{Speed: &one}); err != nil {
		t.Fatal(err)
	}
	b := visit(t, profile(t), h.url, 1000, 800)
	get[bool](b, `[1, 2].every((detail) => document.querySelector("#table .keys button").dispatchEvent(new MouseEvent("click", { detail, bubbles: true })))`)
	b.sees(0, "还没有应答")
	b.until("it was read back", "!!document.querySelector('.telephone dialog[open]')")
	get[bool](b, `document.querySelector("#table .keys button").dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true }))`)
	b.sees(0, "只算第一下")
	b.presses(0, "零报告")
	b.sees(0, "已报 1/33")
	b.quiet()
}

// What lies on a telephone until it is read goes away when its holder goes on elsewhere.
func TestWhoeverGoesOnHasReadIt(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url+"/?pane=zhang-zhishi+@group&pane=zhang-zhishi+zhang-zhishi", 1200, 900)
	get[bool](b, `desk("/clock", {to: "14:00"}).then(() => true)`)
	get[bool](b, `[...telephones()[0].querySelectorAll(".keys button")].find(b => b.innerText.includes("紧急报告")).click() || true`)
	b.until("it lies there", "telephones()[0].querySelector('dialog').open")
	b.sees(1, "封闭隔离")
	get[bool](b, `[...telephones()[1].querySelectorAll(".keys button")].find(b => b.innerText.includes("封闭隔离")).click() || true`)
	b.until("it is gone", "!telephones()[0].querySelector('dialog').open")
}

// What is wrong with the bot can be mended where it is said, and what is not wrong does not look it.
func TestWhatIsWrongCanBeMendedThere(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1000, 800)
	for _, do := range []string{`desk("/trouble", {plug: false})`, `desk("/trouble", {line: false})`} {
		get[bool](b, do+".then(() => true)")
	}
	b.clicks("#tour [data-tour=begin]")
	b.until("it says so", `document.querySelector("#notice").innerText.includes("请先接通")`)
	b.shoot("wrong")
	for _, label := range []string{"网络", "电源"} {
		b.until("a button for it", `document.querySelector("#notice button:not([hidden])")?.innerText.includes("`+label+`")`)
		b.clicks("#notice button")
	}
	b.until("all is well", `document.querySelector("#notice").hidden`)
	get[bool](b, `notice(words.working, { calm: true }) || true`)
	if !get[bool](b, `document.querySelector("#notice").matches(".calm") && document.querySelector("#notice button").hidden`) {
		t.Error("waiting looks like a fault")
	}
	b.quiet()
}
