package workgroup

import (
	"maps"
	"slices"
	"time"
)

// Grant is a unit's word that another may file for it on one date (代报).
type Grant struct {
	Date Date      `json:"date"`
	Unit UnitID    `json:"unit"`
	To   UnitID    `json:"to"`
	By   PersonID  `json:"by"`
	At   time.Time `json:"at"`
	Back time.Time `json:"back,omitzero"` // taken back
}

// Key is the date, the unit and who may.
func (g Grant) Key() string { return grantKey(g.Date, g.Unit, g.To) }

func grantKey(d Date, u, to UnitID) string { return StandingKey(d, u) + "/" + string(to) }

// Grants are kept for good.
var Grants = Shelf[Grant]{Name: "grants"}

// Granted tells whether a unit may file for another on a date.
func Granted(b Book, d Date, u, to UnitID) bool {
	g, ok := Grants.Get(b, grantKey(d, u, to))
	return ok && g.Back.IsZero()
}

// Helpers are the units that may file for another on a date.
func Helpers(b Book, d Date, u UnitID) []Unit {
	var out []Unit
	for g := range Grants.Each(b, StandingKey(d, u)+"/") {
		if helper, ok := Units.Get(b, string(g.To)); ok && g.Back.IsZero() {
			out = append(out, helper)
		}
	}
	return out
}

// TakeBack ends a unit's word that others may file for it (to: one of them, “” all), and tells those; what they filed stays. It
// returns whose it was.
func (c College) TakeBack(b Book, d Date, u Unit, to UnitID, by Person, now time.Time) []Unit {
	var ended []Unit
	for _, helper := range Helpers(b, d, u.ID) {
		if to != "" && helper.ID != to {
			continue
		}
		g, _ := Grants.Get(b, grantKey(d, u.ID, helper.ID))
		g.Back = now
		Grants.Put(b, g)
		b.Note(Event{At: now, Kind: GrantTaken, Object: g.Key(), By: by.ID})
		var waiting []Draft
		for draft := range Drafts.Each(b, StandingKey(d, u.ID)+"/") {
			if draft.For == helper.ID {
				waiting = append(waiting, draft)
			}
		}
		for _, draft := range waiting {
			draft.GrantAsked = true // they have just answered: nobody asks them again for it
			Drafts.Put(b, draft)
			Touch(b, TalkCard, draft.Key(), now)
		}
		for _, p := range Speakers(b, helper.ID) {
			c.Tell(b, p, Letter{Text: "say/grant-back", Facts: Facts{"unit": u.Named(), "to": helper.Named(), "date": d}, Urgency: Deadline, Written: now})
		}
		ended = append(ended, helper)
	}
	return ended
}

// Deny is a unit's word that another may not file for it: whoever asked hears it. The filing that waits stays unconfirmed.
func (c College) Deny(b Book, d Date, u Unit, to UnitID, by Person, now time.Time) error {
	key := grantKey(d, u.ID, to)
	switch old, ok := Grants.Get(b, key); {
	case !by.Speaks(u.ID):
		return Refuse(NotAHead, "unit", u.Named())
	case ok && old.Back.IsZero():
		c.TakeBack(b, d, u, to, by, now)
		return nil
	case ok && old.Back.Equal(old.At):
		return again(Act{old.By, old.At}, by)
	}
	Grants.Put(b, Grant{Date: d, Unit: u.ID, To: to, By: by.ID, At: now, Back: now})
	b.Note(Event{At: now, Kind: GrantTaken, Object: key, By: by.ID, Payload: Facts{"denied": true}})
	Withdraw(b, "grant/"+key)
	helper, _ := Units.Get(b, string(to))
	for _, p := range Speakers(b, to) {
		c.Tell(b, p, Letter{Text: "say/grant-denied", Facts: Facts{"unit": u.Named(), "to": helper.Named(), "date": d, "by": by.Name}, Urgency: Deadline, Written: now})
	}
	return nil
}

// GrantsAsked are the units whose filings for a unit wait for its word.
func GrantsAsked(b Book, d Date, u UnitID) []UnitID {
	var out []UnitID
	for draft := range Drafts.Each(b, StandingKey(d, u)+"/") {
		if draft.For != "" && draft.GrantAsked && draft.Stands(b) && !Granted(b, d, u, draft.For) && !slices.Contains(out, draft.For) {
			out = append(out, draft.For)
		}
	}
	return out
}

