package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// bareNo reports 无, 0 or 均为0 and nothing else, said of a unit or to the bot alone: “软件学院 无”.
func (m *message) bareNo() bool {
	no, zeros, begun, still := false, false, false, false
	for _, t := range m.toks {
		switch t.class {
		case cUnit, cOurs, cSpace, cComma, cColon, cStop, cLine, cOpen, cClose, cList, cEach, cHave, cCounter, cGreeting, cDate:
		case cFigure:
			if t.key != "clock" {
				return false
			}
		case cText:
			full := m.word(t) == "." // “None.”
			if !begins[m.word(t)] && !full {
				return false
			}
			begun = begun || !full
		case cMeasure:
			if t.key != "today" && t.key != "now" {
				return false
			}
			still = true // 今天还是零, 今天零
		case cNot:
			if no || !plainNo[strings.ToLower(m.word(t))] {
				return false
			}
			no = true
		case cNumber:
			if no && !zeros || t.value != 0 || t.approx {
				return false
			}
			no, zeros = true, true
		default:
			return false
		}
	}
	return no && (m.Unit != "" || m.ctx.Meant || begun || still && zeros) // 今天还是零
}

// opensNo reports that a unit says 无 of itself, and then something that is no figure: 本部门无，继续值守.
func (m *message) opensNo() bool {
	if len(m.phrases) < 2 || m.ctx.Asked != "" || len(m.claims)+len(m.Unknown) > 0 || m.has(cQuestion) || m.has(cAsk) || m.has(cNumber) || m.inRow {
		return false
	}
	p := m.phrases[0]
	if !p.only(cUnit, cOurs, cNot, cColon, cSpace) || !(p.has(cUnit) || p.has(cOurs)) || p.ends != cComma && p.ends != cStop {
		return false
	}
	i := p.first(cNot)
	return i >= 0 && plainNo[m.word(p.toks[i])] && !slices.ContainsFunc(m.said, func(s mention) bool { return !calmKeys[s.base] })
}

// noughts makes the word that there is nothing of 4个0 and 四个零, where nothing else is said beside it but of whom and of what day.
func noughts(toks []token) {
	for i := 0; i+1 < len(toks); i++ {
		n, zero := toks[i], toks[i+1]
		if n.class != cNumber || !n.any || n.value < 2 || zero.class != cNumber || zero.value != 0 || zero.people || zero.any || zero.thing != "" {
			continue
		}
		from, to := span(toks, i)
		alone := to == i+2 && !slices.ContainsFunc(toks[from:i], func(t token) bool {
			return t.class != cUnit && t.class != cOurs && t.class != cEach && t.class != cDate && !(t.class == cMeasure && (t.key == "today" || t.key == "now"))
		})
		if alone {
			toks[i].class, toks[i+1].class = cFine, cEtc
		}
	}
}

// plainNo are the denials that say by themselves that there is nothing; 不 and 没人 do not.
var plainNo = set("无 没有 没 暂无 均无 都没有 都无 全无 目前无 暂时没有 没有了 没了 都没了 都没有了 没有啦 均没有 皆无 尚无 无任何 目前没有 目前暂无 暂没有 没有任何 none nil nothing")

// oursAreWell reports that a phrase says of the unit itself that there is nothing: 收到，已传达。我处今日无情况.
func (m *message) oursAreWell() bool {
	return slices.ContainsFunc(m.phrases, func(p phrase) bool {
		return (p.has(cOurs) || p.has(cUnit)) && !p.has(cTold) && (p.has(cFine) || p.has(cNot) && p.has(cFault))
	})
}

// soft reports that somebody is only said to be well in passing: “同学们都挺好，想开学了”.
func (m *message) soft() bool {
	if m.has(cGroup) && m.has(cEach) && (strings.Contains(m.plain, "全部") || strings.Contains(m.plain, "全体") || strings.Contains(m.plain, "均")) {
		return false // 干部职工全部居家待命，健康
	}
	if strings.HasPrefix(m.plain, "人员") {
		return false // 人员都好，就是口罩不太够
	}
	if m.Unit != "" || m.has(cOurs) || m.has(cNot) || len(m.Fields) > 0 || m.before != nil || m.inRow {
		return false
	}
	unknown := 0
	for _, t := range m.toks {
		switch {
		case t.class == cFine && !softly[m.word(t)]:
			return false
		case t.class == cText:
			unknown += t.to - t.from
		}
	}
	return unknown > 2
}

