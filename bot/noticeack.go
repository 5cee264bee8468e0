package bot

import (
	"slices"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/button"
	"fangkong/store/workgroup"
)

// acks are replies that say a notice has come.
var acks = []string{"收到", "收到了", "已收到", "1", "ok", "好的", "好", "明白", "知道了", "已阅", "已读", "received", "noted", "👌", "👍", "🆗"}

// acknowledged keeps a reply “收到” under a notice, or under a list of them, as the weaker receipt of each, marked and not answered:
// whoever it is not for has said it to a colleague.
func (t *turn) acknowledged() (bool, error) {
	if !slices.Contains(acks, bareWord(t.msg.Text)) {
		return false, nil
	}
	shown := t.noticesShown()
	var kept bool
	var why error
	for _, p := range shown {
		if err := t.College.ReplyNotice(t.b, p.Object, p.Version, t.person, t.said, t.now); err == nil {
			kept = true
		} else if why == nil {
			why = err
		}
	}
	switch {
	case kept:
		t.mark("👌")
	case t.private():
		return len(shown) > 0, why
	}
	return len(shown) > 0, nil
}

// noticesShown are the notices, and their versions, under whose message the sender replies: its buttons say.
func (t *turn) noticesShown() (out []button.Press) {
	for _, p := range t.buttonsRepliedTo() {
		shows := slices.Contains([]string{"read", "did", "unread"}, p.Verb)
		if p.Verb = "read"; shows && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// nods are the reactions that say the same.
var nods = []string{"👍", "👌", "🙏", "❤", "🫡", "🤝", "💯"}

// reacted keeps a nod to a notice as its weaker receipt, where its version was there to be seen. Anything else, and whoever it is not
// for, says something to colleagues.
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
			if card.Current() && !t.said.Before(n.Published.Truncate(time.Second)) {
				// A refusal is for whoever asked something; a nod asks nothing.
				_ = t.College.ReplyNotice(t.b, n.Key(), n.Version, t.person, t.said, t.now)
			}
			return
		}
	}
}
