package bot

import (
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// strangersNews hears what may be a case from somebody who is not on the roster, a student most of all: what they have at first hand wakes
// the office; of a fever, and of family and friends, they are asked in private, and heard in the group where they have told of a case.
func (t *turn) strangersNews(r understand.Reading) bool {
	_, reporting := workgroup.Calls.Get(t.b, t.deskOwner())
	_, reported := t.strangersCase()
	if r.Urgent != understand.Maybe || reported && t.private() {
		return false
	}
	switch asks := r.Theirs || r.UrgentType == "fever"; {
	case !asks, !t.private() && (reporting || reported):
		t.urgentHeard(r, t.msg.Text)
	case t.private():
		t.askUrgent(r)
	default:
		return false
	}
	return true
}

// strangersMore takes what somebody who is not on the roster writes in private, and has reported a case, for more of it: whoever has it reads it, and is
// rung where it has grown worse. What is of somebody else rings by itself.
func (t *turn) strangersMore(r understand.Reading) (bool, error) {
	k, ok := t.strangersCase()
	if !ok || r.Kind == understand.Claim {
		return false, nil
	}
	if bareAnswer(bareWord(t.msg.Text)) {
		t.mark("👌") // it tells nothing of the case
		return true, nil
	}
	if is := about(k, r, t.msg.Text); is != understand.TheSame {
		t.news(k, is, r, t.msg.Text, false)
		return true, nil
	}
	if understand.Worse(t.msg.Text) {
		t.ringsAgain(k)
	} else {
		t.hear(k, t.msg.Text)
	}
	if holder, held := workgroup.People.Get(t.b, string(k.Holder)); held && k.Reporter.Private && r.Kind == understand.Question {
		t.reply("say/case-question-passed", workgroup.Facts{"code": k.Code(), "holder": holder.Name, "phone": holder.Phone, "unreached": !holder.Reachable(), "duty_phone": t.dutyPhone()})
		return true, nil
	}
	t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
	return true, nil
}

// maybeKey is where the words lie of a message whose writer was asked whether it tells of a case.
func maybeKey(object string) string { return "maybe/" + object }

// saidMaybe is what a message said whose writer, asked in private, answers that it tells of a case.
func (t *turn) saidMaybe(object string) (r understand.Reading, words string) {
	s, ok := workgroup.Slips.Get(t.b, maybeKey(object))
	if !ok || s.Person != t.deskOwner() {
		return understand.Reading{}, ""
	}
	workgroup.Slips.Drop(t.b, s.Source)
	r = asMaybe(t.read(s.Text, understand.Context{}))
	if s.Of != "" {
		r.Unit = s.Of // its writer has put that right
	}
	return r, s.Text
}

// sameBreath is how long what somebody was asked about still belongs to a cry of theirs.
const sameBreath = 30 * time.Minute

// askedBefore is what its writer was asked about shortly before and has not answered.
func (t *turn) askedBefore() (last workgroup.Slip, ok bool) {
	for s := range workgroup.Slips.Each(t.b, maybeKey("")) {
		if s.What == slipMaybe && s.Person == t.deskOwner() && t.said.Sub(s.At) <= sameBreath && !s.At.Before(last.At) {
			last, ok = s, true
		}
	}
	if !ok || t.anonymous() {
		return last, false
	}
	_, opened := t.became(last)
	return last, !opened // it may be a case by now
}

// toldBefore puts before what its writer tells what they were asked about shortly before, with the unit named there, where one of them only calls for
// help: “快来人” is of the roommate who fainted, and “出事了” of whoever is told of after it.
func (t *turn) toldBefore(r understand.Reading, words string) (understand.Reading, string) {
	last, asked := t.askedBefore()
	if !asked || workgroup.Calls.Has(t.b, t.deskOwner()) {
		return r, words
	}
	before := t.read(last.Text, understand.Context{})
	tells := r.UrgentType != "" || len(r.Fields) > 0
	// Somebody has fainted, and somebody else is confirmed: two cases. “出事了” says of nobody what happened.
	if fainted := before.Cry && understand.Struck(last.Text); fainted && tells && (understand.Told{Unit: before.Unit, Words: last.Text}).About(r, words) != understand.TheSame {
		return r, words
	}
	if tells && !(before.Cry && !before.Theirs) || r.Unit != "" && before.Unit != "" && r.Unit != before.Unit {
		return r, words
	}
	if r.Unit == "" {
		r.Unit = before.Unit
	}
	t.answersAside(last.Source)
	workgroup.Slips.Drop(t.b, last.Source)
	workgroup.Withdraw(t.b, last.Source)
	return r, last.Text + "\n" + words
}

// asMaybe is what words say whose writer was asked whether they tell of a case, if they do.
func asMaybe(r understand.Reading) understand.Reading {
	if r.UrgentType == "fever" {
		r.UrgentType = "fever_with_exposure" // that was the question
	}
	return r
}
