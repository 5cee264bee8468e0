package understand

import (
	"slices"
	"strings"
)

// leanOn finds the item of a number that names none: “新增2人，累计15人”,
// “居家隔离3人（学生2人、教师1人）”, “教职工86人”, or the bot's own question.
// ok is false when the number is no figure of ours; what looks like one and
// cannot be placed is a doubt.
func (c *tally) leanOn(s *clause, k int, group string) (base string, ok bool) {
	if c.strays >= longRow {
		return "", false
	}
	if (c.inTown(s, k) || c.atOldHome(s)) && c.away(s, k) {
		return "out_of_city", true // 8人在鹤，1人在安阳
	}
	if g := s.at(k - 1); g.class == cGroup && s.at(k-2).class == cPlace && ownCity[c.m.word(s.at(k-2))] {
		return "in_city", true // 外地学生1530人、本市学生402人
	}
	if s.noAnswer(c, k) {
		s.group = group
		return "unreached", true
	}
	if of := s.allOf(c, k, group); of != "" {
		s.group = of
		return "roster", true
	}
	if c.ofList(s, k) {
		return "", false // 实习生41人：在安阳12人，在家11人
	}
	if c.atHome(s, k, group) || c.elsewhere(s, k, group) || c.aside(s, k, group) {
		return "", false
	}
	// “有1个到期了”: the measure may follow its number.
	if s.measure == "" || s.measure == "today" && s.measureAfter(k) == "released" {
		s.measureNext(k, c.lean)
	}
	if s.p.toks[k].people && c.lean.base == "gate_vehicles" && (s.p.only(cEtc, cNumber) || s.at(k-1).class == cEtc && s.at(k-2).class == cList) {
		return "gate_people", true // 车辆41辆，人员87人
	}
	// Masks and rooms are no people: 观察房20间，目前住0人.
	some := s.p.toks[k].people || s.p.toks[k].any && s.at(k+1).class == cGroup
	if ungroupedKeys[c.lean.base] && some && c.m.ctx.Asked == "" {
		if c.lean.base == "rooms_ready" && s.p.toks[k].value > 0 && c.lean.sentence == s.p.sentence && strings.Contains(c.m.wrote(s.p), "住") {
			return "quarantine", true // 观察房20间，目前住2人
		}
		if s.p.toks[k].value == 0 {
			return "", false
		}
		c.lean = frame{}
	}
	if c.unheard(s, k) || c.sought(s, k) {
		return "unreached", true
	}
	if c.watched(s, k) {
		return "quarantine", true // 离鄂返鹤32人，还在观察3人
	}
	if c.held(s, k) {
		s.group = c.resume.group
		return c.resume.base, true // 发热（37.3度以上）0人
	}
	if item := c.ofItemNext(s, k); item != "" {
		return item, true // 30人左右吧，在外地实习的
	}
	base, found := "", c.ofNone(s, k)
	for _, of := range []func(*tally, *clause, int, string) (string, bool){(*tally).ofChecks, (*tally).ofLeft, (*tally).ofHeading, (*tally).ofThings, (*tally).ofSentence, (*tally).ofEverybody} {
		if !found {
			base, found = of(c, s, k, group)
		}
	}
	if !found {
		c.introduces(s, k, group)
		c.astray(s, k, group)
		c.strays++
	}
	return base, base != ""
}

// longRow is how many bare numbers in a row may be of nothing until the rest of the row is so too.
const longRow = 16

