package bot

import (
	"unicode/utf8"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// aReceipt is how long a receipt without news may be, in runes (“收到，马上处理”).
const aReceipt = 8

// underCase takes what is written in the group under a case's card for more of that case: it reaches whoever has it, and its writer is
// offered to take it out of the group. What tells of somebody else, and what tells nothing, is left to the rest.
func (t *turn) underCase() (bool, error) {
	k, ok := t.caseShownBy(t.msg.ReplyToMessage.ID)
	if !ok {
		return false, nil
	}
	if done, err := t.takenUnder(k); done || err != nil {
		return done, err
	}
	if bareAnswer(bareWord(t.msg.Text)) {
		return false, nil
	}
	r := t.read(t.msg.Text, understand.Context{})
	if r.Kind == understand.Ack && utf8.RuneCountInString(t.msg.Text) <= aReceipt || r.Urgent == understand.Yes && about(k, r, t.msg.Text) != understand.TheSame {
		return false, nil
	}
	remark := t.remark(excerpt(t.msg.Text), t.said)
	switch {
	case !k.Closed.IsZero():
		t.College.AddQuietly(t.b, k, remark, t.now)
	case t.known:
		if err := t.addTo(k, remark); err != nil {
			return true, err
		}
	default:
		t.College.AddQuietly(t.b, k, remark, t.now)
		t.tellHolder(k, remark, true)
	}
	t.mark("✍")
	if r.Kind == understand.Question && r.Urgent == understand.No && len(r.Fields) == 0 && !t.tellsOfSomebody() && !t.pointsAtPatient(t.msg.Text) {
		return true, nil // it asks, and names nobody
	}
	object := t.slip(slipUnder, k.Key(), t.msg.Text)
	if t.privateChat() != 0 {
		t.askErase(object, workgroup.Facts{"code": k.Code(), "passed": true})
	} else {
		t.eraseYourself(true)
	}
	return true, nil
}

// caseShownBy is the case whose card a message of the group is.
func (t *turn) caseShownBy(message int) (workgroup.Case, bool) {
	for c := range workgroup.Cards.Each(t.b, string(workgroup.CaseCard)+"/") {
		if c.Chat == t.chat.ID && c.Message == message {
			return workgroup.Cases.Get(t.b, c.Object)
		}
	}
	return workgroup.Case{}, false
}
