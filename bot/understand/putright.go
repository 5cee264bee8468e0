package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

var (
	// whyWrong are words for why a figure was wrong: 有一个重复登记了, 漏算一位, 里有2个其实是教工, 另1人在鄂州.
	whyWrong = pattern.MustCompile(`[报写填算数][多少]了|^[加减][去上掉]?[0-9一二两三]|含了|包[含括]了|重复|算重|重了|[多少漏][报算写填记计统打加数输]|漏了|没[算计报统]|(?:算|计|统|归|并|混)[到进在入][^，。]{1,8}[里中内去]|忘|看[错串成]|算错|数错|记错|误[把将]|[把将][^，。]{1,10}[也都]?(?:算|当|计|写|填|报)|其实|里有|中有|当中|另外?(?:有)?[0-9一两二三]|已?经?毕业|离职|不是本|退休`)
	// asBefore is said of what stays as it was: 居家隔离不变.
	asBefore = pattern.MustCompile(`不变|没变|不动|没动|没错|没问题|无误|照旧|照原|不用[改动]|维持`)
	// zeroBack takes back a report that there was nothing: 刚才的零报告不算, 撤回上午那条零报告. Of what there is then, the rest says.
	zeroBack = pattern.MustCompile(`(?:零报告?|报平安|一切正常|无异常)[^，。；]{0,6}?(?:先|都|已经?|就)*(?:不算数?|作废|撤回|撤销|取消|收回|不准|不对|报错了?|报早了|有误)|(?:撤回|撤销|收回|取消|作废)[^，。；]{0,8}(?:零报告?|报平安)|不是零报`)
	// ofAnotherDay says that what was filed is another day's: 刚才报的是昨天的.
	ofAnotherDay = pattern.MustCompile(`(?:报|填|写|发)的[^，。；]{0,10}是(?:昨|前)[天日]的|那[个条]?是(?:昨|前)[天日]的(?:数|那)`)
	// turnedAround is said of two figures that each stand where the other should: 报反了.
	turnedAround = pattern.MustCompile(`(?:[报写填弄搞说打看记]|是)(?:的)?(?:颠倒|反)了?|[^相违]反了|颠倒|互换|对调|[弄搞写填报]混|[填写看报]串`)
)

// pointsBack reports that a message names a figure of the one before to say what it is of: 前面那个12是居家办公的人数.
func (m *message) pointsBack(e *earlier) bool {
	for i, t := range m.toks {
		if t.class == cNumber && i+1 < len(m.toks) && m.toks[i+1].class == cHave && e.holds(t.value) && thatOne.MatchString(string(m.text.runes[max(0, t.from-8):t.from])) {
			m.toks[i].class = cFigure
			return true
		}
	}
	return false
}

// thatOne points at a figure of before.
var thatOne = pattern.MustCompile(`(?:前面|刚才|上面|上一?条|刚报|上午报|之前)[^，。；]{0,3}那个?$`)

// withdrawsZero makes mere words of a report that there was nothing, which is taken back.
func (m *message) withdrawsZero() {
	if !m.has(cFine) || m.inRow {
		return
	}
	for i := range m.phrases {
		p := &m.phrases[i]
		if !p.has(cFine) || !m.fits(*p, zeroBack) || p.ends == cAsk || p.has(cQuestion) {
			continue
		}
		for k := range p.toks {
			if t := &p.toks[k]; t.class == cFine || t.class == cNot || t.class == cFault {
				t.class, t.key = cText, ""
			}
		}
		p.reword()
		m.fixes, m.unzeroed = true, true
	}
}

// reasons takes the figures out of what a correction says beside the new figure: why the old one was wrong, and what stays as it is.
func (m *message) reasons() {
	if !m.fixing() || m.inRow || !slices.ContainsFunc(m.phrases, m.sets) {
		return
	}
	for i := range m.phrases {
		p := &m.phrases[i]
		same, why := m.fits(*p, asBefore) && !p.has(cNumber), m.fits(*p, whyWrong) && !m.sets(*p)
		if !same && !why || why && m.tellsOfCase(p) {
			continue
		}
		old := -1
		if k := p.first(cNumber); k > 0 && p.figures() > 1 && (p.first(cCategory) >= 0 && p.first(cCategory) < k || m.before != nil && m.before.holds(p.toks[k].value)) {
			old = k // 居家隔离3人中有1人是已经解除的
		}
		counted := false
		for k := range p.toks {
			switch t := &p.toks[k]; {
			case k == old:
			case t.class == cNumber || t.class == cFew:
				t.class, counted = cFigure, true
			case t.class == cAmbul && m.behind(t.from, "辆"):
				t.class, t.key = cText, "" // 漏了一辆救护车
			case counted && t.class == cMeasure:
				t.class, t.key = cText, "" // 有1人是已经解除的
			case t.class == cCategory && (same || m.besideBefore(t.key)), same && (t.class == cMeasure || t.class == cSum || t.class == cGroup):
				t.class, t.key = cText, ""
			}
		}
		p.reword()
	}
}

