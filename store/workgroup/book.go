package workgroup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"
)

// Book is where rules read and write. It has no errors to hand back: what cannot be read or written is a Fault, the
// input at hand is then set aside as a whole, and no rule has to know.
type Book interface {
	// Read returns the value kept under a key, nil when there is none. The bytes must not be changed.
	Read(shelf, key string) []byte
	// Write keeps a value. A due moment that is not zero puts it in the index of what the clock must come back to.
	Write(shelf, key string, value []byte, due time.Time)
	// Erase forgets a key, and its due moment with it.
	Erase(shelf, key string)
	// Walk visits the keys that begin with prefix, in order, starting at from when it is not empty, until visit says false.
	// The visitor may write; what it writes may or may not be visited.
	Walk(shelf, prefix, from string, visit func(key string, value []byte) bool)
	// Number hands out 1, 2, 3 … for a shelf, each once.
	Number(shelf string) uint64
	// Note adds an event to the journal.
	Note(Event)
	// Head is where the journal stands before what is noted now.
	Head() Seal
	// Fault says that the book itself is wrong here.
	Fault(error)
}

// Record is what a shelf keeps: it knows its own key, which sorts the way people read.
type Record interface{ Key() string }

// Dueing is a record that the clock must come back to; the zero time means not.
type Dueing interface{ Due() time.Time }

// Shelf is one kind of record: its name in the store, and its Go type.
type Shelf[T Record] struct {
	Name    string
	decoded *decoded[T] // nil: decoded at each reading
}

// decode is a record from its bytes.
func (s Shelf[T]) decode(raw []byte) (r T, err error) {
	if s.decoded != nil {
		return s.decoded.get(raw)
	}
	return unmarshal[T](raw)
}

// unmarshal stands apart because what is decoded lives on the heap: a record that was decoded already costs none of it.
func unmarshal[T any](raw []byte) (r T, err error) {
	err = json.Unmarshal(raw, &r)
	return r, err
}

// Get returns the record under a key and whether there is one.
func (s Shelf[T]) Get(b Book, key string) (T, bool) {
	raw := b.Read(s.Name, key)
	if raw == nil {
		var none T
		return none, false
	}
	r, err := s.decode(raw)
	if err != nil {
		b.Fault(fmt.Errorf("%s %q: %w", s.Name, key, err))
	}
	return r, err == nil
}

// Has tells whether a key is kept, without reading the record.
func (s Shelf[T]) Has(b Book, key string) bool { return b.Read(s.Name, key) != nil }

// Put keeps the record under its own key.
func (s Shelf[T]) Put(b Book, r T) {
	raw, err := json.Marshal(r)
	if err != nil {
		b.Fault(fmt.Errorf("%s %q: %w", s.Name, r.Key(), err))
		return
	}
	var due time.Time
	if d, ok := any(r).(Dueing); ok {
		due = d.Due()
	}
	b.Write(s.Name, r.Key(), raw, due)
}

// Drop forgets the record under a key.
func (s Shelf[T]) Drop(b Book, key string) { b.Erase(s.Name, key) }

// Each yields the records whose keys begin with prefix, in key order.
func (s Shelf[T]) Each(b Book, prefix string) iter.Seq[T] { return s.From(b, prefix, "") }

// Last is the last of the records whose keys begin with prefix; false where there is none.
func (s Shelf[T]) Last(b Book, prefix string) (last T, ok bool) {
	for r := range s.Each(b, prefix) {
		last, ok = r, true
	}
	return last, ok
}

// Holding yields the records that hold one of some words as a value, in key order. The others are not even decoded, which is what
// going through all of a shelf costs; a word may stand in any field, so that the caller looks again.
func (s Shelf[T]) Holding(b Book, words ...string) iter.Seq[T] {
	var values [][]byte
	for _, w := range words {
		value, err := json.Marshal(w)
		if err != nil {
			b.Fault(fmt.Errorf("%s: %q: %w", s.Name, w, err))
		}
		values = append(values, value)
	}
	return s.those(b, "", "", func(raw []byte) bool {
		return slices.ContainsFunc(values, func(value []byte) bool { return bytes.Contains(raw, value) })
	})
}

// From yields the records whose keys begin with prefix and are not before from, in key order.
func (s Shelf[T]) From(b Book, prefix, from string) iter.Seq[T] {
	return s.those(b, prefix, from, func([]byte) bool { return true })
}

// those is kept out of line: it is ranged over in some hundred places, and what its loop costs is decoding.
//
//go:noinline
func (s Shelf[T]) those(b Book, prefix, from string, want func(raw []byte) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		b.Walk(s.Name, prefix, from, func(key string, raw []byte) bool {
			if !want(raw) {
				return true
			}
			r, err := s.decode(raw)
			if err != nil {
				b.Fault(fmt.Errorf("%s %q: %w", s.Name, key, err))
				return true
			}
			return yield(r)
		})
	}
}
