package sandbox

// chatMethods tell about chats and the people in them.
var chatMethods = []method{
	{name: "answerCallbackQuery", run: answerCallbackQuery, params: []field{
		need("callback_query_id", "String"), may("text", "String"), may("show_alert", "Boolean"), may("url", "String"),
		may("cache_time", "Integer")}},
	{name: "getChat", run: getChat, params: []field{need("chat_id", "Integer|String")}},
	{name: "getChatMember", run: getChatMember, params: []field{need("chat_id", "Integer|String"), need("user_id", "Integer")}},
	{name: "getChatAdministrators", run: getChatAdministrators, params: []field{
		need("chat_id", "Integer|String"), may("return_bots", "Boolean")}},
	{name: "leaveChat", run: leaveChat, params: []field{need("chat_id", "Integer|String")}},
}

func getChat(s *Server, c *call) (any, *refusal) {
	t, bad := s.look(c)
	if bad != nil {
		return nil, bad
	}
	full := wireChatFull{wireChat: t.wire(), AccentColorID: 1, MaxReactionCount: 11, Gifts: map[string]bool{}}
	for _, kind := range []string{"unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"} {
		full.Gifts[kind] = false
	}
	if n := len(t.pinned); n > 0 {
		full.PinnedMessage = t.pinned[n-1].wire()
	}
	return full, nil
}

func getChatMember(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	id := c.number("user_id", 0)
	if id == s.self.ID {
		return t.standing(s.self, t.bot), nil
	}
	p := s.people[id]
	if p == nil {
		return nil, badRequest("PARTICIPANT_ID_INVALID")
	}
	return t.standing(p.user, t.members[id]), nil
}

func getChatAdministrators(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	if !t.group() {
		return nil, badRequest("there are no administrators in the private chat")
	}
	list := []any{}
	for _, id := range sortedIDs(t.members) {
		if standing := t.members[id]; standing == creator || standing == admin {
			list = append(list, t.standing(s.people[id].user, standing))
		}
	}
	// Telegram leaves other bots out unless asked, but never the one that asks.
	if t.bot == admin {
		list = append(list, t.standing(s.self, admin))
	}
	return list, nil
}

func leaveChat(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	if !t.group() {
		return nil, badRequest("chat member status can't be changed in private chats")
	}
	s.botBecomes(t, s.self, gone)
	return true, nil
}
