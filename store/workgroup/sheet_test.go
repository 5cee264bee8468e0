package workgroup

import (
	"slices"
	"testing"
	"time"
)

func TestConsolidating(t *testing.T) {
	type filing struct {
		unit UnitID
		said Figures
	}
	for _, c := range []struct {
		sentence string
		lead     UnitID
		filed    []filing
		sum      int // of fever_now
		unsplit  int
		missing  []UnitID
	}{
		{"who has not filed is missing and counts nothing", "xuesheng", nil, 0, 0, []UnitID{"ruanjian", "jidian"}},
		{"zero reports add up to zero, and nobody is missing", "xuesheng", []filing{{"ruanjian", nil}, {"jidian", nil}}, 0, 0, nil},
		{"the students' share is the student lead's", "xuesheng", []filing{{"ruanjian", Figures{"fever_now": 3, "fever_now_student": 2, "fever_now_staff": 1}}}, 2, 0, []UnitID{"jidian"}},
		{"the staff's is the staff lead's", "renshi", []filing{{"ruanjian", Figures{"fever_now": 3, "fever_now_student": 2, "fever_now_staff": 1}}}, 1, 0,
			[]UnitID{"jidian", "jiaowu", "xuesheng", "renshi", "houqin"}},
		{"a count that was not split is shown apart, in no sum", "xuesheng", []filing{{"ruanjian", Figures{"fever_now": 3}}, {"jidian", Figures{"fever_now": 1, "fever_now_student": 1, "fever_now_staff": 0}}}, 1, 3, nil},
		{"a unit of one group need not split", "renshi", []filing{{"jiaowu", Figures{"fever_now": 2}}}, 2, 0, []UnitID{"ruanjian", "jidian", "xuesheng", "renshi", "houqin"}},
		{"a lead unit's own report feeds like any other", "renshi", []filing{{"renshi", Figures{"fever_now": 1}}}, 1, 0, []UnitID{"ruanjian", "jidian", "jiaowu", "xuesheng", "houqin"}},
		{"a unit that feeds another lead is not in this one", "houqin", []filing{{"ruanjian", Figures{"fever_now": 5}}}, 0, 0, []UnitID{"houqin"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			for _, f := range c.filed {
				r.files(f.unit, f.said, at("14:00"))
			}
			s := r.Consolidate(r, r.round, r.unit(c.lead))
			if int(s.Sums["fever_now"]) != c.sum || int(s.Unsplit["fever_now"]) != c.unsplit {
				t.Errorf("sum %d, unsplit %d; want %d, %d", s.Sums["fever_now"], s.Unsplit["fever_now"], c.sum, c.unsplit)
			}
			same(t, "missing", s.Missing, c.missing)
			if len(s.Basis) == 0 && len(s.Sums) != 0 {
				t.Errorf("nobody has filed and the sums are %v: missing is never 0", s.Sums)
			}
			if feeding := map[UnitID]int{"xuesheng": 2, "renshi": 6, "houqin": 1}[c.lead]; s.Total() != feeding {
				t.Errorf("stands on %d of %d", s.Total(), feeding)
			}
		})
	}
}

