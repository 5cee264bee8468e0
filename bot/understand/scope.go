package understand

import (
	"slices"
	"strings"
)

// leave closes a phrase: what was opened and never filled.
func (c *tally) leave(s *clause) {
	c.carry(s)
	c.becomes(s)
	c.allThere(s)
	c.letGo(s)
	c.whence(s)
	c.burning(s)
	c.introduce(s)
	if len(c.adrift) > 0 && (s.p.depth > 0 || s.each || (s.p.after == cSpace || s.i+1 == len(c.m.phrases)) && c.adrift[0].sentence == s.p.sentence) && len(s.pending) == 1 && s.p.only(cCategory, cEtc, cEach, cHave) {
		c.land(s.p.toks[s.pending[0]].key, true)
		s.done()
	}
	c.begins(s)
	c.open = frame{}
	if s.figures == 0 && s.denied == 0 {
		c.open = s.waiting()
	}
	if s.not >= 0 && s.denied == 0 {
		c.dangling(s)
	}
	// “无发热，咳嗽”: a comma may or may not end the denial, so a clerk asks.
	if c.denied && s.p.after == cComma && len(s.pending) > 0 && s.p.only(cCategory, cEtc, cList, cAnd) {
		c.m.doubt(WhichField, s.p.toks[s.pending[0]].key, c.m.quote(s.p.from(), s.p.to()))
	} else {
		c.denied = s.not >= 0 && s.denied > 0
	}
	if s.p.ends == cOpen && s.p.depth == 0 {
		c.topGroup, c.resume, c.waits = s.topGroup, s.waiting(), len(s.pending) > 0
	}
	if c.waits && s.p.depth == 1 && s.p.only(cGroup) && len(s.p.toks) == 1 && someGroup(s.group) {
		c.resume.group = s.group // 居家隔离（学生）3
		return
	}
	c.denying = s.not >= 0 && s.denied > 0 && s.p.ends == cSpace
	c.handOn(s)
	if len(s.p.toks) == 1 && s.p.has(cMeasure) && c.lean.base != "" && (c.lean.sentence == s.p.sentence || c.lean.sentence+1 == s.p.sentence && s.p.after == cStop) && s.i+1 < len(c.m.phrases) && c.m.phrases[s.i+1].toks[0].class == cGroup {
		c.lean.measure, c.lean.sentence = s.measure, s.p.sentence // 新增居家隔离 教师1 学生3 解除 教师0 学生2
	}
	if s.grouping(c) && !c.groupBehind(s) {
		c.group(s)
	}
	c.uncounted(s)
}

// waiting is the last item of the phrase that has no figure yet.
func (s *clause) waiting() frame {
	n := len(s.pending)
	if n == 0 {
		return frame{}
	}
	return frame{s.p.toks[s.pending[n-1]].key, s.measure, s.group, s.p.sentence}
}

// handOn lets the next number lean on the items left without one, and notes what was said of them: 疑似已排除.
func (c *tally) handOn(s *clause) {
	if (s.p.has(cOther) || s.p.has(cSource)) && c.lean.base != "" && len(s.pending) == 1 && gravity[s.p.toks[s.pending[0]].key] > 6 {
		return // 原因：同村出现疑似
	}
	for _, k := range s.pending {
		for i := len(c.m.said) - 1; i >= 0; i-- {
			if c.m.said[i].from == s.p.toks[k].from {
				c.m.said[i].measure = s.measure
				break
			}
		}
		c.lean.base, c.lean.measure, c.lean.group, c.lean.sentence = s.p.toks[k].key, s.measure, "", s.p.sentence
		if someGroup(s.group) {
			c.lean.group = s.group
		}
	}
}

// grouping reports that a phrase only says of which group the figures before it are: “均为学生”, “（学生）”.
func (s *clause) grouping(c *tally) bool {
	if !someGroup(s.group) || s.others(c) || s.figures > 0 || s.denied > 0 || len(s.pending) > 0 || !s.p.only(cGroup, cEach, cHave, cOurs, cUnit, cEtc, cFigure, cText) && !(s.p.only(cEach, cCategory, cGroup) && s.describes(1)) {
		return false
	}
	said := s.each || s.p.toks[0].class == cHave || (s.p.only(cGroup) || s.part && s.p.depth > 0) && s.follows(c)
	return said && (!s.p.has(cText) || s.each && s.brief())
}

