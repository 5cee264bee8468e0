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
