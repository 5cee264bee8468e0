package paper

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// Day is what the workbook of a date is made of.
type Day struct {
	College  workgroup.College
	Tally    workgroup.Tally
	Language workgroup.Language
	At       time.Time        // as of when, in the college's zone
	Tables   []Table          // ledgers that stand behind the figures
	Cases    []workgroup.Case // of the date: those that the figures do not hold are named below them
	Outward  bool             // it goes to the authorities: who was late, why, what was corrected or moved since, and what is doubted is the college's own affair
}

// FileName is what the office calls the workbook: 疫情防控日报汇总表（2020年1月31日，截至15时05分）.xlsx.
func (d Day) FileName() string {
	return d.word("book/file-day", "moment", moment(d.Language, d.Tally.Round.Date, d.At)) + ".xlsx"
}

func (d Day) in(zh, en string) string {
	if d.Language == workgroup.English {
		return en
	}
	return zh
}

func (d Day) date() string {
	at, err := time.Parse(time.DateOnly, string(d.Tally.Round.Date))
	if err != nil || d.Language == workgroup.English {
		return string(d.Tally.Round.Date)
	}
	return at.Format("2006年1月2日")
}

// column is a figure of the form.
type column struct {
	item workgroup.Item
	key  workgroup.Key
	name string
}

// columns are the figures of the form as the table has them: what is new and released before what there is.
func (d Day) columns() (out []column) {
	for _, item := range d.College.FormOn(d.Tally.Round.Date).Items {
		base, _, _ := item.Key.Parts()
		var own, part []column
		for _, k := range append(slices.Clone(item.Details), item.Key) {
			of, measure, _ := k.Parts()
			if of != base {
				label := workgroup.Labels[of]
				part = append(part, column{item, k, d.in(label.Name, label.English)})
				continue
			}
			own = append(own, column{item, k, d.measure(measure)})
		}
		slices.SortStableFunc(own, func(a, b column) int { return order(a.key) - order(b.key) })
		out = append(append(out, own...), part...)
	}
	return out
}

func order(k workgroup.Key) int {
	_, m, _ := k.Parts()
	return slices.Index([]workgroup.Measure{workgroup.New, workgroup.Released, workgroup.Plain, workgroup.Now, workgroup.Total, workgroup.ReleasedTotal}, m)
}

func (d Day) measure(m workgroup.Measure) string {
	switch m {
	case workgroup.New:
		return d.word("measure/new")
	case workgroup.Released:
		return d.word("measure/released")
	case workgroup.Total:
		return d.word("measure/total")
	case workgroup.ReleasedTotal:
		return d.word("measure/released_total")
	}
	return d.word("measure/now")
}

func (d Day) label(item workgroup.Item) string {
	label := d.College.FormOn(d.Tally.Round.Date).LabelOf(item.Key)
	return d.in(label.Name, label.English)
}

func (d Day) kind(k workgroup.UnitKind) string {
	switch k {
	case workgroup.CollegeUnit:
		return d.word("book/kind-college")
	case workgroup.AffiliateUnit:
		return d.word("book/kind-affiliate")
	case workgroup.OfficeUnit:
		return d.word("book/kind-office")
	}
	return d.word("book/kind-service")
}

// Workbook is the day as an .xlsx: the college's table, one of each lead unit's people, and the ledgers. A header of two levels, the units by kind with a subtotal each, and the total as formulas
// with their values. A unit that has not filed stands as 未报, never as a zero; whatever people wrote is text and is
// never computed.
func (d Day) Workbook() ([]byte, error) {
	s := &sheet{Day: d, file: excelize.NewFile(), name: d.word("book/day"), columns: d.columns(), styles: map[string]int{}}
	s.write()
	s.leads()
	for _, t := range d.Tables {
		d.table(s, t)
	}
	raw, err := s.file.WriteToBuffer()
	if err := errors.Join(s.err, err, s.file.Close()); err != nil {
		return nil, fmt.Errorf("workbook of %s: %w", d.Tally.Round.Date, err)
	}
	return raw.Bytes(), nil
}
