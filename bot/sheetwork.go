package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/courier"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// leadSheet is the sheet of today that a button or words are about, for somebody who speaks for its lead unit.
func (t *turn) leadSheet(date workgroup.Date, id workgroup.UnitID) (workgroup.Round, workgroup.Unit, error) {
	if err := t.onlyToday(date); err != nil {
		return workgroup.Round{}, workgroup.Unit{}, err
	}
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
	left := t.College.Consolidate(t.b, round, lead).Unexplained()
	desk := t.deskHere()
	switch {
	case len(left) > 0:
		t.expect(workgroup.GapDesk, sheet+"/"+string(left[0]))
	case desk.Expect == workgroup.GapDesk:
		t.clearDesk(desk)
	}
	t.turnTo(workgroup.Page{Sheet: sheet, Chat: t.chat.ID, Gaps: len(left) > 0}, false)
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
	if rest[0] == everyGap {
		unit = ""
	}
	return t.explainGap(round, lead, unit, workgroup.GapReasons[n])
}

// everyGap stands in a button for every unit that is missing without a reason.
const everyGap = "-"

func (t *turn) explainGap(round workgroup.Round, lead workgroup.Unit, unit workgroup.UnitID, reason string) error {
	if err := t.College.ExplainGap(t.b, round, lead, unit, reason, t.person, t.now); err != nil {
		return err
	}
	t.gaps(round, lead)
	t.toast("toast/gap", false, nil)
	return nil
}

// pressSum is 「改合计」: the sum and the reason are typed in one message.
func (t *turn) pressSum() error {
	date, id, rest := t.standing()
	round, lead, err := t.leadSheet(date, id)
	if err != nil {
		return err
	}
	item := workgroup.Key(strings.Join(rest, ""))
	s := t.College.Consolidate(t.b, round, lead)
	sum, given := s.Sums[item]
	if !given && s.Unsplit[item] == 0 {
		return workgroup.Refuse(workgroup.OverrideMissing)
	}
	t.expect(workgroup.SumDesk, t.button.Object)
	t.reply("say/sum-ask", workgroup.Facts{"line": t.College.LabelFacts(date, item), "n": sum, "given": given})
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
	round, lead, err := t.leadSheet(date, id)
	if err != nil {
		return err
	}
	if err := t.College.KeepSheet(t.b, round, lead, t.button.Version, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/sheet-kept", false, nil)
	return nil
}

// aSum is another sum, and behind it why.
var aSum = pattern.MustCompile(`^(?:是|改成|改为|应为|应是)?\s*([0-9]{1,7})\s*[人个名例]?[\s，,、:：;；。.]*(.*)$`)

// sheetWords takes what a lead unit's sheet has asked for: a question to a unit, another sum, why a unit is missing.
func (t *turn) sheetWords(desk workgroup.Desk) (bool, error) {
	parts := strings.Split(desk.Of, "/")
	asks := desk.Expect == workgroup.AskDesk || desk.Expect == workgroup.SumDesk || desk.Expect == workgroup.GapDesk
	if !asks || len(parts) < 3 || t.now.Sub(desk.Since) > patience {
		return false, nil
	}
	if desk.Expect == workgroup.AskDesk {
		return t.asksUnit(desk)
	}
	words := strings.TrimSpace(t.msg.Text)
	if desk.Expect == workgroup.GapDesk {
		// It is asked for beside the sheet: a report of one's own unit, or a word of thanks, is none.
		if r := t.read(words, understand.Context{}); reports(r) || r.Kind == understand.Ack || r.Kind == understand.Question {
			return false, nil
		}
	}
	if len([]rune(words)) > longestQuery {
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestQuery)
	}
	round, lead, err := t.leadSheet(workgroup.Date(parts[0]), workgroup.UnitID(parts[1]))
	if err != nil {
		t.clearDesk(desk)
		return true, t.keeping(err)
	}
	if desk.Expect == workgroup.GapDesk {
		return true, t.explainGap(round, lead, workgroup.UnitID(parts[2]), words)
	}
	m := aSum.FindStringSubmatch(words)
	if m == nil {
		return true, workgroup.Refuse(workgroup.NotANumber, "words", "")
	}
	n, _ := strconv.Atoi(m[1])
	if n > most {
		return true, workgroup.Refuse(workgroup.TooMany, "n", n)
	}
	o := workgroup.Override{Item: workgroup.Key(parts[2]), To: workgroup.Count(n), Reason: strings.TrimSpace(m[2])}
	if err := t.College.OverrideSum(t.b, round, lead, o, t.person, t.now); err != nil {
		return true, err
	}
	t.clearDesk(desk)
	t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Item: o.Item}, true)
	return true, nil
}