// aside reports that a number is of something that the form does not ask about: who had a positive test, whom somebody met, whom a
// notice has reached.
func (c *tally) aside(s *clause, k int, group string) bool {
	t := s.p.toks[k]
	if s.missed(c, k) || (s.p.has(cText) || s.p.has(cTold)) && c.m.fits(s.p, turnedAway) || s.p.has(cSick) && !s.p.has(cNot) || s.at(k-1).class == cFigure && s.at(k-1).key == "decimal" {
		return true // 学生核酸阳性1人, 37.3以下86人
	}
	if (s.p.has(cSum) || c.sums(s)) && (c.addsUp(t.value, s.p.sentence) || c.everybodyThere(s, k)) || c.described(s, k, group) {
		return true
	}
	if c.kindOfGroup(s, k) {
		if !s.part && !c.m.has(cFine) {
			c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
		}
		return true
	}
	src := s.p.first(cSource)
	if s.at(k-1).class == cAnd && src == k+1 {
		return true // 3名学生与一名确诊旅客同车厢
	}
	if src >= 0 && t.people {
		c.subject = subject{value: t.value, group: group, phrase: s.i, known: !t.approx && t.class == cNumber, from: c.start(s, k), to: t.to}
	}
	// 去过武汉的学生3人: of what the form counts of them nothing is said.
	if src >= 0 && s.p.toks[src].key == "travel" && t.people && t.value > 0 && !s.p.denies(src) {
		c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
		return true
	}
	if s.p.has(cTold) || c.told == s.p.sentence+1 || s.p.has(cOrder) || src >= 0 && (s.measure == "" || s.measure == "today") {
		return true
	}
	if s.strange(c.m, k) && group != "all" && !s.allOfGroup(k) && !c.officesParts(s, t.value) {
		c.introduces(s, k, group)
		return true
	}
	return false
}

// kindOfGroup reports that the number at k counts one kind of a group that has just been counted as such: 留校学生17人，留学生5人.
func (c *tally) kindOfGroup(s *clause, k int) bool {
	if k == 0 || !ofGroup[c.m.word(s.at(k-1))] || len(c.m.claims) == 0 {
		return false
	}
	last := c.m.claims[len(c.m.claims)-1]
	for kind := range ofGroup {
		if strings.Contains(c.m.quote(last.from, last.to), kind) {
			return false // 毕业生120人，新生90人
		}
	}
	return !ungroupedKeys[last.base] && last.base == c.lean.base && last.group == s.at(k-1).key && last.sentence == s.p.sentence && s.p.only(cGroup, cNumber, cMeasure, cHave, cPart, cFine, cEach)
}

// ofGroup are words for some of a group.
var ofGroup = set("留学生 毕业生 新生 研究生 本科生 专科生 大专生 高职生 中专生")

// ofNone takes a number for the word that there is nothing: 其余0人, 异常0人次.
func (c *tally) ofNone(s *clause, k int) bool {
	if s.p.toks[k].value != 0 {
		return false
	}
	ours := (s.p.has(cUnit) || s.p.has(cOurs)) && s.p.has(cHave) && s.p.only(cUnit, cOurs, cSelf, cHave, cMeasure, cNumber) // 公共部也是零
	if s.rest && !s.part || s.p.has(cFault) || ours && c.m.ctx.Asked == "" {
		c.m.Zero = true
		return true
	}
	if s.p.toks[0].class == cPlace && s.p.has(cMeasure) && len(c.m.claims) == 0 && c.m.Unit == "" {
		return true // 鹤壁今天0新增
	}
	if k+1 == len(s.p.toks)-1 && s.at(k+1).key == "new" && c.lean.base == "" && c.m.ctx.Asked == "" {
		c.m.doubt(NoNew, "", c.m.quote(s.p.from(), s.p.to())) // 今天0新增
		return true
	}
	if s.p.only(cNumber, cMeasure, cText, cSpace, cOurs) && c.lean.base == "" && c.m.ctx.Asked == "" && strings.HasSuffix(strings.ToLower(c.m.word(s.p.toks[k])), "cases") {
		c.m.Zero = true // zero cases today
		return true
	}
	if s.p.only(cNumber) && c.lean.base == "" && c.m.Unit != "" && s.i == 0 && s.p.ends == cStop && c.m.ctx.Asked == "" && len(c.m.phrases) == 2 && !c.m.phrases[1].has(cCategory) {
		c.m.Zero = true // 零。图书馆小韩报
		return true
	}
	return s.p.only(cNumber, cMeasure) && c.lean.base == "" && c.m.has(cFine) // 我处清净，零
}

