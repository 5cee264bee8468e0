package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// because stands between what is changed and why (“改到2月3日，原因：人手不够”).
	because = pattern.MustCompile(`(?s)^(.*?)[\s，,；;。]*(?:原因|理由|因为|由于|(?i:\b(?:because|reason)\b))\s*[:：是]?\s*(.+)$`)
	// decisionRevoked takes a decision back by its code: “撤销决-0131-02，原因：…”, “决-0131-02 撤销：…”.
	decisionRevoked = pattern.MustCompile(`(?is)^(?:请|把)?(?:撤销|撤掉|取消|作废|废止|删掉|删除|删|revoke|drop)\s*(?:议定事项)?\s*(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})[\s：:，,。]*(.*)$|^(?:把|将)?(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*[，,：:]?\s*(?:撤销|撤掉|撤|取消|作废|废止|删掉|删除|删|不办了|不再办|不执行了|不再执行|revoked?|dropped)了?[\s：:，,。]*(.*)$`)
	// decisionAltered changes one by its code: “决-0131-02 时限改到2月3日，原因：…”, “决-0131-02 改由后勤处负责，因为…”.
	decisionAltered = pattern.MustCompile(`(?is)^(?:把|将)?(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*(?:的)?[，,：:]?\s*(责任(?:单位|部门|人)?|完成时限|时限|期限|时间|内容|owner|deadline|words)?\s*(?:改为|改成|改由|改到|改|延期到|延期至|延长到|延到|延至|推迟到|提前到|换成|换|调整为|变更为|to|:)\s*(.+)$`)
	// changedAs is what each label is of.
	changedAs = map[string]string{"责任": card.DecisionOwner, "完成": card.DecisionWhen, "时限": card.DecisionWhen, "期限": card.DecisionWhen, "时间": card.DecisionWhen, "内容": card.DecisionText,
		"owner": card.DecisionOwner, "deadline": card.DecisionWhen, "words": card.DecisionText}
)

// showChange puts a decision's card up, whose buttons change it.
func (t *turn) showChange(d workgroup.Decision) error {
	_, err := t.College.MayChange(t.b, d.Key(), t.person, t.now)
	if err == nil {
		workgroup.ShowDecision(t.b, d, t.person, t.now)
	}
	return t.noted(err)
}

