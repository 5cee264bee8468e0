package stage

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A unit that is renamed is called by its new name from that moment on, on the day that goes on too; the days before, and what was signed of
// them, call it what it was called.
func TestARenamedUnitKeepsItsNameOnPapersOfThePast(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("lvyou")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.presses(drafter, nil, "备案")
	signed := p.filesOf(drafter, "疫情防控情况报告（2020年1月31日）.docx", "附件：疫情防控日报汇总表（2020年1月31日）.xlsx")
	p.until("23:59")
	p.until("10:00") // tomorrow
	p.view(func(b workgroup.Book) {
		if r, ok := workgroup.Rounds.Get(b, "2020-02-01"); !ok || r.Date == "" {
			t.Fatal("the day has not begun")
		}
	})
	must(t, p.Fall())
	roster := *fewUnits()
	roster.Units = slices.Clone(roster.Units)
	for i := range roster.Units {
		if roster.Units[i].ID == "lvyou" {
			roster.Units[i].Name, roster.Units[i].English = "文旅学院", "School of Culture and Tourism"
		}
	}
	must(t, p.Raise())
	p.update(func(b workgroup.Book) { roster.Import(b, p.Now()) })
	p.settle()

	p.until("14:05")
	p.sees(head, nil, "请文旅学院于 14:30 前报送")
	p.says(head, nil, "文旅学院 居家隔离3人")
	p.sees(head, nil, "【文旅学院】2月1日")
	p.presses(head, nil, "确认报送")
	p.says(director, nil, "文旅学院报了吗")
	p.sees(director, nil, "文旅学院 2月1日 日报：14:05 已报送")
	for date, name := range map[string]string{"2020-01-31": "旅游学院", "2020-02-01": "文旅学院"} {
		if rows := p.workbook(director, date); !slices.Contains(rows, name) {
			t.Errorf("the workbook of %s has %q", date, rows)
		}
	}
	// The archive brings what was signed.
	p.says(director, nil, "/archive 1月31日")
	p.presses(director, nil, "防控信〔2020〕1号")
	p.wait(10 * time.Second)
	for i, again := range p.filesOf(director, signed[0].Name, signed[1].Name) {
		if !bytes.Equal(again.Data, signed[i].Data) {
			t.Errorf("%s is another one", again.Name)
		}
	}
	// A correction of yesterday's is of yesterday's college.
	p.view(func(b workgroup.Book) {
		r, _ := workgroup.Rounds.Get(b, "2020-01-31")
		if u, _ := r.Unit(b, "lvyou"); u.Name != "旅游学院" {
			t.Errorf("yesterday it was called %q", u.Name)
		}
	})
	p.audited(1)
}

// workbook is the first column of the college's table of a date, as somebody gets it.
func (p *play) workbook(who *sandbox.Person, date string) (first []string) {
	p.t.Helper()
	p.says(who, nil, "/summary "+date)
	p.presses(who, nil, "汇总表")
	p.wait(10 * time.Second)
	var file *sandbox.File
	for _, m := range who.Sees(nil) {
		if m.File != nil && strings.HasSuffix(m.File.Name, ".xlsx") {
			file = m.File
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(file.Data))
	must(p.t, err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	must(p.t, err)
	for _, row := range rows {
		if len(row) > 0 {
			first = append(first, row[0])
		}
	}
	return first
}
