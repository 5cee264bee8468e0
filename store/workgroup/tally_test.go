package workgroup

import "testing"

func TestATallyAddsUp(t *testing.T) {
	r := newRig(t)
	r.files("ruanjian", Figures{}, at("14:10"))
	r.files("ruanjian", Figures{"fever_now": 1}, at("15:30")) // a correction
	r.files("jidian", Figures{}, at("14:41"))
	r.files("jiaowu", Figures{}, at("15:05"))
	r.files("xuesheng", Figures{}, on("2020-02-01", "09:00"))
	r.drafts("renshi", "ren", Figures{"fever_now": 1}, at("14:20"))
	got := r.Count(r, r.round)
	want := Tally{OnTime: 1, Overdue: 1, Late: 1, Makeup: 1, Awaiting: 1, Missing: 1, Zeros: 3}
	if got.OnTime != want.OnTime || got.Overdue != want.Overdue || got.Late != want.Late || got.Makeup != want.Makeup ||
		got.Awaiting != want.Awaiting || got.Missing != want.Missing || got.Zeros != want.Zeros || got.Filed() != 4 {
		t.Errorf("got %+v", got)
	}
	if len(got.Amended) != 1 || got.Amended[0].Unit.ID != "ruanjian" {
		t.Errorf("corrected: %v", got.Amended)
	}
	if m := got.In(Missing); len(m) != 1 || m[0].ID != "houqin" {
		t.Errorf("missing %v", m)
	}
	sums(t, got)
}

// sums checks that every unit that owes is in exactly one place.
func sums(t *testing.T, got Tally) {
	t.Helper()
	if sum := got.OnTime + got.Overdue + got.Late + got.Makeup + got.Awaiting + got.Missing; sum != len(got.Round.Units) {
		t.Errorf("on time %d + overdue %d + late %d + made up %d + awaiting %d + missing %d = %d, of %d due",
			got.OnTime, got.Overdue, got.Late, got.Makeup, got.Awaiting, got.Missing, sum, len(got.Round.Units))
	}
	if got.Filed() != len(got.Round.Units)-got.Missing-got.Awaiting {
		t.Errorf("%d filed of %d", got.Filed(), len(got.Round.Units))
	}
}

func TestAnEmptyDraftIsNotAwaited(t *testing.T) {
	r := newRig(t)
	r.drafts("ruanjian", "wang", Figures{}, at("14:00"))
	d := r.drafts("jidian", "li", Figures{}, at("14:00"))
	d.Zero = false
	d.Keep(r)
	got := r.Count(r, r.round)
	if got.Awaiting != 1 || got.Missing != 5 {
		t.Errorf("awaiting %d, missing %d: only “零报告” waits to be confirmed", got.Awaiting, got.Missing)
	}
}

func TestAUnitThatLeftTheRosterIsStillDue(t *testing.T) {
	r := newRig(t)
	Units.Drop(r, "jiaowu")
	got := r.Count(r, r.round)
	sums(t, got)
	if len(Owing(r, r.round)) != 6 || got.Missing != 6 {
		t.Errorf("%d owe, %d missing; the denominator was frozen that morning at 6", len(Owing(r, r.round)), got.Missing)
	}
}

func TestChangeIsToldWithItsCoverage(t *testing.T) {
	r := newRig(t)
	yesterday := day.Add(-1)
	before := r.OpenRound(r, yesterday, timetable(yesterday), on(yesterday, "08:00"))
	for u, n := range map[UnitID]Count{"ruanjian": 5, "jidian": 10} {
		r.File(r, before, Filing{Unit: r.unit(u), By: r.head(u), Figures: Figures{"home_quarantine_now": n}, Now: on(yesterday, "14:00")})
	}
	fever := func() TotalLine {
		for _, l := range r.Count(r, r.round).Totals {
			if l.Key == "home_quarantine_now" {
				return l
			}
		}
		t.Fatal("no line")
		return TotalLine{}
	}
	for _, c := range []struct {
		sentence                        string
		unit                            UnitID
		n                               Count
		sum, covered, before, known, up int
	}{
		{"a unit with a yesterday: the change is its own, whoever is still missing", "ruanjian", 7, 7, 1, 5, 1, 2},
		{"a unit without one adds to the sum and not to the change", "houqin", 3, 10, 2, 5, 1, 2},
		{"the other one too", "jidian", 4, 14, 3, 15, 2, -4},
	} {
		r.files(c.unit, Figures{"home_quarantine_now": c.n}, at("14:00"))
		l := fever()
		if l.Sum != c.sum || l.Covered != c.covered || l.Before != c.before || l.Known != c.known || l.Change != c.up {
			t.Errorf("%s: %+v", c.sentence, l)
		}
	}
	if lines := r.Count(r, r.round).Totals; lines[0].Key != "fever_now" || lines[0].Known != 0 {
		t.Errorf("nobody gave fever yesterday, yet a change is told: %+v", lines[0])
	}
}

func TestWhereTheCountIsZeroSoAreItsDetails(t *testing.T) {
	r := newRig(t)
	r.files("ruanjian", Figures{"fever_now": 2, "fever_new": 1}, at("14:00"))
	r.files("jidian", Figures{}, at("14:00"))
	r.files("jiaowu", Figures{"fever_now": 1}, at("14:00"))
	for _, l := range r.Count(r, r.round).Totals {
		if l.Key == "fever_new" && (l.Sum != 1 || l.Covered != 2 || !l.Detail) {
			t.Errorf("new fevers %+v, want 1 from two of three", l)
		}
	}
}

func TestATallySaysWhatTheBotMissed(t *testing.T) {
	r := newRig(t)
	r.TakeStep(r, day, at("14:25"))
	round, _ := Rounds.Get(r, string(day))
	got := r.Count(r, round)
	same(t, "missed", got.Missed, []StepName{StepRemind})
	if len(got.Tardy) != 1 || got.Tardy[0].Name != StepAgain {
		t.Errorf("tardy %v, want the second reminder", got.Tardy)
	}
}