// uncounted asks how many are meant by “有学生发热”: someone is, and nobody is counted.
func (c *tally) uncounted(s *clause) {
	if len(s.pending) == 0 || s.figures > 0 || s.p.has(cOther) || c.burnsOne(s) || c.alsoThere(s) {
		return
	}
	if c.healed(s) {
		return
	}
	if s.garbled(c) {
		if k, ok := key(s.p.toks[s.pending[0]].key, s.measure, s.group); ok {
			c.m.doubt(HowMany, k, c.m.quote(s.p.from(), s.p.to()))
			return
		}
	}
	if s.listsNames(c) {
		if k, ok := key(s.p.toks[s.pending[0]].key, s.measure, s.group); ok {
			c.m.doubt(HowMany, k, c.m.quote(s.p.from(), s.p.to()))
			return
		}
	}
	named, ended := s.named(c.m, s.p.toks[s.pending[0]]), s.allEnded(c)
	if named == 1 && len(s.pending) <= 2 && c.one(s) || named == 0 && !s.existence() && !s.somebodyIll(c) && !ended {
		return
	}
	for _, k := range s.pending {
		if key, ok := key(s.p.toks[k].key, s.measure, s.group); ok && (ended || !calm(key)) {
			c.m.doubt(HowMany, key, c.m.quote(s.p.from(), s.p.to()))
		}
	}
}

// alsoThere counts those who have just been counted as where a bracket says that they are: 居家隔离1人（在鄂）.
func (c *tally) alsoThere(s *clause) bool {
	n := len(c.m.claims)
	if n == 0 || s.p.depth == 0 || s.p.after != cOpen || len(s.pending) != 1 || !s.p.only(cCategory, cEach, cHave) {
		return false
	}
	item, last := s.p.toks[s.pending[0]], c.m.claims[n-1]
	feverish := item.key == "fever" && s.each && last.base != "fever" // 2人（均发热，37.4、37.8）
	if item.key != "hubei_now" && item.key != "wuhan_now" && !feverish || !last.known || last.value == 0 || last.to != c.m.phrases[s.i-1].to() || !strings.HasSuffix(last.base, "quarantine") && last.base != "fever" && last.base != "cough" {
		return false
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, bare: true, group: last.group, value: last.value, known: true, from: last.from, to: item.to, sentence: s.p.sentence})
	c.markCounted(item, last.value, "")
	s.done()
	return true
}

// others reports that the phrase speaks of those who are left of the figures before it: 其余都是学生, 剩下都是学生.
func (s *clause) others(c *tally) bool {
	if s.rest {
		return true
	}
	for _, t := range s.p.toks {
		if t.class == cMeasure && strings.HasPrefix(c.m.word(t), "剩") {
			return true
		}
	}
	return false
}

// follows reports that the last figure stands in the phrase before, and no name behind it: 2人：李某（学生）.
func (s *clause) follows(c *tally) bool {
	n := len(c.m.claims)
	if n == 0 || s.i == 0 {
		return false
	}
	p := c.m.phrases[s.i-1]
	return c.m.claims[n-1].to > p.from() && p.toks[len(p.toks)-1].class != cText
}

// existence reports “有发热”, “我发烧了”, “学生确诊”: said of someone, uncounted.
func (s *clause) existence() bool {
	ill := false
	switch base := s.p.toks[s.pending[0]].key; base {
	case "fever", "confirmed", "suspected", "close_contact":
		ill = s.measure == "" || s.measure == "today"
	}
	for _, t := range s.p.toks[:s.pending[0]] {
		switch t.class {
		case cHave:
			return true
		case cSelf, cGroup, cOurs:
			if ill {
				return true
			}
		}
	}
	return false
}

// listsNames reports that those of whom an item is said are named behind it, and not counted: 居家隔离的有：李某、王某某.
func (s *clause) listsNames(c *tally) bool {
	names, colon := 0, false
	for _, t := range s.p.toks[s.pending[0]+1:] {
		switch {
		case t.class == cColon:
			colon = true
		case t.class == cText && colon && (c.m.text.isName(t) || c.m.text.holds(t, '某')):
			names++
		case t.class != cHave && t.class != cList && t.class != cAnd && t.class != cEtc && t.class != cGroup:
			return false
		}
	}
	return names > 0 && len(s.pending) == 1 && !calmKeys[s.p.toks[s.pending[0]].key]
}

// garbled reports that people are counted behind an item by what is no number, as those who dictate have it: 居家隔离刘人.
func (s *clause) garbled(c *tally) bool {
	item, n := s.pending[0], len(s.p.toks)
	if len(s.pending) > 1 || n-item < 3 || s.at(n-1).class != cCounter || s.at(n-2).class != cText || s.at(n-2).to-s.at(n-2).from > 1 ||
		!strings.ContainsRune("刘灵量气以伞斯巴究实期武", c.m.text.runes[s.at(n-2).from]) {
		return false
	}
	return !slices.ContainsFunc(s.p.toks[item+1:n-2], func(t token) bool { return t.class != cEtc && t.class != cColon && t.class != cHave })
}

// allEnded reports a quarantine that is told to be over and nothing else, without how many were in it: 居家满14天今日解除.
func (s *clause) allEnded(c *tally) bool {
	return s.measure == "released" && strings.HasSuffix(s.p.toks[s.pending[0]].key, "quarantine") && c.m.before == nil && c.m.ctx.Asked == "" &&
		s.p.only(cUnit, cOurs, cGroup, cCategory, cMeasure, cFigure, cEach, cHave, cEtc, cText) && s.brief() && len(c.m.phrases) <= 2
}

