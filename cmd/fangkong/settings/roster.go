package settings

import (
	"slices"
	"strconv"

	"fangkong/store/workgroup"
)

// Roster is what roster.toml says: the units in the order papers show them, and the people. Heads and deputies, named
// at their unit in the file, are duties of the person here, before the roles that belong to no unit.
type Roster struct {
	workgroup.Register

	file  string
	lines map[string]int
}

// LoadRoster reads roster.toml.
func LoadRoster(path string) (Roster, Faults) {
	var r reading
	out := r.roster(r.open(path))
	return out, r.faults.sorted()
}

func (r *reading) roster(t *table) Roster {
	if t == nil {
		t = &table{reading: r}
	}
	out := Roster{file: r.file, lines: r.lines}
	duties := map[workgroup.PersonID][]workgroup.Duty{}
	units, _ := t.subs("units")
	people, _ := t.subs("people")

	var known []string
	for _, p := range people {
		id, _ := p.values["id"].(string)
		known = append(known, id)
	}
	// speakers gives the people a unit names a duty for it.
	speakers := func(u *table, key string, role workgroup.Role, unit workgroup.UnitID) {
		ids, _ := u.texts(key)
		for i, id := range ids {
			path := u.at(key) + "[" + strconv.Itoa(i) + "]"
			duty, person := workgroup.Duty{Role: role, Unit: unit}, workgroup.PersonID(id)
			other := func(d workgroup.Duty) bool { return d.Unit == unit }
			switch {
			case !slices.Contains(known, id):
				r.fault(path, PersonUnknown, map[string]string{"id": id})
			case slices.ContainsFunc(duties[person], other):
				r.fault(path, HeadTwice, map[string]string{"id": id})
			default:
				duties[person] = append(duties[person], duty)
			}
		}
	}
	for i, u := range units {
		unit := u.unit()
		unit.Order = i + 1
		speakers(u, "heads", workgroup.Head, unit.ID)
		speakers(u, "deputies", workgroup.Deputy, unit.ID)
		u.close()
		out.Units = append(out.Units, unit)
	}
	for _, p := range people {
		person := workgroup.Person{
			ID: workgroup.PersonID(p.text("id", "")), Name: p.text("name", ""), Title: p.text("title", ""),
			Phone: p.text("phone", ""), Telegram: p.number("telegram"),
		}
		person.Duties = duties[person.ID]
		for _, role := range taken[workgroup.Role](p, "roles") {
			person.Duties = append(person.Duties, workgroup.Duty{Role: role})
		}
		p.close()
		out.People = append(out.People, person)
	}
	t.close()
	return out
}

func (t *table) unit() workgroup.Unit {
	u := workgroup.Unit{
		ID: workgroup.UnitID(t.text("id", "")), Name: t.text("name", ""), English: t.text("english", ""),
		Kind: workgroup.UnitKind(t.text("kind", "")), Leads: workgroup.Group(t.text("leads", "")),
		Feeds: taken[workgroup.UnitID](t, "feeds"), Aliases: taken[string](t, "aliases"),
	}
	totals := t.sub("totals")
	for _, g := range workgroup.Groups {
		if _, ok := totals.values[string(g)]; ok {
			if u.Totals == nil {
				u.Totals = map[workgroup.Group]int{}
			}
			u.Totals[g] = int(totals.number(string(g)))
		}
		totals.taken = append(totals.taken, string(g)) // known, written or not
	}
	totals.close()
	return u
}
