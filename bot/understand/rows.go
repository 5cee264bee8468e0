package understand

import "strings"

// manyUnits reports whether the message holds rows: several units or classes,
// each with its own figures or its own 正常. Such a list is one doubt, not counts.
func (m *message) manyUnits() bool {
	if strings.Contains(m.plain, "接龙") && m.rowCount() > 1 {
		return true
	}
	labels, filled := map[string]bool{}, 0
	last := ""
	for _, p := range m.phrases {
		content := m.Zero && p.has(cFine) || p.has(cNumber) || p.has(cCategory) || p.has(cNot)
		if label := m.label(p); label != "" && !labels[label] {
			labels[label] = true
			last = label
		}
		if content && last != "" {
			filled++
			last = ""
		}
	}
	return len(labels) > 1 && filled > 1 || m.rowCount() > 1
}

// label is the unit or class a phrase begins with.
func (m *message) label(p phrase) string {
	for i, t := range p.toks {
		switch {
		case t.class == cUnit && i <= 1:
			return t.key
		case t.class == cFigure && strings.HasSuffix(m.quote(t.from, t.to), "班"):
			return m.quote(t.from, t.to)
		case i >= 2:
			return ""
		}
	}
	return ""
}

// rowCount counts lines that begin with a name we do not know and go on to report,
// numbered or cut by bars.
func (m *message) rowCount() int {
	rows, named, line := 0, false, -1
	for _, p := range m.phrases {
		if p.sentence != line {
			line, named = p.sentence, false
			i := 0
			numbered := p.toks[0].class == cFigure && p.toks[0].key == "index"
			for i < len(p.toks) && (p.toks[i].key == "index" || p.toks[i].class == cSpace) {
				i++
			}
			named = (numbered || p.after == cBar || p.ends == cBar) && i < len(p.toks) && (personal(p.toks[i:]) || p.toks[i].class == cUnit)
		}
		if named && (p.has(cNumber) || p.has(cFine) || p.has(cNot)) {
			rows++
			named = false
		}
	}
	return rows
}

// personal reports that words begin with somebody's name: 张老师, 李某某.
func personal(toks []token) bool {
	if toks[0].class != cText {
		return false
	}
	return toks[0].to-toks[0].from >= 2 || len(toks) > 1 && toks[1].class == cGroup
}
