package understand

import "strings"

// leanOn finds the item of a number that names none: “新增2人，累计15人”,
// “居家隔离3人（学生2人、教师1人）”, “教职工86人”, or the bot's own question.
// ok is false when the number is no figure of ours; what looks like one and
// cannot be placed is a doubt.
func (c *tally) leanOn(s *clause, k int, group string) (base string, ok bool) {
	t := s.p.toks[k]
	if s.missed(c, k) || s.p.has(cSick) && !s.p.has(cNot) {
		return "", false // 学生核酸阳性1人: said, and no figure of the form
	}
	if s.p.has(cSource) && t.people {
		c.subject = subject{value: t.value, group: group, phrase: s.i, known: !t.approx && t.class == cNumber, from: c.start(s, k), to: t.to}
	}
	// 去过武汉的学生3人: of what the form counts of them nothing is said.
	if i := s.p.first(cSource); i >= 0 && s.p.toks[i].key == "travel" && t.people && t.value > 0 && !s.p.denies(i) {
		c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
		return "", false
	}
	if s.p.has(cTold) || s.p.has(cOrder) || s.p.has(cSource) && (s.measure == "" || s.measure == "today") || s.strange(k) && group != "all" {
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
	sameSentence := c.lean.base != "" && (c.lean.sentence == s.p.sentence || s.p.after == cLine || c.parts && s.p.only(cPart, cGroup, cColon, cNumber, cHave))
	people := t.thing == ""
	hasGroup := group != "" && group != "all"
	switch {
	case s.rest && !s.part && t.value == 0:
		c.m.Zero = true // 其余0人
		return "", false
	case s.thermo && t.people && k > 0 && s.p.toks[k-1].class == cThermo && c.m.quote(s.p.toks[k-1].from, s.p.toks[k-1].to) != "体温":
		return "temp_checked", true // 晨检1832人
	case t.thing == "pass" && s.thermo:
		return "temp_checked", true
	case t.thing == "pass" && c.lean.base == "gate_vehicles":
		return "gate_people", true // 进校车辆36辆，人员112人次
	case s.rest && c.lean.base == "roster" && people:
		s.group = "other"
		return "roster", true // 学生2310，教工143，其他人员26
	case k+1 < len(s.p.toks) && s.p.toks[k+1].class == cColon && s.figures == 0 && len(s.p.toks) > k+2:
		return "", false // 科研处5人：3人在鹤: their parts follow
	case c.headed.base != "" && s.p.has(cSum) && s.p.only(cSum, cNumber, cHave, cSpace, cColon):
		return c.headed.base, true // 滞留湖北：荆州2、武汉1，合计3
	case hasGroup && c.headed.base != "" && s.p.only(cGroup, cNumber, cSpace, cColon, cHave, cMeasure, cEach):
		return c.headed.base, true
	case s.among(c, k):
		return "", false // 教师12人中有1人在湖北
	case t.value == 0 && s.p.only(cNumber) && c.lean.base == "" && c.m.has(cFine):
		return "", false // 我处清净，零
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
	case s.p.feverish() && (t.people || t.any):
		return "fever", true // 一名学生38.5度
	case sameSentence && hasGroup && s.group != "" && !s.part && c.outgrows(t.value) && s.wholeGroup(k):
		return "roster", true // 居家隔离2人，教职工121名: no part of the two
	case c.open.base != "" && c.open.sentence == s.p.sentence && s.p.only(cNumber, cHave, cEach, cMeasure, cApprox) && people:
		return c.open.base, true
	case sameSentence && c.lean.base != "roster" && c.m.fixing() && (s.p.has(cBecomes) || s.p.has(cHave) && s.brief()):
		return c.lean.base, true
	case sameSentence && (s.part || hasGroup || s.rest) && c.lean.base != "roster":
		return c.lean.base, true
	case hasGroup && s.lone(k, c) && !c.fineNext(s):
	case (hasGroup && s.group != "" || group == "all") && !c.m.has(cFix) && s.wholeGroup(k):
		return "roster", true
	case hasGroup && (t.value >= crowd || t.value == 0 && c.lean.base == "roster") && s.p.only(cOurs, cUnit, cGroup, cMeasure, cHave, cNumber, cEtc, cList):
		return "roster", true // 我院共1234个学生
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
	if s.p.has(cPlace) || s.p.has(cFine) && s.p.first(cFine) > k {
		return "", false // 鹤壁现在7例, 境内12名均健康
	}
	if s.p.has(cLeave) || s.p.has(cTaken) || s.p.has(cAmbul) || t.any && k+1 < len(s.p.toks) && s.p.toks[k+1].class == cText {
		return "", false // 请假1人, 4个菜: said, and no figure of the form
	}
	if c.lean.base == "" && people && c.m.ctx.Asked == "" && adriftOf[s.measure] && !t.approx {
		c.adrift = append(c.adrift, claim{measure: s.measure, group: group, value: t.value, known: true, sentence: s.p.sentence, from: c.start(s, k), to: t.to})
		s.done()
		s.measure, s.topMeasure = "", ""
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

// missed reports that the number at k says by how many a report was wrong: 昨天少报1人.
func (s *clause) missed(c *tally, k int) bool {
	return k > 0 && s.p.toks[k-1].class == cFix && len(s.pending) == 0 && strings.ContainsAny(c.m.quote(s.p.toks[k-1].from, s.p.toks[k-1].to), "少多漏")
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
		if t.class == cText || t.class == cClinic {
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
	// 发放口罩300只: what was given out is not what there is.
	if (base == "mask_stock" || base == "disinfectant_stock") && (s.measure == "" || s.measure == "today") && !carried && c.spent(s, k) {
		c.lean = frame{base: base, sentence: s.p.sentence}
		return
	}
	// 42个单位已报40个: units, and no people.
	if strings.HasPrefix(base, "headcount_") && t.any && c.ofUnits(s) {
		return
	}
	if t.thing != "" && !countedAs[t.thing][base] {
		if t.thing != "pass" || ungroupedKeys[base] {
			return
		}
	}
	if s.within(c, base, group, t.value, carried) {
		return
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
	if carried && measure == "" && c.lean.measure != "delta" && (s.part || group != "" || c.m.ctx.Asked != "") {
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
	if group == "" && base != "roster" && !ungroupedKeys[base] {
		group = c.within
	}
	if s.shares(c, base, group) {
		return
	}
	group = c.rosterGroup(base, group)
	if base == "roster" {
		c.within = group
	}
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

// ofUnits reports that a phrase counts units: 42个单位.
func (c *tally) ofUnits(s *clause) bool {
	words := c.m.quote(s.p.from(), s.p.to())
	return strings.Contains(words, "个单位") || strings.Contains(words, "个学院") || strings.Contains(words, "个部门")
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
