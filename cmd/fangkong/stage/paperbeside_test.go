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
