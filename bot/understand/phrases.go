package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// phrase is what stands between two commas, brackets or lines.
type phrase struct {
	toks     []token
	depth    int   // brackets around it
	sentence int   // sentences and lines before it
	after    class // the mark before it
	ends     class // the mark that ends it
	words    classSet
	letters  *pattern.Letters // as it was written, and as it is read
}

// classSet holds classes, for a quick look whether a phrase has one.
type classSet [2]uint64

func (s *classSet) add(c class)      { s[c/64] |= 1 << (c % 64) }
func (s *classSet) has(c class) bool { return s[c/64]&(1<<(c%64)) != 0 }

func newPhrase(toks []token, depth, sentence int, after, ends class) phrase {
	p := phrase{toks: toks, depth: depth, sentence: sentence, after: after, ends: ends}
	p.reword()
	return p
}

// reword notes anew of what classes the words are.
func (p *phrase) reword() {
	p.words = classSet{}
	for _, t := range p.toks {
		p.words.add(t.class)
	}
}

// at is the word at a place. Before the first and behind the last there is an edge, which is no word of any class.
func (p *phrase) at(k int) token {
	if k < 0 || k >= len(p.toks) {
		return token{class: cEdge}
	}
	return p.toks[k]
}

// longest is how many words a phrase may have. Nobody writes so many without a
// mark; the bound keeps every look around inside a phrase cheap.
const longest = 96

// phrases cuts the message at its marks. 、 does not cut: it joins a list.
func phrases(toks []token) []phrase {
	marks := 1
	for _, t := range toks {
		if t.class >= cComma && t.class <= cBar {
			marks++
		}
	}
	out := make([]phrase, 0, marks)
	depth, sentence, from := 0, 0, 0
	after := cLine
	cut := func(to int, mark class) {
		if to > from {
			out = append(out, newPhrase(toks[from:to], depth, sentence, after, mark))
			after = mark
		} else if mark != cSpace {
			after = mark
		}
		from = to + 1
	}
	for i, t := range toks {
		if i-from >= longest {
			out = append(out, newPhrase(toks[from:i], depth, sentence, after, cList))
			from, after = i, cList
		}
		switch t.class {
		case cSpace:
			inPair := i+1 < len(toks) && toks[i+1].class == cBar && pair(toks, i+1) || i > 0 && toks[i-1].class == cBar && pair(toks, i-1)
			if !inPair && !glue(toks, i) {
				cut(i, cSpace)
			}
		case cBar:
			if !pair(toks, i) {
				cut(i, cBar)
			}
		case cComma:
			cut(i, t.class)
		case cStop, cAsk, cLine:
			cut(i, t.class)
			if t.class != cStop || !onlyMeasured(toks[i+1:]) {
				sentence++
			}
		case cOpen:
			cut(i, cOpen)
			depth++
		case cClose:
			cut(i, cClose)
			if depth > 0 {
				depth--
			}
		}
	}
	cut(len(toks), cLine)
	return out
}

// onlyMeasured reports that what follows a stop names no item and goes on with the one before: 居家隔离13人；解除5人；仍有8人.
func onlyMeasured(toks []token) bool {
	if len(toks) == 0 || toks[0].class != cMeasure && toks[0].class != cPart && toks[0].class != cEach {
		return false
	}
	return !slices.ContainsFunc(toMark(toks), func(t token) bool {
		return t.class == cCategory || t.class == cWeak || t.class == cUnit || t.class == cOurs || t.class == cGroup || t.class == cRest || t.class == cThermo || t.class == cText && t.to-t.from > 2
	})
}

// toMark are the words before the next mark.
func toMark(toks []token) []token {
	if i := slices.IndexFunc(toks, func(t token) bool { return parts[t.class] }); i >= 0 {
		return toks[:i]
	}
	return toks
}

// crossed makes a denial of a cross behind an item: 发热× 咳嗽×.
func crossed(toks []token, t *text) {
	for i := 1; i < len(toks); i++ {
		if toks[i].class == cText && toks[i].to == toks[i].from+1 && t.runes[toks[i].from] == '×' && toks[i-1].class == cCategory {
			toks[i].class = cNot
		}
	}
}