// softly are the words of a greeting as much as of a report.
var softly = set("挺好 都好 都很好 都挺好 身体好 都好着嘞 都好着 健康 良好")

// ofRest reports that it is the rest of which there is nothing, whatever was said before, or that somebody has come to an end: 其他无, 没有了.
func (m *message) ofRest() bool {
	switch {
	case m.explicitZero(), m.abnormal(), m.inRow:
		return false
	case m.Doubtful(BareNo):
		return m.Unit == "" && noMore.MatchString(m.plain)
	}
	return (len(m.claims) == 0 || m.phrases[0].has(cRest)) && (m.has(cRest) || theRest.MatchString(m.plain)) && !m.has(cQuestion)
}

var (
	noMore  = pattern.MustCompile(`^[，。！ ]*(?:没|没有|无|none|nothing)[了啦]?[，。！ ]*$`)
	theRest = pattern.MustCompile(`剩下|余下|剩余|其他|别的`)
)

// allZero reports “均为0”, “各项全是0”: each of what is asked.
func (m *message) allZero() bool {
	zero, noughts := false, 0
	for _, t := range m.toks {
		switch {
		case t.class == cNumber && t.value == 0 && !t.approx:
			zero = true
			noughts++
		case t.class == cNumber || t.class == cNot || t.class == cCategory:
			return false
		}
	}
	return zero && (m.has(cEach) || noughts > 1 && m.has(cMeasure)) && m.terse() // 新增0例，现有0例
}

// saidZero reports that some item was said to be 0; abnormal ones were asked before.
func (m *message) saidZero() bool {
	for k, v := range m.Fields {
		if base, _, _ := split(k); v == 0 && !ungroupedKeys[k] && base != "returned_today" && !(calmKeys[base] && m.figuredAbove(base)) {
			return true
		}
	}
	return false
}

// figuredAbove reports that somebody is counted of an item: 境外教职工2人，学生境外0人.
func (m *message) figuredAbove(item string) bool {
	for k, v := range m.Fields {
		if base, _, _ := split(k); base == item && v > 0 {
			return true
		}
	}
	return false
}

// loose is the item that somebody is said to have and that was neither counted nor denied, "" for none: 王某已居家隔离，体温正常.
func (m *message) loose() string {
	for _, s := range m.said {
		k, ok := key(s.base, s.measure, "")
		if !ok || s.denied || s.counted || calm(k) {
			continue
		}
		if _, told := m.Fields[k]; !told && !m.isUnknown(k) && !(plainKeys[k] && m.ofFamily(s)) {
			return k
		}
	}
	return ""
}

// ofFamily reports that where somebody is is said of a relative: 学生家长在武汉.
func (m *message) ofFamily(s mention) bool {
	p := m.phrases[s.phrase]
	k := p.first(cOther)
	return k >= 0 && p.toks[k].key == "family" && p.toks[k].to <= s.from
}

// elsewhere reports that what is denied of ours is said of others: 不是我院学生确诊，是别的学校的.
func (m *message) elsewhere() bool {
	for i, t := range m.toks {
		if t.class == cOther && t.key == "near" && i > 0 && m.toks[i-1].class == cHave {
			return !m.abnormal()
		}
	}
	return false
}

// asksOfZero reports that the zero report itself is asked about: 零报告几点前交？
func (m *message) asksOfZero() bool {
	for _, p := range m.phrases {
		if i := p.first(cFine); i >= 0 && (p.has(cQuestion) || p.ends == cAsk || m.fits(p, hadFiled)) || i >= 0 && orElse.MatchString(m.plain) {
			return true
		}
	}
	return false
}

// orElse ends a question between two: 零报告是直接发群里，还是发给学生处？
var orElse = pattern.MustCompile(`[是发报交填][^。；！？]{1,16}，?还是[^，。；！？]{2,14}[？。 ]*$`)

// hadFiled is said of a report that was filed before: 明明两点就报了零报告.
var hadFiled = pattern.MustCompile(`(?:报了|报过|报的|发了|发过|填了)[^，。；]{0,4}零报`)

func (m *message) explicitZero() bool { return strings.Contains(m.plain, "零报") }

