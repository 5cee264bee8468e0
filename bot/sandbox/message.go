package sandbox

import (
	"slices"
	"time"
	"unicode/utf16"
)

const deletable = 48 * time.Hour // how long a bot may delete a message, and look at one behind a press

// A Message is a snapshot of one message as it stood when it was asked for.
type Message struct {
	ID         int
	Chat       int64
	From       Who
	Date       time.Time
	EditDate   time.Time // zero when never edited
	Text       string    // plain; the caption of a photo or document
	HTML       string    // the text as the bot sent it, with its markup
	Entities   []Entity
	Buttons    [][]Button
	ForceReply bool
	Pinned     bool
	ReplyTo    int // 0 when it answers nothing
	Reactions  []string
	Deleted    bool
	Service    string // "pinned", "joined", "left", "migrated": a line Telegram wrote
	File       *File
}

// Who sent a message.
type Who struct {
	ID   int64
	Name string
	Bot  bool
}

// A Button is one inline button. Data is empty for a button that opens a link.
type Button struct {
	Text string
	Data string
	URL  string
}

// message is what Telegram keeps. Everything the world shows is derived from it.
type message struct {
	chat       *chat
	id         int
	from       *wireUser
	person     *Person // when a person sent it under their own name
	senderChat *wireChat
	date       time.Time
	edited     time.Time
	text       formatted
	keyboard   *keyboard
	forceReply bool
	replyTo    *message
	reactions  map[int64][]string // by user id
	deleted    bool
	service    string
	gone       bool // the bot may no longer look at it
	automatic  bool
	origin     *wireOrigin
	sticker    *wireSticker
	photo      *file
	document   *file

	joined, parted         *wireUser
	pinnedMessage          *message
	migratedTo, migratedOf int64
}

// post gives a message its id and place. It does not tell the bot.
func (s *Server) post(c *chat, m *message) *message {
	if c.kind == supergroup || c.kind == channel {
		c.nextID++
		m.id = c.nextID
	} else {
		s.nextMessage++
		m.id = s.nextMessage
	}
	m.chat, m.date = c, s.now()
	m.reactions = map[int64][]string{}
	c.messages[m.id] = m
	c.order = append(c.order, m)
	if m.service == "" {
		s.note(c, Event{Who: m.sender().Name, Bot: m.sender().Bot, What: Said, Message: m.id, Text: m.shownText(), Buttons: m.keyboard.buttons()})
	}
	return m
}

// deliver queues the message for the bot, if Telegram would let it hear it.
func (s *Server) deliver(kind string, m *message) {
	if m.chat.kind == private || (m.chat.botInside() && s.hears(m)) {
		s.queue.push(kind, m.wire())
	}
}

// hears is the privacy rule: administrators hear all, other bots only what is meant for them.
func (s *Server) hears(m *message) bool {
	if m.chat.bot == admin || s.privacyOff || m.service != "" {
		return true
	}
	if m.replyTo != nil && m.replyTo.from != nil && m.replyTo.from.ID == s.self.ID {
		return true
	}
	units := utf16.Encode([]rune(m.text.text))
	for _, e := range m.text.entities {
		word := string(utf16.Decode(units[e.Offset : e.Offset+e.Length]))
		if (e.Type == "mention" && word == "@"+s.self.Username) || (e.Type == "bot_command" && forBot(word, s.self.Username)) {
			return true
		}
	}
	return false
}

func (m *message) sender() Who {
	switch {
	case m.senderChat != nil:
		return Who{ID: m.senderChat.ID, Name: m.senderChat.Title}
	case m.from != nil:
		return Who{ID: m.from.ID, Name: m.from.LastName + m.from.FirstName, Bot: m.from.IsBot}
	}
	return Who{}
}

func (m *message) shownText() string {
	switch {
	case m.sticker != nil:
		return m.sticker.Emoji
	case m.text.text == "" && m.document != nil:
		return m.document.name
	case m.text.text == "" && m.photo != nil:
		return m.photo.name
	}
	return m.text.text
}

func (m *message) wire() *wireMessage {
	w := m.wireAlone()
	if m.replyTo != nil && !m.replyTo.deleted {
		w.ReplyTo = m.replyTo.wireAlone()
	}
	if m.pinnedMessage != nil {
		w.PinnedMessage = m.pinnedMessage.wireAlone()
	}
	return w
}

// wireAlone is the message without the messages it points to; Telegram nests one level only.
func (m *message) wireAlone() *wireMessage {
	w := &wireMessage{ID: m.id, From: m.from, SenderChat: m.senderChat, Date: m.date.Unix(), Chat: m.chat.wire(), ForwardOrigin: m.origin,
		AutomaticForward: m.automatic, Sticker: m.sticker, LeftMember: m.parted, MigrateTo: m.migratedTo, MigrateFrom: m.migratedOf,
		ReplyMarkup: m.keyboard}
	if !m.edited.IsZero() {
		w.EditDate = m.edited.Unix()
	}
	if m.joined != nil {
		w.NewMembers = []wireUser{*m.joined}
	}
	if m.photo != nil {
		w.Photo = m.photo.wirePhoto()
	}
	if m.document != nil {
		w.Document = m.document.wireDocument()
	}
	if m.photo != nil || m.document != nil {
		w.Caption, w.CaptionEntities = m.text.text, m.text.entities
	} else {
		w.Text, w.Entities = m.text.text, m.text.entities
	}
	return w
}

// behindPress is the message as a callback carries it: whole, or only its place when the bot may no longer look.
func (m *message) behindPress(now time.Time) any {
	if m.gone || m.deleted || m.chat.movedTo != 0 || now.Sub(m.date) >= deletable {
		return wireGone{Chat: m.chat.wire(), ID: m.id}
	}
	return m.wire()
}

func (m *message) snapshot() *Message {
	out := &Message{ID: m.id, Chat: m.chat.id, From: m.sender(), Date: m.date, EditDate: m.edited, Text: m.shownText(), HTML: m.text.source,
		Entities: slices.Clone(m.text.entities), Buttons: m.keyboard.buttons(), ForceReply: m.forceReply,
		Pinned: slices.Contains(m.chat.pinned, m), Deleted: m.deleted, Service: m.service}
	if m.replyTo != nil {
		out.ReplyTo = m.replyTo.id
	}
	for _, user := range sortedIDs(m.reactions) {
		out.Reactions = append(out.Reactions, m.reactions[user]...)
	}
	if f := m.document; f != nil {
		out.File = &File{Name: f.name, Data: slices.Clone(f.data)}
	} else if f := m.photo; f != nil {
		out.File = &File{Name: f.name, Data: slices.Clone(f.data)}
	}
	return out
}

// remove deletes a message for everybody.
func (s *Server) remove(m *message, by Who) {
	m.deleted = true
	m.chat.pinned = slices.DeleteFunc(m.chat.pinned, func(p *message) bool { return p == m })
	if m.service == "" {
		s.note(m.chat, Event{Who: by.Name, Bot: by.Bot, What: Deleted, Message: m.id, Text: m.shownText()})
	}
}

// Forget makes a message inaccessible to the bot at once, as Telegram does with old ones: a press on it arrives without its content.
func (s *Server) Forget(msg *Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.lookup(msg); m != nil {
		m.gone = true
	}
}

// lookup is the live message behind a snapshot.
func (s *Server) lookup(msg *Message) *message {
	if msg == nil || s.chats[msg.Chat] == nil {
		return nil
	}
	return s.chats[msg.Chat].messages[msg.ID]
}

func sortedIDs[V any](m map[int64]V) []int64 {
	ids := make([]int64, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
