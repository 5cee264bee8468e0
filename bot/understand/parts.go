package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// dropParts drops the parts of what a sum of things comes to.
func (c *tally) dropParts(base string, sentence int) {
	c.m.claims = slices.DeleteFunc(c.m.claims, func(cl claim) bool { return cl.base == base && cl.sentence == sentence && cl.bare })
}

// placedParts drops the parts by house, class or year where the whole that they add up to is told behind them: 18级4人，19级7人，共11人.
func (m *message) placedParts() {
	for i, whole := range m.claims {
		if whole.placed || !whole.known || whole.denied || i < 2 {
			continue
		}
		sum, first := 0, i
		for j := i - 1; j >= 0 && m.claims[j].placed && m.claims[j].known && m.claims[j].base == whole.base && m.claims[j].group == whole.group && m.claims[j].sentence == whole.sentence; j-- {
			sum, first = sum+m.claims[j].value, j
		}
		if i-first > 1 && sum == whole.value {
			m.claims = slices.Delete(m.claims, first, i)
			return
		}
	}
}

// inList reports that the number at k is of a part of a list behind a colon, of the item over it: 值班3人：带班领导1人，值班员2人. A number before a colon
// opens one.
func (c *tally) inList(s *clause, k int, base string) bool {
	if s.at(k+1).class == cColon && s.p.toks[k].value > 1 && !s.p.toks[k].approx && s.p.depth == 0 {
		c.list, c.listed = frame{base: base, group: s.group, sentence: s.p.sentence}, s.p.toks[k].value
		return false
	}
	return c.listed > 0 && c.list.sentence == s.p.sentence && base == c.list.base && calmKeys[base] && s.measure == "" && s.group == c.list.group && s.p.toks[k].value < c.listed
}

// ofList reports that the number at k tells of some who are listed behind a colon by words that the form does not know.
func (c *tally) ofList(s *clause, k int) bool {
	return c.listed > 0 && s.group == "" && c.list.sentence == s.p.sentence && calmKeys[c.list.base] && s.p.toks[k].value < c.listed && (!s.p.has(cCategory) || s.p.first(cCategory) < s.p.first(cColon))
}

// releasedInAll takes how many have been released for all since the first, where with those there are they come to how many there ever were: 累计9人，解除4人，在管5人.
func (m *message) releasedInAll() {
	for i := range m.claims {
		gone := &m.claims[i]
		if gone.measure != "released" || !gone.known || gone.value == 0 || plainKeys[gone.base] || strings.ContainsAny(m.quote(max(0, gone.from-2), gone.to), "今当本日新到期满") {
			continue
		}
		total, now := -1, -1
		for _, cl := range m.claims[max(0, i-nearby):min(len(m.claims), i+nearby)] {
			if cl.base == gone.base && cl.group == gone.group && cl.sentence == gone.sentence && cl.known {
				switch cl.measure {
				case "total":
					total = cl.value
				case "now":
					now = cl.value
				case "prev", "new", "released_total":
					return
				}
			}
		}
		if now > 0 && total == gone.value+now {
			gone.measure = "released_total"
		}
	}
}

// groupOfParts gives the group of a figure to those without one that follow it in its sentence and add up to it: 隔离9个娃，搁家隔离的7个，隔离点2个.
func (m *message) groupOfParts() {
	for i, whole := range m.claims {
		if !someGroup(whole.group) || !whole.known || whole.denied || ungroupedKeys[whole.base] {
			continue
		}
		if whole.base == "roster" && !slices.ContainsFunc(m.toks, func(t token) bool {
			return t.class == cGroup && t.key == whole.group && t.from >= whole.from && t.to <= whole.to
		}) {
			continue // of an office, whose people need no group
		}
		sum, end := 0, i+1
		for ; end < len(m.claims) && end-i <= nearby && sum < whole.value; end++ {
			cl := m.claims[end]
			if cl.sentence != whole.sentence || !cl.known || cl.denied || cl.base == "roster" || cl.base == whole.base || cl.measure != "" && cl.measure != "now" || cl.group != "" && cl.group != whole.group {
				break
			}
			sum += cl.value
		}
		if sum != whole.value || end < i+3 {
			continue
		}
		for j := i + 1; j < end; j++ {
			m.claims[j].group = whole.group
		}
	}
}

