package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"fangkong/store/workgroup"
)

// Receive keeps raw updates and the offset of the next poll in one commit, so that confirming them to Telegram after it
// can lose none. Updates that are in the inbox already, or were applied within the last 48 hours, are skipped: ids are
// compared with those seen and never with the highest, which after a quiet week says nothing. The Inbox keys of those
// that are fresh are filled in; fresh counts them.
func (s *Store) Receive(updates []workgroup.Received, offset int64) (fresh int, err error) {
	err = s.join(func(t *session) error {
		inbox, seen, meta := t.bucket(inboxBucket), t.bucket(updatesBucket), t.bucket(metaBucket)
		fresh = 0
		for i := range updates {
			u := &updates[i]
			id := number(uint64(u.Update))
			if seen.Get(id) != nil {
				continue
			}
			n, err := inbox.NextSequence()
			if err != nil {
				return fmt.Errorf("update %d: %w", u.Update, err)
			}
			u.Inbox = workgroup.NumberKey(n)
			value := make([]byte, 0, 16+len(u.Raw))
			value = append(value, id...)
			value = binary.BigEndian.AppendUint64(value, moment(u.Stored))
			if err := inbox.Put([]byte(u.Inbox), append(value, u.Raw...)); err != nil {
				return fmt.Errorf("update %d: %w", u.Update, err)
			}
			if err := seen.Put(id, number(0)); err != nil {
				return fmt.Errorf("update %d: %w", u.Update, err)
			}
			fresh++
		}
		// An empty poll, or one that repeats what is known, needs no disk.
		if kept := meta.Get(offsetKey); fresh == 0 && kept != nil && int64(numberIn(kept)) == offset {
			return errUnchanged
		}
		return meta.Put(offsetKey, number(uint64(offset)))
	})
	if err != nil {
		return 0, fmt.Errorf("receiving %d updates: %w", len(updates), err)
	}
	return fresh, nil
}

// Offset is where the next poll starts; 0 in a new file.
func (s *Store) Offset() (offset int64, err error) {
	err = s.read(func(t *session) error {
		offset = int64(numberIn(t.bucket(metaBucket).Get(offsetKey)))
		return nil
	})
	return offset, err
}

// Inbox returns the oldest updates that wait to be applied, at most max of them (all when max is not positive).
func (s *Store) Inbox(max int) (waiting []workgroup.Received, err error) {
	err = s.read(func(t *session) error {
		c := t.bucket(inboxBucket).Cursor()
		for key, value := c.First(); key != nil && (max <= 0 || len(waiting) < max); key, value = c.Next() {
			u, err := readInbox(key, value, t)
			if err != nil {
				return err
			}
			waiting = append(waiting, u)
		}
		return nil
	})
	return waiting, err
}

// readInbox reads one entry of the inbox; its bytes outlive the transaction.
func readInbox(key, value []byte, t *session) (workgroup.Received, error) {
	if len(value) < 16 {
		return workgroup.Received{}, fmt.Errorf("inbox %s: %d bytes are no update", key, len(value))
	}
	return workgroup.Received{
		Inbox:  string(key),
		Update: int64(numberIn(value)),
		Stored: momentIn(numberIn(value[8:]), t.now.Location()),
		Raw:    append([]byte(nil), value[16:]...),
	}, nil
}

// applied tells whether an input was applied before: its mark is remembered, or it came from the inbox and has left it.
func (t *session) applied(in workgroup.Input) bool {
	if in.Mark != "" && t.bucket(marksBucket).Get(markKey(in.Mark)) != nil {
		return true
	}
	return in.Inbox != "" && t.bucket(inboxBucket).Get([]byte(in.Inbox)) == nil
}

// markKey is a mark as a key. One too long for a key, which only a mistake could make, must not stop its commit.
func markKey(mark string) []byte {
	if len(mark) <= 1024 {
		return []byte(mark)
	}
	sum := sha256.Sum256([]byte(mark))
	return sum[:]
}

// settle remembers that an input was applied and takes it out of the inbox.
func (t *session) settle(in workgroup.Input) error {
	now := number(moment(t.now))
	if in.Mark != "" {
		if err := t.bucket(marksBucket).Put(markKey(in.Mark), now); err != nil {
			return fmt.Errorf("mark %q: %w", in.Mark, err)
		}
	}
	if in.Inbox == "" {
		return nil
	}
	inbox, key := t.bucket(inboxBucket), []byte(in.Inbox)
	if value := inbox.Get(key); value != nil {
		// From now on, and not from its arrival, a repetition is recognised for 48 hours.
		if err := t.bucket(updatesBucket).Put(append([]byte(nil), value[:min(8, len(value))]...), now); err != nil {
			return fmt.Errorf("inbox %s: %w", in.Inbox, err)
		}
	}
	if err := inbox.Delete(key); err != nil {
		return fmt.Errorf("inbox %s: %w", in.Inbox, err)
	}
	return nil
}
