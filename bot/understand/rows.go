package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// segment is a stretch of the message under one label, or under several that share what is said: “软件学院和艺术学院零报告”.
type segment struct {
	labels   []label
	from, to int  // tokens of what is said
	one      bool // its labels are people, by name
}

// most rows that a message may have; a list beyond is read no further.
const mostRows = 120

// listing cuts the message at its rows; the table is nil where it has no heads. There are none where one unit speaks.
func (m *message) listing() ([]segment, *table) {
	if m.inRow {
		return nil, nil
	}
	if people := m.people(); people != nil {
		return people, &table{people: true}
	}
	if !m.listed() && !m.headsPeople() {
		return nil, nil
	}
	t := m.table()
	segments := m.segments(t)
	if len(segments) > 1 && t == nil {
		if t = m.led(segments[0]); t == nil {
			t = m.trailed(&segments[len(segments)-1])
		}
	}
	return segments, t
}

// headsPeople reports a head over names or classes, which nothing else may tell from talk.
func (m *message) headsPeople() bool {
	for _, head := range []string{"姓名", "班级", "人员|", "人员 |"} {
		if strings.Contains(m.plain, head) {
			return true
		}
	}
	return false
}

// rows reads the message as a list.
func (m *message) rows() (rows []Row) {
	if words := m.acrossGroups(); words != "" {
		m.single, m.singleAs = words, m.text.orig
		return nil
	}
	segments, table := m.listing()
	told, heading, named := m.telling(segments, table)
	if m.partsOfWhole(told) || m.ofItself(told) {
		return nil
	}
	switch {
	case named == 1 && len(told) == 1 && table != nil && told[0].labels[0].unit != "":
		if said, ok := table.row(m.rowWords(told[0])); ok && said != "" {
			m.singleAs = m.segmentWords(told[0])
			m.single = m.quoteToks(told[0].labels[0].from, told[0].labels[0].to) + " " + said
		}
		return nil
	case named < 2:
		return nil
	case table != nil && m.Urgent == Maybe && m.onlyHeads(table, told[0]):
		m.Urgent, m.UrgentType = No, ""
	}
	short := "" // what the classes before went by: 机电1902班、1903班
	for _, s := range told {
		got := m.readRow(s, table, told[0])
		if got.Urgent > m.Urgent {
			m.Urgent, m.UrgentType = got.Urgent, got.UrgentType
		}
		for _, l := range s.labels {
			if len(rows) == mostRows {
				return rows
			}
			if heading == "" {
				short = inherit(&l, short)
			}
			row := Row{Unit: l.unit, Label: m.titled(l, heading), One: s.one, Words: m.segmentWords(s), Kind: got.Kind, Fields: got.Fields, Unknown: got.Unknown, Doubts: got.Doubts}
			switch {
			case m.repeats(s) && len(rows) > 0:
				last := rows[len(rows)-1]
				row.Kind, row.Fields, row.Unknown, row.Doubts = last.Kind, last.Fields, last.Unknown, last.Doubts
			case len(s.labels) > 1 && !got.Zero && got.Kind != Zero && !m.each(s) && !s.one:
				// Whose the figure is, or whether it is their sum, is not said.
				row.Kind, row.Fields, row.Unknown, row.Doubts = Report, map[string]int{}, nil, []Doubt{{WhichField, "", m.quoteToks(s.from, s.to)}}
			}
			rows = append(rows, row)
		}
	}
	if !slices.ContainsFunc(rows, func(r Row) bool { return r.Kind != Leave }) {
		return nil // a list of those on leave
	}
	if m.has(cOrder) && !slices.ContainsFunc(rows, func(r Row) bool { return r.Kind != Report || len(r.Fields)+len(r.Unknown) > 0 }) {
		return nil // 软件、经管还没报完，请抓紧
	}
	if heading != "" {
		m.Unit = heading
	}
	return rows
}

// ofItself reports that the unit at the head of a message goes on to speak of itself: 纪委：抽查6个单位；本单位人员无异常.
func (m *message) ofItself(told []segment) bool {
	if len(told) == 2 && len(told[0].labels) == 1 && told[0].labels[0].from == 0 && ofYears.MatchString(told[0].labels[0].name) && m.isClass(m.toks[told[1].labels[0].from]) {
		return true // 护理1801至1806六个班：居家隔离3人，1805班还有4人没联系上
	}
	return len(told) == 2 && (told[0].labels[0].unit != "" || m.toks[0].class == cOurs) && told[0].labels[0].from == 0 && m.toks[told[1].labels[0].from].class == cOurs && strings.HasPrefix(told[1].labels[0].name, "本")
}