// ofChecks takes a number for those whose temperature was taken, or who came through the gate. Like those after it, it gives the
// item, "" for none of the form's, and whether that settles the number.
func (c *tally) ofChecks(s *clause, k int, _ string) (base string, found bool) {
	t, before := s.p.toks[k], k-1
	if before > 0 && s.p.toks[before].class == cSpace {
		before--
	}
	switch {
	case t.value < crowd && s.group == "student" && c.m.enrolledHere(s, k):
		return "on_campus", true // 在校学生3人
	case s.thermo && t.people && before >= 0 && s.p.toks[before].class == cThermo && c.m.word(s.p.toks[before]) != "体温":
		return "temp_checked", true // 晨检1832人
	case t.thing == "pass" && s.thermo:
		return "temp_checked", true
	case t.thing == "pass" && c.lean.base == "gate_vehicles" && !c.counts("gate_people"):
		return "gate_people", true // 进校车辆36辆，人员112人次
	}
	return "", false
}

// ofHeading takes a number for a part of what stands over it.
func (c *tally) ofHeading(s *clause, k int, group string) (base string, found bool) {
	switch {
	case s.rest && c.lean.base == "roster" && s.p.toks[k].thing == "":
		s.group = "other"
		return "roster", true // 学生2310，教工143，其他人员26
	case someGroup(group) && s.heads(k):
		c.heading.measure, c.heading.group, c.heading.sentence = "", group, s.p.sentence
		if s.p.toks[k].value < crowd && c.abnormal() {
			return "", true
		}
		return "roster", true // 教职工112人：在鹤98人，在鄂1人
	case c.staffApart(s, k):
		s.group = "staff"
		return "roster", true
	case s.at(k+1).class == cColon && s.figures == 0 && len(s.p.toks) > k+2:
		return "", true // 科研处5人：3人在鹤: their parts follow
	case s.rest && !s.part && (s.p.first(cFine) > k || s.p.has(cNot) && s.p.first(cFault) > k):
		return "", true // 其余1203名正常, 其余5人无异常
	case c.headed.base != "" && (s.p.has(cSum) || c.sums(s)) && s.p.only(cSum, cMeasure, cNumber, cHave, cSpace, cColon):
		if s.group = c.headed.group; s.group != "" {
			c.lean.group = s.group
		}
		if s.p.toks[k].thing == "pass" && c.headed.base == "headcount_reported" {
			c.headed.base = "temp_checked" // 体温登记：上午212人次，共399人次
		}
		if ungroupedKeys[c.headed.base] {
			c.dropParts(c.headed.base, s.p.sentence)
		}
		return c.headed.base, true // 滞留湖北：荆州2、武汉1，合计3
	case c.headed.base == "" && c.lean.base == "" && someGroup(c.heading.group) && c.heading.sentence == s.p.sentence && c.sums(s) && s.p.only(cMeasure, cNumber, cHave):
		s.group = c.heading.group
		return "roster", true // 外聘人员：保洁14人、保安22人，共36人
	case c.headed.base != "" && s.placed(c, k) && s.p.only(cFigure, cText, cUnit, cNumber, cList):
		s.group = c.headed.group
		return c.headed.base, true // 居家隔离学生：18级4人，19级7人
	case someGroup(group) && s.at(k-1).class == cSum && s.at(k-2).class == cGroup && c.m.word(s.at(k-1)) == "总数":
		return "roster", true // 失联4；教职工总数71
	case group == "" && c.headed.base != "" && c.heading.group != "" && c.heading.sentence == s.p.sentence && s.p.only(cGroup, cColon, cNumber):
		return c.headed.base, true // 居家隔离：学生：5；教师：1
	case someGroup(group) && c.headed.base != "" && s.p.only(cGroup, cNumber, cSpace, cColon, cHave, cMeasure, cEach):
		return c.headed.base, true
	}
	return "", s.among(c, k) // 教师12人中有1人在湖北
}

