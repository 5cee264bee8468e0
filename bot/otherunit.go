package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// notOurs says that somebody, or something, is not of the sender's own unit but of another.
var notOurs = pattern.MustCompile(`(?i)不(?:是|属于)(?:我|本|咱)(?:们|院|系|处|部|单位)[^，。,]{0,4}[，,。\s]*(?:应该|应当|而)?[是属]|\bnot ours\b`)

// itIsOf says of which unit somebody is, and nothing else.
var itIsOf = pattern.MustCompile(`^(?:不对|哦|噢|啊|对了)?[，,\s]*(?:应该|其实|可能|准确说)?[，,]?(?:他|她|人)?是\p{Han}{2,12}?(?:的|的?(?:学生|同学|老师|教师|职工|人))[吧啊哦]?$|(?i)^(?:no,? )?(?:it|he|she) (?:is|was) (?:of|from) [a-z &]{3,40}$`)

// filesAnew tells of a unit that has filed, or is to file, again.
var filesAnew = pattern.MustCompile(`补报|重新?[报填]|重新报送|再报|退回|撤回`)

// otherUnit is the unit that words put in the place of the one that was said, and say nothing else (“弄错了，是护理学院的”, “是护理学院的”).
func (t *turn) otherUnit() workgroup.UnitID {
	if filesAnew.MatchString(t.msg.Text) {
		return "" // 汽车学院刚才补报了，重新报: nobody says whose the figures are
	}
	r := t.read(t.msg.Text, understand.Context{})
	bare := t.private() && itIsOf.MatchString(bareWord(t.msg.Text))
	if bare && r.Unit == "" {
		r.Unit = t.patientsUnit(t.msg.Text)
	}
	if !bare && r.Kind != understand.Correction && !notOurs.MatchString(t.msg.Text) || r.Urgent != understand.No || len(r.Fields)+len(r.Unknown) > 0 || r.Amend != nil {
		return ""
	}
	return workgroup.UnitID(r.Unit)
}

// signsOfFixing are in every word by which the reader knows in Chinese that something is put right, or is of somebody else.
const signsOfFixing = "是属错误更改纠应不重撤收准订修勘混串岔反删算取其实变调核而作废成略多少漏入补遍"

// maySayOtherUnit is a cheap look at the words, before they are read; other languages are read.
func maySayOtherUnit(words string) bool {
	return strings.ContainsAny(words, signsOfFixing) || !strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// saysOtherUnit takes what its writer says of the unit of what they have told last: an urgent report being made, words they are asked about, a filing, or a
// case. False: the words are of something else.
func (t *turn) saysOtherUnit() (bool, error) {
	if !maySayOtherUnit(t.msg.Text) {
		return false, nil
	}
	call, making := workgroup.Calls.Get(t.b, t.deskOwner())
	last, asked := t.askedBefore()
	figures, counts := t.lastCounted()
	own := t.ownCases()
	if !making && !asked && !counts && len(own) == 0 {
		return false, nil
	}
	unit := t.otherUnit()
	switch {
	case unit == "":
		return false, nil
	case making && !t.private() && call.Unit != unit:
		t.ofUnit(call, unit, t.msg.Text)
		t.mark("👌")
		return true, nil
	case asked && !(counts && !figures.at.Before(last.At)):
		t.askedOfUnit(last, unit)
		return true, nil
	}
	cases := t.repliedOf(those(own, func(k workgroup.Case) bool {
		return k.Unit != unit && (t.private() || t.now.Sub(k.Opened) < sameBreath)
	}))
	if later := those(cases, func(k workgroup.Case) bool { return !k.Opened.Before(figures.at) }); counts && len(later) == 0 {
		return t.movesFiling(figures, unit)
	}
	return t.caseOfUnit(cases, unit)
}

// caseOfUnit puts right of which unit a case is: the holder's word does, the reporter's is kept and asked of whoever has it. Of several cases it is
// asked which. In the group it is of the case just reported there.
func (t *turn) caseOfUnit(cases []workgroup.Case, unit workgroup.UnitID) (bool, error) {
	switch {
	case len(cases) == 0:
		return false, nil
	case len(cases) > 1 && t.private():
		t.askWhichCase(cases)
		return true, nil
	case len(cases) > 1:
		return false, nil
	}
	k := cases[0]
	if !t.private() {
		t.mark("👌")
	}
	t.leavesFiling(workgroup.Call{Unit: k.Unit, Kind: k.Kind, Words: told(k).Words})
	if !t.holds(k) {
		t.restates(k, t.msg.Text)
		return true, nil
	}
	if _, err := t.College.Detail(t.b, k.Key(), workgroup.Details{Unit: unit}, t.person, t.now); err != nil {
		return true, err
	}
	t.whisper("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
	return true, nil
}

// askedOfUnit notes of which unit it is what the sender was asked about: what rings by itself, unanswered, is of that unit, and so is what their answer begins.
func (t *turn) askedOfUnit(s workgroup.Slip, unit workgroup.UnitID) {
	s.Of = string(unit)
	workgroup.Slips.Put(t.b, s)
	by := ""
	if call, rings := workgroup.AskedAside(t.b, s.Source); rings {
		call.Unit, call.Leg = unit, t.leg(unit, call.Words)
		workgroup.Calls.Put(t.b, call)
		by = t.Clock(call.Due())
	}
	t.whisper("say/urgent-of-unit", workgroup.Facts{"unit": t.unitName(unit), "by": by, "phone": t.dutyPhone()})
}

// leavesFiling gives up the sender's filing that counts nothing but the case of a report which is of another unit than was said; what counts more is read
// back once more.
func (t *turn) leavesFiling(call workgroup.Call) {
	d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), call.Unit, t.person.ID))
	if !ok || !slices.ContainsFunc(d.Sources, func(s workgroup.Source) bool { return s.Text != "" && strings.Contains(call.Words, s.Text) }) {
		return
	}
	if slices.ContainsFunc(d.Figures.Nonzero(), func(k workgroup.Key) bool { base, _, _ := k.Parts(); return workgroup.KindsHeard[base] != call.Kind }) {
		t.showTalk(d, true)
		return
	}
	t.drop(d)
}
