package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// figure hangs the number at k on what it counts.
func (c *tally) figure(s *clause, k int) {
	t := s.p.toks[k]
	if s.not >= 0 && len(s.pending) == 0 && s.denied == 0 {
		return // 无一例发热, 没有1人发热: the number belongs to the denial
	}
	if t.value == 1 && t.any && s.at(k+1).class == cFigure && (s.at(k+1).key == "decimal" || s.at(k+1).key == "feverish") && c.counts("fever") {
		return // 发热2，一个37.4一个37.9
	}
	if (s.at(k-1).class == cDay || s.at(k-1).class == cText && earlierOn[c.m.word(s.at(k-1))]) && len(s.pending) > 0 && s.goesOn(c) {
		if s.numberBehind(k) {
			s.measure = s.topMeasure
			return // 居家隔离上午报6个下午又来1个现在7个
		}
		c.lean = frame{base: s.p.toks[s.pending[len(s.pending)-1]].key, sentence: s.p.sentence}
		s.done()
		return // 居家隔离的上周9个，现在3个
	}
	if s.acts(c, k) {
		return // 来了好多人把我家门封了
	}
	if s.someAmong(c, k) {
		s.done()
		return
	}
	if t.any && homes.MatchString(c.m.quote(t.to, s.p.to())) {
		s.useUp(k)
		return // 给21个在武汉周边的家庭打了电话
	}
	few := t.class == cFew
	unsure := few || t.approx || s.approx || len(s.pending) > 0 && s.planned(c, k)
	// “昨天有2个到期了” is told of yesterday, and no figure of today.
	if n := len(s.pending); s.measure == "?" && n > 0 {
		c.lean = frame{base: s.p.toks[s.pending[n-1]].key, sentence: s.p.sentence} // 昨日新增居家隔离2人
		if s.p.has(cText) && c.m.fits(s.p, newSince) {
			c.lean.measure = "new" // 本周新增居家隔离6人，其中今天1人
		}
	}
	if s.measure == "?" || s.measure == "prev" && s.measureAfter(k) == "released" && !s.releasedSince(c, k) {
		s.done()
		return
	}
	// “其中1人明天解除” is not so yet.
	if (s.measure == "released" || s.measureAfter(k) == "released" && !s.itemFirst(k)) && !(s.measure == "now" && c.lean.base != "" && len(s.pending) == 0) && (s.future(k) || s.futureAfter(c, k)) && (len(s.pending) == 0 || s.part || s.future(k)) {
		s.done()
		return
	}
	s.ahead = len(s.pending) > 0 && s.foreseen(s.pending[0])
	defer func() { s.approx = false }()
	if s.measure == "prev" && s.forward && s.todayBehind(k) {
		s.measure = "today" // 昨天接触的一个学生今天疑似了
	}
	if k > 0 && (s.at(k-1).key == "town" || s.at(k-1).class == cPlace && (s.part || s.p.first(cList) >= 0)) {
		return // 滞留湖北：荆州2、黄冈1; 境外6人，其中韩国4人: a part by place
	}
	if k > 0 && c.m.isClass(s.at(k-1)) && len(c.m.claims) > 0 && (s.part || c.ofClasses(s, k)) {
		return // 居家隔离学生3人（1901班1人、1902班2人）: a part by class
	}
	if len(s.pending) > 0 && turnedAway.MatchString(c.m.quote(c.start(s, k), t.from)) {
		s.done()
		return // 违规返校劝返2人
	}
	if c.listedPart(s, k) {
		return // 外出未归6人：郑州2、深圳1
	}
	if w := s.at(k - 1); len(s.pending) > 0 && w.class == cText && w.to == w.from+1 && strings.ContainsRune("加减", c.m.text.runes[w.from]) && s.numberBehind(k) {
		s.measure = ""
		return // 居家隔离加1共4
	}
	if s.p.depth > 0 && k < 2 && t.from > 0 && strings.ContainsRune("+-", c.m.text.runes[t.from-1]) {
		s.measure = "delta" // 15（+2，-1）
	}

	// 刚才少报一个在鄂的: by how many it was wrong, of what.
	if s.missed(c, k) && s.forward && strings.ContainsAny(c.m.word(s.at(k-1)), "少多漏") {
		if of := c.behind(s, k); len(of) == 1 {
			c.lean = frame{base: s.p.toks[of[0]].key, sentence: s.p.sentence}
		}
		s.done()
		return
	}
	if k > 1 && len(s.pending) == 1 && s.at(k-1).class == cFix && s.missedBy(c, k) {
		c.lean = frame{base: s.p.toks[s.pending[0]].key, group: s.group, sentence: s.p.sentence}
		s.done()
		return // 在鄂报少了1人，现为9人
	}
	if s.at(k+1).class == cList && c.resume.group != "" && c.held(s, k) {
		c.state(s, k, c.resume.base, c.resume.group, true, unsure)
		return // 居家隔离（学生）3、居家隔离（教师）1
	}
	bases := c.before(s, k)
	if bases == nil && (!s.among(c, k) || s.ofToday(k)) && (s.forward || s.ofToday(k) || s.at(k+1).class == cCategory && (s.denied > 0 || !s.numberNext(k+1))) {
		bases = c.behind(s, k)
	}
	if next := s.at(k + 1); len(bases) == 1 && s.p.toks[bases[0]].key == "headcount_reported" && next.class == cCategory && strings.HasPrefix(next.key, "headcount_") && !s.opensFigure(k+1) {
		bases = []int{k + 1} // 健康打卡95人应报
	}
	if len(bases) == 1 && s.p.toks[bases[0]].key == "intern_now" && s.group == "" && s.at(k+1).class == cGroup {
		s.group = "student" // 顶岗实习学生67人辅导员都联系过了
	}
	// 实习教师1人居家隔离: what they are is not what is counted.
	if len(bases) == 1 && calmKeys[s.p.toks[bases[0]].key] && s.graver(k) && !s.opensFigure(k) {
		if s.group == "" && s.p.toks[bases[0]].key == "intern_now" {
			s.group = "student" // 实习学生3人居家隔离
		}
		bases = c.behind(s, k)
	}
	if s.forward && len(bases) == 1 && s.comes(k, bases[0]) {
		s.done()
		return // 2人明天到岗
	}
	if len(bases) == 1 && s.forward {
		c.rebase(s, k, s.p.toks[bases[0]].key)
	}
	if len(bases) == 1 && c.listOf(s, k, bases[0], "on_campus") {
		c.state(s, k, "on_campus", s.group, false, unsure)
		s.done()
		return // 在校住宿67人：值班教职工25、留校学生9
	}
	if c.ofInterns(s, bases) {
		s.done()
		return // 顶岗实习57人，省内49人，省外8人
	}
	if c.others(s, bases) {
		if because := s.p.first(cOther); k < because && strings.Contains(c.m.quote(t.to, s.p.toks[because].from), "因") {
			c.subject = subject{value: t.value, group: s.groupAt(k), phrase: s.i, known: !unsure && !few, from: c.start(s, k), to: t.to} // 3名职工因小区发现疑似，居家观察
		}
		s.done()
		return
	}
	// A group may follow its number: 2名学生, 3名老师.
	group := s.group
	if g, at := s.groupNext(k); at > 0 && !(s.at(k-1).class == cGroup && s.at(at+1).class == cNumber) && (group == "" || s.figures > 0 || at == k+1 && s.forward && someGroup(g) && (s.at(k-1).class != cGroup)) {
		group = g // 辅导员发现2名学生发热
	} else if at == k+1 && someGroup(g) && (s.at(k-1).class == cList || s.at(k-1).class == cAnd) && s.at(k-2).class == cGroup && s.at(k-3).class == cNumber {
		group = g // 33位教职工、1206名同学
	}
	if bases == nil {
		if few {
			return
		}
		base, ok := c.leanOn(s, k, group)
		if !ok {
			return
		}
		s.pending = nil
		if group == "" {
			group = s.group
		}
		c.state(s, k, base, group, true, unsure)
		return
	}
	one := t.value == 1 && !unsure && (s.forward || len(bases) == 2 && bases[1] == bases[0]+1) // 1人发热咳嗽 has both
	if len(bases) > 1 && !s.each && !few && !one && !s.moreover(c, bases[0], bases[1]) && (t.value != 0 || unsure) {
		c.m.doubt(WhichField, "", c.m.quote(s.p.from(), s.p.to()))
		s.done()
		return
	}
	if len(bases) == 1 && len(c.adrift) > 0 && c.adrift[0].sentence == s.p.sentence {
		c.land(c.sameKind(s.p.toks[bases[0]]), s.measure == "today" && s.forward)
	}
	if len(bases) == 1 && s.forward {
		if whose, all := c.everyOne(s, k, s.p.toks[bases[0]].key, group); all {
			c.m.claims = append(c.m.claims, claim{base: "roster", group: whose, value: t.value, known: !unsure, bare: true, sentence: s.p.sentence, from: c.start(s, k), to: t.to})
		}
	}
	if len(bases) == 1 && calmKeys[s.p.toks[bases[0]].key] && s.p.feverish() && t.people && t.value <= several && s.forward {
		c.state(s, k, "fever", group, false, unsure)
		s.done()
		return // 两名值班老师体温37.9和38.3
	}
	others := s.eachOf(c, k)
	if len(others) > 0 {
		group = s.at(k - 2).key
	}
	for _, b := range bases {
		for _, of := range others {
			c.state(s, k, c.sameKind(s.p.toks[b]), of, false, unsure) // 外聘教师、教职工各1名
		}
		c.state(s, k, c.sameKind(s.p.toks[b]), group, false, unsure)
		c.markCounted(s.p.toks[b], t.value, s.measure)
	}
	if len(bases) == 1 && bases[0] < k {
		c.alsoStays(s, k, s.p.toks[bases[0]].key, group, unsure)
	}
	s.done()
}

