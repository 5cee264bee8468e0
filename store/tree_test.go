package store

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// seed makes a file that has something in every bucket.
func seed(t *testing.T) *house {
	h := newHouse(t)
	h.receive(1, 2)
	waiting, err := h.Inbox(1)
	must(t, err)
	first := workgroup.Input{Mark: "mark", Inbox: waiting[0].Inbox, Now: noon}
	broken := workgroup.Input{Mark: "broken", Now: noon, Raw: []byte("raw")}
	_, err = h.Apply([]workgroup.Input{first, broken}, rules{decide: func(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
		if in.Mark == "broken" {
			panic("broken")
		}
		return keep(b, in)
	}})
	must(t, err)
	return h
}

// TestTheDrawing compares the buckets in the package doc with those of a file, and what the doc says of keys and values
// with the sizes that are really there.
func TestTheDrawing(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	must(t, err)
	var drawn []string
	for _, row := range regexp.MustCompile(`(?m)^//\t(\S+) +\S.* {2,}\S.*$`).FindAllSubmatch(doc, -1) {
		if name := string(row[1]); name != "bucket" && !slices.Contains(drawn, name) {
			drawn = append(drawn, name)
		}
	}
	h := seed(t)
	var found []string
	must(t, h.db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			if string(name[:2]) != "r:" {
				found = append(found, string(name))
				if key, _ := b.Cursor().First(); key == nil {
					t.Errorf("the seed has nothing in %s", name)
				}
			}
			return nil
		})
	}))
	found = append(found, "r:<shelf>")
	slices.Sort(drawn)
	slices.Sort(found)
	if !slices.Equal(drawn, found) {
		t.Errorf("drawn %q\nfound %q", drawn, found)
	}

	hour := noon.Add(time.Hour)
	must(t, h.db.View(func(tx *bolt.Tx) error {
		for _, c := range []struct {
			bucket, key string
			value       func([]byte) bool
		}{
			{"meta", "schema", func(v []byte) bool { return numberIn(v) == uint64(len(migrations)) }},
			{"meta", "offset", func(v []byte) bool { return len(v) == 8 }},
			{"inbox", workgroup.NumberKey(2), func(v []byte) bool { return numberIn(v) == 2 && numberIn(v[8:]) == moment(noon) }},
			{"updates", string(number(1)), func(v []byte) bool { return numberIn(v) == moment(noon) }},
			{"updates", string(number(2)), func(v []byte) bool { return len(v) == 8 && numberIn(v) == 0 }},
			{"marks", "mark", func(v []byte) bool { return numberIn(v) == moment(noon) }},
			{"due", string(number(moment(hour))) + "reports\x00mark", func(v []byte) bool { return len(v) == 0 }},
			{"journal", string(number(1)), func(v []byte) bool { return len(v) > 32 && v[32] == '{' }},
			{"payloads", string(number(1)), func(v []byte) bool { return string(v[16:]) == `{"n":1}` }},
			{"dead", string(number(1)), func(v []byte) bool { return v[0] == '{' }},
			{"r:reports", "mark", func(v []byte) bool { return numberIn(v) == moment(hour) && v[8] == '{' }},
			{"r:letters", workgroup.NumberKey(1), func(v []byte) bool { return numberIn(v) == 0 && v[8] == '{' }},
		} {
			if v := tx.Bucket([]byte(c.bucket)).Get([]byte(c.key)); v == nil || !c.value(v) {
				t.Errorf("%s %q is %q", c.bucket, c.key, v)
			}
		}
		return nil
	}))
	h.sound()
}

func TestEveryShelfOfTheVocabularyIsKnown(t *testing.T) {
	files, err := filepath.Glob("workgroup/*.go")
	must(t, err)
	named := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		must(t, err)
		for _, m := range regexp.MustCompile(`(?:Shelf\[\w+\]\{Name: |copying\[\w+\]\()"([^"]+)"`).FindAllSubmatch(source, -1) {
			named++
			if shelfByName[string(m[1])] == nil {
				t.Errorf("%s: shelf %q is not in the table", file, m[1])
			}
		}
	}
	if named < 45 {
		t.Errorf("only %d shelves were found in the vocabulary", named)
	}
	if len(shelfByName) != len(shelves) {
		t.Error("a shelf stands twice in the table")
	}
	for _, s := range shelves {
		if (s.keep == forGood) != (s.born == nil) {
			t.Errorf("shelf %s: a term needs a beginning, and only a term", s.name)
		}
		if s.counter != "" && shelfByName[s.counter] == nil {
			t.Errorf("shelf %s: counter %q does not exist", s.name, s.counter)
		}
	}
}

func TestMomentsSortAsTimeDoes(t *testing.T) {
	times := []time.Time{
		{}, time.Date(1066, 1, 1, 0, 0, 0, 0, time.UTC), noon, noon.Add(1), noon.Add(time.Hour),
		time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	for i := 1; i < len(times); i++ {
		if moment(times[i-1]) >= moment(times[i]) {
			t.Errorf("%v is not before %v", times[i-1], times[i])
		}
	}
	if got := momentIn(moment(noon), shanghai); !got.Equal(noon) || got.Location() != shanghai {
		t.Errorf("noon came back as %v", got)
	}
	if !momentIn(0, shanghai).IsZero() {
		t.Error("none came back as a moment")
	}
}
