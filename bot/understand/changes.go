package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// since is what a word measures: 现在 behind what has changed is how many there are by now, 昨天15个今天到期4个现在11个.
func (s *clause) since(c *tally, t token) string {
	if t.key == "today" && c.m.word(t) == "现在" && (s.figures > 0 || flows[c.lean.measure] && c.lean.sentence == s.p.sentence) {
		return "now"
	}
	return t.key
}

// someIn is the quarantine that somebody can have been released from, where there is nobody in the one that was named last: 居家观察9人；集中观察0人；今日解除1人.
func (c *tally) someIn(lean, measure string) string {
	n := len(c.m.claims)
	if n < 2 || measure != "released" && measure != "released_total" || !strings.HasSuffix(lean, "quarantine") || c.m.ctx.Asked != "" {
		return lean
	}
	if last := c.m.claims[n-1]; last.base == lean && last.value == 0 && last.known && !strings.HasPrefix(last.measure, "released") {
		for i := n - 2; i >= 0 && n-i <= nearby; i-- {
			if cl := c.m.claims[i]; cl.base != lean && strings.HasSuffix(cl.base, "quarantine") && cl.value > 0 {
				return cl.base
			}
		}
	}
	return lean
}

// stillIll is the diagnosis that somebody has now beside those who are well again, who are counted only once: 累计确诊2例，治愈1例，现有1例.
func (c *tally) stillIll(lean, measure string) string {
	if lean != "cured" || measure != "now" {
		return lean
	}
	for _, cl := range slices.Backward(c.m.claims) {
		if cl.base == "confirmed" || cl.base == "suspected" {
			return cl.base
		}
	}
	return lean
}

// turned reports that what has just been counted in this phrase or the one before is no more: “2人已全部解除”, “1人已退烧”.
// The figure then is of those released, and where all of them are there is none left.
func (c *tally) turned(s *clause, k int) bool {
	measure := s.p.toks[k].key
	n := len(c.m.claims)
	if n == 0 || measure != "released" && measure != "released?" && measure != "over" {
		return false
	}
	cl := &c.m.claims[n-1]
	if s.not == k-1 && s.not >= 0 && s.figures > 0 && !s.opensFigure(k) {
		s.not = -1
		return true // 2人没到期
	}
	same := s.figures > 0 && cl.to > s.p.from()
	if s.figures == 0 && len(s.pending) == 0 && s.denied == 0 && s.i > 0 && s.p.only(cEach, cMeasure, cHave, cCategory, cEtc, cText, cGroup, cOurs, cOther) {
		aside := s.p.after == cOpen && s.p.ends == cClose && len(s.p.toks) == 1 && cl.to == c.m.phrases[s.i-1].to() // 发热1人（已排除）
		same = cl.sentence == s.p.sentence && (s.each || measure == "over" || aside || c.goneSince(s, *cl) || c.m.definite(*cl)) && (!s.p.has(cOther) || c.m.definite(*cl)) && !s.p.has(cFuture)
	}
	if cl.measure == "prev" && !cl.denied && cl.value > 0 && (s.figures > 0 && cl.to > s.p.from() || same) && measure != "over" && !s.future(k) && s.not < 0 && !s.opensFigure(k) {
		return c.endedSince(*cl, s.p.toks[k])
	}
	if !same || !cl.bare && !(cl.measure == "total" && (s.each || s.figures == 1 && strings.HasPrefix(c.m.word(s.p.toks[k]), "已"))) || cl.denied || cl.inside || s.opensFigure(k) || calmKeys[cl.base] {
		return false
	}
	if s.future(k) || s.not >= 0 {
		s.not = -1
		return true // tomorrow, or not yet: what there is stays as it was said
	}
	if measure != "over" && c.long(s) {
		c.m.claims = c.m.claims[:n-1] // 2位同志上周都已解除
		return true
	}
	for i := range c.m.said {
		if s := &c.m.said[i]; s.base == cl.base && s.counted && s.value == cl.value {
			s.measure = "released"
		}
	}
	gone := *cl
	left := claim{base: cl.base, measure: "now", group: cl.group, known: true, denied: true, from: cl.from, to: s.p.toks[k].to, sentence: cl.sentence}
	if _, ends := key(cl.base, "released", cl.group); !ends && measure != "over" && !plainKeys[cl.base] {
		measure = "over" // 发热1人已排除
	}
	if measure == "over" {
		if _, healed := key(cl.base, "released", cl.group); healed {
			return false
		}
		c.m.over = true
		// 昨报发热2人，今日1人退烧: one of those of yesterday, and how many are left is still to be said.
		if n > 1 && c.m.claims[n-2].base == cl.base && c.m.claims[n-2].measure == "prev" {
			c.m.claims = c.m.claims[:n-1]
			return true
		}
		*cl = left
		return true
	}
	if _, ok := key(cl.base, "released", cl.group); !ok {
		return false
	}
	c.m.over = true
	if cl.measure == "total" {
		gone.measure = "released_total"
		c.m.claims = append(c.m.claims, gone, left)
		return true
	}
	gone.measure, gone.bare = "released", false
	*cl = gone
	if s.each {
		c.m.claims = append(c.m.claims, left)
	}
	// 2人已解除隔离: the word is no second item.
	if s.at(k+1).class == cCategory {
		if s.used == nil {
			s.used = map[int]bool{}
		}
		s.used[k+1] = true
	}
	return true
}

