package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// readUnit finds the unit that speaks: named where a phrase begins, or signed at
// the end. A name inside a sentence may be a subject of talk.
func (m *message) readUnit() {
	defer m.renamedUnit()
	for i := 1; i < len(m.toks); i++ {
		if m.toks[i].class == cUnit && m.toks[i-1].class == cSelf {
			m.Unit = m.toks[i].key // 财务处李姐替我报：我们科研处…
			return
		}
		if m.toks[i].class == cUnit && i > 1 && m.word(m.toks[i-1]) == "是" && m.toks[i-2].class == cSelf {
			m.Unit = m.toks[i].key // 我出不去了我是教育学院的老师
			return
		}
		if m.toks[i].class == cUnit && m.toks[i-1].class == cText && i > 1 && strings.ContainsRune("代替帮", m.text.runes[m.toks[i-1].to-1]) && i+1 < len(m.toks) && m.text.runes[m.toks[i+1].from] == '报' {
			m.Unit = m.toks[i].key // 公共部王老师代马院报：
			return
		}
	}
	if n := len(m.phrases); n > 2 && m.phrases[n-1].only(cUnit) && len(m.phrases[n-1].toks) == 1 && m.phrases[n-1].depth == 0 && !m.phrases[0].has(cUnit) {
		m.Unit = m.phrases[n-1].toks[0].key // signed: 学生无异常，后勤无异常，旅游学院
		return
	}
	for _, p := range m.phrases {
		for i, t := range p.toks {
			if t.class != cUnit || t.from > 0 && strings.ContainsRune("请谢烦向给跟", m.text.runes[t.from-1]) {
				continue // 请学生处帮忙改一下, 谢谢后勤
			}
			if thereToo.MatchString(m.quote(t.to, min(len(m.text.runes), t.to+2))) {
				continue // 学生处那边数没出来
			}
			lead := true
			for _, b := range p.toks[:i] {
				lead = lead && (b.class == cAck || b.class == cSelf || b.class == cHave || b.class == cGreeting || b.class == cDate || b.class == cOurs || b.class == cFix || b.class == cColon || b.class == cCounter || b.class == cLeave && p.at(1).class == cColon || b.class == cProxy || b.class == cFigure && b.key == "clock" || b.class == cMeasure && (b.key == "today" || b.key == "now") || b.class == cNews && m.fits(p, ofItsClasses) || b.class == cText && (b.to-b.from <= 2 || b.to-b.from <= 5 && (m.text.runes[b.to-1] == '报' || m.text.runes[b.from] == '报')))
			}
			// 李处长让我报：人事处居家隔离1人
			lead = lead || p.at(i-1).class == cColon && p.at(i-2).class == cText && m.text.runes[p.at(i-2).to-1] == '报'
			if before := p.at(i - 1); before.class == cText && i <= 2 && m.has(cFine) && inTheir.MatchString(m.word(before)) {
				lead = true // all normal at Tourism College today
			}
			if lead || i == len(p.toks)-1 && p.depth == 0 {
				m.Unit = t.key
				return
			}
		}
	}
	m.strangeUnit()
}

// ofItsClasses begins what the head of a unit passes on from its classes: 转发旅游学院各班上报：酒店1801班…
var ofItsClasses = pattern.MustCompile(`^转发[^，。；：]{2,12}(?:各班|各专业|各系|各支部|班级|上报|报来|汇总|统计)[^，。；：]{0,6}：`)

// thereToo is said behind another unit than the one that speaks.
var thereToo = pattern.MustCompile(`^那[边块里儿]`)

// inTheir ends what is said before the unit of which something is told.
var inTheir = pattern.MustCompile(`(?i)^[a-z ]*\b(?:at|in|from|for) *$`)

// renamedUnit is the unit that a correction names in the place of another: 应该是科研处不是教务处.
func (m *message) renamedUnit() {
	if !m.fixes || m.Unit == "" {
		return
	}
	for i := 1; i < len(m.toks); i++ {
		if m.toks[i].class == cUnit && m.toks[i].key != m.Unit && (m.toks[i-1].class == cHave || m.toks[i-1].class == cBecomes) && m.deniesUnit(m.Unit) {
			m.Unit = m.toks[i].key
			return
		}
	}
}

