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
		from := told[0].labels[0].from - 1
		for ; from > 0 && (m.toks[from].class == cUnit || m.toks[from].class == cNumber || m.toks[from].class == cList || m.toks[from].class == cComma); from-- {
			sum += m.toks[from].value
		}
		if from > 0 && m.toks[from].class == cPart {
			return m.unitsOfWhole(told, sum, m.toks[from].from)
		}
		sum = 0
	}
	if len(told) > 0 && !strings.HasSuffix(told[0].labels[0].name, "班") {
		told = told[1:] // 我院
	}
	for _, s := range told {
		n := slices.IndexFunc(m.toks[s.from:s.to], func(t token) bool { return t.class == cNumber })
		if len(s.labels) != 1 || !strings.HasSuffix(s.labels[0].name, "班") || n != 0 {
			return false
		}
		sum += m.toks[s.from].value
	}
	return len(told) > 1 && slices.ContainsFunc(m.claims, func(cl claim) bool {
		return cl.known && cl.value == sum && cl.to <= m.toks[told[0].labels[0].from].from
	})
}

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
