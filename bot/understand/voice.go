package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// voice is whose news a phrase tells.
type voice struct {
	ours, self, family, near, hearsay, asking, supposing, unsure bool
	one                                                          bool // of one person by themselves
	vouched                                                      bool // said to be so indeed: 确实
	goesOn                                                       bool // one of ours was spoken of before in the sentence, and nobody else since
	sex                                                          rune // of the relative who is told of, as a pronoun: 他, 她
	parent                                                       bool // a student's parent speaks: the child is our student
}

// listen follows whose news it is: hearsay and relatives hold to the end of the
// sentence unless one of ours is named.
func (v *voice) listen(m *message, p phrase) {
	v.asking, v.unsure = (p.ends == cAsk || p.has(cQuestion)) && !m.whatNow(p), p.has(cMaybe)
	v.supposing = v.supposing || p.has(cIf)
	v.hearsay = v.hearsay || p.has(cHearsay)
	v.vouched = m.fits(p, vouched)
	// 该生 at the head of a message is somebody told of before: news of an old case.
	third := p.has(cThird) && p.from() > 0 || v.near && !v.family && m.fits(p, orderedTo)
	spoken := (v.ours || v.self || v.goesOn) && !v.near && !v.family && !p.has(cOther) && !m.ofPlace(p) && !strings.Contains(m.wrote(p), "有人")
	v.goesOn = spoken
	v.ours = p.has(cOurs) || p.has(cGroup) || p.has(cUnit) || third || m.named(p) || m.sameOnes(p) || spoken && v.ours && p.toks[0].class == cDate
	v.self = p.has(cSelf)
	words := m.wrote(p)
	myself := strings.Contains(words, "本人")
	v.one = myself || third || v.self && !strings.Contains(words, "我们") || spoken && v.one && p.has(cTaken)
	// 学生家长说孩子…: the child is our student.
	v.parent = v.parent || m.parentCalls(p)
	if p.has(cOther) {
		v.family, v.near = false, false
		v.ours = v.ours || v.parent
		and := p.first(cAnd)
		for i, t := range p.toks {
			// 跟确诊的同村人打过牌: whoever is near is the case that one of ours has met.
			if and >= 0 && i > and && p.first(cSource) > i {
				v.one = v.ours && !p.has(cNumber) // 学生李某一直和奶奶同住
				break
			}
			with := i - 1
			if p.at(with).class == cText && p.at(with).to-p.at(with).from == 1 {
				with-- // 班长和他爸都被带走了
			}
			if t.class == cOther && p.at(with).class == cAnd && (p.at(with-1).class == cSelf || p.has(cEach) && (p.at(with-1).class == cGroup || with == 1 && p.toks[0].class == cText && p.toks[0].to-p.toks[0].from > 1)) {
				v.ours = true
				continue // 我跟老公都出不去: it is told of the writer as well
			}
			if t.class == cOther && t.key == "family" {
				v.sex = pronounOf(m.word(t))
			}
			v.family = v.family || t.class == cOther && (t.key == "family" || t.key == "child") && !(v.parent && m.ofParent(t)) && !(t.key == "child" && p.at(i-1).class == cNumber)
			v.near = v.near || t.class == cOther && t.key == "near" && !(m.text.runes[t.to-1] == '楼' && p.first(cGroup) > i) && !m.behind(t.from, "被", "叫") // 三号楼一名学生, 被村里隔离
		}
		return
	}
	if v.family && m.fits(p, asWell) {
		v.family, v.goesOn = false, true // 学生小王他爸昨天确诊了，他今天也发烧
	}
	if v.family && v.sex != 0 && p.toks[0].class == cText && (m.text.runes[p.from()] == '她' || m.text.runes[p.from()] == '他') && m.text.runes[p.from()] != v.sex {
		v.family, v.goesOn = false, true // 临时工石大姐，她丈夫确诊，她被社区带走
	}
	if v.ours || v.self || myself {
		v.family, v.near = false, false
	}
}

// asWell begins what is said of somebody beside the one who was told of: 他自己也…
var asWell = pattern.MustCompile(`^[他她](?:自己|本人|今[天早晨晚]?|昨[天晚夜]|现在|刚才?|这两天)*也`)

