package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// patients are those of ours of whom an alarm tells: how many, and of which group, "" where that is not said. n is 0 where nobody can tell. What
// they have stands wherever it does: 我处小陈坐的车上有确诊乘客，小陈被列为密接; 安保处保安1人，所住村子今早封村.
func (m *message) patients() (n int, group string) {
	var first mentioned
	self := false
	for i := range m.phrases {
		for k := range m.phrases[i].toks {
			p := &m.phrases[i]
			switch who, ok := m.mentions(p, k); {
			case ok && first.n == 0:
				first = who
			case ok && !first.again(who):
				return 0, ""
			case p.toks[k].class == cSelf:
				self = true
			}
		}
	}
	switch {
	case first.n > 0 && first.group == "" && m.ofStudents():
		return first.n, "student"
	case first.n > 0:
		return first.n, first.group
	case m.ofTheirChild():
		return 1, "student"
	case self && m.ofThemself() != "":
		return 1, m.ofThemself()
	case self && m.thereIs() != "":
		return 1, m.thereIs()
	case self:
		return 1, "staff" // who writes here works here, where nothing else is said
	}
	return 0, ""
}

// ofThemself is the group of the one of whom 本人 is said right behind it, or that who writes says to be of, "" for none: 刚与学生本人通过电话,
// 我是公寓值班员.
func (m *message) ofThemself() string {
	for i, t := range m.toks {
		if t.class == cSelf && i > 0 && m.toks[i-1].class == cGroup && someGroup(m.toks[i-1].key) && m.word(t) == "本人" {
			return m.toks[i-1].key
		}
	}
	for i, t := range m.toks {
		if t.class == cSelf && i+2 < len(m.toks) && m.text.is(t, "我") && m.text.is(m.toks[i+1], "是") {
			return m.groupFrom(i + 2)
		}
	}
	return ""
}

// groupFrom is the group that is named at token i, behind no more than the unit or the class that it is of, 机电学院的学生, and that of a class where it
// is all that is named: 软件1902班的.
func (m *message) groupFrom(i int) (group string) {
	for _, t := range m.toks[i:min(len(m.toks), i+5)] {
		switch {
		case t.class == cGroup && someGroup(t.key):
			return t.key
		case m.isClass(t):
			group = "student"
		case t.class != cUnit && t.class != cOurs && t.class != cHave && (t.class != cText || t.to-t.from > 4 || m.text.begins(t, '说')):
			return group
		}
	}
	return group
}

// thereIs is the group of whom it is said that there is one, "" for none or several: 我们有个学生确诊.
func (m *message) thereIs() (group string) {
	for i := 1; i+1 < len(m.toks); i++ {
		if m.toks[i].class != cCounter || m.toks[i-1].class != cHave || !strings.HasSuffix(m.word(m.toks[i-1]), "有") || m.toks[i+1].class != cGroup || !someGroup(m.toks[i+1].key) || i+2 < len(m.toks) && m.toks[i+2].class == cOther {
			continue // 有个学生的妈妈
		}
		if group != "" && group != m.toks[i+1].key {
			return ""
		}
		group = m.toks[i+1].key
	}
	return group
}

// numbered is how many figures of people a message has.
func (m *message) numbered() (n int) {
	for _, cl := range m.claims {
		if !cl.denied && !ungroupedKeys[cl.base] && cl.value > 0 {
			n++
		}
	}
	return n
}

// ofTheirChild reports that a student's parent tells of the child: 学生家长来电，孩子昨晚发烧.
func (m *message) ofTheirChild() bool {
	child := slices.ContainsFunc(m.toks, func(t token) bool { return t.class == cOther && m.ofParent(t) && t.key == "child" })
	return child && (m.guards() || slices.ContainsFunc(m.phrases, m.parentCalls))
}

