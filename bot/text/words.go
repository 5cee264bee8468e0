package text

import (
	"fmt"
	htmltemplate "html/template"
	"strings"
	texttemplate "text/template"
	"time"
	"unicode"
	"unicode/utf8"

	"fangkong/store/workgroup"
)

// words are the functions templates have: how a language writes names, dates, lists and figures, and other texts by name (line).
func words(lang workgroup.Language, bodies map[string]workgroup.Named, plain *texttemplate.Template) texttemplate.FuncMap {
	look := func(kind string, what any) string {
		var out strings.Builder
		name := kind + "/" + fmt.Sprint(what)
		if plain.Lookup(name) == nil {
			return fmt.Sprint(what)
		}
		// A word has no facts; one that needs some is told apart when the file is tested.
		if err := plain.ExecuteTemplate(&out, name, nil); err != nil {
			return fmt.Sprint(what)
		}
		return out.String()
	}
	return texttemplate.FuncMap{
		"name":  func(v any) string { return named(lang, v) },
		"names": func(v any) string { return list(lang, v) },
		"date":  func(v any) string { return date(lang, v) },
		"word":  look,
		"line": func(v any) (string, error) {
			one, _ := v.(map[string]any)
			var out strings.Builder
			err := plain.ExecuteTemplate(&out, fmt.Sprint(one["kind"]), one["facts"])
			return out.String(), err
		},
		"body":    func(key string) (string, error) { return body(lang, bodies, key) },
		"capital": capital,
		"signed":  signed,
		"unsaid":  func(v any) bool { return v == nil },
		"mention": mention,
		"short":   short,
		"many":    many,
		"nth":     func(i int) int { return i + 1 },
	}
}

// many is a number with what it counts, as English says it: “1 minute”, “3 minutes”.
func many(n any, of string) string {
	if s := fmt.Sprint(n); s == "1" {
		return s + " " + of
	}
	if of == "person" {
		return fmt.Sprint(n) + " people"
	}
	return fmt.Sprint(n) + " " + of + "s"
}

// named is a proper name in the reader's language.
func named(lang workgroup.Language, v any) string {
	m, ok := v.(map[string]any)
	if !ok {
		return fmt.Sprint(v)
	}
	if e, _ := m["english"].(string); lang == workgroup.English && e != "" {
		return e
	}
	s, _ := m["name"].(string)
	return s
}

// body is what this college calls one of its bodies.
func body(lang workgroup.Language, bodies map[string]workgroup.Named, key string) (string, error) {
	called := workgroup.College{Bodies: bodies}.Body(key)
	switch {
	case called.Name == "":
		return "", fmt.Errorf("no body %q", key)
	case lang == workgroup.English && called.English != "":
		return called.English, nil
	}
	return called.Name, nil
}

// capital begins a sentence.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// list is several names in one line.
func list(lang workgroup.Language, v any) string {
	var out []string
	items, _ := v.([]any)
	for _, i := range items {
		out = append(out, named(lang, i))
	}
	if lang == workgroup.English {
		return strings.Join(out, ", ")
	}
	return strings.Join(out, "、")
}

// date is a calendar date without its year: the day at hand.
func date(lang workgroup.Language, v any) string {
	t, err := time.Parse(time.DateOnly, fmt.Sprint(v))
	if err != nil {
		return fmt.Sprint(v)
	}
	if lang == workgroup.English {
		return t.Format("2 January")
	}
	return t.Format("1月2日")
}

// signed is a change: +2, -1, ±0.
func signed(v any) string {
	n, _ := v.(int64)
	if n == 0 {
		return "±0"
	}
	return fmt.Sprintf("%+d", n)
}

// mention is a link that names a person by id: it works without a username.
func mention(id any, name any) htmltemplate.HTML {
	return htmltemplate.HTML(fmt.Sprintf(`<a href="tg://user?id=%v">%s</a>`, id, htmltemplate.HTMLEscapeString(fmt.Sprint(name))))
}

// short is the beginning of somebody's words, where all of them would crowd out the rest.
func short(v any) string {
	const most = 40
	if r := []rune(fmt.Sprint(v)); len(r) > most {
		return string(r[:most]) + "…"
	}
	return fmt.Sprint(v)
}
