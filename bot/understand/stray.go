package understand

import "strings"

// strays makes plain text of a character that is a word only by itself, where it is a part of another word: 实训中心, 今天中午, 已备好,
// 市人民医院, 网课平台.
func strays(toks []token, t *text) []token {
	out := toks[:0]
	for i, tok := range toks {
		if tok.to == tok.from+1 && partOfWord(toks, i, t) || usedUp(toks, i, t) {
			tok = token{from: tok.from, to: tok.to}
		}
		if n := len(out); n > 0 && tok.class == cText && tok.key == "" && out[n-1].class == cText && out[n-1].key == "" && out[n-1].to == tok.from {
			out[n-1].to = tok.to
			continue
		}
		out = append(out, tok)
	}
	return out
}

// nameApart parts the family name before 老师 from where its bearer works: 实训中心王老师.
func nameApart(toks []token, t *text) []token {
	apart := 0
	for i := 0; i+1 < len(toks) && apart < mostApart; i++ {
		w := toks[i]
		if w.class != cText || w.key != "" || w.to-w.from < 3 || toks[i+1].class != cGroup || !behindName[string(t.runes[toks[i+1].from:toks[i+1].to])] ||
			!surnames[t.runes[w.to-1]] || !strings.ContainsRune("心室科办部组队所系院处楼班级届店厂", t.runes[w.to-2]) && t.runes[w.to-3] != '大' {
			continue // but 大二陈同学
		}
		toks = append(toks, token{})
		copy(toks[i+1:], toks[i:])
		toks[i].to, toks[i+1].from = w.to-1, w.to-1
		i, apart = i+1, apart+1
	}
	return toks
}

// mostApart is how many names one message may have parted so.
const mostApart = 20

// behindName are what stands behind a family name.
var behindName = set("老师 同学 师傅 同志")

// partOfWord reports that the character at token i, between words that nobody knows, is none by itself.
func partOfWord(toks []token, i int, t *text) bool {
	before, behind := cEdge, cEdge
	if i > 0 && toks[i-1].to == toks[i].from {
		before = toks[i-1].class
	}
	if i+1 < len(toks) && toks[i+1].from == toks[i].to {
		behind = toks[i+1].class
	}
	if behind == cText && strings.ContainsRune("的了吧啊呀哈呢哦嘞哩", t.runes[toks[i+1].from]) {
		behind = cEdge
	}
	switch toks[i].class {
	case cAck:
		return before == cText && t.runes[toks[i].from] != '中' || behind == cText // 联系中
	case cThing:
		return before == cText || behind == cText
	case cCounter:
		r := t.runes[toks[i].from]
		return before == cText && (behind == cText || r == '口') || behind == cText && (before == cEdge || opensWord[before])
	}
	return false
}

// usedUp reports that the 没了 at token i tells what became of something, and is no answer: 通知都刷没了, 手机没电找没了.
func usedUp(toks []token, i int, t *text) bool {
	return i > 0 && toks[i].class == cNot && t.is(toks[i], "没了") && toks[i-1].class == cText && toks[i-1].to == toks[i].from && strings.ContainsRune("刷顶冲淹看用说删弄翻找抢卖吃喝跑玩", t.runes[toks[i-1].to-1])
}

// opensWord are the classes behind which a counter begins another word: 人民医院, 位于.
var opensWord = map[class]bool{cComma: true, cStop: true, cColon: true, cSpace: true, cList: true, cOpen: true, cLine: true, cPlace: true, cDate: true}

// eightyFour makes an item of 84 where it is counted in what disinfectant is kept in: 84还有12桶.
func eightyFour(toks []token, t *text) {
	for i := range toks {
		if w := toks[i]; w.class != cNumber && w.class != cFigure || !t.is(w, "84") && !t.is(w, "八四") {
			continue
		}
		j := i + 1
		for j < len(toks) && (toks[j].class == cMeasure || toks[j].class == cHave || toks[j].class == cColon || toks[j].class == cSpace || toks[j].class == cApprox || toks[j].class == cText && toks[j].to-toks[j].from <= 2) {
			j++
		}
		if j < len(toks) && j > i && toks[j].class == cNumber && toks[j].thing == "stock" {
			toks[i] = token{class: cCategory, key: "disinfectant_stock", from: toks[i].from, to: toks[i].to}
		}
	}
}
