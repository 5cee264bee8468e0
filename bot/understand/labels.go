package understand

import (
	"strings"
	"unicode"
)

// A message of several units, classes or people is a list of rows: each begins with what it is about, its label, and goes
// on with what a message of that unit alone would say.

// label is what a row is about: a unit of the college, 我院, a class, or the name in front of a numbered line.
type label struct {
	unit     string
	name     string
	from, to int  // tokens
	person   bool // somebody by name
}

// labels reads the labels at token i: “软件学院”, “护理学院、软件学院和我院”, “护理1902班”, in a numbered line also “张老师”.
func (m *message) labels(i int, numbered bool, of table) (out []label, next int) {
	if t := m.toks[i]; of.classes && numbered && (t.class == cNumber || t.class == cFigure) {
		return []label{{name: m.quoteToks(i, i+1), from: i, to: i + 1}}, i + 1
	}
	numbered = numbered && of.people || numbered && i > 0 && (m.toks[i-1].key == "index" || i > 1 && m.toks[i-1].class == cSpace && m.toks[i-2].key == "index" || m.toks[i-1].class == cBar)
	for i < len(m.toks) {
		l, ok := m.labelAt(i, numbered)
		if !ok {
			break
		}
		out, next, i = append(out, l), l.to, l.to
		if i < len(m.toks) && (m.toks[i].class == cList || m.toks[i].class == cAnd) {
			i++
			continue
		}
		break
	}
	return out, next
}

func (m *message) labelAt(i int, numbered bool) (label, bool) {
	t := m.toks[i]
	l := label{from: i, to: i + 1}
	switch {
	case t.class == cUnit:
		l.unit, l.name = t.key, m.r.names[t.key]
		if next := i + 1; next < len(m.toks) && m.toks[next].class == cText && bodyName[m.quoteToks(next, next+1)] {
			l.to++ // 经管学院, of which the college calls itself 经管
			return l, true
		}
		if to := m.sectionAt(i); to > 0 {
			l.unit, l.name, l.to = "", m.quoteToks(i, to), to // 机电一体化教研室
			return l, true
		}
		// 护理1902班 is the class.
		if i+1 < len(m.toks) && m.isClass(m.toks[i+1]) {
			l.unit, l.to = "", i+2
			l.name = m.quoteToks(i, i+2)
		}
		return l, true
	case m.isClass(t):
		l.name = m.quoteToks(i, i+1)
		return l, true
	case t.class == cText && t.to-t.from <= 6 && i+1 < len(m.toks) && m.isClass(m.toks[i+1]) && !m.text.begins(t, '除'):
		l.to = i + 2
		l.name = m.quoteToks(i, i+2)
		return l, true
	case t.class == cOurs && !m.has(cSelf):
		l.unit, l.name = m.ctx.Unit, m.quoteToks(i, i+1)
		return l, l.name != "全院"
	case t.class == cText && m.strange(i, &l):
		return l, true
	case numbered && personal(m.toks[i:]) && !m.knownWord(t):
		if i+1 < len(m.toks) && m.toks[i+1].class == cGroup {
			l.to++
		}
		l.name, l.person = m.quoteToks(i, l.to), true
		return l, !nameHeads[l.name]
	}
	return l, false
}

// sectionAt is where the name of a section ends that begins with the unit at token i, 0 for none.
func (m *message) sectionAt(i int) int {
	for k := i + 1; k < len(m.toks) && k < i+4 && m.toks[k].from == m.toks[k-1].to; k++ {
		switch t := m.toks[k]; {
		case t.class == cText && endsAs(m.quoteToks(i, k+1), sections):
			return k + 1
		case t.class != cText && t.class != cUnit && t.class != cFigure:
			return 0
		}
	}
	return 0
}

// strange reads the name of a unit that the college does not have: what is said of it is said of nobody else.
func (m *message) strange(i int, l *label) bool {
	to, ok := m.strangeName(i, rowLike)
	if ok {
		l.to, l.name = to, m.quoteToks(i, to)
	}
	return ok
}

// titled is a label as the list shows it: a class goes by its unit's short name.
func (m *message) titled(l label, heading string) string {
	if r := []rune(l.name); l.unit == "" && heading != "" && len(r) > 0 && isDigit(r[0]) {
		return m.calledBy(heading) + l.name
	}
	return l.name
}

// calledBy is the short name by which the message calls a unit, which the college may call otherwise: 电信学院各班.
func (m *message) calledBy(unit string) string {
	for _, t := range m.toks {
		if t.class == cUnit && t.key == unit {
			if short := shortName(m.word(t)); len([]rune(short)) <= len([]rune(shortName(m.r.names[unit]))) {
				return short
			}
		}
	}
	return shortName(m.r.names[unit])
}

// bodyName are what people put behind the short name of a unit.
var bodyName = set("学院 院 系 分院")

// inherit gives a class that goes by its number alone the short name that the class before it had, and says which that is now.
func inherit(l *label, short string) string {
	if l.unit != "" || l.person || !strings.HasSuffix(l.name, "班") {
		return ""
	}
	at := strings.IndexAny(l.name, "0123456789")
	if at == 0 {
		l.name = short + l.name
	} else if at > 0 {
		short = l.name[:at]
	}
	return short
}

// isClass reports a class: 1902班, 19-3班, 3班, and 机电1902 behind its name.
func (m *message) isClass(t token) bool {
	return t.class == cFigure && (t.to > t.from+1 && m.text.runes[t.to-1] == '班' || t.key == "year" && t.from > 0 && (unicode.Is(unicode.Han, m.text.runes[t.from-1]) || m.byClass))
}

// knownWord reports that a word is one of the lexicon, which is nobody's name: 居家待命.
func (m *message) knownWord(t token) bool {
	w, n := m.r.words.longest(m.text.runes[t.from:t.to])
	return w != nil && w.class == cText && n == t.to-t.from
}

// personal reports that words begin with somebody's name: 张老师, 李某某.
func personal(toks []token) bool {
	if toks[0].class != cText || toks[0].to-toks[0].from > 5 {
		return false
	}
	if len(toks) > 1 && (toks[1].class == cHave || toks[1].class == cFault || toks[1].class == cTopicOf) {
		return false // ④需要说明的情况 无
	}
	return toks[0].to-toks[0].from >= 2 || len(toks) > 1 && toks[1].class == cGroup
}

// trimmed is where a segment ends before the number and the space in front of the next label.
func (m *message) trimmed(from, to int) int {
	for to > from && (m.toks[to-1].class == cSpace || m.toks[to-1].class == cLine || m.toks[to-1].key == "index") {
		to--
	}
	return to
}
