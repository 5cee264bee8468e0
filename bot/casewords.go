package bot

import (
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// pressAskCase asks for words: a further report, or the outcome with which the case is closed.
func (t *turn) pressAskCase(key, what string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	switch {
	case !ok || !k.Sees(t.b, t.person, t.now):
		return workgroup.Refuse(workgroup.NoCase)
	case what == "outcome" && k.Holder != t.person.ID:
		_, err := t.College.Close(t.b, key, "", t.person, t.now)
		return err
	case what == "outcome":
		lacks := k.Lacks("…")
		if len(lacks) > 0 {
			return workgroup.Refuse(workgroup.CaseLacks, "code", k.Code(), "lacks", lacks)
		}
	case what != "remark" && what != "known" && what != "event":
		return workgroup.Refuse(workgroup.Changed)
	}
	t.expect(what, key)
	t.reply("say/case-ask-"+what, workgroup.Facts{"code": k.Code()})
	return nil
}

// expect notes what the sender's next words in this chat are for.
func (t *turn) expect(what, of string) {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	if !ok {
		desk = workgroup.Desk{Person: t.deskOwner(), Chat: t.chat.ID}
	}
	desk.Expect, desk.Of = what, of // a filing that lies there goes on after it
	workgroup.Desks.Put(t.b, desk)
}

// expected notes that the words came.
func (t *turn) expected(desk workgroup.Desk) {
	if desk.Expect, desk.Of = "", ""; desk.Draft == "" {
		workgroup.Desks.Drop(t.b, desk.Key())
		return
	}
	workgroup.Desks.Put(t.b, desk)
}

// caseWords takes words that a case's button asked for.
func (t *turn) caseWords(desk workgroup.Desk) (bool, error) {
	words := excerpt(t.msg.Text)
	switch channel, isTold := strings.CutPrefix(desk.Expect, "told-"); {
	case desk.Expect == "remark":
		k, err := t.College.AddRemark(t.b, desk.Of, workgroup.Remark{At: t.said, By: t.person.ID, Name: t.person.Name, Text: words}, t.person, t.now)
		if err != nil {
			return true, err
		}
		t.expected(desk)
		t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
		return true, nil
	case desk.Expect == "outcome":
		if _, err := t.College.Close(t.b, desk.Of, words, t.person, t.now); err != nil {
			return true, err
		}
		t.expected(desk)
		return true, nil
	case desk.Expect == "known", desk.Expect == "event":
		at, ok := understand.Moment(words, t.said)
		if !ok {
			return true, workgroup.Refuse(workgroup.NotATime)
		}
		set := t.College.SetKnown
		if desk.Expect == "event" {
			set = t.College.SetEvent
		}
		k, err := set(t.b, desk.Of, at, t.person, t.now)
		if err != nil {
			return true, err
		}
		t.expected(desk)
		t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
		return true, nil
	case desk.Expect == workgroup.PhonedDesk:
		return t.phonedWords(desk)
	case isTold:
		return t.toldWords(desk, workgroup.Channel(channel), words)
	}
	return false, nil
}

// toldWords puts right who told a channel and when: “14:20 王主任”.
func (t *turn) toldWords(desk workgroup.Desk, ch workgroup.Channel, words string) (bool, error) {
	at, name, ok := timeAndName(words, t.said)
	if !ok || utf8.RuneCountInString(name) > longestName {
		// Nothing has to be put right: the words are about something else.
		t.expected(desk)
		return false, nil
	}
	if name = strings.TrimSpace(name); name == "" {
		name = t.person.Name
	}
	k, err := t.College.TellChannel(t.b, desk.Of, ch, workgroup.Told{At: at, By: name}, t.person, t.now)
	if err != nil {
		return true, err
	}
	t.expected(desk)
	t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
	return true, nil
}

// longestName is how long the name of who told a channel may be.
const longestName = 16

// timeAndName reads “14:20 王主任”: a time, and after it who.
func timeAndName(words string, now time.Time) (at time.Time, name string, ok bool) {
	fields := strings.Fields(words)
	for n := len(fields); n > 0; n-- {
		if at, ok = understand.Moment(strings.Join(fields[:n], " "), now); ok {
			return at, strings.Join(fields[n:], " "), true
		}
	}
	return time.Time{}, "", false
}