// belittles says of something told before that it is nothing to be alarmed about: 不是紧急情况，就是普通感冒.
var belittles = pattern.MustCompile(`^(?:(?:就|只|都)?是[^，。；]{1,8}，)?(?:[这那他她]|我们?|其实|也)*(?:个|人|位)?(?:并|可|也|又)?不是(?:什么)?(?:紧急|急事|急病|新冠|肺炎|疑似|确诊|大事|疫情)`)

// onlyNew reports that only new ones of those kept apart were denied: 无新增居家隔离 says nothing of those there are.
func (m *message) onlyNew() bool {
	kept, all := false, 0
	for k := range m.Fields {
		base, measure, _ := split(k)
		if measure != "new" {
			return false
		}
		switch {
		case strings.HasSuffix(base, "quarantine") || base == "sealed":
			kept = true
		case base == "suspected" || base == "confirmed":
			all++
		}
	}
	return kept && all < 2 // 无新增隔离、疑似、确诊: all that is asked
}

// freed reports that somebody was released, which is something to tell.
func (m *message) freed() bool {
	for k, v := range m.Fields {
		if base, measure, _ := split(k); v > 0 && (measure == "released" || base == "cured" && measure == "new") {
			return true
		}
	}
	return false
}

// filedFirst reports that a zero report was made before a request to others: “零报告。另：请尽快发口罩”.
func (m *message) filedFirst() bool {
	zero := -1
	for i, t := range m.toks {
		switch {
		case t.class == cFine && zero < 0:
			zero = i
		case (t.class == cStop || t.class == cSpace) && zero >= 0:
			return m.Zero && m.find(cOrder) > i
		}
	}
	return false
}

// abnormal reports a figure, known or not, that a zero report cannot hold: one above zero, or fewer reported than are due.
func (m *message) abnormal() bool {
	for _, group := range []string{"", "_student", "_staff", "_other"} {
		due, known := m.Fields["headcount_due"+group]
		if n, told := m.Fields["headcount_reported"+group]; known && told && n < due {
			return true
		}
	}
	for k, v := range m.Fields {
		if v > 0 && !calm(k) {
			return true
		}
	}
	for _, k := range m.Unknown {
		if !calm(k) || strings.HasPrefix(k, "headcount_reported") {
			return true
		}
	}
	return false
}

// disowns reports that a message says of news that it is not so, and nothing of the day: 没有这回事, 别乱说.
func (m *message) disowns() bool {
	return m.ctx.Asked == "" && m.before == nil && !m.explicitZero() && Disowns(m.plain)
}

// onlyUnwell reports that the only figure above zero is of one who is told of by name as unwell, and has nothing that the form names:
// 老张身体不适，今天病假.
func (m *message) onlyUnwell() bool {
	for _, cl := range m.claims {
		if !cl.denied && !(cl.one && cl.base == "symptom" && strings.Contains(m.quote(cl.from, cl.to), "不")) {
			return false
		}
	}
	return len(m.claims) > 0
}

// Disowns tells whether words say of news that it is not so (“没有这回事”).
func Disowns(words string) bool { return disowned.MatchString(words) }

var disowned = pattern.MustCompile(`(?i)没有?(?:这|那)(?:么?回)?事|没有的事|哪有(?:这回|的|这种)?事|(?:别|不要)(?:乱|瞎|胡)(?:说|传|讲|报)|谣言|造谣|不属实|(?:是|都是|^)假的|不是真的|子虚乌有|\b(?:that is|it is|that's|it's)? ?not true\b|\bno such (?:thing|case)\b|\bfalse rumou?r\b`)

// asksHowMany reports a question how many there are of what a zero report cannot hold.
func (m *message) asksHowMany() bool {
	return slices.ContainsFunc(m.Doubts, func(d Doubt) bool { return d.Code == HowMany && !calm(d.Key) })
}

// tellers makes plain words of those who only tell what follows: 辅导员统计：大一在鄂2人.
func tellers(toks []token, t *text) {
	for i := 0; i+2 < len(toks); i++ {
		if toks[i].class == cGroup && someGroup(toks[i].key) && toks[i+1].class == cText && (toks[i+2].class == cColon || toks[i+2].class == cNumber && string(t.runes[toks[i+1].from:toks[i+1].to]) == "反映") && telling.MatchString(string(t.runes[toks[i+1].from:toks[i+1].to])) {
			toks[i].class, toks[i].key = cText, ""
		}
	}
}

var telling = pattern.MustCompile(`^刚?刚?(?:报|统计|汇总|反馈|报告|上报|反映|来电|核实|摸排)$`)
