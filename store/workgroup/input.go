package workgroup

import "time"

// Input is one thing that happened: an update from Telegram, a moment that fell due, an order from the command line.
// It is applied once, whole or not at all.
type Input struct {
	Mark   string    // remembered 48 hours, so that the same input is never applied twice; empty: not remembered
	Inbox  string    // its key in the inbox, from where the same commit removes it; empty when it did not come from there
	Now    time.Time // taken once at the door, in the college's zone
	Stored time.Time // when it was first on disk: the evidence for a press, which carries no date of its own
	Due    Due       // the moment, when the clock is the door
	Body   any       // what the door made of it, when a person is
	Raw    []byte    // as received; kept only when it has to be set aside
}

// Due is a moment the clock must come back to, and the record it belongs to.
type Due struct {
	At    time.Time
	Shelf string
	Key   string
}

// Toast is the short answer to a press: at most 200 UTF-16 units, in memory only, useless after ten seconds.
type Toast struct {
	Press string // Telegram's callback id
	Text  string // rendered, plain
	Alert bool   // a window to dismiss instead of a line that fades
}

// Answer is what a rule hands back besides what it wrote: only what need not survive.
type Answer struct {
	Toasts []Toast
}

// Rules decide over a book.
type Rules interface {
	// Decide applies one input. A returned error undoes everything the input wrote.
	Decide(Book, Input) (Answer, error)
	// Refuse answers the person when Decide returned an error, on a book where nothing of it is left. A Refusal is told in
	// its own words; anything else becomes one calm sentence with the reference number under which it was set aside.
	Refuse(b Book, in Input, why error, reference string) Answer
}

// Received is one raw update in the inbox.
type Received struct {
	Inbox  string    // its key in the inbox
	Update int64     // Telegram's update_id
	Stored time.Time // when the commit that keeps it was made
	Raw    []byte    // as Telegram sent it
}
