package workgroup

import (
	"fmt"
	"time"
)

// Facts are the arguments of a text: strings, numbers, booleans, lists and maps of them, and Named.
type Facts map[string]any

// Named is a proper name in both languages; English may be empty.
type Named struct {
	Name    string `json:"name"`
	English string `json:"english,omitempty"`
}

// Urgency orders what waits to be said.
type Urgency int

const (
	Information Urgency = iota
	Deadline
	Urgent
)

// Ref names the object and version a letter or button was made for.
type Ref struct {
	Object  string `json:"object,omitempty"`
	Version uint64 `json:"version,omitempty"`
}

// Button is one inline button: what it is called (a text), and what a press means.
type Button struct {
	Label   string `json:"label"`             // name of a text
	Facts   Facts  `json:"facts,omitempty"`   // its arguments
	Verb    string `json:"verb"`              // what is asked
	Object  string `json:"object,omitempty"`  // of what
	Version uint64 `json:"version,omitempty"` // as it stood
}

// LetterKind tells how a letter reaches its reader.
type LetterKind string

const (
	Say   LetterKind = ""      // a message
	React LetterKind = "react" // an emoji under the reader's own message (ReplyTo); never rings
)

// Original is a message that a letter copies, with what it holds.
type Original struct {
	Chat    int64 `json:"chat"`
	Message int   `json:"message"`
}

// Letter is said once. Its facts are those of the moment it was written; the commit that makes it untrue withdraws it.
type Letter struct {
	ID       uint64     `json:"id"`
	Kind     LetterKind `json:"kind,omitempty"`
	Chat     int64      `json:"chat"`
	Person   PersonID   `json:"person,omitempty"` // whose private chat this is; "" for the group or a stranger
	Lane     string     `json:"lane,omitempty"`   // letters of one chat and lane keep their order
	Urgency  Urgency    `json:"urgency,omitempty"`
	About    Ref        `json:"about"`
	Language Language   `json:"language"`
	Text     string     `json:"text"` // name of the text; for React the emoji
	Facts    Facts      `json:"facts,omitempty"`
	Buttons  [][]Button `json:"buttons,omitempty"`
	ReplyTo  int        `json:"reply_to,omitempty"`
	Square   string     `json:"square,omitempty"`   // a link that stands above the text as a square code (二维码)
	Attached string     `json:"attached,omitempty"` // an attachment, by its digest; the text is its caption
	Silent   bool       `json:"silent,omitempty"`
	Copies   *Original  `json:"copies,omitempty"`  // it is a copy of that, and the text its caption
	Becomes  string     `json:"becomes,omitempty"` // once delivered it is a card of this kind and its object, edited as what it says is done
	Written  time.Time  `json:"written"`
	Until    time.Time  `json:"until,omitzero"`   // of no use after; dropped then and noted
	Secret   bool       `json:"secret,omitempty"` // what it says is forgotten as soon as it is delivered, or never will be

	// The courier's part.
	Body    []byte    `json:"body,omitempty"`    // rendered at the first attempt, the same at each
	Tries   int       `json:"tries,omitempty"`   // attempts begun
	Trying  time.Time `json:"trying,omitzero"`   // an attempt that has not ended: after a crash its outcome is unknown
	Wait    time.Time `json:"wait,omitzero"`     // not before
	SentAt  time.Time `json:"sent_at,omitzero"`  // delivered
	Message int       `json:"message,omitempty"` // as this message
	Failure string    `json:"failure,omitempty"` // why it never will be: blocked, refused, expired
	Doubled bool      `json:"doubled,omitempty"` // sent again after an unknown outcome
}

// Key sorts letters by the order they were written in.
func (l Letter) Key() string { return NumberKey(l.ID) }

// NumberKey is a number as a key: sixteen hex digits, so that keys sort as numbers do.
func NumberKey(n uint64) string { return fmt.Sprintf("%016x", n) }

var (
	// Letters wait to be said.
	Letters = Shelf[Letter]{Name: "letters"}
	// Sent letters, and those that never will be (Failure), are kept 48 hours.
	Sent = Shelf[Letter]{Name: "sent"}
)

// Tell queues a letter.
func Tell(b Book, l Letter) {
	l.ID = b.Number(Letters.Name)
	Letters.Put(b, l)
}

// Withdraw takes back every waiting letter about an object: what happened since has made it untrue.
func Withdraw(b Book, object string) {
	var gone []string
	for l := range Letters.Holding(b, object) {
		// One that is being sent right now can no longer be taken back; the version makes its buttons harmless.
		if l.About.Object == object && l.Trying.IsZero() {
			gone = append(gone, l.Key())
		}
	}
	for _, key := range gone {
		Letters.Drop(b, key)
	}
}
