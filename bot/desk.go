package bot

import (
	"slices"

	"fangkong/bot/button"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// forgets takes from the sender's desk what was asked for too long ago: what is written now is meant otherwise.
func (t *turn) forgets() {
	desk := t.deskHere()
	_, paper := desk.Expect.OfPaper()
	_, decision := desk.Expect.OfDecision()
	switch {
	case desk.Expect == workgroup.PhonedDesk && t.pastPhoning(desk),
		desk.Expect == workgroup.AnswerDesk && t.now.Sub(desk.Since) > patience,
		desk.Expect == workgroup.HandoverDesk && !t.writesNote(),
		paper && !t.writesPaper(), decision && !t.writesDecision():
		t.clearDesk(desk)
	}
	if what, _ := t.onNotice(); what == "" && t.known && t.private() {
		t.clearNotice()
	}
}

// holdsOut are what is asked for in words that may sound urgent themselves.
var holdsOut = []workgroup.Awaited{nothing, workgroup.RemarkDesk, workgroup.OutcomeDesk, workgroup.PhonedDesk, workgroup.AnswerDesk}

// mayAnswer tells whether words may be what lies on the sender's desk: what sounds urgent comes before a name, a reason, or words for a case, which
// are asked for again.
func (t *turn) mayAnswer() bool {
	return slices.Contains(holdsOut, t.deskHere().Expect) || !t.mayBeUrgent()
}

// draftWords gives words to the filing that lies on the sender's desk.
func (t *turn) draftWords(desk workgroup.Desk) (bool, error) {
	if desk.Draft == "" {
		return false, nil
	}
	d, ok := workgroup.Drafts.Get(t.b, desk.Draft)
	if !ok {
		workgroup.Desks.Drop(t.b, desk.Key())
		return false, nil
	}
	return t.answerDraft(d)
}

// mayBeUrgent tells whether words are news of a case; a stranger's that may be are too.
func (t *turn) mayBeUrgent() bool {
	u := t.read(t.msg.Text, understand.Context{}).Urgent
	return u == understand.Yes || u == understand.Maybe && !t.known
}

// readsBack is the filing whose read-back waits here for a word of the sender.
func (t *turn) readsBack() (workgroup.Draft, bool) {
	d, lies := t.draftHere()
	return d, lies && d.ReadsBack()
}

// confirmsElsewhere answers a word for a filing whose read-back stands in the other chat, where nothing is filed by it: one that went on
// in private is shown there again, one that stands in the group is shown to whoever confirms it in private.
func (t *turn) confirmsElsewhere() bool {
	word := bareWord(t.msg.Text)
	if !t.person.Reachable() || !all(word, plain) {
		return false
	}
	for _, unit := range t.person.Units() {
		d, waits := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), unit, t.person.ID))
		switch {
		case !waits || !d.ReadsBack():
		case t.private() && d.Chat < 0:
			t.talk(d.Move(t.b, t.chat.ID, t.now), true)
			return true
		case !t.private() && d.Chat == t.person.Telegram && (slices.Contains(lasting, word) || t.justShown(d)):
			t.talk(d, true)
			return true
		}
	}
	return t.confirmsAnothers(word)
}

// confirmsAnothers tells a head who says in the group that a filing is right which another head of the unit has to confirm, who that is:
// nothing is filed by it.
func (t *turn) confirmsAnothers(word string) bool {
	if t.private() || !slices.Contains(lasting, word) {
		return false
	}
	for _, id := range t.person.Units() {
		for d := range workgroup.Drafts.Each(t.b, workgroup.StandingKey(t.today(), id)+"/") {
			if d.Person == t.person.ID || d.Chat != t.chat.ID || !d.ReadsBack() || !t.shown(d) {
				continue
			}
			unit, _ := workgroup.Units.Get(t.b, string(id))
			who, _ := workgroup.People.Get(t.b, string(d.Person))
			t.whisper("say/others-filing", workgroup.Facts{"unit": unit.Named(), "by": who.Name},
				[]workgroup.Button{{Label: "button/fill", Verb: "fill", Object: workgroup.StandingKey(d.Date, id)}})
			return true
		}
	}
	return false
}

// confirms tells whether the words, a command at other times, file what waits here (“报送”).
func (t *turn) confirms() bool {
	_, waits := t.readsBack()
	return !t.edited && (waits && slices.Contains(yes, bareWord(t.msg.Text)) || !waits && t.sheetArmed() && goAhead.MatchString(bareWord(t.msg.Text)))
}

// repliesWhy takes a reply to the question why a report was late for the reason. News of a case comes first.
func (t *turn) repliesWhy() (bool, error) {
	of, asked := t.askedWhy()
	if !asked || t.read(t.msg.Text, understand.Context{}).Urgent == understand.Yes {
		return false, nil
	}
	if t.unfit(t.msg.Text) == asksItself || filesSheet.MatchString(bareWord(t.msg.Text)) {
		return false, nil // answered, or done, as it is anywhere
	}
	return t.reasonInWords(of)
}

// askedWhy tells of which filing the message that this one replies to asks the reason: its own buttons say.
func (t *turn) askedWhy() (of string, asked bool) {
	for _, p := range t.buttonsRepliedTo() {
		if p.Verb == "why" {
			of, _ = button.CutLast(p.Object)
			return of, true
		}
	}
	return "", false
}

// deskHere is the sender's desk in this chat, whether or not something lies on it.
func (t *turn) deskHere() workgroup.Desk {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	if !ok {
		return workgroup.Desk{Person: t.deskOwner(), Chat: t.chat.ID}
	}
	return desk
}

// draftHere is the filing that lies on the sender's desk in this chat.
func (t *turn) draftHere() (workgroup.Draft, bool) {
	return workgroup.Drafts.Get(t.b, t.deskHere().Draft)
}

// prompted is the desk where a button of a case has asked for words.
func (t *turn) prompted() (workgroup.Desk, bool) {
	desk := t.deskHere()
	_, told := desk.Expect.Told()
	return desk, told || slices.Contains(workgroup.OfCase, desk.Expect)
}
