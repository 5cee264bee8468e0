package understand

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
)

// What came of a telephone call.
const (
	PhoneAnswered = "answered"
	PhoneNoAnswer = "no-answer"
	PhoneOff      = "off"
)

// Phoned is one telephone call as somebody noted it: who was called, as written, when, what came of it, and what else was noted.
type Phoned struct {
	Who     string
	At      time.Time
	Outcome string
	Note    string
}

const (
	// refusing are the words before an answer that make it none.
	refusing = `(?:没有|没能够|没能|没法|没人|没|未能|未|无法|无人|不能|不)(?:能够|能|人|再|被)?`
	// answering are the words for an answer.
	answering = `(?:打通|接通|接听|接到|联系上|打得通|应答|接|通)`
	refusingE = `\b(?:(?:was|has|had|is|did|does|do|could|can|would|were|have|ca)(?:n['’]?t|not|\s+not)|not|never|no\s?one|nobody|none)\s+(?:\w+\s+){0,2}?`
)

// phoneOutcomes are the words for what came of a call. A call that was not answered names the answer too (“没接通”): the longer
// words come first.
var phoneOutcomes = []struct {
	words   *pattern.Pattern
	outcome string
}{
	{pattern.MustCompile(`(?i)(?:还是|还|一直|都|仍|始终|也)*(?:` + refusing + answering + `|打不通|接不通|占线|忙音)(?:听|应答)?(?:电话|手机)?了?|` +
		`\bno[ -]?(?:answer|reply|response)\b|` + refusingE + `(?:answer(?:ed)?|pick(?:ed)? up|reach(?:ed)?|respond(?:ed)?|reply|replied|get through|got through)\b|\bunanswered\b|\bbusy\b`), PhoneNoAnswer},
	{pattern.MustCompile(`(?i)已?关机了?|\b(?:switched|turned|phone) off\b|\boff\b`), PhoneOff},
	{pattern.MustCompile(`(?i)(?:已经|已)?(?:接通|接听|打通)了?|(?:已经|已)接了?|接了|通了|\banswered\b|\bpicked up\b`), PhoneAnswered},
}

var (
	numbered = pattern.MustCompile(`^\s*[0-9]{1,2}\s*[.、)）．]\s*([^0-9\s])`)
	parting  = pattern.MustCompile(`[\s\x{3000}，,、；;。|]+`)
	// timely is what looks like a time and was read as none: the line is asked again rather than dated now.
	timely = pattern.MustCompile(`(?i)[0-9０-９零一二两三四五六七八九十半]\s*(?:点|时|分钟|小时|钟头|minutes?|mins?|hours?)|[0-9０-９]\s*[:：]\s*[0-9０-９]|` +
		`昨天|昨日|昨晚|今天|今日|今早|前天|明天|刚才|刚刚|\b(?:ago|yesterday|today|tomorrow)\b`)
	// negated is any word before an answer that may deny it: such a line is asked again rather than read as answered.
	negated = pattern.MustCompile(`(?i)[没未无不非别勿莫]|\b(?:not?|never|nobody|none|nor|neither|without|cannot|unable|fail(?:ed|s)?|hardly)\b|n['’]t\b|\b(?:did|was|has|had|is|does|could|ca|would|were|have|do)nt\b`)
	// calling is what people write around the name of whom they called.
	calling   = pattern.MustCompile(`(?i)^(?:我|已)?(?:打电话给|电话联系|打给|致电|拨打|呼叫|给|打)|^(?:i )?(?:called|rang|phoned|telephoned|call to)\s+`)
	ofCalling = pattern.MustCompile(`(?:打(?:过|了)?(?:个)?(?:电话)?|的?(?:电话|手机|座机))$`)
	telephone = pattern.MustCompile(`^(?:(?:打|打了|打过)?个?(?:电话|手机|座机)|去电|来电|对方|人|打了?|phone|the phone)$`)
	// remark begins what was said on the telephone.
	remark = pattern.MustCompile(`(?i)^(?:说|称|表示|答|回复|告知|马上|正在|会|将|让|要|对方|他|她|says?$|said$|will$|he$|she$|is$|promised$|coming$)`)
	stray  = pattern.MustCompile(`^(?:[0-9０-９]{1,2}|[0-9０-９]{4})$`) // “1420”
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
			if o.outcome != PhoneNoAnswer && negated.MatchString(rest[:said[0][0]]) {
				return p, false // “从没真正接通”
			}
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
	fields = slices.DeleteFunc(fields, telephone.MatchString)
	note := ""
	// What follows the name and begins as speech is what was said.
	if i := slices.IndexFunc(fields, remark.MatchString); i > 0 {
		fields, note = fields[:i], strings.Join(fields[i:], " ")
	}
	who := strings.Trim(strings.Join(fields, " "), " :：-—")
	if called := calling.ReplaceAllString(who, ""); !strings.HasSuffix(called, "值班电话") {
		who = strings.TrimSpace(ofCalling.ReplaceAllString(called, ""))
	}
	if who == "" || telephone.MatchString(who) || utf8.RuneCountInString(who) > longestCallee || timely.MatchString(who) || slices.ContainsFunc(fields, stray.MatchString) {
		return p, false
	}
	return Phoned{who, at, outcome, note}, true
}

// PhoneOutcome reads words that say what came of a call and nothing else, not even who was called: “不通”, “没人接”, “no answer”.
func PhoneOutcome(words string) (outcome string, ok bool) {
	rest := words
	for _, o := range phoneOutcomes {
		said := o.words.FindAllStringIndex(rest, -1)
		if len(said) > 1 || len(said) == 1 && outcome != "" {
			return "", false
		}
		if len(said) == 1 {
			rest, outcome = rest[:said[0][0]]+" "+rest[said[0][1]:], o.outcome
		}
	}
	return outcome, outcome != "" && nobodyCalled.MatchString(rest)
}

// nobodyCalled are the words beside an outcome that name nobody.
var nobodyCalled = pattern.MustCompile(`(?i)^(?:我|已经|已|刚刚?|电话|手机|打过去|打过|打了|打|给|去|对方|的|了|[他她其]|\b(?:it|was|is|the|phone|line|they|i|called)\b|[\s，,、。.！!])*$`)

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

// TimeAndName reads “14:20 王主任”, “王主任 14:20” and “昨天 20:10 王主任”: a time, and who beside it (“” for nobody). Ok is false without a
// time.
func TimeAndName(words string, now time.Time) (at time.Time, name string, ok bool) {
	fields := slices.DeleteFunc(parting.Split(words, -1), func(f string) bool { return f == "" })
	if len(fields) == 0 || len(fields) > 12 {
		return time.Time{}, "", false
	}
	at, rest := momentAmong(fields, now)
	if len(rest) == len(fields) && slices.Equal(rest, fields) {
		return time.Time{}, "", false
	}
	name = strings.Trim(strings.Join(rest, " "), " :：-—。")
	if timely.MatchString(name) {
		return time.Time{}, "", false
	}
	return at, name, true
}
