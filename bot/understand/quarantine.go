package understand

import "slices"

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
		case tok.class == cText && tok.key == "kind" && spoken == "quarantine" && i > 0 && toks[i-1].class == cNumber && (toks[i-1].people || toks[i-1].any):
			toks[i].class, toks[i].key = cCategory, kinds[string(t.runes[tok.from:tok.to])] // 隔离2人，一个居家一个集中
		case tok.class == cText && spoken != "" && i+1 < len(toks) && (toks[i+1].class == cNumber || toks[i+1].class == cNot):
			if kind := kinds[string(t.runes[tok.from:tok.to])]; kind != "" && kind != spoken {
				toks[i].class, toks[i].key, spoken = cCategory, kind, kind
			}
		}
	}
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
