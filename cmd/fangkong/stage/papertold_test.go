package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A report whose own words tell of a case that nobody has reported is important, and its card says that the parts do not agree; what people
// write of an ordinary day is ordinary.
func TestAReportWhoseWordsTellOfACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, leader, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Leading), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "传达学习确诊病例处置流程\n对密切接触者排查一遍，没有发现\n宿舍消毒两次", "防止疑似病例漏报，继续排查")
	p.submits(drafter)
	p.signOff(drafter, "审核中", "一般性信息")
	p.presses(colleague, nil, "退回")
	p.says(colleague, nil, "四请补上今天的情况")
	for _, c := range []struct{ act, words string }{{"四：", "宿舍消毒两次\n软件学院一名学生今天确诊，已送医"}, {"五：", "护理学院有个老师被定为疑似，等复核"}} {
		p.says(drafter, nil, c.act+c.words)
		if !strings.Contains(p.transcript(drafter, nil), "是本单位") && !strings.Contains(p.transcript(drafter, nil), "今日新发生") {
			t.Errorf("not asked about:\n%s", p.transcript(drafter, nil))
		}
		p.submits(drafter)
		p.signOff(colleague, "审核中", "重要疫情信息", "列为重要：四、五里写到紧急情况", "四、五里写到的情况，一、三里没有")
		p.presses(colleague, nil, "审核通过")
		p.signOff(leader, "待领导小组研究")
		if p.withButton(director, nil, "签发") != nil {
			t.Error("it can be signed before the review")
		}
		p.presses(leader, nil, "退回")
		p.says(leader, nil, "请先核实")
		p.presses(drafter, nil, "写四")
		p.says(drafter, nil, "宿舍消毒两次")
	}
	p.presses(drafter, nil, "写五")
	p.says(drafter, nil, "无")
	p.submits(drafter)
	p.signOff(drafter, "审核中", "一般性信息")
}
