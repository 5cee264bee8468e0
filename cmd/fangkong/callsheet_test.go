package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/text"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	cst   = time.FixedZone("CST", 8*3600)
	shown = time.Date(2020, time.January, 31, 14, 5, 0, 0, cst)
)

// smallSheet is the sheet of a small college: an open case that somebody has and one of the night before that nobody has,
// a rung without anybody, a unit without heads, people out of reach and one without a phone.
func smallSheet() workgroup.CallSheet {
	b := workgroup.NewMemory()
	college, _ := settings.Sample()
	c := college.College
	c.Ladder.Rungs[3].Until = workgroup.UntilClosed
	for i, u := range []workgroup.Unit{{ID: "huli", Name: "护理学院", English: "School of Nursing"}, {ID: "jidian", Name: "机电工程学院"}, {ID: "kong", Name: "新设学院"}} {
		u.Order, u.Kind = i+1, workgroup.CollegeUnit
		workgroup.Units.Put(b, u)
	}
	for _, p := range []workgroup.Person{
		{ID: "a", Name: "吴远舟", Phone: "139-0000-0011", Telegram: 11, Reach: workgroup.Open, Duties: []workgroup.Duty{{Role: workgroup.DutyStaff}}},
		{ID: "b", Name: "张秋溪", Title: "保卫处值班科长（兼学生公寓）", Phone: "139-0000-0012", Duties: []workgroup.Duty{{Role: workgroup.DutyStaff}, {Role: workgroup.DutyLeader}}},
		{ID: "c", Name: "吕景霖", Title: "防控办主任", Telegram: 13, Reach: workgroup.Open, Duties: []workgroup.Duty{{Role: workgroup.Director}}},
		{ID: "d", Name: "王秋禾", Title: "党总支书记", Phone: "03920000014", Telegram: 14, Reach: workgroup.Open, Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: "huli"}}},
		{ID: "e", Name: "高松林", Phone: "139-0000-0015", Duties: []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}},
		{ID: "f", Name: "宋书朴", Title: "机电工程学院党总支书记", Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: "jidian"}}},
	} {
		workgroup.People.Put(b, p)
	}
	c.Open(b, workgroup.Opening{Kind: workgroup.CaseConfirmed, Unit: "huli", Words: "一名学生确诊", Known: shown.Add(-15 * time.Hour), Leg: workgroup.LegUnit}, shown.Add(-15*time.Hour))
	k := c.Open(b, workgroup.Opening{Kind: workgroup.CaseSealed, Unit: "huli", Known: shown.Add(-20 * time.Minute)}, shown.Add(-15*time.Minute))
	a, _ := workgroup.People.Get(b, "a")
	if _, err := c.TakeCase(b, k.Key(), a, shown.Add(-10*time.Minute)); err != nil {
		panic(err)
	}
	return c.CallSheet(b, shown)
}

func renderer(t *testing.T, lang workgroup.Language) sheetRenderer {
	t.Helper()
	texts, err := text.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return sheetRenderer{console{&bytes.Buffer{}, lang}, texts}
}

func TestTheCallSheetOnPaper(t *testing.T) {
	for _, lang := range workgroup.Languages {
		got := renderer(t, lang).text(smallSheet())
		path := filepath.Join("testdata", "callsheet."+string(lang)+".txt")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v (go test ./cmd/fangkong -run CallSheetOnPaper -update writes it)", err)
		} else if string(want) != got {
			t.Errorf("%s\n got: %s\nwant: %s", path, got, want)
		}
		for line := range strings.Lines(got) {
			if w := width(strings.TrimSuffix(line, "\n")); w > columns {
				t.Errorf("%s: %d columns, A4 has %d: %q", lang, w, columns, line)
			}
		}
		for _, secret := range []string{"确诊", "封闭", "学生确诊", "confirmed", "sealed"} {
			if strings.Contains(got, secret) {
				t.Errorf("%s says %q", lang, secret)
			}
		}
	}
}

