package understand

import (
	"maps"
	"slices"
	"strings"
)

// decide names the message's kind, in the order a clerk would ask: is it an
// alarm, is it ours at all, does it change, ask, file, or only answer?
func (m *message) decide() {
	a := m.alarms()
	outside := m.outside()
	own := m.has(cOurs) || m.has(cSelf) || m.Unit != ""
	if outside && !own || m.drill() {
		m.drop(Chatter)
		return
	}
	m.Urgent, m.UrgentType = a.level, a.kind
	rows := m.rows()
	switch {
	case len(rows) > 0:
		m.list(rows)
	case outside || m.ctx.Forwarded:
		// Somebody else's words: never counts, and a case in them is asked about.
		m.drop(Chatter)
		if a.level > No {
			m.Urgent, m.UrgentType = Maybe, a.kind
		}
	case m.Urgent == Yes && (!m.fixing() || a.level == Yes && !m.retracts()):
		m.Kind = Urgent
		m.recast(a)
	case m.Urgent == Maybe && len(m.Fields) == 0 && !a.talk && (a.kind == "confirmed" || a.kind == "suspected" || a.kind == "sealed" || a.kind == "central_quarantine") && !m.fixing():
		m.Kind = Urgent
	default:
		m.Kind = m.ordinary(a)
	}
	m.settle()
}

// list makes the message a list of rows: what they say is theirs, and whose case it is stands in a row.
func (m *message) list(rows []Row) {
	day := m.Doubtful(DateMismatch)
	m.empty()
	m.Zero, m.Kind, m.Rows = false, Zero, rows
	for _, row := range rows {
		if row.Kind != Zero && m.Kind != Urgent {
			m.Kind = Report
		}
		if row.Kind == Urgent {
			m.Kind = Urgent
		}
	}
	m.doubt(ManyUnits, "", "")
	if day {
		m.doubt(DateMismatch, "", "")
	}
	if m.Urgent == Yes {
		m.Urgent = Maybe
	}
}

// ordinary names the kind of a message without an alarm.
func (m *message) ordinary(a alarm) Kind {
	filing := len(m.Fields) > 0 || len(m.Unknown) > 0 || m.Zero
	switch {
	case m.claimed():
		return Claim
	case m.proxied():
		return Delegate
	case m.fixing():
		if len(m.Fields) == 0 && len(m.Unknown) == 0 && m.Amend == nil && !m.Zero && !m.Doubtful(SameAsBefore) {
			m.doubt(WhichMessage, "", "")
		}
		return Correction
	case m.has(cHearsay) && !m.has(cAsk):
		if m.Zero && !m.abnormal() {
			return Zero
		}
		return m.drop(Chatter)
	case m.asks():
		if m.Zero && m.explicitZero() && !m.abnormal() {
			return Zero
		}
		return m.drop(Question)
	case (m.has(cLeave) || m.swaps()) && !m.abnormal() && !m.explicitZero() && len(m.Unknown) == 0:
		return m.drop(Leave)
	case m.has(cOrder) && !m.has(cOurs) && (m.Unit == "" || !filing) && !m.filedFirst():
		return m.drop(Chatter)
	case m.owes():
		return m.drop(Chatter)
	case a.talk && len(m.Fields) == 0:
		return m.drop(Chatter)
	case m.has(cHearsay) || m.has(cIf):
		if m.Zero && !m.abnormal() {
			return Zero
		}
		return m.drop(Chatter)
	case len(m.told) > 0:
		if len(m.Unknown) == 0 && !m.abnormal() && (m.Zero || m.before.question) {
			return Zero
		}
		return Report
	case m.ctx.Asked != "" && (len(m.Fields) > 0 || len(m.Unknown) > 0):
		if m.Zero && m.explicitZero() && !m.abnormal() {
			return Zero
		}
		return Report
	case m.Doubtful(SameAsBefore), m.Doubtful(NoNew):
		return Report
	case filing && m.abnormal():
		return Report
	case m.Zero && !m.incomplete:
		if m.has(cTold) && m.has(cAck) && !m.explicitZero() && len(m.Fields) == 0 {
			return Ack
		}
		return Zero
	case filing && m.saidZero() && !m.incomplete && !m.over && !m.onlyNew() && len(m.Doubts) == 0:
		return Zero
	case len(m.Fields) > 0 || len(m.Unknown) > 0:
		return Report
	case m.incomplete:
		return Report
	case m.acks(), m.passedOn():
		return m.drop(Ack)
	case m.bareNo():
		m.empty()
		m.Zero = true
		if m.before == nil && !m.inRow {
			m.doubt(BareNo, "", m.plain)
		}
		return Zero
	case m.Doubtful(HowMany), m.Doubtful(Contradiction):
		return Report
	case m.allZero():
		m.empty()
		m.Zero = true
		return Zero
	case m.Doubtful(WhichField) && (m.counts() || m.has(cFault)) && m.terse():
		return Report
	case (m.says("1") || m.says("confirmed")) && m.ctx.Asked == "":
		return m.drop(Ack)
	}
	m.Attempt = m.attempts()
	return m.drop(Chatter)
}

