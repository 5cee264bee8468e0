package bot

import (
	"slices"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// insteadOf are the acts of whoever lets a report pass, in place of sending it back.
var insteadOf = []string{"check", "review", "sign"}

// returnsPaper sends a report back for a reason. Words that agree, or tell nothing, are none: which of both is meant is asked, and a question is
// one only behind the verb.
func (t *turn) returnsPaper(key string, version uint64, words string) error {
	asked := t.deskHere().Expect == workgroup.PaperDesk+"return"
	if is := t.unfit(words); is != hollow && (is != asksItself || !asked) {
		_, err := t.College.ReturnPaper(t.b, key, version, excerpt(words), t.person, t.now)
		return err
	}
	p, err := workgroup.MayReturn(t.b, key, version, t.person)
	if err != nil {
		return err
	}
	var row []workgroup.Button
	for _, a := range card.PaperActs {
		if slices.Contains(insteadOf, a.Name) && a.Offered(t.b, p, t.person) {
			row = append(row, workgroup.Button{Label: a.Label, Verb: "signoff", Object: p.Key() + "/" + a.Name, Version: p.Version})
		}
	}
	t.keepsFor("return", key, version, words) // it stays asked
	t.reply("say/paper-return-or", workgroup.Facts{"date": p.Date, "words": excerpt(words), "instead": len(row) > 0}, card.InRows(2, row)...)
	return nil
}

// leavesReturn ends that a reason to send a report back is asked, once its reader does something else with it.
func (t *turn) leavesReturn(act, key string) {
	desk := t.deskHere()
	of, _ := button.CutLast(desk.Of)
	if desk.Expect == workgroup.PaperDesk+"return" && of == key && slices.Contains(insteadOf, act) {
		t.clearDesk(desk)
	}
}
