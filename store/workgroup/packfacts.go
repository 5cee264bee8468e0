package workgroup

import (
	"slices"
	"time"
)

// How much of each part of a pack its one screen holds.
const (
	mostCases   = 8
	mostDoubts  = 5
	mostWaiting = 6
	mostCalls   = 8
)

// packFacts are a pack in the order in which the director reads it: urgent cases, who has filed, the figures with their change, what is
// doubtful, what is to be decided, what is still open and who is on duty tonight.
func (c College) packFacts(b Book, t Tally, now time.Time) Facts {
	r := t.Round
	f := Facts{"date": r.Date, "at": c.clock(now), "version": 0, "digest": "", "line": 0, "head": "", "since": nil, "other": r.Date != DateOf(now), "meeting": c.clock(r.At(StepMeeting)), "freeze": c.clock(r.At(StepFreeze))}
	c.packCases(b, r, f, now)
	c.packFiling(b, t, f)
	c.packFigures(b, t, f)
	c.packDoubts(b, t, f)
	c.packWaiting(b, f, now)
	c.packTonight(b, r, f, now)
	return f
}

// packCases are the urgent cases of the date, and how many of earlier dates are still open.
func (c College) packCases(b Book, r Round, f Facts, now time.Time) {
	lines := []Facts{}
	all := CasesOf(b, r.Date)
	for _, k := range ByUrgency(all)[:min(mostCases, len(all))] {
		u, _ := Units.Get(b, string(k.Unit))
		until := now
		if k.OfUnit.In() {
			until = k.OfUnit.At
		}
		told := []Channel{}
		for _, ch := range Channels {
			if _, ok := k.Told[ch]; ok {
				told = append(told, ch)
			}
		}
		lines = append(lines, Facts{"code": k.Code(), "kind": k.Kind, "death": k.Death, "unit": u.Named(), "in": k.OfUnit.In(), "minutes": int(until.Sub(k.Known).Minutes()), "over": k.Over(LegUnit, now),
			"told": told, "untold": k.Untold(), "verdict": k.Verdict, "holder": nameOf(b, k.Holder), "closed": !k.Closed.IsZero()})
	}
	before := 0
	for _, k := range Running(b) {
		if k.Date != r.Date {
			before++
		}
	}
	f["cases"], f["cases_n"], f["cases_before"] = lines, len(all), before
}

// packFiling is who has reported, late and not at all, and the lead units' sheets.
func (c College) packFiling(b Book, t Tally, f Facts) {
	late, overdue := []Named{}, []Named{}
	for _, l := range t.Lines {
		switch {
		case l.State != Filed:
		case l.Standing.Mark == Late || l.Standing.Mark == Makeup:
			late = append(late, l.Unit.Named())
		case l.Standing.Mark == Overdue:
			overdue = append(overdue, l.Unit.Named())
		}
	}
	calls := []Facts{}
	missing := t.In(Missing)
	for _, u := range missing[:min(mostCalls, len(missing))] {
		calls = append(calls, Facts{"unit": u.Named(), "people": Phones(Speakers(b, u.ID)[:min(1, len(Speakers(b, u.ID)))])})
	}
	reminded := 0
	for _, s := range t.Round.Steps {
		if s.Name == StepRemind || s.Name == StepAgain || s.Name == StepUnits || s.Name == StepLeads {
			if !s.Done.IsZero() {
				reminded++
			}
		}
	}
	sheets := []Facts{}
	for _, s := range t.Sheets {
		line := Facts{"unit": s.Lead.Named(), "filed": s.Filed, "due": s.Due, "at": "", "mark": s.Sheet.Mark, "moved": s.Moved && s.Stays == nil}
		if s.Sheet.Revision > 0 {
			line["at"] = c.clock(s.Sheet.Filed)
		}
		sheets = append(sheets, line)
	}
	f["filed"], f["due"], f["on_time"], f["overdue"], f["late"] = t.Filed(), len(t.Lines), t.OnTime, overdue, late
	f["missing"], f["more_missing"], f["awaiting"], f["reminded"], f["sheets"] = calls, len(missing)-len(calls), Names(t.In(Awaiting)), reminded, sheets
}

