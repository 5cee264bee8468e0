package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// plans has the office set a notice for a time.
func (p *play) plans(text, at string) {
	p.t.Helper()
	p.says(p.office(), nil, "/notice "+text)
	p.presses(p.office(), nil, "定时")
	p.says(p.office(), nil, at)
	p.presses(p.office(), nil, "定时发布")
}

func TestANoticeGoesOutAtItsTime(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	office, head := p.office(), p.Head("ruanjian")
	p.says(office, nil, "/notice "+dawn)
	p.presses(office, nil, "定时")
	p.sees(office, nil, "什么时候发布")
	p.says(office, nil, "上午8点")
	p.sees(office, nil, "发布时间 1月31日 08:00 要晚于现在")
	p.says(office, nil, "上午10点30")
	p.sees(office, nil, "定于 1月31日 10:30 发布", "按「定时发布」后到点自动发出")
	if toast := p.presses(office, nil, "定时发布"); toast != "⏰ 将在 1月31日 10:30 发布" {
		t.Errorf("planned with %q", toast)
	}
	p.sees(office, nil, "将在 1月31日 10:30 自动发布", dawn)
	// Another is written meanwhile, and taken back; what was planned stands.
	p.plans("第二份", "11点")
	p.presses(office, nil, "取消定时")
	p.sees(office, nil, "还没有发布", "第二份")
	p.presses(office, nil, "放弃")
	p.silent(head, nil, "before its time", func() { p.until("10:29") })
	p.until("10:31")
	p.noticeSays(dawn, "已阅 0/66")
	p.sees(head, nil, dawn)
	p.sees(office, nil, "通知第 1 号已发布，应阅 66。已发在群里")
	p.until("11:30")
	if n := p.events(workgroup.NoticePublished); n != 1 {
		t.Errorf("%d notices went out", n)
	}
	m := p.withText(office, nil, "自动发布", dawn)
	press, err := office.Presses(m, "取消定时")
	must(t, err)
	p.settle()
	if said, _, _ := press.Answered(); !strings.Contains(said, "处理过") {
		t.Errorf("taken back after it went out: %q", said)
	}
}

// What an outage has kept back goes out once, late, and says so.
func TestAPlannedNoticeGoesOutLate(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.plans(dawn, "10点")
	must(t, p.Fall())
	must(t, p.Skip("10:20"))
	must(t, p.Raise())
	p.settle()
	p.sees(p.office(), nil, "通知第 1 号已发布", "原定 1月31日 10:00，因助手停机晚了 20 分钟")
	must(t, p.Fall())
	must(t, p.Raise())
	p.until("11:00")
	if n := p.events(workgroup.NoticePublished); n != 1 {
		t.Errorf("%d notices went out", n)
	}
}

// What cannot go out any more comes back to its author, with the reason.
func TestAPlannedNoticeThatCannotGoOut(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.office()
	p.says(office, nil, "/notice "+dawn)
	p.presses(office, nil, "1月31日 18:00 前")
	p.presses(office, nil, "定时")
	p.says(office, nil, "19点")
	if toast := p.presses(office, nil, "定时发布"); !strings.Contains(toast, "早于截止时间") {
		t.Errorf("planned after its deadline: %q", toast)
	}
	p.presses(office, nil, "定时")
	p.says(office, nil, "17点30")
	p.presses(office, nil, "定时发布")
	must(t, p.Fall())
	must(t, p.Skip("18:30"))
	must(t, p.Raise())
	p.settle()
	if p.withText(office, nil, "定于 1月31日 17:30 的通知没有发出", dawn, "草稿还在") == nil || p.withText(office, nil, "截止时间 1月31日 18:00 已经过了") == nil {
		t.Errorf("its author is not told:\n%s", p.transcript(office, nil))
	}
	p.presses(office, nil, "不限时间")
	p.presses(office, nil, "发布")
	p.noticeSays(dawn)
}
