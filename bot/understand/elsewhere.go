package understand

import "strings"

// elsewhere asks about the number at k where it counts some of ours who are in another place: 1名教师在河北滞留, 我院1人在河北.
func (c *tally) elsewhere(s *clause, k int, group string) bool {
	t, place := s.p.toks[k], s.p.first(cPlace)
	if s.p.depth > 0 || c.m.ctx.Asked != "" || place < 1 || s.p.toks[place].key != "" || t.value < 1 || t.value >= crowd || s.p.has(cTold) || s.p.has(cHearsay) {
		return false
	}
	words := c.m.quote(s.p.from(), s.p.to())
	there := c.m.text.runes[s.p.toks[place].from-1] == '在'
	if !(there || strings.Contains(words, "滞留")) || !someGroup(group) && !(there && k < place && s.plainlyThere(place)) {
		return false
	}
	c.m.doubt(WhichField, "", words)
	return true
}

// plainlyThere reports that a phrase says of people that they are at a place, and nothing else: 我院1人在河北老家.
func (s *clause) plainlyThere(place int) bool {
	for i, t := range s.p.toks {
		switch t.class {
		case cUnit, cOurs, cNumber, cMeasure, cPlace, cHave, cEach, cSpace:
			if t.class == cNumber && !t.people {
				return false
			}
		case cText:
			if t.to-t.from > 2 || i < place && t.to-t.from > 1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
