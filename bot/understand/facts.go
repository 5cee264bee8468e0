package understand

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
)

// ofYesterday reports that an item is yesterday's figure (昨日确诊1人), or tells of a known case (昨天确诊的那名学生). “一名学生昨天确诊”
// is news.
func (m *message) ofYesterday(s mention, p phrase) bool {
	n := p.first(cNumber)
	return s.to < len(m.text.runes) && m.text.runes[s.to] == '的' || s.counted && (n < 0 || p.toks[n].from > s.from)
}

// settledCase reports that a diagnosis only says of whom it is told that they are well: 昨天确诊的学生已出院, 疑似的那名学生已排除.
func (m *message) settledCase(s mention) bool {
	if s.base != "confirmed" && s.base != "suspected" && s.base != "positive" || s.counted {
		return false
	}
	k, _ := slices.BinarySearchFunc(m.toks, s.to, func(t token, to int) int { return t.from - to })
	if s.base == "suspected" && m.ruledOut(s) {
		return true
	}
	if k == len(m.toks) || m.toks[k].class != cGroup && m.text.runes[s.to] != '的' {
		return false
	}
	return m.lastWell() >= k
}

// lastWell is the last word for somebody who is well again, below 1 where there is none: the first word says so of nobody.
func (m *message) lastWell() int {
	if m.well == 0 {
		m.well = len(m.toks) - 1
		for m.well > 0 && !(m.toks[m.well].wellAgain() && m.toks[m.well-1].class != cNot) {
			m.well--
		}
		if m.well == 0 {
			m.well = -1
		}
	}
	return m.well
}

// wellAgain reports a word for somebody who is well again or released.
func (t *token) wellAgain() bool {
	return t.class == cWell || t.class == cCategory && t.key == "cured" || t.class == cMeasure && (strings.HasPrefix(t.key, "released") || t.key == "over")
}

// ruledOut reports that the rest of the sentence excludes what was suspected: 疑似，但已排除.
func (m *message) ruledOut(s mention) bool {
	said := m.phrases[s.phrase]
	for _, p := range m.phrases[s.phrase+1:] {
		if p.sentence != said.sentence || p.has(cCategory) || p.has(cSick) {
			return false
		}
		if m.fits(p, excluded) {
			return true
		}
	}
	return false
}

// excluded are words that end a suspicion.
var excluded = pattern.MustCompile(`(?i)已经?排除|排除了|已被排除|ruled out|excluded|cleared`)

// turned reports that a case is what a suspected one has become: 不是疑似，是确诊, 上午的疑似病例刚刚确诊了.
func (m *message) turned(s mention) bool {
	if !m.suspects {
		return false
	}
	first, _ := slices.BinarySearchFunc(m.said, s.from-12, func(x mention, at int) int { return m.phrases[x.phrase].to() - at })
	for i := first; i < len(m.said) && m.phrases[m.said[i].phrase].from() <= s.to+6; i++ {
		x := &m.said[i]
		if x.base != "suspected" {
			continue
		}
		if x.denied && x.from > s.to && x.from-s.to < 6 && m.behind(x.from, "不是") {
			return true // 是确诊，不是疑似
		}
		if x.to > s.from || s.from-x.to > 12 || x.counted && s.counted {
			continue
		}
		between := string(m.text.runes[x.to:s.to])
		denied := x.denied && m.behind(x.from, "是", "not ")
		if denied || !x.denied && turning.MatchString(between) {
			return true
		}
	}
	return false
}

// turning are words between what a case was and what it has become.
var turning = pattern.MustCompile(`转|刚|又|成|今|下午|已|现已?确诊|那个|那名|那例|now`)

// found reports that an item is what an authority has found somebody to be: 列为疑似.
func (m *message) found(s mention) bool {
	return m.behind(s.from, "列为", "定为", "判定", "认定")
}

// verdict reports words of an authority's finding: 被判定为, 列为.
func (m *message) verdict() bool { return m.anywhere(finding) }

// finding are its words.
var finding = pattern.MustCompile(`判定|列为|定为|认定|排查[出到]|密接(?:的|人员的?)?(?:通知|告知|电话|短信)|通知我|疾控|流调|是密接|算密接|算是密接|成了`)

// behind reports that one of the words stands right before rune at.
func (m *message) behind(at int, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return m.text.follows(at, w) })
}

// begins reports that a word begins with a character.
func (t *text) begins(w token, r rune) bool { return w.to > w.from && t.runes[w.from] == r }

// follows reports that a word stands right before rune at.
func (t *text) follows(at int, word string) bool {
	n := utf8.RuneCountInString(word)
	if n > at {
		return false
	}
	for _, r := range word {
		if t.runes[at-n] != r {
			return false
		}
		n--
	}
	return true
}

// noticed makes a finding of a notice that somebody has received: 四名学生接到密接通知.
func noticed(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cTold && strings.HasSuffix(string(t.runes[toks[i].from:toks[i].to]), "通知") && (toks[i+1].class == cThird || toks[i+1].class == cSelf || toks[i+1].class == cText && strings.ContainsRune("他她其", t.runes[toks[i+1].from])) {
			toks[i].class = cText // 疾控已通知他确诊
		}
	}
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].class != cCategory || toks[i].key != "close_contact" || toks[i+1].class != cTopicOf {
			continue
		}
		if t.is(toks[i+1], "名单") && (t.follows(toks[i].from, "列入") || t.follows(toks[i].from, "纳入") || t.follows(toks[i].from, "进入")) {
			toks[i+1].class = cEtc // 被列入密接名单
			continue
		}
		if !t.is(toks[i+1], "通知") {
			continue
		}
		if words := string(t.runes[toks[max(0, i-2)].from:toks[i].from]); strings.Contains(words, "接到") || strings.Contains(words, "收到") {
			toks[i+1].class = cEtc
		}
	}
}

