package courier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

const (
	wang  = int64(1001)
	li    = int64(1002)
	group = int64(-5)
)

func TestLetterIsSaidOnce(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Text: "remind", ReplyTo: 7, Silent: true})
	commits := h.desk.commits
	h.drain("send 1001 1 remind")
	if n := h.desk.commits - commits; n > 2 {
		t.Errorf("%d commits for one letter", n)
	}
	l := h.sent(1)
	if l.SentAt != noon.Local() && !l.SentAt.Equal(noon) || l.Message != 1 || l.Tries != 1 || !l.Trying.IsZero() || l.Failure != "" {
		t.Errorf("kept as %+v", l)
	}
	if want := string(raw(Message{HTML: "remind", Silent: true, ReplyTo: 7})); string(l.Body) != want {
		t.Errorf("body %s, want %s", l.Body, want)
	}
	h.Kick()
	h.drain()
}

func TestUrgencyThenAge(t *testing.T) {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Workers = 1 })
	h.tell(
		workgroup.Letter{Chat: 1, Text: "info", Written: noon.Add(-3 * time.Minute)},
		workgroup.Letter{Chat: 2, Text: "deadline", Urgency: workgroup.Deadline, Written: noon.Add(-time.Minute)},
		workgroup.Letter{Chat: 3, Text: "older deadline", Urgency: workgroup.Deadline, Written: noon.Add(-2 * time.Minute)},
		workgroup.Letter{Chat: 4, Text: "urgent", Urgency: workgroup.Urgent},
	)
	var order []string
	h.wall.script = func(c call) error { order = append(order, c.text); return nil }
	h.until()
	if want := []string{"urgent", "older deadline", "deadline", "info"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}

func TestLaneKeepsOrderAndHoldsNothingElse(t *testing.T) {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Limits = Limits{Off: true} })
	h.tell(
		workgroup.Letter{Chat: wang, Lane: "a", Text: "a1"},
		workgroup.Letter{Chat: wang, Lane: "a", Text: "a2"},
		workgroup.Letter{Chat: wang, Lane: "b", Text: "b1"},
	)
	h.wall.script = func(c call) error {
		if c.text == "a1" && len(h.wall.calls) < 2 {
			return &telegram.Error{Description: "before", Ambiguous: true}
		}
		return nil
	}
	next, _, err := h.Drain(context.Background())
	got := h.wall.heard()
	slices.Sort(got)
	if want := []string{"send 1001 0 a1", "send 1001 1 b1"}; err != nil || !slices.Equal(got, want) {
		t.Fatalf("heard %v, %v; want %v", got, err, want)
	}
	if !next.Equal(noon.Add(firstPause)) {
		t.Errorf("next moment %s", next)
	}
	h.wall.script = nil
	h.advance(firstPause)
	h.drain("send 1001 2 a1", "send 1001 3 a2")
	if !h.sent(1).Doubled || h.sent(2).Doubled || h.events(workgroup.LetterDoubled) != 1 {
		t.Error("exactly the first is doubled, and that is noted once")
	}
}

func TestWithdrawnBetweenQueueAndCall(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Text: "one", About: workgroup.Ref{Object: "x"}, Wait: noon.Add(time.Hour)})
	if next := h.drain(); !next.Equal(noon.Add(time.Hour)) {
		t.Fatalf("next moment %s", next)
	}
	h.book(func(b workgroup.Book) { workgroup.Withdraw(b, "x") })
	h.advance(time.Hour)
	if next := h.drain(); !next.IsZero() {
		t.Errorf("next moment %s", next)
	}
}

