package day

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// meeting: the pack is frozen at 15:50; at 16:00 the daily analysis begins, one decision is made and received, its minutes come, and the
// office shares the sums with the group.
func (d *day) meeting() {
	d.scene("15:50 研判材料冻结，16:00 每日分析研判会", "15:50, the pack is frozen; 16:00, the daily analysis")
	office, head := d.Person("zhu-sixi"), d.Head("xuesheng")
	d.At("15:50")
	d.At("16:02")
	d.Say(office, nil, "形式：视频会议\n主持：于思霖\n参会：领导小组全体、防控办\n传达：省疫情防控指挥部1月30日会议精神\n分析：居家隔离人员情况平稳，未报单位由值班员电话催报")
	d.Wait(20 * time.Second)
	d.Say(office, nil, "决定：明日起增加宿舍测温点，由学生处负责，2月1日18点前完成")
	d.Wait(5 * time.Second)
	d.Press(office, nil, "记为议定事项")
	d.Wait(40 * time.Second)
	d.Press(head, nil, "收到")
	d.At("16:15")
	d.Press(office, nil, "结束会议")
	d.Wait(3 * time.Second)
	d.Press(office, nil, "结束会议")
	d.Wait(10 * time.Second)
	d.Press(office, nil, "发群里")
	d.Wait(5 * time.Second)
	d.Press(office, nil, "发到群里")
}

// minuted writes the minutes as the office got them.
func (d *day) minuted(dir string) error {
	for _, m := range d.Person("zhu-sixi").Sees(nil) {
		if m.File != nil && strings.HasPrefix(m.File.Name, "每日分析研判会议纪要") {
			return os.WriteFile(filepath.Join(dir, m.File.Name), m.File.Data, 0o644)
		}
	}
	return fmt.Errorf("no minutes of the meeting")
}

// decidedAndReceived: the meeting had a frozen pack, and what it decided was received by who is responsible.
func (d *day) decidedAndReceived(workgroup.Tally) (string, error) {
	var p workgroup.Pack
	received, decided := 0, 0
	err := d.Store.View(func(b workgroup.Book) error {
		p, _ = workgroup.LastPack(b, "2020-01-31")
		for _, one := range workgroup.StandingDecisions(b) {
			if decided++; one.Seen.Done() {
				received++
			}
		}
		return nil
	})
	what := fmt.Sprintf(d.in("研判材料 v%d 冻结于 %s；议定事项 %d 项，责任单位已按收到 %d 项", "pack v%d frozen at %s; decisions %d, received %d"), p.Version, p.At.In(d.College.Zone).Format("15:04"), decided, received)
	if err == nil && (p.Version == 0 || p.Digest != p.Content.Digest() || decided != 1 || received != 1) {
		err = fmt.Errorf("version %d, %d decided, %d received", p.Version, decided, received)
	}
	return what, err
}
