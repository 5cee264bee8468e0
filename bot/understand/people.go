package understand

import "strings"

// readDate finds the day the figures are for. Days inside a story, 1月10日后离开
// or 1月28日通知, are not it.
func (m *message) readDate() {
	for _, p := range m.phrases {
		for i, t := range p.toks {
			if t.class == cDate && !m.aside(p, i) {
				m.DateRef = dayOf(t.year, t.value/100, t.value%100, m.ctx.Date)
				if m.DateRef != "" && m.ctx.Date != "" && m.DateRef != m.ctx.Date {
					m.doubt(DateMismatch, "", m.quote(t.from, t.to))
				}
				return
			}
		}
	}
	// 补报昨天: the words before the figures name the day, not a measure.
	if strings.Contains(m.plain, "补报昨") && m.ctx.Date != "" {
		m.DateRef = before(m.ctx.Date, 1)
		m.doubt(DateMismatch, "", "补报")
	}
}

// aside reports that the date at i dates something other than the figures.
func (m *message) aside(p phrase, i int) bool {
	t := p.toks[i]
	s := m.text.runes
	if t.to < len(s) && strings.ContainsRune("后前以起从离返去回通文印到至-发来", s[t.to]) {
		return true
	}
	if t.from > 0 && strings.ContainsRune("自从到于", s[t.from-1]) {
		return true
	}
	for _, b := range p.toks[:i] {
		switch b.class {
		case cUnit, cOurs, cMeasure, cFine:
		case cText: // 截至, 截止到
			if b.to-b.from > 3 {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// readUnit finds the unit that speaks: named where a phrase begins, or signed at
// the end. A name inside a sentence may be a subject of talk.
func (m *message) readUnit() {
	for _, p := range m.phrases {
		for i, t := range p.toks {
			if t.class != cUnit {
				continue
			}
			lead := true
			for _, b := range p.toks[:i] {
				lead = lead && (b.class == cAck || b.class == cSelf || b.class == cHave || b.class == cGreeting || b.class == cDate || b.class == cOurs || b.class == cFix || b.class == cText && b.to-b.from <= 2)
			}
			if lead || i == len(p.toks)-1 && p.depth == 0 {
				m.Unit = t.key
				return
			}
		}
	}
}

// titles may follow a surname where somebody says who they are.
var titles = []string{"老师", "书记", "院长", "主任", "处长", "科长", "部长", "副书记", "副院长", "副处长", "副主任", "辅导员", "馆长", "干事"}

// claimed reads “我是软件学院王老师”.
func (m *message) claimed() bool {
	i := m.find(cUnit)
	if i < 0 {
		return false
	}
	u := m.toks[i]
	start := ""
	for _, t := range m.toks[:i] {
		if t.class == cAck || t.class == cGreeting || t.class == cComma || t.class == cStop || t.class == cSpace {
			continue
		}
		start += m.quote(t.from, t.to)
	}
	switch start {
	case "我是", "本人是", "我叫", "这里是", "我是咱":
	default:
		return false
	}
	name := []rune{}
	for _, r := range m.text.runes[u.to:] {
		if _, mark := marks[r]; mark && (r != ' ' || len(name) > 0) {
			break
		}
		if r != '的' || len(name) > 0 {
			name = append(name, r)
		}
	}
	if n := len(name); n < 2 || n > 8 {
		return false
	}
	m.Unit, m.Name = u.key, string(name)
	for _, t := range titles {
		if m.Name == t {
			return false // no surname: 我是软件学院书记 names nobody
		}
	}
	return true
}

// proxied reads “请软件学院代报”, “委托软件学院代报”: the unit named files for the sender.
func (m *message) proxied() bool {
	i := m.find(cProxy)
	if i < 0 || len(m.Fields) > 0 || m.Zero {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if t := m.toks[j]; t.class == cUnit {
			if lead := m.ahead(j); strings.HasSuffix(lead, "请") || strings.HasSuffix(lead, "委托") || strings.HasSuffix(lead, "由") || strings.HasSuffix(lead, "托") || strings.HasSuffix(lead, "让") {
				m.Unit = t.key
				return true
			}
		}
	}
	return false
}

// ahead gives the few characters before a word.
func (m *message) ahead(i int) string {
	to := m.toks[i].from
	return string(m.text.runes[max(0, to-3):to])
}
