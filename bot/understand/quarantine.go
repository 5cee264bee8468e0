package understand

// kindsOf makes items of 居家 and 集中 where they part a quarantine by its kinds: 隔离5人，其中居家4人，集中1人.
func kindsOf(toks []token, t *text) {
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

// kinds are the short words for the kinds of quarantine.
var kinds = map[string]string{"居家": "home_quarantine", "集中": "central_quarantine"}
