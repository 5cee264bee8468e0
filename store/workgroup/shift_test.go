package workgroup

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// dutyRig is a rig with people who do duty, and somebody of the office who sends rosters.
func dutyRig(t *testing.T) *rig {
	r := newRig(t)
	for i, p := range []Person{
		{ID: "jia", Name: "贾值班", Duties: []Duty{{Role: DutyStaff}}},
		{ID: "dai", Name: "戴带班", Duties: []Duty{{Role: DutyLeader}}},
		{ID: "yuan", Name: "袁职员", Duties: []Duty{{Role: Staff}}},
	} {
		p.Phone = fmt.Sprintf("1380000000%d", i)
		p = Bind(r, p, int64(200+i), at("07:00"))
		p.Reach = Open
		People.Put(r, p)
	}
	r.hush()
	return r
}

// on is a row of a roster: from and to as times of dates, leaders and staff by name.
func row(line int, from, to time.Time, leaders, staff string) RotaRow {
	names := func(s string) []string {
		if s == "" {
			return nil
		}
		return strings.Split(s, "、")
	}
	return RotaRow{Line: line, From: from, To: to, Leaders: names(leaders), Staff: names(staff)}
}

const next = Date("2020-02-01")

// week is a day turn and a night turn of the day, and the day turn after.
func week() []RotaRow {
	return []RotaRow{
		row(1, at("08:30"), at("20:30"), "戴带班", "班值班"),
		row(2, at("20:30"), on(next, "08:30"), "戴带班", "贾值班"),
		row(3, on(next, "08:30"), on(next, "20:30"), "戴带班", "班值班"),
	}
}

// adopts puts a roster in force.
func (r *rig) adopts(rows []RotaRow, now time.Time) Rota {
	r.Helper()
	proposed := r.ProposeRota(r, r.person("yuan"), "", rows, nil, now)
	adopted, err := r.AdoptRota(r, proposed.Key(), r.person("yuan"), now)
	if err != nil {
		r.Fatalf("adopting: %v (%+v)", err, proposed.Faults)
	}
	r.hush()
	return adopted
}

// roster is what stands, one line a shift.
func (r *rig) roster() []string {
	out := []string{}
	for s := range Shifts.Each(r, "") {
		out = append(out, fmt.Sprintf("%s %v %v", s.From.Format("02T15:04"), s.Leaders, s.Staff))
	}
	return out
}

// shift is the shift that begins at an instant.
func (r *rig) shift(from time.Time) Shift {
	r.Helper()
	for s := range Shifts.Each(r, "") {
		if s.From.Equal(from) {
			return s
		}
	}
	r.Fatalf("no shift begins at %v in %v", from, r.roster())
	return Shift{}
}

// clock has the shifts' clock come back as often as it is due, until an instant.
func (r *rig) clock(until time.Time) {
	for range 50 {
		var due time.Time
		key := ""
		for s := range Shifts.Each(r, "") {
			if at := r.DueAt(Shifts.Name, s.Key()); !at.IsZero() && !at.After(until) && (due.IsZero() || at.Before(due)) {
				due, key = at, s.Key()
			}
		}
		if key == "" {
			return
		}
		r.TakeShift(r, key, due)
	}
	r.Fatal("the shifts' clock does not come to rest")
}

func names(people []Person) string {
	var out []string
	for _, p := range people {
		out = append(out, string(p.ID))
	}
	return strings.Join(out, " ")
}

