package settings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// Change names a way in which a roster differs from the book.
type Change string

// The changes of units, of people, and what follows from them.
const (
	UnitAdded       Change = "unit-added"
	UnitRemoved     Change = "unit-removed"
	UnitRenamed     Change = "unit-renamed"
	UnitChanged     Change = "unit-changed"
	PersonAdded     Change = "person-added"
	PersonRemoved   Change = "person-removed"
	PersonRenamed   Change = "person-renamed"
	PersonChanged   Change = "person-changed"
	PersonMoved     Change = "person-moved"
	PersonMerged    Change = "person-merged" // joined in chat, and is somebody of the roster
	PersonKept      Change = "person-kept"   // joined in chat, and is not on the roster: no change
	RoleLost        Change = "role-lost"
	RoleGained      Change = "role-gained"
	AccountChanged  Change = "account-changed"
	UnitLeft        Change = "unit-left"        // without any head
	UnitUnreachable Change = "unit-unreachable" // its heads have accounts now, and none after
)

// Difference is one change that importing a roster would make.
type Difference struct {
	Change Change
	Unit   workgroup.UnitID
	Person workgroup.PersonID
	Duty   workgroup.Duty // lost or gained
	From   workgroup.UnitID
	Facts  map[string]string // names, and what was and will be; the fields that change
}

var changeWords = map[Change]wording{
	UnitAdded:       {phrase{what: "新增单位：{unit}"}, phrase{what: "new unit: {unit}"}},
	UnitRemoved:     {phrase{what: "删去单位：{unit}"}, phrase{what: "unit removed: {unit}"}},
	UnitRenamed:     {phrase{what: "单位改名：{was} → {unit}"}, phrase{what: "unit renamed: {was} → {unit}"}},
	UnitChanged:     {phrase{what: "单位变动：{unit}（{fields}）"}, phrase{what: "unit changed: {unit} ({fields})"}},
	PersonAdded:     {phrase{what: "新增人员：{name}"}, phrase{what: "new person: {name}"}},
	PersonRemoved:   {phrase{what: "删去人员：{name}"}, phrase{what: "person removed: {name}"}},
	PersonRenamed:   {phrase{what: "人员改名：{was} → {name}"}, phrase{what: "person renamed: {was} → {name}"}},
	PersonChanged:   {phrase{what: "人员变动：{name}（{fields}）"}, phrase{what: "person changed: {name} ({fields})"}},
	PersonMoved:     {phrase{what: "人员调动：{name}，{from} → {unit}（{role}）"}, phrase{what: "person moved: {name}, {from} → {unit} ({role})"}},
	PersonMerged:    {phrase{what: "合并：{was}（{id}，在聊天中登记）→ {name}"}, phrase{what: "merged: {was} ({id}, joined in chat) → {name}"}},
	PersonKept:      {phrase{what: "保留：{name}（{id}），在聊天中登记，文件里没有"}, phrase{what: "kept: {name} ({id}), joined in chat, not in the file"}},
	RoleLost:        {phrase{what: "失去职责：{name}，{unit}{role}"}, phrase{what: "role lost: {name}, {unit} {role}"}},
	RoleGained:      {phrase{what: "获得职责：{name}，{unit}{role}"}, phrase{what: "role gained: {name}, {unit} {role}"}},
	AccountChanged:  {phrase{what: "账号变动：{name}，Telegram {was} → {telegram}"}, phrase{what: "account changed: {name}, Telegram {was} → {telegram}"}},
	UnitLeft:        {phrase{what: "注意：{unit} 将没有负责人"}, phrase{what: "attention: {unit} will have no head"}},
	UnitUnreachable: {phrase{what: "注意：{unit} 的负责人和副职将都没有确认过账号"}, phrase{what: "attention: nobody who files for {unit} will have a confirmed account"}},
}

var texts = sync.OnceValues(func() (*text.Texts, error) { return text.Load(nil) })

