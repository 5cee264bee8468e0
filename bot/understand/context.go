package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// earlier is what stood before a message: a question that it may answer, or what its unit said and it may change.
type earlier struct {
	question bool
	answers  bool           // the question is for the daily report as a whole, or for several items at once
	asked    []string       // keys of the items asked for
	groups   []string       // the groups that a question names
	one      bool           // it asks about one person
	figures  map[string]int // what was said before
	zero     bool
	past     bool // said yesterday
}

var (
	tagged = pattern.MustCompile(`^\s*[（(【\[][^）)】\]]*[）)】\]]\s*[：:]?`)
	// meant is a bracket that says what a question means, and asks for nothing more: 咳嗽（不发热）, 发热（≥37.3℃）.
	meant = pattern.MustCompile(`[（(](?:不|无|非|未|除|≥|>|大于|超过|高于|腋下|体温|37|指|即)[^（()）]*[）)]`)
	// changedSince tells a unit what it said yesterday, and asks whether it is still so: 贵单位昨日：居家隔离4人。今日有变化吗？
	changedSince = pattern.MustCompile(`^(?:贵|你|您|本)?(?:单位|院|处|部)?昨[日天](?:上?报的?(?:是|为)?)?[：，, ]?([^。；？?]+)[。；，,]\s*今[日天]\s*(?:有无|是否有|有没有|有|可有)变化[吗呢？?]*$`)
	// roughlyOrNew is yesterday's figure where it says nothing of how many there are today.
	roughlyOrNew = pattern.MustCompile(`约|左右|大概|多|几|新增|解除`)
	howMany      = pattern.MustCompile(`(有|是)?(几|多少)(个人|人|名|个|例|位)?|人数(?:[？?]|$)`)
)

// unaltered are answers to whether anything has changed, by which nothing has.
var unaltered = set("没有 无 没 没啥 都没")

// noChange reports that a message says that all is as it was. Asked whether anything has changed 没有 says so too, and is made a word for it.
func (m *message) noChange() bool {
	if m.has(cSame) {
		return true
	}
	if len(m.phrases) != 1 || !m.phrases[0].only(cNot) || !unaltered[strings.Trim(m.plain, "。！，, ")] {
		return false
	}
	p := &m.phrases[0]
	for k := range p.toks {
		p.toks[k].class = cSame
	}
	p.reword()
	m.words.add(cSame)
	return true
}

