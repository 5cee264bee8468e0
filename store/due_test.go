package store

import (
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

func (h *house) put(records ...record) {
	h.t.Helper()
	must(h.t, h.Update(func(b workgroup.Book) error {
		for _, r := range records {
			rounds.Put(b, r)
		}
		return nil
	}))
}

func TestDueMovesWithItsRecord(t *testing.T) {
	h := newHouse(t)
	if _, ok, err := h.NextDue(); ok || err != nil {
		t.Errorf("an empty book is due: %v, %v", ok, err)
	}
	h.put(record{ID: "late", At: noon.Add(2 * time.Hour)}, record{ID: "soon", At: noon.Add(time.Hour)}, record{ID: "never"})
	at, ok, err := h.NextDue()
	if must(t, err); !ok || !at.Equal(noon.Add(time.Hour)) || at.Location() != shanghai {
		t.Errorf("next due %v, %v", at, ok)
	}
	for _, c := range []struct {
		now  time.Time
		max  int
		want string
	}{
		{noon, 0, ""},
		{noon.Add(time.Hour - 1), 0, ""},
		{noon.Add(time.Hour), 0, "13:00:00 rounds soon\n"},
		{noon.Add(3 * time.Hour), 0, "13:00:00 rounds soon\n14:00:00 rounds late\n"},
		{noon.Add(3 * time.Hour), 1, "13:00:00 rounds soon\n"},
	} {
		due, err := h.Due(c.now, c.max)
		if must(t, err); listed(due) != c.want {
			t.Errorf("at %v: %q, want %q", c.now, listed(due), c.want)
		}
	}
	h.put(record{ID: "soon", At: noon.Add(5 * time.Hour)}, record{ID: "late"})
	due, err := h.Due(noon.Add(9*time.Hour), 0)
	if must(t, err); listed(due) != "17:00:00 rounds soon\n" {
		t.Errorf("after moving: %q", listed(due))
	}
	must(t, h.Update(func(b workgroup.Book) error { rounds.Drop(b, "soon"); return nil }))
	if _, ok, _ := h.NextDue(); ok {
		t.Error("a dropped record is still due")
	}
	h.sound()
}

// The clock's moment is no part of the record: it moves alone as well.
func TestADueMomentMovesAlone(t *testing.T) {
	h := newHouse(t)
	for _, want := range []time.Time{noon, noon.Add(time.Hour), {}} {
		must(t, h.Update(func(b workgroup.Book) error { b.Write("rounds", "1", []byte("{}"), want); return nil }))
		at, ok, err := h.NextDue()
		if must(t, err); !at.Equal(want) || ok == want.IsZero() {
			t.Errorf("due %v, %v; want %v", at, ok, want)
		}
		h.sound()
	}
}

func TestVerifyFindsWhatIsWrongWithTheIndex(t *testing.T) {
	at := noon.Add(time.Hour)
	key := appendDueKey(nil, moment(at), "rounds", "1")
	for name, c := range map[string]struct {
		spoil func(*bolt.Tx) error
		want  string
		heals bool
	}{
		"an entry is missing": {func(tx *bolt.Tx) error { return tx.Bucket(dueBucket).Delete(key) }, `rounds "1": due, and not in the index`, true},
		"an entry too many": {func(tx *bolt.Tx) error {
			return tx.Bucket(dueBucket).Put(appendDueKey(nil, 7, "rounds", "2"), nil)
		}, `due index: rounds "2" is not due then`, true},
		"an entry of no shelf": {func(tx *bolt.Tx) error {
			return tx.Bucket(dueBucket).Put(appendDueKey(nil, 7, "atlantis", "2"), nil)
		}, `due index: shelf "atlantis" does not exist`, true},
		"an entry that is none": {func(tx *bolt.Tx) error { return tx.Bucket(dueBucket).Put([]byte("x"), nil) }, "is no moment of a record", true},
		"a record that says otherwise": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("r:rounds")).Put([]byte("1"), append(number(moment(at)), `{"id":"1"}`...))
		}, `rounds "1": kept as due at another moment than it says`, false},
		"a record that is none": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("r:rounds")).Put([]byte("2"), []byte("x"))
		}, `rounds "2": 1 bytes are no record`, false},
		"a letter numbered by nobody": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("r:sent")).Put([]byte(workgroup.NumberKey(3)), append(number(0), `{}`...))
		}, "its number was not given out, the counter is at 0", false},
		"a letter without a number": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("r:letters")).Put([]byte("x"), append(number(0), `{}`...))
		}, "the key is no number", false},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			must(t, h.Close())
			h.open(Options{Derive: derive})
			h.put(record{ID: "1", At: at})
			h.sound()
			h.raw(c.spoil)
			f, err := h.Verify()
			must(t, err)
			if len(f.Faults) != 1 || !strings.Contains(f.Faults[0], c.want) {
				t.Fatalf("found %q, want %q", f.Faults, c.want)
			}
			if !c.heals {
				return
			}
			if n, err := h.Reindex(); n != 1 || err != nil {
				t.Errorf("reindexed %d, %v", n, err)
			}
			h.sound()
		})
	}
}
