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
	err    error
}

func newList(f *excelize.File, name string, keep int, titles []string) (*list, error) {
	a4, landscape, one, many, fit := 9, "landscape", 1, 0, true
	if err := errors.Join(f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}),
		f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})); err != nil {
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
	l := &list{writer: w, name: fmt.Sprintf("list%d", index+1), width: len(titles)}
	l.err = errors.Join(err, w.SetColWidth(1, len(titles), 12),
		w.SetPanes(&excelize.Panes{Freeze: true, XSplit: keep, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}))
	cells := make([]any, len(titles))
	for i, title := range titles {
		cells[i] = excelize.Cell{StyleID: header, Value: title}
	}
	l.row(cells...)
	return l, nil
}

// row writes one row. Text is text, whatever it begins with.
func (l *list) row(cells ...any) {
	l.rows++
	at, err := excelize.CoordinatesToCellName(1, l.rows)
	l.err = errors.Join(l.err, err, l.writer.SetRow(at, cells))
}

// end makes a table of the rows, which is what a filter stands on, and closes the sheet.
func (l *list) end() error {
	corner, err := excelize.CoordinatesToCellName(l.width, max(l.rows, 2))
	shaded := true
	return errors.Join(l.err, err, l.writer.AddTable(&excelize.Table{Range: "A1:" + corner, Name: l.name, StyleName: "TableStyleLight9", ShowRowStripes: &shaded}), l.writer.Flush())
}
