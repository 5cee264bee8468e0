package understand

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/pattern"
)

var (
	clauseEnd = pattern.MustCompile(`[，,。；;！!？?\n]`)
	// learned are the words with which people say that they came to know.
	learned = pattern.MustCompile(`(?i)发现|知道|得知|获知|知悉|知情|通知|接到|收到|接报|告知|来电|打了?个?电话|打来(?:了?个?)电话|来的?电话|电话(?:里|中)?[说讲]|\b(?:got (?:a |the |this )?(?:call|message|notice|news)|called|phoned|rang|telephoned|found out|learned|learnt|heard|were told|was told|informed|known|notified|knew)\b`)
	// timeSign is in every time of day.
	timeSign = pattern.MustCompile(`(?i)[0-9０-９]\s*[:：.．][0-9０-９]|[点时刻前刚]|中午|正午|ago|now|[ap]\.?m\b|night|noon|at|past|o'clock|morning|evening`)
	unknew   = pattern.MustCompile(`不知道|没发现|未发现|没有发现|没接到|未接到|不知情|每[天日]|明[天日早]|再[打来]|打不通|没打|[给向][^，]{0,8}打`)
	// apartBy parts the day from the hour: “今天上午医院10:20打来电话”.
	apartBy = pattern.MustCompile(`((?:[今昨前][天日晚晨儿]?|[0-9]{1,2}[日号])?(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|早|晚)?)(?:医院|社区|街道|疾控(?:中心)?|学校|家长|家里|学生|同学|辅导员|班主任|[他她]?妈妈?|[他她]?爸爸?|派出所|村里)(?:在)?([0-9０-９一二两三四五六七八九十]{1,3}[点:：时])`)
)

const (
	longestTold = 32 // how long a time inside a sentence may be, in runes
	beside      = 60 // how far from the word it may begin
)

// KnownIn finds in a sentence when somebody says that they came to know: “我院学生…，昨晚8点发现的”. Only a time beside such a word
// counts, and only one that has passed and is not older than two weeks.
func KnownIn(sentence string, now time.Time) (w When, ok bool) {
	for _, clause := range clauseEnd.Split(sentence, -1) {
		clause = apartBy.ReplaceAllString(clause, "$1$2")
		said := learned.FindStringIndex(clause)
		if said == nil || unknew.MatchString(clause) {
			continue
		}
		if just.MatchString(clause[:said[0]]) {
			return When{At: now}, true // 刚接到医院电话
		}
		// Before the word as a rule (“昨晚8点发现”), else after it (“发现于昨晚8点”).
		before, after := []rune(clause[:said[0]]), []rune(clause[said[1]:])
		before, after = before[max(0, len(before)-beside):], after[:min(beside, len(after))]
		for _, part := range []string{string(before), string(after)} {
			if w, ok := longestWhen(part, now); ok && !w.At.After(now) && now.Sub(w.At) <= longestAgo {
				return w, true
			}
		}
	}
	return When{}, false
}

var (
	// just stands right before the word for coming to know: 刚接到, have just heard.
	just = pattern.MustCompile(`(?i)(?:刚刚?|刚才|才|\bjust)\s*$`)
	// ofIllness are what somebody has, journeys what else may have its time in a sentence.
	ofIllness = pattern.MustCompile(`(?i)确诊|疑似|阳|隔离|发烧|发热|医院|社区|疾控|电话|封|死|晕|\b(?:confirmed|positive|suspected|quarantin\w*|fever|hospital|call|sealed|died)\b`)
	journeys  = pattern.MustCompile(`(?i)[回返乘坐]|离开|去过|到过|接触|吃饭|见面|入学|出生|\b(?:back|returned|left|train|flight|met|born)\b`)
)

// longestSaid is how far back a time in a sentence may lie that nobody says to be when it was known.
const longestSaid = 3 * 24 * time.Hour

// SaidIn finds the earliest time that a sentence names beside what somebody has, or alone, without saying that it was known then (“学生确诊，一小时前”): the
// hour may run from there. A day without its hour is told by its end.
func SaidIn(sentence string, now time.Time) (at time.Time, ok bool) {
	for _, clause := range clauseEnd.Split(sentence, -1) {
		w, is := longestWhen(clause, now)
		if !is {
			if w, is = ReadWhen(clause, now); is && w.At.IsZero() && !w.Day.IsZero() {
				w.At = w.Day.Add(24*time.Hour - time.Minute)
			}
		}
		alone := utf8.RuneCountInString(strings.TrimSpace(clause)) <= aloneSaid
		if !is || w.At.IsZero() || !w.At.Before(now) || now.Sub(w.At) > longestSaid || journeys.MatchString(clause) || !alone && !ofIllness.MatchString(clause) || unknew.MatchString(clause) {
			continue
		}
		if !ok || w.At.Before(at) {
			at, ok = w.At, true
		}
	}
	return at, ok
}

// aloneSaid is how long a clause is, in runes, that holds a time and hardly anything else.
const aloneSaid = 18

// longestWhen is the longest run of words that is a moment; of two as long the later one.
func longestWhen(words string, now time.Time) (w When, ok bool) {
	runes := normalise(words).runes
	if !timeSign.MatchString(string(runes)) {
		return When{}, false
	}
	reach := tellable(runes)
	for n := min(len(runes), longestTold); n >= 2; n-- {
		for i := len(runes) - n; i >= 0; i-- {
			if reach[i] < i+n || insideNumber(runes, i) || insideWord(runes, i) || i+n < len(runes) && insideWord(runes, i+n) {
				continue
			}
			run := string(runes[i : i+n])
			if run != strings.TrimSpace(run) || !timeSign.MatchString(run) {
				continue
			}
			if w, ok := ReadWhen(run, now); ok && !w.At.IsZero() {
				return w, true
			}
		}
	}
	return When{}, false
}

// tellable is how far from each rune the words go on that can be of a moment: a Chinese character or an English word at a time.
func tellable(runes []rune) []int {
	foreign := make([]bool, len(runes))
	for from := 0; from < len(runes); {
		to := from + 1
		for to < len(runes) && insideWord(runes, to) {
			to++
		}
		odd := unicode.Is(unicode.Han, runes[from]) && !momentHan[runes[from]] || to-from > 1 && !momentWords[strings.ToLower(string(runes[from:to]))]
		for ; from < to; from++ {
			foreign[from] = odd
		}
	}
	reach, end := make([]int, len(runes)), len(runes)
	for i := len(runes) - 1; i >= 0; i-- {
		if foreign[i] {
			end = i
		}
		reach[i] = end
	}
	return reach
}

// insideNumber tells whether a run would begin in the middle of a number: “18:05” is not “8:05”.
func insideNumber(runes []rune, i int) bool {
	digit := func(r rune) bool {
		return r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("一二三四五六七八九十零两廿", r)
	}
	return i > 0 && digit(runes[i]) && (digit(runes[i-1]) || strings.ContainsRune(":：.", runes[i-1]))
}

// insideWord tells whether a run would begin in the middle of an English word.
func insideWord(runes []rune, i int) bool {
	letter := func(r rune) bool { return r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z') }
	return i > 0 && letter(runes[i]) && letter(runes[i-1])
}
