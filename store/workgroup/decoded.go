package workgroup

import "sync"

// Copied is a record that is read far more often than it changes. Copy shares nothing with it that anybody could change.
type Copied[T any] interface {
	Record
	Copy() T
}

// copying is a shelf that keeps up to most records as they were decoded, by the bytes they were decoded from, and hands
// out copies: a tenth of what decoding costs. What it returns is what the book says, since the book's bytes are the key.
func copying[T Copied[T]](name string, most int) Shelf[T] {
	return Shelf[T]{Name: name, decoded: &decoded[T]{copy: T.Copy, most: most, kept: map[string]T{}}}
}

// decoded are the records a shelf has decoded.
type decoded[T any] struct {
	copy func(T) T
	most int // kept at a time; past it everything is forgotten and begins anew
	mu   sync.RWMutex
	kept map[string]T
}

func (d *decoded[T]) get(raw []byte) (T, error) {
	d.mu.RLock()
	r, ok := d.kept[string(raw)]
	d.mu.RUnlock()
	if ok {
		return d.copy(r), nil
	}
	r, err := unmarshal[T](raw)
	if err != nil {
		return r, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.kept) >= d.most {
		clear(d.kept)
	}
	d.kept[string(raw)] = d.copy(r)
	return r, nil
}
