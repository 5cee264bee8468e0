package understand

import "strings"

// A message of several units, classes or people is a list of rows: each begins with what it is about, its label, and goes
// on with what a message of that unit alone would say.

// label is what a row is about: a unit of the college, 我院, a class, or the name in front of a numbered line.
type label struct {
	unit     string
	name     string
	from, to int // tokens
}

// segment is a stretch of the message under one label, or under several that share what is said: “软件学院和艺术学院零报告”.
type segment struct {
	labels   []label
	from, to int // tokens of what is said
}

// most rows that a message may have; a list beyond is read no further.
const mostRows = 120

// rows reads the message as a list. There are none where one unit speaks.
func (m *message) rows() (rows []Row) {
	if m.inRow || !m.listed() {
		return nil
	}
	heading, named, seen := "", 0, map[string]bool{}
	var told []segment
	header := m.header()
	for _, s := range m.segments() {
		if !m.tells(s, header != nil) {
			if len(told) == 0 && len(s.labels) == 1 {
				heading = s.labels[0].unit
			}
			continue
		}
		told = append(told, s)
		for _, l := range s.labels {
			if !seen[l.name] {
				seen[l.name] = true
				named++
			}
		}
	}
	if named < 2 {
		return nil
	}
	for _, s := range told {
		got := m.readRow(s, header)
		shared := len(s.labels) > 1 && !got.Zero && got.Kind != Zero && !m.each(s)
		for _, l := range s.labels {
			if len(rows) == mostRows {
				return rows
			}
			row := Row{Unit: l.unit, Label: m.titled(l, heading), Kind: got.Kind, Fields: got.Fields, Unknown: got.Unknown, Doubts: got.Doubts}
			switch {
			case m.repeats(s) && len(rows) > 0:
				last := rows[len(rows)-1]
				row.Kind, row.Fields, row.Unknown, row.Doubts = last.Kind, last.Fields, last.Unknown, last.Doubts
			case shared:
				// Whose the figure is, or whether it is their sum, is not said.
				row.Kind, row.Fields, row.Unknown, row.Doubts = Report, map[string]int{}, nil, []Doubt{{WhichField, "", m.quoteToks(s.from, s.to)}}
			}
			rows = append(rows, row)
		}
	}
	if heading != "" {
		m.Unit = heading
	}
	return rows
}

