package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// takesBackSo is 「撤回通知」 under the reason that was read back, as people write it.
	takesBackSo = pattern.MustCompile(`^(?:(?:是的?|对的?|好的?|可以|行|确认|嗯+)[，,]?)?(?:确认|就|现在)?(?:撤回?|收回)(?:通知|它|吧|了)*$|^(?i:(?:yes[, ]*)?(?:recall|take it back)(?: it| the notice)?)$`)
	// noneMeant is 「都不是」, and keepsUp 「不撤回」.
	noneMeant = pattern.MustCompile(`^(?:都不是|不是|哪个都不是|没有|neither|none(?: of (?:them|these))?|no)$`)
	keepsUp   = pattern.MustCompile(`^(?:先|还是)?(?:不|别|不要|不用)撤(?:回)?(?:了|吧)?$|^(?:不对|不是|算了|no)$`)
)

// answersSlip takes, in private, a plain yes or no, or the words on a button, for the answer to what was asked last here: whether a notice is taken back,
// what words are meant for.
func (t *turn) answersSlip() (bool, error) {
	word := bareWord(t.msg.Text)
	s, asked := t.askedLast(slipRecall, slipMeant)
	if !asked || t.sinceWritten(s) {
		return false, nil
	}
	answer := ""
	switch {
	case s.What == slipRecall && (saysYes(word) && surely.MatchString(word) || thatOne.MatchString(word) || takesBackSo.MatchString(word)):
		answer = "recall"
	case s.What == slipRecall && keepsUp.MatchString(word), s.What == slipMeant && noneMeant.MatchString(word):
		answer = "no"
	case s.What == slipMeant:
		answer = t.actTyped(s, word)
	}
	switch does, of := slipAnswered(s.What, answer); {
	case answer == "again":
		t.used(s)
		return t.asksMeantOf(s), nil
	case answer == "" || does == nil:
		return false, nil
	default:
		if err := does(t, s, of); err != nil {
			return true, err
		}
	}
	t.used(s)
	t.mark("👌")
	return true, nil
}

// sinceWritten tells whether something else here has waited for a yes since a slip was asked about.
func (t *turn) sinceWritten(s workgroup.Slip) bool {
	_, files := t.readsBack()
	_, maybe := t.askedBefore()
	written := t.writtenHere()
	return files || maybe || len(written) > 0 && !time.UnixMilli(int64(written[0].Version)).Before(s.At)
}

// actTyped is the answer to what words are meant for that a word gives: the button whose label it is, where there is one such, or the only one there is;
// “again”: which is meant is not said.
func (t *turn) actTyped(s workgroup.Slip, word string) (answer string) {
	lines := strings.Split(s.Of, "\n")
	if thatOne.MatchString(word) {
		if len(lines) == 1 {
			return "in-0"
		}
		return "again"
	}
	for i, line := range lines {
		a, _ := meantActOf(line)
		if !t.meantTyped(word, a.name) {
			continue
		}
		if answer != "" {
			return "again"
		}
		answer = "in-" + strconv.Itoa(i)
	}
	return answer
}

// meantTyped tells whether a word is that of an act; the steps of a report and what is granted are words of other things as well.
func (t *turn) meantTyped(word, act string) bool {
	if !slices.Contains([]string{"done", "progress", "ask", "answer"}, act) {
		return false
	}
	line, err := t.Texts.Plain(t.language(), "button/meant-"+act, workgroup.Facts{"of": ""})
	return err == nil && (word == strings.ToLower(line) || word == "是"+line || act == "done" && (word == "已办结" || word == "办结" || word == "是办结"))
}

// asksMeantOf asks anew what the words of a slip are meant for.
func (t *turn) asksMeantOf(s workgroup.Slip) bool {
	there, said := *t, *t.msg
	said.Text = s.Text
	there.msg = &said
	return there.asksMeant(false)
}
