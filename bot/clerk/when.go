package clerk

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

var (
	// weekIn is a whole week, which is meant to its end.
	weekIn = pattern.MustCompile(`^(本|这个?|下个?)(?:周|星期|礼拜)(?:之?内|以内)$|^(?i:the )?(?i:end of (this|the|next) week)$`)
	// monthIn is a whole month, which is meant to its end.
	monthIn = pattern.MustCompile(`^(?:(?:本|这个?|当)?月|([0-9]{1,2})\s*月份?)(?:底|之?内|末)$|^(?i:(?:the )?end of (?:this|the) month)$`)
	// noonIn is noon, of a day that may be named.
	noonIn = pattern.MustCompile(`^(.*?)的?(?:中午|正午)$|^(?i:noon(?: (?:of|on))?(.*)|(.+) (?:at )?noon)$`)
	// wholly ends a day that is meant to its end.
	wholly = pattern.MustCompile(`(?:之内|以内|内|底)$`)
	// partBefore is a part of a day that something is to be done before: which hour that is, nobody has said.
	partBefore = pattern.MustCompile(`(下班|晚上|夜里|傍晚|上午|下午|早上|早晨)(?:之前|以前|前|(?:全部|必须|要|须)?(?:完成|办结|落实|到位|办好|备好|做好))`)
	// partEn is the same in English.
	partEn = pattern.MustCompile(`(?i)\b(the end of the (?:working )?day|close of business|(?:the|this) evening)\b(?: (?:of |on )?(.+))?$`)
	// soonAs are words that hurry, and say no time.
	soonAs = pattern.MustCompile(`尽快|尽早|尽速|立即|立刻|马上|抓紧|第一时间|(?i:\bas soon as possible\b|\basap\b|\bimmediately\b|\bat once\b)`)
)

// hoursOf are what is offered where a part of a day was said, as minutes of the day; of any other, the end of an office's.
var hoursOf = map[string][]int{"上午": {10 * 60, 11 * 60, 12 * 60}, "早上": {8 * 60, 9 * 60, 10 * 60}, "早晨": {7 * 60, 8 * 60, 9 * 60}, "下午": {15 * 60, 17 * 60, 18 * 60},
	"傍晚": {18 * 60, 19 * 60}, "晚上": {20 * 60, 22 * 60, 24 * 60}, "夜里": {22 * 60, 24 * 60}, "evening": {20 * 60, 22 * 60, 24 * 60}, "": {17*60 + 30, 18 * 60, 24 * 60}}

// HoursFor are the hours that are offered for the words of a deadline.
func HoursFor(vague string) []int {
	for part, hours := range hoursOf {
		if part != "" && strings.Contains(vague, part) {
			return hours
		}
	}
	return hoursOf[""]
}

// byWhen reads a deadline alone: a date and a time, a time of today, or a date, a week or a month, which are meant to their end. Time so many
// days ahead is too.
func (c *Clerk) byWhen(words string, now time.Time) (time.Time, bool) {
	words = strings.TrimSpace(people.Narrow(words))
	today := workgroup.DateOf(now.In(c.college.Zone))
	endOf := func(d workgroup.Date) (time.Time, bool) { return d.Add(1).In(c.college.Zone), true }
	if m := daysIn.FindStringSubmatch(words); m != nil {
		n := SmallNumber(m[1])
		switch m[2] {
		case "小时":
			return now.Add(time.Duration(n) * time.Hour).Truncate(time.Minute), n > 0
		case "周", "星期":
			n *= 7
		}
		return today.Add(n + 1).In(c.college.Zone), n > 0
	}
	if at, ok := c.DeadlineIn(words, now); ok {
		return at, true
	}
	if words = until.ReplaceAllString(eve.Replace(words), ""); words == "" {
		return time.Time{}, false
	}
	if m := weekIn.FindStringSubmatch(words); m != nil {
		which := "本"
		if strings.HasPrefix(m[1], "下") || strings.EqualFold(m[2], "next") {
			which = "下"
		}
		sunday, _ := rota.DateIn(which+"周日", today)
		return endOf(sunday)
	}
	if m := monthIn.FindStringSubmatch(words); m != nil {
		first := today.In(time.UTC)
		month := int(first.Month())
		if m[1] != "" {
			month = SmallNumber(m[1])
		}
		year := first.Year()
		if month < int(first.Month()) {
			year++ // the next of that name
		}
		return endOf(workgroup.DateOf(time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)))
	}
	if m := noonIn.FindStringSubmatch(words); m != nil {
		date, ok := dayIn(m[1]+m[2]+m[3], today)
		return date.In(c.college.Zone).Add(12 * time.Hour), ok
	}
	date, ok := rota.DateIn(strings.TrimSpace(wholly.ReplaceAllString(words, "")), today)
	return date.Add(1).In(c.college.Zone), ok
}

