package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// otherAct is what more than telling why a unit is missing words may do; what hinders somebody from reporting may well have such a word in it.
var otherAct = pattern.MustCompile(`汇总表?(?:要|得|还|需|报|填|改|错|有|不|先)|合计|退回|打回|更正|(?:要|得|需要?)改|改一?下|改成|改为|撤回|撤销|作废|取消|重新?报|重填|(?:报|报送|提交|上报|交)(?:了?吧|上去|出去)$`)

// apartFromFiling takes from words the clauses that have the sheet go up as it is (“护理联系不上，先报吧”), where others stand beside them.
func apartFromFiling(words string) (why string, files bool) {
	clauses := clausesOf(words)
	rest := slices.DeleteFunc(slices.Clone(clauses), func(c string) bool { return goAhead.MatchString(bareWord(c)) || filesSheet.MatchString(bareWord(c)) })
	if len(rest) == 0 || len(rest) == len(clauses) {
		return words, false
	}
	return strings.Join(rest, "，"), true
}

// explainsThenFiles records why units are missing, and has the sheet go up where the words say that it is to: as with the words on its button.
func (t *turn) explainsThenFiles(round workgroup.Round, lead workgroup.Unit, unit workgroup.UnitID, reason string, files bool) error {
	noted, err := t.explainsGaps(round, lead, unit, reason)
	switch {
	case err != nil || !files:
		return err
	case noted:
		return t.fileSheet(round, lead)
	}
	if _, filed := workgroup.LastSheet(t.b, round.Date, lead.ID); filed {
		return nil
	}
	t.reply("say/sheet-waits", workgroup.Facts{"group": lead.Leads, "armed": t.sheetArmed()})
	return nil
}

// gapBesides takes words, where it is asked why a unit is missing, that would do something else as well: what has the sheet go up does so behind the
// reason; of what may be none it is asked whether it is one. at is the sheet that asks, and the unit.
func (t *turn) gapBesides(at []string, words string) (bool, error) {
	round, lead, err := t.leadSheet(workgroup.Date(at[0]), workgroup.UnitID(at[1]))
	if err != nil {
		return false, nil
	}
	if reason, files := apartFromFiling(words); files && t.unfit(reason) == mayBeReason && !reports(t.readPlain(reason)) {
		return true, t.keeping(t.explainsThenFiles(round, lead, workgroup.UnitID(at[2]), reason, true))
	}
	other := otherAct.MatchString(words) && !hinders.MatchString(words)
	if r := t.readPlain(words); r.Kind == understand.Ack && len(t.tellsOf(words)) > 0 {
		return t.asksWhetherGap(round, lead, workgroup.UnitID(at[2]), words), nil // of a unit by name: no courtesy
	}
	promises := slices.ContainsFunc(clausesOf(words), func(c string) bool { return promised.MatchString(bareWord(c)) })
	if !other && !promises || t.unfit(words) == asksItself {
		return false, nil
	}
	return t.asksWhetherGap(round, lead, workgroup.UnitID(at[2]), words), nil
}

// asksWhetherGap asks whether words are why a unit is missing: the one that they name, else the one given. False: what they name is not missing.
func (t *turn) asksWhetherGap(round workgroup.Round, lead workgroup.Unit, id workgroup.UnitID, words string) bool {
	if told := t.tellsOf(words); len(told) > 0 {
		id = told[0].units[0].ID
	}
	if !slices.Contains(t.College.Consolidate(t.b, round, lead).Missing, id) {
		return false
	}
	_, filed := workgroup.LastSheet(t.b, round.Date, lead.ID)
	source := t.slip(slipGap, workgroup.SheetObject(round.Date, lead.ID)+"/"+string(id), words)
	t.reply("say/gap-asked", workgroup.Facts{"unit": t.unitName(id), "words": excerpt(words), "group": lead.Leads, "filed": filed, "armed": t.sheetArmed()},
		[]workgroup.Button{slipButton("button/gap-in", source, "in", nil), slipButton("button/gap-no", source, "no", nil)})
	return true
}

// gapWith records the words of a slip as why a unit is missing.
func (t *turn) gapWith(s workgroup.Slip) error {
	at := strings.Split(s.Of, "/")
	if len(at) != 3 {
		return workgroup.Refuse(workgroup.Changed)
	}
	round, lead, err := t.leadSheet(workgroup.Date(at[0]), workgroup.UnitID(at[1]))
	if err != nil {
		return err
	}
	return t.explainGap(round, lead, workgroup.UnitID(at[2]), t.withheld(s.Text))
}
