package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// summoned reports that the 120 at [i,to), behind some words, is who is called for the ill, and counts nothing: 120已到, 需要120, 120，快; but
// 应报120, 测温120. Where nothing tells that it counts somebody is called for.
func summoned(before []token, s []rune, i, to int) bool {
	behind := to
	for behind < len(s) && s[behind] == ' ' {
		behind++
	}
	if comes.MatchString(string(s[behind:min(len(s), behind+3)])) {
		return true
	}
	if behind < len(s) && strings.ContainsRune("分秒号双岁", s[behind]) || listed120.MatchString(string(s[behind:min(len(s), behind+4)])) {
		return false // 网课时长120分钟; 120，0，0，0
	}
	k := len(before) - 1
	for k >= 0 && (before[k].class == cSpace || before[k].class == cColon) {
		k--
	}
	switch {
	case k < 0:
		return true
	case counted120[before[k].class]:
		return false
	}
	return before[k].class != cText || !counts120.MatchString(string(s[before[k].from:before[k].to]))
}

var (
	// comes begins what the ambulance does.
	comes = pattern.MustCompile(`^(?:[已正刚马上赶急救车来到拉接送带抬说要还没把就快去通大医打运]|在[路来赶门楼外]|转[运院送到走移])`)
	// counts120 ends what is counted, or is numbered, and is no item of the form.
	counts120 = pattern.MustCompile(`(?:[话路长号共计约数训测检发放达入送第]|[应实填共已直]报)$`)
	// listed120 goes on with another figure.
	listed120 = pattern.MustCompile(`^[，、/] ?[0-9]`)
	// counted120 are what stands before a figure.
	counted120 = map[class]bool{cCategory: true, cWeak: true, cGroup: true, cMeasure: true, cSum: true, cEtc: true, cThermo: true, cUnit: true, cOurs: true, cNumber: true, cRest: true,
		cBecomes: true, cFix: true, cNot: true, cApprox: true, cPart: true}
)
