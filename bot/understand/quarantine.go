package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// formerly makes the figure of the day before of 原 before an item or a number: 原居家隔离5人.
func formerly(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class == cText && toks[i].to == toks[i].from+1 && t.runes[toks[i].from] == '原' && (toks[i+1].class == cCategory || toks[i+1].class == cNumber) {
			toks[i].class, toks[i].key = cMeasure, "prev"
		}
	}
}

// broughtTo takes where a centre is into the words for being brought there: 按要求送鹤山区隔离点集中隔离.
func broughtTo(toks []token, t *text) []token {
	for k := 2; k < len(toks); k++ {
		centre, place, to := toks[k], toks[k-1], &toks[k-2]
		if centre.class != cCategory || centre.key != "central_quarantine" || place.class != cPlace && place.class != cText || place.to-place.from > 8 || place.to != centre.from || to.to != place.from {
			continue
		}
		if to.class != cText || !isSent.MatchString(string(t.runes[max(0, to.from-4):to.to])) || !nothingBrought.MatchString(string(t.runes[centre.to:min(len(t.runes), centre.to+4)])) {
			continue
		}
		toks[k].from = to.to - 1
		if to.to--; to.to == to.from {
			toks = slices.Delete(toks, k-2, k)
			k--
			continue
		}
		toks = slices.Delete(toks, k-1, k)
	}
	return toks
}

// nothingBrought goes on about a centre to which people are brought: no bedding, and no meals.
var nothingBrought = pattern.MustCompile(`^(?:$|[，。；！,\n]|集中|隔离|观察|医学|了)`)

// isSent ends words for somebody who is brought, and brings nothing: 按要求送, 昨晚被送.
var isSent = pattern.MustCompile(`(?:要求|被|已|通知|规定|[职学教]?[员工生师名]|，)送$`)

// inHotels makes a central quarantine of one in a house that is none's home: 被隔离在三亚酒店.
func inHotels(toks []token, t *text) {
	for i := range toks {
		if tok := &toks[i]; tok.class == cCategory && tok.key == "quarantine" && tok.to < len(t.runes) && strings.ContainsRune("在到于", t.runes[tok.to]) && hotel.MatchString(string(t.runes[tok.to:min(len(t.runes), tok.to+12)])) {
			tok.key = "central_quarantine"
		}
	}
}

var hotel = pattern.MustCompile(`^[在到于][^，。；0-9校院]{0,6}(?:酒店|宾馆|旅馆|招待所|党校|隔离点|度假村)`)

// kindsOf makes items of 居家 and 集中 where they part a quarantine by its kinds: 隔离5人，其中居家4人，集中1人.
func kindsOf(toks []token, t *text) {
	kindRow(toks, t)
	spoken := ""
	for i := range toks {
		switch tok := toks[i]; {
		case tok.class == cStop && spoken != "quarantine", tok.class == cLine, tok.class == cUnit:
			spoken = ""
		case tok.class == cCategory && (tok.key == "quarantine" || tok.key == "home_quarantine" || tok.key == "central_quarantine"):
			spoken = tok.key
		case tok.class == cCategory:
			spoken = ""
		case tok.class == cText && tok.key == "kind" && parted(toks, i):
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[tok.from:tok.to])] // 居家5人隔离
			toks[i+2].class = cEtc
		case tok.class == cText && tok.key == "kind" && spoken == "" && i+2 < len(toks) && i > 1 && ended(toks[:i]) && (toks[i+1].class == cHave || toks[i+1].class == cMeasure) && !parts[toks[i+2].class],
			tok.class == cText && tok.key == "kind" && spoken == "" && i > 0 && i+1 < len(toks) && toks[i-1].key == "now" && toks[i+1].class == cNumber && ended(toks[:i]):
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[tok.from:tok.to])] // 3人到期解除，居家的还有11名
		case tok.class == cText && t.endsKind(toks, i):
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[tok.from:tok.to])]
		case tok.class == cText && tok.key == "kind" && spoken == "quarantine" && i > 0 && toks[i-1].class == cNumber && (toks[i-1].people || toks[i-1].any):
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[tok.from:tok.to])] // 隔离2人，一个居家一个集中
		case tok.class == cText && spoken == "quarantine" && i+1 < len(toks) && toks[i+1].class == cNumber && string(t.runes[tok.from:tok.to]) == "在家" && lastFigure(toks[:i]) >= toks[i+1].value:
			toks[i].class, toks[i].key, spoken = cCategory, "home_quarantine", "home_quarantine" // 隔离12个，搁家11个，隔离点1个
		case tok.class == cText && spoken != "" && i+1 < len(toks) && (toks[i+1].class == cNumber || toks[i+1].class == cNot):
			if kind := kinds[string(t.runes[tok.from:tok.to])]; kind != "" && kind != spoken {
				toks[i].class, toks[i].key, spoken = cCategory, kind, kind
			}
		}
	}
}