// Wanted tells whether a filing of the helper waits for the unit's word.
func Wanted(b Book, d Date, u, to UnitID) bool {
	for draft := range Drafts.Each(b, StandingKey(d, u)+"/") {
		if draft.For == to && draft.Stands(b) {
			return true
		}
	}
	return false
}

// Grant keeps a unit's word, and tells whoever has a filing waiting for it.
func (c College) Grant(b Book, d Date, u Unit, to UnitID, by Person, now time.Time) error {
	if !by.Speaks(u.ID) {
		return Refuse(NotAHead, "unit", u.Named())
	}
	if u.ID == to {
		return Refuse(OwnUnit)
	}
	if Granted(b, d, u.ID, to) {
		return nil
	}
	Grants.Put(b, Grant{Date: d, Unit: u.ID, To: to, By: by.ID, At: now})
	b.Note(Event{At: now, Kind: GrantGiven, Object: grantKey(d, u.ID, to), By: by.ID})
	Withdraw(b, "grant/"+grantKey(d, u.ID, to))
	helper, _ := Units.Get(b, string(to))
	for draft := range Drafts.Each(b, StandingKey(d, u.ID)+"/") {
		if draft.For == to {
			Touch(b, TalkCard, draft.Key(), now)
		}
	}
	for _, p := range Speakers(b, to) {
		c.Tell(b, p, Letter{Text: "say/granted", Facts: Facts{"unit": u.Named(), "to": helper.Named(), "date": d}, Urgency: Deadline,
			Written: now})
	}
	return nil
}

// told are the figures of a draft that are not zero, in the order of the form.
func (c College) told(draft Draft) []Facts {
	place := map[string]int{}
	items := c.FormOn(draft.Date).Items
	for i, item := range items {
		base, _, _ := item.Key.Parts()
		place[base] = i - len(items)
	}
	keys := draft.Figures.Nonzero()
	slices.SortStableFunc(keys, func(a, b Key) int {
		first, _, _ := a.Parts()
		second, _, _ := b.Parts()
		return place[first] - place[second]
	})
	lines := []Facts{}
	for _, k := range keys {
		line := c.LabelFacts(draft.Date, k)
		line["n"] = draft.Figures[k]
		lines = append(lines, line)
	}
	return lines
}

// wouldChange is what a filing for a unit would change of what the unit has filed itself: who agrees to it reads both.
func (c College) wouldChange(b Book, u Unit, draft Draft) Facts {
	filed, ok := FiledOn(b, draft.Date, draft.Unit)
	if !ok {
		return Facts{"filed": "", "revision": 0, "changes": []Facts{}}
	}
	changes := []Facts{}
	if len(draft.Figures) == 0 && !draft.Zero {
		return Facts{"filed": filed.Filed.In(c.Zone).Format("15:04"), "revision": filed.Revision, "changes": changes} // nothing is said yet
	}
	for _, ch := range Differ(filed.Figures, c.Settled(draft, u)) {
		if max(ch.Before, 0) == max(ch.After, 0) {
			continue
		}
		one := c.LabelFacts(draft.Date, ch.Key)
		one["before"], one["after"] = ch.Before, ch.After
		changes = append(changes, one)
	}
	return Facts{"filed": filed.Filed.In(c.Zone).Format("15:04"), "revision": filed.Revision, "changes": changes}
}

// AskGrant asks a unit's heads, once for a draft, whether another may file for it, where the draft needs that: they read what it would file.
func (c College) AskGrant(b Book, u Unit, draft Draft, by Person, now time.Time) Draft {
	d := draft.Date
	if draft.For == "" || draft.GrantAsked || Granted(b, d, u.ID, draft.For) {
		return draft
	}
	draft.GrantAsked = true
	helper, _ := Units.Get(b, string(draft.For))
	key := grantKey(d, u.ID, draft.For)
	b.Note(Event{At: now, Kind: GrantAsked, Object: key, By: by.ID})
	facts := c.wouldChange(b, u, draft)
	maps.Copy(facts, Facts{"unit": u.Named(), "to": helper.Named(), "person": by.Name, "date": d, "lines": c.told(draft), "zero": draft.Zero})
	for _, p := range Speakers(b, u.ID) {
		c.Tell(b, p, Letter{Text: "say/grant-ask", Urgency: Deadline, Written: now, About: Ref{Object: "grant/" + key},
			Facts:   maps.Clone(facts),
			Buttons: [][]Button{{{Label: "button/grant", Verb: "grant", Object: key}, {Label: "button/grant-no", Verb: "deny", Object: key}}}})
	}
	return draft
}
