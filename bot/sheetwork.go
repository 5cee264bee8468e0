package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// leadSheet is the sheet of today that a button or words are about, for somebody who speaks for its lead unit.
func (t *turn) leadSheet(date workgroup.Date, id workgroup.UnitID) (workgroup.Round, workgroup.Unit, error) {
	if err := t.onlyToday(date); err != nil {
		return workgroup.Round{}, workgroup.Unit{}, err
	}
	return t.sheetOf(date, id)
}

// openSheet is such a sheet that can be filed, or said to stay: of an earlier day, too, as long as it is to be decided.
func (t *turn) openSheet(date workgroup.Date, id workgroup.UnitID) (workgroup.Round, workgroup.Unit, error) {
	round, lead, err := t.sheetOf(date, id)
	if err == nil && !t.College.OpenSheet(t.b, round, lead, t.today()) {
		err = t.onlyToday(date)
	}
	return round, lead, err
}

func (t *turn) sheetOf(date workgroup.Date, id workgroup.UnitID) (workgroup.Round, workgroup.Unit, error) {
	round, err := t.round(date)
	if err != nil {
		return round, workgroup.Unit{}, err
	}
	lead, ok := round.Unit(t.b, id)
	switch {
	case !ok || !slices.Contains(round.Leads, id):
		return round, lead, workgroup.Refuse(workgroup.Changed)
	case !t.person.Speaks(id):
		return round, lead, workgroup.Refuse(workgroup.NotAHead, "unit", lead.Named())
	}
	return round, lead, nil
}

// gaps turns the sheet to the units that are missing, and has the next words say why the first of them is.
func (t *turn) gaps(round workgroup.Round, lead workgroup.Unit) {
	sheet := workgroup.SheetObject(round.Date, lead.ID)
	var left []workgroup.UnitID
	if round.Date == t.today() {
		left = t.College.Consolidate(t.b, round, lead).Unexplained()
	}
	desk := t.deskHere()
	switch {
	case len(left) > 0:
		t.expect(workgroup.GapDesk, sheet+"/"+string(left[0]))
	case desk.Expect == workgroup.GapDesk:
		t.clearDesk(desk)
	}
	t.turnTo(workgroup.Page{Sheet: sheet, Chat: t.chat.ID, Gaps: len(left) > 0}, false)
}

// whyMissing is 「未报原因」: which units are missing, and why. Where nothing is left to be said of them it says so.
func (t *turn) whyMissing(round workgroup.Round, lead workgroup.Unit) {
	s := t.College.Consolidate(t.b, round, lead)
	if len(s.Unexplained()) > 0 && round.Date == t.today() {
		t.gaps(round, lead)
		return
	}
	t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Gaps: true}, t.press == nil)
	t.says("toast/gaps-left", false, workgroup.Facts{"missing": len(s.Missing), "unexplained": len(s.Unexplained())})
}

// pressGap says why a unit is missing, or every one that is left.
func (t *turn) pressGap() error {
	date, id, rest := t.standing()
	round, lead, err := t.leadSheet(date, id)
	if err != nil {
		return err
	}
	if len(rest) != 2 {
		return workgroup.Refuse(workgroup.Changed)
	}
	n, err := strconv.Atoi(rest[1])
	if err != nil || n < 0 || n >= len(workgroup.GapReasons) {
		return workgroup.Refuse(workgroup.Changed)
	}
	unit := workgroup.UnitID(rest[0])
	if rest[0] == card.EveryGap {
		unit = ""
	}
	return t.explainGap(round, lead, unit, workgroup.GapReasons[n])
}

func (t *turn) explainGap(round workgroup.Round, lead workgroup.Unit, unit workgroup.UnitID, reason string) error {
	if err := t.College.ExplainGap(t.b, round, lead, unit, reason, t.person, t.now); err != nil {
		return err
	}
	t.gaps(round, lead)
	t.toast("toast/gap", false, nil)
	return nil
}

// pressSum is 「改合计」: the sum and the reason are typed, in one message or one after the other.
func (t *turn) pressSum() error {
	date, id, rest := t.standing()
	round, lead, err := t.leadSheet(date, id)
	if err != nil {
		return err
	}
	item := workgroup.Key(strings.Join(rest, ""))
	s := t.College.Consolidate(t.b, round, lead)
	if _, given := s.Sums[item]; !given && s.Unsplit[item] == 0 {
		return workgroup.Refuse(workgroup.OverrideMissing)
	}
	t.asksSum(round, lead, item)
	return nil
}

// pressUnsum takes an override back.
func (t *turn) pressUnsum() error {
	date, id, rest := t.standing()
	round, lead, err := t.leadSheet(date, id)
	if err != nil {
		return err
	}
	if err := t.College.RestoreSum(t.b, round, lead, workgroup.Key(strings.Join(rest, "")), t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/sum-restored", false, nil)
	return nil
}

// pressKeep is that a filed sheet stays as it is.
func (t *turn) pressKeep() error {
	date, id, _ := t.standing()
	round, lead, err := t.openSheet(date, id)
	if err != nil {
		return err
	}
	return t.keepSheet(round, lead, t.button.Version)
}

func (t *turn) keepSheet(round workgroup.Round, lead workgroup.Unit, says uint64) error {
	if err := t.College.KeepSheet(t.b, round, lead, says, t.person, t.now); err != nil {
		return err
	}
	t.says("toast/sheet-kept", false, nil)
	return nil
}

// sheetNotes are, of each filed sheet, what is stated in place of its sums and why units are missing on it.
func (t *turn) sheetNotes(b workgroup.Book, round workgroup.Round, sheets []workgroup.SheetLine) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, line := range sheets {
		gaps := []workgroup.Facts{}
		for _, u := range line.Sheet.Missing {
			unit, _ := round.Unit(b, u)
			one := workgroup.Facts{"unit": unit.Named(), "reason": "", "since": nil}
			if s, filed := workgroup.FiledOn(b, round.Date, u); filed {
				one["since"] = t.Moment(s.Filed, t.now)
			}
			for _, g := range line.Sheet.Gaps {
				if g.Unit == u {
					one["reason"] = g.Reason
				}
			}
			gaps = append(gaps, one)
		}
		if len(gaps)+len(line.Sheet.Overrides) > 0 {
			out = append(out, workgroup.Facts{"unit": line.Lead.Named(), "gaps": gaps, "overrides": t.OverrideLines(b, round.Date, line.Sheet)})
		}
	}
	return out
}
