package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

// misspoken puts the figure that somebody corrects in the same breath in the place of the first: 居家隔离4人，哦不对，5人.
func misspoken(toks []token, t *text) []token {
	if !t.has('对') && !t.has('错') || ofAnother.MatchString(string(t.runes)) || slices.ContainsFunc(toks, func(t token) bool { return t.class == cCategory && gravity[t.key] > 0 }) {
		return toks
	}
	for i := 0; i < len(toks); i++ {
		if toks[i].class != cNumber {
			continue
		}
		if !exact(toks[i]) {
			return toks
		}
		for j := i + 2; j < len(toks) && j <= i+6; j++ {
			if toks[j].class == cCategory || toks[j].class == cGroup || toks[j].class == cUnit {
				break
			}
			if !exact(toks[j]) {
				continue
			}
			ends := j+1 == len(toks) || parts[toks[j+1].class]
			if ends && toks[j].people == toks[i].people && onSecondThought.MatchString(string(t.runes[toks[i].to:toks[j].from])) {
				toks[i].value = toks[j].value
				toks[i].to = toks[j].to
				toks = slices.Delete(toks, i+1, j+1)
			}
			break
		}
		return toks // of several figures it may be any that is meant
	}
	return toks
}

// ofAnother are words by which a figure is rough, or is one that was filed before or by somebody else.
var ofAnother = pattern.MustCompile(`约|大概|左右|上下|刚|才|昨|前|请|有人|[报填写发]的`)

// onSecondThought stands between what somebody said by mistake and what they meant.
var onSecondThought = pattern.MustCompile(`^[，,、 。]{1,2}(?:哦|啊|呃|哎呀?|噢|额|嗯)?[，, ]?(?:不对|说错了?|错了|打错了?)(?:不对|啊|哈)?[，,、 ]{0,2}(?:应该)?(?:是|为)?$`)
