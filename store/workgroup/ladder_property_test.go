package workgroup

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// For random histories of presses, losses, returns and outages: an untaken case is never without a next moment, no rung is
// rung before it is due, a rung is rung once for each time it is due, and none that could reach somebody is passed over.
func TestNoHistorySilencesTheLadder(t *testing.T) {
	for seed := range uint64(80) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		r := newRig(t)
		watch := []PersonID{"ban", "dai", "zhu", "shu"}
		now := at("14:02")
		k := r.opened(CaseKinds[rnd.IntN(len(CaseKinds))], "13:30", "14:02")
		key := k.Key()
		for step := range 60 {
			before := r.kase(key)
			events := len(r.Events)
			if before.Stage() == StageClosed {
				break
			}
			was := before.Next
			reachable := map[int]bool{}
			for i, rung := range r.Ladder.Rungs {
				people, _ := r.reach(r, rung, now)
				reachable[i] = len(people) > 0
			}
			who, _ := People.Get(r, string(watch[rnd.IntN(len(watch))]))
			act := rnd.IntN(13)
			switch act {
			case 0:
				_, _ = r.TakeCase(r, key, who, now)
			case 1:
				_, _ = r.GiveBack(r, key, who, now)
			case 2:
				_, _ = r.Snooze(r, key, time.Duration(rnd.IntN(40))*time.Minute, "核实", who, now)
			case 3:
				_, _ = r.Offer(r, key, watch[rnd.IntN(len(watch))], who, now)
			case 4:
				_, _ = r.Verify(r, key, Verdicts[rnd.IntN(len(Verdicts))], who, now)
			case 5:
				Lost(r, who.ID, now)
				r.RingLost(r, key, now)
			case 6:
				r.RingReached(r, Reached(r, who, now), now)
				if got := r.kase(key); got.Holder == "" && !slices.Equal(rung(got), rung(before)) && !slices.Contains(got.Rings[len(got.Rings)-1].People, who.ID) {
					t.Fatalf("seed %d, step %d: rang %v for %s", seed, step, rung(got), who.ID)
				}
				continue
			case 7:
				_, _ = r.Close(r, key, "了结", who, now)
			case 12: // somebody leaves the roster, and another takes the place
				People.Drop(r, string(who.ID))
				who.Reach = Open
				who.Name += "接任"
				People.Put(r, who)
				continue
			default: // the clock: on time, or after an outage
				if due := before.Due(); due.After(now) {
					now = due
				}
				if rnd.IntN(4) == 0 {
					now = now.Add(time.Duration(rnd.IntN(90)) * time.Minute)
				}
				for i, rung := range r.Ladder.Rungs {
					people, _ := r.reach(r, rung, now)
					reachable[i] = len(people) > 0
				}
				r.WakeCase(r, key, now)
			}
			after := r.kase(key)
			if after.Stage() != StageClosed && after.Holder == "" && after.Next.IsZero() {
				t.Fatalf("seed %d, step %d: nobody has the case, and nothing will ring", seed, step)
			}
			if due := after.Due(); !due.IsZero() && !due.After(now) && act >= 8 {
				t.Fatalf("seed %d, step %d: still due at %v", seed, step, due)
			}
			var got []int
			reached := map[int]int{}
			for _, e := range r.Events[events:] {
				if e.Kind == CaseRung {
					rung := e.Payload["rung"].(int)
					got = append(got, rung)
					reached[rung] = len(e.Payload["people"].([]PersonID))
				}
			}
			resumed := act == 1 || before.Holder != "" && after.Holder == "" // given back, or the holding expired
			switch {
			case resumed:
				continue
			case act < 8 || before.Holder != "" || was.After(now):
				if len(got) > 0 {
					t.Fatalf("seed %d, step %d: rang %v, due at %v and not at %v", seed, step, got, was, now)
				}
				continue
			}
			// A due rung of an untaken case: from it upward, the first that reaches somebody rings, and only that one; the top
			// rings whoever below it can be reached rather than nobody.
			top := len(r.Ladder.Rungs) - 1
			anybody := false
			var want []int
			for i := min(before.Rung, top); i <= top; i++ {
				want = append(want, i)
				if reachable[i] {
					break
				}
			}
			for i := range r.Ladder.Rungs {
				anybody = anybody || reachable[i]
			}
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d, step %d: rang %v, want %v", seed, step, got, want)
			}
			for rung, n := range reached {
				if (n > 0) != (reachable[rung] || rung == top && anybody) {
					t.Fatalf("seed %d, step %d: rung %d reached %d", seed, step, rung, n)
				}
			}
		}
	}
}
