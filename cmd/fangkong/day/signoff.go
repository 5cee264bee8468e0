package day

import (
	"os"
	"path/filepath"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// signOff brings two reports to the authorities to their ends: yesterday's, which is ordinary, and today's, which is important for its
// cases and which the leading group reviews first.
func (d *day) signOff() {
	drafter, colleague := d.Person("zhao-wangpu"), d.Person("zhu-sixi")
	director, leader := d.Holder(workgroup.Director), d.Holder(workgroup.Leading)
	d.scene("审签备案：补办昨日的上报件，一般性信息", "sign-off: yesterday's report, an ordinary one")
	d.drafts(drafter, "/summary 昨天", "各单位正常报送，宿舍、食堂每日消毒两次", "无")
	d.Press(colleague, nil, "审核通过")
	d.signs(director)
	d.sends(drafter, "传真；刚刚；市指挥部办公室王科长")

	d.scene("今日的上报件：有紧急情况，列为重要，先由领导小组研究", "today's report: important for its cases, reviewed by the leading group first")
	d.At("15:40")
	d.drafts(drafter, "/summary", "紧急情况均已接手核实，按规定报社区、疾控\n未报单位由值班员电话催报", "继续核实未报单位；明日起增加宿舍测温点")
	d.Press(colleague, nil, "审核通过")
	d.meeting()
	d.At("16:20")
	d.Press(leader, nil, "记研究意见")
	d.Say(leader, nil, "16:00；每日分析研判会；领导小组全体、防控办；同意上报")
	d.signs(director)
	d.sends(drafter, "政务邮箱；刚刚；市指挥部值班室")
	d.Say(director, nil, "/archive")
	d.kept()
}

// drafts has somebody draft the report of a summary and send it round.
func (d *day) drafts(who *sandbox.Person, ask, work, plans string) {
	d.Say(who, nil, ask)
	d.Press(who, nil, "上报稿")
	d.Wait(10 * time.Second)
	d.Press(who, nil, "拟稿送审")
	d.Press(who, nil, "写四")
	d.Say(who, nil, work)
	d.Press(who, nil, "写五")
	d.Say(who, nil, plans)
	d.Press(who, nil, "送审")
	if d.drafting() { // units are missing: it is asked once
		d.Wait(4 * time.Second)
		d.Press(who, nil, "送审")
	}
}

// drafting tells whether some report is a draft.
func (d *day) drafting() (is bool) {
	if d.Err != nil {
		return false
	}
	d.Err = d.Store.View(func(b workgroup.Book) error {
		for p := range workgroup.Papers.Each(b, "") {
			is = is || p.State == workgroup.PaperDraft
		}
		return nil
	})
	return is
}

// signs signs with two presses.
func (d *day) signs(who *sandbox.Person) {
	d.Press(who, nil, "签发")
	d.Wait(4 * time.Second)
	d.Press(who, nil, "签发")
	d.Wait(10 * time.Second)
}

// sends enters how a report was sent, and files it.
func (d *day) sends(who *sandbox.Person, how string) {
	d.Wait(2 * time.Minute)
	d.Press(who, nil, "登记上报")
	d.Say(who, nil, how)
	d.Press(who, nil, "备案")
}

// signed writes the reports as they were signed.
func (d *day) signed(dir string) error {
	return d.Store.View(func(b workgroup.Book) error {
		for kept := range workgroup.PaperCopies.Each(b, "") {
			if err := os.WriteFile(filepath.Join(dir, kept.Name), kept.Bytes, 0o644); err != nil {
				return err
			}
		}
		return nil
	})
}
