package bot

import (
	"strconv"
	"time"

	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// askRights sends for the bot's rights in a group, once at a time.
func (t *turn) askRights(chat string) {
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForRights, Object: chat, Written: t.now})
}

// rightsKnown tells the office what the bot cannot do in the work group, once for each change, and when it can do everything again:
// it may hear nothing there, and nobody in the group would notice. A board that could not be pinned is pinned then.
func (bot *Bot) rightsKnown(b workgroup.Book, chat string, rights errand.Rights, now time.Time) {
	group := bot.College.GroupChat(b)
	if chat != strconv.FormatInt(group, 10) {
		return
	}
	if rights.Pin {
		workgroup.PinAgain(b, group, now)
	}
	office := workgroup.Office(b)
	if office.Lacks == rights.Lacks() {
		return
	}
	office.Lacks = rights.Lacks()
	office.Keep(b)
	b.Note(workgroup.Event{At: now, Kind: workgroup.GroupRights, Object: chat, Payload: workgroup.Facts{"lacks": office.Lacks}})
	about := "rights/" + chat
	workgroup.Withdraw(b, about)
	bot.tellOffice(b, workgroup.Letter{Text: "say/group-rights", Urgency: workgroup.Deadline, Written: now, About: workgroup.Ref{Object: about},
		Facts: workgroup.Facts{"admin": rights.Admin, "pin": rights.Pin, "delete": rights.Delete, "hears": rights.Hears}})
}

// tellOffice tells the director and the office.
func (bot *Bot) tellOffice(b workgroup.Book, l workgroup.Letter) {
	for _, p := range workgroup.Holders(b, workgroup.Deciders...) {
		bot.College.Tell(b, p, l)
	}
}
