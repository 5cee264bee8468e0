package rota

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// found is one thing read in words, and where it stood.
type found struct {
	start, end int
}

// day is a date as it stands in a roster.
type day struct {
	found
	date    workgroup.Date
	exact   bool         // it says its month, or its year too
	weekday time.Weekday // as it says beside the date
	says    bool         // it says a weekday beside the date
	bad     bool         // it looks like a date and is none
}

var (
	full     = regexp.MustCompile(`(?:^|[^\d.])((20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?)(?:[^\d]|$)`)
	compact  = regexp.MustCompile(`(?:^|\D)((20\d\d)(\d\d)(\d\d))(?:\D|$)`)
	monthDay = regexp.MustCompile(`(?:^|[^\d月])((\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)`)
	slashed  = regexp.MustCompile(`(?:^|[^\d/.:-])((\d{1,2})/(\d{1,2}))(?:[^\d/:]|$)`)
	dotted   = regexp.MustCompile(`^\s*((\d{1,2})\.(\d{1,2}))(?:[\s(（,，、周星]|$)`) // “1.31 白班”; elsewhere it is a time
	several  = daysIn(`/`)                                                       // “1月31日至2月2日”
	inCell   = daysIn(`[/.]`)                                                    // in a cell of dates also “1.31-2.2”
	dayOnly  = regexp.MustCompile(`(?:^|[^\d月])((\d{1,2})\s*[日号])`)
	weekly   = regexp.MustCompile(`(?:星期|礼拜)([一二三四五六日天])|周([一二三四五六日天])(?:$|[^\p{Han}]|[白夜晚全值带日])`)
	near     = regexp.MustCompile(`大后天|后天|明天|明日|今天|今日|今晚|昨天|昨日|前天|\b(?:today|tomorrow|yesterday)\b`)
	serial   = regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`)
	bare     = regexp.MustCompile(`^(\d{1,2})(?:\.0+)?$`)
	dashed   = regexp.MustCompile(`^(\d{1,2})[-.](\d{1,2})$`)
)

// daysIn finds a run of days, where signs part a month from its day.
func daysIn(signs string) *regexp.Regexp {
	const number = `\d{1,2}`
	one := number + `\s*月\s*` + number + `\s*[日号]?|` + number + `\s*[日号]|` + number + signs + number
	return regexp.MustCompile(`(?:^|[^\d/.:-])(?:` + one + `)\s*(?:-+|至|到|~)\s*(?:` + one + `)(?:[^\d:点时]|$)`)
}

var weekdays = map[string]time.Weekday{"一": time.Monday, "二": time.Tuesday, "三": time.Wednesday, "四": time.Thursday, "五": time.Friday, "六": time.Saturday,
	"日": time.Sunday, "天": time.Sunday}

var nearby = map[string]int{"大后天": 3, "后天": 2, "明天": 1, "明日": 1, "tomorrow": 1, "今天": 0, "今日": 0, "今晚": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2}

func dateAt(y, m, d int) (workgroup.Date, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return workgroup.DateOf(t), t.Day() == d
}

// ofMonth is a month and day of the year that is nearest.
func ofMonth(today workgroup.Date, m, d int) (workgroup.Date, bool) {
	y := today.In(time.UTC).Year()
	best, ok := workgroup.Date(""), false
	for _, year := range []int{y - 1, y, y + 1} {
		if date, valid := dateAt(year, m, d); valid && (!ok || apart(date, today) < apart(best, today)) {
			best, ok = date, true
		}
	}
	return best, ok
}

func apart(a, b workgroup.Date) time.Duration {
	return a.In(time.UTC).Sub(b.In(time.UTC)).Abs()
}

// ofDay is the next day of that number, yesterday's included: a roster speaks of what comes.
func ofDay(from workgroup.Date, d int) (workgroup.Date, bool) {
	if d < 1 || d > 31 {
		return "", false
	}
	for date := from.Add(-1); date < from.Add(70); date = date.Add(1) {
		if date.In(time.UTC).Day() == d {
			return date, true
		}
	}
	return "", false
}

// dayIn finds the first date in words. base is what a day without its month is counted from.
func dayIn(words string, today, base workgroup.Date) (day, bool) {
	if d, ok := spoken(words, today); ok {
		return d, true
	}
	number := func(i int, m []int) int {
		n, _ := strconv.Atoi(words[m[2*i]:m[2*i+1]])
		return n
	}
	best, ok := day{}, false
	keep := func(m []int, date workgroup.Date, valid, exact bool) {
		if !ok || m[2] < best.start {
			best, ok = day{found: found{m[2], m[3]}, date: date, exact: exact, bad: !valid}, true
		}
	}
	if m := full.FindStringSubmatchIndex(words); m != nil {
		date, valid := dateAt(number(2, m), number(3, m), number(4, m))
		keep(m, date, valid, true)
	}
	if m := compact.FindStringSubmatchIndex(words); m != nil {
		if date, valid := dateAt(number(2, m), number(3, m), number(4, m)); valid {
			keep(m, date, true, true)
		}
	}
	if m := monthDay.FindStringSubmatchIndex(words); m != nil {
		date, valid := ofMonth(today, number(2, m), number(3, m))
		keep(m, date, valid, true)
	}
	if m := slashed.FindStringSubmatchIndex(words); m != nil {
		date, valid := ofMonth(today, number(2, m), number(3, m))
		keep(m, date, valid, true)
	}
	if m := dotted.FindStringSubmatchIndex(words); m != nil {
		if date, valid := ofMonth(today, number(2, m), number(3, m)); valid {
			keep(m, date, true, true)
		}
	}
	if m := dayOnly.FindStringSubmatchIndex(words); m != nil {
		date, valid := ofDay(base, number(2, m))
		keep(m, date, valid, false)
	}
	if m := near.FindStringIndex(words); m != nil {
		keep([]int{0, 0, m[0], m[1]}, today.Add(nearby[words[m[0]:m[1]]]), true, true)
	}
	return confirmed(words, today, best, ok)
}

// confirmed reads the weekday that stands beside a date, or at the beginning in place of one. Anywhere else it may be
// somebody's name: 周 is one.
func confirmed(words string, today workgroup.Date, best day, ok bool) (day, bool) {
	const beside = 4 // a bracket and a space
	for _, m := range weekly.FindAllStringSubmatchIndex(words, -1) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		w := weekdays[words[from:to]]
		switch {
		case !ok && blankLine(words[:m[0]]):
			date := today
			for date.In(time.UTC).Weekday() != w {
				date = date.Add(1)
			}
			return day{found: found{m[0], to}, date: date, exact: true}, true
		case ok && !best.bad && (m[0] >= best.end && m[0]-best.end <= beside || to <= best.start && best.start-to <= beside):
			// “1月31日（周五）”: the weekday only confirms the date.
			best.weekday, best.says = w, true
			best.start, best.end = min(best.start, m[0]), max(best.end, to)
			return best, true
		}
	}
	return best, ok
}

// dayCell reads a cell of a date column: also a bare “31”, “1-31”, and the number of days that a spreadsheet keeps.
func dayCell(cell string, today, base workgroup.Date) (day, bool) {
	switch {
	case serial.MatchString(cell):
		n, _ := strconv.Atoi(serial.FindStringSubmatch(cell)[1])
		epoch := workgroup.Date("1899-12-30")
		return day{date: epoch.Add(n), exact: true}, true
	case bare.MatchString(cell):
		n, _ := strconv.Atoi(bare.FindStringSubmatch(cell)[1])
		date, valid := ofDay(base, n)
		return day{date: date, bad: !valid}, true
	case dashed.MatchString(cell):
		m := dashed.FindStringSubmatch(cell)
		month, _ := strconv.Atoi(m[1])
		n, _ := strconv.Atoi(m[2])
		date, valid := ofMonth(today, month, n)
		return day{date: date, exact: true, bad: !valid}, true
	}
	return dayIn(arabic(cell), today, base)
}

var (
	weekEn  = regexp.MustCompile(`^(next |this )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$`)
	weekOf  = regexp.MustCompile(`^(下|这|本)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$`)
	monthEn = regexp.MustCompile(`^(?:(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?)$`)
	short   = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
	months  = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)

// DateIn is the date that a person names (“明天”, “2月3日”, “周六”, “下周一”, “Sunday”, “1 Feb”), alone.
func DateIn(words string, today workgroup.Date) (workgroup.Date, bool) {
	words = strings.ToLower(strings.TrimSpace(narrow(words)))
	if m := weekOf.FindStringSubmatch(words); m != nil {
		return inWeek(today, weekdays[m[2]], m[1] == "下"), true
	}
	if m := weekEn.FindStringSubmatch(words); m != nil {
		if want := time.Weekday(slices.Index(short, m[2])); m[1] != "" {
			return inWeek(today, want, m[1] == "next "), true
		} else {
			return today.Add((int(want-today.In(time.UTC).Weekday()) + 7) % 7), true
		}
	}
	if m := monthEn.FindStringSubmatch(words); m != nil {
		n, _ := strconv.Atoi(m[1] + m[4])
		return ofMonth(today, slices.Index(months, m[2]+m[3])+1, n)
	}
	d, ok := dayCell(words, today, today)
	rest := ""
	if d.end > 0 {
		rest = words[:d.start] + words[d.end:]
	}
	return d.date, ok && !d.bad && blankLine(rest)
}

// inWeek is a day of today's week, or of the next; weeks begin on Monday.
func inWeek(today workgroup.Date, want time.Weekday, next bool) workgroup.Date {
	since := func(d time.Weekday) int { return (int(d) + 6) % 7 }
	days := since(want) - since(today.In(time.UTC).Weekday())
	if next {
		days += 7
	}
	return today.Add(days)
}
