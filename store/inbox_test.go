package store

import (
	"fmt"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// receive hands updates with these ids to the store.
func (h *house) receive(ids ...int64) []workgroup.Received {
	h.t.Helper()
	var updates []workgroup.Received
	for _, id := range ids {
		updates = append(updates, workgroup.Received{Update: id, Stored: h.clock.now, Raw: fmt.Appendf(nil, `{"update_id":%d}`, id)})
	}
	_, err := h.Receive(updates, ids[len(ids)-1]+1)
	must(h.t, err)
	return updates
}

// waiting are the update ids in the inbox.
func (h *house) waiting() string {
	h.t.Helper()
	in, err := h.Inbox(0)
	must(h.t, err)
	ids := []int64{}
	for _, u := range in {
		ids = append(ids, u.Update)
	}
	return fmt.Sprint(ids)
}

// applyAll applies what waits in the inbox.
func (h *house) applyAll() {
	h.t.Helper()
	in, err := h.Inbox(0)
	must(h.t, err)
	var inputs []workgroup.Input
	for _, u := range in {
		inputs = append(inputs, workgroup.Input{Inbox: u.Inbox, Mark: fmt.Sprint("update ", u.Update), Now: h.clock.now})
	}
	_, err = h.Apply(inputs, rules{decide: keep})
	must(h.t, err)
}

func TestReceiveKeepsBytesAndOffsetTogether(t *testing.T) {
	h := newHouse(t)
	if offset, err := h.Offset(); offset != 0 || err != nil {
		t.Errorf("a new file starts at %d, %v", offset, err)
	}
	updates := h.receive(700, 701)
	h.reopen()
	if offset, _ := h.Offset(); offset != 702 {
		t.Errorf("offset %d", offset)
	}
	in, err := h.Inbox(0)
	must(t, err)
	for i, u := range in {
		if u.Inbox != updates[i].Inbox || u.Update != updates[i].Update || !u.Stored.Equal(noon) || u.Stored.Location() != shanghai || string(u.Raw) != string(updates[i].Raw) {
			t.Errorf("kept %+v of %+v", u, updates[i])
		}
	}
	if in, _ := h.Inbox(1); len(in) != 1 || in[0].Update != 700 {
		t.Errorf("the oldest is %+v", in)
	}
}

func TestReceiveSkipsWhatItHasSeen(t *testing.T) {
	h := newHouse(t)
	h.receive(10, 11, 10)
	again := h.receive(11, 12)
	if again[0].Inbox != "" || again[1].Inbox == "" {
		t.Errorf("inbox keys %q %q", again[0].Inbox, again[1].Inbox)
	}
	if got := h.waiting(); got != "[10 11 12]" {
		t.Fatal(got)
	}
	h.applyAll()
	h.receive(10, 12)
	// After a quiet week Telegram begins anywhere, also further down.
	h.receive(3)
	if got := h.waiting(); got != "[3]" {
		t.Fatal(got)
	}
}

func TestAnUpdateIsRememberedFor48HoursAfterItWasApplied(t *testing.T) {
	h := newHouse(t)
	h.receive(10)
	// Nobody applied it for three days: it is neither dropped nor forgotten.
	h.clock.now = noon.Add(72 * time.Hour)
	_, err := h.Retain(h.clock.now)
	must(t, err)
	h.receive(10)
	if got := h.waiting(); got != "[10]" {
		t.Fatal(got)
	}
	h.applyAll()
	h.clock.now = h.clock.now.Add(47 * time.Hour)
	_, err = h.Retain(h.clock.now)
	must(t, err)
	h.receive(10)
	if got := h.waiting(); got != "[]" {
		t.Fatal(got)
	}
	h.clock.now = h.clock.now.Add(time.Hour)
	_, err = h.Retain(h.clock.now)
	must(t, err)
	h.receive(10)
	if got := h.waiting(); got != "[10]" {
		t.Fatal(got)
	}
}

func TestAnEmptyPollNeedsNoDisk(t *testing.T) {
	h := newHouse(t)
	commits := 0
	must(t, h.Close())
	h.open(Options{Crash: func(n int) error { commits = (n + 1) / 2; return nil }})
	h.receive(10)
	for range 3 {
		_, err := h.Receive(nil, 11)
		must(t, err)
	}
	if commits != 1 {
		t.Errorf("%d commits", commits)
	}
}
