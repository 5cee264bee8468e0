package workgroup

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Nobody whom a unit tells of by group is lost: what would be filed is at least their sum, or it is asked which of the two is right. And no share
// of a group counts anybody whom another group was told to have.
func TestGroupsAreNeverMoreThanTheWhole(t *testing.T) {
	r := newRig(t)
	dice := rand.New(rand.NewPCG(7, 1))
	const item = Key("home_quarantine_now")
	for range 3000 {
		unit := Unit{ID: "ruanjian", Kind: UnitKinds[dice.IntN(len(UnitKinds))]}
		said := Figures{}
		for _, g := range append([]Group{Everybody}, Groups...) {
			if dice.IntN(2) == 0 {
				said[item.Of(g)] = Count(dice.IntN(3))
			}
		}
		figures := r.Settled(Draft{Date: day, Figures: said}, unit)
		sum := 0
		for _, g := range Groups {
			n, _ := figures.Said(item.Of(g))
			sum += n
		}
		all, told := figures.Said(item)
		asked := slices.ContainsFunc(Examine(r.FormOn(day), unit, figures, nil), func(d Doubt) bool { return d.Check == V5 && d.Key == item })
		if !asked && (!told || all < sum) {
			t.Fatalf("%s said %v: %d are filed of %d, and nothing is asked", unit.Kind, said, all, sum)
		}
		shares := 0
		for _, g := range Groups {
			if n, known := GroupPart(figures, item, g, unit.Kind); known {
				shares += n
			}
		}
		if !asked && shares > all {
			t.Fatalf("%s said %v: the groups' shares are %d of %d", unit.Kind, said, shares, all)
		}
	}
}
