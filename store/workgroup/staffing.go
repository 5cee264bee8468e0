package workgroup

import (
	"maps"
	"slices"
	"time"
)

// PostingKind is what the office wants done with somebody.
type PostingKind string

// The postings.
const (
	Appoint  PostingKind = "appoint"  // has a duty from now on, beside those there are
	Dismiss  PostingKind = "dismiss"  // has it no more
	Depart   PostingKind = "depart"   // has no duty at all any more
	Transfer PostingKind = "transfer" // from the units they speak for to another
	Replace  PostingKind = "replace"  // takes the place of somebody
	Fill     PostingKind = "fill"     // has a duty, and nobody has it who is not named for it
	Rephone  PostingKind = "rephone"  // has another telephone number
)

// Posting is one thing that the office wrote about people: names as they were written.
type Posting struct {
	Line  int         `json:"line,omitempty"`  // of a sheet
	Sheet string      `json:"sheet,omitempty"` // of a workbook that has several
	Do    PostingKind `json:"do"`
	Name  string      `json:"name"`
	Old   string      `json:"old,omitempty"` // whose place they take
	Title string      `json:"title,omitempty"`
	Phone string      `json:"phone,omitempty"`
	Role  Role        `json:"role,omitempty"`
	Unit  UnitID      `json:"unit,omitempty"`
	Above bool        `json:"above,omitempty"` // the unit is that of the row above: the sheet leaves it blank
}

// StaffingState is what became of a staffing.
type StaffingState string

const (
	StaffingAsked    StaffingState = ""         // something is not clear: it asks
	StaffingShown    StaffingState = "shown"    // read back with what follows, not made
	StaffingMade     StaffingState = "made"     // 确认变更
	StaffingGivenUp  StaffingState = "given-up" // 放弃
	StaffingReplaced StaffingState = "replaced" // by a newer one before it was decided
	StaffingUndone   StaffingState = "undone"   // 撤销
)

// Staffing is a change of people (人员变更) as somebody of the office wrote it: read, shown with what follows from it, and then made
// or not.
type Staffing struct {
	ID       uint64            `json:"id"`
	By       PersonID          `json:"by,omitempty"`     // "" for whoever runs the program
	Source   string            `json:"source,omitempty"` // the name of a file
	At       time.Time         `json:"at"`
	State    StaffingState     `json:"state"`
	Postings []Posting         `json:"postings,omitempty"`
	Sheet    bool              `json:"sheet,omitempty"`   // whoever has a duty that it names is named by it
	Answers  map[string]string `json:"answers,omitempty"` // by question
	Ask      *Question         `json:"ask,omitempty"`
	Faults   []RotaFault       `json:"faults,omitempty"`
	Changes  []Placing         `json:"changes,omitempty"`
	Version  uint64            `json:"version,omitempty"`  // of what was read back
	Foreseen []string          `json:"foreseen,omitempty"` // what follows, as it was read back
	Lacks    []Difference      `json:"lacks,omitempty"`    // what it left the college without
	Decided  Act               `json:"decided,omitzero"`
	Undone   Act               `json:"undone,omitzero"`
}

// Placing is one person as they were and as they will be.
type Placing struct {
	New  bool   `json:"new,omitempty"` // nobody was there
	Was  Person `json:"was"`
	Will Person `json:"will"`
}

// Question is what is not clear of a staffing, with the answers there can be.
type Question struct {
	Key   string   `json:"key"`
	Facts Facts    `json:"facts"` // “what” says what is asked
	Can   []Option `json:"can"`
}

// Option is one answer, on a button.
type Option struct {
	Answer string `json:"answer"`
	Label  string `json:"label"`
	Facts  Facts  `json:"facts,omitempty"`
}

// Key sorts staffings by the order they were written in.
func (s Staffing) Key() string { return NumberKey(s.ID) }

// Staffings are kept a month: the journal keeps for good what each person gained and lost.
var Staffings = Shelf[Staffing]{Name: "staffings"}

// unstaffIn is how long a staffing can be taken back with one press.
const unstaffIn = 5 * time.Minute

// ProposeStaffing holds what was read against the people there are and keeps it, to be shown or asked about. Nothing is changed
// yet. An earlier one of the same person that was not decided is given up for it.
func (c College) ProposeStaffing(b Book, by Person, source string, postings []Posting, faults []RotaFault, now time.Time) Staffing {
	var open []Staffing
	for s := range Staffings.Each(b, "") {
		if s.By == by.ID && (s.State == StaffingShown || s.State == StaffingAsked) {
			open = append(open, s)
		}
	}
	for _, s := range open {
		s.State = StaffingReplaced
		Staffings.Put(b, s)
		Withdraw(b, "staffing/"+s.Key())
	}
	s := Staffing{ID: b.Number(Staffings.Name), By: by.ID, Source: source, Sheet: source != "", At: now, Postings: postings, Faults: faults}
	s.fill(b)
	s.Foreseen = foreseen(s.Follows(c, b, now))
	Staffings.Put(b, s)
	return s
}

// AnswerStaffing is the office's answer to what a staffing asks.
func (c College) AnswerStaffing(b Book, key string, option int, by Person, now time.Time) (Staffing, error) {
	s, err := openStaffing(b, key, by, StaffingAsked)
	switch {
	case err != nil:
		return s, err
	case s.Ask == nil || option < 0 || option >= len(s.Ask.Can):
		return s, Refuse(Changed)
	}
	s.Answers = maps.Clone(s.Answers)
	if s.Answers == nil {
		s.Answers = map[string]string{}
	}
	s.Answers[s.Ask.Key] = s.Ask.Can[option].Answer
	s.fill(b)
	s.Foreseen = foreseen(s.Follows(c, b, now))
	Staffings.Put(b, s)
	return s, nil
}

// GiveUpStaffing drops one that was read back.
func (c College) GiveUpStaffing(b Book, key string, by Person, now time.Time) error {
	s, err := openStaffing(b, key, by, StaffingShown, StaffingAsked)
	if err != nil {
		return err
	}
	s.State, s.Decided = StaffingGivenUp, Act{by.ID, now}
	Staffings.Put(b, s)
	return nil
}

// openStaffing is one that waits for its writer's word.
func openStaffing(b Book, key string, by Person, states ...StaffingState) (Staffing, error) {
	s, ok := Staffings.Get(b, key)
	switch {
	case !ok || s.State == StaffingReplaced:
		return s, Refuse(Changed)
	case !by.Decides():
		return s, Refuse(NotForYou)
	case s.By != by.ID:
		return s, Refuse(NotYours)
	case !slices.Contains(states, s.State):
		if s.Decided.Done() {
			return s, again(s.Decided, by)
		}
		return s, Refuse(Changed)
	}
	return s, nil
}

// Differences are what a staffing changes, person by person.
func (s Staffing) Differences(b Book) []Difference {
	d := differ{book: b}
	for _, p := range s.Changes {
		switch {
		case p.New || !p.Was.Left.IsZero():
			d.person(PersonAdded, p.Will, "title", p.Will.Title, "phone", p.Will.Phone)
		case len(p.Will.Duties) == 0:
			d.person(PersonRemoved, p.Will)
		default:
			d.fields(p.Was, p.Will)
		}
		d.duties(p.Will, p.Was.Duties, p.Will.Duties)
	}
	return d.out
}