// bareNo reports 无, 0 or 均为0 and nothing else, said of a unit or to the bot alone: “软件学院 无”.
func (m *message) bareNo() bool {
	no, zeros, begun := false, false, false
	for _, t := range m.toks {
		switch t.class {
		case cUnit, cOurs, cSpace, cComma, cColon, cStop, cLine, cEach, cHave, cCounter, cGreeting, cDate:
		case cText:
			if !begins[m.quote(t.from, t.to)] {
				return false
			}
			begun = true
		case cMeasure:
			if t.key != "today" && t.key != "now" {
				return false
			}
		case cNot:
			if no || !plainNo[m.quote(t.from, t.to)] {
				return false
			}
			no = true
		case cNumber:
			if no && !zeros || t.value != 0 || t.approx {
				return false
			}
			no, zeros = true, true
		default:
			return false
		}
	}
	return no && (m.Unit != "" || m.ctx.Meant || begun)
}

// allZero reports “均为0”, “各项全是0”: each of what is asked.
func (m *message) allZero() bool {
	zero := false
	for _, t := range m.toks {
		switch {
		case t.class == cNumber && t.value == 0 && !t.approx:
			zero = true
		case t.class == cNumber || t.class == cNot || t.class == cCategory:
			return false
		}
	}
	return zero && m.has(cEach) && m.terse()
}

// plainNo are the denials that say by themselves that there is nothing; 不 and 没人 do not.
var plainNo = set("无 没有 没 暂无 均无 都没有 都无 全无 目前无 暂时没有 没有了 没了 都没了 都没有了 没有啦 均没有 皆无 尚无 无任何 目前没有 目前暂无 暂没有 没有任何")

// attempts reports few words, one of them of a report: “软件学院 隔离”, “软件学院 一切”. Talk of the same things is longer, or
// says thanks, asks, tells of meetings.
func (m *message) attempts() bool {
	unit := m.find(cUnit)
	if !m.terse() || unit >= 0 && strings.HasSuffix(m.ahead(unit), "请") {
		return false
	}
	begun := false
	for _, t := range m.toks {
		switch t.class {
		case cTopicOf, cTold, cOrder, cGreeting, cPlace, cOther, cLater:
			return false
		case cCategory:
			begun = begun || !ungroupedKeys[t.key]
		case cMeasure:
			begun = begun || t.key != "today"
		case cNumber, cFew, cNot, cFine, cFault, cPending:
			begun = true
		case cText:
			begun = begun || begins[m.quote(t.from, t.to)]
		case cFigure:
			begun = begun || t.key == "row" || t.key == "decimal"
		}
	}
	return begun
}

