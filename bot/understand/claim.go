package understand

import "strings"

// titles may stand before or after a name where somebody says who they are; the longer one comes first.
var titles = strings.Fields("党总支副书记 党总支书记 党支部书记 总支副书记 总支书记 支部书记 党委副书记 党委书记 副书记 书记 常务副院长 副院长 院长 副主任 办公室主任 主任 副处长 处长 副科长 科长 副部长 部长 副馆长 馆长 " +
	"辅导员 班主任 干事 秘书 老师 教师 联络员 信息员 专干 负责人 主席 会长 副主席")

// newcomers may stand before a name: 新来的孔明.
var newcomers = strings.Fields("新来的 新任的 新任 新上任的 刚来的 新调来的 负责疫情的 负责报送的 负责疫情报送的 负责信息的 负责上报的 现任 的 党政 分管")

// selves are the words with which somebody begins to say who they are.
var selves = set("我是 本人是 我叫 这里是 我是咱 本人 这边是 大家好我是 您好我是 你好我是")

// claimed reads “我是软件学院王老师”, “我是新来的孔明，软件学院的”.
func (m *message) claimed() bool {
	i := m.find(cUnit)
	if i < 0 || len(m.Fields)+len(m.Unknown) > 0 {
		return false
	}
	u := m.toks[i]
	start := ""
	for _, t := range m.toks[:i] {
		if t.class == cAck || t.class == cGreeting || t.class == cComma || t.class == cStop || t.class == cSpace {
			continue
		}
		start += m.word(t)
	}
	name := ""
	if selves[start] {
		name = m.nameAfter(u.to)
	} else {
		// The name may stand before the unit, and a title behind the unit vouches for a line without 我是.
		before, found := strings.CutPrefix(start, "我是")
		switch {
		case found && strings.HasSuffix(strings.TrimRight(m.plain[len(string(m.text.runes[:u.to])):], "。！ "), "的"):
			name = bareName([]rune(before))
		case start == "" && m.titledName(u.to):
			name = m.nameAfter(u.to)
		default:
			return false
		}
	}
	if n := len([]rune(name)); n < 2 || n > 8 || strings.ContainsAny(name, "谁哪") {
		return false
	}
	m.Unit, m.Name = u.key, name
	for _, t := range titles {
		if m.Name == t {
			return false // no surname: 我是软件学院书记 names nobody
		}
	}
	return true
}

// nameAfter is the name at rune i, up to the next mark. A space parts the unit from the name, and not the name.
func (m *message) nameAfter(i int) string {
	rest := m.text.runes[i:]
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '，') {
		rest = rest[1:]
	}
	// The title comes first where a space follows it: 书记 王秋禾.
	for _, t := range titles {
		if after, ok := strings.CutPrefix(string(rest), t+" "); ok {
			rest = []rune(after)
			break
		}
	}
	for j, r := range rest {
		if _, mark := markOf(r); mark {
			rest = rest[:j]
			break
		}
	}
	return bareName(rest)
}

// bareName takes off what is said of a person before their name: 辅导员孔明, 党总支书记王秋禾. A title behind a surname is
// how they are called, 王老师, and stays.
func bareName(r []rune) string {
	name := string(r)
	for cut := true; cut; {
		cut = false
		for _, list := range [][]string{newcomers, titles} {
			for _, t := range list {
				if rest, ok := strings.CutPrefix(name, t); ok && len([]rune(rest)) > 1 {
					name, cut = rest, true
					break
				}
			}
		}
	}
	return strings.TrimSpace(name)
}

// titledName reports that a title and a name of two or three characters are all that follows rune i: 护理学院党总支书记王秋禾.
func (m *message) titledName(i int) bool {
	if m.has(cFine) || m.has(cNumber) || m.has(cLeave) {
		return false
	}
	rest := strings.Trim(string(m.text.runes[i:]), " 。，：")
	for _, t := range titles {
		if name, ok := strings.CutPrefix(rest, t); ok {
			name = strings.TrimLeft(name, " ：")
			n := len([]rune(name))
			return n >= 2 && n <= 3 && !strings.ContainsAny(name, " ，。：、0123456789无零已请了的收在")
		}
	}
	return false
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
