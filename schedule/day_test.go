package schedule

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const shanghai = "Asia/Shanghai"

// college is a day much like the college's.
func college(t *testing.T) Day {
	t.Helper()
	d, err := NewDay(shanghai, map[string]string{
		"remind": "14:00", "again": "14:20", "units": " 14:30 ", "leads": "15:00", "handover": "08:30",
		"pack": "50 15 * * 1-5", "archive": "0 0 * * *",
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func at(t *testing.T, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation(shanghai)
	if err != nil {
		t.Fatal(err)
	}
	when, err := time.ParseInLocation("2006-01-02 15:04:05", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

func told(moments []Moment) string {
	var out []string
	for _, m := range moments {
		out = append(out, m.At.Format("02 15:04 ")+m.Name)
	}
	return strings.Join(out, ", ")
}

func TestOnIsTheCalendarDateInTheZone(t *testing.T) {
	d := college(t)
	monday := "14 00:00 archive, 14 08:30 handover, 14 14:00 remind, 14 14:20 again, 14 14:30 units, 14 15:00 leads, 14 15:50 pack"
	for _, date := range []time.Time{
		at(t, "2022-03-14 00:00:00"),
		at(t, "2022-03-14 14:00:00"),
		at(t, "2022-03-14 23:59:59"),
		time.Date(2022, 3, 13, 16, 0, 0, 0, time.UTC), // midnight in Shanghai
	} {
		if got := told(d.On(date)); got != monday {
			t.Errorf("on %v: %s", date, got)
		}
	}
	if got := told(d.On(at(t, "2022-03-13 12:00:00"))); strings.Contains(got, "pack") || !strings.Contains(got, "13 14:00 remind") {
		t.Errorf("a Sunday: %s", got)
	}
	for _, m := range d.On(at(t, "2022-03-14 12:00:00")) {
		if m.At.Location().String() != shanghai {
			t.Errorf("%s is told in %v", m.Name, m.At.Location())
		}
	}
}

func TestBetweenLeavesItsBeginningOut(t *testing.T) {
	d := college(t)
	for _, c := range []struct{ from, to, want string }{
		{"2022-03-14 14:00:00", "2022-03-14 14:30:00", "14 14:20 again, 14 14:30 units"},
		{"2022-03-14 13:59:59", "2022-03-14 14:00:00", "14 14:00 remind"},
		{"2022-03-14 14:00:00", "2022-03-14 14:00:00", ""},
		{"2022-03-14 15:00:00", "2022-03-14 14:00:00", ""},
		{"2022-03-12 14:30:00", "2022-03-13 08:30:00", "12 15:00 leads, 13 00:00 archive, 13 08:30 handover"},
	} {
		if got := told(d.Between(at(t, c.from), at(t, c.to))); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// Whoever goes from one Next to the next meets what Between tells, whatever zone the first instant is in.
func TestNextAgreesWithBetween(t *testing.T) {
	d := college(t)
	from, to := at(t, "2022-03-11 14:10:00").UTC(), at(t, "2022-03-15 00:00:00")
	var met []Moment
	for m, ok := d.Next(from); ok && !m.At.After(to); m, ok = d.Next(m.At) {
		met = append(met, m)
	}
	if got, want := told(met), told(d.Between(from, to)); got != want || got == "" {
		t.Errorf("met %s\nwant %s", got, want)
	}
}

func TestMomentsAtOneTimeComeByName(t *testing.T) {
	d, err := NewDay(shanghai, map[string]string{"b": "14:00", "c": "0 14 * * *", "a": "14:00"})
	if err != nil {
		t.Fatal(err)
	}
	if got := told(d.On(at(t, "2022-03-14 00:00:00"))); got != "14 14:00 a, 14 14:00 b, 14 14:00 c" {
		t.Error(got)
	}
	if m, _ := d.Next(at(t, "2022-03-14 00:00:00")); m.Name != "a" {
		t.Errorf("next is %s", m.Name)
	}
}

func TestAnEmptyDayHasNoMoments(t *testing.T) {
	var d Day
	if _, ok := d.Next(at(t, "2022-03-14 00:00:00")); ok || len(d.On(at(t, "2022-03-14 00:00:00"))) != 0 {
		t.Error("the zero day has moments")
	}
}

// In a zone with summer time a date has 23 or 25 hours, and its moments all the same.
func TestOnHoldsWhereClocksAreMoved(t *testing.T) {
	d, err := NewDay("Europe/Berlin", map[string]string{"remind": "14:00", "close": "23:30"})
	if err != nil {
		t.Fatal(err)
	}
	for _, date := range []time.Time{
		time.Date(2022, 3, 27, 12, 0, 0, 0, d.Zone()),
		time.Date(2022, 10, 30, 12, 0, 0, 0, d.Zone()),
	} {
		if got, want := told(d.On(date)), date.Format("02 ")+"14:00 remind, "+date.Format("02 ")+"23:30 close"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNewDayNamesEveryKeyItCannotRead(t *testing.T) {
	for _, text := range []string{
		"", "25:00", "14:60", "4:00", "14:00:30", "14.00", "两点", "* * * *", "61 * * * *", "@every 1h", "@daily",
		"CRON_TZ=UTC 0 14 * * *", "TZ=UTC", "0 0 30 2 *",
	} {
		_, err := NewDay(shanghai, map[string]string{"fine": "14:00", "times.units": text, "times.leads": text})
		if err == nil || !strings.Contains(err.Error(), "times.units: ") || !strings.Contains(err.Error(), "times.leads: ") || strings.Contains(err.Error(), "fine") {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, zone := range []string{"", "Local", "Asia/Atlantis"} {
		if _, err := NewDay(zone, nil); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", zone)) {
			t.Errorf("zone %q: %v", zone, err)
		}
	}
	if _, err := NewDay(shanghai, map[string]string{"leap": "0 12 29 2 *"}); err != nil {
		t.Errorf("a leap day: %v", err)
	}
}
