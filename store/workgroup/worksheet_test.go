package workgroup

import (
	"slices"
	"testing"
)

// students are so many in home quarantine, all of them students.
func students(n Count) Figures {
	return Figures{"home_quarantine_now": n, "home_quarantine_now_student": n, "home_quarantine_now_staff": 0}
}

func TestASumIsOverriddenOnlyWithAReason(t *testing.T) {
	r := newRig(t)
	lead, xu := r.unit("xuesheng"), r.person("xu")
	over := func(to Count, why string, by Person) error {
		return r.OverrideSum(r, r.round, lead, Override{Item: "home_quarantine_now", To: to, Reason: why}, by, at("14:20"))
	}
	refused(t, over(5, "电话补报", xu), OverrideMissing) // 未报 is not 0
	r.files("ruanjian", students(4), at("14:05"))
	refused(t, over(5, "", xu), OverrideReason)
	refused(t, over(4, "没变", xu), OverrideSame)
	refused(t, over(5, "电话补报", r.person("ren")), NotAHead)
	refused(t, r.RestoreSum(r, r.round, lead, "home_quarantine_now", xu, at("14:21")), Changed)
	if err := over(5, "电话补报1人", xu); err != nil {
		t.Fatal(err)
	}
	s := r.Consolidate(r, r.round, lead)
	if s.Sums["home_quarantine_now"] != 4 || s.Stated()["home_quarantine_now"] != 5 {
		t.Errorf("sums %v, stated %v", s.Sums, s.Stated())
	}
	same(t, "who is missing stays missing", s.Missing, []UnitID{"jidian"})
	filed, err := r.FileSheet(r, r.round, lead, xu, at("14:50"))
	if o, ok := filed.Overridden("home_quarantine_now"); err != nil || !ok || o.Reason != "电话补报1人" || o.Sum != 4 || o.By != "xu" {
		t.Errorf("filed %+v, %v", filed.Overrides, err)
	}
	// Taken back it is the units' again, and what was filed has moved.
	if err := r.RestoreSum(r, r.round, lead, "home_quarantine_now", xu, at("14:52")); err != nil {
		t.Fatal(err)
	}
	if now := r.Consolidate(r, r.round, lead); now.Stated()["home_quarantine_now"] != 4 || !r.Moved(r, filed, now) {
		t.Errorf("restored: %v", now.Stated())
	}
}

func TestEachGapHasItsReason(t *testing.T) {
	r := newRig(t)
	lead, ren := r.unit("renshi"), r.person("ren")
	r.files("renshi", nil, at("14:05"))
	r.files("houqin", nil, at("14:05"))
	explain := func(unit UnitID, why string) error {
		return r.ExplainGap(r, r.round, lead, unit, why, ren, at("14:40"))
	}
	refused(t, explain("houqin", "phoned"), Changed) // it has filed
	refused(t, r.ExplainGap(r, r.round, lead, "jiaowu", "phoned", r.person("xu"), at("14:40")), NotAHead)
	if err := explain("jiaowu", "老师请假"); err != nil {
		t.Fatal(err)
	}
	// Filing is not held up by reasons that are owed; they may follow, and are kept with what was filed.
	filed, err := r.FileSheet(r, r.round, lead, ren, at("14:59"))
	if err != nil || filed.Mark != OnTime {
		t.Fatal(filed.Mark, err)
	}
	same(t, "owed", filed.Unexplained(), []UnitID{"ruanjian", "jidian", "xuesheng"})
	if w := WorksheetOf(r, day, "renshi"); !w.Due().Equal(at("15:09")) {
		t.Errorf("asked for again at %v", w.Due())
	}
	r.hush()
	r.WakeWorksheet(r, filed.lead(), at("15:09"))
	same(t, "asked again", r.told(), []string{"say/sheet-owes ren"})
	r.hush()
	r.WakeWorksheet(r, filed.lead(), at("15:19"))
	same(t, "then the office is told", r.told(), []string{"say/sheet-owing zhu"})
	r.hush()
	if err := explain("", "unreached"); err != nil {
		t.Fatal(err)
	}
	last, _ := LastSheet(r, day, "renshi")
	if len(last.Unexplained()) != 0 || last.Revision != 1 || last.Gaps[0].Reason != "老师请假" {
		t.Errorf("%+v", last.Gaps)
	}
	refused(t, explain("", "phoned"), Changed)
	if w := WorksheetOf(r, day, "renshi"); !w.Due().IsZero() {
		t.Errorf("still due at %v", w.Due())
	}
}

// lead is the key of a sheet's worksheet.
func (s Sheet) lead() string { return SheetObject(s.Date, s.Lead) }