// deniesUnit reports that a unit is said not to be meant.
func (m *message) deniesUnit(id string) bool {
	for i := 1; i < len(m.toks); i++ {
		if m.toks[i].class == cUnit && m.toks[i].key == id && (m.toks[i-1].class == cNot || m.toks[i-1].class == cFix) {
			return true
		}
	}
	return false
}

// unitOfPatient is the unit of which an alarm tells that a student or somebody by name is its own, wherever it stands, "" for none: 密接1名：电信学院学生冯某.
func (m *message) unitOfPatient() string {
	for i := 0; i+1 < len(m.toks); i++ {
		if m.toks[i].class == cUnit && (m.toks[i+1].class == cGroup || m.isClass(m.toks[i+1]) || m.isName(i+1)) {
			return m.toks[i].key
		}
	}
	return ""
}

// twoUnits reports that whose news it is cannot be told: two units are named, or somebody of one is quoted as saying 我们.
func (m *message) twoUnits() bool {
	first := ""
	quoted := false
	for _, t := range m.toks {
		switch {
		case t.class == cUnit && first == "":
			first = t.key
		case t.class == cUnit && t.key != first:
			return true
		case t.class == cText && first != "":
			quoted = quoted || m.text.runes[t.to-1] == '说' && !findsIll.MatchString(string(m.text.runes[max(0, t.to-6):t.to]))
		case quoted && (t.class == cSelf || t.class == cOurs):
			return true
		}
	}
	return false
}

// findsIll is what a hospital says of the writer: 医院说我疑似.
var findsIll = pattern.MustCompile(`(?:医院|医生|大夫|护士|疾控|社区|街道|校医|卫生院|门诊)(?:刚刚?|打电话|来电|他们|那边|里)?说$`)

// filledBy takes the name of who fills a numbered row into that of the unit before it: 1. 机电王 居家隔离4人.
func filledBy(toks []token, t *text) []token {
	for i := 1; i+2 < len(toks); i++ {
		unit, name := &toks[i], toks[i+1]
		numbered := toks[i-1].key == "index" || i > 1 && toks[i-1].class == cSpace && toks[i-2].key == "index"
		if !numbered || unit.class != cUnit && unit.class != cShort || name.class != cText || name.to != name.from+1 || name.from != unit.to || !surnames[t.runes[name.from]] {
			continue
		}
		if toks[i+2].class != cSpace {
			continue // 护理李老师：密接 is of herself
		}
		unit.class, unit.to = cUnit, name.to
		toks = slices.Delete(toks, i+1, i+2)
	}
	return toks
}

// placeShort makes units of short names where one may stand, and plain words of them elsewhere: 艺术0, 护理、艺术还没报.
func placeShort(toks []token, words *text) {
	start := true
	for i := range toks {
		t := &toks[i]
		if t.class == cShort {
			t.class = cText
			if next := i + 1; start && (next == len(toks) || opensAfterShort(toks[next].class) || words.runes[toks[next].from] == '.') {
				t.class = cUnit
			}
		}
		switch t.class {
		case cText:
			start = words.is(*t, "from ") || words.is(*t, "from")
		case cComma, cList, cSpace, cColon, cStop, cLine, cOpen, cClose, cBar, cAnd, cAck, cGreeting, cDate:
			start = true
		case cFigure:
			start = t.key == "index"
		default:
			start = false
		}
	}
}

func opensAfterShort(c class) bool {
	switch c {
	case cSpace, cColon, cComma, cList, cAnd, cNot, cFine, cNumber, cCategory, cPending, cBar, cFigure, cLine, cStop:
		return true
	}
	return false
}

// bodies are the words that end the name of a unit.
var bodies = strings.Fields("学院 教学部 管理处 中心 处 部 系 馆 办公室 办 委员会 委 集团 公司 科 研究所 医院 幼儿园 附中 附小 校区 党校 支部 总支")

// bodyEnd are their last letters.
var bodyEnd = func() map[rune]bool {
	ends := map[rune]bool{}
	for _, b := range bodies {
		r := []rune(b)
		ends[r[len(r)-1]] = true
	}
	return ends
}()

