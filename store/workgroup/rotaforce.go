package workgroup

import (
	"cmp"
	"slices"
	"time"
)

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
	if left := leftOf(b, put); len(left) > 0 {
		return r, Refuse(RotaLeft, "names", left)
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
	showRunning(b, now)
	return r, nil
}

// leftOf are the people of some shifts who have left since they were read, each once.
func leftOf(b Book, shifts []Shift) (names []string) {
	for _, s := range shifts {
		for _, id := range s.Crew() {
			p, ok := People.Get(b, string(id))
			if name := cmp.Or(p.Name, string(id)); (!ok || !p.Left.IsZero()) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
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
		return again(r.Undone, by)
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
