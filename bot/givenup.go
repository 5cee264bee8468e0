package bot

import (
	"slices"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// What people say who have pressed or typed the first of two steps and do not want the second; whatever leaves anything else does as well.
var holdOn = []string{"不签", "先不签", "不签了", "先别签", "等一下", "等等", "等会儿", "稍等", "等会", "慢着", "先等等", "先不", "先别", "不送审", "先不送审", "不结束", "先不结束", "wait", "hold on", "not yet", "don't sign", "do not sign"}

// disarms gives up the first of two steps that its sender has taken, in words: the second then is a first one again.
func (t *turn) disarms() bool {
	word := bareWord(t.msg.Text)
	if !backs(word, leaves|withdraws) && !slices.Contains(holdOn, word) {
		return false
	}
	if _, lies := t.draftHere(); lies && !slices.Contains(holdOn, word) {
		return false // the filing that lies here is meant
	}
	i, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	if t.gaveUp.What != "" {
		i, armed = t.gaveUp, true
	}
	if !armed || t.deskHere().Expect != nothing && !t.deskHere().Since.Before(i.At) {
		return false // what was asked since is meant
	}
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && !call.Began.Before(i.At) {
		return false
	}
	workgroup.Intents.Drop(t.b, i.Key())
	t.reply("say/disarmed", workgroup.Facts{"what": i.What})
	return true
}

// givesUpNewer gives up, for a bare word, what was asked since an urgent report was begun, and not the report. Where the report has asked something
// since that, it is asked which.
func (t *turn) givesUpNewer(call workgroup.Call) bool {
	desk := t.deskHere()
	if desk.Expect == nothing || desk.Since.Before(call.Began) {
		return false
	}
	if c, ok := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.CallCard, call.Owner, call.Chat)); ok && c.WantedAt.After(desk.Since) {
		t.reply("say/which-question", workgroup.Facts{"words": bareWord(t.msg.Text)})
		return true
	}
	t.clearDesk(desk)
	t.reply("say/cancelled-beside-call", workgroup.Facts{})
	return true
}

// keptWaiting says that what a report or a decision asks for still waits, where the words were heard as news of a case.
func (t *turn) keptWaiting() {
	desk := t.deskHere()
	what, paper := desk.Expect.OfPaper()
	decided, decision := desk.Expect.OfDecision()
	if !paper && !decision || t.mayAnswer() {
		return
	}
	code := ""
	if d, ok := workgroup.Decisions.Get(t.b, desk.Of); decision && decided == card.DecisionResult && ok {
		code = d.Code()
	}
	t.reply("say/still-asked", workgroup.Facts{"what": what, "code": code})
}
