package bot

import (
	"fmt"
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// decisionCalled is a decision by its code, and that it is done: “决-0131-02 办结：名单已交”.
	decisionCalled = pattern.MustCompile(`(?i)^(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*[，,：:]?\s*(?:已经?)?(?:办结|办完|完成|done|finished)了?[\s：:，,.。]*(.*)$`)
	// decisionFinished is the same the other way round: “办结决-0131-02：名单已交”.
	decisionFinished = pattern.MustCompile(`(?i)^(?:已经?)?(?:办结|办完|完成|done|finished)了?\s*(?:议定事项)?\s*(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})[\s：:，,.。]*(.*)$`)
	// whetherDone asks whether something is.
	whetherDone = pattern.MustCompile(`(?:吗|没有?|么)\s*[?？]?$|[?？]$`)
	// finishedAlone is that the one decision of the sender's is done.
	finishedAlone = pattern.MustCompile(`(?i)^(?:我们?的?)?(?:议定事项)?(?:已经?)?(?:办结了?|done)(?:[\s：:，,]+(.*))?$`)
	// workDone says, beside doneWords, that some work is done.
	workDone = pattern.MustCompile(`完毕|到位|[打查问发装送清测检填]完|已经?(?:全部|都)?(?:联系|通知|安排|发放|启用|安装|[打装])`)
	// dailyReport is what only the day's report says.
	dailyReport = pattern.MustCompile(`零报|日报|报送|(?i:\bzero report\b|\bdaily report\b)`)
)

func saysDone(words string) bool {
	return (doneWords.MatchString(words) || workDone.MatchString(words)) && !notDone.MatchString(words)
}

// reportsBeside tells whether words that a decision's result was asked for are the day's report all the same: they name it, or their unit.
// What might be either is asked about.
func (t *turn) reportsBeside(r understand.Reading, d workgroup.Decision, words string) (beside, asked bool) {
	if len(t.person.Units()) == 0 || !t.reportsToday(r) {
		return false, false
	}
	switch {
	case len(r.Rows) > 0 || r.Unit != "" || dailyReport.MatchString(words) || t.now.Sub(t.deskHere().Since) > patience:
		return true, false
	case saysDone(words):
		return false, false
	}
	t.asksDone([]workgroup.Decision{d})
	return false, true
}

// theirs are the decisions in force that the sender answers for.
func (t *turn) theirs() (out []workgroup.Decision) {
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Owing(t.b, t.person) {
			out = append(out, d)
		}
	}
	return out
}

// maybeDecided asks whether words that say something is done are the result of a decision that the sender answers for.
func (t *turn) maybeDecided(r understand.Reading) bool {
	report := t.reportsToday(r)
	if r.Kind == understand.Question || report && !(barely(r) && saysDone(t.msg.Text)) || dailyReport.MatchString(t.msg.Text) {
		return false
	}
	if _, waits := t.readsBack(); waits {
		return false
	}
	undone := t.theirs()
	if len(undone) > 0 && !saysDone(t.msg.Text) {
		if undone = t.doneBeside(); len(undone) == 0 {
			undone = t.doneByName()
		}
	}
	if len(undone) == 0 {
		return false
	}
	if report {
		t.asksOfWhich(undone, slipEither, "", t.msg.Text)
	} else {
		t.asksDone(undone)
	}
	return true
}

// barely tells whether a reading reports that all is well, and counts nobody and names no unit: it may be said of a task as well.
func barely(r understand.Reading) bool {
	return r.Kind == understand.Zero && len(r.Fields)+len(r.Rows) == 0 && r.Unit == ""
}

// asksDone keeps words until their writer says of which decision they are the result, if of any.
func (t *turn) asksDone(of []workgroup.Decision) {
	t.asksOfWhich(of, slipDecided, "", t.msg.Text)
}

