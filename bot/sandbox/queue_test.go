package sandbox

import (
	"context"
	"net/http"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func fixedNow() time.Time { return time.Date(2020, 2, 1, 6, 0, 0, 0, time.UTC) }

func TestQueueConfirmsByOffset(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		for range 120 {
			wang.Says(nil, "零报告")
		}
		page := r.updates(m{})
		if len(page) != 100 || r.Pending() != 120 {
			t.Fatalf("%d updates, %d pending", len(page), r.Pending())
		}
		first := page[0].id(t)
		if again := r.updates(m{"limit": 1}); again[0].id(t) != first {
			t.Error("an update was confirmed by being looked at")
		}
		rest := r.updates(m{"offset": first + 100})
		if len(rest) != 20 || rest[0].id(t) != first+100 || r.Pending() != 20 {
			t.Errorf("%d updates, %d pending", len(rest), r.Pending())
		}
		r.updates(m{"offset": first + 120})
		if r.Pending() != 0 {
			t.Errorf("%d pending", r.Pending())
		}
	})
}

func TestLongPoll(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		start := time.Now()
		if got := r.updates(m{"timeout": 90}); len(got) != 0 || time.Since(start) != 50*time.Second {
			t.Errorf("%d updates after %v, want none after 50s", len(got), time.Since(start))
		}
		start = time.Now()
		time.AfterFunc(7*time.Second, func() { wang.Says(nil, "在") })
		if got := r.updates(m{"timeout": 30}); len(got) != 1 || time.Since(start) != 7*time.Second {
			t.Errorf("%d updates after %v, want one after 7s", len(got), time.Since(start))
		}
	})
}

func TestSecondPollEndsTheFirst(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		first := make(chan reply)
		go func() { first <- r.bot("getUpdates", m{"timeout": 30}) }()
		synctest.Wait()
		r.must("getUpdates", m{})
		if a := <-first; a.ErrorCode != 409 {
			t.Errorf("the first poll got %+v", a.answer)
		}
		r.must("setWebhook", m{"url": "https://a.cn/hook"})
		r.refused(409, "webhook is active", "getUpdates", m{})
		r.must("deleteWebhook", m{})
		r.must("getUpdates", m{})
	})
}

// A client that hangs up leaves the queue as it was.
func TestPollGivenUp(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://sandbox/bot"+token+"/getUpdates?timeout=30", nil)
		if err != nil {
			t.Fatal(err)
		}
		if resp, err := r.http.Do(req); err == nil {
			_ = resp.Body.Close()
			t.Fatal("the poll ended by itself")
		}
		wang.Says(nil, "在")
		if got := r.updates(m{"timeout": 30}); len(got) != 1 {
			t.Errorf("%d updates", len(got))
		}
	})
}

func TestExpiryAndIDJump(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Starts()
		r.must("sendMessage", m{"chat_id": wang.ID(), "text": "x", "reply_markup": buttons([]m{button("阅", "r")})})
		if _, err := wang.Presses(wang.Last(nil), "阅"); err != nil {
			t.Fatal(err)
		}
		last := r.updates(m{})[1].id(t)
		time.Sleep(150 * time.Second)
		if got := r.updates(m{}); len(got) != 1 || got[0].kind() != "message" {
			t.Errorf("after 150 s: %v", got)
		}
		time.Sleep(24 * time.Hour)
		if r.Pending() != 0 {
			t.Errorf("after a day: %d pending", r.Pending())
		}
		time.Sleep(5 * 24 * time.Hour)
		wang.Says(nil, "六天后")
		if id := r.updates(m{})[0].id(t); id != last+1 {
			t.Errorf("after six days the id is %d, want %d", id, last+1)
		}
		time.Sleep(7 * 24 * time.Hour)
		wang.Says(nil, "又一周后")
		got := r.updates(m{"offset": last + 2})
		if len(got) != 1 || got[0].id(t) == last+2 {
			t.Errorf("after a quiet week: %v, last was %d", got, last+1)
		}
	})
}

func TestAllowedUpdatesAreRemembered(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		group := r.Group("疫情防控工作群")
		group.AddBot(true)
		wang := r.Person("王", "建国")
		wang.Joins(group)
		said := wang.Says(group, "收到")
		if err := wang.Reacts(said, "👍"); err != nil {
			t.Fatal(err)
		}
		kinds := func() (out []string) {
			all := r.updates(m{})
			for _, u := range all {
				out = append(out, u.kind())
			}
			r.updates(m{"offset": all[len(all)-1].id(t) + 1})
			return out
		}
		// By default neither the member's change nor the reaction arrives.
		if got := kinds(); len(got) != 4 {
			t.Errorf("by default: %v", got)
		}
		r.updates(m{"allowed_updates": []string{"message_reaction", "chat_member"}})
		wang.Says(group, "不在其列")
		wang.Leaves(group)
		wang.Joins(group)
		if got := kinds(); len(got) != 2 || got[0] != "chat_member" {
			t.Errorf("on request: %v", got)
		}
	})
}