// goneSince reports that a phrase says nothing but that those just counted have been released, and nothing more is said of them: 居家隔离1人，解除了.
func (c *tally) goneSince(s *clause, cl claim) bool {
	last := s.i+1 == len(c.m.phrases) || s.p.ends == cStop || s.p.ends == cLine || c.m.phrases[s.i+1].has(cRest)
	return last && cl.to == c.m.phrases[s.i-1].to() && strings.HasSuffix(cl.base, "quarantine") && c.m.fits(s.p, goneWords)
}

// goneWords say of whom it is told that they are not there any more.
var goneWords = pattern.MustCompile(`^(?:(?:现在?|都|也)*(?:已经?|今[天日]|刚刚?)+(?:解除|解隔)(?:隔离|观察|医学观察)?了?|(?:现在?|都|也)*(?:解除|解隔)(?:隔离|观察|医学观察)?了)$`)

// allNew counts those who have just been counted as new too, where a phrase says that all of them are: 发热2人，均为今日新增; fever 2, both new today.
func (c *tally) allNew(s *clause) {
	if s.measure != "new" || !s.each && !c.endsNew(s) || s.i == 0 || s.not >= 0 || s.figures+s.denied+len(s.pending) > 0 || !s.p.only(cEach, cHave, cMeasure, cEtc, cText) || s.p.has(cText) && !s.brief() {
		return
	}
	for _, cl := range c.m.claims {
		if _, ok := key(cl.base, "new", cl.group); ok && cl.sentence == s.p.sentence && cl.known && cl.value > 0 && (cl.bare || cl.measure == "now") && !cl.denied && !cl.inside && !cl.ahead {
			cl.measure, cl.bare = "new", false
			c.m.claims = append(c.m.claims, cl)
		}
	}
}

// endsNew reports that an English message ends with the word that those counted are new: fever 2, new today.
func (c *tally) endsNew(s *clause) bool {
	return s.i+1 == len(c.m.phrases) && s.p.after == cComma && latin(c.m.text.runes[s.p.from()]) && s.p.only(cHave, cMeasure)
}

// finished makes a release of what is said to be over: 两名同学结束居家隔离.
func finished(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		next := toks[i+1]
		if toks[i].class == cText && next.class == cCategory && strings.HasSuffix(next.key, "quarantine") && toks[i].to-toks[i].from <= 4 && t.follows(toks[i].to, "结束") {
			toks[i].class, toks[i].key = cMeasure, "released"
		}
	}
}

// leftTown makes an item of 离鹤 where it is counted: 学生离鹤32人.
func leftTown(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cLeave && toks[i+1].class == cNumber && toks[i+1].people && string(t.runes[toks[i].from:toks[i].to]) == "离鹤" {
			toks[i].class, toks[i].key = cCategory, "out_of_city"
		}
	}
}

// endedSince tells that those of the day before are released today: 昨报密接1人已排除.
func (c *tally) endedSince(cl claim, word token) bool {
	if _, ends := key(cl.base, "released", cl.group); !ends {
		return false
	}
	for i := range c.m.said {
		if s := &c.m.said[i]; s.base == cl.base && s.counted && s.value == cl.value {
			s.measure = "released"
		}
	}
	cl.measure, cl.bare, cl.to = "released", false, word.to
	c.m.claims = append(c.m.claims, cl)
	return true
}

