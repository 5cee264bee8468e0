package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A yes with a condition that answers what was asked of a decision is that answer, though a report waits as well.
func TestAPleaIsAnsweredWhileAReportWaits(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	drafter, director, owner := p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Head("caiwu")
	p.until("16:01")
	p.decides("zhao-wangpu", "财务处2月3日17点前拨付15万元")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(p.Person("zhu-sixi"), nil, "审核通过")
	p.signOff(director, "待签")
	p.says(owner, nil, "请求延期到2月5日，银行没上班")
	p.says(director, nil, "可以，延到2月4日12点，不要再拖")
	if _, until := p.owns("001"); until != "02-04 12:00" || p.decision("001").Plea.Done() {
		t.Errorf("until %s, plea %+v\n%s", until, p.decision("001").Plea, p.transcript(director, nil))
	}
	p.neverReads(director, "没有签发")
}

// What stands beside a receipt and a case and counts people is the day's report all the same.
func TestFiguresBesideAReceiptAndACaseAreReported(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "收到，居家隔离3人，另有1名干事昨天在安阳确诊")
	p.reads(owner, nil, "已提醒值班员")
	p.reads(owner, nil, "【学生处】", "居家隔离 现有 3")
	if !p.decision("001").Seen.Done() {
		t.Errorf("not received: %+v", p.decision("001"))
	}
}

// What must be reported within the hour and stands beside a decision that only may tell of a case becomes a case, though the decision is recorded.
func TestACaseBesideARecordedDecisionIsACase(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：由汽车学院负责，今晚9点前联系坐G508次和确诊同车厢的李强\n分析：护理学院报告一名学生疑似，已送医院")
	p.reads(office, nil, "将自动立案")
	p.presses(office, nil, "记为议定事项")
	p.wait(4 * time.Minute)
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases\n%s", n, p.transcript(office, nil))
	}
}

// A doubt whether somebody is ill that nobody but its writer could be told of does not end with that: it becomes a case.
func TestADoubtThatNobodyCanBeToldOfBecomesACase(t *testing.T) {
	t.Parallel()
	var silent []workgroup.PersonID
	for _, one := range wholeCollege().People {
		if one.ID != "zhao-wangpu" {
			silent = append(silent, one.ID)
		}
	}
	p := wholeEarly(t, "15:58", silent...)
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "缺席：何松石（发热在家隔离）")
	p.reads(office, nil, "前没有回答", "将告知值班员")
	p.wait(4 * time.Minute)
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases\n%s", n, p.transcript(office, nil))
	}
}

// A day that is none, said after a plea was refused, is answered once, and nothing else is asked.
func TestADayThatIsNoneAfterARefusal(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("caiwu")
	p.until("16:01")
	p.decides("zhao-wangpu", "财务处2月3日17点前拨付15万元")
	p.says(owner, nil, "请求延期到2月5日，银行没上班")
	p.says(office, nil, "不行，抓紧办")
	p.wait(10 * time.Second)
	before := len(office.Sees(nil))
	p.says(office, nil, "2月30日18点前")
	p.sees(office, nil, "2月30日")
	if n := len(office.Sees(nil)) - before; n != 2 { // with what was said
		t.Errorf("%d messages\n%s", n, p.transcript(office, nil))
	}
}
