package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A word answers “是这一项的办理结果吗？” as its button does, of one or by its code.
func TestOfWhichDecisionAResultIsIsSaidInAWord(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"对", "是的", "对，办结", "嗯", "没错，是的"} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, "摸排已完成，共32人，名单已发防控办邮箱")
		p.sees(owner, nil, "办理结果吗")
		p.says(owner, nil, words)
		if d := p.decision("001"); !d.Done.Done() || d.Result != "摸排已完成，共32人，名单已发防控办邮箱" {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(owner, nil))
		}
		p.reads(office, nil, "✅ 决-0131-01 已办结")
		p.says(owner, nil, words) // closes nothing any more
	}
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.owing("电话随访")
	p.says(owner, nil, "都弄好了，名单已发")
	p.sees(owner, nil, "是下面哪一项的办理结果")
	p.says(owner, nil, "是的")
	p.sees(owner, nil, "是下面哪一项的办理结果", "决-0131-01", "决-0131-02")
	p.says(owner, nil, "第二条")
	if !p.decision("002").Done.Done() || p.decision("001").Done.Done() {
		t.Errorf("by its number\n%s", p.transcript(owner, nil))
	}
	p.says(owner, nil, "剩下的也办完了")
	p.says(owner, nil, "不是")
	p.sees(owner, nil, "没有记为办理结果")
	p.says(owner, nil, "是的")
	if p.decision("001").Done.Done() {
		t.Error("closed after no")
	}
}

// Who has something to do and has not reported is asked whether “无异常” is of that or of the day; a report that says so, counts or names its unit is one.
func TestWhetherItIsTheResultOrTheDaysReport(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"都弄完了，没有问题", "报告：任务已完成，检查了8栋楼，无异常"} {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.owing("宿舍检查")
		p.says(owner, nil, words)
		p.sees(owner, nil, words, "办理结果，还是今日日报", "决-0131-01")
		p.says(owner, nil, "是的")
		p.says(owner, nil, words)
		if d := p.decision("001"); d.Result != words {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(owner, nil))
		}
	}
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("宿舍检查")
	for _, words := range []string{"零报告，排查已完成", "排查已完成，居家隔离2人，其余无异常", "学生处排查已完成，无异常", "日报：排查已完成，无异常", "今天无异常"} {
		p.says(owner, nil, words)
		p.sees(owner, nil, "对吗")
		p.says(owner, nil, "放弃")
	}
	p.says(owner, nil, "都弄完了，没有问题")
	p.says(owner, nil, "不是")
	p.sees(owner, nil, "零报告", "对吗")
	if p.decision("001").Done.Done() {
		t.Error("a report closes the decision")
	}
}

// The office answers what was asked of a decision in words, as its buttons do.
func TestWhatWasAskedOfADecisionIsAnsweredInWords(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		asks, answers string
		replies       bool
		told          string
		until, unit   string
	}{
		{"申请延期到2月3日12点，老师联系不上", "同意", false, "同意延期", "02-03 12:00", "xuesheng"},
		{"申请延期到2月3日12点，老师联系不上", "同意延期", false, "同意延期", "02-03 12:00", "xuesheng"},
		{"申请延期到2月3日12点，老师联系不上", "可以", true, "同意延期", "02-03 12:00", "xuesheng"},
		{"申请延期到2月3日12点，老师联系不上", "同意学生处延期到2月2日12点", false, "同意延期", "02-02 12:00", "xuesheng"},
		{"申请延期到2月3日12点，老师联系不上", "不同意延期，抓紧办", false, "原因：抓紧办", "02-01 18:00", "xuesheng"},
		{"申请延期到2月3日12点，老师联系不上", "不同意，抓紧办", true, "原因：抓紧办", "02-01 18:00", "xuesheng"},
		{"这事不归我们管", "同意，给后勤集团", false, "学生处 → 后勤集团", "02-01 18:00", "houqin"},
		{"这事归后勤集团管", "同意", false, "学生处 → 后勤集团", "02-01 18:00", "houqin"},
		{"这块不是我们分管的，是后勤集团", "同意", false, "学生处 → 后勤集团", "02-01 18:00", "houqin"},
		{"收到，但是床不够，差8张，怎么办", "从学生宿舍调8张", true, "答复：从学生宿舍调8张", "02-01 18:00", "xuesheng"},
		{"能办，但要晚一天", "同意", false, "同意延期", "02-02 18:00", "xuesheng"},
	} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("备好隔离房间")
		p.says(owner, nil, one.asks)
		p.sees(owner, nil, "已转")
		if one.replies {
			m := office.Last(nil)
			office.Replies(m, one.answers)
			p.settle()
		} else {
			p.says(office, nil, one.answers)
		}
		p.reads(owner, nil, one.told)
		d := p.decision("001")
		if d.Plea.Done() || d.Deadline.In(p.College.Zone).Format("01-02 15:04") != one.until || string(d.Owner.Unit) != one.unit {
			t.Errorf("“%s” “%s”: %+v\n%s", one.asks, one.answers, d, p.transcript(office, nil))
		}
	}
}

