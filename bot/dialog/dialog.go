// Package dialog is the guided daily report as a table of questions. A conversation has no state of its own: what is
// asked next follows from the form and the figures given so far, so that it survives a restart, a change of chat and a
// correction in the middle without anything to keep in step.
//
//	for each question of the form:   how many now?
//	    not zero →                   its details, one by one
//	    not zero, several groups →   how many of them in each group but the last
//	then read back
//
// Two things more are asked about: figures that the form has no question for, and two numbers that cannot both hold.
package dialog

import (
	"slices"

	"fangkong/store/workgroup"
)

// Stage is what sort of question is asked.
type Stage string

const (
	Count  Stage = "count"  // the figure itself
	Detail Stage = "detail" // what it is made of
	Split  Stage = "split"  // how many of one group
)

// Prompt is the next question.
type Prompt struct {
	Key   workgroup.Key
	Stage Stage
	Of    workgroup.Key // the question it belongs to
	At    int           // 1 … Total among the questions of the form
	Total int
}

// Next is the first question that the figures leave open; false when all are answered.
func Next(items []workgroup.Item, groups []workgroup.Group, figures workgroup.Figures) (Prompt, bool) {
	for i, item := range items {
		if key, stage, open := within(item, groups, figures); open {
			return Prompt{Key: key, Stage: stage, Of: item.Key, At: i + 1, Total: len(items)}, true
		}
	}
	return Prompt{}, false
}

// NextOf is the first question left open within one item; false when it is answered.
func NextOf(item workgroup.Item, groups []workgroup.Group, figures workgroup.Figures) (Prompt, bool) {
	return Next([]workgroup.Item{item}, groups, figures)
}

func within(item workgroup.Item, groups []workgroup.Group, figures workgroup.Figures) (workgroup.Key, Stage, bool) {
	n, said := figures.Said(item.Key)
	if !said {
		return item.Key, Count, true
	}
	if n == 0 {
		return "", "", false
	}
	for _, k := range item.Details {
		if _, ok := figures.Said(k); !ok {
			return k, Detail, true
		}
	}
	if !item.Split || len(groups) < 2 {
		return "", "", false
	}
	// The last group is what is left.
	for _, g := range groups[:len(groups)-1] {
		if _, ok := figures.Said(item.Key.Of(g)); !ok {
			return item.Key.Of(g), Split, true
		}
	}
	return "", "", false
}

// Advance answers the question that is asked and returns the next one; false when the item, or in a guided talk the
// whole form, is done. Splits are completed: what the other groups leave is the last one's.
func Advance(d workgroup.Draft, items []workgroup.Item, groups []workgroup.Group, n int) (workgroup.Draft, Prompt, bool) {
	if d.Asked == "" {
		return d, Prompt{}, false // nothing was asked: the number belongs to nothing
	}
	d.Figures = d.Figures.Clone()
	d.Answered = slices.Clone(d.Answered)
	asked := d.Asked
	item, known := ItemOf(items, asked)
	switch {
	case known && asked == item.Key && d.Figures.Has(asked):
		// Another count than before: what was said of its parts no longer holds.
		forget(&d, append(slices.Clone(item.Details), groupsOf(item, groups)...))
	case known && asked.Of(workgroup.Everybody) == item.Key && MoveWhole(d.Figures, asked, n):
		// Another part than before. How the whole came about is said anew.
		forget(&d, item.Details)
	}
	d.Put(asked, workgroup.Count(n))
	if known {
		complete(item, groups, asked, d.Figures)
	}
	var next Prompt
	var open bool
	if d.Guided {
		next, open = Next(items, groups, d.Figures)
	} else if known {
		next, open = NextOf(item, groups, d.Figures)
	}
	d.Asked = next.Key
	return d, next, open
}

// MoveWhole moves a count by as many as the part of one of its groups will, so that the other groups stay as they are; false where it stays.
func MoveWhole(f workgroup.Figures, part workgroup.Key, n int) bool {
	whole := part.Of(workgroup.Everybody)
	all, counted := f.Said(whole)
	was, told := f.Said(part)
	if whole == part || !counted || !told || was == n {
		return false
	}
	f[whole] = workgroup.Count(max(n, all+n-was))
	return true
}

// forget takes back what was said of some figures.
func forget(d *workgroup.Draft, keys []workgroup.Key) {
	for _, k := range keys {
		delete(d.Figures, k)
		d.Answered = slices.DeleteFunc(d.Answered, func(x workgroup.Key) bool { return x == k })
	}
}

// complete fills in what the other groups leave of a count: the last group's share, or the one's before it where the last is asked for.
func complete(item workgroup.Item, groups []workgroup.Group, asked workgroup.Key, f workgroup.Figures) {
	rest, ok := f.Said(item.Key)
	if !ok || rest == 0 || !item.Split || len(groups) < 2 {
		return
	}
	for _, g := range workgroup.Groups {
		if n, told := f.Said(item.Key.Of(g)); told && !slices.Contains(groups, g) {
			rest -= n // of whom the unit has none by itself
		}
	}
	shares := groupsOf(item, groups)
	left := shares[len(shares)-1]
	if left == asked {
		left = shares[len(shares)-2]
	}
	for _, k := range shares {
		if k == left {
			continue
		}
		n, ok := f.Said(k)
		if !ok {
			return
		}
		rest -= n
	}
	if rest >= 0 {
		f[left] = workgroup.Count(rest)
	}
}

// ItemOf is the question a key belongs to.
func ItemOf(items []workgroup.Item, k workgroup.Key) (workgroup.Item, bool) {
	for _, i := range items {
		if i.Key == k || slices.Contains(i.Details, k) || i.Key == k.Of(workgroup.Everybody) {
			return i, true
		}
	}
	return workgroup.Item{}, false
}

// PromptOf describes a question that is already being asked.
func PromptOf(items []workgroup.Item, k workgroup.Key) (Prompt, bool) {
	for i, item := range items {
		p := Prompt{Key: k, Of: item.Key, At: i + 1, Total: len(items)}
		switch {
		case item.Key == k:
			p.Stage = Count
		case slices.Contains(item.Details, k):
			p.Stage = Detail
		case item.Key == k.Of(workgroup.Everybody):
			p.Stage = Split
		default:
			continue
		}
		return p, true
	}
	return Prompt{}, false
}

func groupsOf(item workgroup.Item, groups []workgroup.Group) (out []workgroup.Key) {
	for _, g := range groups {
		out = append(out, item.Key.Of(g))
	}
	return out
}

// Unparted is the only count of a filing of which nobody has told how many are of each group; false where there is none, or several.
func Unparted(form workgroup.Form, unit workgroup.Unit, f workgroup.Figures) (item workgroup.Item, one bool) {
	groups := unit.Kind.Groups()
	for _, i := range form.For(unit.Kind) {
		n, _ := f.Said(i.Key)
		if n == 0 || !i.Split || len(groups) < 2 || slices.ContainsFunc(groups, func(g workgroup.Group) bool { return f.Has(i.Key.Of(g)) }) {
			continue
		}
		if one {
			return workgroup.Item{}, false
		}
		item, one = i, true
	}
	return item, one
}
