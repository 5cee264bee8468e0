package text_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

var update = flag.Bool("update", false, "write the golden files anew")

func rich(name string) bool {
	return strings.HasPrefix(name, "say/") || strings.HasPrefix(name, "card/")
}

// render renders every case of a text.
func render(t *testing.T, texts *text.Texts, lang workgroup.Language, name string, cases []facts) []string {
	t.Helper()
	var out []string
	for i, f := range cases {
		how := texts.Plain
		if rich(name) {
			how = texts.HTML
		}
		got, err := how(lang, name, f)
		if err != nil {
			t.Errorf("%s %s, case %d: %v", lang, name, i, err)
			continue
		}
		for _, bad := range []string{"<no value>", "&lt;no value", "%!", "ZgotmplZ", "<nil>", "&lt;nil", "map["} {
			if strings.Contains(got, bad) {
				t.Errorf("%s %s, case %d, says %s:\n%s", lang, name, i, bad, got)
			}
		}
		if strings.TrimSpace(got) == "" {
			t.Errorf("%s %s, case %d, says nothing", lang, name, i)
		}
		out = append(out, got)
	}
	return out
}

// casesOf are the facts of a text: words, labels and menu lines need none.
func casesOf(name string, fixtures map[string][]facts) ([]facts, bool) {
	if f, ok := fixtures[name]; ok {
		return f, true
	}
	kind, _, _ := strings.Cut(name, "/")
	return []facts{nil}, slices.Contains([]string{"button", "menu", "event", "role", "mark", "cause", "ending", "step", "state", "measure", "group", "language", "case", "verdict", "channel", "leg", "phone", "lack", "pause", "class", "need", "audience", "delivery", "silence", "field", "gap", "paperstate", "paperclass", "ground", "point", "frame", "book"}, kind)
}

// What the bot says stands in testdata/golden, to be read in review: a message or card a file, the short ones a kind.
func TestGolden(t *testing.T) {
	texts, fixtures := load(t), plainWorld().fixtures()
	for _, lang := range workgroup.Languages {
		files := map[string]string{}
		for _, name := range texts.Names(lang) {
			kind, _, _ := strings.Cut(name, "/")
			if kind == "part" {
				continue
			}
			cases, ok := casesOf(name, fixtures)
			if !ok {
				t.Errorf("%s has no facts to be tried with", name)
				continue
			}
			said := render(t, texts, lang, name, cases)
			if rich(name) {
				files[name] = strings.Join(said, "\n────────\n") + "\n"
				continue
			}
			for _, one := range said {
				files[kind] += name + ": " + strings.ReplaceAll(one, "\n", "\n    ") + "\n"
			}
		}
		for name, got := range files {
			path := filepath.Join("testdata", "golden", string(lang), name+".txt")
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Errorf("%v (go test ./bot/text -update writes it)", err)
			} else if string(want) != got {
				t.Errorf("%s\n got: %s\nwant: %s", path, got, want)
			}
		}
	}
	for name := range fixtures {
		if !texts.Has(workgroup.Chinese, name) {
			t.Errorf("facts are kept for %s, which does not exist", name)
		}
	}
}

var tag = regexp.MustCompile(`<(/?)([a-z]+)([^>]*)>`)

