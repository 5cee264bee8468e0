package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// While a change waits for “对”, what is said of another decision is of that one: the first is said to be not in force, the other is read back.
func TestAChangeThatWaitsSwallowsNoOther(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"另外，决-0131-02 内容改成每天通风三次，原因：上级有新要求", "还有决-0131-02内容改成每天通风三次，原因：上级有新要求", "0131-02 内容改成每天通风三次，原因：上级有新要求",
		"第2项内容改成每天通风三次，原因：上级有新要求", "第二条改为每天通风三次，原因：上级有新要求", "把决-0131-02的内容改成每天通风三次，原因：上级有新要求"} {
		p := wholeEarly(t, "15:58")
		leader, head := p.Holder(workgroup.Leading), p.Head("xuesheng")
		p.until("16:01")
		for _, what := range []string{"学生宿舍每日测温", "每天通风"} {
			p.says(leader, nil, "决定："+what+"，由学生处负责，2月1日18点前完成")
			p.says(leader, nil, "对")
		}
		p.says(leader, nil, "决-0131-01 内容改成每日测温两次，原因：气温下降")
		p.sees(leader, nil, "改后全文：\n“每日测温两次”", "对吗？")
		p.says(leader, nil, words)
		p.reads(leader, nil, "决-0131-01 刚才的更改", "没有生效")
		p.sees(leader, nil, "决-0131-02 改后全文：\n“每天通风三次”", "对吗？")
		p.says(leader, nil, "对")
		p.decisionCard(head, "0131-02", "每天通风三次")
		p.decisionCard(head, "0131-01", "学生宿舍每日测温，")
		if d := p.decision("001"); len(d.Amended) != 0 {
			t.Errorf("%s: %+v", words, d)
		}
	}
}

// Whether a decision is done is asked, and closes none, however it is called.
func TestWhetherADecisionIsDoneClosesNone(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("摸清返校名单")
	for _, words := range []string{"第1条办结了吗", "决-0131-01 办结了吗？", "决-0131-01办完了没有", "第一项完成了没", "第1个学生已办结"} {
		p.says(office, nil, words)
		if d := p.decision("001"); d.Done.Done() {
			t.Fatalf("“%s” closes it: %q", words, d.Result)
		}
	}
	p.says(owner, nil, "第1项办结：名单已报")
	if d := p.decision("001"); d.Result != "名单已报" {
		t.Errorf("not closed: %+v", d)
	}
}
