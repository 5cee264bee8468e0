package understand

import "strings"

// leanOn finds the item of a number that names none: “新增2人，累计15人”,
// “居家隔离3人（学生2人、教师1人）”, “教职工86人”, or the bot's own question.
// ok is false when the number is no figure of ours; what looks like one and
// cannot be placed is a doubt.
func (c *tally) leanOn(s *clause, k int, group string) (base string, ok bool) {
	t := s.p.toks[k]
	if s.p.has(cTold) || s.p.has(cSource) && (s.measure == "" || s.measure == "today") || s.strange(k) && group != "all" {
		return "", false
	}
	// “有1个到期了”: the measure may follow its number.
	if s.measure == "" {
		s.measureNext(k, c.lean)
	}
	// Masks and rooms are no people: 观察房20间，目前住0人.
	if ungroupedKeys[c.lean.base] && t.people && c.m.ctx.Asked == "" {
		if t.value == 0 {
			return "", false
		}
		c.lean = frame{}
	}
	if c.held(s, k) {
		return c.resume.base, true // 发热（37.3度以上）0人
	}
	sameSentence := c.lean.base != "" && (c.lean.sentence == s.p.sentence || s.p.after == cLine)
	people := t.thing == ""
	hasGroup := group != "" && group != "all"
	switch {
	case s.rest && !s.part && t.value == 0:
		c.m.Zero = true // 其余0人
		return "", false
	case t.thing == "pass" && s.thermo:
		return "temp_checked", true
	case s.p.has(cFault) && t.value == 0:
		c.m.Zero = true // 异常0人次
		return "", false
	case !people && c.counts(c.lean.base):
		return "", false // 观察室16间，已用3间
	case !people:
		if c.lean.base != "" && countedAs[t.thing][c.lean.base] {
			return c.lean.base, true
		}
		return "", false
	case c.lean.base != "" && c.lean.base != "roster" && s.measure != "":
		return c.lean.base, true
	case sameSentence && hasGroup && s.group != "" && !s.part && c.outgrows(t.value) && s.wholeGroup(k):
		return "roster", true // 居家隔离2人，教职工121名: no part of the two
	case c.open.base != "" && c.open.sentence == s.p.sentence && s.p.only(cNumber, cHave, cEach, cMeasure, cApprox) && people:
		return c.open.base, true
	case sameSentence && c.lean.base != "roster" && c.m.fixing() && s.p.has(cBecomes):
		return c.lean.base, true
	case sameSentence && (s.part || hasGroup || s.rest) && c.lean.base != "roster":
		return c.lean.base, true
	case hasGroup && s.lone(k, c) && !c.fineNext(s):
	case (hasGroup && s.group != "" || group == "all") && !c.m.has(cFix) && s.wholeGroup(k):
		return "roster", true
	case hasGroup && s.roster(k):
		return "roster", true
	case group == "" && c.office(s):
		s.group, s.topGroup = "staff", "staff"
		return "roster", true
	case s.everybody(k) && c.fineNext(s):
		return "", false // 全院师生1516人，均正常
	case c.lean.base != "" && c.m.ctx.Asked != "" && len(c.m.claims) == 0:
		return c.lean.base, true
	}
	if s.p.has(cLeave) || s.p.has(cTaken) || s.p.has(cAmbul) || s.p.has(cSick) || t.any && k+1 < len(s.p.toks) && s.p.toks[k+1].class == cText {
		return "", false // 请假1人, 一名老师阳性, 4个菜: said, and no figure of the form
	}
	if c.lean.base == "" && people && (s.measure == "new" || s.measure == "released") && !t.approx {
		c.adrift = append(c.adrift, claim{measure: s.measure, group: group, value: t.value, known: true, sentence: s.p.sentence, from: c.start(s, k), to: t.to})
		s.done()
		return "", false
	}
	words := func() string { return c.m.quote(s.p.from(), s.p.to()) }
	if n := len(c.m.claims); s.denied > 0 && n > 0 && c.m.claims[n-1].denied {
		// 无发热2人: said and denied at once, so neither is kept.
		k, _ := key(c.m.claims[n-1].base, c.m.claims[n-1].measure, c.m.claims[n-1].group)
		c.m.claims = c.m.claims[:n-1]
		c.m.unknown(k)
		c.m.doubt(Contradiction, k, words())
		return "", false
	}
	if n := len(c.m.claims); n > 0 && k > 0 && s.p.toks[k-1].class == cNumber && c.m.claims[n-1].to == s.p.toks[k-1].to {
		// 居家隔离2人3人: said twice at once, so neither is kept.
		cl := c.m.claims[n-1]
		if k, ok := key(cl.base, cl.measure, cl.group); ok {
			c.m.claims = c.m.claims[:n-1]
			c.m.unknown(k)
			c.m.doubt(Contradiction, k, words())
			return "", false
		}
	}
	if !c.m.doubted(WhichField, "") {
		c.m.doubt(WhichField, "", words())
	}
	return "", false
}

