package paper

import (
	"errors"
	"time"

	"fangkong/store/workgroup"
)

// Span is some days of a college, which pictures show.
type Span struct {
	College  workgroup.College
	Days     []workgroup.Tally // oldest first, the day it is about last
	Cases    []workgroup.Case  // of the day it is about
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

// fewest is how many days a picture shows at least, whatever there is of them.
const fewest = 7

// begun are the days without those before the first of which anything is kept: a college that began last week has no empty weeks before.
func (s Span) begun() Span {
	for len(s.Days) > fewest && len(s.Days[0].Lines) == 0 {
		s.Days = s.Days[1:]
	}
	return s
}

var errNoDay = errors.New("a picture of no day")

// date is the day that a picture is about, as it is written above it.
func (s Span) date() string {
	return Day{Tally: s.Days[len(s.Days)-1], Language: s.Language}.date()
}
