package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

var (
	// toldBefore stands before what somebody was when they were told of: 续报：昨天那名疑似学生, 上午上报的疑似老师.
	toldBefore = pattern.MustCompile(`续报?[，：0-9（ ]|报(?:告)?的|那[0-9一二两三四五六七八九十]*[名个位例]|(?:昨[天日晚]?|前[天日]|之前|此前|先前|早先|[上中下]午)(?:上?报)?的?$`)
	// numberedOn ends a heading whose number counts how often it has been reported: 续报2：.
	numberedOn = pattern.MustCompile(`续报[（第]?$`)
)

// onward makes a mere word of what somebody told of before was then, where it goes on with what they are now: 昨天那名疑似学生转为确诊. Whoever was a contact
// has met a case.
func onward(toks []token, t *text) {
	from, items := 0, 0
	for i := range toks {
		tok := &toks[i]
		switch {
		case parts[tok.class] && tok.class != cColon:
			from = i + 1
		case tok.class == cNumber && i > 0 && tok.from > 1 && strings.ContainsRune("报（第", t.runes[tok.from-1]) && i+1 < len(toks) && (toks[i+1].class == cColon || toks[i+1].class == cSpace || toks[i+1].class == cComma || toks[i+1].class == cClose) && numberedOn.MatchString(string(t.runes[max(0, tok.from-4):tok.from])):
			tok.class = cFigure
		case tok.class == cCategory && (tok.key == "suspected" || tok.key == "close_contact" || tok.key == "fever"):
			if items++; items > longest {
				return // nobody tells of so many
			}
			if !isWhose(toks, i) || !hasChanged(toks, i) || !toldBefore.MatchString(string(t.runes[max(toks[from].from, tok.from-longestMeeting):tok.from])) {
				continue
			}
			was := tok.key
			tok.class, tok.key = cEtc, "was"
			if was == "close_contact" && feverBehind(toks, i) {
				tok.class, tok.key = cSource, "contact"
			}
			for j := max(from, i-longestMeeting); j < i; j++ {
				if toks[j].class == cMeasure && toks[j].key == "prev" {
					toks[j].class = cText
				}
			}
		}
	}
}

// isWhose reports that the item at i stands before whoever it is said of: 疑似学生, 疑似的那名学生, 密接的2名老师.
func isWhose(toks []token, i int) bool {
	end := min(len(toks), i+nearKinds)
	for i++; i < end && (toks[i].class == cHave || toks[i].class == cEtc || toks[i].class == cCounter || toks[i].class == cNumber || toks[i].class == cOpen || toks[i].class == cText && toks[i].to-toks[i].from == 1); i++ {
	}
	return i < end && toks[i].class == cGroup && toks[i].key != "all"
}

// feverBehind reports that a fever is told behind the item at i.
func feverBehind(toks []token, i int) bool {
	return slices.ContainsFunc(toks[i+1:min(len(toks), i+longest)], func(t token) bool {
		return t.class == cCategory && t.key == "fever" || t.class == cFigure && t.key == "feverish"
	})
}

// hasChanged reports that something else is told behind the item at i.
func hasChanged(toks []token, i int) bool {
	for _, t := range toks[i+1 : min(len(toks), i+longest)] {
		if t.class == cSick || t.class == cAmbul || t.class == cTaken || t.class == cCategory && t.key != toks[i].key && (gravity[t.key] > 0 || t.key == "fever") {
			return true
		}
	}
	return false
}
