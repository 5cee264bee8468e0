package workgroup

import "time"

// Intent is the first of two presses: the second, by the same person on the same thing, does it.
type Intent struct {
	Person PersonID  `json:"person"`
	What   string    `json:"what"` // zero, sheet
	Of     string    `json:"of"`   // date and unit
	Basis  string    `json:"basis,omitempty"`
	At     time.Time `json:"at"`
}

// Key is the person: whoever starts another thing has given this one up.
func (i Intent) Key() string { return string(i.Person) }

// Intents live for two minutes.
var Intents = Shelf[Intent]{Name: "intents"}

const (
	intentLife = 2 * time.Minute
	// readingTime is how long an alert takes to be read: two presses closer together are one nervous press.
	readingTime = time.Second
)

// Pressed is what a press on something that takes two of them is.
type Pressed uint8

const (
	First  Pressed = iota // it reads back what the second would do
	Hasty                 // it came before the first can have been read, and does not count
	Second                // it does it
)

// Hastily tells whether a press has come before what stands there since a time can have been read.
func Hastily(since, now time.Time) bool {
	d := now.Sub(since)
	return d >= 0 && d < readingTime
}

// Press notes a first press, or takes a second one for what it is. A second press counts only on what the first one read back (basis).
func Press(b Book, by PersonID, what, of, basis string, now time.Time) Pressed {
	i, ok := Intents.Get(b, string(by))
	since := now.Sub(i.At)
	if ok && i.What == what && i.Of == of && i.Basis == basis && since >= 0 && since <= intentLife {
		if Hastily(i.At, now) {
			return Hasty
		}
		Intents.Drop(b, i.Key())
		return Second
	}
	Intents.Put(b, Intent{by, what, of, basis, now})
	return First
}

// Armed is the first of two presses that somebody has taken, while the second would count.
func Armed(b Book, by PersonID, now time.Time) (Intent, bool) {
	i, ok := Intents.Get(b, string(by))
	return i, ok && now.Sub(i.At) <= intentLife
}
