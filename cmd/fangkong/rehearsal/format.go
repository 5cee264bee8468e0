package rehearsal

import (
	"html/template"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf16"

	"fangkong/bot/sandbox"
)

// formatted is a text with its entities as HTML: everything escaped, and only the markup that Telegram's clients show.
// Entities may lie within one another and never overlap; one that does is left out.
func formatted(text string, entities []sandbox.Entity, bot string) template.HTML {
	units := utf16.Encode([]rune(text))
	sorted := slices.Clone(entities)
	slices.SortStableFunc(sorted, func(a, b sandbox.Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	var out strings.Builder
	w := formatter{units: units, bot: bot, out: &out}
	w.write(0, len(units), sorted)
	return template.HTML(out.String())
}

type formatter struct {
	units []uint16
	bot   string
	out   *strings.Builder
}

// write writes a stretch of the text with the entities that lie in it.
func (w *formatter) write(from, to int, in []sandbox.Entity) {
	at := from
	for i := 0; i < len(in); i++ {
		e := in[i]
		end := e.Offset + e.Length
		if e.Offset < at || end > to || e.Length <= 0 {
			continue
		}
		w.plain(at, e.Offset)
		inner := i + 1
		for inner < len(in) && in[inner].Offset < end {
			inner++
		}
		before, after := w.around(e)
		w.out.WriteString(before)
		w.write(e.Offset, end, in[i+1:inner])
		w.out.WriteString(after)
		at, i = end, inner-1
	}
	w.plain(at, to)
}

// plain is text without entities. Telegram's clients make a link of an address in it by themselves; of those only the ways into the bot
// lead anywhere here.
func (w *formatter) plain(from, to int) {
	rest := w.text(from, to)
	for {
		before, after, found := strings.Cut(rest, "https://t.me/"+w.bot+"?start=")
		w.out.WriteString(template.HTMLEscapeString(before))
		if !found {
			return
		}
		end := strings.IndexFunc(after, func(r rune) bool { return !strings.ContainsRune(payload, r) })
		if end < 0 {
			end = len(after)
		}
		address := rest[len(before) : len(rest)-len(after)+end]
		open, shut := w.link(address)
		w.out.WriteString(open + template.HTMLEscapeString(address) + shut)
		rest = after[end:]
	}
}

// payload is what may stand behind start=.
const payload = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

func (w *formatter) text(from, to int) string { return string(utf16.Decode(w.units[from:to])) }

// marks are the entities that are one element each.
var marks = map[string]string{"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
	"blockquote": "blockquote", "spoiler": "mark", "text_mention": "em"}

// around is what stands before and after an entity.
func (w *formatter) around(e sandbox.Entity) (before, after string) {
	if tag := marks[e.Type]; tag != "" {
		return "<" + tag + ">", "</" + tag + ">"
	}
	words := w.text(e.Offset, e.Offset+e.Length)
	switch e.Type {
	case "bot_command":
		return `<button type="button" class="link" data-say="` + template.HTMLEscapeString(words) + `">`, "</button>"
	case "text_link":
		return w.link(e.URL)
	case "url":
		return w.link(words)
	}
	return "", ""
}

// link is a way to somewhere: into the bot, which whoever looks on opens themselves; or out of the page, in a tab of its own.
func (w *formatter) link(to string) (before, after string) {
	u, err := url.Parse(to)
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http":
		return "", ""
	case u.Host == "t.me" && strings.Trim(u.Path, "/") == w.bot:
		return `<button type="button" class="link" data-start="` + template.HTMLEscapeString(u.Query().Get("start")) + `">`, "</button>"
	case u.Host == "t.me" && strings.HasPrefix(u.Path, "/c/"): // a message of the work group
		return `<button type="button" class="link" data-group="` + template.HTMLEscapeString(path.Base(u.Path)) + `">`, "</button>"
	}
	return `<a href="` + template.HTMLEscapeString(to) + `" target="_blank" rel="noopener noreferrer">`, "</a>"
}
