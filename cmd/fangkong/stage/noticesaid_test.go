package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A notice is put right, and sent out, in people's own words; what is asked of it reaches whoever has published it.
func TestANoticeIsPutRightInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, head := p.Person("zhao-wangpu"), p.Head("ruanjian")
	p.until("14:30")
	p.says(office, nil, "通知：明天上午9点视频会，各单位负责人参加")
	p.says(office, nil, "时间改成上午10点")
	p.lastCard(office, "📝", "明天上午10点视频会，各单位负责人参加")
	p.says(office, nil, "发布")
	p.sees(office, nil, "通知第 1 号已发布")
	p.says(head, nil, "我明天有课，让谢思岚参加行吗")
	p.sees(head, nil, "已转发布人赵望朴")
	p.sees(office, nil, "问通知第 1 号", "让谢思岚参加行吗")
	p.says(head, nil, "视频会链接呢")
	p.sees(office, nil, "视频会链接呢")
	n := len(office.Sees(nil))
	p.says(head, nil, "今天几点前报")
	if got := len(office.Sees(nil)); got != n {
		t.Errorf("a question of reporting is passed on\n%s", p.lastOf(office))
	}
	p.says(office, nil, "通知改成：明天上午11点视频会，各单位负责人和辅导员参加")
	p.lastCard(office, "📝", "明天上午11点视频会，各单位负责人和辅导员参加")
	p.says(office, nil, "发布")
	p.sees(office, nil, "第 2 版已发布")
	p.says(office, nil, "改版第1号")
	p.says(office, nil, "还有谁没看")
	p.view(func(b workgroup.Book) {
		if d, _ := workgroup.NoticeDrafts.Get(b, string("zhao-wangpu")); d.Text == "还有谁没看" {
			t.Error("a question is the text of a notice")
		}
	})
	p.says(head, nil, "工作动态：今天没有")
	p.view(func(b workgroup.Book) {
		if n, ok := workgroup.WorkNotes.Get(b, workgroup.StandingKey("2020-01-31", "ruanjian")); ok {
			t.Errorf("nothing is noted: %v", n)
		}
	})
}
