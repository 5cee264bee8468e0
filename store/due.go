package store

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// The index is trusted when the file is opened. It is written in the commit that writes the record, from the moment the
// record itself carries, and nothing else writes it; reading every record at each start would cost seconds after a few
// years to find what cannot be there. Verify compares it fully, Reindex makes it anew.

// Due returns what the clock must come back to by now, the earliest first and at most max of it (all when max is not
// positive).
func (s *Store) Due(now time.Time, max int) (due []workgroup.Due, err error) {
	until := moment(now)
	err = s.read(func(t *session) error {
		c := t.bucket(dueBucket).Cursor()
		for key, _ := c.First(); key != nil && numberIn(key) <= until && (max <= 0 || len(due) < max); key, _ = c.Next() {
			d, err := readDueKey(key, now.Location())
			if err != nil {
				return err
			}
			due = append(due, d)
		}
		return nil
	})
	return due, err
}

// NextDue is the earliest moment the clock must come back to, and whether there is any.
func (s *Store) NextDue() (at time.Time, ok bool, err error) {
	err = s.read(func(t *session) error {
		if key, _ := t.bucket(dueBucket).Cursor().First(); key != nil {
			at, ok = momentIn(numberIn(key), t.now.Location()), true
		}
		return nil
	})
	return at, ok, err
}

// Reindex makes the due index anew from the moments the records carry, and returns how many are due some day.
func (s *Store) Reindex() (n int, err error) {
	err = s.write(func(t *session) error {
		n = 0
		if err := t.tx.DeleteBucket(dueBucket); err != nil {
			return fmt.Errorf("due index: %w", err)
		}
		if _, err := t.tx.CreateBucket(dueBucket); err != nil {
			return fmt.Errorf("due index: %w", err)
		}
		return t.eachDue(func(at uint64, shelf, key string) error {
			n++
			return t.reindex(shelf, key, 0, at)
		})
	})
	return n, err
}

// eachDue visits every record that carries a due moment, by reading all of them.
func (t *session) eachDue(visit func(at uint64, shelf, key string) error) error {
	for _, s := range shelves {
		err := eachEntry(t.shelf(s), func(key, value []byte) error {
			if at := numberIn(value); at != 0 {
				return visit(at, s.name, string(key))
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("shelf %s: %w", s.name, err)
		}
	}
	return nil
}

// eachEntry visits the keys and values of a bucket in order.
func eachEntry(b *bolt.Bucket, visit func(key, value []byte) error) error {
	c := b.Cursor()
	for key, value := c.First(); key != nil; key, value = c.Next() {
		if err := visit(key, value); err != nil {
			return err
		}
	}
	return nil
}