// tellsOfCase reports that a phrase tells of a case which the message before has no figure of: 漏报了1名确诊学生. It is heard whatever else is put right.
func (m *message) tellsOfCase(p *phrase) bool {
	return p.has(cSick) || p.has(cTaken) || slices.ContainsFunc(p.toks, func(t token) bool {
		return t.class == cCategory && gravity[t.key] > 0 && (m.before == nil || m.besideBefore(t.key)) && t.key != "central_quarantine"
	})
}

// figures is how many numbers a phrase has.
func (p *phrase) figures() (n int) {
	for _, t := range p.toks {
		if t.class == cNumber {
			n++
		}
	}
	return n
}

// numbersIn is how many the message has.
func (m *message) numbersIn() (n int) {
	for i := range m.phrases {
		n += m.phrases[i].figures()
	}
	return n
}

// sets reports that a phrase says what a figure should be: 应为6人, 改成0.
func (m *message) sets(p phrase) bool {
	if m.has(cFix) && !p.has(cFix) && p.at(1).class == cNumber && (p.toks[0].class == cHave && m.text.runes[p.from()] == '是' || p.toks[0].class == cSum || p.toks[0].key == "now") {
		return true // 漏了一辆，是38, 漏了夜班4人，共计15
	}
	for k, t := range p.toks {
		if t.class == cBecomes || t.class == cFix && becomes(m.word(t)) && !wrongly(m.word(t)) {
			return slices.ContainsFunc(p.toks[k+1:], func(t token) bool { return t.class == cNumber })
		}
	}
	return false
}

// besideBefore reports that an item is none of those that the message before has figures of.
func (m *message) besideBefore(base string) bool {
	return m.before != nil && len(m.before.figures) > 0 && !slices.Contains(basesOf(m.before.figures), base)
}

// spec is what a few words say that a figure is of, with the figure where they give it.
type spec struct {
	base, measure, group string
	value                int
	counted              bool
}

// specOf reads some words of a phrase so; ok is false where they name two items or two figures.
func (m *message) specOf(toks []token) (s spec, ok bool) {
	for i, t := range toks {
		key := t.key
		if t.class == cText && t.key == "kind" {
			key, t.class = kinds[m.word(t)], cCategory
		}
		switch t.class {
		case cCategory:
			if s.base != "" && s.base != key {
				return s, false
			}
			s.base = key
		case cMeasure:
			if t.key != "today" && !(t.key == "prev" && !s.counted) {
				s.measure = strings.TrimSuffix(t.key, "?")
			}
		case cGroup:
			if someGroup(t.key) {
				s.group = t.key
			}
		case cNumber:
			if s.counted || t.approx || t.thing != "" && i == 0 {
				return s, false
			}
			s.value, s.counted = t.value, true
		case cNot, cAsk, cQuestion, cFew:
			return s, false
		}
	}
	return s, true
}

// movedOver gives a figure to another item, measure or group: 集中隔离1人实为居家隔离, “解除12人”应该是累计解除, 那2个老师应该是外聘. The figure is told, or the only one
// that the message before has of it.
func (m *message) movedOver() bool {
	tried := 0
	for i, t := range m.toks {
		if t.class != cBecomes && (t.class != cFix || !becomes(m.word(t)) || wrongly(m.word(t))) {
			continue
		}
		if tried++; tried > mostChanged {
			return false
		}
		from, to := i, i+1
		for from > max(0, i-aPhrase) && m.toks[from-1].class != cStop && m.toks[from-1].class != cLine && m.toks[from-1].class != cComma && m.toks[from-1].class != cColon {
			from--
		}
		for to < min(len(m.toks), i+aPhrase) && (!parts[m.toks[to].class] || m.toks[to].class == cSpace) {
			to++
		}
		was, okWas := m.specOf(m.toks[from:i])
		is, okIs := m.specOf(m.toks[i+1 : to])
		if !okWas || !okIs || is.counted && !(was.counted && was.value == is.value && is.base != "" && was.base != "" && is.base != was.base) || is.base+is.measure+is.group == "" || !was.counted && was.base == "" {
			continue
		}
		if m.move(was, is) {
			return true
		}
	}
	return false
}

