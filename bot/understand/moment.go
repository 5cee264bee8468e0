package understand

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/pattern"
)

// When is a moment as somebody told it.
type When struct {
	At    time.Time // zero: no time of day was said
	Day   time.Time // the midnight of a day that was said without a time of day
	Rough bool      // 约, 左右, 多: near that
	Lost  bool      // 不知道: nobody can say
}

// numeral is how people write a small whole number.
const numeral = `([0-9]{1,3}|[零一二两三四五六七八九十廿]{1,3})`

var (
	justNow = []string{"刚刚", "刚才", "现在", "刚", "此刻", "now", "justnow"}
	unknown = []string{"不知道", "不清楚", "不详", "不明", "说不清", "记不清", "不确定", "忘了", "不记得", "未知", "unknown", "idon'tknow", "don'tknow", "dontknow", "notsure", "noidea"}

	// lead and trail are what stands around a time and tells nothing of it.
	lead  = pattern.MustCompile(`^(?:应该|可能|好像)?(?:是|在|于|我们?)?(?:从|自)?`)
	trail = pattern.MustCompile(`[，,。.！!]*(?:的?时候)?(?:才|就)?(?:接到|收到|接)?(?:医院|社区|疾控|学院|学校|家长|家里|学生|本人)?(?:给我)?(?:打来|来|打|的)*(?:知道|知悉|得知|获知|发现|通知|电话|告知|报告|确诊)?(?:来|过来)?(?:说|通知|告知|告诉我?)?(?:的|了)*[，,。.！!]*$`)
	rough = pattern.MustCompile(`^(?:大约|大概|约莫|约|差不多|将近|快|about|around|circa)|(?:左右|前后|许|来钟)$`)

	dayWord  = pattern.MustCompile(`^(大前天|前天|前日|前儿个?|昨天|昨日|昨儿个?|昨|今天|今日|今儿个?|今|当天|thedaybeforeyesterday|yesterday|today|this|last)(?:的)?`)
	weekday  = pattern.MustCompile(`^(上个?)?(?:这|本)?(?:周|星期|礼拜)([一二三四五六日天])`)
	daysAgo  = pattern.MustCompile(`^` + numeral + `天(?:以|之)?前(?:的)?`)
	dayMonth = pattern.MustCompile(`^(?:([0-9]{4})[年/.-])?([0-9]{1,2}|[一二三四五六七八九十]{1,2})[月/.-]([0-9]{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?`)
	dayAlone = pattern.MustCompile(`^([0-9]{1,2}|[一二三四五六七八九十廿]{1,3})[日号]`)
	dayEn    = pattern.MustCompile(`^(?:on)?(?:([0-9]{1,2})(?:st|nd|rd|th)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([0-9]{1,2})(?:st|nd|rd|th)?)[，,]?`)
	partWord = pattern.MustCompile(`^(凌晨|清晨|晨|清早|早上|早晨|早间|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|今晚|晚|夜里|夜间|深夜|半夜|午夜|夜|inthe)?(morning|afternoon|evening|night|noon|midnight)?`)
	clockAt  = pattern.MustCompile(`^(?:at)?` + numeral + `(?:([：点时.])(?:钟|整)?(?:` + numeral + `分?|(半)|(一刻)|(三刻))?(多|来)?|(?:o'clock)?)(?:钟|整)?(am|pm|a\.m\.?|p\.m\.?)?$`)
	backPart = pattern.MustCompile(`^(.*[0-9m])(yesterday(?:morning|afternoon|evening|night)?|today|lastnight|thismorning|thisafternoon|inthemorning|intheafternoon|intheevening)$`)
)

// Moment reads when something was known (知悉时间): “刚刚”, “半小时前”, “20分钟前”, “14:05”, “下午2点半”, “昨晚8点”, “1月30日 20:10”. Ok is
// false when the words are no time; one of the future is returned as it was said. A clock time without a day that has not
// come today is still today's: whoever is answered that it lies ahead puts it right.
func Moment(words string, now time.Time) (at time.Time, ok bool) {
	w, ok := ReadWhen(words, now)
	return w.At, ok && !w.At.IsZero()
}

