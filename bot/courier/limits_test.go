package courier

import (
	"fmt"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// most is the largest number of moments in any window.
func most(at []time.Time, window time.Duration) int {
	best := 0
	for i := range at {
		n := 0
		for j := i; j < len(at) && at[j].Sub(at[i]) < window; j++ {
			n++
		}
		best = max(best, n)
	}
	return best
}

func (h *house) moments(chat int64) []time.Time {
	var out []time.Time
	for _, c := range h.wall.calls {
		if chat == 0 || c.chat == chat {
			out = append(out, c.at)
		}
	}
	return out
}

func TestOverallLimit(t *testing.T) {
	h := bounded(t)
	for i := range 100 {
		h.tell(workgroup.Letter{Chat: int64(i + 1), Text: "x"})
	}
	h.until()
	at := h.moments(0)
	if n := most(at, time.Second); len(at) != 100 || n > 30 {
		t.Errorf("%d calls, %d in a second", len(at), n)
	}
	if d := h.now().Sub(noon); d > 4*time.Second {
		t.Errorf("took %s", d)
	}
}

// Timers are late: each by up to half of what lies between two calls. None of that is lost, and no second holds more than Telegram takes.
func TestLateTimersLoseNothing(t *testing.T) {
	const calls = 300
	o, now := (Limits{Overall: 29}).overall(), noon
	between := time.Second / 29
	var at []time.Time
	for i := range calls {
		now = o.free(now).Add(time.Duration(i%5) * between / 10)
		if wait := o.free(now); !wait.Equal(now) {
			t.Fatalf("call %d was told a time at which it may not", i)
		}
		o.take(now)
		at = append(at, now)
	}
	if took := now.Sub(noon); took > calls*between+between {
		t.Errorf("%d calls took %s, and not %s", calls, took, calls*between)
	}
	if n := most(at, time.Second); n > 30 {
		t.Errorf("%d calls in a second", n)
	}
}

func TestPrivateLimit(t *testing.T) {
	h := bounded(t)
	for range 10 {
		h.tell(workgroup.Letter{Chat: wang, Text: "x"})
	}
	h.until()
	at := h.moments(wang)
	if n := most(at, time.Second); len(at) != 10 || n > 4 {
		t.Errorf("%d calls, %d in a second", len(at), n)
	}
	if d := h.now().Sub(noon); d < 6*time.Second || d > 9*time.Second {
		t.Errorf("took %s", d)
	}
}

func TestGroupLimit(t *testing.T) {
	h := bounded(t)
	for i := range 60 {
		h.tell(workgroup.Letter{Chat: group, Lane: fmt.Sprint(i), Text: "x"})
	}
	h.tell(workgroup.Letter{Chat: wang, Text: "x"})
	h.until()
	at := h.moments(group)
	if n := most(at, time.Minute); len(at) != 60 || n > 18 {
		t.Errorf("%d calls, %d in a minute", len(at), n)
	}
	if first := h.moments(wang)[0].Sub(noon); first > time.Second {
		t.Errorf("another chat waited %s", first)
	}
}

func TestBusyBoardLeavesRoom(t *testing.T) {
	h := bounded(t)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0"), time.Time{}) })
	h.show(board)
	h.until()
	h.advance(time.Hour)
	// A change every second for half a minute: the edits use up their part of the minute.
	for i := range 30 {
		h.fact("day", fmt.Sprint(i))
		if _, _, err := h.Drain(t.Context()); err != nil {
			t.Fatal(err)
		}
		h.advance(time.Second)
	}
	edits := len(h.moments(group)) - 1
	if edits > 12 || edits < 10 {
		t.Errorf("%d edits", edits)
	}
	h.wall.heard()
	h.tell(workgroup.Letter{Chat: group, Text: "said"})
	h.drain("send -5 2 said")
	for i := range 8 {
		h.tell(workgroup.Letter{Chat: group, Lane: fmt.Sprint(i), Text: "more"})
		h.advance(time.Second)
		if _, _, err := h.Drain(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	h.wall.heard()
	h.tell(workgroup.Letter{Chat: group, Lane: "urgent", Urgency: workgroup.Urgent, Text: "alarm"})
	h.advance(time.Second)
	next := h.drain(fmt.Sprintf("send -5 %d alarm", h.wall.numbers+1))
	if !next.After(h.now()) {
		t.Errorf("next moment %s", next)
	}
}

func TestReactionsAndDeletionsAreNoMessages(t *testing.T) {
	h := bounded(t)
	for i := range 25 {
		h.tell(workgroup.Letter{Kind: workgroup.React, Chat: group, Lane: fmt.Sprint(i), ReplyTo: i + 1, Text: "👌"})
	}
	h.until()
	if d := h.now().Sub(noon); d > time.Second {
		t.Errorf("25 reactions took %s", d)
	}
}