// ofThings takes a number of things for those spoken of, and settles every one.
func (c *tally) ofThings(s *clause, k int, _ string) (base string, found bool) {
	thing := s.p.toks[k].thing
	if base = c.lean.base; thing != "" && countedAs[thing][base] && (s.p.has(cSum) || c.sums(s)) {
		// 测温：教学区210人次，宿舍区36人次，共246人次: what they come to
		c.dropParts(base, s.p.sentence)
		return base, true
	}
	if thing == "car" && c.lean.base == "gate_people" && (s.p.only(cText, cMeasure, cHave, cNumber) || k > 0 && c.m.word(s.at(k-1)) == "车") {
		return "gate_vehicles", true // 进校57人次，车23辆
	}
	base = ""
	if thing != "" && (!c.counts(c.lean.base) || stores[c.lean.base] && c.left(s, k)) && countedAs[thing][c.lean.base] && (!s.another(k) || c.usedUp(s, k)) { // 观察室16间，已用3间
		base = c.lean.base
	}
	return base, thing != ""
}

// ofSentence takes a number for the item that its sentence has spoken of.
func (c *tally) ofSentence(s *clause, k int, group string) (base string, found bool) {
	t, lean := s.p.toks[k], c.lean.base
	within := lean != "" && (c.lean.sentence == s.p.sentence || s.p.after == cLine || c.parts && s.p.only(cPart, cGroup, cColon, cNumber, cHave))
	switch {
	case lean != "" && lean != "roster" && s.measure != "" && !(s.measure == "today" && s.p.feverish()):
		return c.stillIll(c.someIn(lean, s.measure), s.measure), true
	case s.p.feverish() && (t.people || t.any || t.value == 1 && s.at(k+1).class == cGroup):
		return "fever", true // 一名学生38.5度
	case within && someGroup(group) && s.group != "" && !s.part && c.outgrows(t.value) && s.wholeGroup(k) && !c.comeOrGone(s, k):
		return "roster", true // 居家隔离2人，教职工121名: no part of the two
	case c.open.base != "" && c.open.sentence == s.p.sentence && s.p.only(cNumber, cHave, cEach, cMeasure, cApprox):
		return c.open.base, true
	case within && s.rest && (calmKeys[lean] || whereabouts[lean] && c.m.text.begins(s.at(k+1), '在')) && (s.at(k+1).class == cText || s.at(k-2).class == cPlace):
		return "", true // 值班的2人，其余7个在家
	case within && lean != "roster" && (s.part || someGroup(group) || s.rest && !s.elsewhereToo(c) || c.m.fixing() && (s.p.has(cBecomes) || s.p.has(cHave) && s.brief())):
		return lean, true
	}
	return "", false
}

