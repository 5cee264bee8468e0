package stage

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// cells is all that stands in a sheet of a workbook.
func (p *play) cells(file sandbox.File, sheet string) string {
	p.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file.Data))
	must(p.t, err)
	defer f.Close()
	rows, err := f.GetRows(sheet)
	must(p.t, err)
	var all []string
	for _, row := range rows {
		all = append(all, strings.Join(row, " "))
	}
	return strings.Join(all, "\n")
}

// Where a unit's figures do not hold its case, the day's table, that of the lead unit whose people it is about, and the annex that goes to the
// authorities say so below their sums, as the report does: none of them says 0 and nothing else.
func TestTablesSayWhichCasesTheyDoNotHold(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	p.says(head, nil, "零报告")
	p.presses(head, nil, "确认报送")
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	const says = "※ 急-0131-01尚未计入本表，正在与有关单位核对。"
	p.says(director, nil, "/summary")
	p.presses(director, nil, "汇总表")
	book := *p.sees(director, nil, "日报汇总表").File
	for sheet, want := range map[string]bool{"学院日汇总表": true, "学生表": true, "后勤及外聘表": false} {
		if got := p.cells(book, sheet); strings.Contains(got, says) != want {
			t.Errorf("%s: %v\n%s", sheet, !want, got)
		}
	}
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "看全文")
	p.wait(10 * time.Second)
	if got := p.cells(p.filesOf(colleague, "附件：疫情防控日报汇总表（2020年1月31日）.xlsx")[0], "学院日汇总表"); !strings.Contains(got, says) || strings.Contains(got, "软件学院确诊") {
		t.Errorf("the annex:\n%s", got)
	}
}
