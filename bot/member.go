package bot

import (
	"github.com/go-telegram/bot/models"

	"fangkong/store/workgroup"
)

// member is what became of somebody in the work group: whoever leaves it sees neither board nor notices.
func (t *turn) member(m *models.ChatMemberUpdated) {
	user, inside := standing(m.NewChatMember)
	if m.Chat.ID != t.College.GroupChat(t.b) || user == nil || user.IsBot {
		return
	}
	p, known := workgroup.PersonOf(t.b, user.ID)
	switch {
	case !known:
	case inside && workgroup.Came(t.b, p, t.now):
		t.College.TellDutyBack(t.b, p, workgroup.HasLeft, t.now)
	case !inside && workgroup.Gone(t.b, p, t.now):
		t.College.TellDutyLost(t.b, p, workgroup.HasLeft, t.now)
	}
}

// standing is whom an update is about, and whether they are in the chat.
func standing(m models.ChatMember) (user *models.User, inside bool) {
	switch {
	case m.Owner != nil:
		return m.Owner.User, true
	case m.Administrator != nil:
		return &m.Administrator.User, true
	case m.Member != nil:
		return m.Member.User, true
	case m.Restricted != nil:
		return m.Restricted.User, m.Restricted.IsMember
	case m.Left != nil:
		return m.Left.User, false
	case m.Banned != nil:
		return m.Banned.User, false
	}
	return nil, false
}
