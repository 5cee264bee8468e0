package workgroup

import (
	"slices"
	"time"
)

// Alarm is that the office and the duty staff were told of something that may be a case of the one-hour rule: once for
// one message, or for one unit's figures of a day.
type Alarm struct {
	Object    string    `json:"object"` // a message (SourceKey), or a unit's answer (StandingKey)
	Unit      UnitID    `json:"unit,omitempty"`
	By        PersonID  `json:"by,omitempty"` // "" for a stranger
	Telegram  int64     `json:"telegram,omitempty"`
	Name      string    `json:"name,omitempty"`
	At        time.Time `json:"at"`                  // when it was first told
	To        string    `json:"to,omitempty"`        // 补充: the alarm it adds to
	Anonymous bool      `json:"anonymous,omitempty"` // an administrator who wrote as the group
	Anew      bool      `json:"anew,omitempty"`      // of somebody else than its sender rang for: it adds to nothing
	Withdrawn time.Time `json:"withdrawn,omitzero"`  // its sender has said that it is no case
	Rumour    string    `json:"rumour,omitempty"`    // words that only tell what was heard of the unit
	Settled   PersonID  `json:"settled,omitempty"`   // the head of the unit who has said whether it is so
}

// Key is what the alarm is about.
func (a Alarm) Key() string { return a.Object }

// Alarms are kept for good.
var Alarms = Shelf[Alarm]{Name: "alarms"}

// Woken are the people that an alarm goes to: the office, everybody with a duty role, and whoever stands on the shift that runs.
func Woken(b Book, now time.Time) []Person {
	return together(Holders(b, Director, Staff, DutyStaff, DutyLeader), crewOn(b, now))
}

// Over tells whether nothing goes on of an alarm's words any more: they were withdrawn, or only told what was heard. What their
// message is edited to is news of its own.
func (a Alarm) Over() bool { return !a.Withdrawn.IsZero() || a.Rumour != "" }

// WithdrawAlarm keeps that an alarm's sender has taken it back.
func WithdrawAlarm(b Book, object string, now time.Time) {
	if a, ok := Alarms.Get(b, object); ok {
		a.Withdrawn = now
		Alarms.Put(b, a)
	}
}

// Ringing is how an alarm reaches the office and the duty staff.
type Ringing int

const (
	Rings    Ringing = iota // aloud
	Adds                    // in silence: 补充 to what the same sender rang for just now
	CutOff                  // not at all: a stranger has sent too many
	StillCut                // nor this one, and the stranger was told just now
)

const (
	// additional is how long after an alarm what its sender writes adds to it.
	additional = 10 * time.Minute
	// strangersAlarms is how many alarms of one stranger are passed on in an hour.
	strangersAlarms = 5
)

// Cut tells whether nobody is told.
func (r Ringing) Cut() bool { return r == CutOff || r == StillCut }

// Raise decides how an alarm is told, and keeps it unless it is not told at all; rang is when its sender rang last. Whoever
// is on the roster, or an administrator of the group, is never cut off, and rings again for another unit; anybody does for somebody else.
func Raise(b Book, a Alarm, now time.Time) (how Ringing, rang time.Time) {
	c, stranger := callerOf(b, a.Telegram), a.By == "" && !a.Anonymous
	c.Alarms = slices.DeleteFunc(c.Alarms, func(at time.Time) bool { return now.Sub(at) >= time.Hour })
	if stranger && len(c.Alarms) >= strangersAlarms {
		b.Note(Event{At: now, Kind: UrgentCut, Object: a.Object, Payload: Facts{"telegram": a.Telegram}})
		if !c.Cut.IsZero() && now.Sub(c.Cut) < additional {
			return StillCut, c.Rang
		}
		c.Cut = now
		Callers.Put(b, c)
		return CutOff, c.Rang
	}
	if !a.Anew && !c.Rang.IsZero() && now.Sub(c.Rang) < additional && (stranger || a.Unit == c.Unit) && !settledSince(b, c, now) {
		how = Adds
		if a.Object != c.Object {
			a.To = c.Object
		}
	} else {
		c.Rang, c.Object, c.Unit = now, a.Object, a.Unit
	}
	c.Alarms = append(c.Alarms, now)
	Callers.Put(b, c)
	a.At = now
	// An edit brings new words to an alarm that stays the one it was.
	if old, ok := Alarms.Get(b, a.Object); ok {
		a.At, a.To = old.At, old.To
	}
	Alarms.Put(b, a)
	b.Note(Event{At: now, Kind: UrgentHeard, Object: a.Object, By: a.By, Payload: Facts{"unit": a.Unit, "to": a.To}})
	return how, c.Rang
}

// settledSince tells whether nothing goes on of what somebody rang for last: it was withdrawn, or each case that they have reported since
// is closed.
func settledSince(b Book, c Caller, now time.Time) bool {
	if old, ok := Alarms.Get(b, c.Object); ok && old.Over() {
		return true
	}
	closed := false
	for _, d := range []Date{DateOf(c.Rang), DateOf(now)} {
		for k := range Cases.Each(b, string(d)+"/") {
			if k.Reporter.Telegram != c.Telegram || k.Opened.Before(c.Rang) {
				continue
			}
			if k.Closed.IsZero() {
				return false
			}
			closed = true
		}
	}
	return closed
}
