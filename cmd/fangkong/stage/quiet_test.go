package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A whole busy day leaves at most eight standing posts of the bot in the group: everybody files there or is late,
// corrects, talks, asks for the board and the summary; a filing leaves nothing behind.
func TestABusyDayLeavesTheGroupQuiet(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()}, "he-wangqiao", "xie-silan")
	director := p.Holder(workgroup.Director)
	p.until("14:01")
	he := p.Person("he-wangqiao")
	p.onBoard(he, "填报")
	var heads []workgroup.UnitID
	for _, u := range p.Roster.Units {
		if u.ID != "ruanjian" {
			heads = append(heads, u.ID)
		}
	}
	for i, unit := range heads {
		who := p.Head(unit)
		switch i % 6 {
		case 0: // by button
			p.zero(unit)
		case 1: // one line in the group, confirmed by a word
			said := p.says(who, p.Group, "居家隔离2人，无发热")
			p.wait(2 * time.Second)
			p.says(who, p.Group, "对")
			who.Edits(said, "居家隔离3人，无发热")
			p.settle()
			p.presses(who, p.Group, "确认报送")
		case 2: // one line, and given up
			p.says(who, p.Group, "我单位零报告")
			p.says(who, p.Group, "/cancel")
		case 3: // talk
			for _, words := range []string{"收到", "3", "大家注意防护", "谢谢", "下午四点开会"} {
				p.says(who, p.Group, words)
			}
		case 4: // guided in private
			p.says(who, nil, "填报")
			for range 9 {
				p.presses(who, nil, "0")
			}
			p.presses(who, nil, "确认报送")
		case 5: // begun in the group and left there
			p.says(who, p.Group, "/report")
		}
		if talks := p.talks(); len(talks) > 8 {
			t.Fatalf("%d messages beside the board", len(talks))
		}
		p.wait(20 * time.Second)
	}
	p.until("14:31")
	p.says(he, p.Group, "2")
	p.says(director, p.Group, "/summary")
	p.says(p.Holder(workgroup.Staff), p.Group, "/board")
	p.until("15:01")
	p.zero("jingguan")
	p.says(director, p.Group, "/missing")
	p.says(p.Head("huli"), p.Group, "更正：发热1人")
	p.presses(p.Head("huli"), p.Group, "确认报送")
	p.until("23:59")
	p.until("00:05")
	left := p.Group.Standing()
	if len(left) > 8 {
		t.Errorf("%d posts stand in the group after a day", len(left))
	}
	for _, m := range left {
		for _, private := range []string{"居家隔离 现有 3", "对吗？", "现有几人"} {
			if strings.Contains(m.Text, private) && !strings.Contains(m.Text, "汇总") {
				t.Errorf("left in the group:\n%s", m.Text)
			}
		}
	}
	// The board came down to the last message at most once an ask; in between it was edited in place.
	boards := 0
	for _, m := range p.Group.Posts() {
		if strings.HasPrefix(m.Text, "📋") {
			boards++
		}
	}
	if boards > 2 {
		t.Errorf("the board was posted %d times", boards)
	}
}
