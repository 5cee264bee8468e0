package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

var shanghai = time.FixedZone("CST", 8*3600)

// noon is when tests happen unless they say otherwise.
var noon = time.Date(2022, 3, 14, 12, 0, 0, 0, shanghai)

// clock is a clock that tests set.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

// house is an open store in a directory of its test.
type house struct {
	*Store
	t     *testing.T
	path  string
	clock *clock
}

func newHouse(t *testing.T) *house {
	t.Helper()
	h := &house{t: t, path: filepath.Join(t.TempDir(), "fangkong.db"), clock: &clock{noon}}
	h.open(Options{})
	t.Cleanup(func() { _ = h.Close() })
	return h
}

func (h *house) open(o Options) {
	h.t.Helper()
	o.Now = h.clock.Now
	s, err := Open(h.path, o)
	if err != nil {
		h.t.Fatal(err)
	}
	h.Store = s
}

func (h *house) reopen() {
	h.t.Helper()
	must(h.t, h.Close())
	h.open(Options{})
}

// sound fails the test when Verify finds anything.
func (h *house) sound() Findings {
	h.t.Helper()
	f, err := h.Verify()
	must(h.t, err)
	if !f.Sound() {
		h.t.Fatalf("the file is not sound:\n%s", strings.Join(f.Faults, "\n"))
	}
	return f
}

// raw works on the file behind the store's back.
func (h *house) raw(work func(*bolt.Tx) error) {
	h.t.Helper()
	must(h.t, h.db.Update(work))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// record is a record whose due moment can be seen in its value.
type record struct {
	ID   string    `json:"id"`
	Text string    `json:"text,omitempty"`
	At   time.Time `json:"at,omitzero"`
}

func (r record) Key() string    { return r.ID }
func (r record) Due() time.Time { return r.At }

var (
	rounds  = workgroup.Shelf[record]{Name: "rounds"}
	reports = workgroup.Shelf[record]{Name: "reports"}
)

// derive is the due moment a record's own value asks for.
func derive(_ string, value []byte) (time.Time, error) {
	var r record
	err := json.Unmarshal(value, &r)
	return r.At, err
}

// rules are functions; a missing Refuse answers with the reference and writes nothing.
type rules struct {
	decide func(workgroup.Book, workgroup.Input) (workgroup.Answer, error)
	refuse func(workgroup.Book, workgroup.Input, error, string) workgroup.Answer
}

func (r rules) Decide(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	return r.decide(b, in)
}

func (r rules) Refuse(b workgroup.Book, in workgroup.Input, why error, reference string) workgroup.Answer {
	if r.refuse == nil {
		return toast("refused " + reference)
	}
	return r.refuse(b, in, why, reference)
}

func toast(text string) workgroup.Answer {
	return workgroup.Answer{Toasts: []workgroup.Toast{{Text: text}}}
}

func said(a workgroup.Answer) string {
	if len(a.Toasts) == 0 {
		return ""
	}
	return a.Toasts[0].Text
}

// keep is a rule that keeps a report under its mark, tells somebody and notes it.
func keep(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	old, _ := reports.Get(b, in.Mark)
	reports.Put(b, record{ID: in.Mark, Text: old.Text + "x", At: in.Now.Add(time.Hour)})
	workgroup.Tell(b, workgroup.Letter{Chat: 1, Text: "filed", Written: in.Now})
	b.Note(workgroup.Event{At: in.Now, Kind: workgroup.ReportFiled, Object: in.Mark, Payload: workgroup.Facts{"n": 1}})
	return toast("kept " + in.Mark), nil
}

func input(mark string) workgroup.Input { return workgroup.Input{Mark: mark, Now: noon} }

func TestOpenKeepsTheFileToItsOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "deeper", "fangkong.db")
	s, err := Open(path, Options{Now: func() time.Time { return noon }})
	must(t, err)
	defer func() { _ = s.Close() }()
	info, err := os.Stat(path)
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v", info.Mode())
	}
	if info, err = os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("its directory is %v, %v", info.Mode(), err)
	}
}

func TestOpenNamesEveryDirectoryThatChanged(t *testing.T) {
	root := t.TempDir()
	made, err := makeRoom(filepath.Join(root, "a", "b", "file"))
	must(t, err)
	want := []string{filepath.Join(root, "a", "b"), filepath.Join(root, "a"), root}
	if fmt.Sprint(made) != fmt.Sprint(want) {
		t.Errorf("to be synced: %v, want %v", made, want)
	}
}

func TestOpenRefusesASecondProcessInOneLine(t *testing.T) {
	h := newHouse(t)
	_, err := Open(h.path, Options{Now: h.clock.Now, Timeout: time.Millisecond})
	if !errors.Is(err, ErrInUse) {
		t.Fatalf("got %v", err)
	}
	if strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), h.path) {
		t.Errorf("not one line that names the file: %q", err)
	}
}

