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
	breathed := false            // it has been parted before
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
		case breathed && before.class == cNumber && word.class == cNot && classAt(toks, i+1) == cCategory:
			at = i // 解除了三个都没发烧
		}
		if at > 0 {
			toks = slices.Insert(toks, at, token{class: cComma, from: toks[at].from, to: toks[at].from})
			i, behind, breathed = at, false, true
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
