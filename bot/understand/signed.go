package understand

import (
	"slices"
	"strings"
)

// Some lines of a list are no rows that tell anything: who signed them, and parts of a figure that stands over them.

// partsOfWhole reports that the rows are classes with bare numbers that come to a figure told before them: 居家隔离16名，分别为：护理1901班3名….
func (m *message) partsOfWhole(told []segment) bool {
	sum := 0
	if len(told) > 1 {
		if n, from := m.behindPart(told[0]); from > 0 {
			return m.unitsOfWhole(told, n, from)
		}
		if n, from := m.behindPart(told[1]); from > 0 && partOfUnit(told[1].labels[0].name) {
			return m.unitsOfWhole(told[1:], n, from) // 公共部2人居家隔离，其中数学教研室1人、体育教研室1人
		}
	}
	if len(told) > 0 && !partOfUnit(told[0].labels[0].name) {
		told = told[1:] // 我院
	}
	for _, s := range told {
		n := slices.IndexFunc(m.toks[s.from:s.to], func(t token) bool { return t.class == cNumber })
		if len(s.labels) != 1 || !partOfUnit(s.labels[0].name) || n != 0 {
			return false
		}
		sum += m.toks[s.from].value
	}
	return len(told) > 1 && slices.ContainsFunc(m.claims, func(cl claim) bool {
		return cl.known && cl.value == sum && cl.to <= m.toks[told[0].labels[0].from].from
	})
}

// behindPart is what the figures before a row add up to and the rune at which 其中 stands before them, 0 where nothing says so.
func (m *message) behindPart(s segment) (sum, at int) {
	for from := s.labels[0].from - 1; from > 0; from-- {
		switch t := m.toks[from]; {
		case t.class == cPart:
			return sum, t.from
		case t.class == cUnit, t.class == cNumber, t.class == cList, t.class == cComma, t.class == cText && endsAs(m.word(t), sections), m.isClass(t):
			sum += t.value
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// partOfUnit reports that a row is of a class or a section.
func partOfUnit(name string) bool { return strings.HasSuffix(name, "班") || endsAs(name, sections) }

// unitsOfWhole reports that the figures of units, beside sum, come to the whole that is told before rune from: 31人，其中护理8人、机电23人.
func (m *message) unitsOfWhole(told []segment, sum, from int) bool {
	for _, s := range told {
		if len(s.labels) != 1 || s.from >= len(m.toks) || m.toks[s.from].class != cNumber {
			return false
		}
		sum += m.toks[s.from].value
	}
	return slices.ContainsFunc(m.claims, func(cl claim) bool { return cl.known && cl.value == sum && cl.to <= from })
}

// signed reports that a segment is a numbered line with the name of a unit, and nothing else.
func (m *message) signed(s segment) bool {
	before := s.labels[0].from - 1
	if before > 0 && m.toks[before].class == cSpace {
		before--
	}
	return len(s.labels) == 1 && s.labels[0].unit != "" && before >= 0 && m.toks[before].key == "index" && (m.rowWords(s) == "" || m.bySomebody(s))
}

// bySomebody reports that all a segment says is who signs for its unit: 教务处刘.
func (m *message) bySomebody(s segment) bool {
	if s.to-s.from < 1 || s.to-s.from > 2 || m.toks[s.from].class != cText {
		return false
	}
	name := []rune(strings.TrimRight(m.rowWords(s), " \n"))
	return len(name) > 0 && len(name) < 4 && surnames[name[0]] && !unnamed[string(name)]
}
