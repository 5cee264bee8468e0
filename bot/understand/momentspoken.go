package understand

import (
	"strconv"
	"strings"
	"time"

	"fangkong/bot/pattern"
)

const (
	// between are the two numbers of “两三点”, which say no more than from when on.
	between = `(?:一二|一两|两三|二三|三四|四五|五六|六七|七八|八九|九十)`
	hourEn  = `(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})`
)

var (
	twoHours   = pattern.MustCompile(`(` + between + `|[一两三四五六七八九]、[二三四五六七八九十])([点时])`)
	fromTo     = pattern.MustCompile(numeral + `((?:[：点时](?:` + numeral + `分?|半)?)?)(?:-|、|，|到|至|或者?)` + numeral + `[：点时]`)
	fromToNext = pattern.MustCompile(numeral + `(点)()` + numeral + `点`)
	secondHalf = pattern.MustCompile(`^([：点时]?)(?:` + numeral + `分?|半)?`)
	twoAgo     = pattern.MustCompile(between + `(十?(?:个半|个)?(?:小时|钟头|分钟|分|刻钟))`)
	orHours    = pattern.MustCompile(hourEn + `or` + hourEn)

	// corrected begins an answer that puts another right, and tells nothing of the time.
	corrected = pattern.MustCompile(`^(?:噢|哦|嗯|啊|哎|对了?|不对|不好意思|更正(?:一下)?|纠正|改一下|改成|我?[说写记]错了|错了|correction|sorry|actually|no[，。])[，：。！、]?`)
	itWas     = pattern.MustCompile(`^(?:itwas|it's|itis|ithink|iguess)`)
	// offhand ends an answer.
	offhand = pattern.MustCompile(`(?:吧|呢|啊|呀|哈|嘛|来着)+$`)
	moment  = pattern.MustCompile(`^刚[才刚]([0-9一二三四五六七八九十零].*[点：].*)$`)

	aboutEn = pattern.MustCompile(`(about|around|roughly|approximately)`)
	pastEn  = pattern.MustCompile(`(half|aquarter|quarter)(past|to)` + hourEn)
	clockEn = pattern.MustCompile(`\b` + hourEn + `(o'clock|inthe|lastnight|yesterday|thismorning|thisafternoon|[ap]m)|(at|night|morning|afternoon|evening|noon)` + hourEn + `$`)
)

// plainly is a time as people say it, in the words of the clock; near tells that it only says from when on, or about when.
func plainly(s string) (plain string, near bool) {
	for n := 0; n < 2; n++ {
		s = corrected.ReplaceAllString(s, "")
	}
	s = offhand.ReplaceAllString(s, "")
	plain = firstOf(s)
	if near = plain != s; !inLatin(plain) {
		return plain, near
	}
	s = itWas.ReplaceAllString(plain, "")
	about := aboutEn.ReplaceAllString(orHours.ReplaceAllString(s, "$1"), "")
	return clockWords(about), near || about != s
}

// inLatin reports that a time is told in English, or has an a.m. in it.
func inLatin(s string) bool {
	return strings.ContainsFunc(s, latin)
}

// firstOf is the earlier of two times said in one breath: “两三点”, “2点到3点”, “两三个小时前”.
func firstOf(s string) string {
	s = twoAgo.ReplaceAllStringFunc(s, func(w string) string { return string([]rune(w)[1:]) }) // the longer ago
	s = twoHours.ReplaceAllStringFunc(s, func(w string) string {
		r := []rune(w)
		return string(r[0]) + string(r[len(r)-1])
	})
	for _, two := range []*pattern.Pattern{fromTo, fromToNext} {
		m := two.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		from, to := numeralOf(s[m[2]:m[3]]), numeralOf(s[m[8]:m[9]])
		if to < from || to-from > longestSpan {
			continue
		}
		first, rest := s[m[2]:m[5]], s[m[1]:]
		if m[4] == m[5] {
			first += "点"
		}
		s = s[:m[0]] + first + rest[len(secondHalf.FindString(rest)):]
	}
	return s
}

// clockWords puts the English words of a clock in figures: “half past two”, “quarter to nine”, “two in the afternoon”.
func clockWords(s string) string {
	s = pastEn.ReplaceAllStringFunc(s, func(w string) string {
		m := pastEn.FindStringSubmatch(w)
		hour, minutes := hourOf(m[3]), 15
		if m[1] == "half" {
			minutes = 30
		}
		if m[2] == "to" {
			hour, minutes = (hour+11)%12, 60-minutes
		}
		return strconv.Itoa(hour) + "点" + strconv.Itoa(minutes)
	})
	return clockEn.ReplaceAllStringFunc(s, func(w string) string {
		m := clockEn.FindStringSubmatch(w)
		if m[1] != "" {
			return strconv.Itoa(hourOf(m[1])) + m[2]
		}
		return m[3] + strconv.Itoa(hourOf(m[4]))
	})
}

// hourOf is an hour in English words or figures.
func hourOf(s string) int {
	if v, ok := spelled[s]; ok {
		return v
	}
	v, _ := strconv.Atoi(s)
	return v
}

// longestSpan is how many hours “2点到3点” may be apart: in “1-23点” a date stands before the hour.
const longestSpan = 3

// longestMoment is how long ago “刚才11点50” may be.
const longestMoment = 3 * time.Hour

// aMomentAgo reads “刚才11点50”: the last time that a clock has shown it.
func aMomentAgo(s string, now time.Time) (at time.Time, ok bool) {
	w, ok := clockOf(s, now, When{})
	if !ok || w.At.IsZero() {
		return at, false
	}
	for at = w.At; at.After(now); at = at.Add(-12 * time.Hour) {
	}
	for !at.Add(12 * time.Hour).After(now) {
		at = at.Add(12 * time.Hour)
	}
	return at, now.Sub(at) <= longestMoment
}
