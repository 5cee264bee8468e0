package workgroup

import (
	"slices"
	"strconv"
	"time"
)

// Shift is one turn of duty (班次): who leads it, who answers the duty phone, where, and what became of it.
type Shift struct {
	Number  uint64     `json:"number"`
	Rota    uint64     `json:"rota"` // the roster it came with
	From    time.Time  `json:"from"`
	To      time.Time  `json:"to"`
	Leaders []PersonID `json:"leaders,omitempty"` // 带班领导
	Staff   []PersonID `json:"staff,omitempty"`   // 值班员
	Phone   string     `json:"phone,omitempty"`   // "": the college's
	Place   string     `json:"place,omitempty"`

	Opened   time.Time   `json:"opened,omitzero"`  // its people were asked to check in
	Missed   bool        `json:"missed,omitempty"` // by the bot: it was down all through the shift
	Arrived  []Act       `json:"arrived,omitempty"`
	Raised   time.Time   `json:"raised,omitzero"`   // nobody came: the duty leaders were told
	Climbed  time.Time   `json:"climbed,omitzero"`  // …and the director
	Alarmed  []PersonID  `json:"alarmed,omitempty"` // who was told so
	Calls    []PhoneTest `json:"calls,omitempty"`
	Takes    []Take      `json:"takes,omitempty"`
	Closed   time.Time   `json:"closed,omitzero"` // its people were asked for the hand-over
	Note     string      `json:"note,omitempty"`
	Noted    Act         `json:"noted,omitzero"`
	Source   string      `json:"source,omitempty"` // the message that holds the note (SourceKey)
	Accepted Act         `json:"accepted,omitzero"`
	Pressed  time.Time   `json:"pressed,omitzero"` // no note came: the next leaders were told
	Chased   time.Time   `json:"chased,omitzero"`  // nobody accepted it: the next leaders were told
}

// Act is who did something, and when.
type Act struct {
	By PersonID  `json:"by"`
	At time.Time `json:"at"`
}

// Done tells whether it has happened.
func (a Act) Done() bool { return !a.At.IsZero() }

// PhoneTest is a test call of the duty phone.
type PhoneTest struct {
	Act
	Works bool `json:"works"`
}

// Take is somebody's place on a running shift taken by another (顶班).
type Take struct {
	Act
	Place  PersonID `json:"place"`            // whose it was
	Leader bool     `json:"leader,omitempty"` // a leader's place
	Undone Act      `json:"undone,omitzero"`
}

// The two turns of a day, where a roster says only 白班 or 夜班; a day that names no turn is both.
const (
	DayShift   = "08:30"
	NightShift = "20:30"
)

// LongestShift is more than anybody can be on duty: beyond it a time was misread.
const LongestShift = 72 * time.Hour

const (
	arriveIn  = 15 * time.Minute // nobody checked in: the duty leaders
	climbIn   = 30 * time.Minute // still nobody: the director
	acceptIn  = 15 * time.Minute // no hand-over: the next leaders
	untakeIn  = 30 * time.Minute // how long a place taken can be given back with one press
	worthNote = 6 * time.Hour    // a hand-over asked for later than this is of no use
)

// Shifts are kept for good, by the date and time they begin.
var Shifts = Shelf[Shift]{Name: "shifts"}

// Key sorts shifts by when they begin.
func (s Shift) Key() string {
	return s.From.Format("2006-01-02/1504.") + strconv.FormatUint(s.Number, 10)
}

// Date is the date it begins on.
func (s Shift) Date() Date { return DateOf(s.From) }

// ShiftOn is the shift of a number that begins on a date: the key of those buttons that have to hold a person's as well.
func ShiftOn(b Book, date Date, number uint64) (Shift, bool) {
	for s := range Shifts.Each(b, string(date)+"/") {
		if s.Number == number {
			return s, true
		}
	}
	return Shift{}, false
}

// Due is when the clock has to look at the shift: when it begins, while nobody has come, when it ends, and until it is handed over.
func (s Shift) Due() time.Time {
	switch {
	case s.Missed:
		return time.Time{}
	case s.Opened.IsZero():
		return s.From
	case s.Closed.IsZero() && len(s.Arrived) == 0 && s.Raised.IsZero():
		return first(s.Opened.Add(arriveIn), s.To)
	case s.Closed.IsZero() && len(s.Arrived) == 0 && s.Climbed.IsZero():
		return first(s.Opened.Add(climbIn), s.To)
	case s.Closed.IsZero():
		return s.To
	case s.Accepted.Done():
		return time.Time{}
	case !s.Noted.Done() && s.Pressed.IsZero():
		return s.Closed.Add(acceptIn)
	case s.Noted.Done() && s.Chased.IsZero():
		return s.Noted.At.Add(acceptIn)
	}
	return time.Time{}
}

