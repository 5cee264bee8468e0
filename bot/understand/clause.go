package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// clause is the state while one phrase is walked.
type clause struct {
	i          int
	p          phrase
	pending    []int // items named and not yet given a figure
	used       map[int]bool
	measure    string
	group      string
	topMeasure string // said before any item: it covers the list after it
	topGroup   string
	part       bool
	rest       bool
	each       bool
	approx     bool
	thermo     bool
	not        int // index of an open 无, -1 none
	denied     int // items denied so far
	figures    int
	forward    bool // “3人居家隔离”: items follow their numbers
	ahead      bool // the figure is of a day to come
	trailing   bool // “发热无，咳嗽无”: denials follow their items
}

// summary begins what an office tells of one group as a whole: 学生处汇总：今日全院学生居家隔离7人，发热2人.
var summary = pattern.MustCompile(`^[^，。；：]{0,8}汇总[：，]`)

// at is the word at a place of the phrase, or its edge.
func (s *clause) at(k int) token { return s.p.at(k) }

func (c *tally) phrase(i int) {
	p := c.m.phrases[i]
	s := &c.clause
	*s = clause{i: i, p: p, not: -1, part: p.depth > 0}
	s.forward, s.trailing = directions(p)
	if c.denying && p.after == cSpace && !p.has(cNumber) && p.first(cCategory) == 0 {
		s.not = 0
	}
	c.denying = false
	if p.after == cClose && p.depth == 0 && p.first(cList) == 0 {
		s.group, s.topGroup = c.topGroup, c.topGroup
	}
	if p.has(cWish) {
		c.wish = p.sentence + 1
	}
	c.parts = c.parts || p.first(cPart) == 0
	if c.m.hollow(p) || c.m.fits(p, countedIn) || c.m.has(cFine) && c.m.fits(p, longBack) && !c.m.itemSaid("fever") {
		return
	}
	if k := p.first(cTold); k >= 0 && k < p.first(cColon) {
		c.told = p.sentence + 1
	}
	if p.after == cOpen && p.only(cOther, cHave, cEach) && p.has(cOther) && len(c.m.claims) > 0 {
		last := c.m.claims[len(c.m.claims)-1]
		c.m.claims = c.m.claims[:len(c.m.claims)-1]
		c.m.doubt(WhichField, "", c.m.quote(last.from, last.to)) // 居家隔离3人（家属）
		return
	}
	c.itemLast(s)
	if c.inColumns(s) {
		return
	}
	for k := 0; k < len(p.toks); k++ {
		c.word(s, k)
	}
	c.allNew(s)
	c.leave(s)
}

// directions looks once over a phrase: do items follow their numbers, do
// denials follow their items?
func directions(p phrase) (forward, trailing bool) {
	first, last := cText, cText
	for i, t := range p.toks {
		if t.class == cNot && (p.at(i+1).class == cText || p.at(i+1).class == cTopicOf) {
			continue // 3个学生从武汉回来没登记
		}
		switch t.class {
		case cNumber, cFew, cCategory, cWeak, cNot:
			if first == cText {
				first = t.class
			}
			if last = t.class; t.class == cCategory && p.at(i-1).class == cNot && p.at(i-2).class == cNumber && p.at(i-3).class == cCategory {
				last = cNot // 8人在鹤6人外地2人无隔离
			}
		}
	}
	forward = (first == cNumber || first == cFew) && (last == cCategory || last == cWeak || alternates(p))
	return forward, first == cCategory && last == cNot
}

// alternates reports that every number of a phrase, two at least, has what it counts right behind it: 3人在岗6人居家办公.
func alternates(p phrase) bool {
	numbers, items := 0, 0
	for i, t := range p.toks {
		if t.class != cNumber {
			continue
		}
		numbers++
		if p.at(i+1).class != cCategory && (p.at(i+1).class != cText || p.at(i+1).to-p.at(i+1).from < 2) || p.at(i-1).class == cCategory && items == 0 {
			return false
		}
		if p.at(i+1).class == cCategory {
			items++
		}
	}
	return numbers > 1 && items > 0 && p.toks[0].class == cNumber
}

