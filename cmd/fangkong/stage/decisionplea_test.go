package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// owing has the office record a decision for the students' office, until six tomorrow.
func (p *play) owing(words string) {
	p.t.Helper()
	office := p.Person("zhao-wangpu")
	p.says(office, nil, "决定："+words+"，由学生处负责，2月1日18点前完成")
	p.presses(office, nil, "记为议定事项")
}

// Whoever owes a decision and cannot finish it asks for more time in their own words: the office reads it with what it can do about it, and whoever
// has asked hears what became of it.
func TestMoreTimeIsAskedForAndGranted(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, director := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "办不完，请延期到2月3日12点，物资没有到")
	p.sees(owner, nil, "已转", "决-0131-01 申请延期到 2月3日 12:00", "答复前仍按原时限（2月1日 18:00前）办")
	p.sees(office, nil, "申请延期", "决-0131-01", "“办不完，请延期到2月3日12点，物资没有到”", owner.Name())
	p.sees(director, nil, "申请延期", "决-0131-01")
	p.decisionCard(owner, "0131-01", "申请延期到 2月3日 12:00，待答复")
	if !p.decision("001").Seen.Done() {
		t.Error("who asks for more time has not received it")
	}
	p.presses(director, nil, "同意延到 2月3日 12:00")
	p.reads(owner, nil, "同意延期", director.Name(), "时限改为 2月3日 12:00前")
	d := p.decision("001")
	if d.Plea.Done() || d.Deadline.In(p.College.Zone).Format("01-02 15:04") != "02-03 12:00" || len(d.Amended) != 1 {
		t.Errorf("granted: %+v", d)
	}
	// What is answered is answered once.
	m := p.withButton(office, nil, "同意延到 2月3日 12:00")
	if m != nil {
		press, err := office.Presses(m, "同意延到 2月3日 12:00")
		must(t, err)
		p.settle()
		if text, _, _ := press.Answered(); text == "" || len(p.decision("001").Amended) != 1 {
			t.Errorf("granted twice: %q", text)
		}
	}
}

// “申请延到” is said of a decision, and of no leave.
func TestMoreTimeIsNoLeave(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "走采购要三天，明天下午来不及，申请延到2月4日")
	p.sees(owner, nil, "已转", "决-0131-01 申请延期到 2月4日")
}

// It may be refused, which needs a reason, or granted otherwise.
func TestMoreTimeIsRefusedOrGivenOtherwise(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, director := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("16:01")
	p.owing("摸清返校名单")
	p.presses(owner, nil, "申请延期")
	p.sees(owner, nil, "请写延到什么时候、为什么")
	p.says(owner, nil, "好的")
	p.sees(owner, nil, "请写延到什么时候、为什么")
	p.says(owner, nil, "系统坏了，要晚两天")
	p.sees(owner, nil, "已转", "申请延期到 2月3日 18:00")
	p.presses(office, nil, "不同意延期")
	p.says(office, nil, "同意")
	p.sees(office, nil, "请写原因")
	p.says(office, nil, "市里明天就要")
	p.reads(owner, nil, "不同意延期", office.Name(), "原因：市里明天就要", "请仍于 2月1日 18:00前办结")
	p.reads(director, nil, "不同意延期", "市里明天就要")
	if d := p.decision("001"); d.Plea.Done() || len(d.Amended) != 0 {
		t.Errorf("refused: %+v", d)
	}

	p.says(owner, nil, "决-0131-01 完不成，能不能延期")
	p.sees(owner, nil, "决-0131-01 申请延期。")
	p.presses(director, nil, "另定时限")
	p.says(director, nil, "2月2日12点")
	p.sees(director, nil, "为什么这样改", "请写原因")
	p.says(director, nil, "市里2号下午要")
	p.reads(owner, nil, "同意延期", "时限改为 2月2日 12:00前")
	p.decisionCard(owner, "0131-01", "原因：市里2号下午要")
	if d := p.decision("001"); len(d.Amended) != 1 || d.Amended[0].Reason != "市里2号下午要" {
		t.Errorf("given otherwise: %+v", d)
	}
}

// The reason for a time that the office sets is the office's own: said with the time, or asked; the time that was asked for is given for the reason it was
// asked for.
func TestWhyAnotherTimeIsSet(t *testing.T) {
	t.Parallel()
	for _, one := range []struct{ says, then, until, reason string }{
		{"2月2日12点，市里2号下午要", "", "02-02 12:00", "市里2号下午要"},
		{"2月2日12点，原因：市里2号下午要", "", "02-02 12:00", "市里2号下午要"},
		{"2月2日", "市里3号早上要", "02-03 00:00", "市里3号早上要"},
		{"2月3日12点", "", "02-03 12:00", "申请延期到2月3日12点，老师联系不上"},
	} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, "申请延期到2月3日12点，老师联系不上")
		p.presses(office, nil, "另定时限")
		p.says(office, nil, one.says)
		if one.then != "" {
			p.sees(office, nil, "请写原因")
			p.says(office, nil, one.then)
		}
		d := p.decision("001")
		if d.Plea.Done() || d.Deadline.In(p.College.Zone).Format("01-02 15:04") != one.until || len(d.Amended) != 1 || d.Amended[0].Reason != one.reason {
			t.Errorf("“%s”: %+v\n%s", one.says, d, p.transcript(office, nil))
		}
	}
}

