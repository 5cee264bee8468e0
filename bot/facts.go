package bot

import (
	"slices"
	"time"

	"fangkong/store/workgroup"
)

// clock is an instant as people read it.
func (bot *Bot) clock(at time.Time) string { return at.In(bot.College.Zone).Format("15:04") }

// moment is an instant as people read it beside another: with its day, where that is not the same.
func (bot *Bot) moment(at, now time.Time) workgroup.Facts { return bot.College.MomentFacts(at, now) }

// label is a key as people call it: what is counted, and in the texts' words the measure and the group.
func label(form workgroup.Form, k workgroup.Key) workgroup.Facts {
	base, m, g := k.Parts()
	named := form.LabelOf(k)
	if named.Name == "" {
		named.Name = base
	}
	return workgroup.Facts{"label": named, "measure": m, "group": g, "base": base}
}

// lines are figures in the order of the form, those it does not ask for last; zeros only when asked for.
func (bot *Bot) lines(form workgroup.Form, f workgroup.Figures, zeros bool) []workgroup.Facts {
	place := map[string]int{}
	for i, item := range form.Items {
		base, _, _ := item.Key.Parts()
		place[base] = i - len(form.Items)
	}
	measures := []workgroup.Measure{workgroup.Now, workgroup.Plain, workgroup.Prev, workgroup.New, workgroup.Released, workgroup.Total, workgroup.ReleasedTotal}
	rank := func(k workgroup.Key) (int, int, int) {
		base, m, g := k.Parts()
		return place[base], slices.Index(append([]workgroup.Group{workgroup.Everybody}, workgroup.Groups...), g), slices.Index(measures, m)
	}
	var keys []workgroup.Key
	for k, n := range f {
		if n != 0 || zeros {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b workgroup.Key) int {
		a1, a2, a3 := rank(a)
		b1, b2, b3 := rank(b)
		for _, d := range []int{a1 - b1, a2 - b2, a3 - b3} {
			if d != 0 {
				return d
			}
		}
		if a < b {
			return -1
		}
		return 1
	})
	out := []workgroup.Facts{}
	for _, k := range keys {
		line := label(form, k)
		line["n"] = f[k]
		out = append(out, line)
	}
	return out
}

// told are the lines of a report, and apart from them what was said beside it and the form does not ask.
func (bot *Bot) told(form workgroup.Form, kind workgroup.UnitKind, f workgroup.Figures) (lines, beside []workgroup.Facts) {
	asked, other := workgroup.Figures{}, workgroup.Figures{}
	for k, n := range f {
		if form.Beside(kind, k) {
			other[k] = n
		} else {
			asked[k] = n
		}
	}
	return bot.lines(form, asked, false), bot.lines(form, other, false)
}

// changes are what differs between two filings, as people read them.
func (bot *Bot) changes(form workgroup.Form, changed []workgroup.Change) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, c := range changed {
		line := label(form, c.Key)
		line["before"], line["after"] = c.Before, c.After
		out = append(out, line)
	}
	return out
}

// doubtLines are doubts as questions, in a language.
func (bot *Bot) doubtLines(date workgroup.Date, doubts []workgroup.Doubt, lang workgroup.Language) []string {
	form := bot.College.FormOn(date)
	out := []string{}
	for _, d := range doubts {
		facts := label(form, d.Key)
		for k, v := range d.Facts {
			facts[k] = v
		}
		line, err := bot.Texts.Plain(lang, "check/"+string(d.Check), facts)
		if err != nil {
			bot.Log.Error().Str("check", string(d.Check)).Msg("check has no text")
			continue
		}
		out = append(out, line)
	}
	return out
}

// filedFacts are what the receipt of a filing says.
func (t *turn) filedFacts(r workgroup.Report) workgroup.Facts {
	return workgroup.Facts{"unit": t.unitName(r.Unit), "date": r.Date, "zero": r.Zero, "at": t.clock(r.Filed), "mark": r.Mark, "revision": r.Revision}
}
