package bot

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// refusesIt begins a no to what was asked of a decision, and granting a yes.
	refusesIt = pattern.MustCompile(`^(?:我)?(?:不(?:同意|批准|准?予?延|能延|给延|改)|(?:仍|还|还是)由|按原(?:定|计划|时限)|维持原|(?i:not agreed|i (?:do not|don't) agree))`)
	granting  = pattern.MustCompile(`^(?:那就?|我)?(?:(?:可以|能|准)(?:[给改推]?延|推迟|宽限|改由|交给)|(?:同意|批准|准了)(?:了|的|吧)?(?:$|[，,。！!\s]|[^，,。]{0,16}(?:延|推迟|宽限|改由|交给|[由给换]))|(?i:agreed\b|granted\b|i agree\b))`)
	// answersIt is a yes, and deniesIt a no, under the letter that asks it.
	answersIt = pattern.MustCompile(`^(?:可以|行|好|好的|准|ok(?:ay)?|yes)(?:[，,。！!\s]|的|吧|$)`)
	deniesIt  = pattern.MustCompile(`^(?:不(?:行|可以|准|许|能|可)|(?i:no\b))`)
	// keepsWhose says who has it after all, where somebody has said that it is not theirs.
	keepsWhose = pattern.MustCompile(`^(?:那)?(?:还是|仍旧?|仍然|依然)(?:由|归)?\p{Han}{2,10}?(?:来)?(?:牵头|负责|承办|办|管)`)
	// agreedElse are other things that are agreed to.
	agreedElse = pattern.MustCompile(`请假|销假|调班|换班|值班|入校|进校|上报|签发|报告稿|退回|(?i:\bleave\b)`)
	// aboutTime is of more time, and aboutOwner of who has a decision.
	aboutTime  = pattern.MustCompile(`延|推迟|宽限|(?i:time|until|extend)`)
	aboutOwner = pattern.MustCompile(`改由|交给|[，,]给|换|仍由|还由|是由|还是`)
)

// pleasHere are the decisions of which something is asked for that the sender may grant.
func (t *turn) pleasHere() (out []workgroup.Decision) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return nil
	}
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Plea.Done() && d.Plea.By != t.person.ID && d.Plea.Kind != workgroup.PleaQuestion {
			out = append(out, d)
		}
	}
	return out
}

// pleaRepliedTo is the decision, and the version of what was asked of it, whose letter the message at hand answers.
func (t *turn) pleaRepliedTo() (workgroup.Decision, uint64, bool) {
	for _, p := range t.buttonsRepliedTo() {
		key, act := button.CutLast(p.Object)
		if p.Verb == "decide" && slices.Contains([]string{"grant", "later", "hand", card.DecisionLeave}, act) {
			d, ok := workgroup.Decisions.Get(t.b, key)
			return d, p.Version, ok
		}
	}
	return workgroup.Decision{}, 0, false
}

// answersPlea takes, in private, “同意延期” or “不同意，抓紧办” for the answer to what was asked of a decision, as its buttons are: of the one whose letter is
// answered, that is called, or that is the only one. Of several it is asked of which.
func (t *turn) answersPlea() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	if !t.person.Holds(workgroup.PackReaders...) || utf8.RuneCountInString(text) > 120 || asksWhose.MatchString(text) {
		return false, nil
	}
	if d, version, ok := t.pleaRepliedTo(); ok {
		return t.answersThat(d, version, text)
	}
	if done, err := t.answersQuestionOf(text); done || err != nil {
		return done, err
	}
	text = t.afterCode(text)
	if agreedElse.MatchString(text) || !granting.MatchString(text) && !refusesIt.MatchString(text) && !keepsWhose.MatchString(text) {
		return t.nodsToPlea(text)
	}
	waiting := t.pleasMeant(text)
	if keepsWhose.MatchString(text) {
		waiting = slices.DeleteFunc(waiting, func(d workgroup.Decision) bool { return d.Plea.Kind != workgroup.PleaOwner })
	}
	word := bareWord(text)
	switch {
	case len(waiting) == 0, slices.Contains(yes, word) && t.yesWaits():
		return false, nil
	case letsPass(word) && t.paperStep() != "": // which of the two is not said
		t.showPapers()
	case len(waiting) == 1:
		return t.answersThat(waiting[0], waiting[0].Plea.Version(), text)
	}
	t.asksOfWhich(waiting, slipAnswer, "", text)
	return true, nil
}

// afterCode is what words say behind the code of a decision that they begin with.
func (t *turn) afterCode(text string) string {
	if m := settleCoded.FindStringSubmatch(t.byCode(text)); m != nil {
		return strings.TrimSpace(m[2] + m[4])
	}
	return text
}

// pleasMeant are those of what was asked that words may answer: of the decision that is called, of whom they name, or of what they speak of.
func (t *turn) pleasMeant(text string) []workgroup.Decision {
	all := t.pleasHere()
	called, ok := t.decisionMeant(t.byCode(strings.TrimSpace(t.msg.Text)))
	named := t.OwnersIn(t.b, text)
	for _, fits := range []func(workgroup.Decision) bool{
		func(d workgroup.Decision) bool { return ok && d.Key() == called.Key() },
		func(d workgroup.Decision) bool {
			return slices.ContainsFunc(named, func(o workgroup.Owner) bool { return slices.Contains(d.Owners(), o) })
		},
		func(d workgroup.Decision) bool {
			return aboutTime.MatchString(text) && d.Plea.Kind == workgroup.PleaTime || aboutOwner.MatchString(text) && d.Plea.Kind == workgroup.PleaOwner
		},
	} {
		if some := slices.DeleteFunc(slices.Clone(all), func(d workgroup.Decision) bool { return !fits(d) }); len(some) > 0 {
			all = some
		}
	}
	return all
}

