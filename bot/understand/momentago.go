package understand

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
)

const (
	hourWord   = `(?:小时|钟头|hours?|hrs?|h)`
	minuteWord = `(?:分钟|分|minutes?|mins?|m)`
)

var (
	agoEnd   = pattern.MustCompile(`(?:多)?(?:以|之)?(?:前|ago)$`)
	agoHours = pattern.MustCompile(`^(?:` + numeral + `(?:[.点]([0-9]))?|(an?|one|two|three|four|five|six))?(个半|个多|个|半|and?ahalf)?` + hourWord + `(半|andahalf)?(?:零|又|and)?(?:` + numeral + minuteWord + `)?$`)
	agoMins  = pattern.MustCompile(`^(?:` + numeral + `|(an?|one|two|three|five|ten|twenty|thirty|forty))` + minuteWord + `$`)
	agoHalf  = pattern.MustCompile(`^(?:半个?(?:小时|钟头)|halfanhour|half-an-hour|ahalfhour)$`)
	agoParts = pattern.MustCompile(`^(?:([一两二三])个?刻钟?|(aquarterofanhour|quarterofanhour))$`)

	small = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twenty": 20, "thirty": 30, "forty": 40}
)

// longestAgo is the longest time back that is told in hours and minutes.
const longestAgo = 14 * 24 * time.Hour

// agoOf reads “半小时前”, “一刻钟前”, “1小时20分钟前”, “half an hour ago”: how long ago, and whether that is only near.
func agoOf(s string) (d time.Duration, near, ok bool) {
	end := agoEnd.FindStringIndex(s)
	if end == nil {
		return 0, false, false
	}
	near = strings.HasPrefix(s[end[0]:], "多")
	s = s[:end[0]]
	half := 30 * time.Minute
	if m := agoParts.FindStringSubmatch(s); m != nil {
		n := 1
		if m[1] != "" {
			n = numeralOf(m[1])
		}
		return time.Duration(n) * 15 * time.Minute, near, true
	}
	if agoHalf.MatchString(s) {
		return half, near, true
	}
	if m := agoMins.FindStringSubmatch(s); m != nil {
		n := small[m[2]]
		if m[1] != "" {
			n = numeralOf(m[1])
		}
		d = time.Duration(n) * time.Minute
		return d, near, d <= longestAgo
	}
	m := agoHours.FindStringSubmatch(s)
	if m == nil || m[1] == "" && m[3] == "" {
		return 0, false, false
	}
	n := small[m[3]]
	if m[1] != "" {
		n = numeralOf(m[1])
	}
	d = time.Duration(n) * time.Hour
	if m[2] != "" {
		d += time.Duration(numeralOf(m[2])) * time.Hour / 10
	}
	if m[4] == "个半" || m[4] == "半" || strings.HasSuffix(m[4], "half") || m[5] != "" {
		d += half
	}
	if m[6] != "" {
		d += time.Duration(numeralOf(m[6])) * time.Minute
	}
	return d, near || m[4] == "个多", d <= longestAgo
}