// asksChange has the sender's next words be what of a decision in force is to be otherwise, and why.
func (t *turn) asksChange(what string, d workgroup.Decision, version uint64) error {
	if _, err := t.College.MayChange(t.b, d.Key(), t.person, t.now); err != nil {
		return err
	}
	if version != d.Version {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.expect(workgroup.DecisionDesk+workgroup.Awaited(what), d.Key())
	t.reply("say/decision-change-ask", workgroup.Facts{"what": what, "code": d.Code(), "text": card.FirstLine(d.Text)})
	return nil
}

// changesDecision takes what of a decision in force is to be otherwise and why, or asks why; done: nothing of it is asked any more.
func (t *turn) changesDecision(d workgroup.Decision, what, kept, words string) (done bool, err error) {
	if what == card.DecisionSure {
		return t.amendsWords(d, kept, words)
	}
	value, reason, until := "", words, ""
	switch what {
	case card.DecisionReason:
		what, value, _ = strings.Cut(kept, "\n")
	case card.DecisionRevoke:
	default:
		value, reason = t.valueAndReason(what, words)
	}
	reason = excerpt(strings.TrimSpace(why.ReplaceAllString(reason, "")))
	to := workgroup.DecisionChange{Text: t.BodyOf(t.b, d)} // who and until when stand beside it
	switch what {
	case card.DecisionOwner:
		named, no := t.ownersSaid(value)
		if no != nil {
			return false, no
		}
		to.Owner, to.With = named[0], named[1:]
		if s, _ := t.settlingIn(value); s.until != "" { // both at once
			until = s.until
			if to.Until, err = t.deadlineSaid(until); err != nil || to.Until.IsZero() {
				return false, err
			}
		}
	case card.DecisionWhen:
		value = t.ofItsDay(t.onDayAsked(value), d)
		until = value
		if to.Until, err = t.deadlineSaid(value); err != nil || to.Until.IsZero() {
			return false, err
		}
	case card.DecisionText:
		to.Text = excerpt(value)
	}
	asked := reason == "" && d.Plea.Done() && (what == card.DecisionOwner || what == card.DecisionWhen && to.Until.Equal(d.Plea.Until))
	if asked {
		reason = d.Plea.Words // which is why
	}
	switch {
	case !asked && t.answersNothing(reason):
		return false, t.asksWhyChanged(what, value, d)
	case what == card.DecisionRevoke:
		_, err = t.College.RevokeDecision(t.b, d.Key(), d.Version, reason, t.person, t.now)
	case what == card.DecisionText:
		return false, t.asksSure(d, to.Text, reason)
	default:
		to.Text = t.followed(d, to.Text, to, until)
		_, err = t.College.AmendDecision(t.b, d.Key(), d.Version, to, reason, t.person, t.now)
	}
	return err == nil, err
}

// asksSure reads back the whole of what a decision is to say: it is in force only once that is right.
func (t *turn) asksSure(d workgroup.Decision, text, reason string) error {
	if _, err := t.College.MayChange(t.b, d.Key(), t.person, t.now); err != nil {
		return err
	}
	t.expect(workgroup.DecisionDesk+card.DecisionSure, d.Key())
	t.keepsWords(fmt.Sprintf("%d\n%s\n%s", d.Version, strings.Join(strings.Fields(reason), " "), text))
	t.reply("say/decision-sure", workgroup.Facts{"code": d.Code(), "was": t.BodyOf(t.b, d), "now": text, "reason": reason})
	return nil
}

// amendsWords puts the new words of a decision in force with “对”; anything else that is written is the whole of the new words instead.
func (t *turn) amendsWords(d workgroup.Decision, kept, words string) (done bool, err error) {
	version, rest, _ := strings.Cut(kept, "\n")
	reason, text, _ := strings.Cut(rest, "\n")
	word := bareWord(words)
	switch {
	case slices.Contains(no, word):
		return false, t.asksChange(card.DecisionText, d, d.Version)
	case !slices.Contains(yes, word):
		if value, other := t.valueAndReason(card.DecisionText, words); other != "" {
			return false, t.asksSure(d, excerpt(value), excerpt(other))
		}
		return false, t.asksSure(d, excerpt(words), reason)
	case version != strconv.FormatUint(d.Version, 10):
		return false, t.asksSure(d, text, reason) // it has moved meanwhile
	}
	_, err = t.College.AmendDecision(t.b, d.Key(), d.Version, workgroup.DecisionChange{Text: text}, reason, t.person, t.now)
	return err == nil, err
}

// asksWhyChanged asks why a decision is otherwise, and keeps what it is to be.
func (t *turn) asksWhyChanged(what, value string, d workgroup.Decision) error {
	if what == card.DecisionRevoke {
		return t.asksChange(what, d, d.Version)
	}
	if err := t.asksChange(card.DecisionReason, d, d.Version); err != nil {
		return err
	}
	t.keepsWords(what + "\n" + value)
	return nil
}

// valueAndReason are what is to be otherwise and why, said at once. Of a unit or a time the reason may stand behind it without a word (“后勤处，
// 学生处人手不够”).
func (t *turn) valueAndReason(what, words string) (value, reason string) {
	if m := because.FindStringSubmatch(words); m != nil && speaks(m[1]) {
		return strings.TrimSpace(m[1]), m[2]
	}
	if s, ok := t.settlingIn(words); ok && what == card.DecisionOwner && len(s.owners) > 0 && s.until != "" {
		return words, ""
	}
	ends := clerk.Stops
	if what == card.DecisionOwner {
		ends = clerk.ClauseEnd // those who are named in one breath belong together
	}
	at := ends.FindStringIndex(words)
	if what == card.DecisionText || at == nil {
		return words, ""
	}
	value = strings.TrimSpace(words[:at[0]])
	_, isTime := t.DeadlineOf(value, t.said)
	if _, no := t.ownersSaid(value); what == card.DecisionOwner && no == nil || what == card.DecisionWhen && isTime {
		return value, strings.TrimSpace(words[at[1]:])
	}
	return words, ""
}

// keepsWords keeps on the sender's desk what was said already of what is asked there.
func (t *turn) keepsWords(words string) {
	desk := t.deskHere()
	desk.Words = words
	workgroup.Desks.Put(t.b, desk)
}

// deadlineSaid is until when, in words that say nothing else; zero: there is no such date, which is said. Of words that say a day and no hour the
// hour is asked, and is of that day.
func (t *turn) deadlineSaid(words string) (time.Time, error) {
	words = t.onDayAsked(words)
	if said := clerk.NoSuchDate(words, t.said); said != "" {
		t.reply("say/no-such-date", workgroup.Facts{"words": said})
		return time.Time{}, nil
	}
	at, read := t.DeadlineOf(words, t.said)
	vague, day := t.VagueIn(words, t.said)
	if !read && vague == "" {
		vague, day = t.VagueIn(words+"前", t.said) // “后天上午”
	}
	if !read && vague == "" {
		at, read = t.DeadlineOf(bareTime(words), t.said) // “那就2月2号下午5点吧”
	}
	if read {
		return at, nil
	}
	if desk := t.deskHere(); desk.Expect == workgroup.DecisionDesk+card.DecisionWhen && day.Valid() {
		t.keepsWords(hourOf(day, vague))
	}
	return time.Time{}, workgroup.Refuse(workgroup.DecisionTime, "words", words, "vague", vague, "day", day)
}

// onDayAsked is a time of day with the day whose hour is asked; other words stay.
func (t *turn) onDayAsked(words string) string {
	if desk := t.deskHere(); desk.Expect == workgroup.DecisionDesk+card.DecisionWhen {
		day, vague, _ := strings.Cut(desk.Words, " ")
		return clerk.HourSaid(words, workgroup.Date(day), vague)
	}
	return words
}

// hourOf is what a desk keeps where the hour of a day is asked: the day, and the part of it that was said.
func hourOf(day workgroup.Date, vague string) string {
	return strings.TrimSpace(string(day) + " " + vague)
}

// ofItsDay is a time of day that is said of a decision with its day: the one whose hour is asked, or on which it is to be done.
func (t *turn) ofItsDay(words string, d workgroup.Decision) string {
	if d.Deadline.IsZero() {
		return clerk.HourSaid(words, d.Day, d.Vague)
	}
	day, due := workgroup.DateOf(d.Deadline.Add(-time.Minute).In(t.College.Zone)), d.Deadline.In(t.College.Zone)
	said := clerk.HourSaid(words, day, "")
	switch at, read := t.DeadlineOf(said, t.said); {
	case said == words || due.Hour() < 12, read && at.After(t.now) && wholeDay.MatchString(d.Text) && !laterHalf.MatchString(d.Text):
		return said
	case due.Hour() >= 18:
		return clerk.HourSaid(words, day, "晚上")
	}
	return clerk.HourSaid(words, day, "下午")
}

// wholeDay is a time by the clock of twenty-four hours.
var wholeDay = pattern.MustCompile(`(?:1[3-9]|2[0-4])\s*[点时:：]`)

// laterHalf says that a time is of the later half of the day.
var laterHalf = pattern.MustCompile(`下午|下班|傍晚|晚|夜|(?i:[0-9]\s*p\.?m|evening|tonight)`)

// changesSpoken takes, in private, what is said of a decision in force that is called by its code: that it is otherwise now, or taken back.
func (t *turn) changesSpoken(text string) (bool, error) {
	code, what, words := "", card.DecisionRevoke, ""
	if m := decisionRevoked.FindStringSubmatch(text); m != nil {
		code, words = m[1]+m[3], m[2]+m[4]
	} else if m := decisionAltered.FindStringSubmatch(text); m != nil {
		code, words = m[1], strings.TrimLeft(m[3], "：: ")
		what = t.changedIn(strings.ToLower(m[2]), words)
	} else {
		return false, nil
	}
	d, ok := t.decisionCoded(code)
	switch {
	case ok && !d.Recorded.Done() && what == card.DecisionRevoke && !whetherDone.MatchString(text) && t.person.Holds(workgroup.PackReaders...):
		return true, t.dropsDecisions([]workgroup.Decision{d})
	case ok && !d.Recorded.Done() && what == card.DecisionText && speaks(words):
		return true, t.wordsAnew(d, words)
	case !ok || !d.Recorded.Done():
		return false, nil
	}
	if _, err := t.College.MayChange(t.b, d.Key(), t.person, t.now); err != nil {
		return true, err
	}
	done, err := t.changesDecision(d, what, "", words)
	if done {
		t.mark("👌")
	}
	return true, t.keeping(err)
}

// wordsAnew gives a decision that is not recorded yet other words; who and until when stay, unless those say it anew.
func (t *turn) wordsAnew(d workgroup.Decision, words string) error {
	anew := t.readsDecision(words)
	if len(anew.Owners())+len(anew.Among) == 0 {
		anew = anew.Given(d.Owners())
		anew.Among = d.Among
	}
	if anew.Deadline.IsZero() && anew.Vague == "" {
		anew.Deadline, anew.Vague, anew.Day = d.Deadline, d.Vague, d.Day
	}
	d, err := t.College.WordDecision(t.b, d.Key(), d.Version, anew, t.person, t.now)
	if err != nil {
		return t.keeping(err)
	}
	workgroup.ShowDecision(t.b, d, t.person, t.now)
	t.mark("👌")
	return nil
}

// decisionNamed begins words that are of a decision by its code, with what is to become of it or without.
var decisionNamed = pattern.MustCompile(`(?i)^(?:请|把|将)?(?:撤销|取消|作废|废止|revoke|drop|(?:已经?)?(?:办结|办完|完成)了?|done|finished)?\s*(?:议定事项)?\s*(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})(?:[^0-9-]|$)`)

// callsDecision tells whether words begin with a decision by its code: they are a word of their own, and no answer to what was asked.
func (t *turn) callsDecision(words string) bool {
	m := decisionNamed.FindStringSubmatch(t.byCode(words))
	if m == nil {
		return false
	}
	_, ok := t.decisionCoded(m[1])
	return ok
}

// leavesChange ends what a decision has asked for, because something else was written; a change that was asked why is not in force, which is said.
func (t *turn) leavesChange(desk workgroup.Desk, d workgroup.Decision) {
	t.clearDesk(desk)
	if what, _ := desk.Expect.OfDecision(); what != card.DecisionResult && d.Recorded.Done() {
		t.reply("say/decision-change-left", workgroup.Facts{"code": d.Code(), "sure": what == card.DecisionSure})
	}
}

// changedIn is what of a decision words are another of: by their label, else by what they are.
func (t *turn) changedIn(label, words string) string {
	for begins, what := range changedAs {
		if label != "" && strings.HasPrefix(label, begins) {
			return what
		}
	}
	if value, _ := t.valueAndReason(card.DecisionOwner, words); value != "" {
		if s, ok := t.settlingIn(value); ok && len(s.owners) > 0 && s.until != "" {
			return card.DecisionOwner // and until when
		}
	}
	for _, what := range []string{card.DecisionWhen, card.DecisionOwner} {
		value, _ := t.valueAndReason(what, words)
		_, isTime := t.DeadlineOf(value, t.said)
		owners, no := t.ownersSaid(value)
		if what == card.DecisionWhen && isTime && len(t.OwnersIn(t.b, value)) == 0 || what == card.DecisionOwner && no == nil && (len(owners) > 1 || onlyNames(value, t, owners[0])) {
			return what
		}
	}
	return card.DecisionText
}

// ownerWords are what stands around whoever is responsible, and says nothing of what is to be done.
var ownerWords = pattern.MustCompile(`^(?:由|让|交给?|请|by)?\s*|\s*(?:来)?(?:负责|牵头|承办|办理|落实)?[。.]?$`)

// onlyNames tells whether words name an owner and say nothing else.
func onlyNames(words string, t *turn, owner workgroup.Owner) bool {
	rest := ownerWords.ReplaceAllString(strings.TrimSpace(words), "")
	return slices.ContainsFunc(t.calledBy(owner), func(name string) bool { return name != "" && strings.EqualFold(rest, name) })
}

// calledBy are the names that an owner is called by.
func (t *turn) calledBy(owner workgroup.Owner) []string {
	named := t.College.OwnerNamed(t.b, owner)
	unit, _ := workgroup.Units.Get(t.b, string(owner.Unit))
	return append([]string{named.Name, named.English}, unit.Aliases...)
}
