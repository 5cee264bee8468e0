package workgroup

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
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
	Lead      UnitID     `json:"lead"`
	Date      Date       `json:"date"`
	Revision  int        `json:"revision"` // 0: as the figures stand, not filed
	Group     Group      `json:"group"`
	Sums      Figures    `json:"sums"`
	Unsplit   Figures    `json:"unsplit,omitempty"` // given for all people of a unit, so that its share is not known
	Basis     []Basis    `json:"basis"`
	Missing   []UnitID   `json:"missing,omitempty"`   // declared gaps: 未报, never 0
	Gaps      []SheetGap `json:"gaps,omitempty"`      // why they are missing, as far as somebody has said
	Overrides []Override `json:"overrides,omitempty"` // sums stated in place of those that the figures make
	By        PersonID   `json:"by,omitempty"`
	Filed     time.Time  `json:"filed,omitzero"`
	Mark      Mark       `json:"mark,omitempty"`
}

// Key sorts sheets by date, lead and revision.
func (s Sheet) Key() string { return fmt.Sprintf("%s/%s/%03d", s.Date, s.Lead, s.Revision) }

// SheetObject names a lead unit's sheet of a date, whatever the revision.
func SheetObject(d Date, lead UnitID) string { return StandingKey(d, lead) }

// Sheets are kept for good, every revision.
var Sheets = Shelf[Sheet]{Name: "sheets"}

// LastSheet is the newest revision a lead unit filed for a date.
func LastSheet(b Book, d Date, lead UnitID) (Sheet, bool) {
	return Sheets.Last(b, SheetObject(d, lead)+"/")
}

// Total is the number of units a sheet should stand on.
func (s Sheet) Total() int { return len(s.Basis) + len(s.Missing) }

// StandsOn tells whether two sheets say the same: their sums, what is not split, who is missing, and what is stated in place of a sum. A
// unit's new revision that leaves the group's figures as they were changes nothing of it.
func (s Sheet) StandsOn() string {
	return fmt.Sprint(s.Sums, s.Unsplit, s.Missing, s.Stated())
}

// Print is short for StandsOn, for a button.
func (s Sheet) Print() uint64 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s.StandsOn()))
	return uint64(h.Sum32())
}

// Stated are the sums as the lead unit states them: overridden where it has done so.
func (s Sheet) Stated() Figures {
	stated := s.Sums.Clone()
	for _, o := range s.Overrides {
		stated[o.Item] = o.To
	}
	return stated
}

// Overridden is the override of a sum, where there is one.
func (s Sheet) Overridden(item Key) (Override, bool) {
	for _, o := range s.Overrides {
		if o.Item == item {
			return o, true
		}
	}
	return Override{}, false
}

// Consolidate adds up what feeds a lead unit of the round, as it stands. Which units those are was settled when it opened.
func (c College) Consolidate(b Book, r Round, lead Unit) Sheet {
	s := Sheet{Lead: lead.ID, Date: r.Date, Group: lead.Leads, Sums: Figures{}, Unsplit: Figures{}}
	form := c.FormOn(r.Date)
	w := WorksheetOf(b, r.Date, lead.ID)
	s.Overrides = w.Overrides
	for _, u := range r.fedBy(b, lead.ID) {
		answer, ok := FiledOn(b, r.Date, u.ID)
		if !ok {
			s.Missing = append(s.Missing, u.ID)
			for _, g := range w.Gaps {
				if g.Unit == u.ID {
					s.Gaps = append(s.Gaps, g)
				}
			}
			continue
		}
		s.Basis = append(s.Basis, Basis{u.ID, answer.Revision})
		for _, item := range form.For(u.Kind) {
			n, known := GroupPart(answer.Figures, item.Key, lead.Leads, u.Kind)
			if known {
				s.Sums[item.Key] += Count(n)
			} else if n > 0 {
				s.Unsplit[item.Key] += Count(n)
			}
		}
	}
	return s
}

// GroupPart is a group's part of a count, and whether it is known; where it is not, what nobody has split of the count: at most so many.
func GroupPart(f Figures, k Key, g Group, kind UnitKind) (int, bool) {
	if n, ok := f.Said(k.Of(g)); ok {
		return n, true
	}
	all, given := f.Said(k)
	groups := kind.Groups()
	rest, open := all, 0
	for _, other := range Groups {
		if n, said := f.Said(k.Of(other)); said {
			rest -= n
		} else if slices.Contains(groups, other) {
			open++
		}
	}
	if !given || rest < 0 || rest > 0 && !slices.Contains(groups, g) {
		return all, all == 0
	}
	// What the other groups leave is this one's, whoever was told. So a unit with one group of people need not name it, and nothing is nothing of
	// every group.
	return rest, open == 1 || rest == 0
}

// worksheetFiled ends what was owed for the sheet before, and asks for what this one lacks: a reason for each gap.
func (c College) worksheetFiled(b Book, r Round, lead Unit, s Sheet, again bool, by Person, now time.Time) {
	w := WorksheetOf(b, r.Date, lead.ID)
	flagged := !w.Flagged.IsZero()
	w.Stays = nil
	w.settled(b, s, s)
	if w.Chased = 0; len(s.Unexplained()) > 0 {
		w.Next = now.Add(c.waits().Sheet)
	}
	Worksheets.Put(b, w)
	if again && flagged {
		c.tellOffice(b, "say/sheet-settled", Facts{"unit": lead.Named(), "date": r.Date, "past": r.Date < DateOf(now), "group": lead.Leads, "at": s.Filed.In(c.Zone).Format("15:04"), "again": true, "by": by.Name,
			"changes": []Facts{}, "filed": len(s.Basis), "filed_now": len(s.Basis), "due": s.Total()}, SheetObject(r.Date, lead.ID), r, now)
	}
}

// FileSheet files a lead unit's consolidation as it stands, its gaps declared. Why a unit is missing is asked for, and may follow: a sheet
// that is due is not held up by it.
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
	old, again := LastSheet(b, r.Date, lead.ID)
	if again {
		if old.StandsOn() == s.StandsOn() {
			return old, Refuse(SheetUnchanged, "at", old.Filed.In(c.Zone).Format("15:04"))
		}
		kind, s.Revision, s.Mark = SheetAmended, old.Revision+1, old.Mark
	}
	Sheets.Put(b, s)
	c.restate(b, r, old, s, by)
	c.worksheetFiled(b, r, lead, s, kind == SheetAmended, by, now)
	b.Note(Event{At: now, Kind: kind, Object: s.Key(), By: by.ID, Payload: Facts{"units": len(s.Basis), "missing": len(s.Missing), "mark": s.Mark}})
	Withdraw(b, SheetOwed(r.Date, lead.ID))
	Touch(b, BoardCard, string(r.Date), now)
	Touch(b, SheetCard, SheetObject(r.Date, lead.ID), now)
	return s, nil
}

// SheetOwed names what reminders to a lead unit about its sheet are about.
func SheetOwed(d Date, lead UnitID) string { return "sheet/" + SheetObject(d, lead) }

// RoundAndUnit reads an object that names a date and a unit.
func RoundAndUnit(b Book, object string) (Round, Unit, error) {
	date, id, _ := strings.Cut(object, "/")
	round, ok := Rounds.Get(b, date)
	if !ok {
		return round, Unit{}, fmt.Errorf("object %s: no round", object)
	}
	u, ok := round.Unit(b, UnitID(id))
	if !ok {
		return round, u, fmt.Errorf("object %s: no unit", object)
	}
	return round, u, nil
}