// groupAt is the group of which the number at k is, before it or right behind it.
func (s *clause) groupAt(k int) string {
	if g, at := s.groupNext(k); at == k+1 && someGroup(g) {
		return g
	}
	return s.group
}

// itemFirst reports that what the number at k counts is said behind it before that it ends: 有一个在家隔离的明天就到期.
func (s *clause) itemFirst(k int) bool {
	for j := k + 1; j < len(s.p.toks) && len(s.pending) == 0; j++ {
		switch s.p.toks[j].class {
		case cCategory:
			return strings.HasSuffix(s.p.toks[j].key, "quarantine")
		case cMeasure, cNumber, cNot, cFuture:
			return false
		}
	}
	return false
}

// eachOf are the groups before the one right before 各, which the number at k counts each: 外聘教师、教职工各1名.
func (s *clause) eachOf(c *tally, k int) (groups []string) {
	if s.at(k-1).class != cEach || c.m.word(s.at(k-1)) != "各" {
		return nil
	}
	for j := k - 2; s.at(j).class == cGroup && someGroup(s.at(j).key) && (s.at(j-1).class == cList || s.at(j-1).class == cAnd); j -= 2 {
		if before := s.at(j - 2); before.class == cGroup && someGroup(before.key) && before.key != s.at(j).key {
			groups = append(groups, before.key)
		}
	}
	return groups
}

