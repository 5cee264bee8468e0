package bot

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// settleCoded begins what is settled of a decision that is called by its code.
	settleCoded = pattern.MustCompile(`(?i)^(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})[\s：:，,。]+(.{1,40})$|^决\s*[-—－]?\s*([0-9]{4}-[0-9]{2})(.{1,40})$`)
	// correction puts right what was read of a decision.
	correction = pattern.MustCompile(`^(?:不对|错了|搞错了|弄错了|说错了|不是[^，,。]{1,16})[，,。！!\s]*(?:应该?|应当|要)?(?:是|由|为|让|改成|改为|改由)\s*(.{2,40})$|^(?i:no|wrong), (?:it (?:is|should be) )?(.{2,40})$|^(?:不对|错了|搞错了|弄错了|说错了)[，,。！!\s]+([^，,。]{2,16})$`)
	// What people write for 「不记」 of the decision that was written last, and of all of theirs that are not recorded.
	dropsLast = []string{"不记", "不记了", "不用记", "不用记了", "不记录了", "不要了", "这条不要了", "这条不记了", "drop", "drop it"}
	dropsAll  = []string{"都不记", "都不记了", "都不用记", "都不用记了", "都不要了", "全部不记", "全不记", "一条都不记", "drop all", "drop them all"}
	// settleHead begins what is settled, and chargesNobody says of somebody that it is theirs, and nothing else.
	settleHead = pattern.MustCompile(`^(?:责任(?:单位|部门|人)?|完成时限|时限|期限|时间)?\s*(?:应该?|应当)?[:：是为]?\s*(?:改为|改成|改由|改到|定为|定在|定到|推迟到|延到|延长到|提前到)?\s*`)
	// wasWrong says that something is to be otherwise, and not yet what.
	wasWrong      = pattern.MustCompile(`^(?:的?(?:责任(?:单位|部门|人)?|完成时限|时限|期限|时间|内容))?(?:需要|要)?(?:改一?下|改改|更改|修改|有误|不对|[写搞弄说]?错了)[吧。]?$`)
	chargesNobody = pattern.MustCompile(`^(?:由|让|交给?)\p{Han}{2,10}(?:来)?(?:负责|牵头|承办|办理)?[。.]?$`)
	// dropsIt is the same of one that is called by its code.
	dropsIt = pattern.MustCompile(`(?i)^(?:不记录?了?|不要了?|不用记了?|删掉?了?|删除|去掉|取消|撤销|drop)[。！!]?$`)
)

// settling is what words settle of a decision, and say nothing else.
type settling struct {
	owners []workgroup.Owner
	until  string
}

// settlingIn reads what words settle.
func (t *turn) settlingIn(words string) (s settling, ok bool) {
	for _, clause := range clerk.ClauseEnd.Split(people.Narrow(words), -1) {
		if wasWrong.MatchString(strings.TrimSpace(clause)) {
			continue
		}
		if clause = settleHead.ReplaceAllString(strings.TrimSpace(clause), ""); clause == "" {
			continue
		}
		if clause = t.withoutPost(clause); bareTime(clause) != "" {
			s.until = clause
		} else if owners, no := t.ownersSaid(clause); no == nil && (len(owners) > 1 || onlyNames(clause, t, owners[0])) {
			s.owners = owners
		} else {
			return settling{}, false
		}
	}
	return s, len(s.owners) > 0 || s.until != ""
}

// asked tells whether a decision lacks some of that.
func (s settling) asked(d workgroup.Decision) bool {
	return len(s.owners) > 0 && !d.Owner.Settled() || s.until != "" && d.Deadline.IsZero()
}

