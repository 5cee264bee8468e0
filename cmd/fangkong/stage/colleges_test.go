package stage

import (
	"slices"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// wholeCollege is the sample's: 33 units. It is for scenarios that count them; every afternoon of it sends more than a hundred
// reminders.
func wholeCollege() *settings.Roster {
	_, whole := settings.Sample()
	return &whole
}

// fewUnits is the sample's college cut down to some units of each kind and the lead units. The people of the office, those on
// duty and the leading group are all there.
func fewUnits() *settings.Roster {
	return only(wholeCollege(), "huli", "jidian", "ruanjian", "lvyou", "qiche", "gongcheng", "caiwu", "tushu", "xuesheng", "renshi", "houqin")
}

// only is a roster with no other units than those, and none of whoever is of another and holds nothing else.
func only(r *settings.Roster, units ...workgroup.UnitID) *settings.Roster {
	keep := map[workgroup.UnitID]bool{"": true}
	var out settings.Roster
	for _, u := range r.Units {
		if keep[u.ID] = slices.Contains(units, u.ID); keep[u.ID] {
			out.Units = append(out.Units, u)
		}
	}
	for _, p := range r.People {
		p.Duties = slices.DeleteFunc(slices.Clone(p.Duties), func(d workgroup.Duty) bool { return !keep[d.Unit] })
		if len(p.Duties) > 0 {
			out.People = append(out.People, p)
		}
	}
	return &out
}

// Head is the head of a unit, which this stage must have.
func (p *play) Head(unit workgroup.UnitID) *sandbox.Person {
	p.t.Helper()
	who := p.Stage.Head(unit)
	if who == nil {
		p.t.Fatalf("nobody heads %s on this stage", unit)
	}
	return who
}

// Person is somebody of the roster, whom this stage must have.
func (p *play) Person(id workgroup.PersonID) *sandbox.Person {
	p.t.Helper()
	who := p.Stage.Person(id)
	if who == nil {
		p.t.Fatalf("%s is not on this stage", id)
	}
	return who
}
