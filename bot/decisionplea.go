package bot

import (
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// moreTime asks for more time for something.
	moreTime = pattern.MustCompile(`延期|延后|延长|推迟|宽限|顺延|再给|缓(?:一缓|缓|[一两几二三0-9])|晚(?:一|两|几|[0-9])[天日]|(?i:\b(?:more time|extend|extension|postpone|put (?:it )?off)\b)`)
	// asksIt says that somebody wants it, and not that something was put off somewhere.
	asksIt = pattern.MustCompile(`请|申请|希望|恳请|请求|能否|能不能|可否|可不可以|是否可以|行不行|需要?|想|要求|办不[了完]|完不成|来不及|做不完|赶不[上完]|(?i:\b(?:please|can|could|may|need|request|ask|want|cannot)\b)`)
	// cannotFinish says that something cannot be done in time.
	cannotFinish = pattern.MustCompile(`(?:办|干|做|弄|搞)不[了完成]|完不成|完成不了|没法(?:按时|按期)?(?:完成|办)|(?:不能|无法)(?:按时|按期|如期)|赶不[上完出]|(?i:\b(?:cannot|can't|unable to) (?:finish|be done|complete|meet)\b)`)
	// putOff are things that are put off for other reasons.
	putOff = pattern.MustCompile(`开学|返校|假期|考试|上课|开课|航班|车次|比赛|会议`)
	// putTo is until when it is asked for, and putBy for how long.
	putTo = pattern.MustCompile(`(?:延期?|延长|延后|推迟|顺延|宽限|改|缓|放)(?:到|至)\s*([^，,。；;！!\s][^，,。；;！!]{0,15})|(?i:\b(?:until|till|to|by)\s+([a-z0-9][\w :]{1,30}))`)
	putBy = pattern.MustCompile(`(?:延期?|延长|延后|推迟|顺延|宽限|缓|晚|再给|多给)\s*(?:我们)?(?:个)?\s*([0-9]{1,2}|[一二两三四五六七八九十])\s*个?\s*(天|日|周|星期|小时)`)
	// tail ends the words of a time.
	tail = pattern.MustCompile(`(?:之前|以前|前)?(?:完成|办结|行吗|可以吗|好吗|吧|吗|左右)?[?？]?$`)
	// ofCode is a decision by its code, wherever words begin with it or end.
	ofCode = pattern.MustCompile(`(?:^|决)\s*[-—－]?\s*([0-9]{4}-[0-9]{2})(?:[^0-9-]|$)`)
)

// asksForTime tells whether words ask for more time, or say that something cannot be done.
func (t *turn) asksForTime(words string) bool {
	return cannotFinish.MatchString(words) || moreTime.MatchString(words) && asksIt.MatchString(words)
}

// pleaSpoken takes, in private, that whoever answers for a decision cannot finish it or asks for more time: of the one that is called by its code,
// whose card is answered, or that is the only one of theirs. What may be meant of something else, or of several, is asked.
func (t *turn) pleaSpoken(text string) (bool, error) {
	d, called := t.decisionMeant(text)
	// Who may change a decision themselves says so; of one that they answer for they ask, where they ask.
	if !t.asksForTime(text) && !(called && moreTime.MatchString(text) && !t.person.Holds(workgroup.PackReaders...)) {
		return false, nil
	}
	if called {
		if !d.Owing(t.b, t.person) {
			return false, nil
		}
		return true, t.pleads(d, text)
	}
	undone := t.theirs()
	r := t.read(text, understand.Context{})
	switch {
	case len(undone) == 0 || t.reportsToday(r) || r.Urgent != understand.No || r.Kind == understand.Leave || dailyReport.MatchString(text):
		return false, nil
	case len(undone) == 1 && moreTime.MatchString(text) && !putOff.MatchString(text) && len(t.casesInHand()) == 0:
		return true, t.pleads(undone[0], text)
	}
	t.asksPlea(undone[:min(mostHeard, len(undone))])
	return true, nil
}

