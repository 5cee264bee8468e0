package paper

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

var at = time.Date(2020, 1, 31, 15, 5, 0, 0, zone)

func open(t *testing.T, d Day) (*excelize.File, [][]string) {
	t.Helper()
	raw, err := d.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return f, rows
}

func row(t *testing.T, rows [][]string, begins string) (int, []string) {
	t.Helper()
	i := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == begins })
	if i < 0 {
		t.Fatalf("no row %q in %v", begins, rows)
	}
	return i + 1, rows[i]
}

func TestTheWorkbookOfADay(t *testing.T) {
	c, tallies := days(t, 2)
	d := Day{College: c, Tally: tallies[1], Language: workgroup.Chinese, At: at}
	if got := d.FileName(); got != "疫情防控日报汇总表（2020年1月31日，截至15时05分）.xlsx" {
		t.Errorf("called %s", got)
	}
	f, rows := open(t, d)
	sheet := f.GetSheetName(0)
	if got := rows[0][0]; got != "鹤壁职业技术学院疫情防控信息日报汇总表" {
		t.Errorf("titled %q", got)
	}
	if got := rows[1][0]; !strings.Contains(got, "填报单位：防控办") || !strings.Contains(got, "2020年1月31日15:05") || !strings.Contains(got, "已报 4/5") {
		t.Errorf("below: %q", got)
	}
	at := slices.Index(rows[2], "居家隔离")
	if at < 0 || !slices.Equal(rows[3][at:at+3], []string{"新增", "解除", "现有"}) {
		t.Fatalf("header: %v\n%v", rows[2], rows[3])
	}
	if _, r := row(t, rows, "软件学院"); !slices.Equal(r[at:at+3], []string{"1", "0", "4"}) {
		t.Errorf("软件学院: %v", r)
	}
	fever := slices.Index(rows[2], "发热")
	if _, r := row(t, rows, "软件学院"); r[fever] != "未填" || r[fever+1] != "1" {
		t.Errorf("what is not told: %v", r)
	}
	// Nor is it in a sum: of how many units each is, stands below the total.
	for begins, marked := range map[string]bool{"二级学院小计": true, "处室小计": false, "合计": true} {
		n, _ := row(t, rows, begins)
		cell, _ := excelize.CoordinatesToCellName(fever+1, n)
		id, _ := f.GetCellStyle(sheet, cell)
		if style, err := f.GetStyle(id); err != nil || (style.CustomNumFmt != nil && *style.CustomNumFmt == incomplete) != marked {
			t.Errorf("%s of what somebody left out: %+v %v", begins, style, err)
		}
	}
	if _, r := row(t, rows, "已填/应填单位"); r[fever] != "3/5" {
		t.Errorf("coverage: %v", r)
	}
	if _, r := row(t, rows, "已填/应填单位"); r[fever+1] != "4/5" || r[len(r)-1] != "带*的合计缺已报单位的数（未填或未分类），不作0" {
		t.Errorf("coverage: %v", r)
	}
	// A unit that has not filed is no zero, and its cells are one.
	if n, r := row(t, rows, "计划财务处"); r[1] != "未报" || strings.Contains(strings.Join(r[1:], ""), "0") {
		t.Errorf("row %d: %v", n, r)
	}
	if _, r := row(t, rows, "后勤集团"); !strings.Contains(strings.Join(r, "|"), "15:02 迟报") {
		t.Errorf("late: %v", r)
	}
	total, r := row(t, rows, "合计")
	if r[at+2] != "4" || r[len(r)-1] != "已报 4/5" {
		t.Errorf("total: %v", r)
	}
	// The sums are formulas, whose values a program that computes finds to be those that stand there.
	for _, begins := range []string{"二级学院小计", "处室小计", "后勤小计", "合计"} {
		n, r := row(t, rows, begins)
		for i := 1; i < len(r)-2; i++ {
			cell, _ := excelize.CoordinatesToCellName(i+1, n)
			formula, err := f.GetCellFormula(sheet, cell)
			if err != nil || formula == "" {
				t.Fatalf("%s is no formula: %v", cell, err)
			}
			value, err := f.CalcCellValue(sheet, cell)
			if err != nil || value != r[i] {
				t.Errorf("%s = %s is %s, kept as %q: %v", cell, formula, value, r[i], err)
			}
		}
	}
	if n, _ := row(t, rows, "合计"); n != total {
		t.Error("two totals")
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != header {
		t.Errorf("panes: %+v %v", panes, err)
	}
}

// Whatever people call a unit, or give as a reason, is text.
func TestNothingThatPeopleWroteIsComputed(t *testing.T) {
	c, tallies := days(t, 1)
	for _, lang := range []workgroup.Language{workgroup.Chinese, workgroup.English} {
		f, rows := open(t, Day{College: c, Tally: tallies[0], Language: lang, At: at})
		for y, r := range rows {
			for x, words := range r {
				cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
				formula, _ := f.GetCellFormula(f.GetSheetName(0), cell)
				if strings.ContainsAny(words, "=@") && formula != "" {
					t.Errorf("%s computes %q", cell, formula)
				}
			}
		}
	}
}

func TestTheWorkbookInEnglish(t *testing.T) {
	c, tallies := days(t, 1)
	_, rows := open(t, Day{College: c, Tally: tallies[0], Language: workgroup.English, At: at})
	row(t, rows, "School of Software")
	row(t, rows, "Total")
	for _, r := range rows[1:] {
		if words := strings.Join(r, " "); strings.ContainsFunc(words, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 }) {
			t.Errorf("not English: %s", words)
		}
	}
}

