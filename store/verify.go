package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// Findings are what Verify looked at and what it found wrong. Faults name buckets, keys and numbers, never contents.
type Findings struct {
	Lines   uint64 // of the journal
	Erased  int    // payloads erased by rule
	Records int
	Dues    int
	Papers  int       // to the authorities
	Until   time.Time // of the last line
	Faults  []string
}

// Sound tells whether nothing is wrong.
func (f Findings) Sound() bool { return len(f.Faults) == 0 }

// maxFaults is how many faults are told; past them one more would help nobody.
const maxFaults = 100

func (f *Findings) add(format string, args ...any) {
	if len(f.Faults) < maxFaults {
		f.Faults = append(f.Faults, fmt.Sprintf(format, args...))
	}
}

// Verify reads the whole file as it is at one moment: the pages hold together, the journal's chain is unbroken and its
// numbers have no gap, the due index is what the records say, no counter is behind the numbers given out, and every archived paper is
// the bytes and the text that were signed, every pack of a meeting what was frozen. An error
// means that it could not be read to the end.
//
// The pages are held against the list of free ones, which is that of now: while others write, verify a backup instead.
func (s *Store) Verify() (Findings, error) { return s.verify(nil) }

func (s *Store) verify(progress Progress) (Findings, error) {
	var f Findings
	err := s.read(func(t *session) error {
		progress.tell(Checking, 0, int64(t.bucket(journalBucket).Sequence()))
		for err := range t.tx.Check() {
			f.add("pages: %v", err)
		}
		// A torn tree is not worth reading on, and may not be safe to.
		if !f.Sound() {
			return nil
		}
		return errors.Join(t.verifyJournal(&f, progress), t.verifyRecords(&f, s), t.verifyIndex(&f), t.verifyPapers(&f), t.verifyPacks(&f))
	})
	return f, err
}

// verifyJournal follows the chain.
func (t *session) verifyJournal(f *Findings, progress Progress) error {
	var before tail
	journal := t.bucket(journalBucket)
	all := int64(journal.Sequence())
	err := eachEntry(journal, func(key, value []byte) error {
		line, head, err := t.readLine(key, value)
		if err != nil {
			f.add("%v", err)
		}
		if line.Seq != before.seq+1 {
			f.add("journal: after line %d comes line %d", before.seq, line.Seq)
		}
		if head != nil && chain(before.digest, head) != line.Digest {
			f.add("journal line %d: the chain is broken", line.Seq)
		}
		if line.Erased {
			f.Erased++
		}
		before = tail{line.Seq, line.Digest}
		f.Lines++
		f.Until = line.Event.At
		progress.tell(Checking, int64(f.Lines), all)
		return nil
	})
	if last := journal.Sequence(); last != before.seq {
		f.add("journal: line %d was written, line %d is the last", last, before.seq)
	}
	return err
}

// verifyRecords compares each record with what is kept about it.
func (t *session) verifyRecords(f *Findings, s *Store) error {
	due := t.bucket(dueBucket)
	for _, shelf := range shelves {
		if t.shelf(shelf) == nil {
			continue // a file of an older version does not know it yet
		}
		counter := t.counter(shelf)
		err := eachEntry(t.shelf(shelf), func(key, value []byte) error {
			f.Records++
			if len(value) < header {
				f.add("%s %q: %d bytes are no record", shelf.name, key, len(value))
				return nil
			}
			at := numberIn(value)
			if at != 0 {
				f.Dues++
				index := appendDueKey(nil, at, shelf.name, string(key))
				if found, _ := due.Cursor().Seek(index); !bytes.Equal(found, index) {
					f.add("%s %q: due, and not in the index", shelf.name, key)
				}
			}
			if s.derive != nil {
				switch derived, err := s.derive(shelf.name, value[header:]); {
				case err != nil:
					f.add("%s %q: %v", shelf.name, key, err)
				case moment(derived) != at:
					f.add("%s %q: kept as due at another moment than it says", shelf.name, key)
				}
			}
			if shelf.counter != "" {
				if n, err := strconv.ParseUint(string(key), 16, 64); err != nil || workgroup.NumberKey(n) != string(key) {
					f.add("%s %q: the key is no number", shelf.name, key)
				} else if n > counter {
					f.add("%s %q: its number was not given out, the counter is at %d", shelf.name, key, counter)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// counter is the last number given out for the keys of a shelf.
func (t *session) counter(s *shelf) uint64 {
	if s.counter == "" {
		return 0
	}
	if b := t.shelf(shelfByName[s.counter]); b != nil {
		return b.Sequence()
	}
	return 0
}

// verifyIndex finds entries of the due index that no record asks for.
func (t *session) verifyIndex(f *Findings) error {
	return eachEntry(t.bucket(dueBucket), func(key, _ []byte) error {
		d, err := readDueKey(key, t.now.Location())
		if err != nil {
			f.add("%v", err)
			return nil
		}
		shelf := shelfByName[d.Shelf]
		if shelf == nil {
			f.add("due index: shelf %q does not exist", d.Shelf)
			return nil
		}
		if t.shelf(shelf) == nil || numberIn(t.get(shelf, d.Key)) != numberIn(key) {
			f.add("due index: %s %q is not due then", d.Shelf, d.Key)
		}
		return nil
	})
}

// verifyPacks walks the packs of the meetings. A file of an older version has none.
func (t *session) verifyPacks(f *Findings) error {
	if t.shelf(shelfByName[workgroup.Packs.Name]) == nil {
		return nil
	}
	journal := t.bucket(journalBucket)
	digest := func(line uint64) string {
		value := journal.Get(number(line))
		return hex.EncodeToString(value[:min(sha256.Size, len(value))])
	}
	t.layer.readOnly = true
	_, err := t.layer.attempt(func(b workgroup.Book) (workgroup.Answer, error) {
		for _, fault := range workgroup.AuditPacks(b, digest) {
			f.add("%s", fault)
		}
		return workgroup.Answer{}, nil
	})
	if err != nil {
		f.add("packs: %v", err)
	}
	return nil
}

// verifyPapers walks the archive of reports to the authorities. A file of an older version has none.
func (t *session) verifyPapers(f *Findings) error {
	for _, name := range []string{workgroup.Papers.Name, workgroup.PaperEntries.Name, workgroup.PaperCopies.Name} {
		if t.shelf(shelfByName[name]) == nil {
			return nil
		}
	}
	t.layer.readOnly = true
	_, err := t.layer.attempt(func(b workgroup.Book) (workgroup.Answer, error) {
		papers, faults := workgroup.AuditPapers(b)
		for _, fault := range faults {
			f.add("%s", fault)
		}
		f.Papers = papers
		return workgroup.Answer{}, nil
	})
	if err != nil {
		f.add("papers: %v", err)
	}
	return nil
}