// settlesSpoken takes, in private, what a decision that is not recorded yet asks in words: who answers for it, until when, or that it is not to be
// recorded. Called by its code, or put right, it may be said anew; words alone answer what was asked just now. Of several it is asked of which.
func (t *turn) settlesSpoken() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	if utf8.RuneCountInString(text) > 60 || !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	word := bareWord(text)
	if m := settleCoded.FindStringSubmatch(t.byCode(text)); m != nil {
		return t.settlesCoded(m[1]+m[3], strings.TrimSpace(m[2]+m[4]))
	}
	written := t.writtenNow()
	if m := lastOne.FindStringSubmatch(text); m != nil {
		if s, ok := t.settlingIn(m[1]); ok && len(written) > 0 {
			return true, t.settle(written[0], s)
		}
		return t.changesLast(m[1]), nil
	}
	if _, files := t.readsBack(); files {
		return false, nil
	}
	if thisOne.MatchString(word) {
		return t.takesBackLast(written)
	}
	if done, err := t.putsOtherWord(text, written); done || err != nil {
		return done, err
	}
	m := correction.FindStringSubmatch(text)
	switch {
	case len(written) == 0:
		return m != nil && t.changesLast(m[1]+m[2]+m[3]), nil
	case slices.Contains(dropsLast, word):
		return true, t.dropsDecisions(written[:1])
	case slices.Contains(dropsAll, word):
		return true, t.dropsDecisions(t.writtenHere())
	}
	if m != nil {
		if s, ok := t.settlingIn(m[1] + m[2] + m[3]); ok {
			return true, t.settle(written[0], s)
		}
		return false, nil
	}
	s, ok := t.settlingIn(text)
	if !ok && chargesNobody.MatchString(text) && slices.ContainsFunc(written, func(d workgroup.Decision) bool { return !d.Owner.Settled() }) && len(t.OwnersIn(t.b, text)) == 0 {
		return true, workgroup.Refuse(workgroup.DecisionWhom, "words", ownerWords.ReplaceAllString(text, ""), "n", 0)
	} else if !ok {
		return false, nil
	}
	lacking := slices.DeleteFunc(written, func(d workgroup.Decision) bool { return !s.asked(d) })
	switch len(lacking) {
	case 0:
		return false, nil
	case 1:
		return true, t.settle(lacking[0], s)
	}
	slices.SortFunc(lacking, func(a, b workgroup.Decision) int { return strings.Compare(a.Key(), b.Key()) })
	t.asksOfWhich(lacking, slipSettle, "", text)
	return true, nil
}

// writtenNow are the decisions of the sender's that are not recorded and were written or settled just now.
func (t *turn) writtenNow() []workgroup.Decision {
	return slices.DeleteFunc(t.writtenHere(), func(d workgroup.Decision) bool {
		return t.now.Sub(time.UnixMilli(int64(d.Version))) > patience
	})
}

// thisOne takes the decision of just now back: “不对，撤销这条”, “把刚才那条撤了”.
var thisOne = pattern.MustCompile(`^(?:不对|错了|说错了|搞错了)?[，,。！!\s]*(?:请|把|将)?(?:(?:撤销|撤掉|撤|取消|删掉|删除|删|作废|不要|不记)了?(?:刚才|刚刚|上面|最后)?的?(?:这|那|上|最后)?一?条(?:决定|议定事项)?|(?:刚才|刚刚|上面)?的?(?:这|那|上|最后)一?条(?:决定|议定事项)?(?:给我?|先|就)?(?:撤销|撤|取消|删|作废|不要|不记)掉?)(?:了|吧)*$`)

// lastOne says of the decision of just now what it should be: “刚才那条改成由财务处负责”.
var lastOne = pattern.MustCompile(`^(?:不对|错了|说错了|搞错了)?[，,。！!\s]*(?:请|把|将)?(?:刚才|刚刚|上面|最后)?的?(?:这|那|上|最后)一?条(?:决定|议定事项)?的?[，,]?\s*((?:责任(?:单位|部门|人)?|完成时限|时限|期限|时间)?(?:应该?|应当)?(?:改为|改成|改由|改到|是|由|让|交给?|推迟到|延到).{2,40})$`)

// takesBackLast takes back the decision that the sender has written or recorded last, just now, or the one whose card is answered: of one in force why is
// asked.
func (t *turn) takesBackLast(written []workgroup.Decision) (bool, error) {
	d, ok := t.decisionMeant("")
	if last, just := t.recordedLast(); !ok && len(written) > 0 {
		d, ok = written[0], true
	} else if !ok && just {
		d, ok = last, true
	}
	switch {
	case !ok:
		return false, nil
	case !d.Recorded.Done():
		return true, t.dropsDecisions([]workgroup.Decision{d})
	}
	return true, t.keeping(t.asksChange(card.DecisionRevoke, d, d.Version))
}

