package understand

import (
	"slices"
)

var (
	// gates are the college's own, which are shut and opened as it likes; dwellings are where somebody is shut in.
	gates     = compile(`(?i)[东西南北前后正侧偏]大?门|(?:学校|学院|校|院|区)大?门|大门|门岗|校园|\bgates?\b`)
	dwellings = compile(`(?i)小区|[村楼家户]|宿舍|寝室|公寓|单元|社区|老家|隔离|\b(?:buildings?|compound|home|house|village|dorm(?:itory)?|flat|apartment)\b`)
	// byOrder are words for who shuts more than a gate: the campus itself may be sealed off.
	byOrder = compile(`政府|街道|疾控|防疫|指挥部|公安|警|[封管]控|(?i)\b(?:government|police)\b`)
	// guard is somebody at a gate who tells what people may do there.
	guard = compile(`(?i)(?:保安|门卫|门岗|宿管员?|物业|\bguards?)[^，。]{0,4}?(?:说|讲|告诉|告知|通知|让|准|\bsa(?:ys?|id)\b|\btells?\b|\btold\b)`)
)

// gatesShut makes plain text of what is said of a gate of the college and of nobody's home: 北门今天只进不出.
func gatesShut(toks []token, t *text) {
	until, shut := 0, false // what is said once holds for the whole of its span
	for i, tok := range toks {
		if tok.class != cCategory || tok.key != "sealed" {
			continue
		}
		if i >= until {
			var from int
			from, until = span(toks, i)
			words := string(t.runes[toks[from].from:toks[until-1].to])
			of := slices.ContainsFunc(toks[from:until], func(o token) bool { return o.class == cSelf || o.class == cNumber })
			shut = !of && gates.MatchString(words) && !dwellings.MatchString(words) && !byOrder.MatchString(words)
		}
		if shut {
			toks[i].class = cText
		}
	}
}

// guarded reports that the only one of ours whom a phrase names is a guard who tells what people may do: 门卫说不让出.
func (m *message) guarded(p phrase) bool {
	return m.fits(p, guard) && !p.has(cSelf) && !p.has(cOurs) && !p.has(cUnit)
}
