package bot

import (
	"slices"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// atDesk gives the words to whatever the sender is in the middle of here.
func (t *turn) atDesk() (bool, error) {
	if t.edited {
		return false, nil
	}
	if done, err := t.receivesDecision(); done || err != nil {
		return done, err
	}
	if done, err := t.acknowledged(); done || err != nil {
		return done, err
	}
	if done, err := t.answersQuestion(); done || err != nil {
		return done, err
	}
	if done, err := t.atCall(); done || err != nil {
		return done, err
	}
	if done, err := t.noticeWords(); done || err != nil {
		return done, err
	}
	if done, err := t.paperWords(); done || err != nil {
		return done, err
	}
	if done, err := t.decisionWords(); done || err != nil {
		return done, err
	}
	desk := t.deskHere()
	if desk.Expect == workgroup.PhonedDesk && t.pastPhoning(desk) || desk.Expect == workgroup.AnswerDesk && t.now.Sub(desk.Since) > patience {
		t.clearDesk(desk)
		desk.Expect = ""
	}
	if desk.Clear() && t.confirmsElsewhere() {
		return true, nil
	}
	if desk.Expect != workgroup.HandoverDesk && desk.Expect != workgroup.NameDesk {
		for _, does := range []func() (bool, error){t.typedOnShift, t.declines, t.typedOnCase, t.receivesRing, t.cannotCome, t.takesBackCase, t.saysOtherUnit, t.typedOutcome, t.asksDuty, t.asksSwap, t.asksHolder, t.asksReporter} {
			if done, err := does(); done || err != nil {
				return done, err
			}
		}
	}
	if desk.Expect == "" || desk.Expect == workgroup.ReasonDesk {
		if done, err := t.addition(); done || err != nil {
			return done, err
		}
	}
	if of, asked := t.askedWhy(); asked && t.known && t.read(t.msg.Text, understand.Context{}).Urgent != understand.Yes {
		return t.reasonInWords(of)
	}
	if desk.Expect == workgroup.HandoverDesk {
		if t.writesNote() {
			return true, t.handoverNote(desk)
		}
		t.clearDesk(desk)
		desk.Expect = ""
	}
	// What sounds urgent comes before a name, a reason, or words for a case: those are asked for again.
	if desk.Expect != "" && desk.Expect != workgroup.RemarkDesk && desk.Expect != workgroup.OutcomeDesk && desk.Expect != workgroup.PhonedDesk && desk.Expect != workgroup.AnswerDesk && t.mayBeUrgent() {
		return false, nil
	}
	if done, err := t.caseWords(desk); done || err != nil {
		return done, err
	}
	if done, err := t.sheetWords(desk); done || err != nil {
		return done, err
	}
	if done, err := t.queryWords(desk); done || err != nil {
		return done, err
	}
	switch {
	case desk.Expect == workgroup.NameDesk:
		return t.claimName(desk)
	case desk.Draft != "":
		d, ok := workgroup.Drafts.Get(t.b, desk.Draft)
		if !ok {
			workgroup.Desks.Drop(t.b, desk.Key())
			return false, nil
		}
		return t.answerDraft(d)
	}
	return false, nil
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
	english := t.private() && slices.Contains([]string{"yes", "right", "correct"}, word)
	if !t.known || !t.person.Reachable() || !all(word, plain) && !english {
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
	return waits && !t.edited && slices.Contains(yes, bareWord(t.msg.Text))
}

// askedWhy tells of which filing the message that this one replies to asks the reason: its own buttons say.
func (t *turn) askedWhy() (of string, asked bool) {
	for _, p := range t.buttonsRepliedTo() {
		if p.Verb == "why" {
			of, _ = cutLast(p.Object)
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