func TestExpiredIsNotSent(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Text: "late", Wait: noon.Add(time.Hour), Until: noon.Add(time.Minute)})
	// It is known to be lost when it is, not when its wait is over.
	if next := h.drain(); !next.Equal(noon.Add(time.Minute)) {
		t.Fatalf("next moment %s", next)
	}
	h.advance(time.Minute)
	h.drain()
	if l := h.sent(1); l.Failure != Expired || !l.SentAt.IsZero() || h.events(workgroup.LetterLost) != 1 {
		t.Errorf("kept as %+v", l)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		what    string
		letter  workgroup.Letter
		err     error
		failure string
		lost    bool // the person
		noted   int
	}{
		{"a person who blocked the bot", workgroup.Letter{Chat: wang, Person: "wang"}, &telegram.Error{Code: 403}, Blocked, true, 1},
		{"a private chat that is not there", workgroup.Letter{Chat: wang, Person: "wang"}, &telegram.Error{Code: 400, Description: telegram.ChatNotFound}, Blocked, true, 1},
		{"a stranger who blocked the bot", workgroup.Letter{Chat: wang}, &telegram.Error{Code: 403}, Blocked, false, 1},
		{"a group that is not there", workgroup.Letter{Chat: group}, &telegram.Error{Code: 400, Description: telegram.ChatNotFound}, Refused, false, 1},
		{"a text Telegram does not take", workgroup.Letter{Chat: wang, Person: "wang"}, &telegram.Error{Code: 400}, Refused, false, 1},
		{"a reaction Telegram does not take", workgroup.Letter{Chat: wang, Kind: workgroup.React, ReplyTo: 3}, &telegram.Error{Code: 400}, Refused, false, 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			h := newHouse(t)
			h.book(func(b workgroup.Book) {
				workgroup.People.Put(b, workgroup.Person{ID: "wang", Name: "王", Telegram: wang, Reach: workgroup.Open})
			})
			c.letter.Text = "张三"
			h.tell(c.letter)
			h.wall.script = func(call) error { return c.err }
			h.until()
			if n := len(h.wall.heard()); n != 1 {
				t.Errorf("%d calls", n)
			}
			if l := h.sent(1); l.Failure != c.failure {
				t.Errorf("failure %q, want %q", l.Failure, c.failure)
			}
			p, _ := workgroup.People.Get(h.desk.book, "wang")
			if lost := p.Reach == workgroup.Blocked; lost != c.lost {
				t.Errorf("person lost: %v", lost)
			}
			if n := h.events(workgroup.LetterLost); n != c.noted {
				t.Errorf("%d lost letters noted", n)
			}
			if strings.Contains(h.log.String(), "张三") {
				t.Error("the log holds the letter's text")
			}
		})
	}
}

func TestUnrenderableNeverStalls(t *testing.T) {
	for _, text := range []string{"bad", "panic"} {
		h := newHouse(t)
		h.tell(workgroup.Letter{Chat: wang, Text: text}, workgroup.Letter{Chat: wang, Text: "next"})
		h.drain("send 1001 1 next")
		if l := h.sent(1); l.Failure != Unrenderable || h.events(workgroup.LetterLost) != 1 {
			t.Errorf("%s: kept as %+v", text, l)
		}
		if log := h.log.String(); !strings.Contains(log, `"error"`) || strings.Contains(log, "张三") {
			t.Errorf("%s: log %s", text, log)
		}
	}
}

func TestLimitedChatWaitsAlone(t *testing.T) {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Workers = 1 })
	h.tell(workgroup.Letter{Chat: wang, Lane: "a", Text: "first"})
	h.wall.script = once("send", &telegram.Error{Code: 429, RetryAfter: time.Hour})
	h.drain("send 1001 0 first")
	if l := h.waiting(1); !l.Wait.Equal(noon.Add(time.Hour)) || !l.Trying.IsZero() || l.Doubled {
		t.Errorf("kept as %+v", l)
	}
	h.advance(time.Second)
	h.tell(workgroup.Letter{Chat: wang, Lane: "b", Text: "same chat"}, workgroup.Letter{Chat: li, Text: "other chat"})
	if next := h.drain("send 1002 1 other chat"); !next.Equal(noon.Add(time.Hour)) {
		t.Errorf("next moment %s", next)
	}
	// The wait survives a restart.
	h.restart()
	h.book(func(b workgroup.Book) { workgroup.Letters.Drop(b, workgroup.NumberKey(2)) })
	if next := h.drain(); !next.Equal(noon.Add(time.Hour)) {
		t.Errorf("next moment after a restart %s", next)
	}
	h.advance(time.Hour)
	h.drain("send 1001 2 first")
}

