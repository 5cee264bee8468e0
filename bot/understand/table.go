package understand

import (
	"slices"
	"strings"
)

// table is how the rows of a list are to be read: the heads of its columns, to the right of the one that names the rows.
type table struct {
	mark    string // what parts the columns: a bar, a tab, a comma, or "" for spaces
	heads   []head
	people  bool // its rows are of one person each
	classes bool // its rows are of classes, which go by their numbers
}

// head is what stands over a column: an item of the form, a temperature, or something that is told in words or is no matter here.
type head struct {
	words       string
	base        string // of the item, "" for none
	warm, apart bool
}

var (
	// unitHeads and nameHeads stand over the column that names the rows.
	unitHeads  = set("单位 学院 部门 系部 处室 二级学院 所在单位 单位名称 所属单位 unit college department")
	nameHeads  = set("姓名 名字 人员 name")
	classHeads = set("班级 班 class")
	// apartHeads stand over what tells nothing of the day's figures.
	apartHeads = set("序号 编号 号 no no. 电话 联系电话 手机 手机号 联系方式 填报人 负责人 报送人 时间 填报时间 报送时间 学号 工号 身份证号 性别 年龄 人数 总人数")
)

// countHeads stands over the figures of the item that the title names.
var countHeads = set("人数 总人数 合计 总数 数量")

// mostHeads is how many columns a table may have.
const mostHeads = 40

// table finds the head of a table: “单位|发热|居家隔离”; nil where there is none.
func (m *message) table() *table {
	over := head{} // the only item of a title over the head: 居家隔离统计
	for line := range strings.Lines(m.text.orig) {
		for _, mark := range []string{"|", "｜", "\t", "，", ",", ""} {
			cells := cut(strings.Trim(line, "|｜ \n"), mark)
			if len(cells) < 2 || len(cells) > mostHeads {
				continue
			}
			if t := m.headed(cells, mark, over); t != nil {
				return t
			}
		}
		over = m.title(line, over)
	}
	return nil
}

// title is the only item that a line over a table names, that of the lines before it where it names none.
func (m *message) title(line string, before head) head {
	of, group, end := head{}, "", -1
	words := normalise(line)
	room := used.Get().(*room)
	defer used.Put(room)
	room.toks = m.r.tokens(words, room.toks)
	for _, t := range room.toks {
		switch {
		case t.class == cNumber, t.class == cNot, t.class == cFine, t.class == cCategory && of.base != "":
			return head{}
		case t.class == cCategory:
			of, end = head{words: group + words.words(t.from, t.to), base: t.key}, t.to
		case t.class == cGroup && t.from == end:
			of.words += words.words(t.from, t.to) // 湖北籍学生统计
		}
		if group = ""; t.class == cGroup {
			group = words.words(t.from, t.to)
		}
	}
	if of.base == "" {
		return before
	}
	return of
}

// headed makes a table of the cells of its head.
func (m *message) headed(cells []string, mark string, over head) *table {
	if slices.ContainsFunc(cells, func(c string) bool { return c != "" && strings.Trim(c, "0123456789") == "" }) {
		return nil // a row, and no head
	}
	t, names, items, classes := &table{mark: mark}, -1, 0, -1
	for i, c := range cells {
		h := m.head(c, over)
		switch plain := strings.ToLower(c); {
		case unitHeads[plain]:
			names = i
		case nameHeads[plain]:
			if t.people = true; names < 0 {
				names = i
			}
		case classHeads[plain]:
			h.apart, classes = true, i
		case h.base != "" && !h.apart:
			items++
		case scanNumber([]rune(c)).length > 0:
			return nil
		}
		t.heads = append(t.heads, h)
	}
	for i, h := range t.heads {
		if items == 0 && over.base != "" && countHeads[h.words] {
			t.heads[i], items = over, 1 // 居家隔离统计: 人数
		}
	}
	if names < 0 && classes >= 0 {
		names, t.classes = classes, true
	}
	// Spaces and commas part words as well: there the first column has to say that it names the rows.
	if names < 0 && (items < 2 || mark != "|" && mark != "｜" && mark != "\t") || items == 0 && !t.people {
		return nil
	}
	t.heads = t.heads[names+1:]
	if names < 0 {
		t.heads = t.heads[1:]
	}
	return t
}

// head reads what stands over a column.
func (m *message) head(words string, over head) head {
	words = strings.TrimPrefix(words, "是否")
	h := head{words: words, apart: apartHeads[strings.ToLower(words)]}
	below, kind := over.base != "" && words != "", false
	for _, t := range m.r.tokens(normalise(words), nil) {
		switch t.class {
		case cMeasure, cSum:
			below = below && t.key != "today" && !plainKeys[over.base]
		case cGroup:
			below = below && !ungroupedKeys[over.base]
		case cText:
			kind = t.key == "kind" && over.base == "quarantine"
			below = below && kind
		case cCounter, cEtc, cSpace:
		default:
			below = false
		}
		switch t.class {
		case cCategory:
			h.base = t.key
		case cThermo:
			h.warm = true
		case cNot, cFine, cUnit:
			return head{words: words}
		}
	}
	if below && !h.apart {
		h.words, h.base = over.words+words, over.base // 居家隔离统计: 新增 | 现有
	}
	if below && kind && !h.apart {
		h.words = words + over.words // 隔离统计: 居家 | 集中
	}
	return h
}

