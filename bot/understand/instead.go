package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// Corrections that put one word in the place of another and tell no figure: 不是居家，是集中; 是累计不是现有; 居家改集中.

// notBut finds what is denied and what is said instead of it, two items or two measures; ok is false where none or more is told.
func (m *message) notBut() (was, is spec, ok bool) {
	if len(m.toks) > aPhrase || m.has(cQuestion) || m.has(cAsk) || m.has(cFew) {
		return was, is, false
	}
	for i := 0; i+1 < len(m.toks); i++ {
		s, plain := m.specOf(m.toks[i+1 : i+2])
		if m.toks[i+1].class == cMeasure && m.toks[i+1].key == "prev" {
			s.measure = "prev" // 不是新增，是原来就有的
		}
		if s.counted || !plain || s.base == "" && s.measure == "" {
			continue
		}
		switch t := m.toks[i]; {
		case t.class == cNot && (m.word(t) == "不是" || m.word(t) == "并非" || m.word(t) == "并不是"):
			if was != (spec{}) {
				return was, is, false
			}
			was = s
		case t.class == cBecomes, t.class == cHave && strings.HasSuffix(m.word(t), "是"):
			if is != (spec{}) {
				return was, is, false
			}
			is = s
		}
	}
	return was, is, was != (spec{}) && is != (spec{}) && (was.base == "") == (is.base == "")
}

// otherwise gives the figure of before that is of what is denied to what is said instead.
func (m *message) otherwise() bool {
	was, is, ok := m.notBut()
	if !ok || m.before == nil || m.before.question {
		return false
	}
	all := 0
	for i, t := range m.toks {
		if t.class == cNumber {
			if all == 0 && i+1 < len(m.toks) && m.toks[i+1].class == cText && strings.ContainsRune("里中", m.text.runes[m.toks[i+1].from]) {
				all = t.value // 3人里有1个是发热不是隔离
				continue
			}
			if was.counted && was.value != t.value {
				return false
			}
			was.value, was.counted = t.value, true
		}
	}
	if was.base == "quarantine" && m.before.onlyKind() != "" {
		was.base = m.before.onlyKind()
	}
	if some := was.value; all > some && was.counted {
		was.value = all
		old, _ := m.held(was)
		if old == "" || !m.move(was, is) {
			return false
		}
		delete(m.Fields, old)
		for k := range m.Fields {
			m.Fields[k] = some
		}
		m.doubt(WhichField, old, m.plain) // how many are left is theirs to say
		return true
	}
	m.Zero = false
	return m.move(was, is)
}

// replacing makes a change of the 改 between two kinds or items, 居家改集中, and of what takes a figure out and puts it elsewhere: 发热的1人去掉，加到咳嗽里.
func replacing(toks []token, t *text) {
	item := func(i int) bool { return toks[i].class == cCategory || toks[i].key == "kind" }
	for i := 1; i+1 < len(toks); i++ {
		w := &toks[i]
		switch {
		case w.class == cNot && toks[i+1].class == cHave && string(t.runes[w.from:toks[i+1].to]) == "不是是" && lastFigure(toks[:i]) > 0:
			w.class = cText // 三个哎不是是两个学生一个老师
		case w.class == cText && toks[i-1].class == cNumber && toks[i+1].class == cCategory && strings.TrimSpace(string(t.runes[w.from:w.to])) == "more":
			w.class, w.key = cMeasure, "new" // one more in quarantine
		case w.class != cText:
		case t.is(*w, "改") && item(i-1) && item(i+1):
			w.class = cFix
		case i+3 < len(toks) && toks[i+1].class == cComma && takenOut.MatchString(string(t.runes[w.from:w.to])) && toks[i+2].class == cText && putInto.MatchString(string(t.runes[toks[i+2].from:toks[i+2].to])) && toks[i+3].class == cCategory:
			w.class, toks[i+1].class, toks[i+2].class = cBecomes, cHave, cHave
		}
	}
}

var (
	takenOut = pattern.MustCompile(`^(?:应|要|请)?(?:去掉|删掉|划掉|拿掉|减掉|剔除)$`)
	putInto  = pattern.MustCompile(`^(?:再|应|要|请)?[加算归并计放挪记][到入进在]$`)
)

// oneOf asks of which figure a correction is that names neither the item nor the group, where several had the old value, and finds that of the only one.
func (m *message) oneOf(e *earlier) {
	if m.Amend == nil || m.Amend.Key == "" || m.has(cCategory) || m.has(cGroup) || m.has(cMeasure) {
		return
	}
	if _, was := e.figures[m.Amend.Key]; was {
		return
	}
	delete(m.Fields, m.Amend.Key)
	m.Amend.Key = ""
}

// ofEither asks which kind of quarantine a correction is of that names none, where both had a figure: 隔离改成2.
func (m *message) ofEither(e *earlier) {
	v, told := m.Fields["quarantine_now"]
	_, was := e.figures["quarantine_now"]
	_, home := e.figures["home_quarantine_now"]
	_, central := e.figures["central_quarantine_now"]
	if !told || was || !home || !central || v == e.figures["home_quarantine_now"]+e.figures["central_quarantine_now"] {
		return
	}
	delete(m.Fields, "quarantine_now")
	m.Amend = nil
	m.doubt(WhichField, "", m.plain)
}

// rowOf is a correction of one row of a list.
var rowOf = pattern.MustCompile(`第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[条行]`)
