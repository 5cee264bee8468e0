package workgroup

import (
	"strings"
	"testing"
	"time"
)

func TestOneLineOfTheLedger(t *testing.T) {
	quarantine := DefaultForm().Items[3] // home quarantine counts new and released people
	all := func(now, added, released Count) Figures {
		f := Figures{"home_quarantine_now": now}
		if added != Unsaid {
			f["home_quarantine_new"] = added
		}
		if released != Unsaid {
			f["home_quarantine_released"] = released
		}
		return f
	}
	with := func(f Figures, k Key, n Count) Figures { f = f.Clone(); f[k] = n; return f }
	for _, c := range []struct {
		sentence string
		kind     UnitKind
		group    Group
		today    Figures
		before   Figures
		state    BalanceState
		now      int
	}{
		{"not heard from is nothing, least of all 0", CollegeUnit, Everybody, nil, all(2, 0, 0), BalanceNone, 0},
		{"an approximate figure is none", CollegeUnit, Everybody, all(Unsaid, 1, 0), all(2, 0, 0), BalanceNone, 0},
		{"without the day before there is nothing to hold it against", CollegeUnit, Everybody, all(3, 1, 0), nil, BalanceFirst, 3},
		{"but the unit may give it itself", CollegeUnit, Everybody, with(all(3, 1, 0), "home_quarantine_prev", 2), nil, BalanceEven, 3},
		{"yesterday and what came less what went", CollegeUnit, Everybody, all(3, 2, 1), all(2, 0, 0), BalanceEven, 3},
		{"one flow is enough where it explains all", CollegeUnit, Everybody, all(3, 1, Unsaid), all(2, 0, 0), BalanceEven, 3},
		{"what does not add up", CollegeUnit, Everybody, all(4, 1, 0), all(2, 0, 0), BalanceOff, 4},
		{"the same as yesterday needs no flows", CollegeUnit, Everybody, all(2, Unsaid, Unsaid), all(2, 0, 0), BalanceEven, 2},
		{"more, and nobody has said how", CollegeUnit, Everybody, all(3, Unsaid, Unsaid), all(2, 0, 0), BalanceSilent, 3},
		{"nobody any more, and nobody has said how", CollegeUnit, Everybody, all(0, Unsaid, Unsaid), all(2, 0, 0), BalanceSilent, 0},
		{"a group's stock without its flows", CollegeUnit, Students, with(with(all(3, 1, 0), "home_quarantine_now_student", 2), "home_quarantine_now_staff", 1), with(all(2, 0, 0), "home_quarantine_now_student", 2), BalanceOpen, 2},
		{"where all are of the group, so are the flows", CollegeUnit, Students, with(all(3, 1, 0), "home_quarantine_now_student", 3), with(all(2, 0, 0), "home_quarantine_now_student", 2), BalanceEven, 3},
		{"flows given by group", CollegeUnit, Students, with(with(all(3, 1, 0), "home_quarantine_now_student", 2), "home_quarantine_new_student", 0), with(all(2, 0, 0), "home_quarantine_now_student", 2), BalanceEven, 2},
		{"a stock that is not split is no group's", CollegeUnit, Students, all(3, 1, 0), all(2, 0, 0), BalanceNone, 0},
		{"nothing is nothing of every group", CollegeUnit, Workers, all(0, Unsaid, Unsaid), all(0, 0, 0), BalanceEven, 0},
		{"a unit of one group need not split", OfficeUnit, Workers, all(3, 1, 0), all(2, 0, 0), BalanceEven, 3},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if l := BalanceOf(quarantine, c.kind, c.group, c.today, c.before); l.State != c.state || l.State != BalanceNone && l.Now != c.now {
				t.Errorf("%+v", l)
			}
		})
	}
	suspected := DefaultForm().Items[6]
	if l := BalanceOf(suspected, CollegeUnit, Everybody, Figures{"suspected_now": 0, "confirmed_now": 1, "confirmed_new": 1}, Figures{"suspected_now": 1}); l.State != BalanceEven || l.Released != 1 {
		t.Errorf("a suspected person who was confirmed: %+v", l)
	}
	if l := BalanceOf(suspected, CollegeUnit, Everybody, Figures{"suspected_now": 1, "confirmed_now": 1, "confirmed_new": 1}, Figures{"suspected_now": 1}); l.State != BalanceEven || l.Released != 0 {
		t.Errorf("somebody else was confirmed: %+v", l)
	}
	if l := BalanceOf(DefaultForm().Items[0], CollegeUnit, Everybody, Figures{"fever_now": 3, "fever_new": 1}, Figures{"fever_now": 2}); l.State != BalanceOpen {
		t.Errorf("an item without releases: %+v", l)
	}
}

