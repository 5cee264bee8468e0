package rota

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

var (
	// named finds each date that a sentence names.
	named = regexp.MustCompile(`20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}[日号]?|\d{1,2}\s*月\s*\d{1,2}[日号]?|\d{1,2}[./]\d{1,2}|\d{1,2}[日号]|大后天|后天|明[天日]|今[天日]|(?:下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]` +
		`|\b(?:\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?|(?:next |this )?(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*|today|tomorrow)\b`)
	together = strings.NewReplacer("今明", "今天明天", "明后", "明天后天")
	bounded  = regexp.MustCompile(`(?:到|至|until|through|till)\s*$`)
	// signed is a month and two of its days: “2月1-3日”, “2/1-3”.
	signed = regexp.MustCompile(`(\d{1,2})\s*[月./]\s*(\d{1,2})\s*[日号]?\s*[-—–~～]\s*(\d{1,2})\s*([日号]|$)`)
	lasts  = regexp.MustCompile(`(\d{1,2}|[一二两三四五六七八九十])\s*(?:天|days?\b)|(一)周|(a) week\b`)
)

var few = map[string]int{"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}

// Span is from which date until which a sentence speaks (“2月1日至3日”, “明后两天”, “明天起三天”, “到周日”, “from Sat until 3 Feb”);
// false when it names none.
func Span(words string, today workgroup.Date) (from, until workgroup.Date, ok bool) {
	words = together.Replace(strings.ToLower(narrow(words)))
	words = signed.ReplaceAllString(words, "${1}月${2}日至${1}月${3}日")
	for _, at := range named.FindAllStringIndex(words, -1) {
		date, is := inMonth(words[at[0]:at[1]], until, today)
		switch {
		case !is:
			return "", "", false
		case ok:
			until = date
		case bounded.MatchString(words[:at[0]]):
			from, until = today, date
		default:
			from, until = date, date
		}
		ok = true
	}
	if days := length(words); days > 0 && from == until {
		if !ok {
			from = today
		}
		until, ok = from.Add(days-1), true
	}
	return from, until, ok
}

// NoDate is the first word of a sentence that is written like a date and is none (“2月30日”); “” where there is none.
func NoDate(words string, today workgroup.Date) string {
	var before workgroup.Date
	for _, one := range named.FindAllString(strings.ToLower(narrow(words)), -1) {
		date, is := inMonth(one, before, today)
		if !is {
			return strings.TrimSpace(one)
		}
		before = date
	}
	return ""
}

// inMonth is one of the dates: a day without its month is of the month of the one before it.
func inMonth(words string, before, today workgroup.Date) (workgroup.Date, bool) {
	if day, is := strings.CutSuffix(strings.Replace(words, "号", "日", 1), "日"); is && before != "" {
		if n, err := strconv.Atoi(day); err == nil {
			t := before.In(time.UTC)
			return dateAt(t.Year(), int(t.Month()), n)
		}
	}
	return DateIn(words, today)
}

func length(words string) int {
	m := lasts.FindStringSubmatch(words)
	switch {
	case m == nil:
		return 0
	case m[2] != "" || m[3] != "":
		return 7
	case few[m[1]] > 0:
		return few[m[1]]
	}
	n, _ := strconv.Atoi(m[1])
	return n
}
