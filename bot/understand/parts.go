package understand

import "strings"

// among reports that the number at k is the whole of which the next one tells a part: 12人中有1人.
func (s *clause) among(c *tally, k int) bool {
	if k+2 < len(s.p.toks) && s.p.toks[k+1].class == cGroup {
		k++ // 72名教职工中有2名
	}
	if k+1 == len(s.p.toks) || s.p.toks[k+1].class != cText && s.p.toks[k+1].class != cAck || !s.opensFigure(k) {
		return false
	}
	return strings.ContainsRune("中里", c.m.text.runes[s.p.toks[k+1].from])
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

// usedAs are words of what things are for, and not of how many were used.
var usedAs = strings.NewReplacer("医用", "", "备用", "", "专用", "", "民用", "", "可用", "", "费用", "")

// spent reports that words before the number at k tell of stores given out, used or bought.
func (c *tally) spent(s *clause, k int) bool {
	words := usedAs.Replace(c.m.quote(s.p.from(), s.p.toks[k].from))
	for _, w := range []string{"每", "分发", "发放", "领取", "领用", "使用", "用", "消耗", "采购", "购买", "购进", "捐", "需", "缺", "到货", "新到", "到了"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	// 收到500只，现库存800只
	received := strings.Contains(words, "收到") && s.i+1 < len(c.m.phrases) && c.m.phrases[s.i+1].has(cMeasure)
	return received || strings.HasSuffix(words, "发")
}
