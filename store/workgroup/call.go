package workgroup

import (
	"strings"
	"time"
)

// Call is an urgent report being made (报警): what is known of it so far. It asks for few things, and left unfinished it
// becomes a case by itself.
type Call struct {
	Owner     string     `json:"owner"` // under what name things lie on the reporter's desk
	Chat      int64      `json:"chat"`  // the reporter's private chat; 0: there is none, nobody can be asked
	Reporter  Reporter   `json:"reporter"`
	Kind      CaseKind   `json:"kind,omitempty"`
	Unit      UnitID     `json:"unit,omitempty"`
	Group     Group      `json:"group,omitempty"`
	Known     time.Time  `json:"known,omitzero"`
	Rough     bool       `json:"rough,omitempty"`   // near that time
	Said      time.Time  `json:"said,omitzero"`     // the earliest time that the words name, without saying that it was known then
	Former    string     `json:"former,omitempty"`  // key of the reporter's case closed last
	Assumed   bool       `json:"assumed,omitempty"` // nobody can say since when: the time of the report stands for it
	Day       string     `json:"day,omitempty"`     // a day that was said without its hour, as it was said
	Words     string     `json:"words,omitempty"`
	Death     bool       `json:"death,omitempty"`     // they tell that somebody has died
	Further   []CaseKind `json:"further,omitempty"`   // kinds of case that the same words tell of others: each is reported after this one
	Beside    bool       `json:"beside,omitempty"`    // it is such another
	Source    string     `json:"source,omitempty"`    // what was alarmed for it (the object of an Alarm); "": nobody has been woken yet
	Forwarded bool       `json:"forwarded,omitempty"` // its words are a forward, and its reporter has said nothing of their own
	Leg       LegName    `json:"leg,omitempty"`
	Doubtful  bool       `json:"doubtful,omitempty"` // only asked about, and less than a case: nobody answering, the duty staff are told, and none is opened
	Began     time.Time  `json:"began"`
	Answered  time.Time  `json:"answered,omitzero"` // when a press last answered what was asked
	Version   uint64     `json:"version"`
}

// CallLife is how long a call may stand unfinished before it wakes the duty staff by itself.
const CallLife = 3 * time.Minute

// Key is the reporter: one call at a time.
func (c Call) Key() string { return c.Owner }

// Due is when it becomes a case by itself.
func (c Call) Due() time.Time { return c.Began.Add(CallLife) }

// CallsBegun is how many urgent reports are being made and are no case yet; what its writer is only asked about is none.
func CallsBegun(b Book) (n int) {
	for call := range Calls.Each(b, "") {
		if !strings.HasPrefix(call.Owner, aside) {
			n++
		}
	}
	return n
}

// aside marks the name under which a report lies that its writer is only asked about.
const aside = "asked/"

// AskAside lays a report down of which its writer is only asked whether it is one: of somebody else than was reported before. It takes none of
// their words and shows nothing; nobody answering, it becomes a case by itself.
func (c College) AskAside(b Book, call Call, of string, now time.Time) Call {
	call.Owner, call.Chat = aside+of, 0
	return c.Begin(b, call, now)
}

// AskedAside is the report that lies there until a question about a message is answered; false: it has been, or nobody was asked.
func AskedAside(b Book, of string) (Call, bool) { return Calls.Get(b, aside+of) }

// dropAside takes back a report of which its writer was only asked: they have answered.
func dropAside(b Book, of string, by PersonID, now time.Time) {
	if call, ok := AskedAside(b, of); ok {
		call.withdraw(b, by, now)
	}
}

// Aside tells whether a report is only asked about.
func (c Call) Aside() bool { return strings.HasPrefix(c.Owner, aside) }

// Calls live until they are confirmed, withdrawn, or have become cases by themselves.
var Calls = Shelf[Call]{Name: "calls"}

// CallStep is what a call asks for next.
type CallStep string

const (
	CallKind    CallStep = "kind"    // what happened
	CallUnit    CallStep = "unit"    // of which unit
	CallGroup   CallStep = "group"   // student, staff, other
	CallKnown   CallStep = "known"   // since when it is known
	CallConfirm CallStep = "confirm" // read back
)

// CallSteps are all of them, in order.
var CallSteps = []CallStep{CallKind, CallUnit, CallGroup, CallKnown, CallConfirm}

// Step is what the call asks for next.
func (c Call) Step() CallStep {
	switch {
	case c.Kind == "":
		return CallKind
	case c.Unit == "":
		return CallUnit
	case c.Group == "" && c.Leg != LegIndividual: // people who report themselves are asked later, by who takes it
		return CallGroup
	case c.Known.IsZero() && !c.Assumed:
		return CallKnown
	}
	return CallConfirm
}

// Keep writes the call as its next version and shows it in the reporter's private chat.
func (c Call) Keep(b Book, repost bool, now time.Time) Call {
	c.Version++
	Calls.Put(b, c)
	if c.Chat != 0 {
		Show(b, Card{Kind: CallCard, Object: c.Owner, Chat: c.Chat, Person: c.Reporter.Person, Urgency: Urgent, Repost: repost}, now)
	}
	return c
}

