package bot

import (
	"slices"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// ofFurther tells whether words may be of somebody else than the open cases of the sender, or of their unit, are of.
func (t *turn) ofFurther(r understand.Reading, words string) bool {
	cases := t.casesMeant()
	return len(cases) > 0 && !r.Theirs && !slices.ContainsFunc(cases, func(k workgroup.Case) bool { return about(k, r, words) == understand.TheSame })
}

// oneMore tells whether words only say that there is one more, and answer no question of a filing.
func (t *turn) oneMore() bool {
	d, lies := t.draftHere()
	return understand.OneMore(t.msg.Text) && !(lies && d.Asked != "")
}

// inAll has it asked how many a unit has in all of what a further patient has, where words only say that there is one more (“又有一名学生确诊”) and
// the unit's figures count none of its open cases of that kind.
func (t *turn) inAll(r understand.Reading) understand.Reading {
	unit, own := workgroup.UnitID(r.Unit), t.person.Units()
	if unit == "" && len(own) == 1 {
		unit = own[0]
	}
	stands, _ := workgroup.FiledOn(t.b, t.today(), unit)
	if d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), unit, t.person.ID)); ok {
		stands.Figures = d.Figures
	}
	open := workgroup.CasesLeftOut(t.b, unit, stands.Figures)
	if unit == "" || len(open) == 0 || !understand.BringsIn(t.msg.Text) {
		return r
	}
	all := r.Fields
	r.Fields = map[string]int{}
	for _, key := range sorted(all) {
		base, _, _ := workgroup.Key(key).Parts()
		if !slices.Contains(workgroup.HardItems, base) || !slices.ContainsFunc(open, func(k workgroup.Case) bool { return k.Kind == workgroup.KindsHeard[base] }) {
			r.Fields[key] = all[key]
			continue
		}
		if now := string(workgroup.K(base, workgroup.Now, workgroup.Everybody)); !slices.ContainsFunc(r.Doubts, func(d understand.Doubt) bool { return d.Key == now }) {
			r.Doubts = append(slices.Clone(r.Doubts), understand.Doubt{Code: understand.HowMany, Key: now})
		}
	}
	return r
}

// namesPatient tells whether words say by name that somebody has what the one-hour rule is about (“李明确诊”), and not of whom.
func (t *turn) namesPatient(r understand.Reading) bool {
	return r.Urgent == understand.Maybe && !r.Theirs && workgroup.KindsHeard[r.UrgentType].Hard() && understand.NamesIll(t.msg.Text)
}

// lodging is where the college's students live.
var lodging = pattern.MustCompile(`宿舍|寝室|公寓|(?i)\bdorm`)

// asksAside lays down as an urgent report what its writer is asked about, a further patient most likely: it rings by itself when nobody answers.
// It returns by when they have to.
func (t *turn) asksAside(r understand.Reading, words, source string) (by string) {
	alarmed := ""
	if workgroup.Alarms.Has(t.b, source) {
		alarmed = source
	}
	return t.Clock(t.College.AskAside(t.b, t.callFrom(r, words, alarmed), source, t.now).Due())
}

// answersAside takes back what would ring by itself: its writer has answered.
func (t *turn) answersAside(source string) {
	if call, ok := workgroup.AskedAside(t.b, source); ok {
		t.College.WithdrawCall(t.b, call, t.person, t.now)
	}
}

// became is the case that words have become by themselves, unanswered.
func (t *turn) became(s workgroup.Slip) (workgroup.Case, bool) {
	for day := workgroup.DateOf(s.At.In(t.College.Zone)); day <= t.today(); day = day.Add(1) {
		for k := range workgroup.Cases.Each(t.b, string(day)+"/") {
			if t.reportedBySender(k) && k.Partial && !k.Opened.Before(s.At) && told(k).Words == s.Text {
				return k, true
			}
		}
	}
	return workgroup.Case{}, false
}

