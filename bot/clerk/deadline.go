package clerk

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/rota"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// ClockIn is a time of day beside a date: “18:30”, “下午6点”, “18点30”, “晚上八点半”, “6pm”.
	ClockIn = pattern.MustCompile(`(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)\s*)?(?:[0-9０-９]{1,2}|[零一二两三四五六七八九十]{1,3})\s*(?:[:：]\s*[0-9０-９]{2}|[点时](?:钟|整)?\s*(?:半|一刻|三刻|[0-9０-９]{1,2}\s*分?|[零一二三四五六七八九十]{1,3}\s*分?)?)(?:\s*[ap]\.?m\.?)?|[0-9]{1,2}\s*[ap]\.?m\b\.?`)
	// eve are words that name a day and a part of it in one.
	eve = strings.NewReplacer("今晚", "今天晚上", "今早", "今天早上", "明晚", "明天晚上", "明早", "明天早上")
	// until are the words around a deadline.
	until = pattern.MustCompile(`^(?i:by|before|until|on|在)\s*|\s*(?:之前|以前|前|(?i:before|,|at))\s*$`)
)

// DeadlineIn reads a deadline: a time of today, or a date and a time.
func (c *Clerk) DeadlineIn(words string, now time.Time) (time.Time, bool) {
	words = until.ReplaceAllString(eve.Replace(strings.TrimSpace(words)), "")
	m := ClockIn.FindStringIndex(strings.ToLower(words))
	if m == nil {
		return time.Time{}, false
	}
	date := workgroup.DateOf(now.In(c.college.Zone))
	if rest := strings.TrimSpace(until.ReplaceAllString(words[:m[0]]+words[m[1]:], "")); rest != "" {
		var ok bool
		if date, ok = rota.DateIn(rest, date); !ok {
			return time.Time{}, false
		}
	}
	// Of a named day: a time that is still ahead is no slip.
	return understand.Moment("今天"+words[m[0]:m[1]], date.In(c.college.Zone))
}