// ofYears is a label for all the classes from one to another.
var ofYears = pattern.MustCompile(`[0-9]{2,4}[级班]?[至到~-][0-9]{2,4}`)

// telling are the segments that say something of their units, the unit whose name stands over them, and how many they name.
func (m *message) telling(segments []segment, t *table) (told []segment, heading string, named int) {
	seen := map[string]bool{}
	people := t != nil && t.people
	figured, strangers, blank := false, 0, []segment{}
	for _, s := range segments {
		switch tells := !m.caption(s) && !(t != nil && len(told) == 0 && m.overHeads(s)) && (m.tells(s, t != nil) || t.tells(m.rowWords(s))); {
		case !tells && !people && m.unplaced(s):
			told, figured = append(told, s), true
			if !s.labels[0].person {
				strangers++ // 化工学院 3人: as much a row as those of the college's own units
			}
			continue
		case !tells && t == nil && m.signed(s) && !(m.bySomebody(s) && m.zeros(segments[0]) && !m.has(cOrder)):
			blank = append(blank, s)
			continue
		case !tells && t == nil && m.signed(s): // 今日零报告接龙: who signs by name reports so
		case !tells:
			if len(told) == 0 && len(s.labels) == 1 {
				heading = s.labels[0].unit
			}
			continue
		}
		s.one = s.one || people
		told = append(told, s)
		for _, l := range s.labels {
			if !seen[l.name] || people {
				seen[l.name] = true
				named++
			}
		}
	}
	switch {
	case named > 0:
		named += strangers + len(blank) // who has only signed yet has told nothing
	case len(blank) > 1 && m.zeros(segments[0]) && !m.has(cOrder):
		return blank, "", len(blank) // #接龙 今日零报告: whoever signs reports so
	case len(blank) > 1:
		m.Unit = "" // nobody has filled it in
	}
	if figured && named < 2 {
		told = slices.DeleteFunc(told, m.unplaced) // 1. 口罩 200: no list of units
	}
	return told, heading, named
}

// unplaced reports that a segment says no more than a number of whom the college does not have: 化工学院 2. Beside rows of others it is a
// row, so that it is not dropped unnamed.
func (m *message) unplaced(s segment) bool {
	if len(s.labels) != 1 || s.labels[0].unit != "" || m.tells(s, false) {
		return false
	}
	return slices.ContainsFunc(m.toks[s.from:s.to], func(t token) bool { return t.class == cNumber })
}

// onlyHeads reports that the case asked about is only the head of a column: nothing else before the first row names it.
func (m *message) onlyHeads(t *table, first segment) bool {
	base, named := caseBase[m.UrgentType], 0
	for _, s := range m.said {
		if s.base == base && s.from < m.toks[first.labels[0].from].from {
			named++
		}
	}
	for _, h := range t.heads {
		if h.base == base {
			named--
		}
	}
	return base != "" && named <= 0
}

// segmentWords is a segment with its labels, as it was written.
func (m *message) segmentWords(s segment) string {
	return m.quoteToks(min(s.from, s.labels[0].from), max(s.to, s.labels[len(s.labels)-1].to))
}

