package understand

import "slices"

// A group that has been counted stands over those who are then told by where they are: 教工共41人，在鹤38人、外地3人.

// whereabouts are the items that tell of those of a group where they are, and who has answered.
var whereabouts = set("in_city out_of_city abroad on_campus on_duty headcount_due headcount_reported unreached hubei_now wuhan_now")

// places are those of them that tell where people are.
var placesOf = set("in_city out_of_city abroad")

// most is as many as there can be.
const most = 1 << 30

// whole is the group that has just been counted.
type whole struct {
	group    string
	value    int
	sentence int
	parts    bool // told of before 其中, and not as all there are
	places   bool // only where some of them are has been told, and not how many there are
	mixed    bool // another group has been counted beside it
}

// counted notes the figure of a group by which that group may stand over the figures that follow.
func (c *tally) counted(s *clause, cl claim) {
	if placesOf[cl.base] && someGroup(cl.group) && (cl.group == s.topGroup && s.p.toks[0].class == cGroup || s.p.toks[0].class == cCategory && s.at(1).class == cHave && s.at(2).class == cGroup) && (c.whole.group == "" || c.whole.sentence != cl.sentence) && s.p.depth == 0 {
		c.whole = whole{group: cl.group, value: most, sentence: cl.sentence, places: true} // 教师在鹤61 外地12, 在外地的学生共43个，在鹤的18个
		return
	}
	if !cl.known {
		cl.value = most
	}
	if !someGroup(cl.group) || cl.denied || cl.base != "roster" && (cl.inside || !plainKeys[cl.base] || calmKeys[cl.base]) {
		return
	}
	if cl.base == "roster" && !slices.ContainsFunc(s.p.toks, func(t token) bool { return t.class == cGroup && t.key == cl.group }) {
		return // of an office, which has staff only
	}
	mixed := c.whole.sentence == cl.sentence && c.whole.group != "" && (c.whole.group != cl.group || c.whole.mixed)
	c.whole = whole{group: cl.group, value: cl.value, sentence: cl.sentence, parts: cl.base != "roster", mixed: mixed}
}

// ofWhole is the group, counted in the same sentence, of which a figure without one tells where some are; "" for none.
func (c *tally) ofWhole(s *clause, base string, value int) string {
	w := c.whole
	if w.group == "" || w.mixed || w.sentence != s.p.sentence || value > w.value || !whereabouts[base] || !w.parts && (base == "hubei_now" || base == "wuhan_now") || s.p.depth > 0 || c.m.ctx.Asked != "" {
		return ""
	}
	if w.places && !placesOf[base] {
		return ""
	}
	if w.parts && !c.parted(s) {
		return ""
	}
	return w.group
}

// onlyGroup is the group of which every figure of a sentence so far is, "" where they are of several or of none.
func (c *tally) onlyGroup(sentence int) (group string) {
	for i := len(c.m.claims) - 1; i >= 0 && len(c.m.claims)-i <= longest && c.m.claims[i].sentence == sentence; i-- {
		switch cl := c.m.claims[i]; {
		case cl.denied:
		case !someGroup(cl.group) || group != "" && cl.group != group:
			return ""
		default:
			group = cl.group
		}
	}
	return group
}

// beforeBracket is the group of the figure right before the bracket in which more is told of the same item: 教工3（新增0 解除1）.
func (c *tally) beforeBracket(s *clause, base string) string {
	if s.p.depth == 0 {
		return ""
	}
	i := s.i
	for i > max(0, s.i-nearby) && c.m.phrases[i].after != cOpen {
		i--
	}
	if i == 0 || c.m.phrases[i].after != cOpen {
		return ""
	}
	for n := len(c.m.claims) - 1; n >= max(0, len(c.m.claims)-nearby) && c.m.claims[n].sentence == s.p.sentence; n-- {
		if cl := c.m.claims[n]; cl.to == c.m.phrases[i-1].to() && cl.base == base && !cl.inside {
			return cl.group
		}
	}
	return ""
}

