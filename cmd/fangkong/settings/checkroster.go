package settings

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fangkong/store/workgroup"
)

// idShape is what keys in the store are put together from; nothing else would sort and split as it should.
var idShape = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// needed are the roles without which somebody would wait for nobody; one of each line must be held.
var needed = [][]workgroup.Role{
	{workgroup.Director},
	{workgroup.Staff, workgroup.Admin},
	{workgroup.DutyStaff},
	{workgroup.DutyLeader},
}

// Check names the faults of meaning of the roster alone.
func (ro Roster) Check() Faults {
	r := reading{file: ro.file, lines: ro.lines}
	if len(ro.Units) == 0 {
		r.fault("units", UnitsNone, nil)
	} else if !slices.ContainsFunc(ro.Units, workgroup.Unit.Lead) {
		r.fault("units", LeadsNone, nil)
	}
	r.names(ro)
	for i, u := range ro.Units {
		path := fmt.Sprintf("units[%d]", i)
		facts := map[string]string{"unit": named(u), "id": string(u.ID)}
		r.unit(path, u, ro, facts)
		r.feeds(path, u, ro)
		if u.Lead() && !slices.ContainsFunc(ro.Units, func(o workgroup.Unit) bool { return slices.Contains(o.Feeds, u.ID) }) {
			r.fault(path+".leads", LeadUnfed, facts)
		}
	}
	r.people(ro)
	for _, roles := range needed {
		if !slices.ContainsFunc(ro.People, func(p workgroup.Person) bool { return p.Holds(roles...) }) {
			r.fault("people", RoleUnheld, map[string]string{"role": listed(roles), "one": string(roles[0])})
		}
	}
	return r.faults.sorted()
}

// named is what a fault calls a unit: one without a name by its key.
func named(u workgroup.Unit) string {
	if u.Name != "" {
		return u.Name
	}
	return string(u.ID)
}

// names holds ids, and all names by which people may call a unit, against one another.
func (r *reading) names(ro Roster) {
	ids, owners := map[workgroup.UnitID]bool{}, map[string]workgroup.Unit{}
	claim := func(path, name string, u workgroup.Unit) {
		other, used := owners[name]
		if used {
			r.fault(path, NameTwice, map[string]string{"name": name, "other": named(other), "unit": named(u)})
			return
		}
		owners[name] = u
	}
	for i, u := range ro.Units {
		path := fmt.Sprintf("units[%d]", i)
		if ids[u.ID] && u.ID != "" {
			r.fault(path+".id", UnitTwice, map[string]string{"id": string(u.ID)})
		}
		ids[u.ID] = true
		if u.Name != "" {
			claim(path+".name", u.Name, u)
		}
	}
	// After all names, so that the fault stands at the alias.
	for i, u := range ro.Units {
		for j, alias := range u.Aliases {
			path := fmt.Sprintf("units[%d].aliases[%d]", i, j)
			if alias == "" {
				r.fault(path, AliasEmpty, nil)
				continue
			}
			claim(path, alias, u)
		}
	}
}

func (r *reading) unit(path string, u workgroup.Unit, ro Roster, facts map[string]string) {
	switch {
	case !idShape.MatchString(string(u.ID)):
		r.fault(path+".id", IDShape, facts)
	case len(u.ID) > mostOfUnit:
		r.long(path+".id", IDLong, "id", string(u.ID), mostOfUnit)
	}
	if u.Name == "" {
		r.fault(path+".name", UnitNameless, facts)
	}
	if !slices.Contains(workgroup.UnitKinds, u.Kind) {
		r.fault(path+".kind", KindUnknown, map[string]string{"kind": string(u.Kind), "known": listed(workgroup.UnitKinds)})
	}
	if u.Lead() && !slices.Contains(workgroup.Groups, u.Leads) {
		r.fault(path+".leads", GroupUnknown, map[string]string{"group": string(u.Leads), "known": listed(workgroup.Groups)})
	}
	head := workgroup.Duty{Role: workgroup.Head, Unit: u.ID}
	if !slices.ContainsFunc(ro.People, func(p workgroup.Person) bool { return slices.Contains(p.Duties, head) }) {
		r.fault(path+".heads", UnitHeadless, facts)
	}
	for _, g := range workgroup.Groups {
		n, written := u.Totals[g]
		at := path + ".totals." + string(g)
		switch {
		case n < 0:
			r.fault(at, TotalNegative, map[string]string{"n": strconv.Itoa(n)})
		case written && n > 0 && !slices.Contains(u.Kind.Groups(), g):
			r.fault(at, TotalForeign, map[string]string{"group": string(g), "kind": string(u.Kind), "known": listed(u.Kind.Groups())})
		}
	}
}