// listed parts a row of marked items that is written without a break: ①发热：无②居家隔离：5.
func listed(toks []token, t *text) {
	for i := 1; i+1 < len(toks); i++ {
		if r := t.runes[toks[i].from]; toks[i].key != "index" || r < '①' || r > '⒛' || parts[toks[i-1].class] {
			continue
		}
		switch toks[i+1].class {
		case cCategory, cMeasure, cRest, cGroup, cNot, cThermo, cWeak:
			toks[i] = token{class: cComma, from: toks[i].from, to: toks[i].to}
		}
	}
}

// numberedItems makes marks of the numbers before items that are answered one by one: 1发热 无 2隔离 无 3在鄂 无. In 1发热 2隔离 3在鄂 they are figures.
func numberedItems(toks []token, t *text) {
	var at []int
	answered := false
	for i := 0; i+1 < len(toks); i++ {
		n, next := toks[i], toks[i+1].class
		begins := n.class == cNumber && n.value == len(at)+1 && n.to == n.from+1 && isDigit(t.runes[n.from]) && (i == 0 || parts[toks[i-1].class] || toks[i-1].class == cNot)
		switch {
		case begins && (next == cCategory || next == cRest || next == cThermo) && (len(at) == 0 || answered):
			at, answered = append(at, i), false
		case len(at) > 0 && (toks[i].class == cNot || toks[i].class == cFine || toks[i].class == cNumber && i > at[len(at)-1]):
			answered = true
		}
	}
	answered = answered || len(at) > 0 && at[len(at)-1]+2 < len(toks)
	if len(at) < 3 || !answered {
		return
	}
	for _, i := range at {
		toks[i] = token{class: cComma, from: toks[i].from, to: toks[i].to}
	}
}

// nextInLine reports that the number at i, behind a space, goes on a list that begins its line: 1、无发热 2、无疑似.
func nextInLine(s []rune, i int) bool {
	if i == 0 || s[i-1] != ' ' || s[i] < '2' || s[i] > '9' {
		return false
	}
	from := i
	for from > 0 && i-from < longestRow && s[from-1] != '\n' {
		from--
	}
	line := " " + string(s[from:i])
	return strings.HasPrefix(line, " 1、") && strings.Contains(line, " "+string(s[i]-1)+"、")
}

// quoted makes one plain word of a name in quotation marks within a phrase, which counts nothing: 已在“今日校园”打卡.
func quoted(toks []token, t *text) []token {
	for i := 1; i < len(toks); i++ {
		if toks[i].class != cSpace || t.orig[t.at[toks[i].from]] == ' ' || parts[toks[i-1].class] {
			continue
		}
		j := i + 1
		for j < len(toks) && j-i < 6 && (toks[j].class == cText && toks[j].key == "" || toks[j].key == "today") {
			j++
		}
		if j > i+1 && j+1 < len(toks) && toks[j].class == cSpace && t.orig[t.at[toks[j].from]] != ' ' && !parts[toks[j+1].class] {
			toks[i] = token{class: cText, key: "name", from: toks[i].from, to: toks[j].to}
			toks = slices.Delete(toks, i+1, j+1)
		}
	}
	return toks
}

// unbracket takes the brackets from a denial that stands behind its item: 发热（无）、疑似（无）.
func unbracket(toks []token) []token {
	for i := 1; i+2 < len(toks); i++ {
		if toks[i].class == cOpen && toks[i+1].class == cNot && toks[i+2].class == cClose && toks[i-1].class == cCategory {
			toks[i] = token{class: cColon, from: toks[i].from, to: toks[i].to}
			toks = slices.Delete(toks, i+2, i+3)
		}
	}
	return toks
}

// thoseWho makes plain words of who has answered, where it is only said of whom the rest is told: 已报的无发热.
func thoseWho(toks []token, t *text) {
	for i := 0; i+2 < len(toks); i++ {
		if toks[i].key == "headcount_reported" && t.is(toks[i+1], "的") && (toks[i+2].class == cNot || toks[i+2].class == cEach || toks[i+2].class == cFine || toks[i+2].class == cThermo) {
			toks[i] = token{from: toks[i].from, to: toks[i].to}
		}
	}
}

