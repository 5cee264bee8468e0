package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
)

// ErrUnsound is a copy of the data that does not verify. It is no backup.
var ErrUnsound = errors.New("it does not verify")

// Stage is what a backup or a check is at.
type Stage string

const (
	Copying  Stage = "copying"  // in bytes
	Checking Stage = "checking" // pages first (0 of the lines), then the journal's lines
)

// Progress is told how far a stage has come. It may be called often.
type Progress func(stage Stage, done, total int64)

func (p Progress) tell(stage Stage, done, total int64) {
	if p != nil {
		p(stage, done, total)
	}
}

// syncEvery is how many bytes of a backup are written before the disk is waited for. A commit waits behind what is not on
// disk yet: in small pieces it never waits long.
const syncEvery = 1 << 20

// spare is what a backup leaves free on its disk: the data itself must still be able to grow.
const spare = 16 << 20

// paced is a file written piece by piece, and the error that stopped it as the system gave it.
type paced struct {
	file    *os.File
	pending int
	done    int64
	total   int64
	tell    Progress
	err     error
}

func (p *paced) Write(b []byte) (n int, err error) {
	n, p.err = p.file.Write(b)
	p.pending += n
	p.done += int64(n)
	if p.err == nil && p.pending >= syncEvery {
		p.pending, p.err = 0, p.file.Sync()
	}
	p.tell.tell(Copying, p.done, p.total)
	return n, p.err
}

// Backup writes the whole data, as it is at one moment, to a new file, and returns what was found in it. Work goes on
// meanwhile. The copy has its name only once it is on disk and verifies; a file of that name is fs.ErrExist.
func (s *Store) Backup(path string, progress Progress) (Findings, error) {
	if err := s.severed(); err != nil {
		return Findings{}, err
	}
	f, err := s.copied(path, progress)
	if err != nil {
		return f, fmt.Errorf("backup: %w", err)
	}
	return f, nil
}

func (s *Store) copied(path string, progress Progress) (Findings, error) {
	return Settle(path, func(w *os.File) error {
		return s.db.View(func(tx *bolt.Tx) error {
			if free, known := Free(filepath.Dir(path)); known && free < tx.Size()+spare {
				return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
			}
			p := &paced{file: w, total: tx.Size(), tell: progress}
			if _, err := tx.WriteTo(p); err != nil {
				return errors.Join(p.err, err)
			}
			return nil
		})
	}, s.now, progress)
}

