package bot

import "fangkong/store/workgroup"

// showJoining moves the day's joining card down, as an answer to the sender. However many need it, one stands.
func (t *turn) showJoining() {
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.JoiningCard, Object: string(t.today()), Chat: t.chat.ID, ReplyTo: t.msg.ID, Repost: true}, t.now)
}
