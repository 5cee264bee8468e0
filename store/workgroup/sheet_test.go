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
			if s.Total() != len(FedBy(r, c.lead)) {
				t.Errorf("stands on %d of %d", s.Total(), len(FedBy(r, c.lead)))
			}
		})
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