// transfers makes of a word that also tells of papers passed on the transport of people, where it is to a hospital or into quarantine: 已转集中隔离点.
func transfers(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if next := toks[i+1]; toks[i].class == cTold && t.is(toks[i], "已转") && !ofWritings.MatchString(string(t.runes[max(0, toks[i].from-6):toks[i].from])) && (next.class == cClinic || next.class == cCategory && strings.HasSuffix(next.key, "quarantine") || next.class == cText && toHospitals.MatchString(string(t.runes[next.from:next.to]))) {
			toks[i].class, toks[i].key = cTaken, ""
		}
	}
}

// ofWritings ends what is passed on to people.
var ofWritings = pattern.MustCompile(`(?:通知|文件|材料|消息|表格?|要求|信息|名单|精神)(?:都|也|均)?$`)

// toHospitals begins the name of a hospital.
var toHospitals = pattern.MustCompile(`^\p{Han}{0,8}(?:医院|病房|隔离)`)

// is reports that a word is this one.
func (t *text) is(w token, word string) bool { return string(t.runes[w.from:w.to]) == word }

// isOne reports that an item is what one counted person is: 一名学生是密接.
func (m *message) isOne(s mention) bool {
	return s.counted && m.behind(s.from, "是", "系", "为", "成了", "is a ", "are ")
}

// isThere reports that the word for a quarantine says that somebody is in it: 被隔离在酒店, 进方舱.
func (m *message) isThere(s mention) bool {
	return staying.MatchString(string(m.text.runes[s.from:s.to]))
}

// staying begins a word for being, or being taken, there.
var staying = pattern.MustCompile(`^(?:in a |隔离[在到]|[被进住在到去转送拉搬])`)

// byAuthority reports that a phrase tells who took somebody away, or to what place: 被社区拉走, 拉到党校.
func (m *message) byAuthority(p phrase) bool {
	return m.fits(p, authority)
}

// authority are words for who takes people away, and for where to.
var authority = pattern.MustCompile(`[疾控社区卫医警]|酒店|宾馆|党校|隔离点|(?i)\b(?:health|police|cdc|community|officials?|government|authorities)\b`)

// names reports that an item is named anywhere.
func (m *message) names(base string) bool {
	return slices.ContainsFunc(m.said, func(s mention) bool { return s.base == base })
}

// denies reports that the word at k is denied: 没有人感染. A denial of another item is none of it.
func (p *phrase) denies(k int) bool {
	if !p.has(cNot) && !p.has(cMeasure) {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		switch t := p.toks[j]; {
		case t.class == cCategory && p.at(j+1).class != cList && p.at(j+1).class != cAnd: // 无死亡、重症 denies both
			return false
		case t.class == cNot, t.class == cMeasure && t.key == "released" && p.toks[k].class == cSource: // 已排除接触史
			return true
		}
	}
	return false
}

// none reports that the word at k is counted, and there is none of it: 阳性人数为0, 0 in ICU.
func (p *phrase) none(k int) bool {
	before := k - 1
	for before > 0 && (p.toks[before].class == cHave || p.toks[before].class == cText && p.toks[before].to-p.toks[before].from <= 2) {
		before--
	}
	if before >= 0 && p.toks[before].class == cNumber && p.toks[before].value == 0 {
		return true
	}
	for _, t := range p.toks[k+1:] {
		switch t.class {
		case cEtc, cFault, cHave, cColon, cSpace, cText, cSum, cMeasure:
		case cNumber:
			return t.value == 0
		default:
			return false
		}
	}
	return false
}

// fears reports that what stands at rune from is only feared: 担心被隔离.
func (p *phrase) fears(from int) bool {
	k := p.first(cFear)
	return k >= 0 && p.toks[k].from < from
}

// topic reports that the word at k is only what papers are about: 阳性人员转运预案.
func (p *phrase) topic(k int) bool {
	if !p.has(cTopicOf) {
		return false
	}
	for _, t := range p.toks[k+1:] {
		if t.class != cEtc && t.class != cTaken {
			return t.class == cTopicOf
		}
	}
	return false
}

// papers reports that a phrase whose word begins at rune from goes on about papers: 复阳人员管理的通知.
func (p *phrase) papers(from int) bool {
	return p.has(cTopicOf) && slices.ContainsFunc(p.toks, func(t token) bool { return t.class == cTopicOf && t.from > from })
}

// begs reports that a phrase asks people for something: 请复阳人员主动报告.
func (m *message) begs(p phrase) bool { return m.text.runes[p.from()] == '请' }

// released reports that a phrase tells of an end: 昨天上报的密接今天解除了.
func (p *phrase) released() bool {
	return slices.ContainsFunc(p.toks, func(t token) bool { return t.class == cMeasure && strings.HasPrefix(t.key, "released") })
}

// topicAt is topic of the word that begins at rune from.
func (p *phrase) topicAt(from int) bool {
	return p.has(cTopicOf) && p.topic(slices.IndexFunc(p.toks, func(t token) bool { return t.from == from }))
}

// counts reports that a phrase counts people.
func (p *phrase) counts() bool {
	return slices.ContainsFunc(p.toks, func(t token) bool { return t.class == cNumber && t.people && t.value > 0 })
}

// rooms reports that a phrase counts rooms: of quarantine, not the people in it.
func (p *phrase) rooms() bool {
	return slices.ContainsFunc(p.toks, func(t token) bool { return t.class == cNumber && t.thing != "" })
}

// disease reports that a phrase names the disease of the notice.
func (p *phrase) disease() bool {
	return slices.ContainsFunc(p.toks, isDisease)
}