// decisionMeant is the decision that words call by its code, or whose card they answer.
func (t *turn) decisionMeant(text string) (workgroup.Decision, bool) {
	if m := ofCode.FindStringSubmatch(text); m != nil {
		return t.decisionCoded(m[1])
	}
	for _, p := range t.buttonsRepliedTo() {
		if key, _ := button.CutLast(p.Object); p.Verb == "decide" {
			return workgroup.Decisions.Get(t.b, key)
		}
	}
	return workgroup.Decision{}, false
}

// asksPlea keeps words until their writer says for which decision they ask for more time, if for any.
func (t *turn) asksPlea(of []workgroup.Decision) {
	t.asksOfWhich(of, slipPlea, "say/decision-plea-maybe", "button/decision-plead-no")
}

// pleadWith asks for more time for the decision that was chosen, with the words of a slip.
func (t *turn) pleadWith(s workgroup.Slip, code string) error {
	for key := range strings.Lines(s.Of) {
		if d, ok := workgroup.Decisions.Get(t.b, strings.TrimSpace(key)); ok && d.Code() == code {
			if err := t.pleads(d, s.Text); err != nil {
				return err
			}
			return t.noted(nil)
		}
	}
	return workgroup.Refuse(workgroup.Changed)
}

// pleads asks for more time in words, and tells its writer who has been asked.
func (t *turn) pleads(d workgroup.Decision, words string) error {
	d, told, err := t.College.Plead(t.b, d.Key(), workgroup.Plea{Words: excerpt(words), Until: t.putOffTo(d, words)}, t.person, t.now)
	if err != nil {
		return err
	}
	names := []string{}
	for _, p := range told {
		names = append(names, p.Name)
	}
	facts := t.College.DecisionFacts(t.b, d, t.now)
	facts["to"], facts["duty"] = names, t.dutyPhone()
	t.reply("say/decision-pleaded", facts)
	return nil
}

// putOffTo is until when words ask for time; zero where they do not say.
func (t *turn) putOffTo(d workgroup.Decision, words string) time.Time {
	words = people.Narrow(words)
	if m := putTo.FindStringSubmatch(words); m != nil {
		if at, ok := t.DeadlineOf(tail.ReplaceAllString(strings.TrimSpace(m[1]+m[2]), ""), t.said); ok {
			return at
		}
	}
	if m := putBy.FindStringSubmatch(words); m != nil {
		return t.LaterBy(d.Deadline, m[1], m[2])
	}
	return time.Time{}
}

// pressPlea is a button that answers a plea: it is granted, granted otherwise, or refused for a reason that is asked.
func (t *turn) pressPlea(act string, d workgroup.Decision, version uint64) error {
	if _, err := t.College.MayAnswerPlea(t.b, d.Key(), version, t.person, t.now); err != nil {
		return err
	}
	switch act {
	case "grant":
		_, err := t.College.GrantPlea(t.b, d.Key(), version, t.person, t.now)
		return t.noted(err)
	case "later":
		return t.asksChange(card.DecisionWhen, d, d.Version)
	}
	t.asksDecision(card.DecisionRefuse, d)
	return nil
}

// pleaWords takes the words that a plea asked for: for what and until when, or why it is refused.
func (t *turn) pleaWords(desk workgroup.Desk, d workgroup.Decision, what, words string) error {
	var err error
	switch {
	case t.unfit(words) == hollow || what == card.DecisionRefuse && t.answersNothing(words):
		t.asksDecision(what, d)
		return nil
	case what == card.DecisionRefuse:
		_, err = t.College.RefusePlea(t.b, d.Key(), d.Plea.Version(), excerpt(words), t.person, t.now)
	default:
		err = t.pleads(d, words)
	}
	if err == nil {
		t.clearDesk(desk)
		t.mark("👌")
	} else if ends(err) {
		t.clearDesk(desk)
		return t.keeping(err)
	}
	return err
}
