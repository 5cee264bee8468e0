package courier

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

func TestToast(t *testing.T) {
	h := newHouse(t)
	h.Toast(workgroup.Toast{Press: "p1", Text: strings.Repeat("好", 199) + "😀"})
	h.drain("answer 0 0 p1 " + strings.Repeat("好", 199))
}

func TestToastIsExemptFromLimits(t *testing.T) {
	h := bounded(t)
	for range 50 {
		h.Toast(workgroup.Toast{Press: "p", Text: "x"})
	}
	if _, _, err := h.Drain(context.Background()); err != nil || len(h.wall.heard()) != 50 {
		t.Errorf("not all were answered at once: %v", err)
	}
}

func TestToastTooLate(t *testing.T) {
	h := newHouse(t)
	hold, entered := make(chan struct{}), make(chan struct{})
	h.wall.entered = func(context.Context, call) { entered <- struct{}{}; <-hold }
	for range toasting + 1 {
		h.Toast(workgroup.Toast{Press: "p", Text: "x"})
	}
	for range toasting {
		<-entered
	}
	h.advance(useful)
	close(hold)
	_, _, _ = h.Drain(context.Background())
	// Those begun are not taken back; the one no worker had yet is too late.
	if n := len(h.wall.heard()); n != toasting {
		t.Errorf("%d answered", n)
	}
}

func TestToastErrorsAreNobodysConcern(t *testing.T) {
	h := newHouse(t)
	h.wall.script = func(call) error { return &telegram.Error{Code: 400, Description: telegram.PressTooOld} }
	h.Toast(workgroup.Toast{Press: "p", Text: "张三"})
	h.drain("answer 0 0 p 张三")
	if log := h.log.String(); !strings.Contains(log, `"debug"`) || strings.Contains(log, "张三") {
		t.Errorf("log %s", log)
	}
}

// running is a courier at work in a bubble of its own time.
func running(t *testing.T, w *wall) (d *desk, c *Courier, stop func()) {
	d = &desk{book: workgroup.NewMemory()}
	w.now = time.Now
	c = New(Options{Outbox: d, Telegram: w, Renderer: plain{}, Log: zerolog.Nop(), Now: time.Now})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	return d, c, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

func (d *desk) tell(c *Courier, l workgroup.Letter) {
	_ = d.Update(func(b workgroup.Book) error { workgroup.Tell(b, l); return nil })
	c.Kick()
}

func TestRunWakesByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &wall{}
		d, c, stop := running(t, w)
		defer stop()
		start := time.Now()
		d.tell(c, workgroup.Letter{Chat: wang, Text: "later", Wait: start.Add(time.Hour)})
		synctest.Wait()
		if got := w.heard(); len(got) != 0 {
			t.Fatalf("heard %v before its time", got)
		}
		time.Sleep(time.Hour)
		synctest.Wait()
		if got := w.heard(); !slices.Equal(got, []string{"send 1001 1 later"}) {
			t.Errorf("heard %v", got)
		}
	})
}

func TestHangingCallHoldsNobodyElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &wall{entered: func(ctx context.Context, c call) {
			if c.chat == wang {
				<-ctx.Done()
			}
		}}
		d, c, stop := running(t, w)
		d.tell(c, workgroup.Letter{Chat: wang, Text: "hangs"})
		synctest.Wait()
		d.tell(c, workgroup.Letter{Chat: li, Text: "at once"})
		d.tell(c, workgroup.Letter{Chat: li, Text: "in a minute", Lane: "b", Wait: time.Now().Add(time.Minute)})
		time.Sleep(time.Minute)
		synctest.Wait()
		if got := w.heard(); !slices.Equal(got, []string{"send 1002 1 at once", "send 1002 2 in a minute"}) {
			t.Errorf("heard %v", got)
		}
		stop()
	})
}

// In one chat one message is on its way at a time: were the program killed now, only that one would be read twice. An alarm waits for
// nothing, and what an edit repeats harms nobody.
func TestOneMessageAtATimeInAChat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan struct{})
		var mu sync.Mutex
		var begun []string
		w := &wall{entered: func(_ context.Context, c call) {
			mu.Lock()
			begun = append(begun, c.text)
			mu.Unlock()
			<-hang
		}}
		d, c, stop := running(t, w)
		saw := func(want ...string) {
			t.Helper()
			time.Sleep(5 * time.Second) // no limit holds anything any more
			synctest.Wait()
			mu.Lock()
			defer mu.Unlock()
			if !slices.Equal(begun, want) {
				t.Errorf("on their way: %v, want %v", begun, want)
			}
		}
		d.tell(c, workgroup.Letter{Chat: wang, Text: "one"})
		saw("one")
		d.tell(c, workgroup.Letter{Chat: wang, Text: "two", Lane: "b"})
		d.tell(c, workgroup.Letter{Chat: wang, Text: "three", Lane: "c"})
		saw("one")
		d.tell(c, workgroup.Letter{Chat: wang, Text: "alarm", Lane: "urgent", Urgency: workgroup.Urgent})
		saw("one", "alarm")
		hang <- struct{}{}
		hang <- struct{}{}
		saw("one", "alarm", "two")
		hang <- struct{}{}
		saw("one", "alarm", "two", "three")
		hang <- struct{}{}
		saw("one", "alarm", "two", "three")
		close(hang)
		stop()
	})
}

func TestRunEndsCleanly(t *testing.T) {
	for _, c := range []struct {
		what string
		take time.Duration // of the call
		sent bool
	}{
		{"a call that comes back within the grace is recorded", 2 * time.Second, true},
		{"one that does not is cut, and its outcome unknown", time.Hour, false},
	} {
		t.Run(c.what, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := &wall{}
				w.entered = func(ctx context.Context, _ call) {
					timer := time.NewTimer(c.take)
					defer timer.Stop()
					select {
					case <-timer.C:
					case <-ctx.Done():
					}
				}
				w.script = func(call) error {
					if !c.sent {
						return &telegram.Error{Description: telegram.Interrupted, Ambiguous: true}
					}
					return nil
				}
				d, k, stop := running(t, w)
				d.tell(k, workgroup.Letter{Chat: wang, Text: "one"})
				synctest.Wait()
				start := time.Now()
				stop()
				if took := time.Since(start); took > grace+time.Second {
					t.Errorf("took %s", took)
				}
				_, sent := workgroup.Sent.Get(d.book, workgroup.NumberKey(1))
				l, waits := workgroup.Letters.Get(d.book, workgroup.NumberKey(1))
				if sent != c.sent || waits == c.sent || waits && (!l.Trying.IsZero() || !l.Doubled) {
					t.Errorf("sent %v, waits %v: %+v", sent, waits, l)
				}
			})
		})
	}
}
