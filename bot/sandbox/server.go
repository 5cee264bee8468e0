package sandbox

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

// Options of a Server. Token and Now are required.
type Options struct {
	Token string
	// Now dates everything and drives limits and expiry. Only the waiting of a long poll uses real timers.
	Now func() time.Time
	// Limits turns Telegram's rate limits on.
	Limits bool
	// PrivacyOff lets the bot hear everything in a group where it is not an administrator.
	PrivacyOff bool
	// BotName is the bot's username; "fangkong_bot" when empty.
	BotName string
	// Seed makes the random numbers (update ids, callback ids) repeatable.
	Seed uint64
}

// A Server is one bot's Telegram: its chats, its people, its queue of updates. It is safe for concurrent use.
type Server struct {
	now        func() time.Time
	token      string
	privacyOff bool
	self       wireUser
	doors      doors

	mu          sync.Mutex // guards the world below
	random      *rand.Rand
	chats       map[int64]*chat
	people      map[int64]*Person
	owner       *Person // made the groups; appears where Telegram names who changed the bot's rights
	nextPerson  int64
	nextGroup   int64
	nextMessage int // private chats and basic groups share one sequence of message ids
	presses     map[string]*Press
	files       map[string]*file
	commands    map[string][]botCommand
	queue       queue
	limits      *limits // nil when off
	faults      []*Fault
	calls       []Call
	events      []Event
	watchers    []func(Event)
	told        int // events already handed to the watchers

	watching sync.Mutex // held by whoever is handing events to the watchers
}

// New makes an empty Telegram for the bot with the given token.
func New(o Options) (*Server, error) {
	if o.Token == "" || o.Now == nil {
		return nil, errors.New("sandbox: Token and Now are required")
	}
	if o.BotName == "" {
		o.BotName = "fangkong_bot"
	}
	s := &Server{
		now:        o.Now,
		token:      o.Token,
		privacyOff: o.PrivacyOff,
		self:       wireUser{ID: 7_012_345_678, IsBot: true, FirstName: "防控助手", Username: o.BotName},
		random:     rand.New(rand.NewPCG(o.Seed, 14)),
		chats:      map[int64]*chat{},
		people:     map[int64]*Person{},
		nextPerson: 700_000_000,
		nextGroup:  1_500_000_000,
		presses:    map[string]*Press{},
		files:      map[string]*file{},
		commands:   map[string][]botCommand{},
	}
	if o.Limits {
		s.limits = newLimits()
	}
	s.queue.start(s)
	s.doors.handler = http.HandlerFunc(s.serve)
	s.doors.open, s.doors.end = context.WithCancel(context.Background())
	s.owner = s.Person("群", "主")
	return s, nil
}

// BotID is the bot's own user id.
func (s *Server) BotID() int64 { return s.self.ID }

// BotName is the bot's username, without the @.
func (s *Server) BotName() string { return s.self.Username }

// lock takes the world and returns how to let go of it: watchers hear what happened once it is free again.
func (s *Server) lock() (unlock func()) {
	s.mu.Lock()
	return func() {
		s.mu.Unlock()
		s.tellWatchers()
	}
}
