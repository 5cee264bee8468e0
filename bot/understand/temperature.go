package understand

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
)

// feverAt is the temperature, in tenths of a degree, from which the notice speaks of a fever.
const feverAt = 373

// scanTemperature reads a body's temperature at the start of the runes: 38.5, 38度5, 38°5, 三十八度五, 37.3以上. A number
// alone is one only where the words before it speak of the temperature.
func scanTemperature(r []rune, measured bool) (length, tenths int, above bool) {
	n := scanNumber(r)
	if n.length == 0 || n.value < 34 || n.value > 43 {
		return 0, 0, false
	}
	i, tenths := n.length, n.value*10
	degree := i < len(r) && r[i] == '度'
	point := i < len(r) && (degree || r[i] == '.' || r[i] == '点' && !isDigit(r[0]))
	if point && i+1 < len(r) {
		if d, ok := digitOf(r[i+1]); ok && !(degree && counted(r[i+2:])) {
			tenths += d
			i += 2
			for i < len(r) && isDigit(r[i]) {
				i++
			}
		} else {
			point = degree
			if degree {
				i++
			}
		}
	} else if degree {
		i++
	} else {
		point = false
	}
	if !point && !(measured && !counted(r[i:])) {
		return 0, 0, false
	}
	if i < len(r) && r[i] == '度' {
		i++
	}
	for _, tail := range []string{"及以上", "以上", "以下", "及以下", "摄氏度", "c"} {
		t := []rune(tail)
		if len(r) >= i+len(t) && string(r[i:i+len(t)]) == tail {
			if tail == "以下" || tail == "及以下" {
				tenths = 0 // 37.3以下 is no fever
			}
			return i + len(t), tenths, tail == "以上" || tail == "及以上"
		}
	}
	return i, tenths, false
}

// feverAlone is a temperature that is a fever, told with nothing but when it was taken, "" where more is said: 今早38.5度.
func (m *message) feverAlone() string {
	words := ""
	for _, p := range m.phrases {
		if !p.feverish() || !p.only(cFigure, cMeasure, cDate, cDay, cThermo, cHave, cText, cSpace, cCategory, cColon) {
			return ""
		}
		for _, t := range p.toks {
			if t.class == cText && !measured.MatchString(m.word(t)) || t.class == cCategory && t.key != "temp_checked" {
				return ""
			}
		}
		words = m.wrote(p)
	}
	return words
}

// burning counts the one person whom a phrase names with a temperature that is a fever, and notes it of anybody of ours: 学生李某今早38.5度.
func (c *tally) burning(s *clause) {
	if !s.p.feverish() || s.figures+s.denied > 0 || s.not >= 0 || s.p.has(cCategory) || s.p.has(cOther) || s.p.has(cFine) || s.p.has(cNumber) || s.p.has(cHearsay) || s.p.has(cQuestion) || s.p.has(cOrder) || s.p.has(cIf) {
		return
	}
	at := s.p.first(cFigure)
	for s.p.toks[at].key != "feverish" {
		at++
	}
	group := s.group
	if group == "all" {
		group = ""
	}
	switch {
	case s.named(c.m, s.p.toks[at]) == 1:
		c.m.claims = append(c.m.claims, claim{base: "fever", bare: true, group: group, value: 1, known: true, one: true, from: s.p.from(), to: s.p.toks[at].to, sentence: s.p.sentence})
	case s.p.has(cSelf) || s.p.has(cOurs) || s.p.has(cGroup):
		c.m.hot, _ = key("fever", "now", group)
	}
}

