package stage

import (
	"bytes"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// filesOf are the newest files of some names that somebody was sent.
func (p *play) filesOf(who *sandbox.Person, names ...string) (out []sandbox.File) {
	p.t.Helper()
	for _, name := range names {
		var found *sandbox.File
		for _, m := range who.Sees(nil) {
			if m.File != nil && m.File.Name == name {
				found = m.File
			}
		}
		if found == nil {
			p.t.Fatalf("%s has no %s:\n%s", who.Name(), name, p.transcript(who, nil))
		}
		out = append(out, *found)
	}
	return out
}

// A signed report and the workbook that it names as its annex go to the authorities together: whoever sends it has both, of the figures that
// were signed, and so has the archive.
func TestASignedReportComesWithItsAnnex(t *testing.T) {
	t.Parallel()
	const report, annex = "疫情防控情况报告（2020年1月31日）.docx", "附件：疫情防控日报汇总表（2020年1月31日）.xlsx"
	p := newPlay(t, Options{Roster: wholeCollege()})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "看全文")
	p.wait(10 * time.Second)
	p.filesOf(colleague, annex)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.sees(drafter, nil, "连同上面的附件按规定渠道上报")
	files := p.filesOf(drafter, report, annex)
	f, err := excelize.OpenReader(bytes.NewReader(files[1].Data))
	must(t, err)
	if sheets := f.GetSheetList(); len(sheets) != 4 {
		t.Errorf("besides figures it holds %q", sheets)
	}
	must(t, f.Close())

	// What comes in after the sending is in neither.
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.presses(drafter, nil, "备案")
	p.says(head, nil, "更正：居家隔离5人")
	p.presses(head, nil, "确认报送")
	p.wait(time.Minute)
	p.says(director, nil, "/archive")
	p.presses(director, nil, "防控信〔2020〕1号")
	p.wait(10 * time.Second)
	for i, again := range p.filesOf(director, report, annex) {
		if !bytes.Equal(again.Data, files[i].Data) {
			t.Errorf("the archive brings another %s", again.Name)
		}
	}
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		kept, ok := workgroup.PaperCopies.Get(b, first.Annex)
		if !ok || !bytes.Equal(kept.Bytes, files[1].Data) {
			t.Error("the annex is not in the archive")
		}
	})
	p.audited(2)
}
