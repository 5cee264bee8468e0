package office

import (
	"fmt"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// Pulse is how the work goes at one moment: times and nothing else. What was there before the house opened counts from
// when it did.
type Pulse struct {
	At     time.Time `json:"at"`
	Swept  time.Time `json:"swept"`           // the clock was last followed
	Polled time.Time `json:"polled"`          // Telegram last answered
	Inbox  time.Time `json:"inbox,omitzero"`  // since when the oldest update waits to be applied; zero: none does
	Letter time.Time `json:"letter,omitzero"` // since when the oldest letter waits that could be sent; zero: none does
	Ring   time.Time `json:"ring,omitzero"`   // since when an urgent case has been rung for and nobody got it; zero: none has

	Stopped bool `json:"stopped,omitempty"` // in order, by whoever runs it: the last beat there is
}

// Heard is when people could last reach the bot: when it beat, or when Telegram last answered it, where that was longer before than
// a press lasts.
func (p Pulse) Heard() time.Time {
	if !p.Polled.IsZero() && p.At.Sub(p.Polled) > workgroup.PressLife {
		return p.Polled
	}
	return p.At
}

// Pulse takes it. It may be asked while the house runs.
func (h *Office) Pulse() (Pulse, error) {
	p := Pulse{At: h.now()}
	p.Swept, p.Polled = h.since(h.Sweeper.Last()), h.since(h.Poller.Last())
	oldest, err := h.Store.Inbox(1)
	if err != nil {
		return p, fmt.Errorf("pulse: %w", err)
	}
	for _, u := range oldest {
		p.Inbox = h.since(u.Stored)
	}
	err = h.Store.View(func(b workgroup.Book) error {
		if at := courier.Waiting(b, p.At); !at.IsZero() {
			p.Letter = h.since(at)
		}
		if at := workgroup.Unheard(b); !at.IsZero() {
			p.Ring = h.since(at)
		}
		return nil
	})
	if err != nil {
		return p, fmt.Errorf("pulse: %w", err)
	}
	return p, nil
}

// since is a moment, or when the house opened if that came later.
func (h *Office) since(at time.Time) time.Time {
	if at.Before(h.opened) {
		return h.opened
	}
	return at
}