// Text is the difference on one line.
func (d Difference) Text(l workgroup.Language) string {
	role := string(d.Duty.Role)
	if t, err := texts(); err == nil && role != "" {
		if said, err := t.Plain(l, "role/"+role, nil); err == nil {
			role = said
		}
	}
	line := Fault{Facts: d.Facts}.fill(changeWords[d.Change].in(l).what)
	line = strings.ReplaceAll(line, "{role}", role)
	return strings.ReplaceAll(line, ",  ", ", ") // a role of no unit
}

// Changes counts the differences that change something: who is kept is only named.
func Changes(differences []Difference) int {
	n := 0
	for _, d := range differences {
		if d.Change != PersonKept {
			n++
		}
	}
	return n
}

// Diff is what importing the roster would change, units first, in roster order, then who is kept though the roster does
// not name them, and what is gone last.
func Diff(b workgroup.Book, r Roster) []Difference {
	d := differ{book: b, roster: r, after: r.merged(b), units: map[workgroup.UnitID]workgroup.Unit{}}
	for _, u := range r.Units {
		d.units[u.ID] = u
	}
	d.allUnits()
	d.allPeople()
	d.consequences()
	return d.out
}

type differ struct {
	book   workgroup.Book
	roster Roster
	units  map[workgroup.UnitID]workgroup.Unit // of the roster
	after  map[workgroup.PersonID]workgroup.Person
	out    []Difference
}

// unitName is what a unit will be called; what it was called when it is gone.
func (d *differ) unitName(id workgroup.UnitID) string {
	u, ok := d.units[id]
	if !ok {
		u, _ = workgroup.Units.Get(d.book, string(id))
	}
	return cmp.Or(named(u), string(id))
}

func (d *differ) unit(c Change, u workgroup.Unit, facts map[string]string) {
	facts = withFact(facts, "unit", named(u))
	d.out = append(d.out, Difference{Change: c, Unit: u.ID, Facts: facts})
}

func (d *differ) person(c Change, p workgroup.Person, facts map[string]string) {
	facts = withFact(facts, "name", p.Name)
	d.out = append(d.out, Difference{Change: c, Person: p.ID, Facts: facts})
}

func withFact(facts map[string]string, name, value string) map[string]string {
	if facts == nil {
		facts = map[string]string{}
	}
	facts[name] = value
	return facts
}

func (d *differ) allUnits() {
	for _, u := range d.roster.Units {
		old, known := workgroup.Units.Get(d.book, u.Key())
		if !known {
			d.unit(UnitAdded, u, nil)
			continue
		}
		if old.Name != u.Name {
			d.unit(UnitRenamed, u, map[string]string{"was": named(old)})
		}
		if d.inOrder() {
			old.Order = u.Order // one unit more or less moves all behind it, and changes none of them
		}
		if fields := changed(old, u); fields != "" {
			d.unit(UnitChanged, u, map[string]string{"fields": fields})
		}
	}
	for _, old := range workgroup.Roster(d.book) {
		if _, stays := d.units[old.ID]; !stays {
			d.unit(UnitRemoved, old, nil)
		}
	}
}

// inOrder tells whether the units that stay follow one another as before.
func (d *differ) inOrder() bool {
	var before, after []workgroup.UnitID
	known := map[workgroup.UnitID]bool{}
	for _, u := range workgroup.Roster(d.book) {
		if _, stays := d.units[u.ID]; stays {
			before, known[u.ID] = append(before, u.ID), true
		}
	}
	for _, u := range d.roster.Units {
		if known[u.ID] {
			after = append(after, u.ID)
		}
	}
	return slices.Equal(before, after)
}

// changed lists the keys of the roster file in which two versions of a unit differ, the name aside.
func changed(old, u workgroup.Unit) string {
	var keys []string
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
	for _, g := range workgroup.Groups {
		same = same && old.Totals[g] == u.Totals[g]
	}
	note("totals", same)
	return strings.Join(keys, ", ")
}