// groupsApart gives the groups that a sentence tells behind another to the figure that they add up to: 在鄂师生11人，其中武汉3人；教师2人，学生9人.
func (m *message) groupsApart() {
	n := len(m.claims)
	if n < 3 {
		return
	}
	a, b := &m.claims[n-2], &m.claims[n-1]
	if a.base != "roster" || b.base != "roster" || a.sentence != b.sentence || a.group == b.group || a.denied || b.denied {
		return
	}
	for i := n - 3; i >= 0 && n-i <= nearby; i-- {
		if whole := m.claims[i]; whole.group == "" && whole.known && !whole.inside && whole.base != "roster" && !ungroupedKeys[whole.base] && whole.sentence+1 == a.sentence && whole.value == a.value+b.value {
			a.base, b.base, a.measure, b.measure = whole.base, whole.base, whole.measure, whole.measure
			return
		}
	}
}

// listedPart reports that the number at k is of one place or name in a list behind a colon, of those counted before it.
func (c *tally) listedPart(s *clause, k int) bool {
	n := len(c.m.claims)
	if n == 0 || s.at(k-1).class != cText && s.at(k-1).class != cPlace || len(s.pending) > 0 || !s.p.has(cColon) || !s.p.has(cList) {
		return false
	}
	last, colon := c.m.claims[n-1], s.p.first(cColon)
	if last.from < s.p.from() || last.to != s.at(colon-1).to || s.at(colon-1).class != cNumber || k < colon || !last.known {
		return false
	}
	sum := 0
	for j, t := range s.p.toks[colon+1:] {
		switch t.class {
		case cNumber:
			if before := s.at(colon + j); before.class != cText && before.class != cPlace {
				return false
			}
			sum += t.value
		case cText, cPlace, cList, cFigure, cAnd:
		default:
			return false
		}
	}
	return sum == last.value
}

// listOf reports that the item at j, of the number at k, only says what those are who are listed behind the whole of another item.
func (c *tally) listOf(s *clause, k, j int, whole string) bool {
	n, colon := len(c.m.claims), s.p.first(cColon)
	if n == 0 || colon < 1 || colon > j || s.p.toks[j].key != "on_duty" || s.at(colon-1).class != cNumber || !someGroup(s.group) {
		return false
	}
	first := c.m.claims[n-1]
	for i := n - 1; i >= 0 && c.m.claims[i].from >= s.p.from(); i-- {
		first = c.m.claims[i]
	}
	return first.base == whole && first.to == s.at(colon-1).to && first.value >= s.p.toks[k].value
}

// countedIn tells that some have been counted before: 这1人含在前面2人里.
var countedIn = pattern.MustCompile(`^(?:这|那|此|该|上述)[0-9一二两俩三仨四五六几]*(?:[个人名位例]|同学|学生|老师|教师)*(?:也|都|均|已)*(?:[包]?含|包括|算|计|列|统计)(?:在|入|进|了)*[^，。；]{0,12}(?:前|上|以|其|里|内|中|数)`)

// among reports that the number at k is the whole of which the next one tells a part: 12人中有1人.
func (s *clause) among(c *tally, k int) bool {
	if s.at(k+1).class == cGroup {
		k++ // 72名教职工中有2名
	}
	if s.at(k+1).class != cText && s.at(k+1).class != cAck || !s.opensFigure(k) {
		return false
	}
	return strings.ContainsRune("中里", c.m.text.runes[s.at(k+1).from])
}

