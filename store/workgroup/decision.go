package workgroup

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Owner is who is responsible for a decision (责任单位、责任人): a unit, the office, or a person; empty where nobody is settled yet.
type Owner struct {
	Unit   UnitID   `json:"unit,omitempty"`
	Office bool     `json:"office,omitempty"`
	Person PersonID `json:"person,omitempty"`
}

// Settled tells whether somebody is responsible.
func (o Owner) Settled() bool { return o != Owner{} }

// People are those who answer for it.
func (o Owner) People(b Book) []Person {
	switch {
	case o.Unit != "":
		return Speakers(b, o.Unit)
	case o.Office:
		return Holders(b, Director, Staff)
	}
	if p, ok := People.Get(b, string(o.Person)); ok {
		return []Person{p}
	}
	return nil
}

// OwnerNamed is what texts call whoever is responsible.
func (c College) OwnerNamed(b Book, o Owner) Named {
	switch {
	case o.Unit != "":
		u, _ := Units.Get(b, string(o.Unit))
		return u.Named()
	case o.Office:
		return c.Body("office")
	}
	return Named{Name: nameOf(b, o.Person)}
}

// Decision is what a meeting has decided (议定事项): what, by whom, until when, and what came of it. Until it is recorded nobody but who
// writes it reads it.
type Decision struct {
	Date     Date      `json:"date"`   // of its meeting
	Number   int       `json:"number"` // of that date, from 1
	Version  uint64    `json:"version"`
	Meeting  string    `json:"meeting"`
	Text     string    `json:"text"`
	Owner    Owner     `json:"owner,omitzero"`
	Parties  []Party   `json:"parties,omitempty"` // where several answer for it together; the owner is the first of them
	Among    []Owner   `json:"among,omitempty"`   // who was named, where it is not clear which of them
	Deadline time.Time `json:"deadline,omitzero"` // midnight stands for the whole of the day before
	Vague    string    `json:"vague,omitempty"`   // the words that say until when and no hour, or no time, until it is settled
	Day      Date      `json:"day,omitempty"`     // the day that those words say
	Entered  Act       `json:"entered"`
	Added    bool      `json:"added,omitempty"` // 会后补记: written when its meeting was over

	Recorded Act    `json:"recorded,omitzero"` // in force since
	Seen     Act    `json:"seen,omitzero"`     // 收到
	Done     Act    `json:"done,omitzero"`     // 办结
	Result   string `json:"result,omitempty"`

	Amended []Amendment `json:"amended,omitempty"` // what it said before, oldest first
	Revoked Revoked     `json:"revoked,omitzero"`  // 撤销

	Reopened []Reopening `json:"reopened,omitempty"` // 重新办理, oldest first

	Plea     Plea      `json:"plea,omitzero"`      // 申请延期、异议、困难, until it is answered
	Pleas    []Plea    `json:"pleas,omitempty"`    // of others who answer for it, until that is answered
	LeftAsIs Act       `json:"kept,omitzero"`      // the last of them was refused, or, a question, answered
	Asked    int       `json:"asked,omitempty"`    // times that the receipt was asked for again
	Listed   bool      `json:"listed,omitempty"`   // the office was told that there is no receipt
	Reminded bool      `json:"reminded,omitempty"` // of the deadline ahead
	Overdue  time.Time `json:"overdue,omitzero"`   // its owner was told last that it is
	Next     time.Time `json:"next,omitzero"`
}

var (
	// Decisions are kept for good.
	Decisions = Shelf[Decision]{Name: "decisions"}
	// OpenDecisions name those that are in force and not done, so that nobody has to read the others to find them.
	OpenDecisions = Shelf[OpenDecision]{Name: "opendecisions"}
)

// OpenDecision is the key of a decision that is in force and not done.
type OpenDecision struct {
	Decision string `json:"decision"`
}

// Key is the decision's own.
func (o OpenDecision) Key() string { return o.Decision }

// Key sorts decisions by date and number.
func (d Decision) Key() string { return fmt.Sprintf("%s/%03d", d.Date, d.Number) }

// Due is when somebody is asked for it next.
func (d Decision) Due() time.Time { return d.Next }

// Code is what people call it, without the word before it: 0131-02.
func (d Decision) Code() string {
	return strings.ReplaceAll(string(d.Date), "-", "")[4:] + fmt.Sprintf("-%02d", d.Number)
}

// Open tells whether it is in force and not done.
func (d Decision) Open() bool { return d.Recorded.Done() && !d.Done.Done() && !d.Revoked.Done() }

