package workgroup

import (
	"slices"
	"testing"
)

// Whoever has read that a duty person is lost reads that they are back; from whom it had not reached yet it is taken back.
func TestWhoHeardOfALossHearsThatItIsOver(t *testing.T) {
	r := newRig(t)
	for _, id := range []PersonID{"wang", "zhao"} {
		p := r.person(id)
		p.Duties = append(p.Duties, Duty{Role: Staff})
		People.Put(r, p)
	}
	deciders := Holders(r, Deciders...)
	var lost Person
	for _, p := range Holders(r, DutyStaff) {
		if !slices.ContainsFunc(deciders, func(d Person) bool { return d.ID == p.ID }) {
			lost = p
		}
	}
	now := at("14:05")
	r.TellDutyLost(r, lost, HasBlocked, now)
	told := r.said()
	if len(told) != len(deciders) || len(told) < 2 {
		t.Fatalf("told %v", r.told())
	}
	// One letter still waits; the others have gone out.
	for _, l := range told[1:] {
		Letters.Drop(r, l.Key())
	}
	r.TellDutyBack(r, lost, HasBlocked, now)
	var want []string
	for _, l := range told[1:] {
		want = append(want, "say/duty-back "+string(l.Person))
	}
	same(t, "told that it is over", r.told(), want)
}
