package courier

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

var board = workgroup.Card{Kind: "board", Object: "day", Chat: group}

const boardKey = "board/day@-5"

// up is a house where the board is up as message 1.
func up(t *testing.T) *house {
	h := newHouse(t)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0/33"), time.Time{}) })
	h.show(board)
	h.drain("send -5 1 0/33")
	h.advance(time.Minute)
	return h
}

func TestCardIsShownThenEdited(t *testing.T) {
	h := up(t)
	h.fact("day", "1/33")
	h.drain("edit -5 1 1/33")
	if c := h.card(boardKey); c.Shown != c.Want || c.Message != 1 || h.stale() != 0 {
		t.Errorf("kept as %+v", c)
	}
}

func TestUnchangedCardIsNotSent(t *testing.T) {
	h := up(t)
	h.fact("day", "0/33")
	h.drain()
	if c := h.card(boardKey); c.Shown != c.Want || h.stale() != 0 {
		t.Errorf("kept as %+v", c)
	}
}

func TestWantsCoalesce(t *testing.T) {
	h := up(t)
	for _, text := range []string{"1/33", "2/33", "3/33"} {
		h.fact("day", text)
	}
	h.drain("edit -5 1 3/33")
}

func TestWantedAnewWhileInFlight(t *testing.T) {
	h := up(t)
	h.wall.script = func(c call) error {
		if c.text == "1/33" {
			h.fact("day", "2/33")
		}
		return nil
	}
	h.fact("day", "1/33")
	h.drain("edit -5 1 1/33", "edit -5 1 2/33")
	if h.stale() != 0 {
		t.Error("still on the list")
	}
}

func TestEditOutcomes(t *testing.T) {
	for _, c := range []struct {
		what  string
		err   error
		heard []string
	}{
		{"not modified is success", &telegram.Error{Code: 400, Description: telegram.NotModified}, []string{"edit -5 1 1/33"}},
		{"a message that is gone is posted anew", &telegram.Error{Code: 400, Description: telegram.EditNotFound}, []string{"edit -5 1 1/33", "send -5 2 1/33", "delete -5 1 "}},
		{"an unknown outcome is repeated", &telegram.Error{Ambiguous: true}, []string{"edit -5 1 1/33", "edit -5 1 1/33"}},
		{"a limit is waited for", &telegram.Error{Code: 429, RetryAfter: time.Minute}, []string{"edit -5 1 1/33", "edit -5 1 1/33"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			h := up(t)
			h.wall.script = once("edit", c.err)
			h.fact("day", "1/33")
			h.until()
			if got := h.wall.heard(); !slices.Equal(got, c.heard) {
				t.Errorf("heard %v, want %v", got, c.heard)
			}
			if k := h.card(boardKey); k.Shown != k.Want || h.stale() != 0 || h.events(workgroup.LetterDoubled) != 0 {
				t.Errorf("kept as %+v", k)
			}
		})
	}
}

func TestRepost(t *testing.T) {
	for _, c := range []struct {
		what string
		err  error
	}{
		{"the old message goes", nil},
		{"the old message was gone", &telegram.Error{Code: 400, Description: telegram.DelNotFound}},
	} {
		t.Run(c.what, func(t *testing.T) {
			h := up(t)
			again := board
			again.Repost = true
			h.wall.script = once("delete", c.err)
			h.show(again)
			h.drain("send -5 2 0/33", "delete -5 1 ")
			if k := h.card(boardKey); k.Message != 2 || k.Repost || len(k.Old) != 0 || h.stale() != 0 {
				t.Errorf("kept as %+v", k)
			}
		})
	}
}

// What a card shows may change while it is on its way to the bottom: that is an edit, and rings nobody a second time.
func TestRepostIsDoneOnce(t *testing.T) {
	h := up(t)
	again := board
	again.Repost = true
	h.wall.script = func(c call) error {
		if c.text == "1/33" {
			h.fact("day", "2/33")
		}
		return nil
	}
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("1/33"), time.Time{}) })
	h.show(again)
	h.drain("send -5 2 1/33", "edit -5 2 2/33", "delete -5 1 ")

	// Asked for anew meanwhile, it moves again.
	h.advance(time.Minute)
	h.wall.script = func(c call) error {
		if c.text == "3/33" && c.method == "send" {
			h.wall.script = nil
			h.show(again)
		}
		return nil
	}
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("3/33"), time.Time{}) })
	h.show(again)
	h.drain("send -5 3 3/33", "send -5 4 3/33", "delete -5 2 ", "delete -5 3 ")
	if k := h.card(boardKey); k.Message != 4 || k.Repost || h.stale() != 0 {
		t.Errorf("kept as %+v", k)
	}
}

