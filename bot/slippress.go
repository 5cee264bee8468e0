package bot

import (
	"strings"

	"fangkong/bot/button"
	"fangkong/store/workgroup"
)

// slipDo is what an answer to a slip does with its words; of is what stands behind the answer: the code of a case or a decision, or a person.
type slipDo func(t *turn, s workgroup.Slip, of string) error

// slipWhole is what the buttons of a slip do whose answers are not said one by one, and slipKeeps those that end their slip themselves.
var (
	slipWhole = map[string]slipDo{slipQuery: (*turn).queryOf, slipMinutes: (*turn).mendsThose, slipFigure: (*turn).figureSaid, slipPaper: (*turn).paperSaid}
	slipKeeps = map[string]slipDo{slipPhoned: (*turn).phonedSlip, slipNotes: (*turn).notesOf}
)

// slipAnswers are the answers to all other slips, by what the words may be and the answer.
var slipAnswers = map[string]slipDo{
	slipOutcome + "/close": func(t *turn, s workgroup.Slip, _ string) error { return t.closeWith(s) },
	slipOutcome + "/case":  func(t *turn, s workgroup.Slip, _ string) error { return t.ofCase(s) },

	slipNews + "/case": func(t *turn, s workgroup.Slip, _ string) error { return t.ofCase(s) },
	slipNews + "/new":  func(t *turn, s workgroup.Slip, _ string) error { t.asNews(s); return nil },
	slipNews + "/no":   slipToast("toast/noted", false),

	slipAddition + "/in": func(t *turn, s workgroup.Slip, code string) error {
		k, _ := workgroup.CaseByCode(t.b, code, t.now)
		return t.addsSlip(s, k.Key())
	},
	slipAddition + "/to": func(t *turn, s workgroup.Slip, code string) error { return t.sendsSlip(s, code, false) },
	slipAddition + "/no": slipToast("toast/case-not-added", true),
	slipKept + "/to":     func(t *turn, s workgroup.Slip, code string) error { return t.sendsSlip(s, code, true) },

	slipMaybe + "/no": func(t *turn, s workgroup.Slip, _ string) error { t.noFurther(s); return nil },

	slipRota + "/read": func(t *turn, s workgroup.Slip, _ string) error {
		if !t.person.MakesRota() {
			return workgroup.Refuse(workgroup.NotForYou)
		}
		t.readsSlip(s)
		return nil
	},
	slipRota + "/no": slipToast("toast/noted", false),

	slipDecided + "/in":  (*turn).ofWhich,
	slipDecided + "/no":  slipToast("toast/decision-no-result", true),
	slipEither + "/in":   (*turn).ofWhich,
	slipPlea + "/in":     (*turn).ofWhich,
	slipPlea + "/no":     slipToast("toast/noted", false),
	slipAsk + "/in":      (*turn).ofWhich,
	slipAsk + "/no":      slipToast("toast/noted", false),
	slipSettle + "/in":   (*turn).ofWhich,
	slipSettle + "/no":   slipToast("toast/noted", false),
	slipAnswer + "/in":   (*turn).ofWhich,
	slipAnswer + "/no":   slipToast("toast/noted", false),
	slipProgress + "/in": (*turn).ofWhich,
	slipProgress + "/no": slipToast("toast/noted", false),

	slipSum + "/in": func(t *turn, s workgroup.Slip, _ string) error { return t.confirmSum(s.Of, s.Text) },
	slipSum + "/yes": func(t *turn, s workgroup.Slip, _ string) error {
		if desk := t.deskHere(); desk.Of != s.Of || desk.Words != s.Text {
			return workgroup.Refuse(workgroup.Changed) // it was written anew, or given up
		}
		return t.confirmSum(s.Of, s.Text)
	},

	slipGap + "/in":   func(t *turn, s workgroup.Slip, _ string) error { return t.gapWith(s) },
	slipGap + "/no":   slipToast("toast/noted", false),
	slipDoubt + "/in": func(t *turn, s workgroup.Slip, _ string) error { return t.sendsDoubt(s) },
	slipDoubt + "/no": slipToast("toast/noted", false),

	slipRecall + "/recall": func(t *turn, s workgroup.Slip, _ string) error { return t.recallWith(s) },
	slipRecall + "/no":     slipToast("toast/noted", false),
	slipResult + "/in":     (*turn).resultWith,
	slipResult + "/no":     slipToast("toast/notice-not-done", false),

	slipMeant + "/in": (*turn).meantFor,
	slipMeant + "/no": func(t *turn, _ workgroup.Slip, _ string) error { t.meantNeither(); return nil },
}

// slipToast is an answer that only ends its slip, and says so.
func slipToast(text string, alert bool) slipDo {
	return func(t *turn, _ workgroup.Slip, _ string) error {
		t.toast(text, alert, nil)
		return nil
	}
}

// slipAnswered is what an answer to a slip does, and what stands behind the answer; nil: nothing that is known.
func slipAnswered(what, answer string) (does slipDo, of string) {
	if does := slipWhole[what]; does != nil {
		return does, answer
	}
	for _, word := range []string{"in", "to"} {
		if rest, is := strings.CutPrefix(answer, word+"-"); is {
			return slipAnswers[what+"/"+word], rest
		}
	}
	return slipAnswers[what+"/"+answer], ""
}

// pressSlip is its writer's word what a slip is. The words are used once.
func (t *turn) pressSlip() error {
	source, answer := button.CutLast(t.button.Object)
	s, ok := workgroup.Slips.Get(t.b, source)
	if !ok || s.Person != t.deskOwner() {
		return workgroup.Refuse(workgroup.Changed)
	}
	if does := slipKeeps[s.What]; does != nil {
		return does(t, s, answer)
	}
	does, of := slipAnswered(s.What, answer)
	if does == nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := does(t, s, of); err != nil {
		return err
	}
	t.used(s)
	return nil
}
