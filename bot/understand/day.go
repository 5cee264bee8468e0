package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// readDay finds the day the figures are for: a date, or 昨天 where it heads the message. Days inside a story, 1月10日后离开
// or 1月28日通知, are not it. A date that no calendar has is a doubt.
func (m *message) readDay() {
	for _, p := range m.phrases {
		if words := m.endsBefore(p); words != "" {
			m.doubt(DateMismatch, "", words)
		}
		if t := m.countedUntil(p); t.class == cDate {
			m.ofDay(t)
			return
		}
		for i, t := range p.toks {
			if t.class != cDate || m.aside(p, i) || p.at(i-1).class == cNot {
				continue
			}
			if i > 0 && endsIn(m.text.runes[p.toks[i-1].from:p.toks[i-1].to], late) || strings.Contains(m.plain, "补报昨") || strings.Contains(m.plain, "补报前") {
				m.doubt(DateMismatch, "", m.word(t))
			}
			m.ofDay(t)
			return
		}
	}
	if words := m.ofTheDayBefore(); words != "" {
		if m.ctx.Date != "" {
			m.DateRef = before(m.ctx.Date, 1)
		}
		m.doubt(DateMismatch, "", words)
		return
	}
	m.readBack()
}

// ofDay takes a date for the day of the report.
func (m *message) ofDay(t token) {
	m.DateRef = dayOf(int(t.year), t.value/100, t.value%100, m.ctx.Date)
	if m.DateRef == "" && m.ctx.Date != "" || m.DateRef != m.ctx.Date && !m.ctx.Undated {
		m.doubt(DateMismatch, "", m.word(t))
	}
}

// countedUntil is the last day of those that a report says it counts: 统计时间1月30日14时—1月31日14时.
func (m *message) countedUntil(p phrase) (last token) {
	from := -1
	for i, t := range p.toks {
		switch {
		case t.class != cDate:
		case from >= 0 && untilDay.MatchString(string(m.text.runes[p.toks[from].to:t.from])) && countedFrom.MatchString(string(m.text.runes[max(0, p.toks[from].from-8):p.toks[from].from])):
			return t
		default:
			from = i
		}
	}
	return token{}
}

var countedFrom = pattern.MustCompile(`(?:统计|填报|数据|汇总)(?:时间|时段|区间|周期|起止)?[：为]?$`)

// endsBefore are the words of a span of days that ends before it begins (2月8日15时至2月7日15时), "" where there is none. A year may end in it.
func (m *message) endsBefore(p phrase) string {
	from := -1
	for i, t := range p.toks {
		switch {
		case t.class != cDate || t.year != 0:
		case from >= 0 && untilDay.MatchString(string(m.text.runes[p.toks[from].to:t.from])) && p.toks[from].value > t.value && !(p.toks[from].value/100 == 12 && t.value/100 == 1):
			return m.quote(p.toks[from].from, t.to)
		default:
			from = i
		}
	}
	return ""
}

// untilDay is what stands between the two days of a span.
var untilDay = pattern.MustCompile(`^[0-9时点分: ]{0,8}[至到~—-]+$`)

// daysBack are the words for a day before today.
var daysBack = map[string]int{"昨天": 1, "昨日": 1, "昨": 1, "前天": 2, "前日": 2, "yesterday": 1}

// readBack reads 昨天 and 前天 as the day of the whole report. Beside what is so today 昨天 is only the figure to compare with.
func (m *message) readBack() {
	for i := range m.phrases {
		p := &m.phrases[i]
		for k, t := range p.toks {
			if t.class != cMeasure && t.class != cDay {
				continue
			}
			n := daysBack[string(m.text.runes[t.from:t.to])]
			if n == 0 || t.key != "prev" && t.class != cDay || m.aside(*p, k) || !m.past(i, k) {
				continue
			}
			p.toks[k].class, p.toks[k].key = cDate, "" // no measure of the form
			m.words.add(cDate)
			p.reword()
			if m.fixes {
				m.sameDay(i+1, n)
			}
			if m.ctx.Date != "" {
				m.DateRef = before(m.ctx.Date, n)
			}
			m.doubt(DateMismatch, "", m.word(t))
			return
		}
	}
}

// sameDay makes the day of the whole report of a day back that it is said of again, from phrase i on: 昨天的报错了，昨天应该是2人.
func (m *message) sameDay(i, back int) {
	for ; i < len(m.phrases); i++ {
		p := &m.phrases[i]
		for k, t := range p.toks {
			if (t.class == cMeasure || t.class == cDay) && daysBack[m.word(t)] == back {
				p.toks[k].class, p.toks[k].key = cDate, ""
				p.reword()
			}
		}
	}
}

// late is the word of a report for a day that is over.
var late = []rune("补报")

func endsIn(words, end []rune) bool {
	return len(words) >= len(end) && slices.Equal(words[len(words)-len(end):], end)
}

