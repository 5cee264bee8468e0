package bot

import (
	"fmt"

	"fangkong/store/workgroup"
)

// pressZero is 「零报告」: the first press reads back what will be filed, the second files it. No message is posted.
func (t *turn) pressZero() error {
	date, unit, err := t.pressedUnit()
	switch {
	case err != nil:
		return err
	case !t.person.Speaks(unit.ID):
		return workgroup.Refuse(workgroup.NotAHead, "unit", unit.Named())
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	if !round.Owes(unit.ID) {
		return workgroup.Refuse(workgroup.UnitNotInRound, "unit", unit.Named())
	}
	if filed, ok := workgroup.FiledOn(t.b, date, unit.ID); ok && len(t.College.Unasked(filed, unit.Kind)) > 0 {
		return t.pressFill() // what is new in the form is asked, the rest stands
	} else if ok {
		by, _ := workgroup.People.Get(t.b, string(filed.By))
		return workgroup.Refuse(workgroup.AlreadyFiled, "unit", unit.Named(), "by", by.Name, "at", t.Clock(filed.Confirmed))
	}
	// Figures that somebody of the unit has said and not confirmed are not thrown away by two presses.
	for d := range workgroup.Drafts.Each(t.b, workgroup.StandingKey(date, unit.ID)+"/") {
		if len(d.Figures.Nonzero()) > 0 && d.Stands(t.b) {
			who, _ := workgroup.People.Get(t.b, string(d.Person))
			return workgroup.Refuse(workgroup.Unconfirmed, "unit", unit.Named(), "by", who.Name)
		}
	}
	zeros := t.College.FormOn(date).Zeros(unit.Kind)
	doubts := t.College.Doubts(t.b, unit, date, zeros)
	codes := workgroup.LeftOut(t.b, unit.ID, zeros)
	if !t.twice("zero", workgroup.StandingKey(date, unit.ID), fmt.Sprint(doubts, codes)) {
		facts := workgroup.Facts{"unit": unit.Named(), "date": date, "codes": codes[:min(2, len(codes))], "doubts": t.DoubtLines(date, doubts[:min(2, len(doubts))], t.language())}
		if len(codes) > 0 {
			facts["doubts"] = []string{} // a toast has 200 characters, and who is ill comes first
		}
		t.toast("toast/zero-read-back", true, facts)
		return nil
	}
	report := t.College.File(t.b, round, workgroup.Filing{Unit: unit, Date: date, By: t.person, Zero: true, Figures: zeros, At: t.now, Now: t.now,
		Sources: []workgroup.Source{{Chat: t.chat.ID, Text: "零报告", At: t.now}}})
	if d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, unit.ID, t.person.ID)); ok {
		d.Leave(t.b, t.now)
	}
	t.denies(workgroup.Standing{}, report)
	t.toast("toast/filed", false, t.filedFacts(report))
	return nil
}
