package workgroup

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Mark is how a filing stands to its deadline.
type Mark string

const (
	OnTime  Mark = ""
	Overdue Mark = "overdue" // 逾时: after 14:30, which is “原则上”
	Late    Mark = "late"    // 迟报: not before 15:00
	Makeup  Mark = "makeup"  // 补报: for an earlier date
)

// Marks are all of them, in order.
var Marks = []Mark{OnTime, Overdue, Late, Makeup}

// Source is where figures came from: a message, or a press on one.
type Source struct {
	Chat    int64     `json:"chat,omitempty"`
	Message int       `json:"message,omitempty"`
	Text    string    `json:"text,omitempty"` // in the sender's own words
	At      time.Time `json:"at"`             // Telegram's date of the message; of a press, when it was stored
	Edited  bool      `json:"edited,omitempty"`
	Asked   Key       `json:"asked,omitempty"` // the question it answered, in a guided talk
}

// Report is one confirmed revision of a unit's answer for a date.
type Report struct {
	Unit      UnitID    `json:"unit"`
	Date      Date      `json:"date"`
	Revision  int       `json:"revision"`
	Form      int       `json:"form"`
	Zero      bool      `json:"zero"` // 零报告: nothing abnormal, and said so
	Figures   Figures   `json:"figures"`
	Summed    []Key     `json:"summed,omitempty"` // those nobody stated: the sums of their groups, which they follow
	By        PersonID  `json:"by"`
	For       UnitID    `json:"for,omitempty"` // 代报: By speaks for this unit, and Unit asked it to file
	Filed     time.Time `json:"filed"`         // by the filing time rule; what Mark is judged by
	Confirmed time.Time `json:"confirmed"`     // when the confirmation was stored
	Mark      Mark      `json:"mark,omitempty"`
	Doubts    []Doubt   `json:"doubts,omitempty"`
	Sources   []Source  `json:"sources"`
	Reason    string    `json:"reason,omitempty"` // for being overdue or late
}

// Key sorts reports by date, unit and revision.
func (r Report) Key() string { return fmt.Sprintf("%s/%s/%03d", r.Date, r.Unit, r.Revision) }

// Copy is the report with figures, doubts and sources of its own.
func (r Report) Copy() Report {
	r.Figures, r.Summed, r.Sources = maps.Clone(r.Figures), slices.Clone(r.Summed), slices.Clone(r.Sources)
	r.Doubts = slices.Clone(r.Doubts)
	for i := range r.Doubts {
		r.Doubts[i].Facts = maps.Clone(r.Doubts[i].Facts)
	}
	return r
}

// Reports are kept for good, every revision.
var Reports = copying[Report]("reports", 500)

// Latest is the newest revision of each unit's answer.
var Latest = copying[Standing]("latest", 500)

// Standing is a unit's answer as it stands: its newest revision, and when the first was filed.
type Standing struct {
	Report
	First time.Time `json:"first"` // filing time of revision 1, which later corrections do not move
	Was   Mark      `json:"was,omitempty"`
}

// Copy is the answer with a report of its own.
func (s Standing) Copy() Standing {
	s.Report = s.Report.Copy()
	return s
}

// Key is the date and unit.
func (s Standing) Key() string { return StandingKey(s.Date, s.Unit) }

// StandingKey is the key of a unit's answer.
func StandingKey(d Date, u UnitID) string { return string(d) + "/" + string(u) }

// FiledOn returns a unit's answer for a date as it stands.
func FiledOn(b Book, d Date, u UnitID) (Standing, bool) { return Latest.Get(b, StandingKey(d, u)) }

// Filing is everything that becomes a revision.
type Filing struct {
	Unit    Unit
	Date    Date
	By      Person
	For     UnitID // By files as head of this unit; empty when the unit is By's own
	Zero    bool
	Figures Figures
	Summed  []Key // those of them that only add up their groups
	Sources []Source
	At      time.Time // when the figures were said
	Now     time.Time // when they were confirmed
}

