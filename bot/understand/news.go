package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// outside reports news: a forward mark, a report of a city, a link.
func (m *message) outside() bool {
	// “报晚了会通报吗” asks of one.
	i := m.find(cNews)
	news := i >= 0 && !(m.has(cQuestion) && m.word(m.toks[i]) == "通报")
	if news && i <= 2 {
		return true
	}
	if m.statistics() || m.anywhere(hospitalTells) && !m.has(cOurs) && !m.has(cGroup) && !m.has(cSelf) && m.Unit == "" {
		return true
	}
	// 全国累计确诊…, 安阳新增…: a place speaks for itself.
	for i, p := range m.phrases {
		if p.has(cQuestion) && !p.has(cNumber) {
			continue // 哪位知道淇滨区隔离点的电话
		}
		if m.ofOneOfOurs(i) {
			continue // 我院学生1名核酸检测阳性，淇县疾控已认定为确诊病例
		}
		for i, t := range p.toks {
			if t.class == cPlace && !m.oursIn(p, i) && (i == 0 || i == 1 && m.text.is(p.at(0), "the") || (p.at(i-1).class != cText || m.text.runes[p.at(i-1).from] == '截' || i == 1 && m.fits(p, hasSeen)) && p.at(i-1).class != cHave && p.at(i-1).class != cEach) && i+1 < len(p.toks) {
				for _, n := range p.toks[i+1:] {
					if n.class == cCategory && (gravity[n.key] > gravity["hospital"] || n.key == "cured" || n.key == "death") {
						return true
					}
				}
			}
		}
	}
	return m.tallied() || news && !m.has(cOurs) && !m.has(cGroup) && m.Unit == ""
}

// hospitalTells begins what a hospital counts of its patients.
var hospitalTells = pattern.MustCompile(`^(?:截至?[^，。]{0,8}|今[天日]|昨[天日])?\p{Han}{2,10}(?:医院|卫生院)(?:今[天日]|昨[天日]|共|累计|已|又|新|现|目前|在院)*(?:收治|接诊|收了|确诊)[^，。；]{0,8}(?:病人|患者|病例)`)

// counties makes a place of a county or a town that is named before its cases: 温县确诊2例.
func counties(toks []token, t *text) {
	for i := range toks {
		w := toks[i]
		if w.class == cText && w.key == "" && w.to-w.from > 1 && w.to-w.from < 5 && strings.ContainsRune("县市镇乡", t.runes[w.to-1]) && !strings.ContainsRune("在到去从回往于全本该我咱俺", t.runes[w.from]) &&
			(i == 0 || parts[toks[i-1].class]) && i+1 < len(toks) && (toks[i+1].class == cMeasure && i+2 < len(toks) && gravity[toks[i+2].key] > 6 || toks[i+1].class == cCategory && gravity[toks[i+1].key] > 6) {
			toks[i].class = cPlace
		}
	}
}

// hasSeen begins what somebody has read of another place: 看到北京新增确诊25例.
var hasSeen = pattern.MustCompile(`^(?:[我刚今昨天早晚才]*(?:看到?|瞧见?|刷到?|得知)(?:新闻|通报|报道|消息|手机|电视)?(?:说|上说)?|今[天早]|昨[天晚]|刚刚?)`)

// untrue reports that a message only says of a rumour that it is none: 谣言！微信上传的我校有人确诊是假的.
func (m *message) untrue() bool {
	return m.has(cHearsay) && !m.has(cAsk) && !m.has(cQuestion) && !slices.ContainsFunc(m.toks, func(t token) bool { return t.class == cNumber && t.people && t.value > 0 }) && m.anywhere(rumour) && m.anywhere(falseIt) && !m.anywhere(vouched)
}

var (
	rumour  = pattern.MustCompile(`谣|传`)
	falseIt = pattern.MustCompile(`(?:是|都是|系)(?:假的|谣言|谣传|造谣|编的|误传|乌龙)|假消息|子虚乌有|纯属(?:谣言|谣传|虚构|瞎编)|(?:大家)?(?:别|不要|勿|请勿)再?(?:轻信|相信|信|传|转)`)
)

// oursIn reports that the place at i only says where one of ours is: 郑州实习的学生确诊. A school that has a name is another.
func (m *message) oursIn(p phrase, i int) bool {
	if p.has(cOurs) {
		return true // 南阳疾控认定我院学生1人为疑似
	}
	if takenTo.MatchString(m.quote(p.from(), p.toks[i].from)) {
		return true // 小王昨晚被拉到浚县集中隔离
	}
	group := slices.IndexFunc(p.toks[i:], func(t token) bool { return t.class == cGroup })
	return group > 0 && !strings.ContainsAny(m.quote(p.toks[i].to, p.toks[i+group].to), "校院大中小")
}

// ofOneOfOurs reports that phrase i tells what an authority has found those of ours to have whom the phrase before has counted.
func (m *message) ofOneOfOurs(i int) bool {
	if i == 0 || m.phrases[i].has(cNumber) || !m.fits(m.phrases[i], ofAuthority) {
		return false
	}
	before := &m.phrases[i-1]
	return before.has(cNumber) && before.has(cGroup) && (before.has(cOurs) || before.has(cUnit)) && before.ends == cComma
}

// ofAuthority says that an authority, or a hospital, of a place has diagnosed somebody.
var ofAuthority = pattern.MustCompile(`^[^，。；]{0,8}(?:疾控|卫健委?|防疫站|医院|专家组?)[^，。；]{0,6}(?:认定|确认|判定|诊断|定为|通知|确诊)`)

// takenTo ends words for somebody who has been brought somewhere.
var takenTo = pattern.MustCompile(`被[^，。；]{0,8}[送拉带接转](?:到|去|往|至)?$`)

// tallied reports that a place begins the message and counts its cases: 武汉新增确诊35例, Wuhan reports 35 new cases.
func (m *message) tallied() bool {
	if len(m.toks) < 3 || m.has(cOurs) || m.has(cGroup) || m.Unit != "" {
		return false
	}
	first, next := m.toks[0], m.toks[1]
	if first.class != cPlace && (first.class != cWeak || first.key == "confirmed") {
		return false
	}
	said := m.word(next)
	return next.class == cMeasure && (next.key == "new" || next.key == "total") || strings.HasSuffix(said, "医院") || strings.HasPrefix(said, "report") || strings.HasPrefix(said, "confirm")
}

// statistics reports case numbers of a size that only news has.
func (m *message) statistics() bool {
	for _, cl := range m.claims {
		if gravity[cl.base] > 6 && cl.value >= tooMany {
			return true
		}
	}
	return false
}

// tooMany is how many cases no college has in a day; a province has.
const tooMany = 50
