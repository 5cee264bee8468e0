package stage

import (
	"strings"
	"testing"
	"time"
)

// What people write in private to a notice, without pressing anything, counts for what it is: “收到” as the weaker receipt, a result
// once they have said of which notice it is one.
func TestWordsToANoticeInPrivate(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn, "要办结")
	head, other := p.Head("ruanjian"), p.Head("jidian")
	for i, word := range []string{"已阅", "收到", "ok"} {
		p.says(p.Head(p.Roster.Units[i+4].ID), nil, word)
		if n := p.notice(); n.Replied != i+1 || n.Read != 0 {
			t.Errorf("%s: %d replied, %d read", word, n.Replied, n.Read)
		}
	}
	p.sees(p.Head(p.Roster.Units[4].ID), nil, "通知第 1 号", dawn[:12], "看过请按「已阅」")
	p.wait(time.Minute)
	p.noticeSays("已阅 0/66，另 3 只回复“收到”")
	// Thanks, a question, and what is said in the group are none.
	p.says(other, nil, "谢谢")
	p.says(other, nil, "收到没有？")
	p.says(other, p.Group, "收到")
	if n := p.notice(); n.Replied != 3 {
		t.Errorf("%d replied", n.Replied)
	}
	// A result is asked about.
	p.says(head, nil, "名单已报，返校12人")
	p.sees(head, nil, "是这份通知的办理结果吗", "第 1 号")
	p.presses(head, nil, "不是")
	p.says(head, nil, "办好了")
	if toast := p.presses(head, nil, "第 1 号 已办"); toast != "✅ 通知第 1 号已办" {
		t.Errorf("done with %q", toast)
	}
	p.receipts("/receipts 1", "已办（何望桥）：办好了", "已办 1/66")
	p.says(head, nil, "办好了")
	if strings.Contains(p.shown(head, nil).Text, "办理结果") {
		t.Error("asked of what is done")
	}
	// Of several it is asked which, and “收到” shows the list.
	p.publishes("第二份", "要办结")
	p.says(other, nil, "已阅")
	p.sees(other, nil, "您还没有按「已阅」的通知", "第 1 号", "第 2 号")
	p.says(other, nil, "已经完成")
	p.sees(other, nil, "哪一号")
	p.presses(other, nil, "第 1 号 已办")
	p.receipts("/receipts 1", "已办 2/66")
	// In English; and the day's report is none.
	p.says(other, nil, "/language")
	p.presses(other, nil, "English")
	p.says(other, nil, "done")
	p.sees(other, nil, "is that the result of this notice?")
	p.presses(other, nil, "No")
	p.until("14:01")
	p.says(other, nil, "No fever today, all reported, nobody isolated")
	if m := p.shown(other, nil); strings.Contains(m.Text, "result of this notice") {
		t.Errorf("the day's report is asked about:\n%s", m.Text)
	}
}

// “还没弄完” is no result until its writer says so; what is done or read late is told so at once.
func TestWhatIsNotDoneIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.says(p.office(), nil, "/notice "+dawn)
	p.presses(p.office(), nil, "要办结")
	p.presses(p.office(), nil, "另写时间")
	p.says(p.office(), nil, "10:00")
	p.presses(p.office(), nil, "发布")
	head := p.Head("ruanjian")
	p.presses(head, nil, "已办")
	p.says(head, nil, "还没弄完")
	p.sees(head, nil, "像是还没有办完", "没有记为已办")
	p.presses(head, nil, "还没办完")
	if n := p.notice(); n.Did != 0 {
		t.Error("done before it is")
	}
	p.until("10:05")
	p.presses(head, nil, "已办")
	p.says(head, nil, "都查过了，名单已交")
	p.sees(head, nil, "✅ 通知第 1 号已办（逾时，限 1月31日 10:00 前）")
	p.receipts("/receipts 1", "已办，逾时（何望桥）")
	if toast := p.presses(p.Head("jidian"), p.Group, "已阅"); strings.Contains(toast, "逾时") {
		t.Errorf("it had to be done, not read, by then: %q", toast)
	}
}