// ofInterns reports that where in the country those just counted as interns are is told: of them the form does not ask it.
func (c *tally) ofInterns(s *clause, bases []int) bool {
	n := len(c.m.claims)
	if len(bases) != 1 || n == 0 || s.p.has(cGroup) || s.p.toks[bases[0]].key != "out_of_city" || !strings.ContainsRune(c.m.word(s.p.toks[bases[0]]), '省') {
		return false
	}
	last := c.m.claims[n-1]
	return last.base == "intern_now" && last.sentence == s.p.sentence
}

// someAmong reports that the number at k is of some of those of the item before it, of whom something else is told: 在鄂学生里有1人感冒.
func (s *clause) someAmong(c *tally, k int) bool {
	if len(s.pending) != 1 || s.figures > 0 || k+1 >= len(s.p.toks) || s.at(k+1).class != cText || s.at(k+1).to-s.at(k+1).from < 2 {
		return false
	}
	in := k - 1
	if s.at(in).class == cHave {
		in--
	}
	if in <= s.pending[0] || s.at(in).class != cText && s.at(in).class != cAck {
		return false
	}
	word := c.m.word(s.at(in))
	return word == "里" || word == "中" || word == "里面" || word == "当中"
}

// ofLeft takes a number behind 其他 for those of an item who are neither students nor staff, of whom both were told: 学生6人、教师2人、其他1人.
// Behind one group alone they are the rest of the whole, and no group of the form: 9人，其中学生6人，其他3人.
func (c *tally) ofLeft(s *clause, k int, _ string) (base string, found bool) {
	if base = c.lean.base; s.at(k-1).class != cRest || base == "" || base == "roster" || ungroupedKeys[base] {
		return "", false
	}
	whole, told, groups := -1, 0, map[string]bool{}
	for i := len(c.m.claims) - 1; i >= 0 && c.m.claims[i].sentence == s.p.sentence && len(c.m.claims)-i <= nearby; i-- {
		switch cl := c.m.claims[i]; {
		case cl.base != base || cl.measure != s.measureOf(c) && !cl.bare:
		case cl.group == "":
			whole = cl.value
		default:
			told, groups[cl.group] = told+cl.value, true
		}
	}
	switch {
	case groups["student"] && groups["staff"] && !groups["other"]:
		s.group = "other"
		return base, true
	case len(groups) > 0 && whole == told+s.p.toks[k].value:
		return "", true
	}
	return "", false
}

// within reports a part of the figure just given that is of the same item: 湖北籍47人，其中武汉籍11人.
func (s *clause) within(c *tally, base, group string, value int, carried bool) bool {
	n := len(c.m.claims)
	if n == 0 || !s.part {
		return false
	}
	last := c.m.claims[n-1]
	if carried && (s.p.depth > 0 || s.measure == "") {
		// 减少为5人（1人已返回）
		return last.base == base && last.group == group && last.measure == s.measureOf(c) && last.known && !last.denied && value < last.value
	}
	if carried || s.measure != "" {
		return false
	}
	return last.base == base && last.bare && last.known && !last.denied && value < last.value && (group == "" || group == last.group)
}

// measureOf is the measure that a figure leaning on the one before takes.
func (s *clause) measureOf(c *tally) string {
	if s.measure == "" {
		return c.lean.measure
	}
	return s.measure
}

// sums reports that a phrase begins with 共 or 一共.
func (c *tally) sums(s *clause) bool {
	t := s.p.toks[0]
	return t.class == cMeasure && strings.Contains(c.m.word(t), "共")
}

// addsUp reports that the figures of several items in the sentence come to a number: 集中隔离1人，居家隔离3人，合计4人.
func (c *tally) addsUp(value, sentence int) bool {
	sum, all, bases := 0, 0, map[string]bool{}
	for i := len(c.m.claims) - 1; i >= 0 && c.m.claims[i].sentence == sentence && len(c.m.claims)-i <= nearby; i-- {
		cl := c.m.claims[i]
		if cl.known && !cl.inside {
			all += cl.value
		}
		if cl.known && !cl.inside && !bases[cl.base] {
			bases[cl.base], sum = true, sum+cl.value
		}
	}
	return len(bases) > 1 && (sum == value || all == value)
}
