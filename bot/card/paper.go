package card

import (
	"slices"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// paperCard is a report to the authorities on its way, in private, with the buttons of its state that are its reader's.
func (r Renderer) paperCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	p, ok := workgroup.Papers.Get(b, c.Object)
	who, _ := workgroup.People.Get(b, string(c.Person))
	if !ok || !who.Holds(workgroup.PaperReaders...) {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	facts := r.PaperFacts(b, p)
	r.tellsContent(b, p, facts)
	r.tellsWriters(b, p, facts)
	r.tellsActs(b, p, now, facts)
	r.tellsSendings(b, p, now, facts)
	facts["next"] = waitsFor(b, p)
	var all []workgroup.Button
	for _, a := range PaperActs {
		if a.Offered(b, p, who) && (a.Name != "drop" || r.College.CorrectsNothing(b, p)) {
			all = append(all, workgroup.Button{Label: a.Label, Verb: "signoff", Object: p.Key() + "/" + a.Name, Version: p.Version})
		}
	}
	return r.card(lang, "card/paper", facts, InRows(2, all))
}

// nameOf is what somebody is called; “” for nobody.
func nameOf(b workgroup.Book, id workgroup.PersonID) string {
	one, _ := workgroup.People.Get(b, string(id))
	return one.Name
}

// tellsContent adds the figures of a report, what they lack, what differs from them, and the print of all that is signed; a draft has none yet.
func (r Renderer) tellsContent(b workgroup.Book, p workgroup.Paper, facts workgroup.Facts) {
	draft, content := p.State == workgroup.PaperDraft, p.Content
	facts["filed"], facts["due"], facts["lines"], facts["digest"] = 0, 0, []workgroup.Facts{}, ""
	if !draft {
		facts["filed"], facts["due"] = len(content.Basis), len(content.Basis)+len(content.Missing)
		facts["lines"], facts["digest"] = r.Lines(r.College.FormOn(p.Date), content.Sums, false), content.Digest()[:8]
	}
	facts["missing"], facts["unsummed"] = r.missingOf(b, p), workgroup.Names(workgroup.UnsummedOf(b, p))
	if facts["correction"] = nil; p.Corrects != "" {
		lines, zeros, units := r.College.CorrectionFacts(b, p)
		facts["correction"] = workgroup.Facts{"lines": lines, "zeros": zeros, "units": units[:min(len(units), 8)], "more": max(0, len(units)-8)}
	}
	facts["told"] = !draft && slices.Contains(p.Grounds, workgroup.GroundTold)
	facts["stated"], facts["beside"], facts["more_beside"] = []workgroup.Facts{}, []workgroup.Facts{}, 0
	facts["waiting"] = []workgroup.Facts{}
	if !p.Out() {
		facts["waiting"] = r.College.CorrectionLines(b, r.College.OpenCorrections(b, p.Date))
		beside := r.College.BesideFacts(b, p.Date)
		shown := min(8, len(beside))
		facts["stated"], facts["beside"], facts["more_beside"] = r.College.StatedFacts(b, p.Date), beside[:shown], len(beside)-shown
	}
}

// tellsWriters adds what people wrote in a report, who they are, and why it came back.
func (r Renderer) tellsWriters(b workgroup.Book, p workgroup.Paper, facts workgroup.Facts) {
	facts["work"], facts["plans"], facts["notes"] = brief(p.Work), brief(p.Plans), 0
	if p.State == workgroup.PaperDraft {
		facts["notes"] = NotesTold(b, p)
	}
	facts["drafter"], facts["returned"], facts["returned_by"] = nameOf(b, p.Drafter), brief(p.Returned), nameOf(b, p.ReturnedBy)
	writers := []string{}
	for _, id := range p.Writers() {
		writers = append(writers, nameOf(b, id))
	}
	facts["writers"] = writers
}

// tellsActs adds who has done what with a report, and when: of what came back nothing is checked, and signed again it is past that a signature fell.
func (r Renderer) tellsActs(b workgroup.Book, p workgroup.Paper, now time.Time, facts workgroup.Facts) {
	act := func(a workgroup.Act) any {
		if !a.Done() {
			return nil
		}
		return workgroup.Facts{"by": nameOf(b, a.By), "at": r.Moment(a.At, now)}
	}
	facts["checked"], facts["signed"], facts["archived"] = act(p.Checked), act(p.Signature.Act), act(p.Filed)
	if p.State == workgroup.PaperDraft {
		facts["checked"] = nil
	}
	facts["review"], facts["lowered"], facts["void"] = nil, nil, 0
	if p.Lowered.Done() {
		grounds := []string{}
		for _, g := range p.Grounds {
			grounds = append(grounds, string(g))
		}
		facts["lowered"] = workgroup.Facts{"by": nameOf(b, p.Lowered.By), "at": r.Moment(p.Lowered.At, now), "reason": brief(p.Lowered.Reason), "grounds": grounds}
	}
	if p.Review.Done() {
		facts["review"] = workgroup.Facts{"time": p.Review.Time, "form": p.Review.Form, "people": brief(p.Review.People), "conclusion": brief(p.Review.Conclusion), "by": nameOf(b, p.Review.By)}
	}
	if !p.Signature.Done() {
		facts["void"] = len(p.Void)
	}
}

// tellsSendings adds where a report went, where it has still to go, and which entries of it were wrong.
func (r Renderer) tellsSendings(b workgroup.Book, p workgroup.Paper, now time.Time, facts workgroup.Facts) {
	facts["sendings"], facts["unsent"] = r.SendingFacts(b, p, now)
	facts["spared"], facts["copied"] = []workgroup.Named{}, p.Copy != ""
	if p.Out() && workgroup.Superseded(b, p) {
		facts["spared"] = workgroup.RecipientNames(r.College.Unsent(p))
	}
	struck := []workgroup.Facts{}
	for _, s := range p.Struck {
		struck = append(struck, workgroup.Facts{"to": s.To, "at": r.Moment(s.At, now), "how": s.How, "received": s.Received, "by": nameOf(b, s.Corrected.By), "corrected": r.Moment(s.Corrected.At, now)})
	}
	facts["struck"] = struck
	dropped := []workgroup.Facts{}
	for _, d := range p.Dropped {
		dropped = append(dropped, workgroup.Facts{"by": nameOf(b, d.By), "at": r.Moment(d.At, now), "reason": brief(d.Reason)})
	}
	facts["dropped"] = dropped
}

// SendingFacts are the entries of a report's sendings, and the authorities that wait for it still, as texts tell them.
func (tell *Teller) SendingFacts(b workgroup.Book, p workgroup.Paper, now time.Time) (sendings, left []workgroup.Facts) {
	sendings, left = []workgroup.Facts{}, []workgroup.Facts{}
	several := len(tell.College.Addressees()) > 1
	for _, s := range p.AllSendings() {
		by, _ := workgroup.People.Get(b, string(s.Entered.By))
		one := workgroup.Facts{"to": "", "at": tell.Moment(s.At, now), "how": s.How, "received": s.Received, "by": by.Name}
		if several {
			one["to"] = s.To
		}
		sendings = append(sendings, one)
	}
	if several && (p.State == workgroup.PaperSigned || p.Wanting) {
		for _, to := range tell.College.Awaiting(b, p) {
			one := Addressee(to)
			one["first"] = workgroup.FirstFor(b, p, to.Name)
			left = append(left, one)
		}
	}
	return sendings, left
}

// SentFacts are a report as whoever asks whether it went out is told of it: to whom, how and when, and whose turn it is where it did not.
func (tell *Teller) SentFacts(b workgroup.Book, p workgroup.Paper, now time.Time) workgroup.Facts {
	facts := tell.PaperFacts(b, p)
	facts["sendings"], facts["unsent"] = tell.SendingFacts(b, p, now)
	facts["out"], facts["next"] = p.Out(), waitsFor(b, p)
	return facts
}

// missingOf are the units that a paper says have not reported, as far as a card names them; a draft says what stands now.
func (tell *Teller) missingOf(b workgroup.Book, p workgroup.Paper) workgroup.Facts {
	round, _ := workgroup.Rounds.Get(b, string(p.Date))
	names := round.Names(b, p.Content.Missing)
	if p.State == workgroup.PaperDraft {
		names = NotFiled(tell.College.Count(b, round))
	}
	most := min(8, len(names))
	return workgroup.Facts{"n": len(names), "names": names[:most], "more": len(names) - most}
}

// NotFiled are the units of a date that have not filed, those who have not confirmed among them.
func NotFiled(tally workgroup.Tally) []workgroup.Named {
	return append(workgroup.Names(tally.In(workgroup.Missing)), workgroup.Names(tally.In(workgroup.Awaiting))...)
}

// waitsFor are those whose turn a report is: a draft is whoever's began it, a check the staff's who have not drafted it, else whoever's may.
func waitsFor(b workgroup.Book, p workgroup.Paper) []workgroup.Named {
	of := func(all []workgroup.Person, roles ...workgroup.Role) []workgroup.Named {
		out := []workgroup.Named{}
		for _, one := range all {
			if one.Holds(roles...) && one.Left.IsZero() {
				out = append(out, workgroup.Named{Name: one.Name})
			}
		}
		return out
	}
	switch p.State {
	case workgroup.PaperDraft:
		if one, ok := workgroup.People.Get(b, string(p.Drafter)); ok && one.Left.IsZero() && workgroup.MayDraft(b, one) == nil {
			return []workgroup.Named{{Name: one.Name}}
		}
		return workgroup.DraftersNamed(b)
	case workgroup.PaperChecking:
		checkers := workgroup.Checkers(b, p)
		if staff := of(checkers, workgroup.Staff); len(staff) > 0 {
			return staff
		}
		return of(checkers, workgroup.Director)
	case workgroup.PaperReview:
		return of(workgroup.Holders(b, workgroup.Leading), workgroup.Leading)
	case workgroup.PaperReviewed, workgroup.PaperToSign:
		return of(workgroup.Signers(b, p), workgroup.Director)
	}
	return []workgroup.Named{}
}

// PaperFacts are a report as a list names it.
func (tell *Teller) PaperFacts(b workgroup.Book, p workgroup.Paper) workgroup.Facts {
	grounds := []string{}
	if p.Class() == workgroup.PaperImportant {
		for _, g := range p.Grounds {
			grounds = append(grounds, string(g))
		}
	}
	return workgroup.Facts{"date": p.Date, "number": workgroup.NumberFact(b, p), "state": p.State, "class": p.Class(), "grounds": grounds, "again": p.Corrects != ""}
}

// Addressee is to whom a report is still to be sent, as texts tell it: with the way and the time that are asked for.
func Addressee(r workgroup.Recipient) workgroup.Facts {
	return workgroup.Facts{"name": r.Named, "how": r.How, "until": r.By}
}