// seen is the text that people see of a message; it fails when Telegram would not take the message.
func seen(t *testing.T, what, message string) string {
	t.Helper()
	var open []string
	for _, m := range tag.FindAllStringSubmatch(message, -1) {
		switch allowed := slices.Contains([]string{"b", "i", "blockquote", "a"}, m[2]); {
		case !allowed:
			t.Errorf("%s: Telegram knows no <%s>", what, m[2])
		case m[1] == "":
			open = append(open, m[2])
		case len(open) == 0 || open[len(open)-1] != m[2]:
			t.Errorf("%s: </%s> closes nothing", what, m[2])
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) != 0 {
		t.Errorf("%s: %v is left open in\n%s", what, open, message)
	}
	plain := tag.ReplaceAllString(message, "")
	if i := strings.IndexAny(plain, "<>"); i >= 0 {
		t.Errorf("%s: a bare %q in\n%s", what, plain[i], plain)
	}
	return html.UnescapeString(plain)
}

// A label on a button begins as a sentence does, whatever it is made of.
func TestLabelsBeginAsASentenceDoes(t *testing.T) {
	texts := load(t)
	for name, cases := range plainWorld().fixtures() {
		if kind, _, _ := strings.Cut(name, "/"); kind != "button" {
			continue
		}
		for _, label := range render(t, texts, workgroup.English, name, cases) {
			if first, _ := utf8.DecodeRuneInString(label); unicode.IsLower(first) {
				t.Errorf("%s: %q", name, label)
			}
		}
	}
	for _, name := range texts.Names(workgroup.English) {
		if label, err := texts.Plain(workgroup.English, name, nil); err == nil && strings.HasPrefix(name, "button/") && label != "" && unicode.IsLower([]rune(label)[0]) {
			t.Errorf("%s: %q", name, label)
		}
	}
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// The longest day: every unit missing, every name the longest, every word long.
func TestNothingIsTooLong(t *testing.T) {
	texts := load(t)
	for _, lang := range workgroup.Languages {
		for name, cases := range fullWorld().fixtures() {
			for i, got := range render(t, texts, lang, name, cases) {
				what := fmt.Sprintf("%s %s, case %d", lang, name, i)
				kind, _, _ := strings.Cut(name, "/")
				if rich(name) {
					if n := units(seen(t, what, got)); n > 4096 {
						t.Errorf("%s is %d long, Telegram takes 4096", what, n)
					}
				} else if n := units(got); (kind == "toast" || kind == "refusal") && n > 200 {
					t.Errorf("%s is %d long, Telegram takes 200:\n%s", what, n, got)
				} else if name == "toast/placeholder" && n > 64 {
					t.Errorf("%s is %d long, Telegram takes 64", what, n)
				}
			}
		}
	}
}

// The first press on 「零报告」 reads back what will be filed, with the doubts in the reader's own language.
func TestTheReadBackOfAZeroFitsAnAlert(t *testing.T) {
	texts, w := load(t), fullWorld()
	for _, lang := range workgroup.Languages {
		longest := ""
		for base := range workgroup.DefaultForm().Zeros(workgroup.CollegeUnit) {
			doubt, err := texts.Plain(lang, "check/V15", facts{"label": workgroup.DefaultForm().LabelOf(base), "prev": 100})
			if err != nil {
				t.Fatal(err)
			}
			if units(doubt) > units(longest) {
				longest = doubt
			}
		}
		got := render(t, texts, lang, "toast/zero-read-back", []facts{{"unit": w.unit, "date": "2020-01-31", "doubts": []string{longest, longest}, "codes": []string{}}})[0]
		if n := units(got); n > 200 || !strings.Contains(got, longest) {
			t.Errorf("%s: %d long, Telegram takes 200:\n%s", lang, n, got)
		}
	}
}

// What people type is shown as they typed it, whatever HTML would make of it.
func TestFactsAreEscaped(t *testing.T) {
	texts, evil := load(t), hostileWorld()
	for _, lang := range workgroup.Languages {
		tried := 0
		for name, cases := range evil.fixtures() {
			if !rich(name) {
				continue
			}
			for i, got := range render(t, texts, lang, name, cases) {
				what := fmt.Sprintf("%s %s, case %d", lang, name, i)
				visible := seen(t, what, got)
				if strings.Contains(visible, "甲") {
					tried++
					if !strings.Contains(visible, evil.words) {
						t.Errorf("%s does not show what was typed:\n%s", what, visible)
					}
				}
			}
		}
		if tried < 40 {
			t.Errorf("only %d texts showed the hostile name", tried)
		}
	}
}

// A list that does not fit ends at a whole line, and says that it goes on.
func TestALongMessageEndsAtALine(t *testing.T) {
	texts := load(t)
	for _, lang := range workgroup.Languages {
		got, err := texts.HTML(lang, "say/summary", fullWorld().fixtures()["say/summary"][1])
		if err != nil {
			t.Fatal(err)
		}
		visible := seen(t, string(lang), got)
		if n := units(visible); n > 4096 || n < 3000 || !strings.HasSuffix(visible, "\n…") {
			t.Errorf("%s: %d long, ends %q", lang, n, visible[max(0, len(visible)-60):])
		}
	}
}

// Details and telephone numbers stand a little to the right of what they belong to.
func TestIndentationStays(t *testing.T) {
	texts := load(t)
	for _, lang := range workgroup.Languages {
		got := render(t, texts, lang, "say/summary", plainWorld().fixtures()["say/summary"][:1])[0]
		if n := strings.Count(got, "\n　"); n != 4 {
			t.Errorf("%s: %d indented lines, want three numbers and one detail:\n%s", lang, n, got)
		}
	}
}

func TestALanguageNobodySpeaksIsTheDefault(t *testing.T) {
	texts := load(t)
	for _, lang := range []workgroup.Language{"", "fr"} {
		if got, err := texts.Plain(lang, "button/zero", nil); err != nil || got != "零报告" {
			t.Errorf("%q: %q, %v", lang, got, err)
		}
	}
	if _, err := texts.Plain(workgroup.Chinese, "say/nothing", nil); err == nil || texts.Has(workgroup.English, "say/nothing") {
		t.Error("a text that does not exist was rendered")
	}
}

// A text reads the same before and after a restart, when its facts have gone through the store as JSON.
func TestATextReadsTheSameAfterARestart(t *testing.T) {
	texts := load(t)
	for _, w := range []world{plainWorld(), fullWorld()} {
		for name, cases := range w.fixtures() {
			var stored []facts
			for _, f := range cases {
				raw, err := json.Marshal(f)
				var back facts
				if err = cmp.Or(err, json.Unmarshal(raw, &back)); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				stored = append(stored, back)
			}
			for _, lang := range workgroup.Languages {
				if before, after := render(t, texts, lang, name, cases), render(t, texts, lang, name, stored); !slices.Equal(before, after) {
					t.Errorf("%s in %s\nbefore %q\n after %q", name, lang, before, after)
				}
			}
		}
	}
}
