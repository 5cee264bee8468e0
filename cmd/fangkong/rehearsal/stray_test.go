package rehearsal

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// guided leads a visitor to a step, each one before it done for them.
func (h house) guided(t *testing.T, to int) {
	t.Helper()
	asked := tourAsked{Do: "begin"}
	for step := 1; step <= to; step++ {
		if err := h.guide(asked); err != nil {
			t.Fatal(err)
		}
		asked = tourAsked{Do: "next", From: step}
	}
}

// alone waits until one thing glows, and it is that one, in sight.
func (b *tab) alone(selector string) {
	b.t.Helper()
	b.until(selector+" alone glows", fmt.Sprintf(`(all => all.length === 1 && all[0].matches(%q))(%s)`, selector, glowing))
	b.until("it is in sight", fmt.Sprintf(`(of => of.left >= 0 && of.right <= innerWidth && of.top >= 0 && of.bottom <= innerHeight)(%s[0].getBoundingClientRect())`, glowing))
}

// A telephone that the tour needs and that is put away, or in somebody else's hand, is had back by the one press that glows; and what is
// done for the visitor meanwhile leads on as ever.
func TestATelephonePutAwayIsHadBack(t *testing.T) {
	for _, wide := range []int64{1440, 390} {
		h := open(t, Options{}).stopped(t)
		b := visit(t, profile(t), h.url, wide, 844)
		h.guided(t, 2)
		b.until("its telephones", "step === 2 && "+laid)
		b.clicks(".telephone .close")
		b.alone("#tour [data-lay]")
		b.hasRoom()
		b.shoot(fmt.Sprintf("tour-put-away-%d", wide))
		b.clicks("#tour [data-lay]")
		b.until("its telephones again", laid)
		b.alone(".keys button")
		b.clicks(".telephone .close")
		b.until("it is put away", "telephones().length === 1")
		b.clicks("#tour [data-tour=help]")
		b.until("the next step’s", "step === 3 && "+laid)
		b.alone("[type=submit]")
		b.clicks(".telephone:last-child .close") // what was written there is there again
		b.clicks("#tour [data-lay]")
		b.alone("[type=submit]")
		b.shows(1, "lv-jinglin", "lv-jinglin")
		b.alone("#tour [data-lay]")
		b.clicks("#tour [data-lay]")
		b.alone("[type=submit]")
		b.quiet()
	}
}

// So it is with one that is put away beside the telephone where one presses next, and with those of what there is to try without the tour.
func TestATelephoneBesideIsHadBack(t *testing.T) {
	for _, wide := range []int64{1440, 390} {
		h := open(t, Options{}).stopped(t)
		b := visit(t, profile(t), h.url, wide, 844)
		back := func(of string, lie int) {
			t.Helper()
			b.until("its telephones", fmt.Sprintf("telephones().length === %d && !laying && document.querySelector('#tour [data-lay]').hidden", lie))
			b.alone("[type=submit]")
			get[bool](b, `(document.querySelector(".telephone:last-child .close").click(), true)`)
			b.until("the way back is there, and does not glow", `!!document.querySelector("#tour [data-lay]:not([hidden], .cue)")`)
			b.hasRoom()
			b.alone("[type=submit]")
			b.shoot(fmt.Sprintf("put-away-%s-%d", of, wide))
			b.clicks("#tour [data-lay]")
			b.until("they lie there again", fmt.Sprintf("telephones().length === %d && document.querySelector('#tour [data-lay]').hidden", lie))
		}
		b.clicks("#tour [data-offer=urgent]")
		back("offer", 3)
		get[bool](b, `(document.querySelector(".telephone .close").click(), true)`)
		b.alone("#tour [data-lay]") // where one presses next it glows
		b.clicks("#tour [data-lay]")
		b.alone("[type=submit]")
		h.guided(t, 4)
		b.until("step 4", "step === 4 && "+laid)
		back("tour", 4)
		b.quiet()
	}
}

