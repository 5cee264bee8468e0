package bot

import (
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/button"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// message answers what somebody wrote. In the group the bot hears everything and reacts only to commands, replies to
// itself, heads who report, people who say who they are, and what sounds urgent; of anything else it keeps nothing.
func (t *turn) message() error {
	m := t.msg
	switch {
	case m.MigrateToChatID != 0 || m.MigrateFromChatID != 0 || m.PinnedMessage != nil:
		return t.service()
	case t.anonymous() && t.ours():
		t.anonymousWords()
		return nil
	case m.From == nil || m.From.IsBot || m.SenderChat != nil:
		return nil // channels and bots are not people
	case !t.private() && !t.ours():
		return nil // another group
	}
	t.reached()
	t.mentioned()
	t.heardIn()
	t.wavers()
	m = t.msg
	if done, err := t.editedNotice(); done || err != nil {
		return err
	}
	if m.Text == "" {
		return t.wordless()
	}
	if name, args, is, foreign := t.parseCommand(m.Text); is {
		return t.command(name, args, foreign)
	}
	// A hand-over note is in people's own words, whatever they begin with; so is what is written for a report.
	if what, _ := t.onNotice(); what == "" && t.private() && !t.writesNote() && !t.writesPaper() && !t.writesDecision() && !t.confirms() {
		if c, args, ok := findWord(m.Text); ok {
			return t.run(c, args)
		}
		// “通知：…” is the office's own; anybody else's may tell of what was notified.
		if c, ok := findCommand("notice"); ok && noticeWord.MatchString(m.Text) && c.may(t.person, t.known) {
			return t.run(c, "")
		}
	}
	return t.words()
}

func (t *turn) command(name, args string, foreign bool) error {
	if foreign || t.edited {
		return nil
	}
	// In the group a stranger is told once how to become known; more would be noise there.
	if !t.known && !t.private() {
		if _, ok := findCommand(name); ok {
			return t.strangerOnce()
		}
		return nil
	}
	c, ok := findCommand(name)
	switch {
	case ok:
		return t.run(c, args)
	case t.private():
		return workgroup.Refuse(workgroup.Unknowable)
	}
	return nil // in a group it may be meant for another bot
}

// wordless answers what has no text: a picture or a sticker is never a report, and says so only where it was meant for
// the bot.
func (t *turn) wordless() error {
	if done, err := t.noticeFile(); done || err != nil {
		return err
	}
	if t.msg.Caption != "" {
		r := t.read(t.msg.Caption, understand.Context{})
		switch {
		case t.msg.ForwardOrigin == nil && (reports(r) || r.Urgent != understand.No):
			// What somebody writes under a picture of their own they have written.
			m := *t.msg
			m.Text = m.Caption
			t.msg = &m
			return t.words()
		case r.Urgent == understand.Yes:
			t.forwardedCase(r, t.msg.Caption)
			return nil
		}
	}
	if done, err := t.document(); done || err != nil {
		return err
	}
	meant := t.private() && !isService(t.msg) && !t.edited
	if meant && t.msg.Document != nil {
		return workgroup.Refuse(workgroup.NoFile)
	}
	if meant {
		return workgroup.Refuse(workgroup.Unreadable)
	}
	return nil
}

// once tells whether something is to be said to the sender here for the first time today.
func (t *turn) once(what string) bool {
	key := workgroup.Desk{Person: "once/" + what + "/" + strconv.FormatInt(t.from.ID, 10), Chat: t.chat.ID}
	if workgroup.Desks.Has(t.b, key.Key()) {
		return false
	}
	workgroup.Desks.Put(t.b, key)
	return true
}

func isService(m *models.Message) bool {
	return len(m.NewChatMembers) > 0 || m.LeftChatMember != nil || m.NewChatTitle != "" || m.GroupChatCreated || m.SupergroupChatCreated
}

// repliesToBot tells whether the message answers one of ours.
func (t *turn) repliesToBot() bool {
	r := t.msg.ReplyToMessage
	return r != nil && r.From != nil && r.From.ID == t.ID
}

// buttonsRepliedTo are what the buttons do that stand under the message of ours that this one answers.
func (t *turn) buttonsRepliedTo() (all []button.Press) {
	if t.msg == nil || !t.repliesToBot() || t.msg.ReplyToMessage.ReplyMarkup == nil {
		return nil
	}
	for _, row := range t.msg.ReplyToMessage.ReplyMarkup.InlineKeyboard {
		for _, b := range row {
			if p, err := button.Decode(b.CallbackData); err == nil {
				all = append(all, p)
			}
		}
	}
	return all
}

// mentioned takes the bot's name out of what is said to it: what is left is read as if it were alone.
func (t *turn) mentioned() {
	before, after, named := cutFold(t.msg.Text, "@"+t.Username)
	if !named || t.Username == "" || after != "" && isName(after[0]) || strings.HasPrefix(t.msg.Text, "/") {
		return
	}
	m := *t.msg
	m.Text = strings.TrimSpace(before + after)
	t.msg, t.called = &m, true
}

// cutFold is strings.Cut without regard to the case of ASCII letters, which is all a username has.
func cutFold(s, sep string) (before, after string, found bool) {
	if i := strings.Index(strings.ToLower(s), strings.ToLower(sep)); i >= 0 && len(strings.ToLower(s)) == len(s) {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func isName(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// firsthand tells whether the message is its sender's own and new: no forward, and no edit of what they wrote before.
func (t *turn) firsthand() bool { return !t.edited && t.msg.ForwardOrigin == nil }

// addressed tells whether the words are for the bot: in private, in reply to it, or with its name.
func (t *turn) addressed() bool { return t.private() || t.called || t.repliesToBot() }

// forwarded tells a head who forwards a report of their own unit into the group that it does not count: in private, else once a day
// under the message. Any other forward is news.
func (t *turn) forwarded() error {
	r := t.reader().Read(t.msg.Text, understand.Context{Date: string(workgroup.DateOf(t.said))})
	if t.edited || !reports(r) || !t.person.Speaks(workgroup.UnitID(r.Unit)) || !t.person.Reachable() && !t.once("forward") {
		return nil
	}
	t.whisper("refusal/"+string(workgroup.ForwardedNews), workgroup.Facts{})
	return nil
}
