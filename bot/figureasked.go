package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// figuresMost is how many figures one answer has.
const figuresMost = 6

// saysNew tells that a question is of what is new.
var saysNew = pattern.MustCompile(`新增|新发|新确诊|新的|(?i:\bnew\b)`)

// tellFigure tells what a date's reports say of something that people are counted by: with how many units have told it, what is not told apart,
// what lead units state instead, and which cases it does not hold.
func (t *turn) tellFigure(q bookQuestion) (bool, error) {
	r := t.readsCounted(q)
	if len(r.Fields) == 0 {
		return false, nil
	}
	tally, book, err := t.tallied(q)
	if err != nil {
		return true, err
	}
	unit := workgroup.UnitID(r.Unit)
	form, lines, hidden, bases := t.College.FormOn(q.date), []workgroup.Facts{}, []workgroup.Named{}, []string{}
	keys := t.figuresOf(q, r)
	for _, k := range keys {
		base, _, _ := k.Parts()
		if unit != "" && card.Delicate(base) {
			if label := form.LabelOf(k); !slices.Contains(hidden, label) {
				hidden = append(hidden, label) // a unit and such a figure name a person
			}
			continue
		}
		if f := t.College.FigureOf(book, tally, k, unit); f.Due > 0 {
			bases = append(bases, base)
			lines = append(lines, t.figureFacts(form, f))
		}
	}
	if len(lines)+len(hidden) == 0 {
		return len(keys) == 0 && t.notAsked(q, tally, unit, r), nil
	}
	t.reply("say/figure-asked", workgroup.Facts{"date": q.date, "at": t.asOf(q), "unit": t.unitName(unit), "whole": unit == "", "lines": lines, "hidden": hidden,
		"uncounted": t.uncountedOf(q, tally, unit, bases)})
	return true, nil
}

// flowsAsked are the words of who has come or gone, of nothing in particular, behind the name of a unit or of nobody.
var flowsAsked = pattern.MustCompile(`^(?:一共|总共|共|已经?|又|都|是)*(新增|增加|解除|解除隔离|解除观察|解除了?的)(?:了|的|人数)*$`)

// tellFlows tells who has come, or gone, of every figure that asks for it: of one unit, else who has gone of all; all who are new stand in the
// summary.
func (t *turn) tellFlows(q bookQuestion) (bool, error) {
	unit, rest, named := t.unitBefore(q.of)
	m := flowsAsked.FindStringSubmatch(strings.TrimSpace(rest))
	if m == nil {
		return false, nil
	}
	measure := workgroup.Released
	if strings.HasPrefix(m[1], "新") || strings.HasPrefix(m[1], "增") {
		measure = workgroup.New
	}
	if measure == workgroup.New && !named {
		return t.tellDay(q)
	}
	tally, book, err := t.tallied(q)
	if err != nil {
		return true, err
	}
	form, lines, bases := t.College.FormOn(q.date), []workgroup.Facts{}, []string{}
	for _, item := range form.Items {
		base, _, _ := item.Key.Parts()
		k := workgroup.K(base, measure, "")
		if f := t.College.FigureOf(book, tally, k, unit.ID); slices.Contains(item.Details, k) && f.Due > 0 {
			lines, bases = append(lines, t.figureFacts(form, f)), append(bases, base)
		}
	}
	t.reply("say/figure-asked", workgroup.Facts{"date": q.date, "at": t.asOf(q), "unit": unit.Named(), "whole": !named, "lines": lines, "hidden": []workgroup.Named{}, "uncounted": t.uncountedOf(q, tally, unit.ID, bases)})
	return true, nil
}

// readsCounted reads what a question asks to be counted as if it had been counted.
func (t *turn) readsCounted(q bookQuestion) understand.Reading {
	words := q.of + "3人"
	if !han.MatchString(q.of) {
		words = "3 " + q.of
	}
	return t.reader().Read(words, understand.Context{Date: string(q.date)})
}

// figureFacts are a figure as a text tells it.
func (t *turn) figureFacts(form workgroup.Form, f workgroup.Figure) workgroup.Facts {
	one := workgroup.LabelFacts(form, f.Key)
	one["n"], one["covered"], one["due"], one["compare"], one["change"] = f.Sum, f.Covered, f.Due, f.Known > 0, f.Change
	one["missing"], one["left_out"], one["mixed"], one["mixed_n"] = f.Due-f.Filed, f.Filed-f.Covered-f.Mixed, f.Mixed, f.MixedSum
	stated := []workgroup.Facts{}
	for _, s := range f.Stated {
		stated = append(stated, workgroup.Facts{"unit": s.Lead.Named(), "group": s.Group, "to": s.To, "sum": s.Now, "reason": s.Reason, "filed": s.Filed})
	}
	one["stated"] = stated
	return one
}

