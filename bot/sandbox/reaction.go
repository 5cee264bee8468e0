package sandbox

import "strings"

// reactions is the fixed list of emoji Telegram permits as reactions.
var reactions = func() map[string]bool {
	list := "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 " +
		"👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
	set := map[string]bool{}
	for _, e := range strings.Fields(list) {
		set[e] = true
	}
	return set
}()

func (m *message) react(user int64, emoji []string) {
	if len(emoji) == 0 {
		delete(m.reactions, user)
		return
	}
	m.reactions[user] = emoji
}

func wireReactions(emoji []string) []wireReaction {
	out := []wireReaction{}
	for _, e := range emoji {
		out = append(out, wireReaction{Type: "emoji", Emoji: e})
	}
	return out
}

// setMessageReaction sets the bot's one reaction, or takes it back.
func setMessageReaction(s *Server, c *call) (any, *refusal) {
	t, bad := s.reach(c)
	if bad != nil {
		return nil, bad
	}
	m := t.find(c.number("message_id", 0))
	if m == nil {
		return nil, badRequest("message to react not found")
	}
	var asked []wireReaction
	c.into("reaction", &asked)
	if len(asked) > 1 {
		return nil, badRequest("REACTIONS_TOO_MANY")
	}
	if m.service != "" {
		return nil, badRequest("message can't be reacted")
	}
	var emoji []string
	for _, r := range asked {
		if r.Type != "emoji" || !reactions[r.Emoji] {
			return nil, badRequest("REACTION_INVALID")
		}
		emoji = append(emoji, r.Emoji)
		s.note(t, Event{Who: s.self.FirstName, Bot: true, What: Reaction, Message: m.id, Text: r.Emoji})
	}
	m.react(s.self.ID, emoji)
	return true, nil
}
