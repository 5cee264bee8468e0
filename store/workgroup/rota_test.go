package workgroup

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// faults are a roster's, one line each.
func (r Rota) faults() []string {
	out := []string{}
	for _, f := range r.Faults {
		line := fmt.Sprintf("%d %s", f.Line, f.Code)
		if f.Out {
			line += " out"
		}
		out = append(out, line)
	}
	return out
}

func TestWhatIsWrongWithARoster(t *testing.T) {
	for _, c := range []struct {
		sentence string
		before   func(*rig)
		rows     []RotaRow
		shifts   int
		faults   []string
	}{
		{"nothing", nil, week(), 3, []string{}},
		{"a name nobody has leaves the row out, and a gap", nil, []RotaRow{week()[0], row(2, at("20:30"), on(next, "08:30"), "戴带班", "贾植班"), week()[2]}, 2, []string{"2 unknown out", "3 gap"}},
		{"a title behind the name is no other name", nil, []RotaRow{row(1, at("08:30"), at("20:30"), "戴带班书记", "班值班老师")}, 1, []string{}},
		{"two of one name", func(r *rig) { People.Put(r, Person{ID: "ban2", Name: "班值班"}) }, week()[:1], 0, []string{"1 ambiguous out"}},
		{"what is over", nil, []RotaRow{row(1, on("2020-01-29", "08:30"), on("2020-01-29", "20:30"), "戴带班", "班值班"), week()[1]}, 1, []string{"1 past out"}},
		{"what has begun while nothing runs counts", nil, []RotaRow{row(1, at("07:30"), at("20:30"), "戴带班", "班值班")}, 1, []string{}},
		{"what has begun beside one that runs does not", func(r *rig) { r.adopts([]RotaRow{row(1, at("07:00"), at("20:30"), "", "班值班")}, at("07:30")) },
			[]RotaRow{row(1, at("07:30"), at("20:30"), "戴带班", "贾值班"), week()[1]}, 1, []string{"1 running out"}},
		{"the same again", nil, []RotaRow{week()[0], week()[0]}, 1, []string{"1 twice out"}},
		{"an overlap is said and kept", nil, []RotaRow{week()[0], row(2, at("20:00"), on(next, "08:30"), "戴带班", "贾值班")}, 2, []string{"2 overlap"}},
		{"longer than a day and a night is said", nil, []RotaRow{row(1, at("08:30"), on(next, "23:59"), "戴带班", "班值班"), row(2, on(next, "23:59"), on("2020-02-02", "23:59"), "戴带班", "贾值班")}, 2, []string{"1 long"}},
		{"no staff, no leader", nil, []RotaRow{row(1, at("08:30"), at("20:30"), "戴带班", ""), row(2, at("20:30"), on(next, "08:30"), "", "贾值班")}, 2, []string{"1 no-staff", "2 no-leader"}},
		{"no telephone, no private chat: said once", func(r *rig) { p := r.person("ban"); p.Phone, p.Reach = "", Unknown; People.Put(r, p) }, week(), 3, []string{"0 no-phone", "0 unreachable"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := dutyRig(t)
			if c.before != nil {
				c.before(r)
			}
			got := r.ProposeRota(r, r.person("yuan"), "", c.rows, nil, at("08:00"))
			if len(got.Shifts) != c.shifts {
				t.Errorf("%d shifts, want %d", len(got.Shifts), c.shifts)
			}
			same(t, "faults", got.faults(), c.faults)
		})
	}
}

func TestNamesThatAreNearlyRight(t *testing.T) {
	r := dutyRig(t)
	people := slices.Collect(People.Each(r, ""))
	for name, want := range map[string]string{"贾植班": "贾值班", "班值": "班值班", "徐六": "徐五"} {
		_, near, ok := personNamed(people, name)
		if ok || len(near) == 0 || near[0] != want {
			t.Errorf("%s: near %v, want %s first", name, near, want)
		}
	}
	if _, near, _ := personNamed(people, "欧阳"); len(near) != 0 {
		t.Errorf("a name like none has %v near it", near)
	}
}

func TestAPersonsOwnNumberIsNotTheDutyPhone(t *testing.T) {
	r := dutyRig(t)
	rows := week()
	rows[0].Phone, rows[1].Phone = "138 0000 0000", "0392-3312345"
	got := r.ProposeRota(r, r.person("yuan"), "", rows, nil, at("08:00"))
	if got.Shifts[0].Phone != "" || got.Shifts[1].Phone != "0392-3312345" {
		t.Errorf("phones %q and %q", got.Shifts[0].Phone, got.Shifts[1].Phone)
	}
}