// first is the earlier of two instants.
func first(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// Crew are all its people, leaders first, each once.
func (s Shift) Crew() []PersonID {
	var out []PersonID
	for _, p := range slices.Concat(s.Leaders, s.Staff) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// Has tells whether somebody is of its people.
func (s Shift) Has(p PersonID) bool {
	return slices.Contains(s.Leaders, p) || slices.Contains(s.Staff, p)
}

// InPlaceOf is who stands in the place that a person had on the shift now; "": nobody that is known.
func (s Shift) InPlaceOf(p PersonID) PersonID {
	for _, t := range s.Takes {
		if t.Place == p && !t.Undone.Done() {
			p = t.By
		}
	}
	if s.Has(p) {
		return p
	}
	return ""
}

// Runs tells whether an instant is in the shift.
func (s Shift) Runs(at time.Time) bool { return !at.Before(s.From) && at.Before(s.To) }

// replace puts one person in another's place, as leader or as staff.
func (s *Shift) replace(old, by PersonID, leader bool) bool {
	list := &s.Staff
	if leader {
		list = &s.Leaders
	}
	i := slices.Index(*list, old)
	if i < 0 || slices.Contains(*list, by) {
		return false
	}
	*list = slices.Clone(*list)
	(*list)[i] = by
	return true
}

// ShiftsBetween are the shifts that have a moment in [from, to), in the order they begin.
func ShiftsBetween(b Book, from, to time.Time) []Shift {
	var out []Shift
	for s := range Shifts.From(b, "", string(DateOf(from.Add(-LongestShift)))) {
		if !s.From.Before(to) {
			break
		}
		if s.To.After(from) {
			out = append(out, s)
		}
	}
	return out
}

// ShiftsAt are the shifts an instant is in.
func ShiftsAt(b Book, now time.Time) []Shift { return ShiftsBetween(b, now, now.Add(time.Nanosecond)) }

// NextShifts are those that begin next after an instant, all that begin together.
func NextShifts(b Book, now time.Time) []Shift {
	var out []Shift
	for s := range Shifts.From(b, "", string(DateOf(now))) {
		switch {
		case !s.From.After(now):
			continue
		case len(out) > 0 && s.From.After(out[0].From):
			return out
		}
		out = append(out, s)
	}
	return out
}

// HasRota tells whether there ever was a roster.
func HasRota(b Book) bool {
	for range Shifts.Each(b, "") {
		return true
	}
	return false
}

// OnDuty are the people who hold a role at an instant: those of the running shifts; where no shift covers the instant, or
// none of them has anybody in that role, all holders of the role. Any role but DutyStaff and DutyLeader is nobody's shift.
func OnDuty(b Book, now time.Time, role Role) []Person {
	var out []Person
	if role != DutyStaff && role != DutyLeader {
		return Holders(b, role)
	}
	seen := map[PersonID]bool{}
	for _, s := range ShiftsAt(b, now) {
		ids := s.Staff
		if role == DutyLeader {
			ids = s.Leaders
		}
		for _, id := range ids {
			p, ok := People.Get(b, string(id))
			if ok && p.Left.IsZero() && !seen[id] {
				out = append(out, p)
			}
			seen[id] = true
		}
	}
	if len(out) == 0 {
		return Holders(b, role)
	}
	return out
}

// crewOn are all people on duty at an instant, each once.
func crewOn(b Book, now time.Time) []Person {
	return together(OnDuty(b, now, DutyLeader), OnDuty(b, now, DutyStaff))
}

// together are the people of several lists, each once.
func together(lists ...[]Person) []Person {
	var out []Person
	for _, p := range slices.Concat(lists...) {
		if !among(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// crew are the shift's people as the roster knows them; whoever has left is none of them.
func (s Shift) crew(b Book) []Person {
	var out []Person
	for _, id := range s.Crew() {
		if p, ok := People.Get(b, string(id)); ok && p.Left.IsZero() {
			out = append(out, p)
		}
	}
	return out
}