// burnsOne counts the one person who has just been counted as having the fever that a phrase tells with its temperature: 居家隔离1人（发热37.5）.
func (c *tally) burnsOne(s *clause) bool {
	n := len(c.m.claims)
	if n == 0 || len(s.pending) != 1 || s.p.toks[s.pending[0]].key != "fever" || !s.p.feverish() || !s.p.only(cCategory, cFigure, cThermo, cHave, cSpace, cColon, cMeasure, cText) || s.measure != "" && s.measure != "today" {
		return false
	}
	last, item := c.m.claims[n-1], s.p.toks[s.pending[0]]
	if !last.known || last.value != 1 || last.sentence != s.p.sentence || !strings.HasSuffix(last.base, "quarantine") || strings.HasPrefix(last.measure, "released") {
		return false
	}
	c.m.claims = append(c.m.claims, claim{base: "fever", bare: true, group: last.group, value: 1, known: true, inside: s.part, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	c.markCounted(item, 1, s.measure)
	s.done()
	return true
}

// measured are the words of somebody who has taken a temperature.
var measured = pattern.MustCompile(`^(?:今|早|早上|早晨|清早|上午|中午|下午|晚上|刚才?|刚刚|量|测|量了|测了|又|还|了|一?下|量的|测的|到|已经?|达到?)+$`)

// digitOf is one digit in figures or in Chinese.
func digitOf(r rune) (int, bool) {
	if isDigit(r) {
		return int(r - '0'), true
	}
	d, ok := chineseDigit(r)
	return d, ok && d < 10
}

// temperature is the word for a temperature: a fever by itself where it says how high one begins (37.3以上2人), otherwise
// no figure of the form.
func temperature(tenths int, above bool) token {
	switch {
	case above && tenths >= 370 && tenths <= 380:
		return token{class: cCategory, key: "fever"}
	case tenths >= feverAt:
		return token{class: cFigure, key: "feverish"}
	}
	return token{class: cFigure, key: "decimal"}
}

// exceeds reports that nobody is said to be above what follows the words before: 没有超过37.3度的, 无一人超过37.3.
func exceeds(before []token, s []rune) bool {
	n := len(before)
	if n < 2 || !overIt[string(s[before[n-1].from:before[n-1].to])] {
		return false
	}
	if before[n-2].class == cCounter {
		n--
	}
	return n > 1 && before[n-2].class == cNot
}

// overIt are the words for being above a temperature.
var overIt = set("超过 高于 达到 超 高过")

// under reports that what follows the words before is not reached: 低于37.3, 未超过37.3.
func under(before []token, s []rune) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	switch string(s[last.from:last.to]) {
	case "低于", "均低于", "都低于", "小于", "不超过", "未超过", "没超过", "没有超过", "不到", "不足", "<", "≤", "不高于":
		return true
	case "超过", "高于", "到", "达到", "超", "高过":
		return len(before) > 1 && before[len(before)-2].class == cNot
	}
	return last.class == cText && strings.HasSuffix(string(s[last.from:last.to]), "低于")
}

var (
	// howHigh stands between a fever and how high it is, burning is a fever told of somebody: 发烧到39, a fever of 39.
	howHigh = pattern.MustCompile(`^(?:of|到了?|了)$`)
	burning = pattern.MustCompile(`(?i)烧到?$|^(?:a |with |high )*(?:fever|temperature)$`)
	// aFever is how high a fever is, told before it: 39 fever, 38.5 degrees fever; ofPeople counts those who have one.
	aFever   = pattern.MustCompile(`(?i)^(?:3[7-9]|4[0-2])(?:\.\d)? ?(?:°c?|degrees?)?(?: of)? fever(?: *$| *[^ a-z]| (?:and|since|after|for|was|is|who|he|she|today|this|now)\b)`)
	ofPeople = pattern.MustCompile(`(?i)^\d+ ?(?:students?|people|persons?|teachers?|staff|cases?|patients?|[名人例个位])`)
)

// fevered reports that the number at rune i is how high somebody's fever is, told beside the word for it.
func (t *text) fevered(i int, before []token) bool {
	if !strings.ContainsRune("34三四", t.runes[i]) {
		return false
	}
	k, so := len(before)-1, false
	for k >= 0 && (before[k].class == cSpace || before[k].class != cCategory && howHigh.MatchString(t.words(before[k].from, before[k].to))) {
		so = so || t.is(before[k], "到")
		k--
	}
	told := k >= 0 && before[k].class == cCategory && before[k].key == "fever" && (so || burning.MatchString(t.words(before[k].from, before[k].to)))
	behind := t.runes[i:min(len(t.runes), i+32)]
	if !told && !slices.Contains(behind, 'f') && !slices.Contains(behind, 'F') {
		return false
	}
	words := string(behind)
	return !ofPeople.MatchString(words) && (told || aFever.MatchString(words))
}

var (
	// classAhead begins a number that only names a class or a room: nursing 3 has a fever. hasIt goes on about who is in it.
	classAhead = pattern.MustCompile(`(?i)(?:^|[^a-z])(?:class|grade|room|dorm|group|floor|building|bed|nursing|software|mechanical|electrical|tourism|automotive|accounting|education|art) $`)
	hasIt      = pattern.MustCompile(`(?i)^\d{1,4} (?:has|had|is|was|got|felt|feels|came|tested|went|returned)\b`)
)

// numbersClass reports that the number at rune i is of a class or a room, told in English before what somebody of it has.
func (t *text) numbersClass(i int) bool {
	return isDigit(t.runes[i]) && i > 1 && t.runes[i-1] == ' ' && t.runes[i-2] < unicode.MaxASCII && hasIt.MatchString(string(t.runes[i:min(len(t.runes), i+16)])) && classAhead.MatchString(string(t.runes[max(0, i-16):i]))
}

// measuring reports that the words before speak of a temperature: 体温38, 体温最高38.
func measuring(before []token) bool {
	for i := len(before) - 1; i >= 0 && i >= len(before)-4; i-- {
		switch before[i].class {
		case cThermo:
			return true
		case cText, cHave, cColon, cSpace, cMeasure, cApprox, cEach, cNot:
		default:
			return false
		}
	}
	return false
}

// isWhole reports that a temperature is told without its tenths, and without what it is measured in.
func isWhole(r []rune) bool { return len(r) == 2 }

// scanBand reads from which temperature to which one all are that have none: 36到37之间.
func scanBand(r []rune) int {
	n, low, _ := scanTemperature(r, true)
	if n == 0 || n+1 >= len(r) || !strings.ContainsRune("到至-", r[n]) {
		return 0
	}
	m, high, _ := scanTemperature(r[n+1:], true)
	end := n + 1 + m
	if m == 0 || low >= feverAt || high >= feverAt || low > high {
		return 0
	}
	if end+2 <= len(r) && string(r[end:end+2]) == "之间" {
		return end + 2
	}
	if isWhole(r[:n]) && isWhole(r[n+1:end]) {
		return 0 // 体温36-37 is no more than a beginning
	}
	return end
}

// burnsSomebody reports that a fever is told of somebody who may be ours, and of nobody else: it is asked how many have one.
func (m *message) burnsSomebody() bool {
	for _, c := range []class{cOrder, cOther, cIf, cHearsay, cNews, cTopicOf, cPlace, cQuestion, cAsk, cNot, cFine, cWell, cAck, cTold, cDrill, cFear} {
		if m.has(c) {
			return false
		}
	}
	return len(m.text.runes) < longTalk && !m.over && !m.names("released") && (m.has(cGroup) || m.has(cOurs) || m.has(cSelf) || m.has(cUnit) || len(m.text.runes) <= shortCry && slices.ContainsFunc(m.phrases, func(p phrase) bool { return p.feverish() }) || slices.ContainsFunc(m.toks, func(t token) bool { return m.text.named(t) != "" }))
}
