package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// roster reports “全院1200名学生无一例发热”: the whole group, then how it is.
func (s *clause) roster(k int) bool {
	if k+2 >= len(s.p.toks) || s.at(k+1).class != cGroup {
		return false
	}
	for i, t := range s.p.toks[:k] {
		if t.class == cFine && s.at(i+1).class == cColon {
			continue // 报平安：33位教职工
		}
		if t.class != cOurs && t.class != cUnit && t.class != cMeasure && t.class != cHave && t.class != cColon && t.class != cEach && t.class != cSpace {
			return false
		}
	}
	// 1398名学生、79名教职工无发热
	j := k + 2
	for j+3 < len(s.p.toks) && (s.p.toks[j].class == cList || s.p.toks[j].class == cAnd) && s.at(j+1).class == cNumber && s.at(j+2).class == cGroup {
		j += 3
	}
	if s.at(j).class == cHave && s.at(j+1).class == cFine {
		j++ // all 12 teachers are fine
	}
	if j+1 < len(s.p.toks) && s.p.toks[j].class == cMeasure {
		j++ // 1886名学生今日均无异常
	}
	next := s.p.toks[j].class
	return next == cNot || next == cFine || next == cEach || next == cThermo
}

// wholeGroup reports that the number at k counts a group as such: “学生1200人”, and not “学生感冒1人”, “学生2人在家”.
func (s *clause) wholeGroup(k int) bool {
	if s.p.has(cWeak) {
		return false // 湖北未返回学生8人
	}
	all := false
	for j := k - 1; j >= 0 && s.p.toks[j].class != cNumber; j-- {
		all = all || s.p.toks[j].key == "all"
		if s.p.toks[j].class == cText || s.p.toks[j].class == cFine {
			return false // 学生体温正常的1203人
		}
		if s.p.toks[j].class == cGroup && s.at(j-1).key != "all" {
			break
		}
	}
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cText:
			return all || s.p.toks[k].value >= crowd && t.to-t.from == 2 // 教职工21人在家
		case cFuture, cTaken, cClinic:
			return false
		case cNumber, cGroup, cEach, cFine, cNot:
			return true
		}
	}
	return true
}

// comeOrGone reports that the group at whose figure k stands are only some of it, who have come or gone: 今日返岗教师5人.
func (c *tally) comeOrGone(s *clause, k int) bool {
	for j := k - 1; j > 0 && s.p.toks[j].class != cNumber; j-- {
		if s.p.toks[j].class == cGroup {
			before := s.at(j - 1)
			return before.class == cText && onTheMove.MatchString(c.m.word(before))
		}
	}
	return false
}

var onTheMove = pattern.MustCompile(`(?:返岗|离岗|返程|返乡|离校|离鹤|外出|回家|出差|请假|休假|住院|新入职|离职|退休|缺勤|缺席)$`)

// heads reports that the number at k is of a group whose parts follow a colon: 教职工112人：在鹤98人.
func (s *clause) heads(k int) bool {
	if k+2 >= len(s.p.toks) || s.at(k+1).class != cColon || s.figures > 0 || s.part || s.at(k-1).class != cGroup {
		return false
	}
	for _, t := range s.p.toks[:k-1] {
		if t.class != cOurs && t.class != cUnit && t.class != cMeasure && t.class != cFigure {
			return false
		}
	}
	return true
}

// abnormal reports that something has been counted that is an incident, of which those at a head may be a part.
func (c *tally) abnormal() bool {
	return len(c.m.claims) == 0 || slices.ContainsFunc(c.m.claims, func(cl claim) bool { return cl.base != "roster" && !calmKeys[cl.base] })
}

// brief reports that hardly any word of the phrase is unknown: 都是大三学生.
func (s *clause) brief() bool {
	unknown := 0
	for _, t := range s.p.toks {
		if t.class == cText {
			unknown += t.to - t.from
		}
	}
	return unknown <= 3
}

// lone reports that a handful of a group is all that a message says: “我院学生2名” is hardly all of them.
func (s *clause) lone(k int, c *tally) bool {
	t := s.p.toks[k]
	return t.value < crowd && t.value > 0 && len(c.m.claims) == 0 && len(c.m.said) == 0 && !s.each && !s.p.has(cFine) && !s.p.has(cSum) && !s.p.has(cMeasure) && len(c.m.phrases) == 1
}