// listed reports quickly whether the message can be a list at all.
func (m *message) listed() bool {
	n := 0
	for _, t := range m.toks {
		if t.class == cUnit || t.class == cOurs || t.class == cFigure && t.key == "index" || t.class == cBar || m.isClass(t) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// isClass reports a class: 1902班, 19-3班, 3班.
func (m *message) isClass(t token) bool {
	return t.class == cFigure && t.to > t.from+1 && m.text.runes[t.to-1] == '班'
}

// segments cuts the message at its labels. A label stands at the start of a phrase, and in no bracket.
func (m *message) segments() (out []segment) {
	depth, start, lineStart := 0, true, true
	for i := 0; i < len(m.toks); {
		t := m.toks[i]
		switch t.class {
		case cOpen:
			depth++
		case cClose:
			depth = max(0, depth-1)
		}
		if start && depth == 0 {
			if labels, next := m.labels(i, lineStart); len(labels) > 0 {
				if n := len(out); n > 0 {
					out[n-1].to = m.trimmed(out[n-1].from, i)
				}
				out = append(out, segment{labels, next, len(m.toks)})
				i, start, lineStart = next, false, false
				continue
			}
		}
		// A sum ends what the last row says: 合计2人 is no part of it.
		sums := t.class == cSum || t.class == cMeasure && strings.HasPrefix(m.quote(t.from, t.to), "共") || t.class == cMeasure && strings.HasPrefix(m.quote(t.from, t.to), "一共")
		if n := len(out); start && sums && n > 0 && len(m.toks) == out[n-1].to && i > out[n-1].from {
			out[n-1].to = m.trimmed(out[n-1].from, i)
		}
		switch t.class {
		case cLine:
			start, lineStart = true, true
		case cComma, cStop, cBar, cColon, cSpace, cClose, cList:
			start = true
		case cFigure:
			start = start || t.key == "index"
			lineStart = lineStart || t.key == "index"
			if t.key != "index" {
				start, lineStart = false, false
			}
		case cAck, cGreeting, cDate, cEtc:
		default:
			start, lineStart = false, false
		}
		i++
	}
	return out
}

// trimmed is where a segment ends before the number and the space in front of the next label.
func (m *message) trimmed(from, to int) int {
	for to > from && (m.toks[to-1].class == cSpace || m.toks[to-1].class == cLine || m.toks[to-1].key == "index") {
		to--
	}
	return to
}

// labels reads the labels at token i: “软件学院”, “护理学院、软件学院和我院”, “护理1902班”, in a numbered line also “张老师”.
func (m *message) labels(i int, numbered bool) (out []label, next int) {
	numbered = numbered && i > 0 && (m.toks[i-1].key == "index" || i > 1 && m.toks[i-1].class == cSpace && m.toks[i-2].key == "index" || m.toks[i-1].class == cBar)
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
		// 护理1902班 is the class.
		if i+1 < len(m.toks) && m.isClass(m.toks[i+1]) {
			l.unit, l.to = "", i+2
			l.name = m.quoteToks(i, i+2)
		}
		return l, true
	case m.isClass(t):
		l.name = m.quoteToks(i, i+1)
		return l, true
	case t.class == cText && t.to-t.from <= 6 && i+1 < len(m.toks) && m.isClass(m.toks[i+1]):
		l.to = i + 2
		l.name = m.quoteToks(i, i+2)
		return l, true
	case t.class == cOurs && !m.has(cSelf):
		l.unit, l.name = m.ctx.Unit, m.quoteToks(i, i+1)
		return l, l.name != "全院"
	case numbered && personal(m.toks[i:]):
		if i+1 < len(m.toks) && m.toks[i+1].class == cGroup {
			l.to++
		}
		l.name = m.quoteToks(i, l.to)
		return l, true
	}
	return l, false
}

// titled is a label as the list shows it: a class goes by its unit's short name.
func (m *message) titled(l label, heading string) string {
	if r := []rune(l.name); l.unit == "" && heading != "" && len(r) > 0 && isDigit(r[0]) {
		return shortName(m.r.names[heading]) + l.name
	}
	return l.name
}

// tells reports that a segment says something of its unit, and not only whether it has filed.
func (m *message) tells(s segment, table bool) bool {
	tells := false
	for _, t := range m.toks[s.from:s.to] {
		switch t.class {
		case cPending, cAsk, cQuestion:
			if t.key == "owe" || t.class != cPending {
				return false
			}
		case cCategory:
			if t.key == "headcount_reported" && !m.followed(s, t) {
				return false
			}
			tells = true
		case cFine, cSame, cSick, cTaken, cPart:
			tells = true
		case cNot:
			tells = true
		case cNumber:
			tells = tells || len(s.labels) > 0 && s.labels[0].unit != "" || table || t.value == 0
		}
	}
	return tells || m.repeats(s)
}

// followed reports that a number follows the word t within its segment.
func (m *message) followed(s segment, t token) bool {
	for i := s.from; i+1 < s.to; i++ {
		if m.toks[i].from == t.from {
			return m.toks[i+1].class == cNumber
		}
	}
	return false
}

func (m *message) repeats(s segment) bool {
	words := strings.Trim(m.quoteToks(s.from, s.to), " ：:，,。\n")
	return words == "同上" || words == "也是" || words == "一样" || words == "也一样" || words == "＋1" || words == "+1"
}

// each reports that a figure is meant of each of the units that share it.
func (m *message) each(s segment) bool {
	for _, t := range m.toks[s.from:s.to] {
		if t.class == cEach && strings.Contains(m.quote(t.from, t.to), "各") {
			return true
		}
	}
	return false
}

// readRow reads what a segment says as a message of its own.
func (m *message) readRow(s segment, header []string) Reading {
	words := strings.TrimLeft(m.quoteToks(s.from, s.to), " ：:，,、|｜\t")
	if cells := m.cells(s); len(header) > 0 && len(cells) > 0 && len(cells) <= len(header) {
		var pairs []string
		for i, c := range cells {
			pairs = append(pairs, header[i]+c)
		}
		words = strings.Join(pairs, "，")
	}
	if m.each(s) {
		words = strings.ReplaceAll(words, "各", "")
	}
	c := m.ctx
	c.Unit, c.Asked, c.Before, c.Meant = "", "", "", true
	return m.r.readText(words, c, true)
}

// header is the head of a table, its items from the left: “单位|发热|居家隔离”.
func (m *message) header() (items []string) {
	end := len(m.toks)
	bars := false
	for i, t := range m.toks {
		switch t.class {
		case cLine:
			if len(items) > 1 {
				end = i
			} else {
				items, bars = nil, false
				continue
			}
		case cCategory:
			items = append(items, m.quote(t.from, t.to))
		case cBar:
			bars = true
		case cNumber, cFine, cNot:
			if t.class == cNumber || len(items) == 0 {
				return nil
			}
		}
		if end < len(m.toks) {
			break
		}
	}
	if end == len(m.toks) || len(items) < 2 || !bars && !strings.Contains(m.plain, "单位") {
		return nil
	}
	return items
}

// cells are the numbers of a table's row, nil where anything else stands there.
func (m *message) cells(s segment) (out []string) {
	for _, t := range m.toks[s.from:s.to] {
		switch t.class {
		case cNumber:
			out = append(out, m.quote(t.from, t.to))
		case cBar, cSpace, cLine, cComma, cColon, cCounter:
		case cNot:
			out = append(out, "0")
		default:
			return nil
		}
	}
	return out
}

// personal reports that words begin with somebody's name: 张老师, 李某某.
func personal(toks []token) bool {
	if toks[0].class != cText || toks[0].to-toks[0].from > 5 {
		return false
	}
	return toks[0].to-toks[0].from >= 2 || len(toks) > 1 && toks[1].class == cGroup
}

// quoteToks is what the tokens [from,to) were written as.
func (m *message) quoteToks(from, to int) string {
	if from >= to || from >= len(m.toks) {
		return ""
	}
	return m.quote(m.toks[from].from, m.toks[min(to, len(m.toks))-1].to)
}
