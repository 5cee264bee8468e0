package understand

import "strings"

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
