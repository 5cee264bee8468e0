package store

import (
	"fmt"
	"io"

	bolt "go.etcd.io/bbolt"
)

// Backup writes the whole file, as it is at one moment, and returns how many bytes that were. Work goes on meanwhile; a
// slow writer makes the file grow, so give it a local disk first.
func (s *Store) Backup(w io.Writer) (n int64, err error) {
	if err := s.severed(); err != nil {
		return 0, err
	}
	err = s.db.View(func(tx *bolt.Tx) error {
		n, err = tx.WriteTo(w)
		return err
	})
	if err != nil {
		return n, fmt.Errorf("backup: %w", err)
	}
	return n, nil
}