// openedAside tells whoever answers too late that their words have become a case by themselves, and what became of it; false: they have not.
func (t *turn) openedAside(s workgroup.Slip) bool {
	k, opened := t.became(s)
	if !opened {
		return false
	}
	name, facts := "toast/call-opened", workgroup.Facts{"code": k.Code(), "phone": t.dutyPhone()}
	if !k.Closed.IsZero() {
		name, facts["into"], facts["at"] = "toast/call-over", t.IntoOf(t.b, k), t.Moment(k.Closed, t.now)
	}
	t.toast(name, true, facts)
	return true
}

// noFurther is the word of whoever was asked that what they wrote is no case.
func (t *turn) noFurther(s workgroup.Slip) {
	if t.openedAside(s) {
		return
	}
	t.answersAside(s.Source)
	t.notNew(s.Source)
	t.toast("toast/noted", false, nil)
}

// furtherInGroup asks a head in private about words in the group that may be of a further patient, or go on about one, as it is done with
// what is written in private. False: they are of nobody further, or of the day's report.
func (t *turn) furtherInGroup(r understand.Reading) bool {
	if len(r.Fields) > 0 || !t.ofFurther(r, t.msg.Text) {
		return false
	}
	k := t.casesMeant()[0]
	if !understand.GoesOn(t.msg.Text) && !t.oneMore() && told(k).Besides(t.msg.Text) == understand.TheSame {
		return false
	}
	t.news(k, about(k, r, t.msg.Text), r, t.msg.Text, false)
	t.offerErase(workgroup.SourceKey(t.chat.ID, t.msg.ID))
	return true
}

// goesOnInGroup passes on what a head writes in the group, under nothing, of how it goes on with the patient of an open case of theirs (“李明现在转到传染病医院了”): it
// reaches whoever has it, and is offered to be taken out. Of several cases it is asked in private which. False: it is of no case.
func (t *turn) goesOnInGroup(r understand.Reading) (bool, error) {
	if len(r.Fields)+len(r.Unknown) > 0 || r.Zero || r.Theirs || !understand.OfPatient(t.msg.Text) {
		return false, nil
	}
	goesOn := understand.GoesOn(t.msg.Text) || understand.AllClear(t.msg.Text) || r.Urgent == understand.No && understand.NamesIll(t.msg.Text)
	cases := those(t.casesMeant(), func(k workgroup.Case) bool {
		return (goesOn || told(k).Names(t.msg.Text)) && about(k, r, t.msg.Text) == understand.TheSame
	})
	if named := those(cases, func(k workgroup.Case) bool { return told(k).Names(t.msg.Text) }); len(named) > 0 {
		cases = named
	}
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	code := ""
	switch {
	case len(cases) == 0:
		return false, nil
	case len(cases) == 1:
		code = cases[0].Code()
		if err := t.addTo(cases[0], t.remark(excerpt(t.msg.Text), t.said)); err != nil {
			return true, err
		}
		object = t.slip(slipUnder, cases[0].Key(), t.msg.Text)
	case t.privateChat() == 0:
		t.passOn(cases, false)
	default:
		t.askWhichCase(cases)
	}
	t.mark("✍")
	if t.privateChat() == 0 {
		t.eraseYourself(true)
		return true, nil
	}
	t.askErase(object, workgroup.Facts{"code": code, "passed": true})
	return true, nil
}

// feverBeside has it asked about people whom a report counts as feverish beside an open case of the unit (“又有一个学生也发烧了”), whether
// they have met it.
func (t *turn) feverBeside(r understand.Reading) understand.Reading {
	fever := slices.ContainsFunc(sorted(r.Fields), func(key string) bool {
		base, _, _ := workgroup.Key(key).Parts()
		return base == "fever" && r.Fields[key] > 0
	})
	if r.Urgent == understand.No && fever && t.ofFurther(r, t.msg.Text) {
		r.Urgent, r.UrgentType = understand.Maybe, "fever"
	}
	return r
}
