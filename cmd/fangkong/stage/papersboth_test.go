package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// With two reports that wait to be sent it is asked which one went out, and what was written of it is kept until that is said.
func TestWhichOfTwoReportsWentOutIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	signed := func() {
		p.drafts(drafter, "无", "无")
		p.submits(drafter)
		p.presses(colleague, nil, "审核通过")
		p.signs(director)
	}
	p.until("15:10")
	signed()
	p.until("23:59")
	p.until("15:10")
	signed()
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.sees(drafter, nil, "有 2 份上报件")
	p.wait(5 * time.Minute)
	p.presses(drafter, nil, "2月1日，已签")
	p.view(func(b workgroup.Book) {
		before, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		today, _ := workgroup.Papers.Get(b, "2020-02-01/01")
		if before.State != workgroup.PaperSigned || today.State != workgroup.PaperSent || today.Sent.Received != "王科长" || today.Sent.At.In(zone()).Format("15:04") != "15:10" {
			t.Errorf("entered %s %+v, %s %+v", before.State, before.Sent, today.State, today.Sent)
		}
	})
	p.says(drafter, nil, "已报送：政务邮箱；刚刚；李主任") // the other one is left
	p.view(func(b workgroup.Book) {
		if before, _ := workgroup.Papers.Get(b, "2020-01-31/01"); before.State != workgroup.PaperSent || before.Sent.Received != "李主任" {
			t.Errorf("entered %s %+v", before.State, before.Sent)
		}
	})
	p.audited(2)
}
