package paper

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

func (p Period) open(t *testing.T) (of func(sheet string) [][]string, f *excelize.File) {
	t.Helper()
	raw, err := p.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	f, err = excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return func(sheet string) [][]string {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}, f
}

// Three days, one of which nothing is kept of: what each comes to, who was late and who never filed.
func TestTheWorkbookOfAPeriod(t *testing.T) {
	c, tallies := days(t, 2)
	p := Period{College: c, From: "2020-01-29", To: "2020-01-31", Language: workgroup.Chinese, At: at,
		Days: slices.Concat([]workgroup.Tally{{Round: workgroup.Round{Date: "2020-01-29"}}}, tallies)}
	if got := p.FileName(); got != "疫情防控日报汇总（2020-01-29至2020-01-31）.xlsx" {
		t.Errorf("called %s", got)
	}
	rows, f := p.open(t)
	totals := rows("每日合计")
	now := slices.Index(totals[0], "居家隔离 现有")
	if now < 0 || len(totals) != 4 {
		t.Fatalf("%d rows, header %v", len(totals), totals[0])
	}
	if got := totals[1]; got[0] != "2020-01-29" || got[1] != "无记录" {
		t.Errorf("a day of which nothing is kept: %v", got)
	}
	if got := totals[3]; !slices.Equal(got[:8], []string{"2020-01-31", "5", "4", "3", "0", "1", "0", "1"}) || got[now] != "4" {
		t.Errorf("the last day: %v", got)
	}
	// A figure that somebody left out is no part of a sum, which says so.
	fever := slices.Index(totals[0], "发热 新增")
	cell, _ := excelize.CoordinatesToCellName(fever+1, 4)
	id, _ := f.GetCellStyle("每日合计", cell)
	if style, err := f.GetStyle(id); err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != incomplete || totals[3][len(totals[0])-1] != "带*的合计缺已报单位的数（未填或未分类），不作0" {
		t.Errorf("%s: %+v %v, %v", cell, style, err, totals[3])
	}
	// Printed it fits the page, and what people wrote is not cut off by the next column.
	for sheet, want := range map[string]map[string]float64{"每日合计": {"A": 12, "B": listedWide, "I": listedWide}, "各单位每日": {"B": unitWide, "F": 26, "G": listedWide}} {
		for column, width := range want {
			if got, err := f.GetColWidth(sheet, column); err != nil || got != width {
				t.Errorf("%s of %s is %v wide: %v", column, sheet, got, err)
			}
		}
	}
	lines := rows("各单位每日")
	if len(lines) != 1+2*5 {
		t.Fatalf("%d rows", len(lines))
	}
	at := slices.Index(lines[0], "居家隔离 新增")
	for _, want := range [][]string{
		{"2020-01-31", "软件学院", "二级学院", "按时", "01-31 14:00", ""},
		{"2020-01-31", "计划财务处", "处室", "未报"},
		{"2020-01-31", "=1+1", "处室", "按时", "01-31 14:15", "零报告"},
		{"2020-01-31", "后勤集团", "后勤", "迟报", "01-31 15:02", `零报告；=HYPERLINK("http://x")`},
	} {
		i := slices.IndexFunc(lines, func(r []string) bool { return r[0] == want[0] && r[1] == want[1] })
		if i < 0 || !slices.Equal(lines[i][:len(want)], want) {
			t.Fatalf("want %q in\n%q", want, lines)
		}
		if want[1] == "软件学院" && lines[i][at] != "1" {
			t.Errorf("new at home: %q", lines[i])
		}
		for j := range want {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, err := f.GetCellFormula("各单位每日", cell); formula != "" || err != nil {
				t.Errorf("%s computes %q: %v", cell, formula, err)
			}
		}
	}
	for _, sheet := range f.GetSheetList() {
		if tables, err := f.GetTables(sheet); err != nil || len(tables) != 1 {
			t.Errorf("%s cannot be filtered: %v %v", sheet, tables, err)
		}
	}
}

// A form that asks for something else from a date on: what either asked has a column, and neither is taken for the other's zero.
func TestThePeriodOfTwoForms(t *testing.T) {
	c, tallies := days(t, 2)
	newer := c.Forms[0]
	newer.Version, newer.From = 2, "2020-01-31"
	newer.Items = slices.DeleteFunc(slices.Clone(newer.Items), func(i workgroup.Item) bool { return strings.HasPrefix(string(i.Key), "fever") })
	c.Forms = append(c.Forms, newer)
	for _, line := range tallies[1].Lines {
		maps.DeleteFunc(line.Standing.Figures, func(k workgroup.Key, _ workgroup.Count) bool { return strings.HasPrefix(string(k), "fever") })
	}
	rows, _ := Period{College: c, From: "2020-01-30", To: "2020-01-31", Days: tallies, Language: workgroup.English, At: at}.open(t)
	lines := rows("Units")
	fever := slices.IndexFunc(lines[0], func(title string) bool {
		return strings.HasPrefix(strings.ToLower(title), "fever") && strings.HasSuffix(title, "now")
	})
	if fever < 0 || slices.Index(lines[0], "Date") != 0 {
		t.Fatalf("header %q", lines[0])
	}
	for _, row := range lines[1:] {
		if row[1] != "School of Software" {
			continue
		}
		if before := row[0] == "2020-01-30"; before != (len(row) > fever && row[fever] == "1") {
			t.Errorf("fever on %s: %q", row[0], row)
		}
	}
}

func BenchmarkPeriod(b *testing.B) {
	p := Period{From: "2020-01-01", To: "2020-12-31", At: at}
	c, tally := large(b)
	p.College = c
	for i := range 366 {
		day := tally
		day.Round.Date = workgroup.Date("2020-01-01").Add(i)
		p.Days = append(p.Days, day)
	}
	for b.Loop() {
		if _, err := p.Workbook(); err != nil {
			b.Fatal(err)
		}
	}
}
