package sandbox

import (
	"errors"
	"fmt"
	"slices"
)

// A Chat is somewhere people speak: a *Group, or a person's *Private chat with the bot. Where a method takes a Chat, nil means the person's
// own private chat.
type Chat interface {
	// ID is the chat's id now; a migrated group has a new one.
	ID() int64
	current() *chat
}

// A Person is somebody with a Telegram client.
type Person struct {
	s    *Server
	user wireUser
	name string
}

// Person makes somebody. Every second one has an id beyond 32 bits, as newer accounts do.
func (s *Server) Person(last, first string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.nextPerson++
	id := s.nextPerson
	if id%2 == 0 {
		id += 5_000_000_000
	}
	p := &Person{s: s, name: last + first,
		user: wireUser{ID: id, FirstName: first, LastName: last, LanguageCode: "zh-hans"}}
	s.people[id] = p
	s.newChat(id, private, "").person = p
	return p
}

// ID is the person's user id, and the id of their private chat.
func (p *Person) ID() int64 { return p.user.ID }

// Name is the person's full name.
func (p *Person) Name() string { return p.name }

// Private is the person's chat with the bot.
func (p *Person) Private() *Private {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return &Private{p.s.chats[p.user.ID]}
}

// Private is a chat between one person and the bot.
type Private struct{ c *chat }

// ID is the person's user id.
func (p *Private) ID() int64      { return p.c.id }
func (p *Private) current() *chat { return p.c }

// at finds the chat a person means, if they may speak there.
func (p *Person) at(where Chat) (*chat, error) {
	c, err := p.find(where)
	if err == nil && c.blocked {
		err = fmt.Errorf("person %d has blocked the bot", p.user.ID)
	}
	return c, err
}

// find finds the chat a person means, if they are in it. Blocking the bot hides nothing that is already there.
func (p *Person) find(where Chat) (*chat, error) {
	var c *chat
	switch w := where.(type) {
	case nil:
		c = p.s.chats[p.user.ID]
	case *Group:
		if w == nil {
			return nil, errors.New("no such group")
		}
		c = w.current()
	case *Private:
		if w == nil {
			return nil, errors.New("no such chat")
		}
		c = w.current()
	}
	if c == nil || !c.has(p) {
		return nil, fmt.Errorf("person %d is not in that chat", p.user.ID)
	}
	return c, nil
}

// Starts presses /start in private, with the payload of a deep link if there is one. It also lifts a block.
func (p *Person) Starts(payload ...string) *Message {
	p.Unblocks()
	text := "/start"
	if len(payload) > 0 {
		text += " " + payload[0]
	}
	return p.Says(nil, text)
}

// Knows makes the person one who has pressed /start long ago: the bot may write to them, and hears nothing of it.
func (p *Person) Knows() {
	defer p.s.lock()()
	p.s.chats[p.user.ID].started = true
}

// Blocks stops the bot from writing to the person.
func (p *Person) Blocks() { p.setBlocked(true) }

// Unblocks lets it write again.
func (p *Person) Unblocks() { p.setBlocked(false) }

func (p *Person) setBlocked(blocked bool) {
	defer p.s.lock()()
	c := p.s.chats[p.user.ID]
	if c.blocked == blocked {
		return
	}
	c.blocked = blocked
	// The update says what the bot's standing was and is; a private chat knows only these two.
	c.bot = member
	standing := kicked
	if !blocked {
		c.bot, standing = kicked, member
	}
	p.s.botBecomes(c, p.user, standing)
}

// Joins enters a group.
func (p *Person) Joins(g *Group) {
	defer p.s.lock()()
	c := g.current()
	if c.has(p) {
		return
	}
	p.s.personBecomes(c, p, member)
	p.s.note(c, Event{Who: p.name, What: Joined})
	u := p.user
	p.s.deliver("message", p.s.post(c, &message{from: &u, service: "joined", joined: &u}))
}

// Leaves goes out of a group.
func (p *Person) Leaves(g *Group) {
	defer p.s.lock()()
	c := g.current()
	if !c.has(p) {
		return
	}
	p.s.personBecomes(c, p, gone)
	p.s.note(c, Event{Who: p.name, What: Left})
	u := p.user
	p.s.deliver("message", p.s.post(c, &message{from: &u, service: "left", parted: &u}))
}

// Sees lists the messages now standing in a chat, oldest first; none in a group the person is not in.
func (p *Person) Sees(where Chat) []Message {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	c, err := p.find(where)
	if err != nil {
		return nil
	}
	return standing(c.order)
}

func standing(order []*message) []Message {
	var out []Message
	for _, m := range order {
		if !m.deleted {
			out = append(out, *m.snapshot())
		}
	}
	return out
}

// Last is the newest message the person sees in a chat that somebody wrote (service lines aside), or nil.
func (p *Person) Last(where Chat) *Message {
	seen := p.Sees(where)
	for _, m := range slices.Backward(seen) {
		if m.Service == "" {
			return &m
		}
	}
	return nil
}

// Blocking tells whether the person has blocked the bot.
func (p *Person) Blocking() bool {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.s.chats[p.user.ID].blocked
}
