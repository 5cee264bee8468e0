package workgroup

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// RotaRow is one turn of a roster as it was read: names as they were written.
type RotaRow struct {
	Line    int       `json:"line"`
	From    time.Time `json:"from"`
	To      time.Time `json:"to"`
	Leaders []string  `json:"leaders,omitempty"`
	Staff   []string  `json:"staff,omitempty"`
	Phone   string    `json:"phone,omitempty"`
	Place   string    `json:"place,omitempty"`
}

// RotaFault is what is wrong with a line of a roster, or with the whole (line 0).
type RotaFault struct {
	Line  int       `json:"line,omitempty"`
	Code  FaultCode `json:"code"`
	Facts Facts     `json:"facts,omitempty"`
	Out   bool      `json:"out,omitempty"` // the line is left out
}

// FaultCode names a fault of a roster. Each has a sentence in every language that says what to do.
type FaultCode string

// The faults of a roster: first those that leave a line out, then those that are only said.
const (
	RotaNoDate      FaultCode = "no-date"     // a line without a date that can be read
	RotaNoTime      FaultCode = "no-time"     // times that cannot be read
	RotaTimes       FaultCode = "times"       // several times in one place
	RotaNobody      FaultCode = "nobody"      // nobody is named
	RotaUnread      FaultCode = "unread"      // not understood
	RotaTooLong     FaultCode = "too-long"    // more lines than are read
	RotaUnknown     FaultCode = "unknown"     // a name that the roster of people does not have
	RotaAmbiguous   FaultCode = "ambiguous"   // a name that several have
	RotaPast        FaultCode = "past"        // over already
	RotaRunning     FaultCode = "running"     // begun already, and another is running
	RotaTwice       FaultCode = "twice"       // the same turn again
	RotaNoPhone     FaultCode = "no-phone"    // somebody without a telephone number
	RotaUnreachable FaultCode = "unreachable" // somebody who gets no private messages
	RotaNoStaff     FaultCode = "no-staff"    // 没有值班员
	RotaNoLeader    FaultCode = "no-leader"   // 没有带班领导
	RotaOverlap     FaultCode = "overlap"     // two turns at a time
	RotaGap         FaultCode = "gap"         // nobody in between
	RotaWeekday     FaultCode = "weekday"     // the date and the weekday beside it disagree
	RotaWholeDay    FaultCode = "whole-day"   // no time: taken for the whole day
)

// FaultCodes are all of them.
var FaultCodes = []FaultCode{
	RotaNoDate, RotaNoTime, RotaTimes, RotaNobody, RotaUnread, RotaTooLong, RotaUnknown, RotaAmbiguous, RotaPast, RotaRunning, RotaTwice, RotaNoPhone,
	RotaUnreachable, RotaNoStaff, RotaNoLeader, RotaOverlap, RotaGap, RotaWeekday, RotaWholeDay,
}

// RotaState is what became of a roster that was sent.
type RotaState string

const (
	RotaAsked    RotaState = ""         // several sheets: which one?
	RotaShown    RotaState = "shown"    // read back, not in force
	RotaInForce  RotaState = "in-force" // 启用
	RotaGivenUp  RotaState = "given-up" // 放弃
	RotaReplaced RotaState = "replaced" // by a newer one before it was decided
	RotaUndone   RotaState = "undone"   // 撤销
)

// Rota is a duty roster (值班表) as somebody of the office sent it: read, shown, and then put in force or not.
type Rota struct {
	ID       uint64      `json:"id"`
	By       PersonID    `json:"by"`
	Source   string      `json:"source"` // paste, or the name of a file
	Read     time.Time   `json:"read"`
	State    RotaState   `json:"state"`
	Sheets   []RotaSheet `json:"sheets,omitempty"` // to choose from
	Faults   []RotaFault `json:"faults,omitempty"`
	Shifts   []Shift     `json:"shifts,omitempty"`
	Decided  Act         `json:"decided,omitzero"`
	Undone   Act         `json:"undone,omitzero"`
	Put      []string    `json:"put,omitempty"`      // keys of the shifts it brought
	Replaced []Shift     `json:"replaced,omitempty"` // the shifts it took away
}

// RotaSheet is one sheet of a workbook that has several rosters.
type RotaSheet struct {
	Name   string      `json:"name"`
	Rows   []RotaRow   `json:"rows,omitempty"`
	Faults []RotaFault `json:"faults,omitempty"`
}