func TestTheSameDayIsTheSameFile(t *testing.T) {
	c, tallies := days(t, 1)
	d := Day{College: c, Tally: tallies[0], At: at}
	one, err := d.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	two, err := d.Workbook()
	if err != nil || !bytes.Equal(one, two) {
		t.Errorf("%d and %d bytes differ, %v", len(one), len(two), err)
	}
}

// BenchmarkWorkbook makes the workbook of a day of 33 units.
func BenchmarkWorkbook(b *testing.B) {
	d := Day{At: at}
	d.College, d.Tally = large(b)
	for b.Loop() {
		if _, err := d.Workbook(); err != nil {
			b.Fatal(err)
		}
	}
}

// Where none of some units has filed there is no sum of theirs: 未报 stands there, and the total adds up the others.
func TestASumOfUnitsThatHaveNotFiledIsNoZero(t *testing.T) {
	c, tallies := days(t, 1)
	tally := tallies[0]
	silent := func(kind workgroup.UnitKind) {
		tally.Lines = slices.Clone(tally.Lines)
		for i, line := range tally.Lines {
			if kind == "" || line.Unit.Kind == kind {
				tally.Lines[i] = workgroup.UnitLine{Unit: line.Unit, State: workgroup.Missing}
			}
		}
	}
	for _, kind := range []workgroup.UnitKind{workgroup.OfficeUnit, ""} {
		silent(kind)
		f, rows := open(t, Day{College: c, Tally: tally, Language: workgroup.Chinese, At: at})
		empty := []string{"处室小计"}
		if kind == "" {
			empty = []string{"二级学院小计", "后勤小计", "合计"}
		}
		for _, begins := range empty {
			if n, r := row(t, rows, begins); r[1] != "未报" || strings.Join(r[2:len(r)-2], "") != "" || !strings.HasPrefix(r[len(r)-1], "已报 0/") {
				t.Errorf("row %d, %s: %v", n, begins, r)
			}
		}
		if kind == "" {
			break
		}
		n, r := row(t, rows, "合计")
		for i := 1; i < len(r)-2; i++ {
			cell, _ := excelize.CoordinatesToCellName(i+1, n)
			if value, err := f.CalcCellValue(f.GetSheetName(0), cell); err != nil || value != r[i] || value == "未报" {
				t.Errorf("%s is %s, kept as %q: %v", cell, value, r[i], err)
			}
		}
	}
}

// What goes to the authorities says nothing of who was late, why, how often they corrected themselves, or of what the office still doubts.
func TestTheAnnexKeepsTheHousesOwnMarks(t *testing.T) {
	c, tallies := days(t, 2)
	tallies[1].Lines[0].Standing.Doubts, tallies[1].Lines[0].Standing.Revision = make([]workgroup.Doubt, 2), 3
	for _, outward := range []bool{false, true} {
		_, rows := open(t, Day{College: c, Tally: tallies[1], Language: workgroup.Chinese, At: at, Outward: outward})
		all := ""
		for _, r := range rows {
			all += strings.Join(r, "|") + "\n"
		}
		for _, mark := range []string{"迟报", "存疑2项", "第3版", "HYPERLINK"} {
			if strings.Contains(all, mark) == outward {
				t.Errorf("outward %v: %q in\n%s", outward, mark, all)
			}
		}
		if !strings.Contains(all, "未报") || !strings.Contains(all, "15:02") {
			t.Errorf("outward %v: who is missing, or when it came, is not there:\n%s", outward, all)
		}
	}
}
