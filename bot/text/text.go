// Package text is everything the bot says, a template file or two a language. A text has a name:
//
//	say/…      a message, HTML, escaped by the engine
//	card/…     what a card shows, HTML
//	toast/…    the answer to a press, plain, at most 200 UTF-16 units
//	button/…   a label, plain
//	refusal/…  a refusal, plain
//	check/…    the question of a check, plain
//	fault/…    what is wrong with a line of a duty roster, and what to do, plain
//	event/… role/… mark/… step/… state/… measure/… group/… case/… verdict/… channel/… leg/… phone/… lack/… pause/…  words, plain
//	class/… need/… audience/… delivery/…  words of notices, plain
//	change/…   what a change of the roster does, and what follows from it, plain
//	field/…    what of a unit or a person changes, plain
//	gap/…      why a unit is missing on a sheet, plain
//	point/… frame/…  the points of a meeting, and what its minutes say of it, plain
//	book/…     words of a workbook, a picture or a printed paper, plain
//	silence/…  why somebody cannot be written to, plain
//	menu/…     what a command does, plain
//
// Facts reach a template as JSON does: numbers, strings, lists and maps, so that a text reads the same before and after
// a restart.
package text

import (
	"embed"
	"fmt"
	"html"
	htmltemplate "html/template"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	texttemplate "text/template"

	"fangkong/store/workgroup"
)

//go:embed *.tmpl
var files embed.FS

// Texts are all texts in all languages.
type Texts struct {
	html  map[workgroup.Language]*htmltemplate.Template
	plain map[workgroup.Language]*texttemplate.Template
	words sync.Map // what has been rendered plain without facts, by wording
}

// wording is a plain text in a language.
type wording struct {
	lang workgroup.Language
	name string
}

// Load reads every language. The college's bodies are called as it calls them; one it does not name has its usual name.
func Load(bodies map[string]workgroup.Named) (*Texts, error) {
	t := &Texts{html: map[workgroup.Language]*htmltemplate.Template{}, plain: map[workgroup.Language]*texttemplate.Template{}}
	for _, lang := range workgroup.Languages {
		raw, err := source(lang)
		if err != nil {
			return nil, fmt.Errorf("texts %s: %w", lang, err)
		}
		plain := texttemplate.New(string(lang))
		if t.plain[lang], err = plain.Funcs(words(lang, bodies, plain)).Parse(raw); err != nil {
			return nil, fmt.Errorf("texts %s: %w", lang, err)
		}
		rich := htmltemplate.New(string(lang))
		if t.html[lang], err = rich.Funcs(htmltemplate.FuncMap(words(lang, bodies, plain))).Parse(raw); err != nil {
			return nil, fmt.Errorf("texts %s: %w", lang, err)
		}
	}
	return t, nil
}

// source is everything a language says: its main file, and one more for each large subject (zh-CN.urgent.tmpl).
func source(lang workgroup.Language) (string, error) {
	names, err := fs.Glob(files, string(lang)+".*tmpl")
	var all strings.Builder
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		all.Write(raw)
	}
	if err == nil && all.Len() == 0 {
		err = fs.ErrNotExist
	}
	return all.String(), err
}

// HTML renders a message, at most as long as Telegram takes: a list that does not fit ends at a whole line, and says so.
func (t *Texts) HTML(lang workgroup.Language, name string, facts workgroup.Facts) (string, error) {
	var out strings.Builder
	if err := t.html[t.known(lang)].ExecuteTemplate(&out, name, decoded(facts)); err != nil {
		return "", fmt.Errorf("text %s in %s: %w", name, lang, err)
	}
	return fitted(tidy(out.String())), nil
}

// Plain renders a label, a toast, a word. Without facts it is rendered once: what people write is held against many labels.
func (t *Texts) Plain(lang workgroup.Language, name string, facts workgroup.Facts) (string, error) {
	if len(facts) > 0 {
		return t.render(lang, name, facts)
	}
	if word, ok := t.words.Load(wording{lang, name}); ok {
		return word.(string), nil
	}
	word, err := t.render(lang, name, nil)
	if err == nil {
		t.words.Store(wording{lang, name}, word)
	}
	return word, err
}

func (t *Texts) render(lang workgroup.Language, name string, facts workgroup.Facts) (string, error) {
	var out strings.Builder
	if err := t.plain[t.known(lang)].ExecuteTemplate(&out, name, decoded(facts)); err != nil {
		return "", fmt.Errorf("text %s in %s: %w", name, lang, err)
	}
	return tidy(out.String()), nil
}

// Difference is one line of what a change of the roster does.
func (t *Texts) Difference(lang workgroup.Language, d workgroup.Difference) (string, error) {
	return t.Plain(lang, "change/"+string(d.Kind), d.Facts)
}

// Escaped renders a plain text for use as a message.
func (t *Texts) Escaped(lang workgroup.Language, name string, facts workgroup.Facts) (string, error) {
	s, err := t.Plain(lang, name, facts)
	return html.EscapeString(s), err
}

// Has tells whether a language has a text of that name.
func (t *Texts) Has(lang workgroup.Language, name string) bool {
	p := t.plain[lang]
	return p != nil && p.Lookup(name) != nil
}

// Names are all names a language has, sorted.
func (t *Texts) Names(lang workgroup.Language) []string {
	var out []string
	for _, one := range t.plain[lang].Templates() {
		if strings.Contains(one.Name(), "/") {
			out = append(out, one.Name())
		}
	}
	slices.Sort(out)
	return out
}

func (t *Texts) known(lang workgroup.Language) workgroup.Language {
	if _, ok := t.plain[lang]; ok {
		return lang
	}
	return workgroup.Chinese
}

// tidy takes away what the layout of a template leaves: blank lines at the ends and doubled between.
func tidy(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	out := lines[:0]
	for i, line := range lines {
		line = strings.Trim(line, " \t\r") // an ideographic space is an indentation, and stays
		if line == "" && i > 0 && len(out) > 0 && out[len(out)-1] == "" {
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// longest is how many UTF-16 units of visible text a message may have.
const longest = 4096

const goesOn = "\n…"

var tags = regexp.MustCompile(`<[^>]*>`)

// Length is how much of a message people see, in UTF-16 units.
func Length(s string) int {
	return workgroup.Length(html.UnescapeString(tags.ReplaceAllString(s, "")))
}

// fitted keeps as many whole lines as fit. A tag is closed in the line it was opened in wherever a text may grow this long.
func fitted(s string) string {
	if Length(s) <= longest {
		return s
	}
	lines, room := strings.Split(s, "\n"), longest-Length(goesOn)
	for i, line := range lines {
		if room -= Length(line) + 1; room < 0 {
			return strings.Join(lines[:i], "\n") + goesOn
		}
	}
	return s
}