// counts reports that a base has a figure already.
func (c *tally) counts(base string) bool {
	for _, cl := range c.m.claims {
		if cl.base == base {
			return true
		}
	}
	return false
}

// crowd is how many people of one group are more than a part of any figure could be.
const crowd = 20

// outgrows reports that so many people of a group are no part of the figure before them.
func (c *tally) outgrows(value int) bool {
	n := len(c.m.claims)
	return n > 0 && value >= crowd && c.m.claims[n-1].base == c.lean.base && c.m.claims[n-1].group == "" && value > c.m.claims[n-1].value
}

// roster reports “全院1200名学生无一例发热”: the whole group, then how it is.
func (s *clause) roster(k int) bool {
	if k+2 >= len(s.p.toks) || s.p.toks[k+1].class != cGroup {
		return false
	}
	for _, t := range s.p.toks[:k] {
		if t.class != cOurs && t.class != cUnit && t.class != cMeasure && t.class != cHave {
			return false
		}
	}
	next := s.p.toks[k+2].class
	return next == cNot || next == cFine || next == cEach || next == cThermo
}

// wholeGroup reports that the number at k counts a group as such: “学生1200人”, and not “学生感冒1人”, “学生2人在家”.
func (s *clause) wholeGroup(k int) bool {
	for j := k - 1; j >= 0 && s.p.toks[j].class != cNumber; j-- {
		if s.p.toks[j].class == cText {
			return false
		}
		if s.p.toks[j].class == cGroup {
			break
		}
	}
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cText, cFuture, cTaken, cClinic:
			return false
		case cNumber, cGroup, cEach, cFine, cNot:
			return true
		}
	}
	return true
}

// lone reports that a handful of a group is all that a message says: “我院学生2名” is hardly all of them.
func (s *clause) lone(k int, c *tally) bool {
	t := s.p.toks[k]
	return t.value < crowd && t.value > 0 && len(c.m.claims) == 0 && len(c.m.said) == 0 && !s.each && !s.p.has(cFine) && !s.p.has(cSum) && !s.p.has(cMeasure) && len(c.m.phrases) == 1
}

// everybody reports that the number at k is all there are of the unit: 全院师生1516人.
func (s *clause) everybody(k int) bool {
	return s.p.only(cOurs, cUnit, cGroup, cMeasure, cHave, cNumber, cEtc, cText) && s.p.toks[k].people &&
		(s.group == "" || s.group == "all") && (s.p.has(cGroup) || s.p.has(cOurs) || s.p.has(cUnit))
}

// fineNext reports that the next phrase says that they are well.
func (c *tally) fineNext(s *clause) bool {
	if s.i+1 >= len(c.m.phrases) {
		return false
	}
	next := c.m.phrases[s.i+1]
	return next.has(cFine) || next.has(cNot) && (next.has(cFault) || next.has(cEach))
}

// held reports that the number at k belongs to the item before a bracket that has just closed.
func (c *tally) held(s *clause, k int) bool {
	if c.resume.base == "" || s.p.after != cClose || c.resume.sentence != s.p.sentence {
		return false
	}
	for _, t := range s.p.toks[:k] {
		if t.class != cHave && t.class != cMeasure && t.class != cApprox && t.class != cColon && t.class != cEach {
			return false
		}
	}
	if s.measure == "" {
		s.measure = c.resume.measure
	}
	return true
}

// carry gives the people just counted what the next phrase says of all of them: “从湖北返回2人，已居家隔离”.
func (c *tally) carry(s *clause) {
	n := len(c.m.claims)
	if n == 0 || len(s.pending) != 1 || s.figures > 0 || s.not >= 0 || s.i == 0 || s.part || s.p.has(cOther) || s.p.has(cFuture) || s.p.has(cMaybe) || s.measure != "" && s.measure != "today" && s.measure != "now" {
		return
	}
	item, last := s.p.toks[s.pending[0]], c.m.claims[n-1]
	if !strings.HasSuffix(item.key, "quarantine") || strings.HasSuffix(last.base, "quarantine") || last.sentence != s.p.sentence || last.denied || last.inside ||
		!last.known || last.value == 0 || ungroupedKeys[last.base] || last.to < c.m.phrases[s.i-1].from() || !c.allOf(s, s.pending[0]) {
		return
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, measure: "now", group: last.group, value: last.value, known: true, from: last.from, to: item.to, sentence: s.p.sentence})
	c.markCounted(item, last.value, "now")
	s.pending = nil
}