func TestOutcomeUnknown(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		h := newHouse(t)
		h.tell(workgroup.Letter{Chat: wang, Text: "ring"})
		h.wall.script = once("send", &telegram.Error{Description: when, Ambiguous: true})
		h.until()
		l := h.sent(1)
		if l.Tries != 2 || !l.Doubled || h.events(workgroup.LetterDoubled) != 1 {
			t.Errorf("%s: kept as %+v", when, l)
		}
		want := map[string]int{"before": 1, "after": 2}[when]
		if n := len(h.wall.live[wang]); n != want {
			t.Errorf("%s: %d messages stand in the chat, want %d", when, n, want)
		}
	}
}

func TestNotReachedIsNotDoubled(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Text: "one"}, workgroup.Letter{Chat: li, Text: "two"})
	tries := 0
	h.wall.script = func(call) error {
		if tries++; tries <= 6 {
			return &telegram.Error{Description: telegram.Unreachable}
		}
		return nil
	}
	h.until()
	if h.sent(1).Doubled || h.sent(2).Doubled || h.events(workgroup.LetterDoubled) != 0 {
		t.Error("doubled although nothing can have arrived")
	}
	if n := strings.Count(h.log.String(), "does not answer"); n != 1 {
		t.Errorf("the outage was logged %d times", n)
	}
}

func TestKilledBetweenAttemptAndOutcome(t *testing.T) {
	h := newHouse(t)
	body := raw(Message{HTML: "as rendered then"})
	h.tell(workgroup.Letter{Chat: wang, Text: "now", Trying: noon.Add(-time.Minute), Tries: 1, Body: body})
	h.drain("send 1001 1 as rendered then")
	if l := h.sent(1); !l.Doubled || l.Tries != 2 || h.events(workgroup.LetterDoubled) != 1 {
		t.Errorf("kept as %+v", l)
	}
}

func TestReaction(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Kind: workgroup.React, Chat: group, ReplyTo: 42, Text: "👌"})
	h.wall.script = once("react", &telegram.Error{Ambiguous: true})
	h.until()
	if got, want := h.wall.heard(), []string{"react -5 42 👌", "react -5 42 👌"}; !slices.Equal(got, want) {
		t.Errorf("heard %v", got)
	}
	if l := h.sent(1); l.Doubled || l.SentAt.IsZero() || h.events(workgroup.LetterDoubled) != 0 {
		t.Errorf("kept as %+v", l)
	}
}

func TestOutcomeThatCannotBeWrittenDown(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Text: "one"})
	h.wall.entered = func(context.Context, call) {
		h.desk.mu.Lock()
		h.desk.broken = errors.New("disk full")
		h.desk.mu.Unlock()
	}
	if _, _, err := h.Drain(context.Background()); err == nil {
		t.Fatal("the broken outbox went unnoticed")
	}
	if l := h.waiting(1); l.Trying.IsZero() {
		t.Error("the attempt is not on disk")
	}
	for range 5 {
		if _, _, err := h.Drain(context.Background()); err == nil {
			t.Fatal("the broken outbox went unnoticed")
		}
	}
	h.desk.broken = nil
	h.drain("send 1001 1 one")
	if l := h.sent(1); l.Doubled {
		t.Error("said twice although the outcome was known")
	}
}

func TestFaultyRecordHoldsUpNothing(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: wang, Person: "wang", Text: "one"}, workgroup.Letter{Chat: li, Text: "two"})
	h.book(func(b workgroup.Book) {
		b.Write(workgroup.People.Name, "wang", []byte("{"), time.Time{})
		b.Write(workgroup.Letters.Name, workgroup.NumberKey(99), []byte("{"), time.Time{})
		b.Write(workgroup.Cards.Name, "board/x@1", []byte("{"), time.Time{})
		workgroup.Stale.Put(b, workgroup.StaleCard{Card: "board/x@1"})
	})
	h.wall.script = func(c call) error {
		if c.chat == wang {
			return &telegram.Error{Code: 403}
		}
		return nil
	}
	h.until()
	h.sent(2)
	if !strings.Contains(h.log.String(), "could not be written down") || !strings.Contains(h.log.String(), "unreadable") {
		t.Errorf("log %s", h.log.String())
	}
}

