package store

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// walked lists what a walk shows, at most max of it.
func walked(b workgroup.Book, shelf, prefix, from string, max int) (seen []string) {
	b.Walk(shelf, prefix, from, func(key string, value []byte) bool {
		seen = append(seen, key+"="+string(value))
		return len(seen) < max
	})
	return seen
}

// TestTheOverlayIsABook does the same random things to the store's book and to one on maps. Inputs of a batch are kept or
// dropped at random; the maps of a dropped one are forgotten, so that the two must stay equal.
func TestTheOverlayIsABook(t *testing.T) {
	names := []string{"rounds", "reports", "letters"}
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 1))
		key := func() string { return fmt.Sprintf("%c%02d", 'a'+rune(random.IntN(3)), random.IntN(12)) }
		h := newHouse(t)
		model, numbers := workgroup.NewMemory(), map[string]uint64{}
		for range 6 {
			var inputs []workgroup.Input
			for range 1 + random.IntN(5) {
				inputs = append(inputs, workgroup.Input{Now: noon})
			}
			_, err := h.Apply(inputs, rules{decide: func(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
				trial, drawn := copyOf(model), maps.Clone(numbers)
				for range random.IntN(60) {
					shelf, k := names[random.IntN(len(names))], key()
					switch random.IntN(6) {
					case 0, 1:
						value := fmt.Append(nil, random.IntN(1000))
						due := time.Time{}
						if random.IntN(2) == 0 {
							due = noon.Add(time.Duration(random.IntN(5)) * time.Minute)
						}
						b.Write(shelf, k, value, due)
						trial.Write(shelf, k, value, due)
					case 2:
						b.Erase(shelf, k)
						trial.Erase(shelf, k)
					case 3:
						if got, want := b.Read(shelf, k), trial.Read(shelf, k); !bytes.Equal(got, want) || (got == nil) != (want == nil) {
							t.Fatalf("seed %d: read %q, want %q", seed, got, want)
						}
					case 4:
						drawn[shelf]++
						if got := b.Number(shelf); got != drawn[shelf] {
							t.Fatalf("seed %d: number %d, want %d", seed, got, drawn[shelf])
						}
					case 5:
						prefix, from, most := k[:random.IntN(3)], "", 1+random.IntN(20)
						if random.IntN(2) == 0 {
							from = key()
						}
						if got, want := walked(b, shelf, prefix, from, most), walked(trial, shelf, prefix, from, most); !slices.Equal(got, want) {
							t.Fatalf("seed %d: walked %q, want %q", seed, got, want)
						}
					}
				}
				b.Note(workgroup.Event{Kind: workgroup.RoundOpened})
				if random.IntN(3) == 0 {
					return workgroup.Answer{}, workgroup.Refuse("never mind")
				}
				trial.Note(workgroup.Event{Kind: workgroup.RoundOpened})
				*model, numbers = *trial, drawn
				return workgroup.Answer{}, nil
			}})
			must(t, err)
		}
		h.reopen()
		must(t, h.View(func(b workgroup.Book) error {
			for _, name := range names {
				if got, want := walked(b, name, "", "", 1000), walked(model, name, "", "", 1000); !slices.Equal(got, want) {
					t.Errorf("seed %d: %s holds %q, want %q", seed, name, got, want)
				}
			}
			return nil
		}))
		if got := len(h.events()); got != len(model.Events) {
			t.Errorf("seed %d: %d events, want %d", seed, got, len(model.Events))
		}
		dues, err := h.Due(noon.Add(time.Hour), 0)
		must(t, err)
		if got, want := listed(dues), h.wanted(model, names); got != want {
			t.Errorf("seed %d: due\n%s\nwant\n%s", seed, got, want)
		}
		for _, fault := range notOfKeys(h) {
			t.Errorf("seed %d: %s", seed, fault)
		}
		must(t, h.Close())
	}
}

// notOfKeys are Verify's findings; the random keys of letters are no numbers, which it rightly finds.
func notOfKeys(h *house) []string {
	f, err := h.Verify()
	must(h.t, err)
	return slices.DeleteFunc(f.Faults, func(s string) bool { return strings.HasSuffix(s, "the key is no number") })
}

// copyOf is a memory book with the same contents.
func copyOf(m *workgroup.Memory) *workgroup.Memory {
	c := workgroup.NewMemory()
	for _, name := range []string{"rounds", "reports", "letters"} {
		m.Walk(name, "", "", func(key string, value []byte) bool {
			c.Write(name, key, value, m.DueAt(name, key))
			return true
		})
	}
	c.Events = slices.Clone(m.Events)
	return c
}

func listed(dues []workgroup.Due) string {
	var b strings.Builder
	for _, d := range dues {
		fmt.Fprintf(&b, "%s %s %s\n", d.At.Format(time.TimeOnly), d.Shelf, d.Key)
	}
	return b.String()
}

// wanted is what the model says is due, in the order the clock wants it.
func (h *house) wanted(m *workgroup.Memory, names []string) string {
	var dues []workgroup.Due
	for _, name := range names {
		m.Walk(name, "", "", func(key string, _ []byte) bool {
			if at := m.DueAt(name, key); !at.IsZero() {
				dues = append(dues, workgroup.Due{At: at, Shelf: name, Key: key})
			}
			return true
		})
	}
	slices.SortFunc(dues, func(a, b workgroup.Due) int {
		return strings.Compare(a.At.Format(time.TimeOnly)+" "+a.Shelf+"\x00"+a.Key, b.At.Format(time.TimeOnly)+" "+b.Shelf+"\x00"+b.Key)
	})
	return listed(dues)
}

func TestAWalkShowsTheBookAsItIsWhenItGetsThere(t *testing.T) {
	h := newHouse(t)
	must(t, h.Update(func(b workgroup.Book) error {
		for _, key := range []string{"a", "b", "c", "d"} {
			b.Write("reports", key, []byte("kept"), time.Time{})
		}
		return nil
	}))
	must(t, h.Update(func(b workgroup.Book) error {
		b.Write("reports", "bb", []byte("pending"), time.Time{})
		var seen []string
		b.Walk("reports", "", "", func(key string, value []byte) bool {
			seen = append(seen, key+"="+string(value))
			if key == "a" {
				b.Erase("reports", "b")
				b.Erase("reports", "bb")
				b.Write("reports", "c", []byte("changed"), time.Time{})
			}
			return true
		})
		if got := fmt.Sprint(seen); got != "[a=kept c=changed d=kept]" {
			t.Error(got)
		}
		return nil
	}))
}

func TestABookWithManyChangesStillFindsThem(t *testing.T) {
	h := newHouse(t)
	const many = 5 * few
	must(t, h.Update(func(b workgroup.Book) error {
		for i := range many {
			reports.Put(b, record{ID: fmt.Sprint(i)})
			reports.Put(b, record{ID: fmt.Sprint(i), Text: "again"})
		}
		for i := range many {
			if r, ok := reports.Get(b, fmt.Sprint(i)); !ok || r.Text != "again" {
				t.Errorf("report %d: %+v", i, r)
			}
		}
		return nil
	}))
	if f := h.sound(); f.Records != many {
		t.Errorf("%d records", f.Records)
	}
}