// Of several decisions it is asked for which; asked for the result somebody may say that there is none yet; nobody's silence is the end of it.
func TestForWhichDecisionMoreTimeIsAsked(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.owing("电话随访")
	p.says(owner, nil, "办不完，请延期")
	p.sees(owner, nil, "是为下面哪一项申请延期", "决-0131-01", "决-0131-02")
	p.presses(owner, nil, "申请延期 决-0131-02")
	p.sees(office, nil, "申请延期", "决-0131-02")
	if p.decision("001").Plea.Done() || !p.decision("002").Plea.Done() {
		t.Error("asked for another one")
	}
	p.says(owner, nil, "决-0131-01 办结")
	p.sees(owner, nil, "请写办了什么")
	p.says(owner, nil, "办不完，请延期两天")
	p.sees(owner, nil, "已转", "决-0131-01 申请延期到 2月3日 18:00")
	p.says(office, nil, "/decisions") // and the letters are not the last
	p.until("17:02")
	if n := strings.Count(p.transcript(office, nil), "延期申请还没有答复"); n != 2 {
		t.Errorf("put before them again %d times:\n%s", n, p.transcript(office, nil))
	}
	p.until("18:30")
	p.says(owner, nil, "决-0131-02 办结：随访完毕")
	if p.decision("002").Plea.Done() {
		t.Error("what is done asks for time")
	}
	p.until("23:59")
	p.until("18:01")
	p.reads(office, nil, "议定事项逾期", "已申请延期到 2月3日 18:00，还没有答复")
}

// Words that ask for nothing of the kind are none, and nobody grants more time to themselves.
func TestWhatAsksForNoMoreTime(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, colleague := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.until("16:01")
	p.owing("摸清返校名单")
	for _, words := range []string{"能不能延期开学？", "学校延期开学了", "请问核酸检测推迟了吗", "想问一下通知的时间延期了没有", "决-0131-01 延期了吗", "有1名学生需要延长隔离", "家长希望孩子晚两天来校", "请假两天", "软件学院居家隔离2人", "收到"} {
		p.says(owner, nil, words)
		if p.decision("001").Plea.Done() {
			t.Errorf("“%s” asks for more time", words)
		}
	}
	_, err := owner.Presses(p.withText(owner, nil, "📌 决-0131-01"), "办结")
	must(t, err)
	p.settle()
	p.says(owner, nil, "名单已报，办不了手续的3人另行登记，要延期")
	p.sees(owner, nil, "看起来还没办完")
	p.says(owner, nil, "取消")
	p.says(office, nil, "决定：清点口罩，由防控办负责，2月1日18点前完成")
	p.presses(office, nil, "记为议定事项")
	p.says(colleague, nil, "决-0131-02 来不及，申请延期一天")
	p.sees(colleague, nil, "已转")
	p.reads(office, nil, "申请延期", "决-0131-02")
	if p.withButton(colleague, nil, "同意延到 2月2日 18:00") != nil {
		t.Error("offered to grant it to themselves")
	}
	p.wait(2 * time.Second)
	p.presses(office, nil, "同意延到 2月2日 18:00")
	p.reads(colleague, nil, "同意延期")
}

// Who asked for more time and not until when is asked, and says so however they like; the office reads it with the button that grants it.
func TestUntilWhenMoreTimeIsAsked(t *testing.T) {
	t.Parallel()
	for said, until := range map[string]string{"延到2月6日": "2月6日", "2月6日": "2月6日", "后天18点": "2月2日 18:00", "那就到2月3日中午12点吧": "2月3日 12:00", "再给两天": "2月3日 18:00", "三天": "2月4日 18:00"} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, "来不及，能不能延一下")
		p.sees(owner, nil, "已转", "申请延期", "延到什么时候")
		p.says(owner, nil, "今天谁值班")
		p.says(owner, nil, said)
		p.sees(owner, nil, "已转", "申请延期到 "+until)
		p.reads(office, nil, "申请延期", "“来不及，能不能延一下；"+said+"”")
		p.presses(office, nil, "同意延到 "+until)
		p.reads(owner, nil, "同意延期", "时限改为 "+until)
		p.says(owner, nil, "2月8日") // which is asked no more
		if d := p.decision("001"); d.Plea.Done() || len(d.Amended) != 1 {
			t.Errorf("%s: %+v", said, d)
		}
	}
}

// What is said of something else says nothing of until when; of two that wait it is asked of which, and what has gone by is no time to put off to.
func TestWhatIsNoTimeToPutOffTo(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "来不及，能不能延一下")
	for _, words := range []string{"2月6日开学吗？", "学生2月6日返校3人", "2月1日请假一天", "明天谁值班", "2月6日军训", "3", "1月30日"} {
		p.says(owner, nil, words)
		if d := p.decision("001"); !d.Plea.Until.IsZero() {
			t.Errorf("“%s” is until when: %+v", words, d.Plea)
		}
	}
	p.sees(owner, nil, "延到什么时候")
	p.owing("电话随访")
	p.says(owner, nil, "决-0131-02 来不及，能不能延一下")
	p.says(owner, nil, "延到2月6日")
	p.sees(owner, nil, "是为下面哪一项申请延期", "决-0131-01", "决-0131-02")
	p.presses(owner, nil, "申请延期 决-0131-02")
	p.presses(office, nil, "同意延到 2月6日")
	if p.decision("001").Plea.Until.IsZero() != true || p.decision("002").Plea.Done() {
		t.Error("until when another one is put off to")
	}
}
