package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// received are the codes of today's decisions that are received, in their order.
func (p *play) received() (out string) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Decisions.Each(b, "2020-01-31/") {
			if d.Seen.Done() {
				out += d.Code() + " "
			}
		}
	})
	return strings.TrimSpace(out)
}

// “都收到了” receives all that waits for it and says which; “收到” of several asks which, with a button for each and one for all.
func TestAllDecisionsAreReceivedAtOnce(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"都收到了", "收到", "全部收到", "两项都收到了，马上办", "均已收到", "以上都收到"} {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.owing("电话随访")
		p.says(owner, nil, words)
		if words == "收到" {
			p.sees(owner, nil, "决-0131-01", "决-0131-02")
			p.presses(owner, nil, "收到 决-0131-02")
			if got := p.received(); got != "0131-02" {
				t.Errorf("received %s", got)
			}
			continue
		}
		p.sees(owner, nil, "已记为收到", "决-0131-01", "决-0131-02")
		if got := p.received(); got != "0131-01 0131-02" {
			t.Errorf("%s: received %q\n%s", words, got, p.transcript(owner, nil))
		}
	}
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.owing("电话随访")
	for _, words := range []string{"各学院都收到通知了吗？", "学生都收到口罩了", "都收到口罩了，发热0人", "名单都收到了吗", "大家都收到了没有", "物资还没都收到"} {
		p.says(owner, nil, words)
		if got := p.received(); got != "" {
			t.Errorf("“%s” receives %s", words, got)
		}
	}
}

// What was written down and lacks who or when is said with what it lacks, not nodded to.
func TestWhatDecisionsLackIsSaid(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	said := p.says(office, nil, "决定：\n1、宿舍每天消毒，由后勤集团负责\n2、2月1日18点前摸清返校名单\n3、由安保处负责门岗登记，2月1日18点前完成")
	p.reads(office, nil, "还差", "决-0131-01：什么时候办完", "决-0131-02：由谁负责")
	for _, m := range office.Sees(nil) {
		if m.ID == said.ID && len(m.Reactions) > 0 {
			t.Errorf("nodded to: %v", m.Reactions)
		}
	}
}
