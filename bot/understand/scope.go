package understand

import "strings"

// not opens a denial, or closes one that follows its items: “发热无，咳嗽无”.
func (c *tally) not(s *clause, k int) {
	next := cStop
	if k+1 < len(s.p.toks) {
		next = s.p.toks[k+1].class
	}
	word := c.m.quote(s.p.toks[k].from, s.p.toks[k].to)
	if s.not >= 0 && s.measure == "new" {
		s.measure = "" // 无新增、无疑似
	}
	if noNew[word] {
		s.measure = "new"
	}
	if s.not == k-1 && s.not >= 0 && k > 0 {
		// 无不…, 没有不…: said twice is neither yes nor no.
		c.m.doubt(Contradiction, "", c.m.quote(s.p.toks[k-1].from, s.p.toks[k].to))
	}
	// 高烧不退 denies nothing: 不, 非 and 未 need their item right behind them.
	switch word {
	case "不", "非", "未":
		if !opens(next) {
			return
		}
	}
	listed := s.figures > 0 && !s.forward && next == cCategory && s.numberNext(k+1) // 隔离五个发热没有在湖北一个
	if len(s.pending) > 0 && (strings.HasSuffix(word, "零") || next == cStop || next == cList || s.trailing && next == cCategory || listed) {
		for _, j := range s.pending {
			c.deny(s, j)
		}
		s.pending = nil
		return
	}
	if next == cGroup && k+2 < len(s.p.toks) && s.p.toks[k+2].class == cText && !s.p.has(cCategory) && !s.p.has(cFault) && !s.p.has(cSource) {
		return // 无学生留宿
	}
	if next == cText && !s.closeItem(k+1) {
		return // 没去, 无车: nothing of ours is denied
	}
	s.not = k
}

// noNew are the denials of new ones alone.
var noNew = set("未新增 零增加 零新增 零增长")

// closeItem reports that the unknown word at k is short and an item follows it: 没有人员发热.
func (s *clause) closeItem(k int) bool {
	t := s.p.toks[k]
	if t.to-t.from > 3 || k+1 == len(s.p.toks) {
		return false
	}
	next := s.p.toks[k+1]
	return next.class == cFault || next.class == cCategory && !calmKeys[next.key]
}

// joinNot makes plain text of a 不 before words we do not know: 回不来, 高烧不退.
func joinNot(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cNot && toks[i].to == toks[i].from+1 && t.runes[toks[i].from] == '不' && toks[i+1].class == cText {
			toks[i].class = cText
		}
	}
}

// opens reports whether a denial can govern a word of this class.
func opens(c class) bool {
	switch c {
	case cCategory, cMeasure, cFault, cFine, cGroup, cRest, cThermo, cCounter, cNumber, cSick, cHave:
		return true
	}
	return false
}

// deny states that there is none of the item at k, under the open 无.
func (c *tally) deny(s *clause, k int) {
	t := s.p.toks[k]
	measure := s.measure
	if measure != "new" && measure != "released" && measure != "total" && measure != "released_total" {
		measure = "now"
	}
	group := s.group
	if group == "all" {
		group = ""
	}
	from := t.from
	if s.not >= 0 && s.not < k {
		from = s.p.toks[s.not].from
	}
	c.m.claims = append(c.m.claims, claim{base: t.key, measure: measure, group: group, known: true, denied: true, from: from, to: t.to, sentence: s.p.sentence})
	c.unsay(mention{base: t.key, from: t.from, to: t.to, phrase: s.i, measure: measure, denied: true})
	s.denied++
	// “没有新增居家隔离，仍为3人”
	if measure == "new" || group != "" && !calmKeys[t.key] {
		if measure != "new" {
			group = ""
		}
		c.lean = frame{base: t.key, group: group, sentence: s.p.sentence}
	}
}

// unsay notes that an item is denied, in the place of its mention where it was named first: 确诊无.
func (c *tally) unsay(no mention) {
	for i := len(c.m.said) - 1; i >= 0 && c.m.said[i].phrase == no.phrase; i-- {
		if c.m.said[i].from == no.from {
			c.m.said[i] = no
			return
		}
	}
	c.m.said = append(c.m.said, no)
}

// endsDenial reports that the item at k starts something new: in “无发热居家隔离2人”
// the number speaks for the quarantine. “无发热咳嗽2人” is left as a contradiction.
func (s *clause) endsDenial(k int) bool {
	if !s.numberNext(k) || s.denied == 0 {
		return false
	}
	j := k + 1
	for j < len(s.p.toks) && s.p.toks[j].class != cNumber {
		j++
	}
	return j < len(s.p.toks) && s.p.toks[j].value != 0
}

