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
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

// FileName is what the office calls it: 疫情防控日报汇总（2020-01-01至2020-12-31）.xlsx.
func (p Period) FileName() string {
	return worded(p.Language, "book/file-period", "from", p.From, "to", p.To) + ".xlsx"
}

func (p Period) in(zh, en string) string { return Day{Language: p.Language}.in(zh, en) }

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
	days, units := p.in("每日合计", "Days"), p.in("各单位每日", "Units")
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

// totals is a row a day.
func (p Period) totals(f *excelize.File, name string, columns []column) error {
	list, err := newList(f, name, 1, append([]string{p.in("日期", "Date"), p.in("应报", "Owed"), p.in("已报", "Filed"), p.in("按时", "On time"), p.in("逾时", "Overdue"), p.in("迟报", "Late"), p.in("补报", "Made up"), p.in("未报", "Missing")}, names(columns)...))
	if err != nil {
		return err
	}
	for _, t := range p.Days {
		if len(t.Lines) == 0 {
			list.row(string(t.Round.Date), p.in("无记录", "nothing kept"))
			continue
		}
		cells := []any{string(t.Round.Date), len(t.Lines), t.Filed(), t.OnTime, t.Overdue, t.Late, t.Makeup, t.Missing + t.Awaiting}
		for _, c := range columns {
			sum, told := 0, false
			for _, line := range t.Lines {
				if n, said := line.Standing.Figures.Given(c.item.Key, c.key); said && line.State == workgroup.Filed {
					sum, told = sum+n, true
				}
			}
			cells = append(cells, figure(sum, told, ""))
		}
		list.row(cells...)
	}
	return list.end()
}

// lines is a row a unit and day.
func (p Period) lines(f *excelize.File, name string, columns []column) error {
	list, err := newList(f, name, 2, append([]string{p.in("日期", "Date"), p.in("单位", "Unit"), p.in("类别", "Kind"), p.in("报送情况", "Filing"), p.in("报送时间", "Filed"), p.in("备注", "Remarks")}, names(columns)...))
	if err != nil {
		return err
	}
	for _, t := range p.Days {
		d := p.day(t)
		form := p.College.FormOn(t.Round.Date)
		for _, line := range t.Lines {
			cells := []any{string(t.Round.Date), d.in(line.Unit.Name, english(line.Unit)), d.kind(line.Unit.Kind)}
			switch line.State {
			case workgroup.Awaiting:
				list.row(append(cells, d.in("待确认", "to be confirmed"))...)
				continue
			case workgroup.Missing:
				list.row(append(cells, d.in("未报", "not filed"))...)
				continue
			}
			is := line.Standing
			cells = append(cells, cmp.Or(strings.TrimSpace(d.mark(is.Mark)), d.in("按时", "on time")), is.Filed.In(p.College.Zone).Format("01-02 15:04"), strings.Join(d.remarks(is), d.in("；", "; ")))
			for _, c := range columns {
				n, said := is.Figures.Given(c.item.Key, c.key)
				without := ""
				if form.Asks(line.Unit.Kind, c.key) {
					without = d.in("未填", "not told")
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