// remember reads what stood before the message.
func (m *message) remember() {
	before := strings.TrimSpace(m.ctx.Before)
	if before == "" || m.inRow || m.answersCall() && !howMany.MatchString(before) && strings.Trim(m.plain, "。！ ") != "0" {
		return // 请收到后回复1: a receipt, whatever the notice is about
	}
	if said := changedSince.FindStringSubmatch(before); said != nil && !roughlyOrNew.MatchString(said[1]) && m.noChange() {
		before = "（昨日）" + said[1]
	}
	e := &earlier{past: strings.Contains(tagged.FindString(before), "昨")}
	m.before = e
	asks := strings.HasSuffix(openEnd(before), "？") || strings.HasSuffix(openEnd(before), "?") || howMany.MatchString(before) || strings.Contains(before, "有无") || strings.Contains(before, "有没有") || strings.Contains(before, "是否")
	prompts := strings.Contains(before, "请") && strings.ContainsAny(before, "报填答复分") || strings.Contains(before, "在吗")
	readBack := strings.Contains(before, "对吗") || strings.Contains(before, "是否正确") || strings.Contains(before, "请确认") || strings.Contains(before, "确认吗")
	e.question = asks || prompts
	body := tagged.ReplaceAllString(before, "")
	c := m.ctx
	c.Before, c.Asked, c.Meant, c.Forwarded = "", "", false, false
	switch {
	case e.question && !readBack:
		body = meant.ReplaceAllString(body, "")
		body = howMany.ReplaceAllString(strings.TrimRight(openEnd(body), "？?"), "1人")
		body = strings.NewReplacer("有没有", "", "有无", "", "是否仍在", "", "是否有", "", "是否", "", "还剩", "现有").Replace(body)
		q := m.r.message(body, c)
		e.one = q.ofOne()
		e.figures, e.groups = map[string]int{}, groupsIn(q)
		counts := howMany.MatchString(before)
		for k, v := range q.Fields {
			if _, measure, _ := split(k); v > 0 && (measure == "prev" || !counts && !plainKeys[k]) && !calm(k) {
				e.figures[k] = v
			}
		}
		for _, s := range q.said {
			if k, ok := key(s.base, s.measure, groupIn(q)); ok && !s.denied && !slices.Contains(e.asked, k) && !strings.Contains(k, "_prev") {
				e.asked = append(e.asked, k)
			}
		}
		if several := q.askedFor(); counts && len(several) > 1 {
			e.asked = several
			if base := sameBase(several); base != "" && m.ctx.Asked == "" && (m.has(cMeasure) || m.has(cGroup)) {
				m.ctx.Asked, _ = key(base, "now", "")
			}
		}
		if several := q.askedFor(); counts && len(several) == 1 && len(e.asked) == 0 {
			if _, measure, _ := split(several[0]); measure == "released" || measure == "new" {
				e.asked = several // 昨日现有居家隔离5人，今日解除几人？
			}
		}
		// “昨日居家隔离2人，今日还有几人？”
		if k := onlyBase(e.figures); k != "" && counts && len(e.asked) == 0 {
			base, _, group := split(k)
			k, _ = key(base, "now", group)
			e.asked = []string{k}
		}
		if counts && len(e.asked) == 0 && len(e.figures) == 0 && len(q.said) == 1 {
			if k, ok := key(q.said[0].base, "now", groupIn(q)); ok {
				e.asked = []string{k} // 昨日未联系上的3人，今日还剩几人？
			}
		}
		if measured := q.measuresAsked(); len(measured) > 1 && len(e.asked) < 2 {
			e.asked = measured
			if base := sameBase(measured); m.ctx.Asked == "" && m.has(cMeasure) {
				m.ctx.Asked, _ = key(base, "now", groupIn(q)) // 昨3新0解1余2
			}
		}
		e.answers = len(e.asked) != 1
		if k := onlyBase(e.figures); k != "" && len(e.asked) < 2 && m.ctx.Asked == "" && m.has(cMeasure) && m.has(cNumber) && !m.onlyAsked(e) {
			base, _, group := split(k)
			m.ctx.Asked, _ = key(base, "now", group) // 解除了1个，还有5个
		}
		if len(e.asked) == 1 && m.ctx.Asked == "" && (counts || len(e.figures) == 0 || strings.Contains(before, "请分") && m.has(cGroup)) {
			m.ctx.Asked = e.asked[0]
		}
	default:
		e.question = false
		said := m.r.message(strings.NewReplacer("对吗？", "", "对吗", "").Replace(body), c)
		e.figures, e.zero = said.Fields, said.Zero
		m.fixes = m.fixes || m.has(cBecomes) || m.has(cNumber) && (strings.Contains(m.plain, "不是") || strings.Contains(m.plain, "sorry") || strings.Contains(m.plain, "抱歉") || strings.Contains(m.plain, "不好意思")) || len(e.figures) == 1 && m.has(cGroup) && !m.has(cQuestion) && strings.Contains(m.plain, "不是") || len(e.figures) > 0 && m.pointsBack(e) || len(e.figures) > 0 && m.anywhere(ofAnotherDay) || len(e.figures) > 1 && m.anywhere(turnedAround)
		if _, _, ok := m.notBut(); ok && len(e.figures) > 0 {
			m.fixes = true // 不是居家，是集中
		}
		if k := m.measuredIn(e.figures); k != "" && m.ctx.Asked == "" && (m.fixing() || m.has(cSame) || m.has(cMeasure) && !m.has(cCategory) && m.terse()) {
			m.ctx.Asked = k
		}
	}
	m.ctx.Meant = m.ctx.Meant || e.answers
}

// onlyKind is the kind of quarantine that was spoken of before, "" when there was none or both.
func (e *earlier) onlyKind() (kind string) {
	for k := range e.figures {
		switch base, _, _ := split(k); {
		case base != "home_quarantine" && base != "central_quarantine":
		case kind != "" && kind != base:
			return ""
		default:
			kind = base
		}
	}
	return kind
}

// groupIn is the one group that a question names, "" for none or several.
func groupIn(m *message) string {
	if groups := groupsIn(m); len(groups) == 1 {
		return groups[0]
	}
	return ""
}

// groupsIn are the groups that a question names, in their order.
func groupsIn(m *message) (groups []string) {
	for _, t := range m.toks {
		if t.class == cGroup && t.key != "" && t.key != "all" && !slices.Contains(groups, t.key) {
			groups = append(groups, t.key)
		}
	}
	return groups
}

// onlyBase is the key that the figures are about when they are about one item, "" otherwise.
func onlyBase(figures map[string]int) string {
	bases := basesOf(figures)
	if len(bases) != 1 {
		return ""
	}
	measure := "now"
	for k := range figures {
		if _, m, _ := split(k); m != "" {
			measure = m
			if m == "now" {
				break
			}
		}
	}
	if _, now := figures[bases[0]+"_now"]; now {
		measure = "now"
	}
	k, _ := key(bases[0], measure, "")
	return k
}

