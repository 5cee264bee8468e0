package store

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	bolt "go.etcd.io/bbolt"
)

// errUnchanged ends a transaction that turned out to have nothing to keep.
var errUnchanged = errors.New("nothing changed")

// errCutShort is what those who went along are told when a panic ends the commit.
var errCutShort = errors.New("the commit was cut short")

// write runs work in one transaction and commits it, together with whatever small work has asked to go along.
func (s *Store) write(work func(*session) error) error {
	s.writing <- struct{}{}
	defer func() { <-s.writing }()
	return s.writeNow(work)
}

// writeNow is write for who holds the right to it.
func (s *Store) writeNow(work func(*session) error) (err error) {
	tx, err := s.db.Begin(true)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing left to roll back
	if err := s.severed(); err != nil {
		return err
	}
	session := newSession(tx, s.now())
	if err := work(session); err != nil {
		if errors.Is(err, errUnchanged) {
			return nil
		}
		return err
	}
	along := s.company.leave()
	err = errCutShort
	defer func() { along.arrive(err) }()
	if err := along.work(session); err != nil {
		return &commitError{err}
	}
	if err := s.cut(); err != nil {
		return err
	}
	if err := s.commitSafely(tx); err != nil {
		return &commitError{err}
	}
	return s.cut()
}

// join is write for small work that fails only where the file does: while somebody writes, it goes along in their commit.
// Most of a commit's price is waiting for the disk, and so is paid once for both.
func (s *Store) join(work func(*session) error) error {
	c := s.company.wait(work)
	select {
	case err := <-c.done:
		return err
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	}
	if !s.company.part(c) {
		return <-c.done // taken along before the right to write was ours
	}
	return s.writeNow(work)
}

// company is the work that waits to go along.
type company struct {
	mu      sync.Mutex
	waiting companions
}

type companion struct {
	work func(*session) error
	done chan error
}

type companions []*companion

func (c *company) wait(work func(*session) error) *companion {
	one := &companion{work, make(chan error, 1)}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting = append(c.waiting, one)
	return one
}

// leave hands over all that wait.
func (c *company) leave() companions {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.waiting
	c.waiting = nil
	return all
}

// part takes one out again, if it still waits.
func (c *company) part(one *companion) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.Index(c.waiting, one)
	if i < 0 {
		return false
	}
	c.waiting = slices.Delete(c.waiting, i, i+1)
	return true
}

// work does what each of them came for. Nothing to change is nothing wrong.
func (c companions) work(t *session) error {
	for _, one := range c {
		if err := one.work(t); err != nil && !errors.Is(err, errUnchanged) {
			return err
		}
	}
	return nil
}

// arrive tells each of them how the commit ended.
func (c companions) arrive(err error) {
	for _, one := range c {
		one.done <- err
	}
}

// commitSafely commits; a panic on the way is an error of this commit and not the end of the process.
func (s *Store) commitSafely(tx *bolt.Tx) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	return s.commit(tx)
}

// read runs work in a read transaction.
func (s *Store) read(work func(*session) error) error {
	if err := s.severed(); err != nil {
		return err
	}
	return s.db.View(func(tx *bolt.Tx) error { return work(newSession(tx, s.now())) })
}

// cut asks the test whether the power fails here.
func (s *Store) cut() error {
	if s.crash == nil {
		return nil
	}
	s.asked++
	if err := s.crash(s.asked); err != nil {
		err = fmt.Errorf("store: cut at point %d: %w", s.asked, err)
		s.severe.Store(&err)
		return err
	}
	return nil
}

func (s *Store) severed() error {
	if err := s.severe.Load(); err != nil {
		return *err
	}
	return nil
}

// commitError is a commit that failed, as opposed to work that did.
type commitError struct{ err error }

func (e *commitError) Error() string { return "commit: " + e.err.Error() }
func (e *commitError) Unwrap() error { return e.err }
