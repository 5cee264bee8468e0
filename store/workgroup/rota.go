package workgroup

import "time"

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
var Rotas = Shelf[Rota]{Name: "rotas"}

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
		return r, again(r.Decided, by)
	}
	return r, nil
}

// with adds facts to facts.
func with(f Facts, pairs ...any) Facts {
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i].(string)] = pairs[i+1]
	}
	return f
}
