package workgroup

import "time"

// Alarm is that the office and the duty staff were woken for something that may be a case of the one-hour rule: once for
// one message, or for one unit's figures of a day.
type Alarm struct {
	Object string    `json:"object"` // a message (SourceKey), or a unit's answer (StandingKey)
	Unit   UnitID    `json:"unit,omitempty"`
	By     PersonID  `json:"by,omitempty"` // "" for a stranger
	Name   string    `json:"name,omitempty"`
	At     time.Time `json:"at"`
}

// Key is what the alarm is about.
func (a Alarm) Key() string { return a.Object }

// Alarms are kept for good.
var Alarms = Shelf[Alarm]{"alarms"}
