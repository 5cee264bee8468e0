package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// An authority that had not got a report when its figures turned out wrong is never to get it: from that moment its card says so, the office is
// reminded of the correction, and what is entered is entered of that.
func TestWhoHasNotGotAWrongReportGetsItsCorrection(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, How: "政务邮箱", By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "18:00"}}
	p := newPlay(t, Options{Settings: &sample})
	drafter, colleague, director, leader, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(drafter, nil, "已报送省高工委教育厅：传真；刚刚；王科长")
	p.signOff(drafter, "已签", "待报 市指挥部办公室（政务邮箱，17:00 前）\n")
	p.says(head, nil, "居家隔离30人")
	p.presses(head, nil, "报送")
	p.wait(time.Minute)
	p.reads(drafter, nil, "1月31日 疫情防控情况报告\n", "已上报", "这一份不要再报", "市指挥部办公室没有收到过，直接报更正件")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "刚刚；会议；于思霖；同意上报")
	p.signs(director)
	p.signOff(drafter, "更正件", "待报 市指挥部办公室（政务邮箱，17:00 前）：没有收到过更正前的，直接报这一份", "待报 省高工委教育厅（18:00 前）\n")
	p.until("16:59")
	p.reads(colleague, nil, "的上报件还没有报：\n· 市指挥部办公室（政务邮箱，17:00 前）：更正件，没有收到过更正前的，直接报这一份\n已签")
	for _, m := range director.Sees(nil) {
		if strings.Contains(m.Text, "疫情防控情况报告\n") && strings.Contains(m.Text, "待报 市指挥部办公室") {
			t.Errorf("the report that is wrong is still asked for:\n%s", m.Text)
		}
	}

	// One report waits for it: nobody is asked which.
	p.says(drafter, nil, "已报送市指挥部：政务邮箱；刚刚；李科长")
	p.signOff(drafter, "更正件", "上报 市指挥部办公室：政务邮箱", "待报 省高工委教育厅")
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		second, _ := workgroup.LastPaper(b, "2020-01-31")
		if len(first.Sendings) != 1 || len(second.Sendings) != 1 || second.Sendings[0].To != "市指挥部办公室" {
			t.Errorf("sent: first %+v, second %+v", first.Sendings, second.Sendings)
		}
	})
	p.audited(2)
	if found, err := p.Store.Verify(); err != nil || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
}
