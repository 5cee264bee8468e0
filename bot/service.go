package bot

import (
	"strconv"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// service answers what Telegram itself says in a chat.
func (t *turn) service() error {
	m := t.msg
	switch {
	case m.MigrateToChatID != 0:
		t.migrated(m.Chat.ID, m.MigrateToChatID)
	case m.MigrateFromChatID != 0:
		t.migrated(m.MigrateFromChatID, m.Chat.ID)
	case m.PinnedMessage != nil && m.From != nil && m.From.ID == t.ID && t.ours():
		t.remove(m.Chat.ID, m.ID) // the line that says the board was pinned: the board is enough
	}
	return nil
}

// migrated follows the work group at once: the board and open cards go up in the supergroup now, not when they next change.
func (t *turn) migrated(from, to int64) {
	if from != t.College.GroupChat(t.b) && from != workgroup.Office(t.b).Candidate {
		return
	}
	courier.Migrate(t.b, from, to, t.now)
	t.Migrated(t.b, from, to)
}

// Migrated re-keys the work group after it became a supergroup, and what people are in the middle of there. Both service
// lines and the courier may say so: the first counts.
func (bot *Bot) Migrated(b workgroup.Book, from, to int64) {
	p := workgroup.Office(b)
	switch from {
	case bot.College.GroupChat(b):
		p.Group, p.Former = to, from
	case p.Candidate: // not confirmed yet: a button that names the old id means the new one
		p.Candidate, p.Former = to, from
	default:
		return
	}
	p.Keep(b)
	var desks []workgroup.Desk
	for d := range workgroup.Desks.Each(b, "") {
		if d.Chat == from {
			desks = append(desks, d)
		}
	}
	for _, d := range desks {
		workgroup.Desks.Drop(b, d.Key())
		d.Chat = to
		workgroup.Desks.Put(b, d)
	}
	var drafts []workgroup.Draft
	for d := range workgroup.Drafts.Each(b, "") {
		if d.Chat == from {
			drafts = append(drafts, d)
		}
	}
	for _, d := range drafts {
		d.Chat = to
		workgroup.Drafts.Put(b, d)
	}
}

// reached notes that the sender's private chat is open. Somebody of the office who is reachable from now on is asked
// what waits for an answer.
func (t *turn) reached() {
	if !t.private() || !t.known || t.person.Reachable() {
		return
	}
	was := t.person
	t.person = workgroup.Reached(t.b, t.person, t.now)
	t.back(was)
	t.College.RingReached(t.b, t.person, t.now)
	t.openMatters()
	t.checkLadder()
}

// back tells whoever was told that the sender is lost: they can be written to again.
func (t *turn) back(was workgroup.Person) {
	if was.Reach == workgroup.Blocked {
		t.College.TellDutyBack(t.b, t.person, workgroup.HasBlocked, t.now)
	}
}

// checkLadder looks whether the ladder has gaps, or has them no more, where the sender may stand on it.
func (t *turn) checkLadder() {
	if t.person.Watches(t.b, t.now) {
		t.College.CheckLadder(t.b, t.now)
	}
}

func (t *turn) openMatters() {
	t.askGroup(t.person)
	t.College.AskClaims(t.b, t.person, t.now)
}

// membership is what happened to the bot in a chat: added, promoted, removed, blocked, unblocked.
func (t *turn) membership(m *models.ChatMemberUpdated) error {
	status := m.NewChatMember.Type
	present := status == models.ChatMemberTypeAdministrator || status == models.ChatMemberTypeMember || status == models.ChatMemberTypeRestricted
	if m.Chat.Type == models.ChatTypePrivate {
		p, known := workgroup.PersonOf(t.b, m.From.ID)
		switch {
		case known && present:
			t.person = workgroup.Reached(t.b, p, t.now)
			t.back(p)
			if !p.Reachable() {
				t.College.RingReached(t.b, t.person, t.now)
			}
			t.openMatters()
			t.checkLadder()
		case known && workgroup.Lost(t.b, p.ID, t.now):
			t.Lost(t.b, p.ID, t.now)
		}
		return nil
	}
	if present && t.College.GroupChat(t.b) == m.Chat.ID {
		t.askRights(strconv.FormatInt(m.Chat.ID, 10)) // promoted, demoted, back again: is it enough?
	}
	if m.Chat.Type == models.ChatTypeChannel {
		return nil
	}
	was := m.OldChatMember.Type == models.ChatMemberTypeAdministrator || m.OldChatMember.Type == models.ChatMemberTypeMember ||
		m.OldChatMember.Type == models.ChatMemberTypeRestricted
	p := workgroup.Office(t.b)
	switch group := t.College.GroupChat(t.b); {
	case group == m.Chat.ID && was && !present:
		t.expelled(m.Chat.Title)
	case group == m.Chat.ID && present && !was:
		t.showToday(group, true)
	case group != 0:
		// Another group: not ours, and nothing to say there.
	case present && p.Candidate != m.Chat.ID:
		p.Candidate, p.Title = m.Chat.ID, m.Chat.Title
		p.Keep(t.b)
		for _, who := range workgroup.Holders(t.b, workgroup.Admin) {
			t.askGroup(who)
		}
	case !present && p.Candidate == m.Chat.ID:
		p.Candidate, p.Title = 0, ""
		p.Keep(t.b)
		workgroup.Withdraw(t.b, "group/"+strconv.FormatInt(m.Chat.ID, 10))
	}
	return nil
}

// expelled tells the office that the bot is out of the work group: reminders then reach people in private only.
func (t *turn) expelled(title string) {
	office, chat := workgroup.Office(t.b), strconv.FormatInt(t.College.GroupChat(t.b), 10)
	office.Lacks = "group"
	office.Keep(t.b)
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.GroupLost, Object: chat})
	workgroup.Withdraw(t.b, "rights/"+chat)
	t.tellOffice(t.b, workgroup.Letter{Text: "say/group-lost", Facts: workgroup.Facts{"title": title}, Urgency: workgroup.Deadline, Written: t.now,
		About: workgroup.Ref{Object: "rights/" + chat}})
}

