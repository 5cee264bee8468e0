package workgroup

import (
	"slices"
	"strconv"
)

// DifferenceKind names a way in which a register differs from the book. Each has a sentence in every language.
type DifferenceKind string

// The changes of units, of people, and what follows from them.
const (
	UnitAdded       DifferenceKind = "unit-added"
	UnitRemoved     DifferenceKind = "unit-removed"
	UnitRenamed     DifferenceKind = "unit-renamed"
	UnitChanged     DifferenceKind = "unit-changed"
	PersonAdded     DifferenceKind = "person-added"
	PersonRemoved   DifferenceKind = "person-removed"
	PersonRenamed   DifferenceKind = "person-renamed"
	PersonChanged   DifferenceKind = "person-changed"
	PersonMoved     DifferenceKind = "person-moved"
	PersonMerged    DifferenceKind = "person-merged" // joined in chat, and is somebody of the roster
	PersonKept      DifferenceKind = "person-kept"   // joined in chat, and is not on the roster: no change
	RoleLost        DifferenceKind = "role-lost"
	RoleGained      DifferenceKind = "role-gained"
	AccountChanged  DifferenceKind = "account-changed"
	OwnLost         DifferenceKind = "own-lost"         // who makes the change decides nothing any more
	RoleAnew        DifferenceKind = "role-anew"        // all who hold a role of the office lay it down
	UnitLeft        DifferenceKind = "unit-left"        // without any head
	UnitUnreachable DifferenceKind = "unit-unreachable" // its heads have accounts now, and none after
	RoleUnheld      DifferenceKind = "role-unheld"
	RungEmptied     DifferenceKind = "rung-emptied"    // of the ladder: it reaches nobody any more
	NothingMore     DifferenceKind = "nothing-more"    // somebody receives nothing any more
	NoReminders     DifferenceKind = "no-reminders"    // …nothing of a unit
	NoCalls         DifferenceKind = "no-calls"        // …no urgent calls
	NoOffice        DifferenceKind = "no-office"       // …nothing of the office's
	CaseLeft        DifferenceKind = "case-left"       // whoever has taken it may no longer
	DraftLeft       DifferenceKind = "draft-left"      // figures that nobody has confirmed
	DelegationLeft  DifferenceKind = "delegation-left" // whoever gave it or stands in no longer can: it ends
	ShiftLeft       DifferenceKind = "shift-left"      // turns that somebody stands on who does no duty any more
)

// DifferenceKinds are all of them.
var DifferenceKinds = []DifferenceKind{
	UnitAdded, UnitRemoved, UnitRenamed, UnitChanged, PersonAdded, PersonRemoved, PersonRenamed, PersonChanged, PersonMoved, PersonMerged, PersonKept,
	RoleLost, RoleGained, AccountChanged,
	OwnLost, RoleAnew, UnitLeft, UnitUnreachable, RoleUnheld, RungEmptied, NothingMore, NoReminders, NoCalls, NoOffice, CaseLeft, DraftLeft, DelegationLeft, ShiftLeft,
}

// RegisterFields are what a unit or a person can differ in beside the name and the duties.
var RegisterFields = []string{"order", "english", "kind", "aliases", "feeds", "leads", "totals", "title", "phone"}

// Difference is one change that importing a register would make, or one thing that follows from it.
type Difference struct {
	Kind   DifferenceKind
	Unit   UnitID
	Person PersonID
	Facts  Facts // names, what was and will be, the fields that change
}

// Changes counts the differences that change something: who is kept is only named.
func Changes(differences []Difference) int {
	n := 0
	for _, d := range differences {
		if d.Kind != PersonKept {
			n++
		}
	}
	return n
}

// Differences are what importing the register would change, units first, in roster order, then who is kept though the register does
// not name them, and what is gone last.
func (r Register) Differences(b Book) []Difference {
	d := differ{book: b, register: r, after: r.merged(b), units: map[UnitID]Unit{}}
	for _, u := range r.Units {
		d.units[u.ID] = u
	}
	d.allUnits()
	d.allPeople()
	return d.out
}

type differ struct {
	book     Book
	register Register
	units    map[UnitID]Unit // of the register
	after    map[PersonID]Person
	out      []Difference
}

// unitName is what a unit will be called; what it was called when it is gone.
func (d *differ) unitName(id UnitID) Named {
	u, ok := d.units[id]
	if !ok {
		u, _ = Units.Get(d.book, string(id))
	}
	return u.Named()
}

func (d *differ) unit(k DifferenceKind, u Unit, facts ...any) {
	d.out = append(d.out, Difference{Kind: k, Unit: u.ID, Facts: with(Facts{"unit": u.Named()}, facts...)})
}

func (d *differ) person(k DifferenceKind, p Person, facts ...any) {
	d.out = append(d.out, Difference{Kind: k, Person: p.ID, Facts: with(Facts{"name": p.Name}, facts...)})
}

