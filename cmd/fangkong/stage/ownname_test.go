package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What the bot knows of somebody is for them alone, and a name somebody wrote is not repeated before everybody.
func TestTheGroupReadsNoNames(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "he-wangqiao")
	p.until("14:05")
	he, lvyou := p.Person("he-wangqiao"), p.Head("lvyou")
	p.says(he, p.Group, "/whoami")
	m := p.sees(he, p.Group, "私聊 @fangkong_bot", "/whoami")
	for _, own := range []string{"何望桥", "书记", "软件学院", "号："} {
		if strings.Contains(m.Text, own) {
			t.Errorf("the group reads %q: %s", own, m.Text)
		}
	}
	p.says(lvyou, p.Group, "旅游学院张三2人")
	if m := p.sees(lvyou, p.Group, "指的是哪一项？"); strings.Contains(m.Text, "张三") {
		t.Errorf("the group reads: %s", m.Text)
	}
	p.presses(lvyou, p.Group, "居家隔离")
	p.presses(lvyou, p.Group, "确认报送")
	p.figures("lvyou", workgroup.Figures{"home_quarantine_now": 2})
}
