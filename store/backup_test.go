package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// lived is a house in which something has happened.
func lived(t *testing.T) *house {
	t.Helper()
	h := newHouse(t)
	if _, err := h.Apply([]workgroup.Input{input("a")}, rules{decide: keep}); err != nil {
		t.Fatal(err)
	}
	return h
}

// names are the files of a folder.
func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestBackupIsVerifiedAndCanBeOpened(t *testing.T) {
	h := lived(t)
	folder := Backups{Dir: filepath.Join(t.TempDir(), "backups"), Keep: 3}
	stages := map[Stage]bool{}
	made, err := folder.Make(h.Store, "", func(s Stage, done, total int64) { stages[s] = true })
	must(t, err)
	if !stages[Copying] || !stages[Checking] || made.Found.Lines != 1 || made.Found.Records != 2 || !made.Found.Until.Equal(noon) {
		t.Errorf("made %+v through %v", made, stages)
	}
	if info, err := os.Stat(made.Path); err != nil || info.Mode() != 0o600 || info.Size() != made.Bytes {
		t.Errorf("%v %v", info, err)
	}
	restored := &house{t: t, path: filepath.Join(t.TempDir(), "new", "fangkong.db"), clock: h.clock}
	_, err = Restore(made.Path, restored.path, h.clock.Now, nil)
	must(t, err)
	restored.open(Options{})
	defer func() { _ = restored.Close() }()
	if f := restored.sound(); f.Records != 2 || f.Lines != 1 {
		t.Errorf("the copy holds %+v", f)
	}
	if _, err := Examine(restored.path, h.clock.Now, nil); !errors.Is(err, ErrInUse) {
		t.Errorf("a file that is worked on: %v", err)
	}
}

func TestTheNewestAreKeptAndOnlyOurs(t *testing.T) {
	h := lived(t)
	folder := Backups{Dir: t.TempDir(), Keep: 2}
	must(t, os.WriteFile(filepath.Join(folder.Dir, "fangkong-notes.db"), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(folder.Dir, "fangkong-20220301-030000.db.part"), nil, 0o600))
	for range 4 {
		h.clock.now = h.clock.now.Add(time.Minute)
		if _, err := folder.Make(h.Store, "", nil); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := fmt.Sprint(names(t, folder.Dir)), "[fangkong-20220314-120300.db fangkong-20220314-120400.db fangkong-notes.db]"; got != want {
		t.Errorf("left: %s, want %s", got, want)
	}
	newest, ok, err := folder.Newest(h.clock.now)
	if err != nil || !ok || !newest.At.Equal(h.clock.now) {
		t.Errorf("newest: %+v %v", newest, err)
	}
	if _, err := folder.Make(h.Store, "", nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("twice in a second: %v", err)
	}
}

// A clock that was ahead once leaves backups of a time to come: they hide no new one, and never push out the one just made.
func TestAClockThatWasAheadEndsNoBackups(t *testing.T) {
	h := lived(t)
	folder := Backups{Dir: filepath.Join(t.TempDir(), "b[x"), Keep: 2} // a name like a pattern is a name
	right := h.clock.now
	h.clock.now = right.AddDate(10, 0, 0)
	for range 2 {
		h.clock.now = h.clock.now.Add(time.Minute)
		_, err := folder.Make(h.Store, "", nil)
		must(t, err)
	}
	h.clock.now = right
	if _, known, err := folder.Newest(right); err != nil || known {
		t.Errorf("a backup of a time to come counts: %v", err)
	}
	made, err := folder.Make(h.Store, "", nil)
	must(t, err)
	if _, err := os.Stat(made.Path); err != nil || made.Left != nil {
		t.Errorf("the backup just made is gone: %v %v", err, made.Left)
	}
	if newest, known, err := folder.Newest(right); err != nil || !known || newest.Path != made.Path {
		t.Errorf("newest: %+v %v", newest, err)
	}
}

func TestABackupThatFailsLeavesNothing(t *testing.T) {
	h := lived(t)
	dir := t.TempDir()
	full := &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	_, err := Settle(filepath.Join(dir, "a.db"), func(w *os.File) error {
		if _, err := w.WriteString("half"); err != nil {
			return err
		}
		return full
	}, h.clock.Now, nil)
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a full disk: %v", err)
	}
	if _, err = Settle(filepath.Join(dir, "a.db"), func(w *os.File) error { _, err := w.WriteString("no data at all"); return err }, h.clock.Now, nil); !errors.Is(err, ErrForeign) {
		t.Errorf("something else: %v", err)
	}
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	if _, err := (Backups{Dir: filepath.Join(dir, "file")}).Make(h.Store, "", nil); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("a folder that is a file: %v", err)
	}
}

