package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever is asked why their report was late may write other things: words of filing file, a question is answered, a protest is none and is told
// what is known. The reason stays asked until there is one.
func TestWhatIsNoReasonLeavesItAsked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words string
		sees  []string
	}{
		{"汇总报送", []string{"将报送学生汇总：已收 13/15"}},
		{"提交汇总", []string{"将报送学生汇总：已收 13/15"}},
		{"请把汇总表报一下", []string{"将报送学生汇总：已收 13/15"}},
		{"怎么填？", []string{"日报每天 14:00 起报", "学生处逾时的原因还没有写"}},
		{"为什么算逾时", []string{"单位 14:30 前", "学生处逾时的原因还没有写"}},
		{"我们没迟报", []string{"学生处的报送是 14:41 收到的，应在 14:30 前", "请用一句话写明原因"}},
		{"没有逾时啊，早就报了", []string{"学生处的报送是 14:41 收到的，应在 14:30 前"}},
		{"没什么原因", []string{"看不出原因", "请用一句话写明学生处为什么逾时"}},
		{"同意", []string{"看不出原因"}},
		{"不知道", []string{"“不知道”看不出原因"}},
	} {
		t.Run(c.words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{Roster: wholeCollege()})
			lead := p.Head("xuesheng")
			p.until("14:29")
			p.everybody("jidian", "dianxin", "xuesheng")
			p.until("14:41")
			p.wait(time.Second)
			p.zero("xuesheng")
			p.sees(lead, nil, "记为逾时", "请说明原因")
			p.says(lead, nil, c.words)
			for _, words := range c.sees {
				p.reads(lead, nil, words)
			}
			if s, _ := p.filed("xuesheng"); s.Reason != "" {
				t.Errorf("“%s” became the reason", c.words)
			}
			if c.words == "汇总报送" || c.words == "提交汇总" || c.words == "请把汇总表报一下" {
				return // what it asks next is of the sheet
			}
			p.says(lead, nil, "教室里没有信号")
			p.sees(lead, nil, "已记录")
			if s, _ := p.filed("xuesheng"); s.Reason != "教室里没有信号" {
				t.Errorf("the reason kept is %q", s.Reason)
			}
		})
	}
}

// A reason may speak of asking, or deny something: it is one as long as it tells why.
func TestAReasonMayAskOrDenySomething(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"新来的同志不知道怎么填", "我们没迟报，14:20 就发在群里了", "老师都在开会没看手机，上级又问为什么没有报，耽误了"} {
		p := newPlay(t, Options{})
		head := p.Head("ruanjian")
		p.until("14:41")
		p.wait(time.Second)
		p.zero("ruanjian")
		asked := p.sees(head, nil, "逾时", "说明原因")
		head.Replies(&asked, words)
		p.settle()
		if s, _ := p.filed("ruanjian"); s.Reason != words {
			t.Errorf("“%s” is kept as %q:\n%s", words, s.Reason, p.transcript(head, nil))
		}
	}
}

// A reply to the question is judged like any words there.
func TestAReplyThatIsNoReasonLeavesItAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("ruanjian")
	p.until("14:41")
	p.wait(time.Second)
	p.zero("ruanjian")
	asked := p.sees(head, nil, "逾时", "说明原因")
	for _, words := range []string{"我们没迟报", "怎么填？", "好的"} {
		head.Replies(&asked, words)
		p.settle()
		if s, _ := p.filed("ruanjian"); s.Reason != "" {
			t.Fatalf("“%s” became the reason", words)
		}
	}
	p.reads(head, nil, "软件学院的报送是 14:41 收到的")
	p.reads(head, nil, "软件学院逾时的原因还没有写")
	p.says(head, nil, "教室里没有信号")
	if s, _ := p.filed("ruanjian"); s.Reason != "教室里没有信号" {
		t.Errorf("the reason kept is %q:\n%s", s.Reason, p.transcript(head, nil))
	}
}

// Why a unit is missing on the sheet is asked on, too.
func TestAProtestIsNoReasonForAGap(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	lead := p.Head("xuesheng")
	p.until("14:29")
	p.everybody("jidian", "dianxin")
	p.until("15:02")
	p.says(lead, nil, "报送汇总")
	p.wait(2 * time.Second)
	p.says(lead, nil, "报送汇总")
	for _, words := range []string{"我们没迟报", "没什么原因", "同意", "怎么填？", "汇总报送"} {
		p.says(lead, nil, words)
		if w := p.worksheet(); len(w.Gaps) > 0 {
			t.Fatalf("“%s” became a reason: %+v", words, w.Gaps)
		}
	}
	p.reads(lead, nil, "现在问的是机电工程学院为什么未报")
	p.says(lead, nil, "填报人员在路上")
	if w := p.worksheet(); len(w.Gaps) != 1 || w.Gaps[0].Reason != "填报人员在路上" {
		t.Errorf("reasons: %+v", w.Gaps)
	}
}

// A recall and a pause, too, want a reason that is one.
func TestAYesIsNoReasonForARecallOrAPause(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	office := p.office()
	p.presses(office, nil, "撤回通知")
	for _, words := range []string{"同意", "谢谢", "没什么原因"} {
		p.says(office, nil, words)
		p.sees(office, nil, "撤回要写原因")
	}
	p.says(office, nil, "日期写错了")
	p.sees(office, nil, "按「撤回通知」才撤回")

	q := newPlay(t, Options{})
	q.until("14:05")
	duty := q.Holder(workgroup.DutyStaff)
	q.calls(q.Head("ruanjian"), "确诊", "学生", "刚刚")
	q.presses(duty, nil, "我来接手")
	q.presses(duty, nil, "稍后")
	for _, words := range []string{"同意", "没什么原因"} {
		q.says(duty, nil, words)
		if k := q.kase(); k.Snoozed != "" {
			t.Errorf("put off for %q", k.Snoozed)
		}
	}
	q.says(duty, nil, "正在联系")
	if k := q.kase(); k.Snoozed != "正在联系" {
		t.Errorf("%+v\n%s", k.Holding, q.transcript(duty, nil))
	}
}