// ofEverybody takes a number for how many people there are.
func (c *tally) ofEverybody(s *clause, k int, group string) (base string, found bool) {
	t := s.p.toks[k]
	if of, so := s.awayFrom(c.m, k); so && someGroup(group) {
		return of, true
	}
	switch {
	case c.ofTrades.value > 0 && c.ofTrades.value == t.value && c.m.phrases[c.ofTrades.phrase].sentence == s.p.sentence && c.sums(s):
		s.group = "other"
		return "roster", true // 保安12人、保洁9人，共21人
	case someGroup(group) && s.lone(k, c) && !c.fineNext(s):
		return "", false
	case t.value < crowd && t.value > 0 && slices.ContainsFunc(s.p.toks[:k], func(t token) bool { return t.class == cFigure && t.key == "decimal" }):
		return "", true // 体温37.1的学生1名
	case t.value == 0 && s.measure == "new":
		return "", true // 新增返乡学生0人
	case (someGroup(group) && s.group != "" || group == "all") && (!c.m.has(cFix) || s.p.has(cSum) || c.m.fits(s.p, headcounts)) && s.wholeGroup(k) && !c.comeOrGone(s, k):
		return "roster", true
	case someGroup(group) && (t.value >= crowd || t.value == 0 && c.lean.base == "roster") && s.p.only(cOurs, cUnit, cGroup, cMeasure, cHave, cNumber, cEtc, cList):
		return "roster", true // 我院共1234个学生
	case someGroup(group) && s.roster(k):
		return "roster", true
	case someGroup(group) && s.group == "" && (c.m.Unit != "" || s.p.has(cOurs)) && s.p.only(cOurs, cUnit, cGroup, cNumber, cHave, cColon, cSpace, cMeasure) && c.fineNext(s):
		return "roster", true // HR office: 18 staff, all healthy
	case group == "" && c.classOf(s, k):
		s.group = "student"
		return "roster", true
	case t.value > 0 && group == "" && c.officeHead(s, k):
		s.group = "staff"
		return "roster", true
	case t.value > 0 && (group == "" && c.office(s) || group == "staff" && c.officesParts(s, t.value)):
		s.group, s.topGroup = "staff", "staff"
		return "roster", true
	case t.value > 0 && group != "student" && group != "other" && s.p.has(cUnit) && c.ofOffice(s) && c.allWithout(s, k):
		s.group, s.topGroup = "staff", "staff"
		return "roster", true // 招生处6人都在家
	case s.together(k), s.everybody(k) && c.fineNext(s), c.allWithout(s, k):
		return "", true // 全院师生1516人，均正常
	case c.lean.base != "" && c.m.ctx.Asked != "" && !slices.ContainsFunc(c.m.claims, func(cl claim) bool { return cl.measure != "delta" }):
		if c.lean.measure == "delta" {
			_, c.lean.measure, _ = split(c.m.ctx.Asked) // 比昨天多一个，6个
		}
		return c.lean.base, true
	}
	return "", false
}

