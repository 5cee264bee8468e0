package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// Surnamed tells whether a word begins as nine names in ten do.
func Surnamed(word string) bool {
	r := []rune(word)
	return len(r) > 1 && surnames[r[0]]
}

// surnames are the hundred commonest, which nine people in ten bear, without those that begin the verbs of an office.
var surnames = runeSet(commonest)

const commonest = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈任姚卢姜崔钟谭陆汪范廖石韦贾夏付邹熊白孟秦邱侯江尹薛段雷黎史龙陶贺顾毛郝龚邵万钱覃武戴莫孔汤"

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[r] = true
	}
	return set
}

// unnamed begin like a name and are none.
var unnamed = set("周前 周内 周后 周以前 马上 周一 周二 周三 周四 周五 周六 周日 周末 周边 高度 高校 高中 金额 万一 段时间 程度 余下 余者 陆续 戴口罩 汪洋 秦皇岛 黄河 唐山 郑州 许昌 温度 武汉 江苏 湖北 史上 夏季 毛病 白天 石家庄 段落 孔子 张贴 任务 任何 任课 任教 毛巾 史料 程序 田径 石灰 徐州 杜绝 付款 付出 江西 江南 周密 周围 周转 周到 周全 周报 周期 高压 高峰 高频 高三 高职 高等 高层 黄码 黄色 马路 钱款 白班 白板 余名 余人 武警 武昌 沈阳 谢绝 郑重 何种 何处 何时 何地 许多 许可 韩国 苏州 贺信 石油 钟点")

// longestUnnamed is how long the longest of them is.
const longestUnnamed = 3

// named is of how many people an item is said by name: 李四发热, 小李居家隔离, 李同学 发热; several where there are more than one.
func (s *clause) named(m *message, item token) (people int) {
	if s.p.has(cFine) {
		return 0 // 王老师居家隔离正常: how they are
	}
	if m.cameBack(s, item) || strings.HasSuffix(item.key, "quarantine") && m.fits(s.p, himself) && !s.p.has(cNumber) && !s.p.has(cNot) {
		return 1
	}
	end, _ := slices.BinarySearchFunc(m.toks, item.from, func(t token, from int) int { return t.from - from })
	over := func(i int, classes ...class) int {
		for i > 0 && slices.Contains(classes, m.toks[i-1].class) {
			i--
		}
		return i
	}
	if end > 1 && m.toks[end-1].class == cFigure && m.text.runes[m.toks[end-1].to-1] == '天' {
		end-- // 刘某14天居家隔离期满
	}
	for end = over(end, cSpace, cColon, cThermo, cLeave); end > 0 && (m.toks[end-1].class == cDate || m.toks[end-1].key == "today" || m.toks[end-1].key == "now" || m.toks[end-1].key == "prev" && item.key == "hubei_left"); { // 小李今天发烧
		end = over(end-1, cSpace, cColon)
	}
	if strings.HasSuffix(item.key, "quarantine") {
		if end = m.ordered(end); end > 1 && m.toks[end-1].class == cSelf && m.word(m.toks[end-1]) == "本人" {
			end-- // 张部长本人居家隔离
		}
	}
	title := over(end, cGroup)
	first := over(title, cText)
	if first == title || over(first, cSpace, cComma, cStop, cLine, cList, cAnd, cUnit, cOurs, cGroup, cColon, cDate, cDay, cMeasure, cFigure, cPart) == first && first > 0 {
		return 0
	}
	name := m.text.runes[m.toks[first].from:m.toks[title-1].to]
	titled := title < end
	if !titled {
		name = []rune(byOrderOf.ReplaceAllString(string(name), "")) // 李明已被社区要求居家隔离
	}
	if len(name) == 0 {
		return 0
	}
	if some := slices.Index(name, '某'); some > 0 && some < 3 {
		if slices.Contains(name[some:], '昨') {
			return 0 // 王某昨晚发热37.4
		}
		name = name[:some+1] // 李某随同
	}
	if len(name) == 2 && (name[0] == '小' || name[0] == '老') {
		name, titled = name[1:], true
	}
	switch before := max(0, first-1); {
	case !surnames[name[0]] || unnamed[string(name)] || len(name) > 3 || len(name) == 1 && !titled:
		return 0
	case before > 0 && (m.toks[before].class == cList || m.toks[before].class == cAnd):
		return several
	}
	return 1
}

