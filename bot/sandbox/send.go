package sandbox

import "slices"

// sendMethods put something into a chat.
var sendMethods = []method{
	{name: "sendMessage", limited: true, run: sendMessage, params: []field{
		need("chat_id", "Integer|String"), need("text", "String"), may("parse_mode", "String"), may("entities", "Array of MessageEntity"),
		may("link_preview_options", "LinkPreviewOptions"), may("disable_notification", "Boolean"), may("protect_content", "Boolean"),
		may("reply_parameters", "ReplyParameters"), may("reply_markup", anyMarkup)}},
	{name: "sendPhoto", limited: true, run: sendPhoto, params: []field{
		need("chat_id", "Integer|String"), need("photo", "InputFile|String"), may("caption", "String"), may("parse_mode", "String"),
		may("caption_entities", "Array of MessageEntity"), may("show_caption_above_media", "Boolean"), may("disable_notification", "Boolean"),
		may("protect_content", "Boolean"), may("reply_parameters", "ReplyParameters"), may("reply_markup", anyMarkup)}},
	{name: "sendDocument", limited: true, run: sendDocument, params: []field{
		need("chat_id", "Integer|String"), need("document", "InputFile|String"), may("caption", "String"), may("parse_mode", "String"),
		may("caption_entities", "Array of MessageEntity"), may("disable_content_type_detection", "Boolean"),
		may("disable_notification", "Boolean"), may("protect_content", "Boolean"), may("reply_parameters", "ReplyParameters"),
		may("reply_markup", anyMarkup)}},
	{name: "copyMessage", limited: true, run: copyMessage, params: []field{
		need("chat_id", "Integer|String"), need("from_chat_id", "Integer|String"), need("message_id", "Integer"), may("caption", "String"),
		may("parse_mode", "String"), may("caption_entities", "Array of MessageEntity"), may("show_caption_above_media", "Boolean"),
		may("disable_notification", "Boolean"), may("protect_content", "Boolean"), may("reply_parameters", "ReplyParameters"), may("reply_markup", anyMarkup)}},
	{name: "getFile", run: getFile, params: []field{need("file_id", "String")}},
	{name: "sendChatAction", run: sendChatAction, params: []field{need("chat_id", "Integer|String"), need("action", "String")}},
}

// outgoing prepares what every send has in common: a chat to reach, a message to answer, buttons.
func (s *Server) outgoing(c *call) (*chat, *message, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, nil, bad
	}
	self := s.self
	m := &message{from: &self}
	buttons, bad := readMarkup(c)
	if bad != nil {
		return nil, nil, bad
	}
	m.keyboard, m.forceReply = buttons.inline, buttons.forceReply
	if c.has("reply_parameters") {
		m.replyTo, bad = s.replyTarget(c, t)
	}
	return t, m, bad
}

// replyTarget is the message to answer; nil if it is gone and the bot said that this does not matter.
func (s *Server) replyTarget(c *call, t *chat) (*message, *refusal) {
	var reply struct {
		ID     int64 `json:"message_id"`
		Chat   any   `json:"chat_id"`
		Anyway bool  `json:"allow_sending_without_reply"`
	}
	c.into("reply_parameters", &reply)
	if id, ok := reply.Chat.(float64); reply.Chat != nil && (!ok || int64(id) != t.id) {
		return nil, badRequest("parameter reply_parameters.chat_id: the sandbox answers within one chat only")
	}
	m := t.find(reply.ID)
	if m == nil && !reply.Anyway {
		return nil, badRequest("message to be replied not found")
	}
	return m, nil
}

func sendMessage(s *Server, c *call) (any, *refusal) {
	t, m, bad := s.outgoing(c)
	if bad != nil {
		return nil, bad
	}
	if m.text, bad = s.readText(c, "text", "entities"); bad != nil {
		return nil, bad
	}
	if bad := checkLength(m.text.text, 1, maxText, "message text"); bad != nil {
		return nil, bad
	}
	return s.post(t, m).wire(), nil
}

func sendPhoto(s *Server, c *call) (any, *refusal) {
	return s.sendFile(c, "photo", func(m *message, f *file) { m.photo = f })
}

func sendDocument(s *Server, c *call) (any, *refusal) {
	return s.sendFile(c, "document", func(m *message, f *file) { m.document = f })
}

func (s *Server) sendFile(c *call, name string, attach func(*message, *file)) (any, *refusal) {
	t, m, bad := s.outgoing(c)
	if bad != nil {
		return nil, bad
	}
	if m.text, bad = s.readText(c, "caption", "caption_entities"); bad != nil {
		return nil, bad
	}
	if bad := checkLength(m.text.text, 0, maxCaption, "message caption"); bad != nil {
		return nil, bad
	}
	f, bad := s.readFile(c, name)
	if bad != nil {
		return nil, bad
	}
	attach(m, f)
	return s.post(t, m).wire(), nil
}

// copyMessage sends what another message holds as one of the bot's own; a caption takes the place of the one there.
func copyMessage(s *Server, c *call) (any, *refusal) {
	t, m, bad := s.outgoing(c)
	if bad != nil {
		return nil, bad
	}
	from := s.chats[c.number("from_chat_id", 0)]
	if from == nil || from.group() && !from.botInside() {
		return nil, badRequest("chat not found")
	}
	original := from.find(c.number("message_id", 0))
	if original == nil || original.service != "" {
		return nil, badRequest("message to copy not found")
	}
	m.text, m.photo, m.document = original.text, original.photo, original.document
	if captioned := m.photo != nil || m.document != nil; captioned && c.has("caption") {
		if m.text, bad = s.readText(c, "caption", "caption_entities"); bad != nil {
			return nil, bad
		}
		if bad := checkLength(m.text.text, 0, maxCaption, "message caption"); bad != nil {
			return nil, bad
		}
	}
	return wireMessageID{s.post(t, m).id}, nil
}

func getFile(s *Server, c *call) (any, *refusal) {
	f := s.files[c.text("file_id")]
	if f == nil {
		return nil, badRequest("wrong file_id or the file is temporarily unavailable")
	}
	if len(f.data) > downloadable {
		return nil, badRequest("file is too big")
	}
	f.asked = s.now()
	return wireFile{FileID: f.id, UniqueID: "U" + f.id, Size: len(f.data), Path: f.path()}, nil
}

var chatActions = []string{"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
	"choose_sticker", "find_location", "record_video_note", "upload_video_note"}

func sendChatAction(s *Server, c *call) (any, *refusal) {
	if _, bad := s.reach(c); bad != nil {
		return nil, bad
	}
	if !slices.Contains(chatActions, c.text("action")) {
		return nil, badRequest("wrong parameter action in request")
	}
	return true, nil
}
