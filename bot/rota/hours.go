package rota

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// hours are a turn's times of day: minutes after midnight of the date it begins on.
type hours struct {
	found
	from, to int
	day      bool // it says 白班
	night    bool // it says 夜班
	bad      bool // they look like times and are none
	last     day  // the date that stands before its end, where one does
	dated    bool
}

const aDay = 24 * 60

const clockWords = `(\d{1,2})(?:\s*:\s*(\d{1,2})(?::\d{1,2})?|\s*[点时]\s*(半|(?:(\d{1,2})\s*分?))?)`

var (
	// “08:30-20:30”, “8点半至20点”, “20:30-次日8:30”, “1月31日8:30-2月1日8:30” (the second date is read by itself)
	ranged  = regexp.MustCompile(clockWords + `\s*(?:-+|至|到|~)\s*((?:次日|翌日|第二天|明日|当日)?\s*(?:[^\s:，,、;；|]*?[日号]\s*|20\d\d[-/]\d{1,2}[-/]\d{1,2}\s+|\d{1,2}/\d{1,2}\s+)?)` + clockWords)
	packed  = regexp.MustCompile(`(?:^|[^\d-])((\d{2})(\d{2})\s*(?:-+|至|到|~)\s*(?:次日)?(\d{2})(\d{2}))(?:[^\d-]|$)`)
	dayTurn = regexp.MustCompile(`白班|日班|白天|(?i:\bday(?: shift)?\b)`)
	night   = regexp.MustCompile(`夜班|晚班|夜间|(?i:\bnight(?: shift)?\b)`)
	whole   = regexp.MustCompile(`全天|全日|24\s*小时|昼夜`)
)

func minutes(clock string) int {
	t, _ := time.Parse("15:04", clock)
	return t.Hour()*60 + t.Minute()
}

var dayFrom, nightFrom = minutes(workgroup.DayShift), minutes(workgroup.NightShift)

func turnOf(isNight bool, f found) hours {
	if isNight {
		return hours{found: f, from: nightFrom, to: dayFrom + aDay, night: true}
	}
	return hours{found: f, from: dayFrom, to: nightFrom, day: true}
}

func wholeDay(f found) hours { return hours{found: f, from: dayFrom, to: dayFrom + aDay} }

// hoursIn finds every turn in words, in order. A turn's name beside its own times is one turn.
func hoursIn(words string, today, base workgroup.Date) []hours {
	var out []hours
	taken := []byte(words)
	blank := func(a, b int) {
		for i := a; i < b; i++ {
			taken[i] = ' '
		}
	}
	text := func(m []int, i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return words[m[2*i]:m[2*i+1]]
	}
	for _, m := range ranged.FindAllStringSubmatchIndex(words, -1) {
		h := hours{found: found{m[0], m[1]}}
		var ok1, ok2 bool
		h.from, ok1 = clockOf(text(m, 1), text(m, 2), text(m, 3), text(m, 4))
		h.to, ok2 = clockOf(text(m, 6), text(m, 7), text(m, 8), text(m, 9))
		h.bad = !ok1 || !ok2 || h.from >= aDay
		between := text(m, 5)
		switch last, ok := dayIn(between, today, base); {
		case strings.Contains(between, "次") || strings.Contains(between, "翌") || strings.Contains(between, "第二天") || strings.Contains(between, "明日"):
			h.to += aDay
		case ok:
			h.last, h.dated = last, true
		case h.to <= h.from:
			h.to += aDay // over midnight
		}
		out = append(out, h)
		blank(m[0], m[1])
	}
	if m := packed.FindStringSubmatchIndex(string(taken)); len(out) == 0 && m != nil {
		h := hours{found: found{m[2], m[3]}}
		var ok1, ok2 bool
		h.from, ok1 = clockOf(text(m, 2), text(m, 3), "", "")
		h.to, ok2 = clockOf(text(m, 4), text(m, 5), "", "")
		if ok1 && ok2 && h.from < aDay {
			if h.to <= h.from {
				h.to += aDay
			}
			out = append(out, h)
			blank(m[2], m[3])
		}
	}
	timed := len(out)
	for i, re := range []*regexp.Regexp{dayTurn, night} {
		for _, m := range re.FindAllStringIndex(string(taken), -1) {
			if one := nearest(out[:timed], m[0], m[1]); one >= 0 {
				// “白班 08:30-20:30”, “20:30-08:30（夜班）”: one and the same.
				out[one].start, out[one].end = min(out[one].start, m[0]), max(out[one].end, m[1])
				continue
			}
			out = append(out, turnOf(i == 1, found{m[0], m[1]}))
		}
	}
	if m := whole.FindStringIndex(string(taken)); len(out) == 0 && m != nil {
		out = append(out, wholeDay(found{m[0], m[1]}))
	}
	for i := range out {
		for j := i; j > 0 && out[j].start < out[j-1].start; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// nearest is the turn with times that a turn's name stands beside, -1 when there is none within a few signs.
func nearest(timed []hours, start, end int) int {
	for i, h := range timed {
		if start >= h.end && start-h.end <= 2 || end <= h.start && h.start-end <= 4 {
			return i
		}
	}
	return -1
}

// clockOf is a time of day in minutes; 24:00 is one.
func clockOf(hour, minute, half, spoken string) (int, bool) {
	h, err := strconv.Atoi(hour)
	if err != nil {
		return 0, false
	}
	m := 0
	switch {
	case half == "半":
		m = 30
	case spoken != "":
		m, _ = strconv.Atoi(spoken)
	case minute != "":
		m, _ = strconv.Atoi(minute)
	}
	return h*60 + m, m < 60 && (h < 24 || h == 24 && m == 0)
}

// span is when a turn on a date is.
func (h hours) span(date workgroup.Date, zone *time.Location) (from, to time.Time) {
	last := date
	minute := h.to
	for minute >= aDay {
		last, minute = last.Add(1), minute-aDay
	}
	if h.dated && !h.last.bad {
		last = h.last.date
	}
	clock := func(d workgroup.Date, m int) time.Time {
		t := d.In(zone)
		return time.Date(t.Year(), t.Month(), t.Day(), m/60, m%60, 0, 0, zone)
	}
	return clock(date, h.from), clock(last, minute)
}