// patientsOf are those of ours of whom an alarm tells this, in the phrase that tells it where that names one and in the message else: 王某疑似已排除，但学生张某确诊.
func (m *message) patientsOf(base string) (n int, group string) {
	var of, last mentioned
	for i := range m.phrases {
		p := &m.phrases[i]
		var own mentioned
		for k := range p.toks {
			switch who, ok := m.mentions(p, k); {
			case ok && own.n == 0:
				own = who
			case ok && !own.again(who):
				return m.patients()
			}
		}
		if own.n > 0 {
			last = own
		}
		told := slices.ContainsFunc(slices.Collect(m.facts(i)), func(s mention) bool {
			return (s.base == base || toldBy[s.base] == base) && !s.denied && !exposure(*p, s)
		})
		switch {
		case !told:
		case last.n == 0 || of.n > 0 && !of.again(last):
			return m.patients()
		default:
			of = last
		}
	}
	if of.n == 0 || of.name == "" {
		return m.patients()
	}
	if of.group == "" {
		of.group = m.groupNamed(of.name)
	}
	if of.group == "" && m.ofStudents() {
		of.group = "student"
	}
	return of.n, of.group
}

// groupNamed is the group beside which a name is told anywhere.
func (m *message) groupNamed(name string) string {
	for i := range m.phrases {
		for k := range m.phrases[i].toks {
			if who, ok := m.mentions(&m.phrases[i], k); ok && samePerson(who.name, name) && who.name != "" && who.group != "" {
				return who.group
			}
		}
	}
	return ""
}

// mentioned are some of ours as they are first told of: a number of them, or one by name.
type mentioned struct {
	n           int
	group, name string
}

// again reports that others are those who have been told of before: 小陈 a second time, 3 of the 4 that were counted.
func (a mentioned) again(b mentioned) bool {
	if a.name != "" && b.name != "" {
		return samePerson(a.name, b.name)
	}
	return a.group == "" || b.group == "" || a.group == b.group && (a.n == b.n && (a.name == "") != (b.name == ""))
}

// mentions reads the word at k of a phrase for some of ours.
func (m *message) mentions(p *phrase, k int) (who mentioned, ok bool) {
	t := p.toks[k]
	switch {
	case t.class == cNumber && (t.people || t.any) && !t.approx && t.value > 0, t.class == cFigure && t.key == "label" && m.word(t) == "一":
		if p.has(cPart) || p.first(cPart) >= 0 || k > 0 && p.toks[k-1].class == cSource || p.has(cOther) && p.first(cOther) < k {
			return who, false // 同宿舍2人, 其中1人
		}
		if m.someOfThem(p, k) {
			return who, false // 6名密接学生里有1人阳性
		}
		if m.fits(*p, traced) {
			return who, false // 宿舍4名同学正在联系
		}
		if p.only(cHave, cNumber) && m.before != nil {
			return mentioned{n: t.value}, true // 有1名，刚定的疑似
		}
		group, is := m.peopleAt(p, k)
		return mentioned{n: max(1, t.value), group: group}, is
	case t.class == cCounter && k > 0 && pointedAt.MatchString(m.word(p.toks[k-1])):
		group, is := m.peopleAt(p, k)
		return mentioned{n: 1, group: group}, is // 昨天那名疑似学生
	case t.class == cEtc && t.key == "was" && !p.has(cNumber) && !p.has(cCounter):
		group, is := m.peopleAt(p, k)
		return mentioned{n: 1, group: group}, is // 上午上报的疑似老师
	case t.class == cGroup && someGroup(t.key) && k > 0 && p.toks[k-1].class == cText && p.toks[k-1].to == t.from && p.toks[k-1].to-p.toks[k-1].from == 1 && surnames[m.text.runes[t.from-1]]:
		return mentioned{n: 1, group: t.key, name: string(m.text.runes[t.from-1]) + m.word(t)}, true // 冯老师
	case t.class == cGroup && t.key == "other" && k+1 < len(p.toks) && p.toks[k+1].class == cText && aWorker.MatchString(m.word(p.toks[k+1])):
		return mentioned{n: 1, group: t.key}, true // 食堂面点师傅家的楼被封了
	case t.class == cText:
		if name := m.text.named(t); name != "" {
			return mentioned{n: 1, group: m.groupBefore(p, k), name: name}, true
		}
	}
	return who, false
}