// kindBehind makes all of a quarantine of its kind where that is said of them behind it: 2个老师在隔离，都是居家.
func kindBehind(toks []token, t *text) {
	for i := 2; i < len(toks); i++ {
		each := toks[i-1].class == cEach || toks[i-1].class == cHave && toks[i-2].class == cEach
		if toks[i].class != cText || !each || i+1 < len(toks) && !parts[toks[i+1].class] {
			continue
		}
		kind := kinds[string(t.runes[toks[i].from:toks[i].to])]
		if kind == "" {
			continue
		}
		for j := i - 2; j >= 0 && i-j <= longest && toks[j].class != cStop && toks[j].class != cLine; j-- {
			if toks[j].class == cCategory && toks[j].key == "quarantine" {
				toks[j].key = kind
			}
		}
	}
}

// lastFigure is the last number of some words, 0 for none.
func lastFigure(toks []token) int {
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].class == cNumber {
			return toks[i].value
		}
	}
	return 0
}

// ended reports that the end of a quarantine has just been told of, without an item.
func ended(toks []token) bool {
	told := false
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-nearby*2; i-- {
		switch t := toks[i]; {
		case t.class == cStop, t.class == cLine, t.class == cCategory:
			return told
		case t.class == cMeasure && strings.HasPrefix(t.key, "released"):
			told = true
		}
	}
	return told
}

// askedKind makes an item of 居家 before a figure, where it was asked how many are in quarantine at home: 发热2，居家3.
func askedKind(toks []token, t *text, c Context) {
	if !strings.HasPrefix(c.Asked, "home_quarantine") && !(strings.Contains(c.Before, "居家") && (howMany.MatchString(c.Before) || strings.Contains(c.Before, "请"))) {
		return
	}
	for i := 0; i < len(toks); i++ {
		if toks[i].key == "kind" && toks[i].class == cText && i > 0 && (toks[i-1].class == cNot && t.runes[toks[i].from] == '居' || toks[i-1].class == cNumber && t.runes[toks[i].from] == '集') {
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[toks[i].from:toks[i].to])] // 没有居家，有2个集中的
			continue
		}
		if i+1 < len(toks) && toks[i].key == "kind" && toks[i].class == cText && t.runes[toks[i].from] == '居' && (toks[i+1].class == cNumber || toks[i+1].class == cHave && i+2 < len(toks) && toks[i+2].class == cNumber) {
			toks[i].class, toks[i].key = cCategory, "home_quarantine"
		}
	}
}

// parted reports that a number stands between a kind of quarantine and the word for it.
func parted(toks []token, i int) bool {
	return i+2 < len(toks) && toks[i+1].class == cNumber && (toks[i+1].people || toks[i+1].any) && toks[i+2].key == "quarantine" && toks[i+2].to-toks[i+2].from == 2 &&
		(i+3 == len(toks) || toks[i+3].class != cNumber)
}