// headcounts are words for how many of a group there are, whatever is put right about it: 教职工人数41更正为43.
var headcounts = pattern.MustCompile(`(?:学生|学员|职工|教工|教师|老师|员工|人员)(?:总人?数|人数)`)

// together reports that the number at k is of staff and students in one: 师生共1402人.
func (s *clause) together(k int) bool {
	return s.p.toks[k].value >= crowd && s.group == "" && s.p.has(cGroup) && s.p.only(cOurs, cUnit, cGroup, cMeasure, cHave, cNumber, cEtc, cSum)
}

// allOf is the group of which the number at k is all there are and how they all are is said of them, "" for none: 全班41名同学早晚体温都正常.
func (s *clause) allOf(c *tally, k int, group string) string {
	t, before := s.p.toks[k], s.at(k-1)
	if before.class == cGroup {
		before = s.at(k - 2)
	}
	if !t.people || t.approx || t.value == 0 || before.class != cText && before.class != cOurs || !allOfThem[c.m.word(before)] || !s.p.has(cThermo) && !s.p.has(cFine) && !(s.at(k-1).class == cText && k+1 == len(s.p.toks)) {
		return ""
	}
	if group == "" && strings.HasSuffix(c.m.word(before), "班") {
		group = "student"
	}
	if !someGroup(group) || s.figuresIn() > 1 || s.p.has(cCategory) || s.p.has(cPart) {
		return ""
	}
	return group
}

// allOfThem stand before how many there are in all.
var allOfThem = set("全班 本班 我班 全系 本系 全院 全处 全校 全馆 全年级 全教研室 全部门 全体")

// everybody reports that the number at k is all there are of the unit: 全院师生1516人.
func (s *clause) everybody(k int) bool {
	return s.p.only(cOurs, cSelf, cUnit, cGroup, cMeasure, cHave, cNumber, cEtc, cText, cSpace, cColon) && s.p.toks[k].people &&
		(s.group == "" || s.group == "all") && (s.p.has(cGroup) || s.p.has(cOurs) || s.p.has(cUnit))
}

// allWithout reports that the number at k is all there are of the unit, who have none of what follows: 图书馆12人均无发热.
func (c *tally) allWithout(s *clause, k int) bool {
	next := k + 1
	if next < len(s.p.toks) && s.p.toks[next].key == "today" {
		next++
	}
	if s.measure == "released" || s.measure == "new" {
		return false // 今日期满5人全部解除
	}
	if !s.p.toks[k].people || k == 0 || next == len(s.p.toks) || s.p.toks[next].class != cEach && !c.m.noneAtAll(s.p.toks[next]) {
		return false
	}
	return !slices.ContainsFunc(s.p.toks[:k], func(t token) bool {
		return t.class != cUnit && t.class != cOurs && t.class != cMeasure && t.class != cHave && t.class != cSpace && t.class != cColon && t.key != "all" && !(t.class == cText && begins[c.m.word(t)])
	})
}

// noneAtAll reports a denial that is of all who were told before: 均无, 都没有.
func (m *message) noneAtAll(t token) bool {
	return t.class == cNot && strings.ContainsRune("均都皆全", m.text.runes[t.from])
}

// allOfGroup reports that all of a group are counted at k, whatever they do: 全体教师33人均居家备课, 全体教师28人居家办公.
func (s *clause) allOfGroup(k int) bool {
	next := s.at(k + 1).class
	return s.at(k-1).class == cGroup && s.at(k-2).key == "all" && s.p.toks[k].people && (next == cEach || next == cText || next == cEdge)
}

// fineNext reports that the next phrase says that they are well.
func (c *tally) fineNext(s *clause) bool {
	if s.i+1 >= len(c.m.phrases) {
		return false
	}
	if last := c.m.phrases[len(c.m.phrases)-1]; s.i == 0 && last.has(cRest) && last.has(cFine) {
		return true // 公共教学部46人，湖北籍1人，其余正常
	}
	next := c.m.phrases[s.i+1]
	return next.has(cFine) || next.toks[0].class == cNot && next.has(cCategory) || next.has(cNot) && (next.has(cFault) || next.has(cEach) || c.m.noneAtAll(next.toks[0]))
}

