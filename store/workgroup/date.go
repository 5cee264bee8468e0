package workgroup

import "time"

// Date is a calendar date of the college, written 2006-01-02, so that dates sort as text.
type Date string

// DateOf is the date of an instant in the zone the instant carries.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// In is the first instant of the date in a zone; the zero time when the date is not one.
func (d Date) In(zone *time.Location) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), zone)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid tells whether it is a date of the calendar.
func (d Date) Valid() bool { return !d.In(time.UTC).IsZero() }

// Monday is the first day of the date's week.
func (d Date) Monday() Date { return d.Add(-(int(d.In(time.UTC).Weekday()) + 6) % 7) }

// Add is the date some days later, or earlier.
func (d Date) Add(days int) Date { return DateOf(d.In(time.UTC).AddDate(0, 0, days)) }
