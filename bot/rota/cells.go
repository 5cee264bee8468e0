package rota

import (
	"regexp"
	"strings"
	"unicode"
)

// narrow writes full-width digits, letters and signs, and all the dashes and colons there are, in one way.
func narrow(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r >= '！' && r <= '～' && r != '，' && r != '（' && r != '）' && r != '；':
			r -= '！' - '!'
		case r == '（':
			r = '('
		case r == '）':
			r = ')'
		case r == '\u3000' || r == '\u00a0':
			r = ' '
		case r == '—' || r == '–' || r == '―' || r == '‐' || r == '‑' || r == '−' || r == '～' || r == '〜' || r == '－':
			r = '-'
		case r == '∶' || r == '︰':
			r = ':'
		case r != '\t' && r != '\n' && (unicode.IsControl(r) || r == '\ufeff' || r == '\u200b' || r == unicode.ReplacementChar):
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// Lines are the rows of a pasted text; cells are parted by tabs or upright strokes.
func Lines(text string) []Row {
	var out []Row
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = narrow(line)
		var cells []string
		switch {
		case strings.Contains(line, "\t"):
			cells = strings.Split(line, "\t")
		case strings.Contains(line, "|"):
			cells = strings.Split(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|"), "|")
		default:
			cells = []string{line}
		}
		out = append(out, Row{i + 1, cells})
	}
	return out
}

// clean are a row's cells, trimmed and half-width; empty ones at the end are gone.
func clean(cells []string) []string {
	out := make([]string, len(cells))
	last := 0
	for i, c := range cells {
		// A cell of strokes is a ruled line.
		if out[i] = strings.TrimSpace(narrow(c)); strings.Trim(out[i], "-:= ") == "" {
			out[i] = ""
		} else {
			last = i + 1
		}
	}
	return out[:last]
}

var (
	brackets  = regexp.MustCompile(`\([^()]*\)`)
	parting   = regexp.MustCompile(`[、，,;；/\\+&]|\s+`)
	phoneLike = regexp.MustCompile(`\+?\d{3,4}-\d{4}-\d{4}|\+?\d{3,4}-\d{7,8}(?:-\d{1,6})?|\b1\d{10}\b|\b0\d{9,11}\b|\b\d{7,8}\b`)
)

// phonesIn takes the telephone numbers out of words.
func phonesIn(words string) (rest string, phones []string) {
	rest = phoneLike.ReplaceAllStringFunc(words, func(p string) string {
		phones = append(phones, p)
		return " "
	})
	return rest, phones
}

// namesIn are the names in a cell: what stands in brackets is not one, and a name of two characters may have a space inside.
func namesIn(words string) []string {
	words, _ = phonesIn(brackets.ReplaceAllString(words, " "))
	var out []string
	single := ""
	for _, w := range parting.Split(words, -1) {
		w = strings.Trim(w, " :.。·-_*()[]【】“”\"'")
		if w == "" {
			continue
		}
		if len([]rune(w)) == 1 && unicode.Is(unicode.Han, []rune(w)[0]) {
			if single == "" {
				single = w
				continue
			}
			w, single = single+w, ""
		}
		if single != "" {
			out, single = append(out, single), ""
		}
		if !placeless[w] {
			out = append(out, w)
		}
	}
	if single != "" && !placeless[single] {
		out = append(out, single)
	}
	return out
}

// placeless are words that stand where a name could and are none.
var placeless = map[string]bool{"无": true, "和": true, "及": true, "与": true, "休": true, "none": true, "-": true}
