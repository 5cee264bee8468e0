package card

import "strings"

// FirstLine is the first line of a text, short.
func FirstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// brief is as much of somebody's words as a card shows.
func brief(s string) string {
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "…"
	}
	return s
}

// FirstFew are as many names as an alert holds.
func FirstFew(names []string) []string {
	out := []string{}
	for _, n := range names[:min(len(names), 5)] {
		if r := []rune(n); len(r) > 12 {
			n = string(r[:12]) + "…"
		}
		out = append(out, n)
	}
	return out
}
