package workgroup

import (
	"maps"
	"time"
)

// Offer is what becomes of a row of a list that somebody else of the unit, or of another, has sent.
type Offer string

const (
	Offered   Offer = "offered"   // a head is asked whether it is right
	SaidSelf  Offer = "said-self" // the unit has filed, or its head is filing in their own words: those stand
	NobodyOff Offer = "nobody"    // no head of the unit can be reached in private
)

// OfferRow asks the heads of a unit, in private, whether what somebody's list says of it is right: each gets a draft to confirm, change or
// give up, dated by the list. What a head has said themselves is never replaced by somebody else's list, and what was offered with
// the same figures is not offered again.
func (c College) OfferRow(b Book, r Round, u Unit, row Draft, from Person, now time.Time) (Offer, error) {
	if !r.Owes(u.ID) {
		return "", Refuse(UnitNotInRound, "unit", u.Named())
	}
	if _, filed := FiledOn(b, r.Date, u.ID); filed {
		return SaidSelf, nil
	}
	out := NobodyOff
	for _, p := range Speakers(b, u.ID) {
		old, begun := Drafts.Get(b, DraftKey(r.Date, u.ID, p.ID))
		switch {
		case begun && old.From == "":
			out = SaidSelf
			continue
		case !p.Reachable():
			continue
		case out == NobodyOff:
			out = Offered
		}
		if begun && maps.Equal(old.Figures, row.Figures) && old.Asked == row.Asked && old.Doubtful == row.Doubtful {
			continue
		}
		d := row
		d.Date, d.Unit, d.Person, d.From, d.Chat, d.Opened, d.Version = r.Date, u.ID, p.ID, from.ID, p.Telegram, now, old.Version
		d.Figures = row.Figures.Clone()
		b.Note(Event{At: now, Kind: RowOffered, Object: d.Key(), By: from.ID})
		d = d.Lay(b)
		Show(b, Card{Kind: TalkCard, Object: d.Key(), Chat: d.Chat, Person: p.ID, Urgency: Deadline, Repost: true}, now)
	}
	if out == Offered {
		Touch(b, BoardCard, string(r.Date), now)
	}
	return out, nil
}

// Lay keeps a draft that its head has not asked for: what lies on their desk stays there.
func (d Draft) Lay(b Book) Draft {
	d.Version++
	Drafts.Put(b, d)
	if key := DeskKey(string(d.Person), d.Chat); !Desks.Has(b, key) {
		Desks.Put(b, Desk{Person: string(d.Person), Chat: d.Chat, Draft: d.Key()})
	}
	return d
}