// aWorker begins with what somebody is called who works here.
var aWorker = pattern.MustCompile(`^\p{Han}{0,3}?(?:师傅|阿姨|大姐|大爷|大叔|队长)(?:$|[^们])`)

// someOfThem reports that the number at k is only of those among whom others are counted.
func (m *message) someOfThem(p *phrase, k int) bool {
	for j := k + 1; j < len(p.toks); j++ {
		switch t := p.toks[j]; {
		case t.class == cNumber && t.people:
			return strings.ContainsAny(m.quote(p.toks[k].to, t.from), "里中内")
		case t.class == cComma:
			return false
		}
	}
	return false
}

// traced is said of people around a patient who are still looked for.
var traced = pattern.MustCompile(`(?:正在?|在)(?:逐一|逐个|挨个|一一|抓紧)?(?:联系|排查|核实|追踪|摸排|登记|通知|统计)`)

// pointedAt ends what points at one told of before: 昨天报的那名.
var pointedAt = pattern.MustCompile(`[那该这此]$`)

// peopleAt is the group of the people counted at k, and whether they are ours at all.
func (m *message) peopleAt(p *phrase, k int) (group string, ok bool) {
	for j := k + 1; j < len(p.toks) && j < k+5; j++ {
		switch t := p.toks[j]; {
		case t.class == cGroup && t.key == "staff" && k > 0 && p.toks[k-1].class == cGroup:
			return strings.TrimPrefix(p.toks[k-1].key, "all"), true // 食堂一名员工
		case t.class == cGroup:
			return strings.TrimPrefix(t.key, "all"), true
		case t.class == cCategory && t.key == "intern_now":
			return "student", true
		case t.class == cText && aStudent.MatchString(m.word(t)):
			return "student", true
		case t.class == cText && t.to-t.from > 6, t.class == cFault:
			return "", false // 一个病人
		case t.class != cText && t.class != cHave && t.class != cOurs && t.class != cEtc && t.class != cOpen && t.class != cWeak && t.class != cSource && t.class != cPlace && t.class != cShort && !(t.class == cCategory && (calmKeys[t.key] || t.key == "suspected" || t.key == "close_contact" || strings.HasPrefix(t.key, "hubei_") || t.key == "fever")):
			j = len(p.toks)
		}
	}
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch t := p.toks[j]; t.class {
		case cGroup:
			return strings.TrimPrefix(t.key, "all"), true
		case cUnit, cOurs:
			return "", true
		}
	}
	return "", false
}

// aStudent begins a word for one who studies here: 女生, 男生从….
var aStudent = pattern.MustCompile(`^(?:大[一二三四])?[男女]?(?:学|研究|毕业|实习)?生`)

// groupBefore is the group that stands before the name at k, in its phrase.
func (m *message) groupBefore(p *phrase, k int) string {
	if m.text.runes[p.toks[k].from] == '生' {
		return "student" // 留校生小顾
	}
	for j := k - 1; j >= 0; j-- {
		if t := p.toks[j]; t.class == cGroup && t.key != "all" {
			return t.key
		}
	}
	if k+1 < len(p.toks) && p.toks[k+1].class == cGroup {
		return strings.TrimPrefix(p.toks[k+1].key, "all")
	}
	return ""
}

// named is the name in a word that is none but for it, "" for none: 小陈, 杨某所在, 帮厨老马.
func (text *text) named(t token) string {
	if t.class != cText {
		return ""
	}
	s := text.runes[t.from:t.to]
	if i := slices.Index(s, '某'); i > 0 && (i+1 == len(s) || !strings.ContainsRune("地校高大院县市省国公单村小", s[i+1])) {
		return string(s[i-1 : i+1])
	}
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == '小' || s[i] == '老') && surnames[s[i+1]] && (i+2 == len(s) || i == 0) {
			return string(s[i : i+2])
		}
	}
	if text.isName(t) || text.official(t) {
		return string(s)
	}
	return ""
}