// himself is one of a group, of whom it is told and not of a relative: 保安本人昨天起在家隔离.
var himself = pattern.MustCompile(`^(?:该|此)?(?:学生|同学|教师|老师|职工|保安|保洁|教工|员工|宿管|辅导员)本人(?:[昨今前][天日晚]?起?|已|现|一直|被|按|要求|自觉|正|于|从)*(?:在家|居家|自行|隔离|医学)`)

// cameBack reports that one person is named as back from somewhere and in quarantine since: 老孙从商丘回来居家隔离.
func (m *message) cameBack(s *clause, item token) bool {
	if !strings.HasSuffix(item.key, "quarantine") || item.key == "central_quarantine" || s.p.has(cNumber) || s.p.has(cOther) || s.p.has(cList) || s.p.has(cAnd) {
		return false
	}
	return backFrom.MatchString(string(m.text.runes[s.p.from():item.from]))
}

// backFrom is a name, and from where whoever bears it has come.
var backFrom = pattern.MustCompile(`(?:^|学院|处|部|办|馆|会|委|班|集团|学生|教师|老师|职工)(?:` + aName + `)(?:同学|老师|师傅)?(?:[昨今前][天日晚早]|[上下]午|刚)?(?:从|自|由)[^，。、；]{1,10}(?:回来|返回|返鹤|回鹤|归来|返校|过来|来|回)后?(?:被|要求|社区|按规定|已|在|一直|开始|现在?|正|目前|主动|自觉|就)*$`)

// ordered goes back from word end over who has told somebody to stay at home, and since when: 赵老师已被社区要求居家隔离.
func (m *message) ordered(end int) int {
	for end > 1 {
		switch t := m.toks[end-1]; {
		case t.class == cText && byOrderOf.ReplaceAllString(m.word(t), "") == "":
		case (t.class == cTaken || t.class == cTopicOf) && t.key == "" && strings.HasSuffix(m.word(t), "求"), t.class == cMeasure && t.key == "today", t.class == cSpace:
		default:
			return end
		}
		end--
	}
	return end
}

// ordersHome makes an order of what has told somebody to stay at home: 社区要求居家隔离14天.
func ordersHome(toks []token, t *text) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i-1].class == cOther && toks[i-1].key == "near" && toks[i].class == cText && toks[i+1].key == "home_quarantine" && villageOrders[string(t.runes[toks[i].from:toks[i].to])] {
			toks[i-1].class, toks[i-1].key = cText, "" // 村里让在家隔离
		}
		if toks[i].class == cTopicOf && toks[i-1].class == cText && toks[i+1].key == "home_quarantine" && string(t.runes[toks[i].from:toks[i].to]) == "要求" {
			toks[i].class = cTaken
		}
	}
}

// villageOrders stand behind those who tell people to stay at home.
var villageOrders = set("让 要求 通知 叫 不让出门 安排 规定")

// byOrderOf ends what stands between a name and what somebody has been told to do.
var byOrderOf = pattern.MustCompile(`(?:已经?|[被由按自起就也正遵照]|社区|街道|村委会?|村里|居委会|疾控|学校|学院|医生|要求|开始|主动|自觉|自愿|规定|通知|即日起|各自|统一|安排|落实|从|纳入|进行|实行|在)+$`)

// several is more people than one.
const several = 2

