package understand

import (
	"slices"
	"strings"
)

// acrossGroups says in words what a table says whose rows are items and whose columns are groups of people, "" where there is none:
//
//	项目 | 学生 | 教工
//	居家隔离 | 7 | 2
func (m *message) acrossGroups() string {
	if m.inRow || !strings.ContainsAny(m.text.orig, "|｜\t") || strings.Count(m.text.orig, "\n") == 0 {
		return ""
	}
	var heads, said []string
	title := "" // what stands over the heads
	for line := range strings.Lines(m.text.orig) {
		if strings.Trim(line, "|｜-: \t\r\n") == "" {
			continue // the rule beneath the heads
		}
		cells := m.cells(line)
		switch {
		case len(cells) < 2 && heads == nil && len(title) < mostTitle:
			title += strings.TrimSpace(line) + "\n"
		case len(cells) < 2 || len(cells) > mostHeads:
			return ""
		case heads == nil:
			if heads = m.groupHeads(cells); heads == nil {
				return ""
			}
		case len(cells) != len(heads) || !m.isItem(cells[0]):
			return ""
		default:
			for i := 1; i < len(cells); i++ {
				if strings.Trim(cells[i], "-—/") == "" {
					said = append(said, cells[0]+heads[i]+"未统计") // left empty is no 0
					continue
				}
				if strings.Trim(cells[i], "0123456789") != "" {
					return ""
				}
				said = append(said, cells[0]+heads[i]+cells[i]+"人")
			}
		}
	}
	if len(said) == 0 {
		return ""
	}
	return title + strings.Join(said, "，")
}

// mostTitle is how much may stand over a table, in bytes.
const mostTitle = 200

// isItem reports that words name an item of the form, and no unit.
func (m *message) isItem(words string) bool {
	toks := m.r.tokens(normalise(words), nil)
	named := func(of class) bool { return slices.ContainsFunc(toks, func(t token) bool { return t.class == of }) }
	return named(cCategory) && !named(cUnit)
}

// cells are what stands between the bars of a line.
func (m *message) cells(line string) []string {
	for _, mark := range []string{"|", "｜", "\t"} {
		line := strings.Trim(line, " \r\n")
		if framed := strings.TrimSuffix(strings.TrimPrefix(line, mark), mark); len(framed) == len(line)-2*len(mark) {
			line = framed // bars at both ends are its frame
		}
		if cells := cut(line, mark); len(cells) > 1 {
			return cells
		}
	}
	return nil
}

// groupHeads are the heads of the columns where each but the first names a group, or the sum of them, which has no word; nil where they do not.
func (m *message) groupHeads(cells []string) []string {
	heads := make([]string, len(cells))
	for i, c := range cells[1:] {
		if sumHeads[c] {
			continue
		}
		toks := m.r.tokens(normalise(c), nil)
		if len(toks) != 1 || toks[0].class != cGroup || !someGroup(toks[0].key) {
			return nil
		}
		heads[i+1] = c
	}
	return heads
}

var sumHeads = set("合计 总计 小计 共计")