// Settled tells whether it says who answers for it, and until when.
func (d Decision) Settled() bool { return d.Owner.Settled() && !d.Deadline.IsZero() }

// Late tells whether its time is up and it is not done.
func (d Decision) Late(now time.Time) bool { return d.Open() && !now.Before(d.Deadline) }

// Owes tells whether a person answers for it.
func (d Decision) Owes(b Book, p Person) bool { return among(d.answerable(b, anyParty), p) }

// object names what letters about a decision are about.
func (d Decision) object() string { return "decision/" + d.Key() }

// keep writes the decision as its next version, which is numbered by the clock so that a button of one that was dropped fits no later
// one, and shows it anew wherever it is up.
func (d Decision) keep(b Book, now time.Time) Decision {
	d.Version = max(d.Version+1, uint64(now.UnixMilli()))
	Decisions.Put(b, d)
	if d.Open() {
		OpenDecisions.Put(b, OpenDecision{d.Key()})
	} else {
		OpenDecisions.Drop(b, d.Key())
	}
	Touch(b, DecisionCard, d.Key(), now)
	Touch(b, MeetingCard, d.Meeting, now)
	return d
}

// ShowDecision puts a decision's card up for somebody, at the bottom of their chat.
func ShowDecision(b Book, d Decision, to Person, now time.Time) { d.show(b, to, now) }

// shownAgain is how long a decision's card is not put up again for somebody who does the same twice.
const shownAgain = time.Minute

// justShown tells whether a decision's card was put up for somebody just now.
func (d Decision) justShown(b Book, to Person, now time.Time) bool {
	card, up := Cards.Get(b, CardKey(DecisionCard, d.Key(), to.Telegram))
	return up && !card.Gone && card.Failure == "" && (card.Repost || now.Sub(card.Posted) < shownAgain)
}

// show puts the decision's card up for somebody, at the bottom of their chat.
func (d Decision) show(b Book, to Person, now time.Time) bool {
	if !to.Reachable() || !to.Left.IsZero() {
		return false
	}
	Show(b, Card{Kind: DecisionCard, Object: d.Key(), Chat: to.Telegram, Person: to.ID, Repost: true, Urgency: Deadline}, now)
	return true
}

// DecisionsOf are what a meeting has decided, in order, those that are not recorded yet too.
func DecisionsOf(b Book, meeting string) (out []Decision) {
	date, _, _ := strings.Cut(meeting, "/")
	for d := range Decisions.Each(b, date+"/") {
		if d.Meeting == meeting {
			out = append(out, d)
		}
	}
	return out
}

// StandingDecisions are those in force and not done: the overdue ones first, then by their deadline.
func StandingDecisions(b Book) (out []Decision) {
	for o := range OpenDecisions.Each(b, "") {
		if d, ok := Decisions.Get(b, o.Decision); ok {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Decision) int { return a.Deadline.Compare(b.Deadline) })
	return out
}

// decisionAt is a decision in the version that a button was made for.
func decisionAt(b Book, key string, version uint64) (Decision, error) {
	d, ok := Decisions.Get(b, key)
	if !ok || version != d.Version {
		return d, Refuse(Changed)
	}
	return d, nil
}

// draftAt is one that is not recorded yet, for those who may write it.
func draftAt(b Book, key string, version uint64, by Person) (Decision, error) {
	d, err := decisionAt(b, key, version)
	switch {
	case err != nil:
		return d, err
	case !by.Holds(PackReaders...):
		return d, Refuse(PackNotYours)
	case d.Recorded.Done():
		return d, Refuse(DecisionStands, "code", d.Code())
	}
	return d, nil
}

// DecideAt begins a decision of an open meeting with what could be read of its words, and shows it to its writer, who records it.
func (c College) DecideAt(b Book, meeting string, d Decision, by Person, now time.Time) (Decision, error) {
	m, err := openMeeting(b, meeting, by)
	if err != nil {
		return d, err
	}
	return d.begun(b, m, by, now), nil
}

// DecideAfter begins a decision that a meeting has taken and nobody wrote down while it went on (会后补记), as long as its minutes can be put right.
func (c College) DecideAfter(b Book, meeting string, d Decision, by Person, now time.Time) (Decision, error) {
	m, err := heldMeeting(b, meeting, by, now)
	if err != nil {
		return d, err
	}
	d.Added = !m.Open()
	return d.begun(b, m, by, now), nil
}

