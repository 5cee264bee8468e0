package sandbox

import "slices"

// editMethods change or remove what is there.
var editMethods = []method{
	{name: "editMessageText", limited: true, run: editMessageText, params: []field{
		may("chat_id", "Integer|String"), may("message_id", "Integer"), may("text", "String"), may("parse_mode", "String"),
		may("entities", "Array of MessageEntity"), may("link_preview_options", "LinkPreviewOptions"),
		may("reply_markup", "InlineKeyboardMarkup")}},
	{name: "editMessageReplyMarkup", limited: true, run: editMessageReplyMarkup, params: []field{
		may("chat_id", "Integer|String"), may("message_id", "Integer"), may("reply_markup", "InlineKeyboardMarkup")}},
	{name: "deleteMessage", run: deleteMessage, params: []field{need("chat_id", "Integer|String"), need("message_id", "Integer")}},
	{name: "deleteMessages", run: deleteMessages, params: []field{
		need("chat_id", "Integer|String"), need("message_ids", "Array of Integer")}},
	{name: "setMessageReaction", run: setMessageReaction, params: []field{
		need("chat_id", "Integer|String"), need("message_id", "Integer"), may("reaction", "Array of ReactionType"), may("is_big", "Boolean")}},
	{name: "pinChatMessage", run: pinChatMessage, params: []field{
		need("chat_id", "Integer|String"), need("message_id", "Integer"), may("disable_notification", "Boolean")}},
	{name: "unpinChatMessage", run: unpinChatMessage, params: []field{need("chat_id", "Integer|String"), may("message_id", "Integer")}},
}

// editable is the bot's own message that an edit names.
func (s *Server) editable(c *call) (*message, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	if !c.has("message_id") {
		return nil, badRequest("parameter message_id is required")
	}
	m := t.find(c.number("message_id", 0))
	switch {
	case m == nil:
		return nil, badRequest("message to edit not found")
	case m.from == nil || m.from.ID != s.self.ID || m.service != "" || m.forceReply:
		return nil, badRequest("message can't be edited")
	}
	return m, nil
}

func editMessageText(s *Server, c *call) (any, *refusal) {
	m, bad := s.editable(c)
	if bad != nil {
		return nil, bad
	}
	if m.photo != nil || m.document != nil {
		return nil, badRequest("there is no text in the message to edit")
	}
	text, bad := s.readText(c, "text", "entities")
	if bad != nil {
		return nil, bad
	}
	if bad := checkLength(text.text, 1, maxText, "message text"); bad != nil {
		return nil, bad
	}
	return s.change(c, m, text)
}

func editMessageReplyMarkup(s *Server, c *call) (any, *refusal) {
	m, bad := s.editable(c)
	if bad != nil {
		return nil, bad
	}
	return s.change(c, m, m.text)
}

// change applies an edit. Buttons that are not sent again are gone.
func (s *Server) change(c *call, m *message, text formatted) (any, *refusal) {
	buttons, bad := readMarkup(c)
	if bad != nil {
		return nil, bad
	}
	if text.same(m.text) && buttons.inline.equal(m.keyboard) {
		return nil, badRequest("message is not modified: specified new message content and reply markup are exactly the same as " +
			"a current content and reply markup of the message")
	}
	// Telegram leaves the edit date alone when only the buttons change.
	if !text.same(m.text) {
		m.edited = s.now()
	}
	m.text, m.keyboard = text, buttons.inline
	s.note(m.chat, Event{Who: s.self.FirstName, Bot: true, What: Edited, Message: m.id, Text: m.shownText(), Buttons: m.keyboard.buttons()})
	return m.wire(), nil
}

func deleteMessage(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	m := t.find(c.number("message_id", 0))
	if m == nil {
		return nil, badRequest("message to delete not found")
	}
	if !s.mayDelete(m) {
		return nil, badRequest("message can't be deleted for everyone")
	}
	s.remove(m, Who{ID: s.self.ID, Name: s.self.FirstName, Bot: true})
	return true, nil
}

func (s *Server) mayDelete(m *message) bool {
	if s.now().Sub(m.date) >= deletable || m.service == "migrated" {
		return false
	}
	own := m.from != nil && m.from.ID == s.self.ID
	return own || m.chat.kind == private || m.chat.bot == admin
}

// deleteMessages skips what is not there, and refuses the whole when one may not be deleted.
func deleteMessages(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	var ids []int64
	c.into("message_ids", &ids)
	if len(ids) < 1 || len(ids) > 100 {
		return nil, badRequest("parameter message_ids must name 1-100 messages")
	}
	var found []*message
	for _, id := range ids {
		if m := t.find(id); m != nil {
			if !s.mayDelete(m) {
				return nil, badRequest("message can't be deleted for everyone")
			}
			found = append(found, m)
		}
	}
	for _, m := range found {
		s.remove(m, Who{ID: s.self.ID, Name: s.self.FirstName, Bot: true})
	}
	return true, nil
}

// pinChatMessage pins and, as Telegram does, leaves a line about it in the chat, which the bot hears like any message.
func pinChatMessage(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	if t.group() && t.bot != admin {
		return nil, badRequest("not enough rights to manage pinned messages in the chat")
	}
	m := t.find(c.number("message_id", 0))
	if m == nil {
		return nil, badRequest("message to pin not found")
	}
	if m.service != "" {
		return nil, badRequest("message can't be pinned")
	}
	if slices.Contains(t.pinned, m) {
		return true, nil
	}
	t.pinned = append(t.pinned, m)
	s.note(t, Event{Who: s.self.FirstName, Bot: true, What: Pinned, Message: m.id, Text: m.shownText()})
	self := s.self
	s.deliver("message", s.post(t, &message{from: &self, service: "pinned", pinnedMessage: m}))
	return true, nil
}

// unpinChatMessage unpins the message named, or the latest.
func unpinChatMessage(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	if t.group() && t.bot != admin {
		return nil, badRequest("not enough rights to manage pinned messages in the chat")
	}
	if len(t.pinned) == 0 {
		return nil, badRequest("message to unpin not found")
	}
	m := t.pinned[len(t.pinned)-1]
	if c.has("message_id") {
		if m = t.find(c.number("message_id", 0)); m == nil {
			return nil, badRequest("message to unpin not found")
		}
	}
	t.pinned = slices.DeleteFunc(t.pinned, func(p *message) bool { return p == m })
	s.note(t, Event{Who: s.self.FirstName, Bot: true, What: Unpinned, Message: m.id, Text: m.shownText()})
	return true, nil
}