// Settle makes a data file that must not be there yet: written beside its place, on disk, verified, then named. What does not
// come to its end leaves nothing behind.
func Settle(path string, write func(*os.File) error, now func() time.Time, progress Progress) (f Findings, err error) {
	if _, err := os.Lstat(path); err == nil {
		return f, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	part := path + partly
	_ = os.Remove(part) // of one that was cut short
	w, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return f, err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	err = write(w)
	if err == nil {
		err = w.Sync()
	}
	if err := errors.Join(err, w.Close()); err != nil {
		return f, err
	}
	if f, err = Examine(part, now, progress); err != nil {
		return f, err
	}
	if err := named(part, path); err != nil {
		return f, err
	}
	return f, syncDir(filepath.Dir(path))
}

// named gives a file its name, never another's. Not every disk knows links.
func named(part, path string) error {
	err := os.Link(part, path)
	switch {
	case err == nil:
		return os.Remove(part)
	case errors.Is(err, fs.ErrExist):
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return os.Rename(part, path)
}

// Look opens a data file for reading only: nothing of it changes, not even its version. One that is worked on is ErrInUse, one
// from a newer program ErrNewer. Of the store only reading, verifying and backing up work.
func Look(path string, now func() time.Time) (*Store, error) {
	s, err := look(path, now)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return s, nil
}

func look(path string, now func() time.Time) (*Store, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrForeign
	}
	settings := *bolt.DefaultOptions
	settings.ReadOnly, settings.Timeout = true, time.Second
	db, err := bolt.Open(path, 0o600, &settings)
	if err != nil {
		return nil, whyClosed(err)
	}
	err = db.View(func(tx *bolt.Tx) error {
		// Pages that the file ends before cannot even be looked at.
		if tx.Size() > info.Size() {
			return fmt.Errorf("%w (it is cut off)", ErrForeign)
		}
		version, err := schema(tx)
		switch {
		case err != nil:
			return fmt.Errorf("%w (%w)", ErrForeign, err)
		case version == 0:
			return ErrForeign
		case version > uint64(len(migrations)):
			return ErrNewer
		}
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{db: db, now: now}, nil
}

// Examine looks into a data file and verifies all of it. One that is not sound is ErrUnsound, beside what was found.
func Examine(path string, now func() time.Time, progress Progress) (f Findings, err error) {
	// Damaged pages may lead anywhere; that is an answer too.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("store %s: %w: %v", path, ErrUnsound, v)
		}
	}()
	s, err := Look(path, now)
	if err != nil {
		return f, err
	}
	f, err = s.verify(progress)
	if err == nil && !f.Sound() {
		err = fmt.Errorf("store %s: %w", path, ErrUnsound)
	}
	return f, errors.Join(err, s.Close())
}

// Backups is the folder where backups are kept. Whoever holds the store fills it, so that there is one maker at a time.
type Backups struct {
	Dir  string
	Keep int // the newest so many
}

// Backup is one of them.
type Backup struct {
	Path  string
	At    time.Time
	Bytes int64
	Found Findings // only when it has just been made
	Left  error    // …and what could not be forgotten after it
}

const (
	backupHead = "fangkong-"
	backupTail = ".db"
	backupTime = "20060102-150405"
	partly     = ".part"
)

// Make makes a backup of the store and forgets the oldest beyond those that are kept. why stands in its name, where there is
// more to say than when.
func (b Backups) Make(s *Store, why string, progress Progress) (Backup, error) {
	now := s.now()
	if err := os.MkdirAll(b.Dir, 0o700); err != nil {
		return Backup{}, err
	}
	made := Backup{At: now, Path: filepath.Join(b.Dir, backupHead+now.Format(backupTime)+why+backupTail)}
	var err error
	if made.Found, err = s.Backup(made.Path, progress); err != nil {
		return Backup{}, err
	}
	if info, err := os.Stat(made.Path); err == nil {
		made.Bytes = info.Size()
	}
	made.Left = b.prune(made)
	return made, nil
}

// Try makes a backup, verifies it and drops it again: what is found is the state of a store that is worked on.
func (b Backups) Try(s *Store, progress Progress) (Findings, error) {
	if err := os.MkdirAll(b.Dir, 0o700); err != nil {
		return Findings{}, err
	}
	path := filepath.Join(b.Dir, backupHead+"verify"+backupTail)
	_ = os.Remove(path) // of one that was cut short
	f, err := s.Backup(path, progress)
	if err == nil {
		err = os.Remove(path)
	}
	return f, err
}

// prune drops the oldest beyond those that are kept, and what a cut left half-written. What has just been made stays, whatever the
// clock said when the others were.
func (b Backups) prune(made Backup) error {
	all, err := b.List(made.At.Location())
	all = slices.DeleteFunc(all, func(old Backup) bool { return old.Path == made.Path })
	for len(all) > max(b.Keep, 1)-1 {
		err = errors.Join(err, os.Remove(all[0].Path))
		all = all[1:]
	}
	entries, bad := os.ReadDir(b.Dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), backupHead) && strings.HasSuffix(e.Name(), backupTail+partly) {
			err = errors.Join(err, os.Remove(filepath.Join(b.Dir, e.Name())))
		}
	}
	return errors.Join(err, bad)
}

// List is what is there, the oldest first. What is no backup by its name is none of ours.
func (b Backups) List(zone *time.Location) (all []Backup, err error) {
	entries, err := os.ReadDir(b.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		stem, isBackup := strings.CutSuffix(strings.TrimPrefix(e.Name(), backupHead), backupTail)
		if !isBackup || len(stem) < len(backupTime) || !strings.HasPrefix(e.Name(), backupHead) {
			continue
		}
		at, bad := time.ParseInLocation(backupTime, stem[:len(backupTime)], zone)
		info, gone := e.Info()
		if bad == nil && gone == nil && info.Mode().IsRegular() {
			all = append(all, Backup{Path: filepath.Join(b.Dir, e.Name()), At: at, Bytes: info.Size()})
		}
	}
	slices.SortStableFunc(all, func(a, b Backup) int { return a.At.Compare(b.At) })
	return all, err
}

// Newest is the newest one there is. One of a time that has not come yet was made when the clock was wrong, and tells nothing.
func (b Backups) Newest(now time.Time) (Backup, bool, error) {
	all, err := b.List(now.Location())
	all = slices.DeleteFunc(all, func(b Backup) bool { return b.At.After(now) })
	if err != nil || len(all) == 0 {
		return Backup{}, false, err
	}
	return all[len(all)-1], true, nil
}

// Restore puts a backup where no data is yet, and returns what was found in the copy. What does not verify is refused.
func Restore(from, to string, now func() time.Time, progress Progress) (Findings, error) {
	if _, err := os.Lstat(to); err == nil {
		return Findings{}, &fs.PathError{Op: "create", Path: to, Err: fs.ErrExist}
	}
	if _, err := makeRoom(to); err != nil {
		return Findings{}, err
	}
	return Settle(to, func(w *os.File) error {
		r, err := os.Open(from)
		if err != nil {
			return err
		}
		info, err := r.Stat()
		if err == nil {
			_, err = io.Copy(&paced{file: w, total: info.Size(), tell: progress}, r)
		}
		return errors.Join(err, r.Close())
	}, now, progress)
}
