package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Who asks whether the report went out is told of every report of the day that they mean, with what was sent of each: that of a day that is over
// is not answered with today's, and a correction on its way does not hide what was sent before it.
func TestWhoAsksWhetherTheReportWentOutIsToldOfEach(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	tells := func(ask string, words ...string) {
		t.Helper()
		before := len(director.Sees(nil))
		p.says(director, nil, ask)
		said := ""
		for _, m := range director.Sees(nil)[before:] {
			if m.From.Bot {
				said += m.Text + "\n"
			}
		}
		for _, w := range words {
			not, lacks := strings.CutPrefix(w, "!")
			if strings.Contains(said, not) == lacks {
				t.Errorf("asked %q, told %q: %q", ask, said, w)
			}
		}
	}
	p.until("15:10")
	for _, ask := range []string{"昨天上报了吗", "昨天的报告报了没有", "1月30日的报告发出去了吗"} {
		tells(ask, "1月30日没有上报件", "!1月31日")
	}
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	tells("报告发出去了没有", "1月31日", "已签")
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	tells("报告发出去了没有", "已上报", "王科长接收")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.wait(10 * time.Second)
	for _, ask := range []string{"报告发出去了没有", "今天上报了吗", "上报件报了没有"} {
		tells(ask, "已上报", "15:10 传真，王科长接收", "更正件），草稿", "还没有登记上报")
	}
	p.until("23:59")
	p.until("09:00")
	for _, ask := range []string{"昨天上报了吗", "昨天的报告报了没有", "昨天的更正件报了吗"} {
		tells(ask, "1月31日", "王科长接收", "更正件）", "!2月1日", "!没有人拟稿")
	}
	// What asks of the units, or of a case, is answered as it was.
	for _, ask := range []string{"昨天谁没报", "软件学院昨天报了吗", "护理学院的零报告报了没有", "昨天的会开了吗"} {
		tells(ask, "!王科长")
	}
}
