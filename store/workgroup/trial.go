package workgroup

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// trial is a book on which something is tried: it reads what the book under it holds, and keeps what is written for itself.
type trial struct {
	Book
	written map[string]map[string][]byte // nil: erased
	numbers uint64
}

func try(b Book) *trial { return &trial{Book: b, written: map[string]map[string][]byte{}} }

func (t *trial) Read(shelf, key string) []byte {
	if value, ours := t.written[shelf][key]; ours {
		return value
	}
	return t.Book.Read(shelf, key)
}

func (t *trial) Write(shelf, key string, value []byte, _ time.Time) {
	if t.written[shelf] == nil {
		t.written[shelf] = map[string][]byte{}
	}
	t.written[shelf][key] = value
}

func (t *trial) Erase(shelf, key string) { t.Write(shelf, key, nil, time.Time{}) }

func (t *trial) Walk(shelf, prefix, from string, visit func(key string, value []byte) bool) {
	own := t.written[shelf]
	keys := slices.DeleteFunc(slices.Sorted(maps.Keys(own)), func(key string) bool { return !strings.HasPrefix(key, prefix) || key < from })
	on := true
	show := func(key string, value []byte) {
		if value != nil && on {
			on = visit(key, value)
		}
	}
	t.Book.Walk(shelf, prefix, from, func(key string, value []byte) bool {
		for ; len(keys) > 0 && keys[0] < key; keys = keys[1:] {
			show(keys[0], own[keys[0]])
		}
		if len(keys) > 0 && keys[0] == key {
			value, keys = own[key], keys[1:]
		}
		show(key, value)
		return on
	})
	for _, key := range keys {
		show(key, own[key])
	}
}

// Number hands out numbers that nothing of the book has.
func (t *trial) Number(string) uint64 {
	t.numbers++
	return 1<<63 + t.numbers
}

func (t *trial) Note(Event) {}

// Consequences are what a change of units and people brings with it for those whom it does not name: tried on a copy, of which
// nothing stays. First what the college lacks then, next who no longer receives what, last what is left undone.
func (c College) Consequences(b Book, now time.Time, change func(Book)) []Difference {
	after := try(b)
	change(after)
	f := following{College: c, before: b, after: after, now: now}
	f.units()
	f.roles()
	f.rungs()
	f.delegations()
	var gone []Difference
	for p := range People.Each(b, "") {
		if p.Left.IsZero() {
			gone = append(gone, f.person(p)...)
		}
	}
	// What stays undone stands last: who takes it over is for people to say.
	undone := func(d Difference) bool {
		return slices.Contains([]DifferenceKind{CaseLeft, DraftLeft, ShiftLeft}, d.Kind)
	}
	f.out = append(f.out, slices.DeleteFunc(slices.Clone(gone), undone)...)
	return append(f.out, slices.DeleteFunc(gone, func(d Difference) bool { return !undone(d) })...)
}

// following looks for what follows from a change.
type following struct {
	College
	before, after Book
	now           time.Time
	out           []Difference
}

// units are those that nobody heads any more, or whose heads and deputies nobody can write to.
func (f *following) units() {
	was, is := Voices(f.before), Voices(f.after)
	bound := func(p Person) bool { return p.Telegram != 0 }
	for _, u := range Roster(f.after) {
		heads := func(p Person) bool { return p.heads(u.ID) }
		switch {
		case slices.ContainsFunc(was[u.ID], heads) && !slices.ContainsFunc(is[u.ID], heads):
			f.out = append(f.out, Difference{Kind: UnitLeft, Unit: u.ID, Facts: Facts{"unit": u.Named()}})
		case slices.ContainsFunc(was[u.ID], bound) && !slices.ContainsFunc(is[u.ID], bound):
			f.out = append(f.out, Difference{Kind: UnitUnreachable, Unit: u.ID, Facts: Facts{"unit": u.Named()}})
		}
	}
}

// roles are those that nobody holds any more.
func (f *following) roles() {
	for _, role := range Roles[2:] {
		if len(Holders(f.before, role)) > 0 && len(Holders(f.after, role)) == 0 {
			f.out = append(f.out, Difference{Kind: RoleUnheld, Facts: Facts{"role": role}})
		}
	}
}

// rungs are those of the ladder that come to reach nobody.
func (f *following) rungs() {
	already := f.Gaps(f.before, f.now)
	for _, g := range f.Gaps(f.after, f.now) {
		if !slices.ContainsFunc(already, func(o Gap) bool { return o.Rung == g.Rung }) {
			f.out = append(f.out, Difference{Kind: RungEmptied, Facts: Facts{"rung": g.Rung + 1, "roles": g.Roles}})
		}
	}
}

// delegations are those that end, whosever change does it.
func (f *following) delegations() {
	for _, d := range delegations(f.before, func(d Delegation) bool { return d.stands(f.before) && !d.stands(f.after) }) {
		f.out = append(f.out, Difference{Kind: DelegationLeft, Person: d.By, Facts: f.DelegationFacts(f.before, d)})
	}
}

// person is what somebody no longer receives, and what of theirs is left.
func (f *following) person(p Person) (out []Difference) {
	is, ok := People.Get(f.after, p.Key())
	if !ok {
		is, ok = PersonOf(f.after, p.Telegram) // the same account under another key
	}
	if ok && unmoved(p, is) && p.Telegram == is.Telegram {
		return nil
	}
	say := func(k DifferenceKind, facts Facts) {
		out = append(out, Difference{Kind: k, Person: p.ID, Facts: with(facts, "name", p.Name)})
	}
	gone := !ok || !is.Left.IsZero() || len(is.Duties) == 0 && len(p.Duties) > 0
	watched := p.Watches(f.before, f.now)
	watches := !gone && is.Watches(f.after, f.now)
	lost := slices.DeleteFunc(p.Units(), func(u UnitID) bool { return !gone && is.Speaks(u) })
	switch {
	case p.Telegram == 0: // nothing reached them
	case gone:
		say(NothingMore, Facts{})
	default:
		for _, id := range lost {
			u, _ := Units.Get(f.before, string(id))
			say(NoReminders, Facts{"unit": u.Named()})
		}
		if watched && !watches {
			say(NoCalls, Facts{})
		}
		if p.Decides() && !is.Decides() {
			say(NoOffice, Facts{})
		}
	}
	for _, k := range Running(f.before) {
		if k.Holder == p.ID && !watches {
			say(CaseLeft, Facts{"code": k.Code()})
		}
	}
	for d := range Drafts.Each(f.before, "") {
		if d.Person == p.ID && slices.Contains(lost, d.Unit) {
			u, _ := Units.Get(f.before, string(d.Unit))
			say(DraftLeft, Facts{"unit": u.Named(), "date": d.Date})
		}
	}
	if n, next := f.shifts(p.ID); n > 0 && (gone || p.DoesDuty() && !is.DoesDuty()) {
		say(ShiftLeft, with(f.SpanFacts(Span{next.From, next.To}), "n", n))
	}
	return out
}

// shifts are how many shifts somebody stands on that are not over, and the first of them.
func (f *following) shifts(p PersonID) (n int, next Shift) {
	for s := range Shifts.From(f.before, "", string(DateOf(f.now.Add(-LongestShift)))) {
		if s.To.After(f.now) && s.Has(p) {
			if n++; n == 1 {
				next = s
			}
		}
	}
	return n, next
}
