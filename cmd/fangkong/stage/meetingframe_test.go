package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Who is there is added to and taken from; a list that takes the place of another is read back.
func TestWhoIsThereIsAddedTo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "现在开会")
	present := func() (said string) {
		p.view(func(b workgroup.Book) {
			m, _ := workgroup.LastMeeting(b, "2020-01-31")
			said = m.Frame[workgroup.FramePresent]
		})
		return said
	}
	for _, c := range []struct{ words, want string }{
		{"参会：于思霖、许清朴", "于思霖、许清朴"},
		{"参会：增加吕景霖", "于思霖、许清朴、吕景霖"},
		{"参会：另有朱思溪", "于思霖、许清朴、吕景霖、朱思溪"},
		{"参会：去掉许清朴", "于思霖、吕景霖、朱思溪"},
		{"参会：增加许清朴、高秉文", "于思霖、吕景霖、朱思溪、许清朴、高秉文"},
		{"参会：去掉许清朴、高秉文", "于思霖、吕景霖、朱思溪"},
		{"参会：去掉王书霖", "于思霖、吕景霖、朱思溪"}, // who does not stand there
	} {
		p.says(office, nil, c.words)
		if got := present(); got != c.want {
			t.Errorf("%s: %q, want %q", c.words, got, c.want)
		}
	}
	p.says(office, nil, "参会：许清朴")
	if !strings.Contains(p.transcript(office, nil), "参会现在是：许清朴\n原来是：于思霖、吕景霖、朱思溪") {
		t.Errorf("the list that took the place of another is not read back:\n%s", p.transcript(office, nil))
	}
	for _, ends := range []string{"会议结束了", "会开完了", "会议结束"} {
		p.says(office, nil, ends)
		p.sees(office, nil, "再发一次")
		p.says(office, nil, "等一下")
		p.sees(office, nil, "那一步没有办")
	}
}

// A decision is called by its code on either side of what is said of it, and what stands on its buttons is typed as well.
func TestADecisionIsCalledByItsCode(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	p.until("16:01")
	p.says(office, nil, "现在开会")
	for _, words := range []string{"决定：宿舍消毒，由后勤集团负责，2月1日18点前完成", "决定：食堂消毒，由后勤集团负责，2月1日18点前完成"} {
		p.says(office, nil, words)
		p.presses(office, nil, "记为议定事项")
	}
	p.says(owner, nil, "办结决-0131-02：食堂已全部消毒")
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Decisions.Get(b, "2020-01-31/001")
		second, _ := workgroup.Decisions.Get(b, "2020-01-31/002")
		if first.Done.Done() || second.Result != "食堂已全部消毒" {
			t.Errorf("first %q, second %q", first.Result, second.Result)
		}
	})
	p.says(office, nil, "决定：全员核对返校名单，尽快完成")
	p.says(office, nil, "写责任单位")
	p.sees(office, nil, "决-0131-03 由谁负责")
	p.says(office, nil, "写时限")
	p.sees(office, nil, "决-0131-03 什么时候办完")
	p.says(office, nil, "会议结束")
	p.sees(office, nil, "决-0131-03")
}