// parted reports that 其中 has been said in the sentence, up to this phrase.
func (c *tally) parted(s *clause) bool {
	for i := s.i; i >= max(0, s.i-longest) && c.m.phrases[i].sentence == s.p.sentence; i-- {
		if c.m.phrases[i].has(cPart) {
			return true
		}
	}
	return false
}

// allThere counts all of a group where a phrase says no more than where they are: 教职工97人，全部在鹤.
func (c *tally) allThere(s *clause) {
	n := len(c.m.claims)
	if n == 0 || len(s.pending) != 1 || s.figures > 0 || s.denied > 0 || !s.each || s.p.toks[0].class != cEach && s.p.toks[0].key != "today" || !s.p.only(cEach, cMeasure, cCategory, cHave, cEtc) {
		return
	}
	last, item := c.m.claims[n-1], s.p.toks[s.pending[0]]
	if last.base != "roster" || last.denied || !last.known || last.sentence != s.p.sentence || !calmKeys[item.key] || !whereabouts[item.key] || c.whole.mixed || c.m.someExcepted(s.i) {
		return
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, group: last.group, bare: true, value: last.value, known: true, from: last.from, to: item.to, sentence: s.p.sentence})
	c.markCounted(item, last.value, "")
	s.done()
}

// everyOne counts all of a group beside what is said of every one of them: 组织部5人均在鹤, 全班38名同学都联系上了.
func (c *tally) everyOne(s *clause, k int, base, group string) (whose string, ok bool) {
	if group == "all" {
		return "staff", (base == "in_city" || base == "on_duty") && c.ofOffice(s) // 人事处全员10人均在鹤
	}
	if s.figures > 0 || s.at(k-1).class == cMeasure || s.part || c.m.ctx.Asked != "" {
		return "", false
	}
	behind := k + 1
	for s.at(behind).class == cGroup {
		behind++
	}
	if s.at(behind).class != cEach && !(s.at(behind).class == cText && s.at(behind).to == s.at(behind).from+1 && s.at(behind+1).class == cEach) {
		return "", false
	}
	switch {
	case base == "in_city" && c.ofOffice(s) && group != "student" && group != "other":
		return "staff", true
	case base == "headcount_reported" && (group == "student" || group == "staff") && (s.p.has(cOurs) || c.m.behind(s.p.toks[k].from, "全班", "全体", "全系")):
		return group, true
	}
	return "", false
}

// begins notes the group that a phrase begins to tell of where it counts nothing: 学生都没让回, 食堂2人请假.
func (c *tally) begins(s *clause) {
	if s.figures > 0 || s.denied > 0 || len(s.pending) > 0 || s.p.depth > 0 || s.p.has(cNumber) && !s.p.has(cLeave) || s.p.has(cOther) || s.p.has(cTold) || s.p.has(cSource) {
		return
	}
	first := 0
	for s.at(first).class == cUnit || s.at(first).class == cOurs || s.at(first).class == cFigure || s.at(first).class == cMeasure && s.at(first).key == "today" {
		first++
	}
	fresh := c.m.fixing() && s.p.only(cHave, cGroup) && s.at(0).class == cHave // 不是学生，是老师，居家隔离1人
	if fresh {
		first = 1
	}
	if g := s.at(first); g.class == cGroup && someGroup(g.key) && (s.p.has(cText) || s.p.has(cLeave) || fresh) {
		c.whose = subject{group: g.key, phrase: s.i, known: true}
	}
}

// goesOnOf is the group of which the phrase before began to tell, where this one goes on of some of them: 学生都没让回，有2名在孝感.
func (c *tally) goesOnOf(s *clause, k int, base string) string {
	if !c.whose.known || c.whose.phrase+1 != s.i || c.m.phrases[c.whose.phrase].sentence != s.p.sentence || s.rest || base == "roster" || ungroupedKeys[base] || c.m.ctx.Asked != "" && !c.m.fixing() {
		return ""
	}
	for _, t := range s.p.toks[:k] {
		if t.class == cCategory && c.m.fixing() {
			continue
		}
		if t.class != cHave && t.class != cPart && t.class != cText && t.class != cMeasure {
			return ""
		}
	}
	return c.whose.group
}
