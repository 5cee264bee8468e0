package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// filesAgain is the word on 「重新报送汇总」 as people say it, behind a word that its writer has understood: “知道了，重新报”.
	filesAgain = pattern.MustCompile(`^(?:知道了|收到|明白了?|清楚了|好|嗯|行|那|就|我|我们|现在|马上|这就|[的吧，,。\s])*(?:(?:重新|再)(?:报送?|上报|提交)|重报)(?:一次|一遍|一下)?(?:汇总表?)?(?:吧|了)?$`)
	// changedSince is why a sheet is filed anew: a unit has changed its figures.
	changedSince = pattern.MustCompile(`^\p{Han}{2,12}?(?:刚才|刚刚|刚|已经?|又)*(?:补报|更正|重报|改好?|修改)(?:好|过|完)?了$`)
	// asksFiled asks whether what the asker has to file is filed, and asksSummed whether a lead unit's sheet is.
	asksFiled  = pattern.MustCompile(`^(?:请问|那|现在|今天|刚才|我们?|咱们?|本|处|都|已经?|到底|是不是|的)*(?:报送?|上报|提交|交)(?:上去|上|出去|好|完|成功)*了?(?:吗|没有?|么)+$|^(?i:is it (?:filed|sent)|did it go (?:up|out))(?: yet)?$`)
	asksSummed = pattern.MustCompile(`^(?:请问|那|现在|今天|我们?|咱们?|本处|的)*(.{0,12}?)(?:都|已经?|的)*汇总表?(?:不是|已经?|都)*(?:报送?|上报|提交|交|好|完|上去|上来)*了?(?:吗|没有?|么)+$`)
)

// leadsOf are the lead units of a round that the sender speaks for.
func (t *turn) leadsOf(round workgroup.Round) []workgroup.UnitID {
	return slices.DeleteFunc(slices.Clone(round.Leads), func(id workgroup.UnitID) bool { return !t.person.Speaks(id) })
}

// leadsToday are the lead units of today that the sender speaks for.
func (t *turn) leadsToday() []workgroup.UnitID {
	round, ok := workgroup.Rounds.Get(t.b, string(t.today()))
	if !ok {
		return nil
	}
	return t.leadsOf(round)
}

// sheetArmed tells whether a sheet was just read back to the sender, and waits for the second word.
func (t *turn) sheetArmed() bool {
	intent, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	return armed && intent.What == "sheet"
}

// owesOnlySheet tells whether the sender leads units whose sheet of today is not filed, and has filed their own report: “报吧” means the sheet.
func (t *turn) owesOnlySheet() bool {
	mine := t.leadsToday()
	_, lies := t.draftHere()
	return !lies && len(mine) > 0 && !slices.ContainsFunc(mine, func(id workgroup.UnitID) bool {
		_, sheet := workgroup.LastSheet(t.b, t.today(), id)
		_, own := workgroup.FiledOn(t.b, t.today(), id)
		return sheet || !own
	})
}

// filesSheetAgain tells whether words file a sheet anew that is filed already: where nothing of the sender's own waits for their word.
func (t *turn) filesSheetAgain(word string) bool {
	clauses := clausesOf(word)
	for len(clauses) > 1 && changedSince.MatchString(clauses[0]) {
		clauses = clauses[1:]
	}
	if len(word) > 150 || !filesAgain.MatchString(strings.Join(clauses, "，")) {
		return false
	}
	_, lies := t.draftHere()
	filed := slices.ContainsFunc(t.leadsOf(t.sheetsMovedToday()), func(id workgroup.UnitID) bool {
		_, ok := workgroup.LastSheet(t.b, t.sheetsMovedToday().Date, id)
		return ok
	})
	return !lies && filed
}

// sheetsMovedToday is the round whose sheets words about a filed one mean.
func (t *turn) sheetsMovedToday() workgroup.Round {
	today, _ := workgroup.Rounds.Get(t.b, string(t.today()))
	return t.sheetsMoved(today)
}

// asksOwnSheet tells the head of a lead unit who asks whether it is filed how their own report stands, and how their sheet does: either may be meant.
func (t *turn) asksOwnSheet() (bool, error) {
	word := strings.TrimRight(bareWord(t.msg.Text), "?？ ")
	summed := asksSummed.FindStringSubmatch(word)
	if len(word) > 90 || summed == nil && !asksFiled.MatchString(word) {
		return false, nil
	}
	mine := t.leadsToday()
	if summed != nil && summed[1] != "" {
		unit, rest, named := t.unitBefore(summed[1])
		if !named || rest != "" || !slices.Contains(mine, unit.ID) {
			return false, nil
		}
	}
	if _, waits := t.readsBack(); waits || len(mine) == 0 || t.read(t.msg.Text, understand.Context{}).Urgent != understand.No {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	tally := t.College.Count(t.b, round)
	for _, id := range mine {
		unit, _ := round.Unit(t.b, id)
		if err := t.tellUnit(tally, unit); err != nil {
			return true, err
		}
	}
	return true, nil
}

// sheetApart tells the head of a lead unit who files the sheet in the line of their own report (“人事处零报告，汇总也报”) that it is a step of its own.
func (t *turn) sheetApart() {
	if !t.private() || !slices.ContainsFunc(clausesOf(t.msg.Text), func(c string) bool { return filesSheet.MatchString(bareWord(c)) }) {
		return
	}
	round, _ := workgroup.Rounds.Get(t.b, string(t.today()))
	for _, id := range t.leadsToday() {
		if _, filed := workgroup.LastSheet(t.b, round.Date, id); !filed {
			lead, _ := round.Unit(t.b, id)
			t.reply("say/sheet-apart", workgroup.Facts{"group": lead.Leads})
		}
	}
}
