package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// weekdays are a day of this week or the one before, “周五”, “上周一”; what may stand behind 一 makes another word of it.
	weekdays = pattern.MustCompile(`(本|这|上|下)?个?(?:周|星期|礼拜)([一二三四五六日天])(共|起|直|样|点|些|般)?的?`)
	// aheadOf are words of what is asked of days to come.
	aheadOf = pattern.MustCompile(`值班|带班|会|下个?(?:周|星期|礼拜)`)
)

// weekdayIn is the past day, or today, that words name by its place in the week, and the words without it.
func (t *turn) weekdayIn(words string) (date workgroup.Date, rest string, ok bool) {
	m := weekdays.FindStringSubmatch(words)
	if m == nil || m[3] != "" || aheadOf.MatchString(words) {
		return "", words, false
	}
	date = t.today().Monday().Add(strings.Index("一二三四五六日", strings.Replace(m[2], "天", "日", 1)) / len("一"))
	if m[1] == "上" || m[1] == "" && date > t.today() {
		date = date.Add(-7)
	}
	return date, strings.TrimSpace(strings.Replace(words, m[0], "", 1)), true
}
