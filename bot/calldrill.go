package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// ofDrill is a word for a drill; asksDrill asks whether what rings is one.
	ofDrill   = pattern.MustCompile(`演[练习]|(?i)\bdrill\b`)
	asksDrill = pattern.MustCompile(`(?i)^(?:请问)?(?:这|这次|这个|现在)?(?:是不是|是)(?:在|个|一次)?演[练习](?:吗|么|吧)?$|^is (?:this|it) (?:a|the) drill$`)
)

// drillInCall says to whoever tells of a drill over an urgent report of theirs that it rings in earnest, and how to take it back; the words are kept, for
// whoever is rung by it. False: they tell of none, or of a case as well.
func (t *turn) drillInCall(call workgroup.Call, r understand.Reading, words string) bool {
	if t.College.Mark != "" || r.Urgent != understand.No || !ofDrill.MatchString(words) {
		return false
	}
	call = t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(words)}, t.now)
	t.reply("say/call-drill", workgroup.Facts{"by": t.Clock(call.Due())})
	return true
}

// asksWhetherDrill answers whoever asks whether what rings is a drill: here nothing is, but where everything says so.
func (t *turn) asksWhetherDrill() bool {
	if !asksDrill.MatchString(strings.Trim(bareWord(t.msg.Text), "?？ ")) || len(t.seenCases()) == 0 {
		return false
	}
	t.reply("say/case-drill", workgroup.Facts{"drill": t.College.Mark != "", "phone": t.dutyPhone()})
	return true
}