// aPhrase is how many words from a change its figure and its item stand.
const aPhrase = 16

// move gives the figure of was to is.
func (m *message) move(was, is spec) bool {
	old, value := m.held(was)
	if old == "" {
		return false
	}
	base, measure, group := split(old)
	if is.base != "" && is.base != base {
		base = is.base
		if measure == "" {
			measure = "now"
		}
		m.becomes = base
	}
	if is.measure != "" {
		measure = is.measure
	}
	if is.group != "" {
		group = is.group
	}
	fresh, ok := key(base, measure, group)
	if !ok || fresh == old {
		return false
	}
	m.empty()
	m.Fields[old], m.Fields[fresh] = 0, value
	return true
}

// held is the key and the figure of what was filed: the only one of the message before that fits, or as it is told.
func (m *message) held(was spec) (k string, value int) {
	if m.before != nil && !m.before.question {
		for of, v := range m.before.figures {
			base, measure, group := split(of)
			if v == 0 || was.counted && v != was.value || was.base != "" && base != was.base || was.measure != "" && measure != was.measure || was.group != "" && group != "" && group != was.group {
				continue
			}
			if k != "" {
				return "", 0
			}
			k, value = of, v
		}
		if k != "" || was.base == "" {
			return k, value
		}
	}
	if was.base == "" || !was.counted {
		return "", 0
	}
	measure := was.measure
	if measure == "" || measure == "prev" {
		measure = "now"
	}
	k, _ = key(was.base, measure, was.group)
	return k, was.value
}

// struckOut takes one figure of the message before out: 把刚才报的疑似撤了.
var struckOut = pattern.MustCompile(`(?:报|写|填|那个?|那条)的?[^，。；]{1,10}(?:撤了|撤掉|去掉|划掉|删了|删掉|取消|不算了)`)

// struck makes none of the one figure that is taken out, and says so of the message.
func (m *message) struck() bool {
	e := m.before
	if e == nil || e.question || slices.ContainsFunc(m.claims, func(cl claim) bool { return !cl.denied && !e.holds(cl.value) }) || m.numbersIn() > 1 {
		return false
	}
	i := slices.IndexFunc(m.phrases, func(p phrase) bool { return m.fits(p, struckOut) })
	if i < 0 {
		return false
	}
	was, ok := m.specOf(slices.DeleteFunc(slices.Clone(m.phrases[i].toks), func(t token) bool { return t.class == cNot }))
	if was.base == "quarantine" && e.onlyKind() != "" {
		was.base = e.onlyKind()
	}
	of, is := key(was.base, "now", was.group)
	if !ok || !is {
		return false
	}
	old := e.figureLike(of)
	if slices.ContainsFunc(m.said, func(s mention) bool { return gravity[s.base] > 0 && s.base != was.base && !s.denied }) {
		return false // 上报的疑似撤了，现在确诊了
	}
	if of == "" || old == "" || e.figures[old] == 0 {
		return false
	}
	m.empty()
	m.Fields[old], m.fixes = 0, true
	m.Amend = &Amend{From: e.figures[old], Key: old}
	return true
}

// exchanged puts two figures of the message before each in the place of the other: 报反了，应该是人131、车47.
func (m *message) exchanged() bool {
	e := m.before
	if e == nil || e.question || !m.anywhere(turnedAround) {
		return false
	}
	var told []int
	named, groups := map[string]bool{}, map[string]bool{}
	for _, t := range m.toks {
		switch {
		case t.class == cNumber:
			told = append(told, t.value)
		case t.class == cCategory:
			named[t.key] = true
		case t.class == cGroup && someGroup(t.key):
			groups[t.key] = true
		}
	}
	var pair []string
	for k, v := range e.figures {
		base, _, group := split(k)
		if len(told) > 0 && !slices.Contains(told, v) || len(named) > 1 && !named[base] || len(groups) > 1 && !groups[group] {
			continue
		}
		pair = append(pair, k)
	}
	if len(pair) != 2 || len(told) != 0 && len(told) != 2 {
		return false
	}
	a, b := pair[0], pair[1]
	if e.figures[a] == e.figures[b] {
		return false
	}
	m.empty()
	m.Fields[a], m.Fields[b] = e.figures[b], e.figures[a]
	return true
}
