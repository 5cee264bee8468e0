package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// owns names who answers for one of today's decisions, and until when.
func (p *play) owns(n string) (who, until string) {
	p.t.Helper()
	d := p.decision(n)
	if d.Owner.Settled() {
		p.view(func(b workgroup.Book) { who = p.College.OwnersNamed(b, d.Owners()).Name })
	}
	if !d.Deadline.IsZero() {
		until = d.Deadline.In(p.College.Zone).Format("01-02 15:04")
	}
	return who, until
}

// What a decision's card asks is answered in words, as anything else is: who, until when, both, or that it is not to be recorded.
func TestWhatADecisionAsksIsAnsweredInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ said, who, until string }{
		{"财务处", "财务处", ""}, {"由财务处负责", "财务处", ""}, {"朱思溪", "朱思溪", ""}, {"财务处和安保处", "财务处、安保处", ""}, {"由朱思溪牵头", "朱思溪", ""},
		{"财务处，2月1日18点", "财务处", "02-01 18:00"}, {"财务处负责，明天中午12点前完成", "财务处", "02-01 12:00"}, {"2月1日18点", "", "02-01 18:00"}, {"后天18点前", "", "02-02 18:00"}, {"决-0131-01 由财务处负责", "财务处", ""}, {"第1条财务处", "财务处", ""},
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：口罩采购要抓紧")
		p.says(office, nil, c.said)
		if who, until := p.owns("001"); who != c.who || until != c.until || len(p.decided()) != 1 {
			t.Errorf("“%s”: %s until %s: %q\n%s", c.said, who, until, p.decided(), p.transcript(office, nil))
		}
	}
	p := wholeEarly(t, "15:58")
	office, leader := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading)
	p.until("16:01")
	// A correction is of the one that was written last.
	p.says(office, nil, "决定：由财务处负责采购口罩，明天18点前完成")
	p.says(office, nil, "不对，应该是朱思溪负责")
	if who, _ := p.owns("001"); who != "朱思溪" || len(p.decided()) != 1 {
		t.Errorf("corrected: %s %q", who, p.decided())
	}
	p.says(office, nil, "错了，是2月3日12点")
	p.says(office, nil, "对")
	if _, until := p.owns("001"); until != "02-03 12:00" || !p.decision("001").Recorded.Done() {
		t.Errorf("until %s", until)
	}
	// Of which hour of a day, and of which of several.
	p.says(office, nil, "决定：楼门标识明天下班前完成，由安保处负责")
	p.says(office, nil, "17:30")
	if _, until := p.owns("002"); until != "02-01 17:30" {
		t.Errorf("until %s", until)
	}
	p.says(office, nil, "对")
	p.says(office, nil, "决定：\n1、宿舍每天消毒，明天18点前\n2、摸清返校名单，明天18点前")
	p.says(office, nil, "财务处")
	p.sees(office, nil, "是下面哪一项的", "决-0131-03", "决-0131-04")
	p.presses(office, nil, "决-0131-04")
	if who, _ := p.owns("004"); who != "财务处" {
		t.Errorf("of the other: %s", who)
	}
	// And what is not to be recorded.
	p.says(office, nil, "第3条不要了")
	p.sees(office, nil, "没有记", "决-0131-03")
	p.says(office, nil, "决定：加强门岗管理")
	p.says(leader, nil, "决定：开学延期")
	p.says(office, nil, "都不记")
	p.sees(office, nil, "没有记", "决-0131-04", "决-0131-05")
	p.says(leader, nil, "不记了")
	if all := p.decided(); len(all) != 2 {
		t.Errorf("left: %q", all)
	}
	p.says(office, nil, "第1条不要了")
	p.sees(office, nil, "决-0131-01 已经记为议定事项")
}

// What is said of something else settles nothing.
func TestWhatSettlesNoDecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, head := p.Person("zhao-wangpu"), p.Head("caiwu")
	p.until("16:01")
	p.says(office, nil, "决定：口罩采购要抓紧")
	for _, words := range []string{"财务处？", "财务处报了吗", "财务处居家隔离2人", "2月1日谁值班", "朱思溪发热了吗", "财务处已经报了", "明天谁值班", "不对", "不对，财务处是3人", "不记得了", "都不要出门", "第3条通知不要了", "取消门禁了吗", "学生处那边呢"} {
		p.says(office, nil, words)
		if who, until := p.owns("001"); who != "" || until != "" || p.decision("001").Number == 0 {
			t.Errorf("“%s” settles it: %s %s", words, who, until)
		}
	}
	p.says(head, nil, "财务处")
	p.says(head, nil, "都不记")
	if who, _ := p.owns("001"); who != "" || p.decision("001").Number == 0 {
		t.Error("settled by somebody else")
	}
	p.until("17:01")
	p.says(office, nil, "财务处") // long after it was asked
	if who, _ := p.owns("001"); who != "" {
		t.Error("settled an hour later")
	}
}

// Whoever says yes to what lacks something hears what it lacks; all that is settled is recorded in a word; and what is put right once it is recorded is a
// change, with its reason, and no new decision.
func TestWhatLacksSomethingIsNotNoddedTo(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：\n1、摸清返校名单，由学生处负责，明天18点前\n2、加强门岗管理，明天18点前\n3、宿舍每天消毒，由后勤集团负责，明天18点前")
	unnodded := func(words string, want ...string) {
		t.Helper()
		said := p.says(office, nil, words)
		p.reads(office, nil, want...)
		for _, m := range office.Sees(nil) {
			if m.ID == said.ID && len(m.Reactions) > 0 {
				t.Errorf("“%s” is nodded to", words)
			}
		}
	}
	unnodded("都记下", "其中 1 项还差", "决-0131-02：由谁负责")
	if got := p.recordedCodes("2020-01-31"); got != "0131-01 0131-03" {
		t.Errorf("recorded: %s", got)
	}
	unnodded("对", "还没定由谁负责")
	unnodded("收到", "其中 1 项还差", "决-0131-02：由谁负责")
	unnodded("由王大锤负责", "名册上没有“王大锤”")
	p.says(office, nil, "决-0131-02 责任单位：安保处")
	p.says(office, nil, "决-0131-02 时限改到2月3日12点")
	if who, until := p.owns("002"); who != "安保处" || until != "02-03 12:00" {
		t.Errorf("settled: %s %s", who, until)
	}
	p.says(office, nil, "记下")
	p.says(office, nil, "不对，应该是朱思溪负责")
	p.sees(office, nil, "决-0131-02", "为什么这样改？")
	p.says(office, nil, "安保处人手不够")
	if who, _ := p.owns("002"); who != "朱思溪" || len(p.decided()) != 3 {
		t.Errorf("put right: %s %q", who, p.decided())
	}
}