// begins are words that by themselves can only begin a report, or stand for one.
var begins = set("都在家 在家 全在家 全部在家 均在家 都在 在家呢 都在家呢 人都在 人员都在家 报 上报 报告 日报 报送 报一下 来报 一切 一切都 情况 同上")

// weigh marks what the office should look at though nobody raised an alarm: a correction of a case, a grave count that
// contradicts itself.
func (m *message) weigh() {
	for _, s := range m.said {
		m.grave = m.grave || m.Kind == Correction && gravity[s.base] > 4
	}
	for _, d := range m.Doubts {
		base, _, _ := split(d.Key)
		m.grave = m.grave || d.Code == Contradiction && gravity[base] > 3
	}
}

// countedOnes drops the question how many of what an alarm has counted.
func (m *message) countedOnes() {
	kept := m.Doubts[:0]
	for _, d := range m.Doubts {
		base, _, group := split(d.Key)
		if fresh, _ := key(base, "new", group); d.Code != HowMany || m.Fields[fresh] == 0 {
			kept = append(kept, d)
		}
	}
	m.Doubts = kept
}

// settle leaves only the doubts a filing can have.
func (m *message) settle() {
	if m.Kind == Urgent {
		m.countedOnes()
	}
	m.weigh()
	if m.incomplete && (m.Kind == Report || m.Kind == Zero) {
		m.doubt(Incomplete, "", "")
	}
	if m.says("1") && m.ctx.Asked == "" {
		m.drop(Ack)
	}
	if m.Kind != Zero && m.Kind != Report && m.Kind != Correction && m.Kind != Urgent {
		m.empty()
		m.Zero = false
	}
	if !m.explicitZero() {
		return
	}
	// “零报告，确诊1人”: both cannot be meant.
	for _, k := range slices.Sorted(maps.Keys(m.Fields)) {
		base, _, _ := split(k)
		if m.Fields[k] > 0 && gravity[base] > 4 && !calm(k) {
			m.doubt(Contradiction, k, "")
		}
	}
}

// empty forgets the figures and their doubts.
func (m *message) empty() {
	m.Fields, m.Unknown, m.Why, m.Doubts, m.Amend = map[string]int{}, nil, nil, nil, nil
}

func (m *message) drop(k Kind) Kind {
	m.empty()
	m.Zero = false
	m.Kind = k
	return k
}

// abnormal reports a figure, known or not, that a zero report cannot hold.
func (m *message) abnormal() bool {
	for k, v := range m.Fields {
		if v > 0 && !calm(k) {
			return true
		}
	}
	for _, k := range m.Unknown {
		if !calm(k) {
			return true
		}
	}
	return false
}

// saidZero reports that some item was said to be 0; abnormal ones were asked before.
func (m *message) saidZero() bool {
	for _, v := range m.Fields {
		if v == 0 {
			return true
		}
	}
	return false
}

// onlyNew reports that only new ones of those kept apart were denied: 无新增居家隔离 says nothing of those there are.
func (m *message) onlyNew() bool {
	kept := false
	for k := range m.Fields {
		base, measure, _ := split(k)
		if measure != "new" {
			return false
		}
		kept = kept || strings.HasSuffix(base, "quarantine") || base == "sealed"
	}
	return kept
}

func (m *message) explicitZero() bool { return strings.Contains(m.plain, "零报") }

// outside reports news: a forward mark, a report of a city, a link.
func (m *message) outside() bool {
	// “报晚了会通报吗” asks of one.
	i := m.find(cNews)
	news := i >= 0 && !(m.has(cQuestion) && m.quote(m.toks[i].from, m.toks[i].to) == "通报")
	if news && i <= 2 {
		return true
	}
	if m.statistics() {
		return true
	}
	// 全国累计确诊…, 安阳新增…: a place speaks for itself.
	for _, p := range m.phrases {
		for i, t := range p.toks {
			if t.class == cPlace && (i == 0 || p.toks[i-1].class != cText && p.toks[i-1].class != cHave && p.toks[i-1].class != cEach) && i+1 < len(p.toks) {
				for _, n := range p.toks[i+1:] {
					if n.class == cCategory && (gravity[n.key] > 0 || n.key == "cured" || n.key == "death") {
						return true
					}
				}
			}
		}
	}
	return news && !m.has(cOurs) && !m.has(cGroup) && m.Unit == ""
}

