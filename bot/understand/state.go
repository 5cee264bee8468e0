package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// state writes the claim down.
func (c *tally) state(s *clause, k int, base, group string, carried, unsure bool) {
	t := s.p.toks[k]
	// 和他一起值班的3人: whom somebody met is no figure of the day.
	if calmKeys[base] && s.p.has(cSource) {
		return
	}
	// 发放口罩300只: what was given out is not what there is.
	if stores[base] && (carried || s.measure == "" || s.measure == "today" || s.measure == "prev") && c.spentSince(s, k, carried) {
		c.lean = frame{base: base, sentence: s.p.sentence}
		return
	}
	if stores[base] && s.measure == "" && c.left(s, k) {
		s.measure = "now"
	}
	if base == "on_campus" && t.any && s.at(k+1).class == cText && s.at(k+1).to-s.at(k+1).from > 1 {
		return // 校园内3个垃圾桶坏了
	}
	if t.thing == "pass" && base == "headcount_reported" && strings.Contains(c.m.wrote(s.p), "体温") {
		base = "temp_checked" // 体温登记：上午212人次
	}
	// 42个单位已报40个: units, and no people.
	if (strings.HasPrefix(base, "headcount_") || base == "unreached") && t.any && c.ofUnits(s) || strings.HasPrefix(base, "headcount_") && t.thing != "" || base == "headcount_reported" && !c.counts("headcount_due") && strings.Contains(c.m.plain, "漏报") {
		return // 已报2人，漏报1人: what was filed before
	}
	if base == "headcount_reported" && reachedAgain.MatchString(c.m.quote(c.start(s, k), t.from)) {
		return // 又联系上1个: of those who were sought
	}
	if base == "headcount_reported" && c.counts("unreached") && !c.counts("headcount_due") && strings.Contains(c.m.wrote(s.p), "联系上") {
		return // 失联2名，现已联系上1名
	}
	if s.measure == "released" && base == "hubei_left" && s.part && strings.Contains(c.m.wrote(s.p), "满14天") {
		return // 离鄂返鹤32人，其中已满14天29人
	}
	if s.measure == "released" && !plainKeys[base] && c.long(s) {
		return // 2位同志上周都已解除
	}
	if base == "returned_today" && (s.measure == "prev" || s.measure != "today" && strings.ContainsAny(c.m.quote(s.p.from(), t.from)+c.m.quote(t.to, s.p.to()), "昨前")) {
		c.subject = subject{value: t.value, group: group, phrase: s.i, known: !unsure, from: c.start(s, k), to: t.to}
		return // 2名学生昨日返鹤，即日起居家隔离
	}
	if base == "returned_today" && s.measure == "total" {
		return // 累计返鹤97人: the form asks for today's
	}
	if base == "rooms_ready" && (t.people || t.any && someGroup(group)) && t.value > 0 && strings.Contains(c.m.wrote(s.p), "住") {
		base = "quarantine" // 隔离间住了一个学生两个老师
	}
	if base == "gate_people" && t.thing == "car" {
		base = "gate_vehicles" // 采购车进校3台次
	}
	if t.thing == "room" && strings.HasSuffix(base, "quarantine") {
		base = "rooms_ready" // 隔离观察点设房间40间
	}
	if t.thing != "" && !countedAs[t.thing][base] {
		if t.thing != "pass" || ungroupedKeys[base] {
			return
		}
	}
	trade := s.trade(c, k, group)
	if trade == "" && s.within(c, base, group, t.value, carried) {
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
	if measure == "today" && (base == "cured" || base == "death") {
		measure = "new" // 今日治愈出院1人
	}
	bare := measure == "" || measure == "today"
	if carried && measure == "" && c.lean.measure != "delta" && (s.part || group != "" || c.m.ctx.Asked != "") {
		measure, bare = c.lean.measure, false
	}
	if carried && measure == "today" && group != "" && (c.lean.measure == "released" || c.lean.measure == "new") && len(c.m.claims) > 0 && c.m.claims[len(c.m.claims)-1].to > s.p.from() {
		measure, bare = c.lean.measure, false // 今日期满解除8人：学生6人、教师2人
	}
	if carried && measure == "today" && s.part && c.lean.measure == "new" {
		measure, bare = c.lean.measure, false // 本周新增6人，其中今天1人
	}
	if carried && measure == "today" && c.m.ctx.Asked != "" && (c.lean.measure == "new" || c.lean.measure == "released") {
		measure, bare = c.lean.measure, false // 今日新增几人？今天1个，共8个
	}
	if group == "" && s.part {
		group = c.lean.group
	}
	if group == "" {
		group = c.beforeBracket(s, base)
	}
	if group == "" {
		group = c.heading.group
	}
	upon := measure == "now" && c.cameUpon(base, group, s.p.sentence, s.i)
	if group == "" && (upon || (carried && measure != "" || measure == "now" && s.remain(c)) && c.changed(base, measure, s.p.sentence)) {
		group = c.m.claims[len(c.m.claims)-1].group // 学生又增加1名，共计6名
	}
	if group == "" && carried && s.sameGroup(c, base, k) {
		group = c.m.claims[len(c.m.claims)-1].group // 学生昨日8今日7
	}
	if group == "" && c.m.ctx.Asked != "" && carried && !s.p.has(cSum) && !c.sums(s) {
		group = c.lean.group
	}
	if group == "" && base != "roster" && !ungroupedKeys[base] {
		group = c.within
	}
	if group == "" {
		group = c.ofWhole(s, base, t.value)
	}
	if group == "" && s.rest && !s.part && calmKeys[base] {
		group = c.onlyGroup(s.p.sentence) // 外聘人员居家隔离1人，其余26人在岗
	}
	if group == "" {
		group = c.goesOnOf(s, k, base)
	}
	if group == "" {
		group = c.stillHeld(s, base, t.value)
	}
	if n := len(c.m.claims); group == "" && base == "headcount_reported" && n > 0 && c.m.claims[n-1].base == "headcount_due" && c.m.claims[n-1].from >= s.p.from() {
		group = c.m.claims[n-1].group // 应报学生1523人实报1519人
	}
	if n := len(c.m.claims); group == "" && base == "unreached" && carried && n > 0 && strings.HasPrefix(c.m.claims[n-1].base, "headcount") {
		group = c.m.claims[n-1].group
	}
	if base == "roster" && group == "other" && slices.ContainsFunc(s.p.toks, func(t token) bool { return c.theirStaff(s, t) }) {
		return // 食堂：员工7人
	}
	if trade = s.trade(c, k, group); base == "roster" && trade != "" {
		if c.m.phrases[c.ofTrades.phrase].sentence != s.p.sentence {
			c.ofTrades = subject{}
		}
		c.ofTrades.phrase = s.i
		c.ofTrades.value += t.value
		return // 保安12人、保洁9人全部正常: who they are, and not all of the group
	}
	if n := len(c.m.claims); trade != "" && s.part && calmKeys[base] && carried && n > 0 && s.p.first(cPart) == 0 {
		last := c.m.claims[n-1]
		c.list, c.listed = frame{base: base, group: last.group, sentence: s.p.sentence}, last.value
		return // 在岗51人，其中食堂11，公寓20
	}
	if trade != "" && s.part && s.p.has(cList) && s.p.has(cText) {
		return // 在岗157人（食堂62、公寓48、物业47）: of places as much as of people
	}
	group = c.rosterGroup(base, group, s.p.sentence)
	if base == "roster" {
		if c.within = group; !s.p.has(cGroup) {
			c.within = "" // 我处共15人，其中3人值班
		}
	}
	cl := claim{base: base, measure: measure, group: group, value: t.value, known: !unsure, bare: bare, inside: s.part, ahead: s.ahead, trade: trade, placed: s.placed(c, k), sentence: s.p.sentence, from: c.start(s, k), to: t.to}
	if c.inList(s, k, base) {
		s.done()
		return
	}
	c.m.claims = append(c.m.claims, cl)
	c.counted(s, cl)
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

// placed reports that the number at k is of one house, class, year or shift, named since the number before it: 1号楼12人、3号楼8人留校.
func (s *clause) placed(c *tally, k int) bool {
	for j := k - 1; j >= 0 && s.p.toks[j].class != cNumber; j-- {
		t := s.p.toks[j]
		last := c.m.text.runes[t.to-1]
		switch {
		case t.class == cFigure && t.key == "" && strings.ContainsRune("楼栋级班区层", last):
			return true
		case t.class == cText && strings.ContainsRune("班组队", last) && t.to-t.from >= 2 && t.to-t.from <= 4:
			return true // 夜班6人白班14人
		case t.class == cFigure && t.to-t.from == 1 && strings.ContainsRune("一二三四五", last) && t.from > 0 && c.m.text.runes[t.from-1] == '大':
			return true // 大一2人、大二5人
		}
	}
	return false
}

// cameUpon reports that the figure before a stock is of those who came to it, and makes it that: 又有俩学生从湖北回来，一共11个了.
func (c *tally) cameUpon(base, group string, sentence, phrase int) bool {
	n := len(c.m.claims)
	if n == 0 {
		return false
	}
	last := &c.m.claims[n-1]
	if last.base != base || last.sentence != sentence || !last.bare || group != "" && group != last.group || !strings.ContainsRune(c.m.quote(c.m.phrases[c.phraseOf(*last, phrase)].from(), last.to), '又') {
		return false
	}
	last.measure, last.bare = "new", false
	return true
}

// changed reports that every figure of the base so far, in this sentence, is of one group, whose change or stock the next one is.
func (c *tally) changed(base, measure string, sentence int) bool {
	n := len(c.m.claims)
	if n == 0 {
		return false
	}
	last := c.m.claims[n-1]
	if last.base != base || last.sentence != sentence || !changing[last.measure] && !changing[measure] {
		return false
	}
	if c.headed.base == base && c.headed.group == last.group && someGroup(last.group) {
		return true // 教工隔离：新增1，现有4；学生隔离：新增0，现有12
	}
	for i := max(0, n-longest); i < n; i++ {
		if cl := &c.m.claims[i]; cl.base == base && (cl.group != last.group || cl.sentence != sentence) {
			return false
		}
	}
	return true
}

// remain reports that a phrase begins with how many of those who have just been told of there are still, and names nobody else: 学生累计居家隔离20人，
// 已解除12人，仍在隔离8人.
func (s *clause) remain(c *tally) bool {
	first := s.p.toks[0]
	return first.class == cMeasure && first.key == "now" && !strings.ContainsAny(c.m.word(first), "共计") && !s.p.has(cOurs) && !s.p.has(cUnit) && !s.p.has(cSum)
}

// phraseOf is the phrase, from phrase i back, in which a figure stands.
func (c *tally) phraseOf(cl claim, i int) int {
	for i > 0 && c.m.phrases[i].from() >= cl.to {
		i--
	}
	return i
}

// sameGroup reports that the figure at k is another measure of the group that the same phrase has just told.
func (s *clause) sameGroup(c *tally, base string, k int) bool {
	n := len(c.m.claims)
	if n == 0 || k == 0 || s.measure == "" || s.p.has(cSum) || strings.Contains(c.m.word(s.at(k-1)), "共") {
		return false
	}
	last := c.m.claims[n-1]
	return last.base == base && last.from >= s.p.from() && last.measure != s.measure && flows[last.measure]
}

var (
	// flows are the measures of a change, and of what was before it; changing those beside which the group need not be said again.
	flows    = set("prev new released")
	changing = set("prev new released total released_total")
)

// reachedAgain is said of those who could not be reached before.
var reachedAgain = pattern.MustCompile(`[又再新刚](?:联系|打|找)[上到通]了?$`)

var ofBody = pattern.MustCompile(`(?:学院|单位|部门|处室|班级|教研室)[0-9一二两三四五六七八九十]+个`)

// ofUnits reports that a phrase counts units: 42个单位.
func (c *tally) ofUnits(s *clause) bool {
	words := c.m.quote(s.p.from(), s.p.to())
	for i := s.i - 1; i >= 0 && i > s.i-nearKinds && c.m.phrases[i].sentence == s.p.sentence; i-- {
		words = c.m.quote(c.m.phrases[i].from(), s.p.to()) // 应报14个学院，实报12个, 共38个单位，已报35，未报3
	}
	if ofBody.MatchString(words) {
		return true // 已报学院13个
	}
	return someBodies.MatchString(words)
}

// someBodies counts units: 14个二级学院.
var someBodies = pattern.MustCompile(`(?:[0-9一二两三四五六七八九十]个|全部|所有)(?:[一-龥]{0,2}级)?(?:教学)?(?:学院|院系|单位|部门|处室|支部|党支部|总支|系部|班级|班|教研室)`)

// start is where the words of a claim begin: after the number before it.
func (c *tally) start(s *clause, k int) int {
	for j := k - 1; j >= 0; j-- {
		if cl := s.p.toks[j].class; cl == cNumber || cl == cList || cl == cFine {
			return s.at(j + 1).from
		}
	}
	return s.p.from()
}
