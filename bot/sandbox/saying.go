package sandbox

import (
	"errors"
	"fmt"
	"slices"
)

// Telegram's own senders for messages nobody signs.
var (
	anonymousAdmin = wireUser{ID: 1087968824, IsBot: true, FirstName: "Group", Username: "GroupAnonymousBot"}
	linkedChannel  = wireUser{ID: 777000, FirstName: "Telegram"}
)

// Says writes a message. It returns nil when the person is not in the chat or has blocked the bot.
func (p *Person) Says(where Chat, text string) *Message {
	return p.say(where, &message{text: spoken(text)})
}

// Replies answers a message, in its chat.
func (p *Person) Replies(to *Message, text string) *Message {
	defer p.s.lock()()
	target := p.s.lookup(to)
	if target == nil || target.deleted || !target.chat.has(p) || target.chat.blocked {
		return nil
	}
	return p.speak(target.chat, &message{text: spoken(text), replyTo: target})
}

// Edits changes the person's own message. It returns nil when it is not theirs, is gone, or would not change.
func (p *Person) Edits(msg *Message, text string) *Message {
	defer p.s.lock()()
	m := p.s.lookup(msg)
	if m == nil || m.deleted || m.person != p || !m.chat.has(p) || m.chat.movedTo != 0 || spoken(text).same(m.text) {
		return nil
	}
	m.text = spoken(text)
	m.edited = p.s.now()
	p.s.note(m.chat, Event{Who: p.name, What: Edited, Message: m.id, Text: m.text.text})
	p.s.deliver("edited_message", m)
	return m.snapshot()
}

// Deletes removes the person's own message, an administrator's anybody's. A bot is never told.
func (p *Person) Deletes(msg *Message) error {
	defer p.s.lock()()
	m := p.s.lookup(msg)
	if m == nil || m.deleted || m.person != p && m.chat.members[p.user.ID] != admin {
		return fmt.Errorf("person %d has no such message", p.user.ID)
	}
	p.s.remove(m, Who{ID: p.user.ID, Name: p.name})
	return nil
}

// Forwards passes on what somebody called from wrote, whose account stays hidden.
func (p *Person) Forwards(where Chat, text, from string) *Message {
	origin := &wireOrigin{Type: "hidden_user", Date: p.s.now().Unix(), SenderName: from}
	return p.say(where, &message{text: spoken(text), origin: origin})
}

// SendsSticker sends a sticker, which has no text.
func (p *Person) SendsSticker(where Chat) *Message {
	return p.say(where, &message{sticker: &wireSticker{FileID: "STICKER1", UniqueID: "USTICKER1", Type: "regular", Width: 512, Height: 512,
		Emoji: "👍"}})
}

// SendsDocument sends a file, with a caption if there is one.
func (p *Person) SendsDocument(where Chat, name string, data []byte, caption string) *Message {
	p.s.mu.Lock()
	f := p.s.keep(name, slices.Clone(data))
	p.s.mu.Unlock()
	return p.say(where, &message{document: f, text: spoken(caption)})
}

// SaysAsGroup writes as an anonymous administrator: Telegram shows the group itself as the sender.
func (p *Person) SaysAsGroup(g *Group, text string) *Message {
	defer p.s.lock()()
	c, err := p.at(g)
	if err != nil || (c.members[p.user.ID] != admin && c.members[p.user.ID] != creator) {
		return nil
	}
	self := c.wire()
	return p.s.arrive(c, &message{from: &anonymousAdmin, senderChat: &self, text: spoken(text)})
}

// ChannelPosts is a post of a linked channel, which Telegram forwards into the group by itself.
func (g *Group) ChannelPosts(title, text string) *Message {
	defer g.s.lock()()
	c := g.current()
	source := wireChat{ID: -1_002_999_000_001, Type: channel, Title: title}
	origin := &wireOrigin{Type: channel, Date: g.s.now().Unix(), Chat: &source, MessageID: len(c.order) + 1}
	return g.s.arrive(c, &message{from: &linkedChannel, senderChat: &source, origin: origin, automatic: true, text: spoken(text)})
}

func (p *Person) say(where Chat, m *message) *Message {
	defer p.s.lock()()
	c, err := p.at(where)
	if err != nil {
		return nil
	}
	return p.speak(c, m)
}

// speak signs a message and lets it arrive; writing to the bot is what allows it to write back.
func (p *Person) speak(c *chat, m *message) *Message {
	if c.movedTo != 0 || (m.text.text == "" && m.sticker == nil && m.document == nil) {
		return nil
	}
	u := p.user
	m.from, m.person = &u, p
	if c.kind == private {
		c.started = true
	}
	return p.s.arrive(c, m)
}

func (s *Server) arrive(c *chat, m *message) *Message {
	s.post(c, m)
	s.deliver("message", m)
	return m.snapshot()
}

// Reacts sets the person's reaction to a message; no emoji takes it back.
func (p *Person) Reacts(msg *Message, emoji ...string) error {
	defer p.s.lock()()
	m := p.s.lookup(msg)
	if m == nil || m.deleted || !m.chat.has(p) {
		return errors.New("no such message")
	}
	for _, e := range emoji {
		if !reactions[e] {
			return fmt.Errorf("%q is not a permitted reaction", e)
		}
	}
	old := m.reactions[p.user.ID]
	m.react(p.user.ID, emoji)
	for _, e := range emoji {
		p.s.note(m.chat, Event{Who: p.name, What: Reaction, Message: m.id, Text: e})
	}
	if m.chat.kind == private || m.chat.bot == admin {
		u := p.user
		p.s.queue.push("message_reaction", wireReactionChange{Chat: m.chat.wire(), MessageID: m.id, User: &u, Date: p.s.now().Unix(),
			Old: wireReactions(old), New: wireReactions(emoji)})
	}
	return nil
}

// Reacted are the person's own reactions to a message.
func (p *Person) Reacted(msg *Message) []string {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if m := p.s.lookup(msg); m != nil {
		return slices.Clone(m.reactions[p.user.ID])
	}
	return nil
}
