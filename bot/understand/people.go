package understand

import "slices"

// countOne reads what is said of one person: an item without a figure counts them.
func (r *Reading) countOne() {
	r.Doubts = slices.DeleteFunc(r.Doubts, func(d Doubt) bool {
		if d.Code != HowMany || r.Fields[d.Key] > 0 {
			return false
		}
		r.Fields[d.Key] = 1
		return true
	})
}

// people cuts a message of one unit at the names of its people: “软件学院：张三 居家隔离、李四 正常”. There are none where a number is
// told of them, where fewer than two are named, and where anything else is said.
func (m *message) people() (out []segment) {
	if m.fixing() || m.has(cAsk) || m.has(cQuestion) || m.has(cOther) || m.has(cHearsay) || m.has(cLeave) || m.has(cOpen) || m.has(cSource) {
		return nil
	}
	for _, cl := range m.claims {
		if !cl.denied && !cl.one {
			return nil
		}
	}
	i, named := 0, 0
	for i < len(m.toks) && headed[m.toks[i].class] {
		i++
	}
	if item := m.itemOver(i); item >= 0 {
		i = item
		for m.toks[i].class != cColon {
			i++
		}
		s := segment{from: item, to: i}
		if s.labels, i = m.namesAt(i + 1); len(s.labels) > 1 && (i == len(m.toks) || i == len(m.toks)-1 && m.toks[i].class == cStop) {
			return []segment{s} // 居家隔离：张三、李四
		}
		return nil
	}
	for i < len(m.toks) {
		s := segment{}
		if s.labels, s.from = m.namesAt(i); len(s.labels) == 0 {
			return nil
		}
		for s.to = s.from; s.to < len(m.toks) && !m.nameBegins(s.to); s.to++ {
		}
		if !m.states(s) {
			return nil
		}
		named += len(s.labels)
		out, i = append(out, s), s.to
	}
	if named < 2 {
		return nil
	}
	return out
}

// itemOver is the item at token i that stands over a list, -1 where none does: 居家隔离人员：….
func (m *message) itemOver(i int) int {
	if i >= len(m.toks) || m.toks[i].class != cCategory {
		return -1
	}
	for _, t := range m.toks[i+1:] {
		if t.class == cColon {
			return i
		}
		if t.class != cEtc {
			break
		}
	}
	return -1
}

// headed are the words that may stand before the first name.
var headed = map[class]bool{cUnit: true, cOurs: true, cDate: true, cColon: true, cComma: true, cSpace: true, cLine: true, cAck: true, cGreeting: true}

// nameBegins reports that a name stands at token i, with a mark before it.
func (m *message) nameBegins(i int) bool {
	switch m.toks[i-1].class {
	case cComma, cList, cStop, cLine, cSpace, cAnd:
		return m.isName(i)
	}
	return false
}

// isName reports that token i is somebody's name and nothing else.
func (m *message) isName(i int) bool { return m.text.isName(m.toks[i]) }

// isName reports that a word is somebody's name.
func (text *text) isName(t token) bool {
	if n := t.to - t.from; t.class != cText || n < 2 || n > 3 {
		return false
	}
	name := text.runes[t.from:t.to]
	return surnames[name[0]] && !unnamed[string(name)]
}

// namesAt are the names at token i, several with marks between them, and where what is said of them begins.
func (m *message) namesAt(i int) (out []label, next int) {
	for i < len(m.toks) && m.isName(i) {
		l := label{name: m.quoteToks(i, i+1), from: i, to: i + 1, person: true}
		if l.to < len(m.toks) && m.toks[l.to].class == cGroup {
			l.to++
		}
		out, next = append(out, l), l.to
		i = l.to
		for i < len(m.toks) && (m.toks[i].class == cList || m.toks[i].class == cAnd || m.toks[i].class == cSpace) {
			i++
		}
	}
	return out, next
}

// states reports that a segment tells how somebody is, and of no number.
func (m *message) states(s segment) bool {
	said := false
	for _, t := range m.toks[s.from:s.to] {
		switch t.class {
		case cNumber, cFew, cUnit, cOurs, cTold, cOrder:
			return false
		case cCategory, cFine, cNot:
			said = true
		case cText:
			if t.to-t.from > 6 {
				return false
			}
		}
	}
	return said
}
