package sandbox

import (
	"encoding/json"
	"slices"
	"time"
)

// An Event is something somebody could see happen.
type Event struct {
	Time      time.Time
	Chat      int64
	ChatTitle string // the group's title, or the person's name for a private chat
	Private   bool
	Who       string // display name; the bot's for its own acts
	Bot       bool   // the bot did it
	What      What
	Message   int
	Text      string // what was said; the toast; the button's label; the reaction
	Buttons   [][]Button
	Alert     bool // the toast was an alert
}

// What happened.
type What string

// The things that happen.
const (
	Said     What = "said"
	Edited   What = "edited"
	Deleted  What = "deleted"
	Pinned   What = "pinned"
	Unpinned What = "unpinned"
	Pressed  What = "pressed"
	Toast    What = "toast"
	Reaction What = "reaction"
	Joined   What = "joined"
	Left     What = "left"
	Migrated What = "migrated"
)

// A Call is one request the bot made.
type Call struct {
	Time        time.Time
	Method      string
	Chat        int64
	Params      map[string]json.RawMessage
	OK          bool
	Code        int    // of the refusal
	Description string // of the refusal
	Fault       Kind   // the arranged fault it met, if any
}

// Transcript returns all events so far, in order.
func (s *Server) Transcript() []Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.events)
}

// Watch calls a function with every event from now on, in order, one at a time. The function may use the Server.
func (s *Server) Watch(f func(Event)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.watchers) == 0 {
		s.told = len(s.events)
	}
	s.watchers = append(s.watchers, f)
}

// Calls returns every request so far, in order, polls included.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// Count says how often a method was called and how often it succeeded.
func (s *Server) Count(method string) (calls, ok int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if c.Method == method {
			calls++
			if c.OK {
				ok++
			}
		}
	}
	return calls, ok
}

func (s *Server) record(method string, c *call, bad *refusal, fault *Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry := Call{Time: s.now(), Method: method, OK: bad == nil}
	if c != nil {
		entry.Chat, entry.Params = c.number("chat_id", 0), c.raw()
	}
	if bad != nil {
		entry.Code, entry.Description = bad.code, bad.description
	}
	if fault != nil {
		entry.Fault = fault.Kind
		// A call that failed before it was processed had no effect, whatever the method would have said.
		entry.OK = entry.OK && fault.After
	}
	s.calls = append(s.calls, entry)
}

func (s *Server) note(c *chat, e Event) {
	e.Time, e.Chat, e.ChatTitle, e.Private = s.now(), c.id, c.name(), c.kind == private
	s.events = append(s.events, e)
}

// tellWatchers hands over new events without holding the world. Whoever comes while another is at it leaves its events to that one.
func (s *Server) tellWatchers() {
	for s.watching.TryLock() {
		more := s.tellSome()
		s.watching.Unlock()
		if !more && !s.untold() {
			return
		}
	}
}

func (s *Server) tellSome() (more bool) {
	s.mu.Lock()
	fresh := s.events[s.told:]
	if len(s.watchers) == 0 {
		fresh = nil
	}
	s.told = len(s.events)
	watchers := slices.Clone(s.watchers)
	s.mu.Unlock()
	for _, e := range fresh {
		for _, f := range watchers {
			f(e)
		}
	}
	return len(fresh) > 0
}

func (s *Server) untold() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.watchers) > 0 && s.told < len(s.events)
}
