package workgroup

import "time"

// movePapers is what a new revision of a unit's answer does to the paper that stands on it. A signature no longer holds: who signed and who
// drafted are told what changed, and the draft comes back. What has been sent stays as it was sent, and a correction of it (更正件) is
// drafted. One that is still going round comes back too: what people look at is what goes out.
func (c College) movePapers(b Book, r Round, report Report, by Person, now time.Time) {
	p, ok := LastPaper(b, r.Date)
	if !ok || p.State == PaperDraft {
		return
	}
	after := covered(c.Count(b, r)).Sums
	changes := Differ(p.Content.Sums, after)
	tell := Holders(b, Staff)
	for _, id := range []PersonID{p.Drafter, p.Signature.By} {
		if one, ok := People.Get(b, string(id)); ok && !among(tell, one) {
			tell = append(tell, one)
		}
	}
	before, state := p, p.State
	payload := Facts{"unit": report.Unit, "revision": report.Revision, "changes": len(changes)}
	switch {
	case p.Out():
		p = Paper{Date: p.Date, Number: p.Number + 1, State: PaperDraft, Drafter: p.Drafter, Drafted: now, Work: p.Work, Plans: p.Plans, Corrects: p.Key()}
		p.note(b, PaperDrafted, Person{}, now, with(payload, "corrects", p.Corrects))
	case p.State == PaperSigned:
		p.Signature.Voided = now
		p.Void = append(p.Void, p.Signature)
		p.note(b, PaperVoided, by, now, with(payload, "digest", p.Signature.Digest))
		p.Signature, p.Copy, p.State = Signature{}, "", PaperDraft
	default:
		p.note(b, PaperOvertaken, by, now, payload)
		p.State = PaperDraft
	}
	p.Checked, p.Review, p.Lowered = Act{}, Review{}, Act{}
	p = p.keep(b, now)
	unit, _ := Units.Get(b, string(report.Unit))
	lines := []Facts{}
	for _, ch := range changes {
		lines = append(lines, c.changeFacts(p.Date, ch))
	}
	l := Letter{Text: "say/paper-moved", Urgency: Deadline, Written: now, About: Ref{Object: "paper/" + p.Key()}, Facts: Facts{
		"date": p.Date, "unit": unit.Named(), "by": by.Name, "state": state, "entry": NumberFact(b, before), "changes": lines, "first": report.Revision == 1}}
	for _, one := range tell {
		if c.Tell(b, one, l) && one.Holds(Drafters...) && one.ID == p.Drafter {
			ShowPaper(b, p, one, now)
		}
	}
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