// Of several it is asked of which; what is said of something else answers nothing, and what is not said is asked.
func TestWhichOfWhatWasAskedIsAnswered(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.owing("电话随访")
	p.says(owner, nil, "决-0131-01 申请延期到2月3日12点，人手不够")
	p.says(owner, nil, "决-0131-02 申请延期到2月4日12点，人手不够")
	for _, words := range []string{"好的", "同意吗？", "可以吗", "不行啊，今天太忙了吗", "大家同意上报吗", "同意请假", "同意王芳请假两天", "同意入校", "不行，今天人手不够", "批准入校2人", "不能再拖了", "同意，按请假处理", "学生处人手不够", "收到", "好"} {
		p.says(office, nil, words)
		if one, two := p.decision("001"), p.decision("002"); !one.Plea.Done() || !two.Plea.Done() {
			t.Fatalf("“%s” answers it\n%s", words, p.transcript(office, nil))
		}
	}
	p.says(office, nil, "同意")
	p.sees(office, nil, "决-0131-01", "决-0131-02")
	if strings.Contains(p.transcript(office, nil), "现在没有等您") {
		t.Error("nothing is said to wait")
	}
	p.says(office, nil, "第二条")
	p.reads(owner, nil, "✅ 决-0131-02", "同意延期")
	p.says(office, nil, "不同意")
	p.sees(office, nil, "决-0131-01", "请写原因")
	p.says(office, nil, "市里明天就要")
	p.reads(owner, nil, "决-0131-01 不同意延期", "原因：市里明天就要")
	if d := p.decision("002"); !d.Seen.Done() {
		t.Error("who asked for more time has to say that it was received")
	}
	p.says(office, nil, "同意")
	p.sees(office, nil, "现在没有等您")
}

// A nod in whatever words records what was read back; the one unit that is named answers for it.
func TestADecisionIsRecordedWithANod(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"好", "好的，记下", "对的，没错", "没问题", "嗯，对"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：学生处2月1日18点前完成返校名单")
		p.decisionCard(office, "0131-01", "责任：学生处", "对吗")
		p.says(office, nil, words)
		if d := p.decision("001"); !d.Recorded.Done() || d.Owner != (workgroup.Owner{Unit: "xuesheng"}) {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(office, nil))
		}
	}
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：财务处负责购置口罩")
	p.says(office, nil, "好的，记下")
	if p.decision("001").Recorded.Done() {
		t.Error("recorded without a time")
	}
	p.reads(office, nil, "什么时候办完")
	for _, words := range []string{"决定：学生处报来的名单2月1日18点前核对", "决定：软件学院的网课2月1日18点前开通", "决定：软件学院2名学生2月1日18点前转运"} {
		p.says(office, nil, words)
	}
	for _, n := range []string{"002", "003", "004"} {
		if d := p.decision(n); d.Owner.Settled() {
			t.Errorf("%s is theirs: %+v", d.Text, d.Owner)
		}
	}
}
