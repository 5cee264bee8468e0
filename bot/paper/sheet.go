package paper

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// sheet is the table of a day while it is written. The first thing that goes wrong stays in err.
type sheet struct {
	Day
	file    *excelize.File
	name    string
	columns []column
	styles  map[string]int
	row     int
	lines   map[int]int // how many lines the words of a row take, where it is more than one
	err     error
}

// Where the table's columns are, counted from 1; figures come between them.
const (
	unitColumn   = 1
	firstFigure  = 2
	behindFigure = 2 // columns after the figures: filing time, remark
)

// header is how many rows the title, the line below it and the header of two levels take.
const header = 4

func (s *sheet) last() int    { return unitColumn + len(s.columns) + behindFigure }
func (s *sheet) timeAt() int  { return firstFigure + len(s.columns) }
func (s *sheet) note(e error) { s.err = errors.Join(s.err, e) }

func (s *sheet) write() {
	made := s.At.UTC().Format(time.RFC3339)
	s.note(s.file.SetSheetName(s.file.GetSheetName(0), s.name))
	s.note(s.file.SetDocProps(&excelize.DocProperties{Title: s.title(), Creator: "fangkong", LastModifiedBy: "fangkong", Created: made, Modified: made}))
	s.makeStyles()
	s.head()
	var sums []int // rows that hold a subtotal
	for _, kind := range workgroup.UnitKinds {
		if of := s.kindOf(kind); len(of) > 0 {
			first := s.row + 1
			for _, line := range of {
				s.unit(line)
			}
			s.sum("subtotal", s.word("book/subtotal", "kind", s.kind(kind)), of, fmt.Sprintf("SUM(%%[1]s%d:%%[1]s%d)", first, s.row))
			sums = append(sums, s.row)
		}
	}
	s.sum("total", s.word("book/total"), s.Tally.Lines, adding(sums))
	for _, one := range statings(s.Tally) {
		s.says(s.noted("book/stated", one))
	}
	for _, words := range s.besides(s.Cases) {
		s.says(words)
	}
	s.foot()
	s.layOut()
}

// adding is the formula that adds up the same column of some rows.
func adding(rows []int) string {
	var cells []string
	for _, row := range rows {
		cells = append(cells, fmt.Sprintf("%%[1]s%d", row))
	}
	return "SUM(" + strings.Join(cells, ",") + ")" // where 未报 stands there is nothing to add
}

// until is up to when its figures stand, with the day where that is not the one they are of.
func (s *sheet) until() string {
	clock := s.At.Format("15:04")
	if day := workgroup.DateOf(s.At); day != s.Tally.Round.Date {
		return s.word("book/until", "date", s.date(), "on", Day{Tally: workgroup.Tally{Round: workgroup.Round{Date: day}}, Language: s.Language}.date(), "at", clock)
	}
	return s.word("book/until", "date", s.date(), "on", "", "at", clock)
}

func (s *sheet) kindOf(kind workgroup.UnitKind) (out []workgroup.UnitLine) {
	for _, line := range s.Tally.Lines {
		if line.Unit.Kind == kind {
			out = append(out, line)
		}
	}
	return out
}

func (s *sheet) title() string {
	return s.word("book/day-title", "college", s.College.Name)
}

// head writes the title, the line below it, and the header: what is counted, and below it new, released, present.
func (s *sheet) head() {
	s.across("title", s.title())
	s.across("below", s.word("book/day-below", "office", s.College.Body("office"), "until", s.until(), "filed", s.Tally.Filed(), "due", len(s.Tally.Lines)))
	s.header(s.word("book/unit"))
}

// header is the header of two levels, whose first column is called that.
func (s *sheet) header(first string) {
	s.row += 2
	top, below := s.row-1, s.row
	s.span("headline", unitColumn, top, unitColumn, below, first)
	for from := 0; from < len(s.columns); {
		to := from
		for to+1 < len(s.columns) && s.columns[to+1].item.Key == s.columns[from].item.Key {
			to++
		}
		label := s.label(s.columns[from].item)
		if from == to {
			s.span("headline", firstFigure+from, top, firstFigure+from, below, label)
		} else {
			s.span("headline", firstFigure+from, top, firstFigure+to, top, label)
			for i := from; i <= to; i++ {
				s.text("headline", firstFigure+i, below, s.columns[i].name)
			}
		}
		from = to + 1
	}
	s.span("headline", s.timeAt(), top, s.timeAt(), below, s.word("book/filed-at"))
	s.span("headline", s.last(), top, s.last(), below, s.word("book/remarks"))
}

