package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// not opens a denial, or closes one that follows its items: “发热无，咳嗽无”.
func (c *tally) not(s *clause, k int) {
	next := cStop
	if k+1 < len(s.p.toks) {
		next = s.at(k + 1).class
	}
	word := c.m.word(s.p.toks[k])
	if s.not >= 0 && s.measure == "new" {
		s.measure = "" // 无新增、无疑似
	}
	if noNew[word] {
		s.measure = "new"
	}
	if s.not == k-1 && s.not >= 0 && k > 0 && word != c.m.word(s.at(k-1)) && !(plainNo[word] && plainNo[c.m.word(s.at(k-1))]) {
		// 无不…, 没有不…: said twice is neither yes nor no.
		c.m.doubt(Contradiction, "", c.m.quote(s.at(k-1).from, s.p.toks[k].to))
	}
	switch {
	case next == cStop && s.at(k-1).class == cFault && s.figures == 0 && len(s.pending) == 0,
		next == cStop && s.at(k-1).class == cColon && s.at(k-2).class == cFault && s.p.toks[0].to-s.p.toks[0].from > 1 && s.figures == 0 && len(s.pending) == 0:
		c.m.Zero = true // 啥情况没有
	case (word == "不" || word == "非" || word == "未") && !opens(next): // these need their item right behind them
	case s.answered(c, word, next, k), len(s.pending) > 0 && next == cCategory && c.m.text.runes[s.p.toks[k].from-1] == '的':
		for _, j := range s.pending {
			c.deny(s, j)
		}
		s.pending = nil
	case next == cGroup && s.at(k-1).class == cGroup && s.at(k-1).key != s.at(k+1).key && s.opensFigure(k+1) && s.p.has(cCategory):
		// 教师没有学生有两个居家隔离的: of the group before
		s.group, s.topGroup = "", ""
	case next == cGroup && s.at(k+2).class == cText && !s.p.has(cCategory) && !s.p.has(cFault) && !s.p.has(cSource): // 无学生留宿
	case next == cWeak && calmKeys[s.at(k+1).key]: // 没人上班
	case next == cText && !s.closeItem(k+1): // 没去, 无车: nothing of ours is denied
	default:
		s.not = k
	}
}

// answered reports that a denial at k answers the items before it: 发热无, 发热、咳嗽均为零.
func (s *clause) answered(c *tally, word string, next class, k int) bool {
	if before := s.at(k - 1); word == "不" || next == cCategory && (before.class == cList || before.class == cAnd || butNot[c.m.word(before)]) {
		return false // 咳嗽、不发热的2人
	}
	item := k + 1
	if next == cMeasure {
		item++ // 密接没有新增居家隔离2人
	}
	listed := !s.forward && item < len(s.p.toks) && s.p.toks[item].class == cCategory && (s.figured(item) || s.deniedBehind(item)) // 发热没有居家隔离三个
	return len(s.pending) > 0 && (strings.HasSuffix(word, "零") || next == cStop || next == cList || s.trailing && next == cCategory || listed)
}

// butNot are the words between an item and what is denied of those who have it: 咳嗽但无发热的2人.
var butNot = set("但 而 却 但是 但都 但均")

// noNew are the denials of new ones alone.
var noNew = set("没有新的 没新的 无新的 未新增 零增加 零新增 零增长")

// closeItem reports that the unknown word at k is short and an item follows it: 没有人员发热.
func (s *clause) closeItem(k int) bool {
	t := s.p.toks[k]
	if t.to-t.from > 3 || k+1 == len(s.p.toks) {
		return false
	}
	next := s.at(k + 1)
	return next.class == cFault || next.class == cCategory && !calmKeys[next.key] && next.key != "unreached" // 没信号联系不上
}

// joinNot makes plain text of a 不 before words we do not know: 回不来, 高烧不退.
func joinNot(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cNot && toks[i].to == toks[i].from+1 && t.runes[toks[i].from] == '不' && toks[i+1].class == cText {
			toks[i].class = cText
		}
		if toks[i].class == cNot && toks[i].to == toks[i].from+1 && toks[i+1].class == cText && outOfReach[string(t.runes[toks[i+1].from:toks[i+1].to])] {
			toks[i].class = cText // 6人没信号联系不上
		}
	}
}

// outOfReach are what people lack who cannot be reached.
var outOfReach = set("信号 网 网络 电 手机 电话 接 接电话 回信 回复 人接")

