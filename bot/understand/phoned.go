package understand

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// What came of a telephone call.
const (
	PhoneAnswered = "answered"
	PhoneNoAnswer = "no-answer"
	PhoneOff      = "off"
)

// Phoned is one telephone call as somebody noted it: who was called, as written, when, and what came of it.
type Phoned struct {
	Who     string
	At      time.Time
	Outcome string
}

// phoneOutcomes are the words for what came of a call. A call that was not answered names the answer too (“没接通”): the longer
// words come first.
var phoneOutcomes = []struct {
	words   *regexp.Regexp
	outcome string
}{
	{regexp.MustCompile(`(?i)(?:还|一直)?(?:未|没有|没|无法|不能|不)人?(?:接通|接听|接)了?|(?:还|一直)?(?:无人|打不通|不通|占线)(?:接听|接|应答)?了?|` +
		`\bno[ -]?(?:answer|reply)\b|\b(?:not|never|no ?one|nobody) answer(?:ed)?\b|\bunanswered\b|\b(?:did not|didn['’]?t) (?:answer|pick up)\b|\bbusy\b`), PhoneNoAnswer},
	{regexp.MustCompile(`(?i)已?关机了?|\b(?:switched|turned|phone) off\b|\boff\b`), PhoneOff},
	{regexp.MustCompile(`(?i)(?:已经|已)?(?:接通|接听|打通)了?|(?:已经|已)接了?|接了|通了|\banswered\b|\bpicked up\b`), PhoneAnswered},
}

var (
	numbered = regexp.MustCompile(`^\s*[0-9]{1,2}\s*[.、)）．]\s*([^0-9\s])`)
	parting  = regexp.MustCompile(`[\s\x{3000}，,、；;。|]+`)
	// timely is what looks like a time and was read as none: the line is asked again rather than dated now.
	timely = regexp.MustCompile(`(?i)[0-9０-９零一二两三四五六七八九十半]\s*(?:点|时|分钟|小时|钟头|minutes?|mins?|hours?)|[0-9０-９]\s*[:：]\s*[0-9０-９]|` +
		`昨天|昨日|昨晚|今天|今日|今早|前天|明天|刚才|刚刚|\b(?:ago|yesterday|today|tomorrow)\b`)
	stray = regexp.MustCompile(`^(?:[0-9０-９]{1,2}|[0-9０-９]{4})$`) // “1420”
)

// longestCallee is how long it may take to say who was called.
const longestCallee = 30

// Phone reads one line about a telephone call: “王主任 14:20 接通”, “昨晚8点 李老师 关机”, “Director Wang no answer”; without a time it
// was made now. Ok is false when the line names nobody, no outcome or two, or what looks like a time and is none.
func Phone(line string, now time.Time) (p Phoned, ok bool) {
	if m := numbered.FindStringSubmatchIndex(line); m != nil {
		line = line[m[2]:]
	}
	rest, outcome := line, ""
	for _, o := range phoneOutcomes {
		said := o.words.FindAllStringIndex(rest, -1)
		if len(said) > 1 || len(said) == 1 && outcome != "" {
			return p, false // two calls in one line
		}
		if len(said) == 1 {
			rest, outcome = rest[:said[0][0]]+" "+rest[said[0][1]:], o.outcome
		}
	}
	if outcome == "" {
		return p, false
	}
	fields := slices.DeleteFunc(parting.Split(rest, -1), func(f string) bool { return strings.Trim(f, ":：-—.!！") == "" })
	if len(fields) > 12 {
		return p, false
	}
	at, fields := momentAmong(fields, now)
	who := strings.Trim(strings.Join(fields, " "), " :：-—")
	if who == "" || utf8.RuneCountInString(who) > longestCallee || timely.MatchString(who) || slices.ContainsFunc(fields, stray.MatchString) {
		return p, false
	}
	return Phoned{who, at, outcome}, true
}

// momentAmong takes the time out of a line's words: the longest run of words that is one, else one that is written together
// with a name (“王主任14:20”). Without any it is now.
func momentAmong(fields []string, now time.Time) (time.Time, []string) {
	for n := len(fields); n > 0; n-- {
		for i := 0; i+n <= len(fields); i++ {
			run := strings.Join(fields[i:i+n], " ")
			// “刚” alone is a name.
			if at, ok := Moment(run, now); ok && utf8.RuneCountInString(run) > 1 {
				return at, slices.Concat(fields[:i], fields[i+n:])
			}
		}
	}
	for i, f := range fields {
		if !strings.ContainsAny(f, "0123456789０１２３４５６７８９") || utf8.RuneCountInString(f) > longestCallee {
			continue
		}
		runes := []rune(f)
		for j := 1; j < len(runes); j++ {
			if at, ok := Moment(string(runes[j:]), now); ok {
				return at, slices.Replace(slices.Clone(fields), i, i+1, string(runes[:j]))
			}
			if at, ok := Moment(string(runes[:len(runes)-j]), now); ok {
				return at, slices.Replace(slices.Clone(fields), i, i+1, string(runes[len(runes)-j:]))
			}
		}
	}
	return now, fields
}
