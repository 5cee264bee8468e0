package bot

import (
	"slices"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// pressAskCase asks for words: a further report, or the outcome with which the case is closed.
func (t *turn) pressAskCase(key, asked string) error {
	what := workgroup.Awaited(asked)
	k, ok := workgroup.Cases.Get(t.b, key)
	switch {
	case !ok || !k.Sees(t.b, t.person, t.now):
		return workgroup.Refuse(workgroup.NoCase)
	case what == workgroup.OutcomeDesk && !t.holds(k):
		_, err := t.College.Close(t.b, key, "", t.person, t.now)
		return err
	case what == workgroup.OutcomeDesk:
		lacks := k.Lacks("…")
		if len(lacks) > 0 {
			return workgroup.Refuse(workgroup.CaseLacks, "code", k.Code(), "lacks", lacks)
		}
	case what != workgroup.RemarkDesk && what != workgroup.KnownDesk && what != workgroup.EventDesk:
		return workgroup.Refuse(workgroup.Changed)
	}
	t.expect(what, key)
	t.reply("say/case-ask-"+asked, workgroup.Facts{"code": k.Code()})
	return nil
}

// expect notes what the sender's next words in this chat are for.
func (t *turn) expect(what workgroup.Awaited, of string) { t.expectIn(t.chat.ID, what, of) }

// expectIn is expect, in another chat.
func (t *turn) expectIn(chat int64, what workgroup.Awaited, of string) {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), chat))
	if !ok {
		desk = workgroup.Desk{Person: t.deskOwner(), Chat: chat}
	}
	desk.Expect, desk.Of, desk.Words, desk.Since = what, of, "", t.now // a filing that lies there goes on after it
	workgroup.Desks.Put(t.b, desk)
}

// clearDesk takes what was asked for from a desk; a filing below it stays.
func (t *turn) clearDesk(desk workgroup.Desk) {
	if desk.Expect, desk.Of, desk.Words, desk.Since = "", "", "", (time.Time{}); desk.Clear() {
		workgroup.Desks.Drop(t.b, desk.Key())
		return
	}
	workgroup.Desks.Put(t.b, desk)
}

// caseWords takes words that a case's button asked for.
func (t *turn) caseWords(desk workgroup.Desk) (bool, error) {
	words := excerpt(t.msg.Text)
	switch channel, isTold := desk.Expect.Told(); {
	case desk.Expect == workgroup.RemarkDesk, desk.Expect == workgroup.OutcomeDesk:
		return t.caseAsked(desk, words)
	case desk.Expect == workgroup.KnownDesk, desk.Expect == workgroup.EventDesk:
		return t.knownWords(desk, words)
	case desk.Expect == workgroup.PauseDesk:
		return t.pauseWords(desk, words)
	case desk.Expect == workgroup.OfferDesk:
		return t.offerWords(desk, words)
	case desk.Expect == workgroup.AnswerDesk:
		return t.answerWords(desk)
	case desk.Expect == workgroup.LegDesk:
		return t.legWords(desk, words)
	case desk.Expect == workgroup.PhonedDesk:
		return t.phonedWords(desk, words)
	case isTold:
		return t.toldWords(desk, channel, words)
	}
	return false, nil
}

// knownWords puts right since when a case is known, or when it happened. Of a day the hour is asked.
func (t *turn) knownWords(desk workgroup.Desk, words string) (bool, error) {
	w, ok := understand.ReadWhen(markedClock(words), t.said)
	switch {
	case t.dailyReport():
		return false, nil
	case !ok || w.Lost:
		return true, workgroup.Refuse(workgroup.NotATime)
	case w.At.IsZero():
		return true, workgroup.Refuse(workgroup.WhichHour, "words", words)
	}
	set := t.College.SetKnown
	if desk.Expect == workgroup.EventDesk {
		set = t.College.SetEvent
	}
	k, err := set(t.b, desk.Of, w.At, t.person, t.now)
	if err != nil {
		return true, err
	}
	t.clearDesk(desk)
	at := k.Known
	if desk.Expect == workgroup.EventDesk {
		at = w.At
	}
	t.reply("say/case-time-set", workgroup.Facts{"code": k.Code(), "event": desk.Expect == workgroup.EventDesk, "at": t.Moment(at, t.now), "by": t.Moment(k.Deadline(), t.now), "owed": k.Kind.Hard() && len(k.Owing()) > 0})
	return true, nil
}

// dailyReport tells whether the words are the day's report of a head, which goes on beside what a button asked for.
func (t *turn) dailyReport() bool {
	r := t.read(t.msg.Text, understand.Context{})
	return len(t.person.Units()) > 0 && r.Urgent == understand.No &&
		(r.Kind == understand.Zero || r.Kind == understand.Correction || r.Kind == understand.Report && len(r.Fields) > 0)
}

// toldWords puts right who told a channel and when: “14:20 王主任”; a name alone keeps the time of the press. What cannot be read
// is asked again.
func (t *turn) toldWords(desk workgroup.Desk, ch workgroup.Channel, words string) (bool, error) {
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	r := t.read(t.msg.Text, understand.Context{})
	if !ok || t.dailyReport() {
		t.clearDesk(desk)
		return false, nil
	}
	switch {
	case slices.Contains(yes, bareWord(words)):
		t.clearDesk(desk)
		t.reply("say/case-told-kept", t.toldFacts(k, ch, k.Told[ch]))
		return true, nil
	case r.Kind == understand.Ack || all(bareWord(words), thanks):
		t.mark("👌") // courtesy answers nothing
		return true, nil
	}
	at, name, timed := understand.TimeAndName(words, t.said)
	if !timed {
		at, name = desk.Since, words
	}
	if name == "" {
		name = t.person.Name
	}
	if utf8.RuneCountInString(name) > longestName || !timed && (!nameAlone.MatchString(words) || notNames.MatchString(words)) {
		t.reply("say/case-told-again", workgroup.Facts{"code": k.Code(), "channel": ch, "words": words})
		return true, nil
	}
	k, err := t.College.TellChannel(t.b, desk.Of, ch, workgroup.Told{At: at, By: name}, t.person, t.now)
	if err != nil {
		return true, err
	}
	t.clearDesk(desk)
	t.reply("say/case-told-kept", t.toldFacts(k, ch, k.Told[ch]))
	return true, nil
}

// toldFacts are who told a channel, and when.
func (t *turn) toldFacts(k workgroup.Case, ch workgroup.Channel, d workgroup.Told) workgroup.Facts {
	on := workgroup.DateOf(d.At.In(t.College.Zone))
	return workgroup.Facts{"code": k.Code(), "channel": ch, "at": t.Clock(d.At), "on": on, "today": on == t.today(), "by": d.By}
}

// longestName is how long the name of who told a channel may be.
const longestName = 16

// nameAlone is a name without a time, and not a sentence.
var nameAlone = pattern.MustCompile(`^(?:[\p{Han}·]{2,8}|[A-Za-z][A-Za-z .'-]{1,24})$`)

// notNames are words that stand in a sentence, or tell a day, and in no name.
var notNames = pattern.MustCompile(`昨[天日晚]|今[天日早晚]|明[天日早晚]|前天|上午|下午|晚上|刚|已|没|不|未|还|正在|了$`)
