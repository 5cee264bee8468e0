package schedule

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // a bare container knows no zones

	"github.com/robfig/cron/v3"
)

// Moment is one named time of a day, such as the reminder at 14:00.
type Moment struct {
	Name string
	At   time.Time
}

// Day is the named moments of the college's day. The zero value has none.
type Day struct {
	zone    *time.Location
	entries []entry // by name
}

// entry is one name and when it comes round.
type entry struct {
	name string
	when cron.Schedule
}

// NewDay reads times: for each name either a time of day, “14:00”, meant every calendar day, or a cron expression of five
// fields (“50 15 * * 1-5”), both in the zone. Its error names every key that cannot be read.
func NewDay(zone string, times map[string]string) (Day, error) {
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return Day{}, fmt.Errorf("zone %q is not known; write one such as Asia/Shanghai", zone)
	}
	d := Day{zone: loc}
	var wrong []error
	for name, text := range times {
		when, err := read(text, zone)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", name, err))
			continue
		}
		d.entries = append(d.entries, entry{name, when})
	}
	if len(wrong) > 0 {
		slices.SortFunc(wrong, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
		return Day{}, errors.Join(wrong...)
	}
	slices.SortFunc(d.entries, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return d, nil
}

// fields are those of an expression. No descriptors: @every counts from the start of the process, which is no time of day.
var fields = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow)

// read turns one setting into a schedule in the zone.
func read(text, zone string) (cron.Schedule, error) {
	text = strings.TrimSpace(text)
	expression := text
	switch {
	case strings.Contains(text, "TZ="):
		// One day has one zone; and cron panics on a zone without an expression.
		return nil, fmt.Errorf("%q: write the time without a zone, it is %s for all", text, zone)
	case strings.Contains(text, ":"):
		at, err := time.Parse("15:04", text)
		if err != nil || len(text) != len("15:04") {
			return nil, fmt.Errorf("%q is no time of day; write it like 14:00", text)
		}
		expression = fmt.Sprintf("%d %d * * *", at.Minute(), at.Hour())
	}
	when, err := fields.Parse("CRON_TZ=" + zone + " " + expression)
	if err != nil {
		return nil, fmt.Errorf("%q is neither a time such as 14:00 nor a cron expression: %w", text, err)
	}
	// Such as 30 February. Four years hold every date there is, so any start will do.
	if when.Next(time.Unix(0, 0)).IsZero() {
		return nil, fmt.Errorf("%q never comes", text)
	}
	return when, nil
}

// Zone is the zone the day is told in.
func (d Day) Zone() *time.Location {
	if d.zone == nil {
		return time.UTC
	}
	return d.zone
}

// On returns the moments of the calendar date that date falls on in the zone, in time order.
func (d Day) On(date time.Time) []Moment {
	year, month, day := date.In(d.Zone()).Date()
	midnight := time.Date(year, month, day, 0, 0, 0, 0, d.Zone())
	next := time.Date(year, month, day+1, 0, 0, 0, 0, d.Zone())
	// Midnight itself belongs to the date that begins with it.
	return d.Between(midnight.Add(-time.Nanosecond), next.Add(-time.Nanosecond))
}

// Between returns the moments after from, up to and including to, in time order; those at one time by name.
func (d Day) Between(from, to time.Time) []Moment {
	var out []Moment
	for _, e := range d.entries {
		for at := d.next(e, from); !at.IsZero() && !at.After(to); at = d.next(e, at) {
			out = append(out, Moment{e.name, at})
		}
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return a.At.Compare(b.At) })
	return out
}

// Next is the first moment after an instant, and whether there is one. When several share their time it is the first by
// name; Between has them all.
func (d Day) Next(after time.Time) (Moment, bool) {
	var first Moment
	for _, e := range d.entries {
		if at := d.next(e, after); !at.IsZero() && (first.At.IsZero() || at.Before(first.At)) {
			first = Moment{e.name, at}
		}
	}
	return first, !first.At.IsZero()
}

func (d Day) next(e entry, after time.Time) time.Time {
	at := e.when.Next(after)
	if at.IsZero() {
		return at
	}
	return at.In(d.Zone())
}
