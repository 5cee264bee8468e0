package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// givesAnswer begins an answer to what was asked of a decision (“答复：后勤有”).
var givesAnswer = pattern.MustCompile(`(?is)^(?:答复|回复|答)(?:是)?\s*[:：，,]\s*(.+)$|^answer\s*[:,]\s*(.+)$`)

// asksOfDecision passes on, in private, what whoever answers for a decision asks of it, in reply to its card or with its code: the office answers it. What it
// says itself, it is asked again.
func (t *turn) asksOfDecision(text string) (bool, error) {
	d, called := t.decisionMeant(text)
	several := len(calledIn.FindAllString(t.msg.Text, -1)) > 1
	if !called || several || !d.Owing(t.b, t.person) || !t.wantsToKnow(t.read(t.msg.Text, understand.Context{})) {
		return false, nil
	}
	if wasPutOff.MatchString(text) {
		t.saysDecided(d.Date, []workgroup.Decision{d})
		return true, nil
	}
	return true, t.pleads(d, workgroup.PleaQuestion, text)
}

// wantsToKnow tells whether a reading is a question, and neither of a case nor of the day's report, leave or duty.
func (t *turn) wantsToKnow(r understand.Reading) bool {
	words := t.msg.Text
	return (r.Kind == understand.Question || asks.MatchString(strings.TrimSpace(words))) && r.Urgent == understand.No && !reports(r) && !understand.AsksForm(words) &&
		!ofReporting.MatchString(words) && !howToReport.MatchString(words) && !agreedElse.MatchString(words)
}

// asksHowToDo asks with what, or how, something is to be done, as whoever was given it asks: whether they get it themselves, where from, who pays, how many,
// by what standard. What only speaks of such a thing may be of anything.
var asksHowToDo = pattern.MustCompile(`(?:^|要|得|用|需|是|能|可以|我们?|单位)自己(?:去|来|出钱)?(?:[买领借装拿贴做印]|采购|准备|解决|出钱|$)|` +
	`(?:哪里|哪儿|去哪|在哪|从哪|[找向跟](?:谁|哪个)|谁来?|要不要|能不能|可不可以|是不是要|怎么)(?:能|可以|去|来|要)*(?:[买领借装拿贴印]|采购|申请|配)(?:取|到|用)?(?:的|呢|$|[？?，,]|[^，,。？?导队口]{1,6}[？?])|` +
	`(?:经费|费用|钱|预算)(?:由|从|要|归|是|在|走)*(?:谁|哪|怎么|如何|什么)|谁(?:来)?出(?:钱|经费)|(?:能|可以|给|怎么|是否|可否)(?:不能)?报销|` +
	`(?:要|买|领|装|贴|配|借|准备|摆|放)(?:几|多少)(?:[把张台个套件只]|钱)|(?:买|领|装|贴|配|用|准备)(?:什么|哪种|哪一种|啥)|(?:什么|哪个)标准|标准(?:是|有)(?:什么|没有|哪)|` +
	`^(?:那|请问|这个?|那个?|这[项条件]|具体|要|应?该|到底|我们?)*怎么(?:做|办|弄|落实|操作)|` +
	`(?i)\b(?:(?:do|shall|should|must|can|may) we (?:buy|fetch|pay|borrow|order)|ourselves|who pays|where (?:do|can|shall) we (?:buy|get|fetch|find)|how (?:do|shall|should) we)\b`)

// asksOfTask takes, in private, a question that nothing else has understood for one of what its writer was given to do: of the decision that it names, or of
// the only one of theirs, brought just now, where it asks how that is to be done. Others may be of anything: below what any question is answered with it
// is asked whether they are of one.
func (t *turn) asksOfTask(r understand.Reading) (bool, error) {
	if !t.firsthand() || !t.private() || t.person.Holds(workgroup.PackReaders...) || !t.wantsToKnow(r) {
		return false, nil
	}
	of := t.theirs()
	_, waits := t.readsBack()
	if _, why := t.stillAskedWhy(); len(of) == 0 || waits || why {
		return false, nil
	}
	named := namedBy(slices.Clone(of), t.msg.Text)
	if len(named) == 0 && len(of) == 1 && t.now.Sub(of[0].Stood()) <= patience && asksHowToDo.MatchString(t.msg.Text) {
		named = of
	}
	if len(named) == 1 {
		return true, t.pleads(named[0], workgroup.PleaQuestion, t.msg.Text)
	}
	if _, heard := receiptIn(t.msg.Text); heard {
		return t.hearsAndAsks(of)
	}
	t.asksOrLeaves(r)
	t.asksOfWhich(of, slipAsk, workgroup.PleaQuestion, t.msg.Text)
	return true, nil
}

// hearsAndAsks takes a receipt with a question behind it: what waits for a receipt, where it is one thing, is received at once, and of which decision the
// question is, is asked.
func (t *turn) hearsAndAsks(of []workgroup.Decision) (bool, error) {
	waiting := slices.DeleteFunc(slices.Clone(of), func(d workgroup.Decision) bool { return !d.Waits(t.b, t.person) })
	if len(waiting) == 1 {
		of = waiting
		if err := t.hears(waiting); err != nil {
			return true, err
		}
	}
	t.asksOfWhich(of, slipAsk, workgroup.PleaQuestion, t.msg.Text)
	return true, nil
}

// askWith asks of the decision that was chosen what the words of a slip ask.
func (t *turn) askWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.pleads(d, workgroup.PleaQuestion, s.Text); err != nil {
		return err
	}
	return t.noted(nil)
}

// answersQuestionOf takes, in private, “答复：…” for the answer to what was asked of a decision: of the one that is called by its code, or the only one. Of
// several it is asked of which.
func (t *turn) answersQuestionOf(text string) (bool, error) {
	if !givesAnswer.MatchString(t.afterCode(text)) {
		return false, nil
	}
	called, ok := t.decisionMeant(t.byCode(text))
	var of []workgroup.Decision
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Plea.Kind == workgroup.PleaQuestion && d.Plea.By != t.person.ID && (!ok || d.Key() == called.Key()) {
			of = append(of, d)
		}
	}
	switch len(of) {
	case 0:
		return false, nil
	case 1:
		return t.answersThat(of[0], of[0].Plea.Version(), t.afterCode(text))
	}
	t.asksOfWhich(of, slipAnswer, "", text)
	return true, nil
}

// answerOf is what words answer to a question, “” where they say nothing or are a receipt.
func answerOf(words string) string {
	words = strings.TrimSpace(words)
	if m := givesAnswer.FindStringSubmatch(words); m != nil {
		words = strings.TrimSpace(m[1] + m[2])
	}
	if !speaks(words) || hearing.MatchString(bareWord(words)) {
		return ""
	}
	return excerpt(words)
}
