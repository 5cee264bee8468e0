package bot

import (
	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// asksOnlyWhy tells whether a decision asks for a reason and nothing else, so that what is plainly something else is no answer.
func asksOnlyWhy(what string) bool {
	return what == card.DecisionReason || what == card.DecisionRevoke || what == card.DecisionLeave
}

// besideWhy takes what stands for itself while a decision asks why: the words of a button, what another decision asks, a decision, a question. Why is asked
// still, unless something else is asked now.
func (t *turn) besideWhy(desk workgroup.Desk, d workgroup.Decision) (taken bool, err error) {
	for _, takes := range []func() (bool, error){t.recordsSpoken, t.settlesWritten, t.minutesSpoken, t.asksDecided, t.resolvesBesideWhy} {
		if taken, err = takes(); taken || err != nil {
			break
		}
	}
	if !taken || err != nil {
		return taken, err
	}
	switch now := t.deskHere(); now.Expect {
	case desk.Expect:
	case nothing:
		workgroup.Desks.Put(t.b, desk)
	default:
		if d.Recorded.Done() {
			t.reply("say/decision-change-left", workgroup.Facts{"code": d.Code(), "sure": false})
		}
	}
	return true, nil
}

// settlesWritten settles what the sender has written just now.
func (t *turn) settlesWritten() (bool, error) {
	if len(t.writtenNow()) == 0 || t.callsDecision(t.msg.Text) {
		return false, nil
	}
	return t.settlesSpoken()
}

// resolvesBesideWhy takes a decision without a label for one; a reason may name a unit and a time as well, and says what is in the way.
func (t *turn) resolvesBesideWhy() (bool, error) {
	if _, pleads := t.pleaIn(t.msg.Text); pleads || why.MatchString(t.msg.Text) {
		return false, nil
	}
	return t.resolves(t.read(t.msg.Text, understand.Context{}))
}