func (c *tally) word(s *clause, k int) {
	t := s.p.toks[k]
	switch t.class {
	case cCategory:
		c.item(s, k)
	case cWeak:
		if s.eachPlace(c, k) {
			s.part = true
			c.item(s, k)
			return
		}
		if s.at(k+1).class == cHave && s.at(k+2).class == cNot && k+3 == len(s.p.toks) {
			c.item(s, k) // 湖北的没有
			return
		}
		if s.numberNext(k) && !(t.key == "quarantine" && s.measure == "now" && c.lean.base == "close_contact" && c.lean.sentence == s.p.sentence) { // 密接累计9人，尚在观察3人
			c.item(s, k)
		}
	case cMeasure, cSum:
		if c.turned(s, k) || c.still(s, k) {
			return
		}
		if s.not == k-1 && s.not >= 0 && c.m.text.runes[t.from] == '满' {
			s.not = -1
			return // 从湖北回来没满14天
		}
		if t.key == "now" && s.measure == "new" && s.denied > 0 && s.figures == 0 && s.opensFigure(k) {
			s.measure, s.not = "", -1 // 没有新增的隔离的还是四个人
		}
		c.over(s, t)
		// 由4人增至5人: the first was before.
		if n := len(c.m.claims); t.key == "upto" && s.figures > 0 && n > 0 && c.m.claims[n-1].bare {
			c.m.claims[n-1].measure, c.m.claims[n-1].bare = "prev", false
		}
		if t.key == "new" && s.at(k-1).class == cText && longer.MatchString(c.m.word(s.at(k-1))) {
			s.measure, s.topMeasure = "?", "" // 本周新增6人: the form asks for today's
			return
		}
		s.measured(s.since(c, t), c.lean)
		if len(s.pending) == 0 && s.figures == 0 && s.denied == 0 {
			s.topMeasure = s.measure
		}
	case cGroup:
		if s.group = t.key; c.theirStaff(s, t) {
			s.group = "other"
		}
		// 30人全部为学生: of that group all of them.
		if last := s.p.toks[max(0, k-1)].class; s.figures > 0 && s.each && !s.others(c) && (last == cEach || last == cHave) && !s.opensFigure(k) {
			c.group(s)
			return
		}
		// 学生和老师一共10人: of neither alone.
		if s.at(k-2).class == cGroup && s.at(k-2).key != t.key && (s.at(k-1).class == cAnd || s.at(k-1).class == cList) {
			s.group, s.topGroup = "", ""
			return
		}
		if len(s.pending) == 0 && s.figures == 0 && s.denied == 0 || s.turnsTo(k) {
			s.topGroup = t.key
		}
		if c.tellsOfSome(s, k) {
			c.heading.measure, c.heading.group, c.heading.sentence = "", t.key, s.p.sentence // 学生中咳嗽的3人，低烧的1人
		}
		if before := s.at(k - 1); someGroup(t.key) && s.figures == 0 && before.class == cOurs && c.m.anywhere(summary) {
			c.heading.measure, c.heading.group, c.heading.sentence = "", t.key, s.p.sentence
		}
	case cOurs:
		if k == 0 && c.m.word(t) == "全院" {
			c.heading.group = "" // 学生里发热1人，全院居家隔离6人
		}
	case cNot:
		c.not(s, k)
	case cFine:
		c.fine(s, k)
	case cFault:
		if s.not >= 0 {
			c.m.Zero = true
			s.not = -1
		}
	case cThermo:
		s.thermo = true
	case cFigure:
		if t.key == "decimal" && s.thermo && s.figures == 0 {
			c.takenAgain(s, t)
		}
	case cRest:
		if s.rest = true; s.figures > 0 {
			s.group = "" // 学生6人、其他1人
		}
	case cHave:
		if s.denied > 0 && s.not >= 0 && c.m.word(t) == "是" {
			s.not = -1 // 不是发热是咳嗽
		}
	case cEach:
		s.each = true
	case cPart:
		s.part = true
	case cApprox, cMaybe:
		s.approx = true // 大约6人, 可能有6人
	case cColon:
		c.head(s, k)
	case cNumber, cFew:
		if !s.used[k] {
			c.figure(s, k)
		}
	case cPending:
		switch {
		case t.key == "" || t.key == "part" && len(c.m.phrases) > 1:
			c.m.incomplete = c.m.incomplete || t.key == ""
			c.m.partial = true
		case s.numberNext(k) && (c.counts("headcount_due") || c.counts("headcount_reported")):
			s.p.toks[k].key = "unreached" // 应报987，已报985，未报2人
			c.item(s, k)
		case t.key == "owe" && strings.Contains(c.m.plain, "已报"):
			c.m.partial = true // 19个班已报，1个班未报
		}
	case cSame:
		c.m.doubt(SameAsBefore, "", c.m.word(t))
	}
}

