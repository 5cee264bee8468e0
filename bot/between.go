package bot

import (
	"slices"

	"fangkong/bot/dialog"
	"fangkong/store/workgroup"
)

// bareAnswer tells whether a message only answers a question: of what happened it says nothing.
func bareAnswer(word string) bool {
	return all(word, yes) || all(word, thanks) || dialog.ANumber.MatchString(word) ||
		backs(word, leaves|undoes) || slices.ContainsFunc([][]string{lasting, both, no, backward}, func(list []string) bool { return slices.Contains(list, word) })
}

// lastCard tells which of an open call and a filing stands last in the chat, as its readers see it; known is false where that
// cannot be told.
func (t *turn) lastCard(call workgroup.Call, d workgroup.Draft) (filing, known bool) {
	one, has := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.TalkCard, d.Key(), d.Chat))
	other, too := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.CallCard, call.Owner, call.Chat))
	up := func(c workgroup.Card) bool { return c.Message != 0 && !c.Gone && c.Shown >= c.Moved }
	if !has || !too || !up(one) || !up(other) {
		return false, false
	}
	return one.Message > other.Message, true
}

// betweenCards gives a bare answer, with an urgent report and a filing both open in the chat, to the one it can mean. Where that cannot be
// told it is asked, with the filing at hand: the urgent report has its buttons.
func (t *turn) betweenCards(call workgroup.Call, word string) (bool, error) {
	d, lies := t.draftHere()
	if !lies || !bareAnswer(word) || all(word, thanks) && !all(word, yes) {
		return false, nil
	}
	withdrawn := backs(word, withdraws)
	onlyFiling := !withdrawn && !all(word, yes) && !dialog.ANumber.MatchString(word) || slices.Contains(lasting, word) || slices.Contains(both, word) || word == "报送" || word == "file"
	filing, known := t.lastCard(call, d)
	switch {
	case !onlyFiling && call.Step() == workgroup.CallConfirm && all(word, yes):
		return false, nil // whoever has to be woken comes first; the read-back stands with its buttons
	case onlyFiling, known && filing:
		return t.answersFiling(d, word)
	case known && (withdrawn || call.Step() == workgroup.CallConfirm && all(word, yes)):
		return false, nil
	case known && call.Step() == workgroup.CallKnown && dialog.ANumber.MatchString(word) && t.since(&call, word):
		return true, nil
	}
	t.reply("say/which-card", workgroup.Facts{"words": word})
	t.talk(d, true)
	return true, nil
}

// answersFiling takes a bare answer for the filing's; what is none is asked again.
func (t *turn) answersFiling(d workgroup.Draft, word string) (bool, error) {
	if backs(word, leaves|undoes) {
		t.drop(d)
		t.cancelled()
		return true, nil
	}
	if done, err := t.answerDraft(d); done || err != nil {
		return true, err
	}
	t.readAgain(d)
	return true, nil
}

// asksFirst tells whether what a button of a case asked for goes before an open call: it was asked after the call was begun.
func (t *turn) asksFirst(call workgroup.Call) bool {
	desk, ok := t.prompted()
	return ok && !desk.Since.Before(call.Began) && !backs(bareWord(t.msg.Text), withdraws)
}
