package workgroup

import (
	"slices"
	"time"
)

// OpenCorrection is what somebody has said anew of a unit that has filed, and not confirmed (更正待确认): what was filed stands until they
// do, and whoever reads it, adds it up or signs it is told that it may not be the last word.
type OpenCorrection struct {
	Unit    Unit
	Draft   Draft
	Changes []Change // none where it was asked which figure its words are about, and that is not answered
}

// correctionWaits is how long a correction waits for its head's word before they are reminded, and correctionRest how long they are left
// alone afterwards. They are no settings: a correction that is not meant is given up with one press.
const (
	correctionWaits = 15 * time.Minute
	correctionRest  = 5 * time.Minute
)

// correctionSteps are the times of the day at which a correction that waits is spoken of again.
var correctionSteps = []StepName{StepUnits, StepLeads, StepAnswers, StepEvening}

// OpenCorrections are those of a date, in roster order: every view of the date's figures shows these and no others.
func (c College) OpenCorrections(b Book, date Date) (out []OpenCorrection) {
	for d := range Drafts.Each(b, string(date)+"/") {
		if one, open := c.correctionIn(b, d); open {
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(x, y OpenCorrection) int { return x.Unit.Order - y.Unit.Order })
	return out
}

// correctionIn is the correction that a draft holds; false where its unit has not filed, or what it says is what was filed.
func (c College) correctionIn(b Book, d Draft) (OpenCorrection, bool) {
	filed, ok := FiledOn(b, d.Date, d.Unit)
	if !ok || d.Foreign(b) || !d.Stands(b) || len(d.Figures) == 0 && !d.Zero && d.Doubtful == "" {
		return OpenCorrection{}, false
	}
	u, _ := Units.Get(b, string(d.Unit))
	one := OpenCorrection{Unit: u, Draft: d}
	switch {
	case d.Guided && d.Asked != "":
		// In the middle of the questions only what was answered is anybody's word.
		said := filed.Figures.Clone()
		for k, n := range d.Figures {
			said[k] = n
		}
		one.Changes = Differ(filed.Figures, said)
	case len(d.Figures) > 0 || d.Zero:
		one.Changes = Differ(filed.Figures, c.Settled(d, u))
	}
	return one, len(one.Changes) > 0 || d.Doubtful != ""
}

// WatchCorrection has what a draft says of a unit that has filed shown as waiting wherever the unit's figures are, and its head reminded of it.
func (c College) WatchCorrection(b Book, d Draft, now time.Time) Draft {
	if _, filed := FiledOn(b, d.Date, d.Unit); !filed {
		return d
	}
	d.Remind, d.Reminded, d.Raised = time.Time{}, time.Time{}, false
	if _, open := c.correctionIn(b, d); open {
		d.Remind = now.Add(correctionWaits)
	}
	Drafts.Put(b, d)
	showCorrections(b, d, now)
	return d
}

// showCorrections has everything shown anew that tells of a correction which waits: board, lead units' sheets, and reports not sent yet.
func showCorrections(b Book, d Draft, now time.Time) {
	r, ok := Rounds.Get(b, string(d.Date))
	if !ok {
		return
	}
	Touch(b, BoardCard, r.Key(), now)
	fed, _ := r.Unit(b, d.Unit)
	for _, lead := range fed.Feeds {
		Touch(b, SheetCard, SheetObject(r.Date, lead), now)
	}
	for p := range Papers.Each(b, string(d.Date)) {
		if !p.Out() {
			Touch(b, PaperCard, p.Key(), now)
		}
	}
}

// WakeDraft reminds whoever has said a correction that it waits for their word; from the time on at which answers should be in, the office is
// told too, once.
func (c College) WakeDraft(b Book, key string, now time.Time) {
	d, ok := Drafts.Get(b, key)
	if !ok || d.Remind.IsZero() || d.Remind.After(now) {
		return
	}
	one, open := c.correctionIn(b, d)
	r, _ := Rounds.Get(b, string(d.Date))
	d.Remind = time.Time{}
	if !open {
		Drafts.Put(b, d)
		return
	}
	for _, step := range correctionSteps {
		if at := r.At(step); d.Remind.IsZero() && at.After(now) {
			d.Remind = at
		}
	}
	if now.Sub(d.Reminded) > correctionRest {
		d.Reminded, one.Draft = now, d
		b.Note(Event{At: now, Kind: DraftReminded, Object: d.Key()})
		c.remindCorrection(b, one, now)
	}
	Drafts.Put(b, d)
	if !d.Raised && !now.Before(r.At(StepAnswers)) {
		c.raiseCorrections(b, d.Date, now)
	}
}

// about names what letters about a draft are about: they are withdrawn when it ends.
func (d Draft) about() Ref { return Ref{Object: "draft/" + d.Key()} }

// remindCorrection tells whoever has said a correction that what was filed stands until they confirm it.
func (c College) remindCorrection(b Book, one OpenCorrection, now time.Time) {
	d := one.Draft
	who, _ := People.Get(b, string(d.Person))
	object := StandingKey(d.Date, d.Unit)
	facts := c.CorrectionOpenFacts(b, one)
	facts["doubts"], facts["words"] = false, d.Doubtful // which are their own
	row := []Button{{Label: "button/fill", Verb: "fill", Object: object}}
	if d.Date != DateOf(now) {
		row = nil
	}
	if d.ReadsBack() {
		ok := Button{Label: "button/ok", Verb: "ok", Object: object, Version: d.Version}
		if len(c.Doubts(b, one.Unit, d.Date, c.Settled(d, one.Unit))) > 0 {
			ok.Label, facts["doubts"] = "button/ok-anyway", true
		}
		row = []Button{ok, {Label: "button/pick", Verb: "pick", Object: object, Version: d.Version}}
	}
	row = append(row, Button{Label: "button/drop", Verb: "drop", Object: object, Version: d.Version})
	c.Tell(b, who, Letter{Text: "say/correction-waits", Facts: facts, Urgency: Deadline, Written: now, Until: DateOf(now).Add(1).In(c.Zone), About: d.about(),
		Buttons: [][]Button{row}})
}

// raiseCorrections tells the office which corrections of a date wait although their heads were reminded, with the numbers to telephone.
func (c College) raiseCorrections(b Book, date Date, now time.Time) {
	lines := []Facts{}
	for _, one := range c.OpenCorrections(b, date) {
		if d := one.Draft; !d.Reminded.IsZero() && !d.Raised {
			d.Raised = true
			Drafts.Put(b, d)
			lines = append(lines, c.CorrectionOpenFacts(b, one))
		}
	}
	c.tellCorrections(b, "say/corrections-wait", date, lines, false, now)
}

// lapseCorrection tells its head and the office at the end of the day that a correction was never confirmed: what was filed is what stands.
func (c College) lapseCorrection(b Book, d Draft, now time.Time) {
	one, open := c.correctionIn(b, d)
	if !open {
		return
	}
	who, _ := People.Get(b, string(d.Person))
	line := c.CorrectionOpenFacts(b, one)
	c.Tell(b, who, Letter{Text: "say/correction-lapsed", Facts: line, Urgency: Deadline, Silent: true, Written: now})
	c.tellCorrections(b, "say/corrections-lapsed", d.Date, []Facts{line}, true, now)
}

func (c College) tellCorrections(b Book, text string, date Date, lines []Facts, silent bool, now time.Time) {
	if len(lines) == 0 {
		return
	}
	for _, p := range Holders(b, Director, Staff) {
		c.Tell(b, p, Letter{Text: text, Facts: Facts{"date": date, "lines": lines}, Urgency: Deadline, Silent: silent, Written: now})
	}
}

// CorrectionOpenFacts are a correction that waits, as texts tell it to those who may read its unit's figures. The words themselves are
// not passed on: they may tell of somebody.
func (c College) CorrectionOpenFacts(b Book, one OpenCorrection) Facts {
	d := one.Draft
	changes, _ := c.changesFacts(d.Date, one.Changes)
	at := d.Said
	if at.IsZero() {
		at = d.Opened
	}
	return Facts{"unit": one.Unit.Named(), "date": d.Date, "by": nameOf(b, d.Person), "at": c.clock(at), "changes": changes, "words": "", "asked": d.Doubtful != "",
		"whole": d.ReadsBack(), "people": Phones(Speakers(b, one.Unit.ID))}
}

// CorrectionLines are the corrections of a date that wait, a line each.
func (c College) CorrectionLines(b Book, of []OpenCorrection) []Facts {
	out := []Facts{}
	for _, one := range of {
		out = append(out, c.CorrectionOpenFacts(b, one))
	}
	return out
}

// CorrectionUnits are the units whose corrections wait, each once.
func CorrectionUnits(of []OpenCorrection) []Named {
	units := []Unit{}
	for _, one := range of {
		if !slices.ContainsFunc(units, func(u Unit) bool { return u.ID == one.Unit.ID }) {
			units = append(units, one.Unit)
		}
	}
	return Names(units)
}