// still reads 无新增 and 无解除 said of an item that waits for its figure: “居家隔离无新增、无解除，现有9人”.
func (c *tally) still(s *clause, k int) bool {
	measure := s.p.toks[k].key
	if s.not < 0 || s.not != k-1 || measure != "new" && measure != "released" || s.opensFigure(k) || s.at(k+1).class == cCategory {
		return false
	}
	base, group := c.lean.base, ""
	if n := len(s.pending); n > 0 {
		base, group = s.p.toks[s.pending[n-1]].key, s.group
	}
	if base == "" || plainKeys[base] || base == "roster" || group == "all" {
		return false
	}
	if _, ok := key(base, measure, group); !ok {
		return false
	}
	c.m.claims = append(c.m.claims, claim{base: base, measure: measure, group: group, known: true, denied: true, from: s.p.toks[s.not].from, to: s.p.toks[k].to, sentence: s.p.sentence})
	s.not = -1
	s.denied++
	return true
}

// opensFigure reports that a number of its own follows the word at k.
func (s *clause) opensFigure(k int) bool {
	for _, t := range s.p.toks[k+1:] {
		if t.class == cNumber || t.class == cFew {
			return true
		}
	}
	return false
}

// future reports that the words before k put it ahead: 明天解除, 尚未解除.
func (s *clause) future(k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch s.p.toks[j].class {
		case cFuture:
			return true
		case cComma:
			return false
		}
	}
	return false
}

// foreseen reports that the words before the item at k are of a day to come: 预计明天居家隔离5人.
func (s *clause) foreseen(k int) bool {
	for _, t := range s.p.toks[:k] {
		if t.class == cFuture && (t.key == "day") {
			return true
		}
	}
	return false
}

// futureAfter reports the same of the words between the number at k and the next: 1人明天解除. A day that is written is another
// than today's, or stands for nothing.
func (s *clause) futureAfter(c *tally, k int) bool {
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cFuture:
			return true
		case cDate:
			return dayOf(int(t.year), t.value/100, t.value%100, c.m.ctx.Date) != c.m.ctx.Date // 2人2月8日到期
		case cFigure:
			if last := c.m.text.runes[t.to-1]; last == '号' || last == '日' && !c.isToday(t) {
				return true // 1人8号到期, 3人14日到期
			}
		case cNumber:
			return false
		}
	}
	return false
}

// isToday reports that a day of the month is today's: 14日.
func (c *tally) isToday(t token) bool {
	day, n := numeralAt(c.m.text.runes[t.from:t.to])
	return n > 0 && c.m.ctx.Date != "" && dayOf(0, 0, day, c.m.ctx.Date) == c.m.ctx.Date
}

// measureAfter is the measure between the number at k and the next, "" for none and where it is the next one's: 昨天7个今天解除2个.
func (s *clause) measureAfter(k int) string {
	for j, t := range s.p.toks[k+1:] {
		switch t.class {
		case cMeasure:
			if next := k + j + 2; next < len(s.p.toks) && s.p.toks[next].class == cNumber {
				return ""
			}
			return t.key
		case cNumber:
			return ""
		}
	}
	return ""
}

// checkStock asks how many there are where only a change was said: 新增2人, 解除1人, 比昨天多2人.
func (m *message) checkStock() {
	if m.ctx.Asked != "" {
		if len(m.claims) == 1 && m.claims[0].measure == "delta" && len(m.Fields) == 0 {
			m.doubt(HowMany, m.ctx.Asked, m.quote(m.claims[0].from, m.claims[0].to)) // 跟昨天比少一个
		}
		return
	}
	for _, cl := range m.claims {
		if plainKeys[cl.base] || cl.base == "cured" || cl.base == "death" || !cl.moves() {
			continue
		}
		k, _ := key(cl.base, "now", cl.group)
		if _, said := m.Fields[k]; said || m.isUnknown(k) || m.stated(cl.base) {
			continue
		}
		m.doubt(HowMany, k, m.quote(cl.from, cl.to))
	}
}

// moves reports that a claim tells of a change alone.
func (cl claim) moves() bool {
	switch cl.measure {
	case "new", "released", "total":
		return cl.value > 0 && !cl.denied
	case "delta":
		return true
	}
	return false
}

// stated reports that some figure says how many there are of a base now.
func (m *message) stated(base string) bool {
	for _, cl := range m.claims {
		if cl.base == base && (cl.measure == "now" || cl.bare && cl.measure != "delta") {
			return true
		}
	}
	return false
}
