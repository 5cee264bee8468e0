package settings

import (
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// Seed puts the roster into an empty book and tells whether it did: one that has a unit or a person belongs to the people
// who have worked in it since, and changes only by Import.
func Seed(b workgroup.Book, r Roster, now time.Time) bool {
	if len(r.Units) == 0 {
		return false // a roster that was not read must not pass for the first one
	}
	for range workgroup.Units.Each(b, "") {
		return false
	}
	for range workgroup.People.Each(b, "") {
		return false
	}
	r.put(b, now)
	b.Note(workgroup.Event{At: now, Kind: workgroup.RosterSeeded, Payload: r.size()})
	return true
}

// Import makes the book's units and people those of the roster, and returns what differed. What a known person did in
// chat stays: the account, the language, whether private messages arrive. Nothing is noted when nothing differs.
func Import(b workgroup.Book, r Roster, now time.Time) []Difference {
	differences := Diff(b, r)
	if len(differences) == 0 {
		return nil
	}
	r.put(b, now)
	facts := r.size()
	facts["differences"] = len(differences)
	b.Note(workgroup.Event{At: now, Kind: workgroup.RosterImported, Payload: facts})
	return differences
}

// put makes the book's units and people those of the roster.
func (r Roster) put(b workgroup.Book, now time.Time) {
	units, people := map[workgroup.UnitID]bool{}, r.merged(b)
	for _, u := range r.Units {
		units[u.ID] = true
		workgroup.Units.Put(b, u)
	}
	for u := range workgroup.Units.Each(b, "") {
		if !units[u.ID] {
			workgroup.Units.Drop(b, u.Key())
		}
	}
	// All accounts that change hands are free before anybody gets one.
	stays := map[workgroup.PersonID]bool{}
	for old := range workgroup.People.Each(b, "") {
		p, known := people[old.ID]
		stays[old.ID] = known && p.Telegram == old.Telegram
		if old.Telegram != 0 && !stays[old.ID] {
			workgroup.Accounts.Drop(b, strconv.FormatInt(old.Telegram, 10))
		}
		if !known {
			workgroup.People.Drop(b, old.Key())
		}
	}
	for _, p := range r.People {
		p = people[p.ID]
		if account := p.Telegram; account != 0 && !stays[p.ID] {
			p.Telegram = 0
			workgroup.Bind(b, p, account, now)
			continue
		}
		workgroup.People.Put(b, p)
	}
}

// merged are the roster's people with what the book knows of them.
func (r Roster) merged(b workgroup.Book) map[workgroup.PersonID]workgroup.Person {
	owner := map[int64]workgroup.PersonID{}
	for _, p := range r.People {
		if p.Telegram != 0 {
			owner[p.Telegram] = p.ID
		}
	}
	out := map[workgroup.PersonID]workgroup.Person{}
	for _, p := range r.People {
		old, _ := workgroup.People.Get(b, p.Key())
		p.Language = old.Language
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

func (r Roster) size() workgroup.Facts {
	return workgroup.Facts{"units": len(r.Units), "people": len(r.People)}
}