// numberBehind reports that another number follows the one at k.
func (s *clause) numberBehind(k int) bool {
	return slices.ContainsFunc(s.p.toks[k+1:], func(t token) bool { return t.class == cNumber })
}

// acts reports that those at k do something to somebody, and are none of ours: 来了好多人把我家门封了.
func (s *clause) acts(c *tally, k int) bool {
	for k++; k < len(s.p.toks) && s.p.toks[k].class == cCounter; k++ {
	}
	return k < len(s.p.toks) && s.p.toks[k].class == cText && c.m.text.runes[s.p.toks[k].from] == '把'
}

// useUp makes nothing of the items behind k.
func (s *clause) useUp(k int) {
	if s.used == nil {
		s.used = map[int]bool{}
	}
	for j := k + 1; j < len(s.p.toks); j++ {
		s.used[j] = true
	}
}

// homes are counted by where they are.
var homes = pattern.MustCompile(`^在[^，。；]{1,6}的?(?:家庭|户|家长|学校|单位|商户)`)

// goesOn reports that what there is now is said behind a figure of an earlier time.
func (s *clause) goesOn(c *tally) bool {
	last := c.m.phrases[len(c.m.phrases)-1]
	return last.sentence >= s.p.sentence && (s.i+1 < len(c.m.phrases) && c.m.phrases[s.i+1].has(cNumber) || s.p.figures() > 1)
}