func TestALineEndsWithThePaper(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"short", "short"},
		{"  " + strings.Repeat("word ", 20), "  " + strings.TrimRight(strings.Repeat("word ", 15), " ") + "\n    word word word word word"},
		{strings.Repeat("长", 40), strings.Repeat("长", 40)},
		{strings.Repeat("长", 41), strings.Repeat("长", 40) + "\n  长"},
		{"    " + strings.Repeat("长", 80), "    " + strings.Repeat("长", 38) + "\n      " + strings.Repeat("长", 37) + "\n      " + strings.Repeat("长", 5)},
	} {
		if got := folded(c.line); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.line, got, c.want)
		}
	}
}

func TestTheCallSheetOfAnEmptyRoster(t *testing.T) {
	college, _ := settings.Sample()
	college.College.DutyPhone = ""
	empty := college.College.CallSheet(workgroup.NewMemory(), shown)
	contains(t, renderer(t, workgroup.Chinese).text(empty), "值班电话（24 小时）：无电话", "紧急情况：无", "第 1 级", "  没有人", "名册里没有单位")
	contains(t, renderer(t, workgroup.English).text(empty), "Duty phone (24 hours): no phone", "none", "Rung 1", "  nobody", "no unit on the roster")
	for _, lang := range workgroup.Languages {
		if _, err := renderer(t, lang).workbook(empty); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

func TestTheCallSheetAsAWorkbook(t *testing.T) {
	for lang, want := range map[workgroup.Language]struct{ ladder, units, header, code, phone, role string }{
		workgroup.Chinese: {"呼叫梯次", "各单位", "梯次", "急-0130-01", "无电话", "负责人"},
		workgroup.English: {"Ladder", "Units", "Rung", "急-0130-01", "no phone", "head"},
	} {
		raw, err := renderer(t, lang).workbook(smallSheet())
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{TmpDir: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(f.GetSheetList(), " "); got != want.ladder+" "+want.units {
			t.Fatalf("sheets %s", got)
		}
		cell := func(sheet, at, want string) {
			t.Helper()
			if got, err := f.GetCellValue(sheet, at); err != nil || !strings.Contains(got, want) {
				t.Errorf("%s!%s is %q, want %q (%v)", sheet, at, got, want, err)
			}
		}
		cell(want.ladder, "A1", "0392-0000000")
		cell(want.ladder, "A2", want.header)
		cell(want.ladder, "A3", want.code)
		cell(want.ladder, "D5", "吴远舟")
		cell(want.ladder, "F5", "139-0000-0011")
		cell(want.ladder, "H5", "□")
		cell(want.ladder, "F9", want.phone)
		cell(want.units, "B3", want.role)
		cell(want.units, "C3", "王秋禾")
		cell(want.units, "E3", "03920000014")
		for _, at := range []struct{ sheet, cell string }{{want.ladder, "F5"}, {want.units, "E3"}} {
			kind, err := f.GetCellType(at.sheet, at.cell)
			id, bad := f.GetCellStyle(at.sheet, at.cell)
			style, worse := f.GetStyle(id)
			if err != nil || bad != nil || worse != nil || kind != excelize.CellTypeSharedString || style.NumFmt != 49 {
				t.Errorf("%s!%s is a phone of type %v, format %d", at.sheet, at.cell, kind, style.NumFmt)
			}
		}
		titles := map[string]bool{}
		for _, n := range f.GetDefinedName() {
			titles[n.Name+" "+n.RefersTo] = true
		}
		for _, sheet := range f.GetSheetList() {
			if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 2 {
				t.Errorf("%s: panes %+v %v", sheet, panes, err)
			}
			if page, err := f.GetPageLayout(sheet); err != nil || *page.Size != 9 || *page.Orientation != "portrait" || *page.FitToWidth != 1 {
				t.Errorf("%s: page %+v %v", sheet, page, err)
			}
			if !titles["_xlnm.Print_Titles '"+sheet+"'!$1:$2"] {
				t.Errorf("%s: the header is not repeated: %v", sheet, titles)
			}
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if all := strings.Join(row, " "); strings.Contains(all, "确诊") || strings.Contains(all, "封闭") {
					t.Errorf("%s: %s", sheet, all)
				}
			}
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// laidOut is a college on disk with its roster, and the command line that names it.
func laidOut(t *testing.T) (data string, order []string, open func() *store.Store) {
	t.Helper()
	dir := t.TempDir()
	types(t, done, "init", dir)
	data = filepath.Join(dir, "fangkong.db")
	order = []string{"callsheet", "--config", filepath.Join(dir, settings.File)}
	open = func() *store.Store {
		s, err := store.Open(data, store.Options{Now: func() time.Time { return shown }})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	return data, order, open
}

func TestTheCallSheetCommand(t *testing.T) {
	data, order, open := laidOut(t)
	contains(t, types(t, fault, order...), "没有数据文件")
	s := open()
	_, roster := settings.Sample()
	if err := s.Update(func(b workgroup.Book) error { roster.Seed(b, shown); return nil }); err != nil {
		t.Fatal(err)
	}

	// The bot has the data to itself, and has written no sheet.
	contains(t, types(t, fault, order...), "正由运行中的 fangkong 使用", "读不到")

	// It keeps one: that is printed, in either language and as a workbook, and says when it was written.
	college, _ := settings.Sample()
	k := &sheetKeeper{data: data, sheetRenderer: renderer(t, workgroup.Chinese), make: func() (sheet workgroup.CallSheet, err error) {
		err = s.View(func(b workgroup.Book) error {
			sheet = college.College.CallSheet(b, time.Now().Add(-time.Minute).In(college.College.Zone))
			return nil
		})
		return sheet, err
	}}
	if err := k.renew(); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-time.Minute).In(college.College.Zone).Format("2006-01-02")
	said := types(t, done, order...)
	first, rest, _ := strings.Cut(said, "\n")
	contains(t, first, "正在运行", at)
	contains(t, rest, "吕景霖", "护理学院", "□接通 □未接 □关机")
	if raw, _ := os.ReadFile(sheetText(data)); rest != string(raw) {
		t.Error("what is printed is not what the bot wrote")
	}
	contains(t, types(t, done, append([]string{"--lang", "en"}, order...)...), "fangkong is running", "School of Nursing", "□answered □no answer □off")
	book := filepath.Join(filepath.Dir(data), "sheet.xlsx")
	contains(t, types(t, done, append(order, "--xlsx", book)...), "正在运行", "已写出")
	contains(t, types(t, fault, append(order, "--xlsx", book)...), "已存在，没有改动")
	k.make = func() (workgroup.CallSheet, error) { return workgroup.CallSheet{At: time.Now().Add(-staleSheet)}, nil }
	if err := k.renew(); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, order...), "此后没有更新", "fangkong health")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	// The bot is stopped: a fresh one.
	fresh := types(t, done, order...)
	contains(t, fresh, "电话呼叫单", "吕景霖", "护理学院")
	if strings.Contains(fresh, "正在运行") {
		t.Errorf("a fresh sheet is said to be kept:\n%s", fresh)
	}
}

func TestTheRunningBotKeepsItsCallSheetFresh(t *testing.T) {
	data := filepath.Join(t.TempDir(), "fangkong.db")
	sheet := smallSheet()
	k := &sheetKeeper{data: data, sheetRenderer: renderer(t, workgroup.Chinese), make: func() (workgroup.CallSheet, error) { return sheet, nil }}
	renew := func(later time.Duration, want string) {
		t.Helper()
		sheet.At = shown.Add(later)
		if err := k.renew(); err != nil {
			t.Fatal(err)
		}
		kept, err := keptSheet(data, cst)
		if err != nil || kept.At.Format("15:04") != want {
			t.Errorf("after %v it is of %s, want %s (%v)", later, kept.At.Format("15:04"), want, err)
		}
		if raw, _ := os.ReadFile(sheetText(data)); !strings.Contains(string(raw), "2020-01-31 "+want) {
			t.Errorf("after %v the paper is not of %s", later, want)
		}
	}
	renew(0, "14:05")
	renew(59*time.Minute, "14:05") // nothing has changed
	renew(time.Hour, "15:05")
	sheet.Cases = nil
	renew(61*time.Minute, "15:06") // a case was closed
	files, err := os.ReadDir(filepath.Dir(data))
	if err != nil || len(files) != 2 {
		t.Errorf("files %v %v", files, err)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", f.Name(), info.Mode(), err)
		}
	}
}
