package text

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf16"
)

// Longest is the longest message Telegram takes, in UTF-16 units after its markup is taken away.
const Longest = 4096

var tag = regexp.MustCompile(`</?[a-z][^>]*>`)

// Fit shortens a message that Telegram would refuse: whole lines go from its end, never the middle of a tag, and the last
// line says that something is missing. What fits is returned as it is.
func Fit(message, more string) string {
	if length(message) <= Longest {
		return message
	}
	room := Longest - length(more) - 1
	kept, used, depth, end := 0, 0, 0, 0
	for line := range strings.Lines(message) {
		used += length(line)
		if used > room {
			break
		}
		kept += len(line)
		for _, t := range tag.FindAllString(line, -1) {
			if strings.HasPrefix(t, "</") {
				depth--
			} else {
				depth++
			}
		}
		// Only where every tag is closed can a message end.
		if depth == 0 {
			end = kept
		}
	}
	return strings.TrimRight(message[:end], "\n") + "\n" + more
}

// length is what Telegram counts.
func length(s string) int {
	return len(utf16.Encode([]rune(html.UnescapeString(tag.ReplaceAllString(s, "")))))
}