// turnsTo reports that the group at k, behind the figures of another that stood over them, stands over those that follow: 教工应报64实报64学生应报1402.
func (s *clause) turnsTo(k int) bool {
	return s.figures > 0 && someGroup(s.topGroup) && s.topGroup != s.p.toks[k].key && s.at(k+1).class == cCategory && s.figured(k+1)
}

// longer ends with a time longer than a day.
var longer = pattern.MustCompile(`(?:本周|这周|一周|本月|这几天|近几天|近期|近日|最近|寒假以来|以来|[0-9两三四五六七]天[来内]?)$`)

// newSince says how many are new since more than a day.
var newSince = pattern.MustCompile(`(?:周|月|几天|近期|近日|最近|以来|[0-9两三四五六七]天[来内]?)新增`)

// over ends the measure that was said first, and has had its figure, where the word t says another: 新增1人现在共8人, 昨日居家隔离6人、新增2人.
func (c *tally) over(s *clause, t token) {
	switch {
	case s.figures == 0 || s.measure != s.topMeasure || s.measure == "" || t.key == s.measure:
	case s.measure == "prev":
		s.measure, s.topMeasure = "", ""
	case s.measure == "total" && (t.key == "released?" || t.key == "released" && !strings.ContainsRune("今当本", c.m.text.runes[t.from])):
		// 累计居家隔离5人、解除2人: composed below
	case t.key != "today":
		s.measure = ""
	}
}

// measured composes measure words: 累计 + 解除 is one measure, 现 never overrides.
func (s *clause) measured(key string, lean frame) {
	total := s.measure == "total" || lean.measure == "total" || lean.measure == "released_total"
	switch {
	case key == "new" && s.not >= 0:
		s.measure = key // 累计14天无新增
	case key == "upto":
		s.measure = "now"
	case key == "released?" && total, key == "released" && s.measure == "total":
		s.measure = "released_total"
	case key == "released?":
		s.measure = "released"
	case key == "prev" && s.measure == "now": // 还是昨天那3个
	case key == "now" && s.measure != "" && s.measure != "today", key == "today" && s.measure != "", key == "new" && s.measure == "total", key == "total" && s.measure == "released_total":
	case key == "total" && s.measure == "released":
		s.measure = "released_total"
	case s.measure == "delta" && key != "prev":
	case s.measure == "prev" && (key == "new" || key == "released"):
		s.measure = "?" // yesterday's new ones: the records have no such figure
	default:
		s.measure = key
	}
}

// item notes a category: denied when 无 is open, otherwise waiting for a number.
func (c *tally) item(s *clause, k int) {
	if s.used[k] {
		return
	}
	if s.topic(k) && (!s.p.has(cNumber) || isNumber.MatchString(c.m.wrote(s.p))) && strings.Contains(c.m.wrote(s.p), "名单") {
		c.lean = frame{base: s.p.toks[k].key, sentence: s.p.sentence} // 隔离人员名单已发邮箱，共计14人
	}
	if s.topic(k) || s.describes(k) || s.qualifies(k) || s.unmet(k) || c.tended(s, k) {
		if stores[s.p.toks[k].key] && !s.topic(k) {
			c.lean = frame{base: s.p.toks[k].key, sentence: s.p.sentence} // 捐赠口罩2000只，库存3500只
		}
		return
	}
	if s.not >= 0 && !s.endsDenial(k) {
		c.deny(s, k)
		return
	}
	s.not = -1
	if c.parts = false; s.p.toks[k].class != cWeak {
		c.headed = frame{}
	}
	s.pending = append(s.pending, k)
	c.m.said = append(c.m.said, mention{base: s.p.toks[k].key, from: s.p.toks[k].from, to: s.p.toks[k].to, phrase: s.i, measure: s.measure})
}

