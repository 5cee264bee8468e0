package rehearsal

import (
	"fmt"
	"math"
	"testing"
)

// What a press is answered covers nothing of the chat, and moves no button away from under the finger that presses twice.
func TestAnAnswerCoversNothing(t *testing.T) {
	for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
		b := visit(t, profile(t), open(t, Options{}).stopped(t).url+"/?pane=wang-qiuhe+@group", size[0], size[1])
		get[bool](b, `desk("/clock", {to: "14:00"}).then(() => true)`)
		b.until("the board", `!!document.querySelector(".keys button")`)
		place := `document.querySelector(".keys button").getBoundingClientRect().top`
		covers := `(of => of.bottom > document.querySelector(".messages").getBoundingClientRect().top)(document.querySelector("%s").getBoundingClientRect())`
		before := get[float64](b, place)
		for _, box := range []string{"dialog[open]", ".toast:not([hidden])"} { // the first press is read back, the second is noted
			get[bool](b, `document.querySelector(".keys button").click() || true`)
			b.until(box, fmt.Sprintf("!!document.querySelector(%q)", box))
			if get[bool](b, fmt.Sprintf(covers, box)) {
				b.fails("%s covers messages", box)
			}
			if after := get[float64](b, place); box == "dialog[open]" && math.Abs(after-before) > 3 {
				b.fails("the button went from %.0f to %.0f", before, after)
			}
		}
		b.quiet()
	}
}
