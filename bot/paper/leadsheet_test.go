package paper

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// led is a day whose colleges feed a lead unit that has overridden one of its sums, and one unit of which is missing with a reason.
func led(t *testing.T) (workgroup.College, workgroup.Tally) {
	c, tallies := days(t, 1)
	tally := tallies[0]
	lead := workgroup.Unit{ID: "xuesheng", Name: "学生处", English: "Student Affairs", Kind: workgroup.OfficeUnit, Leads: workgroup.Students}
	for i := range tally.Lines {
		if tally.Lines[i].Unit.Kind == workgroup.CollegeUnit || tally.Lines[i].Unit.ID == "caiwu" {
			tally.Lines[i].Unit.Feeds = []workgroup.UnitID{lead.ID}
		}
	}
	f := tally.Lines[0].Standing.Figures.Clone()
	f["home_quarantine_now_student"], f["fever_now"] = 2, 3
	tally.Lines[0].Standing.Figures = f
	tally.Sheets = []workgroup.SheetLine{{Lead: lead, Filed: 2, Due: 3, Moved: true, Sheet: workgroup.Sheet{Revision: 1, Filed: at, Mark: workgroup.Late,
		Gaps:      []workgroup.SheetGap{{Unit: "caiwu", Reason: "phoned"}},
		Overrides: []workgroup.Override{{Item: "home_quarantine_now", To: 5, Reason: "=软件学院电话补报", At: at}}}}}
	return c, tally
}

func sheetOf(t *testing.T, d Day, name string) (*excelize.File, [][]string) {
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
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatalf("%s: %v in %v", name, err, f.GetSheetList())
	}
	return f, rows
}

// A lead unit's sheet holds what is known of its own people: what is not split stands in brackets and in no sum, who is missing has the
// reason, and what is stated instead has its own row.
func TestALeadUnitsSheet(t *testing.T) {
	c, tally := led(t)
	f, rows := sheetOf(t, Day{College: c, Tally: tally, Language: workgroup.Chinese, At: at}, "学生表")
	if below := rows[1][0]; !strings.Contains(below, "牵头单位：学生处") || !strings.Contains(below, "已收 2/3　15:05 报送 迟报，之后有变动") {
		t.Errorf("below: %q", below)
	}
	home, fever := slices.Index(rows[2], "居家隔离"), slices.Index(rows[2], "发热")
	if _, r := row(t, rows, "软件学院"); r[home] != "（1）" || r[home+2] != "2" || r[fever+1] != "（3）" {
		t.Errorf("软件学院: %v", r)
	}
	if _, r := row(t, rows, "计划财务处"); r[1] != "未报" || r[len(r)-1] != "已电话催报，正在填" {
		t.Errorf("missing: %v", r)
	}
	n, r := row(t, rows, "合计")
	cell, _ := excelize.CoordinatesToCellName(home+3, n)
	if value, err := f.CalcCellValue("学生表", cell); err != nil || value != "2" || r[home+2] != "2" || r[fever+1] != "0" {
		t.Errorf("total: %v, %s is %s, %v", r, cell, value, err)
	}
	if _, r := row(t, rows, "汇总改为"); r[home+2] != "5" || r[len(r)-1] != "=软件学院电话补报" {
		t.Errorf("stated: %v", r)
	}
	if slices.ContainsFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "后勤集团" }) {
		t.Error("a unit that does not feed it stands there")
	}
	_, rows = sheetOf(t, Day{College: c, Tally: tally, Language: workgroup.English, At: at}, "Students")
	row(t, rows, "Stated instead")
}

// A ledger is text and numbers, whatever people wrote; without rows it says so.
func TestALedgerInTheWorkbook(t *testing.T) {
	c, tally := led(t)
	long := strings.Repeat("已联系社区，", 60)
	tables := []Table{{Name: "甲", Title: "甲台账", Below: "截至", Header: []string{"编号", "结果"}, Widths: []float64{10, 20}, Rows: [][]any{{7, "=1+1"}, {8, long}}}, {Name: "乙", Title: "乙", Header: []string{"编号"}, Widths: []float64{10}}}
	d := Day{College: c, Tally: tally, Language: workgroup.Chinese, At: at, Tables: tables}
	f, rows := sheetOf(t, d, "甲")
	if formula, _ := f.GetCellFormula("甲", "B4"); formula != "" || rows[3][0] != "7" || rows[3][1] != "=1+1" || rows[4][1] != long {
		t.Errorf("%q, %v", formula, rows[3:])
	}
	if high, err := f.GetRowHeight("甲", 5); err != nil || high < 200 || high > 409 {
		t.Errorf("so much text in a row %v high, %v", high, err)
	}
	if _, rows := sheetOf(t, d, "乙"); rows[3][0] != "（无）" {
		t.Errorf("without rows: %v", rows)
	}
}

