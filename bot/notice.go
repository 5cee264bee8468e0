package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// noticeCommand is /notice: the text behind it, or the message it replies to, becomes a draft that its author sees in private.
// Without either the next message is the text.
func (t *turn) noticeCommand(string) error {
	words, source, from := noticeAfter(t.msg.Text), 0, t.msg.ID
	if r := t.msg.ReplyToMessage; r != nil {
		if words == "" {
			words, from = r.Text+r.Caption, r.ID
		}
		if file := holdsFile(r); file && t.private() {
			return workgroup.Refuse(workgroup.NoticeFile)
		} else if file {
			source = r.ID
		}
	}
	if holdsFile(t.msg) {
		if t.private() {
			return workgroup.Refuse(workgroup.NoticeFile)
		}
		source = t.msg.ID
	}
	if !t.person.Reachable() {
		return workgroup.Refuse(workgroup.NoticePrivate, "bot", t.Username)
	}
	words = strings.TrimSpace(words)
	d, err := workgroup.StartNotice(t.b, t.person, words, source, t.now)
	if err != nil {
		return err
	}
	if words != "" {
		d.From = workgroup.SourceKey(t.chat.ID, from)
		d = t.asWritten(d, "").Keep(t.b, t.now)
	}
	t.maybeCase(t.read(words, understand.Context{}))
	return t.drafted(d)
}

// holdsFile tells whether a message carries more than words.
func holdsFile(m *models.Message) bool {
	return len(m.Photo) > 0 || m.Document != nil || m.Video != nil || m.Voice != nil || m.Audio != nil
}

// drafted shows a draft to its author, or asks for its text. One that is too long is told so before anything else.
func (t *turn) drafted(d workgroup.NoticeDraft) error {
	if d.Length() > workgroup.LongestNotice {
		return workgroup.Refuse(workgroup.NoticeLong, "n", d.Length(), "most", workgroup.LongestNotice)
	}
	if d.Text == "" {
		t.noticeAsks(noticeText, d.Key(), "say/notice-ask-text", workgroup.Facts{"most": workgroup.LongestNotice})
		return nil
	}
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.NoticeDraftCard, Object: d.Key(), Chat: t.person.Telegram, Person: t.person.ID, Repost: true, Urgency: workgroup.Deadline}, t.now)
	return nil
}

// ownDraft is the sender's draft in the state the button was made for.
func (t *turn) ownDraft() (workgroup.NoticeDraft, error) {
	d, ok := workgroup.NoticeDrafts.Get(t.b, string(t.person.ID))
	switch {
	case !t.person.Holds(workgroup.Publishers...):
		return d, workgroup.Refuse(workgroup.NotForYou)
	case !ok:
		return d, workgroup.Refuse(workgroup.Settled)
	case d.Version != t.button.Version:
		return d, workgroup.Refuse(workgroup.Changed)
	}
	return d, nil
}

// pressNotice changes one thing of a draft, or asks for words.
func (t *turn) pressNotice() error {
	d, err := t.ownDraft()
	if err != nil {
		return err
	}
	what, value, _ := strings.Cut(t.button.Object, "/")
	switch what {
	case "class":
		if d.Class = workgroup.NoticeClass(value); !slices.Contains(workgroup.NoticeClasses, d.Class) {
			return workgroup.Refuse(workgroup.Changed)
		}
	case "need":
		if d.Need = workgroup.NoticeNeed(value); !slices.Contains(workgroup.NoticeNeeds, d.Need) {
			return workgroup.Refuse(workgroup.Changed)
		}
	case "audience":
		kind := workgroup.AudienceKind(value)
		switch {
		case d.Of != 0 || !slices.Contains(workgroup.AudienceKinds, kind):
			return workgroup.Refuse(workgroup.Changed)
		case kind == workgroup.ByName:
			return t.askWords(noticePeople, "say/notice-ask-people")
		}
		d.Audience = workgroup.Audience{Kind: kind}
	case "deadline":
		all := t.NoticeDeadlines(t.now)
		n, err := strconv.Atoi(value)
		switch {
		case value == "none":
			d.Deadline = time.Time{}
		case err != nil || n < 0 || n >= len(all):
			return workgroup.Refuse(workgroup.Changed)
		default:
			d.Deadline = all[n]
		}
	case "base":
		version, _ := strconv.ParseUint(value, 10, 64)
		_, err := d.Rebase(t.b, version, t.now)
		return err
	case "at":
		d.At = time.Time{}
	case "copies":
		d.Copies = !d.Copies
	case "ask":
		return t.askWords(value, map[string]string{noticeDeadline: "say/notice-ask-deadline", card.NoticeAt: "say/notice-ask-at", noticeText: "say/notice-ask-text"}[value])
	default:
		return workgroup.Refuse(workgroup.Changed)
	}
	d.Keep(t.b, t.now)
	return nil
}

// askWords asks the author for what no button can say.
func (t *turn) askWords(what, text string) error {
	if text == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.noticeAsks(what, string(t.person.ID), text, workgroup.Facts{"most": workgroup.LongestNotice})
	return nil
}

// pressPublish is 「发布」: now, or at the time the draft names.
func (t *turn) pressPublish() error {
	d, err := t.ownDraft()
	if err != nil {
		return err
	}
	return t.publishes(d)
}

// publishes sends a draft out as it was shown, now or at its time.
func (t *turn) publishes(d workgroup.NoticeDraft) error {
	if !d.At.IsZero() {
		return t.planned(d)
	}
	n, err := t.College.Publish(t.b, t.person, d.Version, t.now)
	if err != nil {
		return err
	}
	t.draftGone()
	t.toast("toast/notice-published", false, workgroup.Facts{"no": n.ID, "version": n.Version, "seats": n.Seats})
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/notice-published", Facts: t.College.PublishedFacts(t.b, n, t.now), Written: t.now,
		About: workgroup.Ref{Object: "notice/" + n.Key()}, Buttons: n.OfficeButtons()})
	return nil
}

// draftGone takes the sender's draft out of their chat: something else stands for it.
func (t *turn) draftGone() {
	workgroup.TakeAway(t.b, workgroup.CardKey(workgroup.NoticeDraftCard, string(t.person.ID), t.person.Telegram), t.now)
}

// pressNoNotice gives a draft up.
func (t *turn) pressNoNotice() error {
	d, err := t.ownDraft()
	if err != nil {
		return err
	}
	d.Drop(t.b)
	t.clearNotice()
	workgroup.Touch(t.b, workgroup.NoticeDraftCard, d.Key(), t.now)
	t.toast("toast/notice-dropped", false, nil)
	return nil
}

// pressRenew is 「改版」: the text of the new version is written in the next message. One at work is shown again.
func (t *turn) pressRenew() error {
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.renewNotice(t.button.Object)
}

// renewNotice begins a new version of a notice, or shows the one at work.
func (t *turn) renewNotice(key string) error {
	before, _ := workgroup.NoticeDrafts.Get(t.b, string(t.person.ID))
	d, err := t.College.StartVersion(t.b, key, t.person, t.now)
	switch {
	case err != nil:
		return err
	case d.Version == before.Version:
		return t.drafted(d)
	}
	t.noticeAsks(noticeText, d.Key(), "say/notice-ask-version", workgroup.Facts{"no": d.Of, "most": workgroup.LongestNotice})
	return nil
}
