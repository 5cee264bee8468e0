package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What keeps a file from being opened. None of it gets better by trying again at once.
var (
	ErrInUse = errors.New("another fangkong is working on this file; stop it first")
	ErrNewer = errors.New("this file was written by a newer fangkong; start that version, this one would damage it")
	// ErrForeign is a file of something else, or one whose first pages are damaged.
	ErrForeign = errors.New("this is no data file of fangkong")
	// ErrNoBackup is a file of an older version that was left as it is, for want of a backup.
	ErrNoBackup = errors.New("it has to be brought to a newer version, and could not be backed up before")
)

// Options of a store. The zero value is good for everything but Now.
type Options struct {
	Now     func() time.Time // the clock, in the college's zone; times read from the file are in its zone
	Timeout time.Duration    // how long to wait for the file's lock; 0: one second

	// Derive computes a record's due moment from its value, for Verify to compare with what was written. Without it
	// Verify compares the index with the moments the records carry.
	Derive func(shelf string, value []byte) (time.Time, error)

	// Backups is where a file of an older version is backed up before it is brought to this one; without a folder it is not.
	Backups Backups

	// Crash is for tests. It is asked twice a commit, just before it (1, 3, 5 …) and just after it (2, 4, 6 …); an error
	// cuts the store there as a power failure would: nothing of it works any more but Close.
	Crash func(commit int) error
}

// Store is the file. Its methods may be called from several goroutines; commits wait for one another.
type Store struct {
	db     *bolt.DB
	now    func() time.Time
	derive func(string, []byte) (time.Time, error)
	commit func(*bolt.Tx) error // tx.Commit; tests let it fail

	writing chan struct{} // held while a transaction writes
	company company

	crash  func(int) error
	asked  int // cutting points passed so far; only touched while holding the write lock
	severe atomic.Pointer[error]
}

// Open opens the file at path, or makes it, readable for its owner only. A file that another process has open is
// ErrInUse, one from a newer program ErrNewer.
func Open(path string, o Options) (*Store, error) { return open(path, o, migrations) }

func open(path string, o Options, steps []migration) (*Store, error) {
	if o.Now == nil {
		return nil, errors.New("store: no clock given")
	}
	if o.Timeout == 0 {
		o.Timeout = time.Second
	}
	made, err := makeRoom(path)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	settings := *bolt.DefaultOptions
	settings.Timeout = o.Timeout
	settings.FreelistType = bolt.FreelistMapType
	// A file that grows past its map makes every commit and new reader wait for a running backup. On 64 bits the room
	// costs addresses only.
	if strconv.IntSize == 64 {
		settings.InitialMmapSize = 1 << 30
	}
	db, err := bolt.Open(path, 0o600, &settings)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, whyClosed(err))
	}
	s := &Store{db: db, now: o.Now, derive: o.Derive, commit: (*bolt.Tx).Commit, writing: make(chan struct{}, 1), crash: o.Crash}
	err = s.beforeMigrating(o.Backups, len(steps))
	if err == nil {
		err = migrate(db, steps)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
	}
	// A new file survives a power failure only when the directories that name it do.
	for _, dir := range made {
		if err := syncDir(dir); err != nil {
			return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
		}
	}
	return s, nil
}

// whyClosed is what kept a file from being opened, as we name it.
func whyClosed(err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return ErrInUse
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, bolterrors.ErrChecksum),
		strings.Contains(err.Error(), "file size too small"): // bbolt has no name for it
		return fmt.Errorf("%w (%w)", ErrForeign, err)
	}
	return err
}

// beforeMigrating backs up a file that is about to be brought to another version. Without that backup it is left alone.
func (s *Store) beforeMigrating(b Backups, known int) error {
	if b.Dir == "" {
		return nil
	}
	var version uint64
	if err := s.db.View(func(tx *bolt.Tx) (err error) { version, err = schema(tx); return err }); err != nil {
		return err
	}
	if version == 0 || version >= uint64(known) {
		return nil
	}
	if _, err := b.Make(s, fmt.Sprintf("-schema%d", version), nil); err != nil {
		return fmt.Errorf("%w: %w", ErrNoBackup, err)
	}
	return nil
}

// makeRoom creates the directories a new file needs and returns every directory whose entries changed.
func makeRoom(path string) ([]string, error) {
	switch _, err := os.Stat(path); {
	case err == nil:
		return nil, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	dir := filepath.Dir(path)
	made := []string{dir}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || filepath.Dir(d) == d {
			break
		}
		made = append(made, filepath.Dir(d))
	}
	return made, os.MkdirAll(dir, 0o700)
}

func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Probe writes a line of its own, so that whoever asks knows that the file can be written.
func (s *Store) Probe() error {
	return s.write(func(t *session) error { return t.bucket(metaBucket).Put(probeKey, number(moment(t.now))) })
}

// Close waits for running transactions and frees the file.
func (s *Store) Close() error { return s.db.Close() }
