package bot

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/button"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// noticeDesk has the sender's next words in private belong to a notice: its text, deadline, people, the reason of its recall, or
// the result of what it asks. A filing that lies on the desk stays there below.
func (t *turn) noticeDesk(what, of string) {
	desk, _ := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.person.Telegram))
	desk.Person, desk.Chat, desk.Expect, desk.Of, desk.Since = t.deskOwner(), t.person.Telegram, workgroup.NoticeDesk+workgroup.Awaited(what), of, t.now
	workgroup.Desks.Put(t.b, desk)
}

// onNotice is what a notice expects of the sender here, within half an hour of being asked; "" for nothing.
func (t *turn) onNotice() (what string, desk workgroup.Desk) {
	if !t.known || t.edited || !t.private() {
		return "", desk
	}
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	if !ok || t.now.Sub(desk.Since) > patience && !t.repliesToBot() {
		return "", desk
	}
	what, is := desk.Expect.OfNotice()
	if !is {
		return "", desk
	}
	return what, desk
}

func (t *turn) clearNotice() {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.person.Telegram))
	if _, notice := desk.Expect.OfNotice(); ok && notice {
		t.clearNote(desk)
	}
}

// noticeWords takes the words that a notice expects. What a notice says is the office's own writing and raises no alarm; a result
// that sounds urgent is a result and an alarm.
func (t *turn) noticeWords() (bool, error) {
	what, desk := t.onNotice()
	words := strings.TrimSpace(t.msg.Text)
	switch what {
	case "":
		return false, nil
	case "reason":
		n, err := t.College.Recall(t.b, desk.Of, excerpt(words), t.person, t.now)
		if err != nil {
			return true, err
		}
		t.clearNote(desk)
		t.reply("say/notice-recalled", t.College.NoticeFacts(t.b, n))
		return true, nil
	case "result":
		// A report in between is a report: it would be lost as a result. Who means one answers the question itself.
		if r := t.read(t.msg.Text, understand.Context{}); !t.repliesToBot() && reports(r) && (r.Zero || len(r.Fields) > 0) {
			return false, nil
		}
		return true, t.noticeResult(desk, words)
	}
	d, ok := workgroup.NoticeDrafts.Get(t.b, desk.Of)
	if !ok {
		t.clearNote(desk)
		return false, nil
	}
	switch what {
	case "text":
		if d.Text = words; d.Length() > workgroup.LongestNotice {
			return true, workgroup.Refuse(workgroup.NoticeLong, "n", d.Length(), "most", workgroup.LongestNotice)
		}
	case "deadline":
		at, ok := t.deadlineIn(words)
		switch {
		case !ok:
			return true, workgroup.Refuse(workgroup.NotATime)
		case !at.After(t.now):
			return true, workgroup.Refuse(workgroup.DeadlinePast, "at", t.clock(at))
		}
		d.Deadline = at
	case "people":
		people, unknown, doubtful := workgroup.PeopleNamed(t.b, words)
		if len(people) == 0 || len(unknown)+len(doubtful) > 0 {
			return true, workgroup.Refuse(workgroup.NamesUnknown, "unknown", firstFew(unknown), "doubtful", firstFew(doubtful))
		}
		d.Audience = workgroup.Audience{Kind: workgroup.ByName, People: people}
	}
	t.clearNote(desk)
	return true, t.drafted(d.Keep(t.b, t.now))
}

// firstFew are as many names as an alert holds.
func firstFew(names []string) []string {
	out := []string{}
	for _, n := range names[:min(len(names), 5)] {
		if r := []rune(n); len(r) > 12 {
			n = string(r[:12]) + "…"
		}
		out = append(out, n)
	}
	return out
}