func TestAUnitsOwnYesterday(t *testing.T) {
	item, u := DefaultForm().Items[3], Unit{ID: "ruanjian", Kind: CollegeUnit}
	before := Figures{"home_quarantine_now": 2, "home_quarantine_now_student": 2}
	for _, c := range []struct {
		today   Figures
		group   Group
		differs bool
	}{
		{Figures{"home_quarantine_prev": 4}, Everybody, true},
		{Figures{"home_quarantine_prev": 2}, Everybody, false},
		{Figures{"home_quarantine_prev": Unsaid}, Everybody, false},
		{Figures{"home_quarantine_prev": 4}, Students, false},
		{Figures{"home_quarantine_prev_student": 4}, Students, true},
		{Figures{}, Everybody, false},
	} {
		if own, differs := ownPrevOf(item, u, c.group, c.today, before); differs != c.differs || differs && (own.Says != 4 || own.Filed != 2) {
			t.Errorf("%v of %q: %+v, %t", c.today, c.group, own, differs)
		}
	}
	if _, differs := ownPrevOf(item, u, Everybody, Figures{"home_quarantine_prev": 4}, nil); differs {
		t.Error("nothing was filed the day before, and it differs")
	}
}

// yesterday has units' answers for the day before on record.
func (r *rig) yesterday(of map[UnitID]Figures) {
	before := day.Add(-1)
	round := r.OpenRound(r, before, timetable(before), on(before, "08:00"))
	for u, f := range of {
		unit := r.unit(u)
		f = DefaultForm().Rest(unit.Kind, f)
		r.File(r, round, Filing{Unit: unit, By: r.head(u), Zero: f.Clean(), Figures: f, At: on(before, "14:00"), Now: on(before, "14:00")})
	}
}

func TestALedgerCarriesItsCoverage(t *testing.T) {
	r := newRig(t)
	r.yesterday(map[UnitID]Figures{"ruanjian": students(2), "jidian": students(1), "jiaowu": nil})
	f := students(3)
	f["home_quarantine_new"], f["home_quarantine_released"] = 2, 1
	r.files("ruanjian", f, at("14:05"))
	r.files("jiaowu", Figures{"home_quarantine_now": 1}, at("14:05"))
	r.files("renshi", Figures{"home_quarantine_now": 5}, at("14:05"))
	line := func(l Ledger) LedgerLine {
		for _, one := range l.Lines {
			if one.Item == "home_quarantine_now" {
				return one
			}
		}
		t.Fatal("no line")
		return LedgerLine{}
	}
	college, _ := r.Ledger(r, r.round, "")
	same(t, "not heard from", college.Missing, []UnitID{"jidian", "xuesheng", "houqin"})
	if one := line(college); college.Due != 6 || college.Filed != 3 || one.Covered != 3 || one.Due != 6 || one.Known != 2 || one.Told != 1 || one.Now != 4 || one.Prev != 2 || one.Rest != 5 || len(one.Uneven) != 1 || one.Uneven[0].Unit.ID != "jiaowu" {
		t.Errorf("college: %+v", one)
	}
	sheet, _ := r.Ledger(r, r.round, "xuesheng")
	if one := line(sheet); sheet.Group != Students || one.Due != 2 || one.Covered != 1 || one.Now != 3 || one.New != 2 || one.Released != 1 || one.Prev != 2 || len(one.Uneven) != 0 {
		t.Errorf("sheet: %+v", one)
	}
	unit, _ := r.Ledger(r, r.round, "jidian")
	if one := line(unit); unit.Filed != 0 || one.Covered != 0 || one.Now+one.Prev+one.Rest != 0 {
		t.Errorf("a unit not heard from: %+v", one)
	}
	if _, ok := r.Ledger(r, r.round, "nowhere"); ok {
		t.Error("the ledger of no unit")
	}
}