// Key sorts rosters by the order they were read in.
func (r Rota) Key() string { return NumberKey(r.ID) }

// Rotas are kept for good.
var Rotas = Shelf[Rota]{"rotas"}

// undoIn is how long a roster can be taken back with one press.
const undoIn = 24 * time.Hour

// Span is from the beginning of its first shift to the end of its last.
func (r Rota) Span() Span {
	var s Span
	for _, one := range r.Shifts {
		if s.From.IsZero() || one.From.Before(s.From) {
			s.From = one.From
		}
		if one.To.After(s.To) {
			s.To = one.To
		}
	}
	return s
}

// MakesRota tells whether a person may send a duty roster.
func (p Person) MakesRota() bool { return p.Holds(Director, Staff, Admin) }

// ProposeRota holds what was read against the people and shifts there are, and keeps it to be shown. Nothing is in force yet.
// An earlier one of the same person that was not decided is given up for it.
func (c College) ProposeRota(b Book, by Person, source string, rows []RotaRow, faults []RotaFault, now time.Time) Rota {
	r := c.newRota(b, by, source, now)
	r.fill(c, b, rows, faults, now)
	Rotas.Put(b, r)
	return r
}

// AskSheet keeps the rosters of a workbook, of which one has to be chosen.
func (c College) AskSheet(b Book, by Person, source string, sheets []RotaSheet, now time.Time) Rota {
	r := c.newRota(b, by, source, now)
	r.State, r.Sheets = RotaAsked, sheets
	Rotas.Put(b, r)
	return r
}

func (c College) newRota(b Book, by Person, source string, now time.Time) Rota {
	var open []Rota
	for r := range Rotas.Each(b, "") {
		if r.By == by.ID && (r.State == RotaShown || r.State == RotaAsked) {
			open = append(open, r)
		}
	}
	for _, r := range open {
		r.State, r.Sheets = RotaReplaced, nil
		Rotas.Put(b, r)
		Withdraw(b, "rota/"+r.Key())
	}
	r := Rota{ID: b.Number(Rotas.Name), By: by.ID, Source: source, Read: now}
	b.Note(Event{At: now, Kind: RotaRead, Object: r.Key(), By: by.ID})
	return r
}

// ChooseSheet goes on with one sheet of a workbook.
func (c College) ChooseSheet(b Book, key string, sheet int, by Person, now time.Time) (Rota, error) {
	r, err := openRota(b, key, by, RotaAsked)
	switch {
	case err != nil:
		return r, err
	case sheet < 0 || sheet >= len(r.Sheets):
		return r, Refuse(Changed)
	}
	chosen := r.Sheets[sheet]
	r.Sheets = nil
	r.fill(c, b, chosen.Rows, chosen.Faults, now)
	Rotas.Put(b, r)
	return r, nil
}

// openRota is a roster that waits for its sender's word.
func openRota(b Book, key string, by Person, state RotaState) (Rota, error) {
	r, ok := Rotas.Get(b, key)
	switch {
	case !ok:
		return r, Refuse(Changed)
	case !by.MakesRota():
		return r, Refuse(NotForYou)
	case r.By != by.ID:
		return r, Refuse(NotYourRota)
	case r.State == RotaReplaced:
		return r, Refuse(Changed)
	case r.State != state:
		return r, Refuse(Settled)
	}
	return r, nil
}

// fill makes shifts of what was read, and says what is wrong.
func (r *Rota) fill(c College, b Book, rows []RotaRow, faults []RotaFault, now time.Time) {
	r.State, r.Faults, r.Shifts = RotaShown, slices.Clone(faults), nil
	people := slices.Collect(People.Each(b, ""))
	lines := map[int]int{}
	for _, row := range rows {
		s, wrong := c.shiftOf(people, row)
		out := slices.ContainsFunc(wrong, func(f RotaFault) bool { return f.Out })
		if !out {
			if f, is := r.misplaced(c, b, s, row.Line, now); is {
				wrong, out = append(wrong, f), true
			}
		}
		r.Faults = append(r.Faults, wrong...)
		if !out {
			lines[len(r.Shifts)] = row.Line
			r.Shifts = append(r.Shifts, s)
		}
	}
	r.neighbours(c, lines)
	r.people(b)
	slices.SortStableFunc(r.Faults, func(a, b RotaFault) int { return cmp.Compare(a.Line, b.Line) })
}

