package workgroup

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// Whatever heads file, correct, say and confirm, in whatever order and at whatever time, the book stays what it promises
// to be. A failing seed is printed and can be put in the list.
func TestRandomFilings(t *testing.T) {
	for seed := range uint64(60) {
		r := newRig(t)
		dice := rand.New(rand.NewPCG(seed, 1))
		now, opened := at("13:30"), map[string]Draft{}
		heads := []PersonID{"wang", "zhao", "li", "chen", "xu", "ren", "hou"}
		for range 60 {
			now = now.Add(time.Duration(dice.Int64N(int64(5 * time.Minute)))).Truncate(time.Millisecond)
			if dice.IntN(25) == 0 {
				now = on(day, []string{"14:30:00", "14:30:00.001", "15:00:00", "14:59:59.999"}[dice.IntN(4)])
			}
			by := r.person(heads[dice.IntN(len(heads))])
			unit := r.unit(r.round.Units[dice.IntN(len(r.round.Units))])
			switch dice.IntN(4) {
			case 0, 1: // says something
				d, err := r.StartDraft(r, r.round, unit, by, by.Telegram, now)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				d.Figures, d.Said = Figures{"fever_now": Count(dice.IntN(4) - 1), "home_quarantine_now_student": Count(dice.IntN(3))}, now
				d = d.Keep(r)
				opened[d.Key()] = d
			case 2: // confirms what they said, or an older version of it
				d, ok := Drafts.Get(r, DraftKey(day, unit.ID, by.ID))
				if !ok {
					d = opened[DraftKey(day, unit.ID, by.ID)]
				}
				before := revisions(r)
				_, changes, err := r.Confirm(r, r.round, d, d.Version-uint64(dice.IntN(2)), by, now)
				if got := revisions(r) - before; got > 1 || err != nil && got != 0 || err == nil && (len(changes) > 0) != (got == 1) {
					t.Fatalf("seed %d: %d revisions, %d changes, %v", seed, got, len(changes), err)
				}
			case 3:
				if own := by.Units(); own[0] != unit.ID {
					_ = r.Grant(r, day, r.unit(own[0]), unit.ID, by, now)
				}
			}
			sums(t, r.Count(r, r.round))
		}
		whole := r.kept()
		if t.Failed() || !whole {
			t.Fatalf("seed %d", seed)
		}
	}
}

// kept checks what every book of reports promises.
func (r *rig) kept() bool {
	ok := true
	wrong := func(format string, args ...any) { ok = false; r.Errorf(format, args...) }
	for _, u := range r.round.Units {
		all := slices.Collect(Reports.Each(r, StandingKey(day, u)+"/"))
		latest := slices.Collect(Latest.Each(r, StandingKey(day, u)))
		if len(all) == 0 {
			if len(latest) != 0 {
				wrong("%s: an answer stands that nobody filed", u)
			}
			continue
		}
		if len(latest) != 1 {
			wrong("%s: %d answers stand", u, len(latest))
			continue
		}
		last := latest[0]
		if last.Report.Key() != all[len(all)-1].Key() || len(Differ(last.Figures, all[len(all)-1].Figures)) != 0 {
			wrong("%s: revision %d stands, %d is the newest", u, last.Revision, len(all))
		}
		if !last.First.Equal(all[0].Filed) {
			wrong("%s: first filed %v, revision 1 says %v", u, last.First, all[0].Filed)
		}
		for i, one := range all {
			if one.Revision != i+1 {
				wrong("%s: revision %d in place %d", u, one.Revision, i+1)
			}
			if want := markAt(all[0].Filed); one.Mark != want || last.Was != want {
				wrong("%s: revision %d is marked %q, the first was filed %v", u, one.Revision, one.Mark, all[0].Filed)
			}
			if one.Filed.After(one.Confirmed) || one.Filed.Before(one.Confirmed) && one.Confirmed.After(at("15:00")) {
				wrong("%s: filed %v, confirmed %v", u, one.Filed, one.Confirmed)
			}
			if by := r.person(one.By); !by.Speaks(u) && (one.For == "" || !by.Speaks(one.For) || !Granted(r, day, u, one.For)) {
				wrong("%s: filed by %s for %q", u, one.By, one.For)
			}
			for k, n := range one.Figures {
				if n == Unsaid {
					wrong("%s: %s was filed without a number", u, k)
				}
			}
			if i > 0 && len(Differ(all[i-1].Figures, one.Figures)) == 0 {
				wrong("%s: revision %d changes nothing", u, one.Revision)
			}
		}
	}
	return ok
}

// markAt is the notice once more, in other words than the rule's.
func markAt(filed time.Time) Mark {
	clock := filed.Format("15:04:05.000")
	switch {
	case DateOf(filed) > day:
		return Makeup
	case clock >= "15:00:00.000":
		return Late
	case clock > "14:30:00.000":
		return Overdue
	}
	return OnTime
}