// withoutNext reports that a phrase says no more than how many a unit has, and the next one what they do not have: 工会5人，没有发烧的.
func (c *tally) withoutNext(s *clause) bool {
	return s.p.only(cUnit, cOurs, cNumber, cHave, cMeasure) && (s.p.has(cUnit) || s.p.has(cOurs)) && s.i+1 < len(c.m.phrases) && c.m.phrases[s.i+1].toks[0].class == cNot && c.m.phrases[s.i+1].has(cCategory)
}

// office reports “我处共23人”: an office has staff only, so its people are its staff.
func (c *tally) office(s *clause) bool {
	p := s.p
	p.toks = p.toks[s.unitOver():]
	p.reword()
	return (p.has(cOurs) || p.has(cUnit)) && p.only(cOurs, cUnit, cMeasure, cNumber, cHave, cEach, cFine, cNot, cFault, cFigure, cThermo) && c.ofOffice(s)
}

// unitOver is how many words of a phrase name the unit over it: 招生处报：本处6人.
func (s *clause) unitOver() int {
	if k := s.p.first(cColon); k > 0 && k <= 2 && k+1 < len(s.p.toks) && s.p.toks[0].class == cUnit && s.at(k-1).class != cNumber {
		return k + 1
	}
	return 0
}

// officeHead reports that the number at k is how many an office has, of whom the rest of the phrase tells where they are: 招生处8人在鹤6人外地2人.
func (c *tally) officeHead(s *clause, k int) bool {
	if k == 0 || s.figures > 0 || !c.ofOffice(s) {
		return false
	}
	for _, t := range s.p.toks[:k] {
		if t.class != cUnit && t.class != cOurs && t.class != cMeasure {
			return false
		}
	}
	sum := 0
	for j, t := range s.p.toks[k+1:] {
		if t.class == cNumber && s.at(k+j).class == cCategory {
			sum += t.value
		}
	}
	return sum == s.p.toks[k].value
}

// staffApart reports that the number at k is how many a unit without students has, and that the figures behind the colon add up to it:
// 工会5人：4人在鹤，1人在外地.
func (c *tally) staffApart(s *clause, k int) bool {
	if s.at(k+1).class != cColon && (k+1 < len(s.p.toks) || s.p.ends != cComma || !s.p.toks[k].people) || s.figures > 0 || !s.p.has(cUnit) && !s.p.has(cOurs) || someGroup(s.group) {
		return false
	}
	for _, t := range s.p.toks[min(k, s.unitOver()):k] {
		if t.class != cUnit && t.class != cOurs && t.class != cMeasure && t.class != cHave {
			return false
		}
	}
	if !c.ofOffice(s) && !c.staffOnly(s) {
		return false
	}
	sum, parts := 0, 0
	for i := s.i; i < min(len(c.m.phrases), s.i+nearby) && c.m.phrases[i].sentence == s.p.sentence && sum < s.p.toks[k].value; i++ {
		for _, t := range c.m.phrases[i].toks {
			if t.class == cNumber && t.from > s.p.toks[k].from && c.m.phrases[i].depth == s.p.depth {
				sum, parts = sum+t.value, parts+1
			}
		}
	}
	if sum != s.p.toks[k].value || parts < 2 {
		return false
	}
	c.staffParts = s.p.sentence + 1
	return true
}

// staffOnly reports that a phrase names a unit that has no students.
func (c *tally) staffOnly(s *clause) bool {
	return slices.ContainsFunc(s.p.toks, func(t token) bool {
		return t.class == cUnit && withoutStudents.MatchString(c.m.r.names[t.key])
	})
}

// officesParts reports that so many of an office are counted, and then in parts: 信息化处9名同志，3人在岗6人居家办公.
func (c *tally) officesParts(s *clause, value int) bool {
	if s.i+1 >= len(c.m.phrases) || !s.p.only(cOurs, cUnit, cNumber, cGroup, cMeasure, cHave, cText) || s.p.has(cText) && !inTurns.MatchString(c.m.wrote(s.p)) || !c.ofOffice(s) {
		return false
	}
	next := &c.m.phrases[s.i+1]
	k := next.first(cNumber)
	return (k == 0 || k == 1 && next.toks[0].key == "today") && next.toks[k].value <= value
}

