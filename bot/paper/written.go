package paper

import (
	"strings"

	"fangkong/bot/pattern"
)

// written are the lines of somebody's words, or what stands there until they write.
func written(words, until string) (out []string) {
	for line := range strings.Lines(words) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, sentence(line))
		}
	}
	if len(out) == 0 {
		return []string{until}
	}
	return out
}

// numbered is how people number the points they write themselves: “1.”, “2、”, “（三）”, “④”. A number that is part of what they say has no
// such mark behind it, or a digit behind that (1.5米).
var numbered = pattern.MustCompile(`^(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[）)][、.．]?|[0-9０-９一二三四五六七八九十]{1,3}、|[0-9０-９]{1,2}[）).．]|[①-⑳])\s*`)

// points are somebody's words point by point, as an official paper numbers them below a heading; a single one has no number.
func points(words, until string) []string {
	out := written(words, until)
	for i, line := range out {
		bare := line[len(numbered.FindString(line)):]
		if bare == "" || strings.ContainsAny(bare[:1], "0123456789") && strings.ContainsAny(line[:len(line)-len(bare)], ".．") {
			bare = line
		}
		if out[i] = bare; len(out) > 1 {
			out[i] = "（" + ordinal(i+1) + "）" + bare
		}
	}
	return out
}

// ordinal is a number up to 99 as the headings of an official paper have it.
func ordinal(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 10:
		return string(digits[n])
	case n < 20:
		return strings.TrimSuffix("十"+string(digits[n%10]), "〇")
	}
	return strings.TrimSuffix(string(digits[n/10])+"十"+string(digits[n%10]), "〇")
}