// allOf reports that a phrase says its item of all who were named before: 已…, 均…, 目前….
func (c *tally) allOf(s *clause, k int) bool {
	said := s.each
	for j, t := range s.p.toks {
		switch t.class {
		case cEach, cMeasure:
			said = true
		case cText:
			words := c.m.quote(t.from, t.to)
			if j > k || t.to-t.from > 3 {
				return false
			}
			said = said || strings.ContainsAny(words, "已正现在")
		case cCategory, cEtc, cHave:
		case cAck:
			if j < k || t.to-t.from > 1 {
				return false // 居家隔离中
			}
		default:
			return false
		}
	}
	return said || k == 0
}

// office reports “我处共23人”: an office has staff only, so its people are its staff.
func (c *tally) office(s *clause) bool {
	if !s.p.only(cOurs, cUnit, cMeasure, cNumber, cHave, cEach, cFine) {
		return false
	}
	for _, t := range s.p.toks {
		if (t.class == cOurs || t.class == cUnit) && c.m.text.runes[t.to-1] == '处' {
			return true
		}
	}
	return false
}

// measureNext takes the measure between this number and the next.
func (s *clause) measureNext(k int, lean frame) {
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cNumber:
			return
		case cMeasure:
			s.measured(t.key, lean)
		}
	}
}

// strange reports that unknown words say what the number counts: 1名同学去县医院看牙,
// 孝感2人, 传达到86人. It is then none of the form's figures.
func (s *clause) strange(k int) bool {
	for _, t := range s.p.toks {
		if t.class == cTold || t.class == cPlace && s.p.depth > 0 || t.class == cFigure && t.key == "class" {
			return true
		}
	}
	unknown := 0
	for j, t := range s.p.toks {
		if t.class == cText {
			unknown += t.to - t.from
			if s.part && j < k {
				return true // a part by place or name: the whole is already told
			}
		}
	}
	return unknown >= 4
}

// state writes the claim down.
func (c *tally) state(s *clause, k int, base, group string, carried, unsure bool) {
	t := s.p.toks[k]
	// 和他一起值班的3人: whom somebody met is no figure of the day.
	if calmKeys[base] && s.p.has(cSource) {
		return
	}
	if t.thing != "" && !countedAs[t.thing][base] {
		if t.thing != "pass" || ungroupedKeys[base] {
			return
		}
	}
	if ungroupedKeys[base] && t.people && (base == "mask_stock" || base == "disinfectant_stock" || base == "rooms_ready") {
		if t.value != 0 {
			c.m.doubt(WhichField, base, c.m.quote(s.p.from(), s.p.to()))
		}
		return
	}
	measure := s.measure
	if measure == "" {
		measure = c.heading.measure
	}
	bare := measure == "" || measure == "today"
	if carried && measure == "" && (s.part || group != "" || c.m.ctx.Asked != "") {
		measure, bare = c.lean.measure, false
	}
	if group == "" && s.part {
		group = c.lean.group
	}
	if group == "" {
		group = c.heading.group
	}
	if group == "" && c.m.ctx.Asked != "" && carried {
		group = c.lean.group
	}
	group = c.rosterGroup(base, group)
	cl := claim{base: base, measure: measure, group: group, value: t.value, known: !unsure, bare: bare, inside: s.part, sentence: s.p.sentence, from: c.start(s, k), to: t.to}
	c.m.claims = append(c.m.claims, cl)
	c.lean = frame{base: base, measure: measure, group: group, sentence: s.p.sentence}
	if carried {
		s.done()
	}
	// Inside 其中 a part does not become what the next part leans on.
	if len(c.outer) > 0 && carried {
		c.lean = c.outer[len(c.outer)-1]
		c.lean.sentence = s.p.sentence
	} else if carried && group != "" {
		c.lean.group = ""
	}
}

// start is where the words of a claim begin: after the number before it.
func (c *tally) start(s *clause, k int) int {
	for j := k - 1; j >= 0; j-- {
		if cl := s.p.toks[j].class; cl == cNumber || cl == cList || cl == cFine {
			return s.p.toks[j+1].from
		}
	}
	return s.p.from()
}

// rosterGroup settles the group of a figure. A headcount that speaks of staff
// alone (“全院教职工应报742人”) makes the rest of the message about staff.
func (c *tally) rosterGroup(base, group string) string {
	if group == "all" {
		if base != "roster" {
			return ""
		}
		return "staff"
	}
	switch base {
	case "headcount_due", "headcount_reported", "on_campus":
		if c.rosters == "" {
			c.roster = group
		} else if c.rosters != group && group != "" {
			c.roster = ""
		}
		if group != "" {
			c.rosters = group
		}
	}
	if group == "" && base != "roster" {
		return c.roster
	}
	return group
}
