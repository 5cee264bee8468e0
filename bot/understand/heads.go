package understand

import "slices"

// byHeads gives the figures of two groups that are told one after the other, each group only at the head of its own, to whom they are of:
// 学生在鄂33人，居家隔离71人；教工在鄂2人，居家隔离6人. It does so only where the same item is told of nobody's group behind both.
func (m *message) byHeads() {
	group, heads, bare := "", map[string]bool{}, map[string]string{}
	of := make([]string, len(m.claims))
	parted := false
	for i, cl := range m.claims {
		if cl.group != "" && !cl.inside && m.leads(cl) {
			group = cl.group
			heads[group] = true
		}
		if cl.group != "" || cl.inside || cl.base == "roster" || ungroupedKeys[cl.base] || group == "" || cl.denied {
			continue
		}
		of[i] = group
		k := cl.base + " " + cl.measure
		if was, told := bare[k]; told && was != group {
			parted = true
		} else if told {
			return // the same item twice of one group: it is no such list
		}
		bare[k] = group
	}
	if !parted || len(heads) < 2 {
		return
	}
	for i := range m.claims {
		if of[i] != "" {
			m.claims[i].group = of[i]
		}
	}
}

// leads reports that the group of a claim stands at the head of its phrase.
func (m *message) leads(cl claim) bool {
	i, _ := slices.BinarySearchFunc(m.phrases, cl.from, func(p phrase, at int) int { return p.to() - at - 1 })
	if i < len(m.phrases) && cl.from >= m.phrases[i].from() {
		for _, t := range m.phrases[i].toks {
			switch t.class {
			case cUnit, cOurs, cDate, cColon, cFigure, cSpace:
			case cMeasure:
				if t.key != "today" && t.key != "now" {
					return false
				}
			default:
				return t.class == cGroup && t.key == cl.group
			}
		}
	}
	return false
}
