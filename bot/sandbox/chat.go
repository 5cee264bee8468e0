package sandbox

import "fmt"

const (
	private    = "private"
	basicGroup = "group"
	supergroup = "supergroup"
	channel    = "channel"
)

// Standings of a member, in the Bot API's words.
const (
	creator  = "creator"
	admin    = "administrator"
	member   = "member"
	gone     = "left"
	kicked   = "kicked"
	stranger = "" // never was here
)

// A chat is one conversation as Telegram keeps it. A group that becomes a supergroup leaves its old chat behind.
type chat struct {
	id       int64
	kind     string
	title    string
	person   *Person // of a private chat
	nextID   int     // message ids of a supergroup are its own
	messages map[int]*message
	order    []*message
	members  map[int64]string
	bot      string // the bot's standing
	pinned   []*message
	movedTo  int64 // the supergroup that took its place
	started  bool  // private: the person has written to the bot
	blocked  bool  // private: the person has blocked the bot
}

func (s *Server) newChat(id int64, kind, title string) *chat {
	c := &chat{id: id, kind: kind, title: title, messages: map[int]*message{}, members: map[int64]string{}}
	s.chats[id] = c
	return c
}

func (c *chat) name() string {
	if c.person != nil {
		return c.person.name
	}
	return c.title
}

func (c *chat) group() bool { return c.kind == basicGroup || c.kind == supergroup }

func (c *chat) wire() wireChat {
	if c.kind == private {
		return wireChat{ID: c.id, Type: private, FirstName: c.person.user.FirstName, LastName: c.person.user.LastName}
	}
	return wireChat{ID: c.id, Type: c.kind, Title: c.title}
}

func (c *chat) has(p *Person) bool {
	if c.kind == private {
		return c.person == p
	}
	standing := c.members[p.user.ID]
	return standing == creator || standing == admin || standing == member
}

func (c *chat) botInside() bool { return c.bot == member || c.bot == admin }

// find is a message the bot may still name: known and not deleted.
func (c *chat) find(id int64) *message {
	m := c.messages[int(id)]
	if m == nil || m.deleted {
		return nil
	}
	return m
}

// reach finds the chat a call names and refuses as Telegram does when the bot may not write there.
func (s *Server) reach(c *call) (*chat, *refusal) {
	t, bad := s.look(c)
	if bad != nil {
		return nil, bad
	}
	switch {
	case t.movedTo != 0:
		bad = badRequest("group chat was upgraded to a supergroup chat")
		bad.migrateTo = t.movedTo
	case t.kind == private && t.blocked:
		bad = forbidden("bot was blocked by the user")
	case t.kind == private && !t.started:
		bad = forbidden("bot can't initiate conversation with a user")
	case t.kind == private:
	case t.bot == kicked:
		bad = forbidden("bot was kicked from the %s chat", t.kind)
	case !t.botInside():
		bad = forbidden("bot is not a member of the %s chat", t.kind)
	}
	return t, bad
}

// look finds the chat a call names, for reading.
func (s *Server) look(c *call) (*chat, *refusal) {
	if !c.has("chat_id") {
		return nil, badRequest("parameter chat_id is required")
	}
	t := s.chats[c.number("chat_id", 0)]
	if t == nil || (t.group() && t.bot == stranger) {
		return nil, badRequest("chat not found")
	}
	return t, nil
}

// standing is one member as the Bot API describes them; each standing has its own fields.
func (c *chat) standing(u wireUser, status string) map[string]any {
	m := map[string]any{"status": status, "user": u}
	switch status {
	case stranger:
		m["status"] = gone
	case kicked:
		m["until_date"] = 0
	case creator:
		m["is_anonymous"] = false
	case admin:
		m["can_be_edited"], m["is_anonymous"] = false, false
		for _, right := range []string{"manage_chat", "delete_messages", "manage_video_chats", "restrict_members", "change_info",
			"invite_users", "pin_messages"} {
			m["can_"+right] = true
		}
		for _, right := range []string{"promote_members", "post_stories", "edit_stories", "delete_stories"} {
			m["can_"+right] = false
		}
	}
	return m
}

// botBecomes changes the bot's standing in a chat and tells the bot.
func (s *Server) botBecomes(c *chat, by wireUser, standing string) {
	old := c.bot
	c.bot = standing
	if old == standing {
		return
	}
	s.queue.push("my_chat_member", wireMemberChange{Chat: c.wire(), From: by, Date: s.now().Unix(),
		Old: c.standing(s.self, old), New: c.standing(s.self, standing)})
}

// personBecomes changes a person's standing; an administrator bot that asked for it is told.
func (s *Server) personBecomes(c *chat, p *Person, standing string) {
	old := c.members[p.user.ID]
	c.members[p.user.ID] = standing
	if c.bot == admin && old != standing {
		s.queue.push("chat_member", wireMemberChange{Chat: c.wire(), From: p.user, Date: s.now().Unix(),
			Old: c.standing(p.user, old), New: c.standing(p.user, standing)})
	}
}

// chatInstance identifies a chat to a bot in a press, without being its id.
func (c *chat) instance() string {
	return fmt.Sprintf("-%d", 4_000_000_000_000_000_000+uint64(abs(c.id)))
}

func abs(n int64) int64 { return max(n, -n) }
