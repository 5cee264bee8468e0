package bot

import (
	"strconv"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// moreTime asks for more time for something.
	moreTime = pattern.MustCompile(`拖[到至]|推[到至]|延期|延后|延长|延[到至]|延一[下延]|推迟|宽限|顺延|再给|缓(?:一缓|缓|[一两几二三0-9])|晚(?:一|两|几|[0-9])[天日]|(?i:\b(?:more time|extend|extension|postpone|put (?:it )?off)\b)`)
	// asksIt says that somebody wants it, and not that something was put off somewhere.
	asksIt = pattern.MustCompile(`^(?:再)?(?:延|推迟|顺延|宽限)|能[延推]|请|申请|希望|恳请|请求|(?:能办|能完成|可以办|但是?|不过|恐怕)[，,]?(?:我们)?(?:得|要|会)晚|能否|能不能|可否|可不可以|是否可以|行不行|需要?|想|要求|办不[了完]|完不成|来不及|做不完|赶不[上完]|(?i:\b(?:please|can|could|may|need|request|ask|want|cannot)\b)`)
	// cannotFinish says that something cannot be done in time.
	cannotFinish = pattern.MustCompile(`来不及(?:了|做|办|完成|[，,。！!]|$)|(?:办|干|做|弄|搞)不[了完成]|完不成|完成不了|没法(?:按时|按期)?(?:完成|办)|(?:不能|无法)(?:按时|按期|如期)|赶不[上完出]|(?i:\b(?:cannot|can't|unable to) (?:finish|be done|complete|meet)\b)`)
	// putOff are things that are put off for other reasons, and wasPutOff asks whether something was.
	putOff    = pattern.MustCompile(`开学|返校|[来到离]校|假期|考试|上课|开课|航班|车次|比赛|会议|隔离|观察|家长|孩子`)
	wasPutOff = pattern.MustCompile(`(?:延期|延后|推迟|顺延|延长)了(?:吗|么|没有?)|(?:是不是|有没有|是否已经?)(?:要|会|被|又)?(?:延|推迟|顺延)`)
	// ofCode is a decision by its code, wherever words begin with it or end.
	ofCode = pattern.MustCompile(`(?:^|决)\s*[-—－]?\s*([0-9]{4}-[0-9]{2})(?:[^0-9-]|$)`)
)

// wantsTime tells whether words speak of more time, and do not ask whether there is more.
func wantsTime(words string) bool {
	return moreTime.MatchString(words) && !wasPutOff.MatchString(words)
}

// pleaSpoken takes, in private, what whoever answers for a decision asks of it: of the one that is called by its code, whose card is answered, or that
// is the only one of theirs. What may be meant of something else, or of several, is asked.
func (t *turn) pleaSpoken(text string) (bool, error) {
	if done, err := t.saysPutOffTo(text); done || err != nil {
		return done, err
	}
	if t.read(text, understand.Context{}).Urgent != understand.Yes && t.tellsBeside(text).Urgent != understand.No {
		text = t.withoutIll(text) // which is asked about beside it
	}
	kind, asked := t.pleaIn(text)
	if !asked && !wantsTime(text) {
		return false, nil
	}
	d, called := t.decisionMeant(text)
	// Who may change a decision themselves says so; of one that they answer for they ask, where they ask.
	if !asked && (!called || t.person.Holds(workgroup.PackReaders...)) {
		return false, nil
	}
	if called {
		if !d.Owing(t.b, t.person) || kind == workgroup.PleaTrouble && decisionAltered.MatchString(text) {
			return false, nil
		}
		return true, t.pleads(d, kind, text)
	}
	undone := t.theirs()
	if len(undone) == 0 {
		return false, nil
	}
	r := t.read(text, understand.Context{})
	_, asks := t.askedBefore()
	plain := t.plainly(undone[0], kind, text)
	switch {
	case t.reportsToday(r) || r.Urgent != understand.No || r.Kind == understand.Leave || dailyReport.MatchString(text):
		return false, nil
	case kind != workgroup.PleaTime && asks || len(r.Fields) > 0 && (kind != workgroup.PleaTime || !plain):
		return false, nil // of a case, or of figures
	case len(undone) == 1 && plain && len(t.casesInHand()) == 0:
		return true, t.pleads(undone[0], kind, text)
	case kind == workgroup.PleaTrouble && !plain && !ofTheirTask(text):
		return false, nil
	}
	t.asksPlea(kind, undone)
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

// asksPlea keeps words until their writer says of which decision they ask something, if of any.
func (t *turn) asksPlea(kind workgroup.PleaKind, of []workgroup.Decision) {
	t.asksOfWhich(of, slipPlea, kind, t.msg.Text)
}

// pleadWith asks something of the decision that was chosen, with the words of a slip.
func (t *turn) pleadWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	kind, _ := t.pleaIn(s.Text)
	if err := t.pleads(d, kind, s.Text); err != nil {
		return err
	}
	return t.noted(nil)
}

// pleads asks something of a decision in words, and tells its writer who has been asked.
func (t *turn) pleads(d workgroup.Decision, kind workgroup.PleaKind, words string) error {
	plea := workgroup.Plea{Kind: kind, Words: excerpt(words)}
	switch kind {
	case workgroup.PleaTime:
		if plea.Until = t.putOffTo(d, words); t.untilAsked(d) {
			plea.Words = excerpt(d.Plea.Words + "；" + words) // which says why
		}
	case workgroup.PleaOwner:
		plea.To = t.instead(d, words)
	}
	d, told, err := t.College.Plead(t.b, d.Key(), plea, t.person, t.now)
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

// pressPlea is a button that answers a plea: it is granted, granted otherwise, or refused for a reason that is asked.
func (t *turn) pressPlea(act string, d workgroup.Decision, version uint64) error {
	if _, err := t.College.MayAnswerPlea(t.b, d.Key(), version, t.person, t.now); err != nil {
		return err
	}
	switch act {
	case "grant":
		_, err := t.College.GrantPlea(t.b, d.Key(), version, t.granted, t.person, t.now)
		return t.noted(err)
	case "later":
		return t.asksChange(card.DecisionWhen, d, d.Version)
	case "hand":
		return t.asksChange(card.DecisionOwner, d, d.Version)
	}
	t.asksDecision(card.DecisionLeave, d)
	return nil
}

// versionIn is for which plea the words are that a desk waits for.
func versionIn(desk workgroup.Desk) uint64 {
	version, _ := strconv.ParseUint(desk.Words, 10, 64)
	return version
}

// pleaWords takes the words that a plea asked for: for what and until when, or why it is refused.
func (t *turn) pleaWords(desk workgroup.Desk, d workgroup.Decision, what, words string) error {
	var err error
	switch {
	case what == card.DecisionLeave && d.Plea.Kind == workgroup.PleaQuestion:
		t.clearDesk(desk)
		_, err = t.answersThat(d, versionIn(desk), words)
		return err
	case t.unfit(words) == hollow || what == card.DecisionLeave && t.answersNothing(words):
		t.asksDecision(what, d)
		t.keepsWords(desk.Words)
		return nil
	case what == card.DecisionLeave:
		_, err = t.College.LeaveAsIs(t.b, d.Key(), versionIn(desk), excerpt(words), t.person, t.now)
	default:
		kind, _ := t.pleaIn(words)
		if what == card.DecisionPlead && kind != workgroup.PleaOwner {
			kind = workgroup.PleaTime // which was asked for
		}
		err = t.pleads(d, kind, words)
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