// answersThat answers what was asked of a decision in words.
func (t *turn) answersThat(d workgroup.Decision, version uint64, text string) (bool, error) {
	d, err := t.College.MayAnswerPlea(t.b, d.Key(), version, t.person, t.now)
	if err != nil {
		return true, err
	}
	switch {
	case d.Plea.Kind == workgroup.PleaQuestion:
		err = t.leavesAsIs(d, []string{"", text})
	case d.Plea.Kind == workgroup.PleaOwner && keepsWhose.MatchString(text):
		err = t.keepsOrGives(d, text)
	case refusesIt.MatchString(text) || deniesIt.MatchString(text):
		err = t.leavesAsIs(d, clerk.ClauseEnd.Split(text, 2))
	case granting.MatchString(text) || answersIt.MatchString(text):
		err = t.grantsPlea(d, text)
	case d.Plea.Kind == workgroup.PleaTrouble && !t.answersNothing(text):
		err = t.leavesAsIs(d, []string{"", text}) // what they are to do about it
	default:
		to, said := t.answerIn(d, text)
		switch {
		case !said:
			return false, nil
		case bareTime(text) != "" && !to.Until.Equal(d.Plea.Until):
			err = t.asksWhyChanged(card.DecisionWhen, bareTime(text), d)
		default:
			_, err = t.College.AmendDecision(t.b, d.Key(), d.Version, to, t.whyGiven(d, to, text), t.person, t.now)
		}
	}
	if err == nil && t.press == nil && t.deskHere().Expect == nothing {
		t.mark("👌")
	}
	return true, t.keeping(err)
}

// leavesAsIs leaves a decision as it is, for the reason behind the no, which is asked where none is said. A question is answered with that.
func (t *turn) leavesAsIs(d workgroup.Decision, said []string) error {
	words := ""
	switch {
	case len(said) < 2:
	case d.Plea.Kind == workgroup.PleaQuestion:
		words = answerOf(said[1])
	case !t.answersNothing(said[1]):
		words = excerpt(why.ReplaceAllString(said[1], ""))
	}
	if words == "" {
		t.asksDecision(card.DecisionLeave, d)
		return nil
	}
	_, err := t.College.LeaveAsIs(t.b, d.Key(), d.Plea.Version(), words, t.person, t.now)
	return err
}

// grantsPlea gives what was asked for, or what is said instead; what is not said is asked.
func (t *turn) grantsPlea(d workgroup.Decision, text string) error {
	if to, said := t.answerIn(d, text); said {
		_, err := t.College.AmendDecision(t.b, d.Key(), d.Version, to, t.whyGiven(d, to, text), t.person, t.now)
		return err
	}
	_, err := t.College.GrantPlea(t.b, d.Key(), d.Plea.Version(), t.granted, t.person, t.now)
	var no *workgroup.Refusal
	switch {
	case !errors.As(err, &no) || no.Code != workgroup.DecisionWhen:
		return err
	case d.Plea.Kind == workgroup.PleaOwner:
		return t.asksChange(card.DecisionOwner, d, d.Version)
	case d.Plea.Kind == workgroup.PleaTrouble:
		t.asksDecision(card.DecisionLeave, d)
		return nil
	}
	return t.asksChange(card.DecisionWhen, d, d.Version)
}

// keepsOrGives leaves a decision with whom it is, where the words that say who has it after all name them, and gives it to whoever else they name.
func (t *turn) keepsOrGives(d workgroup.Decision, text string) error {
	said := clerk.ClauseEnd.Split(text, 2)
	if _, other := t.answerIn(d, said[0]); other {
		return t.grantsPlea(d, said[0])
	}
	return t.leavesAsIs(d, said)
}

// whyGiven is why a decision is changed by an answer to what was asked of it: for what that says, where it is what was asked for; another time than that is
// the office's own, and so is its reason.
func (t *turn) whyGiven(d workgroup.Decision, to workgroup.DecisionChange, text string) string {
	if to.Until.IsZero() || to.Until.Equal(d.Plea.Until) {
		return d.Plea.Words
	}
	if m := because.FindStringSubmatch(text); m != nil {
		return excerpt(m[2])
	}
	return excerpt(text)
}

// answerIn is until when a decision is to be done, or who has it, in words that answer what was asked of it.
func (t *turn) answerIn(d workgroup.Decision, text string) (to workgroup.DecisionChange, said bool) {
	to.Text = t.BodyOf(t.b, d)
	if d.Plea.Kind == workgroup.PleaOwner {
		named := slices.DeleteFunc(t.OwnersIn(t.b, text), func(o workgroup.Owner) bool { return slices.Contains(d.Owners(), o) })
		if len(named) > 0 {
			to.Owner, to.With = named[0], named[1:]
			to.Text = t.followed(d, to.Text, to, "")
		}
		return to, len(named) > 0
	}
	if to.Until = t.putOffTo(d, text); to.Until.IsZero() {
		to.Until, _ = t.DeadlineOf(people.Narrow(bareTime(afterNod(text))), t.said)
	}
	to.Text = t.followed(d, to.Text, to, afterNod(text))
	return to, !to.Until.IsZero() && to.Until.After(t.now)
}

// answerWith answers what was asked of the decision that was chosen with the words of a slip.
func (t *turn) answerWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	if !ok || !d.Plea.Done() {
		return workgroup.Refuse(workgroup.Changed)
	}
	_, err := t.answersThat(d, d.Plea.Version(), s.Text)
	return err
}