func TestOpenRefusesWhatItCannotRead(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*bolt.Tx) error
		want  error
	}{
		"a newer schema": {func(tx *bolt.Tx) error {
			return tx.Bucket(metaBucket).Put(schemaKey, number(uint64(len(migrations)+1)))
		}, ErrNewer},
		"a shelf of a newer program": {func(tx *bolt.Tx) error {
			_, err := tx.CreateBucket([]byte("r:tomorrow"))
			return err
		}, ErrNewer},
		"somebody else's file": {func(tx *bolt.Tx) error {
			return tx.DeleteBucket(metaBucket)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.raw(c.spoil)
			must(t, h.Close())
			s, err := Open(h.path, Options{Now: h.clock.Now})
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			// A refused file is free again.
			db, err := bolt.Open(h.path, 0o600, &bolt.Options{Timeout: time.Millisecond})
			must(t, err)
			must(t, db.Close())
		})
	}
	if _, err := Open(t.TempDir(), Options{Now: func() time.Time { return noon }}); err == nil {
		t.Error("a directory was opened as a file")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "x"), Options{}); err == nil {
		t.Error("opened without a clock")
	}
	if _, err := os.Stat("fangkong.db"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file in the package's own directory")
	}
}

func TestMigrationsRunInOrderAndOnce(t *testing.T) {
	h := newHouse(t)
	must(t, h.Update(func(b workgroup.Book) error { reports.Put(b, record{ID: "1", Text: "old"}); return nil }))
	must(t, h.Close())

	var ran []int
	second := func(tx *bolt.Tx) error {
		ran = append(ran, 2)
		return tx.Bucket(metaBucket).Put([]byte("second"), []byte("yes"))
	}
	third := func(tx *bolt.Tx) error {
		ran = append(ran, 3)
		return errors.New("not today")
	}
	o := Options{Now: h.clock.Now}
	if _, err := open(h.path, o, []migration{plantTree, second, third}); err == nil || !strings.Contains(err.Error(), "schema 3: not today") {
		t.Fatalf("got %v", err)
	}
	// The failure of the third step took the second back with it.
	s, err := open(h.path, o, migrations)
	must(t, err)
	must(t, s.Close())

	for range 2 {
		s, err = open(h.path, o, []migration{plantTree, second})
		must(t, err)
		must(t, s.View(func(b workgroup.Book) error {
			if r, _ := reports.Get(b, "1"); r.Text != "old" {
				t.Errorf("the record became %+v", r)
			}
			return nil
		}))
		must(t, s.Close())
	}
	if fmt.Sprint(ran) != "[2 3 2]" {
		t.Errorf("ran %v", ran)
	}
	if _, err := open(h.path, o, migrations); !errors.Is(err, ErrNewer) {
		t.Errorf("the older program got %v", err)
	}
}

func TestViewIsForReading(t *testing.T) {
	h := newHouse(t)
	must(t, h.Update(func(b workgroup.Book) error { reports.Put(b, record{ID: "1"}); return nil }))
	for name, misuse := range map[string]func(workgroup.Book){
		"write":  func(b workgroup.Book) { reports.Put(b, record{ID: "2"}) },
		"erase":  func(b workgroup.Book) { reports.Drop(b, "1") },
		"number": func(b workgroup.Book) { b.Number("letters") },
		"note":   func(b workgroup.Book) { b.Note(workgroup.Event{Kind: workgroup.RoundOpened}) },
		"shelf":  func(b workgroup.Book) { b.Read("no such shelf", "1") },
	} {
		if err := h.View(func(b workgroup.Book) error { misuse(b); return nil }); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	must(t, h.View(func(b workgroup.Book) error {
		if !reports.Has(b, "1") || reports.Has(b, "2") {
			t.Error("a view changed the book")
		}
		return nil
	}))
}

func TestUpdateIsWholeOrNothing(t *testing.T) {
	h := newHouse(t)
	stop := errors.New("stop")
	put := func(b workgroup.Book) { reports.Put(b, record{ID: "1", At: noon}); b.Number("letters") }
	if err := h.Update(func(b workgroup.Book) error { put(b); return stop }); !errors.Is(err, stop) {
		t.Errorf("error: got %v", err)
	}
	if err := h.Update(func(b workgroup.Book) error { put(b); b.Fault(stop); return nil }); err == nil {
		t.Error("fault: no error")
	}
	if err := h.Update(func(b workgroup.Book) error { put(b); panic("oh") }); err == nil {
		t.Error("panic: no error")
	}
	if f := h.sound(); f.Records != 0 || f.Dues != 0 {
		t.Errorf("left behind: %+v", f)
	}
	must(t, h.Update(func(b workgroup.Book) error { put(b); return nil }))
	h.reopen()
	if f := h.sound(); f.Records != 1 || f.Dues != 1 {
		t.Errorf("kept: %+v", f)
	}
}