// changesLast takes what puts right the decision that the sender has recorded last, just now, for a change of it: why is asked.
func (t *turn) changesLast(words string) bool {
	s, ok := t.settlingIn(words)
	of, just := t.recordedLast()
	if !ok || !just || len(s.owners) > 0 && s.until != "" {
		return false
	}
	what := card.DecisionOwner
	if s.until != "" {
		what, words = card.DecisionWhen, t.ofItsDay(s.until, of)
	}
	return t.asksWhyChanged(what, words, of) == nil
}

// settlesCoded settles or drops the decision of a code, where it is not recorded yet.
func (t *turn) settlesCoded(code, words string) (bool, error) {
	d, ok := t.decisionCoded(code)
	switch {
	case !ok:
		return false, nil
	case dropsIt.MatchString(words) && !d.Recorded.Done():
		return true, t.dropsDecisions([]workgroup.Decision{d})
	case d.Recorded.Done() && (strings.HasPrefix(words, "不记") || strings.HasPrefix(words, "不要")) && dropsIt.MatchString(words):
		return true, workgroup.Refuse(workgroup.DecisionStands, "code", d.Code())
	case d.Recorded.Done():
		return t.changesCoded(d, words)
	case wasWrong.MatchString(words):
		workgroup.ShowDecision(t.b, d, t.person, t.now)
		return true, nil
	}
	s, ok := t.settlingIn(words)
	if !ok {
		return false, nil
	}
	return true, t.settle(d, s)
}

// changesCoded takes that something of a decision in force was wrong, and what it should be, for a change of it: why is asked.
func (t *turn) changesCoded(d workgroup.Decision, words string) (bool, error) {
	first := clerk.ClauseEnd.Split(people.Narrow(words), 2)
	if !wasWrong.MatchString(strings.TrimSpace(first[0])) {
		return false, nil
	}
	s, ok := t.settlingIn(words)
	if !ok {
		return true, t.showChange(d)
	}
	what := card.DecisionOwner
	if len(s.owners) == 0 {
		what = card.DecisionWhen
	}
	return true, t.keeping(t.asksWhyChanged(what, settleHead.ReplaceAllString(strings.TrimSpace(first[len(first)-1]), ""), d))
}

// settle says who answers for a decision that is not recorded yet, and until when, and shows its card anew. Of a day without an hour the hour is asked.
func (t *turn) settle(d workgroup.Decision, s settling) (err error) {
	if len(s.owners) > 0 {
		text := t.followed(d, d.Text, workgroup.DecisionChange{Owner: s.owners[0], With: s.owners[1:]}, "")
		if d, err = t.College.AssignAll(t.b, d.Key(), d.Version, s.owners, t.person, t.now); err != nil {
			return err
		}
		if d, err = t.worded(d, text); err != nil {
			return err
		}
	}
	if s.until != "" {
		until := t.ofItsDay(s.until, d)
		t.expect(workgroup.DecisionDesk+card.DecisionWhen, d.Key())
		at, no := t.deadlineSaid(until)
		if no != nil || at.IsZero() {
			return t.keeping(no)
		}
		t.clearDesk(t.deskHere())
		text := t.followed(d, d.Text, workgroup.DecisionChange{Until: at}, until)
		if d, err = t.College.SetDeadline(t.b, d.Key(), d.Version, at, t.person, t.now); err != nil {
			return t.keeping(err)
		}
		if d, err = t.worded(d, text); err != nil {
			return t.keeping(err)
		}
	}
	workgroup.ShowDecision(t.b, d, t.person, t.now)
	if t.press == nil {
		t.mark("👌")
	}
	return nil
}

// dropsDecisions gives up decisions that are not recorded yet, and says which.
func (t *turn) dropsDecisions(all []workgroup.Decision) error {
	lines := []workgroup.Facts{}
	for _, d := range all {
		if err := t.College.DropDecision(t.b, d.Key(), d.Version, t.person, t.now); err != nil {
			return err
		}
		lines = append(lines, workgroup.Facts{"code": d.Code(), "text": card.FirstLine(d.Text)})
	}
	slices.Reverse(lines)
	t.reply("say/decisions-dropped", workgroup.Facts{"lines": lines})
	return nil
}

// settleWith settles the decision that was chosen with the words of a slip.
func (t *turn) settleWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	words, read := t.settlingIn(s.Text)
	if !ok || d.Recorded.Done() || !read {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.noted(t.settle(d, words))
}