// ReadWhen reads the same, and what tells less than a moment: a day alone (“前天”), and that nobody knows.
func ReadWhen(words string, now time.Time) (w When, ok bool) {
	s := strings.ToLower(strings.Join(strings.Fields(string(normalise(words).runes)), ""))
	s = strings.Trim(strings.ReplaceAll(s, "’", "'"), "，,。.！!、")
	s, w.Rough = plainly(s)
	if slices.Contains(unknown, strings.TrimRight(s, "了的")) {
		return When{Lost: true}, true
	}
	s = lead.ReplaceAllString(trail.ReplaceAllString(s, ""), "")
	for n := 0; n < 2; n++ { // “大约8点左右”
		if m := rough.FindStringIndex(s); m != nil && m[1]-m[0] < len(s) {
			s, w.Rough = s[:m[0]]+s[m[1]:], true
		}
	}
	if m := moment.FindStringSubmatch(s); m != nil {
		w.At, ok = aMomentAgo(m[1], now)
		return w, ok
	}
	if slices.Contains(justNow, s) {
		w.At = now
		return w, true
	}
	if d, near, is := agoOf(s); is {
		w.At, w.Rough = now.Add(-d), w.Rough || near
		return w, true
	}
	if m := backPart.FindStringSubmatch(s); m != nil {
		s = m[2] + m[1] // “8pm yesterday”
	}
	return clockOf(s, now, w)
}

// clockOf reads a day, a part of it and a time of it.
func clockOf(s string, now time.Time, w When) (When, bool) {
	day, named, s, ok := dayAtHead(s, now)
	if !ok {
		return w, false
	}
	part := ""
	if m := partWord.FindStringSubmatch(s); m != nil {
		part, s = strings.TrimPrefix(m[1]+m[2], "inthe"), s[len(m[0]):]
	}
	if s == "" {
		switch {
		case part == "noon" || part == "正午" || part == "中午" && !named:
			w.At = time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, now.Location())
			w.Rough = w.Rough || part == "中午"
			return w, true
		case part == "midnight":
			w.At = midnight(day)
			return w, true
		case named || part != "":
			w.Day = midnight(day)
			return w, true
		}
		return w, false
	}
	m := clockAt.FindStringSubmatch(s)
	if m == nil || m[2] == "" && m[8] == "" && !strings.Contains(s, "o'clock") && !(named && strings.HasPrefix(s, "at")) && !english(part) {
		return w, false // a bare number is no time
	}
	hour, minute := numeralOf(m[1]), 0
	switch {
	case m[3] != "":
		minute = numeralOf(m[3])
	case m[4] != "":
		minute = 30
	case m[5] != "":
		minute = 15
	case m[6] != "":
		minute = 45
	}
	w.Rough = w.Rough || m[7] != ""
	if part == "" {
		part = strings.ReplaceAll(m[8], ".", "")
	}
	hour, next, said := hourIn(part, hour, named)
	if hour > 23 || minute > 59 {
		return w, false
	}
	at := time.Date(day.Year(), day.Month(), day.Day()+next, hour, minute, 0, 0, now.Location())
	switch {
	// “2点半” in the afternoon: the nearer of the two that have passed.
	case !named && !said && hour > 0 && hour < 12 && m[2] != "：":
		if later := at.Add(12 * time.Hour); !later.After(now) {
			at = later
		}
	// “半夜11点”, told the next day.
	case !named && slices.Contains([]string{"半夜", "深夜", "夜里", "夜间", "夜"}, part) && at.After(now):
		at = at.AddDate(0, 0, -1)
	}
	w.At = at
	return w, true
}

