package understand

import (
	"slices"
	"strings"
)

// revise changes what was said before: “刚才2人应为3人”, “不对，是3人”.
func (m *message) revise() {
	e := m.before
	if m.struck() {
		return
	}
	if m.fixing() && m.Amend == nil && m.otherwise() {
		return
	}
	if m.fixing() && e != nil && m.Zero && len(m.claims) == 0 && m.anywhere(rowOf) {
		m.Zero = false
		m.doubt(WhichField, "", m.plain) // 第2条改为零报告
		return
	}
	if m.fixing() && m.Amend == nil && (m.renamed() || m.movedOver() || m.exchanged()) || e == nil || e.question || len(e.figures) == 0 || !m.fixing() {
		return
	}
	m.ofEither(e)
	m.oneOf(e)
	if m.Amend == nil {
		m.replaced(e)
		m.regroup(e)
		return
	}
	if m.Amend.Key != "" || m.Amend.Blind {
		return
	}
	var held []string
	for k, v := range e.figures {
		if v == m.Amend.From {
			held = append(held, k)
		}
	}
	switch len(held) {
	case 1:
		m.Amend.Key = held[0]
		m.Fields[held[0]] = m.Amend.To
		m.Unknown = slices.DeleteFunc(m.Unknown, func(k string) bool { return k == held[0] })
		m.settled(WhichField)
	case 0:
		m.settled(WhichField)
		m.doubt(WhichMessage, "", "")
	default:
		m.doubt(WhichField, "", m.plain) // 不是3是2, where two had 3
	}
}

// regroup gives the only figure of before to another group: 不是学生是教师, 是学生不是老师.
func (m *message) regroup(e *earlier) {
	if len(e.figures) != 1 || slices.ContainsFunc(m.claims, func(cl claim) bool { return !cl.denied }) || m.has(cNumber) || m.has(cCategory) && !m.onlyNames(onlyBase(e.figures)) {
		return
	}
	was, is := "", ""
	for i, t := range m.toks {
		switch {
		case t.class != cGroup || t.key == "" || t.key == "all":
		case i > 0 && m.toks[i-1].class == cNot:
			was = t.key
		default:
			is = t.key
		}
	}
	for k, v := range e.figures {
		base, measure, group := split(k)
		if measure == "now" && (base == "confirmed" || base == "suspected") && !strings.Contains(m.ctx.Before, "现") {
			k, measure = strings.Replace(k, "_now", "_new", 1), "new" // as an alarm counts it
		}
		if fresh, ok := key(base, measure, is); ok && group == was && was != "" && is != "" {
			clear(m.Fields)
			m.Fields[k], m.Fields[fresh] = 0, v
			m.settled(WhichField)
		}
	}
}

// onlyNames reports that a key's item is the only one named.
func (m *message) onlyNames(k string) bool {
	base, _, _ := split(k)
	for _, t := range m.toks {
		if t.class == cCategory && t.key != base {
			return false
		}
	}
	return true
}

// renamed gives a figure to another item: 不是居家是集中, 不是发热是咳嗽，1人. The figure is the one beside it, or the only one of before.
func (m *message) renamed() bool {
	was, is, value, measure, group := "", "", -1, "now", ""
	for i, t := range m.toks {
		item := t.key
		switch {
		case t.class == cText && t.key == "kind":
			item = kinds[m.word(t)]
		case t.class == cNumber && (t.approx || value >= 0 && value != t.value):
			return false
		case t.class == cNumber:
			value = t.value
			continue
		case t.class == cMeasure && (t.key == "new" || t.key == "now" || t.key == "total") && value < 0:
			measure = t.key
			continue // 新增3人不是居家是集中
		case t.class == cMeasure && t.key != "today":
			return false
		case t.class == cGroup:
			group = t.key
			continue
		case t.class != cCategory:
			continue
		}
		switch {
		case i > 0 && m.toks[i-1].class == cNot && was == "":
			was = item
		case is == "" && i > 0 && m.toks[i-1].class == cHave:
			is = item
		default:
			return false
		}
	}
	if is == "" || was == "" || is == was {
		return false
	}
	if m.before != nil {
		for k, v := range m.before.figures {
			base, of, who := split(k)
			if base == was && (value < 0 || value == v) && len(m.before.figures) == 1 {
				value, measure, group = v, of, who
			}
		}
	}
	old, _ := key(was, measure, group)
	fresh, ok := key(is, measure, group)
	if !ok || value < 0 {
		return false
	}
	m.empty()
	m.Fields[old], m.Fields[fresh], m.becomes = 0, value, is
	return true
}

// replaced finds the figure that a correction changes without naming the old one: the only one it can be. A figure whose group is not said again is of the
// group of before: 在外地教职工8人, 在外地的应为6人.
func (m *message) replaced(e *earlier) {
	changed := ""
	for k, v := range m.Fields {
		old := m.figureLike(e, k)
		if old == "" || e.figures[old] == v {
			continue
		}
		if changed != "" {
			return
		}
		changed = k
	}
	if changed == "" {
		return
	}
	old, v := m.figureLike(e, changed), m.Fields[changed]
	delete(m.Fields, changed)
	m.Fields[old] = v
	m.Amend = &Amend{From: e.figures[old], To: v, Key: old}
	m.settled(WhichField)
}

// figureLike is that of the group which the message names, where it has no group of its own: 学生那个数看错行了，8才对.
func (m *message) figureLike(e *earlier, k string) string {
	base, measure, group := split(k)
	if groups := groupsIn(m); group == "" && len(groups) == 1 {
		if of, ok := key(base, measure, groups[0]); ok {
			if _, is := e.figures[of]; is {
				return of
			}
		}
	}
	return e.figureLike(k)
}

// figureLike is the key among the figures of before that is k, or k of the only group that they have of it; "" for none.
func (e *earlier) figureLike(k string) (found string) {
	if _, ok := e.figures[k]; ok {
		return k
	}
	base, measure, group := split(k)
	for of := range e.figures {
		b, m, g := split(of)
		if b != base || m != measure || group != "" && g != group {
			continue
		}
		if found != "" {
			return ""
		}
		found = of
	}
	return found
}
