package store

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// overlay is the book one input works on: its writes lie in a layer above the transaction, where its own reads see
// them, until they are flushed or forgotten. So one input of a batch can fail without the others being run again.
type overlay struct {
	session  *session
	readOnly bool
	changes  []change
	index    map[place]int // where in changes; only once there are too many to look through
	numbers  []counted
	notes    []note
	fault    error
}

// place is where a record is kept.
type place struct {
	shelf *shelf
	key   string
}

// change is a pending write: the due moment and the record, or nil for an erased one.
type change struct {
	place
	value []byte
}

// counted is a shelf's counter as far as this input has drawn from it.
type counted struct {
	shelf *shelf
	last  uint64
}

// note is a pending journal line.
type note struct {
	event   workgroup.Event
	payload []byte
}

// few is how many changes are looked through before an index pays.
const few = 16

// reset forgets everything pending.
func (o *overlay) reset() {
	clear(o.changes)
	clear(o.notes)
	o.changes, o.notes, o.numbers = o.changes[:0], o.notes[:0], o.numbers[:0]
	o.index, o.fault = nil, nil
}

func (o *overlay) empty() bool { return len(o.changes)+len(o.notes)+len(o.numbers) == 0 }

// attempt runs a rule on a fresh layer. Whatever went wrong (an error, a fault, a panic) comes back as one error.
func (o *overlay) attempt(rule func(workgroup.Book) (workgroup.Answer, error)) (answer workgroup.Answer, err error) {
	o.reset()
	defer func() {
		if v := recover(); v != nil {
			err = &panicError{value: v, stack: debug.Stack()}
		} else if o.fault != nil {
			err = o.fault
		}
		if err != nil {
			answer = workgroup.Answer{}
		}
	}()
	return rule(o)
}

// faultError is a book that a rule could not work with. It is no refusal, whatever it was made of.
type faultError struct{ err error }

func (e *faultError) Error() string { return fmt.Sprintf("fault: %v", e.err) }