func TestAFiledSheetIsFlaggedOnce(t *testing.T) {
	type step struct {
		clock string
		do    func(r *rig)
		told  []string
	}
	files := func(u UnitID, n Count) func(*rig) {
		return func(r *rig) { r.files(u, students(n), r.now) }
	}
	again := func(r *rig) { _, _ = r.FileSheet(r, r.round, r.unit("xuesheng"), r.person("xu"), r.now) }
	keeps := func(r *rig) {
		current := r.Consolidate(r, r.round, r.unit("xuesheng"))
		if err := r.KeepSheet(r, r.round, r.unit("xuesheng"), current.Print(), r.person("xu"), r.now); err != nil {
			r.Error(err)
		}
	}
	wakes := func(r *rig) { r.WakeWorksheet(r, SheetObject(day, "xuesheng"), r.now) }
	flagged := []string{"say/sheet-moved xu", "say/sheet-moved-office zhu"}
	for _, c := range []struct {
		sentence string
		steps    []step
	}{
		{"the first change is told, the next ones are on the sheet", []step{{"14:55", files("ruanjian", 3), flagged}, {"14:56", files("jidian", 2), []string{}}, {"14:57", again, []string{"say/sheet-settled zhu"}},
			{"14:58", files("jidian", 1), flagged}}},
		{"it stays as filed, and the office is told", []step{{"15:05", files("ruanjian", 3), flagged}, {"15:06", keeps, []string{"say/sheet-settled zhu"}}, {"15:20", wakes, []string{}},
			{"15:21", files("ruanjian", 4), flagged}}},
		{"changed back, nothing has moved", []step{{"15:05", files("ruanjian", 3), flagged}, {"15:06", files("ruanjian", 2), []string{}}, {"15:20", wakes, []string{}}}},
		{"what is not of the lead unit's people moves nothing", []step{{"15:05", func(r *rig) {
			f := students(2)
			f["home_quarantine_now"], f["home_quarantine_now_staff"] = 3, 1
			r.files("ruanjian", f, r.now)
		}, []string{}}}},
		{"nobody acts: asked again, then the office", []step{{"15:05", files("ruanjian", 3), flagged}, {"15:15", wakes, []string{"say/sheet-owes xu"}}, {"15:25", wakes, []string{"say/sheet-owing zhu"}}, {"15:40", wakes, []string{}}}},
		{"a lead unit whose heads get nothing: the office telephones", []step{{"15:05", func(r *rig) { Lost(r, "xu", r.now); r.files("ruanjian", students(3), r.now) }, []string{"say/sheet-moved-office zhu"}}}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.files("ruanjian", students(2), at("14:05"))
			r.files("jidian", students(1), at("14:05"))
			if _, err := r.FileSheet(r, r.round, r.unit("xuesheng"), r.person("xu"), at("14:50")); err != nil {
				t.Fatal(err)
			}
			for _, s := range c.steps {
				r.hush()
				r.now = at(s.clock)
				s.do(r)
				got := slices.DeleteFunc(r.told(), func(one string) bool { return one == "say/ask-reason wang" })
				same(t, s.clock, got, s.told)
			}
		})
	}
}

func TestKeepingWhatOneHasNotSeen(t *testing.T) {
	r := newRig(t)
	lead, xu := r.unit("xuesheng"), r.person("xu")
	keep := func(by Person, says uint64) error { return r.KeepSheet(r, r.round, lead, says, by, at("15:10")) }
	refused(t, keep(xu, 0), Changed) // nothing is filed
	r.files("ruanjian", students(2), at("14:05"))
	filed, _ := r.FileSheet(r, r.round, lead, xu, at("14:50"))
	refused(t, keep(xu, filed.Print()), SheetUnchanged)
	r.files("ruanjian", students(3), at("15:05"))
	seen := r.Consolidate(r, r.round, lead).Print()
	refused(t, keep(r.person("ren"), seen), NotAHead)
	r.files("ruanjian", students(4), at("15:07"))
	refused(t, keep(xu, seen), Changed)
}

// A lead unit that nobody reaches is not left to itself until three.
func TestALeadUnitWithoutAReachableHead(t *testing.T) {
	r := newRig(t)
	r.until(StepNudge)
	Lost(r, "xu", at("14:40"))
	r.hush()
	r.step(StepNudge)
	if !slices.Contains(r.told(), "say/lead-unreached zhu") || slices.Contains(r.told(), "say/lead-unreached ban") {
		t.Errorf("told %v", r.told())
	}
}

// As of a moment nothing is known that lead units have written or been answered since.
func TestWhatLeadUnitsWroteIsDatedToo(t *testing.T) {
	r := newRig(t)
	lead, xu := r.unit("xuesheng"), r.person("xu")
	r.files("ruanjian", students(2), at("14:05"))
	q := r.asks("ruanjian", "14:10")
	if _, err := r.StandBy(r, q, r.person("wang"), at("14:20")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.FileSheet(r, r.round, lead, xu, at("14:30")); err != nil {
		t.Fatal(err)
	}
	if err := r.ExplainGap(r, r.round, lead, "jidian", "phoned", xu, at("14:40")); err != nil {
		t.Fatal(err)
	}
	if err := r.OverrideSum(r, r.round, lead, Override{Item: "home_quarantine_now", To: 3, Reason: "电话补报"}, xu, at("14:50")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		clock                  string
		asked, open, explained bool
		stated                 Count
	}{{"14:09", false, false, false, 2}, {"14:15", true, true, false, 2}, {"14:25", true, false, false, 2}, {"14:45", true, false, true, 2}, {"14:55", true, false, true, 3}} {
		then := AsOf(r, at(c.clock))
		all := QueriesOf(then, day)
		if len(all) == 1 != c.asked || c.asked && all[0].Open() != c.open {
			t.Errorf("%s: questions %+v", c.clock, all)
		}
		current := r.Consolidate(then, r.round, lead)
		if current.Stated()["home_quarantine_now"] != c.stated || (len(current.Unexplained()) == 0) != c.explained {
			t.Errorf("%s: %+v", c.clock, current)
		}
		if last, ok := LastSheet(then, day, "xuesheng"); ok != (c.clock > "14:30") || ok && (len(last.Gaps) > 0) != c.explained {
			t.Errorf("%s: filed %v, %+v", c.clock, ok, last.Gaps)
		}
	}
}