// common are words that end like a unit and are none.
var common = set("闭馆 休馆 开馆 学院 学校 医院 本部 全部 各部 二级学院 各学院 本学院 该院 贵院 到处 好处 处处 办公室 中心 支部 总支 党总支 公司 集团 内部 外部 大部 分校 本校 一部 我部 门诊部 干部 校医 用处 住处 别处 该处 此处 党委 省委 市委 校区 本校区 各处 各系 各单位 附属医院 定点医院 市医院 县医院 人民医院 市人民医院 中医院 县委 宿舍部 街道办 居委 村委 居委会 村委会")

// longestName is how long the name of a unit may be.
const longestName = 14

// strangeUnit finds a name like a unit's at the head of a message that the college has no unit for: 火星学院零报告.
func (m *message) strangeUnit() {
	first := 0
	for first < len(m.toks) {
		switch t := m.toks[first]; t.class {
		case cAck, cGreeting, cSpace, cComma, cColon, cStop, cLine, cDate, cFix, cOpen, cClose:
			first++
			continue
		case cFigure:
			if t.key == "index" || t.key == "clock" {
				first++
				continue
			}
		}
		break
	}
	if first == len(m.toks) {
		return
	}
	if to, ok := m.strangeName(first, unitLike); ok {
		m.doubt(UnknownUnit, "", m.quoteToks(first, to))
	}
}

// strangeName is where a name like that of a unit ends that the college does not have, begun at token i, if what follows can be said of it.
func (m *message) strangeName(i int, like func(name string) bool) (to int, ok bool) {
	from := m.toks[i].from
	part := i > 0 && m.toks[i-1].class == cPart // of a unit, of which only a section is told
	for k, t := range m.toks[i:] {
		switch t.class {
		case cText, cFine, cGroup, cThing, cCounter, cMeasure, cPlace, cTopicOf, cClinic, cWeak, cThermo, cTold, cLeave, cDrill, cEach, cMaybe:
		case cUnit:
			if part = true; k == 0 {
				return 0, false // but 基础护理教研室
			}
		default:
			return 0, false
		}
		if t.to-from > longestName {
			return 0, false
		}
		name := string(m.text.runes[from:t.to])
		if part && !endsAs(name, sections) {
			continue // 其中市人民医院19人
		}
		if t.class == cText && like(name) && (m.opensReport(t.to) || m.anotherSection(name, i+k+1)) && !(m.names("intern_now") && hosts.MatchString(name)) {
			return i + k + 1, true
		}
	}
	return 0, false
}

// anotherSection reports that a section shares with another one, named at token i behind a mark, what is said of both: 语文教研室、数学教研室零报告.
func (m *message) anotherSection(name string, i int) bool {
	return i+1 < len(m.toks) && (m.toks[i].class == cList || m.toks[i].class == cAnd) && endsAs(name, sections) && endsAs(m.word(m.toks[i+1]), sections)
}

// hosts are where interns are.
var hosts = pattern.MustCompile(`(?:医院|公司|集团|幼儿园|卫生院|中心)$`)

func unitLike(name string) bool { return endsAs(name, bodies) }

// sections are the words that end the name of a part of a unit, which in a list of them has a row as a class has: 数学教研室.
var sections = strings.Fields("教研室 教研组")

func rowLike(name string) bool { return unitLike(name) || endsAs(name, sections) }

// noBody ends what only looks like the name of a department: 班主任每天联系.
var noBody = pattern.MustCompile(`(?:联|关|体|维)系$`)

// endsAs reports that a name has one of the words at its end, and something before it that can be a name.
func endsAs(name string, words []string) bool {
	if common[name] || noBody.MatchString(name) || strings.ContainsAny(name, "我你他她这那的了请把在到去从跟和与是有被让给") {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(name, w) && len(name) > len(w) })
}

// opensReport reports that what stands at rune i can begin what a unit says of itself.
func (m *message) opensReport(i int) bool {
	if i == len(m.text.runes) {
		return false
	}
	for _, t := range m.toks {
		if t.from < i {
			continue
		}
		switch t.class {
		case cSpace, cColon, cComma, cBar:
			continue
		case cFine, cNot, cCategory, cNumber, cMeasure, cHave, cEach, cSame, cGroup:
			return true
		}
		return false
	}
	return false
}

// shortName is a unit's name without the word for what it is: 护理 for 护理学院.
func shortName(name string) string {
	for _, tail := range []string{"工程学院", "学院", "处", "部"} {
		if s, ok := strings.CutSuffix(name, tail); ok && len([]rune(s)) > 1 {
			return s
		}
	}
	return name
}
