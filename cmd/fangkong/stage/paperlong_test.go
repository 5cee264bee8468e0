package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Ten thousand letters of 工作动态 are three messages, as Telegram cuts them: all of it goes into the report, in its order, and whoever wrote it reads
// how much stands there. What is written later, or does something else, is no part of it.
func TestTenThousandLettersOfWork(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	p.until("15:10")
	work := func() string {
		words := ""
		p.view(func(b workgroup.Book) {
			paper, _ := workgroup.LastPaper(b, "2020-01-31")
			words = paper.Work
		})
		return words
	}
	parts := []string{strings.Repeat("各单位做好宿舍消毒通风，", 341), strings.Repeat("学生公寓每日测温两次，", 372), strings.Repeat("食堂错峰就餐，", 260) + "以上。"}
	p.drafts(drafter, "先写一句", "无")
	p.presses(drafter, nil, "写四")
	for i, part := range parts {
		p.says(drafter, nil, part)
		if i > 0 && p.withText(drafter, nil, "接在四（工作开展情况）的后面，现共 "+[]string{"", "8184", "10007"}[i]+" 字") == nil {
			t.Errorf("after part %d:\n%s", i, p.transcript(drafter, nil))
		}
	}
	if work() != strings.Join(parts, "") {
		t.Errorf("%d letters stand in the report", len([]rune(work())))
	}
	// Typed beside its verb it is cut as well; another act that follows at once is one, and no more of it.
	p.wait(time.Minute)
	p.says(drafter, nil, "四："+parts[0])
	p.says(drafter, nil, "五：继续排查")
	p.signOff(drafter, "五：继续排查")
	if work() != parts[0] {
		t.Errorf("another act stands in it: %.60q", strings.TrimPrefix(work(), parts[0]))
	}
	for _, later := range []string{"谁没报", "今晚谁值班", "居家隔离多少人"} {
		p.wait(time.Minute)
		p.says(drafter, nil, "四："+parts[0])
		p.wait(4 * time.Second)
		p.says(drafter, nil, later)
		if work() != parts[0] {
			t.Errorf("%s stands in it", later)
		}
	}
	// What ends as a sentence does is a point by itself; of more points than are read nothing is put behind it, and it is said.
	p.wait(time.Minute)
	p.says(drafter, nil, "四："+strings.Repeat("消毒通风，", 820)+"完成。")
	p.says(drafter, nil, "每日测温。")
	if !strings.HasSuffix(work(), "完成。\n每日测温。") {
		t.Errorf("ends %q", work()[len(work())-60:])
	}
	p.wait(time.Minute)
	p.says(drafter, nil, "四："+parts[0])
	p.says(drafter, nil, "一\n二\n三\n四\n五\n六")
	p.sees(drafter, nil, "最多 5 条", "请合并后重发全部")
	p.says(drafter, nil, "七")
	if work() != parts[0] {
		t.Errorf("behind a gap stands %q", strings.TrimPrefix(work(), parts[0]))
	}
}
