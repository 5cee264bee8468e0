package bot

import (
	"bytes"
	"strconv"
	"sync"

	"fangkong/store/workgroup"
)

// recalled keeps records as they were decoded, each with the bytes it was decoded from. What nearly every update needs
// (who wrote, today's round) is compared with the book, which costs nothing, and decoded only when it has changed.
type recalled[T workgroup.Record] struct {
	mu    sync.Mutex
	shelf workgroup.Shelf[T]
	most  int // kept at a time; past it everything is forgotten and begins anew
	kept  map[string]decoded[T]
}

type decoded[T any] struct {
	raw    []byte
	record T
}

func recalling[T workgroup.Record](shelf workgroup.Shelf[T], most int) *recalled[T] {
	return &recalled[T]{shelf: shelf, most: most, kept: map[string]decoded[T]{}}
}

// get is Shelf.Get. What it returns is shared: its lists and maps must not be changed.
func (r *recalled[T]) get(b workgroup.Book, key string) (T, bool) {
	raw := b.Read(r.shelf.Name, key)
	r.mu.Lock()
	defer r.mu.Unlock()
	if d, ok := r.kept[key]; ok && raw != nil && bytes.Equal(d.raw, raw) {
		return d.record, true
	}
	delete(r.kept, key)
	record, ok := r.shelf.Get(b, key)
	if !ok || raw == nil {
		return record, ok
	}
	if len(r.kept) >= r.most {
		clear(r.kept)
	}
	r.kept[key] = decoded[T]{bytes.Clone(raw), record}
	return record, true
}

// memory is what a bot recalls.
type memory struct {
	accounts *recalled[workgroup.Account]
	people   *recalled[workgroup.Person]
	units    *recalled[workgroup.Unit]
	rounds   *recalled[workgroup.Round]
}

func newMemory() memory {
	return memory{recalling(workgroup.Accounts, 1000), recalling(workgroup.People, 1000), recalling(workgroup.Units, 1000), recalling(workgroup.Rounds, 3)}
}

// personOf is who a Telegram id belongs to.
func (m memory) personOf(b workgroup.Book, telegram int64) (workgroup.Person, bool) {
	a, ok := m.accounts.get(b, strconv.FormatInt(telegram, 10))
	if !ok {
		return workgroup.Person{}, false
	}
	return m.people.get(b, string(a.Person))
}
