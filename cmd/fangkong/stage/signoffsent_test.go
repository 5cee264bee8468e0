package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// How a report went out is told as people tell it: before it is signed it has not gone, and a question in between is answered and asks nothing anew.
func TestASendingIsToldInOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.sentRound(drafter, colleague, "拟稿送审", "四：无", "五：无")
	p.signOff(director, "待签", "汇总未报", "学生处")
	p.says(drafter, nil, "发出去了，15点05传真给市指挥部，李科长收的")
	p.sees(drafter, nil, "待签", "办不了")
	p.says(director, nil, "签发")
	p.sees(director, nil, "家汇总未报")
	p.wait(2 * time.Second)
	p.says(director, nil, "同意")
	p.wait(10 * time.Minute)
	for _, not := range []string{"发出去了，通知都收到了", "报送了，三个人发热", "已报送 软件学院 居家隔离2人", "发出去了吗，传真还是微信", "护理学院传真过去了，15点05，李科长收的快递"} {
		p.says(drafter, nil, not)
		if p.paperState() != workgroup.PaperSigned {
			t.Fatalf("%q entered a sending:\n%s", not, p.transcript(drafter, nil))
		}
	}
	p.says(drafter, nil, "登记上报")
	p.says(drafter, nil, "编号多少")
	p.sees(drafter, nil, "还没有编号")
	p.says(drafter, nil, "15点15传真的，李科长收的")
	p.signOff(drafter, "已上报", "传真，15:15，李科长接收")
	p.audited(1)

	for _, says := range []string{"市教育局让我们直接报，能报吗", "上级要我们学院直接上报数据", "学校上报的文件给我转一份"} {
		p.says(head, nil, says)
		p.sees(head, nil, "防控办")
		if last := head.Last(nil); !strings.Contains(last.Text, "统一") {
			t.Errorf("%q was told:\n%s", says, last.Text)
		}
	}
	// A figure changes, and the correction is begun and asked after in the words that are told.
	p.says(head, nil, "更正：居家隔离1人，学生1人")
	p.presses(head, nil, "报送")
	p.wait(3 * time.Minute)
	p.says(director, nil, "更正件谁在弄")
	p.sees(director, nil, "更正件", "草稿", "赵望朴")
	p.says(drafter, nil, "拟更正件")
	p.sees(drafter, nil, "更正件", "草稿")
}

// The same in a few words, with nothing but spaces between.
func TestASendingIsToldBriefly(t *testing.T) {
	t.Parallel()
	for _, says := range []string{"已报送 传真 刚才 李科长", "其实已经发出去了，15点12传真的，李科长收", "发出去了，15点12传真给市指挥部，李科长收的"} {
		p := newPlay(t, Options{})
		drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
		p.until("15:10")
		p.sentRound(drafter, colleague, "拟稿送审", "四：无", "五：无")
		p.signs(director)
		p.until("15:13")
		p.says(drafter, nil, says)
		p.signOff(drafter, "已上报", "李科长接收")
	}
}
