package workgroup

import (
	"slices"
	"time"
)

// SwapState is how far a swap of duty has come.
type SwapState string

const (
	SwapAsked    SwapState = "asked"    // the other has not answered
	SwapAgreed   SwapState = "agreed"   // the office has not approved
	SwapApproved SwapState = "approved" // in force
	SwapDeclined SwapState = "declined" // by the other
	SwapRefused  SwapState = "refused"  // by the office
	SwapLapsed   SwapState = "lapsed"   // the shift began, or is gone
)

// Swap is one person's place on a shift offered to another (调班): the other agrees, then the office approves.
type Swap struct {
	ID       uint64    `json:"id"`
	Shift    string    `json:"shift"`
	From     PersonID  `json:"from"`
	To       PersonID  `json:"to"`
	Asked    time.Time `json:"asked"`
	Answered Act       `json:"answered,omitzero"`
	Decided  Act       `json:"decided,omitzero"`
	State    SwapState `json:"state"`
}

// Key sorts swaps by the order they were asked in.
func (s Swap) Key() string { return NumberKey(s.ID) }

// Swaps are kept for good.
var Swaps = Shelf[Swap]{Name: "swaps"}

func (s Swap) open() bool { return s.State == SwapAsked || s.State == SwapAgreed }

// dutyRoles are those whose holders may be put on a shift by a swap, or take a place by themselves.
var dutyRoles = []Role{DutyStaff, DutyLeader}

// DoesDuty tells whether a person is one of those who are put on duty.
func (p Person) DoesDuty() bool { return p.Holds(dutyRoles...) }

// Substitutes are the people who could take a place on a shift: those with a duty role who are not on it.
func Substitutes(b Book, s Shift) []Person {
	return slices.DeleteFunc(Holders(b, dutyRoles...), func(p Person) bool { return s.Has(p.ID) })
}

// MaySwap tells whether somebody may offer their place on a shift.
func MaySwap(b Book, key string, by Person, now time.Time) (Shift, error) {
	s, ok := Shifts.Get(b, key)
	switch {
	case !ok || !s.Has(by.ID):
		return s, Refuse(Changed)
	case !now.Before(s.From):
		return s, Refuse(ShiftBegun)
	}
	return s, nil
}

// AskSwap offers somebody's place on a shift to another person. One asked before for the same place is asked no longer.
func (c College) AskSwap(b Book, key string, by Person, to PersonID, now time.Time) (Swap, error) {
	s, err := MaySwap(b, key, by, now)
	if err != nil {
		return Swap{}, err
	}
	other, ok := People.Get(b, string(to))
	switch {
	case !ok || s.Has(to) || !other.DoesDuty():
		return Swap{}, Refuse(Changed)
	case !other.Reachable():
		return Swap{}, Refuse(CannotReach, "name", other.Name, "phone", other.Phone)
	}
	for _, o := range openSwaps(b, key) {
		switch {
		case o.From == by.ID && o.To == to:
			return o, Refuse(Settled)
		case o.From == by.ID:
			o.State = SwapLapsed
			Swaps.Put(b, o)
			Withdraw(b, "swap/"+o.Key())
		}
	}
	w := Swap{ID: b.Number(Swaps.Name), Shift: key, From: by.ID, To: to, Asked: now, State: SwapAsked}
	Swaps.Put(b, w)
	b.Note(Event{At: now, Kind: SwapOffered, Object: key, By: by.ID, Payload: Facts{"to": to}})
	c.Tell(b, other, Letter{Text: "say/swap-ask", Facts: with(c.ShiftFacts(b, s, false), "by", by.Name, "own", by.Phone), Urgency: Deadline, Written: now,
		Until: s.From, About: Ref{Object: "swap/" + w.Key()},
		Buttons: [][]Button{{{Label: "button/swap-yes", Verb: "swapyes", Object: w.Key()}, {Label: "button/swap-no", Verb: "swapno", Object: w.Key()}}}})
	return w, nil
}

func openSwaps(b Book, shift string) []Swap {
	var out []Swap
	for w := range Swaps.Each(b, "") {
		if w.Shift == shift && w.open() {
			out = append(out, w)
		}
	}
	return out
}

// SwapsFor are the open swaps that wait for somebody's word: they are asked to take the place, or to approve it.
func SwapsFor(b Book, p Person, now time.Time) (waits []Swap) {
	for w := range Swaps.Each(b, "") {
		s, there := Shifts.Get(b, w.Shift)
		if there && now.Before(s.From) && (w.State == SwapAsked && w.To == p.ID || w.State == SwapAgreed && p.ID != w.To && approves(s, w, p)) {
			waits = append(waits, w)
		}
	}
	return waits
}

