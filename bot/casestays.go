package bot

import (
	"slices"
	"strings"

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

// takesBackAsked takes the word that it was a mistake for the answer to what its writer was asked about, and has not become a case: it rings no more. That all is
// well does not say so: they are told how to, and when it rings.
func (t *turn) takesBackAsked() (bool, error) {
	word := bareWord(t.msg.Text)
	wrong := backs(word, mistakes) || understand.CalledOff(word)
	if !wrong && !understand.AllClear(word) {
		return false, nil
	}
	s, asked := t.askedBefore()
	call, rings := workgroup.AskedAside(t.b, s.Source)
	if _, lies := t.draftHere(); !asked || lies || !rings {
		return false, nil
	}
	facts := workgroup.Facts{"by": "", "phone": t.dutyPhone()}
	if !wrong {
		facts["by"] = t.Clock(call.Due())
		t.reply("say/urgent-taken-back", facts, []workgroup.Button{slipButton("button/alarm-no", s.Source, "no", nil)})
		return true, nil
	}
	t.answersAside(s.Source)
	t.used(s)
	t.reply("say/urgent-taken-back", facts)
	return true, nil
}

// moreOfAsked keeps words that mean nothing else with what their writer was asked about, and rings by itself: whoever is called then reads them.
func (t *turn) moreOfAsked() bool {
	s, asked := t.askedBefore()
	call, rings := workgroup.AskedAside(t.b, s.Source)
	word := bareWord(t.msg.Text)
	if _, lies := t.draftHere(); !asked || !rings || lies || !t.firsthand() || bareAnswer(word) || all(word, greetings) {
		return false
	}
	call.Words += "\n" + excerpt(t.msg.Text)
	s.Text = call.Words
	workgroup.Calls.Put(t.b, call)
	workgroup.Slips.Put(t.b, s)
	t.reply("say/urgent-kept", workgroup.Facts{"by": t.Clock(call.Due()), "phone": t.dutyPhone()},
		[]workgroup.Button{{Label: "button/alarm-yes", Verb: "alarm", Object: strings.TrimPrefix(s.Source, maybeKey(""))}}, []workgroup.Button{slipButton("button/alarm-no", s.Source, "no", nil)})
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