// decisionSpoken takes, in private, that a decision is done for its button: of one that is called by its code, else of the only one that
// its writer answers for.
func (t *turn) decisionSpoken() (bool, error) {
	for _, takes := range []func() (bool, error){t.answersWhich, t.answersEach, t.answersPlea} {
		if done, err := takes(); done || err != nil {
			return done, err
		}
	}
	text := t.byCode(strings.TrimSpace(t.msg.Text))
	if t.writesOfDecision() {
		return true, nil
	}
	if done, err := t.pleaSpoken(text); done || err != nil {
		return done, err
	}
	for _, takes := range []func(string) (bool, error){t.reopensSpoken, t.changesSpoken, t.asksOfDecision} {
		if done, err := takes(text); done || err != nil {
			return done, err
		}
	}
	m := decisionCalled.FindStringSubmatch(text)
	if m == nil {
		m = decisionFinished.FindStringSubmatch(text)
	}
	if m != nil && whetherDone.MatchString(text) {
		return false, nil
	}
	if m == nil {
		return t.finishesOne(finishedAlone.FindStringSubmatch(text))
	}
	d, ok := t.decisionCoded(m[1])
	if !ok {
		return false, nil
	}
	return true, t.finishes(d, strings.TrimSpace(m[2]))
}

// decisionCoded is the newest decision of a code (0131-02): codes come again every year.
func (t *turn) decisionCoded(code string) (workgroup.Decision, bool) {
	for _, year := range []int{t.now.Year(), t.now.Year() - 1} {
		for d := range workgroup.Decisions.Each(t.b, fmt.Sprintf("%04d-%s-%s/", year, code[:2], code[2:4])) {
			if d.Code() == code {
				return d, true
			}
		}
	}
	return workgroup.Decision{}, false
}

func (t *turn) finishesOne(m []string) (bool, error) {
	if m == nil {
		return false, nil
	}
	undone := t.theirs()
	other := t.owes(func(n workgroup.Notice, r workgroup.Receipt) bool {
		return n.Need == workgroup.NeedDone && !r.Done.Done()
	})
	switch {
	case len(undone) == 0 || len(other) > 0 || len(t.casesInHand()) > 0:
		return false, nil // of a notice or a case as well
	case len(undone) > 1 && speaks(m[1]):
		t.asksDone(undone)
		return true, nil
	case len(undone) > 1:
		return true, t.decisionsCommand("")
	}
	return true, t.finishes(undone[0], strings.TrimSpace(m[1]))
}

// finishes closes a decision with its result, or asks for that.
func (t *turn) finishes(d workgroup.Decision, result string) error {
	if _, err := t.College.MayFinish(t.b, d.Key(), t.person, t.now); err != nil {
		return err
	}
	switch result = t.ofAll(result); {
	case !speaks(result):
		t.asksDecision(card.DecisionResult, d)
		return nil
	case notDone.MatchString(result):
		return workgroup.Refuse(workgroup.DecisionUndone, "code", d.Code())
	}
	if _, err := t.College.Finish(t.b, d.Key(), excerpt(result), t.person, t.now); err != nil {
		return err
	}
	t.mark("👌")
	return nil
}

// writesOfDecision takes the words on the buttons of a decision that is not recorded yet for them, of the one that the sender has written last.
func (t *turn) writesOfDecision() bool {
	word, what := bareWord(t.msg.Text), ""
	for act, label := range map[string]string{card.DecisionOwner: "button/decision-write-owner", card.DecisionWhen: "button/decision-write-when"} {
		if t.types(word, label) {
			what = act
		}
	}
	if what == "" || !t.person.Holds(workgroup.PackReaders...) {
		return false
	}
	m, ok := workgroup.LastMeeting(t.b, t.today())
	if !ok {
		return false
	}
	for _, d := range slices.Backward(workgroup.DecisionsOf(t.b, m.Key())) {
		if !d.Recorded.Done() && d.Entered.By == t.person.ID {
			t.asksDecision(what, d)
			return true
		}
	}
	return false
}
