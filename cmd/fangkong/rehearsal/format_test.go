package rehearsal

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"fangkong/bot/sandbox"
)

func TestFormatted(t *testing.T) {
	for _, c := range []struct {
		text     string
		entities []sandbox.Entity
		want     string
	}{
		{"<b>&", nil, "&lt;b&gt;&amp;"},
		{"🚨 急 x", []sandbox.Entity{{Type: "bold", Offset: 3, Length: 1}}, "🚨 <b>急</b> x"},
		{"一二三", []sandbox.Entity{{Type: "bold", Offset: 0, Length: 3}, {Type: "italic", Offset: 1, Length: 1}}, "<b>一<i>二</i>三</b>"},
		{"abcd", []sandbox.Entity{{Type: "bold", Offset: 0, Length: 3}, {Type: "italic", Offset: 2, Length: 2}}, "<b>abc</b>d"},
		{"/help", []sandbox.Entity{{Type: "bot_command", Offset: 0, Length: 5}}, `<button type="button" class="link" data-say="/help">/help</button>`},
		{"x", []sandbox.Entity{{Type: "text_link", Offset: 0, Length: 1, URL: "javascript:alert(1)"}}, "x"},
		{"开：https://t.me/b?start=a_1-Z。<", nil, `开：<button type="button" class="link" data-start="a_1-Z">https://t.me/b?start=a_1-Z</button>。&lt;`},
		{"https://t.me/c?start=a", nil, "https://t.me/c?start=a"},
		{"x", []sandbox.Entity{{Type: "text_link", Offset: 0, Length: 1, URL: "https://t.me/c/123/45"}}, `<button type="button" class="link" data-group="45">x</button>`},
		{"x", []sandbox.Entity{{Type: "text_link", Offset: 0, Length: 1, URL: "https://t.me/b?start=a\"b"}}, `<button type="button" class="link" data-start="a&#34;b">x</button>`},
	} {
		if got := string(formatted(c.text, c.entities, "b")); got != c.want {
			t.Errorf("%q: %s, not %s", c.text, got, c.want)
		}
	}
}

var tag = regexp.MustCompile(`<(/?)([a-z]+)[^>]*>`)

// What anybody writes, marked in whatever way, reads the same and opens nothing that it does not close.
func FuzzFormatted(f *testing.F) {
	f.Add("居家<隔离>2人 🚨", "bold", 0, 4, "italic", 2, 5)
	f.Add("a&b", "text_link", 0, 2, "code", 1, 9)
	f.Fuzz(func(t *testing.T, text, one string, at, length int, two string, from, size int) {
		if !utf8.ValidString(text) {
			return
		}
		units := len(utf16.Encode([]rune(text)))
		var in []sandbox.Entity
		for _, e := range []sandbox.Entity{{Type: one, Offset: at, Length: length, URL: text}, {Type: two, Offset: from, Length: size, URL: "https://example.org/" + text}} {
			// Telegram hands out no entity that lies outside its text or splits a character.
			if e.Offset >= 0 && e.Length > 0 && e.Length <= units && e.Offset <= units-e.Length && whole(text, e.Offset) && whole(text, e.Offset+e.Length) {
				in = append(in, e)
			}
		}
		got := string(formatted(text, in, "bot"))
		if plain := html.UnescapeString(tag.ReplaceAllString(got, "")); plain != html.UnescapeString(html.EscapeString(strings.ReplaceAll(text, "\x00", "\uFFFD"))) {
			t.Fatalf("%q reads %q", text, plain)
		}
		var open []string
		for _, m := range tag.FindAllStringSubmatch(got, -1) {
			if m[1] == "" {
				open = append(open, m[2])
			} else if len(open) == 0 || open[len(open)-1] != m[2] {
				t.Fatalf("%q closes %s", got, m[2])
			} else {
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Fatalf("%q leaves %v open", got, open)
		}
	})
}

// whole tells whether a place in UTF-16 units lies between characters.
func whole(text string, at int) bool {
	units := utf16.Encode([]rune(text))
	return at == len(units) || !utf16.IsSurrogate(rune(units[at])) || units[at] < 0xDC00
}