// LaterBy is a deadline so much later as words say: “3 天”, “两周”, “6 小时”.
func (c *Clerk) LaterBy(deadline time.Time, number, of string) time.Time {
	n := SmallNumber(number)
	switch of {
	case "小时":
		return deadline.Add(time.Duration(n) * time.Hour)
	case "周", "星期":
		n *= 7
	}
	return deadline.In(c.college.Zone).AddDate(0, 0, n)
}

// dayIn is the day that words name; no words are today.
func dayIn(words string, today workgroup.Date) (workgroup.Date, bool) {
	if words = strings.TrimSpace(until.ReplaceAllString(words, "")); words == "" {
		return today, true
	}
	return rota.DateIn(words, today)
}

// VagueIn is what of a decision's words says until when and no hour (“明天下班前”), with its day, or no time at all (“尽快”), without one;
// "" where they say neither.
func (c *Clerk) VagueIn(words string, now time.Time) (vague string, day workgroup.Date) {
	today := workgroup.DateOf(now.In(c.college.Zone))
	if words = eve.Replace(people.Narrow(words)); NoSuchDate(words, now) != "" {
		return "", ""
	}
	for _, clause := range Stops.Split(words, -1) {
		if m := partEn.FindStringSubmatch(clause); m != nil {
			if date, ok := dayIn(m[2], today); ok {
				return strings.ToLower(m[1]), date
			}
		}
		at := partBefore.FindStringSubmatchIndex(clause)
		if at == nil {
			continue
		}
		// The longest words before it that are a day are meant.
		head := []rune(strings.TrimSuffix(clause[:at[0]], "的"))
		for from := max(0, len(head)-farBack); from <= len(head); from++ {
			if date, ok := dayIn(string(head[from:]), today); ok {
				return clause[at[2]:at[3]] + "前", date
			}
		}
	}
	return soonAs.FindString(words), ""
}

var (
	// halfDay is a time that says no part of the day, by the clock of twelve hours.
	halfDay = pattern.MustCompile(`^(?:1[0-2]|0?[1-9]|十[一二]?|[一二两三四五六七八九])\s*[点时:：]`)
	// partOf is the part of a day that words say it is before, and lateHour an hour that the office closing is not at, nor any afternoon.
	partOf   = pattern.MustCompile(`下班|下午|傍晚|晚上|夜里`)
	lateHour = pattern.MustCompile(`^(?:9|09|1[0-2]|九|十[一二]?)\s*[点时:：]`)
)

// HourSaid is a time of day that answers at which hour of a day something is to be done: the day is said with it, and where words have said a part of
// the day (“下班前”), “6点” is of that.
func HourSaid(words string, day workgroup.Date, vague string) string {
	said := until.ReplaceAllString(strings.TrimSpace(people.Narrow(words)), "")
	if m := ClockIn.FindStringIndex(strings.ToLower(said)); !day.Valid() || m == nil || m[0] > 0 || m[1] < len(said) {
		return words
	}
	if part := partOf.FindString(vague); part != "" && halfDay.MatchString(said) {
		switch evening := part == "晚上" || part == "夜里"; {
		case evening:
			said = "晚上" + said
		case !lateHour.MatchString(said):
			said = "下午" + said
		}
	}
	return day.In(time.UTC).Format("1月2日") + said
}
