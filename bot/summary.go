package bot

import (
	"errors"
	"slices"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// callable is how many units somebody can still telephone one after another.
const callable = 10

// summaryCommand is /summary: to overseers everything in private; in the group, for the office only, aggregates.
func (t *turn) summaryCommand(args string) error {
	of, err := t.scopeIn(args)
	if err != nil {
		return err
	}
	if part := of.week || of.unit != ""; !t.private() && (part || !t.person.Holds(workgroup.Director, workgroup.Staff)) {
		t.whisper("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/summary", "open": t.person.Reachable()})
		return nil
	}
	switch {
	case of.week:
		return t.weekSummary(of)
	case of.unit != "":
		return t.unitSummary(of)
	}
	date := of.date
	round, err := t.roundSummed(date)
	if err != nil {
		return err
	}
	tally := t.College.Count(t.b, round)
	if !t.private() {
		tally.Totals = aggregates(tally.Totals)
	}
	facts := t.summaryFacts(tally)
	t.caseSummary(date, facts)
	if t.private() {
		facts["waiting"] = t.College.CorrectionLines(t.b, tally.Waiting)
		facts["notices"] = t.summaryNotices(date)
		facts["uncounted"] = t.uncounted(tally)
		if t.readsPapers() {
			facts["notes"] = len(workgroup.NotesOn(t.b, round))
		}
		facts["queries"], facts["sheet_notes"] = t.unanswered(t.b, round), t.sheetNotes(t.b, round, tally.Sheets)
		t.reply("say/summary", facts, t.paperButtons(date)...)
		return nil
	}
	t.reply("say/summary-group", facts)
	return nil
}

// roundSummed is the round of a date that is summed up.
func (t *turn) roundSummed(date workgroup.Date) (workgroup.Round, error) {
	round, err := t.round(date)
	if errors.Is(err, &workgroup.Refusal{Code: workgroup.NoRound}) {
		return round, workgroup.Refuse(workgroup.NoSummary, "date", date)
	}
	return round, err
}

// listed is how many open cases a summary lists.
const listed = 10

// caseSummary adds what comes first: the cases that are open now, whatever day they are of, and how many the date had. Kind
// and unit are for those who may see the case, and never for the group.
func (t *turn) caseSummary(date workgroup.Date, facts workgroup.Facts) {
	running := workgroup.ByUrgency(workgroup.Running(t.b))
	lines := []workgroup.Facts{}
	for _, k := range running[:min(listed, len(running))] {
		line := t.CaseLine(t.b, k, t.now)
		if t.private() && k.Sees(t.b, t.person, t.now) {
			t.detail(t.b, k, line)
		}
		lines = append(lines, line)
	}
	opened, closed, merged := 0, 0, 0
	for k := range workgroup.Cases.Each(t.b, string(date)+"/") {
		opened++
		if !k.Closed.IsZero() {
			closed++
		}
		if k.Into != "" {
			merged++
		}
	}
	facts["cases"], facts["cases_running"], facts["begun"] = lines, len(running), []workgroup.Facts{}
	if date == t.today() {
		facts["begun"] = t.begun()
	}
	facts["cases_opened"], facts["cases_closed"], facts["cases_merged"] = opened, closed, merged
}

// uncounted are the cases of the date that its figures do not hold, for whoever may see them.
func (t *turn) uncounted(tally workgroup.Tally) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, k := range tally.Uncounted(workgroup.CasesOf(t.b, tally.Round.Date)) {
		if k.Sees(t.b, t.person, t.now) {
			out = append(out, workgroup.Facts{"code": k.Code(), "unit": t.unitName(k.Unit), "kind": k.Kind})
		}
	}
	return out
}

// many is how many units' answers a figure of the group has to be the sum of.
const many = 5

// aggregates are the totals that the group may read: without what the one-hour rule is about, and deaths, and without people whom only a few
// units can have counted. Beside the names of who is missing either tells whose they are.
func aggregates(totals []workgroup.TotalLine) []workgroup.TotalLine {
	few := map[string]bool{}
	for _, line := range totals {
		if base, _, _ := line.Key.Parts(); line.Sum > 0 && line.Covered < many {
			few[base] = true
		}
	}
	told := slices.DeleteFunc(slices.Clone(totals), func(line workgroup.TotalLine) bool {
		base, _, _ := line.Key.Parts()
		return card.Delicate(base) || few[base]
	})
	for i := range told {
		told[i].Split = nil // what one or two groups have changed by
	}
	return told
}