// packFigures are the questions of the form: those that are not zero, were not yesterday, or do not hold a case, with their flows; the zeros
// in one line; and those that nobody has answered.
func (c College) packFigures(b Book, t Tally, f Facts) {
	form := c.FormOn(t.Round.Date)
	left := map[string][]string{} // codes of the cases that a figure does not hold
	for _, k := range t.Uncounted(CasesOf(b, t.Round.Date)) {
		left[k.Kind.Item()] = append(left[k.Kind.Item()], k.Code())
	}
	lines, zeros, untold := []Facts{}, []Named{}, []Named{}
	for _, line := range t.Totals {
		facts := c.LabelFacts(t.Round.Date, line.Key)
		base, _, _ := line.Key.Parts()
		switch {
		case line.Detail:
			if line.Sum > 0 && len(lines) > 0 {
				last := lines[len(lines)-1]
				facts["n"], facts["covered"], facts["due"], facts["own"] = line.Sum, line.Covered, line.Due, facts["base"] == last["base"]
				last["parts"] = append(last["parts"].([]Facts), facts)
			}
		case line.Covered == 0:
			untold = append(untold, form.LabelOf(line.Key))
		case line.Sum == 0 && line.Change == 0 && len(left[base]) == 0:
			zeros = append(zeros, form.LabelOf(line.Key))
		default:
			facts["n"], facts["compare"], facts["change"], facts["covered"], facts["due"], facts["parts"], facts["left"], facts["split"] = line.Sum, line.Known > 0, line.Change, line.Covered, line.Due, []Facts{}, left[base], SplitFacts(line.Split)
			lines = append(lines, facts)
		}
	}
	f["figures"], f["zeros"], f["untold"] = lines, zeros, untold
}

// SplitFacts are what a change is of each group, as texts tell it.
func SplitFacts(split []GroupChange) []Facts {
	out := []Facts{}
	for _, one := range split {
		out = append(out, Facts{"group": one.Group, "change": one.Change})
	}
	return out
}

// packDoubts are figures that are asked about or do not add up, cases that the figures do not hold, and what was corrected after the lead
// units' time.
func (c College) packDoubts(b Book, t Tally, f Facts) {
	doubts := []Facts{}
	for _, l := range t.Doubtful[:min(mostDoubts, len(t.Doubtful))] {
		lines := []Facts{}
		for _, d := range l.Standing.Doubts {
			facts := c.LabelFacts(t.Round.Date, d.Key)
			for k, v := range d.Facts {
				facts[k] = v
			}
			lines = append(lines, Facts{"kind": "check/" + string(d.Check), "facts": facts})
		}
		doubts = append(doubts, Facts{"unit": l.Unit.Named(), "lines": lines})
	}
	asked := []Named{}
	for _, q := range QueriesOf(b, t.Round.Date) {
		if q.Open() || q.End == QueryLapsed {
			u, _ := t.Round.Unit(b, q.Unit)
			asked = append(asked, u.Named())
		}
	}
	amended := []Named{}
	for _, l := range t.Amended {
		if l.Standing.Confirmed.After(t.Round.At(StepLeads)) {
			amended = append(amended, l.Unit.Named())
		}
	}
	uncounted := []string{}
	for _, k := range t.Uncounted(CasesOf(b, t.Round.Date)) {
		uncounted = append(uncounted, k.Code())
	}
	f["waiting"] = c.CorrectionLines(b, t.Waiting)
	f["stated"] = c.StatedFacts(b, t.Round.Date)
	f["doubts"], f["more_doubts"], f["asked"], f["amended"], f["uncounted"] = doubts, len(t.Doubtful)-len(doubts), asked, amended, uncounted
}