// led is the table of rows whose only item leads them all: “居家隔离：机电7，软件3”.
func (m *message) led(first segment) *table {
	from, item := -1, ""
	for i, t := range m.toks[:first.labels[0].from] {
		switch t.class {
		case cCategory:
			if item != "" && item != t.key || plainKeys[t.key] && ungroupedKeys[t.key] {
				return nil
			}
			item = t.key
			if from < 0 {
				from = i
			}
		case cMeasure:
			if from < 0 && t.key != "today" {
				from = i
			}
		case cOrder:
			if m.text.runes[t.from] != '各' || strings.Contains(m.plain, "请") {
				return nil // 各学院居家隔离人数 heads a list
			}
		case cNumber, cUnit, cNot, cFine, cFault, cHearsay:
			return nil
		case cStop:
			from, item = -1, ""
		}
	}
	if item == "" {
		return nil
	}
	words := strings.TrimRight(m.quoteToks(from, m.trimmed(from, first.labels[0].from)), " ：:，,\n")
	return &table{heads: []head{{words: words, base: item}}}
}

// trailed is the table of rows whose only item follows them all in a bracket, which is then no part of the last: 护理6、软件4（均为居家隔离学生）.
func (m *message) trailed(last *segment) *table {
	open := last.from
	aside := func(i int) bool {
		return m.toks[i].class == cOpen || m.toks[i].class == cComma && i+1 < last.to && m.toks[i+1].class == cEach
	}
	for open < last.to && !aside(open) {
		open++
	}
	item := head{}
	for i, t := range m.toks[open:min(last.to, len(m.toks))] {
		switch t.class {
		case cOpen, cClose, cEach, cHave, cEtc, cStop, cGroup, cComma:
			if (t.class == cOpen || t.class == cComma) && i > 0 || t.class == cGroup && item.base == "" {
				return nil
			}
		case cCategory:
			if item.base != "" {
				return nil
			}
			item = head{words: m.word(t), base: t.key}
		default:
			return nil
		}
		if t.class == cGroup {
			item.words += m.word(t)
		}
	}
	if item.base == "" || !m.each(segment{from: open, to: last.to}) && !strings.Contains(m.quoteToks(open, last.to), "均") && !strings.Contains(m.quoteToks(open, last.to), "都") {
		return nil
	}
	last.to = m.trimmed(last.from, open)
	return &table{heads: []head{item}}
}

// cut parts a line into its cells.
func cut(line, mark string) []string {
	if mark == "" {
		return strings.Fields(line)
	}
	cells := strings.Split(line, mark)
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// row says in words what the cells of a row say, behind its name. ok is false where they do not stand under the heads.
func (t *table) row(words string) (said string, ok bool) {
	words, _, _ = strings.Cut(words, "\n")
	words = strings.Trim(words, " ：:\r")
	if len(t.heads) == 1 && t.mark == "" && !t.people {
		return t.heads[0].cell(words), true
	}
	if t.mark != "" {
		words = strings.TrimSuffix(strings.TrimPrefix(words, t.mark), t.mark)
	}
	cells := cut(words, t.mark)
	if len(cells) > len(t.heads) || len(cells) == 0 || t.mark == "" && len(cells) != len(t.heads) {
		return "", false
	}
	var phrases []string
	for i, c := range cells {
		if s := t.heads[i].cell(c); s != "" {
			phrases = append(phrases, s)
		}
	}
	return strings.Join(phrases, "，"), true
}

// tells reports that the cells of a row say anything under the heads.
func (t *table) tells(words string) bool {
	if t == nil || t.mark == "" {
		return false
	}
	said, ok := t.row(words)
	return ok && said != ""
}

// cell says in words what stands under a head, "" where that is nothing: an empty cell is no zero.
func (h head) cell(words string) string {
	runes := normalise(words).runes
	w, n := ordinary().longest(runes)
	number := scanNumber(runes).length > 0
	switch {
	case h.apart, strings.Trim(words, " -—–/／、.") == "":
		return ""
	case h.base != "" && (words == "否" || words == "no"):
		return h.words + "无"
	case h.base != "" && (words == "是" || words == "有" || words == "yes" || ticks[words]):
		return h.words
	case h.base != "" && (number || w != nil && w.class == cNot && n == len(runes)), h.warm:
		return h.words + words
	case number, w != nil && w.class == cNot && n == len(runes):
		return "" // 备注：无
	}
	return words
}

// ticks are the marks that people set in a list instead of words.
var ticks = set("√ √√ ✓ ✔ ☑ ✅")

// columns reads a table whose columns are groups of people: the bar before a figure stands for the group over it, and the head for
// nothing.
func columns(toks []token) {
	var groups []string
	cell := 0
	for i := range toks {
		t := &toks[i]
		switch {
		case t.class == cLine:
			cell = 0
		case t.class == cBar && groups == nil:
			if groups = groupsOver(toks[i:]); groups == nil {
				return
			}
			for j := range groups {
				toks[i+2*j].class, toks[i+2*j+1].class = cText, cText
			}
		case t.class == cBar:
			if cell++; cell <= len(groups) && i+1 < len(toks) && toks[i+1].class == cNumber {
				t.class, t.key = cGroup, groups[cell-1]
			}
		}
	}
}

// groupsOver are the groups that stand between bars to the end of a line, two or more.
func groupsOver(toks []token) (groups []string) {
	i := 0
	for ; i+1 < len(toks) && toks[i].class == cBar && toks[i+1].class == cGroup; i += 2 {
		groups = append(groups, toks[i+1].key)
	}
	if len(groups) < 2 || i == len(toks) || toks[i].class != cLine {
		return nil
	}
	return groups
}
