package sandbox

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// formatted is text with its entities, and the source it was written as.
type formatted struct {
	text     string
	entities []Entity
	source   string
}

func (f formatted) same(other formatted) bool {
	return f.text == other.text && slices.EqualFunc(f.entities, other.entities, func(a, b Entity) bool {
		sameUser := (a.User == nil) == (b.User == nil) && (a.User == nil || a.User.ID == b.User.ID)
		a.User, b.User = nil, nil
		return sameUser && a == b
	})
}

// tags are Telegram's HTML tags and the entity each makes. span and code are settled when they close.
var tags = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline", "s": "strikethrough",
	"strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
	"tg-spoiler": "spoiler", "span": "spoiler", "tg-emoji": "custom_emoji",
}

// parseHTML reads Telegram's HTML. A link to a person (tg://user?id=…) becomes a mention if lookup knows the person, and plain text if not.
func parseHTML(source string, lookup func(id int64) *wireUser) (formatted, error) {
	p := htmlParser{src: source, lookup: lookup}
	if err := p.parse(); err != nil {
		return formatted{}, err
	}
	return trim(formatted{text: p.out.String(), entities: p.entities, source: source}), nil
}

type htmlParser struct {
	src      string
	at       int
	out      strings.Builder
	units    int // UTF-16 units written
	open     []openTag
	entities []Entity
	lookup   func(id int64) *wireUser
}

type openTag struct {
	name  string
	attr  map[string]string
	start int // in units
	byte  int // where it stands in the source
}

