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
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

var errNoDay = errors.New("a picture of no day")
