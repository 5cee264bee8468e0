package understand

import (
	"slices"
	"strings"
)

// breaths parts what was spoken without a pause where one figure is told and the next begins: 居家隔离的有九个老师没有学生今天解除了一个. Who writes
// figures, or marks of any kind, has not spoken.
func breaths(toks []token, t *text) []token {
	if len(toks) < 6 || len(toks) > longest || slices.ContainsFunc(toks, func(t token) bool { return parts[t.class] }) || slices.ContainsFunc(t.runes, isDigit) {
		return toks
	}
	item, figure := false, false // have been told since the message began
	parted := false              // it has been parted before
	behind := false              // groups stand behind their numbers: 两个学生一个老师
	for i := 1; i < len(toks); i++ {
		word, before := toks[i], toks[i-1]
		item, figure = item || before.class == cCategory, figure || before.class == cNumber
		none := classAt(toks, i+1) == cNot && strings.HasPrefix(string(t.runes[toks[i+1].from:toks[i+1].to]), "没")
		behind = behind || word.class == cGroup && before.class == cNumber && !none
		turns := (word.class == cMeasure && word.key != "prev" && !strings.ContainsRune("为至到", t.runes[word.to-1]) || word.class == cRest) && figureFollows(toks[i+1:])
		at := -1
		switch {
		case !item || !figure:
		case before.class == cNumber && turns, before.class == cGroup && behind && toks[i-2].class == cNumber && turns,
			before.class == cNot && toks[i-2].class == cGroup && (word.class == cGroup || turns):
			at = i
		case before.class == cNumber && word.class == cGroup && none && classAt(toks, i+2) != cCategory:
			if at = i; behind {
				at = i + 1
			}
		case before.class == cNumber && word.class == cCategory && endsDenied(toks[i+1:]):
			at = i // 还有三个发烧的没有
		case parted && before.class == cNumber && word.class == cNot && classAt(toks, i+1) == cCategory:
			at = i // 解除了三个都没发烧
		}
		if at > 0 {
			toks = slices.Insert(toks, at, token{class: cComma, from: toks[at].from, to: toks[at].from})
			i, behind, parted = at, false, true
		}
	}
	return toks
}

// classAt is the class of the word at i, that of an edge behind the last.
func classAt(toks []token, i int) class {
	if i >= len(toks) {
		return cEdge
	}
	return toks[i].class
}

// figureFollows reports that a figure or a denial is among the words.
func figureFollows(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool { return t.class == cNumber || t.class == cNot })
}

// endsDenied reports that no more follows an item than that there is none of it.
func endsDenied(toks []token) bool {
	if len(toks) > 1 && toks[0].class == cHave {
		toks = toks[1:]
	}
	return len(toks) == 1 && toks[0].class == cNot
}

// breathed parts a sentence spoken without a pause where it goes on from what ends tomorrow to what there is none of: 明天就到期没有发烧的.
func breathed(toks []token) []token {
	future := false
	for i := 0; i < len(toks); i++ {
		switch t := toks[i]; {
		case parts[t.class]:
			future = false
		case t.class == cFuture:
			future = true
		case future && t.class == cNot && toks[i-1].class == cMeasure && strings.HasPrefix(toks[i-1].key, "released"):
			toks, future = slices.Insert(toks, i, token{class: cComma, from: t.from, to: t.from}), false
			i++
		}
	}
	return toks
}

// eachTold parts a list of people of whom each time something else is told, one of which no form counts: 2人请假、3人居家隔离; 37人在鹤、1人在郑州.
func eachTold(toks []token) {
	for i := 2; i+2 < len(toks); i++ {
		if toks[i].class != cList || toks[i+1].class != cNumber || !toks[i+1].people {
			continue
		}
		before, counted := oneTold(toks, i-1, -1)
		behind, counts := oneTold(toks, i+2, 1)
		if before && behind && counted != counts {
			toks[i].class = cComma
		}
	}
}

// oneTold reports what is told of some people beside a mark of a list, from i on: something of which a form counts nothing, or one item of it (counts).
func oneTold(toks []token, i, step int) (something, counts bool) {
	items, others := 0, 0
	for ; i >= 0 && i < len(toks); i += step {
		switch t := toks[i]; {
		case t.class == cCategory:
			items++
		case t.class == cLeave, t.class == cPlace:
			others++
		case t.class == cNumber && step < 0:
			return t.people && items+others == 1, items > 0
		case t.class == cText && t.to == t.from+1, t.class == cGroup, t.class == cHave:
		case parts[t.class] || t.class == cList:
			return step > 0 && items+others == 1, items > 0
		default:
			return false, false
		}
	}
	return step > 0 && items+others == 1, items > 0
}

// onlySo parts a sentence that was spoken without a pause where it goes on to how few: 一千四百个学生就两个在家隔离.
func onlySo(toks []token, t *text) {
	counted, denied := false, false
	for i := range toks {
		switch tok := &toks[i]; {
		case parts[tok.class]:
			counted, denied = false, false
		case tok.class == cNumber:
			counted = true
		case tok.class == cCategory && i > 0 && toks[i-1].class == cNot:
			denied = true // 没发烧没咳嗽就一个老师在家隔离
		case denied && i > 0 && toks[i-1].class == cCategory && tok.class == cText && tok.to == tok.from+1 && t.runes[tok.from] == '就' && i+1 < len(toks) && toks[i+1].class == cNumber:
			tok.class = cComma
		case counted && tok.class == cText && tok.to == tok.from+1 && t.runes[tok.from] == '就' && i+1 < len(toks) && toks[i+1].class == cNumber && toks[i-1].class == cGroup:
			tok.class = cComma
		}
	}
}
