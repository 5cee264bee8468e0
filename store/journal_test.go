package store

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// notes writes a journal of n lines, each with a payload.
func notes(t *testing.T, n int) *house {
	h := newHouse(t)
	for i := range n {
		must(t, h.Update(func(b workgroup.Book) error {
			b.Note(workgroup.Event{At: noon, Kind: workgroup.ReportFiled, Object: fmt.Sprint(i + 1), By: "wang", Payload: workgroup.Facts{"count": 9007199254740993}})
			return nil
		}))
	}
	return h
}

func TestTheJournalReadsAsItWasWritten(t *testing.T) {
	h := notes(t, 3)
	h.reopen()
	var lines []Line
	must(t, h.Journal(2, func(l Line) bool { lines = append(lines, l); return true }))
	if len(lines) != 2 || lines[0].Seq != 2 || lines[1].Seq != 3 {
		t.Fatalf("from 2 on: %+v", lines)
	}
	e := lines[0].Event
	if !e.At.Equal(noon) || e.Kind != workgroup.ReportFiled || e.Object != "2" || e.By != "wang" || fmt.Sprint(e.Payload["count"]) != "9007199254740993" {
		t.Errorf("line 2 is %+v", e)
	}
	seq, digest, err := h.Head()
	if must(t, err); seq != 3 || digest != lines[1].Digest {
		t.Errorf("head %d %x", seq, digest)
	}
	visits := 0
	must(t, h.Journal(0, func(Line) bool { visits++; return false }))
	if visits != 1 {
		t.Errorf("%d visits after the visitor said enough", visits)
	}
}

func TestAnErasedPayloadLeavesTheChainWhole(t *testing.T) {
	h := notes(t, 3)
	_, before, _ := h.Head()
	must(t, h.ErasePayload(2))
	if f := h.sound(); f.Lines != 3 || f.Erased != 1 {
		t.Errorf("found %+v", f)
	}
	must(t, h.Journal(2, func(l Line) bool {
		if !l.Erased || l.Event.Payload != nil || l.Event.Object != "2" {
			t.Errorf("line 2 is %+v", l)
		}
		return false
	}))
	if _, after, _ := h.Head(); after != before {
		t.Error("the head moved")
	}
}

func TestVerifySeesATamperedJournal(t *testing.T) {
	two := number(2)
	for name, c := range map[string]struct {
		spoil func(*bolt.Tx) error
		want  string
	}{
		"another name in a line": {func(tx *bolt.Tx) error {
			b := tx.Bucket(journalBucket)
			return b.Put(two, bytes.Replace(b.Get(two), []byte("wang"), []byte("zhao"), 1))
		}, "journal line 2: the chain is broken"},
		"a line made up, digest and all": {func(tx *bolt.Tx) error {
			b := tx.Bucket(journalBucket)
			var before [32]byte
			copy(before[:], b.Get(number(1)))
			head := bytes.Replace(b.Get(two)[32:], []byte("wang"), []byte("zhao"), 1)
			digest := chain(before, head)
			return b.Put(two, append(digest[:], head...))
		}, "journal line 3: the chain is broken"},
		"a line cut out":  {func(tx *bolt.Tx) error { return tx.Bucket(journalBucket).Delete(two) }, "after line 1 comes line 3"},
		"the end cut off": {func(tx *bolt.Tx) error { return tx.Bucket(journalBucket).Delete(number(4)) }, "line 4 was written, line 3 is the last"},
		"another payload": {func(tx *bolt.Tx) error {
			return tx.Bucket(payloadsBucket).Put(two, append(make([]byte, saltSize), `{"count":0}`...))
		}, "journal line 2: its payload is not the one that was noted"},
		"no line at all": {func(tx *bolt.Tx) error { return tx.Bucket(journalBucket).Put(two, []byte("x")) }, "journal line 2: 1 bytes are no line"},
	} {
		t.Run(name, func(t *testing.T) {
			h := notes(t, 4)
			h.sound()
			h.raw(c.spoil)
			f, err := h.Verify()
			must(t, err)
			if f.Sound() || !strings.Contains(strings.Join(f.Faults, "\n"), c.want) {
				t.Errorf("found %q, want %q", f.Faults, c.want)
			}
		})
	}
}