// uncountedOf are the cases of a date, and of today those that are still open, that some of its figures ask for and do not hold, of those that the
// sender may see.
func (t *turn) uncountedOf(q bookQuestion, tally workgroup.Tally, unit workgroup.UnitID, bases []string) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, k := range tally.Uncounted(t.casesOn(q.date)) {
		then := q.at.IsZero() || !k.Opened.After(q.at)
		if then && slices.Contains(bases, k.Kind.Item()) && (unit == "" || k.Unit == unit) && k.Sees(t.b, t.person, t.now) {
			out = append(out, workgroup.Facts{"code": k.Code(), "unit": t.unitName(k.Unit), "kind": k.Kind})
		}
	}
	return out
}

// notAsked says that a date's form does not ask for what words count people by, and what units have told of it all the same.
func (t *turn) notAsked(q bookQuestion, tally workgroup.Tally, unit workgroup.UnitID, r understand.Reading) bool {
	form, named, told := t.College.FormOn(q.date), []workgroup.Named{}, []workgroup.Facts{}
	for _, said := range sorted(r.Fields) {
		k := workgroup.Key(said)
		if label := form.LabelOf(k); label.Name == "" {
			continue
		} else if !slices.Contains(named, label) {
			named = append(named, label)
		}
		for _, l := range tally.Lines {
			if n, ok := l.Standing.Figures.Said(k); ok && n > 0 && l.State == workgroup.Filed && (unit == "" || l.Unit.ID == unit) {
				told = append(told, workgroup.Facts{"unit": l.Unit.Named(), "n": n})
			}
		}
	}
	if len(named) == 0 {
		return false
	}
	asks := []workgroup.Named{}
	for _, item := range form.Items {
		asks = append(asks, form.LabelOf(item.Key))
	}
	t.reply("say/figure-not-asked", workgroup.Facts{"date": q.date, "named": named, "asks": asks, "told": told})
	return true
}

// figuresOf are the figures of a date's form that words count people by. Whoever does not say that they mean who is new is told who is there now
// as well: “确诊几个”.
func (t *turn) figuresOf(q bookQuestion, r understand.Reading) (keys []workgroup.Key) {
	form := t.College.FormOn(q.date)
	for _, said := range sorted(r.Fields) {
		base, measure, group := t.fit(form, workgroup.Unit{}, workgroup.Key(said)).Parts()
		bases := []string{base}
		if base == "quarantine" {
			bases = []string{"sealed", "central_quarantine", "home_quarantine"} // of which kind was not said: the gravest first
		}
		items := slices.Clone(form.Items)
		slices.SortStableFunc(items, func(a, b workgroup.Item) int { return rankIn(bases, a.Key) - rankIn(bases, b.Key) })
		for _, item := range items {
			of, _, _ := item.Key.Parts()
			if i := slices.IndexFunc(item.Details, func(k workgroup.Key) bool { d, _, _ := k.Parts(); return d == base && d != of }); i >= 0 {
				keys = append(keys, item.Details[i].Of(group)) // “其中在武汉”
			}
			if !slices.Contains(bases, of) {
				continue
			}
			asked := workgroup.K(of, measure, "")
			fresh := workgroup.K(of, workgroup.New, "")
			both := !saysNew.MatchString(q.of) && (measure == workgroup.New || measure == workgroup.Now && card.Delicate(of)) && slices.Contains(item.Details, fresh)
			for _, k := range []workgroup.Key{item.Key, fresh} {
				if both && !slices.Contains(keys, k.Of(group)) {
					keys = append(keys, k.Of(group))
				}
			}
			switch {
			case both:
			case slices.Contains(item.Details, asked):
				keys = append(keys, asked.Of(group))
			default:
				keys = append(keys, item.Key.Of(group))
			}
		}
	}
	return keys[:min(len(keys), figuresMost)]
}

// rankIn is where the base of a key stands in a list; behind it where it does not.
func rankIn(bases []string, k workgroup.Key) int {
	base, _, _ := k.Parts()
	if i := slices.Index(bases, base); i >= 0 {
		return i
	}
	return len(bases)
}
