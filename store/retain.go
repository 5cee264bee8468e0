package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Dropped counts what retention removed, by bucket.
type Dropped map[string]int

// term says how long the entries of a bucket beside the shelves are kept, counted from the moment born finds in the
// value. The shelves' own terms are in their table.
type term struct {
	bucket []byte
	keep   time.Duration
	born   func(value []byte) uint64 // 0: not yet
}

// terms are complete: a bucket that is not here keeps its entries for good (meta, journal) or until they are done with
// (inbox: applied; due: moved on; payloads: erased by rule, one by one).
var terms = []term{
	{updatesBucket, 48 * time.Hour, numberIn},    // 0 while in the inbox, which nothing leaves by age
	{marksBucket, 48 * time.Hour, numberIn},      // Telegram repeats what was not confirmed for 24 hours
	{deadBucket, 30 * 24 * time.Hour, deadSince}, // raw bytes included: time for an operator to look, then gone
}

// chunk is how much one commit of retention removes at most, so that nobody waits long for the file.
const chunk = 5000

// Retain removes what has outlived its term. It can be cut anywhere and goes on the next time.
func (s *Store) Retain(now time.Time) (Dropped, error) {
	dropped := Dropped{}
	for _, term := range terms {
		old := func(value []byte) (bool, error) {
			born := term.born(value)
			return born != 0 && born <= moment(now.Add(-term.keep)), nil
		}
		if err := s.retain(term.bucket, old, dropped); err != nil {
			return dropped, err
		}
	}
	for _, shelf := range shelves {
		if shelf.keep == forGood {
			continue
		}
		old := func(value []byte) (bool, error) {
			if len(value) < header {
				return false, fmt.Errorf("%d bytes are no record", len(value))
			}
			born, err := shelf.born(value[header:])
			return err == nil && !born.After(now.Add(-shelf.keep)), err
		}
		if err := s.retain(shelf.bucket, old, dropped); err != nil {
			return dropped, err
		}
	}
	return dropped, nil
}

// retain empties one bucket of what is old, a chunk a commit.
func (s *Store) retain(name []byte, old func(value []byte) (bool, error), dropped Dropped) error {
	for {
		var keys [][]byte
		// Looking happens in a read transaction; usually there is nothing to write.
		err := s.read(func(t *session) (err error) {
			keys, err = outlived(t.tx.Bucket(name), old)
			return err
		})
		if err != nil {
			return fmt.Errorf("retention of %s: %w", name, err)
		}
		if len(keys) == 0 {
			return nil
		}
		n := 0
		err = s.write(func(t *session) error {
			n = 0
			for _, key := range keys {
				gone, err := t.dropIf(name, key, old)
				if err != nil {
					return err
				}
				if gone {
					n++
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("retention of %s: %w", name, err)
		}
		if n > 0 {
			dropped[string(name)] += n
		}
		if len(keys) < chunk {
			return nil
		}
	}
}

// outlived are the keys of the first chunk of old entries.
func outlived(b *bolt.Bucket, old func([]byte) (bool, error)) (keys [][]byte, err error) {
	c := b.Cursor()
	for key, value := c.First(); key != nil && len(keys) < chunk; key, value = c.Next() {
		is, err := old(value)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", key, err)
		}
		if is {
			keys = append(keys, slices.Clone(key))
		}
	}
	return keys, nil
}

// dropIf removes an entry that is still old; since it was looked at it may have been written anew.
func (t *session) dropIf(name, key []byte, old func([]byte) (bool, error)) (bool, error) {
	b := t.tx.Bucket(name)
	value := b.Get(key)
	if value == nil {
		return false, nil
	}
	is, err := old(value)
	if !is || err != nil {
		return false, err
	}
	// A record takes its due moment with it.
	if shelf, ok := bytes.CutPrefix(name, []byte("r:")); ok {
		return true, t.keep(&change{place: place{shelfByName[string(shelf)], string(key)}})
	}
	return true, b.Delete(key)
}

// deadSince is when an input was set aside.
func deadSince(value []byte) uint64 {
	var dead struct {
		At time.Time `json:"at"`
	}
	if json.Unmarshal(value, &dead) != nil {
		return 0 // what cannot be read is not thrown away unread
	}
	return moment(dead.At)
}