// A roster import in mid-day changes what is due tomorrow, not what is due today.
func TestSheetsStandOnWhatWasDueThatMorning(t *testing.T) {
	for _, c := range []struct {
		sentence string
		change   func(r *rig)
		missing  []UnitID // below xuesheng
		basis    []UnitID
		leads    []string // that owe their sheet, as they are called
	}{
		{"a unit that left the roster is still not heard from", func(r *rig) { Units.Drop(r, "jidian") }, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"and one that had filed has still filed", func(r *rig) { Units.Drop(r, "ruanjian") }, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a unit that feeds another lead from now on feeds this one today", func(r *rig) {
			u := r.unit("jidian")
			u.Feeds = []UnitID{"renshi"}
			Units.Put(r, u)
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a unit that feeds this lead from now on does not today", func(r *rig) {
			u := r.unit("jiaowu")
			u.Feeds = []UnitID{"xuesheng", "renshi"}
			Units.Put(r, u)
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a lead unit that left still owes its sheet, under its name", func(r *rig) { Units.Drop(r, "xuesheng") }, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a lead unit that leads no more does today", func(r *rig) {
			u := r.unit("xuesheng")
			u.Leads = Everybody
			Units.Put(r, u)
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"one that is to lead another group leads its own today", func(r *rig) {
			u := r.unit("xuesheng")
			u.Leads = Workers
			Units.Put(r, u)
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a unit that leads from now on owes no sheet today", func(r *rig) {
			u := r.unit("jiaowu")
			u.Leads = Students
			Units.Put(r, u)
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, nil},
		{"a unit is renamed during the day", func(r *rig) {
			u := r.unit("xuesheng")
			u.Name = "学工部"
			Units.Put(r, u)
			rename(r, []Unit{u}, at("14:00"))
			r.round, _ = Rounds.Get(r, string(day))
		}, []UnitID{"jidian"}, []UnitID{"ruanjian"}, []string{"学工部", "人事处", "后勤集团"}},
		{"a round without its roster goes by that of today", func(r *rig) {
			r.round.Roster = nil
			Rounds.Put(r, r.round)
			Units.Drop(r, "jidian")
			Units.Drop(r, "houqin")
		}, nil, []UnitID{"ruanjian"}, []string{"学生处", "人事处"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.files("ruanjian", Figures{"fever_now": 3, "fever_now_student": 2, "fever_now_staff": 1}, at("14:00"))
			c.change(r)
			lead, ok := r.round.Unit(r, "xuesheng")
			if !ok {
				t.Fatal("the round does not know its lead unit")
			}
			s := r.Consolidate(r, r.round, lead)
			var basis []UnitID
			for _, b := range s.Basis {
				basis = append(basis, b.Unit)
			}
			same(t, "missing", s.Missing, c.missing)
			same(t, "basis", basis, c.basis)
			if s.Group != Students || s.Sums["fever_now"] != 2 {
				t.Errorf("of %q, sum %d", s.Group, s.Sums["fever_now"])
			}
			if c.leads == nil {
				c.leads = []string{"学生处", "人事处", "后勤集团"}
			}
			var owing, counted []string
			for _, u := range OwingSheets(r, r.round) {
				owing = append(owing, u.Name)
			}
			for _, l := range r.Count(r, r.round).Sheets {
				counted = append(counted, l.Lead.Name)
			}
			same(t, "owing their sheet", owing, c.leads)
			same(t, "on the board", counted, c.leads)
			for _, name := range r.round.Names(r, s.Missing) {
				if name.Name != "机电工程学院" {
					t.Errorf("missing is called %q", name.Name)
				}
			}
		})
	}
}

// What a unit files shows on the sheet that stands on it, wherever it feeds from tomorrow on.
func TestAUnitThatFeedsAnotherLeadMovesTodaysSheet(t *testing.T) {
	r := newRig(t)
	r.until(StepAgain)
	u := r.unit("jidian")
	u.Feeds = []UnitID{"renshi"}
	Units.Put(r, u)
	want := func() uint64 {
		card, _ := Cards.Get(r, CardKey(SheetCard, SheetObject(day, "xuesheng"), r.person("xu").Telegram))
		return card.Want
	}
	before := want()
	r.files("jidian", nil, at("14:25"))
	if want() == before {
		t.Error("the sheet is not shown anew")
	}
}

func TestFilingASheet(t *testing.T) {
	for _, c := range []struct {
		sentence string
		now      time.Time
		mark     Mark
	}{
		{"before three", at("14:59:59.999"), OnTime},
		{"at 15:00:00 it is late: 三点前", at("15:00:00"), Late},
		{"the next day it is made up", on("2020-02-01", "08:00"), Makeup},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			s, err := r.FileSheet(r, r.round, r.unit("xuesheng"), r.person("xu"), c.now)
			if err != nil || s.Mark != c.mark || s.Revision != 1 {
				t.Fatalf("%+v %v", s, err)
			}
			same(t, "its gaps are declared", s.Missing, []UnitID{"ruanjian", "jidian"})
		})
	}
}

