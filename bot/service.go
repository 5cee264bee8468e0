package bot

import (
	"strconv"

	"github.com/go-telegram/bot/models"

	"fangkong/store/workgroup"
)

// service answers what Telegram itself says in a chat.
func (t *turn) service() error {
	m := t.msg
	switch {
	case m.MigrateToChatID != 0:
		t.Migrated(t.b, m.Chat.ID, m.MigrateToChatID)
	case m.PinnedMessage != nil && m.From != nil && m.From.ID == t.ID && t.ours():
		t.remove(m.Chat.ID, m.ID) // the line that says the board was pinned: the board is enough
	}
	return nil
}

// Migrated re-keys the work group after it became a supergroup; the courier moves what waits to be told there.
func (bot *Bot) Migrated(b workgroup.Book, from, to int64) {
	p := workgroup.Office(b)
	if bot.College.GroupChat(b) != from {
		return
	}
	p.Group, p.Former = to, from
	p.Keep(b)
}

// membership is what happened to the bot in a chat: added, promoted, removed, blocked, unblocked.
func (t *turn) membership(m *models.ChatMemberUpdated) error {
	status := m.NewChatMember.Type
	present := status == models.ChatMemberTypeAdministrator || status == models.ChatMemberTypeMember || status == models.ChatMemberTypeRestricted
	if m.Chat.Type == models.ChatTypePrivate {
		p, known := workgroup.PersonOf(t.b, m.From.ID)
		switch {
		case known && present:
			workgroup.Reached(t.b, p, t.now)
		case known:
			workgroup.Lost(t.b, p.ID, t.now)
		}
		return nil
	}
	if present && t.College.GroupChat(t.b) == m.Chat.ID {
		t.askRights(strconv.FormatInt(m.Chat.ID, 10)) // promoted, demoted, back again: is it enough?
	}
	if present && m.Chat.Type != models.ChatTypeChannel && t.College.GroupChat(t.b) == 0 {
		p := workgroup.Office(t.b)
		p.Candidate, p.Title = m.Chat.ID, m.Chat.Title
		p.Keep(t.b)
		t.askGroup(p)
	}
	return nil
}

// askGroup asks the office whether the group that added the bot is the work group.
func (t *turn) askGroup(p workgroup.Premises) {
	if p.Candidate == 0 || t.College.GroupChat(t.b) != 0 {
		return
	}
	object := strconv.FormatInt(p.Candidate, 10)
	workgroup.Withdraw(t.b, "group/"+object)
	for _, who := range workgroup.Holders(t.b, workgroup.Admin) {
		t.College.Tell(t.b, who, workgroup.Letter{Text: "say/group-ask", Facts: workgroup.Facts{"title": p.Title}, Written: t.now,
			About:   workgroup.Ref{Object: "group/" + object},
			Buttons: [][]workgroup.Button{{{Label: "button/group-yes", Verb: "group", Object: object}}}})
	}
}

// pressGroup makes a group the work group.
func (t *turn) pressGroup() error {
	if !t.person.Holds(workgroup.Admin) {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	p := workgroup.Office(t.b)
	id, err := strconv.ParseInt(t.button.Object, 10, 64)
	if err != nil || id != p.Candidate || t.College.GroupChat(t.b) != 0 {
		return workgroup.Refuse(workgroup.Settled)
	}
	p.Group, p.Candidate = id, 0
	p.Keep(t.b)
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.GroupBound, Object: t.button.Object, By: t.person.ID})
	workgroup.Withdraw(t.b, "group/"+t.button.Object)
	t.toast("toast/group-bound", false, nil)
	t.askRights(t.button.Object)
	t.College.Announce(t.b, workgroup.Letter{Text: "say/group-hello", Written: t.now, Facts: workgroup.Facts{"bot": t.Username},
		Buttons: [][]workgroup.Button{{{Label: "button/iam", Verb: "iam"}}}})
	// The day may have begun before the group was known: its board goes up now.
	if r, ok := workgroup.Rounds.Get(t.b, string(t.today())); ok && !t.now.Before(r.At(workgroup.StepRemind)) {
		workgroup.Show(t.b, workgroup.Card{Kind: workgroup.BoardCard, Object: r.Key(), Chat: id, Pin: true, Urgency: workgroup.Deadline}, t.now)
	}
	return nil
}