// showToday puts today's board up when its time has come: the group may have been unknown, or the bot out of it, then.
func (t *turn) showToday(chat int64, again bool) {
	if r, ok := workgroup.Rounds.Get(t.b, string(t.today())); ok && !t.now.Before(r.At(workgroup.StepRemind)) {
		workgroup.Show(t.b, workgroup.Card{Kind: workgroup.BoardCard, Object: r.Key(), Chat: chat, Pin: true, Repost: again, Urgency: workgroup.Deadline}, t.now)
	}
}

// askGroup asks an administrator whether the group that added the bot is the work group.
func (t *turn) askGroup(who workgroup.Person) {
	p := workgroup.Office(t.b)
	if p.Candidate == 0 || t.College.GroupChat(t.b) != 0 || !who.Holds(workgroup.Admin) {
		return
	}
	object := strconv.FormatInt(p.Candidate, 10)
	t.College.Tell(t.b, who, workgroup.Letter{Text: "say/group-ask", Facts: workgroup.Facts{"title": p.Title}, Written: t.now,
		About:   workgroup.Ref{Object: "group/" + object},
		Buttons: [][]workgroup.Button{{{Label: "button/group-yes", Verb: "group", Object: object}}}})
}

// pressGroup makes a group the work group.
func (t *turn) pressGroup() error {
	if !t.person.Holds(workgroup.Admin) {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	p := workgroup.Office(t.b)
	id, err := strconv.ParseInt(t.button.Object, 10, 64)
	if err == nil && id == p.Former {
		id = p.Candidate // it has become a supergroup since it was asked about
	}
	if err != nil || id == 0 || id != p.Candidate || t.College.GroupChat(t.b) != 0 {
		return workgroup.Refuse(workgroup.Settled)
	}
	p.Group, p.Candidate = id, 0
	p.Keep(t.b)
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.GroupBound, Object: t.button.Object, By: t.person.ID})
	workgroup.Withdraw(t.b, "group/"+t.button.Object)
	t.toast("toast/group-bound", false, nil)
	t.askRights(strconv.FormatInt(id, 10))
	t.College.Announce(t.b, workgroup.Letter{Text: "say/group-hello", Written: t.now, Facts: workgroup.Facts{"bot": t.Username},
		Buttons: [][]workgroup.Button{{{Label: "button/iam", Verb: "iam"}}}})
	t.showToday(id, false) // the day may have begun before the group was known
	return nil
}