func TestASheetWhoseBasisMoved(t *testing.T) {
	r := newRig(t)
	lead, xu := r.unit("xuesheng"), r.person("xu")
	r.step(StepUnits)
	_, err := r.FileSheet(r, r.round, lead, r.person("ren"), at("14:40"))
	refused(t, err, NotAHead)
	if _, err := r.FileSheet(r, r.round, lead, xu, at("14:40")); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(r.told(), "say/lead-units xu") {
		t.Error("the reminder to file the sheet still waits")
	}
	_, err = r.FileSheet(r, r.round, lead, xu, at("14:41"))
	refused(t, err, SheetUnchanged)

	moved := func() bool {
		for _, l := range r.Count(r, r.round).Sheets {
			if l.Lead.ID == lead.ID {
				return l.Moved
			}
		}
		return false
	}
	if moved() {
		t.Error("nothing has moved yet")
	}
	r.files("ruanjian", Figures{}, at("14:50"))
	if !moved() {
		t.Error("a unit filed since, and the sheet does not say so")
	}
	second, err := r.FileSheet(r, r.round, lead, xu, at("15:20"))
	if err != nil || second.Revision != 2 || second.Mark != OnTime {
		t.Errorf("revision %d, mark %q, %v: a correction keeps the first mark", second.Revision, second.Mark, err)
	}
	r.files("ruanjian", Figures{"fever_now": 1, "fever_now_student": 1, "fever_now_staff": 0}, at("15:30"))
	if !moved() {
		t.Error("a correction below moves the sheet too")
	}
	if n := len(slices.Collect(Sheets.Each(r, SheetObject(day, lead.ID)+"/"))); n != 2 {
		t.Errorf("%d revisions kept, want 2", n)
	}
}

func TestALeadsOwnZeroIsNotItsSheet(t *testing.T) {
	r := newRig(t)
	r.files("xuesheng", Figures{}, at("14:00"))
	if _, ok := LastSheet(r, day, "xuesheng"); ok {
		t.Error("the lead unit's zero report became its consolidation")
	}
	if _, err := r.FileSheet(r, r.round, r.unit("renshi"), r.person("ren"), at("14:00")); err != nil {
		t.Fatal(err)
	}
	if _, ok := FiledOn(r, day, "renshi"); ok {
		t.Error("the sheet became the lead unit's own report")
	}
}

// What the other groups leave of a count is the last one's; more than they can be is of nobody known.
func TestAGroupsPartOfACount(t *testing.T) {
	for _, c := range []struct {
		f     Figures
		g     Group
		kind  UnitKind
		n     int
		known bool
	}{
		{Figures{"fever_now": 12, "fever_now_student": 10}, Workers, CollegeUnit, 2, true},
		{Figures{"fever_now": 12, "fever_now_student": 10}, Students, CollegeUnit, 10, true},
		{Figures{"fever_now": 12, "fever_now_student": 12}, Workers, CollegeUnit, 0, true},
		{Figures{"fever_now": 12}, Workers, CollegeUnit, 12, false},
		{Figures{"fever_now": 12, "fever_now_student": 14}, Workers, CollegeUnit, 12, false},
		{Figures{"fever_now": Unsaid, "fever_now_student": 10}, Students, CollegeUnit, 10, true},
		{Figures{"fever_now": 12, "fever_now_student": Unsaid}, Workers, CollegeUnit, 12, false},
		{Figures{"fever_now": 3}, Workers, OfficeUnit, 3, true},
		{Figures{"fever_now": 0}, Students, CollegeUnit, 0, true},
		{Figures{"fever_now": 3}, Others, CollegeUnit, 3, false},
	} {
		if n, known := GroupPart(c.f, "fever_now", c.g, c.kind); n != c.n || known != c.known {
			t.Errorf("of %v, %s of %s: %d, %v; want %d, %v", c.f, c.g, c.kind, n, known, c.n, c.known)
		}
	}
}
