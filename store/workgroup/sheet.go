package workgroup

import (
	"fmt"
	"time"
)

// Basis is which revision of a unit's answer a sheet stands on.
type Basis struct {
	Unit     UnitID `json:"unit"`
	Revision int    `json:"revision"`
}

// Sheet is one revision of a lead unit's consolidation (汇总): of its own group, over the units that feed it. Its own
// daily report is another thing.
type Sheet struct {
	Lead     UnitID    `json:"lead"`
	Date     Date      `json:"date"`
	Revision int       `json:"revision"` // 0: as the figures stand, not filed
	Group    Group     `json:"group"`
	Sums     Figures   `json:"sums"`
	Unsplit  Figures   `json:"unsplit,omitempty"` // given for all people of a unit, so that its share is not known
	Basis    []Basis   `json:"basis"`
	Missing  []UnitID  `json:"missing,omitempty"` // declared gaps: 未报, never 0
	By       PersonID  `json:"by,omitempty"`
	Filed    time.Time `json:"filed,omitzero"`
	Mark     Mark      `json:"mark,omitempty"`
}

// Key sorts sheets by date, lead and revision.
func (s Sheet) Key() string { return fmt.Sprintf("%s/%s/%03d", s.Date, s.Lead, s.Revision) }

// SheetObject names a lead unit's sheet of a date, whatever the revision.
func SheetObject(d Date, lead UnitID) string { return StandingKey(d, lead) }

// Sheets are kept for good, every revision.
var Sheets = Shelf[Sheet]{"sheets"}

// LastSheet is the newest revision a lead unit filed for a date.
func LastSheet(b Book, d Date, lead UnitID) (Sheet, bool) {
	var last Sheet
	ok := false
	for s := range Sheets.Each(b, SheetObject(d, lead)+"/") {
		last, ok = s, true
	}
	return last, ok
}

// Total is the number of units a sheet should stand on.
func (s Sheet) Total() int { return len(s.Basis) + len(s.Missing) }

// StandsOn tells whether two sheets rest on the same revisions.
func (s Sheet) StandsOn() string { return fmt.Sprint(s.Basis) }

// Consolidate adds up what feeds a lead unit of the round, as it stands. Which units those are was settled when it opened.
func (c College) Consolidate(b Book, r Round, lead Unit) Sheet {
	s := Sheet{Lead: lead.ID, Date: r.Date, Group: lead.Leads, Sums: Figures{}, Unsplit: Figures{}}
	form := c.FormOn(r.Date)
	for _, u := range r.fedBy(b, lead.ID) {
		answer, ok := FiledOn(b, r.Date, u.ID)
		if !ok {
			s.Missing = append(s.Missing, u.ID)
			continue
		}
		s.Basis = append(s.Basis, Basis{u.ID, answer.Revision})
		for _, item := range form.For(u.Kind) {
			n, known := share(answer.Figures, item.Key, lead.Leads, u.Kind)
			if known {
				s.Sums[item.Key] += Count(n)
			} else if n > 0 {
				s.Unsplit[item.Key] += Count(n)
			}
		}
	}
	return s
}

// share is a group's part of a count, and whether it is known.
func share(f Figures, k Key, g Group, kind UnitKind) (int, bool) {
	if n, ok := f.Said(k.Of(g)); ok {
		return n, true
	}
	all, _ := f.Said(k)
	groups := kind.Groups()
	// A unit with one group of people need not name it, and nothing is nothing of every group.
	return all, all == 0 || len(groups) == 1 && groups[0] == g
}

// FileSheet files a lead unit's consolidation as it stands, its gaps declared.
func (c College) FileSheet(b Book, r Round, lead Unit, by Person, now time.Time) (Sheet, error) {
	if !by.Speaks(lead.ID) {
		return Sheet{}, Refuse(NotAHead, "unit", lead.Named())
	}
	s := c.Consolidate(b, r, lead)
	s.Revision, s.By, s.Filed = 1, by.ID, now
	kind := SheetFiled
	if !now.Before(r.Deadline(StepLeads)) { // 三点前
		s.Mark = Late
	}
	if DateOf(now) > r.Date {
		s.Mark = Makeup
	}
	if old, ok := LastSheet(b, r.Date, lead.ID); ok {
		if old.StandsOn() == s.StandsOn() {
			return old, Refuse(SheetUnchanged, "at", old.Filed.In(c.Zone).Format("15:04"))
		}
		kind, s.Revision, s.Mark = SheetAmended, old.Revision+1, old.Mark
	}
	Sheets.Put(b, s)
	b.Note(Event{At: now, Kind: kind, Object: s.Key(), By: by.ID, Payload: Facts{"units": len(s.Basis), "missing": len(s.Missing), "mark": s.Mark}})
	Withdraw(b, SheetOwed(r.Date, lead.ID))
	Touch(b, BoardCard, string(r.Date), now)
	Touch(b, SheetCard, SheetObject(r.Date, lead.ID), now)
	return s, nil
}

// SheetOwed names what reminders to a lead unit about its sheet are about.
func SheetOwed(d Date, lead UnitID) string { return "sheet/" + SheetObject(d, lead) }