// themselves parts a sentence spoken without a pause where it goes on from a relative's case to the one whose relative it is, and from
// somebody's case to their relative: 老周他老婆确诊了他自己也发烧, 学生小王发烧了他妈是武汉回来的.
func themselves(toks []token, t *text) []token {
	ours, kin, ill := false, false, false // ill: somebody, of ours or of their kin
	for i := 0; i < len(toks); i++ {
		w := toks[i]
		at := -1
		switch {
		case parts[w.class]:
			ours, kin, ill = false, false, false
		case w.class == cOther:
			kin = kin || w.key == "family" || w.key == "child"
		case w.class == cOurs, w.class == cSelf, w.class == cUnit, w.class == cGroup:
			ours = true
		case w.class == cSick, w.class == cAmbul, w.class == cFigure && w.key == "feverish", w.class == cCategory && illOf[w.key]:
			ill = ill || kin && w.class != cAmbul && w.key != "fever" || ours && !kin
		case !ill, w.class != cThird && w.class != cText:
		case kin && (w.class == cThird && (t.begins(w, '他') || t.begins(w, '她'))):
			at = w.from
		case kin && w.class == cText && asWell.MatchString(string(t.runes[w.to-1:min(len(t.runes), w.to+8)])), !kin && w.class == cText && i+1 < len(toks) && toks[i+1].class == cOther && pronoun(t.runes[w.to-1:]):
			at = w.to - 1
		case !kin && pronoun(t.runes[w.from:w.to]) && kinAhead(toks[i:]):
			at = w.from
		}
		if at < 0 {
			continue
		}
		if at > w.from {
			toks = slices.Insert(toks, i+1, token{class: cComma, from: at, to: at}, token{from: at, to: w.to})
			toks[i].to = at
		} else {
			toks = slices.Insert(toks, i, token{class: cComma, from: at, to: at})
		}
		ours, kin, ill, i = false, false, false, i+1
	}
	return toks
}

// illOf are the items of which a case is made.
var illOf = set("confirmed suspected close_contact fever hospital central_quarantine sealed")

// pronoun reports that words begin with him or her, and not with them.
func pronoun(r []rune) bool {
	return len(r) > 0 && (r[0] == '他' || r[0] == '她') && (len(r) == 1 || r[1] != '们' && r[1] != '人')
}

// kinAhead reports that a relative is named before the next mark.
func kinAhead(toks []token) bool {
	return slices.ContainsFunc(toMark(toks), func(t token) bool { return t.class == cOther && t.key == "family" })
}

// sameOnes reports that a phrase begins with those of ours who have been counted: 食堂两名师傅的老乡确诊，二人被认定为密接; 两名实习生护理过的病人确诊，
// 她俩被判定为密接.
func (m *message) sameOnes(p phrase) bool {
	first, both := p.toks[0], m.fits(p, theTwo)
	if !both && (first.class != cNumber || !first.people || m.text.runes[first.to-1] != '人') {
		return false
	}
	at, _ := slices.BinarySearchFunc(m.toks, first.from, func(t token, from int) int { return t.from - from })
	for i := max(0, at-sameWithin); i < at; i++ {
		t := m.toks[i]
		if t.class != cNumber || !t.people || t.value != first.value && !(both && t.value == 2) {
			continue
		}
		if next := m.toks[i+1]; i > 0 && m.toks[i-1].class == cGroup || next.class == cGroup || next.key == "intern_now" || next.key == "on_campus" {
			return true
		}
	}
	return false
}

// theTwo begins what is told of two people who were counted before.
var theTwo = pattern.MustCompile(`^[他她](?:俩|们俩|们两|两)`)

// sameWithin is how many words back those who are counted again have been counted.
const sameWithin = 32

var (
	herKin = pattern.MustCompile(`[妻妈母娘姐妹奶婆姑姨嫂婶]|媳妇|老婆|女儿|闺女|姥姥|丫头`)
	hisKin = pattern.MustCompile(`[夫爸父爹哥弟爷舅叔伯]|老公|儿子|公公|外公`)
)

// pronounOf is how a relative would be called, 他 or 她, 0 where the word does not say.
func pronounOf(word string) rune {
	switch her, his := herKin.MatchString(word), hisKin.MatchString(word); {
	case her && !his:
		return '她'
	case his && !her:
		return '他'
	}
	return 0
}

// ofPlace reports that a phrase tells of another place, and not only that somebody is there: 安阳确诊3例, but 昨日在许昌确诊.
func (m *message) ofPlace(p phrase) bool {
	for i, t := range p.toks {
		if t.class == cPlace && !(p.at(i-1).class == cText && strings.ContainsRune("在于到从去赴转", m.text.runes[p.at(i-1).to-1])) {
			return true
		}
	}
	return false
}

// orderedTo is said of whoever was named before: 园方要求其集中隔离.
var orderedTo = pattern.MustCompile(`(?:要求|通知|让|将|令)[其他她]`)

// vouched are words of somebody who has looked into what is said.
var vouched = pattern.MustCompile(`确实|属实|已核实|是真的`)

// named reports that a phrase is about somebody by name: 王某, 李某某, 王主任.
func (m *message) named(p phrase) bool {
	for _, t := range p.toks {
		if t.class == cText && (m.text.holds(t, '某') || m.text.official(t) || m.text.nicknamed(t)) {
			return true
		}
	}
	return false
}

// holds reports that a word has the character.
func (t *text) holds(w token, r rune) bool {
	return slices.Contains(t.runes[w.from:w.to], r)
}