// describes reports that the calm item at k only says what those of a group are who were counted before: 5人（均为返鹤教师）.
func (s *clause) describes(k int) bool {
	return k > 0 && k+2 == len(s.p.toks) && calmKeys[s.p.toks[k].key] && s.at(k+1).class == cGroup && s.at(k-1).class == cEach && s.figures == 0 && s.p.depth > 0
}

// unmet reports that the case at k is one that nobody has met: 未接触过确诊病例.
func (s *clause) unmet(k int) bool {
	src := s.p.first(cSource)
	return src >= 0 && src < k && (s.p.toks[k].key == "confirmed" || s.p.toks[k].key == "suspected") && s.p.denies(src) && !s.numberNext(k)
}

// tended reports that the item at k is whom somebody has been told to look after: 安排李老师负责居家隔离人员.
func (c *tally) tended(s *clause, k int) bool {
	if calmKeys[s.p.toks[k].key] && s.p.first(cTold) >= 0 && s.p.first(cTold) < k {
		return true // 慰问一线值班人员18人
	}
	if s.at(k-1).class != cText || s.numberNext(k) || s.at(k+1).class == cGroup && s.at(k+2).class == cNumber {
		return false // 联系在鄂学生13名
	}
	words := c.m.word(s.at(k - 1))
	for _, w := range []string{"负责", "联系", "对接", "慰问", "看望", "包联", "跟踪", "服务"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	return false
}

func (s *clause) numberNext(k int) bool {
	for j := k + 1; j < len(s.p.toks); j++ {
		switch s.p.toks[j].class {
		case cNumber, cFew:
			return true
		case cHave, cColon, cSpace, cApprox, cEtc:
		case cText: // 武汉江岸区1人
			if s.p.toks[j].to-s.p.toks[j].from > 4 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// figured reports that the item at k has a figure of its own, whatever it measures: 居家隔离共2人.
func (s *clause) figured(k int) bool {
	for s.at(k+1).class == cMeasure {
		k++
	}
	return s.numberNext(k)
}

// head makes “今日新增：” and “学生：” hold for what follows.
func (c *tally) head(s *clause, k int) {
	if len(s.pending) == 1 && s.figures == 0 && s.denied == 0 && k+1 < len(s.p.toks) && s.at(k+1).class != cNumber {
		c.headed = frame{base: s.p.toks[s.pending[0]].key, measure: s.measure, group: s.group}
	}
	if len(s.pending) > 0 || s.figures > 0 || s.denied > 0 {
		return
	}
	if s.measure == "" && s.group == "" {
		return
	}
	// 居家隔离 教师：2 学生：7
	if someGroup(s.group) && s.measure == "" && s.at(k+1).class == cNumber && c.lean.base != "" && c.lean.base != "roster" && c.lean.sentence == s.p.sentence {
		return
	}
	if c.parts && s.p.only(cPart, cGroup, cColon, cNumber, cHave) {
		return
	}
	// 新增居家隔离：2人；解除：0人
	if s.group == "" && c.lean.base != "" && !plainKeys[c.lean.base] && s.at(k+1).class == cNumber {
		return
	}
	// 在校学生：0 on a line of its own
	if k+2 == len(s.p.toks) && s.at(k+1).class == cNumber && s.p.after == cLine && s.p.ends == cLine && c.headed.base == "" {
		return
	}
	for _, t := range s.p.toks[:k] {
		if t.class == cText || t.class == cNumber {
			if s.p.toks[0].class == cText && s.p.toks[0].to-s.p.toks[0].from <= 2 && s.p.has(cAnd) {
				s.group, s.topGroup = "", "" // 刚和辅导员核对：在鄂学生4人
			}
			return
		}
	}
	c.heading.measure, c.heading.group, c.heading.sentence = s.measure, s.group, s.p.sentence
	s.measure, s.group = "", ""
}
