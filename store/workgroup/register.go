package workgroup

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// Register is the roster (名册) as a file has it: the units in the order papers show them, and the people with their duties.
type Register struct {
	Units  []Unit
	People []Person
}

// Seed puts the register into an empty book and tells whether it did: one that has a unit or a person belongs to the people
// who have worked in it since, and changes only by Import.
func (r Register) Seed(b Book, now time.Time) bool {
	if len(r.Units) == 0 {
		return false // a roster that was not read must not pass for the first one
	}
	for range Units.Each(b, "") {
		return false
	}
	for range People.Each(b, "") {
		return false
	}
	r.put(b, now)
	b.Note(Event{At: now, Kind: RosterSeeded, Payload: r.size()})
	return true
}

// Import makes the book's units and people those of the register, and returns what differed. What a known person did in
// chat stays: the account, the language, whether private messages arrive. So do people who joined in chat, until the
// register names their account as somebody's. Nothing is noted when nothing differs.
func (r Register) Import(b Book, now time.Time) []Difference {
	differences := r.Differences(b)
	n := Changes(differences)
	if n == 0 {
		return differences
	}
	r.put(b, now)
	facts := r.size()
	facts["differences"] = n
	b.Note(Event{At: now, Kind: RosterImported, Payload: facts})
	return differences
}

// put makes the book's units and people those of the register.
func (r Register) put(b Book, now time.Time) {
	units, people, kept := map[UnitID]bool{}, r.merged(b), r.kept(b)
	all := slices.Concat(r.People, kept)
	for _, p := range kept {
		people[p.ID] = p
	}
	for _, u := range r.Units {
		units[u.ID] = true
		Units.Put(b, u)
	}
	rename(b, r.Units, now)
	for u := range Units.Each(b, "") {
		if !units[u.ID] {
			Units.Drop(b, u.Key())
		}
	}
	// All accounts that change hands are free before anybody gets one.
	stays := map[PersonID]bool{}
	for old := range People.Each(b, "") {
		p, known := people[old.ID]
		stays[old.ID] = known && p.Telegram == old.Telegram
		if old.Telegram != 0 && !stays[old.ID] {
			Accounts.Drop(b, strconv.FormatInt(old.Telegram, 10))
		}
		if !known && old.Left.IsZero() { // whoever left is still named where they filed
			People.Drop(b, old.Key())
		}
	}
	for _, p := range all {
		p = people[p.ID]
		if account, reach := p.Telegram, p.Reach; account != 0 && !stays[p.ID] {
			p.Telegram = 0
			p = Bind(b, p, account, now)
			p.Reach = reach // of the person whose place they take: the private chat is the same
		}
		People.Put(b, p)
	}
}

// kept are the people who joined in chat and whom the roster names neither by their key nor by their account, with the
// duties they still can have. Nobody stays without any.
func (r Register) kept(b Book) []Person {
	var out []Person
	for p := range People.Each(b, "") {
		named := func(o Person) bool { return o.ID == p.ID || p.Telegram != 0 && o.Telegram == p.Telegram }
		if !p.ID.Joined() || slices.ContainsFunc(r.People, named) {
			continue
		}
		p.Duties = slices.DeleteFunc(p.Duties, func(d Duty) bool {
			return d.Unit != "" && !slices.ContainsFunc(r.Units, func(u Unit) bool { return u.ID == d.Unit })
		})
		if len(p.Duties) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// replaced is who joined in chat and is somebody else on the roster, by their account; false when nobody is.
func (r Register) replaced(b Book, p Person) (Person, bool) {
	was, ok := PersonOf(b, p.Telegram)
	named := func(o Person) bool { return o.ID == was.ID }
	return was, ok && was.ID.Joined() && !slices.ContainsFunc(r.People, named)
}

// merged are the roster's people with what the book knows of them.
func (r Register) merged(b Book) map[PersonID]Person {
	owner := map[int64]PersonID{}
	for _, p := range r.People {
		if p.Telegram != 0 {
			owner[p.Telegram] = p.ID
		}
	}
	out := map[PersonID]Person{}
	for _, p := range r.People {
		old, _ := People.Get(b, p.Key())
		if was, ok := r.replaced(b, p); ok {
			was.Language = cmp.Or(old.Language, was.Language)
			old = was
		}
		p.Language, p.Lent, p.Away = old.Language, old.Lent, old.Away
		// An account that the roster gives to somebody else is theirs.
		if to, given := owner[old.Telegram]; p.Telegram == 0 && (!given || to == p.ID) {
			p.Telegram = old.Telegram
		}
		// Whether a new account can be written to, nobody knows yet.
		if p.Telegram == old.Telegram {
			p.Reach = old.Reach
		}
		out[p.ID] = p
	}
	return out
}

func (r Register) size() Facts {
	return Facts{"units": len(r.Units), "people": len(r.People)}
}
