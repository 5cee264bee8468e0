package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Whoever has a hand in the report to the authorities and asks for it in their own words is told where it stands, whose turn it is by name,
// and how that is done.
func TestWhoeverAsksForTheReportIsToldWhereItStands(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	director, leader := p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	asks := func(words ...string) {
		t.Helper()
		for _, ask := range []string{"签发今天的报告", "怎么签字", "今天的上报件在哪", "我想签今天的上报件", "在哪里签发？"} {
			p.says(director, nil, ask)
			last := director.Last(nil).Text
			for _, w := range words {
				if !strings.Contains(last, w) {
					t.Errorf("asked %q, told %q, not %q", ask, last, w)
				}
			}
		}
	}
	p.until("15:10")
	asks("1月31日的上报件还没有人拟稿", drafter.Name(), colleague.Name(), "/summary", "「拟稿送审」")
	p.says(drafter, nil, "怎么起草上报件？")
	p.reads(drafter, nil, "还没有人拟稿")
	p.presses(drafter, nil, "拟稿送审")
	asks("草稿", "请"+drafter.Name()+"写好四")
	p.drafts(drafter, "宿舍消毒两次", "继续排查")
	p.submits(drafter)
	asks("审核中", colleague.Name(), "按「审核通过」")
	p.presses(colleague, nil, "审核通过")
	if last := colleague.Last(nil).Text; !strings.Contains(last, "请"+director.Name()+"按「签发」") {
		t.Errorf("after the check the card says %q", last)
	}
	p.presses(colleague, nil, "按重要办理")
	p.signOff(colleague, leader.Name(), "按「记研究意见」")
	p.says(director, nil, "/help")
	p.sees(director, nil, "拟稿", "审核通过", "签发")
	if strings.Contains(director.Last(nil).Text, "怎么报送") {
		t.Errorf("whoever files for no unit reads how to file:\n%s", director.Last(nil).Text)
	}
}

func TestTheReportIsAskedForInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "13:50")
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	asks := func(words ...string) {
		t.Helper()
		for _, ask := range []string{"I want to sign today's report", "how do I sign the report?", "Where is the report", "sign today’s report", "is the report ready?", "how do I sign", "sign it"} {
			p.says(director, nil, ask)
			last := director.Last(nil).Text
			for _, w := range words {
				if !strings.Contains(last, w) {
					t.Errorf("asked %q, told %q, not %q", ask, last, w)
				}
			}
		}
	}
	p.until("15:10")
	asks("Nobody has drafted the report on 31 January", drafter.Name(), colleague.Name(), "/summary", "“Draft and send round”")
	p.says(drafter, nil, "I want to draft the report")
	p.presses(drafter, nil, "Draft and send round")
	asks("Draft", drafter.Name()+", please write")
	p.says(director, nil, "/help")
	p.reads(director, nil, "Draft and send round", "Checked", "Sign")
}