// fine reads 正常: of the temperature, of the rest, or of everything.
func (c *tally) fine(s *clause, k int) {
	t := s.p.toks[k]
	if s.not >= 0 && s.not == k-1 {
		c.m.doubt(WhichField, "", c.m.quote(s.p.toks[k-1].from, t.to))
		s.not = -1
		return
	}
	if n := len(c.m.claims); s.thermo && n > 0 && c.m.claims[n-1].base == "fever" && c.m.claims[n-1].bare && strings.ContainsRune(c.m.quote(s.p.from(), t.from), '复') {
		c.m.claims[n-1].value, c.m.claims[n-1].denied, c.m.over = 0, true, true // 体温异常1人，复测正常
		return
	}
	if s.thermo {
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

// leave closes a phrase: what was opened and never filled.
func (c *tally) leave(s *clause) {
	m := c.m
	c.carry(s)
	c.becomes(s)
	if len(c.adrift) > 0 && (s.p.depth > 0 || s.each) && len(s.pending) == 1 && s.p.only(cCategory, cEtc, cEach, cHave) {
		c.land(s.p.toks[s.pending[0]].key, true)
		s.done()
	}
	c.open = frame{}
	if n := len(s.pending); n > 0 && s.figures == 0 && s.denied == 0 {
		c.open = frame{s.p.toks[s.pending[n-1]].key, s.measure, s.group, s.p.sentence}
	}
	if s.not >= 0 && s.denied == 0 {
		c.dangling(s)
	}
	// “无发热，咳嗽”: a comma may or may not end the denial, so a clerk asks.
	if c.denied && s.p.after == cComma && len(s.pending) > 0 && s.p.only(cCategory, cEtc, cList, cAnd) {
		m.doubt(WhichField, s.p.toks[s.pending[0]].key, m.quote(s.p.from(), s.p.to()))
	} else {
		c.denied = s.not >= 0 && s.denied > 0
	}
	if s.p.ends == cOpen && s.p.depth == 0 {
		c.topGroup = s.topGroup
		c.resume = frame{}
		if n := len(s.pending); n > 0 {
			c.resume = frame{s.p.toks[s.pending[n-1]].key, s.measure, s.group, s.p.sentence}
		}
	}
	c.denying = s.not >= 0 && s.denied > 0 && s.p.ends == cSpace
	for _, k := range s.pending {
		for i := len(m.said) - 1; i >= 0; i-- {
			if m.said[i].from == s.p.toks[k].from {
				m.said[i].measure = s.measure // 疑似已排除
				break
			}
		}
		c.lean.base, c.lean.measure, c.lean.sentence = s.p.toks[k].key, s.measure, s.p.sentence
		if s.group != "" && s.group != "all" {
			c.lean.group = s.group
		} else {
			c.lean.group = ""
		}
	}
	// “均为学生”, “（学生）”: the figures before it are all of that group.
	if s.group != "" && s.group != "all" && s.figures == 0 && s.denied == 0 && len(s.pending) == 0 &&
		(s.each || s.p.only(cGroup) && s.follows(c) || s.part && s.p.depth > 0 && s.follows(c) || s.p.toks[0].class == cHave) && s.p.only(cGroup, cEach, cHave, cOurs, cEtc, cFigure, cText) && (!s.p.has(cText) || s.each && s.brief()) {
		c.group(s)
	}
	// “有学生发热”: someone is meant, nobody is counted.
	if len(s.pending) > 0 && s.figures == 0 && !s.p.has(cOther) && (s.existence() || s.named(m, s.p.toks[s.pending[0]])) {
		for _, k := range s.pending {
			if key, ok := key(s.p.toks[k].key, s.measure, s.group); ok && !calm(key) {
				m.doubt(HowMany, key, m.quote(s.p.from(), s.p.to()))
			}
		}
	}
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

// dangling answers a 无 with nothing after it: the bot's question, or a new count.
func (c *tally) dangling(s *clause) {
	m := c.m
	switch {
	case s.measure == "new" && c.lean.base != "" && !plainKeys[c.lean.base]:
		m.claims = append(m.claims, claim{base: c.lean.base, measure: "new", known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.measure == "new":
		m.doubt(NoNew, "", m.quote(s.p.from(), s.p.to()))
	case s.group != "" && s.group != "all" && c.lean.base != "" && c.lean.base != "roster" && c.lean.sentence == s.p.sentence && !plainNew[c.lean.measure]:
		// 学生4名，教职工无
		m.claims = append(m.claims, claim{base: c.lean.base, measure: "now", group: s.group, known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.p.only(cNot, cGroup, cHave) && m.quote(s.p.toks[s.not].from, s.p.toks[s.not].to) == "不是":
		// 不是学生: what is so was said before
	case s.rest || s.each || s.p.has(cMeasure) && s.p.only(cColon, cMeasure, cNot, cEach, cOurs, cUnit, cGroup, cHave, cEtc, cFault):
		m.Zero = true // 其余均无
	case m.ctx.Asked != "" && len(m.claims) == 0:
		m.claims = append(m.claims, claim{base: c.lean.base, measure: c.lean.measure, group: c.lean.group, known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.p.has(cSource), s.p.has(cTaken), s.p.has(cLeave):
		// 无接触史: no figure of the form, and nothing abnormal of ours
		m.Zero = m.Zero || s.p.has(cSource) && (s.group != "" || s.p.has(cOurs) || s.p.has(cUnit))
	case m.fixing() && s.p.only(cNot, cGroup, cHave):
		// 不是教工: what is right stands before it
	default:
		m.doubt(WhichField, "", m.quote(s.p.from(), s.p.to()))
	}
}

// plainNew are the measures of a change, which a group cannot be said to have none of without naming them.
var plainNew = set("released released_total delta ?")

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
