package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A decision that was closed by mistake is opened again by the office, with who and when in the record: who answers for it is asked anew.
func TestADecisionIsOpenedAgain(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"决-0131-01 重新办理", "重新办理决-0131-01：门还没装", "决-0131-01 办结错了，重新办理", "决-0131-01 撤销办结", ""} {
		p := wholeEarly(t, "15:58")
		owner, office, director, leader := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
		p.until("16:01")
		p.owing("后门加锁")
		p.says(owner, nil, "决-0131-01 办结：已加锁")
		p.wait(time.Minute)
		for _, not := range []string{"决-0131-01 重新办理", "重新办理决-0131-01"} {
			p.says(owner, nil, not)
			p.says(leader, nil, not)
		}
		if !p.decision("001").Done.Done() {
			t.Fatal("opened by whom it is not for")
		}
		p.reads(owner, nil, "请告诉防控办")
		if words == "" {
			p.says(office, nil, "决-0131-01 是什么")
			p.says(office, nil, "/meeting")
			p.presses(office, nil, "重新办理")
		} else {
			p.says(office, nil, words)
		}
		p.decisionCard(owner, "0131-01", "重新办理："+office.Name(), "原办结："+owner.Name(), "已加锁", "请按「收到」")
		p.decisionCard(office, "0131-01", "重新办理："+office.Name())
		p.reads(director, nil, "决-0131-01", "重新办理", office.Name(), "已加锁")
		d := p.decision("001")
		if !d.Open() || d.Seen.Done() || d.Result != "" || len(d.Reopened) != 1 || d.Reopened[0].By != "zhao-wangpu" || d.Reopened[0].Result != "已加锁" || p.events(workgroup.DecisionReopened) != 1 {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(office, nil))
		}
		p.says(office, nil, "决-0131-01 重新办理")
		p.sees(office, nil, "还没有办结")
		p.says(owner, nil, "收到")
		p.says(owner, nil, "决-0131-01 办结：后门已装并加锁")
		if d := p.decision("001"); d.Result != "后门已装并加锁" {
			t.Errorf("closed again: %+v", d)
		}
	}
}

// Of one that several answer for each is asked anew; one that was taken back is not opened.
func TestWhatIsOpenedAgainForAll(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, guard, students := p.Person("zhao-wangpu"), p.Head("anbao"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "决定：安保处和学生处今晚8点前完成各楼门标识")
	p.presses(office, nil, "记为议定事项")
	p.says(guard, nil, "决-0131-01 办结：东门已贴")
	p.says(students, nil, "决-0131-01 办结：宿舍已贴")
	p.says(office, nil, "决-0131-01 重新办理：西门漏了")
	if d := p.decision("001"); !d.Open() || d.Parties[0].Done.Done() || d.Parties[1].Done.Done() || d.Reopened[0].Reason != "西门漏了" {
		t.Errorf("%+v\n%s", d, p.transcript(office, nil))
	}
	p.decisionCard(guard, "0131-01", "重新办理", "西门漏了", "请按「收到」")
	p.owing("电话随访")
	p.says(office, nil, "撤销决-0131-02，原因：重复")
	p.says(office, nil, "决-0131-02 重新办理")
	p.sees(office, nil, "决-0131-02 已撤销")
}
