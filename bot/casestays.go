package bot

import (
	"slices"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// cancelled says that what lay here is given up, and that a case goes on all the same: in private only.
func (t *turn) cancelled() {
	codes := []string{}
	if t.private() {
		for _, k := range t.ownCases() {
			codes = append(codes, k.Code())
		}
	}
	t.reply("say/cancelled", workgroup.Facts{"codes": codes})
}

// caseStays tells who wants to take back a case that it cannot be: it is excluded by whoever has it, then closed. False: they have none.
func (t *turn) caseStays() bool {
	cases := t.ownCases()
	if !t.private() || len(cases) == 0 {
		return false
	}
	lines := []workgroup.Facts{}
	for _, k := range cases {
		holder, _ := workgroup.People.Get(t.b, string(k.Holder))
		lines = append(lines, workgroup.Facts{"code": k.Code(), "mine": t.holds(k), "verdict": k.Verdict, "holder": holder.Name, "phone": holder.Phone})
	}
	t.reply("say/case-stays", workgroup.Facts{"cases": lines, "phone": t.dutyPhone()})
	return true
}

// takesBackCase answers the words for taking back where there is nothing else to take back than a case: it goes on. That it was a
// mistake is kept with the case, for whoever has it.
func (t *turn) takesBackCase() (bool, error) {
	word := bareWord(t.msg.Text)
	wrong := backs(word, mistakes) || understand.CalledOff(word)
	if !wrong && !backs(word, leaves|undoes|withdraws) {
		return false, nil
	}
	if _, asked := t.prompted(); asked {
		return false, nil // it may be the answer
	}
	if _, lies := t.draftHere(); lies && !wrong || word == "no" || word == "不是" {
		return false, nil
	}
	filed := slices.ContainsFunc(t.person.Units(), func(u workgroup.UnitID) bool { _, ok := workgroup.FiledOn(t.b, t.today(), u); return ok })
	if filed && backs(word, undoes) {
		return false, nil // the filing may be meant
	}
	cases := t.ownCases()
	if wrong && len(cases) == 1 && !t.holds(cases[0]) {
		if err := t.addTo(cases[0], t.remark(excerpt(t.msg.Text), t.said)); err != nil {
			return true, err
		}
	}
	return t.caseStays(), nil
}
