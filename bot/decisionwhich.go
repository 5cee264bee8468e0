package bot

import (
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// thatOne says yes to whether words are of a decision, and notThat no.
	thatOne = pattern.MustCompile(`(?i)^(?:(?:` + itIs + `|就是这[项个条]|这[项个条]|办结了?|that one)[，,。！!\s]*)+$`)
	notThat = pattern.MustCompile(`(?i)^(?:` + itIsNot + `|都不是|哪个都不是|none|neither)$`)
	// thisCode is a decision by its code, and nothing else.
	thisCode = pattern.MustCompile(`^(?:是)?(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*(?:的|吧)?$`)
	// ofDecisions are slips that are asked of which decision they are.
	ofDecisions = []string{slipDecided, slipEither, slipPlea, slipAsk, slipSettle, slipAnswer, slipProgress}
)

// whichOne is how it is asked of which decision words are, by their kind, and the button of each.
var whichOne = map[string]struct{ asks, button string }{
	slipDecided:  {"say/decision-result-maybe", "button/decision-finish-no"},
	slipEither:   {"say/decision-result-report", "button/decision-finish-no"},
	slipPlea:     {"say/decision-plea-maybe", "button/decision-plead-no"},
	slipAsk:      {"say/decision-plea-maybe", "button/decision-plead-no"},
	slipProgress: {"say/decision-progress-maybe", "button/decision-code"},
	slipSettle:   {"say/decision-settle-maybe", "button/decision-code"},
	slipAnswer:   {"say/decision-settle-maybe", "button/decision-code"},
}

// asksOfWhich keeps words, as a slip of a kind, until their writer presses of which decision they are, of the first few, or that they are of none; plea is
// what they may ask.
func (t *turn) asksOfWhich(of []workgroup.Decision, kind string, plea workgroup.PleaKind, words string) {
	of = of[:min(mostHeard, len(of))]
	var keys []string
	for _, d := range of {
		keys = append(keys, d.Key())
	}
	source := t.slip(kind, strings.Join(keys, "\n"), words)
	lines := []workgroup.Facts{}
	for _, d := range of {
		lines = append(lines, workgroup.Facts{"code": d.Code(), "text": card.FirstLine(d.Text), "of": plea})
	}
	last := slipButton("button/decision-no-result", source, "no", workgroup.Facts{"several": len(of) > 1})
	if kind == slipEither {
		last = workgroup.Button{Label: "button/zero", Verb: "zero", Object: workgroup.StandingKey(t.today(), t.person.Units()[0])}
	}
	rows := slipRows(whichOne[kind].button, source, of, func(i int, d workgroup.Decision) (string, workgroup.Facts) { return "in-" + d.Code(), lines[i] }, last)
	t.reply(whichOne[kind].asks, workgroup.Facts{"decisions": lines, "words": words, "of": plea}, rows...)
}

// answersWhich takes, in private, “是的”, “不是”, or the code of a decision for the button of the question that was asked last, of which decision some words
// are. What may be a case comes before it, and so does a filing that waits for a word.
func (t *turn) answersWhich() (bool, error) {
	word := bareWord(t.msg.Text)
	is, not, code := thatOne.MatchString(word), notThat.MatchString(word), thisCode.FindStringSubmatch(strings.TrimSpace(t.byCode(word)))
	if !is && !not && code == nil {
		return false, nil
	}
	s, asked := t.whichAsked()
	_, files := t.readsBack()
	_, maybe := t.askedBefore()
	if !asked || code == nil && (files || maybe) {
		return false, nil
	}
	keys := strings.Split(s.Of, "\n")
	switch {
	case not:
		t.used(s)
		return true, t.ofNeither(s)
	case is && len(keys) > 1:
		t.used(s)
		t.asksAgain(s, keys)
		return true, nil
	case is:
		d, _ := workgroup.Decisions.Get(t.b, keys[0])
		code = []string{"", d.Code()}
	}
	if _, among := decisionOf(t.b, s, code[1]); !among {
		return false, nil
	}
	err := t.ofWhich(s, code[1])
	if err == nil {
		t.used(s)
		t.mark("👌")
	}
	return true, err
}

// whichAsked is the newest question here, of which decision words are, that was asked just now and is not answered; none where
// something else was asked since.
func (t *turn) whichAsked() (last workgroup.Slip, ok bool) {
	last, ok = t.askedLast(ofDecisions...)
	if written := t.writtenHere(); ok && len(written) > 0 && last.What != slipSettle {
		ok = time.UnixMilli(int64(written[0].Version)).Before(last.At)
	}
	return last, ok
}

// asksAgain asks of which of several decisions words are.
func (t *turn) asksAgain(s workgroup.Slip, keys []string) {
	var of []workgroup.Decision
	for _, key := range keys {
		if d, ok := workgroup.Decisions.Get(t.b, key); ok {
			of = append(of, d)
		}
	}
	kind := workgroup.PleaQuestion
	if s.What != slipAsk {
		kind, _ = t.pleaIn(s.Text)
	}
	t.asksOfWhich(of, s.What, kind, s.Text)
}

// ofWhich does with the words of a slip what its button for a decision does.
func (t *turn) ofWhich(s workgroup.Slip, code string) error {
	switch s.What {
	case slipPlea:
		return t.pleadWith(s, code)
	case slipAsk:
		return t.askWith(s, code)
	case slipSettle:
		return t.settleWith(s, code)
	case slipAnswer:
		return t.answerWith(s, code)
	case slipProgress:
		return t.progressWith(s, code)
	}
	return t.decidedWith(s, code)
}

// decidedWith closes the decision that was chosen with the words of a slip.
func (t *turn) decidedWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	_, err := t.College.Finish(t.b, d.Key(), s.Text, t.person, t.now)
	if err == nil {
		workgroup.DoubtAside(t.b, maybeKey(s.Source))
	}
	t.unexpect(workgroup.DecisionDesk+workgroup.Awaited(card.DecisionResult), d.Key())
	return t.noted(err)
}

// decisionOf is the decision of a code among those that a slip's words may be of.
func decisionOf(b workgroup.Book, s workgroup.Slip, code string) (workgroup.Decision, bool) {
	for key := range strings.Lines(s.Of) {
		if d, ok := workgroup.Decisions.Get(b, strings.TrimSpace(key)); ok && d.Code() == code {
			return d, true
		}
	}
	return workgroup.Decision{}, false
}

// ofNeither ends a question of which decision words are: of none. What may have been the day's report is it.
func (t *turn) ofNeither(s workgroup.Slip) error {
	switch s.What {
	case slipEither:
		return t.line(t.read(s.Text, understand.Context{}))
	case slipDecided:
		t.reply("toast/decision-no-result", nil)
	default:
		t.mark("👌")
	}
	return nil
}