// shiftOf finds the people of a row. A name that cannot be found leaves the whole row out: half a shift is a wrong one.
func (c College) shiftOf(people []Person, row RotaRow) (Shift, []RotaFault) {
	s := Shift{From: row.From, To: row.To, Phone: row.Phone, Place: row.Place}
	var faults []RotaFault
	find := func(names []string) (out []PersonID) {
		for _, name := range names {
			p, near, ok := personNamed(people, name)
			switch {
			case ok && !slices.Contains(out, p.ID):
				out = append(out, p.ID)
			case ok:
			case p.ID != "":
				faults = append(faults, RotaFault{row.Line, RotaAmbiguous, Facts{"words": name}, true})
			default:
				faults = append(faults, RotaFault{row.Line, RotaUnknown, Facts{"words": name, "near": near}, true})
			}
		}
		return out
	}
	s.Leaders, s.Staff = find(row.Leaders), find(row.Staff)
	span := c.SpanFacts(Span{s.From, s.To})
	switch {
	case len(faults) > 0: // left out
	case len(s.Staff) == 0:
		faults = append(faults, RotaFault{row.Line, RotaNoStaff, span, false})
	case len(s.Leaders) == 0:
		faults = append(faults, RotaFault{row.Line, RotaNoLeader, span, false})
	}
	// The number beside the names may be one of theirs: it is not the duty phone then.
	if slices.ContainsFunc(people, func(p Person) bool { return p.Phone != "" && bareNumber(p.Phone) == bareNumber(s.Phone) }) {
		s.Phone = ""
	}
	return s, faults
}

func bareNumber(phone string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
}

// personNamed finds whose a name is; a title may follow it (“王五主任”). Where nobody has it, those who have one like it are
// named; where several have it, the first of them is returned, and false.
func personNamed(people []Person, name string) (found Person, near []string, ok bool) {
	n := 0
	for _, exact := range []bool{true, false} {
		for _, p := range people {
			if p.Name != "" && (p.Name == name || !exact && strings.HasPrefix(name, p.Name)) {
				n++
				if n == 1 {
					found = p
				}
			}
		}
		if n > 0 {
			return found, nil, n == 1
		}
	}
	type like struct {
		name string
		far  int
	}
	var likes []like
	closest := 3
	for _, p := range people {
		if d := unlike(p.Name, name); d < 3 && !slices.ContainsFunc(likes, func(l like) bool { return l.name == p.Name }) {
			if d < closest {
				closest, likes = d, nil // whoever is farther is not meant
			}
			if d > closest {
				continue
			}
			// Of two as near, whoever does duty comes first, then whoever has the surname.
			if d = 0; !p.DoesDuty() {
				d += 2
			}
			if []rune(p.Name)[0] != []rune(name)[0] {
				d++
			}
			likes = append(likes, like{p.Name, d})
		}
	}
	slices.SortStableFunc(likes, func(a, b like) int { return cmp.Compare(a.far, b.far) })
	for _, l := range likes[:min(3, len(likes))] {
		near = append(near, l.name)
	}
	return Person{}, near, false
}

// unlike is how far two names are apart: 1 for one sign, 2 for the same surname, 3 for nothing in common.
func unlike(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return 3
	}
	common := 0
	for _, r := range y {
		if slices.Contains(x, r) {
			common++
		}
	}
	switch {
	case common >= max(len(x), len(y))-1 && common > 0 && max(len(x), len(y)) > 1:
		return 1
	case x[0] == y[0]:
		return 2
	}
	return 3
}

// misplaced tells why a shift cannot be put where it stands: over, begun beside one that runs, or there already.
func (r *Rota) misplaced(c College, b Book, s Shift, line int, now time.Time) (RotaFault, bool) {
	facts := c.SpanFacts(Span{s.From, s.To})
	switch {
	case !s.To.After(now):
		return RotaFault{line, RotaPast, facts, true}, true
	case beside(b, s, now):
		return RotaFault{line, RotaRunning, facts, true}, true
	case slices.ContainsFunc(r.Shifts, func(o Shift) bool {
		return o.From.Equal(s.From) && o.To.Equal(s.To) && slices.Equal(o.Crew(), s.Crew())
	}):
		return RotaFault{line, RotaTwice, facts, true}, true
	}
	return RotaFault{}, false
}