// official reports that a word is somebody by their title, 王主任, 李师傅.
func (t *text) official(w token) bool {
	n := w.to - w.from
	if n > 4 && surnames[t.runes[w.from]] {
		n = 3 // 李院长突然…
	}
	if n < 3 || n > 4 {
		return false
	}
	switch string(t.runes[w.from+n-2 : w.from+n]) {
	case "主任", "处长", "院长", "书记", "科长", "部长", "师傅", "馆长", "教授", "校长", "主席":
		return true
	}
	return false
}

// household reports that a phrase speaks of a husband or wife, and not of where they work or live.
func (m *message) household(p phrase) bool {
	return spouse.MatchString(spousesPlace.ReplaceAllString(m.wrote(p), ""))
}

var (
	spouse       = pattern.MustCompile(`爱人|老公|老婆|老伴|妻子|丈夫|媳妇`)
	spousesPlace = pattern.MustCompile(`(?:爱人|老公|老婆|老伴|妻子|丈夫|媳妇)的?(?:单位|公司|工厂|厂里|学校|医院|同事|老家)`)
)

// whatNow reports that a phrase tells what has happened and asks what to do: 王师傅被确诊了怎么办.
func (m *message) whatNow(p phrase) bool {
	return m.fits(p, whatToDo) && !p.has(cIf)
}

// whatToDo asks so of what has happened.
var whatToDo = pattern.MustCompile(`(?i)(?:[了被]|现在|出来是).*(?:怎么[办整弄]|[咋该][办整弄搞]|咋办)$|\b(?:came back|tested|is|was|got|been)\b.*\bwhat (?:do|should|shall|can) (?:i|we) do$`)

// inTheirHome makes a mere place of where a relative lives: 老周在外地女儿家确诊了.
func inTheirHome(toks []token, t *text) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].class == cOther && toks[i].key == "family" && toks[i+1].class == cText && t.runes[toks[i+1].from] == '家' && grave(toks[i+1:]) && stayingAt.MatchString(string(t.runes[max(0, toks[i].from-8):toks[i].from])) {
			toks[i].class, toks[i].key = cText, ""
		}
	}
}

// stayingAt stands before a place where somebody is.
var stayingAt = pattern.MustCompile(`(?:在|到|去|住|从|回)[^，。；]{0,5}$`)

// hearing makes hearsay of 听我同学说, and none of 我被流调了，说是密接: it was said to one of ours.
func hearing(toks []token, t *text) {
	ours, others, unit := false, false, false
	for i, tok := range toks {
		switch tok.class {
		case cSelf, cOurs, cGroup, cThird:
			ours = true
		case cPlace, cUnit:
			others, unit = true, unit || tok.class == cUnit
		case cNumber:
			ours = ours || !others && (tok.people || tok.any) // 有两个，都是37.6左右，说是受凉
		case cOther:
			others = others || tok.key == "near"
			ours = ours || tok.key != "near" && i+1 < len(toks) && toks[i+1].class == cHearsay // 孩子说是老毛病
		case cText:
			ours = ours || t.named(tok) != "" // 水电工老付，排查说是密接
		case cStop, cLine:
			ours = false
		case cHearsay:
			if words := string(t.runes[tok.from:tok.to]); ours && (words == "说是" || words == "群里说") {
				toks[i].class = cText
			}
		}
		if toks[i].class == cText && !ours && !unit && passerBy.MatchString(string(t.runes[max(0, toks[i].from-12):toks[i].to])) {
			toks[i].class = cHearsay // 门口卖菜的大爷说他们村封了
			continue
		}
		if toks[i].class != cText || t.runes[toks[i].from] != '听' {
			continue
		}
		for j := toks[i].from + 1; j < len(t.runes) && j <= toks[i].from+7; j++ {
			if _, mark := markOf(t.runes[j]); mark {
				break
			}
			if t.runes[j] == '说' || t.runes[j] == '讲' {
				toks[i].class = cHearsay
			}
		}
	}
}

// passerBy is who tells of where they live themselves.
var passerBy = pattern.MustCompile(`(?:(?:卖[^，。]{1,4}的?|楼下|路边|街上|门口|菜市场?|超市|集上|出租车?)[^，。]{0,6}(?:大爷|大妈|大娘|大姐|大哥|大叔|阿姨|老板娘?|司机|师傅)|小贩|摊主|卖[^，。]{1,4}的|快递(?:员|小哥))[^，。]{0,3}[说讲](?:是|起)?(?:他们|她们|人家|那边|他家|她家)$`)

// hearsay finds the sentences that end in 听说的, or begin so.
func (m *message) hearsay() map[int]bool {
	if !m.has(cHearsay) {
		return nil
	}
	told := map[int]bool{}
	for _, p := range m.phrases {
		if p.has(cHearsay) {
			told[p.sentence] = true
		}
	}
	return told
}
