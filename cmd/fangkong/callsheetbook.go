package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// The columns of the two sheets that hold a telephone number, counted from 1.
const (
	ladderPhone = 6
	unitsPhone  = 5
)

// workbook is the sheet as an .xlsx of two sheets: the ladder, and the units. Each has its header in the second row, frozen,
// and repeated on every printed page.
func (r sheetRenderer) workbook(s workgroup.CallSheet) ([]byte, error) {
	f := excelize.NewFile()
	made := s.At.UTC().Format(time.RFC3339)
	ladder, units := r.in("呼叫梯次", "Ladder"), r.in("各单位", "Units")
	_, unitsErr := f.NewSheet(units)
	err := errors.Join(unitsErr, f.SetSheetName(f.GetSheetName(0), ladder),
		f.SetDocProps(&excelize.DocProperties{Title: r.title(s), Creator: "fangkong", LastModifiedBy: "fangkong", Created: made, Modified: made}))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	title := fmt.Sprintf(r.in("%s　%s　值班电话 %s", "%s, %s, duty phone %s"), r.title(s), s.At.Format("2006-01-02 15:04"), r.phones(s))

	var wide []string // rows that go over all columns
	var rows [][]string
	for _, k := range s.Cases {
		wide = append(wide, r.caseLine(s, k)+r.in("　", "; ")+r.missing(k))
	}
	for i, rung := range s.Rungs {
		at := []string{fmt.Sprint(i + 1), r.after(rung), r.roles(rung) + r.until(rung)}
		for _, p := range rung.People {
			rows = append(rows, append(slices.Clone(at), p.Name, p.Title, r.phone(p), r.private(p), r.boxes(), ""))
		}
		if len(rung.People) == 0 {
			rows = append(rows, append(at, r.nobody(), "", "", "", "", ""))
		}
	}
	header := []string{r.in("梯次", "Rung"), r.in("时限", "After"), r.in("呼叫", "Called as"), r.in("姓名", "Name"), r.in("职务", "Title"), r.in("电话", "Phone"), r.in("助手私聊", "Bot"),
		r.in("结果", "Outcome"), r.in("时间", "Time")}
	err = errors.Join(err, leaf(f, ladder, title, header, wide, rows, ladderPhone, []float64{6, 9, 18, 10, 18, 17, 10, 22, 9}))

	rows = nil
	for _, u := range s.Units {
		for _, p := range u.People {
			rows = append(rows, []string{r.unit(u), r.role(p.Role), p.Name, p.Title, r.phone(p), r.private(p), ""})
		}
		if len(u.People) == 0 {
			rows = append(rows, []string{r.unit(u), "", r.nobody(), "", "", "", ""})
		}
	}
	header = []string{r.in("单位", "Unit"), r.in("职责", "Duty"), r.in("姓名", "Name"), r.in("职务", "Title"), r.in("电话", "Phone"), r.in("助手私聊", "Bot"), r.in("记录", "Notes")}
	err = errors.Join(err, leaf(f, units, title, header, nil, rows, unitsPhone, []float64{24, 10, 10, 18, 17, 10, 16}))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	raw, err := f.WriteToBuffer()
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	return raw.Bytes(), nil
}

// leaf fills one sheet: a title, the header, rows over all columns, and rows of cells, every cell as text.
func leaf(f *excelize.File, sheet, title string, header, wide []string, rows [][]string, phone int, widths []float64) error {
	thin := []excelize.Border{{Type: "left", Style: 1, Color: "000000"}, {Type: "right", Style: 1, Color: "000000"}, {Type: "top", Style: 1, Color: "000000"}, {Type: "bottom", Style: 1, Color: "000000"}}
	middle := &excelize.Alignment{Vertical: "center", WrapText: true}
	styles := map[string]*excelize.Style{
		"title":  {Font: &excelize.Font{Bold: true, Size: 14}, Alignment: middle},
		"header": {Font: &excelize.Font{Bold: true}, Alignment: middle, Border: thin, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E0E0E0"}}},
		"wide":   {Font: &excelize.Font{Bold: true}, Alignment: middle, Border: thin},
		"cell":   {Alignment: middle, Border: thin},
		"phone":  {Alignment: middle, Border: thin, NumFmt: 49}, // text: a number that begins with 0 keeps it
	}
	ids := map[string]int{}
	var err error
	for name, style := range styles {
		id, bad := f.NewStyle(style)
		ids[name], err = id, errors.Join(err, bad)
	}
	row := 0
	put := func(style string, cells ...string) {
		row++
		for i, cell := range cells {
			at, bad := excelize.CoordinatesToCellName(i+1, row)
			is := style
			if style == "cell" && i+1 == phone {
				is = "phone"
			}
			err = errors.Join(err, bad, f.SetCellStr(sheet, at, cell), f.SetCellStyle(sheet, at, at, ids[is]))
		}
	}
	across := func(style, words string) {
		put(style, append([]string{words}, make([]string, len(header)-1)...)...)
		from, bad := excelize.CoordinatesToCellName(1, row)
		to, worse := excelize.CoordinatesToCellName(len(header), row)
		err = errors.Join(err, bad, worse, f.MergeCell(sheet, from, to))
	}
	across("title", title)
	put("header", header...)
	for _, words := range wide {
		across("wide", words)
	}
	for _, cells := range rows {
		put("cell", cells...)
	}
	for i, w := range widths {
		name, bad := excelize.ColumnNumberToName(i + 1)
		err = errors.Join(err, bad, f.SetColWidth(sheet, name, name, w))
	}
	a4, portrait, one, many, fit := 9, "portrait", 1, 0, true
	return errors.Join(err,
		f.SetRowHeight(sheet, 1, 36),
		f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$2", Scope: sheet}),
		f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &portrait, FitToWidth: &one, FitToHeight: &many}),
		f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}))
}
