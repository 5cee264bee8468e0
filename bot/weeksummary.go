package bot

import (
	"slices"

	"fangkong/bot/errand"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// ofOthers are words of what a week's figures are not of.
var ofOthers = pattern.MustCompile(`值班|带班|会|通知|文件|决定|议定|事项|[周期][二三四五六日天]|[周期]一(?:[^共起直样点些般]|$)|报告|签|(?i)\b(?:duty|meeting|notice|decision|report)`)

// tellWeek tells a week that is asked after, of the unit that is named.
func (t *turn) tellWeek(q bookQuestion) (bool, error) {
	of := scope{week: true, date: t.today()}
	if last, _, ok := t.weekIn(q.of); ok {
		of.date = last
	}
	of.unit = workgroup.UnitID(t.reader().Read(q.of, understand.Context{}).Unit)
	return true, t.weekSummary(of)
}

// weekSummary tells a week of the college, or of one unit, day by day: who reported, and each figure with the days that tell it. A day of which
// nothing is kept is no zero.
func (t *turn) weekSummary(of scope) error {
	if of.date == t.today() {
		if _, err := t.round(of.date); err != nil {
			return err
		}
	}
	from := of.date.Monday()
	n := 1
	for d := from; d < of.date; d = d.Add(1) {
		n++
	}
	days := t.College.CountDays(t.b, of.date, n)
	facts := workgroup.Facts{"from": from, "to": of.date, "unit": t.unitName(of.unit), "whole": of.unit == "", "at": t.asOf(bookQuestion{date: of.date})}
	lines, held, cases := []workgroup.Facts{}, false, []workgroup.Facts{}
	for _, day := range days {
		lines, held = append(lines, t.dayOfWeek(day, of.unit)), held || len(day.Lines) > 0
		for _, k := range workgroup.CasesOf(t.b, day.Round.Date) {
			if (of.unit == "" || k.Unit == of.unit) && k.Into == "" && k.Sees(t.b, t.person, t.now) {
				cases = append(cases, workgroup.Facts{"code": k.Code(), "unit": t.unitName(k.Unit), "kind": k.Kind, "death": k.Death, "closed": !k.Closed.IsZero()})
			}
		}
	}
	facts["days"], facts["more_cases"], facts["cases"] = lines, max(0, len(cases)-listed), cases[:min(listed, len(cases))]
	t.figuresOfWeek(days, of.unit, facts)
	var rows [][]workgroup.Button
	if held && of.unit == "" {
		rows = append(rows, []workgroup.Button{{Label: "button/paper-trend", Verb: "paper", Object: string(of.date) + "/" + errand.TrendPaper},
			{Label: "button/paper-week", Verb: "paper", Object: string(of.date) + "/" + errand.WeekPaper}})
	}
	t.reply("say/summary-week", facts, rows...)
	return nil
}

// dayOfWeek is who reported on a day of a week, or when one unit did.
func (t *turn) dayOfWeek(day workgroup.Tally, unit workgroup.UnitID) workgroup.Facts {
	line := workgroup.Facts{"date": day.Round.Date, "held": len(day.Lines) > 0, "state": workgroup.Missing, "at": "", "mark": workgroup.Mark(""), "filed": day.Filed(), "due": len(day.Lines),
		"on_time": day.OnTime, "late": day.Overdue + day.Late + day.Makeup, "missing": day.Missing + day.Awaiting}
	if unit == "" {
		return line
	}
	i := slices.IndexFunc(day.Lines, func(l workgroup.UnitLine) bool { return l.Unit.ID == unit })
	line["held"] = i >= 0
	if i >= 0 {
		one := day.Lines[i]
		line["state"] = one.State
		if one.State == workgroup.Filed {
			line["at"], line["mark"] = t.Clock(one.Standing.Filed), one.Standing.Mark
		}
	}
	return line
}

// figuresOfWeek adds each figure of the form with the days that tell it, and how many have come and gone on those that say so.
func (t *turn) figuresOfWeek(days []workgroup.Tally, unit workgroup.UnitID, facts workgroup.Facts) {
	form := t.College.FormOn(days[len(days)-1].Round.Date)
	lines, zeros, unsaid := []workgroup.Facts{}, 0, []workgroup.Facts{}
	for _, item := range form.Items {
		one, cells, any := workgroup.LabelFacts(form, item.Key), []workgroup.Facts{}, false
		for _, day := range days {
			f := t.figureOn(day, item.Key, unit)
			if f.Covered > 0 {
				cells = append(cells, workgroup.Facts{"date": day.Round.Date, "n": f.Sum, "covered": f.Covered, "due": f.Due, "part": unit == "" && f.Covered < f.Filed})
				any = any || f.Sum > 0
			}
		}
		base, _, _ := item.Key.Parts()
		for name, measure := range map[string]workgroup.Measure{"new": workgroup.New, "released": workgroup.Released} {
			sum, told, part := 0, 0, false
			for _, day := range days {
				if k := workgroup.K(base, measure, ""); slices.Contains(item.Details, k) {
					if f := t.figureOn(day, k, unit); f.Covered > 0 {
						sum, told, part = sum+f.Sum, told+1, part || unit == "" && f.Covered < f.Filed
					}
				}
			}
			one[name], one[name+"_days"], one[name+"_part"], any = sum, told, part, any || sum > 0
		}
		one["cells"] = cells
		switch {
		case any:
			lines = append(lines, one)
		case len(cells) > 0:
			zeros++
		default:
			unsaid = append(unsaid, one)
		}
	}
	facts["lines"], facts["zeros"], facts["unsaid"] = lines, zeros, unsaid
}

// figureOn is a figure of a day: of the college from what it has been tallied to, of one unit by itself.
func (t *turn) figureOn(day workgroup.Tally, k workgroup.Key, unit workgroup.UnitID) workgroup.TotalLine {
	if unit != "" {
		return t.College.FigureOf(t.b, day, k, unit).TotalLine
	}
	i := slices.IndexFunc(day.Totals, func(l workgroup.TotalLine) bool { return l.Key == k })
	if i < 0 {
		return workgroup.TotalLine{}
	}
	return day.Totals[i]
}
