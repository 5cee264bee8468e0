package workgroup

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Memory is a Book on maps: for rules tested in microseconds, and for trying a change without keeping it.
type Memory struct {
	shelves map[string]map[string][]byte
	dues    map[string]time.Time
	numbers map[string]uint64
	Events  []Event
	Faults  []error
}

// NewMemory returns an empty book.
func NewMemory() *Memory {
	return &Memory{shelves: map[string]map[string][]byte{}, dues: map[string]time.Time{}, numbers: map[string]uint64{}}
}

func (m *Memory) Read(shelf, key string) []byte { return m.shelves[shelf][key] }

func (m *Memory) Write(shelf, key string, value []byte, due time.Time) {
	if m.shelves[shelf] == nil {
		m.shelves[shelf] = map[string][]byte{}
	}
	m.shelves[shelf][key] = value
	delete(m.dues, shelf+"/"+key)
	if !due.IsZero() {
		m.dues[shelf+"/"+key] = due
	}
}

func (m *Memory) Erase(shelf, key string) {
	delete(m.shelves[shelf], key)
	delete(m.dues, shelf+"/"+key)
}

func (m *Memory) Walk(shelf, prefix, from string, visit func(key string, value []byte) bool) {
	for _, key := range slices.Sorted(maps.Keys(m.shelves[shelf])) {
		if !strings.HasPrefix(key, prefix) || key < from {
			continue
		}
		if !visit(key, m.shelves[shelf][key]) {
			return
		}
	}
}

func (m *Memory) Number(shelf string) uint64 {
	m.numbers[shelf]++
	return m.numbers[shelf]
}

func (m *Memory) Note(e Event) { m.Events = append(m.Events, e) }

func (m *Memory) Head() Seal {
	return Seal{uint64(len(m.Events)), digestOf(fmt.Appendf(nil, "%d lines", len(m.Events)))}
}

func (m *Memory) Fault(err error) { m.Faults = append(m.Faults, err) }

// DueAt tells when the clock comes back to a record; zero when it does not.
func (m *Memory) DueAt(shelf, key string) time.Time { return m.dues[shelf+"/"+key] }
