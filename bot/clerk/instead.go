package clerk

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// beginsTheirs stands before whoever is to do something: the beginning of a clause, or a word that says so.
var beginsTheirs = pattern.MustCompile(`(?:^|[，,。；;！!\n（(:：]|由|让|请|责成|要求|责任(?:单位|部门|人)?为)\s*$`)

// OwnerInstead are the words of a decision with somebody else in the place of who was to do it, wherever they name them for that.
func (c *Clerk) OwnerInstead(b workgroup.Book, words string, was workgroup.Owner, now string) string {
	names := c.names(b)
	low := strings.ToLower(words)
	if len(low) != len(words) {
		return words
	}
	var out strings.Builder
	for at := 0; at < len(words); {
		i := slices.IndexFunc(names, func(n name) bool { return strings.HasPrefix(low[at:], n.text) })
		if i < 0 {
			out.WriteByte(words[at])
			at++
			continue
		}
		behind := at + len(names[i].text)
		if names[i].is == was && beginsTheirs.MatchString(words[:at]) && !ofTheirs.MatchString(words[behind:]) {
			out.WriteString(now)
		} else {
			out.WriteString(words[at:behind])
		}
		at = behind
	}
	return out.String()
}

// TimeInstead are the words of a decision with another time in the place of the one that they set, as they were understood when they were written.
func (c *Clerk) TimeInstead(words string, was, written time.Time, now string) string {
	if people.Narrow(words) != words {
		return words
	}
	sets := func(said string) bool {
		at, ok := c.byWhen(said, written)
		return ok && at.Equal(was)
	}
	from := 0
	for _, clause := range Stops.Split(words, -1) {
		from += strings.Index(words[from:], clause)
		begin, end := c.timeIn(clause, sets)
		if end > begin {
			rest := words[from+end:]
			if daysIn.MatchString(clause[begin:end]) {
				now += "前"
			}
			return words[:from+begin] + now + rest
		}
		from += len(clause)
	}
	return words
}

// timeIn is where a clause says a time: behind a label, in so many days, before something, or alone.
func (c *Clerk) timeIn(clause string, sets func(string) bool) (begin, end int) {
	if m := labelled.FindStringSubmatchIndex(clause); m != nil && sets(clause[m[2]:m[3]]) {
		return m[2], m[2] + len(beforehand.Split(clause[m[2]:m[3]], 2)[0])
	}
	if m := daysIn.FindStringIndex(clause); m != nil && sets(clause[m[0]:m[1]]) {
		return m[0], m[1]
	}
	for _, at := range beforehand.FindAllStringIndex(clause, -1) {
		head := []rune(clause[:at[0]])
		for from := max(0, len(head)-farBack); from < len(head); from++ {
			if said := string(head[from:]); sets(said) {
				return at[0] - len(said), at[0]
			}
		}
	}
	if sets(clause) {
		return 0, len(clause)
	}
	return 0, 0
}
