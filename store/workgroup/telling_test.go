package workgroup

import (
	"slices"
	"testing"
	"time"
)

func TestWithdrawing(t *testing.T) {
	b := NewMemory()
	Tell(b, Letter{Text: "a", About: Ref{Object: "owed/1"}})
	Tell(b, Letter{Text: "b", About: Ref{Object: "owed/2"}})
	Tell(b, Letter{Text: "c", About: Ref{Object: "owed/1"}, Trying: at("14:00")})
	Tell(b, Letter{Text: "d"})
	Withdraw(b, "owed/1")
	var left []string
	for l := range Letters.Each(b, "") {
		left = append(left, l.Text)
	}
	same(t, "one on its way is not taken back, others are not touched", left, []string{"b", "c", "d"})
}

func TestLettersKeepTheirOrder(t *testing.T) {
	b := NewMemory()
	for range 20 {
		Tell(b, Letter{})
	}
	var ids []uint64
	for l := range Letters.Each(b, "") {
		ids = append(ids, l.ID)
	}
	if !slices.IsSorted(ids) || len(ids) != 20 {
		t.Errorf("letters in order %v", ids)
	}
	if NumberKey(9) >= NumberKey(10) || NumberKey(255) >= NumberKey(1<<40) {
		t.Error("keys do not sort as numbers do")
	}
}

func TestACard(t *testing.T) {
	b := NewMemory()
	c := Card{Kind: BoardCard, Object: "2020-01-31", Chat: group, Pin: true}
	get := func() Card { got, _ := Cards.Get(b, c.Key()); return got }

	TakeAway(b, c.Key(), at("13:00"))
	Touch(b, BoardCard, "2020-01-31", at("13:00"))
	if Cards.Has(b, c.Key()) {
		t.Fatal("touching what is not up put it up")
	}
	Show(b, c, at("14:00"))
	if got := get(); got.Want != 1 || !got.WantedAt.Equal(at("14:00")) || !Stale.Has(b, c.Key()) {
		t.Fatalf("shown %+v", got)
	}

	// The courier has shown it; what changes raises it above what people see.
	shown := get()
	shown.Shown, shown.Message, shown.Failure = 1, 77, "chat not found"
	Cards.Put(b, shown)
	Stale.Drop(b, c.Key())
	Touch(b, BoardCard, "2020-01-31", at("14:01"))
	if got := get(); got.Want != 2 || got.Message != 77 || !Stale.Has(b, c.Key()) {
		t.Errorf("touched %+v", got)
	}
	Touch(b, BoardCard, "2020-02-01", at("14:02"))
	Touch(b, TalkCard, "2020-01-31", at("14:02"))
	if got := get(); got.Want != 2 {
		t.Error("another day's change, or another kind's, touched it")
	}

	move := c
	move.Repost = true
	Show(b, move, at("14:03"))
	Show(b, c, at("14:04"))
	if got := get(); !got.Repost || got.Want != 4 || got.Failure != "" {
		t.Errorf("a move to the bottom that has not happened was forgotten: %+v", got)
	}

	TakeAway(b, c.Key(), at("14:05"))
	gone := get()
	Touch(b, BoardCard, "2020-01-31", at("14:06"))
	if got := get(); !got.Gone || got.Want != gone.Want {
		t.Errorf("a card that goes was shown anew: %+v", got)
	}
	Show(b, c, at("14:07"))
	if got := get(); got.Gone || got.Message != 77 {
		t.Errorf("put up again before it went: %+v", got)
	}
}

func TestOneCardAChat(t *testing.T) {
	b := NewMemory()
	for _, chat := range []int64{100, 101, -1001} {
		Show(b, Card{Kind: SheetCard, Object: "2020-01-31/xuesheng", Chat: chat}, at("14:00"))
	}
	Show(b, Card{Kind: SheetCard, Object: "2020-01-31/xuesheng2", Chat: 100}, at("14:00"))
	Touch(b, SheetCard, "2020-01-31/xuesheng", at("14:01"))
	n := 0
	for c := range Cards.Each(b, "") {
		if c.Want == 2 {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d cards touched, want the three of that object", n)
	}
}

func TestAFaultyRecordIsAFaultOfTheBook(t *testing.T) {
	b := NewMemory()
	b.Write(People.Name, "wang", []byte("{"), time.Time{})
	if _, ok := People.Get(b, "wang"); ok || len(b.Faults) != 1 {
		t.Errorf("faults %v", b.Faults)
	}
	for range People.Each(b, "") {
		t.Error("it was yielded")
	}
	if len(b.Faults) != 2 {
		t.Errorf("faults %v", b.Faults)
	}
}