func (d *differ) allPeople() {
	merged := map[workgroup.PersonID]bool{}
	for _, p := range d.roster.People {
		p = d.after[p.ID]
		old, known := workgroup.People.Get(d.book, p.Key())
		was, joined := d.roster.replaced(d.book, p)
		if joined {
			merged[was.ID] = true
			d.person(PersonMerged, p, map[string]string{"was": was.Name, "id": string(was.ID)})
			old.Duties = append(old.Duties, missing(was.Duties, old.Duties)...)
		}
		if !known {
			if !joined {
				d.person(PersonAdded, p, nil)
			}
			d.duties(p, old.Duties, p.Duties)
			continue
		}
		if old.Name != p.Name {
			d.person(PersonRenamed, p, map[string]string{"was": old.Name})
		}
		var fields []string
		if old.Title != p.Title {
			fields = append(fields, "title")
		}
		if old.Phone != p.Phone {
			fields = append(fields, "phone")
		}
		if len(fields) > 0 {
			d.person(PersonChanged, p, map[string]string{"fields": strings.Join(fields, ", ")})
		}
		if old.Telegram != p.Telegram {
			d.person(AccountChanged, p, map[string]string{"was": strconv.FormatInt(old.Telegram, 10), "telegram": strconv.FormatInt(p.Telegram, 10)})
		}
		d.duties(p, old.Duties, p.Duties)
	}
	for _, p := range d.roster.kept(d.book) {
		d.after[p.ID] = p
		d.person(PersonKept, p, map[string]string{"id": string(p.ID)})
		old, _ := workgroup.People.Get(d.book, p.Key())
		d.duties(p, old.Duties, p.Duties)
	}
	for old := range workgroup.People.Each(d.book, "") {
		if _, stays := d.after[old.ID]; !stays && !merged[old.ID] && old.Left.IsZero() {
			d.person(PersonRemoved, old, nil)
			d.duties(old, old.Duties, nil)
		}
	}
}

// duties tells what a person gains and loses; one unit for another is a move.
func (d *differ) duties(p workgroup.Person, before, after []workgroup.Duty) {
	lost, gained := missing(before, after), missing(after, before)
	if len(lost) == 1 && len(gained) == 1 && lost[0].Unit != "" && gained[0].Unit != "" && lost[0].Unit != gained[0].Unit {
		d.out = append(d.out, Difference{Change: PersonMoved, Person: p.ID, Unit: gained[0].Unit, From: lost[0].Unit, Duty: gained[0],
			Facts: map[string]string{"name": p.Name, "from": d.unitName(lost[0].Unit), "unit": d.unitName(gained[0].Unit)}})
		return
	}
	tell := func(c Change, duties []workgroup.Duty) {
		for _, duty := range duties {
			d.out = append(d.out, Difference{Change: c, Person: p.ID, Unit: duty.Unit, Duty: duty,
				Facts: map[string]string{"name": p.Name, "unit": d.unitName(duty.Unit)}})
		}
	}
	tell(RoleLost, lost)
	tell(RoleGained, gained)
}

// missing are the duties of one list that the other has not.
func missing(of, in []workgroup.Duty) []workgroup.Duty {
	var out []workgroup.Duty
	for _, duty := range of {
		if !slices.Contains(in, duty) {
			out = append(out, duty)
		}
	}
	return out
}

// consequences are units that nobody could file for any more.
func (d *differ) consequences() {
	for _, u := range d.roster.Units {
		headed, reached, was := false, false, false
		for _, p := range d.after {
			headed = headed || slices.Contains(p.Duties, workgroup.Duty{Role: workgroup.Head, Unit: u.ID})
			reached = reached || p.Speaks(u.ID) && p.Telegram != 0
		}
		for _, p := range workgroup.Speakers(d.book, u.ID) {
			was = was || p.Telegram != 0
		}
		switch {
		case !headed:
			d.unit(UnitLeft, u, nil)
		case was && !reached:
			d.unit(UnitUnreachable, u, nil)
		}
	}
}
