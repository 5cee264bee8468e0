package workgroup

import (
	"slices"
	"time"
)

// Unasked are the questions that came into the form after a unit's answer for the date was filed, and that the answer leaves open: a new
// column is asked only of those who have not answered it.
func (c College) Unasked(s Standing, kind UnitKind) []Item {
	form := c.FormOn(s.Date)
	if s.Form == form.Version {
		return nil
	}
	old := c.FormNumber(s.Form).For(kind)
	return slices.DeleteFunc(slices.Clone(form.For(kind)), func(i Item) bool {
		return touches(s.Figures, i.Key) || slices.ContainsFunc(old, func(o Item) bool { return o.Key == i.Key })
	})
}

// NewlyAsked is the first question that is new to a draft for a unit that has filed; false when its answer, with the draft, knows them all.
func (c College) NewlyAsked(b Book, d Draft, kind UnitKind) (Item, bool) {
	s, filed := FiledOn(b, d.Date, d.Unit)
	if !filed {
		return Item{}, false
	}
	for _, i := range c.Unasked(s, kind) {
		if !touches(d.Figures, i.Key) {
			return i, true
		}
	}
	return Item{}, false
}

// Incomplete are the units that have filed a date before its form grew, in roster order.
func (c College) Incomplete(b Book, r Round) []Unit {
	if r.Grown == 0 {
		return nil
	}
	return slices.DeleteFunc(r.due(b), func(u Unit) bool {
		s, filed := FiledOn(b, r.Date, u.ID)
		return !filed || len(c.Unasked(s, u.Kind)) == 0
	})
}

// Reform takes notice of a form that has grown while its date's reports come in: whoever has filed is asked for the new columns only,
// and what was read back under the old form asks for them before it can be confirmed.
func (c College) Reform(b Book, now time.Time) {
	r, ok := Rounds.Get(b, string(DateOf(now)))
	form := c.FormOn(DateOf(now))
	if !ok || r.Form == form.Version {
		return
	}
	b.Note(Event{At: now, Kind: FormGrown, Object: r.Key(), Payload: Facts{"before": r.Form, "form": form.Version}})
	before := r.Form
	if r.Grown == 0 {
		r.Grown = r.Form
	}
	r.Form = form.Version
	Rounds.Put(b, r)
	var open []Draft
	for d := range Drafts.Each(b, r.Key()+"/") {
		open = append(open, d)
	}
	for _, d := range open {
		u, _ := Units.Get(b, string(d.Unit))
		if fresh := c.Unasked(Standing{Report: Report{Date: d.Date, Form: before, Figures: d.Figures}}, u.Kind); d.ReadsBack() && len(fresh) > 0 {
			d.Asked, d.Version = fresh[0].Key, d.Version+1
			Drafts.Put(b, d)
			Touch(b, TalkCard, d.Key(), now)
		}
	}
	Touch(b, BoardCard, r.Key(), now)
	c.askNewly(b, r, time.Time{}, now)
}

// askNewly writes to the heads of units that have filed before the form grew; until is when that is of no more use.
func (c College) askNewly(b Book, r Round, until, now time.Time) {
	for _, u := range c.Incomplete(b, r) {
		s, _ := FiledOn(b, r.Date, u.ID)
		var items []Named
		for _, i := range c.Unasked(s, u.Kind) {
			items = append(items, c.FormOn(r.Date).LabelOf(i.Key))
		}
		facts := c.Deadlines(r)
		facts["past"] = r.Past(now)
		facts["unit"], facts["date"], facts["items"] = u.Named(), r.Date, items
		for _, p := range Speakers(b, u.ID) {
			c.Tell(b, p, Letter{Text: "say/new-items", Facts: facts, Urgency: Deadline, Written: now, Until: until, About: Ref{Object: OwedBy(r.Date, u.ID)},
				Buttons: [][]Button{{{Label: "button/fill", Verb: "fill", Object: StandingKey(r.Date, u.ID)}}}})
		}
	}
}
