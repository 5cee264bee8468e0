package workgroup

import (
	"slices"
	"time"
)

// Worksheet is what a lead unit has put beside the sums of its sheet of a date (底稿): sums it has overridden, why units are missing, and
// that a filed sheet stays as it is although figures below have changed. Filing takes it over.
type Worksheet struct {
	Date      Date       `json:"date"`
	Lead      UnitID     `json:"lead"`
	Overrides []Override `json:"overrides,omitempty"`
	Gaps      []SheetGap `json:"gaps,omitempty"`
	Stays     *Stay      `json:"stays,omitempty"`

	Flagged time.Time `json:"flagged,omitzero"` // its heads and the office were told that the filed sheet is not what the figures say any more
	Chased  int       `json:"chased,omitempty"` // times its heads were asked again for what they owe
	Next    time.Time `json:"next,omitzero"`
}

// Override is a sum that a lead unit states in place of the one that its units' figures make (改合计), and why.
type Override struct {
	Item   Key       `json:"item"`
	Sum    Count     `json:"sum"` // of the units, when it was overridden
	To     Count     `json:"to"`
	Reason string    `json:"reason"`
	By     PersonID  `json:"by"`
	At     time.Time `json:"at"`
}

// SheetGap is why a unit is missing on a sheet.
type SheetGap struct {
	Unit   UnitID    `json:"unit"`
	Reason string    `json:"reason"` // one of GapReasons, or their own words
	By     PersonID  `json:"by"`
	At     time.Time `json:"at"`
}

// Stay is that a filed sheet stays although the figures say something else by now.
type Stay struct {
	Says   string    `json:"says"` // what the figures said then: Sheet.StandsOn
	Stated Figures   `json:"stated,omitempty"`
	Filed  int       `json:"filed,omitempty"` // units that were in
	By     PersonID  `json:"by"`
	At     time.Time `json:"at"`
}

// GapReasons are why a unit is missing, as one press gives them; others are typed.
var GapReasons = []string{"phoned", "checking", "unreached"}

// Worksheets are kept for good.
var Worksheets = Shelf[Worksheet]{Name: "worksheets"}

// Key is that of the sheet, whatever the revision.
func (w Worksheet) Key() string { return SheetObject(w.Date, w.Lead) }

// Due is when the lead unit is asked again for what it owes, and then the office told.
func (w Worksheet) Due() time.Time { return w.Next }

// WorksheetOf is a lead unit's, empty when there is nothing on it.
func WorksheetOf(b Book, d Date, lead UnitID) Worksheet {
	if w, ok := Worksheets.Get(b, SheetObject(d, lead)); ok {
		return w
	}
	return Worksheet{Date: d, Lead: lead}
}

// keep keeps it, and has everything that shows the sheet shown anew.
func (w Worksheet) keep(b Book, now time.Time) {
	Worksheets.Put(b, w)
	Touch(b, SheetCard, w.Key(), now)
	Touch(b, BoardCard, string(w.Date), now)
}

// MayOverride tells why somebody may not state another sum than the units' figures make; else which sum that is. Where no unit has said
// anything there is no sum to override: 未报 is not 0, and no number is made of it.
func (c College) MayOverride(b Book, r Round, lead Unit, o Override, by Person) (Count, error) {
	s := c.Consolidate(b, r, lead)
	sum, given := s.Sums[o.Item]
	switch {
	case !by.Speaks(lead.ID):
		return sum, Refuse(NotAHead, "unit", lead.Named())
	case !slices.ContainsFunc(c.FormOn(r.Date).Items, func(i Item) bool { return i.Key == o.Item }):
		return sum, Refuse(Changed)
	case !given && s.Unsplit[o.Item] == 0:
		return sum, Refuse(OverrideMissing)
	case o.Reason == "":
		return sum, Refuse(OverrideReason, "n", o.To)
	case given && sum == o.To && s.Unsplit[o.Item] == 0:
		return sum, Refuse(OverrideSame, "n", sum)
	}
	return sum, nil
}