// begun is the next decision of a meeting, shown to its writer.
func (d Decision) begun(b Book, m Meeting, by Person, now time.Time) Decision {
	last, _ := Decisions.Last(b, string(m.Date)+"/")
	d.Date, d.Number, d.Meeting, d.Entered = m.Date, last.Number+1, m.Key(), Act{by.ID, now}
	b.Note(Event{At: now, Kind: DecisionMade, Object: d.Key(), By: by.ID, Payload: Facts{"meeting": m.Key(), "added": d.Added}})
	d = d.keep(b, now)
	d.show(b, by, now)
	return d
}

// Assign says who is responsible for a decision that is not recorded yet.
func (c College) Assign(b Book, key string, version uint64, to Owner, by Person, now time.Time) (Decision, error) {
	return c.AssignAll(b, key, version, []Owner{to}, by, now)
}

// WordDecision gives a decision that is not recorded yet other words, with who is responsible and until when as they are to be.
func (c College) WordDecision(b Book, key string, version uint64, anew Decision, by Person, now time.Time) (Decision, error) {
	d, err := draftAt(b, key, version, by)
	switch {
	case err != nil:
		return d, err
	case anew.Text == "":
		return d, Refuse(DecisionEmpty, "several", false)
	case !anew.Deadline.IsZero() && !anew.Deadline.After(now):
		return d, c.DeadlinePast(anew.Deadline)
	}
	d.Text, d.Owner, d.Parties, d.Among, d.Deadline, d.Vague, d.Day = anew.Text, anew.Owner, anew.Parties, anew.Among, anew.Deadline, anew.Vague, anew.Day
	return d.keep(b, now), nil
}

// SetDeadline says until when a decision that is not recorded yet is to be done.
func (c College) SetDeadline(b Book, key string, version uint64, until time.Time, by Person, now time.Time) (Decision, error) {
	d, err := draftAt(b, key, version, by)
	switch {
	case err != nil:
		return d, err
	case !until.After(now):
		return d, c.DeadlinePast(until)
	}
	d.Deadline, d.Vague, d.Day = until, "", ""
	return d.keep(b, now), nil
}

// Record puts a decision in force: its owner reads it in private at once. Where none of them can be reached the office hears so. One that was added after
// its meeting puts the minutes right.
func (c College) Record(b Book, key string, version uint64, by Person, now time.Time) (Decision, error) {
	d, err := draftAt(b, key, version, by)
	switch {
	case err != nil:
		return d, err
	case !d.Owner.Settled():
		return d, Refuse(DecisionOwner)
	case d.Deadline.IsZero():
		return d, Refuse(DecisionWhen)
	case !d.Deadline.After(now):
		return d, c.DeadlinePast(d.Deadline)
	}
	d.Recorded = Act{by.ID, now}
	b.Note(Event{At: now, Kind: DecisionRecorded, Object: d.Key(), By: by.ID, Payload: Facts{"owner": d.Owner, "owners": d.Owners(), "deadline": d.Deadline}})
	if m, ok := Meetings.Get(b, d.Meeting); ok && d.Added {
		m.noted(b, Facts{"decision": d.Key()}, by, now)
	}
	d = c.brought(b, d, now)
	d.Next = d.next(c, now)
	return d.keep(b, now), nil
}

// DropDecision gives up a decision that is not recorded yet.
func (c College) DropDecision(b Book, key string, version uint64, by Person, now time.Time) error {
	d, err := draftAt(b, key, version, by)
	if err != nil {
		return err
	}
	b.Note(Event{At: now, Kind: DecisionDropped, Object: d.Key(), By: by.ID})
	for card := range Cards.Each(b, DecisionCard+"/"+d.Key()+"@") {
		TakeAway(b, card.Key(), now)
	}
	Decisions.Drop(b, d.Key())
	Touch(b, MeetingCard, d.Meeting, now)
	return nil
}

// bring shows a decision to those of its parties that are asked for something, and says whether anybody gets it, and of which parties nobody does.
func (c College) bring(b Book, d Decision, asked func(Party) bool, now time.Time) (reached bool, deaf []Owner) {
	for _, o := range d.asking(asked) {
		some := false
		for _, p := range o.People(b) {
			some = d.show(b, p, now) || some
		}
		if reached = reached || some; !some {
			deaf = append(deaf, o)
		}
	}
	return reached, deaf
}

// brought brings a decision to all who answer for it. Of whom nobody gets it the office hears at once; where that is everybody, no receipt is asked
// for any more.
func (c College) brought(b Book, d Decision, now time.Time) Decision {
	reached, deaf := c.bring(b, d, anyParty, now)
	if d.Listed = !reached; len(deaf) > 0 {
		c.tellUnseen(b, d, deaf, false, now)
	}
	return d
}