// earlierOn are words for a time whose figures nobody asks.
var earlierOn = set("上周 上周末 上次 上回 上月 之前 前几天 上午报 上午报的 早上报 早上报的 中午报")

// releasedSince reports that those of the day before, counted at k, are released by now: 昨报密接1人已排除, and not 昨天有2个到期了.
func (s *clause) releasedSince(c *tally, k int) bool {
	filed := false
	for i, t := range s.p.toks {
		words := c.m.word(t)
		switch {
		case i < k && t.class == cMeasure && t.key == "prev":
			filed = strings.ContainsAny(words, "报现原")
		case i > k && t.class == cMeasure && strings.HasPrefix(t.key, "released"):
			return filed || strings.HasPrefix(words, "已") || strings.HasPrefix(words, "今")
		case i > k && t.key == "today":
			filed = true
		}
	}
	return false
}

// ofClasses reports that a phrase says no more than how many of those just counted are of one class: 共3人，其中1901班1人，1902班2人.
func (c *tally) ofClasses(s *clause, k int) bool {
	last := c.m.claims[len(c.m.claims)-1]
	return last.sentence == s.p.sentence && last.known && !plainKeys[last.base] && last.value >= s.p.toks[k].value && s.p.only(cText, cUnit, cFigure, cNumber)
}

// ofToday reports that the number at k is of an item that is said of it today and ends the phrase: 5人中有1人今日咳嗽.
func (s *clause) ofToday(k int) bool {
	return k+2 < len(s.p.toks) && s.p.toks[k].people && s.at(k+1).key == "today" && s.at(k+2).class == cCategory && !s.opensFigure(k+2)
}

// todayBehind reports that what is said of the number at k, the next item behind it, is said of today.
func (s *clause) todayBehind(k int) bool {
	today := false
	for _, t := range s.p.toks[k+1:] {
		switch {
		case t.class == cNumber, t.class == cFew:
			return false
		case t.class == cMeasure && t.key == "today":
			today = true
		case t.class == cMeasure:
			return false
		case t.class == cCategory:
			return today
		}
	}
	return false
}

// comes reports that what is said of the number at k, the item at j, is not yet so.
func (s *clause) comes(k, j int) bool {
	for i := k + 1; i < j; i++ {
		if s.p.toks[i].class == cFuture {
			return true
		}
	}
	return false
}

// rebase makes parts of what was taken for rosters: 学生15人、教工5人，合计20人居家隔离.
func (c *tally) rebase(s *clause, k int, base string) {
	if k == 0 || s.measure != "now" && !s.p.has(cSum) || calmKeys[base] || someGroup(s.group) {
		return
	}
	for i := len(c.m.claims) - 1; i >= 0; i-- {
		cl := &c.m.claims[i]
		if cl.base != "roster" || cl.sentence != s.p.sentence || cl.value > s.p.toks[k].value {
			return
		}
		cl.base = base
	}
}

// onCampus reports that a quarantine is said to be at the college.
func (c *tally) onCampus(item token) bool { return c.m.behind(item.from, "在校", "校内", "留校") }

// sameKind is what an item counts: a bare 隔离 behind the one kind of it that was named is that kind.
func (c *tally) sameKind(item token) string {
	if item.key != "quarantine" || item.to-item.from > 2 {
		return item.key
	}
	if c.onCampus(item) {
		return item.key // 在家隔离4人在校隔离2人
	}
	kind := ""
	for _, s := range c.m.said[max(0, len(c.m.said)-longest):] {
		if s.from >= item.from || s.base != "home_quarantine" && s.base != "central_quarantine" {
			continue
		}
		if kind != "" && kind != s.base {
			return item.key
		}
		kind = s.base
	}
	if kind == "" && c.m.before != nil {
		kind = c.m.before.onlyKind()
	}
	if kind == "" {
		return item.key
	}
	return kind
}

func (s *clause) done() {
	s.pending, s.measure, s.group = nil, s.topMeasure, s.topGroup
	s.figures++
}

// markCounted remembers for the alarms that the item has a figure.
func (c *tally) markCounted(item token, value int, measure string) {
	for i := len(c.m.said) - 1; i >= 0; i-- {
		if c.m.said[i].from == item.from {
			c.m.said[i].counted, c.m.said[i].value, c.m.said[i].measure = true, value, measure
			return
		}
	}
}