func TestARosterReplacesWhatHasNotBegun(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	r.clock(at("09:00"))
	r.hush()
	later := []RotaRow{row(1, at("20:30"), on(next, "08:30"), "戴带班", "班值班"), row(2, on(next, "08:30"), on(next, "20:30"), "戴带班", "贾值班")}
	adopted := r.adopts(append([]RotaRow{row(9, at("08:30"), at("20:30"), "", "贾值班")}, later...), at("09:00"))
	want := []string{"31T08:30 [dai] [ban]", "31T20:30 [dai] [ban]", "01T08:30 [dai] [jia]"}
	same(t, "the running one stays, the others are the new ones", r.roster(), want)
	if s := r.shift(at("08:30")); s.Opened.IsZero() {
		t.Error("the running shift forgot that it runs")
	}
	// Undone: back to what was.
	if err := r.UndoRota(r, adopted.Key(), r.person("zhu"), at("09:30")); err != nil {
		t.Fatal(err)
	}
	same(t, "undone", r.roster(), []string{"31T08:30 [dai] [ban]", "31T20:30 [dai] [jia]", "01T08:30 [dai] [ban]"})
	refused(t, r.UndoRota(r, adopted.Key(), r.person("zhu"), at("09:31")), OwnAgain)
	if got := r.told(); !slices.Contains(got, "say/rota-undone zhu") || !slices.Contains(got, "say/rota-yours jia") {
		t.Errorf("told %v", got)
	}
}

func TestARosterIsUndoneOnlyWithinADayAndNotUnderANewerOne(t *testing.T) {
	r := dutyRig(t)
	first := r.adopts(week(), at("08:00"))
	refused(t, r.UndoRota(r, first.Key(), r.person("wang"), at("08:01")), NotForYou)
	second := r.adopts([]RotaRow{row(1, on(next, "08:30"), on(next, "20:30"), "", "贾值班")}, at("08:10"))
	refused(t, r.UndoRota(r, first.Key(), r.person("yuan"), at("08:20")), Changed)
	refused(t, r.UndoRota(r, second.Key(), r.person("yuan"), on(next, "08:11")), TooLate)
	refused(t, r.UndoRota(r, "none", r.person("yuan"), at("08:20")), Changed)
}

func TestAPreviewIsDecidedOnceByItsSenderAndOnlyWhileItIsTheNewest(t *testing.T) {
	r := dutyRig(t)
	yuan, zhu := r.person("yuan"), r.person("zhu")
	old := r.ProposeRota(r, yuan, "", week(), nil, at("08:00"))
	shown := r.ProposeRota(r, yuan, "", week(), nil, at("08:01"))
	adopt := func(rota Rota, by Person, now time.Time) error {
		_, err := r.AdoptRota(r, rota.Key(), by, now)
		return err
	}
	refused(t, adopt(old, yuan, at("08:02")), Changed)
	refused(t, adopt(shown, zhu, at("08:02")), NotYourRota)
	refused(t, adopt(shown, r.person("wang"), at("08:02")), NotForYou)
	// Somebody else's comes into force in between.
	other := r.ProposeRota(r, zhu, "", week(), nil, at("08:02"))
	if err := adopt(other, zhu, at("08:03")); err != nil {
		t.Fatal(err)
	}
	refused(t, adopt(shown, yuan, at("08:04")), Changed)
	refused(t, adopt(other, zhu, at("08:04")), OwnAgain)
	if err := r.GiveUpRota(r, shown.Key(), yuan, at("08:05")); err != nil {
		t.Fatal(err)
	}
	refused(t, r.GiveUpRota(r, shown.Key(), yuan, at("08:06")), OwnAgain)
	// Somebody whom it names has left meanwhile: a turn of nobody's is not put in force.
	gone := r.ProposeRota(r, yuan, "", week(), nil, at("08:08"))
	jia := r.person("jia")
	jia.Left = at("08:09")
	People.Put(r, jia)
	refused(t, adopt(gone, yuan, at("08:09")), RotaLeft)
	if ShiftsAt(r, at("21:00"))[0].Rota != other.ID {
		t.Error("the roster there was stays in force")
	}
	jia.Left = time.Time{}
	People.Put(r, jia)
	// A preview that waited until everything in it was over.
	late := r.ProposeRota(r, yuan, "", week(), nil, at("08:10"))
	refused(t, adopt(late, yuan, on("2020-02-05", "08:00")), EmptyRota)
}
