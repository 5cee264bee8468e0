package rehearsal

import (
	"time"

	"fangkong/store/workgroup"
)

// troupe are those the tour is about.
type troupe struct {
	units    []workgroup.UnitID
	heads    []workgroup.PersonID
	names    []string // of the heads, each with the unit
	alone    []string // of the heads, without it
	office   workgroup.PersonID
	second   workgroup.PersonID // of the office, too
	director workgroup.PersonID
	chief    string             // the director's name
	duty     workgroup.PersonID // rung first
	called   string             // their name
	leader   workgroup.PersonID // of the leading group
	remind   string             // when the first reminder of the day comes
}

// troupe casts them from the roster; false when it has nobody for one of the parts.
func (p *performance) troupe() (t troupe, ok bool) {
	t.remind = p.begun.Add(time.Minute).Format("15:04")
	for _, u := range p.Roster.Units {
		for _, who := range p.Roster.People {
			if len(t.units) < 3 && !u.Lead() && len(who.Duties) > 0 && who.Duties[0] == (workgroup.Duty{Role: workgroup.Head, Unit: u.ID}) {
				t.units, t.heads = append(t.units, u.ID), append(t.heads, who.ID)
				t.names, t.alone = append(t.names, p.words.person(u.Named(), who.Name)), append(t.alone, who.Name)
				break
			}
		}
	}
	for _, who := range p.Roster.People {
		switch {
		case who.Holds(workgroup.DutyStaff) && t.duty == "":
			t.duty, t.called = who.ID, who.Name
		case who.Holds(workgroup.Director) && t.director == "":
			t.director, t.chief = who.ID, who.Name
		case who.Holds(workgroup.Staff) && t.office == "":
			t.office = who.ID
		case who.Holds(workgroup.Drafters...) && t.second == "" && who.ID != t.office:
			t.second = who.ID
		}
		if who.Holds(workgroup.Leading) && t.leader == "" { // who may be one of the above as well
			t.leader = who.ID
		}
	}
	return t, len(t.units) == 3 && t.office != "" && t.second != "" && t.director != "" && t.duty != "" && t.leader != ""
}

func at(who workgroup.PersonID, where string) string { return string(who) + " " + where }

func private(who workgroup.PersonID) string { return at(who, string(who)) }
