package workgroup

import "time"

// movePapers is what a new revision of a unit's answer does to the paper that stands on it. A signature no longer holds: who signed and who
// drafted are told what changed, and the draft comes back. What has been sent stays as it was sent, and a correction of it (更正件) is
// drafted. One that is still going round comes back too: what people look at is what goes out.
func (c College) movePapers(b Book, r Round, report Report, by Person, now time.Time) {
	p, ok := LastPaper(b, r.Date)
	if !ok || p.State == PaperDraft {
		if ok && p.Corrects != "" {
			Touch(b, PaperCard, p.Key(), now) // its card says what it changes
			c.tellCorrecting(b, p, r, report, by, now)
		}
		return
	}
	last, _ := Reports.Get(b, Report{Date: report.Date, Unit: report.Unit, Revision: report.Revision - 1}.Key())
	changes := sumsMoved(p.Content.Sums, covered(c.Count(b, r)).Sums, []Corrected{{Unit: report.Unit, Changes: c.saidOtherwise(p.Date, last.Figures, report.Figures)}})
	before := p
	payload := Facts{"unit": report.Unit, "revision": report.Revision, "changes": len(changes)}
	switch {
	case p.Out():
		p = Paper{Date: p.Date, Number: p.Number + 1, State: PaperDraft, Drafter: p.Drafter, Drafted: now, Work: p.Work, Plans: p.Plans, WorkBy: p.WorkBy, PlansBy: p.PlansBy, Corrects: p.Key()}
		p.note(b, PaperDrafted, Person{}, now, with(payload, "corrects", p.Corrects))
		c.watchCorrection(b, p.Date, now)
	case p.State == PaperSigned:
		c.unsign(b, &p, by, now, payload)
	default:
		p.note(b, PaperOvertaken, by, now, payload)
	}
	lines, zeros := c.changesFacts(p.Date, changes)
	unit, _ := Units.Get(b, string(report.Unit))
	c.comeBack(b, before, p, Facts{"unit": unit.Named(), "by": by.Name, "changes": lines, "zeros": zeros, "first": report.Revision == 1, "case": "", "stated": false}, now)
	if before.Out() {
		c.supersede(b, before, now)
	}
}

// tellCorrecting tells the office and who drafted it that a correction still on the desk says something else than it did. That one more unit has
// nobody to report changes no figure of it.
func (c College) tellCorrecting(b Book, p Paper, r Round, report Report, by Person, now time.Time) {
	before, _ := Reports.Get(b, Report{Date: report.Date, Unit: report.Unit, Revision: report.Revision - 1}.Key())
	if moved, _ := c.changesFacts(p.Date, Differ(before.Figures, report.Figures)); len(moved) == 0 {
		return
	}
	sums, _ := c.Corrections(b, p)
	lines, zeros := c.changesFacts(p.Date, sums)
	unit, _ := r.Unit(b, report.Unit)
	tell := Holders(b, Staff)
	if one, ok := People.Get(b, string(p.Drafter)); ok && !among(tell, one) {
		tell = append(tell, one)
	}
	about := "paper/" + p.Key()
	for _, one := range tell {
		c.Tell(b, one, Letter{Text: "say/paper-moved", Urgency: Deadline, Written: now, About: Ref{Object: about}, Facts: Facts{"unit": unit.Named(), "by": by.Name, "changes": lines,
			"zeros": zeros, "first": report.Revision == 1, "case": "", "stated": false, "date": p.Date, "state": p.State, "entry": NumberFact(b, p)}})
	}
}

// moveSigned is what news of a case does to a paper of its day that is signed and not sent yet: it does not tell of it, and its signature no
// longer holds. One that is going round is not signed any more (MaySign); of what was sent, the next report tells how it went on.
func (c College) moveSigned(b Book, k Case, by Person, now time.Time) {
	p, ok := LastPaper(b, k.Date)
	if !ok || p.State != PaperSigned || p.Out() || !k.newsSince(p.Content.At) {
		return
	}
	before := p
	c.unsign(b, &p, by, now, Facts{"case": k.Code()})
	c.comeBack(b, before, p, Facts{"unit": Named{}, "by": by.Name, "changes": []Facts{}, "zeros": 0, "first": false, "case": k.Code(), "stated": false}, now)
}

// comeBack makes a draft of a paper again, whatever it was before; the office, who drafted it and who had signed are told why.
func (c College) comeBack(b Book, before, p Paper, why Facts, now time.Time) {
	tell := Holders(b, Staff)
	for _, id := range []PersonID{before.Drafter, before.Signature.By} {
		if one, ok := People.Get(b, string(id)); ok && !among(tell, one) {
			tell = append(tell, one)
		}
	}
	p.State, p.Checked, p.Review, p.Lowered = PaperDraft, Act{}, Review{}, Lowered{}
	p = p.keep(b, now)
	state := before.State
	if before.Out() {
		state = PaperSent // to one of several, it is out as well
	}
	l := Letter{Text: "say/paper-moved", Urgency: Deadline, Written: now, About: Ref{Object: "paper/" + p.Key()},
		Facts: with(why, "date", p.Date, "state", state, "entry", NumberFact(b, before))}
	for _, one := range tell {
		if c.Tell(b, one, l) && one.Holds(Drafters...) && one.ID == p.Drafter {
			ShowPaper(b, p, one, now)
		}
	}
}

// changesFacts are figures that changed, as a text shows them; those that nobody had given and that are 0 now are only counted.
func (c College) changesFacts(d Date, changes []Change) (lines []Facts, zeros int) {
	lines = []Facts{}
	for _, ch := range changes {
		if ch.Before == Unsaid && ch.After == 0 {
			zeros++
			continue
		}
		lines = append(lines, c.changeFacts(d, ch))
	}
	return lines, zeros
}

// changeFacts is one figure that changed, as a text shows it: unsaid on either side is nothing.
func (c College) changeFacts(d Date, ch Change) Facts {
	base, measure, group := ch.Key.Parts()
	f := Facts{"label": c.FormOn(d).LabelOf(ch.Key), "base": base, "measure": string(measure), "group": string(group), "before": nil, "after": nil}
	if ch.Before != Unsaid {
		f["before"] = int(ch.Before)
	}
	if ch.After != Unsaid {
		f["after"] = int(ch.After)
	}
	return f
}