// While the bot has no power the tour says that, the press that mends it glows, what was written stays, and the clock waits.
func TestTheTourWithoutPower(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1440, 900)
	pull := func() {
		t.Helper()
		get[bool](b, `desk("/trouble", {plug: false}).then(() => true)`)
		b.alone("#notice button")
		b.until("the panel says so", fmt.Sprintf(`document.querySelector("#tour").innerText.includes(%q)`, "接通助手的电源"))
		b.hasRoom()
	}
	h.guided(t, 3)
	b.until("its telephones", "step === 3 && "+laid)
	b.alone("[type=submit]")
	pull()
	b.until("what was written", fmt.Sprintf(`telephones()[1].querySelector("textarea").value === %q`, spoken(workgroup.Chinese).say("tour.words.line")))
	b.clicks("#notice button")
	b.alone("[type=submit]")

	h.guided(t, 4)
	err := h.do(func(p *performance) error {
		cast, _ := p.troupe()
		hand := p.hands()
		p.calls(hand, cast)
		return hand.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	b.until("the clock hurries", "state.speed === 2 && "+laid)
	pull()
	b.until("the clock waits", "state.speed === 0")
	b.shoot("tour-without-power")
	b.clicks("#notice button")
	b.until("the clock hurries again", "state.speed === 2")
	b.clicks("[data-speed='0']") // the visitor stops it
	b.alone("[data-speed='2']")
	b.until("the panel says so", fmt.Sprintf(`document.querySelector("#tour").innerText.includes(%q)`, spoken(workgroup.Chinese).say("fast")))
	b.clicks("[data-speed='2']")
	b.until("it goes on", "state.speed === 2 && !document.querySelector('.cue')")
	b.quiet()
}

// What a press is answered is seen before the tour moves on.
func TestAnAnswerIsSeenBeforeTheTourMovesOn(t *testing.T) {
	var passed atomic.Int64
	h := open(t, Options{Elapsed: func() time.Duration { return time.Duration(passed.Load()) }}).stopped(t)
	b := visit(t, profile(t), h.url, 390, 844)
	h.guided(t, 2)
	answered := func(step, phone int, label string) {
		t.Helper()
		b.until("its telephones", fmt.Sprintf("step === %d && %s", step, laid))
		b.presses(phone, label)
		if step == 2 {
			b.presses(phone, label)
		}
		b.until("it is answered where one looks", fmt.Sprintf(`(of => step === %d && !!document.querySelector("#tour .good") && !!of.querySelector(".toast:not([hidden])") && Math.abs(of.getBoundingClientRect().left) < 40)(telephones()[%d])`, step, phone))
		b.hasRoom()
		b.shoot(fmt.Sprintf("tour-answered-%d", step))
		passed.Add(int64(2 * time.Second))
		b.until("it moves on", fmt.Sprintf("step === %d", step+1))
	}
	answered(2, 0, "零报告")
	passed.Add(int64(2 * time.Second))
	h.guided(t, 5)
	passed.Add(int64(2 * time.Second))
	answered(5, 0, "已阅")
	b.quiet()
}

// Whoever leaves half-way is asked once, for there is no way back but from the beginning.
func TestLeavingHalfWayIsAsked(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1000, 800)
	h.guided(t, 2)
	b.until("its telephones", "step === 2 && "+laid)
	get[bool](b, "!!(window.confirm = (asked) => { window.asked = asked; return false; })")
	b.clicks("#tour [data-tour=leave]")
	if asked := get[string](b, "window.asked ?? ''"); asked != spoken(workgroup.Chinese).say("tour-leave-sure") {
		t.Errorf("asked %q", asked)
	}
	if get[int](b, "step") != 2 {
		t.Error("it is left though nobody said yes")
	}
}

// What is to be pressed is in sight, also where somebody reads above; when they turn away from it the way back to it glows.
func TestWhatGlowsIsInSight(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1440, 700)
	h.guided(t, 5)
	b.until("its telephones", "step === 5 && "+laid)
	up := `(list => list.dispatchEvent(new WheelEvent("wheel")) && (list.scrollTop = 0) === 0)(telephones()[3].querySelector(".messages"))`
	get[bool](b, up)
	b.until("there is more below", "!telephones()[3].querySelector('.below').hidden")
	b.clicks("#tour [data-tour=help]")
	b.until("step 6", "step === 6 && "+laid)
	seen := fmt.Sprintf(`((of, at) => of.top >= at.top && of.bottom <= at.bottom)(%s[0].getBoundingClientRect(), telephones()[3].querySelector(".messages").getBoundingClientRect())`, glowing)
	b.alone(".keys button")
	b.until("it is seen", seen)
	get[bool](b, up)
	b.alone(".below")
	b.clicks(".below.cue")
	b.alone(".keys button")
	b.until("it is seen again", seen)
	b.quiet()
}

// What one writes in does not look like what is to be pressed.
func TestTheFocusIsNoGlow(t *testing.T) {
	b := visit(t, profile(t), open(t, Options{}).stopped(t).url, 1000, 800)
	ring := get[string](b, `(document.querySelector("textarea").focus(), getComputedStyle(document.querySelector("textarea")).outlineColor)`)
	if glow := get[string](b, `getComputedStyle(document.querySelector(".cue")).backgroundColor`); ring == glow {
		t.Errorf("both are %s", ring)
	}
}
