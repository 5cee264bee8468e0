package stage

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/sandbox"
)

// Hands do what people on a stage would, one thing after another, and the house answers each. The first thing that cannot be done
// stops them: what follows does nothing.
type Hands struct {
	*Stage
	Err  error  // what stopped them
	Look func() // called whenever the house has come to rest; nil: nobody looks on

	last time.Time // when they pressed something last
}

// Rest has the house work until nothing moves any more.
func (h *Hands) Rest() { h.have(h.Settle) }

// Wait lets people take their time.
func (h *Hands) Wait(d time.Duration) { h.have(func() error { return h.Advance(d) }) }

// At lets time pass until a time of day.
func (h *Hands) At(clock string) { h.have(func() error { return h.Until(clock) }) }

// have has something happen, and whoever looks on see what came of it.
func (h *Hands) have(what func() error) {
	if h.Err != nil {
		return
	}
	h.Err = what()
	if h.Look != nil {
		h.Look()
	}
}

// Say has somebody write; a nil chat is their private one.
func (h *Hands) Say(who *sandbox.Person, where sandbox.Chat, text string) *sandbox.Message {
	if h.Err != nil {
		return nil
	}
	m := who.Says(where, text)
	if m == nil {
		h.Err = fmt.Errorf("%s could not write", who.Name())
	}
	h.Rest()
	return m
}

// Press has somebody press the button of that label on the newest message that has it, and returns what they were answered.
func (h *Hands) Press(who *sandbox.Person, where sandbox.Chat, label string) string {
	if h.Err != nil {
		return ""
	}
	m := WithButton(who, where, label)
	for _, more := range []string{"更多…", "More…"} {
		if behind := WithButton(who, where, more); m == nil && behind != nil && label != more {
			h.Press(who, where, more)
			m = WithButton(who, where, label)
		}
	}
	return h.pressed(who, label, m, func() (*sandbox.Press, error) { return who.Presses(m, label) })
}

// PressVerb has somebody press the newest button that means that: its verb, and the end of its object. It is the same in every
// language.
func (h *Hands) PressVerb(who *sandbox.Person, where sandbox.Chat, verb, object string) string {
	if h.Err != nil {
		return ""
	}
	m, data := WithVerb(who, where, verb, object)
	if behind, _ := WithVerb(who, where, "more", ""); m == nil && behind != nil && verb != "more" {
		h.PressVerb(who, where, "more", "")
		m, data = WithVerb(who, where, verb, object)
	}
	return h.pressed(who, verb+":"+object, m, func() (*sandbox.Press, error) { return who.PressesData(m, data) })
}

// pressed presses a button that was found, unless it was not.
func (h *Hands) pressed(who *sandbox.Person, name string, m *sandbox.Message, do func() (*sandbox.Press, error)) string {
	if m == nil {
		h.Err = fmt.Errorf("%s sees no button %q", who.Name(), name)
		return ""
	}
	if soon := h.last.Add(time.Second).Sub(h.Now()); soon > 0 {
		h.Wait(soon) // people read before they press again
	}
	press, err := do()
	if err != nil {
		h.Err = err
		return ""
	}
	h.last = h.Now()
	h.Rest()
	text, _, ok := press.Answered()
	if !ok && h.Err == nil {
		h.Err = fmt.Errorf("%s pressed %q and was not answered", who.Name(), name)
	}
	return text
}

// WithButton is the newest message a person sees in a chat that has a button of that label, or one that contains it; nil
// when there is none.
func WithButton(who *sandbox.Person, where sandbox.Chat, label string) *sandbox.Message {
	m, _ := newest(who, where, func(b sandbox.Button) bool { return strings.Contains(b.Text, label) })
	return m
}

// WithVerb is the newest message a person sees in a chat that has a button of that verb and that end of its object, and the data
// of the button; nil when there is none.
func WithVerb(who *sandbox.Person, where sandbox.Chat, verb, object string) (m *sandbox.Message, data string) {
	m, b := newest(who, where, func(b sandbox.Button) bool {
		press, err := button.Decode(b.Data)
		return err == nil && press.Verb == verb && strings.HasSuffix(press.Object, object)
	})
	return m, b.Data
}

// newest is the newest button of a kind that a person sees in a chat, with its message.
func newest(who *sandbox.Person, where sandbox.Chat, is func(sandbox.Button) bool) (*sandbox.Message, sandbox.Button) {
	for _, m := range slices.Backward(who.Sees(where)) {
		for _, row := range m.Buttons {
			if i := slices.IndexFunc(row, is); i >= 0 {
				return &m, row[i]
			}
		}
	}
	return nil, sandbox.Button{}
}
