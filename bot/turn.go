package bot

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/button"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// turn is one update on its way through its handler: who, where, when, and what is answered.
type turn struct {
	*Bot
	b          workgroup.Book
	update     Update
	now        time.Time // when the update was first on disk
	said       time.Time // Telegram's date of the message; of a press, now
	from       *models.User
	chat       models.Chat
	msg        *models.Message // nil for a press
	edited     bool
	called     bool                  // the bot is named in the message
	quoted     *workgroup.Source     // a colleague's message whose figures the sender's words repeat
	press      *models.CallbackQuery // nil for a message
	button     button.Press
	person     workgroup.Person
	known      bool               // person is on the roster
	reads      *understand.Reader // nil until something is read
	heard      []heard            // what was read in this turn
	reading    understand.Reading // of the message at hand, once its words are read
	answer     workgroup.Answer
	toasted    bool
	hasty      bool                 // the press came before what it is on can have been read
	whose      bool                 // of which case the words are was asked
	besideCase bool                 // what stood beside the words tells of a case
	gaveUp     workgroup.Intent     // the first of two steps that the message gave up
	again      []workgroup.Decision // decisions that stand already, and that the message says once more
}

func (bot *Bot) turn(b workgroup.Book, in workgroup.Input, u Update) *turn {
	t := &turn{Bot: bot, b: b, update: u, now: in.Stored, said: in.Stored}
	bot.heard.Store(&t.now)
	switch {
	case u.Message != nil:
		t.msg = u.Message
	case u.EditedMessage != nil:
		t.msg, t.edited = u.EditedMessage, true
	case u.CallbackQuery != nil:
		t.press, t.from = u.CallbackQuery, &u.CallbackQuery.From
		switch m := u.CallbackQuery.Message; {
		case m.Message != nil:
			t.chat = m.Message.Chat
		case m.InaccessibleMessage != nil:
			t.chat = m.InaccessibleMessage.Chat
		}
	}
	if r := u.MessageReaction; r != nil {
		t.from, t.chat, t.said = r.User, r.Chat, time.Unix(int64(r.Date), 0).In(t.now.Location())
	}
	if t.msg != nil {
		t.from, t.chat = t.msg.From, t.msg.Chat
		at := t.msg.Date
		if t.edited && t.msg.EditDate > 0 {
			at = t.msg.EditDate
		}
		if at > 0 {
			t.said = time.Unix(int64(at), 0).In(t.now.Location())
		}
	}
	if t.from != nil {
		t.person, t.known = workgroup.PersonOf(b, t.from.ID)
	}
	return t
}

func (t *turn) handle() error {
	switch {
	case t.update.MyChatMember != nil:
		return t.membership(t.update.MyChatMember)
	case t.press != nil:
		return t.pressed()
	case t.msg != nil:
		return t.message()
	}
	if r := t.update.MessageReaction; r != nil {
		t.reacted(r)
	}
	if m := t.update.ChatMember; m != nil {
		t.member(m)
	}
	return nil
}

func (t *turn) private() bool { return t.chat.Type == models.ChatTypePrivate }

// ours tells whether this is the work group.
func (t *turn) ours() bool {
	return t.chat.ID != 0 && t.chat.ID == t.College.GroupChat(t.b)
}

// language is the reader's: in the group the group's.
func (t *turn) language() workgroup.Language {
	switch {
	case !t.private() && t.press == nil:
		return t.College.Language
	case t.known:
		return t.College.Speaks(t.person)
	case t.from != nil && t.inEnglish():
		return workgroup.English
	case t.from != nil && t.from.LanguageCode != "" && !strings.HasPrefix(t.from.LanguageCode, "zh"):
		return workgroup.English
	}
	return t.College.Language
}