// AnswerSwap is what the person asked says, and then what the office says, in the state the swap is in.
func (c College) AnswerSwap(b Book, key string, yes bool, by Person, now time.Time) (Swap, error) {
	w, ok := Swaps.Get(b, key)
	if !ok {
		return w, Refuse(Changed)
	}
	s, there := Shifts.Get(b, w.Shift)
	switch {
	case !w.open():
		return w, again(w.Decided, by)
	case w.State == SwapAsked && by.ID != w.To:
		return w, Refuse(NotOnShift)
	case w.State == SwapAgreed && by.ID == w.To:
		return w, Refuse(OwnAgain) // their part is done
	case w.State == SwapAgreed && !approves(s, w, by):
		return w, Refuse(NotForYou)
	case !there || !s.Has(w.From) || s.Has(w.To):
		return w, Refuse(Changed)
	case !now.Before(s.From):
		return w, Refuse(ShiftBegun)
	}
	Withdraw(b, "swap/"+key)
	from, _ := People.Get(b, string(w.From))
	to, _ := People.Get(b, string(w.To))
	switch {
	case w.State == SwapAsked && yes:
		w.State, w.Answered = SwapAgreed, Act{by.ID, now}
		b.Note(Event{At: now, Kind: SwapTaken, Object: w.Shift, By: by.ID})
		c.askApproval(b, s, w, from, to, now)
	case w.State == SwapAsked:
		w.State, w.Answered = SwapDeclined, Act{by.ID, now}
		b.Note(Event{At: now, Kind: SwapEnded, Object: w.Shift, By: by.ID})
		c.tellSwap(b, s, w, []Person{from}, by, now)
	case yes:
		w.State, w.Decided = SwapApproved, Act{by.ID, now}
		c.swapIn(b, s, w, from, to, by, now)
	default:
		w.State, w.Decided = SwapRefused, Act{by.ID, now}
		b.Note(Event{At: now, Kind: SwapEnded, Object: w.Shift, By: by.ID})
		c.tellSwap(b, s, w, []Person{from, to}, by, now)
	}
	Swaps.Put(b, w)
	return w, nil
}

// approves tells whether a person may approve a swap: the director, the office, or a leader of that shift, none of them in
// their own matter.
func approves(s Shift, w Swap, p Person) bool {
	return p.ID != w.From && p.ID != w.To && (p.Holds(Director, Staff) || slices.Contains(s.Leaders, p.ID))
}

func (c College) askApproval(b Book, s Shift, w Swap, from, to Person, now time.Time) {
	facts := with(c.ShiftFacts(b, s, false), "old", from.Name, "new", to.Name)
	for p := range People.Each(b, "") {
		if approves(s, w, p) {
			c.Tell(b, p, Letter{Text: "say/swap-approve", Facts: facts, Urgency: Deadline, Written: now, Until: s.From, About: Ref{Object: "swap/" + w.Key()},
				Buttons: [][]Button{{{Label: "button/swap-approve", Verb: "swapyes", Object: w.Key()}, {Label: "button/swap-refuse", Verb: "swapno", Object: w.Key()}}}})
		}
	}
}

// swapIn changes the roster, and tells both and the shift's leaders.
func (c College) swapIn(b Book, s Shift, w Swap, from, to, by Person, now time.Time) {
	if !s.replace(w.From, w.To, false) {
		s.replace(w.From, w.To, true)
	}
	Shifts.Put(b, s)
	b.Note(Event{At: now, Kind: SwapDone, Object: w.Shift, By: by.ID, Payload: Facts{"old": w.From, "new": w.To}})
	people := []Person{from, to}
	for _, id := range s.Leaders {
		if p, ok := People.Get(b, string(id)); ok && !among(people, p) && p.ID != by.ID {
			people = append(people, p)
		}
	}
	c.tellSwap(b, s, w, people, by, now)
}

// tellSwap tells people how a swap has ended.
func (c College) tellSwap(b Book, s Shift, w Swap, people []Person, by Person, now time.Time) {
	from, _ := People.Get(b, string(w.From))
	to, _ := People.Get(b, string(w.To))
	facts := with(c.ShiftFacts(b, s, false), "old", from.Name, "new", to.Name, "by", by.Name, "state", w.State)
	for _, p := range people {
		c.Tell(b, p, Letter{Text: "say/swap-ended", Facts: facts, Urgency: Deadline, Written: now, About: Ref{Object: "shift/" + w.Shift}})
	}
}

