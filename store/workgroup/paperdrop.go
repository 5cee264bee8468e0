package workgroup

import (
	"slices"
	"time"
)

// CorrectsNothing tells whether a draft was to correct a paper that says what the figures say again: they have gone back to what was sent.
func (c College) CorrectsNothing(b Book, p Paper) bool {
	if p.Corrects == "" || p.State != PaperDraft {
		return false
	}
	sums, units := c.Corrections(b, p)
	return len(sums) == 0 && !slices.ContainsFunc(units, func(u Corrected) bool { return u.First || len(u.Changes) > 0 })
}

// MayDropCorrection tells whether somebody may give up a correction (更正件): one that corrects nothing, and was never signed.
func (c College) MayDropCorrection(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperDraft)
	switch {
	case err != nil:
	case !by.Holds(Drafters...):
		err = Refuse(NotForYou)
	case len(p.Void) > 0 || !c.CorrectsNothing(b, p):
		err = Refuse(PaperNeeded, "signed", len(p.Void) > 0)
	}
	return p, err
}

// DropCorrection gives up a correction that corrects nothing, for a reason that stays with the paper it was to correct; that one is the last of its date
// again. Whoever drafts is told.
func (c College) DropCorrection(b Book, key string, version uint64, reason string, by Person, now time.Time) (Paper, error) {
	p, err := c.MayDropCorrection(b, key, version, by)
	switch {
	case err != nil:
		return p, err
	case reason == "":
		return p, Refuse(PaperDropWhy)
	}
	p.note(b, PaperDropped, by, now, Facts{"corrects": p.Corrects, "reason": reason})
	Papers.Drop(b, p.Key())
	Touch(b, PaperCard, p.Key(), now)
	first, _ := Papers.Get(b, p.Corrects)
	first.Dropped = append(first.Dropped, Dropped{Act{by.ID, now}, reason})
	if first = c.sentFurther(b, first); len(c.Awaiting(b, first)) > 0 {
		c.watchCorrection(b, first.Date, now) // who was to get the correction instead gets it after all
	}
	first = first.keep(b, now)
	for _, one := range Holders(b, Drafters...) {
		c.Tell(b, one, Letter{Text: "say/paper-dropped", Urgency: Deadline, Written: now, About: Ref{Object: "paper/" + first.Key()},
			Facts: Facts{"date": p.Date, "by": by.Name, "reason": reason, "entry": NumberFact(b, first)}})
	}
	return first, nil
}