// pressDid is 「已办」: the result is written in private.
func (t *turn) pressDid() error {
	n, err := t.College.MayDo(t.b, t.button.Object, t.button.Version, t.person)
	switch {
	case err != nil:
		return err
	case !t.person.Reachable():
		return workgroup.Refuse(workgroup.NoticePrivate, "bot", t.Username)
	}
	t.noticeDesk("result", n.Key()+"/"+strconv.FormatUint(n.Version, 10))
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/notice-ask-result", Facts: workgroup.Facts{"no": n.ID}, Written: t.now, About: workgroup.Ref{Object: n.Key(), Version: n.Version}})
	if !t.private() {
		t.toast("toast/notice-result", false, nil)
	}
	return nil
}

func (t *turn) noticeResult(desk workgroup.Desk, words string) error {
	key, version, _ := strings.Cut(desk.Of, "/")
	v, _ := strconv.ParseUint(version, 10, 64)
	n, err := t.College.DoNotice(t.b, key, v, excerpt(words), t.person, t.now)
	if err != nil {
		return err
	}
	t.clearNote(desk)
	t.reply("say/notice-done", workgroup.Facts{"no": n.ID})
	if r := t.read(t.msg.Text, understand.Context{}); r.Urgent == understand.Yes {
		t.urgentHeard(r, t.msg.Text)
	}
	return nil
}

// acks are replies that say a notice has come.
var acks = []string{"收到", "收到了", "已收到", "1", "ok", "好的", "好", "明白", "知道了", "已阅", "已读", "received", "noted", "👌", "👍", "🆗"}

// acknowledged keeps a reply “收到” under a notice as its weaker receipt, marked and not answered: whoever it is not for has said
// it to a colleague.
func (t *turn) acknowledged() (bool, error) {
	if !t.known || t.edited || !t.repliesToBot() || !slices.Contains(acks, bareWord(t.msg.Text)) || t.msg.ReplyToMessage.ReplyMarkup == nil {
		return false, nil
	}
	for _, row := range t.msg.ReplyToMessage.ReplyMarkup.InlineKeyboard {
		for _, b := range row {
			p, err := button.Decode(b.CallbackData)
			if err != nil || p.Verb != "read" && p.Verb != "did" {
				continue
			}
			err = t.College.ReplyNotice(t.b, p.Object, p.Version, t.person, t.said, t.now)
			switch {
			case err == nil:
				t.mark("👌")
			case t.private():
				return true, err
			}
			return true, nil
		}
	}
	return false, nil
}

// nods are the reactions that say the same.
var nods = []string{"👍", "👌", "🙏", "❤", "🫡", "🤝", "💯"}

// reacted keeps a nod to a notice as its weaker receipt. Anything else, and whoever it is not for, says something to colleagues.
func (t *turn) reacted(r *models.MessageReactionUpdated) {
	nod := slices.ContainsFunc(r.NewReaction, func(one models.ReactionType) bool {
		return one.ReactionTypeEmoji != nil && slices.Contains(nods, one.ReactionTypeEmoji.Emoji)
	})
	if !nod || !t.known || !t.private() && !t.ours() {
		return
	}
	for _, n := range workgroup.OpenNotices(t.b) {
		card, ok := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.NoticeCard, n.Key(), t.chat.ID))
		if ok && card.Message == r.MessageID {
			// A refusal is for whoever asked something; a nod asks nothing.
			_ = t.College.ReplyNotice(t.b, n.Key(), n.Version, t.person, t.said, t.now)
			return
		}
	}
}

// noticeFile is a picture or file with /notice below it, or sent in place of a notice's text: in the group the notice stands
// under it, in private there is no way on.
func (t *turn) noticeFile() (bool, error) {
	if name, _, is, foreign := t.parseCommand(t.msg.Caption); is && !foreign && name == "notice" && !t.edited {
		c, _ := findCommand(name)
		m := *t.msg
		m.Text = m.Caption
		t.msg = &m
		return true, t.command(c.Name, "", false)
	}
	if what, _ := t.onNotice(); what != "" && what != "result" && holdsFile(t.msg) {
		return true, workgroup.Refuse(workgroup.NoticeFile)
	}
	return false, nil
}
