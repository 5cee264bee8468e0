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

// asksWhoOrWhen tells whether a decision asks who answers for it, or until when.
func asksWhoOrWhen(what string) bool { return what == card.DecisionOwner || what == card.DecisionWhen }

// besideAsked tells whether words are no answer to who answers for a decision, or until when, or say more than that.
func (t *turn) besideAsked(d workgroup.Decision, what, words string) bool {
	s, settles := t.settlingIn(words)
	switch {
	case settles && !d.Recorded.Done():
		return len(s.owners) > 0 && what == card.DecisionWhen || s.until != "" && what == card.DecisionOwner
	case what == card.DecisionOwner:
		_, no := t.ownersSaid(words)
		return no != nil
	}
	_, timed := t.DeadlineOf(words, t.said)
	vague, _ := t.VagueIn(words, t.said)
	return !timed && vague == "" && bareTime(words) == ""
}

// stillAsks tells whether a decision has not what it asks for.
func stillAsks(d workgroup.Decision, what string) bool {
	return what == card.DecisionOwner && !d.Owner.Settled() || what == card.DecisionWhen && d.Deadline.IsZero() || !asksWhoOrWhen(what) || d.Recorded.Done()
}

// besideWhy takes what stands for itself while a decision asks why, or who and until when: the words of a button, what another decision asks, a decision, a question. Why is asked
// still, unless something else is asked now.
func (t *turn) besideWhy(desk workgroup.Desk, d workgroup.Decision) (taken bool, err error) {
	what, _ := desk.Expect.OfDecision()
	all := []func() (bool, error){t.recordsSpoken, t.settlesWritten, t.minutesSpoken, t.asksDecided}
	if asksOnlyWhy(what) {
		all = append(all, t.resolvesBesideWhy)
	} else {
		all = append(all, t.asksBook)
	}
	for _, takes := range all {
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
		if d, _ = workgroup.Decisions.Get(t.b, d.Key()); !stillAsks(d, what) {
			return true, nil
		}
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
