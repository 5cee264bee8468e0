package rota

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

const (
	monthNames   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	weekdayNames = `(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday|s|rs|nes|r)?\b\.?`
	ordinalDay   = `(\d{1,2})(?:st|nd|rd|th)?`
)

var (
	// numerals is a date in Chinese figures: 二月二号, 十二日.
	numerals = regexp.MustCompile(`(^|[^\p{Han}\d])(?:([一二三四五六七八九十]{1,2}|\d{1,2})月)?([一二三四五六七八九十]{1,3})([日号])`)
	// weekAt is a day of this week or the next that a line begins with: 下周一, 本周五.
	weekAt = regexp.MustCompile(`^[\s(]*((下|这|本)(?:个)?(?:周|星期|礼拜)([一二三四五六日天]))`)
	// dayMonth, monthFirst and weekdayAt begin an English line: 3 February, Feb 3rd, next Monday; a weekday may come before the date.
	dayMonth   = regexp.MustCompile(`(?i)^[\s(]*((?:` + weekdayNames + `[\s,]+)?` + ordinalDay + `(?: of)?[\s-]+` + monthNames + `(?:[\s,-]+(20\d\d))?)\b`)
	monthFirst = regexp.MustCompile(`(?i)^[\s(]*((?:` + weekdayNames + `[\s,]+)?` + monthNames + `[\s-]+` + ordinalDay + `(?:[\s,-]+(20\d\d))?)\b`)
	weekdayAt  = regexp.MustCompile(`(?i)^[\s(]*((next |this )?` + weekdayNames + `)`)
	// surname goes on behind 孙 as it is spelled.
	surname = regexp.MustCompile(`^\s+[A-Z][a-z]`)

	// dateLike begins like a date that is not read: 正月十二, 初十, 下下周一, 次日, a bare number. A number with a point is that of a list.
	dateLike = regexp.MustCompile(`(?i)^[\s(]*(?:农历|阴历|正月|腊月|冬月|大年|除夕|元宵|初[一二三四五六七八九十]|廿|[一二三四五六七八九十]{1,3}(?:月|日|号)|(?:下+|上|这|本|每)(?:个)?(?:周|星期|礼拜|月)|周末|星期|礼拜|` +
		`(?:次|翌|隔|当|同)[日天]|第[一二三四五六七八九十\d]+[天日]|月[底初末]|20\d\d|\d{1,2}(?:\s*$|\s+[^\s.、)点时:]|\s*[月/-])|` + monthNames + `(?:\s|$)|(?:next|this) \w+|` + weekdayNames + `)`)
)

// arabic writes the dates of a line that are in Chinese figures with digits: 二月二号 is 2月2号.
func arabic(line string) string {
	if !strings.ContainsAny(line, "一二三四五六七八九十") {
		return line
	}
	return numerals.ReplaceAllStringFunc(line, func(s string) string {
		m := numerals.FindStringSubmatch(s)
		month, day := m[2], figure(m[3])
		if n := figure(month); n > 0 {
			month = strconv.Itoa(n)
		}
		if month != "" {
			month += "月"
		}
		if day == 0 {
			return s
		}
		return m[1] + month + strconv.Itoa(day) + m[4]
	})
}

// figure is a number up to 39 in Chinese figures; 0 for none.
func figure(s string) int {
	tens, ones, has := strings.Cut(s, "十")
	switch {
	case !has:
		return few[s]
	case tens == "":
		tens = "一"
	}
	if few[tens] == 0 || few[tens] > 3 || ones != "" && (few[ones] == 0 || few[ones] > 9) {
		return 0
	}
	return few[tens]*10 + few[ones]
}

// spoken is the date that words begin with, as people say it.
func spoken(words string, today workgroup.Date) (day, bool) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	if m := weekAt.FindStringSubmatchIndex(words); m != nil {
		return day{found: found{m[2], m[3]}, date: inWeek(today, weekdays[words[m[6]:m[7]]], words[m[4]:m[5]] == "下"), exact: true}, true
	}
	of := func(at []int, weekday, d, month, year string) day {
		one := day{found: found{at[2], at[3]}, exact: true}
		m := slices.Index(months, strings.ToLower(month)[:3]) + 1
		valid := false
		if one.date, valid = ofMonth(today, m, number(d)); year != "" {
			one.date, valid = dateAt(number(year), m, number(d))
		}
		one.bad = !valid
		if weekday != "" {
			one.says, one.weekday = true, time.Weekday(slices.Index(short, strings.ToLower(weekday)))
		}
		return one
	}
	if m := dayMonth.FindStringSubmatch(words); m != nil {
		return of(dayMonth.FindStringSubmatchIndex(words), m[2], m[3], m[4], m[5]), true
	}
	if m := monthFirst.FindStringSubmatch(words); m != nil {
		return of(monthFirst.FindStringSubmatchIndex(words), m[2], m[4], m[3], m[5]), true
	}
	if m := weekdayAt.FindStringSubmatch(words); m != nil {
		at := weekdayAt.FindStringSubmatchIndex(words)
		if strings.EqualFold(m[1], "sun") && surname.MatchString(words[at[3]:]) {
			return day{}, false // Sun Wei is somebody
		}
		want := time.Weekday(slices.Index(short, strings.ToLower(m[3])))
		one := day{found: found{at[2], at[3]}, exact: true, date: today.Add((int(want-today.In(time.UTC).Weekday()) + 7) % 7)}
		if m[2] != "" {
			one.date = inWeek(today, want, strings.EqualFold(strings.TrimSpace(m[2]), "next"))
		}
		return one, true
	}
	return day{}, false
}

// unread tells whether a line without a date that was read begins with one that was not.
func unread(line string) bool { return dateLike.MatchString(line) }
