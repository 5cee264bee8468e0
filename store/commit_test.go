package store

import (
	"errors"
	"runtime"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// during begins to receive an update while a rule is at work, and returns how that ended once the rule's commit is over.
func (h *house) during(id int64) func() error {
	ended := make(chan error, 1)
	go func() {
		_, err := h.Receive([]workgroup.Received{{Update: id, Stored: noon, Raw: []byte("{}")}}, id+1)
		ended <- err
	}()
	for !h.company.some() {
		runtime.Gosched()
	}
	return func() error { return <-ended }
}

func (c *company) some() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.waiting) > 0
}

// commits counts the commits from now on.
func (h *house) commits() *int {
	n := new(int)
	h.commit = func(tx *bolt.Tx) error { *n++; return tx.Commit() }
	return n
}

func TestWhatIsReceivedDuringACommitGoesAlong(t *testing.T) {
	h := newHouse(t)
	commits := h.commits()
	var received func() error
	must(t, h.Update(func(b workgroup.Book) error {
		received = h.during(700)
		reports.Put(b, record{ID: "a"})
		return nil
	}))
	must(t, received())
	if *commits != 1 || h.waiting() != "[700]" {
		t.Errorf("%d commits, waiting %s", *commits, h.waiting())
	}
	h.sound()
}

func TestWorkThatFailsTakesNobodyWithIt(t *testing.T) {
	for name, ends := range map[string]error{"refused": errors.New("no"), "unchanged": errUnchanged} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			var received func() error
			err := h.write(func(*session) error {
				received = h.during(700)
				return ends
			})
			if ends != errUnchanged && !errors.Is(err, ends) {
				t.Errorf("the work ended with %v", err)
			}
			must(t, received())
			if h.waiting() != "[700]" {
				t.Errorf("waiting %s", h.waiting())
			}
		})
	}
}

// Nobody may take a commit that a panic has ended for one that was made.
func TestAPanicIsNoCommit(t *testing.T) {
	h := newHouse(t)
	along := h.company.wait(func(*session) error { panic("torn") })
	func() {
		defer func() { _ = recover() }()
		_ = h.write(func(t *session) error { return t.bucket(metaBucket).Put([]byte("x"), []byte("y")) })
	}()
	if err := <-along.done; err == nil {
		t.Error("told that it is on disk")
	}
	h.receive(700)
	if h.waiting() != "[700]" {
		t.Errorf("waiting %s", h.waiting())
	}
}

func TestACommitThatFailsIsToldToAllWhoWentAlong(t *testing.T) {
	h := newHouse(t)
	h.commit = func(*bolt.Tx) error { return syscall.ENOSPC }
	var received func() error
	err := h.Update(func(b workgroup.Book) error {
		received = h.during(700)
		reports.Put(b, record{ID: "a"})
		return nil
	})
	if along := received(); !errors.Is(err, syscall.ENOSPC) || !errors.Is(along, syscall.ENOSPC) {
		t.Errorf("told %v and %v", err, along)
	}
	h.commits()
	if h.waiting() != "[]" {
		t.Errorf("waiting %s", h.waiting())
	}
	h.receive(700)
	if h.waiting() != "[700]" {
		t.Errorf("received again: waiting %s", h.waiting())
	}
}