// unit writes one unit's row.
func (s *sheet) unit(line workgroup.UnitLine) {
	s.line(s.in(line.Unit.Name, english(line.Unit)), s.College.FormOn(s.Tally.Round.Date), line)
}

// line writes a unit's answer to a form as a row of that name.
func (s *sheet) line(name string, form workgroup.Form, line workgroup.UnitLine) {
	s.row++
	s.text("unit", unitColumn, s.row, name)
	s.grow(name, s.choose(unitWide, englishWide)*0.92) // its letters are large
	if line.State != workgroup.Filed {
		words := s.word("book/missing")
		if line.State == workgroup.Awaiting {
			words = s.word("state/awaiting")
		}
		s.span("missing", firstFigure, s.row, s.timeAt()-1, s.row, words)
		s.text("missing", s.timeAt(), s.row, "")
		s.text("remark", s.last(), s.row, "")
		return
	}
	for i, c := range s.columns {
		n, said := line.Standing.Figures.Given(c.item.Key, c.key)
		switch {
		case said:
			s.number("count", firstFigure+i, s.row, n)
		case !form.Asks(line.Unit.Kind, c.key):
			s.text("count", firstFigure+i, s.row, s.word("book/unasked"))
		default:
			s.text("count", firstFigure+i, s.row, s.word("book/untold"))
		}
	}
	style := "time"
	if line.Standing.Mark != workgroup.OnTime && !s.Outward {
		style = "late"
	}
	s.text(style, s.timeAt(), s.row, line.Standing.Filed.In(s.College.Zone).Format("15:04")+s.mark(line.Standing.Mark))
	s.remark(strings.Join(s.remarks(line.Standing), s.in("；", "; ")))
}

// remarkWide is how wide the last column is.
const remarkWide = 22

// remark writes the last cell of a row, which is as high as it takes.
func (s *sheet) remark(words string) {
	s.text("remark", s.last(), s.row, words)
	s.grow(words, remarkWide*1.2) // its letters are small
}

func english(u workgroup.Unit) string {
	if u.English != "" {
		return u.English
	}
	return u.Name
}

func (d Day) mark(m workgroup.Mark) string {
	if d.Outward {
		return ""
	}
	switch m {
	case workgroup.Overdue:
		return " " + d.word("mark/overdue")
	case workgroup.Late:
		return " " + d.word("mark/late")
	case workgroup.Makeup:
		return " " + d.word("mark/makeup")
	}
	return ""
}

// remarks are what stands in the last column of who has filed.
func (d Day) remarks(is workgroup.Standing) (out []string) {
	if is.Zero {
		out = append(out, d.word("book/zero"))
	}
	if d.Outward {
		return out
	}
	if is.Revision > 1 {
		out = append(out, d.word("book/revision", "n", is.Revision))
	}
	if is.For != "" {
		out = append(out, d.word("book/on-behalf"))
	}
	if len(is.Doubts) > 0 {
		out = append(out, d.word("book/doubtful", "n", len(is.Doubts)))
	}
	if is.Reason != "" {
		out = append(out, is.Reason)
	}
	return out
}

// sum writes the row of sums of some units; below a total, how many units each is of.
func (s *sheet) sum(style, name string, lines []workgroup.UnitLine, formula string) {
	s.row++
	s.text(style, unitColumn, s.row, name)
	filed := 0
	for _, line := range lines {
		if line.State == workgroup.Filed {
			filed++
		}
	}
	if filed == 0 {
		s.unsummed(style, len(lines))
		return
	}
	var all []summed
	for _, c := range s.columns {
		all = append(all, adds(s.College.FormOn(s.Tally.Round.Date), lines, c, c.given))
	}
	s.sums(style, all, formula)
	s.text(style, s.timeAt(), s.row, "")
	s.text(style, s.last(), s.row, s.word("book/filed", "filed", filed, "due", len(lines)))
	if style == "total" {
		s.coverage(all)
	}
}

// unsummed is a row of sums of units of which none has filed: 未报, which is not 0.
func (s *sheet) unsummed(style string, due int) {
	s.span(style, firstFigure, s.row, s.timeAt()-1, s.row, s.word("book/missing"))
	s.text(style, s.timeAt(), s.row, "")
	s.text(style, s.last(), s.row, s.word("book/filed", "filed", 0, "due", due))
}

// foot is where people sign.
func (s *sheet) foot() {
	s.across("below", s.word("book/foot", "phone", s.College.DutyPhone))
}