func TestWhatDoesNotBalanceIsAskedOnce(t *testing.T) {
	asked := []string{"say/query-balance wang", "say/query-balance zhao"}
	filesAt := func(f Figures, clock string) func(*rig) {
		return func(r *rig) { r.files("ruanjian", f, at(clock)) }
	}
	asksAt := func(step StepName) func(*rig) {
		return func(r *rig) { r.askBalances(r, r.round, r.round.At(step)) }
	}
	off := students(4)
	off["home_quarantine_new"], off["home_quarantine_released"] = 1, 0
	type step struct {
		do   func(*rig)
		told []string
	}
	for _, c := range []struct {
		sentence string
		steps    []step
	}{
		{"not before the units' time is up; then once", []step{{filesAt(students(3), "14:05"), nil}, {asksAt(StepUnits), asked}, {asksAt(StepNudge), nil}}},
		{"later at once", []step{{filesAt(students(3), "14:41"), asked}, {asksAt(StepNudge), nil}}},
		{"what the unit was shown and has stood by is not asked again", []step{{filesAt(off, "14:05"), nil}, {asksAt(StepUnits), nil}}},
		{"what it corrects before is not asked", []step{{filesAt(students(3), "14:05"), nil}, {filesAt(students(2), "14:10"), nil}, {asksAt(StepUnits), nil}}},
		{"a correction that does not balance either is listed, not asked about", []step{{filesAt(students(3), "14:41"), asked}, {filesAt(students(5), "14:45"), nil}, {asksAt(StepLeads), nil}}},
		{"a suspected person who is out of sight was asked about when it was filed", []step{{func(r *rig) {
			r.yesterday(map[UnitID]Figures{"jidian": {"suspected_now": 1}})
			r.files("jidian", nil, at("14:41"))
		}, nil}}},
		{"what follows from the day before is not asked", []step{{filesAt(students(2), "14:41"), nil}, {asksAt(StepLeads), nil}}},
		{"yesterday put right today moves what today stands on", []step{{filesAt(students(2), "14:41"), nil}, {func(r *rig) {
			round, _ := Rounds.Get(r, string(day.Add(-1)))
			r.File(r, round, Filing{Unit: r.unit("ruanjian"), By: r.head("ruanjian"), Figures: r.Rest("ruanjian", students(3)), At: at("15:10"), Now: at("15:10")})
		}, asked}}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.yesterday(map[UnitID]Figures{"ruanjian": students(2)})
			for i, s := range c.steps {
				r.hush()
				s.do(r)
				var got []string
				for _, one := range r.told() {
					if !strings.HasPrefix(one, "say/ask-reason") {
						got = append(got, one)
					}
				}
				same(t, "step "+string(rune('1'+i)), got, s.told)
			}
		})
	}
}

func TestTheFlowsOfAQuestionBecomeARevision(t *testing.T) {
	r := newRig(t)
	r.yesterday(map[UnitID]Figures{"ruanjian": students(2)})
	r.files("ruanjian", students(3), at("14:41"))
	q := QueriesOf(r, day)[0]
	answer := func(by PersonID, now time.Time) error {
		_, err := r.FileFlows(r, r.round, r.query(q), r.person(by), Source{Text: "是", At: now}, now)
		return err
	}
	refused(t, answer("li", at("14:42")), NotAHead)
	if err := answer("wang", at("14:42")); err != nil {
		t.Fatal(err)
	}
	s, _ := FiledOn(r, day, "ruanjian")
	if s.Revision != 2 || s.Figures["home_quarantine_new"] != 1 || s.Figures["home_quarantine_released"] != 0 || s.Figures["home_quarantine_now"] != 3 || s.Mark != Overdue {
		t.Errorf("%+v", s.Report)
	}
	if q = r.query(q); q.End != QueryRevised || q.AnsweredBy != "wang" || !q.Due().IsZero() {
		t.Errorf("%+v", q)
	}
	refused(t, answer("zhao", at("14:43")), QueryEnded)
	// Nobody is written to who has asked: it was the ledger.
	r.hush()
	r.yesterday(nil)
	r.files("jidian", students(1), at("14:44"))
	if told := r.told(); len(told) != 1 {
		t.Errorf("told %v", told)
	}
}

// A question of the ledger that nobody answers is listed, and telephones nobody out of their chair.
func TestAnUnansweredLedgerQuestionIsListed(t *testing.T) {
	r := newRig(t)
	r.yesterday(map[UnitID]Figures{"ruanjian": students(2)})
	r.files("ruanjian", students(3), at("14:41"))
	q := QueriesOf(r, day)[0]
	r.hush()
	r.WakeQuery(r, q.Key(), at("14:51"))
	same(t, "again", r.told(), []string{"say/query-balance wang", "say/query-balance zhao"})
	r.hush()
	r.WakeQuery(r, q.Key(), at("15:01"))
	same(t, "listed", r.told(), []string{})
	if q = r.query(q); !q.Listed || !q.Open() {
		t.Errorf("%+v", q)
	}
}
