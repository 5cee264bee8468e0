package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A report with units missing goes round only after its drafter was told which, once, and it is signed only after the director was; of a day
// on which everybody has reported nobody is asked.
func TestAReportWithUnitsMissingIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	if read := p.presses(drafter, nil, "送审"); !strings.Contains(read, "⚠️ 还没有单位报送（0/11）") || !strings.Contains(read, "不作零") || !strings.Contains(read, "再按一次即送审") {
		t.Errorf("told %q", read)
	}
	p.signOff(drafter, "草稿", "未报 11 家：", "等（另 3 家）")
	p.wait(2 * time.Second)
	p.zero("ruanjian") // what was read back is no more so
	if read := p.presses(drafter, nil, "送审"); !strings.Contains(read, "现在已报 1/11，⚠️ 未报 10 家") {
		t.Errorf("told %q", read)
	}
	p.wait(2 * time.Second)
	p.presses(drafter, nil, "送审")
	p.signOff(colleague, "审核中", "已报 1/11", "未报 10 家：护理学院、")
	p.presses(colleague, nil, "审核通过")
	if read := p.signs(director); !strings.Contains(read, "已报 1/11，⚠️ 未报 10 家") {
		t.Errorf("the director is told %q", read)
	}
	p.signOff(director, "已签", "未报 10 家：")
}

func TestAWholeReportIsAskedAboutByNobody(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.presses(drafter, nil, "送审")
	p.signOff(drafter, "审核中", "已报 11/11")
}

// A correction says what it changes of what was sent: each figure from what to what, and whose.
func TestACorrectionSaysWhatItChanges(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(p.Holder(workgroup.Director))
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.says(head, nil, "更正：居家隔离5人")
	p.presses(head, nil, "确认报送")
	p.signOff(drafter, "更正件", "与已上报的相比：\n· 居家隔离 现有 2 → 5\n", "　软件学院更正（何望桥）：居家隔离 现有 2 → 5")
	p.zero("huli") // while it is a draft, its card follows
	p.signOff(drafter, "　护理学院补报（")
	n := p.count(colleague, nil)
	p.zero("jidian")
	if p.count(colleague, nil) != n {
		t.Errorf("told of a zero report:\n%s", p.transcript(colleague, nil))
	}
	p.says(head, nil, "更正：居家隔离6人")
	p.presses(head, nil, "确认报送")
	p.reads(colleague, nil, "上报数据变了", "软件学院 更正", "更正件还在草稿", "居家隔离 现有 2 → 6")
	p.says(head, nil, "更正：居家隔离5人")
	p.presses(head, nil, "确认报送")
	p.submits(drafter)
	p.signOff(colleague, "审核中", "与已上报的相比：\n· 居家隔离 现有 2 → 5\n", "软件学院更正")
}
