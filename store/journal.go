package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// Line is one line of the journal.
type Line struct {
	Seq    uint64
	Event  workgroup.Event // its Payload is nil when there was none, or when it was erased
	Erased bool            // there was a payload, and it is gone
	Digest [sha256.Size]byte
}

// entry is a line's header as it is kept and digested. It is a type of its own so that a change of the vocabulary cannot
// change what old digests were made of.
type entry struct {
	At      time.Time           `json:"at"`
	Kind    workgroup.EventKind `json:"kind"`
	Object  string              `json:"object,omitempty"`
	By      workgroup.PersonID  `json:"by,omitempty"`
	Payload string              `json:"payload,omitempty"` // hex digest of the salt and the payload
}

// tail is the end of the journal.
type tail struct {
	seq    uint64
	digest [sha256.Size]byte
}

// saltSize bytes stand before each payload and are digested with it. A name or a number of three digits could be guessed
// from its digest alone; with the salt erased beside it, it cannot.
const saltSize = 16

// end is the last line of the journal; seq 0 before the first.
func (t *session) end() (tail, error) {
	if t.tail != nil {
		return *t.tail, nil
	}
	var end tail
	key, value := t.bucket(journalBucket).Cursor().Last()
	if key == nil {
		return end, nil
	}
	end.seq = numberIn(key)
	if copy(end.digest[:], value) < sha256.Size {
		return end, fmt.Errorf("journal line %d: %d bytes are no line", end.seq, len(value))
	}
	return end, nil
}

// addLine appends an event to the journal.
func (t *session) addLine(e workgroup.Event, payload []byte) error {
	end, err := t.end()
	if err != nil {
		return err
	}
	seq := end.seq + 1
	line := entry{At: e.At, Kind: e.Kind, Object: e.Object, By: e.By}
	if payload != nil {
		salted := make([]byte, saltSize, saltSize+len(payload))
		_, _ = rand.Read(salted) // never fails
		salted = append(salted, payload...)
		line.Payload = payloadDigest(salted)
		if err := t.bucket(payloadsBucket).Put(number(seq), salted); err != nil {
			return fmt.Errorf("journal line %d: %w", seq, err)
		}
	}
	head, err := json.Marshal(line)
	if err != nil {
		return fmt.Errorf("journal line %d: %w", seq, err)
	}
	digest := chain(end.digest, head)
	journal := t.bucket(journalBucket)
	if err := journal.Put(number(seq), append(digest[:], head...)); err != nil {
		return fmt.Errorf("journal line %d: %w", seq, err)
	}
	// The counter beside the lines shows when some are missing at the end.
	if err := journal.SetSequence(seq); err != nil {
		return fmt.Errorf("journal line %d: %w", seq, err)
	}
	t.tail = &tail{seq, digest}
	return nil
}

func chain(before [sha256.Size]byte, head []byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write(before[:])
	h.Write(head)
	var digest [sha256.Size]byte
	h.Sum(digest[:0])
	return digest
}

func payloadDigest(salted []byte) string {
	sum := sha256.Sum256(salted)
	return hex.EncodeToString(sum[:])
}

// Journal visits the lines from a number on, in order, until visit says false.
func (s *Store) Journal(from uint64, visit func(Line) bool) error {
	return s.read(func(t *session) error {
		c := t.bucket(journalBucket).Cursor()
		for key, value := c.Seek(number(from)); key != nil; key, value = c.Next() {
			line, _, err := t.readLine(key, value)
			if err != nil {
				return err
			}
			if !visit(line) {
				return nil
			}
		}
		return nil
	})
}

// readLine reads a line and its payload; head is the digested header.
func (t *session) readLine(key, value []byte) (line Line, head []byte, err error) {
	line.Seq = numberIn(key)
	if copy(line.Digest[:], value) < sha256.Size {
		return line, nil, fmt.Errorf("journal line %d: %d bytes are no line", line.Seq, len(value))
	}
	head = value[sha256.Size:]
	var e entry
	if err := json.Unmarshal(head, &e); err != nil {
		return line, head, fmt.Errorf("journal line %d: %w", line.Seq, err)
	}
	line.Event = workgroup.Event{At: e.At, Kind: e.Kind, Object: e.Object, By: e.By}
	if e.Payload == "" {
		return line, head, nil
	}
	salted := t.bucket(payloadsBucket).Get(key)
	switch {
	case salted == nil:
		line.Erased = true
	case len(salted) < saltSize || payloadDigest(salted) != e.Payload:
		return line, head, fmt.Errorf("journal line %d: its payload is not the one that was noted", line.Seq)
	default:
		d := json.NewDecoder(bytes.NewReader(salted[saltSize:]))
		d.UseNumber() // counts stay the digits that were written
		if err := d.Decode(&line.Event.Payload); err != nil {
			return line, head, fmt.Errorf("payload of journal line %d: %w", line.Seq, err)
		}
	}
	return line, head, nil
}

// Head is the number and digest of the last line: printed on paper, it lets nobody rewrite the file unseen.
func (s *Store) Head() (seq uint64, digest [sha256.Size]byte, err error) {
	err = s.read(func(t *session) error {
		end, err := t.end()
		seq, digest = end.seq, end.digest
		return err
	})
	return seq, digest, err
}

// ErasePayload forgets the payload of a line by rule. The chain still verifies; that there was a payload stays visible.
func (s *Store) ErasePayload(seq uint64) error {
	return s.write(func(t *session) error {
		if err := t.bucket(payloadsBucket).Delete(number(seq)); err != nil {
			return fmt.Errorf("payload of journal line %d: %w", seq, err)
		}
		return nil
	})
}
