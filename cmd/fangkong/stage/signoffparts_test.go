package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// The parts of a report that people write are written under the heads they have in it, both in one message as well; whoever may draft it begins it with
// them, and whoever may not, or comes too late, reads why nothing was written.
func TestThePartsOfAReportAreWrittenUnderTheirHeads(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, work, plans string }{
		{"四、工作开展情况：宿舍消毒两次", "宿舍消毒两次", ""},
		{"四、工作开展情况\n1.宿舍消毒两次\n2.门岗测温", "1.宿舍消毒两次\n2.门岗测温", ""},
		{"五、存在困难和下一步打算：口罩不足", "", "口罩不足"},
		{"四（工作开展情况）：宿舍消毒两次\n五（存在困难和下一步打算）：口罩不足", "宿舍消毒两次", "口罩不足"},
		{"四、工作开展情况：宿舍消毒两次。五、下一步打算：继续排查", "宿舍消毒两次", "继续排查"},
	} {
		p := newPlay(t, Options{})
		drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
		written := func(work, plans string) {
			t.Helper()
			p.view(func(b workgroup.Book) {
				if paper, _ := workgroup.LastPaper(b, "2020-01-31"); paper.Work != work || paper.Plans != plans {
					t.Errorf("%q: written %q and %q\n%s", c.words, paper.Work, paper.Plans, p.transcript(drafter, nil))
				}
			})
		}
		p.until("15:10")
		for _, not := range []string{"四家单位工作开展情况：良好", "五、安排部署：各学院消毒", "四、审核上报信息：已报", "工作开展情况怎么写？", "报一下四、工作开展情况"} {
			p.says(drafter, nil, not)
			written("", "")
		}
		p.says(director, nil, c.words)
		p.sees(director, nil, "没有人能签")
		p.says(leader, nil, c.words)
		if last := leader.Last(nil); !last.From.Bot || strings.Contains(last.Text, "没看懂") {
			t.Errorf("the leading group is told %q", last.Text)
		}
		written("", "")
		p.says(drafter, nil, c.words)
		written(c.work, c.plans)
		p.signOff(drafter, "1月31日", "草稿")
		p.says(drafter, nil, "四：无\n五：无")
		written("无", "无")
		p.saysSubmit(drafter)
		p.says(drafter, nil, c.words)
		p.sees(drafter, nil, "现在是“审核中”")
		written("无", "无")
		p.says(colleague, nil, "退回：四请写具体")
		p.says(drafter, nil, "四、工作开展情况：软件学院有个学生确诊了")
		if !strings.Contains(p.transcript(drafter, nil), "确诊") || p.withButton(drafter, nil, "不是紧急情况，撤销") == nil && p.withButton(drafter, nil, "不是") == nil {
			t.Errorf("a case is not asked about:\n%s", p.transcript(drafter, nil))
		}
	}
}
