package store

import (
	"bytes"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// session is one transaction with its buckets at hand.
type session struct {
	tx      *bolt.Tx
	now     time.Time
	shelves []*bolt.Bucket
	fixed   map[string]*bolt.Bucket
	tail    *tail   // end of the journal, once something was added to it
	layer   overlay // reused from input to input
	scratch []byte  // for keys; bbolt copies those it keeps
}

func newSession(tx *bolt.Tx, now time.Time) *session {
	t := &session{tx: tx, now: now, shelves: make([]*bolt.Bucket, len(shelves)), fixed: make(map[string]*bolt.Bucket, len(fixedBuckets))}
	t.layer.session = t
	return t
}

// shelf is the bucket of a shelf.
func (t *session) shelf(s *shelf) *bolt.Bucket {
	if t.shelves[s.ordinal] == nil {
		t.shelves[s.ordinal] = t.tx.Bucket(s.bucket)
	}
	return t.shelves[s.ordinal]
}

// bucket is one of those beside the shelves.
func (t *session) bucket(name []byte) *bolt.Bucket {
	b := t.fixed[string(name)]
	if b == nil {
		b = t.tx.Bucket(name)
		if bytes.Equal(name, journalBucket) || bytes.Equal(name, payloadsBucket) {
			b.FillPercent = 0.95 // only ever added to at the end: full pages take half the space
		}
		t.fixed[string(name)] = b
	}
	return b
}

// get returns the kept value under a key, its due moment included; nil when there is none.
func (t *session) get(s *shelf, key string) []byte {
	t.scratch = append(t.scratch[:0], key...)
	return t.shelf(s).Get(t.scratch)
}

// keep writes one pending change through: the record, and its place in the due index.
func (t *session) keep(c *change) error {
	old := t.get(c.shelf, c.key)
	if old == nil && c.value == nil || old != nil && bytes.Equal(old, c.value) {
		return nil
	}
	before, after := numberIn(old), numberIn(c.value)
	if before != after {
		if err := t.reindex(c.shelf.name, c.key, before, after); err != nil {
			return fmt.Errorf("due index of %s %q: %w", c.shelf.name, c.key, err)
		}
	}
	var err error
	t.scratch = append(t.scratch[:0], c.key...)
	if c.value == nil {
		err = t.shelf(c.shelf).Delete(t.scratch)
	} else {
		err = t.shelf(c.shelf).Put(t.scratch, c.value)
	}
	if err != nil {
		return fmt.Errorf("%s %q: %w", c.shelf.name, c.key, err)
	}
	return nil
}

// reindex moves a record's entry in the due index; 0 means no entry.
func (t *session) reindex(shelf, key string, before, after uint64) error {
	due := t.bucket(dueBucket)
	if before != 0 {
		t.scratch = appendDueKey(t.scratch[:0], before, shelf, key)
		if err := due.Delete(t.scratch); err != nil {
			return err
		}
	}
	if after != 0 {
		t.scratch = appendDueKey(t.scratch[:0], after, shelf, key)
		return due.Put(t.scratch, []byte{})
	}
	return nil
}

// View hands out the book for reading. A write in it is a fault; a fault is an error.
func (s *Store) View(work func(workgroup.Book) error) error {
	return s.read(func(t *session) error {
		t.layer.readOnly = true
		_, err := t.layer.attempt(func(b workgroup.Book) (workgroup.Answer, error) { return workgroup.Answer{}, work(b) })
		return err
	})
}

// Update hands out the book for writing, in one commit. An error, a fault or a panic undoes all of it and is returned.
func (s *Store) Update(work func(workgroup.Book) error) error {
	return s.write(func(t *session) error {
		_, err := t.layer.attempt(func(b workgroup.Book) (workgroup.Answer, error) { return workgroup.Answer{}, work(b) })
		if err != nil {
			return err
		}
		if t.layer.empty() {
			return errUnchanged
		}
		return t.layer.flush()
	})
}
