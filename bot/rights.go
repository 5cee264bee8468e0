package bot

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/store/workgroup"
)

// Rights is what an errand of that kind brings back: what the bot may do in a group.
type Rights struct {
	Admin, Pin, Delete bool
	Hears              bool // what is written there without naming it
}

// askRights sends for the bot's rights in a group, once at a time.
func (t *turn) askRights(chat string) {
	sendOnce(t.b, workgroup.Errand{Kind: rightsErrand, Object: chat, Written: t.now})
}

func (r *Runner) rights(ctx context.Context, e workgroup.Errand) (any, error) {
	var chat int64
	if _, err := fmt.Sscan(e.Object, &chat); err != nil {
		return nil, fmt.Errorf("errand %d: %w", e.ID, err)
	}
	m, err := r.Asked.ChatMember(ctx, chat, r.Rules.ID)
	if err != nil {
		return nil, err
	}
	rights := rightsOf(m)
	if !rights.Admin { // an administrator hears everything
		me, err := r.Asked.GetMe(ctx)
		if err != nil {
			return nil, err
		}
		rights.Hears = me.CanReadAllGroupMessages
	}
	return rights, nil
}

func rightsOf(m models.ChatMember) Rights {
	if a := m.Administrator; a != nil {
		return Rights{Admin: true, Pin: a.CanPinMessages, Delete: a.CanDeleteMessages, Hears: true}
	}
	return Rights{}
}

// lacks names what the bot cannot do in the group; empty: nothing is lacking.
func (r Rights) lacks() string {
	switch {
	case !r.Admin:
		return "admin"
	case !r.Pin && !r.Delete:
		return "pin, delete"
	case !r.Pin:
		return "pin"
	case !r.Delete:
		return "delete"
	}
	return ""
}

// rightsKnown tells the office what the bot cannot do in the work group, once for each change, and when it can do everything again:
// it may hear nothing there, and nobody in the group would notice. A board that could not be pinned is pinned then.
func (bot *Bot) rightsKnown(b workgroup.Book, chat string, rights Rights, now time.Time) {
	group := bot.College.GroupChat(b)
	if chat != strconv.FormatInt(group, 10) {
		return
	}
	if rights.Pin {
		workgroup.PinAgain(b, group, now)
	}
	office := workgroup.Office(b)
	if office.Lacks == rights.lacks() {
		return
	}
	office.Lacks = rights.lacks()
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
