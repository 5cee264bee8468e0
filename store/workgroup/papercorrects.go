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
		units = append(units, Corrected{is.Unit, c.saidOtherwise(p.Date, before.Figures, after.Figures), after.By, after.Reason, before.Revision == 0})
	}
	return sumsMoved(first.Content.Sums, now.Sums, units), units
}

// saidOtherwise is what one answer says otherwise than another: where a count is zero, so is what it is made of, and nobody has left that out.
func (c College) saidOtherwise(d Date, before, after Figures) []Change {
	form := c.FormOn(d)
	given := func(k Key, n Count, f Figures) Count {
		all := k.Of(Everybody)
		for _, item := range form.Items {
			if whole, said := f.Said(item.Key); n == Unsaid && said && whole == 0 && (item.Key == all || slices.Contains(item.Details, all)) {
				return 0
			}
		}
		return n
	}
	out := Differ(before, after)
	for i, ch := range out {
		out[i].Before, out[i].After = given(ch.Key, ch.Before, before), given(ch.Key, ch.After, after)
	}
	return slices.DeleteFunc(out, func(ch Change) bool { return ch.Before == ch.After })
}

// sumsMoved are the sums that are others than before. One that is nothing only since a unit has left its part out is no zero that anybody has said.
func sumsMoved(before, after Figures, units []Corrected) []Change {
	moved := Differ(before, after)
	for i, sum := range moved {
		leftOut := func(u Corrected) bool { return slices.Contains(u.Unsaid(), sum.Key) }
		if sum.After == 0 && slices.ContainsFunc(units, leftOut) {
			moved[i].After = Unsaid
		}
	}
	return moved
}

// Unsaid are the figures that a unit had told and has left out since.
func (c Corrected) Unsaid() (out []Key) {
	for _, ch := range c.Changes {
		if ch.After == Unsaid {
			out = append(out, ch.Key)
		}
	}
	return out
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
