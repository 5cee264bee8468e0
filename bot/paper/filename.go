package paper

import (
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// moment is the day that a file is of, and as of when, so that two of one day cannot be taken for one another: 2020年1月31日，截至15时05分. One
// that is made on a later day says which.
func moment(lang workgroup.Language, of workgroup.Date, at time.Time) string {
	chinese, english := "15时04分", "1504"
	if workgroup.DateOf(at) != of {
		chinese, english = "1月2日15时04分", "0102-1504"
	}
	if lang == workgroup.English {
		return string(of) + "-as-of-" + at.Format(english)
	}
	return calendar(of) + "，截至" + at.Format(chinese)
}

// calendar is a day as an official paper writes it.
func calendar(d workgroup.Date) string {
	at, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return at.Format("2006年1月2日")
}

// AttendanceName and TrendName are what the office calls the pictures.
func (s Span) AttendanceName() string { return s.called("book/file-attendance") }
func (s Span) TrendName() string      { return s.called("book/file-trend") }

func (s Span) called(text string) string {
	day := workgroup.DateOf(s.At)
	if n := len(s.Days); n > 0 {
		day = s.Days[n-1].Round.Date
	}
	return worded(s.Language, text, "moment", moment(s.Language, day, s.At)) + ".png"
}

// again is what a report that corrects another is called among those of its day.
func (o Official) again() string {
	switch {
	case !o.Again:
		return ""
	case o.Number > 2:
		return fmt.Sprintf("，第%d次更正件", o.Number-1)
	}
	return "，更正件"
}
