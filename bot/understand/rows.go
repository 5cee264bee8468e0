package understand

import "strings"

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
			row := Row{Unit: l.unit, Label: m.titled(l, heading), Words: m.quoteToks(s.labels[0].from, s.to), Kind: got.Kind, Fields: got.Fields, Unknown: got.Unknown, Doubts: got.Doubts}
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
	if m.has(cTold) && len(m.said) == 0 && !m.has(cFine) && !m.has(cNot) {
		return false // 捐款：机电38人，软件22人
	}
	n := 0
	for _, t := range m.toks {
		if t.class == cUnit || t.class == cOurs || t.class == cFigure && t.key == "index" || t.class == cBar || m.isClass(t) || t.class == cText && m.bodyEnds(t) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// bodyEnds reports quickly that a word ends as the names of units do.
func (m *message) bodyEnds(t token) bool { return bodyEnd[m.text.runes[t.to-1]] }

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

// tells reports that a segment says something of its unit, and not only whether it has filed.
func (m *message) tells(s segment, table bool) bool {
	tells := false
	for _, t := range m.toks[s.from:s.to] {
		switch t.class {
		case cPending, cAsk, cQuestion:
			if t.key == "owe" || t.class != cPending {
				return false
			}
			tells = true // 待统计: not yet, and not none
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
			tells = tells || len(s.labels) > 0 && s.labels[0].unit != "" || table || t.value == 0 || m.toks[s.from].class == cColon && m.isClass(m.toks[s.from-1])
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

// quoteToks is what the tokens [from,to) were written as.
func (m *message) quoteToks(from, to int) string {
	if from >= to || from >= len(m.toks) {
		return ""
	}
	return m.quote(m.toks[from].from, m.toks[min(to, len(m.toks))-1].to)
}
