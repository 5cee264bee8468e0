package bot

import (
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// asAbove are the ways to say that what a colleague has just reported holds for one's own unit; only the whole message counts.
var asAbove = pattern.MustCompile(`^(.{0,8}?)(同上|同楼上|和楼上一样|跟楼上一样|same as above)$`)

// above reads “同上” as what the message says that it replies to; asked is true where that is no report of the day, or none is named:
// which of all the messages above is meant the bot does not guess.
func (t *turn) above(r understand.Reading) (same understand.Reading, asked bool) {
	if !asAbove.MatchString(bareWord(t.msg.Text)) || !t.firsthand() || len(t.person.Units()) == 0 {
		return r, false
	}
	if to := t.msg.ReplyToMessage; to != nil && to.From != nil && !to.From.IsBot && workgroup.DateOf(time.Unix(int64(to.Date), 0).In(t.now.Location())) == t.today() {
		same = t.reader().Read(to.Text, understand.Context{Date: string(t.today()), Unit: string(t.person.Units()[0])})
		if reports(same) && len(same.Rows) == 0 && same.Urgent == understand.No {
			same.Unit = r.Unit
			t.quoted = &workgroup.Source{Chat: t.chat.ID, Message: to.ID, Text: excerpt(to.Text), At: time.Unix(int64(to.Date), 0).In(t.now.Location())}
			return same, false
		}
	}
	t.whisper("say/same-as-what", workgroup.Facts{})
	return r, true
}
