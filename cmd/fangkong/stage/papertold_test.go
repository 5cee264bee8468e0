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

// Whoever is named in what people write for 四 and 五 is not named in what goes up: of a patient no more stands there than in the rest of it.
func TestAReportNamesNobodyInItsOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, head := p.Person("zhao-wangpu"), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "我院学生李明今天确诊了，在市医院")
	p.until("15:10")
	p.drafts(drafter, "张贴通知50份\n已将李明送至市医院\n曹思帆带队检查宿舍，电话13800001111", "继续联系患者李明家属")
	if !strings.Contains(p.transcript(drafter, nil), "上报件不写姓名、电话、证件号，认出的已隐去") {
		t.Errorf("the drafter is not told what was left out:\n%s", p.transcript(drafter, nil))
	}
	p.submits(drafter)
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		var words strings.Builder
		for _, part := range paper.Content.Parts {
			words.WriteString(part.Heading + strings.Join(part.Lines, "\n"))
		}
		for _, want := range []string{"张贴通知50份", "已将李某送至市医院", "曹某带队检查宿舍，电话×××", "继续联系患者李某家属"} {
			if !strings.Contains(words.String(), want) {
				t.Errorf("%s is not in the report:\n%s", want, words.String())
			}
		}
	})
}