// reply answers where the person wrote: in private, or under their message in the group.
func (t *turn) reply(text string, facts workgroup.Facts, buttons ...[]workgroup.Button) {
	l := workgroup.Letter{Chat: t.chat.ID, Lane: "talk", Language: t.language(), Text: text, Facts: facts, Buttons: buttons, Written: t.now}
	if t.private() {
		l.Person = t.person.ID
	} else if t.msg != nil {
		l.ReplyTo, l.Silent = t.msg.ID, true
	}
	workgroup.Tell(t.b, l)
}

// whisper answers in private where that is possible, and else under the message.
func (t *turn) whisper(text string, facts workgroup.Facts, buttons ...[]workgroup.Button) {
	if !t.private() && t.known && t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: text, Facts: facts, Buttons: buttons, Written: t.now}) {
		return
	}
	t.reply(text, facts, buttons...)
}

// toast answers a press; a press is answered once, and always.
func (t *turn) toast(name string, alert bool, facts workgroup.Facts) {
	if t.press == nil || t.toasted {
		return
	}
	line := ""
	if name != "" {
		var err error
		if line, err = t.Texts.Plain(t.language(), name, facts); err != nil {
			t.Log.Error().Str("text", name).Msg("toast has no text")
		}
	}
	if t.hasty {
		line = t.saysHasty(line)
	}
	t.toasted = true
	t.answer.Toasts = append(t.answer.Toasts, workgroup.Toast{Press: t.press.ID, Text: line, Alert: alert})
}

// longestToast is how many UTF-16 units Telegram takes for the answer to a press.
const longestToast = 200

// saysHasty puts before an answer that the press came too quickly and does not count, where there is room.
func (t *turn) saysHasty(line string) string {
	why, err := t.Texts.Plain(t.language(), "toast/hasty", nil)
	if err != nil || workgroup.Length(why+line) >= longestToast {
		return line
	}
	return why + "\n" + line
}

// twice tells whether a press is the second on what the first has read back; one that is too quick to be says so.
func (t *turn) twice(what, of, basis string) bool {
	pressed := workgroup.Press(t.b, t.person.ID, what, of, basis, t.now)
	t.hasty = pressed == workgroup.Hasty
	return pressed == workgroup.Second
}

// refuse tells a refusal: to a press as an alert, to words in private, in the group only where the person cannot be
// reached otherwise.
func (t *turn) refuse(r *workgroup.Refusal) {
	if t.from == nil || t.from.IsBot {
		return
	}
	if t.press != nil {
		t.toast("refusal/"+string(r.Code), true, r.Facts)
		return
	}
	if t.private() || t.ours() {
		facts := maps.Clone(r.Facts)
		facts["private"] = t.private()
		t.whisper("refusal/"+string(r.Code), facts)
	}
}

// deskOwner is under what name things lie on the sender's desk.
func (t *turn) deskOwner() string {
	if t.known {
		return string(t.person.ID)
	}
	return string(workgroup.JoinedID(t.from.ID))
}

func (t *turn) today() workgroup.Date { return workgroup.DateOf(t.now) }

// round is a date's round. Today's is opened by whoever comes first; an earlier date must have had one.
func (t *turn) round(d workgroup.Date) (workgroup.Round, error) {
	if r, ok := workgroup.Rounds.Get(t.b, string(d)); ok {
		return r, nil
	}
	switch today := t.today(); {
	case d > today:
		return workgroup.Round{}, workgroup.Refuse(workgroup.FutureDay, "date", d)
	case d < today:
		return workgroup.Round{}, workgroup.Refuse(workgroup.NoRound, "date", d)
	}
	return t.College.OpenRound(t.b, d, t.Steps(d), t.now), nil
}

// remove takes a message of somebody else's away: a service line the bot itself has caused.
func (t *turn) remove(chat int64, message int) {
	c := workgroup.Card{Kind: "line", Object: strconv.Itoa(message), Chat: chat, Message: message, Gone: true, Want: 1, WantedAt: t.now}
	workgroup.Cards.Put(t.b, c)
	workgroup.Stale.Put(t.b, workgroup.StaleCard{Card: c.Key()})
}
