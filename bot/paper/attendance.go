package paper

import (
	"time"

	"github.com/go-analyze/charts"

	"fangkong/store/workgroup"
)

// The measures of the picture, in pixels: on a telephone held upright it is as wide as the screen.
const (
	pictureWidth = 1080
	margin       = 24
	namesWidth   = 280
	rowHeight    = 38
	headHeight   = 150
	footHeight   = 70
)

// Attendance is who filed when: a grid with a row for each unit of the last day and a column for each day, as PNG. What a colour says a
// character says as well.
func (s Span) Attendance() ([]byte, error) {
	if len(s.Days) == 0 {
		return nil, errNoDay
	}
	s = s.begun()
	today := s.Days[len(s.Days)-1]
	c := newCanvas(pictureWidth, headHeight+len(today.Lines)*rowHeight+footHeight, s.Language)
	c.write(s.headed(c.word("book/attendance-title", "date", s.date())), margin, 40, 26, ink)
	late := today.Overdue + today.Late + today.Makeup
	c.write(c.word("book/attendance-below", "due", len(today.Lines), "on_time", today.OnTime, "late", late, "missing", len(today.Lines)-today.Filed(), "at", s.At.Format("15:04")), margin, 84, 17, faint)

	wide := (pictureWidth - 2*margin - namesWidth) / len(s.Days)
	for i, day := range s.Days {
		c.centre(short(day.Round.Date), margin+namesWidth+i*wide+wide/2, headHeight-18, 13, faint)
	}
	for row, line := range today.Lines {
		top := headHeight + row*rowHeight
		name := c.in(line.Unit.Name, english(line.Unit))
		c.write(c.fit(name, namesWidth-12, 15), margin, top+rowHeight/2, 15, ink)
		for i, day := range s.Days {
			left := margin + namesWidth + i*wide
			sign, fill := c.sign(day, line.Unit.ID)
			c.FilledRect(left+1, top+1, left+wide-1, top+rowHeight-1, fill, rule, 1)
			c.centre(sign, left+wide/2, top+rowHeight/2, 14, ink)
		}
	}
	s.legend(c, headHeight+len(today.Lines)*rowHeight+footHeight/2)
	return c.Bytes()
}

func short(d workgroup.Date) string {
	at, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return at.Format("1/2")
}

// sign is how a unit's day is shown.
func (c canvas) sign(day workgroup.Tally, unit workgroup.UnitID) (string, charts.Color) {
	for _, line := range day.Lines {
		switch {
		case line.Unit.ID != unit:
		case line.State == workgroup.Awaiting:
			return c.word("book/sign-awaiting"), warn
		case line.State == workgroup.Missing:
			return c.word("book/sign-missing"), worst
		case line.Standing.Mark == workgroup.Overdue:
			return c.word("book/sign-overdue"), warn
		case line.Standing.Mark == workgroup.Late:
			return c.word("book/sign-late"), bad
		case line.Standing.Mark == workgroup.Makeup:
			return c.word("book/sign-makeup"), bad
		default:
			return "✓", good
		}
	}
	return "", absent
}

// legend explains the signs.
func (s Span) legend(c canvas, y int) {
	x := margin
	for _, one := range []struct {
		sign, words string
		fill        charts.Color
	}{
		{"✓", c.word("book/on-time"), good}, {c.word("book/sign-overdue"), c.word("mark/overdue"), warn}, {c.word("book/sign-late"), c.word("mark/late"), bad},
		{c.word("book/sign-makeup"), c.word("mark/makeup"), bad}, {c.word("book/sign-awaiting"), c.word("state/awaiting"), warn}, {c.word("book/sign-missing"), c.word("book/missing"), worst},
	} {
		c.FilledRect(x, y-14, x+32, y+14, one.fill, rule, 1)
		c.centre(one.sign, x+16, y, 13, ink)
		c.write(one.words, x+40, y, 14, faint)
		x += 40 + c.wide(one.words, 14) + 28
	}
}
