package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Who leaves owes a running notice nothing; who takes their place gets it; and with the change taken back both are as they were.
func TestANoticeFollowsAChangeOfPeople(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	n := p.publishes(dawn)
	office, head := p.office(), p.Head("ruanjian")
	p.presses(head, nil, "已阅")
	p.says(office, nil, "谢思岚退休；何望桥退休；软件学院负责人增加 张三 13800000000；高松霖调到软件学院任负责人")
	p.presses(office, nil, "确认变更")
	if p.withText(office, nil, "第 1 号：谢思岚 不再应阅，高松霖、张三 列入应阅（私聊送不到 张三，请告知）；应阅 67") == nil {
		t.Errorf("the office is not told:\n%s", p.transcript(office, nil))
	}
	gao := p.Person("gao-songlin")
	if p.withText(gao, nil, dawn, "您还没有按「已阅」") == nil {
		t.Errorf("the successor has no copy:\n%s", p.transcript(gao, nil))
	}
	p.presses(gao, nil, "已阅")
	p.wait(time.Minute)
	p.noticeSays("已阅 2/67")
	receipts := p.receipts("/receipts 1", "不再应阅：谢思岚", "软件学院 张三：未阅", "软件学院 高松霖：")
	if strings.Contains(receipts, "软件学院 谢思岚") {
		t.Errorf("still asked:\n%s", receipts)
	}
	p.until("17:30") // named in the group
	p.noticeSays("张三")
	if strings.Contains(p.onNotice().Text, "谢思岚") {
		t.Errorf("named: %s", p.onNotice().Text)
	}
	// Taken back within five minutes.
	seats := p.notice().Seats
	p.says(office, nil, "张三退休；王秋禾退休")
	p.presses(office, nil, "确认变更")
	if now := p.notice().Seats; now != seats-2 {
		t.Errorf("%d of %d are asked", now, seats)
	}
	p.presses(office, nil, "撤销")
	if now := p.notice().Seats; now != seats {
		t.Errorf("%d of %d are asked after all", now, seats)
	}
	p.view(func(b workgroup.Book) {
		n, _ := workgroup.Notices.Get(b, n.Key())
		if all := n.All(b); len(all) != n.Seats {
			t.Errorf("%d receipts, %d counted", len(all), n.Seats)
		}
	})
}
