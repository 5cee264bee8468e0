package understand

import "strings"

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
