package rehearsal

import (
	"fmt"
	"testing"
)

// Eight windows of one browser, which holds six lines to a program: each hears of everything, and can be worked.
func TestManyWindowsOfOneBrowser(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	chrome := profile(t)
	var all []*tab
	for range 8 {
		all = append(all, visit(t, chrome, h.url+"/?pane=wang-qiuhe+@group", 500, 700))
	}
	last := all[len(all)-1]
	get[bool](last, `desk("/clock", {to: "14:00"}).then(() => true)`)
	for range 2 {
		last.presses(0, "零报告")
	}
	for _, b := range all {
		b.sees(0, "已报 1/33")
		b.quiet()
	}
	// Whoever listened for all is closed: another does.
	for i, b := range all[:6] {
		get[bool](b, "Object.defineProperty(document, 'hidden', {value: true, configurable: true}) && document.dispatchEvent(new Event('visibilitychange'))")
		get[bool](last, `act(telephones()[0], {do: "say", text: "`+fmt.Sprintf("还有%d扇窗", 7-i)+`"}).then(() => true)`)
		last.sees(0, fmt.Sprintf("还有%d扇窗", 7-i))
	}
	// It is seen again, and shows what it has missed.
	get[bool](all[0], "Object.defineProperty(document, 'hidden', {value: false, configurable: true}) && document.dispatchEvent(new Event('visibilitychange'))")
	all[0].sees(0, "还有2扇窗")
}