// beside tells whether a shift has begun, and would stand beside one that runs: that one stays.
func beside(b Book, s Shift, now time.Time) bool {
	return !s.From.After(now) && len(ShiftsAt(b, now)) > 0
}

// neighbours says where two shifts are at one time, and where there is none between two.
func (r *Rota) neighbours(c College, lines map[int]int) {
	order := make([]int, len(r.Shifts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.Shifts[a].From.Compare(r.Shifts[b].From) })
	end, last := time.Time{}, 0
	for n, i := range order {
		s := r.Shifts[i]
		switch {
		case n > 0 && s.From.Before(end):
			facts := c.SpanFacts(Span{s.From, first(s.To, end)})
			facts["other"] = lines[last]
			r.Faults = append(r.Faults, RotaFault{lines[i], RotaOverlap, facts, false})
		case n > 0 && s.From.After(end):
			r.Faults = append(r.Faults, RotaFault{lines[i], RotaGap, c.SpanFacts(Span{end, s.From}), false})
		}
		if s.To.After(end) {
			end, last = s.To, i
		}
	}
}

// people says of each person once who has no telephone number, or cannot be reached in private.
func (r *Rota) people(b Book) {
	var seen []PersonID
	for _, s := range r.Shifts {
		for _, id := range s.Crew() {
			if slices.Contains(seen, id) {
				continue
			}
			seen = append(seen, id)
			p, _ := People.Get(b, string(id))
			if p.Phone == "" {
				r.Faults = append(r.Faults, RotaFault{0, RotaNoPhone, Facts{"words": p.Name}, false})
			}
			if !p.Reachable() {
				r.Faults = append(r.Faults, RotaFault{0, RotaUnreachable, Facts{"words": p.Name}, false})
			}
		}
	}
}

// AdoptRota puts a roster in force: it takes away the shifts not begun in the time that it covers, and brings its own. What runs
// or is over stays as it is.
func (c College) AdoptRota(b Book, key string, by Person, now time.Time) (Rota, error) {
	r, err := openRota(b, key, by, RotaShown)
	if err != nil {
		return r, err
	}
	// It was read back against another roster than there is now.
	for o := range Rotas.Each(b, "") {
		if o.ID != r.ID && (o.Decided.At.After(r.Read) && o.State == RotaInForce || o.Undone.At.After(r.Read)) {
			return r, Refuse(Changed)
		}
	}
	var put []Shift
	for _, s := range r.Shifts {
		if s.To.After(now) && !beside(b, s, now) {
			put = append(put, s)
		}
	}
	if len(put) == 0 {
		return r, Refuse(EmptyRota)
	}
	r.Shifts = put
	span := r.Span()
	r.Replaced = ReplacedBy(b, span, now)
	r.State, r.Decided = RotaInForce, Act{by.ID, now}
	for _, s := range r.Replaced {
		removeShift(b, s, now)
	}
	for i := range r.Shifts {
		r.Shifts[i].Number, r.Shifts[i].Rota = b.Number(Shifts.Name), r.ID
		Shifts.Put(b, r.Shifts[i])
		r.Put = append(r.Put, r.Shifts[i].Key())
	}
	Rotas.Put(b, r)
	b.Note(Event{At: now, Kind: RotaAdopted, Object: r.Key(), By: by.ID, Payload: Facts{"shifts": len(r.Put), "replaced": len(r.Replaced)}})
	c.tellRota(b, r, by, now)
	c.CheckLadder(b, now)
	return r, nil
}

// ReplacedBy are the shifts that a roster of a span takes away: those in it that have not begun.
func ReplacedBy(b Book, span Span, now time.Time) []Shift {
	return slices.DeleteFunc(ShiftsBetween(b, span.From, span.To), func(s Shift) bool { return !s.From.After(now) || s.From.Before(span.From) })
}

// removeShift takes a shift that has not begun away, with all that was said about it and still waits.
func removeShift(b Book, s Shift, now time.Time) {
	Shifts.Drop(b, s.Key())
	Withdraw(b, "shift/"+s.Key())
	dropSwaps(b, s.Key(), now)
}

