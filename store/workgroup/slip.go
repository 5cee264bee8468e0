package workgroup

import "time"

// Slip is what somebody wrote that can be meant in two ways, or counts only after one more press: it lies there until its
// writer says which.
type Slip struct {
	Source string    `json:"source"` // the message (SourceKey)
	Person string    `json:"person"` // whose desk it lies on
	What   string    `json:"what"`   // what the words may be
	Of     string    `json:"of,omitempty"`
	Text   string    `json:"text"`
	At     time.Time `json:"at"`             // when it was said
	Lapse  time.Time `json:"lapse,omitzero"` // when the office reads the words, unanswered; zero: never
}

// Key is the message.
func (s Slip) Key() string { return s.Source }

// Due is when the office reads the words.
func (s Slip) Due() time.Time { return s.Lapse }

// Slips are dropped with the answer, and kept two days without one.
var Slips = Shelf[Slip]{Name: "slips"}
