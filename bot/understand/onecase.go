package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// caseBase is the item that counts a type of urgent case.
var caseBase = map[string]string{"confirmed": "confirmed", "suspected": "suspected", "sealed": "sealed", "central_quarantine": "central_quarantine",
	"close_contact": "close_contact", "fever_with_exposure": "fever", "fever": "fever", "hospital": "hospital"}

// countPatients counts those of whom an alarm tells and nothing else counts: 学生李某昨天确诊, 我院两名实习生护理过的病人确诊，她俩被判定为密接. One
// is a Case, which is counted when it is registered and is no figure of the daily report; of several the number stands. There is none
// where the item is not said, where nobody can tell how many they are, and where it is a relative's.
func (m *message) countPatients() {
	base := caseBase[m.UrgentType]
	if base == "close_contact" && !m.tellsOf(base) && m.tellsOf("central_quarantine") {
		base = "central_quarantine" // 坐的车上有确诊，被带去集中隔离了
	}
	if base == "" || m.Urgent != Yes || len(m.Rows)+len(m.Unknown) > 0 || base == "close_contact" && m.relatives() && !m.namedAs(base) {
		return
	}
	n, group := m.patientsOf(base)
	if k, _ := key("fever", "new", group); (base == "hospital" || base == "central_quarantine") && n > 0 && !m.figured("fever") && !m.relatives() && m.tellsOf("fever") {
		m.Fields[k] = n // 一学生体温39.5，120已到
	}
	if !m.tellsOf(base) {
		return
	}
	if m.figured(base) {
		m.ofThatGroup(base, n, group)
		return
	}
	if n == 0 && m.ofOne() {
		n, group = 1, m.groupOfOne()
	}
	switch k, _ := key(base, "new", group); {
	case n == 1:
		m.Case = k
	case n > 1:
		m.Fields[k] = n
		m.Why = append(m.Why, Reason{k, m.text.orig})
	}
}

// ofThatGroup gives the one figure of an alarm, of nobody's group, to those of a group who have been told of as many: 三名实习生照顾过的老人确诊，三人被列为密接.
func (m *message) ofThatGroup(base string, n int, group string) {
	measure := "new"
	if k, _ := key(base, "now", ""); m.Fields[k] > 0 {
		measure = "now"
	}
	whole, _ := key(base, measure, "")
	of, ok := key(base, measure, group)
	for k := range m.Fields {
		if b, _, _ := split(k); b == base && k != whole {
			return
		}
	}
	if ok && n > 0 && group != "" && m.Fields[whole] == n {
		delete(m.Fields, whole)
		m.Fields[of] = n
		for i := range m.Why {
			if m.Why[i].Key == whole {
				m.Why[i].Key = of
			}
		}
	}
}

// groupOfOne is the group of the one who is told of, "" where nothing says so.
func (m *message) groupOfOne() string {
	if m.ofTheirChild() {
		return "student" // 家长来电，孩子确诊了，我是他辅导员
	}
	if group := m.ofThemself(); group != "" {
		return group
	}
	for i, t := range m.toks {
		if t.class == cGroup && i+2 < len(m.toks) && m.toks[i+1].class == cText && teller.MatchString(m.word(m.toks[i+1])) && slices.ContainsFunc(m.toks[i+2:], func(o token) bool { return o.class == cGroup && someGroup(o.key) }) {
			continue // 宿管说有个学生烧得厉害
		}
		if t.class == cGroup && t.key != "all" && !(t.key == "other" && m.has(cSelf) && !(i+1 < len(m.toks) && m.text.nicknamed(m.toks[i+1]))) { // 保安不让出，我得隔离
			return t.key
		}
	}
	switch {
	case m.ofStudents():
		return "student"
	case m.before != nil && m.before.one && len(m.before.groups) > 0:
		return m.before.groups[len(m.before.groups)-1] // 李老师，您班那名学生是疑似吗？
	case m.has(cSelf) && !m.relatives() || strings.Contains(m.plain, "本人"):
		return "staff" // who writes here works here, where nothing else is said
	}
	return ""
}

// teller is said behind whoever only tells of somebody else.
var teller = pattern.MustCompile(`^(?:刚才?)?(?:说|讲|反映|报告|发现|来电|打电话|来报|反馈|告知)`)

// ofStudents reports that a class or those in training are spoken of, who are students.
func (m *message) ofStudents() bool {
	return slices.ContainsFunc(m.toks, func(t token) bool {
		return m.isClass(t) || t.class == cOurs && strings.HasSuffix(m.word(t), "班") || t.class == cCategory && t.key == "intern_now"
	})
}

// positives asks how many are confirmed of those whose test is told to be positive: the form counts 确诊 and 疑似, and no tests.
func (m *message) positives() {
	for i, p := range m.phrases {
		for s := range m.facts(i) {
			if s.base != "positive" || s.denied || exposure(p, s) || m.figured("confirmed") || m.figured("suspected") {
				continue
			}
			group := ""
			if g := p.first(cGroup); g >= 0 && p.toks[g].key != "all" {
				group = p.toks[g].key
			}
			if k, ok := key("confirmed", "new", group); ok {
				m.doubt(HowMany, k, m.wrote(p))
			}
		}
	}
}

