package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// The director signs and leaves the check to the staff, who are named; the card offers each their own step.
func TestTheDirectorLeavesTheCheckToTheStaff(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	zhao, zhu, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(zhao, "宿舍消毒两次", "无")
	p.saysSubmit(zhao)
	p.says(director, nil, "审核通过")
	p.sees(director, nil, "审核和签发不能是同一个人", "请朱思溪按「审核通过」", "再由您签发")
	p.says(director, nil, "上报稿到哪一步了")
	p.signOff(director, "审核中", "请朱思溪按「审核通过」")
	if p.withButton(director, nil, "审核通过") != nil {
		t.Errorf("the director is offered the check:\n%s", p.transcript(director, nil))
	}
	p.says(zhao, nil, "审核通过")
	p.sees(zhao, nil, "不能自己审核", "请朱思溪办")
	p.presses(zhu, nil, "审核通过")
	p.signs(director)
	p.view(func(b workgroup.Book) {
		one, _ := workgroup.LastPaper(b, "2020-01-31")
		if one.Drafter != "zhao-wangpu" || one.Checked.By != "zhu-sixi" || one.Signature.By == one.Checked.By || !one.Signature.Done() {
			t.Errorf("drafted by %s, checked by %s, signed by %s", one.Drafter, one.Checked.By, one.Signature.By)
		}
	})
	if strings.Contains(p.transcript(director, nil), "没看懂") {
		t.Error(p.transcript(director, nil))
	}
}
