package bot

import (
	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// joiningCard is what everybody in the group needs who is not known yet: how many wait, how to say who one is, and nobody's name.
func (r Renderer) joiningCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language) (courier.Message, error) {
	given, back := workgroup.Registered(b, workgroup.Date(c.Object))
	m, err := r.card(lang, "card/joining", workgroup.Facts{"given": given, "back": back, "waiting": workgroup.Waiting(b), "bot": r.Username, "phone": r.College.DutyPhone},
		[][]workgroup.Button{{{Label: "button/iam", Verb: "iam"}}})
	m.Silent = true
	return m, err
}

// showJoining moves the day's joining card down, as an answer to the sender. However many need it, one stands.
func (t *turn) showJoining() {
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.JoiningCard, Object: string(t.today()), Chat: t.chat.ID, ReplyTo: t.msg.ID, Repost: true}, t.now)
}
