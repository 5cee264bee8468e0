package paper

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// Period is the daily reports of some days, for the office's own files: a year of them as easily as a week.
type Period struct {
	College  workgroup.College
	From, To workgroup.Date
	Days     []workgroup.Tally // oldest first; one without lines is a day of which nothing is kept
	Cases    map[workgroup.Date][]workgroup.Case
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

// FileName is what the office calls it: 疫情防控日报汇总（2020-01-01至2020-12-31）.xlsx.
func (p Period) FileName() string {
	return worded(p.Language, "book/file-period", "from", p.From, "to", p.To) + ".xlsx"
}

func (p Period) word(name string, pairs ...any) string { return worded(p.Language, name, pairs...) }

func (p Period) day(t workgroup.Tally) Day {
	return Day{College: p.College, Tally: t, Language: p.Language, At: p.At}
}

// columns are the figures that any of the forms in force asked for, as the newest of them has them; what it no longer asks
// for stands behind.
func (p Period) columns() (out []column) {
	for _, t := range slices.Backward(p.Days) {
		for _, c := range p.day(t).columns() {
			if !slices.ContainsFunc(out, func(o column) bool { return o.key == c.key && o.item.Key == c.item.Key }) {
				label := p.day(t).label(c.item)
				if len(c.item.Details) > 0 {
					label += " " + c.name
				}
				c.name = label
				out = append(out, c)
			}
		}
	}
	return out
}

// Workbook is the period as an .xlsx of two sheets: a row for each day, with its totals and how many units they are of, and a
// row for each unit of each day. Both can be filtered. Rows are written as they are made, so that a year takes little more memory
// than a day. Whatever people wrote is text and is never computed.
func (p Period) Workbook() (raw []byte, err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	made := p.At.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "fangkong", LastModifiedBy: "fangkong", Created: made, Modified: made}); err != nil {
		return nil, err
	}
	days, units := p.word("book/days"), p.word("book/units")
	if err := f.SetSheetName(f.GetSheetName(0), days); err != nil {
		return nil, err
	}
	if _, err := f.NewSheet(units); err != nil {
		return nil, err
	}
	columns := p.columns()
	if err := errors.Join(p.totals(f, days, columns), p.lines(f, units, columns)); err != nil {
		return nil, fmt.Errorf("workbook from %s to %s: %w", p.From, p.To, err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// remarksWide is how wide the remarks behind a day's sums are; those of a unit have half of it.
const remarksWide = 52

// figureWide is how wide the column of a figure is.
func (p Period) figureWide() float64 {
	if p.Language == workgroup.English {
		return listedEnglish
	}
	return listedWide
}

// totals is a row a day; a sum that not all who have filed have told their part of bears a mark, and cases that no sum holds are
// named behind it.
func (p Period) totals(f *excelize.File, name string, columns []column) error {
	list, err := newList(f, name, 1, slices.Concat(strings.Split(p.word("book/days-header"), "|"), names(columns), []string{p.word("book/remarks")}), p.figureWide(), append(append([]float64{12}, slices.Repeat([]float64{p.figureWide()}, 7+len(columns))...), remarksWide)...)
	if err != nil {
		return err
	}
	marked, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr(incomplete)})
	if err != nil {
		return err
	}
	for _, t := range p.Days {
		if len(t.Lines) == 0 {
			list.row(string(t.Round.Date), p.word("book/no-record"))
			continue
		}
		cells := []any{string(t.Round.Date), len(t.Lines), t.Filed(), t.OnTime, t.Overdue, t.Late, t.Makeup, t.Missing + t.Awaiting}
		form, part := p.College.FormOn(t.Round.Date), false
		for _, c := range columns {
			of := adds(form, t.Lines, c, c.given)
			cell := figure(of.sum, of.told > 0, "")
			if of.told > 0 && of.told < of.filed {
				cell, part = excelize.Cell{StyleID: marked, Value: of.sum}, true
			}
			cells = append(cells, cell)
		}
		var remarks []string
		if part {
			remarks = append(remarks, p.word("book/told-remark"))
		}
		remarks = append(remarks, p.day(t).besides(p.Cases[t.Round.Date])...)
		list.row(append(cells, list.wrapped(strings.Join(remarks, p.day(t).in("；", "; ")), remarksWide))...)
	}
	return list.end()
}

// lines is a row a unit and day.
func (p Period) lines(f *excelize.File, name string, columns []column) error {
	named := (&sheet{Day: p.day(workgroup.Tally{})}).choose(unitWide, englishWide)
	list, err := newList(f, name, 2, append(strings.Split(p.word("book/units-header"), "|"), names(columns)...), p.figureWide(), 12, named, 11, 10, 12, remarksWide/2)
	if err != nil {
		return err
	}
	for _, t := range p.Days {
		d := p.day(t)
		form := p.College.FormOn(t.Round.Date)
		for _, line := range t.Lines {
			cells := []any{string(t.Round.Date), list.wrapped(d.in(line.Unit.Name, english(line.Unit)), named), d.kind(line.Unit.Kind)}
			switch line.State {
			case workgroup.Awaiting:
				list.row(append(cells, d.word("state/awaiting"))...)
				continue
			case workgroup.Missing:
				list.row(append(cells, d.word("book/missing"))...)
				continue
			}
			is := line.Standing
			cells = append(cells, cmp.Or(strings.TrimSpace(d.mark(is.Mark)), d.word("book/on-time")), is.Filed.In(p.College.Zone).Format("01-02 15:04"), list.wrapped(strings.Join(d.remarks(is), d.in("；", "; ")), remarksWide/2))
			for _, c := range columns {
				n, said := is.Figures.Given(c.item.Key, c.key)
				without := ""
				if form.Asks(line.Unit.Kind, c.key) {
					without = d.word("book/not-told")
				}
				cells = append(cells, figure(n, said, without))
			}
			list.row(cells...)
		}
	}
	return list.end()
}

func names(columns []column) (out []string) {
	for _, c := range columns {
		out = append(out, c.name)
	}
	return out
}

// figure is a cell: the number where it was told, else words in its place, or nothing.
func figure(n int, told bool, without string) any {
	switch {
	case told:
		return n
	case without == "":
		return nil
	}
	return without
}
