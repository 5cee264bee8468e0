package paper

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

func (s *sheet) makeStyles() {
	line := func(kinds ...string) (out []excelize.Border) {
		for _, k := range kinds {
			out = append(out, excelize.Border{Type: k, Style: 1, Color: "000000"})
		}
		return out
	}
	box := line("left", "right", "top", "bottom")
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	start := &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true}
	styles := map[string]*excelize.Style{
		"title":    {Font: &excelize.Font{Bold: true, Size: 18}, Alignment: middle},
		"below":    {Font: &excelize.Font{Size: 12}, Alignment: start},
		"note":     {Font: &excelize.Font{Size: 10, Color: "9C5700"}, Alignment: start, Border: box, Fill: fill("FFEB9C")},
		"header":   {Font: &excelize.Font{Bold: true, Size: 10}, Alignment: middle, Border: box, Fill: fill("DDEBF7")},
		"headline": {Font: &excelize.Font{Bold: true, Size: 12}, Alignment: middle, Border: box, Fill: fill("DDEBF7")},
		"unit":     {Font: &excelize.Font{Size: 12}, Alignment: start, Border: box},
		"count":    {Font: &excelize.Font{Size: 13}, Alignment: middle, Border: box, NumFmt: 1},
		"name":     {Alignment: start, Border: box},
		"figure":   {Alignment: middle, Border: box, NumFmt: 1}, // a zero is shown as 0
		"missing":  {Font: &excelize.Font{Bold: true, Size: 12, Color: "C00000"}, Alignment: middle, Border: box, Fill: fill("FCE4E4")},
		"time":     {Alignment: middle, Border: box},
		"covered":  {Font: &excelize.Font{Size: 9}, Alignment: middle, Border: box},
		"late":     {Font: &excelize.Font{Color: "9C5700"}, Alignment: middle, Border: box, Fill: fill("FFEB9C")},
		"remark":   {Font: &excelize.Font{Size: 9}, Alignment: start, Border: box},
		"subtotal": {Font: &excelize.Font{Bold: true, Size: 12}, Alignment: middle, Border: box, Fill: fill("F2F2F2"), NumFmt: 1},
		"total":    {Font: &excelize.Font{Bold: true, Size: 12}, Alignment: middle, Border: box, Fill: fill("D9D9D9"), NumFmt: 1},
	}
	for _, name := range []string{"subtotal", "total"} { // of which somebody has left out their part
		part := *styles[name]
		part.NumFmt, part.CustomNumFmt = 0, ptr(incomplete)
		styles[name+"-part"] = &part
	}
	for _, name := range slices.Sorted(maps.Keys(styles)) { // the same day is the same file
		style := styles[name]
		if style.Font == nil {
			style.Font = &excelize.Font{Size: 11}
		}
		style.Font.Family = "宋体"
		id, err := s.file.NewStyle(style)
		s.styles[name] = id
		s.note(err)
	}
}

func (s *sheet) at(column, row int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	s.note(err)
	return cell
}

// text writes words as text, whatever they begin with.
func (s *sheet) text(style string, column, row int, words string) {
	at := s.at(column, row)
	s.note(s.file.SetCellStr(s.name, at, words))
	s.note(s.file.SetCellStyle(s.name, at, at, s.styles[style]))
}

func (s *sheet) number(style string, column, row, n int) {
	at := s.at(column, row)
	s.note(s.file.SetCellInt(s.name, at, int64(n)))
	s.note(s.file.SetCellStyle(s.name, at, at, s.styles[style]))
}

// grow makes the row that is written as high as its words are, in a column so many letters wide.
func (s *sheet) grow(words string, wide float64) {
	lines := linesOf(words, wide)
	if s.lines == nil {
		s.lines = map[int]int{}
	}
	s.lines[s.row] = max(s.lines[s.row], lines)
}