// File adds a revision: the newest wins, the older ones stay (V19).
func (c College) File(b Book, r Round, f Filing) Report {
	report := Report{
		Unit: f.Unit.ID, Date: r.Date, Revision: 1, Form: c.FormOn(r.Date).Version, Zero: f.Zero, Figures: f.Figures, Summed: f.Summed, By: f.By.ID, For: f.For,
		Filed: r.filingTime(f.At, f.Now), Confirmed: f.Now, Sources: f.Sources,
	}
	report.Doubts = c.Doubts(b, f.Unit, r.Date, f.Figures)
	report.Mark = r.mark(report.Filed, DateOf(f.Now))
	standing := Standing{Report: report, First: report.Filed, Was: report.Mark}

	kind, before := ReportFiled, Figures(nil)
	if old, ok := FiledOn(b, r.Date, f.Unit.ID); ok {
		kind, before = ReportAmended, old.Figures
		report.Revision = old.Revision + 1
		// Whoever filed in time and corrects later has not become late.
		report.Mark = old.Was
		report.Reason = old.Reason
		standing = Standing{Report: report, First: old.First, Was: old.Was}
	}
	Reports.Put(b, report)
	Latest.Put(b, standing)
	for _, s := range f.Sources {
		// A message leads to whoever has said it: others may have taken their figures from it.
		if of, known := Sources.Get(b, SourceKey(s.Chat, s.Message)); s.Message != 0 && (!known || of.Person == f.By.ID) {
			Sources.Put(b, SourceOf{Chat: s.Chat, Message: s.Message, Date: r.Date, Unit: f.Unit.ID, Person: f.By.ID})
		}
	}
	b.Note(Event{At: f.Now, Kind: kind, Object: report.Key(), By: f.By.ID,
		Payload: Facts{"mark": report.Mark, "zero": f.Zero, "changes": len(Differ(before, f.Figures)), "doubts": len(report.Doubts)}})

	Withdraw(b, OwedBy(r.Date, f.Unit.ID))
	settleReminders(b, r.Date, f.Unit.ID, f.Now)
	c.settleQueries(b, r, report, before, f.By, f.Now)
	c.refresh(b, r, f.Unit, f.Now)
	c.flagSheets(b, r, f.Unit, f.Now)
	c.balanceAfter(b, r, f.Unit, f.Now)
	c.movePapers(b, r, report, f.By, f.Now)
	stirPack(b, r.Date, f.Now)
	c.askReason(b, report, f.By, f.Now)
	return report
}

// OwedBy names what reminders to a unit are about: they are withdrawn when it files.
func OwedBy(d Date, u UnitID) string { return "owed/" + string(d) + "/" + string(u) }

// refresh has everything that shows a unit's answer shown anew.
func (c College) refresh(b Book, r Round, u Unit, now time.Time) {
	Touch(b, BoardCard, string(r.Date), now)
	fed, _ := r.Unit(b, u.ID)
	for _, lead := range fed.Feeds {
		Touch(b, SheetCard, SheetObject(r.Date, lead), now)
	}
	var open []Draft
	for d := range Drafts.Each(b, StandingKey(r.Date, u.ID)+"/") {
		open = append(open, d)
	}
	for _, d := range open {
		// What somebody else's list says is nothing beside what the unit has filed itself.
		if d.From != "" {
			d.Leave(b, now)
			continue
		}
		if d.Asked != "" {
			continue // it will be read back, with the difference, when its questions are answered
		}
		// What another head was read back is no longer the whole of it: they confirm what they see, or nothing.
		d.Version++
		d.Overtaken = true
		Drafts.Put(b, d)
		c.WatchCorrection(b, d, now)
		Touch(b, TalkCard, d.Key(), now)
	}
}

// filingTime dates a filing: by when its figures were said, provided they were confirmed by the lead units' deadline;
// else by when they were confirmed.
func (r Round) filingTime(said, confirmed time.Time) time.Time {
	if said.IsZero() || said.After(confirmed) || !confirmed.Before(r.Deadline(StepLeads)) {
		return confirmed
	}
	return said
}

func (r Round) mark(filed time.Time, today Date) Mark {
	switch {
	case today > r.Date:
		return Makeup
	case !filed.Before(r.Deadline(StepLeads)): // 三点前
		return Late
	case filed.After(r.Deadline(StepUnits)): // 不得晚于下午两点半
		return Overdue
	}
	return OnTime
}

// Doubts holds figures against the form, the roster and the day before.
func (c College) Doubts(b Book, u Unit, d Date, figures Figures) []Doubt {
	var yesterday Figures
	if s, ok := FiledOn(b, d.Add(-1), u.ID); ok {
		yesterday = s.Figures
	}
	return Examine(c.FormOn(d), u, figures, yesterday)
}

// SourceOf leads from a message to the answer it became, or may become.
type SourceOf struct {
	Chat    int64    `json:"chat"`
	Message int      `json:"message"`
	Date    Date     `json:"date"`
	Unit    UnitID   `json:"unit"`
	Person  PersonID `json:"person"`
	Told    bool     `json:"told,omitempty"` // that what it was edited into is no report
}

// Key is the chat and message.
func (s SourceOf) Key() string { return SourceKey(s.Chat, s.Message) }

// SourceKey is the key of a message.
func SourceKey(chat int64, message int) string { return fmt.Sprintf("%d/%d", chat, message) }

// Sources are kept as long as the reports they became.
var Sources = Shelf[SourceOf]{Name: "sources"}

// Explain keeps why a unit was overdue or late.
func Explain(b Book, d Date, u UnitID, by Person, reason string, now time.Time) error {
	s, ok := FiledOn(b, d, u)
	if !ok {
		return Refuse(NothingFiled)
	}
	if !by.Speaks(u) && s.By != by.ID {
		return Refuse(NotYours)
	}
	s.Reason = reason
	Latest.Put(b, s)
	Reports.Put(b, s.Report)
	b.Note(Event{At: now, Kind: ReasonGiven, Object: s.Report.Key(), By: by.ID, Payload: Facts{"reason": reason}})
	return nil
}
