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
	return spaced(out)
}

var (
	wide = regexp.MustCompile(`\s{2,}`)
	any1 = regexp.MustCompile(`\s+`)
)

// spaced parts the lines of a table whose columns stand apart by spaces: by two and more of them, or by single ones where the
// counts agree. A line that cannot be parted so stays whole.
func spaced(rows []Row) []Row {
	columns := 0
	var h header
	for i, row := range rows {
		if len(row.Cells) != 1 {
			return rows // tabs or strokes part it
		}
		line := strings.TrimSpace(row.Cells[0])
		if columns == 0 {
			for _, gap := range []*regexp.Regexp{wide, any1} {
				cells := gap.Split(line, -1)
				if named, ok := headerOf(cells); ok && len(cells) > 1 {
					columns, h, rows[i].Cells = len(cells), named, cells
					break
				}
			}
			continue
		}
		for _, gap := range []*regexp.Regexp{wide, any1} {
			if cells, ok := fitted(gap.Split(line, -1), h); ok && line != "" {
				rows[i].Cells = cells
				break
			}
		}
	}
	return rows
}

// fitted makes cells stand under their header: a date that is not repeated, and phone and place at the end, may be left out.
func fitted(cells []string, h header) ([]string, bool) {
	lead := 0
	if len(h.is) > 0 && h.is[0] == dateColumn && len(cells) > 0 && len(cells) < len(h.is) {
		if d, ok := dayCell(cells[0], "2020-01-01", "2020-01-01"); !ok || d.bad {
			cells, lead = append([]string{""}, cells...), 1
		}
	}
	missing := len(h.is) - len(cells)
	for i := len(h.is) - 1; i >= 0 && i >= len(h.is)-missing; i-- {
		if missing > 0 && h.is[i] != phoneColumn && h.is[i] != placeColumn && h.is[i] != nothing {
			return nil, false
		}
	}
	return cells, missing >= 0 && len(cells) > 1+lead
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