// one counts the one person of whom a phrase says its only item by name. A case is asked about instead.
func (c *tally) one(s *clause) bool {
	if len(s.pending) == 2 {
		return c.cameAndStays(s)
	}
	item := s.p.toks[s.pending[0]]
	if item.key == "hubei_left" && s.measure == "prev" {
		s.measure = "" // 李明昨天从武汉回来
	}
	if _, ok := key(item.key, s.measure, s.group); !ok || gravity[item.key] > 0 || calmKeys[item.key] || s.group == "all" || s.not >= 0 || s.p.has(cFuture) || s.p.has(cMaybe) {
		return false
	}
	if s.group == "" {
		s.group = c.groupOfName(s)
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, measure: s.measure, bare: s.measure == "" || s.measure == "today", group: s.group, value: 1, known: true, one: true, from: s.p.from(), to: item.to, sentence: s.p.sentence})
	c.markCounted(item, 1, s.measure)
	s.done()
	return true
}

// groupOfName is the group of whom a phrase begins to tell by a name that stood behind its group before: 教师李某之妻…，李某居家隔离.
func (c *tally) groupOfName(s *clause) string {
	first := s.p.toks[0]
	if first.class != cText || first.to-first.from < 2 {
		return ""
	}
	name := c.m.text.runes[first.from : first.from+2]
	for i := 1; i < len(c.m.toks) && c.m.toks[i].from < first.from; i++ {
		t := c.m.toks[i]
		if t.class == cText && c.m.toks[i-1].class == cGroup && t.to-t.from >= 2 && slices.Equal(c.m.text.runes[t.from:t.from+2], name) && someGroup(c.m.toks[i-1].key) {
			return c.m.toks[i-1].key
		}
	}
	return ""
}

// cameAndStays counts the one person of whom a phrase says by name both whence they came and that they are in quarantine: 学生王某从武汉返回，被要求居家隔离.
func (c *tally) cameAndStays(s *clause) bool {
	came, stays := s.pending[0], s.pending[1]
	if s.p.toks[came].key != "hubei_left" || !strings.HasSuffix(s.p.toks[stays].key, "quarantine") || s.p.toks[stays].key == "central_quarantine" || s.p.has(cNot) || s.p.has(cOther) {
		return false
	}
	measure := s.measure
	for _, k := range []int{came, stays} {
		s.pending, s.measure = []int{k}, measure
		group := s.group
		if !c.one(s) {
			return false
		}
		s.group = group
	}
	return true
}

// introduce notes the one person whom a phrase names and of whom it says nothing that the form counts: 教师李某昨日由北京返鹤，现居家隔离.
func (c *tally) introduce(s *clause) {
	if s.figures > 0 || s.denied > 0 && s.not == 0 || s.p.has(cNumber) || s.p.has(cOther) || s.p.has(cHearsay) {
		return
	}
	people := 0
	for i, t := range s.p.toks {
		if t.class == cText && (c.m.text.isName(t) || (i == 0 || t.to-t.from <= 3 || len(s.pending) > 0 && (s.at(i-1).class == cUnit || s.at(i-1).class == cOurs || s.at(i-1).class == cGroup)) && slices.Contains(c.m.text.runes[t.from+1:min(t.to, t.from+3)], '某') || t.to-t.from == 1 && surnames[c.m.text.runes[t.from]] && s.at(i+1).class == cGroup) {
			people++
		}
	}
	for _, j := range s.pending {
		if !calmKeys[s.p.toks[j].key] {
			return
		}
	}
	if people == 1 && s.group != "all" {
		c.subject = subject{value: 1, group: s.group, phrase: s.i, known: true, one: true, from: s.p.from(), to: s.p.to()}
	}
}

// joinNames makes one plain word of a name with a number in it: 李四, 王五, 赵六 are no four, five and six.
func joinNames(toks []token, t *text) []token {
	out := toks[:0]
	for _, n := range toks {
		if k := len(out) - 1; k >= 0 && (n.class == cNumber || n.class == cFigure) && n.to == n.from+1 && !isDigit(t.runes[n.from]) && out[k].class == cText && out[k].to == out[k].from+1 && surnames[t.runes[out[k].from]] {
			out[k].to = n.to
			continue
		}
		out = append(out, n)
	}
	return out
}
