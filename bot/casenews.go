package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// about tells whom words written under a case are about.
func about(k workgroup.Case, r understand.Reading, words string) understand.Subject {
	return told(k).About(r, words)
}

// told is a case as its first words tell it.
func told(k workgroup.Case) understand.Told {
	c := understand.Told{Unit: string(k.Unit)}
	if len(k.Remarks) > 0 {
		c.Words = k.Remarks[0].Text
	}
	return c
}

// closesIt is the button of an outcome that was read back, as people type it.
var closesIt = pattern.MustCompile(`(?i)^(?:确认)?(?:办结|结案)(?:吧|了)?$|^(?:yes[, ]*)?close(?: it| the case)?$`)

// outcomeRead is the newest outcome of a case that was read back to the sender and waits for their word.
func (t *turn) outcomeRead(of string) (last workgroup.Slip, ok bool) {
	for s := range workgroup.Slips.Each(t.b, "") {
		if s.What == slipOutcome && s.Of == of && s.Person == t.deskOwner() && !s.At.Before(last.At) {
			last, ok = s, true
		}
	}
	return last, ok
}

// caseAsked takes words that 「续报」 or 「办结」 asked for. News of another case is alarmed at once and closes nothing; what can
// be either is alarmed and asked; an outcome is read back before it closes the case.
func (t *turn) caseAsked(desk workgroup.Desk, words string) (bool, error) {
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	if !ok {
		t.clearDesk(desk)
		return false, nil
	}
	closes := desk.Expect == workgroup.OutcomeDesk
	if s, read := t.outcomeRead(desk.Of); closes && read && (slices.Contains(yes, bareWord(words)) || closesIt.MatchString(bareWord(words))) {
		return true, t.closeWith(s)
	}
	if word := bareWord(words); bareAnswer(word) || closes && closesIt.MatchString(word) {
		// An answer to a filing, or to nothing: of the case it says nothing.
		if d, lies := t.draftHere(); lies {
			return t.answersFiling(d, word)
		}
		t.reply("say/case-ask-"+string(desk.Expect), workgroup.Facts{"code": k.Code()})
		return true, nil
	}
	r := t.read(words, understand.Context{})
	if r.Kind == understand.Zero && r.Urgent == understand.No && len(t.person.Units()) > 0 && strings.Contains(words, "零报") {
		return false, nil // the day's report goes on beside it
	}
	is := about(k, r, words)
	if is == understand.TheSame && closes {
		if lacks := k.Lacks(words); len(lacks) > 0 || !k.Closed.IsZero() || !t.holds(k) {
			// Changed since it was asked for: say why it cannot be closed.
			t.clearDesk(desk)
			_, err := t.College.Close(t.b, desk.Of, words, t.person, t.now)
			return true, err
		}
		source := t.slip(slipOutcome, desk.Of, words)
		t.reply("say/case-close-ask", workgroup.Facts{"code": k.Code(), "verdict": k.Verdict, "words": words},
			[]workgroup.Button{slipButton("button/close-yes", source, "close", nil)}, []workgroup.Button{slipButton("button/close-no", source, "case", nil)})
		return true, nil
	}
	if is == understand.TheSame {
		remark := t.remark(words, t.said)
		k, err := t.College.AddRemark(t.b, desk.Of, remark, t.person, t.now)
		if err != nil {
			return true, err
		}
		t.worsens(k, remark)
		t.clearDesk(desk)
		t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
		return true, nil
	}
	t.news(k, is, r, words, closes)
	return true, nil
}

// news alarms for words that are of another case than the one they were written under, or may be: then their writer is asked. A diagnosis
// rings aloud either way, for nobody may press.
func (t *turn) news(k workgroup.Case, is understand.Subject, r understand.Reading, words string, closes bool) {
	t.newsOf(workgroup.SourceKey(t.chat.ID, t.msg.ID), k, is, r, words, closes)
}

// newsOf is news, of words that came from somewhere: a message, or a filing.
func (t *turn) newsOf(source string, k workgroup.Case, is understand.Subject, r understand.Reading, words string, closes bool) {
	workgroup.Slips.Put(t.b, workgroup.Slip{Source: source, Person: t.deskOwner(), What: slipNews, Of: k.Key(), Text: excerpt(words), At: t.said})
	how, told := t.ring(source, workgroup.UnitID(r.Unit), words, is == understand.Another || r.Urgent != understand.No)
	t.answerUrgent(how, told)
	t.asksNews(k, is, source, closes)
	if !closes { // an outcome is asked for again
		t.keepsHalf([]workgroup.Case{k}, words)
	}
	if is == understand.Another && !how.Cut() {
		t.call(r, words, source)
	}
}

// keepsHalf adds to a case what words say of it before they tell of another; of several cases it is asked.
func (t *turn) keepsHalf(cases []workgroup.Case, words string) {
	half := understand.FirstHalf(words)
	switch {
	case half == "" || len(cases) == 0:
		return
	case len(cases) > 1:
		t.offersCases(cases, half, true)
		return
	}
	k := cases[0]
	if err := t.addTo(k, t.remark(excerpt(half), t.said)); err != nil {
		return // closed meanwhile: those who were woken have read it
	}
	if t.privateChat() != 0 {
		t.whisper("say/case-half-kept", workgroup.Facts{"code": k.Code(), "words": excerpt(half)})
	}
}

// asksNews says what words were taken for, with the buttons that put it right.
func (t *turn) asksNews(k workgroup.Case, is understand.Subject, source string, closes bool) {
	facts := workgroup.Facts{"code": k.Code(), "closes": closes, "sure": is == understand.Another, "by": ""}
	buttons := newsButtons(k, source)
	if is != understand.MaybeAnother {
		buttons = buttons[:1]
	} else {
		s, _ := workgroup.Slips.Get(t.b, source)
		facts["by"] = t.asksAside(t.read(s.Text, understand.Context{}), s.Text, source)
	}
	t.whisper("say/case-news", facts, buttons...)
}

// newsButtons answer whether words are of a case or of another one.
func newsButtons(k workgroup.Case, source string) [][]workgroup.Button {
	return [][]workgroup.Button{{slipButton("button/of-case", source, "case", workgroup.Facts{"code": k.Code()})}, {slipButton("button/other-case", source, "new", nil)}}
}