// lapseSwaps ends what nobody has decided when its shift begins: whoever stood on the roster stands there still.
func lapseSwaps(c College, b Book, s Shift, now time.Time) {
	for _, w := range openSwaps(b, s.Key()) {
		w.State = SwapLapsed
		Swaps.Put(b, w)
		Withdraw(b, "swap/"+w.Key())
		b.Note(Event{At: now, Kind: SwapEnded, Object: w.Shift})
		from, _ := People.Get(b, string(w.From))
		to, _ := People.Get(b, string(w.To))
		c.tellSwap(b, s, w, []Person{from, to}, Person{}, now)
	}
}

// dropSwaps ends the swaps of a shift that is taken off the roster.
func dropSwaps(b Book, shift string, now time.Time) {
	for _, w := range openSwaps(b, shift) {
		w.State = SwapLapsed
		Swaps.Put(b, w)
		Withdraw(b, "swap/"+w.Key())
		b.Note(Event{At: now, Kind: SwapEnded, Object: shift})
	}
}

// TakePlace is 「我来顶班」: somebody with a duty role takes another's place on the running shift, at once. Whoever takes it is there.
func (c College) TakePlace(b Book, key string, of PersonID, by Person, now time.Time) error {
	s, err := runningShift(b, key, now)
	switch {
	case err != nil:
		return err
	case !by.DoesDuty():
		return Refuse(NoDutyRole)
	case s.Has(by.ID) || !s.Has(of):
		return Refuse(Settled)
	}
	leader := !s.replace(of, by.ID, false)
	if leader {
		s.replace(of, by.ID, true)
	}
	s.Takes = append(s.Takes, Take{Act: Act{by.ID, now}, Place: of, Leader: leader})
	b.Note(Event{At: now, Kind: PlaceTaken, Object: key, By: by.ID, Payload: Facts{"old": of}})
	c.arrived(b, &s, by, now)
	Shifts.Put(b, s)
	c.tellTake(b, s, len(s.Takes)-1, now)
	Touch(b, ShiftCard, key, now)
	c.showShift(b, s, by, now)
	c.CheckLadder(b, now)
	c.ringShift(b, s, []Person{by}, nil, now)
	showRunning(b, now)
	return nil
}

// GiveBackPlace undoes a place taken, by either of the two and within half an hour.
func (c College) GiveBackPlace(b Book, key string, n int, by Person, now time.Time) error {
	s, err := runningShift(b, key, now)
	if err != nil {
		return err
	}
	if n < 0 || n >= len(s.Takes) {
		return Refuse(Changed)
	}
	take := &s.Takes[n]
	switch {
	case by.ID != take.By && by.ID != take.Place:
		return Refuse(NotOnShift)
	case take.Undone.Done():
		return Refuse(Settled)
	case now.Sub(take.At) > untakeIn:
		return Refuse(TooLate)
	case !s.replace(take.By, take.Place, take.Leader):
		return Refuse(Changed) // the place has gone on to somebody else
	}
	take.Undone = Act{by.ID, now}
	// Whoever gives the place back is there no longer; whoever takes it back is.
	s.Arrived = slices.DeleteFunc(slices.Clone(s.Arrived), func(a Act) bool { return a.By == take.By })
	if by.ID == take.Place && !slices.ContainsFunc(s.Arrived, func(a Act) bool { return a.By == by.ID }) {
		c.arrived(b, &s, by, now)
	}
	Shifts.Put(b, s)
	b.Note(Event{At: now, Kind: PlaceGivenBack, Object: key, By: by.ID})
	Withdraw(b, "take/"+key)
	c.tellTake(b, s, n, now)
	Touch(b, ShiftCard, key, now)
	c.CheckLadder(b, now)
	if back, ok := People.Get(b, string(take.Place)); ok {
		c.ringShift(b, s, []Person{back}, nil, now)
	}
	showRunning(b, now)
	return nil
}

// tellTake tells both, and the leaders of the shift, whose place it is now.
func (c College) tellTake(b Book, s Shift, n int, now time.Time) {
	take := s.Takes[n]
	old, _ := People.Get(b, string(take.Place))
	by, _ := People.Get(b, string(take.By))
	back, _ := People.Get(b, string(take.Undone.By))
	people := []Person{old, by}
	for _, p := range OnDuty(b, now, DutyLeader) {
		if !among(people, p) {
			people = append(people, p)
		}
	}
	facts := with(c.ShiftFacts(b, s, false), "old", old.Name, "new", by.Name, "back", take.Undone.Done(), "by", back.Name)
	for i, p := range people {
		l := Letter{Text: "say/place-taken", Facts: facts, Lane: "duty", Urgency: Deadline, Written: now, About: Ref{Object: "take/" + s.Key()}}
		if i < 2 && !take.Undone.Done() {
			l.Buttons = [][]Button{{{Label: "button/give-back", Verb: "standback", Object: s.Key() + "/" + itoa(n)}}}
		}
		c.Tell(b, p, l)
	}
}