func (d *differ) allUnits() {
	for _, u := range d.register.Units {
		old, known := Units.Get(d.book, u.Key())
		if !known {
			d.unit(UnitAdded, u)
			continue
		}
		if old.Name != u.Name {
			d.unit(UnitRenamed, u, "was", old.Named())
		}
		if d.inOrder() {
			old.Order = u.Order // one unit more or less moves all behind it, and changes none of them
		}
		if fields := unitFields(old, u); len(fields) > 0 {
			d.unit(UnitChanged, u, "fields", fields)
		}
	}
	for _, old := range Roster(d.book) {
		if _, stays := d.units[old.ID]; !stays {
			d.unit(UnitRemoved, old)
		}
	}
}

// inOrder tells whether the units that stay follow one another as before.
func (d *differ) inOrder() bool {
	var before, after []UnitID
	known := map[UnitID]bool{}
	for _, u := range Roster(d.book) {
		if _, stays := d.units[u.ID]; stays {
			before, known[u.ID] = append(before, u.ID), true
		}
	}
	for _, u := range d.register.Units {
		if known[u.ID] {
			after = append(after, u.ID)
		}
	}
	return slices.Equal(before, after)
}

// unitFields lists the keys of the roster file in which two versions of a unit differ, the name aside.
func unitFields(old, u Unit) (keys []string) {
	note := func(key string, same bool) {
		if !same {
			keys = append(keys, key)
		}
	}
	note("order", old.Order == u.Order)
	note("english", old.English == u.English)
	note("kind", old.Kind == u.Kind)
	note("aliases", slices.Equal(old.Aliases, u.Aliases))
	note("feeds", slices.Equal(old.Feeds, u.Feeds))
	note("leads", old.Leads == u.Leads)
	same := true
	for _, g := range Groups {
		same = same && old.Totals[g] == u.Totals[g]
	}
	note("totals", same)
	return keys
}

func (d *differ) allPeople() {
	merged := map[PersonID]bool{}
	for _, p := range d.register.People {
		p = d.after[p.ID]
		old, known := People.Get(d.book, p.Key())
		was, joined := d.register.replaced(d.book, p)
		if joined {
			merged[was.ID] = true
			d.person(PersonMerged, p, "was", was.Name, "id", was.ID)
			old.Duties = append(old.Duties, missing(was.Duties, old.Duties)...)
		}
		if !known || !old.Left.IsZero() {
			if !joined {
				d.person(PersonAdded, p, "title", p.Title, "phone", p.Phone)
			}
			d.duties(p, old.Duties, p.Duties)
			continue
		}
		d.fields(old, p)
		if old.Telegram != p.Telegram {
			d.person(AccountChanged, p, "was", strconv.FormatInt(old.Telegram, 10), "telegram", strconv.FormatInt(p.Telegram, 10))
		}
		d.duties(p, old.Duties, p.Duties)
	}
	for _, p := range d.register.kept(d.book) {
		d.after[p.ID] = p
		d.person(PersonKept, p, "id", p.ID)
		old, _ := People.Get(d.book, p.Key())
		d.duties(p, old.Duties, p.Duties)
	}
	for old := range People.Each(d.book, "") {
		if _, stays := d.after[old.ID]; !stays && !merged[old.ID] && old.Left.IsZero() {
			d.person(PersonRemoved, old)
			d.duties(old, old.Duties, nil)
		}
	}
}

// fields tells what of a person changes beside the duties.
func (d *differ) fields(old, p Person) {
	if old.Name != p.Name {
		d.person(PersonRenamed, p, "was", old.Name)
	}
	if fields := personFields(old, p); len(fields) > 0 {
		d.person(PersonChanged, p, "fields", fields, "title", p.Title, "phone", p.Phone)
	}
}

// personFields lists in what two versions of a person differ, the name and the duties aside.
func personFields(old, p Person) (fields []string) {
	if old.Title != p.Title {
		fields = append(fields, "title")
	}
	if old.Phone != p.Phone {
		fields = append(fields, "phone")
	}
	return fields
}

// duties tells what a person gains and loses; one unit for another is a move.
func (d *differ) duties(p Person, before, after []Duty) {
	lost, gained := missing(before, after), missing(after, before)
	if len(lost) == 1 && len(gained) == 1 && lost[0].Unit != "" && gained[0].Unit != "" && lost[0].Unit != gained[0].Unit {
		d.out = append(d.out, Difference{Kind: PersonMoved, Person: p.ID, Unit: gained[0].Unit,
			Facts: Facts{"name": p.Name, "role": gained[0].Role, "from": d.unitName(lost[0].Unit), "unit": d.unitName(gained[0].Unit)}})
		return
	}
	tell := func(k DifferenceKind, duties []Duty) {
		for _, duty := range duties {
			d.out = append(d.out, Difference{Kind: k, Person: p.ID, Unit: duty.Unit,
				Facts: Facts{"name": p.Name, "role": duty.Role, "unit": d.unitName(duty.Unit)}})
		}
	}
	tell(RoleLost, lost)
	tell(RoleGained, gained)
}

// missing are the duties of one list that the other has not.
func missing(of, in []Duty) []Duty {
	var out []Duty
	for _, duty := range of {
		if !slices.Contains(in, duty) {
			out = append(out, duty)
		}
	}
	return out
}