// feeds holds the ways a unit's figures take against the lead units there are.
func (r *reading) feeds(path string, u workgroup.Unit, ro Roster) {
	leads, led := map[workgroup.UnitID]workgroup.Group{}, map[workgroup.Group][]workgroup.UnitID{}
	for _, o := range ro.Units {
		if leads[o.ID] = o.Leads; o.Lead() {
			led[o.Leads] = append(led[o.Leads], o.ID)
		}
	}
	var ways []workgroup.UnitID
	for _, group := range workgroup.Groups {
		ways = append(ways, led[group]...)
	}
	if len(ways) == 0 {
		return // named once, for all
	}
	if len(u.Feeds) == 0 {
		r.fault(path+".feeds", FeedsNobody, map[string]string{"unit": named(u), "known": listed(ways)})
		return
	}
	fed := map[workgroup.Group]workgroup.UnitID{}
	for j, to := range u.Feeds {
		group, there := leads[to]
		before, twice := fed[group]
		fed[group] = to
		at := fmt.Sprintf("%s.feeds[%d]", path, j)
		switch {
		case !there || group == workgroup.Everybody:
			r.fault(at, FeedsNoLead, map[string]string{"unit": named(u), "id": string(to), "known": listed(ways)})
		case slices.Contains(workgroup.Groups, group) && !slices.Contains(u.Kind.Groups(), group):
			r.fault(at, FeedsForeign, map[string]string{"unit": named(u), "id": string(to), "group": string(group), "kind": string(u.Kind)})
		case twice && there:
			// A person is counted once: two sheets with the same people would both be in the college's table.
			r.fault(at, FeedsTwice, map[string]string{"unit": named(u), "group": string(group), "id": string(to), "other": string(before)})
		}
	}
	// People whom nobody consolidates would be missing from the college's table without anybody noticing.
	for _, group := range u.Kind.Groups() {
		if _, goes := fed[group]; len(led[group]) > 0 && !goes {
			r.fault(path+".feeds", FeedsGap, map[string]string{"unit": named(u), "group": string(group), "id": listed(led[group])})
		}
	}
}

func (r *reading) people(ro Roster) {
	ids, accounts := map[workgroup.PersonID]bool{}, map[int64]string{}
	for i, p := range ro.People {
		path := fmt.Sprintf("people[%d]", i)
		facts := map[string]string{"id": string(p.ID), "name": p.Name}
		switch {
		case p.ID == "":
			r.fault(path+".id", PersonNoID, facts)
		case !idShape.MatchString(string(p.ID)):
			r.fault(path+".id", IDShape, facts)
		case len(p.ID) > mostOfPerson:
			r.long(path+".id", IDLong, "id", string(p.ID), mostOfPerson)
		case slices.Contains(workgroup.Roles, workgroup.Role(p.ID)):
			r.fault(path+".id", IDReserved, facts)
		case ids[p.ID]:
			r.fault(path+".id", PersonTwice, facts)
		}
		ids[p.ID] = true
		if strings.TrimSpace(p.Name) == "" {
			r.fault(path+".name", PersonNameless, facts)
		}
		if other, used := accounts[p.Telegram]; used && p.Telegram != 0 {
			r.fault(path+".telegram", TelegramTwice, map[string]string{"telegram": strconv.FormatInt(p.Telegram, 10), "other": other, "name": p.Name})
		}
		if p.Telegram < 0 {
			r.fault(path+".telegram", TelegramNegative, map[string]string{"telegram": strconv.FormatInt(p.Telegram, 10)})
		}
		accounts[p.Telegram] = p.Name
		r.roles(path, p)
	}
}

// roles looks at the duties that belong to no unit: those of units come from the units' own lists.
func (r *reading) roles(path string, p workgroup.Person) {
	n := 0
	for _, d := range p.Duties {
		if d.Unit != "" {
			continue
		}
		at := fmt.Sprintf("%s.roles[%d]", path, n)
		n++
		switch {
		case d.Role == workgroup.Head || d.Role == workgroup.Deputy:
			r.fault(at, RoleOfUnit, map[string]string{"role": string(d.Role), "id": string(p.ID)})
		case !slices.Contains(workgroup.Roles, d.Role):
			r.fault(at, RoleUnknown, map[string]string{"role": string(d.Role), "known": listed(workgroup.Roles[2:])})
		}
	}
}