func TestWhoIsOnDuty(t *testing.T) {
	for _, c := range []struct {
		sentence string
		rows     []RotaRow
		now      time.Time
		role     Role
		want     string
	}{
		{"without a roster all holders", nil, at("10:00"), DutyStaff, "ban jia"},
		{"those of the running shift", week(), at("10:00"), DutyStaff, "ban"},
		{"from its first instant", week(), at("20:30"), DutyStaff, "jia"},
		{"to its last", week(), at("20:29:59.999"), DutyStaff, "ban"},
		{"over midnight", week(), on(next, "03:00"), DutyStaff, "jia"},
		{"its leaders", week(), on(next, "03:00"), DutyLeader, "dai"},
		{"in a gap all holders", week(), on(next, "21:00"), DutyStaff, "ban jia"},
		{"a shift that has no leader: all leaders", []RotaRow{row(1, at("08:30"), at("20:30"), "", "班值班")}, at("10:00"), DutyLeader, "dai"},
		{"two shifts at a time: both", []RotaRow{row(1, at("08:30"), at("20:30"), "", "班值班"), row(2, at("12:00"), at("20:30"), "", "贾值班、班值班")}, at("13:00"), DutyStaff, "ban jia"},
		{"whoever stands on the roster, whatever they are", []RotaRow{row(1, at("08:30"), at("20:30"), "王一", "班值班")}, at("10:00"), DutyLeader, "wang"},
		{"other roles are nobody's shift", week(), at("10:00"), Director, "zhu"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := dutyRig(t)
			if c.rows != nil {
				r.adopts(c.rows, at("08:00"))
			}
			if got := names(OnDuty(r, c.now, c.role)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSomebodyWhoLeftTheRosterOfPeopleIsNobody(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	People.Drop(r, "ban")
	if got := names(OnDuty(r, at("10:00"), DutyStaff)); got != "jia" {
		t.Errorf("on duty: %q, want whoever is left with the role", got)
	}
}

func TestWhoIsMissingAtThreeGoesToWhoIsOnDuty(t *testing.T) {
	r := dutyRig(t)
	r.adopts([]RotaRow{row(1, at("08:30"), at("20:30"), "戴带班", "贾值班")}, at("08:00"))
	r.until(StepLeads)
	r.step(StepLeads)
	same(t, "told", r.told(), []string{"say/call-leads group", "say/missing-at-close jia", "say/missing-at-close zhu"})
}

func TestGaps(t *testing.T) {
	r := dutyRig(t)
	r.adopts([]RotaRow{row(1, at("08:30"), at("12:00"), "", "班值班"), row(2, at("10:00"), at("11:00"), "", "贾值班"), row(3, at("14:00"), at("20:00"), "", "班值班")}, at("08:00"))
	got := []string{}
	for _, g := range Gaps(r, at("08:00"), at("22:00")) {
		got = append(got, g.From.Format("15:04")+"-"+g.To.Format("15:04"))
	}
	same(t, "gaps", got, []string{"08:00-08:30", "12:00-14:00", "20:00-22:00"})
}

func TestEveningGapsAreToldUntilTheyAreFilled(t *testing.T) {
	r := dutyRig(t)
	r.until(StepEvening)
	r.step(StepEvening)
	same(t, "without any roster nobody is told in the evening", r.told(), []string{})
	r.adopts(week(), on(next, "07:00"))
	r.round = r.OpenRound(r, next, timetable(next), on(next, "08:00"))
	r.until(StepEvening)
	r.step(StepEvening)
	same(t, "with gaps the director and the office", r.told(), []string{"say/duty-gaps yuan", "say/duty-gaps zhu"})
	r.hush()
	r.adopts([]RotaRow{row(1, on(next, "20:30"), on("2020-02-04", "20:00"), "戴带班", "班值班"), row(2, on("2020-02-04", "20:00"), on("2020-02-07", "20:00"), "", "班值班"),
		row(3, on("2020-02-07", "20:00"), on("2020-02-09", "20:30"), "", "班值班")}, on(next, "20:10"))
	r.round = r.OpenRound(r, "2020-02-02", timetable("2020-02-02"), on("2020-02-02", "08:00"))
	r.until(StepEvening)
	r.step(StepEvening)
	same(t, "filled: silence", r.told(), []string{})
}

func TestTheMorningCard(t *testing.T) {
	r := dutyRig(t)
	office := Office(r)
	office.RotaAsked = time.Time{}
	office.Keep(r)
	r.step(StepHandover)
	same(t, "without a roster the office", r.told(), []string{"say/no-rota yuan", "say/no-rota zhu"})
	r.hush()
	r.round = r.OpenRound(r, next, timetable(next), on(next, "08:00"))
	r.hush()
	r.step(StepHandover)
	same(t, "once", r.told(), []string{})
	r.adopts(week(), on(next, "07:00"))
	r.round = r.OpenRound(r, "2020-02-02", timetable("2020-02-02"), on("2020-02-02", "08:00"))
	r.hush()
	r.adopts([]RotaRow{row(1, on("2020-02-02", "08:30"), on("2020-02-02", "20:30"), "戴带班", "班值班")}, on("2020-02-02", "08:00"))
	r.step(StepHandover)
	same(t, "the day's people, the director and the office", r.told(), []string{"say/duty-card yuan", "say/duty-card zhu", "say/duty-card dai", "say/duty-card ban"})
}

// No step of the ladder is empty without the director having been told: a shift whose people cannot be reached is told before a case is.
func TestAShiftThatNobodyCanBeReachedOnIsAGapOfTheLadder(t *testing.T) {
	r := dutyRig(t)
	r.Ladder = DefaultLadder()
	r.adopts(week(), at("08:00"))
	Lost(r, "jia", at("09:00"))
	r.CheckLadder(r, at("09:00"))
	gaps := func() (n int) {
		for _, l := range r.said() {
			if l.Text == "say/ladder-gaps" && len(l.Facts["gaps"].([]any)) > 0 && l.Facts["gaps"].([]any)[0].(map[string]any)["rung"] == float64(1) {
				n++
			}
		}
		return n
	}
	r.clock(at("20:29"))
	if gaps() != 0 {
		t.Errorf("while somebody else is on duty there is no gap: %v", r.told())
	}
	r.clock(at("20:30"))
	if gaps() != 1 {
		t.Errorf("when the shift begins the director is told: %v", r.told())
	}
}
