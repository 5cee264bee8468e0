package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// contents is everything in the file as text; random salts, the digests made with them and stacks are left out.
func (h *house) contents() string {
	h.t.Helper()
	var b strings.Builder
	must(h.t, h.db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
			fmt.Fprintf(&b, "%s (%d)\n", name, bucket.Sequence())
			return bucket.ForEach(func(key, value []byte) error {
				switch string(name) {
				case "payloads":
					value = value[saltSize:]
				case "journal":
					value = nil
				case "dead":
					var dead DeadInput
					if err := json.Unmarshal(value, &dead); err != nil {
						return err
					}
					value = fmt.Append(nil, dead.Reference, dead.Mark, dead.Reason, string(dead.Raw))
				}
				fmt.Fprintf(&b, "  %x %q\n", key, value)
				return nil
			})
		})
	}))
	return b.String()
}

// anHour is what the bot does in an hour, each step one commit. Every step may be begun again after a cut.
func anHour(h *house) error {
	var updates []workgroup.Received
	for id := range int64(4) {
		updates = append(updates, workgroup.Received{Update: id, Stored: noon, Raw: fmt.Append(nil, id)})
	}
	if _, err := h.Receive(updates[:2], 2); err != nil {
		return err
	}
	if _, err := h.Receive(updates[1:], 4); err != nil {
		return err
	}
	for {
		waiting, err := h.Inbox(2)
		if err != nil || len(waiting) == 0 {
			return errors.Join(err, h.evening())
		}
		var inputs []workgroup.Input
		for _, u := range waiting {
			in := workgroup.Input{Mark: fmt.Sprint("u", u.Update), Inbox: u.Inbox, Now: noon}
			in.Body = map[int64]string{1: "refused", 2: "panic"}[u.Update]
			inputs = append(inputs, in)
		}
		if _, err := h.Apply(inputs, rules{decide: temperamental, refuse: func(b workgroup.Book, in workgroup.Input, _ error, reference string) workgroup.Answer {
			workgroup.Tell(b, workgroup.Letter{Text: "sorry " + reference, Written: noon})
			return workgroup.Answer{}
		}}); err != nil {
			return err
		}
	}
}

// evening delivers the letters, one commit each.
func (h *house) evening() error {
	for {
		var letter workgroup.Letter
		found := false
		err := h.View(func(b workgroup.Book) error {
			for letter = range workgroup.Letters.Each(b, "") {
				found = true
				break
			}
			return nil
		})
		if err != nil || !found {
			return err
		}
		err = h.Update(func(b workgroup.Book) error {
			workgroup.Letters.Drop(b, letter.Key())
			letter.SentAt = noon
			workgroup.Sent.Put(b, letter)
			return nil
		})
		if err != nil {
			return err
		}
	}
}

// days runs the hour, and two days later retention.
func days(h *house, cleared *bool) error {
	if !*cleared {
		if err := anHour(h); err != nil {
			return err
		}
	}
	*cleared = true // updates may be forgotten from here on: the hour must not come again
	_, err := h.Retain(noon.Add(48 * time.Hour))
	return err
}

// TestACutAtAnyCommitHeals runs the hour once undisturbed, then cuts it at every point: just before a commit nothing of it
// may be in the file, just after it all of it; and begun again, the hour ends as it did undisturbed.
func TestACutAtAnyCommitHeals(t *testing.T) {
	whole := newHouse(t)
	after := []string{whole.contents()} // after[n]: what is in the file after n commits
	must(t, whole.Close())
	whole.open(Options{Crash: func(point int) error {
		if point%2 == 0 {
			after = append(after, whole.contents())
		}
		return nil
	}})
	cleared := false
	must(t, days(whole, &cleared))
	whole.sound()
	commits := len(after) - 1
	if commits < 8 {
		t.Fatalf("an hour of %d commits tests nothing", commits)
	}

	power := errors.New("no power")
	for point := 1; point <= 2*commits; point++ {
		h := newHouse(t)
		must(t, h.Close())
		h.open(Options{Crash: func(n int) error {
			if n == point {
				return power
			}
			return nil
		}})
		cleared := false
		if err := days(h, &cleared); !errors.Is(err, power) {
			t.Fatalf("point %d: got %v", point, err)
		}
		// What was cut stays cut until the file is opened again.
		if err := h.Update(func(workgroup.Book) error { return nil }); !errors.Is(err, power) {
			t.Errorf("point %d: the store goes on: %v", point, err)
		}
		h.reopen()
		if got := h.contents(); got != after[point/2] {
			t.Errorf("point %d: the file holds\n%s\nwant\n%s", point, got, after[point/2])
		}
		h.sound()
		must(t, days(h, &cleared))
		h.sound()
		if got := h.contents(); got != after[commits] {
			t.Errorf("point %d: the hour ended with\n%s\nwant\n%s", point, got, after[commits])
		}
		must(t, h.Close())
	}
}