// past reports that the message speaks of the past day at word k of phrase i alone. Who corrects it or reports it late does.
func (m *message) past(i, k int) bool {
	p := m.phrases[i]
	if ruledOut.MatchString(string(m.text.runes[p.toks[k].to:min(len(m.text.runes), p.toks[k].to+mostRuledOut)])) {
		return false // 昨天报的疑似已排除: it is so today
	}
	for _, t := range p.toks[:k] {
		if t.class == cFix || endsIn(m.text.runes[t.from:t.to], late) {
			return true
		}
	}
	if p.at(k+1).class == cHave && (p.at(k+2).class == cCounter || p.at(k+2).class == cOther) {
		return false // 昨天有个家长打电话
	}
	if i > 0 && !m.phrases[i-1].only(cUnit, cOurs, cFix, cAck, cGreeting, cText, cSelf) {
		return false
	}
	for j, q := range m.phrases[i:] {
		for _, t := range q.toks {
			switch {
			case t.class == cMeasure && t.key != "today" && strings.ContainsRune("今当", m.text.runes[t.from]):
				return false // 昨天的3人今天解除
			case t.class == cSame, t.class == cMeasure && (t.key == "today" || t.key == "now" || t.key == "delta"):
				return false
			case j > 0 && t.class == cMeasure && t.key != "total" && !(m.fixes && daysBack[m.word(t)] > 0):
				return false
			}
		}
	}
	return true
}

// mostRuledOut is how many characters ruledOut reaches over.
const mostRuledOut = 36

// ruledOut is said of a case told on the day before that is none.
var ruledOut = pattern.MustCompile(`^(?:上?报告?|填|说)[^。；]{0,30}(?:排除|不算)`)

// headOf are what stands behind the day of a heading, whatever it is of: 门岗日报2月8日：.
const headOf = "：\n，（）情日报晨午早晚疫"

// datedInEnglish are the words that a day follows: Report for Feb 3.
var datedInEnglish = map[string]bool{"as of": true, "as at": true, "for": true, "date": true, "report": true, "report for": true, "daily report": true, "daily report for": true, "report of": true}

// aside reports that the date at i dates something other than the figures.
func (m *message) aside(p phrase, i int) bool {
	t := p.toks[i]
	s := m.text.runes
	if t.to+1 < len(s) && s[t.to] == '自' && s[t.to+1] == '身' {
		return false // 2月7日自身零报告
	}
	if t.to < len(s) && strings.ContainsRune("后前以起从开离返去回通文印到至-发来会例晚乘坐搭由自满期", s[t.to]) {
		return true
	}
	if p.depth > 0 && i == 0 && p.at(1).class == cText && !strings.ContainsRune(headOf, s[p.at(1).from]) && slices.ContainsFunc(m.toks, func(o token) bool { return o.class == cNumber && o.people && t.from-o.to == 1 }) {
		return true // 途经武汉的学生1人（1月19日高铁中转）
	}
	if p.at(i+1).class == cEach && p.at(i+2).class == cMeasure && strings.HasPrefix(p.at(i+2).key, "released") {
		return true // 14号全部到期
	}
	if next := p.at(i + 1); next.class == cCategory && (next.key == "hubei_transit" || next.key == "hubei_left" || next.key == "hubei_contact") {
		return true // 1月23日途经武汉的学生2人
	}
	if t.from > 0 && strings.ContainsRune("自从到于", s[t.from-1]) && !(t.from > 1 && s[t.from-1] == '于' && s[t.from-2] == '关') {
		return true
	}
	for _, b := range p.toks[:i] {
		switch b.class {
		case cUnit, cOurs, cMeasure, cFine, cFix, cAck, cSelf, cColon, cGreeting:
		case cFigure, cGroup:
			if b.class == cFigure && b.key == "clock" {
				return true
			}
		case cHave:
			if w := m.word(b); w != "the" && !(m.fixes && (w == "是" || w == "为")) {
				return true
			}
		case cBecomes:
			if !m.fixes {
				return true // 应为2月5日
			}
		case cText: // 截至, 截止到, 补报
			if b.to-b.from > 3 && !(t.to < len(s) && strings.ContainsRune(headOf, s[t.to]) || p.at(i+1).class == cThermo) && !datedInEnglish[strings.TrimSpace(string(s[b.from:b.to]))] {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// whenItWas makes plain text of the day before on which somebody did something, which is no figure of that day: 昨天回来后社区让居家观察.
func whenItWas(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cMeasure && toks[i].key == "prev" && (toks[i+1].class == cText || toks[i+1].class == cAnd) && daysBack[string(t.runes[toks[i].from:toks[i].to])] == 1 && strings.ContainsRune("回到从去来被接坐乘刚才赴随跟和与陪返", t.runes[toks[i+1].from]) {
			toks[i].class, toks[i].key = cText, ""
		}
	}
}
