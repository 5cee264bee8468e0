package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// declining is whoever was asked to take a case over and does not; only the whole message counts.
var declining = pattern.MustCompile(`(?i)^(?:抱歉|不好意思|对不起|sorry)?[，,\s]*(?:(?:这件|这个|这起)?(?:我|本人|我这边)?(?:现在|今天|今晚|暂时|这边|实在|恐怕|真的|真|也|还是)*` +
	`(?:不接(?:手|受|了|这件|这个)*|(?:不能|没法|不想|不愿意?|不方便|无法|不便)接手?(?:了|这件|这个)*|接不了(?:手)?|没(?:空|时间|法接)(?:接手?)?|不(?:行|可以|同意|合适|方便|能)|没办法)了?|` +
	`(?:no[,. ]+)?(?:i )?(?:can(?:'|’|no)?t|cannot|can not|won(?:'|’)?t|don(?:'|’)?t)(?: take (?:it|this|that)(?: one| on| over)?)?|no(?:pe)?|not me|(?:i )?decline|i(?:'|’)?m unable to)$`)

// assenting is whoever was asked and agrees, without saying to what.
var assenting = pattern.MustCompile(`(?i)^(?:行|可以|同意|没问题|没事|成|中|嗯+|是|好(?:吧|啊|呀)?|yes|sure|agreed|fine|all right|no problem|ok(?:ay)?|will do)[吧啊呀的了]*$`)

// willTake tells whether words of whoever was asked to take a case over say that they do: that it was only heard (“收到”) says nothing.
func willTake(word string) bool { return assenting.MatchString(word) || coming.MatchString(word) }

// meansOffer tells whether words that agree can be meant for nothing else than the case that the sender is asked to take over: it was put to them just now, or
// is what they reply to, and neither another case nor a filing waits for their word here.
func (t *turn) meansOffer(k workgroup.Case) bool {
	if to, replied := t.caseRepliedTo(); replied {
		return to.Key() == k.Key()
	}
	card, up := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.CaseCard, k.Key(), t.chat.ID))
	_, waits := t.draftHere()
	others := those(workgroup.Running(t.b), func(other workgroup.Case) bool {
		return other.Key() != k.Key() && t.mayTake(other) && t.ringsHere(other)
	})
	return up && t.said.Sub(card.Posted) <= patience && !waits && len(others) == 0
}

// takesOver is the sender's word that they take a case over.
func (t *turn) takesOver(k workgroup.Case) error {
	k, err := t.College.TakeCase(t.b, k.Key(), t.person, t.now)
	if err != nil {
		return err
	}
	t.whisper("say/case-is-yours", workgroup.Facts{"code": k.Code()})
	return nil
}

// askedOver tells whether the sender is asked to take a case over.
func (t *turn) askedOver(k workgroup.Case) bool {
	return t.known && k.Holder != "" && k.Offered == t.person.ID
}

// askedToTake are the open cases that the sender is asked to take over: of several, the one that their words reply to.
func (t *turn) askedToTake() []workgroup.Case {
	return t.repliedOf(those(workgroup.Running(t.b), t.askedOver))
}

func (t *turn) pressDecline(key, _ string) error {
	k, err := t.College.Decline(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-declined", true, workgroup.Facts{"code": k.Code(), "holder": t.nameOf(k.Holder)})
	return nil
}

// declines takes the words of whoever is asked to take a case over that they do not. In the group they may be of anything, and are answered
// with the buttons. Of whom a case rings they are kept with it: it goes on.
func (t *turn) declines() (bool, error) {
	code, text := cutCode(t.msg.Text)
	word := strings.Trim(bareWord(text), "?？")
	if !declining.MatchString(word) {
		return false, nil
	}
	if _, lies := t.draftHere(); lies && bareAnswer(word) {
		return false, nil
	}
	if _, prompted := t.prompted(); prompted {
		return false, nil
	}
	cases := those(t.askedToTake(), func(k workgroup.Case) bool { return code == "" || k.Code() == code })
	switch {
	case len(cases) == 0 && strings.Contains(word, "接"):
		if !t.private() || len(those(t.ownCases(), t.holds)) > 0 {
			return false, nil
		}
		return t.rungInVain()
	case len(cases) == 0:
		return false, nil
	case !t.private():
		_, replied := t.caseRepliedTo()
		return (replied || strings.Contains(word, "接")) && t.stillAsked(cases), nil
	case len(cases) > 1:
		t.whichCase(word, cases, func(k workgroup.Case) (string, string) { return "decline", k.Key() })
		return true, nil
	}
	return true, t.declined(cases[0])
}

// declined is the sender's word that they do not take a case over.
func (t *turn) declined(k workgroup.Case) error {
	k, err := t.College.Decline(t.b, k.Key(), t.person, t.now)
	if err != nil {
		return err
	}
	t.whisper("say/case-declined-yours", workgroup.Facts{"code": k.Code(), "holder": t.nameOf(k.Holder)})
	return nil
}

// stillAsked tells, in private, whoever is asked to take one of some cases over that their words are no answer yet; false: they are asked
// for none.
func (t *turn) stillAsked(cases []workgroup.Case) bool {
	cases = slices.DeleteFunc(slices.Clone(cases), func(k workgroup.Case) bool { return !t.askedOver(k) })
	for _, k := range cases[max(0, len(cases)-mostCases):] {
		t.whisper("say/case-asks-you", workgroup.Facts{"word": excerpt(t.msg.Text), "code": k.Code(), "holder": t.nameOf(k.Holder)},
			[]workgroup.Button{{Label: "button/take", Verb: "take", Object: k.Key()}, {Label: "button/decline", Verb: "decline", Object: k.Key()}})
	}
	return len(cases) > 0
}
