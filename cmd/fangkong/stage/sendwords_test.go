package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// How a report went out is written as people write it: whatever stands between the three, and the time first; what is missing or no time is asked for by name.
func TestASendingIsReadWhateverStandsBetween(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want string }{
		{"已上报：传真；16:35；王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：传真，16:35，王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：传真,16:35,王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：传真、16:35、王科长。", "上报：传真，16:35，王科长接收"},
		{"已上报：传真; 16:35; 王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：传真，16:35；王科长、李主任", "上报：传真，16:35，王科长、李主任接收"},
		{"已上报：传真 16:35 王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：16:35，传真，王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：市疫情防控工作指挥部办公室，传真，16:35，王科长", "上报：传真，16:35，王科长接收"},
		{"已上报：传真，王科长", "读到：方式 传真，接收人 王科长"},
		{"已上报：传真，王科长，李主任", "“王科长”不是我能看懂的时间。请一次写全三项"},
		{"已上报：传真，25:70，王科长", "“25:70”不是我能看懂的时间。请一次写全三项"},
	} {
		t.Run(c.words, func(t *testing.T) {
			p := newPlay(t, Options{})
			drafter := p.Person("zhao-wangpu")
			p.until("16:30")
			p.says(drafter, nil, "拟稿")
			p.says(drafter, nil, "四：无")
			p.says(drafter, nil, "五：无")
			p.submits(drafter)
			p.presses(p.Person("zhu-sixi"), nil, "审核通过")
			p.signs(p.Holder(workgroup.Director))
			p.until("16:40")
			p.says(drafter, nil, c.words)
			p.sees(drafter, nil, c.want)
		})
	}
}
