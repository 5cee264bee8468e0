package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Nobody is late with a notice by minutes in which nobody could press: it says until when it is extended, and the office has its list then.
func TestAnOutageMovesANoticesDeadline(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn, "要办结", "1月31日 18:00 前")
	office := p.office()
	down := func(from, to string) {
		p.until(from)
		must(t, p.Fall())
		must(t, p.Skip(to))
		must(t, p.Raise())
		p.settle()
	}
	// Hours before it there is time enough.
	down("11:00", "11:40")
	if over := p.notice().Over(); !over.Equal(p.notice().Deadline) {
		t.Errorf("extended until %s by an outage in the morning", over)
	}
	down("17:25", "18:15")
	p.noticeSays("1月31日 18:00 前办结", "因助手停机，顺延到 1月31日 18:50")
	p.sees(p.Head("ruanjian"), nil, "顺延到 1月31日 18:50")
	does := func(unit workgroup.UnitID, at string) {
		p.until(at)
		who := p.Head(unit)
		p.presses(who, p.Group, "已阅")
		p.presses(who, p.Group, "已办")
		p.says(who, nil, "已组织晨检")
	}
	p.lacks(office, nil, "到时间还没有办结")
	does("ruanjian", "18:40")
	p.until("18:51")
	p.sees(office, nil, "到时间还没有办结")
	does("jidian", "19:00")
	p.wait(time.Minute)
	p.receipts("/receipts 1", "限 1月31日 18:00 前（因助手停机，顺延到 1月31日 18:50）",
		"1月31日 18:40 已办（", "1月31日 19:00 已办，逾时（")
}
