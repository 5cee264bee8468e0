package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// nodded is a yes that stands before what is said to a plea.
var nodded = pattern.MustCompile(`^(?:可以|行|好|准)(?:的|吧|了)?[，,。！!\s]+`)

// afterNod is what words say behind a yes.
func afterNod(text string) string {
	return strings.TrimSpace(nodded.ReplaceAllString(strings.TrimSpace(text), ""))
}

// nodsToPlea takes “行”, “不行，抓紧办” or “行，那就明天12点” for the answer to what was asked of a decision just now, where nothing else waits for such a
// word; what may be of something else is asked about.
func (t *turn) nodsToPlea(text string) (bool, error) {
	waiting := slices.DeleteFunc(t.pleasMeant(text), func(d workgroup.Decision) bool { return t.now.Sub(d.Plea.At) > patience })
	if len(waiting) == 0 {
		return t.timeAfterAnswer(text)
	}
	word, rest := bareWord(text), afterNod(text)
	yes := answersIt.MatchString(text)
	_, says := t.answerIn(waiting[0], rest)
	switch {
	case t.yesWaits() || t.hearsOthers() || letsPass(word) && t.paperStep() != "":
		return false, nil
	case deniesIt.MatchString(text), yes && says, bareTime(text) != "" && says, slices.Contains(grants, word):
		if len(waiting) == 1 {
			return t.answersThat(waiting[0], waiting[0].Plea.Version(), text)
		}
	case !slices.Contains(nodOnly, word):
		return false, nil
	}
	t.asksOfWhich(waiting, slipAnswer, "", text)
	return true, nil
}

// timeAfterAnswer takes a time alone, behind the answer to what an owner has asked, for another time of that decision: why is asked.
func (t *turn) timeAfterAnswer(text string) (bool, error) {
	vague, _ := t.VagueIn(text, t.said)
	if bareTime(text) == "" {
		return false, nil
	}
	desk, when := workgroup.DecisionDesk+workgroup.Awaited(card.DecisionWhen), text
	for _, d := range workgroup.StandingDecisions(t.b) {
		if a := d.LeftAsIs; a.By != t.person.ID || t.now.Sub(a.At) > patience {
			continue
		}
		t.expect(desk, d.Key())
		switch at, err := t.deadlineSaid(when); {
		case err != nil && vague == "":
			t.clearDesk(t.deskHere())
			return false, nil
		case err != nil:
			return true, t.keeping(err)
		case at.IsZero():
			return true, nil // there is no such day, and that was said
		}
		return true, t.asksWhyChanged(card.DecisionWhen, when, d)
	}
	return false, nil
}