// OverrideSum states another sum than the units' figures make, with a reason.
func (c College) OverrideSum(b Book, r Round, lead Unit, o Override, by Person, now time.Time) error {
	sum, err := c.MayOverride(b, r, lead, o, by)
	if err != nil {
		return err
	}
	w := WorksheetOf(b, r.Date, lead.ID)
	o.Sum, o.By, o.At = sum, by.ID, now
	w.Overrides = append(slices.DeleteFunc(w.Overrides, func(old Override) bool { return old.Item == o.Item }), o)
	w.keep(b, now)
	b.Note(Event{At: now, Kind: SheetOverridden, Object: w.Key(), By: by.ID, Payload: Facts{"item": o.Item, "sum": o.Sum, "to": o.To, "reason": o.Reason}})
	return nil
}

// RestoreSum takes an override back: the sum is the units' again.
func (c College) RestoreSum(b Book, r Round, lead Unit, item Key, by Person, now time.Time) error {
	w := WorksheetOf(b, r.Date, lead.ID)
	at := slices.IndexFunc(w.Overrides, func(o Override) bool { return o.Item == item })
	switch {
	case !by.Speaks(lead.ID):
		return Refuse(NotAHead, "unit", lead.Named())
	case at < 0:
		return Refuse(Changed)
	}
	w.Overrides = slices.Delete(w.Overrides, at, at+1)
	w.keep(b, now)
	b.Note(Event{At: now, Kind: SheetRestored, Object: w.Key(), By: by.ID, Payload: Facts{"item": item}})
	return nil
}

// ExplainGap says why a unit is missing; "" is every one that has no reason yet. A sheet filed before takes the reason in.
func (c College) ExplainGap(b Book, r Round, lead Unit, unit UnitID, reason string, by Person, now time.Time) error {
	if !by.Speaks(lead.ID) {
		return Refuse(NotAHead, "unit", lead.Named())
	}
	s := c.Consolidate(b, r, lead)
	units := []UnitID{unit}
	if unit == "" {
		units = s.Unexplained()
	} else if !slices.Contains(s.Missing, unit) {
		return Refuse(Changed)
	}
	if len(units) == 0 || reason == "" {
		return Refuse(Changed)
	}
	w := WorksheetOf(b, r.Date, lead.ID)
	last, filed := LastSheet(b, r.Date, lead.ID)
	for _, u := range units {
		gap := SheetGap{u, reason, by.ID, now}
		w.Gaps = explained(w.Gaps, gap)
		if slices.Contains(last.Missing, u) {
			last.Gaps = explained(last.Gaps, gap)
		}
		b.Note(Event{At: now, Kind: GapExplained, Object: w.Key(), By: by.ID, Payload: Facts{"unit": u, "reason": reason}})
	}
	if filed {
		Sheets.Put(b, last)
	}
	if filed && len(last.Owing(s)) == 0 && w.Flagged.IsZero() {
		w.Chased, w.Next = 0, time.Time{}
		Withdraw(b, gapsOwed(r.Date, lead.ID))
	}
	w.keep(b, now)
	return nil
}

func explained(gaps []SheetGap, one SheetGap) []SheetGap {
	return append(slices.DeleteFunc(slices.Clone(gaps), func(g SheetGap) bool { return g.Unit == one.Unit }), one)
}

// Unexplained are the missing units of a sheet for which nobody has said why.
func (s Sheet) Unexplained() (out []UnitID) {
	for _, u := range s.Missing {
		if !slices.ContainsFunc(s.Gaps, func(g SheetGap) bool { return g.Unit == u }) {
			out = append(out, u)
		}
	}
	return out
}

// Owing are those of them that have still not been heard from as the figures stand: why a unit was missing is asked no longer once it has filed.
func (s Sheet) Owing(current Sheet) []UnitID {
	return slices.DeleteFunc(s.Unexplained(), func(u UnitID) bool { return !slices.Contains(current.Missing, u) })
}

// gapsOwed names what letters about reasons that are owed are about.
func gapsOwed(d Date, lead UnitID) string { return "gaps/" + SheetObject(d, lead) }

// before is a worksheet as it was at a moment, but for overrides that have been taken back since.
func (w Worksheet) before(at time.Time) Worksheet {
	w.Overrides = slices.DeleteFunc(w.Overrides, func(o Override) bool { return o.At.After(at) })
	w.Gaps = slices.DeleteFunc(w.Gaps, func(g SheetGap) bool { return g.At.After(at) })
	if w.Stays != nil && w.Stays.At.After(at) {
		w.Stays = nil
	}
	return w
}
