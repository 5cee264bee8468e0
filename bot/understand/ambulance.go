package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// summoned reports that the 120 at [i,to) is who is called for the ill, and counts nothing: 120已到, 已打120; but 应报120, 测温120.
func summoned(s []rune, i, to int) bool {
	before, behind := i, to
	for before > 0 && s[before-1] == ' ' {
		before--
	}
	for behind < len(s) && s[behind] == ' ' {
		behind++
	}
	switch {
	case comes.MatchString(string(s[behind:min(len(s), behind+3)])):
		return true
	case before == 0:
		return behind == len(s) || strings.ContainsRune("！!。", s[behind]) // 120！
	case s[before-1] == '报':
		return before < 2 || !strings.ContainsRune("应实上填共已直汇所", s[before-2]) // 并报120
	case s[before-1] == '了':
		return before > 1 && strings.ContainsRune("打叫拨喊", s[before-2])
	}
	return strings.ContainsRune("打拨叫喊呼系辆被由等让坐找", s[before-1]) || summons.MatchString(string(s[max(0, before-10):before]))
}

// comes begins what the ambulance does.
var comes = pattern.MustCompile(`^(?:[已正刚马上赶急救车来到拉接送带抬说要还没把就快去通大医打运]|在[路来赶门楼外]|转[运院送到走移])`)

// summons ends what is said before the ambulance in English.
var summons = pattern.MustCompile(`(?i)\b(?:call(?:ed|ing)?|dial(?:led|ed)?|rang|phoned?|the|by|an) ?$`)
