package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Until when is answered by a time, in two steps perhaps; what stands for itself goes where it belongs meanwhile, and the question stays.
func TestWhatStandsForItselfBesideUntilWhen(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "参会：于思霖、朱思溪")
	p.says(office, nil, "决定：买口罩，后勤集团采购")
	p.says(office, nil, "后天上午")
	p.reads(office, nil, "2月2日上午前是几点前")
	for _, words := range []string{"嗯", "记", "对"} {
		p.says(office, nil, words)
		if got := p.decision("001"); got.Recorded.Done() {
			t.Errorf("%s records it", words)
		}
	}
	p.says(office, nil, "把参会的朱思溪去掉")
	p.says(office, nil, "记录改成赵望朴")
	if f := p.frame("2020-01-31"); f[workgroup.FramePresent] != "于思霖" || f[workgroup.FrameRecorder] != "赵望朴" {
		t.Errorf("the frame is %q\n%s", f, p.lastOf(office))
	}
	p.says(office, nil, "刚才那条改成由财务处负责")
	p.decisionCard(office, "0131-01", "责任：财务处")
	p.says(office, nil, "大后天再说吧")
	p.says(office, nil, "今天谁没报")
	p.sees(office, nil, "未报")
	p.says(office, nil, "12点")
	p.decisionCard(office, "0131-01", "时限：2月2日 12:00前", "责任：财务处")
}

// An hour alone is of the day, and the half of it, that stands there.
func TestAnHourAloneIsOfTheDayThatStandsThere(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：由安保处负责锁好后门，今晚8点前")
	p.says(office, nil, "不对，是9点")
	p.decisionCard(office, "0131-01", "时限：1月31日 21:00前")
	p.says(office, nil, "对")
	p.says(office, nil, "决定：校门管控，由安保处负责，2月1日8点前到位")
	p.says(office, nil, "不对，是9点")
	p.decisionCard(office, "0131-02", "时限：2月1日 09:00前")
	p.says(office, nil, "记")
	p.says(office, nil, "决-0131-02改成10点")
	p.sees(office, nil, "为什么这样改")
	p.says(office, nil, "通知发晚了")
	if got := p.decision("002").Deadline.In(p.College.Zone); got.Format("01-02 15:04") != "02-01 10:00" {
		t.Errorf("due %s\n%s", got, p.lastOf(office))
	}
	p.says(office, nil, "决-0131-01改成10点，原因：钥匙没到")
	if got := p.decision("001").Deadline.In(p.College.Zone); got.Format("01-02 15:04") != "01-31 22:00" {
		t.Errorf("due %s\n%s", got, p.lastOf(office))
	}
	p.says(office, nil, "决-0131-02改成1月31日9点")
	p.says(office, nil, "写错了")
	p.sees(office, nil, "已经过了")
	p.says(office, nil, "缺席改一下，加上许清朴请假")
	if f := p.frame("2020-01-31"); f[workgroup.FrameAbsent] != "许清朴（请假）" {
		t.Errorf("the frame is %q\n%s", f, p.lastOf(office))
	}
}

// The minutes that a decision added afterwards has brought go out once.
func TestTheSameMinutesGoOutOnce(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, leader := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading)
	files := func() (n int) {
		for _, m := range leader.Sees(nil) {
			if m.File != nil && m.File.Name != "" {
				n++
			}
		}
		return n
	}
	p.until("16:01")
	p.says(office, nil, "主持：于思霖")
	p.endsMeeting(office)
	p.wait(10 * time.Second)
	before := files()
	p.says(office, nil, "补充决定：给各学院发体温计，由后勤集团负责，2月1日20点前")
	p.says(office, nil, "对")
	p.wait(4 * time.Minute)
	if n := files() - before; n != 1 {
		t.Errorf("%d minutes came\n%s", n, p.lastOf(leader))
	}
	p.says(office, nil, "主持：许清朴")
	p.wait(4 * time.Minute)
	if n := files() - before; n != 2 {
		t.Errorf("%d minutes came\n%s", n, p.lastOf(leader))
	}
}

// Who is charged with a decision is read where it begins with them, and where a clause says no more than that they do it.
func TestWhoIsChargedIsRead(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	for i, c := range [][2]string{
		{"决定：由安保处在今晚8点前锁好后门", "责任：安保处"},
		{"决定：买口罩，后勤集团办", "责任：后勤集团"},
		{"决定：给门岗换锁，让安保处去办", "责任：安保处"},
		{"决定：请财务处2月3日前拨付经费", "责任：财务处"},
		{"决定：消毒液，后勤集团采购", "责任：后勤集团"},
		{"决定：整理好安保处报来的名单", "责任：待定"},
		{"决定：核对财务处的账目，2月3日前", "责任：待定"},
	} {
		p.says(office, nil, c[0])
		p.decisionCard(office, "0131-0"+string(rune('1'+i)), c[1])
	}
}

// A decision that is told to the group after a greeting is answered in private like any; one that is recorded is told to the group, and nothing is said.
func TestADecisionAfterAGreetingInTheGroup(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	chief := p.Person("lv-jinglin")
	p.until("16:01")
	p.says(chief, p.Group, "大家辛苦，会议决定明天起各学院每天两次测温")
	p.sees(chief, nil, "请私聊我发 “补充决定：明天起各学院每天两次测温”")
	p.says(chief, nil, "补充决定：明天起各学院每天两次测温")
	n := len(chief.Sees(nil))
	for _, words := range []string{"大家辛苦，会议决定明天起各学院每天两次测温", "大家辛苦，今天的会到这里", "各位辛苦，会议决定的事请抓紧"} {
		p.says(chief, p.Group, words)
		if got := len(chief.Sees(nil)); got != n {
			t.Errorf("%s is answered\n%s", words, p.lastOf(chief))
		}
	}
}
