package stage

import (
	"sync"
	"time"
)

// clock moves only when told, and only forward.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at.After(c.at) {
		c.at = at
	}
}

// Advance lets time pass: whatever falls due on the way happens when it is due.
func (s *Stage) Advance(d time.Duration) error { return s.until(s.Now().Add(d)) }

// Until lets time pass until a time of day comes next.
func (s *Stage) Until(at string) error {
	to, err := s.Next(at)
	if err != nil {
		return err
	}
	return s.until(to)
}

// Next is when a time of day, 15:04 or 15:04:05, comes next: today or, when it has passed, tomorrow.
func (s *Stage) Next(at string) (time.Time, error) {
	layout := "15:04"
	if len(at) > len(layout) {
		layout = "15:04:05"
	}
	now := s.Now()
	t, err := time.Parse(layout, at)
	if err != nil {
		return now, err
	}
	to := time.Date(now.Year(), now.Month(), now.Day(), t.Hour(), t.Minute(), t.Second(), 0, now.Location())
	if to.Before(now) {
		to = to.AddDate(0, 0, 1)
	}
	return to, nil
}

// Skip lets time pass until a time of day, and the house do nothing meanwhile.
func (s *Stage) Skip(at string) error {
	to, err := s.Next(at)
	s.clock.set(to)
	return err
}

func (s *Stage) until(to time.Time) error {
	if s.down {
		s.clock.set(to)
		return nil
	}
	if err := s.Settle(); err != nil {
		return err
	}
	for {
		next := to
		if at, ok, err := s.Store.NextDue(); err != nil {
			return err
		} else if ok && at.Before(next) && at.After(s.Now()) {
			next = at
		}
		// The courier may wait for a limit of Telegram's.
		if at := s.resumes; at.Before(next) && at.After(s.Now()) {
			next = at
		}
		// An errand may wait to be tried again.
		if at := s.errand; at.Before(next) && at.After(s.Now()) {
			next = at
		}
		// The day may wait for its opening: look again at every quarter of an hour.
		if at := s.Now().Truncate(15 * time.Minute).Add(15 * time.Minute); at.Before(next) {
			next = at
		}
		s.clock.set(next)
		if err := s.Settle(); err != nil {
			return err
		}
		if !s.Now().Before(to) {
			return nil
		}
	}
}
