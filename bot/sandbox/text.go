package sandbox

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	maxText    = 4096
	maxCaption = 1024
	maxToast   = 200
)

// units counts a text as Telegram does.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

// trim takes white space off both ends, as Telegram does, and moves the entities with the text.
func trim(f formatted) formatted {
	left := units(f.text) - units(strings.TrimLeft(f.text, " \t\r\n"))
	f.text = strings.Trim(f.text, " \t\r\n")
	size := units(f.text)
	var kept []Entity
	for _, e := range f.entities {
		start, end := max(e.Offset-left, 0), min(e.Offset+e.Length-left, size)
		if end > start {
			e.Offset, e.Length = start, end-start
			kept = append(kept, e)
		}
	}
	f.entities = kept
	return f
}

// readText takes a text parameter with its parse_mode or explicit entities.
func (s *Server) readText(c *call, name, entitiesName string) (formatted, *refusal) {
	source := c.text(name)
	if !utf8.ValidString(source) {
		return formatted{}, badRequest("text must be encoded in UTF-8")
	}
	switch mode := c.text("parse_mode"); strings.ToLower(mode) {
	case "html":
		if c.has(entitiesName) {
			return formatted{}, badRequest("parameter %s cannot be used together with parse_mode", entitiesName)
		}
		f, err := parseHTML(source, s.mentionable)
		if err != nil {
			return formatted{}, badRequest("can't parse entities: %v", err)
		}
		return f, nil
	case "":
		f := formatted{text: source, source: source}
		c.into(entitiesName, &f.entities)
		for i, e := range f.entities {
			if e.Offset < 0 || e.Length <= 0 || e.Offset+e.Length > units(source) {
				return f, badRequest("parameter %s[%d] lies outside the text", entitiesName, i)
			}
		}
		return trim(f), nil
	default:
		return formatted{}, badRequest("parameter parse_mode: the sandbox reads HTML only, not %q", mode)
	}
}

// mentionable is the user a link may name: anybody this Telegram knows.
func (s *Server) mentionable(id int64) *wireUser {
	if p := s.people[id]; p != nil {
		u := p.user
		return &u
	}
	return nil
}

func checkLength(text string, least, most int, what string) *refusal {
	switch n := units(text); {
	case n < least:
		return badRequest("%s is empty", what)
	case n > most && what == "message text":
		return badRequest("message is too long")
	case n > most:
		return badRequest("%s is too long", what)
	}
	return nil
}

var (
	commandPattern = regexp.MustCompile(`(?:^|[^\w/])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)`)
	mentionPattern = regexp.MustCompile(`(?:^|[^\w@/])(@[A-Za-z][A-Za-z0-9_]{3,31})`)
)

// spoken is what a person typed, with the commands and mentions Telegram finds in it.
func spoken(text string) formatted {
	f := trim(formatted{text: text})
	find := func(kind string, pattern *regexp.Regexp) {
		for _, at := range pattern.FindAllStringSubmatchIndex(f.text, -1) {
			f.entities = append(f.entities, Entity{Type: kind, Offset: units(f.text[:at[2]]), Length: units(f.text[at[2]:at[3]])})
		}
	}
	find("bot_command", commandPattern)
	find("mention", mentionPattern)
	slices.SortFunc(f.entities, func(a, b Entity) int { return a.Offset - b.Offset })
	return f
}

// forBot says whether a command is for the bot: it names it, or nobody.
func forBot(command, bot string) bool {
	_, name, named := strings.Cut(command, "@")
	return !named || strings.EqualFold(name, bot)
}