// figured reports that the figures tell of an item.
func (m *message) figured(base string) bool {
	for k := range m.Fields {
		if b, _, _ := split(k); b == base {
			return true
		}
	}
	return false
}

// onlyTheCase leaves what is told of one person by name to the case where no other figure stands beside it.
func (m *message) onlyTheCase() {
	for _, cl := range m.claims {
		if !cl.one && !cl.denied {
			return
		}
	}
	for _, cl := range m.claims {
		if strings.HasSuffix(cl.base, "quarantine") && m.UrgentType == "close_contact" {
			continue // somebody else is the case
		}
		if k, ok := key(cl.base, cl.measure, cl.group); ok && cl.one {
			delete(m.Fields, k)
			m.Why = slices.DeleteFunc(m.Why, func(w Reason) bool { return w.Key == k })
		}
	}
}

// toldBy are the facts that no form counts by which a case may be told.
var toldBy = map[string]string{"positive": "confirmed", "sign": "suspected", "ambulance": "hospital", "critical": "hospital", "taken": "central_quarantine"}

// tellsOf reports that an item is said and not denied; a fever may be told by its temperature, a case by its test.
func (m *message) tellsOf(base string) bool {
	for i, p := range m.phrases {
		if base == "fever" && p.feverish() {
			return true
		}
		for s := range m.facts(i) {
			if toldBy[s.base] == base && !s.denied && !exposure(p, s) {
				return true
			}
		}
	}
	return slices.ContainsFunc(m.said, func(s mention) bool { return s.base == base && !s.denied })
}

// relatives reports that a relative is spoken of.
func (m *message) relatives() bool {
	for _, t := range m.toks {
		if t.class == cOther && t.key != "near" {
			return true
		}
	}
	return false
}

// ofOne reports that one of ours is told of: by name, as 本人 or I, or counted as one.
func (m *message) ofOne() bool {
	people := map[string]bool{}
	for i, t := range m.toks {
		words := strings.ToLower(m.word(t))
		switch {
		case t.class == cNumber && i > 0 && m.toks[i-1].class == cOther: // 村里有两例, 家属4人
		case t.class == cNumber && t.value == 1 && m.followedBy(i, "of") || t.class == cCounter && (words == "个" || words == "位" || words == "名") && i > 0 && (m.toks[i-1].class == cHave || m.toks[i-1].class == cText && strings.ContainsRune("那这该", m.text.runes[m.toks[i-1].to-1])):
			people["one"] = true // one of our students, 有个老师, 那位学生
		case (t.class == cNumber && t.value == 1 || t.class == cFigure && words == "一") && i+1 < len(m.toks) && (m.toks[i+1].class == cGroup || m.toks[i+1].class == cCategory && calmKeys[m.toks[i+1].key]):
			people["one"] = true // 一学生, 一留校生
		case t.class == cNumber && (t.people || t.any) && t.value != 1, t.class == cFew, t.class == cEach && !(m.UrgentType == "sealed" && m.has(cSelf)):
			return false // but 单元门都贴封条了，我出不去
		case t.class == cNumber && (t.people || t.any):
			people["one"] = true
		case t.class == cGroup && (words == "student" || words == "teacher") && i > 0 && m.toks[i-1].class == cOurs:
			people["one"] = true // our student is positive
		case t.class == cThird, t.class == cText && !strings.Contains(words, "们") && (strings.Contains(words, "她") || strings.HasSuffix(words, "定他")), t.class == cSelf && !strings.Contains(words, "们") && words != "we":
			people["self"] = true
		case t.class == cHave && words == "a" && i+1 < len(m.toks) && m.toks[i+1].class == cGroup:
			people["one"] = true
		case m.text.named(t) != "":
			people["named "+m.text.named(t)] = true // 陈某作为密接
		case t.class == cText && m.text.holds(t, '某'):
			people["one"] = true // 我处某同志
		case t.class == cText && t.to-t.from == 1 && surnames[m.text.runes[t.from]] && i+1 < len(m.toks) && m.toks[i+1].class == cGroup:
			people["named "+words] = true
		}
	}
	named := 0
	for who := range people {
		if strings.HasPrefix(who, "named") {
			named++
		}
	}
	return len(people) > 0 && named <= 1 || len(people) == 0 && m.before != nil && m.before.one
}

// namedAs reports that an item is told of somebody by name, and of none of their family: 陈某作为密接已被送到酒店.
func (m *message) namedAs(base string) bool {
	return slices.ContainsFunc(m.said, func(s mention) bool {
		p := m.phrases[s.phrase]
		return s.base == base && !s.denied && !p.has(cOther) && strings.ContainsRune(m.wrote(p), '某')
	})
}

// followedBy reports that the word behind word i is this one.
func (m *message) followedBy(i int, word string) bool {
	return i+1 < len(m.toks) && strings.EqualFold(strings.TrimSpace(m.word(m.toks[i+1])), word)
}

// nicknamed reports that a word is somebody by their family name: 小吴, 老张.
func (t *text) nicknamed(w token) bool {
	return w.class == cText && (w.to-w.from == 2 || w.to-w.from > 2 && strings.ContainsRune("被在今昨发从已刚说现回去来坐乘和跟同因是住家所", t.runes[w.from+2])) && (t.runes[w.from] == '小' || t.runes[w.from] == '老') && surnames[t.runes[w.from+1]]
}