// tooMany is how many cases no college has in a day; a province has.
const tooMany = 50

// statistics reports case numbers of a size that only news has.
func (m *message) statistics() bool {
	for _, cl := range m.claims {
		if gravity[cl.base] > 6 && cl.value >= tooMany {
			return true
		}
	}
	return false
}

func (m *message) drill() bool { return m.has(cDrill) }

func (m *message) fixing() bool { return m.fixes }

// retracts reports a correction that ends a case: 疑似已经排除, 改为疑似0.
func (m *message) retracts() bool { return strings.Contains(m.plain, "排除") }

// asks reports a question put to the office.
func (m *message) asks() bool { return m.has(cAsk) || m.has(cQuestion) }

// owes reports a reminder that names who has not filed.
func (m *message) owes() bool {
	for _, t := range m.toks {
		if t.class == cPending && t.key == "owe" {
			return !m.has(cNumber) || len(m.said) == 0
		}
	}
	return false
}

// acks reports a receipt or a promise, with nothing to file.
func (m *message) acks() bool {
	if m.has(cLater) {
		return true
	}
	i := m.find(cAck)
	if i < 0 {
		return false
	}
	for _, t := range m.toks[:i] {
		if t.class == cText && t.to-t.from > 4 {
			return false
		}
	}
	short := m.quote(m.toks[i].from, m.toks[i].to)
	// 中, 行, 可以 answer only when they stand alone.
	if len([]rune(short)) == 1 || aloneAcks[short] {
		for _, p := range m.phrases {
			if p.only(cAck) {
				return true
			}
		}
		return false
	}
	return true
}

// aloneAcks are receipts only where nothing else is said.
var aloneAcks = set("可以 落实 确认 正确 没错 对的 无误 没问题 confirm")

// swaps reports that somebody stands in for somebody: 今天我替王处长带班.
func (m *message) swaps() bool {
	return strings.Contains(m.plain, "替") && (strings.Contains(m.plain, "带班") || strings.Contains(m.plain, "值班") || strings.Contains(m.plain, "顶班"))
}

// filedFirst reports that a zero report was made before a request to others: “零报告。另：请尽快发口罩”.
func (m *message) filedFirst() bool {
	zero := -1
	for i, t := range m.toks {
		switch {
		case t.class == cFine && zero < 0:
			zero = i
		case t.class == cStop && zero >= 0:
			return m.Zero && m.find(cOrder) > i
		}
	}
	return false
}

// passedOn reports that a notice was passed on or acted on: 已转发到各班群, 已按要求落实.
func (m *message) passedOn() bool {
	if len(m.Fields) > 0 || !strings.Contains(m.plain, "已") {
		return false
	}
	if i := m.find(cTold); i >= 0 && i <= 2 && (strings.HasPrefix(m.plain, "已") || strings.Contains(m.plain, "均已")) {
		return true
	}
	for _, done := range []string{"落实", "执行", "安排", "部署", "布置"} {
		if strings.Contains(m.plain, "已"+done) || strings.HasPrefix(m.plain, "已") && strings.Contains(m.plain, done) && m.terse() {
			return true
		}
	}
	return false
}

// counts reports a number said to count people.
func (m *message) counts() bool {
	for _, t := range m.toks {
		if t.class == cNumber {
			return true
		}
	}
	return false
}

// terse reports that few words of the message are unknown: talk with a number in
// it is talk.
func (m *message) terse() bool {
	unknown := 0
	for _, t := range m.toks {
		if t.class == cText {
			unknown += t.to - t.from
		}
	}
	return unknown <= 6
}

func (m *message) says(word string) bool { return strings.TrimSpace(m.plain) == word }