// astray asks which item a number is of that could be placed nowhere, unless it is plainly none of the form's.
func (c *tally) astray(s *clause, k int, group string) {
	t := s.p.toks[k]
	switch {
	case c.staffParts == s.p.sentence+1 && !maybeItem.MatchString(strings.ReplaceAll(c.m.wrote(s.p), "居家", "")): // 党政办8人，2人值班，6人居家
	case s.at(k+1).key == "kind" && t.value > 0: // 还是那2个居家的
		c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
	case s.p.has(cPlace) || s.p.has(cFine) && s.p.first(cFine) > k: // 鹤壁现在7例, 境内12名均健康
	case s.p.has(cLeave) || s.p.has(cTaken) || s.p.has(cAmbul) || t.any && s.at(k+1).class == cText: // 请假1人, 4个菜
	case k > 0 && k+1 == len(s.p.toks) && (s.at(k-1).class == cUnit || s.at(k-1).class == cOurs) && s.i+1 < len(c.m.phrases) && c.m.phrases[s.i+1].first(cPart) == 0: // 图书馆8人，其中1人在外地
	case t.any && !s.p.has(cCategory) && slices.ContainsFunc(s.p.toks[:k], func(t token) bool { return t.class == cFigure && t.key == "" }): // 12个窗口开6个
	case c.lean.base == "" && c.m.ctx.Asked == "" && !t.approx && (adriftOf[s.measure] || s.measure == "today" && len(c.adrift) > 0):
		c.adrift = append(c.adrift, claim{measure: s.measure, group: group, value: t.value, known: true, sentence: s.p.sentence, from: c.start(s, k), to: t.to})
		s.done()
		s.measure, s.topMeasure = "", ""
	case t.people && k == 0 && len(s.p.toks) == 1 && s.i > 0 && c.m.phrases[s.i-1].only(cFine): // 宣传部 正常 5人
	case s.p.depth > 0 && s.at(k-1).class == cUnit: // 新增3（护理2、旅游1）: parts by unit
	case k == 1 && len(c.m.claims) > 0 && goneHome[c.m.word(s.p.toks[0])]: // 实习学生在岗41人，返家196人
	case t.any && s.at(k+1).class == cPending: // 26个单位已报，3个未报
	case c.unrelated(s), c.ofCalls(s, k), c.comeOrGone(s, k), t.value == 0 && k == 0 && !t.people && s.p.only(cNumber, cText, cLeave, cSource): // 0外出
	case c.wellOnes(s, k), c.withoutNext(s), s.elsewhereToo(c), s.noneOfThem(k), c.ofBodies(s, k), c.oneIs(s, k), c.errand(s, k):
	case t.people && s.p.only(cNumber, cText, cGroup, cEach, cMeasure) && c.m.fits(s.p, onCall) && len(c.m.claims) > 0: // 3人在家办公，3人在岗
	case k > 0 && s.p.has(cFix) && s.at(k-1).class == cText && c.m.text.runes[s.at(k-1).to-1] == '那': // 教师那1人重复统计了
	case s.at(k-1).class == cFine, s.at(k-1).class == cHave && s.at(k-2).class == cFine, // 报平安32人, 正常的32人
		s.at(k-1).class == cEtc && s.at(k-2).class == cFine: // 报平安人数1204
	case t.value == 1 && s.p.has(cSelf) && s.p.only(cNumber, cHave, cSelf) && len(c.m.claims) > 0: // 一位是我
	case k > 0 && k < 3 && (len(c.m.claims) > 0 || c.lean.base != "") && remaining[c.m.quote(s.p.from(), t.from)]: // 隔离期满2人，未满1人
	case t.value == 0 && s.p.has(cGroup) && s.p.only(cGroup, cColon, cNumber): // 教师组：0；学生组：居家隔离2
	case t.value == 1 && s.at(k-1).class == cList && s.p.has(cFine): // 零报告+1
	case t.value == 0 && (!t.people || s.p.has(cUnit) || s.p.has(cOurs)) && s.another(k): // 外出0: none of what the form does not ask
	case t.value == 0 && s.at(k-1).class == cText && c.m.text.runes[s.at(k-1).to-1] == '按': // 按0报
	case t.people && s.p.after == cClose && s.p.only(cNumber, cMeasure) && c.m.phrases[0].only(cUnit, cOurs): // 教务处（含实训中心）31人
	case s.p.only(cEtc, cColon, cNumber, cSpace) && s.p.toks[0].class == cEtc && len(c.m.phrases) > 2: // 总人数：20
	case !strings.Contains(c.m.wrote(s.p), "老家") && (c.whereTheyAre(s, k) || c.leftOver(t.value, s.p.sentence)):
	case len(c.m.claims) > 0 && c.m.claims[len(c.m.claims)-1].sentence == s.p.sentence && c.m.claims[len(c.m.claims)-1].value >= t.value && c.m.fits(s.p, byDays): // 4人居家隔离，满7天的1名
	case leavesBy[c.m.word(s.at(k-1))]: // 出校5人，进校8人
	case c.takenBack(s, k):
	case s.p.figures() > 1:
		c.m.doubt(WhichField, "", c.m.quote(c.start(s, k), t.to))
	default:
		c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
	}
}

// missed reports that the number at k says by how many a report was wrong: 昨天少报1人.
func (s *clause) missed(c *tally, k int) bool {
	return !c.m.unzeroed && s.at(k-1).class == cFix && len(s.pending) == 0 && s.missedBy(c, k)
}

// missedBy reports that the word before k is of too few or too many.
func (s *clause) missedBy(c *tally, k int) bool {
	return strings.ContainsAny(c.m.word(s.at(k-1)), "少多漏")
}

// another reports that an unknown word before the number at k names what it counts: 口罩500只，酒精3桶.
func (s *clause) another(k int) bool {
	for _, t := range s.p.toks[:k] {
		if t.class == cText && t.to-t.from > 1 {
			return true
		}
	}
	return false
}