func TestOldMessagesOutliveARestart(t *testing.T) {
	h := up(t)
	again := board
	again.Repost = true
	h.wall.script = once("delete", &telegram.Error{Ambiguous: true})
	h.show(again)
	h.drain("send -5 2 0/33", "delete -5 1 ")
	h.restart()
	h.advance(time.Minute)
	h.drain("delete -5 1 ")
	if k := h.card(boardKey); len(k.Old) != 0 || h.stale() != 0 {
		t.Errorf("kept as %+v", k)
	}
}

func TestTakenAway(t *testing.T) {
	h := up(t)
	h.book(func(b workgroup.Book) { workgroup.TakeAway(b, boardKey, h.now()) })
	h.drain("delete -5 1 ")
	if workgroup.Cards.Has(h.desk.book, boardKey) || h.stale() != 0 {
		t.Error("the card is still there")
	}
	// One that never was up goes without a call.
	h.show(board)
	h.book(func(b workgroup.Book) { workgroup.TakeAway(b, boardKey, h.now()) })
	h.drain()
	if workgroup.Cards.Has(h.desk.book, boardKey) || h.stale() != 0 {
		t.Error("the card is still there")
	}
}

func TestPinned(t *testing.T) {
	h := newHouse(t)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0/33"), time.Time{}) })
	pinned := board
	pinned.Pin = true
	h.wall.script = once("pin", &telegram.Error{Code: 400, Description: "not enough rights"})
	h.show(pinned)
	h.drain("send -5 1 0/33", "pin -5 1 ")
	if k := h.card(boardKey); k.Pinned || k.Failure != Unpinned || h.stale() != 0 {
		t.Fatalf("kept as %+v", k)
	}
	h.advance(time.Minute)
	h.show(pinned)
	h.drain("pin -5 1 ")
	if k := h.card(boardKey); !k.Pinned {
		t.Errorf("kept as %+v", k)
	}
}

func TestFirstShowingUnknown(t *testing.T) {
	h := newHouse(t)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0/33"), time.Time{}) })
	h.wall.script = once("send", &telegram.Error{Ambiguous: true})
	h.show(board)
	h.until()
	if k := h.card(boardKey); k.Message != 1 || !k.Trying.IsZero() || h.events(workgroup.LetterDoubled) != 1 {
		t.Errorf("kept as %+v", k)
	}
}

func TestKilledWhileShowing(t *testing.T) {
	h := newHouse(t)
	h.show(board)
	h.book(func(b workgroup.Book) {
		k, _ := workgroup.Cards.Get(b, boardKey)
		k.Trying = noon.Add(-time.Minute)
		workgroup.Cards.Put(b, k)
		b.Write("facts", "day", []byte("0/33"), time.Time{})
	})
	h.drain("send -5 1 0/33")
	if h.events(workgroup.LetterDoubled) != 1 {
		t.Error("that it may stand there twice is not noted")
	}
}

func TestCardThatCannotBeShown(t *testing.T) {
	h := newHouse(t)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("panic"), time.Time{}) })
	h.show(board)
	h.drain()
	if k := h.card(boardKey); k.Failure != Unrenderable || h.stale() != 0 || strings.Contains(h.log.String(), "张三") {
		t.Fatalf("kept as %+v; log %s", k, h.log.String())
	}
	// The next change is another chance.
	h.fact("day", "0/33")
	h.drain("send -5 1 0/33")

	h.book(func(b workgroup.Book) {
		workgroup.People.Put(b, workgroup.Person{ID: "wang", Telegram: wang, Reach: workgroup.Open})
	})
	h.show(workgroup.Card{Kind: "board", Object: "day", Chat: wang, Person: "wang"})
	h.wall.script = func(call) error { return &telegram.Error{Code: 403} }
	h.drain("send 1001 0 0/33")
	if p, _ := workgroup.People.Get(h.desk.book, "wang"); p.Reach != workgroup.Blocked {
		t.Error("the person is not known to be lost")
	}
	if k := h.card("board/day@1001"); k.Failure != Blocked || h.stale() != 0 {
		t.Errorf("kept as %+v", k)
	}
}
