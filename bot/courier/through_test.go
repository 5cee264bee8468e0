package courier

import (
	"testing"
	"time"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// After an outage the first message that gets through frees the others, the urgent ones first: none waits for the end of a pause of its own.
func TestOneThatGetsThroughFreesTheOthers(t *testing.T) {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Workers = 1 }) // in their order
	broken, healed := true, h.now().Add(12*time.Minute)
	h.wall.script = func(c call) error {
		if broken && c.method == "send" {
			return &telegram.Error{Description: "before", Ambiguous: true}
		}
		return nil
	}
	for i := range 6 {
		h.tell(workgroup.Letter{Chat: int64(100 + i), Text: "daily", Written: h.now().Add(-time.Hour)})
	}
	h.drainUntil(h.now().Add(40 * time.Second))
	for i := range 6 { // each begins at another moment
		h.tell(workgroup.Letter{Chat: int64(200 + i), Text: "ring", Urgency: workgroup.Urgent})
		h.drainUntil(h.now().Add(7 * time.Second))
	}
	h.drainUntil(healed)
	broken = false
	h.wall.heard()
	h.drainUntil(healed.Add(lastUrgent + 2*time.Second))
	said := h.wall.heard()
	if len(said) != 12 {
		t.Fatalf("a minute after it works again %d of 12 are said: %v", len(said), said)
	}
	// One may have come first by its own time, and another have been due beside it; then those that ring, then the others.
	rings, daily := 0, 0
	for _, s := range said[1:] {
		if s[len(s)-4:] == "ring" {
			rings++
		} else if daily++; daily > 1 && rings < 5 {
			t.Fatalf("not the urgent ones first: %v", said)
		}
	}
}

// What one chat alone never tells the outcome of keeps to its own pauses, however much gets through elsewhere.
func TestOneChatInTroubleIsNotReadOverAndOver(t *testing.T) {
	h := newHouse(t)
	tries := 0
	h.wall.script = func(c call) error {
		if c.chat == wang {
			tries++
			return &telegram.Error{Description: "after", Ambiguous: true}
		}
		return nil
	}
	h.tell(workgroup.Letter{Chat: wang, Text: "ring", Urgency: workgroup.Urgent})
	for range 60 {
		h.tell(workgroup.Letter{Chat: li, Text: "hello"})
		h.drainUntil(h.now().Add(10 * time.Second))
	}
	if tries > 16 {
		t.Errorf("tried %d times in ten minutes", tries)
	}
}

// drainUntil has what is due until a moment told.
func (h *house) drainUntil(end time.Time) {
	h.Helper()
	for {
		next, _, err := h.Drain(h.Context())
		if err != nil {
			h.Fatal(err)
		}
		if next.IsZero() || next.After(end) {
			h.advance(end.Sub(h.now()))
			return
		}
		h.advance(next.Sub(h.now()))
	}
}