// somebodyIll reports “小李昨晚开始发烧”, “其中有人发烧”, “昨晚烧到39度”: said of somebody, by name or not, or with their temperature.
func (s *clause) somebodyIll(c *tally) bool {
	if s.p.toks[s.pending[0]].key != "fever" || s.not >= 0 || s.p.has(cFine) || s.measure != "" && s.measure != "today" {
		return false
	}
	words := c.m.quote(s.p.from(), s.p.to())
	return s.p.feverish() || strings.Contains(words, "有人") || NamesIll(words)
}

// groupBehind gives the last figure, whose sentence is over, the group of which it is then said to be and nothing else: 确诊1例！学生，人在光山.
func (c *tally) groupBehind(s *clause) bool {
	n := len(c.m.claims)
	if n == 0 || len(s.p.toks) != 1 || !someGroup(s.group) || s.p.depth > 0 || s.p.after == cLine || !s.follows(c) {
		return false
	}
	if next := s.i + 1; next < len(c.m.phrases) && (c.m.phrases[next].has(cNumber) || c.m.phrases[next].has(cCategory) || c.m.phrases[next].has(cNot) || c.m.phrases[next].has(cFine)) {
		return false
	}
	last := c.m.claims[n-1]
	if last.sentence == s.p.sentence || last.group != "" || last.denied || last.value == 0 || last.base == "roster" || ungroupedKeys[last.base] {
		return false
	}
	last.group = s.group
	c.m.claims = append(c.m.claims, last)
	return true
}

// tellsOfSome reports that the group at k begins a phrase, and that some of it are told of: 学生里, 教职工当中.
func (c *tally) tellsOfSome(s *clause, k int) bool {
	if s.figures+s.denied+len(s.pending) > 0 || !someGroup(s.p.toks[k].key) {
		return false
	}
	j := k + 1
	for s.at(j).class == cText || s.at(j).class == cPart || s.at(j).class == cAck {
		j++
	}
	switch s.at(j).class {
	case cCategory, cWeak, cNumber, cFew, cHave, cMeasure, cEdge:
		return j > k+1 && amongThem[c.m.quote(s.p.toks[k].to, s.p.toks[j-1].to)]
	}
	return false
}

// amongThem are the words behind a group for some of those in it.
var amongThem = set("中 里 里面 里头 里边 当中 之中 中间")

// takenAgain makes nobody of those whose temperature was too high and is not when it is taken again: 体温异常1人，复测正常, 复测36.8.
func (c *tally) takenAgain(s *clause, t token) bool {
	n := len(c.m.claims)
	if !s.thermo || n == 0 || c.m.claims[n-1].base != "fever" || !c.m.claims[n-1].bare || t.class == cFigure && c.m.claims[n-1].value != 1 || !strings.ContainsRune(c.m.quote(s.p.from(), t.from), '复') {
		return false
	}
	c.m.claims[n-1].value, c.m.claims[n-1].denied, c.m.over = 0, true, true
	return true
}

// fine reads 正常: of the temperature, of the rest, or of everything.
func (c *tally) fine(s *clause, k int) {
	t := s.p.toks[k]
	if s.not >= 0 && s.not == k-1 && c.m.fixes && strings.HasPrefix(c.m.word(t), "零报") {
		s.not = -1
		return // 改一下，我院不是零报告
	}
	if s.not >= 0 && s.not == k-1 {
		c.m.doubt(WhichField, "", c.m.quote(s.at(k-1).from, t.to))
		s.not = -1
		return
	}
	if c.takenAgain(s, t) {
		return
	}
	if c.wish == s.p.sentence+1 {
		return // 祝大家元宵节快乐，平安健康
	}
	if s.thermo && !(s.rest && c.m.itemSaid("fever")) { // 其中1人发热，其余体温正常
		group := s.group
		if group == "all" {
			group = ""
		}
		c.m.claims = append(c.m.claims, claim{base: "fever", measure: "now", group: group, known: true, denied: true, from: s.p.from(), to: t.to, sentence: s.p.sentence})
	}
	if len(s.pending) > 0 && !s.rest && !s.thermo && s.figures == 0 {
		return // 居家隔离人员正常: says how they are, not how many
	}
	c.m.Zero = true
}

// group gives the figures of this sentence the group named after them.
func (c *tally) group(s *clause) {
	n := len(c.m.claims)
	for i := c.grouped; i < n; i++ {
		cl := c.m.claims[i]
		within := cl.sentence == s.p.sentence && (s.p.depth == 0 || i == n-1)
		if within && cl.group == "" && !cl.denied && cl.base != "roster" && !ungroupedKeys[cl.base] {
			cl.group = s.group
			c.m.claims = append(c.m.claims, cl)
		}
	}
	c.grouped = len(c.m.claims)
}