func (p *htmlParser) parse() error {
	for p.at < len(p.src) {
		switch c := p.src[p.at]; {
		case c == '<' && strings.HasPrefix(p.src[p.at:], "</"):
			if err := p.closeTag(); err != nil {
				return err
			}
		case c == '<':
			if err := p.openTag(); err != nil {
				return err
			}
		case c == '&':
			r, n := entity(p.src[p.at:])
			p.write(r)
			p.at += n
		default:
			r, n := utf8.DecodeRuneInString(p.src[p.at:])
			if r == utf8.RuneError && n == 1 {
				return fmt.Errorf("text must be encoded in UTF-8")
			}
			p.write(r)
			p.at += n
		}
	}
	if len(p.open) > 0 {
		t := p.open[len(p.open)-1]
		return fmt.Errorf("can't find end tag corresponding to start tag %q", t.name)
	}
	// Outer before inner, earlier before later, as Telegram orders them.
	slices.SortStableFunc(p.entities, func(a, b Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	return nil
}

func (p *htmlParser) write(r rune) {
	p.out.WriteRune(r)
	p.units++
	if r >= 0x10000 {
		p.units++
	}
}

// entity reads &lt; &gt; &amp; &quot; and numbers. Any other ampersand is an ampersand.
func entity(s string) (rune, int) {
	end := strings.IndexByte(s, ';')
	if end < 0 || end > 12 {
		return '&', 1
	}
	switch name := s[1:end]; {
	case name == "lt":
		return '<', end + 1
	case name == "gt":
		return '>', end + 1
	case name == "amp":
		return '&', end + 1
	case name == "quot":
		return '"', end + 1
	case strings.HasPrefix(name, "#"):
		digits, base := name[1:], 10
		if strings.HasPrefix(digits, "x") {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseInt(digits, base, 32)
		if err == nil && n > 0 && utf8.ValidRune(rune(n)) {
			return rune(n), end + 1
		}
	}
	return '&', 1
}

func (p *htmlParser) openTag() error {
	start := p.at
	end := tagEnd(p.src[start:])
	if end < 0 {
		return fmt.Errorf("unclosed start tag at byte offset %d", start)
	}
	name, attr, err := parseTag(p.src[start+1 : start+end])
	if err != nil {
		return fmt.Errorf("%w at byte offset %d", err, start)
	}
	if _, ok := tags[name]; !ok {
		return fmt.Errorf("unsupported start tag %q at byte offset %d", name, start)
	}
	if name == "span" && attr["class"] != "tg-spoiler" {
		return fmt.Errorf("tag \"span\" must have class \"tg-spoiler\" at byte offset %d", start)
	}
	p.open = append(p.open, openTag{name: name, attr: attr, start: p.units, byte: start})
	p.at = start + end + 1
	return nil
}

// tagEnd finds the > that ends a tag, looking past those in quotes.
func tagEnd(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

func parseTag(s string) (name string, attr map[string]string, err error) {
	name, rest := cutSpace(s)
	name = strings.ToLower(name)
	attr = map[string]string{}
	for rest != "" {
		i := strings.IndexAny(rest, "= \t\r\n")
		if i < 0 {
			attr[strings.ToLower(rest)] = ""
			return name, attr, nil
		}
		key := strings.ToLower(rest[:i])
		if rest[i] != '=' {
			attr[key] = ""
			rest = strings.TrimSpace(rest[i:])
			continue
		}
		value := rest[i+1:]
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			end := strings.IndexByte(value[1:], value[0])
			if end < 0 {
				return "", nil, fmt.Errorf("unclosed attribute value")
			}
			attr[key], rest = unescape(value[1:1+end]), strings.TrimSpace(value[end+2:])
			continue
		}
		value, rest = cutSpace(value)
		if value == "" || key == "" {
			return "", nil, fmt.Errorf("empty attribute in the tag %q", name)
		}
		attr[key] = unescape(value)
	}
	return name, attr, nil
}

func cutSpace(s string) (head, rest string) {
	i := strings.IndexAny(s, " \t\r\n")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimSpace(s[i:])
}

func unescape(s string) string {
	var out strings.Builder
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if s[0] == '&' {
			r, n = entity(s)
		}
		out.WriteRune(r)
		s = s[n:]
	}
	return out.String()
}

func (p *htmlParser) closeTag() error {
	start := p.at
	end := strings.IndexByte(p.src[start:], '>')
	if end < 0 {
		return fmt.Errorf("unclosed end tag at byte offset %d", start)
	}
	name := strings.ToLower(strings.TrimSpace(p.src[start+2 : start+end]))
	p.at = start + end + 1
	if len(p.open) == 0 {
		return fmt.Errorf("unexpected end tag at byte offset %d", start)
	}
	t := p.open[len(p.open)-1]
	if name != "" && name != t.name {
		return fmt.Errorf("unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", start, t.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	if p.units > t.start {
		p.settle(t)
	}
	return nil
}

// settle turns a closed tag into its entity.
func (p *htmlParser) settle(t openTag) {
	e := Entity{Type: tags[t.name], Offset: t.start, Length: p.units - t.start}
	switch t.name {
	case "blockquote":
		if _, ok := t.attr["expandable"]; ok {
			e.Type = "expandable_blockquote"
		}
	case "tg-emoji":
		e.EmojiID = t.attr["emoji-id"]
	case "code":
		// <pre><code class="language-go"> is one block of code with a language.
		if n := len(p.open); n > 0 && p.open[n-1].name == "pre" && p.open[n-1].start == t.start {
			if lang, ok := strings.CutPrefix(t.attr["class"], "language-"); ok {
				p.open[n-1].attr["language"] = lang
				return
			}
		}
	case "pre":
		e.Language = t.attr["language"]
	case "a":
		if !p.link(&e, t.attr["href"]) {
			return
		}
	}
	p.entities = append(p.entities, e)
}

// link fills in a link's target, or says that Telegram would drop it.
func (p *htmlParser) link(e *Entity, href string) bool {
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return false
	}
	if u.Scheme == "tg" && u.Host == "user" {
		id, err := strconv.ParseInt(u.Query().Get("id"), 10, 64)
		if err != nil {
			return false
		}
		e.Type, e.User = "text_mention", p.lookup(id)
		return e.User != nil
	}
	switch u.Scheme {
	case "http", "https", "tg", "ton", "tel", "mailto":
		e.URL = href
	case "":
		if !strings.Contains(href, ".") {
			return false
		}
		e.URL = "http://" + href
	default:
		return false
	}
	return true
}
