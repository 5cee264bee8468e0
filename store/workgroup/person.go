package workgroup

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// PersonID is the roster's key of a person; it outlives a change of Telegram account.
type PersonID string

// JoinedID is the key of somebody whom the office let in from chat, whom no roster file knows yet.
func JoinedID(telegram int64) PersonID { return PersonID("tg" + strconv.FormatInt(telegram, 10)) }

// added begins the key of somebody whom the office put on the roster in chat, whose account nobody knows yet.
const added = "added-"

// newPerson is the key of the next of them.
func newPerson(b Book) PersonID {
	return PersonID(added + strconv.FormatUint(b.Number(People.Name), 10))
}

// Joined tells whether a person was let in or added from chat: a roster file that does not name them leaves them where they are.
func (id PersonID) Joined() bool {
	for _, prefix := range []string{"tg", added} {
		if n, ok := strings.CutPrefix(string(id), prefix); ok {
			_, err := strconv.ParseUint(n, 10, 64)
			return err == nil
		}
	}
	return false
}

// Language is one the bot speaks.
type Language string

const (
	Chinese Language = "zh-CN"
	English Language = "en"
)

// Languages are all of them, the default first.
var Languages = []Language{Chinese, English}

// Role is what somebody is in the work group.
type Role string

const (
	Head       Role = "head"        // 单位负责人
	Deputy     Role = "deputy"      // 副职
	Director   Role = "director"    // 防控办主任
	Staff      Role = "staff"       // 防控办工作人员
	Admin      Role = "admin"       // 管理员: approves who is who; the first one uses the code
	Leading    Role = "leading"     // 领导小组
	Committee  Role = "committee"   // 党委委员
	DutyStaff  Role = "duty"        // 值班员
	DutyLeader Role = "duty-leader" // 带班领导
	GroupHead  Role = "group-head"  // 工作组组长
	Inspector  Role = "inspector"   // 纪委
)

// Roles are all of them, in the order they are shown.
var Roles = []Role{Head, Deputy, Director, Staff, Admin, Leading, Committee, DutyStaff, DutyLeader, GroupHead, Inspector}

// Duty is a role, for a unit where the role is one of a unit's.
type Duty struct {
	Role Role   `json:"role"`
	Unit UnitID `json:"unit,omitempty"`
}

// Reach tells whether a private message arrives.
type Reach string

const (
	Unknown Reach = ""        // never wrote to the bot in private
	Open    Reach = "open"    // a private chat exists
	Blocked Reach = "blocked" // Telegram answered 403
)

// Person is somebody of the work group.
type Person struct {
	ID       PersonID `json:"id"`
	Name     string   `json:"name"`
	Title    string   `json:"title,omitempty"`
	Phone    string   `json:"phone,omitempty"`
	Duties   []Duty   `json:"duties,omitempty"`
	Lent     []Lent   `json:"lent,omitempty"`     // units they speak for in place of a head
	Telegram int64    `json:"telegram,omitempty"` // 0: not bound yet
	Language Language `json:"language,omitempty"` // "": the college's
	Reach    Reach    `json:"reach,omitempty"`
	// Left is when they left the college, or a wrong registration was taken back: the name stays for what they filed, and nobody is found by it.
	Left time.Time `json:"left,omitzero"`
	// Away is since when they are no longer in the work group; zero while they are, or when nobody has said.
	Away time.Time `json:"away,omitzero"`
}

// Key is the person's id.
func (p Person) Key() string { return string(p.ID) }

// Copy is the person, sharing nothing with it.
func (p Person) Copy() Person {
	p.Duties, p.Lent = slices.Clone(p.Duties), slices.Clone(p.Lent)
	return p
}

// Holds tells whether the person has one of the roles, for whatever unit.
func (p Person) Holds(roles ...Role) bool {
	for _, d := range p.Duties {
		for _, r := range roles {
			if d.Role == r {
				return true
			}
		}
	}
	return false
}

// Speaks tells whether the person may file for a unit: its head, a deputy, or whoever stands in for its head.
func (p Person) Speaks(u UnitID) bool {
	return slices.ContainsFunc(p.Duties, func(d Duty) bool { return d.Unit == u && (d.Role == Head || d.Role == Deputy) }) ||
		slices.ContainsFunc(p.Lent, func(l Lent) bool { return l.Unit == u })
}

