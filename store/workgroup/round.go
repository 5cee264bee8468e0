package workgroup

import (
	"maps"
	"math"
	"slices"
	"time"
)

// StepName names one deadline of the day.
type StepName string

// The steps of a day, in order; their times are settings (notice 二（六）: 14:30 原则上, 15:00 前).
const (
	StepOpen     StepName = "open"     // the denominators are frozen
	StepHandover StepName = "handover" // 08:30 the duty card
	StepRemind   StepName = "remind"   // 14:00 the board, and a private message to each head who owes
	StepAgain    StepName = "again"    // 14:20 by name
	StepUnits    StepName = "units"    // 14:30 units → lead units
	StepNudge    StepName = "nudge"    // 14:45 lead units: what is missing below them
	StepLeads    StepName = "leads"    // 15:00 lead units → office
	StepPack     StepName = "pack"     // 15:05 the office reads the draft of the pack
	StepAnswers  StepName = "answers"  // 15:40 what was asked should be answered
	StepFreeze   StepName = "freeze"   // 15:50 the pack is frozen
	StepMeeting  StepName = "meeting"  // 16:00 the daily analysis (每日分析研判)
	StepEvening  StepName = "evening"  // 20:00 gaps in the duty roster
	StepClose    StepName = "close"    // the end of the date; not in the timetable
)

// StepNames are the steps of the timetable, in the order their times must have.
var StepNames = []StepName{StepOpen, StepHandover, StepRemind, StepAgain, StepUnits, StepNudge, StepLeads, StepPack, StepAnswers, StepFreeze, StepMeeting, StepEvening}

// Step is one deadline of one date.
type Step struct {
	Name   StepName  `json:"name"`
	At     time.Time `json:"at"`
	Done   time.Time `json:"done,omitzero"`
	Missed bool      `json:"missed,omitempty"` // by the bot: it was down until the step was of no use
}

// Round is one date's deadlines and the units that owe an answer, frozen when it opens.
type Round struct {
	Date   Date      `json:"date"`
	Opened time.Time `json:"opened"`
	Form   int       `json:"form"`            // version in force
	Grown  int       `json:"grown,omitempty"` // the version it opened under, where the form has grown since
	Units  []UnitID  `json:"units"`
	Leads  []UnitID  `json:"leads"`
	Roster []Unit    `json:"roster,omitempty"` // the units as they stood; a round without it goes by the roster of today
	Steps  []Step    `json:"steps"`

	Outages []Outage `json:"outages,omitempty"` // of the bot, since the reminder
}

// Rounds are kept for good, by date.
var Rounds = copying[Round]("rounds", 32)

// Key is the date.
func (r Round) Key() string { return string(r.Date) }

// Copy is the round with steps and lists of its own. The units as they stood are shared: they are nobody's to change, and most of its size.
func (r Round) Copy() Round {
	r.Units, r.Leads, r.Roster = slices.Clone(r.Units), slices.Clone(r.Leads), slices.Clip(r.Roster)
	r.Steps, r.Outages = slices.Clone(r.Steps), slices.Clone(r.Outages)
	return r
}

// Due is the first step that was neither taken nor missed.
func (r Round) Due() time.Time {
	for _, s := range r.Steps {
		if s.Done.IsZero() && !s.Missed {
			return s.At
		}
	}
	return time.Time{}
}

// At is when a step of the round is; the zero time when it has none of that name.
func (r Round) At(name StepName) time.Time {
	for _, s := range r.Steps {
		if s.Name == name {
			return s.At
		}
	}
	return time.Time{}
}

// Owes tells whether a unit is among those that owe an answer.
func (r Round) Owes(u UnitID) bool { return slices.Contains(r.Units, u) }

// Unit is a unit as the round counts it: what it was called on its date, and whom it fed and what it led when the round opened. One that has
// left the roster since is as it was; false when the round never knew it.
func (r Round) Unit(b Book, id UnitID) (Unit, bool) {
	now, stays := Units.Get(b, string(id))
	for _, then := range r.Roster {
		if then.ID != id {
			continue
		}
		if !stays {
			return then.Copy(), true
		}
		now.Name, now.English, now.Feeds, now.Leads = then.Name, then.English, slices.Clone(then.Feeds), then.Leads
		return now, true
	}
	return now, stays
}

// Called is what every unit was called on the round's date: papers of a day name units as that day did.
func (r Round) Called(b Book) map[UnitID]string {
	called := map[UnitID]string{}
	for u := range Units.Each(b, "") {
		called[u.ID] = u.Name
	}
	for _, u := range r.Roster {
		called[u.ID] = u.Name
	}
	return called
}

// rename has a date that goes on call units what they are called from now on; the days before stay as they were.
func rename(b Book, units []Unit, now time.Time) {
	r, ok := Rounds.Last(b, "")
	if !ok || !now.Before(r.At(StepClose)) {
		return
	}
	renamed := false
	r.Roster = slices.Clone(r.Roster)
	for i, was := range r.Roster {
		for _, u := range units {
			if u.ID == was.ID && u.Named() != was.Named() {
				r.Roster[i].Name, r.Roster[i].English, renamed = u.Name, u.English, true
			}
		}
	}
	if renamed {
		Rounds.Put(b, r)
		Touch(b, BoardCard, r.Key(), now)
	}
}

