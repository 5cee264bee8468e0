package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestRetentionKeepsToItsTerms(t *testing.T) {
	h := newHouse(t)
	h.receive(1)
	h.applyAll()
	h.receive(2)
	_, err := h.Apply([]workgroup.Input{{Now: noon}}, rules{decide: func(workgroup.Book, workgroup.Input) (workgroup.Answer, error) {
		return workgroup.Answer{}, errors.New("bad")
	}})
	must(t, err)
	must(t, h.Update(func(b workgroup.Book) error {
		for n := range 3 {
			b.Number("letters")
			workgroup.Sent.Put(b, workgroup.Letter{ID: uint64(n + 2), Written: noon.Add(-time.Hour), SentAt: noon.Add(time.Duration(n) * time.Hour)})
		}
		b.Number("letters")
		workgroup.Sent.Put(b, workgroup.Letter{ID: 5, Written: noon, Failure: "blocked"})
		return nil
	}))
	for _, c := range []struct {
		after time.Duration
		want  string
	}{
		{48*time.Hour - 1, "map[]"},
		{48 * time.Hour, "map[marks:1 r:sent:2 updates:1]"}, // sent at noon, and never sent but written then
		{48 * time.Hour, "map[]"},
		{50 * time.Hour, "map[r:sent:2]"},
		{30*24*time.Hour - 1, "map[]"},
		{30 * 24 * time.Hour, "map[dead:1]"},
		{4000 * 24 * time.Hour, "map[]"},
	} {
		dropped, err := h.Retain(noon.Add(c.after))
		must(t, err)
		if got := fmt.Sprint(map[string]int(dropped)); got != c.want {
			t.Errorf("after %v: dropped %s, want %s", c.after, got, c.want)
		}
	}
	// What waits, what was filed and what was noted stays.
	if h.waiting() != "[2]" || !h.has("update 1") || len(h.events()) != 2 {
		t.Error("something else is gone")
	}
	must(t, h.View(func(b workgroup.Book) error {
		if !workgroup.Letters.Has(b, workgroup.NumberKey(1)) {
			t.Error("a waiting letter is gone")
		}
		return nil
	}))
	h.sound()
}

func TestRetentionWorksInChunks(t *testing.T) {
	h := newHouse(t)
	const many = 2*chunk + 1
	inputs := make([]workgroup.Input, many)
	for i := range inputs {
		inputs[i].Mark = fmt.Sprint(i)
	}
	_, err := h.Apply(inputs, rules{decide: func(workgroup.Book, workgroup.Input) (workgroup.Answer, error) {
		return workgroup.Answer{}, nil
	}})
	must(t, err)
	commits := 0
	h.crash = func(int) error { commits++; return nil }
	dropped, err := h.Retain(noon.Add(100 * time.Hour))
	if must(t, err); dropped["marks"] != many || commits != 2*3 {
		t.Errorf("dropped %v in %d commits", dropped, commits/2)
	}
}

func TestARetainedRecordTakesItsDueMomentAlong(t *testing.T) {
	h := newHouse(t)
	must(t, h.Update(func(b workgroup.Book) error {
		b.Write("sent", workgroup.NumberKey(b.Number("letters")), []byte(`{"sent_at":"2022-03-01T00:00:00Z"}`), noon)
		return nil
	}))
	dropped, err := h.Retain(noon)
	if must(t, err); dropped["r:sent"] != 1 {
		t.Errorf("dropped %v", dropped)
	}
	if f := h.sound(); f.Records+f.Dues != 0 {
		t.Errorf("left %+v", f)
	}
}
