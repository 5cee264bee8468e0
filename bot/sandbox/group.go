package sandbox

// A Group is where the work group meets. The handle stays the same when the group migrates; its ID does not.
type Group struct {
	s     *Server
	title string
	chats []*chat // the last is the current one
}

// Group makes a supergroup. The bot is not in it yet.
func (s *Server) Group(title string) *Group { return s.newGroup(title, supergroup) }

// BasicGroup makes a group of the older kind, which can Migrate.
func (s *Server) BasicGroup(title string) *Group { return s.newGroup(title, basicGroup) }

func (s *Server) newGroup(title, kind string) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.newChat(s.groupID(kind), kind, title)
	c.members[s.owner.user.ID] = creator
	return &Group{s: s, title: title, chats: []*chat{c}}
}

// groupID gives ids as Telegram shapes them: -100… for a supergroup, a short negative number for a basic one.
func (s *Server) groupID(kind string) int64 {
	s.nextGroup++
	if kind == supergroup {
		return -1_000_000_000_000 - s.nextGroup
	}
	return -s.nextGroup
}

// ID is the group's chat id now.
func (g *Group) ID() int64 {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	return g.current().id
}

// Title is the group's name.
func (g *Group) Title() string { return g.title }

func (g *Group) current() *chat { return g.chats[len(g.chats)-1] }

// AddBot brings the bot in, or changes its rights when it is in already.
func (g *Group) AddBot(asAdmin bool) {
	defer g.s.lock()()
	c := g.current()
	fresh := !c.botInside()
	standing := member
	if asAdmin {
		standing = admin
	}
	by := g.s.owner.user
	g.s.botBecomes(c, by, standing)
	if fresh {
		self := g.s.self
		g.s.deliver("message", g.s.post(c, &message{from: &by, service: "joined", joined: &self}))
	}
}

// RemoveBot kicks the bot out.
func (g *Group) RemoveBot() {
	defer g.s.lock()()
	if c := g.current(); c.botInside() {
		g.s.botBecomes(c, g.s.owner.user, kicked)
	}
}

// Promotes makes a member an administrator.
func (g *Group) Promotes(p *Person) {
	defer g.s.lock()()
	if c := g.current(); c.has(p) {
		g.s.personBecomes(c, p, admin)
	}
}

// Migrate turns a basic group into a supergroup: a new id, new message ids from 1, the old messages left behind. On a supergroup it does
// nothing.
func (g *Group) Migrate() {
	defer g.s.lock()()
	old := g.current()
	if old.kind != basicGroup {
		return
	}
	s := g.s
	c := s.newChat(s.groupID(supergroup), supergroup, old.title)
	for id, standing := range old.members {
		c.members[id] = standing
	}
	c.bot = old.bot
	by := s.owner.user
	s.deliver("message", s.post(old, &message{from: &by, service: "migrated", migratedTo: c.id}))
	old.movedTo = c.id
	g.chats = append(g.chats, c)
	self := c.wire()
	s.deliver("message", s.post(c, &message{from: &anonymousAdmin, senderChat: &self, service: "migrated", migratedOf: old.id}))
	s.note(c, Event{Who: s.owner.name, What: Migrated})
}

// Posts lists every message the bot ever wrote in the group, deleted ones included, service lines aside.
func (g *Group) Posts() []Message {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	var out []Message
	for _, c := range g.chats {
		for _, m := range c.order {
			if m.service == "" && m.from != nil && m.from.ID == g.s.self.ID {
				out = append(out, *m.snapshot())
			}
		}
	}
	return out
}

// Standing lists the bot's posts in the group that have not been deleted.
func (g *Group) Standing() []Message {
	var out []Message
	for _, m := range g.Posts() {
		if !m.Deleted {
			out = append(out, m)
		}
	}
	return out
}