func TestMigration(t *testing.T) {
	const super = int64(-100777)
	h := newHouse(t)
	var from, to int64
	h.restart(func(o *Options) {
		o.Workers = 1
		o.OnMigrate = func(_ workgroup.Book, f, t int64) { from, to = f, t }
	})
	h.show(workgroup.Card{Kind: "board", Object: "day", Chat: group, Pin: true})
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0/33"), time.Time{}) })
	h.drain("send -5 1 0/33", "pin -5 1 ")
	h.book(func(b workgroup.Book) {
		workgroup.Cards.Put(b, workgroup.Card{Kind: "board", Object: "old", Chat: group, Want: 1, Shown: 1, Message: 1, WantedAt: noon.Add(-48 * time.Hour)})
	})
	h.advance(time.Minute)
	h.tell(
		workgroup.Letter{Chat: group, Text: "one", ReplyTo: 5},
		workgroup.Letter{Chat: group, Text: "two"},
		workgroup.Letter{Chat: group, Kind: workgroup.React, Lane: "r", ReplyTo: 9, Text: "👌"},
	)
	h.wall.script = func(c call) error {
		if c.chat == group {
			return &telegram.Error{Code: 400, MigrateTo: super}
		}
		return nil
	}
	h.until()
	got := h.wall.heard()
	if got[0] != "send -5 0 one" || len(got) != 5 {
		t.Fatalf("heard %v", got)
	}
	slices.Sort(got[1:])
	for i, want := range []string{"pin -100777", "send -100777", "send -100777", "send -100777"} {
		if !strings.HasPrefix(got[i+1], want) {
			t.Errorf("heard %v", got)
		}
	}
	if from != group || to != super || h.events(workgroup.GroupMigrated) != 1 {
		t.Errorf("hook heard %d → %d; %d events", from, to, h.events(workgroup.GroupMigrated))
	}
	if l := h.sent(1); l.Doubled || l.Chat != super || l.ReplyTo != 0 || strings.Contains(string(l.Body), "reply_to") {
		t.Errorf("letter kept as %+v %s", l, l.Body)
	}
	if a, b := h.sent(1).Message, h.sent(2).Message; a >= b {
		t.Errorf("order of the lane lost: %d, %d", a, b)
	}
	if l := h.sent(3); l.Failure != Moved {
		t.Errorf("reaction kept as %+v", l)
	}
	if c := h.card(workgroup.CardKey("board", "day", super)); c.Message == 0 || !c.Pinned {
		t.Errorf("card kept as %+v", c)
	}
	if c := h.card(workgroup.CardKey("board", "old", super)); c.Message != 0 {
		t.Errorf("a former day's card was posted: %+v", c)
	}
}

func TestMigrationToItself(t *testing.T) {
	h := newHouse(t)
	h.tell(workgroup.Letter{Chat: group, Text: "one"})
	h.wall.script = func(call) error { return &telegram.Error{Code: 400, MigrateTo: group} }
	h.drain("send -5 0 one")
	if l := h.sent(1); l.Failure != Refused {
		t.Errorf("kept as %+v", l)
	}
}

func TestManyLettersFewCommits(t *testing.T) {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Limits = Limits{Off: true}; o.Workers = 16 })
	var letters []workgroup.Letter
	for i := range 300 {
		letters = append(letters, workgroup.Letter{Chat: int64(i%50 + 1), Lane: fmt.Sprint(i), Text: "x"})
	}
	h.tell(letters...)
	commits := h.desk.commits
	_, sent, err := h.Drain(context.Background())
	if err != nil || sent != 300 {
		t.Fatalf("sent %d, %v", sent, err)
	}
	if n := h.desk.commits - commits; n > 600 {
		t.Errorf("%d commits for 300 letters", n)
	}
}
