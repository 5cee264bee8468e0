package bot

import (
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
)

var (
	// yielding begins an answer and says nothing of what was done: 好吧，已办结.
	yielding = pattern.MustCompile(`(?i)^(?:好吧?|行吧?|嗯+|ok(?:ay)?)[，,。！!\s]+`)
	// barelyDone says that something is done, and not what.
	barelyDone = pattern.MustCompile(`(?i)^(?:已经?|都|全部)*(?:办|弄|搞|做|处理)(?:好|完|妥|结)了?$|^(?:it's |it is |all )?done$`)
)

// answersBeside takes, of words that have rung for a case, what they answer to a decision that their writer answers for: that it was received, what is in the
// way, that it is done. False: they answer none.
func (t *turn) answersBeside() (bool, error) {
	if !t.private() || !t.known || t.edited || t.msg.ForwardOrigin != nil {
		return false, nil
	}
	undone := t.theirs()
	answer := t.withoutIll(strings.TrimSpace(t.msg.Text))
	if len(undone) == 0 || answer == "" || answer == strings.TrimSpace(t.msg.Text) {
		return false, nil
	}
	one := len(undone) == 1
	_, heard := receiptIn(answer)
	kind, pleads := t.pleaIn(answer)
	switch done := finishedAlone.FindStringSubmatch(yielding.ReplaceAllString(answer, "")); {
	case done != nil && one && speaks(done[1]):
		return true, t.keeping(t.finishes(undone[0], strings.TrimSpace(done[1])))
	case done != nil || saysDone(answer):
		t.asksOfWhich(undone, slipDecided, "", answer)
	case pleads && one && t.plainly(undone[0], kind, answer):
		return true, t.keeping(t.pleads(undone[0], kind, answer))
	case pleads:
		t.asksOfWhich(undone, slipPlea, kind, answer)
	case heard && one:
		// What is counted beside the case is the day's report all the same.
		r := t.read(t.msg.Text, understand.Context{})
		return len(r.Fields) < 2 && !countsOthers(r), t.keeping(t.hears(undone))
	case heard:
		return true, t.keeping(t.decisionsCommand(""))
	default:
		return false, nil
	}
	return true, nil
}

// doneMeanwhile asks whoever is making an urgent report whether words that tell of nobody are the result of a decision of theirs, which they name, or of
// whatever they were given to do.
func (t *turn) doneMeanwhile() bool {
	words := bareWord(t.msg.Text)
	if !t.known || t.edited || utf8.RuneCountInString(words) > aSentenceOrTwo || t.read(t.msg.Text, understand.Context{}).Urgent != understand.No {
		return false
	}
	of := t.doneBeside()
	if barelyDone.MatchString(words) {
		of = t.theirs()
	}
	if len(of) == 0 {
		return false
	}
	t.asksDone(of)
	return true
}

// aSentenceOrTwo is how long words may be that only say that something is done, in runes.
const aSentenceOrTwo = 40
