package rehearsal

import (
	"fmt"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/sandbox"
)

// hand does what somebody would, one thing after another; the first that cannot be done stops it. Buttons go by what they
// mean, so that it is the same in every language.
type hand struct {
	p   *performance
	err error
}

// presses presses the newest button that somebody sees in a chat with that meaning: its verb, and the end of its object.
func (h *hand) presses(who *sandbox.Person, where sandbox.Chat, verb, object string) {
	if h.err != nil {
		return
	}
	m, data := withButton(who, where, verb, object)
	if m == nil {
		h.err = fmt.Errorf("%s sees no button %s:%s", who.Name(), verb, object)
		return
	}
	if _, h.err = who.PressesData(m, data); h.err == nil {
		h.err = h.p.settle()
	}
}

// withButton is the newest message with such a button, and what is under it; nil when somebody sees none.
func withButton(who *sandbox.Person, where sandbox.Chat, verb, object string) (*sandbox.Message, string) {
	seen := who.Sees(where)
	for i := len(seen) - 1; i >= 0; i-- {
		for _, row := range seen[i].Buttons {
			for _, b := range row {
				if press, err := button.Decode(b.Data); err == nil && press.Verb == verb && strings.HasSuffix(press.Object, object) {
					return &seen[i], b.Data
				}
			}
		}
	}
	return nil, ""
}

// says has somebody write.
func (h *hand) says(who *sandbox.Person, where sandbox.Chat, text string) {
	if h.err != nil {
		return
	}
	if who.Says(where, text) == nil {
		h.err = fmt.Errorf("%s could not write", who.Name())
		return
	}
	h.err = h.p.settle()
}

// waits lets some time pass.
func (h *hand) waits(d time.Duration) {
	if h.err == nil {
		h.err = h.p.let(d)
	}
}