// glue tells the space of “发热 0 人” from the space that parts two phrases.
func glue(toks []token, i int) bool {
	if i == 0 || i+1 >= len(toks) {
		return false
	}
	before, next := toks[i-1].class, toks[i+1].class
	switch {
	case next == cNumber:
		return before == cCategory || before == cWeak || before == cMeasure || before == cSum || before == cGroup ||
			before == cColon || before == cApprox || before == cHave || before == cUnit || before == cEtc || before == cSource || before == cThermo
	case before == cColon, next == cColon, toks[i-1].key == "index":
		return true
	case before == cNot && next == cCategory:
		return !answers(toks, i-1) && !closes(toks, i-1) // 发热无 居家隔离3
	case next == cNot:
		return answers(toks, i+1)
	}
	return false
}

// closes reports that the 无 at i is said of the item right before it: 发热：无, 发热的没有.
func closes(toks []token, i int) bool {
	for i--; i >= 0 && (toks[i].class == cMeasure || toks[i].slight()); {
		i--
	}
	return i >= 0 && toks[i].class == cCategory
}

// answers reports that the 无 at i stands in a table behind its item: 发热 无 密接 无. In “无 发热 无 咳嗽” it stands before it.
func answers(toks []token, i int) bool {
	if i < 2 || toks[i-1].class != cSpace || toks[i-2].class != cCategory {
		return false
	}
	if i+1 < len(toks) && toks[i+1].class != cSpace && toks[i+1].class != cLine && toks[i+1].class != cComma && toks[i+1].class != cStop {
		return false
	}
	// One after another, from the first: a row may have hundreds.
	open := i
	for open >= 4 && toks[open-3].class == cSpace && toks[open-4].class == cNot {
		if open -= 4; open < 2 || toks[open-1].class != cSpace || toks[open-2].class != cCategory {
			return false
		}
	}
	return true
}

// pair reports that the bar at i stands between an item and its figure, the only one of its line: 发热 | 0.
func pair(toks []token, i int) bool {
	before, after := i-1, i+1
	for before >= 0 && toks[before].class == cSpace {
		before--
	}
	for after < len(toks) && toks[after].class == cSpace {
		after++
	}
	if before < 0 || after >= len(toks) || toks[before].class != cCategory || toks[after].class != cNumber && toks[after].class != cNot {
		return false
	}
	for before--; before >= 0 && toks[before].class == cSpace; before-- {
	}
	return before < 0 || toks[before].class == cLine || toks[before].key == "index"
}

// tellsItem reports that a phrase begins with an item, or with is and an item.
func (p *phrase) tellsItem() bool {
	i := 0
	for i+1 < len(p.toks) && (p.toks[i].class == cHave || p.toks[i].class == cSpace) {
		i++
	}
	return p.toks[i].class == cCategory
}

// first finds the first word of a class, -1 when there is none.
func (p *phrase) first(c class) int {
	if !p.has(c) {
		return -1
	}
	for i, t := range p.toks {
		if t.class == c {
			return i
		}
	}
	return -1
}

func (p *phrase) has(c class) bool { return p.words.has(c) }

// alone reports that the phrase names an item, and has one number for all that it names.
func (p *phrase) alone(base string) bool {
	numbers := 0
	for _, t := range p.toks {
		if t.class == cNumber {
			numbers++
		}
	}
	return numbers == 1 && p.names(base)
}

// names reports that the phrase names an item.
func (p *phrase) names(base string) bool {
	return slices.ContainsFunc(p.toks, func(t token) bool { return t.class == cCategory && t.key == base })
}

// feverish reports that the phrase tells a temperature that is a fever.
func (p *phrase) feverish() bool {
	if !p.has(cFigure) {
		return false
	}
	for _, t := range p.toks {
		if t.class == cFigure && t.key == "feverish" {
			return true
		}
	}
	return false
}

// nobody reports that a phrase counts none: 体温超37.3的0人.
func (p *phrase) nobody() bool {
	some := false
	for _, t := range p.toks {
		if t.class == cNumber && (t.value != 0 || t.approx) || t.class == cFew {
			return false
		}
		some = some || t.class == cNumber
	}
	return some
}

// only reports whether the phrase holds no other classes than these.
func (p *phrase) only(classes ...class) bool {
	var these classSet
	for _, c := range classes {
		these.add(c)
	}
	return p.words[0]&^these[0] == 0 && p.words[1]&^these[1] == 0
}

func (p *phrase) from() int { return p.toks[0].from }
func (p *phrase) to() int   { return p.toks[len(p.toks)-1].to }
