package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// anonymous tells whether a message is an administrator's who writes as the group: Telegram tells nobody who.
func (t *turn) anonymous() bool {
	return t.msg != nil && t.msg.SenderChat != nil && t.msg.SenderChat.ID == t.msg.Chat.ID
}

// anonymousWords answers an administrator who writes without a name. News of a case rings like anybody's; of what may be one, and of a
// 🚨, they are told where they can be asked; of a report, that it was not taken: once a day in words, then by a mark.
func (t *turn) anonymousWords() {
	words := t.msg.Text
	if words == "" {
		words = t.msg.Caption
	}
	r := t.reader().Read(words, understand.Context{Date: string(workgroup.DateOf(t.said))})
	name, _, command, foreign := t.parseCommand(words)
	_, siren := strings.CutPrefix(strings.TrimSpace(words), "🚨")
	switch {
	case t.from == nil || foreign:
	case r.Urgent == understand.Yes && t.msg.ForwardOrigin != nil:
		t.forwardedCase(r, words)
	case r.Urgent == understand.Yes:
		t.urgentHeard(r, words)
	case t.edited:
		t.alarmEdited()
	case siren || command && name == "urgent" || slices.Contains(crying, bareWord(words)) || r.Urgent == understand.Maybe && t.msg.ForwardOrigin == nil:
		t.goesOnUnnamed(words)
	case !reports(r) || r.Unit == "":
	case t.once("anonymous"):
		t.reply("say/anonymous", workgroup.Facts{"bot": t.Username})
	default:
		t.mark("🤔")
	}
}

// crying is what only calls for help.
var crying = []string{"紧急", "紧急报告", "紧急情况", "urgent"}

// goesOnUnnamed adds what may be of a case to the newest one that came under the same signature, and rings who has it; of none, it is told where to go.
func (t *turn) goesOnUnnamed(words string) {
	for _, k := range slices.Backward(workgroup.Running(t.b)) {
		if t.reportedBySender(k) && t.now.Sub(k.Opened) < workgroup.Near {
			r := t.remark(excerpt(words), t.said)
			t.saysKnown(k, r)
			t.College.Link(t.b, k, r, t.now)
			t.mark("✍")
			return
		}
	}
	t.asksElsewhere()
}

// asksElsewhere tells who cannot be asked in private how to report a case: in words once an hour, then by a mark.
func (t *turn) asksElsewhere() {
	if t.onceAnHour("siren") {
		t.reply("say/urgent-write-me", workgroup.Facts{"phone": t.dutyPhone(), "bot": t.Username})
		return
	}
	t.mark("🙏") // what was said just now says what to do
}

// signature is what stands over an anonymous message: the title of that administrator, else of the group.
func (t *turn) signature() string {
	if t.msg.AuthorSignature != "" {
		return t.msg.AuthorSignature
	}
	return t.msg.SenderChat.Title
}
