package day

import (
	"fmt"
	"slices"
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// slow are the units that have to be asked for the notice once more.
var slow = []workgroup.UnitID{"qiche", "keyan", "gonghui"}

// notice: the office publishes a pressing one; thirty units read it at once, three after a nudge in private, and one writes
// what it has done.
func (d *day) notice() {
	d.scene("紧急通知：30 个单位马上已阅，3 个催了才阅，一个写回结果", "a pressing notice: read by 30 units at once, by three after a nudge, one result")
	d.At("15:06")
	office := d.Holder(workgroup.Staff)
	d.Say(office, nil, "/notice 接省疫情防控指挥部通知：请各单位今晚逐人核对 1月20日以后从湖北返回的人员，名单报防控办。")
	for _, choice := range []string{"每单位一人", "紧急", "要办结", "发布"} {
		d.Wait(2 * time.Second)
		d.Press(office, nil, choice)
	}
	d.Wait(5 * time.Second)
	if d.Err != nil {
		return
	}
	for _, u := range d.Roster.Units {
		if slices.Contains(slow, u.ID) {
			continue
		}
		m := stage.WithButton(d.Head(u.ID), d.Group, "已阅")
		if m == nil {
			d.Err = fmt.Errorf("%s sees no notice", u.ID)
			return
		}
		if _, d.Err = d.Head(u.ID).Presses(m, "已阅"); d.Err != nil {
			return
		}
	}
	d.Rest()
	d.At("15:12") // the nudge in private
	for _, u := range slow {
		d.Press(d.Head(u), nil, "已阅")
	}
	huli := d.Head("huli")
	d.Press(huli, nil, "已办")
	d.Wait(20 * time.Second)
	d.Say(huli, nil, "已逐人核对，从湖北返回 2 人，名单已送防控办")
	d.Wait(10 * time.Second)
	d.Say(office, nil, "/receipts 1")
}

// readIsARead: sent is not read, and each reading is one press; who was asked again was asked once.
func (d *day) readIsARead(workgroup.Tally) (string, error) {
	var n workgroup.Notice
	nudged, read := 0, 0
	err := d.Store.View(func(b workgroup.Book) error {
		n, _ = workgroup.Notices.Get(b, workgroup.NumberKey(1))
		for r := range workgroup.Receipts.Each(b, n.Key()+"/") {
			nudged += r.Nudges
			if r.Read.Done() {
				read++
			}
		}
		return nil
	})
	what := fmt.Sprintf(d.in("通知 1 份：已阅 %d/%d，每个都是本人按的；私聊催了 %d 次；已办 %d", "one notice: %d of %d read, each by a press; %d nudges in private; %d done"), read, n.Seats, nudged, n.Did)
	if err == nil && (read != 33 || n.Seats != 33 || nudged < len(slow) || n.Did != 1) {
		err = fmt.Errorf("%+v", n)
	}
	return what, err
}
