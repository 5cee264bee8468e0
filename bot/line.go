package bot

import (
	"slices"

	"fangkong/bot/dialog"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// line files one line in the sender's own words: it becomes a draft that is read back.
func (t *turn) line(r understand.Reading) error {
	if r.Doubtful(understand.ManyUnits) {
		return workgroup.Refuse(workgroup.ManyUnits)
	}
	unit, err := t.unitOf(r)
	if err != nil {
		return err
	}
	date := workgroup.DateOf(t.said)
	if r.DateRef != "" {
		date = workgroup.Date(r.DateRef)
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, t.chat.ID, t.now)
	if err != nil {
		return err
	}
	base, err := t.basis(d, unit, r)
	if err != nil {
		return err
	}
	d.Figures, d.Zero, d.Guided, d.Answered = base, r.Zero, false, nil
	d.Asked, d.Doubtful, d.Picking, d.Sources = "", "", false, nil
	t.take(&d, unit, r)
	for _, n := range d.Figures {
		if n > most {
			return workgroup.Refuse(workgroup.TooMany, "n", int(n))
		}
	}
	if d.Asked == "" && d.Doubtful == "" && !d.Zero && len(d.Figures) == 0 {
		return t.lost() // figures were meant, none was found, nothing to ask about
	}
	if d.For != "" && !workgroup.Granted(t.b, date, unit.ID, d.For) {
		t.College.AskGrant(t.b, date, unit, d, t.person, t.now)
	}
	t.source(&d)
	t.talk(d, true)
	return nil
}

// basis is what a line starts from: nothing, or what it changes, or the day it says is no different.
func (t *turn) basis(d workgroup.Draft, unit workgroup.Unit, r understand.Reading) (workgroup.Figures, error) {
	filed, ok := workgroup.FiledOn(t.b, d.Date, unit.ID)
	switch {
	case r.Doubtful(understand.SameAsBefore):
		before, ok := workgroup.FiledOn(t.b, d.Date.Add(-1), unit.ID)
		if !ok {
			return nil, workgroup.Refuse(workgroup.NoYesterday, "unit", unit.Named())
		}
		return stocks(before.Figures), nil
	case r.Kind != understand.Correction && r.Amend == nil:
		return workgroup.Figures{}, nil
	case len(d.Figures) > 0:
		filed.Figures = d.Figures // what is corrected was not confirmed yet
	case !ok:
		return workgroup.Figures{}, nil
	}
	base := filed.Figures.Clone()
	// What was a part of a corrected count no longer holds unless it is said again.
	t.forgetParts(base, unit, r.Fields)
	return base, nil
}

// unitOf is the unit a line speaks for: the one it names, else the sender's own.
func (t *turn) unitOf(r understand.Reading) (workgroup.Unit, error) {
	own := t.person.Units()
	id := workgroup.UnitID(r.Unit)
	if id == "" {
		if len(own) > 1 {
			return workgroup.Unit{}, workgroup.Refuse(workgroup.NameTheUnit)
		}
		id = own[0]
	}
	u, ok := t.memory.units.get(t.b, string(id))
	if !ok {
		return u, workgroup.Refuse(workgroup.NameTheUnit)
	}
	return u, nil
}

// take puts what was read into a draft: figures, and what has to be asked.
func (t *turn) take(d *workgroup.Draft, unit workgroup.Unit, r understand.Reading) {
	form := t.College.FormOn(d.Date)
	for _, key := range sorted(r.Fields) {
		d.Figures[t.fit(form, unit, workgroup.Key(key))] = workgroup.Count(r.Fields[key])
	}
	for _, key := range r.Unknown {
		k := t.fit(form, unit, workgroup.Key(key))
		d.Figures[k] = workgroup.Unsaid
		d.Asked = k
	}
	for _, doubt := range r.Doubts {
		switch doubt.Code {
		case understand.WhichField:
			d.Doubtful = doubt.Words
		case understand.HowMany, understand.Contradiction:
			k := t.fit(form, unit, workgroup.Key(doubt.Key))
			if _, m, _ := k.Parts(); m == workgroup.Plain {
				k = k.As(workgroup.Now) // only what is counted was named
			}
			// Two values that cannot both hold are read back, and held against each other there.
			if doubt.Key != "" && d.Asked == "" && !d.Figures.Has(k) {
				d.Asked = k
			}
		}
	}
	if r.Amend != nil {
		d.Doubtful = "" // which figure “2人应为3人” means is known here better than from the sentence
		t.amend(d, r.Amend)
	}
	if d.Doubtful == "" {
		_, d.Doubtful = t.homeless(form, d.Figures)
	}
}

// homeless finds figures that the form has no question for, although they count people who are not well (“隔离3人”): their
// base, and the words with which it is asked which question they belong to. A nothing needs no home.
func (t *turn) homeless(form workgroup.Form, f workgroup.Figures) (base, asked string) {
	for _, k := range sorted(f) {
		if n, _ := f.Said(k); n > 0 && t.foreign(form, k) {
			base, _, _ = k.Parts()
			return base, workgroup.Labels[base].Name + words(n) + "人"
		}
	}
	return "", ""
}

// rehome gives figures without a question to the one that their head chose, measure by measure.
func (t *turn) rehome(d *workgroup.Draft, base string, to workgroup.Key) {
	home, _, _ := to.Parts()
	for _, k := range sorted(d.Figures) {
		if b, m, g := k.Parts(); b == base {
			d.Figures[workgroup.K(home, m, g)] += d.Figures[k]
			delete(d.Figures, k)
		}
	}
}

// amend changes a figure named only by its old value: when several held it, which one is asked.
func (t *turn) amend(d *workgroup.Draft, a *understand.Amend) {
	var held []workgroup.Key
	for k, n := range d.Figures {
		if int(n) == a.From {
			held = append(held, k)
		}
	}
	switch {
	case a.Key != "":
		d.Figures[workgroup.Key(a.Key)] = workgroup.Count(a.To)
	case len(held) == 1:
		d.Figures[held[0]] = workgroup.Count(a.To)
	default:
		d.Doubtful = words(a.To)
	}
}

// fit is a key as the unit's form has it: a unit with one group of people need not name it, and a cough is among the
// other symptoms unless the form asks for it by itself.
func (t *turn) fit(form workgroup.Form, unit workgroup.Unit, k workgroup.Key) workgroup.Key {
	base, m, g := k.Parts()
	if groups := unit.Kind.Groups(); len(groups) == 1 && g == groups[0] {
		g = workgroup.Everybody
	}
	if base == "cough" && t.foreign(form, workgroup.K("cough", workgroup.Now, "")) {
		base = "symptom"
	}
	return workgroup.K(base, m, g)
}

// foreign tells whether the form asks nothing about what a key counts, although it counts people who are not well.
func (t *turn) foreign(form workgroup.Form, k workgroup.Key) bool {
	base, _, _ := k.Parts()
	if !slices.Contains([]string{"quarantine", "cough", "symptom", "hospital"}, base) {
		return false
	}
	return !slices.ContainsFunc(form.Items, func(i workgroup.Item) bool { b, _, _ := i.Key.Parts(); return b == base })
}

// forgetParts drops from base the details and groups of every count that is said anew.
func (t *turn) forgetParts(base workgroup.Figures, unit workgroup.Unit, said map[string]int) {
	form := t.College.FormOn(workgroup.DateOf(t.said))
	for key := range said {
		k := t.fit(form, unit, workgroup.Key(key))
		item, ok := dialog.ItemOf(form.Items, k)
		if !ok || item.Key != k || base[k] == workgroup.Count(said[key]) {
			continue
		}
		for _, g := range unit.Kind.Groups() {
			delete(base, k.Of(g))
		}
		for _, detail := range item.Details {
			delete(base, detail)
		}
	}
}

// stocks are the figures of a day that stay true on the next when nothing changed.
func stocks(f workgroup.Figures) workgroup.Figures {
	out := workgroup.Figures{}
	for k, n := range f {
		if _, m, _ := k.Parts(); m == workgroup.Now || m == workgroup.Plain || m == workgroup.Total {
			out[k] = n
		}
	}
	return out
}

// source keeps the message that the draft's figures came from.
func (t *turn) source(d *workgroup.Draft) {
	d.Said = t.said
	if t.msg == nil {
		return
	}
	d.Sources = append(d.Sources, workgroup.Source{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(t.msg.Text), At: t.said, Edited: t.edited})
	workgroup.Sources.Put(t.b, workgroup.SourceOf{Chat: t.chat.ID, Message: t.msg.ID, Date: d.Date, Unit: d.Unit, Person: d.Person})
}

// editedWords is an edited message: what it became is read again, and changes what it had become.
func (t *turn) editedWords(r understand.Reading) (bool, error) {
	of, ok := workgroup.Sources.Get(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID))
	if !ok {
		return false, nil
	}
	if !t.known || t.person.ID != of.Person || r.Kind != understand.Report && r.Kind != understand.Zero && r.Kind != understand.Correction {
		return true, nil
	}
	r.Unit, r.DateRef = string(of.Unit), string(of.Date)
	return true, t.line(r)
}