// panicError is a rule that panicked.
type panicError struct {
	value any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v", e.value) }

// flush writes everything pending into the transaction. An error leaves the transaction half written: it must be
// rolled back.
func (o *overlay) flush() error {
	for i := range o.changes {
		if err := o.session.keep(&o.changes[i]); err != nil {
			return err
		}
	}
	for _, c := range o.numbers {
		if err := o.session.shelf(c.shelf).SetSequence(c.last); err != nil {
			return fmt.Errorf("counter of %s: %w", c.shelf.name, err)
		}
	}
	for _, n := range o.notes {
		if err := o.session.addLine(n.event, n.payload); err != nil {
			return err
		}
	}
	return nil
}

// find returns the pending change of a place, nil when there is none.
func (o *overlay) find(p place) *change {
	if o.index != nil {
		if i, ok := o.index[p]; ok {
			return &o.changes[i]
		}
		return nil
	}
	for i := range o.changes {
		if o.changes[i].key == p.key && o.changes[i].shelf == p.shelf {
			return &o.changes[i]
		}
	}
	return nil
}

// put makes value the pending one of a place.
func (o *overlay) put(p place, value []byte) {
	if c := o.find(p); c != nil {
		c.value = value
		return
	}
	o.changes = append(o.changes, change{p, value})
	switch {
	case o.index != nil:
		o.index[p] = len(o.changes) - 1
	case len(o.changes) > few:
		o.index = make(map[place]int, 4*few)
		for i := range o.changes {
			o.index[o.changes[i].place] = i
		}
	}
}

// current returns what a place holds now: pending or kept, due moment included.
func (o *overlay) current(p place) []byte {
	if c := o.find(p); c != nil {
		return c.value
	}
	return o.session.get(p.shelf, p.key)
}

func (o *overlay) known(name string) *shelf {
	s := shelfByName[name]
	if s == nil {
		o.Fault(fmt.Errorf("shelf %q does not exist", name))
	}
	return s
}

// writable says whether key may be written to the shelf of this name, and is a fault when not.
func (o *overlay) writable(name, key string) *shelf {
	switch {
	case o.readOnly:
		o.Fault(fmt.Errorf("%s %q: written in a view", name, key))
	case key == "" || len(key) > bolt.MaxKeySize/2:
		o.Fault(fmt.Errorf("%s: a key of %d bytes cannot be kept", name, len(key)))
	default:
		return o.known(name)
	}
	return nil
}

func (o *overlay) Read(name, key string) []byte {
	s := o.known(name)
	if s == nil || key == "" {
		return nil
	}
	value := o.current(place{s, key})
	if value == nil {
		return nil
	}
	if len(value) < header {
		o.Fault(fmt.Errorf("%s %q: %d bytes are no record", name, key, len(value)))
		return nil
	}
	return value[header:]
}

func (o *overlay) Write(name, key string, value []byte, due time.Time) {
	s := o.writable(name, key)
	if s == nil {
		return
	}
	kept := make([]byte, header, header+len(value))
	binary.BigEndian.PutUint64(kept, moment(due))
	o.put(place{s, key}, append(kept, value...))
}

func (o *overlay) Erase(name, key string) {
	if s := o.writable(name, key); s != nil {
		o.put(place{s, key}, nil)
	}
}

// Walk merges the kept keys with the pending ones. What the visitor writes does not move the walk; a record that it
// changes or erases further on is seen as changed, or not at all.
func (o *overlay) Walk(name, prefix, from string, visit func(key string, value []byte) bool) {
	s := o.known(name)
	if s == nil {
		return
	}
	from = max(from, prefix)
	var pending []string
	for i := range o.changes {
		if c := &o.changes[i]; c.shelf == s && c.key >= from && strings.HasPrefix(c.key, prefix) {
			pending = append(pending, c.key)
		}
	}
	slices.Sort(pending)

	cursor := o.session.shelf(s).Cursor()
	kept, stored := cursor.Seek([]byte(from))
	for {
		if kept != nil && !bytes.HasPrefix(kept, []byte(prefix)) {
			kept = nil
		}
		var key string
		var value []byte
		switch {
		case kept == nil && len(pending) == 0:
			return
		case kept == nil || len(pending) > 0 && pending[0] <= string(kept):
			// The layer hides what is kept under the same key.
			key = pending[0]
			pending = pending[1:]
			if kept != nil && key == string(kept) {
				kept, stored = cursor.Next()
			}
			value = o.find(place{s, key}).value
		default:
			key = string(kept)
			// The visitor may have changed it since the walk began.
			if c := o.find(place{s, key}); c != nil {
				value = c.value
			} else {
				value = stored
			}
			kept, stored = cursor.Next()
		}
		if value == nil {
			continue
		}
		if len(value) < header {
			o.Fault(fmt.Errorf("%s %q: %d bytes are no record", name, key, len(value)))
			return
		}
		if !visit(key, value[header:]) {
			return
		}
	}
}

func (o *overlay) Number(name string) uint64 {
	s := o.known(name)
	if s == nil {
		return 0
	}
	if o.readOnly {
		o.Fault(fmt.Errorf("%s: number drawn in a view", name))
		return 0
	}
	for i := range o.numbers {
		if o.numbers[i].shelf == s {
			o.numbers[i].last++
			return o.numbers[i].last
		}
	}
	last := o.session.shelf(s).Sequence() + 1
	o.numbers = append(o.numbers, counted{s, last})
	return last
}

func (o *overlay) Note(e workgroup.Event) {
	if o.readOnly {
		o.Fault(fmt.Errorf("event %s %s: noted in a view", e.Kind, e.Object))
		return
	}
	var payload []byte
	if len(e.Payload) > 0 {
		var err error
		if payload, err = json.Marshal(e.Payload); err != nil {
			o.Fault(fmt.Errorf("event %s %s: %w", e.Kind, e.Object, err))
			return
		}
	}
	o.notes = append(o.notes, note{e, payload})
}

func (o *overlay) Head() workgroup.Seal {
	end, err := o.session.end()
	if err != nil {
		o.Fault(err)
	}
	return workgroup.Seal{Line: end.seq, Digest: hex.EncodeToString(end.digest[:])}
}

// Fault keeps the first; what follows it is usually its consequence.
func (o *overlay) Fault(err error) {
	if o.fault == nil {
		o.fault = &faultError{err}
	}
}
