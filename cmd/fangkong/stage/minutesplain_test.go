package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What is read back of pasted minutes has no empty parts, and the head of a part is no point of it.
func TestPastedMinutesAreReadBackWithoutEmptyParts(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "疫情防控工作领导小组每日研判会议纪要\n主持人：于思霖\n记录：赵望朴\n一、传达学习\n传达学习了鹤壁市疫情防控指挥部第5号通告。\n二、分析研判\n听取防控办汇报，情况平稳。\n三、议定事项\n1.学生处2月1日18:00前完成返校学生摸底；\n四、审核上报信息\n审核通过今日上报信息。\n五、工作部署\n要求各学院加强门禁。")
	said := p.withText(office, nil, "纪要记下了")
	if said == nil {
		t.Fatalf("nothing read back\n%s", p.transcript(office, nil))
	}
	for line := range strings.Lines(said.Text) {
		if line = strings.TrimSpace(line); strings.HasSuffix(line, "：") && !strings.Contains(line, "记下了") {
			t.Errorf("an empty part %q:\n%s", line, said.Text)
		}
	}
	for point, want := range map[workgroup.Point][]string{
		workgroup.PointHeard: {"鹤壁市疫情防控指挥部第5号通告"}, workgroup.PointSituation: {"听取防控办汇报，情况平稳"}, workgroup.PointReports: {"审核通过今日上报信息"}, workgroup.PointArranged: {"要求各学院加强门禁"},
	} {
		if got := p.minuted(point); !slices.Equal(got, want) {
			t.Errorf("%s: %q", point, got)
		}
	}
}

// Who ends a meeting twice while decisions are open reads their cards once.
func TestEndingTwiceShowsTheCardsOnce(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, director := p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("16:01")
	p.says(office, nil, "决定：学生处2月1日18点前完成摸底")
	p.says(office, nil, "决定：安保处2月1日18点前封东门")
	count := func(who *sandbox.Person) (n int) {
		for _, m := range who.Sees(nil) {
			if strings.HasPrefix(m.Text, "📌 决-") {
				n++
			}
		}
		return n
	}
	for _, who := range []*sandbox.Person{office, director} {
		p.says(who, nil, "散会")
		p.sees(who, nil, "还有 2 条决定没有记下")
		before := count(who)
		p.wait(3 * time.Second)
		p.says(who, nil, "散会")
		p.sees(who, nil, "还有 2 条决定没有记下")
		if after := count(who); before < 2 || after != before {
			t.Errorf("%s: %d cards, then %d\n%s", who.Name(), before, after, p.transcript(who, nil))
		}
	}
}
