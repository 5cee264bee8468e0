package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A sum that a lead unit has stated otherwise than its units is before everybody on the way up: in the pack, on the card of the report, and
// when it is signed. A sheet that states another one after the freeze is a version of the pack of its own, and what was not read back is not
// signed over.
func TestWhatALeadUnitStatesOtherwiseIsSaidOnTheWayUp(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he := p.Head("xuesheng"), p.Head("ruanjian")
	drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	p.says(he, nil, "居家隔离3人，学生3人，老师0人")
	p.presses(he, nil, "确认报送")
	override := func(to string) {
		t.Helper()
		p.says(lead, nil, "/sheet")
		p.presses(lead, nil, "逐项查看")
		p.presses(lead, nil, "居家隔离")
		p.presses(lead, nil, "改合计")
		p.says(lead, nil, to+"，护理学院电话补报2人")
		p.says(lead, nil, "对")
		p.says(lead, nil, "报送汇总")
		p.wait(2 * time.Second)
		p.says(lead, nil, "报送汇总")
	}
	override("5")
	if s, ok := p.sheetOf("xuesheng"); !ok || len(s.Overrides) != 1 {
		t.Fatalf("the sheet is not filed: %+v\n%s", s, p.transcript(lead, nil))
	}
	p.until("15:51")
	p.sees(leader, nil, "研判材料 v1", "待核", "※ 学生处汇总的居家隔离 现有是 5，单位合计 3（", "护理学院电话补报2人")

	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.signOff(colleague, "审核中", "※ 学生处汇总的居家隔离 现有是 5，单位合计 3", "上报件用的是单位合计")
	p.presses(colleague, nil, "审核通过")
	if read := p.presses(director, nil, "签发"); !strings.Contains(read, "汇总里有 1 个合计与本件不同") {
		t.Errorf("read back %q", read)
	}

	says := func(want string) {
		t.Helper()
		p.view(func(b workgroup.Book) {
			if paper, _ := workgroup.LastPaper(b, "2020-01-31"); !paper.Says(want) {
				t.Errorf("the report says %q, not %q", paper.Content.Parts, want)
			}
		})
	}
	says("另：学生处汇总的学生居家隔离现有为5人，各单位分类报送的合计3人（护理学院电话补报2人），正在核对。")

	// Between the two presses the lead unit states another sum: the report does not say it, and comes back; the pack has it.
	override("6")
	p.sees(drafter, nil, "汇总改过的合计有变化", "学生处重新报送了汇总（曹思帆）", "已退回草稿")
	p.signOff(director, "草稿", "※ 学生处汇总的居家隔离 现有是 6，单位合计 3", "送审时写进上报件")
	p.submits(drafter)
	says("汇总的学生居家隔离现有为6人，各单位分类报送的合计3人")
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	// So does one that is signed: it is signed no more.
	override("7")
	p.sees(drafter, nil, "主任的签字已失效")
	p.signOff(drafter, "草稿", "现有是 7")
	override("6")
	p.submits(drafter)
	p.wait(3 * time.Minute)
	p.sees(leader, nil, "研判材料 v", "汇总里改过的合计有变化", "※ 学生处汇总的居家隔离 现有是 6")
	// The unit says the same by now: there is nothing left to be contradicted.
	p.says(he, nil, "更正：居家隔离6人，学生6人，老师0人")
	p.presses(he, nil, "确认报送")
	p.submits(drafter)
	last := ""
	for _, m := range colleague.Sees(nil) {
		if strings.HasPrefix(m.Text, "📄") {
			last = m.Text
		}
	}
	if !strings.Contains(last, "审核中") || strings.Contains(last, "※") {
		t.Errorf("the card says:\n%s", last)
	}
	p.audited(1)
}