// measuredIn is onlyBase, and of the measure that the message itself names where a figure had that: 累计少写了1个，应该13.
func (m *message) measuredIn(figures map[string]int) string {
	k := onlyBase(figures)
	if k == "" {
		return ""
	}
	base, _, _ := split(k)
	for _, t := range m.toks {
		if t.class != cMeasure {
			continue
		}
		for named := range figures {
			if b, measure, _ := split(named); b == base && measure == t.key && measure != "now" && measure != "prev" {
				return named
			}
		}
	}
	return k
}

// recall fills in what only stands in the message before: the same as yesterday, still there, none of all that was asked.
func (m *message) recall() {
	e := m.before
	if e == nil {
		return
	}
	if values := m.inOrder(); values != nil {
		m.empty()
		m.claims = nil
		for i, k := range e.asked {
			m.restate(k, values[i])
		}
		return
	}
	m.otherDay()
	switch {
	case m.chosen():
		m.empty()
		m.Zero = true
	case m.askedAgain(), m.onlyAnswer():
	case e.question && len(basesOf(e.figures)) == 1 && m.Unit == "" && m.partOf(e):
	case e.question && len(e.asked) == 1 && len(e.figures) == 0 && len(m.claims) == 0 && thereIs[strings.Trim(m.plain, "。！， ")]:
		m.doubt(HowMany, e.asked[0], m.text.orig)
	case m.Doubtful(SameAsBefore) && m.fixing() && m.has(cRest) && len(m.claims) > 0:
		m.settled(SameAsBefore) // 应为4人，其他没变: what is not put right stays as it was filed
	case (m.Doubtful(SameAsBefore) || unchanged[strings.Trim(m.plain, "。！， ")]) && !e.question:
		m.settled(SameAsBefore)
		m.Zero = m.Zero || e.zero && len(e.figures) == 0
		for k, v := range e.figures {
			if _, measure, _ := split(k); measure == "now" || measure == "" || measure == "total" || !e.past {
				m.restate(k, v)
			}
		}
	case len(e.figures) > 0 && e.question && (!m.has(cNumber) || m.onlyAsked(e)):
		m.still(e)
	case e.answers && len(e.asked) > 1 && len(m.claims) == 0 && m.nothing():
		for _, k := range e.asked {
			m.restate(k, 0)
		}
		m.Zero = true
		m.settled(WhichField)
	}
}

// unchanged are the words for “the same” that mean a report only behind one.
var unchanged = set("同上 一样 也一样 还一样 一样的 没变 不变 照旧 同前 还是那样 还是一样")

// restate gives a key the figure it had before, unless the message says another.
func (m *message) restate(k string, v int) {
	if _, said := m.Fields[k]; !said && !m.isUnknown(k) {
		m.Fields[k] = v
		m.told = append(m.told, k)
	}
}

// still answers “昨日2人是否仍在？”: 还在 means as many now, 解除了 none.
func (m *message) still(e *earlier) {
	there := m.stillThere() || m.Doubtful(SameAsBefore) && len(m.phrases) == 1 && m.phrases[0].only(cSame, cMeasure, cDay)
	for k, v := range e.figures {
		base, _, group := split(k)
		now, ok := key(base, "now", group)
		switch {
		case !ok:
		case there:
			m.restate(now, v)
		case m.nothing() || strings.Contains(m.plain, "解除") || strings.Contains(m.plain, "不在了") || strings.Contains(m.plain, "到期") || strings.Contains(m.plain, "期满"):
			m.restate(now, 0)
		}
	}
	m.settled(WhichField)
	m.settled(SameAsBefore)
}

// holds reports that a figure of the value was given before.
func (e *earlier) holds(v int) bool {
	for _, old := range e.figures {
		if old == v {
			return true
		}
	}
	return false
}

// onlyAsked reports that the message gives no numbers but those asked about: 2人都在.
func (m *message) onlyAsked(e *earlier) bool {
	for _, t := range m.toks {
		if t.class == cNumber && !e.holds(t.value) {
			return false
		}
	}
	return len(m.claims) == 0
}

func (m *message) stillThere() bool {
	for _, w := range []string{"还在", "仍在", "都在", "在的", "是的", "没变", "不变", "没有解除", "未解除", "没解除", "没到期", "未到期", "没满", "未满"} {
		if strings.Contains(m.plain, w) {
			return true
		}
	}
	return m.says("在") || m.says("是") || m.says("对") || m.says("有")
}

// nothing reports that the message says no and nothing else.
func (m *message) nothing() bool {
	return m.has(cNot) && !m.has(cNumber) && m.terse() && !m.has(cQuestion)
}
