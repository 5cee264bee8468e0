package paper

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// list is a sheet of rows below one header, written row by row: it can be filtered, and the header and its first columns stay in sight.
type list struct {
	writer *excelize.StreamWriter
	name   string // of its table
	width  int
	rows   int
	words  int // the style of words that may take several lines
	lines  int // how many the row takes that is written next
	err    error
}

// newList begins one whose columns of figures are so wide, and its first ones otherwise.
func newList(f *excelize.File, name string, keep int, titles []string, figure float64, widths ...float64) (*list, error) {
	a4, landscape, one, many, fit := 9, "landscape", 1, 0, true
	narrow := 0.4 // inches
	if err := errors.Join(f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}),
		f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}),
		f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}),
		f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})); err != nil {
		return nil, err
	}
	words, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	if err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	header, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Family: "宋体", Size: 11}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	if err != nil {
		return nil, err
	}
	corner, err := excelize.CoordinatesToCellName(keep+1, 2)
	if err != nil {
		return nil, err
	}
	index, err := f.GetSheetIndex(name)
	l := &list{writer: w, name: fmt.Sprintf("list%d", index+1), width: len(titles), words: words}
	l.err = errors.Join(err, w.SetColWidth(1, len(titles), figure))
	for i, wide := range widths {
		l.err = errors.Join(l.err, w.SetColWidth(i+1, i+1, wide))
	}
	l.err = errors.Join(l.err,
		w.SetPanes(&excelize.Panes{Freeze: true, XSplit: keep, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}))
	cells := make([]any, len(titles))
	for i, title := range titles {
		cells[i] = excelize.Cell{StyleID: header, Value: title}
	}
	l.lines = headLines
	l.row(cells...)
	return l, nil
}

// How wide the column of a figure is, in Chinese and in English, and how high a line: what it is called stands above it in several.
const listedWide, listedEnglish, listedHigh = 8.5, 12.5, 15

// headLines is how many.
const headLines = 3

// wrapped is a cell of words that take as many lines as they need in a column so many letters wide; its row is as high.
func (l *list) wrapped(words string, wide float64) excelize.Cell {
	l.lines = max(l.lines, linesOf(words, wide))
	return excelize.Cell{StyleID: l.words, Value: words}
}

// row writes one row. Text is text, whatever it begins with.
func (l *list) row(cells ...any) {
	l.rows++
	at, err := excelize.CoordinatesToCellName(1, l.rows)
	l.err = errors.Join(l.err, err, l.writer.SetRow(at, cells, excelize.RowOpts{Height: min(highest, listedHigh*float64(max(1, l.lines)))}))
	l.lines = 0
}

// end makes a table of the rows, which is what a filter stands on, and closes the sheet.
func (l *list) end() error {
	corner, err := excelize.CoordinatesToCellName(l.width, max(l.rows, 2))
	shaded := true
	return errors.Join(l.err, err, l.writer.AddTable(&excelize.Table{Range: "A1:" + corner, Name: l.name, StyleName: "TableStyleLight9", ShowRowStripes: &shaded}), l.writer.Flush())
}
