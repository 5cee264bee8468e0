package courier

import (
	"context"
	"errors"
	"sync"
	"time"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

const (
	useful      = 10 * time.Second // a toast after that answers nobody
	toasting    = 4                // calls at a time, beside those of the courier
	mostToasts  = 1000             // waiting; a flood of presses must not grow without end
	toastUTF16s = 200              // Telegram's most
)

// toasts wait in memory, served by workers that exist only while there are some.
type toasts struct {
	mu      sync.Mutex
	waiting []toast
	workers int
}

type toast struct {
	workgroup.Toast
	at time.Time
}

// Toast answers a press at once, or never. It does not wait.
func (c *Courier) Toast(t workgroup.Toast) {
	c.toasts.mu.Lock()
	defer c.toasts.mu.Unlock()
	if len(c.toasts.waiting) >= mostToasts {
		c.Log.Debug().Msg("toast dropped: too many")
		return
	}
	c.toasts.waiting = append(c.toasts.waiting, toast{t, c.Now()})
	if c.toasts.workers < toasting {
		c.toasts.workers++
		go c.answer()
	}
}

// answer works until no toast is left.
func (c *Courier) answer() {
	for {
		t, ok := c.nextToast()
		if !ok {
			poke(c.wake)
			return
		}
		if c.Now().Sub(t.at) >= useful {
			c.Log.Debug().Msg("toast dropped: too late")
			continue
		}
		if err := c.press(t.Toast); err != nil {
			event := c.Log.Debug()
			var e *telegram.Error
			if errors.As(err, &e) {
				event = event.Str("error", e.Error())
			}
			event.Msg("toast not shown")
		}
	}
}

func (c *Courier) press(t workgroup.Toast) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("the call panicked")
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), useful)
	defer cancel()
	return c.Telegram.AnswerPress(ctx, t.Press, shorten(t.Text, toastUTF16s), t.Alert)
}

// nextToast takes the oldest toast; the worker that finds none ends.
func (c *Courier) nextToast() (toast, bool) {
	c.toasts.mu.Lock()
	defer c.toasts.mu.Unlock()
	if len(c.toasts.waiting) == 0 {
		c.toasts.workers--
		return toast{}, false
	}
	t := c.toasts.waiting[0]
	c.toasts.waiting = c.toasts.waiting[1:]
	return t, true
}

// toasting tells whether a toast waits or is being shown.
func (c *Courier) toasting() bool {
	c.toasts.mu.Lock()
	defer c.toasts.mu.Unlock()
	return c.toasts.workers > 0
}

// shorten cuts a text to so many UTF-16 units, at a rune.
func shorten(s string, units int) string {
	n := 0
	for i, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
		if n > units {
			return s[:i]
		}
	}
	return s
}