// listed reports quickly whether the message can be a list at all.
func (m *message) listed() bool {
	if m.has(cTold) && len(m.said) == 0 && !m.has(cFine) && !m.has(cNot) {
		return false // 捐款：机电38人，软件22人
	}
	if len(m.said) == 0 && strings.Contains(m.plain, "参加") && m.anywhere(takesPart) {
		return false // 机电3人、护理2人参加明天的培训
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

// takesPart says what people named by their units are to do, which is no report of them.
var takesPart = pattern.MustCompile(`参加[^，。；]{0,8}(?:培训|会议|例会|活动|演练|消毒|志愿|比赛|劳动|工作)`)

// bodyEnds reports quickly that a word ends as the names of units do.
func (m *message) bodyEnds(t token) bool { return bodyEnd[m.text.runes[t.to-1]] }

// segments cuts the message at its labels. A label stands at the start of a phrase, and in no bracket; a unit also behind the figure of
// the one before it, 机电7软件3, and behind the item that leads them all. In a table of people their names stand where lines begin.
func (m *message) segments(t *table) (out []segment) {
	depth, start, lineStart := 0, true, true
	of := table{}
	if t != nil {
		of = *t
	}
	for i := 0; i < len(m.toks); {
		t := m.toks[i]
		switch t.class {
		case cOpen:
			depth++
		case cClose:
			depth = max(0, depth-1)
		}
		if start && depth == 0 {
			if labels, next := m.labels(i, lineStart, of); len(labels) > 0 {
				if n := len(out); n > 0 {
					out[n-1].to = m.trimmed(out[n-1].from, i)
				}
				out = append(out, segment{labels: labels, from: next, to: len(m.toks), one: labels[0].person})
				i, start, lineStart = next, false, false
				continue
			}
		}
		// A sum ends what the last row says: 合计2人 is no part of it.
		sums := t.class == cSum || t.class == cMeasure && strings.HasPrefix(m.word(t), "共") || t.class == cMeasure && strings.HasPrefix(m.word(t), "一共")
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
		case cAck, cGreeting, cDate, cEtc, cNews:
		default:
			lead := len(out) == 0 && (t.class == cCategory || t.class == cMeasure) && start
			start, lineStart = i+1 < len(m.toks) && m.toks[i+1].class == cUnit && (lead || t.class == cNumber || t.class == cNot || t.class == cFine) && depth == 0, false
			start = start || lead && m.toks[min(i+1, len(m.toks)-1)].class == cCategory
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
		case cFine, cSame, cSick, cTaken, cPart, cLeave:
			tells = true
		case cNot:
			tells = true
		case cNumber:
			tells = tells || len(s.labels) > 0 && s.labels[0].unit != "" || table || t.value == 0 || m.toks[s.from].class == cColon && m.isClass(m.toks[s.from-1])
		}
	}
	return tells || m.repeats(s) || m.ticked(s)
}

// ticked reports that a segment says no more than √, as each does of a list that is headed 零报告.
func (m *message) ticked(s segment) bool {
	return ticks[strings.Trim(m.quoteToks(s.from, s.to), " ：:，,、。|\n")]
}

// zeros reports that the words over a list say what its ticks stand for.
func (m *message) zeros(first segment) bool {
	over := string(m.text.runes[:m.toks[first.labels[0].from].from])
	return strings.Contains(over, "零报告") || strings.Contains(over, "无异常") || strings.Contains(over, "平安") || strings.Contains(over, "正常")
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
		if t.class == cEach && strings.Contains(m.word(t), "各") {
			return true
		}
	}
	return false
}

// readRow reads what a segment of a list that begins with the first says as a message of its own.
func (m *message) readRow(s segment, t *table, first segment) Reading {
	if m.ticked(s) || m.signed(s) {
		got := Reading{Kind: Report, Fields: map[string]int{}}
		if m.zeros(first) {
			got.Kind, got.Zero = Zero, true
		}
		return got
	}
	words := m.rowWords(s)
	if t != nil && !m.counts(s) {
		if said, ok := t.row(words); ok {
			words = said
		}
	}
	words = strings.TrimRight(strings.TrimLeft(words, "|｜\t"), "、 ")
	if t == nil && strings.HasSuffix(s.labels[0].name, "班") && ofClass.MatchString(words) {
		words = "学生" + words // 护理1905班 45人 全正常
	}
	if m.each(s) {
		words = strings.ReplaceAll(words, "各", "")
	}
	c := m.ctx
	c.Unit, c.Asked, c.Before, c.Meant, c.Forwarded = "", "", "", true, false // nothing of a list counts before its heads say so
	got := m.r.readText(words, c, true)
	if s.one {
		got.countOne()
	}
	return got
}

// ofClass begins with how many a class has, and goes on.
var ofClass = pattern.MustCompile(`^[0-9]{1,3}[人名](?:[ ，,；;、]+(?:[^0-9 ]|[0-9]{1,3}[人名]\p{Han}{2})|[正均全都无健平])`)

// rowWords is what a segment says, as it was written.
func (m *message) rowWords(s segment) string {
	return strings.TrimLeft(m.quoteToks(s.from, s.to), " ：:，,、")
}

// counts reports that a segment names the item of its own figure.
func (m *message) counts(s segment) bool {
	item, number := false, false
	for _, t := range m.toks[s.from:s.to] {
		item = item || t.class == cCategory
		number = number || t.class == cNumber
	}
	return item && number
}

// quoteToks is what the tokens [from,to) were written as.
func (m *message) quoteToks(from, to int) string {
	if from >= to || from >= len(m.toks) {
		return ""
	}
	return m.quote(m.toks[from].from, m.toks[min(to, len(m.toks))-1].to)
}
