package understand

import (
	"strings"
	"unicode"

	"fangkong/bot/pattern"
)

// momentForms are all the patterns that a moment is read by. momentHan are the characters in them, momentWords their English words:
// what has another is no moment.
var (
	momentForms = []*pattern.Pattern{lead, trail, rough, dayWord, weekday, dayMonth, dayAlone, dayEn, partWord, clockAt, backPart, agoEnd, agoHours, agoMins, agoHalf, agoParts,
		twoHours, fromTo, fromToNext, secondHalf, twoAgo, orHours, corrected, itWas, offhand, moment, aboutEn, pastEn, clockEn}
	momentHan   = hanOf(momentForms)
	momentWords = set("about around circa roughly approximately half past to a an quarter of one two three four five six seven eight nine ten eleven twelve twenty thirty forty " +
		"jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december st nd rd th " +
		"the day before yesterday today this last on in at morning afternoon evening night noon midnight clock am pm ago now just and hour hours hr hrs min mins minute minutes or " +
		"it was is its think guess i correction sorry actually no")
)

func hanOf(forms []*pattern.Pattern) map[rune]bool {
	han := map[rune]bool{}
	add := func(s string) {
		for _, r := range s {
			if unicode.Is(unicode.Han, r) {
				han[r] = true
			}
		}
	}
	for _, f := range forms {
		add(f.String())
	}
	add(strings.Join(justNow, "") + "零一二两三四五六七八九十百千廿")
	return han
}
