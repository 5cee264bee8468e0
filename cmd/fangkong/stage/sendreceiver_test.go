package stage

import (
	"testing"
)

// What is missing of a sending is asked for, with what was read; what comes then completes it, and what was entered is put right by saying what is so in fact.
func TestTheRestOfASendingIsTold(t *testing.T) {
	t.Parallel()
	p, drafter, _, _ := signed(t)
	p.until("16:40")
	for _, c := range []struct{ words, want string }{
		{"已报送，16:35传真给市指挥部", "时间 16:35。\n请再写：接收人"},
		{"备案", "登记上报"},
		{"已报送，传真给王科长了", "方式 传真，接收人 王科长。\n请再写：时间"},
		{"取消", "取消"},
		{"一会儿传真给市指挥部王科长", "没看懂"},
		{"已报送，16:35王科长收的", "时间 16:35，接收人 王科长。\n请再写：方式"},
		{"机要交换", "上报：机要交换，16:35，王科长接收"},
		{"报送方式写错了，是电话", "上报：电话，16:35，王科长接收"},
		{"16:35报错了，实际16:34发的", "上报：电话，16:34，王科长接收"},
		{"写错了，是李科长收的", "上报：电话，16:34，李科长接收"},
		{"登记错了", "现在登记的是"},
		{"不是李科长，是小于", "上报：电话，16:34，小于接收"},
	} {
		p.says(drafter, nil, c.words)
		p.sees(drafter, nil, c.want)
	}
}
