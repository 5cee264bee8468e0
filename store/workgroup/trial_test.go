package workgroup

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// On a trial everything reads as if the change had been made, and the book under it keeps what it had.
func TestATrialLeavesTheBookAsItWas(t *testing.T) {
	b := NewMemory()
	for _, id := range []PersonID{"b", "d", "f"} {
		People.Put(b, Person{ID: id, Name: "was"})
	}
	after := try(b)
	People.Put(after, Person{ID: "a", Name: "new"})
	People.Put(after, Person{ID: "d", Name: "other"})
	People.Put(after, Person{ID: "e", Name: "new"})
	People.Drop(after, "f")
	People.Put(after, Person{ID: "g", Name: "new"})
	walk := func(b Book, from string, most int) (out []string) {
		for p := range People.From(b, "", from) {
			if out = append(out, string(p.ID)+" "+p.Name); len(out) == most {
				break
			}
		}
		return out
	}
	for _, c := range []struct {
		from string
		most int
		want []string
	}{
		{"", 9, []string{"a new", "b was", "d other", "e new", "g new"}},
		{"c", 9, []string{"d other", "e new", "g new"}},
		{"", 1, []string{"a new"}}, {"", 3, []string{"a new", "b was", "d other"}}, {"", 4, []string{"a new", "b was", "d other", "e new"}},
	} {
		if got := walk(after, c.from, c.most); !slices.Equal(got, c.want) {
			t.Errorf("from %q, %d: %v, want %v", c.from, c.most, got, c.want)
		}
	}
	if got := walk(b, "", 9); !slices.Equal(got, []string{"b was", "d was", "f was"}) {
		t.Errorf("the book holds %v", got)
	}
	one, two := after.Number("x"), after.Number("x")
	if People.Has(after, "f") || !People.Has(after, "e") || one == two || b.Number("x") != 1 {
		t.Error("a trial erases, keeps and numbers for itself")
	}
}

// Whoever goes leaves something behind: it is named before anybody presses 「确认变更」.
func TestWhatFollowsFromAChange(t *testing.T) {
	zone := time.FixedZone("", 8*3600)
	now := time.Date(2020, 1, 31, 14, 10, 0, 0, zone)
	c := College{Zone: zone, Ladder: DefaultLadder()}
	set := func() *Memory {
		b := NewMemory()
		Units.Put(b, Unit{ID: "soft", Order: 1, Name: "软件学院"})
		Units.Put(b, Unit{ID: "care", Order: 2, Name: "护理学院"})
		for i, p := range []Person{
			{ID: "wang", Name: "王一", Duties: []Duty{{Head, "soft"}, {Head, "care"}}},
			{ID: "li", Name: "李二", Duties: []Duty{{Head, "care"}, {Role: Leading}}},
			{ID: "wu", Name: "吴三", Duties: []Duty{{Role: DutyStaff}}},
			{ID: "he", Name: "何四", Duties: []Duty{{Role: Director}, {Role: DutyLeader}}},
		} {
			Reached(b, Bind(b, p, int64(100+i), now), now)
		}
		return b
	}
	without := func(id PersonID, duties ...Duty) func(Book) {
		return func(b Book) {
			p, _ := People.Get(b, string(id))
			p.Duties = missing(p.Duties, duties)
			People.Put(b, p)
		}
	}
	for _, one := range []struct {
		sentence string
		set      func(*Memory)
		change   func(Book)
		want     []string
	}{
		{"nothing changes", nil, func(Book) {}, nil},
		{"a head of two units gives one up", nil, without("wang", Duty{Head, "soft"}), []string{"unit-left soft", "no-reminders wang"}},
		{"one of two heads gives it up", nil, without("li", Duty{Head, "care"}), []string{"no-reminders li"}},
		{"the head of both goes, who has begun to report", func(b *Memory) { Drafts.Put(b, Draft{Date: "2020-01-31", Unit: "care", Person: "wang"}) },
			without("wang", Duty{Head, "soft"}, Duty{Head, "care"}), []string{"unit-left soft", "nothing-more wang", "draft-left wang"}},
		{"whom somebody stands in for heads that unit no more", func(b *Memory) {
			Delegations.Put(b, Delegation{ID: 1, By: "wang", To: "wu", Units: []UnitID{"soft"}, From: "2020-02-01", Until: "2020-02-03"})
			Delegations.Put(b, Delegation{ID: 2, By: "wang", To: "he", Units: []UnitID{"soft", "care"}, From: "2020-02-04", Until: "2020-02-05"})
		}, without("wang", Duty{Head, "soft"}), []string{"unit-left soft", "delegation-left wang", "no-reminders wang"}},
		{"whoever is left has no account", func(b *Memory) {
			People.Put(b, Person{ID: "zhao", Name: "赵五", Duties: []Duty{{Head, "soft"}}})
		}, without("wang", Duty{Head, "soft"}), []string{"unit-unreachable soft", "no-reminders wang"}},
		{"the only duty person goes, with a case and shifts", func(b *Memory) {
			k := Case{Date: "2020-01-31", Number: 2}
			k.Holder = "wu"
			Cases.Put(b, k)
			OpenCases.Put(b, OpenCase{Case: k.Key()})
			for day := range 2 {
				Shifts.Put(b, Shift{Number: uint64(day + 1), From: now.AddDate(0, 0, day+1), To: now.AddDate(0, 0, day+2), Staff: []PersonID{"wu"}})
			}
		}, without("wu", Duty{Role: DutyStaff}), []string{"role-unheld ", "rung-emptied ", "nothing-more wu", "case-left wu", "shift-left wu"}},
		{"the director is director no more, and leads duty still", nil, without("he", Duty{Role: Director}), []string{"role-unheld ", "rung-emptied ", "no-office he"}},
		{"whoever has two duties of the ladder loses both", nil, without("li", Duty{Role: Leading}), []string{"role-unheld ", "rung-emptied ", "no-calls li"}},
		{"the same account stands under another key", nil, func(b Book) {
			p, _ := People.Get(b, "wu")
			People.Drop(b, "wu")
			p.ID = "wu-new"
			Bind(b, p, p.Telegram, now)
		}, nil},
	} {
		t.Run(one.sentence, func(t *testing.T) {
			b := set()
			if one.set != nil {
				one.set(b)
			}
			before, events := fmt.Sprint(b.shelves), len(b.Events)
			var got []string
			for _, d := range c.Consequences(b, now, one.change) {
				got = append(got, string(d.Kind)+" "+string(d.Unit)+string(d.Person))
			}
			if !slices.Equal(got, one.want) {
				t.Errorf("follows %q, want %q", got, one.want)
			}
			if fmt.Sprint(b.shelves) != before || len(b.Events) != events {
				t.Error("looking changed the book")
			}
		})
	}
}
