package stage

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// kept are the shelves whose records say what the college knows; letters, cards and the like only carry it to people.
var kept = []string{"college", "units", "people", "accounts", "rounds", "reports", "latest", "sources", "sheets", "grants", "claims", "invites", "drafts"}

// shelves are the digests of all records of these shelves, by shelf and key.
func (p *play) shelves(names ...string) map[string]string {
	p.t.Helper()
	if len(names) == 0 {
		names = kept
	}
	out := map[string]string{}
	p.view(func(b workgroup.Book) {
		for _, name := range names {
			b.Walk(name, "", "", func(key string, value []byte) bool {
				sum := sha256.Sum256(value)
				out[name+" "+key] = hex.EncodeToString(sum[:6])
				return true
			})
		}
	})
	return out
}

// unchanged fails when the shelves are not what they were.
func (p *play) unchanged(before map[string]string, what string) {
	p.t.Helper()
	after := p.shelves()
	if maps.Equal(before, after) {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(after)) {
		if before[key] != after[key] {
			p.t.Errorf("%s: stored or changed %s", what, key)
		}
	}
	for key := range before {
		if _, ok := after[key]; !ok {
			p.t.Errorf("%s: dropped %s", what, key)
		}
	}
}

func (p *play) view(look func(workgroup.Book)) {
	p.t.Helper()
	if err := p.Store.View(func(b workgroup.Book) error { look(b); return nil }); err != nil {
		p.t.Fatal(err)
	}
}

func (p *play) update(change func(workgroup.Book)) {
	p.t.Helper()
	if err := p.Store.Update(func(b workgroup.Book) error { change(b); return nil }); err != nil {
		p.t.Fatal(err)
	}
}

// account is who the college takes somebody for.
func (p *play) account(who *sandbox.Person) (workgroup.Person, bool) {
	p.t.Helper()
	var person workgroup.Person
	var ok bool
	p.view(func(b workgroup.Book) { person, ok = workgroup.PersonOf(b, who.ID()) })
	return person, ok
}

// sound fails when the store is not whole, an update waits, or one was set aside.
func (p *play) sound() {
	p.t.Helper()
	f, err := p.Store.Verify()
	if err != nil || !f.Sound() {
		p.t.Errorf("the store is not sound: %v %v", err, f.Faults)
	}
	if waiting, err := p.Store.Inbox(1); err != nil || len(waiting) > 0 {
		p.t.Errorf("inbox: %d waiting, %v", len(waiting), err)
	}
	if dead := p.dead(); len(dead) > 0 {
		p.t.Errorf("set aside: %+v", dead)
	}
}

// dead is what was set aside.
func (p *play) dead() []store.DeadInput {
	p.t.Helper()
	var out []store.DeadInput
	if err := p.Store.Dead(func(d store.DeadInput) bool { out = append(out, d); return true }); err != nil {
		p.t.Fatal(err)
	}
	return out
}

// silent fails unless the bot said nothing in a chat while something happened.
func (p *play) silent(who *sandbox.Person, where sandbox.Chat, what string, do func()) {
	p.t.Helper()
	before := p.count(who, where)
	do()
	if after := p.count(who, where); after != before {
		p.t.Errorf("%s: the bot should say nothing:\n%s", what, p.transcript(who, where))
	}
}

// count is how many messages of the bot stand in a chat.
func (p *play) count(who *sandbox.Person, where sandbox.Chat) int {
	n := 0
	for _, m := range who.Sees(where) {
		if m.From.Bot {
			n++
		}
	}
	return n
}

// events counts the journal's lines of a kind.
func (p *play) events(kind workgroup.EventKind) int {
	p.t.Helper()
	n := 0
	err := p.Store.Journal(0, func(l store.Line) bool {
		if l.Event.Kind == kind {
			n++
		}
		return true
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return n
}

// holders are the telephones of everybody with one of the roles.
func (p *play) holders(roles ...workgroup.Role) []*sandbox.Person {
	var out []*sandbox.Person
	for _, who := range p.Roster.People {
		if who.Holds(roles...) {
			out = append(out, p.Person(who.ID))
		}
	}
	return out
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