// noneOf makes a denial of “一个发烧的都没有”.
func noneOf(toks []token, t *text) {
	for i := 0; i+2 < len(toks); i++ {
		if burns := &toks[i+2]; toks[i].class == cNumber && toks[i].value == 1 && toks[i+1].class == cNot && (t.runes[toks[i+1].from] == '也' || t.runes[toks[i+1].from] == '都') && t.is(*burns, "烧") {
			toks[i].class, burns.class, burns.key = cEtc, cCategory, "fever" // 一个也没烧
			continue
		}
		if toks[i].class != cNumber || toks[i].value != 1 || isDigit(t.runes[toks[i].from]) || toks[i+1].class != cCategory {
			continue
		}
		j := i + 2
		if j+1 < len(toks) && toks[j].class == cHave && t.runes[toks[j].from] == '的' {
			j++
		}
		if toks[j].class == cNot && (t.runes[toks[j].from] == '都' || t.runes[toks[j].from] == '也') {
			toks[i].class, toks[j].class = cNot, cEtc
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
	if t.key == "intern_now" && k > 0 && s.at(k-1).class == cCategory && plainKeys[s.at(k-1).key] {
		return // 没有在湖北实习的
	}
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
	if len(c.adrift) > 0 && c.adrift[0].sentence == s.p.sentence && measure == "now" && !plainKeys[t.key] && !slices.ContainsFunc(c.adrift, func(cl claim) bool { return cl.measure == "now" }) {
		c.land(t.key, true) // 昨日6人，今日解除6人，居家隔离清零
	}
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
	return j < len(s.p.toks) && s.p.toks[j].value != 0 && !s.leadsOn(j)
}

// leadsOn reports that the number at k, said before its item as the denials are, goes on to the next: 无疑似无发热两人咳嗽.
func (s *clause) leadsOn(k int) bool {
	k++
	for k < len(s.p.toks) && (s.p.toks[k].class == cGroup || s.p.toks[k].class == cHave) {
		k++
	}
	if k >= len(s.p.toks) || s.p.toks[k].class != cCategory {
		return false
	}
	if s.figured(k) {
		last := len(s.p.toks) - 1
		for last > k && (s.p.toks[last].class == cHave || s.p.toks[last].class == cEtc || s.p.toks[last].class == cText) {
			last--
		}
		return s.p.toks[last].class == cCategory
	}
	no := k + 1
	for no < len(s.p.toks) && (s.p.toks[no].class == cHave || s.p.toks[no].class == cEtc) {
		no++
	}
	return !s.deniedBehind(k) || s.at(no+1).class == cCategory
}

// dangling answers a 无 with nothing after it: the bot's question, or a new count.
func (c *tally) dangling(s *clause) {
	m := c.m
	switch {
	case s.measure == "new" && c.lean.base != "" && c.lean.base != "roster" && !plainKeys[c.lean.base]:
		m.claims = append(m.claims, claim{base: c.lean.base, measure: "new", known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.measure == "new" && m.Zero && len(m.claims) > 0:
		// 教职工37、学生1120，全部正常，无新增
	case s.measure == "new":
		m.doubt(NoNew, "", m.quote(s.p.from(), s.p.to()))
	case s.not+2 == len(s.p.toks) && s.p.toks[s.not+1].class == cMeasure && s.figures > 0 && m.word(s.p.toks[s.not]) == "不是":
		// 累计12人不是现有
	case s.not+1 < len(s.p.toks) && s.p.toks[s.not+1].class == cGroup && s.figures > 0 && m.fixing() && m.word(s.p.toks[s.not]) == "不是":
		// 里有1个是老师不是学生: how many students there are is not said
	case s.p.only(cNot, cGroup, cHave, cFix, cColon) && m.word(s.p.toks[s.not]) == "不是":
		// 不是学生: what is so was said before
	case s.group != "" && s.group != "all" && c.lean.base != "" && c.lean.base != "roster" && c.lean.sentence == s.p.sentence && !plainNew[c.lean.measure]:
		// 学生4名，教职工无
		m.claims = append(m.claims, claim{base: c.lean.base, measure: "now", group: s.group, known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.p.only(cNot) && len(s.p.toks) == 1 && s.p.ends == cComma && m.has(cFine) && len(m.claims) == 0 && c.fineNext(s):
		m.Zero = true // 没有，都好
	case s.rest || s.each || s.p.has(cMeasure) && s.p.only(cColon, cMeasure, cNot, cEach, cOurs, cUnit, cGroup, cHave, cEtc, cFault):
		m.Zero = true // 其余均无
	case m.ctx.Asked != "" && len(m.claims) == 1 && m.claims[0].value == 0 && m.claims[0].known && s.p.only(cNot, cHave, cEach):
		// 0，没有
	case s.p.only(cText, cNot) && s.p.toks[0].class == cText && len(m.claims) > 0 && ungroupedKeys[m.claims[len(m.claims)-1].base]:
		// 口罩还有120个，酒精没了
	case m.ctx.Asked != "" && len(m.claims) == 0:
		m.claims = append(m.claims, claim{base: c.lean.base, measure: c.lean.measure, group: c.lean.group, known: true, denied: true, from: s.p.from(), to: s.p.to(), sentence: s.p.sentence})
	case s.p.only(cNot, cText, cColon) && s.p.has(cColon) && s.p.toks[0].class == cText,
		s.p.only(cNot, cText, cColon, cFigure, cNumber, cList) && s.p.has(cColon) && s.at(s.p.first(cColon)-1).class == cText && outAndAbout.MatchString(m.quote(s.p.from(), s.p.to())):
		// 外出：无 denies nothing of the form
	case s.p.only(cNot, cEtc, cCounter, cHave, cOurs, cUnit, cColon, cSpace, cText) && (s.not > 0) == s.p.has(cColon) && strings.Contains(m.quote(s.p.from(), s.p.to()), "case"),
		m.has(cFine) && s.p.has(cOurs) && s.p.only(cNot, cOurs, cHave, cEach, cUnit):
		m.Zero = true // no cases; 听说卫校有发烧的，咱院没有，一切正常
	case s.p.only(cNot, cEach, cHave) && len(m.claims) > 0 && !slices.ContainsFunc(m.claims, func(cl claim) bool { return cl.value != 0 || !cl.known }):
		m.Zero = true // 学生0 教师0 都没有
	case s.p.has(cColon) && s.p.has(cGroup) && (len(m.claims) > 0 || s.i+1 < len(c.m.phrases)) && s.p.only(cNot, cGroup, cColon, cHave, cUnit):
		// 学生：居家隔离4人；教师：无
	case s.p.only(cNot, cNumber, cCounter, cText, cEach, cGroup, cOurs, cUnit, cMeasure) && outAndAbout.MatchString(m.quote(s.p.from(), s.p.to())):
		// 无一人外出: nothing of the form
	case s.p.only(cNot, cText, cMeasure, cCounter, cOther) && emptyPlace.MatchString(m.quote(s.p.from(), s.p.to())) && len(m.claims) > 0:
		// 楼内无人
	case s.p.has(cSick), s.p.disease():
		m.Zero = m.Zero || len(m.claims) == 0 // 无阳性
	case s.p.has(cSource), s.p.has(cTaken), s.p.has(cLeave):
		// 无接触史: no figure of the form, and nothing abnormal of ours
		m.Zero = m.Zero || s.p.has(cSource) && (s.group != "" || s.p.has(cOurs) || s.p.has(cUnit))
	case m.fixing() && s.not+1 < len(s.p.toks) && s.p.toks[s.not+1].class == cUnit && len(s.pending) == 0:
		// 是科研处不是教务处
	case m.fixing() && s.p.only(cNot, cOurs, cEtc, cHave):
		// 发错了，不是我们院的
	case m.fixing() && s.p.only(cNot, cDate):
		// 不是2月4日，是2月5日
	case m.fixing() && s.p.only(cNot, cGroup, cHave):
		// 不是教工: what is right stands before it
	default:
		m.doubt(WhichField, "", m.quote(s.p.from(), s.p.to()))
	}
}

// plainNew are the measures of a change, which a group cannot be said to have none of without naming them.
var plainNew = set("released released_total delta ?")

// emptyPlace is said of rooms and houses.
var emptyPlace = pattern.MustCompile(`^(?:楼[内里上]?|室内|房[间内]?|屋[里内]|里面|目前|现在?|暂)*[无没]有?人(?:居?住|入住|使用|在)?$`)

// outAndAbout are words for what people do who do not stay in, which the form does not ask.
var outAndAbout = pattern.MustCompile(`外出|离鹤|离开|出门|出行|聚集|聚会|走亲|串门|旅游`)