// What an older form asked, and the newest does not, stands behind the other figures.
func TestAUnitsOwnWorkbookOverTwoForms(t *testing.T) {
	c, tallies := days(t, 2)
	newer := workgroup.Form{Version: 2, From: "2020-01-31", Items: slices.Clone(c.Forms[0].Items[1:])} // no fever any more
	c.Forms = append(slices.Clone(c.Forms), newer)
	own := Own{College: c, Unit: tallies[0].Lines[0].Unit, Language: workgroup.Chinese, At: at}
	for _, tally := range tallies {
		tally.Lines = tally.Lines[:1]
		own.Days = append(own.Days, tally)
	}
	raw, err := own.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	fever := slices.Index(rows[2], "发热")
	if _, r := row(t, rows, "2020-01-30"); fever < slices.Index(rows[2], "滞留湖北") || r[fever+1] != "1" {
		t.Errorf("%v\n%v", rows[2], r)
	}
	if _, r := row(t, rows, "2020-01-31"); r[fever] != "／" {
		t.Errorf("not asked any more: %v", r)
	}
}

// A unit's own workbook has its days and nobody else's, says on its face, behind it and on paper what it is for, and a day without a report is
// no zero.
func TestAUnitsOwnWorkbook(t *testing.T) {
	c, tallies := days(t, 3)
	own := Own{College: c, Unit: tallies[0].Lines[0].Unit, Language: workgroup.Chinese, At: at}
	for _, tally := range tallies {
		tally.Lines = tally.Lines[:1]
		own.Days = append(own.Days, tally)
	}
	own.Days[1].Lines = []workgroup.UnitLine{{Unit: own.Unit, State: workgroup.Missing}}
	for _, lang := range []workgroup.Language{workgroup.Chinese, workgroup.English} {
		own.Language = lang
		raw, err := own.Workbook()
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		name := f.GetSheetName(0)
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		words := own.internal()
		if !strings.Contains(strings.ToLower(rows[0][0]), strings.ToLower(words)) || !strings.Contains(strings.ToLower(own.FileName()), strings.ToLower(strings.ReplaceAll(words, " ", "-"))) {
			t.Errorf("called %s, titled %q", own.FileName(), rows[0][0])
		}
		if _, r := row(t, rows, "2020-01-30"); r[1] != own.word("book/missing") {
			t.Errorf("a day without a report: %v", r)
		}
		row(t, rows, "2020-01-31")
		for _, r := range rows {
			if strings.Contains(strings.Join(r, " "), "护理") {
				t.Errorf("somebody else's: %v", r)
			}
		}
		head, err := f.GetHeaderFooter(name)
		if err != nil || !strings.Contains(head.OddHeader, words) {
			t.Errorf("on paper: %+v, %v", head, err)
		}
		if !bytes.Contains(raw, []byte("xl/media/")) {
			t.Error("nothing behind the cells")
		}
		f.Close()
	}
}

// What a lead unit states otherwise than its units stands in the table of the day, with its reason; where the figures bear it out by now there is
// nothing to say.
func TestAnOverrideIsNeverSilent(t *testing.T) {
	c, tally := led(t)
	stands := func(want bool) {
		t.Helper()
		_, rows := sheetOf(t, Day{College: c, Tally: tally, Language: workgroup.Chinese, At: at}, "学院日汇总表")
		table := ""
		for _, r := range rows {
			table += strings.Join(r, "|") + "\n"
		}
		if words := "※ 学生处在汇总中把居家隔离现有（学生）报为 5 人，各单位所报合计 2 人（15:05 改）。原因：=软件学院电话补报。本表合计按各单位所报。"; strings.Contains(table, words) != want {
			t.Errorf("%q, want %v in\n%s", words, want, table)
		}
	}
	stands(true)
	tally.Lines[0].Standing.Figures["home_quarantine_now_student"] = 5
	stands(false)
}

// Every word of a workbook is one of the texts: none stands as its name, in either language.
func TestEveryWordOfAWorkbookHasItsText(t *testing.T) {
	c, tally := led(t)
	for _, lang := range workgroup.Languages {
		day := Day{College: c, Tally: tally, Language: lang, At: at.AddDate(0, 0, 1), Tables: []Table{{Name: "x", Title: "x", Header: []string{"a", "b"}, Widths: []float64{9, 9}}}}
		raw, err := day.Workbook()
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if words := strings.Join(r, "|"); strings.Contains(words, "book/") || strings.Contains(words, "mark/") || strings.Contains(words, "<no value>") {
					t.Errorf("%s: %s", name, words)
				}
			}
			if n := len(rows); n > 1 && name == f.GetSheetName(0) && lang == workgroup.Chinese && !strings.Contains(rows[1][0], "统计截止：2020年2月1日15:05（2020年1月31日的数据）") {
				t.Errorf("as of: %s", rows[1][0])
			}
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}
