package understand

import (
	"slices"
	"strings"
)

// shouldBe makes changes of “应该7” and “2改3”: the figure right behind them is the true one.
func shouldBe(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		// not 2 but 3
		if i+3 < len(toks) && toks[i].class == cNot && toks[i+1].class == cNumber && toks[i+3].class == cNumber && string(t.runes[toks[i+2].from:toks[i+2].to]) == "but" {
			toks[i].class, toks[i+2].class = cFix, cBecomes
			continue
		}
		if toks[i].class == cText && i > 0 && (toks[i-1].class == cSpace || toks[i-1].class == cNumber) && (toks[i+1].class == cSpace || toks[i+1].class == cCategory) && string(t.runes[toks[i].from:toks[i].to]) == "请改" {
			toks[i].class = cFix // “外地4”请改“境外4”
			continue
		}
		if toks[i].class != cText || toks[i+1].class != cNumber {
			continue
		}
		// change home quarantine from 4 to 5
		if i+3 < len(toks) && toks[i+3].class == cNumber && strings.HasSuffix(strings.TrimSpace(string(t.runes[toks[i].from:toks[i].to])), "from") && strings.TrimSpace(string(t.runes[toks[i+2].from:toks[i+2].to])) == "to" {
			toks[i+2].class = cBecomes
			continue
		}
		switch w := string(t.runes[toks[i].from:toks[i].to]); {
		case strings.HasSuffix(w, "应该"), strings.HasSuffix(w, "应当"), strings.HasSuffix(w, "应该填"), strings.HasSuffix(w, "应填"), strings.HasSuffix(w, "该写"):
			toks[i].class = cBecomes
		case (w == "改" || w == "请改") && i > 0 && (toks[i-1].class == cComma || toks[i-1].class == cNumber || toks[i-1].class == cCategory || toks[i-1].class == cGroup):
			toks[i].class = cFix
		}
	}
}

// wasWrong makes a change of what is so behind a figure that was wrong: 刚才4人写错了，是5人.
func wasWrong(toks []token, t *text) {
	old, wrong := false, false
	for i := 0; i+1 < len(toks); i++ {
		switch tok := &toks[i]; {
		case tok.class == cLine:
			old, wrong = false, false
		case tok.class == cNumber:
			old, wrong = !wrong, false
		case tok.class == cFix && old:
			wrong = strings.HasSuffix(strings.TrimSuffix(string(t.runes[tok.from:tok.to]), "了"), "错")
		case tok.class == cCategory, tok.class == cGroup:
			wrong = false
		case wrong && tok.class == cHave && toks[i+1].class == cNumber && t.runes[tok.from] == '是':
			tok.class = cBecomes
			return
		}
	}
}

// ofThings makes plain text of a change of what nobody counts: 预案会改为视频会, 上课改成网课.
func ofThings(toks []token, t *text) {
	for i := 1; i+1 < len(toks); i++ {
		word := string(t.runes[toks[i].from:toks[i].to])
		if toks[i].class != cFix || len([]rune(word)) < 2 || !becomes(word) || wrongly(word) || toks[i-1].class != cText || toks[i+1].class != cText || toks[i+1].to-toks[i+1].from < 2 {
			continue
		}
		counts := func(t token) bool {
			return t.class == cNumber || t.class == cCategory || t.class == cGroup || t.class == cUnit || t.class == cNot || t.class == cFine
		}
		if !slices.ContainsFunc(toMark(toks[i+1:]), counts) {
			toks[i].class = cText
		}
	}
}

// isOurs makes a verb of the 系 before those of ours who somebody is: 新增疑似1例，系我院学生.
func isOurs(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if next := toks[i+1].class; t.is(toks[i], "系") && toks[i].class == cText && (i == 0 || parts[toks[i-1].class]) && (next == cOurs || next == cUnit || next == cGroup) {
			toks[i].class = cHave
		}
	}
}

// falselyTold makes plain text of a case that was reported by mistake and is not counted: 一学生被误报确诊.
func falselyTold(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		mistaken := toks[i].class == cFix && t.runes[toks[i].from] == '误' && toks[i+1].class == cCategory && gravity[toks[i+1].key] > 0
		if mistaken && (i+2 == len(toks) || toks[i+2].class != cNumber) {
			toks[i+1].class = cText
		}
	}
}

// foundToBe makes a change of a figure that was filed and found to be another one: 上午报的7人，核实后为9人.
func foundToBe(toks []token, t *text) {
	filed := -1
	for i, tok := range toks {
		switch {
		case tok.class == cFix:
			return
		case tok.class == cText && filed < 0 && t.runes[tok.to-1] == '报':
			filed = i
		case tok.class == cHave && filed >= 0 && i+1 < len(toks) && toks[i+1].class == cNumber && strings.HasSuffix(string(t.runes[toks[i-1].from:tok.from]), "核实后"):
			toks[filed].class, toks[i].class = cFix, cBecomes
			return
		}
	}
}

// wrongly reports a word for what was written by mistake: 写成, 误写为.
func wrongly(word string) bool {
	return strings.HasSuffix(strings.TrimSuffix(word, "了"), "成") && !strings.Contains(word, "改") || strings.HasPrefix(word, "误") && strings.HasSuffix(word, "为")
}

func becomes(word string) bool {
	return word == "改" || word == "请改" || strings.HasSuffix(word, "改为") || strings.HasSuffix(word, "改成") || strings.HasPrefix(word, "change") || word == "更新为" || wrongly(word)
}