// linesOf is how many lines words take in a column so many letters wide.
func linesOf(words string, wide float64) (lines int) {
	for part := range strings.Lines(words) {
		letters := 0
		for _, r := range part {
			if letters++; r > 0x2000 {
				letters++ // a Chinese character is as wide as two
			}
		}
		lines += max(1, int(math.Ceil(float64(letters)/(wide-1))))
	}
	return lines
}

// highest is how high a row may be: Excel takes no more, and what is longer is read in the cell.
const highest = 400

// tall sets the heights of rows whose words take more than one line.
func (s *sheet) tall() {
	for _, row := range slices.Sorted(maps.Keys(s.lines)) {
		if n := s.lines[row]; n > 1 {
			s.note(s.file.SetRowHeight(s.name, row, min(highest, 4+14.5*float64(n))))
		}
	}
}

// span writes words over several cells.
func (s *sheet) span(style string, left, top, right, bottom int, words string) {
	from, to := s.at(left, top), s.at(right, bottom)
	s.note(s.file.SetCellStr(s.name, from, words))
	s.note(s.file.SetCellStyle(s.name, from, to, s.styles[style]))
	if from != to {
		s.note(s.file.MergeCell(s.name, from, to))
	}
}

// across writes words over a row of their own.
func (s *sheet) across(style, words string) {
	s.row++
	s.span(style, 1, s.row, s.last(), s.row, words)
}

// How wide the first column is, and a figure at least, in letters.
const unitWide, englishWide, figureWide = 22, 38, 5.5

// mostWide is what the column of a figure may be: a longer name takes two lines.
const mostWide = 12

// wide is how wide the column of a figure is: as its longest word, which does not break.
func (s *sheet) wide(name string) float64 {
	wide := figureWide
	for _, word := range strings.Fields(name) {
		letters := s.choose(1.2, 2.5)
		for _, r := range word {
			if letters++; r > 0x2000 {
				letters++
			}
		}
		wide = max(wide, min(letters, mostWide))
	}
	return wide
}

// choose is a measure in the language of the sheet.
func (s *sheet) choose(zh, en float64) float64 {
	if s.Language == workgroup.English {
		return en
	}
	return zh
}

// onePage is how many rows are read well on one page across.
const onePage = 48

// layOut sets widths, what stays in sight, and the page.
func (s *sheet) layOut() {
	width := func(column int, w float64) {
		name, err := excelize.ColumnNumberToName(column)
		s.note(err)
		s.note(s.file.SetColWidth(s.name, name, name, w))
	}
	width(unitColumn, s.choose(unitWide, englishWide))
	for i, c := range s.columns {
		width(firstFigure+i, s.wide(c.name))
	}
	width(s.timeAt(), s.choose(11, 15))
	width(s.last(), remarkWide)
	s.note(s.file.SetRowHeight(s.name, 1, 32))
	s.note(s.file.SetRowHeight(s.name, 2, 22))
	s.note(s.file.SetRowHeight(s.name, header-1, s.choose(36, 50)))
	s.note(s.file.SetRowHeight(s.name, header, s.choose(20, 62)))
	for row := header + 1; row < s.row; row++ {
		s.note(s.file.SetRowHeight(s.name, row, 21))
	}
	s.note(s.file.SetRowHeight(s.name, s.row, 36))
	s.tall()
	s.note(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: header, TopLeftCell: "B5", ActivePane: "bottomRight"}))
	s.printed(header)
	if s.row <= onePage {
		fit := 1
		s.note(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToHeight: &fit}))
	}
}

// printed sets the page: A4 across, one page wide, so many rows on the head of each.
func (s *sheet) printed(rows int) {
	s.note(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$%d", s.name, rows), Scope: s.name}))
	a4, landscape, one, many, fit := 9, "landscape", 1, 0, true
	s.note(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}))
	narrow, middle := 0.4, true // inches
	s.note(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow, Horizontally: &middle}))
	s.note(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.note(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}))
}
