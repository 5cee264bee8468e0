package sandbox

import (
	"encoding/json"
	"regexp"
)

// commandMethods fill the menu of commands, per scope and language.
var commandMethods = []method{
	{name: "setMyCommands", run: setMyCommands, params: []field{
		need("commands", "Array of BotCommand"), may("scope", "BotCommandScope"), may("language_code", "String")}},
	{name: "deleteMyCommands", run: deleteMyCommands, params: []field{may("scope", "BotCommandScope"), may("language_code", "String")}},
	{name: "getMyCommands", run: getMyCommands, params: []field{may("scope", "BotCommandScope"), may("language_code", "String")}},
}

type botCommand struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

var commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)

// commandKey names a menu: scope as JSON (its keys come sorted) and language.
func (s *Server) commandKey(c *call) (string, *refusal) {
	scope := map[string]any{"type": "default"}
	c.into("scope", &scope)
	if id, ok := scope["chat_id"].(float64); ok && s.chats[int64(id)] == nil {
		return "", badRequest("chat not found")
	}
	if lang := c.text("language_code"); lang != "" && len(lang) != 2 {
		return "", badRequest("parameter language_code: invalid language code specified")
	}
	key, err := json.Marshal(scope)
	if err != nil {
		return "", badRequest("parameter scope: %v", err)
	}
	return string(key) + " " + c.text("language_code"), nil
}

func setMyCommands(s *Server, c *call) (any, *refusal) {
	key, bad := s.commandKey(c)
	if bad != nil {
		return nil, bad
	}
	var list []botCommand
	c.into("commands", &list)
	if len(list) > 100 {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH")
	}
	for _, b := range list {
		if !commandName.MatchString(b.Command) {
			return nil, badRequest("BOT_COMMAND_INVALID: %q", b.Command)
		}
		if n := units(b.Description); n < 1 || n > 256 {
			return nil, badRequest("BOT_COMMAND_DESCRIPTION_INVALID: %q", b.Command)
		}
	}
	s.commands[key] = list
	return true, nil
}

func deleteMyCommands(s *Server, c *call) (any, *refusal) {
	key, bad := s.commandKey(c)
	if bad != nil {
		return nil, bad
	}
	delete(s.commands, key)
	return true, nil
}

func getMyCommands(s *Server, c *call) (any, *refusal) {
	key, bad := s.commandKey(c)
	if bad != nil {
		return nil, bad
	}
	return append([]botCommand{}, s.commands[key]...), nil
}

// Menu is what the person sees when they type “/” in a chat: the commands of the narrowest scope that has any, “name description” each.
// Telegram looks for a scope's menu in the language of the person's telephone before the one without a language.
func (p *Person) Menu(where Chat) (out []string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	c, err := p.find(where)
	if err != nil {
		return nil
	}
	scopes := []map[string]any{{"type": "chat", "chat_id": c.id}, {"type": "all_private_chats"}, {"type": "default"}}
	if c.id < 0 {
		scopes = []map[string]any{{"type": "chat_member", "chat_id": c.id, "user_id": p.user.ID}, {"type": "chat", "chat_id": c.id}, {"type": "all_group_chats"}, {"type": "default"}}
	}
	for _, scope := range scopes {
		key, _ := json.Marshal(scope) // of strings and numbers
		for _, lang := range []string{p.user.LanguageCode[:2], ""} {
			list, set := p.s.commands[string(key)+" "+lang]
			if !set {
				continue
			}
			for _, one := range list {
				out = append(out, one.Command+" "+one.Description)
			}
			return out
		}
	}
	return nil
}

// SpeaksOnTelephone sets the language of the person's Telegram client.
func (p *Person) SpeaksOnTelephone(code string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.user.LanguageCode = code
}
