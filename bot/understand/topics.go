package understand

import "fangkong/bot/pattern"

// isNumber says what the number of those is who are on a list: 名单核对后是13人.
var isNumber = pattern.MustCompile(`名单[^，。]{0,6}(?:是|为|共)[0-9一二三四五六七八九十两]+[人名个]`)

// topic reports that the item at k is only what papers are about: 隔离预案, 居家隔离人员名单.
func (s *clause) topic(k int) bool {
	if !s.p.has(cTopicOf) {
		return false
	}
	if s.at(k+1).class == cTopicOf {
		return true
	}
	for j := k + 1; j < len(s.p.toks); j++ {
		if c := s.p.toks[j].class; c != cEtc {
			return c == cTopicOf && !s.opensFigure(j)
		}
	}
	return false
}

// qualifies reports that the case at k only says whose contact somebody is: 确诊病例的密切接触者.
func (s *clause) qualifies(k int) bool {
	if base := s.p.toks[k].key; base != "confirmed" && base != "suspected" {
		return false
	}
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cEtc:
		case cHave:
			if t.to-t.from > 1 {
				return false
			}
		case cCategory:
			return t.key == "close_contact"
		default:
			return false
		}
	}
	return false
}
