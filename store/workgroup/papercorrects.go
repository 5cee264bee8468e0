package workgroup

import (
	"slices"
	"time"
)

// Superseded tells whether a paper was corrected since: nobody is sent it any more, and who has not got it gets its correction.
func Superseded(b Book, p Paper) bool {
	return Papers.Has(b, Paper{Date: p.Date, Number: p.Number + 1}.Key())
}

// supersede is what the correction of a paper does to it: it waits for nobody any more.
func (c College) supersede(b Book, p Paper, now time.Time) {
	if settled := c.sentFurther(b, p); settled.State != p.State || settled.Wanting != p.Wanting {
		settled.keep(b, now)
	}
}

// Corrected is what a unit has said otherwise since a paper was sent: which figures, by whom and why.
type Corrected struct {
	Unit    UnitID
	Changes []Change
	By      PersonID
	Reason  string // of a revision that is overdue or late; "": none was given
	First   bool   // it had not reported at all
}

// Corrections are what a correction (更正件) changes of the paper that it corrects: the sums, and what each unit says otherwise. A draft says
// what stands now; nothing of a paper that corrects none.
func (c College) Corrections(b Book, p Paper) (sums []Change, units []Corrected) {
	first, ok := Papers.Get(b, p.Corrects)
	if !ok || p.Corrects == "" {
		return nil, nil
	}
	now := p.Content
	if p.State == PaperDraft {
		round, _ := Rounds.Get(b, string(p.Date))
		now = covered(c.Count(b, round))
	}
	for _, is := range now.Basis {
		before, after := Report{}, Report{}
		if i := slices.IndexFunc(first.Content.Basis, func(was Basis) bool { return was.Unit == is.Unit }); i >= 0 {
			if first.Content.Basis[i].Revision == is.Revision {
				continue
			}
			before, _ = Reports.Get(b, Report{Date: p.Date, Unit: is.Unit, Revision: first.Content.Basis[i].Revision}.Key())
		}
		after, _ = Reports.Get(b, Report{Date: p.Date, Unit: is.Unit, Revision: is.Revision}.Key())
		units = append(units, Corrected{is.Unit, Differ(before.Figures, after.Figures), after.By, after.Reason, before.Revision == 0})
	}
	return Differ(first.Content.Sums, now.Sums), units
}

// CorrectionFacts are those changes as a text tells them.
func (c College) CorrectionFacts(b Book, p Paper) (lines []Facts, zeros int, units []Facts) {
	sums, of := c.Corrections(b, p)
	round, _ := Rounds.Get(b, string(p.Date))
	lines, zeros = c.changesFacts(p.Date, sums)
	units = []Facts{}
	for _, one := range of {
		u, _ := round.Unit(b, one.Unit)
		changes, _ := c.changesFacts(p.Date, one.Changes)
		units = append(units, Facts{"unit": u.Named(), "by": nameOf(b, one.By), "first": one.First, "changes": changes})
	}
	return lines, zeros, units
}
