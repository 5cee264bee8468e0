package clerk

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// classWord is how urgent a notice says it is, at its beginning: “紧急 …”, “【重要】…”, “紧急通知：…”, “Urgent: …”.
	classWord = pattern.MustCompile(`^\s*[【\[（(]?\s*(?i:(紧急|特急|加急|urgent)|(重要|important))(?:通知|\s+notice)?\s*(?:[】\]）)：:！!，,、\s]|$)`)
	// beforeIt and byIt stand behind and before the time of a deadline.
	beforeIt = pattern.MustCompile(`^\s*(?:之前|以前|前)`)
	byIt     = pattern.MustCompile(`(?i)\b(?:by|before|until|no later than)\s+([\w ]*?)\s*$`)
	// dayBehind is a day behind the time.
	dayBehind = pattern.MustCompile(`^\s+(?i:today|tomorrow)\b`)
	// dayWord is of a date.
	dayWord = pattern.MustCompile(`[日号周天月]|星期|礼拜|(?i:day)`)
)

// farthest is how far before a time its date begins, in letters.
const farthest = 10

// Written is a deadline in the words of a notice; no instant where they cannot be read as one.
type Written struct {
	Words string
	At    time.Time
}

// DeadlinesWritten are the deadlines that a notice's text sets: “今天下午4点前”, “by 4 pm tomorrow”.
func (c *Clerk) DeadlinesWritten(text string, now time.Time) (out []Written) {
	for _, m := range ClockIn.FindAllStringIndex(strings.ToLower(text), -1) {
		if m[1] > len(text) {
			break // a letter that is longer in lower case
		}
		head, clock, tail := text[:m[0]], text[m[0]:m[1]], text[m[1]:]
		var one Written
		switch said := byIt.FindStringSubmatch(head); {
		case beforeIt.MatchString(tail):
			one = c.dated(head, clock, now)
			one.Words += beforeIt.FindString(tail)
		case said != nil:
			one.Words = strings.TrimSpace(said[1] + " " + clock + dayBehind.FindString(tail))
			one.At, _ = c.DeadlineIn(one.Words, now)
		default:
			continue
		}
		if !slices.ContainsFunc(out, func(o Written) bool { return o.At.Equal(one.At) }) {
			out = append(out, one)
		}
	}
	return out
}

// dated is a time with as much of what stands before it as is its date. One whose date cannot be read is no instant.
func (c *Clerk) dated(head, clock string, now time.Time) Written {
	last := []rune(head)
	last = last[max(0, len(last)-farthest):]
	if i := strings.LastIndexFunc(string(last), unicode.IsPunct); i >= 0 {
		last = []rune(strings.TrimLeftFunc(string(last)[i:], unicode.IsPunct))
	}
	if said := NoSuchDate(string(last), now); said != "" {
		return Written{Words: said + clock}
	}
	for i := range last {
		words := string(last[i:]) + clock
		if at, ok := c.DeadlineIn(words, now); ok && strings.TrimSpace(string(last[i:])) != "" {
			if i > 0 && (unicode.IsDigit(last[i-1]) || strings.ContainsRune("上下大", last[i-1])) {
				break // half of a date: “下下周三”, “42月1日”
			}
			return Written{strings.TrimSpace(words), at}
		}
	}
	if dayWord.MatchString(string(last[max(0, len(last)-4):])) {
		return Written{Words: strings.TrimSpace(string(last[max(0, len(last)-4):]) + clock)}
	}
	at, _ := c.DeadlineIn(clock, now)
	return Written{clock, at}
}

// ClassWritten is the class that a notice's text begins with; "" for none.
func ClassWritten(text string) workgroup.NoticeClass {
	switch m := classWord.FindStringSubmatch(text); {
	case m == nil:
		return ""
	case m[1] != "":
		return workgroup.NoticePressing
	}
	return workgroup.NoticeImportant
}