// summaryNotices are the important and pressing notices that today still wait to be read or done, pressing ones first.
func (t *turn) summaryNotices(date workgroup.Date) []workgroup.Facts {
	out := []workgroup.Facts{}
	if date != t.today() {
		return out
	}
	for _, class := range []workgroup.NoticeClass{workgroup.NoticePressing, workgroup.NoticeImportant} {
		for _, n := range workgroup.OpenNotices(t.b) {
			if n.Class == class && len(out) < listed {
				line := t.College.NoticeFacts(t.b, n)
				line["text"] = card.FirstLine(n.Text)
				out = append(out, line)
			}
		}
	}
	return out
}

// dateIn reads “”, 今天, 昨天, 前天 or a date as people write one.
func (t *turn) dateIn(args string) (workgroup.Date, error) {
	switch args {
	case "", "今天", "今日", "today":
		return t.today(), nil
	case "昨天", "昨日", "yesterday":
		return t.today().Add(-1), nil
	case "前天":
		return t.today().Add(-2), nil
	case "大前天":
		return t.today().Add(-3), nil
	}
	if d := workgroup.Date(args); d.Valid() {
		return d, nil
	}
	if d, rest, ok := t.weekdayIn(args); ok && rest == "" {
		return d, nil
	}
	if r := t.read(args, understand.Context{}); r.DateRef != "" {
		return workgroup.Date(r.DateRef), nil
	}
	return "", workgroup.Refuse(workgroup.NotADate, "words", args, "ahead", false)
}

// summaryFacts are a date as the director reads it: first what needs them, then figures with change and coverage.
func (t *turn) summaryFacts(tally workgroup.Tally) workgroup.Facts {
	facts := t.BoardFacts(tally)
	form := t.College.FormOn(tally.Round.Date)
	facts["on_time"], facts["overdue"], facts["late_units"], facts["makeup"] = tally.OnTime, tally.Overdue, tally.Late, tally.Makeup
	facts["on_behalf"] = tally.OnBehalf

	totals := []workgroup.Facts{}
	for _, line := range tally.Totals {
		// Details are told where there is something to tell; a figure that nobody gave is no zero.
		if line.Detail && line.Sum == 0 || line.Covered == 0 {
			continue
		}
		one := workgroup.LabelFacts(form, line.Key)
		one["n"], one["covered"], one["due"], one["known"], one["change"] = line.Sum, line.Covered, line.Due, line.Known, line.Change
		one["split"] = workgroup.SplitFacts(line.Split)
		one["compare"], one["detail"] = line.Known > 0 && !line.Detail, line.Detail
		totals = append(totals, one)
	}
	facts["totals"] = totals

	doubts := []workgroup.Facts{}
	for _, l := range tally.Doubtful {
		doubts = append(doubts, workgroup.Facts{"unit": l.Unit.Named(), "lines": t.DoubtLines(tally.Round.Date, l.Standing.Doubts, t.language())})
	}
	facts["doubts"] = doubts
	amended := []workgroup.Facts{}
	for _, l := range tally.Amended {
		amended = append(amended, workgroup.Facts{"unit": l.Unit.Named(), "revision": l.Standing.Revision, "at": t.Clock(l.Standing.Confirmed)})
	}
	facts["amended"] = amended
	facts["missed"] = tally.Missed
	tardy := []workgroup.Facts{}
	for _, s := range tally.Tardy {
		tardy = append(tardy, workgroup.Facts{"step": s.Name, "due": t.Clock(s.At), "at": t.Clock(s.Done)})
	}
	facts["tardy"] = tardy
	contacts := []workgroup.Facts{}
	missing := tally.In(workgroup.Missing)
	if len(missing) > callable {
		missing = nil // at this hour it is a list of everybody
	}
	for _, u := range missing {
		contacts = append(contacts, t.contactFacts(u))
	}
	facts["contacts"] = contacts
	facts["at"] = t.Clock(t.now)
	reasons := []workgroup.Facts{}
	for _, l := range tally.Lines {
		if l.Standing.Reason != "" {
			reasons = append(reasons, workgroup.Facts{"unit": l.Unit.Named(), "reason": l.Standing.Reason, "mark": l.Standing.Mark})
		}
	}
	facts["reasons"] = reasons
	return facts
}

// contactFacts are a unit and who speaks for it, each with their telephone.
func (t *turn) contactFacts(u workgroup.Unit) workgroup.Facts {
	return workgroup.Facts{"unit": u.Named(), "people": workgroup.Phones(workgroup.Speakers(t.b, u.ID))}
}