// Units are those the person may file for: in roster order of their duties, and then those lent to them.
func (p Person) Units() []UnitID {
	out := p.speaksAlways()
	for _, l := range p.Lent {
		if !slices.Contains(out, l.Unit) {
			out = append(out, l.Unit)
		}
	}
	return out
}

// speaksAlways are the units that a person's own duties are of.
func (p Person) speaksAlways() []UnitID {
	var out []UnitID
	for _, d := range p.Duties {
		if d.Role == Head || d.Role == Deputy {
			out = append(out, d.Unit)
		}
	}
	return out
}

// Reachable tells whether a private message can be sent at all.
func (p Person) Reachable() bool { return p.Telegram != 0 && p.Reach == Open }

var (
	// People are the roster's people.
	People = copying[Person]("people", 1000)
	// Accounts lead from a Telegram id to a person.
	Accounts = copying[Account]("accounts", 1000)
)

// Account binds a Telegram id to a person.
type Account struct {
	Telegram int64     `json:"telegram"`
	Person   PersonID  `json:"person"`
	Since    time.Time `json:"since"`
}

// Key is the numeric id.
func (a Account) Key() string { return strconv.FormatInt(a.Telegram, 10) }

// Copy is the account itself: it has nothing to share.
func (a Account) Copy() Account { return a }

// PersonOf returns who a Telegram id belongs to.
func PersonOf(b Book, telegram int64) (Person, bool) {
	a, ok := Accounts.Get(b, strconv.FormatInt(telegram, 10))
	if !ok {
		return Person{}, false
	}
	return People.Get(b, string(a.Person))
}

// Bind makes a Telegram id a person's, and frees the one they had. Whoever had the id before has none then.
func Bind(b Book, p Person, telegram int64, now time.Time) Person {
	if p.Telegram != telegram {
		if p.Telegram != 0 {
			Accounts.Drop(b, strconv.FormatInt(p.Telegram, 10))
		}
		p.Reach = Unknown // the private chat was with the other account
	}
	if was, ok := PersonOf(b, telegram); ok && was.ID != p.ID {
		was.Telegram, was.Reach = 0, Unknown
		People.Put(b, was)
	}
	p.Telegram = telegram
	People.Put(b, p)
	Accounts.Put(b, Account{telegram, p.ID, now})
	touchCoverage(b, now)
	return p
}

// Holders are the people with one of the roles, in key order.
func Holders(b Book, roles ...Role) []Person {
	var out []Person
	words := make([]string, 0, len(roles))
	for _, r := range roles {
		words = append(words, string(r))
	}
	for p := range People.Holding(b, words...) {
		if p.Holds(roles...) {
			out = append(out, p)
		}
	}
	return out
}

// Speakers are a unit's heads and deputies.
func Speakers(b Book, u UnitID) []Person {
	var out []Person
	for p := range People.Holding(b, string(u)) {
		if p.Speaks(u) {
			out = append(out, p)
		}
	}
	return out
}

// Voices are the heads and deputies of every unit, read once: what goes through all units asks here.
func Voices(b Book) map[UnitID][]Person {
	out := map[UnitID][]Person{}
	for p := range People.Each(b, "") {
		for _, u := range p.Units() {
			out[u] = append(out[u], p)
		}
	}
	return out
}

// Reached notes that a person's private chat exists.
func Reached(b Book, p Person, now time.Time) Person {
	if p.Reach == Open {
		return p
	}
	p.Reach = Open
	People.Put(b, p)
	touchCoverage(b, now)
	b.Note(Event{At: now, Kind: PersonReached, Object: p.Key(), By: p.ID})
	return p
}

// Lost notes that Telegram refuses to deliver to a person (403): a fact about the person, not about one letter. It tells
// whether that is news.
func Lost(b Book, id PersonID, now time.Time) bool {
	p, ok := People.Get(b, string(id))
	if !ok || p.Reach == Blocked {
		return false
	}
	p.Reach = Blocked
	People.Put(b, p)
	touchCoverage(b, now)
	b.Note(Event{At: now, Kind: PersonLost, Object: p.Key()})
	return true
}

// Overseers see the whole college.
var Overseers = []Role{Director, Staff, Leading, Committee, Inspector, Admin}