// endsKind reports that the kind of quarantine at i is told to be over: 居家满14天今日解除.
func (t *text) endsKind(toks []token, i int) bool {
	if toks[i].key != "kind" {
		return false
	}
	for _, next := range toks[i+1:] {
		switch {
		case next.class == cMeasure:
			return strings.HasPrefix(next.key, "released")
		case next.class == cHave && t.runes[next.from] == '的': // 2个居家的到期了
		case next.class != cFigure && !(next.class == cText && next.to-next.from <= 2 && t.runes[next.to-1] == '满'):
			return false
		}
	}
	return false
}

// kindRow makes items of them in a row of items which has both, each with its figure: 居家1、集中0、疑似0.
func kindRow(toks []token, t *text) {
	var row []int
	both := map[string]bool{}
	for i, tok := range toks {
		next := i + 1
		for next < len(toks) && (toks[next].class == cColon || toks[next].class == cSpace) {
			next++
		}
		if tok.class != cText || tok.key != "kind" || next >= len(toks) || toks[next].class != cNumber && toks[next].class != cNot {
			continue
		}
		if n := len(row); n > 0 && i-row[n-1] > nearKinds {
			return
		}
		row = append(row, i)
		both[kinds[string(t.runes[tok.from:tok.to])]] = true
	}
	if len(both) < 2 || slices.ContainsFunc(toks[:row[0]], func(t token) bool { return t.class == cPart }) {
		return // 密接3人，其中居家2人、集中1人
	}
	for _, i := range row {
		toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[toks[i].from:toks[i].to])]
	}
}

// nearKinds is how many words apart the two kinds of one row stand.
const nearKinds = 8

// kinds are the short words for the kinds of quarantine.
var kinds = map[string]string{"居家": "home_quarantine", "集中": "central_quarantine"}

// onCall is said of people at home who are in no quarantine.
var onCall = pattern.MustCompile(`(?:居|在|搁)家(?:里?(?:待|呆|歇)着?|待命|办公|休息|备课|上课|学习|过年|过节)`)

// atHome reports that the number at k counts people who are at home, in quarantine or not: 居家学生2人, 居家的学生5个，老师1个. They are
// neither how many there are of a group nor nobody, and it is asked what they are; but for parts of those, 居家8人，其中教师1人.
func (c *tally) atHome(s *clause, k int, group string) bool {
	t := s.p.toks[k]
	if c.whereTheyAre(s, k) && !strings.Contains(c.m.wrote(s.p), "老家") {
		return false
	}
	if t.class == cNumber && t.value == 0 || t.thing != "" || c.m.ctx.Asked != "" || s.p.has(cTold) {
		return false
	}
	spoken := slices.ContainsFunc(s.p.toks, func(word token) bool { return c.m.text.home(word, t.value < crowd && !s.p.has(cEach)) })
	switch further := c.home.sentence == s.p.sentence && c.home.base != ""; {
	case further && someGroup(group) && t.value < crowd && s.p.only(cGroup, cNumber, cHave, cMeasure, cColon, cSpace, cList, cAnd, cPart):
		if c.home.group == "" {
			return true
		}
	case c.headed.base == "" && !s.part && spoken && (t.people || someGroup(group)):
		c.home = frame{base: "home", group: group, sentence: s.p.sentence}
	default:
		return false
	}
	words := c.m.quote(s.p.from(), s.p.to())
	if s.p.figures() > 1 {
		words = c.m.quote(c.start(s, k), t.to)
	}
	c.m.doubt(WhichField, "", words)
	return true
}

// home reports a word that people are at home, of a few only: 学生1200人均居家 and 7名职工均在家 have no reason to be.
func (t *text) home(tok token, few bool) bool {
	words := string(t.runes[tok.from:tok.to])
	return tok.class == cText && few && (words == "居家" || strings.HasPrefix(words, "居家的") || words == "在家" || strings.HasPrefix(words, "在家的"))
}

// asksKind reports that it is asked whether those are in quarantine who are only said to be at home: 还是7个居家.
func (m *message) asksKind() bool {
	return slices.ContainsFunc(m.Doubts, func(d Doubt) bool {
		return d.Code == WhichField && (strings.Contains(d.Words, "个居家") || strings.Contains(d.Words, "人居家")) && !m.explicitZero()
	})
}
