package rehearsal

import (
	"embed"
	"fmt"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"fangkong/store/workgroup"
)

//go:embed words
var wordFiles embed.FS

// words are what the page itself says in one language; the bot has its own.
type words struct {
	lang  workgroup.Language
	table map[string]string
	lines []string // what the others report in a line of their own
}

// languages are all words there are; a file that cannot be read is a panic, for it is part of the program.
var languages = func() map[workgroup.Language]words {
	out := map[workgroup.Language]words{}
	for _, lang := range workgroup.Languages {
		raw, err := wordFiles.ReadFile("words/" + string(lang) + ".toml")
		if err != nil {
			panic(err)
		}
		w := words{lang: lang}
		var file struct {
			Words map[string]string
			Lines []string
		}
		if err := toml.Unmarshal(raw, &file); err != nil {
			panic(fmt.Sprintf("words of the page in %s: %v", lang, err))
		}
		w.table, w.lines = file.Words, file.Lines
		out[lang] = w
	}
	return out
}()

func spoken(lang workgroup.Language) words { return languages[lang] }

// say is a text by its name; one that is missing shows its name.
func (w words) say(name string, args ...any) string {
	text, ok := w.table[name]
	if !ok {
		return name
	}
	if len(args) == 0 || !strings.Contains(text, "%") {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// has tells whether there is a text of that name.
func (w words) has(name string) bool { return w.table[name] != "" }

// Say is say, for the templates.
func (w words) Say(name string, args ...any) string { return w.say(name, args...) }

// Lang is the page's language, as browsers call it.
func (w words) Lang() string { return string(w.lang) }

// named is a thing's name in the page's language.
func (w words) named(n workgroup.Named) string {
	if w.lang == workgroup.English && n.English != "" {
		return n.English
	}
	return n.Name
}

// person is somebody with their unit.
func (w words) person(unit workgroup.Named, name string) string {
	if w.lang == workgroup.English {
		return name + ", " + w.named(unit)
	}
	return w.named(unit) + " " + name
}

var weekdays = []string{"日", "一", "二", "三", "四", "五", "六"}

// date is a day as people write it.
func (w words) date(t time.Time) string {
	if w.lang == workgroup.English {
		return t.Format("Mon 2 January 2006")
	}
	return t.Format("2006年1月2日") + " 星期" + weekdays[t.Weekday()]
}
