package store

import (
	"bytes"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// migration brings a file from one version of the tree to the next.
type migration func(*bolt.Tx) error

// migrations, in order: the first makes version 1 of an empty file. Their number is the version this program writes.
var migrations = []migration{plantTree}

// plantTree makes the buckets beside the shelves.
func plantTree(tx *bolt.Tx) error {
	for _, name := range fixedBuckets {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}

// migrate brings the file to the version of steps in one transaction: a file is never left between two versions.
func migrate(db *bolt.DB, steps []migration) error {
	return db.Update(func(tx *bolt.Tx) error {
		version, err := schema(tx)
		if err != nil {
			return err
		}
		if version > uint64(len(steps)) {
			return fmt.Errorf("schema %d, known up to %d: %w", version, len(steps), ErrNewer)
		}
		for v := version; v < uint64(len(steps)); v++ {
			if err := steps[v](tx); err != nil {
				return fmt.Errorf("migration to schema %d: %w", v+1, err)
			}
		}
		if version < uint64(len(steps)) {
			if err := tx.Bucket(metaBucket).Put(schemaKey, number(uint64(len(steps)))); err != nil {
				return fmt.Errorf("schema: %w", err)
			}
		}
		return plantShelves(tx)
	})
}

// Schema is the version of the tree that this program writes.
func Schema() int { return len(migrations) }

// schema is the version of the tree in the file; 0 when it is new.
func schema(tx *bolt.Tx) (uint64, error) {
	meta := tx.Bucket(metaBucket)
	if meta != nil {
		return numberIn(meta.Get(schemaKey)), nil
	}
	if name, _ := tx.Cursor().First(); name != nil {
		return 0, fmt.Errorf("bucket %q without a schema: this is not a file of fangkong", name)
	}
	return 0, nil
}

// plantShelves makes the shelves this program knows and the file does not. A new shelf needs no migration; the other
// way round, a shelf that this program does not know means records it could not come back to when they fall due.
func plantShelves(tx *bolt.Tx) error {
	err := tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		if shelf, ok := bytes.CutPrefix(name, []byte("r:")); ok && shelfByName[string(shelf)] == nil {
			return fmt.Errorf("shelf %q is not known: %w", shelf, ErrNewer)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range shelves {
		if strings.ContainsRune(s.name, 0) {
			return fmt.Errorf("shelf %q: its name would break the due index", s.name)
		}
		if _, err := tx.CreateBucketIfNotExists(s.bucket); err != nil {
			return fmt.Errorf("shelf %s: %w", s.name, err)
		}
	}
	return nil
}
