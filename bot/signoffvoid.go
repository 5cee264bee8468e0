package bot

import (
	"slices"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// A document whose signature has fallen may have gone out before anybody knew. Whoever enters that is asked whether it did, and so is whoever
// sends the draft round or signs it before that is answered: what is written is an ordinary report, or a correction.

// voidSentDesk is what a report expects while that is asked.
const voidSentDesk = "void-sent"

// unsentWords say that it did not.
var unsentWords = pattern.MustCompile(`^(?:还|并|都|那份|那一份)*(?:没有?|未)(?:上?报送?|发|传)?(?:出去?|过去?|成)?[了过]?$|^(?:no, )?(?:it (?:was|has) ?)?(?:not|n't|never)(?: been)?(?: sent)?(?: out)?$`)

// wentVoid tells whether what is entered of a report can only be of a document of it that is void.
func wentVoid(p workgroup.Paper) bool {
	return p.Voided != nil && !p.Out() && p.State != workgroup.PaperSigned
}

// claimsVoid reads back that a document went out whose signature has fallen.
func (t *turn) claimsVoid(p workgroup.Paper, s workgroup.Sending) error {
	p, err := workgroup.AskVoided(t.b, p.Key(), p.Version, s, t.person, t.now)
	if err == nil {
		t.asksVoid(p, "")
	}
	return err
}

// asksVoid asks whether it did, before the step that waits for it, if any.
func (t *turn) asksVoid(p workgroup.Paper, step string) {
	t.keepsFor(voidSentDesk, p.Key(), p.Version, "")
	facts := t.entryFacts(p.Asked)
	facts["date"], facts["digest"], facts["step"], facts["by"] = p.Date, p.Voided.Signature.Digest[:8], step, ""
	if one, ok := workgroup.People.Get(t.b, string(p.Asked.Entered.By)); ok && one.ID != t.person.ID {
		facts["by"] = one.Name
	}
	t.reply("say/paper-void-ask", facts)
}

// answersVoid takes the answer; what was sent is written anew where it was wrong.
func (t *turn) answersVoid(p workgroup.Paper, words string) (err error) {
	switch word := bareWord(words); {
	case slices.Contains(yes, word):
		_, err = t.College.SendVoided(t.b, p.Key(), p.Version, p.Asked, t.person, t.now)
	case slices.Contains(no, word) || unsentWords.MatchString(word):
		workgroup.DenyVoided(t.b, p.Key(), t.person, t.now)
	case t.namesAct(word):
		t.asksVoid(p, "") // which comes first
	default:
		s, fault := t.sendingIn(words)
		if fault != nil {
			return fault
		}
		if !wholeSending(s) {
			_, s = t.mendedEntry([]workgroup.Sending{p.Asked}, words)
		}
		err = t.entersSending(p, p.Version, s, words, true)
	}
	return err
}
