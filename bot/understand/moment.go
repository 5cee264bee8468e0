package understand

import (
	"regexp"
	"strings"
	"time"
)

// numeral is how people write a small whole number.
const numeral = `([0-9]{1,3}|[零一二两三四五六七八九十廿]{1,3})`

var (
	justNow  = []string{"刚刚", "刚才", "现在", "刚", "now", "justnow"}
	ago      = regexp.MustCompile(`^(?:大约|大概|约)?` + numeral + `?(个半|个|半)?(小时|钟头|分钟|分|min|minutes|hours?|h|m)(半)?(?:以|之)?(?:前|ago)$`)
	halfAgo  = regexp.MustCompile(`^半个?(?:小时|钟头)(?:以|之)?前$`)
	dayWord  = regexp.MustCompile(`^(今天|今日|今|昨天|昨日|昨|前天|today|yesterday)(?:的)?`)
	dayMonth = regexp.MustCompile(`^(?:([0-9]{4})[年/.-])?([0-9]{1,2})[月/.-]([0-9]{1,2})[日号]?`)
	partWord = regexp.MustCompile(`^(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|夜间|am|pm)`)
	clockAt  = regexp.MustCompile(`^` + numeral + `[：点时.](?:` + numeral + `|(半)|(一刻)|(三刻)|整)?分?(?:左右|许|钟)?(am|pm)?$`)
)

// Moment reads when something was known (知悉时间): “刚刚”, “半小时前”, “20分钟前”, “14:05”, “下午2点半”, “昨晚8点”, “1月30日 20:10”. Ok is
// false when the words are no time; one of the future is returned as it was said. A clock time without a day that has not
// come today is still today's: whoever is answered that it lies ahead puts it right.
func Moment(words string, now time.Time) (at time.Time, ok bool) {
	s := strings.ToLower(strings.Join(strings.Fields(string(normalise(words).runes)), ""))
	s = strings.Trim(s, "，,。.！!、的了")
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "知道"), "知悉"), "接到通知")
	for _, w := range justNow {
		if s == w {
			return now, true
		}
	}
	if halfAgo.MatchString(s) {
		return now.Add(-30 * time.Minute), true
	}
	if m := ago.FindStringSubmatch(s); m != nil {
		return longAgo(m, now)
	}
	day := now
	named := false
	if m := dayWord.FindStringSubmatch(s); m != nil {
		switch m[1] {
		case "昨天", "昨日", "昨", "yesterday":
			day = day.AddDate(0, 0, -1)
		case "前天":
			day = day.AddDate(0, 0, -2)
		}
		s, named = s[len(m[0]):], true
	} else if m := dayMonth.FindStringSubmatch(s); m != nil && len(m[0]) < len(s) {
		year, month, date := now.Year(), numeralOf(m[2]), numeralOf(m[3])
		if m[1] != "" {
			year = numeralOf(m[1])
		}
		day = time.Date(year, time.Month(month), date, 0, 0, 0, 0, now.Location())
		if day.Day() != date || month < 1 || month > 12 {
			return time.Time{}, false
		}
		s, named = s[len(m[0]):], true
	}
	part := ""
	if m := partWord.FindStringSubmatch(s); m != nil {
		part, s = m[1], s[len(m[0]):]
	}
	m := clockAt.FindStringSubmatch(s)
	if m == nil {
		// A day alone says no time of it.
		return time.Time{}, false
	}
	hour, minute := numeralOf(m[1]), 0
	switch {
	case m[2] != "":
		minute = numeralOf(m[2])
	case m[3] != "":
		minute = 30
	case m[4] != "":
		minute = 15
	case m[5] != "":
		minute = 45
	}
	if part == "" {
		part = m[6]
	}
	switch part {
	case "下午", "傍晚", "晚上", "晚", "夜里", "夜间", "pm":
		if hour < 12 {
			hour += 12
		}
	case "中午":
		if hour < 11 {
			hour += 12
		}
	case "凌晨", "am":
		if hour == 12 {
			hour = 0
		}
	}
	if hour > 23 || minute > 59 {
		return time.Time{}, false
	}
	at = time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, now.Location())
	// “2点半” in the afternoon: the nearer of the two that have passed.
	if !named && part == "" && hour < 12 && !strings.Contains(m[0], "：") {
		if later := at.Add(12 * time.Hour); !later.After(now) {
			at = later
		}
	}
	return at, true
}

// longAgo is so long before now.
func longAgo(m []string, now time.Time) (time.Time, bool) {
	n := 0
	switch {
	case m[1] != "":
		n = numeralOf(m[1])
	case m[2] == "半":
		n = 0
	default:
		return time.Time{}, false
	}
	unit := time.Minute
	if strings.HasPrefix(m[3], "小时") || strings.HasPrefix(m[3], "钟头") || strings.HasPrefix(m[3], "h") {
		unit = time.Hour
	}
	d := time.Duration(n) * unit
	if m[2] == "个半" || m[2] == "半" || m[4] == "半" {
		d += unit / 2
	}
	if d > 14*24*time.Hour {
		return time.Time{}, false
	}
	return now.Add(-d), true
}

// numeralOf is a small number in digits or Chinese.
func numeralOf(s string) int { return scanNumber([]rune(s)).value }