// packWaiting is what the meeting has to decide on, what it decided before and is not done, and the notices that are not read.
func (c College) packWaiting(b Book, f Facts, now time.Time) {
	papers := []Facts{}
	for _, p := range PapersWaiting(b, DateOf(now)) {
		papers = append(papers, Facts{"date": p.Date, "class": p.Class(), "state": p.State, "again": p.Corrects != ""})
	}
	notices := []Facts{}
	open := OpenNotices(b)
	for _, n := range open[:min(mostWaiting, len(open))] {
		notices = append(notices, c.NoticeFacts(b, n))
	}
	decisions := []Facts{}
	standing := StandingDecisions(b)
	for _, d := range standing[:min(mostWaiting, len(standing))] {
		decisions = append(decisions, c.DecisionFacts(b, d, now))
	}
	f["decisions"], f["decisions_n"] = decisions, len(standing)
	f["changed"] = c.packChanged(b, DateOf(now.In(c.Zone)), now)
	f["papers"], f["notices"] = papers[:min(mostWaiting, len(papers))], notices
}

// packChanged are the decisions that were changed or taken back since the pack of the day before.
func (c College) packChanged(b Book, d Date, now time.Time) []Facts {
	since := d.Add(-1).In(c.Zone)
	if last, ok := LastPack(b, d.Add(-1)); ok {
		since = last.At
	}
	out := []Facts{}
	for _, one := range DecisionsChanged(b, since) {
		out = append(out, with(c.DecisionFacts(b, one, now), "changes", c.ChangesFacts(b, one, since, now)))
	}
	return out[:min(mostWaiting, len(out))]
}

// packTonight is who is on duty at ten in the evening of the date, or when the pack is made later than that.
func (c College) packTonight(b Book, r Round, f Facts, now time.Time) {
	at := r.Date.In(c.Zone).Add(22 * time.Hour)
	if now.After(at) {
		at = now
	}
	tonight := []Facts{}
	for _, s := range ShiftsAt(b, at) {
		tonight = append(tonight, c.ShiftFacts(b, s, true))
	}
	f["tonight"], f["rota"], f["phone"] = tonight, HasRota(b), c.DutyPhone
}

// paperDays is how many days back reports that still wait are looked for.
const paperDays = 7

// PapersOpen are the reports to the authorities of the last days that are not filed yet, oldest first.
func PapersOpen(b Book, today Date) (out []Paper) {
	for p := range Papers.From(b, "", string(today.Add(-paperDays))) {
		if p.State != PaperFiled || p.Wanting {
			out = append(out, p)
		}
	}
	return out
}

// PapersWaiting are the reports to the authorities of the last days that are not signed yet, oldest first.
func PapersWaiting(b Book, today Date) (out []Paper) {
	for p := range Papers.From(b, "", string(today.Add(-paperDays))) {
		if !p.Signature.Done() && !p.Out() {
			out = append(out, p)
		}
	}
	return out
}

// packChanges are what is not as it was in the version before: whose answers, which sums, which cases.
func (c College) packChanges(b Book, r Round, before, after Pack) Facts {
	was := map[UnitID]int{}
	for _, of := range before.Content.Basis {
		was[of.Unit] = of.Revision
	}
	var filed, revised []UnitID
	for _, of := range after.Content.Basis {
		switch revision, known := was[of.Unit]; {
		case !known:
			filed = append(filed, of.Unit)
		case revision != of.Revision:
			revised = append(revised, of.Unit)
		}
	}
	lines, zeros := c.changesFacts(r.Date, Differ(before.Content.Sums, after.Content.Sums))
	stood := map[string]PackCase{}
	for _, k := range before.Content.Cases {
		stood[k.Case] = k
	}
	cases := []Facts{}
	tell := func(of PackCase, how string) {
		k, _ := Cases.Get(b, of.Case)
		u, _ := Units.Get(b, string(of.Unit))
		cases = append(cases, Facts{"code": k.Code(), "kind": of.Kind, "death": of.Death, "unit": u.Named(), "verdict": of.Verdict, "how": how})
	}
	for _, k := range after.Content.Cases {
		old, known := stood[k.Case]
		if delete(stood, k.Case); !known {
			tell(k, "new")
		} else if old != k {
			tell(k, "changed")
		}
	}
	for _, k := range before.Content.Cases {
		if _, gone := stood[k.Case]; gone {
			tell(k, "merged")
		}
	}
	return Facts{"version": before.Version, "at": c.clock(before.At), "filed": r.Names(b, filed), "revised": r.Names(b, revised), "changes": lines, "zeros": zeros, "cases": cases, "stated": !slices.Equal(before.Content.Stated, after.Content.Stated)}
}
