package workgroup

import (
	"cmp"
	"maps"
	"slices"
)

// UnitID is a unit's key: short, ASCII, never changed; names may change.
type UnitID string

// UnitKind is what sort of unit it is: which questions of the form it gets depends on it.
type UnitKind string

const (
	CollegeUnit   UnitKind = "college"   // 二级学院: students and staff
	OfficeUnit    UnitKind = "office"    // 处室: staff only
	ServiceUnit   UnitKind = "service"   // 后勤: staff and others (外聘、物业、食堂、保安)
	AffiliateUnit UnitKind = "affiliate" // 附属单位: students and staff
)

// UnitKinds are all of them, in the order papers show them.
var UnitKinds = []UnitKind{CollegeUnit, AffiliateUnit, OfficeUnit, ServiceUnit}

// Group is whom a figure counts.
type Group string

const (
	Everybody Group = ""        // all people of the unit
	Students  Group = "student" // 学生
	Workers   Group = "staff"   // 教职工
	Others    Group = "other"   // 外聘及其他
)

// Groups are the parts of Everybody, in the order papers show them.
var Groups = []Group{Students, Workers, Others}

// Unit is a unit of the college.
type Unit struct {
	ID      UnitID        `json:"id"`
	Order   int           `json:"order"` // its place on the roster
	Name    string        `json:"name"`
	English string        `json:"english,omitempty"`
	Aliases []string      `json:"aliases,omitempty"`
	Kind    UnitKind      `json:"kind"`
	Feeds   []UnitID      `json:"feeds,omitempty"`  // the lead units that consolidate its figures
	Leads   Group         `json:"leads,omitempty"`  // the group whose figures it consolidates, when it is a lead unit
	Totals  map[Group]int `json:"totals,omitempty"` // people on the roster
}

// Key is the unit's id.
func (u Unit) Key() string { return string(u.ID) }

// Copy is the unit, sharing nothing with it.
func (u Unit) Copy() Unit {
	u.Aliases, u.Feeds, u.Totals = slices.Clone(u.Aliases), slices.Clone(u.Feeds), maps.Clone(u.Totals)
	return u
}

// Named is the unit's name in both languages.
func (u Unit) Named() Named { return Named{u.Name, u.English} }

// Lead tells whether it is a lead unit.
func (u Unit) Lead() bool { return u.Leads != Everybody }

// Groups are the groups of people a unit of this kind counts.
func (k UnitKind) Groups() []Group {
	switch k {
	case OfficeUnit:
		return []Group{Workers}
	case ServiceUnit:
		return []Group{Workers, Others}
	default:
		return []Group{Students, Workers}
	}
}

// Units are the roster's units.
var Units = copying[Unit]("units", 1000)

// Roster returns all units in roster order.
func Roster(b Book) []Unit {
	var out []Unit
	for u := range Units.Each(b, "") {
		out = append(out, u)
	}
	sortUnits(out)
	return out
}

func sortUnits(units []Unit) {
	slices.SortStableFunc(units, func(a, b Unit) int { return cmp.Compare(a.Order, b.Order) })
}
