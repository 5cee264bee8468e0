package workgroup

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// zone is the college's: no zone data is needed to know it.
var zone = time.FixedZone("CST", 8*3600)

const (
	day   = Date("2020-01-31")
	group = int64(-1001)
)

// at is a clock time of the day, to the millisecond: "14:30", "14:30:00.001".
func at(clock string) time.Time { return on(day, clock) }

func on(d Date, clock string) time.Time {
	for _, layout := range []string{"15:04", "15:04:05", "15:04:05.000"} {
		if t, err := time.ParseInLocation("2006-01-02 "+layout, string(d)+" "+clock, zone); err == nil {
			return t
		}
	}
	panic("not a time: " + clock)
}

// timetable is the day of the notice.
func timetable(d Date) []Step {
	times := map[StepName]string{StepOpen: "08:00", StepHandover: "08:30", StepRemind: "14:00", StepAgain: "14:20", StepUnits: "14:30", StepNudge: "14:45", StepLeads: "15:00", StepPack: "15:05", StepAnswers: "15:40", StepFreeze: "15:50", StepMeeting: "16:00", StepEvening: "20:00"}
	var out []Step
	for _, name := range StepNames {
		out = append(out, Step{Name: name, At: on(d, times[name])})
	}
	return out
}

// rig is a small college on a book in memory: two colleges, an office and three lead units, each with its head.
type rig struct {
	*testing.T
	*Memory
	College
	round Round
	now   time.Time // where a table says it
}

func newRig(t *testing.T) *rig {
	r := &rig{T: t, Memory: NewMemory(), College: College{Name: "样板学院", Zone: zone, Language: Chinese, Group: group, DutyPhone: "0392-0000000",
		Forms: []Form{DefaultForm()}, Ladder: DefaultLadder(), Quiet: DefaultQuietHours()}}
	for i, u := range []Unit{
		{ID: "ruanjian", Name: "软件学院", Kind: CollegeUnit, Feeds: []UnitID{"xuesheng", "renshi"}, Totals: map[Group]int{Students: 1000, Workers: 80}},
		{ID: "jidian", Name: "机电工程学院", Kind: CollegeUnit, Feeds: []UnitID{"xuesheng", "renshi"}, Totals: map[Group]int{Students: 900, Workers: 70}},
		{ID: "jiaowu", Name: "教务处", Kind: OfficeUnit, Feeds: []UnitID{"renshi"}, Totals: map[Group]int{Workers: 20}},
		{ID: "xuesheng", Name: "学生处", Kind: OfficeUnit, Feeds: []UnitID{"renshi"}, Leads: Students, Totals: map[Group]int{Workers: 15}},
		{ID: "renshi", Name: "人事处", Kind: OfficeUnit, Feeds: []UnitID{"renshi"}, Leads: Workers, Totals: map[Group]int{Workers: 12}},
		{ID: "houqin", Name: "后勤集团", Kind: ServiceUnit, Feeds: []UnitID{"renshi", "houqin"}, Leads: Others, Totals: map[Group]int{Workers: 30, Others: 200}},
	} {
		u.Order = i + 1
		Units.Put(r, u)
	}
	for i, p := range []Person{
		{ID: "wang", Name: "王一", Duties: []Duty{{Head, "ruanjian"}}},
		{ID: "zhao", Name: "赵二", Duties: []Duty{{Deputy, "ruanjian"}}},
		{ID: "li", Name: "李三", Duties: []Duty{{Head, "jidian"}}},
		{ID: "chen", Name: "陈四", Duties: []Duty{{Head, "jiaowu"}}},
		{ID: "xu", Name: "徐五", Duties: []Duty{{Head, "xuesheng"}}},
		{ID: "ren", Name: "任六", Duties: []Duty{{Head, "renshi"}}},
		{ID: "hou", Name: "侯七", Duties: []Duty{{Head, "houqin"}}},
		{ID: "zhu", Name: "朱主任", Duties: []Duty{{Role: Director}}},
		{ID: "ban", Name: "班值班", Duties: []Duty{{Role: DutyStaff}}},
		{ID: "dai", Name: "戴带班", Duties: []Duty{{Role: DutyLeader}}},
		{ID: "shu", Name: "书记", Duties: []Duty{{Role: Leading}}},
	} {
		p.Phone = "1390000000" + string(rune('0'+i))
		p = Bind(r, p, int64(100+i), at("07:00"))
		p.Reach = Open
		People.Put(r, p)
	}
	Premises{RotaAsked: at("07:00")}.Keep(r) // the office knows that there is no duty roster
	r.round = r.OpenRound(r, day, timetable(day), at("08:00"))
	r.Cleanup(func() {
		for _, err := range r.Faults {
			r.Errorf("the book is wrong: %v", err)
		}
	})
	return r
}

func (r *rig) unit(id UnitID) Unit {
	u, ok := Units.Get(r, string(id))
	if !ok {
		r.Fatalf("no unit %s", id)
	}
	return u
}

func (r *rig) person(id PersonID) Person {
	p, ok := People.Get(r, string(id))
	if !ok {
		r.Fatalf("no person %s", id)
	}
	return p
}

// head is somebody who speaks for a unit.
func (r *rig) head(u UnitID) Person { return Speakers(r, u)[0] }

// files has a unit's head file figures at one moment; what is not said is zero.
func (r *rig) files(u UnitID, figures Figures, now time.Time) Report {
	unit := r.unit(u)
	f := DefaultForm().Rest(unit.Kind, figures)
	return r.File(r, r.round, Filing{Unit: unit, By: r.head(u), Zero: f.Clean(), Figures: f, At: now, Now: now})
}

// drafts opens a draft with figures said at a moment.
func (r *rig) drafts(u UnitID, by PersonID, figures Figures, said time.Time) Draft {
	r.Helper()
	d, err := r.StartDraft(r, r.round, r.unit(u), r.person(by), r.person(by).Telegram, said)
	if err != nil {
		r.Fatalf("%s drafts for %s: %v", by, u, err)
	}
	d.Figures, d.Zero, d.Said = figures, figures.Clean(), said
	return d.Keep(r)
}

// step runs one step of the day on time.
func (r *rig) step(name StepName) {
	round, _ := Rounds.Get(r, string(r.round.Date))
	r.TakeStep(r, round.Date, round.At(name))
}

// until runs every step before one, each on time, and forgets what was said.
func (r *rig) until(name StepName) {
	for _, s := range timetable(r.round.Date) {
		if s.Name == name {
			break
		}
		r.step(s.Name)
	}
	r.hush()
}

func (r *rig) hush() {
	for _, l := range r.said() {
		Letters.Drop(r, l.Key())
	}
	r.Events = nil
}

func (r *rig) said() []Letter { return slices.Collect(Letters.Each(r, "")) }

// told lists the letters waiting, as “text to whom”, in order; the group is “group”.
func (r *rig) told() []string {
	out := []string{}
	for _, l := range r.said() {
		to := string(l.Person)
		if l.Chat == group {
			to = "group"
		}
		out = append(out, l.Text+" "+to)
	}
	return out
}

func (r *rig) kinds() []EventKind {
	out := []EventKind{}
	for _, e := range r.Events {
		out = append(out, e.Kind)
	}
	return out
}

// refused checks that an error is a refusal of a code.
func refused(t *testing.T, err error, code RefusalCode) {
	t.Helper()
	if !errors.Is(err, &Refusal{Code: code}) {
		t.Errorf("got %v, want refusal %s", err, code)
	}
}

func same[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %v\nwant %v", what, got, want)
	}
}