// Names are what units of the round are called.
func (r Round) Names(b Book, ids []UnitID) []Named {
	out := make([]Named, 0, len(ids))
	for _, id := range ids {
		u, _ := r.Unit(b, id)
		out = append(out, u.Named())
	}
	return out
}

// due are the units that owe an answer, in roster order. The denominator was frozen in the morning: one that has left the
// roster since is still among them.
func (r Round) due(b Book) []Unit { return r.read(b, r.Units) }

func (r Round) read(b Book, ids []UnitID) []Unit {
	out := make([]Unit, 0, len(ids))
	for _, id := range ids {
		u, ok := r.Unit(b, id)
		if !ok {
			u = Unit{ID: id, Name: string(id), Order: math.MaxInt}
		}
		out = append(out, u)
	}
	sortUnits(out)
	return out
}

// leads are the lead units that owe a sheet, in roster order.
func (r Round) leads(b Book) []Unit {
	return slices.DeleteFunc(r.read(b, r.Leads), func(u Unit) bool { return !u.Lead() })
}

// fedBy are the units that a lead unit stands on, in roster order. Whom a unit feeds was frozen with the round, so that only
// those are read.
func (r Round) fedBy(b Book, lead UnitID) []Unit {
	feeds := func(u Unit) bool { return slices.Contains(u.Feeds, lead) }
	if len(r.Roster) == 0 {
		return slices.DeleteFunc(r.due(b), func(u Unit) bool { return !feeds(u) })
	}
	var ids []UnitID
	for _, u := range r.Roster {
		if feeds(u) {
			ids = append(ids, u.ID)
		}
	}
	return r.read(b, ids)
}

// OpenRound makes sure that a date has its round: from that moment on its denominators do not change.
func (c College) OpenRound(b Book, date Date, steps []Step, now time.Time) Round {
	if r, ok := Rounds.Get(b, string(date)); ok {
		return r
	}
	r := Round{Date: date, Opened: now, Form: c.FormOn(date).Version, Steps: steps}
	for _, u := range Roster(b) {
		r.Units = append(r.Units, u.ID)
		r.Roster = append(r.Roster, Unit{ID: u.ID, Order: u.Order, Name: u.Name, English: u.English, Kind: u.Kind, Feeds: u.Feeds, Leads: u.Leads})
		if u.Lead() {
			r.Leads = append(r.Leads, u.ID)
		}
	}
	if midnight := date.Add(1).In(c.Zone); r.At(StepClose).IsZero() {
		r.Steps = append(r.Steps, Step{Name: StepClose, At: midnight})
	}
	Rounds.Put(b, r)
	c.watchSending(b, date)
	b.Note(Event{At: now, Kind: RoundOpened, Object: r.Key(), Payload: Facts{"units": len(r.Units), "form": r.Form}})
	return r
}

// TakeStep does what a round's clock asks for at now. Of several steps that passed while the bot was down only the
// latest is of use, and only until the next; the others are recorded as missed, never sent late. Reporting, duty and the meeting are
// three such rows of steps: none makes another's useless.
func (c College) TakeStep(b Book, date Date, now time.Time) {
	r, ok := Rounds.Get(b, string(date))
	if !ok {
		return
	}
	latest := map[stepRow]int{}
	for i, s := range r.Steps {
		switch {
		case !s.Done.IsZero() || s.Missed || s.At.After(now):
		case s.Name == StepClose:
			latest = map[stepRow]int{reportingRow: i} // nothing of the date is of use any more
		default:
			latest[s.Name.row()] = i
		}
	}
	if len(latest) == 0 {
		return // woken for a step that somebody has taken since
	}
	take := slices.Sorted(maps.Values(latest))
	for i := range r.Steps {
		s := &r.Steps[i]
		if s.At.After(now) || !s.Done.IsZero() || s.Missed {
			continue
		}
		// Opening and closing tell nobody anything: they are never too late.
		silent := s.Name == StepOpen || s.Name == StepClose
		if !slices.Contains(take, i) && !silent {
			s.Missed = true
			b.Note(Event{At: now, Kind: StepMissed, Object: r.Key(), Payload: Facts{"step": s.Name}})
			continue
		}
		s.Done = now
		b.Note(Event{At: now, Kind: StepDone, Object: r.Key(), Payload: Facts{"step": s.Name, "late": int(now.Sub(s.At).Seconds())}})
	}
	Rounds.Put(b, r)
	for _, i := range take {
		c.remind(b, r, r.Steps[i], now)
	}
}

// stepRow is one of the rows of steps that run beside one another through a day.
type stepRow int

const (
	reportingRow stepRow = iota
	dutyRow
	meetingRow
)

func (s StepName) row() stepRow {
	switch s {
	case StepHandover, StepEvening:
		return dutyRow
	case StepPack, StepAnswers, StepFreeze, StepMeeting:
		return meetingRow
	}
	return reportingRow
}

// Until is when a step's telling is of no more use: at the next step of its row.
func (r Round) Until(name StepName) time.Time {
	seen := false
	for _, s := range r.Steps {
		switch {
		case s.Name == name:
			seen = true
		case seen && (s.Name.row() == name.row() || s.Name == StepClose):
			return s.At
		}
	}
	return r.At(StepClose)
}
