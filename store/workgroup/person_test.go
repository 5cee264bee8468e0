package workgroup

import (
	"slices"
	"testing"
)

func TestOneAccountOnePerson(t *testing.T) {
	for _, c := range []struct {
		sentence string
		bind     func(*rig)
		accounts map[int64]PersonID // what leads where
		telegram map[PersonID]int64 // and back
	}{
		{"a new account frees the one they had", func(r *rig) { Bind(r, r.person("wang"), 500, at("10:00")) },
			map[int64]PersonID{100: "", 500: "wang"}, map[PersonID]int64{"wang": 500}},
		{"binding the same again changes nothing", func(r *rig) { Bind(r, r.person("wang"), 100, at("10:00")) },
			map[int64]PersonID{100: "wang"}, map[PersonID]int64{"wang": 100}},
		{"an account that was another's leaves that other without one", func(r *rig) { Bind(r, r.person("li"), 100, at("10:00")) },
			map[int64]PersonID{100: "li", 102: ""}, map[PersonID]int64{"li": 100, "wang": 0}},
		{"and the other's next account takes nothing from anybody", func(r *rig) {
			Bind(r, r.person("li"), 100, at("10:00"))
			Bind(r, r.person("wang"), 500, at("10:01"))
		}, map[int64]PersonID{100: "li", 500: "wang"}, map[PersonID]int64{"li": 100, "wang": 500}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			c.bind(r)
			for id, want := range c.accounts {
				if p, ok := PersonOf(r, id); p.ID != want || ok != (want != "") {
					t.Errorf("account %d is %q, want %q", id, p.ID, want)
				}
			}
			for id, want := range c.telegram {
				if p := r.person(id); p.Telegram != want || want == 0 && p.Reachable() {
					t.Errorf("%s has account %d, reach %q; want %d", id, p.Telegram, p.Reach, want)
				}
			}
			holders := map[int64]PersonID{}
			for p := range People.Each(r, "") {
				if other, taken := holders[p.Telegram]; taken && p.Telegram != 0 {
					t.Errorf("account %d is %s's and %s's", p.Telegram, other, p.ID)
				}
				holders[p.Telegram] = p.ID
			}
		})
	}
}

func TestAPrivateChatOpensAndCloses(t *testing.T) {
	r := newRig(t)
	r.Events = nil
	Lost(r, "wang", at("10:00"))
	Lost(r, "wang", at("10:01"))
	Lost(r, "nobody", at("10:01"))
	if p := r.person("wang"); p.Reachable() {
		t.Error("who blocked the bot is still written to")
	}
	p := Reached(r, r.person("wang"), at("10:02"))
	Reached(r, p, at("10:03"))
	same(t, "noted", r.kinds(), []EventKind{PersonLost, PersonReached})
	if r.Tell(r, Person{ID: "nie", Reach: Open}, Letter{Text: "say/x"}) {
		t.Error("a person without an account was written to")
	}
}

func TestRoles(t *testing.T) {
	p := Person{Duties: []Duty{{Head, "ruanjian"}, {Deputy, "jidian"}, {Committee, "jiaowu"}, {Role: Director}}}
	same(t, "units", p.Units(), []UnitID{"ruanjian", "jidian"})
	if !p.Speaks("ruanjian") || !p.Speaks("jidian") || p.Speaks("jiaowu") || p.Speaks("") {
		t.Error("only heads and deputies speak for a unit")
	}
	if !p.Holds(Staff, Director) || p.Holds(Inspector) || p.Holds() {
		t.Error("holds one of the roles")
	}
}

// What is asked by a word is what looking at each record would give, however the word is written on disk.
func TestHoldingFindsWhatEachWould(t *testing.T) {
	r := newRig(t)
	Units.Put(r, Unit{ID: "a&b<c>", Name: "甲＆乙"})
	People.Put(r, Person{ID: "quote", Name: `"duty"`, Duties: []Duty{{Head, "a&b<c>"}}})
	People.Put(r, Person{ID: "duty", Name: "值"})
	People.Put(r, Person{ID: "lent", Name: "代", Lent: []Lent{{Unit: "a&b<c>", Of: "quote", Until: day}}})
	for _, u := range append(Roster(r), Unit{ID: "none"}, Unit{}) {
		var want, got []PersonID
		for p := range People.Each(r, "") {
			if slices.Contains(p.Units(), u.ID) {
				want = append(want, p.ID)
			}
		}
		for _, p := range Speakers(r, u.ID) {
			got = append(got, p.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is spoken for by %v, want %v", u.ID, got, want)
		}
	}
	for _, roles := range [][]Role{{DutyStaff}, {Head, Deputy}, {Director, Leading, DutyLeader}, {Inspector}, {}} {
		var want, got []PersonID
		for p := range People.Each(r, "") {
			if p.Holds(roles...) {
				want = append(want, p.ID)
			}
		}
		for _, p := range Holders(r, roles...) {
			got = append(got, p.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v are held by %v, want %v", roles, got, want)
		}
	}
}
