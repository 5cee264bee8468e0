package paper

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// Table is a ledger that stands behind the figures in the workbook of a day: a title, a header, and rows of text and numbers.
type Table struct {
	Name   string // of its sheet
	Title  string
	Below  string // under the title: what it is of
	Header []string
	Widths []float64
	Rows   [][]any // string, int, Partial, Instead or Missing
	Totals int     // so many of the last rows add up those above them
}

// Instead is words that stand in the place of a number: 未报, or that nothing is asked there.
type Instead string

// Partial is a sum that lacks what somebody who has reported left out: marked with a *.
type Partial int

// Missing is words in place of a whole row of numbers, up to the last cell: 未报.
type Missing string

// The title of a ledger: how high a line of it is, and how wide a letter beside one of the rows.
const titleHigh, titleLetter = 30, 1.75

// table writes a ledger as a sheet of its own; without rows it says so, rather than be missing.
func (d Day) table(book *sheet, t Table) {
	s := book.page(t.Name)
	s.span("title", 1, 1, len(t.Header), 1, t.Title)
	s.span("below", 1, 2, len(t.Header), 2, t.Below)
	s.row = 2
	wide := 0.0
	for _, w := range t.Widths {
		wide += w
	}
	s.grow(t.Below, wide)
	s.row = 3
	for i, title := range t.Header {
		s.text("header", i+1, 3, title)
		column, err := excelize.ColumnNumberToName(i + 1)
		s.note(err)
		s.note(s.file.SetColWidth(s.name, column, column, t.Widths[i]))
		s.grow(title, t.Widths[i]*0.95) // its letters are bold
	}
	for n, cells := range t.Rows {
		s.row++
		figure, name := "figure", "name"
		if n >= len(t.Rows)-t.Totals {
			figure, name = "total", "total"
		}
		column := 1
		for _, cell := range cells {
			switch v := cell.(type) {
			case int:
				s.number(figure, column, s.row, v)
			case Partial:
				s.number("total-part", column, s.row, int(v))
			case Instead:
				s.text(figure, column, s.row, string(v))
			case Missing:
				s.span("missing", column, s.row, len(t.Header)-1, s.row, string(v))
				column = len(t.Header) - 1
			default:
				s.text(name, column, s.row, fmt.Sprint(v))
				s.grow(fmt.Sprint(v), t.Widths[column-1])
			}
			column++
		}
	}
	s.tall()
	if len(t.Rows) == 0 {
		s.span("name", 1, 4, len(t.Header), 4, d.word("book/none"))
	}
	s.note(s.file.SetRowHeight(s.name, 1, titleHigh*math.Ceil(float64(wideness(t.Title))/50*titleLetter/wide)))
	s.note(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 3, TopLeftCell: "B4", ActivePane: "bottomRight"}))
	s.printed(3)
	book.err = s.err
}

// page is another sheet of the same workbook.
func (s *sheet) page(name string) *sheet {
	_, err := s.file.NewSheet(name)
	p := &sheet{Day: s.Day, file: s.file, name: name, columns: s.columns, styles: s.styles, err: s.err}
	p.note(err)
	return p
}
