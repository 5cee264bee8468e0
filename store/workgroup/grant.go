package workgroup

import "time"

// Grant is a unit's word that another may file for it on one date (代报).
type Grant struct {
	Date Date      `json:"date"`
	Unit UnitID    `json:"unit"`
	To   UnitID    `json:"to"`
	By   PersonID  `json:"by"`
	At   time.Time `json:"at"`
}

// Key is the date, the unit and who may.
func (g Grant) Key() string { return grantKey(g.Date, g.Unit, g.To) }

func grantKey(d Date, u, to UnitID) string { return StandingKey(d, u) + "/" + string(to) }

// Grants are kept for good.
var Grants = Shelf[Grant]{"grants"}

// Granted tells whether a unit may file for another on a date.
func Granted(b Book, d Date, u, to UnitID) bool { return Grants.Has(b, grantKey(d, u, to)) }

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
	Grants.Put(b, Grant{d, u.ID, to, by.ID, now})
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

// AskGrant asks a unit's heads, once for a draft, whether another may file for it, where the draft needs that.
func (c College) AskGrant(b Book, u Unit, draft Draft, by Person, now time.Time) Draft {
	d := draft.Date
	if draft.For == "" || draft.GrantAsked || Granted(b, d, u.ID, draft.For) {
		return draft
	}
	draft.GrantAsked = true
	helper, _ := Units.Get(b, string(draft.For))
	key := grantKey(d, u.ID, draft.For)
	b.Note(Event{At: now, Kind: GrantAsked, Object: key, By: by.ID})
	for _, p := range Speakers(b, u.ID) {
		c.Tell(b, p, Letter{Text: "say/grant-ask", Urgency: Deadline, Written: now, About: Ref{Object: "grant/" + key},
			Facts:   Facts{"unit": u.Named(), "to": helper.Named(), "person": by.Name, "date": d},
			Buttons: [][]Button{{{Label: "button/grant", Verb: "grant", Object: key}}}})
	}
	return draft
}