// What lies under the writer can be full although it looked as if there was room.
func TestAPacedWriterKeepsTheSystemsError(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer func() { _ = full.Close() }()
	h := lived(t)
	p := &paced{file: full}
	err = h.db.View(func(tx *bolt.Tx) error { _, err := tx.WriteTo(p); return err })
	if err == nil || !errors.Is(p.err, syscall.ENOSPC) {
		t.Errorf("%v, kept %v", err, p.err)
	}
}

func TestWhatIsDamagedIsNoBackup(t *testing.T) {
	h := lived(t)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.db")
	_, err := h.Backup(good, nil)
	must(t, err)
	sound, err := os.ReadFile(good)
	must(t, err)
	line := bytes.Index(sound, []byte(`"kind":"report.filed"`))
	for name, change := range map[string]func([]byte) []byte{
		"cut off":               func(b []byte) []byte { return b[:len(b)/2] },
		"empty":                 func([]byte) []byte { return nil },
		"something else":        func([]byte) []byte { return bytes.Repeat([]byte("no data "), 8192) },
		"a journal line edited": func(b []byte) []byte { b[line+9] = 'R'; return b },
	} {
		t.Run(name, func(t *testing.T) {
			bad, to := filepath.Join(dir, "bad.db"), filepath.Join(t.TempDir(), "fangkong.db")
			must(t, os.WriteFile(bad, change(bytes.Clone(sound)), 0o600))
			if f, err := Restore(bad, to, h.clock.Now, nil); err == nil {
				t.Errorf("restored: %+v", f)
			}
			if _, err := os.Stat(to); err == nil {
				t.Error("something was put in its place")
			}
		})
	}
	// A page of rubbish anywhere is found, or lies where nothing is; it never ends the program.
	for at := 2 * os.Getpagesize(); at < len(sound); at += os.Getpagesize() {
		torn := bytes.Clone(sound)
		copy(torn[at:], bytes.Repeat([]byte{0xa5}, os.Getpagesize()))
		bad := filepath.Join(dir, "torn.db")
		must(t, os.WriteFile(bad, torn, 0o600))
		_, _ = Examine(bad, h.clock.Now, nil)
	}
	if _, err := Restore(good, h.path, h.clock.Now, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over data that is there: %v", err)
	}
}

func TestBeforeAMigrationABackupIsMade(t *testing.T) {
	h := lived(t)
	must(t, h.Close())
	steps := []migration{plantTree, func(*bolt.Tx) error { return nil }}
	folder := Backups{Dir: filepath.Join(filepath.Dir(h.path), "backups"), Keep: 14}

	// Where it cannot be made, the file stays what it is.
	must(t, os.WriteFile(folder.Dir, nil, 0o600))
	if _, err := open(h.path, Options{Now: h.clock.Now, Backups: folder}, steps); !errors.Is(err, ErrNoBackup) || !errors.Is(err, syscall.ENOTDIR) {
		t.Fatalf("without a backup: %v", err)
	}
	if _, err := Examine(h.path, h.clock.Now, nil); err != nil {
		t.Fatalf("the file was migrated all the same: %v", err)
	}
	must(t, os.Remove(folder.Dir))

	for range 2 {
		s, err := open(h.path, Options{Now: h.clock.Now, Backups: folder}, steps)
		must(t, err)
		must(t, s.Close())
		if got, want := fmt.Sprint(names(t, folder.Dir)), "[fangkong-20220314-120000-schema1.db]"; got != want {
			t.Errorf("made: %s, want %s", got, want)
		}
	}
	if _, err := Examine(h.path, h.clock.Now, nil); !errors.Is(err, ErrNewer) {
		t.Errorf("not migrated: %v", err)
	}
	if f, err := Examine(filepath.Join(folder.Dir, names(t, folder.Dir)[0]), h.clock.Now, nil); err != nil || f.Lines != 1 {
		t.Errorf("the backup: %+v %v", f, err)
	}
}
