package workgroup

import (
	"slices"
	"time"
)

// PhoneOutcome is what came of a telephone call.
type PhoneOutcome string

const (
	Answered PhoneOutcome = "answered"  // 接通
	NoAnswer PhoneOutcome = "no-answer" // 未接
	PhoneOff PhoneOutcome = "off"       // 关机
)

// PhoneOutcomes are all of them, in the order of the call sheet.
var PhoneOutcomes = []PhoneOutcome{Answered, NoAnswer, PhoneOff}

// Phoned is one telephone call about a case, written down when there was time for it: when it was made is not when it was
// entered.
type Phoned struct {
	Who     string       `json:"who"` // who was called, as written
	At      time.Time    `json:"at"`
	Outcome PhoneOutcome `json:"outcome"`
	Note    string       `json:"note,omitempty"` // what else was noted of it
	Entered PersonID     `json:"entered"`
	Written time.Time    `json:"written"`
}

// NotePhoned keeps a call that was made about a case, by whoever may take it. It is progress when the holder notes it, and
// an answer takes the case for nobody. A time that has not come, or lies more than two weeks back, is refused.
func (c College) NotePhoned(b Book, key string, p Phoned, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case !by.Watches(b, now):
		return k, Refuse(NotWatch)
	}
	if err := c.bygone(p.At, now); err != nil {
		return k, err
	}
	p.Entered, p.Written = by.ID, now
	k.Phoned = inOrder(append(slices.Clone(k.Phoned), p))
	if by.ID == k.Holder {
		k = c.progress(k, now)
	}
	b.Note(Event{At: now, Kind: CasePhoned, Object: key, By: by.ID, Payload: Facts{"who": p.Who, "at": p.At, "outcome": p.Outcome, "note": p.Note}})
	return k.keep(b, now), nil
}

// inOrder are calls in the order they were made.
func inOrder(calls []Phoned) []Phoned {
	slices.SortStableFunc(calls, func(a, b Phoned) int { return a.At.Compare(b.At) })
	return calls
}
