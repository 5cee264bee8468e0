package settings

import (
	"strconv"
	"strings"

	"fangkong/bot/button"
	"fangkong/store/workgroup"
)

// Telegram keeps 64 bytes under a button, and every key of the two files stands under some. These are the longest buttons
// that hold each; what they leave is how long a key may be.
//
//	which:2020-01-31/UNIT/KEY:zzzz         the questions of a filing, to choose one
//	grant:2020-01-31/UNIT/UNIT:0           another unit may file
//	is:4503599627370495/PERSON:zzzz        the office's word on who somebody is
const (
	someDay     = workgroup.Date("2020-01-31")
	lastVersion = 36*36*36*36 - 1 // of a draft or a claim: a version an answer, and nobody gives a million
	lastAccount = 1<<52 - 1       // Telegram's largest id of a person
	longestKey  = "central_quarantine_now"
)

// How many bytes the key of a question, of a unit and of a person may have.
var (
	mostOfKey    = len(longestKey) // as long as the longest of the office's own; a unit has the rest
	mostOfUnit   = min(room("which", workgroup.StandingKey(someDay, "")+"/"+longestKey, lastVersion), room("grant", workgroup.StandingKey(someDay, "")+"/", 0)/2)
	mostOfPerson = room("is", workgroup.Claim{Telegram: lastAccount}.Key()+"/", lastVersion)
)

// room is what a button leaves for the keys that are not yet in its object.
func room(verb, object string, version uint64) int {
	data, err := button.Encode(verb, object, version)
	if err != nil {
		panic("longest buttons: " + err.Error()) // the ones above are wrong, whatever the files say
	}
	return button.Limit - len(data)
}

// long names a key that some button could not hold, and one cut short to start from.
func (r *reading) long(path string, code Code, fact, key string, most int) {
	r.fault(path, code, map[string]string{fact: key, "n": strconv.Itoa(len(key)), "most": strconv.Itoa(most), "like": strings.TrimRight(key[:most], "-_")})
}