// inTurns is said of all of whom some are there at a time: 5名同志轮流值班.
var inTurns = pattern.MustCompile(`轮流|轮班|轮值`)

// ofOffice reports that a phrase names an office.
func (c *tally) ofOffice(s *clause) bool {
	if !s.p.has(cOurs) && !s.p.has(cUnit) {
		return false
	}
	for i := range s.p.toks {
		t := &s.p.toks[i]
		if t.class != cOurs && t.class != cUnit {
			continue
		}
		if c.m.text.runes[t.to-1] == '处' || t.class == cOurs && strings.HasSuffix(c.m.word(*t), "部门") {
			return true
		}
		if name := c.m.r.names[t.key]; t.class == cUnit && !strings.Contains(name, "教学") && (strings.HasSuffix(name, "部") || withoutStudents.MatchString(name) && (strings.Contains(c.m.wrote(s.p), "共") || s.p.has(cEach) || s.p.has(cFine))) {
			return true // 宣传部5人, 图书馆共12人, 工会8人全部居家办公
		}
	}
	return false
}

// notBack are words for those of a group who have not come back.
var notBack = set("未返鹤 未返校 未返 未归 尚未返校 还未返校 没返校 没有返校 未到校")

// awayFrom is where those are who have not come back, “” for nowhere that the form asks: 未返鹤教职工共计14人.
func (s *clause) awayFrom(m *message, k int) (base string, so bool) {
	if !s.p.has(cGroup) {
		return "", false
	}
	for j := k - 1; j > 0; j-- {
		if s.p.toks[j].class != cGroup {
			continue
		}
		if word := m.word(s.at(j - 1)); notBack[word] {
			if word == "未返鹤" {
				base = "out_of_city"
			}
			return base, true
		}
	}
	return "", false
}

// withoutStudents ends the name of a unit that has staff only.
var withoutStudents = pattern.MustCompile(`(?:工会|团委|纪委|图书馆|办公室)$`)

// enrolledHere reports that the number at k is of 在校学生, of whom a handful are those who are there.
func (m *message) enrolledHere(s *clause, k int) bool {
	for k--; k > 0 && (s.p.toks[k].class == cColon || s.p.toks[k].class == cSpace || s.p.toks[k].class == cHave); k-- {
	}
	return k >= 0 && strings.HasPrefix(m.word(s.p.toks[k]), "在校")
}

// crowd is how many people of one group are more than a part of any figure could be.
const crowd = 20

// outgrows reports that so many people of a group are no part of the figure before them.
func (c *tally) outgrows(value int) bool {
	n := len(c.m.claims)
	return n > 0 && value >= crowd && c.m.claims[n-1].base == c.lean.base && c.m.claims[n-1].group == "" && value > c.m.claims[n-1].value
}

// rosterGroup settles the group of a figure. A headcount that speaks of staff
// alone (“全院教职工应报742人”) makes the rest of the message about staff.
func (c *tally) rosterGroup(base, group string, sentence int) string {
	if group == "all" {
		if base != "roster" {
			return ""
		}
		return "staff"
	}
	switch base {
	case "headcount_due", "headcount_reported", "on_campus", "on_duty":
		switch {
		case c.rosters == "":
			c.roster, c.rosterIn = group, sentence
		case c.rosters != group && group != "" && sentence != c.rosterIn:
			c.roster, c.rosterIn, c.mixed = group, sentence, true // 教工在岗11，居家隔离1；学生留校3，居家隔离0
		case c.rosters != group && group != "":
			c.roster = ""
		}
		if group != "" {
			c.rosters = group
		}
	}
	if group == "" && base != "roster" && (!c.mixed || sentence == c.rosterIn) {
		return c.roster
	}
	return group
}

// classOf reports that a phrase says no more than how many a class has: 软工1801班45人，全部在家.
func (c *tally) classOf(s *clause, k int) bool {
	return k > 0 && c.m.isClass(s.at(k-1)) && s.p.toks[k].people && k+1 == len(s.p.toks) && s.p.only(cText, cUnit, cOurs, cFigure, cNumber) && c.m.has(cFine)
}
