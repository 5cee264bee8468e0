package workgroup

import (
	"slices"
	"strconv"
	"time"
)

// Caller is an account that has rung the office lately, and how often: no stranger keeps it ringing.
type Caller struct {
	Telegram int64       `json:"telegram"`
	Claims   []time.Time `json:"claims,omitempty"` // claims passed on
	Called   []string    `json:"called,omitempty"` // the names in those claims
	Alarms   []time.Time `json:"alarms,omitempty"` // alarms passed on
	Rang     time.Time   `json:"rang,omitzero"`    // the last alarm that was heard aloud
	Object   string      `json:"object,omitempty"` // which it was
	Unit     UnitID      `json:"unit,omitempty"`   // and of which unit
	Cut      time.Time   `json:"cut,omitzero"`     // told to telephone instead
}

// Key is the numeric id.
func (c Caller) Key() string { return strconv.FormatInt(c.Telegram, 10) }

// Callers are forgotten with the day.
var Callers = Shelf[Caller]{Name: "callers"}

func callerOf(b Book, telegram int64) Caller {
	c := Caller{Telegram: telegram}
	if kept, ok := Callers.Get(b, c.Key()); ok {
		c = kept
	}
	return c
}

// latest is when the account rang last.
func (c Caller) latest() time.Time {
	return slices.MaxFunc(slices.Concat(c.Claims, c.Alarms, []time.Time{c.Rang, c.Cut}), time.Time.Compare)
}

// forgetCallers forgets who has not rung for an hour: nothing counts longer, once the date is over.
func forgetCallers(b Book, now time.Time) {
	var gone []string
	for c := range Callers.Each(b, "") {
		if now.Sub(c.latest()) >= time.Hour {
			gone = append(gone, c.Key())
		}
	}
	for _, key := range gone {
		Callers.Drop(b, key)
	}
}
