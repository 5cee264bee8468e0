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

// rowsOf are the rows of a sheet of a workbook that somebody was sent.
func (p *play) rowsOf(who *sandbox.Person, begins, sheet string) [][]string {
	p.t.Helper()
	for _, m := range slices.Backward(who.Sees(nil)) {
		if m.File == nil || !strings.HasPrefix(m.File.Name, begins) {
			continue
		}
		f, err := excelize.OpenReader(bytes.NewReader(m.File.Data))
		must(p.t, err)
		defer f.Close()
		if sheet == "" {
			sheet = f.GetSheetName(0)
		}
		rows, err := f.GetRows(sheet)
		must(p.t, err)
		return rows
	}
	p.t.Fatalf("%s got no %s", who.Name(), begins)
	return nil
}

// The register names who checked a report, a report is found by its number alone, and a ledger tells what was not asked from what was not answered.
func TestWhoCheckedANumberAloneAndWhatWasNotAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "ruanjian", "huli")})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离2人，湖北籍3人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.says(drafter, nil, "备案")
	for _, words := range []string{"/archive 1号", "/archive 第1号", "/archive １号文", "/archive 1号文", "1号文", "1号文签了吗", "/archive No. 1"} {
		p.says(director, nil, words)
		p.sees(director, nil, "防控信〔2020〕1号 1月31日")
	}
	p.says(director, nil, "/archive 2号")
	p.sees(director, nil, "没有找到")
	p.says(director, nil, "/archive 31号")
	p.sees(director, nil, "防控信〔2020〕1号 1月31日") // of that number there is none: it is the day
	p.presses(director, nil, "2020 年登记簿")
	p.wait(10 * time.Second)
	rows := p.rowsOf(director, "上报信息备案登记簿", "")
	if i := slices.Index(rows[1], "审核人、时间"); i < 0 || rows[2][i] != colleague.Name()+" 01-31 15:10" || rows[1][i-1] != "拟稿人" || rows[2][i-1] != drafter.Name() {
		t.Errorf("the register: %q\n%q", rows[1], rows[2])
	}

	p.says(director, nil, "/summary")
	p.presses(director, nil, "汇总表")
	p.wait(10 * time.Second)
	rows = p.rowsOf(director, "疫情防控日报汇总表", "重点人员")
	header := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, "湖北籍") })
	cell := func(unit, column string) string {
		for _, r := range rows[header+1:] {
			if i := slices.Index(rows[header], column); r[0] == unit && i < len(r) {
				return r[i]
			}
		}
		return "none"
	}
	for _, c := range []struct{ unit, column, want string }{
		{"软件学院", "湖北籍", "3"}, {"软件学院", "接触湖北人员", "／"}, {"软件学院", "居家隔离", "2"}, {"护理学院", "滞留湖北", "未报"}, {"合计", "湖北籍", "3"}, {"合计", "接触湖北人员", "／"}, {"已填/应填单位", "湖北籍", "1/1"}, {"已填/应填单位", "居家隔离", "1/5"},
	} {
		if got := cell(c.unit, c.column); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.unit, c.column, got, c.want)
		}
	}
}