// hourIn is an hour as the part of the day makes it, and how many days later than the day named it is: twelve at night ends
// the day it is said of, and what is early in a night belongs to the morning after.
func hourIn(part string, hour int, named bool) (of, next int, said bool) {
	after := 0
	if named {
		after = 1
	}
	switch part {
	case "下午", "午后", "傍晚", "pm", "afternoon", "evening":
		if hour < 12 {
			hour += 12
		}
	case "晚上", "晚间", "晚", "夜里", "夜间", "深夜", "半夜", "午夜", "夜", "night":
		switch {
		case hour == 12 || hour == 24 || hour == 0:
			return 0, after, true
		case hour < 5:
			return hour, after, true
		case hour < 12:
			hour += 12
		}
	case "中午", "正午", "noon":
		if hour < 11 {
			hour += 12
		}
	case "凌晨", "am", "清晨", "晨", "morning", "midnight":
		if hour == 12 || hour == 24 {
			hour = 0
		}
	case "":
		if hour == 24 && named {
			return 0, 1, true
		}
		return hour, 0, false
	}
	return hour, 0, true
}

// dayAtHead reads the day at the head of s: today where none is named.
func dayAtHead(s string, now time.Time) (day time.Time, named bool, rest string, ok bool) {
	of := func(year int, month time.Month, date, used int) (time.Time, bool, string, bool) {
		day := time.Date(year, month, date, 0, 0, 0, 0, now.Location())
		return day, true, s[used:], day.Day() == date && day.Month() == month
	}
	if m := dayWord.FindStringSubmatch(s); m != nil && (m[1] != "this" && m[1] != "last" || len(m[0]) < len(s)) {
		back := map[string]int{"昨天": 1, "昨日": 1, "昨儿": 1, "昨儿个": 1, "昨": 1, "yesterday": 1, "last": 1, "前天": 2, "前日": 2, "前儿": 2, "前儿个": 2, "thedaybeforeyesterday": 2, "大前天": 3}[m[1]]
		return now.AddDate(0, 0, -back), true, s[len(m[0]):], true
	}
	if m := weekday.FindStringSubmatch(s); m != nil {
		want := strings.Index("日一二三四五六", strings.Replace(m[2], "天", "日", 1)) / len("日")
		back := (int(now.Weekday()) - want + 7) % 7
		if monday := (int(now.Weekday()) + 6) % 7; m[1] != "" && back <= monday {
			back += 7 // of the week before this
		}
		return now.AddDate(0, 0, -back), true, s[len(m[0]):], true
	}
	if m := daysAgo.FindStringSubmatch(s); m != nil {
		return now.AddDate(0, 0, -numeralOf(m[1])), true, s[len(m[0]):], true
	}
	if m := dayEn.FindStringSubmatch(s); m != nil {
		t, err := time.Parse("Jan", strings.ToUpper((m[2] + m[3])[:1])+(m[2] + m[3])[1:])
		if err == nil {
			return of(yearOf(t.Month(), now), t.Month(), numeralOf(m[1]+m[4]), len(m[0]))
		}
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil && (len(m[0]) < len(s) || strings.ContainsAny(m[0], "月年")) {
		month := time.Month(numeralOf(m[2]))
		year := yearOf(month, now)
		if m[1] != "" {
			year = numeralOf(m[1])
		}
		return of(year, month, numeralOf(m[3]), len(m[0]))
	}
	if m := dayAlone.FindStringSubmatch(s); m != nil {
		date := numeralOf(m[1])
		month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
		if date > now.Day() {
			month = month.AddDate(0, -1, 0) // “30号” on the 1st
		}
		return of(month.Year(), month.Month(), date, len(m[0]))
	}
	return now, false, s, true
}

// yearOf is the year of a month that was said without one: in January, December is last year's.
func yearOf(month time.Month, now time.Time) int {
	if month-now.Month() > 6 {
		return now.Year() - 1
	}
	return now.Year()
}

// english tells whether a part of the day is said in English: “last night at 8”.
func english(part string) bool { return part != "" && part[0] < 0x80 }

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// numeralOf is a small number in digits or Chinese.
func numeralOf(s string) int { return scanNumber([]rune(s)).value }