// GiveUpRota drops a roster that was read back.
func (c College) GiveUpRota(b Book, key string, by Person, now time.Time) error {
	r, err := openRota(b, key, by, RotaShown)
	if err != nil {
		return err
	}
	r.State, r.Decided = RotaGivenUp, Act{by.ID, now}
	Rotas.Put(b, r)
	b.Note(Event{At: now, Kind: RotaDropped, Object: r.Key(), By: by.ID})
	return nil
}

// UndoRota takes the newest roster back within a day: its shifts that have not begun go, those it took away come back.
func (c College) UndoRota(b Book, key string, by Person, now time.Time) error {
	r, ok := Rotas.Get(b, key)
	switch {
	case !ok:
		return Refuse(Changed)
	case !by.MakesRota():
		return Refuse(NotForYou)
	case r.State != RotaInForce:
		return Refuse(Settled)
	case now.Sub(r.Decided.At) > undoIn:
		return Refuse(TooLate)
	}
	for o := range Rotas.Each(b, "") {
		if o.State == RotaInForce && o.Decided.At.After(r.Decided.At) {
			return Refuse(Changed) // a newer one stands on it
		}
	}
	people := map[PersonID]bool{}
	for _, key := range r.Put {
		s, ok := Shifts.Get(b, key)
		if !ok || !s.From.After(now) {
			continue
		}
		removeShift(b, s, now)
		for _, p := range s.Crew() {
			people[p] = true
		}
	}
	for _, s := range r.Replaced {
		if s.From.After(now) {
			Shifts.Put(b, s)
			for _, p := range s.Crew() {
				people[p] = true
			}
		}
	}
	r.State, r.Undone = RotaUndone, Act{by.ID, now}
	Rotas.Put(b, r)
	b.Note(Event{At: now, Kind: RotaTakenBack, Object: r.Key(), By: by.ID})
	Withdraw(b, "rota/"+r.Key())
	c.tellShifts(b, people, by, true, now)
	c.CheckLadder(b, now)
	for _, p := range Holders(b, Director, Staff, Admin) {
		c.Tell(b, p, Letter{Text: "say/rota-undone", Written: now, About: Ref{Object: "rota/" + r.Key()},
			Facts: with(c.SpanFacts(r.Span()), "by", by.Name, "shifts", len(r.Put), "replaced", len(r.Replaced))})
	}
	return nil
}

// with adds facts to facts.
func with(f Facts, pairs ...any) Facts {
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i].(string)] = pairs[i+1]
	}
	return f
}

// tellRota tells the office that a roster is in force, with the press that takes it back, and each of its people their shifts.
func (c College) tellRota(b Book, r Rota, by Person, now time.Time) {
	for _, p := range Holders(b, Director, Staff, Admin) {
		c.Tell(b, p, Letter{Text: "say/rota-adopted", Written: now, About: Ref{Object: "rota/" + r.Key()},
			Facts:   with(c.SpanFacts(r.Span()), "by", by.Name, "shifts", len(r.Put), "replaced", len(r.Replaced)),
			Buttons: [][]Button{{{Label: "button/rota-undo", Verb: "unrota", Object: r.Key()}}}})
	}
	people := map[PersonID]bool{}
	for _, s := range slices.Concat(r.Shifts, r.Replaced) {
		for _, p := range s.Crew() {
			people[p] = true
		}
	}
	c.tellShifts(b, people, by, false, now)
}

// tellShifts tells people which shifts are theirs from now on.
func (c College) tellShifts(b Book, people map[PersonID]bool, by Person, back bool, now time.Time) {
	mine := map[PersonID][]Facts{}
	for s := range Shifts.From(b, "", string(DateOf(now))) {
		for _, p := range s.Crew() {
			if people[p] && s.To.After(now) {
				mine[p] = append(mine[p], c.SpanFacts(Span{s.From, s.To}))
			}
		}
	}
	for p := range People.Each(b, "") {
		if people[p.ID] {
			shifts := mine[p.ID]
			if shifts == nil {
				shifts = []Facts{}
			}
			Withdraw(b, "rota-yours/"+string(p.ID)) // what has not gone out yet is no longer so
			c.Tell(b, p, Letter{Text: "say/rota-yours", Written: now, About: Ref{Object: "rota-yours/" + string(p.ID)}, Facts: Facts{"shifts": shifts, "by": by.Name, "back": back}})
		}
	}
}