// gaps is the page of the units that are missing, and why.
func (v sheetView) gaps() (courier.Message, error) {
	facts := v.facts()
	lines, next, given := []workgroup.Facts{}, workgroup.UnitID(""), ""
	for _, u := range v.sheet.Missing {
		unit, _ := v.round.Unit(v.b, u)
		line := workgroup.Facts{"unit": unit.Named(), "reason": ""}
		if g := slices.IndexFunc(v.sheet.Gaps, func(g workgroup.SheetGap) bool { return g.Unit == u }); g >= 0 {
			line["reason"], given = v.sheet.Gaps[g].Reason, v.sheet.Gaps[g].Reason
		} else if next == "" {
			next = u
		}
		lines = append(lines, line)
	}
	facts["gaps"], facts["of"] = lines, workgroup.Named{}
	var rows [][]workgroup.Button
	if next != "" && v.reader.Speaks(v.lead.ID) {
		unit, _ := v.round.Unit(v.b, next)
		facts["of"] = unit.Named()
		for i, reason := range workgroup.GapReasons {
			rows = append(rows, []workgroup.Button{v.button("gap", "gap", string(next)+"/"+strconv.Itoa(i), workgroup.Facts{"reason": reason})})
		}
		if i := slices.Index(workgroup.GapReasons, given); i >= 0 && len(v.sheet.Unexplained()) > 1 {
			rows = append(rows, []workgroup.Button{v.button("gap-rest", "gap", everyGap+"/"+strconv.Itoa(i), workgroup.Facts{"reason": given})})
		}
	}
	return v.card(v.lang, "card/sheet-gaps", facts, append(append(rows, v.filing()...), []workgroup.Button{v.button("sheet-back", "turn", "t", nil)}))
}

// overrides are the sums of the sheet that its lead unit states in place of those that the figures make.
func (v sheetView) overrides() []workgroup.Facts {
	return v.overrideLines(v.b, v.round.Date, v.sheet)
}

// overrideLines are a sheet's overrides as people read them.
func (bot *Bot) overrideLines(b workgroup.Book, date workgroup.Date, s workgroup.Sheet) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, o := range s.Overrides {
		by, _ := workgroup.People.Get(b, string(o.By))
		sum, given := s.Sums[o.Item]
		out = append(out, workgroup.Facts{"line": bot.College.LabelFacts(date, o.Item), "sum": sum, "given": given, "was": o.Sum, "moved": sum != o.Sum, "to": o.To, "reason": o.Reason, "by": by.Name, "at": bot.clock(o.At)})
	}
	return out
}

// sheetNotes are, of each filed sheet, what is stated in place of its sums and why units are missing on it.
func (t *turn) sheetNotes(round workgroup.Round, sheets []workgroup.SheetLine) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, line := range sheets {
		gaps := []workgroup.Facts{}
		for _, u := range line.Sheet.Missing {
			unit, _ := round.Unit(t.b, u)
			one := workgroup.Facts{"unit": unit.Named(), "reason": ""}
			for _, g := range line.Sheet.Gaps {
				if g.Unit == u {
					one["reason"] = g.Reason
				}
			}
			gaps = append(gaps, one)
		}
		if len(gaps)+len(line.Sheet.Overrides) > 0 {
			out = append(out, workgroup.Facts{"unit": line.Lead.Named(), "gaps": gaps, "overrides": t.overrideLines(t.b, round.Date, line.Sheet)})
		}
	}
	return out
}
