package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever checks, reviews or signs a report reads of how many cases a unit has more than its figures count people.
func TestACardSaysWhereItsCasesAndItsFiguresDisagree(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	p.wait(15 * time.Minute)
	p.says(head, nil, "新增确诊1人")
	p.presses(head, nil, "确认报送")
	p.wait(workgroup.CallLife + time.Second)
	drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	const says = "软件学院确诊：紧急情况 2 起（急-0131-01、急-0131-02），日报只计 1 人"
	p.drafts(drafter, "无", "无")
	p.signOff(drafter, "草稿", says)
	p.submits(drafter)
	p.signOff(colleague, "审核中", says)
	p.presses(colleague, nil, "审核通过")
	p.signOff(leader, says)
	p.says(leader, nil, "研究意见：刚刚；会议；于思霖、许清朴；同意上报")
	p.signOff(director, "已研究，待签", says)
	if read := p.presses(director, nil, "签发"); !strings.Contains(read, "紧急情况与日报有 1 处不符") {
		t.Errorf("read back %q", read)
	}
}

// A correction to none takes those who were new with it, by their groups too; while the case stands, no paper says that there is none.
func TestACorrectionToNoneBesideItsCase(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	p.says(head, nil, "学生确诊1人，其余正常")
	p.presses(head, nil, "确认报送")
	p.says(head, nil, "更正：确诊0人")
	p.sees(head, nil, "确诊（学生） 新增 1 → 未填", "急-0131-01 还没有办结，这里没有计入")
	p.presses(head, nil, "确认报送")
	if s, _ := p.filed("ruanjian"); !s.Figures.Clean() {
		t.Errorf("%+v", s.Figures)
	}
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.signOff(colleague, "审核中", "软件学院确诊：急-0131-01 尚未计入日报")
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.LastPaper(b, "2020-01-31")
		if !paper.Says("另有急-0131-01（软件学院确诊）尚未计入日报数据，正在与有关单位核对。") || !paper.Says("确诊：日报现有0人，急-0131-01未计入。") || paper.Says("无确诊病例") {
			t.Errorf("the report says %q", paper.Content.Parts)
		}
	})
}