// Begin starts a call, or goes on with the reporter's own; words heard meanwhile are added.
func (c College) Begin(b Book, call Call, now time.Time) Call {
	old, ok := Calls.Get(b, call.Owner)
	if !ok {
		call.Began = now
		b.Note(Event{At: now, Kind: CallBegun, Object: call.Owner, By: call.Reporter.Person, Payload: Facts{"kind": call.Kind, "unit": call.Unit, "words": call.Words}})
		return call.Keep(b, true, now)
	}
	// News of another unit, or of another kind of case, is another case: the first is reported as far as it was told.
	if old.Unit != "" && call.Unit != "" && old.Unit != call.Unit || old.Kind != "" && call.Kind != "" && old.Kind != call.Kind {
		c.LeaveCall(b, old, now)
		return c.Begin(b, call, now)
	}
	if call.Words != "" && call.Words != old.Words {
		if old.Words != "" {
			old.Words += "\n"
		} else if call.Reporter == old.Reporter {
			old.Leg = call.Leg // only their words say of whom it is
		}
		old.Words += call.Words
	}
	if old.Kind == "" {
		old.Kind = call.Kind
	}
	if old.Unit == "" {
		old.Unit = call.Unit
	}
	if old.Group == "" {
		old.Group = call.Group
	}
	if old.Known.IsZero() && !call.Known.IsZero() {
		old.Known, old.Rough, old.Assumed = call.Known, call.Rough, false
	}
	if old.Said.IsZero() || !call.Said.IsZero() && call.Said.Before(old.Said) {
		old.Said = call.Said
	}
	if old.Former == "" {
		old.Former = call.Former
	}
	old.Death = old.Death || call.Death
	old.Forwarded = old.Forwarded && call.Forwarded
	if old.Chat == 0 {
		old.Chat = call.Chat
	}
	if old.Source == "" {
		old.Source = call.Source
	}
	return old.Keep(b, true, now)
}

// ConfirmCall makes a case of a call.
func (c College) ConfirmCall(b Book, call Call, now time.Time) Case {
	return c.openCall(b, call, false, now)
}

// LeaveCall makes a case of a call whose reporter goes on to somebody else: it is reported as far as it was told.
func (c College) LeaveCall(b Book, call Call, now time.Time) Case {
	return c.openCall(b, call, true, now)
}

// WakeCall makes a case of a call that was left unfinished; of what is less than one the duty staff are told.
func (c College) WakeCall(b Book, owner string, now time.Time) {
	call, ok := Calls.Get(b, owner)
	if !ok || call.Due().After(now) {
		return
	}
	if call.Doubtful {
		c.tellUnanswered(b, call, now)
		return
	}
	c.openCall(b, call, true, now)
}

func (c College) openCall(b Book, call Call, partial bool, now time.Time) Case {
	Calls.Drop(b, call.Key())
	endCall(b, call, now)
	var due time.Time
	if partial && call.Due().Before(now) {
		due = call.Due() // it opens by itself, after an outage late
	}
	if partial && call.Forwarded {
		call.Leg = "" // whoever passes on what others wrote has reported nothing yet
	}
	if call.Assumed {
		call.Said = time.Time{} // asked for it, they cannot say
	}
	k := c.Open(b, Opening{Due: due, Kind: call.Kind, Group: call.Group, Unit: call.Unit, Reporter: call.Reporter, Words: call.Words, Death: call.Death, Known: call.Known, Heard: call.Began,
		Partial: partial, Beside: call.Beside, Leg: call.Leg, Said: call.Said, Former: call.Former}, now)
	c.beginFurther(b, call, now)
	return k
}

// beginFurther begins the report of the next person that the words of a call tell of.
func (c College) beginFurther(b Book, call Call, now time.Time) {
	if len(call.Further) == 0 {
		return
	}
	c.Begin(b, Call{Owner: call.Owner, Chat: call.Chat, Reporter: call.Reporter, Kind: call.Further[0], Further: call.Further[1:], Beside: true,
		Unit: call.Unit, Known: call.Known, Rough: call.Rough, Assumed: call.Assumed, Words: call.Words, Source: call.Source, Leg: call.Leg}, now)
}

// WithdrawCall takes a call back: it was no case. What was heard stays in the journal.
func (c College) WithdrawCall(b Book, call Call, by Person, now time.Time) {
	call.withdraw(b, by.ID, now)
}

func (c Call) withdraw(b Book, by PersonID, now time.Time) {
	Calls.Drop(b, c.Key())
	endCall(b, c, now)
	b.Note(Event{At: now, Kind: CallWithdrawn, Object: c.Owner, By: by})
}

// endCall has the reporter's card show how the call ended.
func endCall(b Book, call Call, now time.Time) {
	if call.Chat != 0 {
		Touch(b, CallCard, call.Owner, now)
	}
}
