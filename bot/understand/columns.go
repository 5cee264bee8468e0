package understand

import "strings"

// inColumns reads items and their figures that stand in two rows, one behind the other: 发热、隔离、密接：0、3、0. There have to be as
// many of one as of the other.
func (c *tally) inColumns(s *clause) bool {
	items, colon := c.headsOfRow(s)
	if colon < 0 || len(items) < 2 {
		return false
	}
	row := c.m.text.runes[s.p.toks[colon].to:s.p.to()]
	figures := numbersIn(string(row))
	if len(items) != len(figures) {
		return false
	}
	for i, k := range items {
		t := s.p.toks[k]
		c.m.said = append(c.m.said, mention{base: t.key, from: t.from, to: t.to, phrase: s.i, counted: true, value: figures[i]})
		c.m.claims = append(c.m.claims, claim{base: t.key, bare: true, value: figures[i], known: true, from: t.from, to: s.p.to(), sentence: s.p.sentence})
		c.lean = frame{base: t.key, sentence: s.p.sentence}
	}
	return true
}

// headsOfRow are the items before a colon where a phrase holds nothing else there, and figures behind it; colon is below 0 where it does not.
func (c *tally) headsOfRow(s *clause) (items []int, colon int) {
	colon = -1
	if !s.p.has(cColon) && !s.p.has(cSpace) {
		return nil, colon
	}
	for k, t := range s.p.toks {
		switch t.class {
		case cCategory:
			if colon >= 0 {
				return nil, -1
			}
			items = append(items, k)
		case cColon, cSpace:
			if colon < 0 && len(items) > 1 {
				colon = k
			}
		case cNumber, cFigure:
			if colon < 0 {
				return nil, -1
			}
		case cUnit, cOurs, cList, cAnd, cEtc, cHave, cEach:
		case cMeasure:
			if len(items) > 0 || t.key != "today" && t.key != "now" {
				return nil, -1
			}
		default:
			if c.m.word(t) != "/" {
				return nil, -1
			}
		}
	}
	return items, colon
}

// numbersIn are the numbers of words that hold nothing else: 2、3人 and 两个. They are nil where something else is said.
func numbersIn(words string) (values []int) {
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" 、，。；和/\n", r) }) {
		r := []rune(part)
		n := scanNumber(r)
		if _, counter := counters.longest(r[n.length:]); n.length == 0 || n.approx || n.noise || n.length+counter != len(r) {
			return nil
		}
		values = append(values, n.value)
	}
	return values
}
