package understand

import "strings"

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
