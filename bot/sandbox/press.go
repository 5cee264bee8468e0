package sandbox

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Press is a tap on an inline button, waiting for its toast.
type Press struct {
	ID      string
	s       *Server
	person  *Person
	chat    *chat
	message int
	at      time.Time
	done    bool
	text    string
	alert   bool
}

// Answered tells what the person was shown for the press: the toast, and whether it was an alert to be closed. ok is false until the bot has
// answered; a plain acknowledgement has no text.
func (p *Press) Answered() (text string, alert, ok bool) {
	if p == nil {
		return "", false, false
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.text, p.alert, p.done
}

// Presses taps the button with that label under a message as it stands now: the label exactly, or a part of it that only one button has.
func (p *Person) Presses(msg *Message, label string) (*Press, error) {
	defer p.s.lock()()
	m := p.s.lookup(msg)
	if m == nil || m.deleted {
		return nil, fmt.Errorf("press %q: there is no such message", label)
	}
	b, err := m.button(label)
	if err != nil {
		return nil, err
	}
	return p.press(m, b.Data, b.Text)
}

// PressesData sends any data at all, as a forged client could, even on a message that is gone.
func (p *Person) PressesData(msg *Message, data string) (*Press, error) {
	defer p.s.lock()()
	m := p.s.lookup(msg)
	if m == nil {
		return nil, fmt.Errorf("press %q: there is no such message", data)
	}
	return p.press(m, data, data)
}

func (m *message) button(label string) (Button, error) {
	var labels []string
	var near []Button
	for _, row := range m.keyboard.buttons() {
		for _, b := range row {
			if b.Text == label && b.Data != "" {
				return b, nil
			}
			if strings.Contains(b.Text, label) && b.Data != "" {
				near = append(near, b)
			}
			labels = append(labels, b.Text)
		}
	}
	switch len(near) {
	case 1:
		return near[0], nil
	case 0:
		return Button{}, fmt.Errorf("message %d has no button %q, only %q", m.id, label, labels)
	default:
		return Button{}, fmt.Errorf("message %d has several buttons like %q: %q", m.id, label, labels)
	}
}

func (p *Person) press(m *message, data, label string) (*Press, error) {
	if !m.chat.has(p) || m.chat.blocked {
		return nil, fmt.Errorf("person %d cannot press in chat %d", p.user.ID, m.chat.id)
	}
	s := p.s
	press := &Press{ID: strconv.FormatInt(1_000_000_000_000_000+s.random.Int64N(8_000_000_000_000_000), 10), s: s, person: p, chat: m.chat,
		message: m.id, at: s.now()}
	s.presses[press.ID] = press
	s.note(m.chat, Event{Who: p.name, What: Pressed, Message: m.id, Text: label})
	if m.chat.kind == private || m.chat.botInside() {
		s.queue.push("callback_query", wireCallback{ID: press.ID, From: p.user, Message: m.behindPress(s.now()),
			ChatInstance: m.chat.instance(), Data: data})
	}
	return press, nil
}

// answerCallbackQuery shows the toast. The first answer is the one the person sees.
func answerCallbackQuery(s *Server, c *call) (any, *refusal) {
	if bad := checkLength(c.text("text"), 0, maxToast, "callback answer text"); bad != nil {
		return nil, badRequest("MESSAGE_TOO_LONG: parameter text of answerCallbackQuery must be 0-200 characters")
	}
	p := s.presses[c.text("callback_query_id")]
	if p == nil || s.now().Sub(p.at) >= callbackLife {
		return nil, badRequest("query is too old and response timeout expired or query ID is invalid")
	}
	if !p.done {
		p.done, p.text, p.alert = true, c.text("text"), c.flag("show_alert")
		if p.text != "" {
			s.note(p.chat, Event{Who: p.person.name, What: Toast, Message: p.message, Text: p.text, Alert: p.alert})
		}
	}
	return true, nil
}
