package day

import (
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// play is the script: 33 units, most by button, some guided, some in one line.
func (d *day) play() {
	d.yesterday()
	d.gather()

	d.scene("14:00 提醒", "14:00 the reminder")
	d.At("14:00")
	d.zero("jingguan", "lvyou", "jiangong", "mayuan", "gonggong", "gongcheng", "dangzheng", "zuzhi")
	d.takenAtOnce()

	d.scene("填报：私聊逐项回答", "filling in, in private")
	jidian := d.Head("jidian")
	d.Press(jidian, d.Group, "填报")
	for range 3 { // 发热，其他症状，密接
		d.taps(jidian, "0")
	}
	d.Say(jidian, nil, "5")  // 居家隔离
	d.taps(jidian, "2")      // 今日新增
	d.Say(jidian, nil, "一个") // 今日解除
	d.Say(jidian, nil, "5")  // 学生
	for range 5 {
		d.taps(jidian, "0")
	}
	d.confirm("jidian", jidian, nil)

	d.scene("一句话报送", "one line in one's own words")
	ruanjian := d.Head("ruanjian")
	d.Say(ruanjian, d.Group, "各位老师好，俺院今个儿有俩学生在家隔离，都没发烧，其他师生一切正常[抱拳]")
	d.confirm("ruanjian", ruanjian, d.Group)
	yishu := d.Head("yishu")
	d.Say(yishu, d.Group, "汇报：滞留湖北的还是那4个学生，其中武汉1个，体温均正常")
	d.confirm("yishu", yishu, d.Group)
	anbao := d.Head("anbao")
	d.Say(anbao, nil, "我处居家隔离1人，无发热")
	d.confirm("anbao", anbao, nil)
	jiwei := d.Head("jiwei")
	d.Say(jiwei, nil, "跟昨天一样")
	d.confirm("jiwei", jiwei, nil)
	d.zero("xuanchuan")

	d.scene("接龙：一条消息里几个单位，各自核对", "a list of several units: each head checks their own row")
	office := d.Holder(workgroup.Staff)
	d.Say(office, d.Group, "#接龙 1月31日疫情日报\n1. 教务处 正常\n2. 财务处 无异常\n3. 图书馆 1人居家隔离（1月26日从武汉返回），无症状")
	for _, unit := range []workgroup.UnitID{"jiaowu", "caiwu", "tushu"} {
		d.confirm(unit, d.Head(unit), nil)
	}

	d.scene("没听懂就问", "what is not clear is asked")
	huli := d.Head("huli")
	d.Say(huli, d.Group, "护理学院 居家隔离2人，另外5人")
	d.Wait(4 * time.Second)
	d.Press(huli, d.Group, "湖北")
	d.confirm("huli", huli, d.Group)

	d.scene("没有私聊的负责人在群里填报", "a head without a private chat fills in in the group")
	guojiao := d.Head("guojiao")
	d.Press(guojiao, d.Group, "填报")
	for _, answer := range []string{"0", "0", "0", "没有", "0", "0", "0", "0", "0"} {
		d.Wait(6 * time.Second)
		d.Say(guojiao, d.Group, answer)
	}
	d.confirm("guojiao", guojiao, d.Group)

	d.scene("更正", "a correction")
	dianxin := d.Head("dianxin")
	d.Say(dianxin, d.Group, "电信院：居家隔离３人（学生两名，老师一名），其余一切正常")
	d.confirm("dianxin", dianxin, d.Group)
	d.Wait(20 * time.Second)
	d.Say(dianxin, d.Group, "抱歉，刚才多报了一个，居家隔离应为2人")
	d.confirm("dianxin", dianxin, d.Group)

	d.scene("代报：工会请团委代报", "one unit files for another that asked")
	d.Say(d.Head("gonghui"), nil, "请团委代报")
	tuanwei := d.Head("tuanwei")
	d.Say(tuanwei, d.Group, "代工会报：无异常")
	d.confirm("gonghui", tuanwei, d.Group)
	d.zero("tuanwei", "xuesheng", "renshi", "wangxin")

	d.openedByASentence()

	d.scene("机器断电，14:20 的提醒恢复后补发一次", "the machine fails; the 14:20 reminder goes out once on return")
	d.At("14:19:30")
	d.restart("14:21:10")
	d.zero("zhaosheng", "houqinchu", "jijiao", "qiche", "houqin")
	d.climbed()

	d.scene("14:30 单位截止；两家逾时", "14:30, two units overdue")
	d.At("14:30")
	d.askedByLedger(ruanjian)
	d.At("14:33")
	d.zero("jiaoyu")
	d.At("14:41")
	keyan := d.Head("keyan")
	d.Say(keyan, d.Group, "不好意思报晚了，科研处 零报告")
	d.confirm("keyan", keyan, d.Group)
	d.Press(keyan, nil, "核实数据")

	d.reportedByAStudent()

	d.scene("14:45 牵头单位汇总，15:00 前", "14:45, lead units consolidate by 15:00")
	d.sentBack(huli)
	d.At("14:50")
	d.sheet("xuesheng")
	d.At("14:55")
	d.sheet("renshi")

	d.scene("15:00 未报的转值班员；后勤集团迟报", "15:00, who is missing goes to the duty staff; one lead unit is late")
	d.At("15:00")
	d.At("15:03")
	d.sheet("houqin")

	d.scene("主任看汇总", "the director asks")
	d.At("15:05")
	director := d.Holder(workgroup.Director)
	d.Say(director, nil, "/summary")
	d.Say(director, d.Group, "/summary")
	d.Say(director, nil, "/case")
	d.notice()
	d.At("15:15")
	d.signOff()
}

// taps answers a question in private with one of its numbers.
func (d *day) taps(who *sandbox.Person, number string) {
	d.Wait(3 * time.Second)
	d.Press(who, nil, number)
}

// gather has everybody open the private chat, but for the heads of one unit.
func (d *day) gather() {
	for _, p := range d.Roster.People {
		if !p.Speaks("guojiao") && d.Err == nil {
			d.Person(p.ID).Starts()
		}
	}
	if d.Err == nil {
		d.Err = d.Settle()
	}
	d.skip() // eighty welcomes are no part of the day
}

// yesterday files 30 January, so that the day has something to compare with.
func (d *day) yesterday() {
	figures := map[workgroup.UnitID]workgroup.Figures{
		"jidian": {"home_quarantine_now": 4, "home_quarantine_now_student": 4},
		"yishu":  {"hubei_now": 4, "hubei_now_student": 4, "wuhan_now": 1},
	}
	d.Err = d.Store.Update(func(b workgroup.Book) error {
		d.FileDay(b, "2020-01-30", figures)
		return nil
	})
}

// sheet files a lead unit's consolidation with two presses in private.
func (d *day) sheet(lead workgroup.UnitID) {
	who := d.Head(lead)
	d.Press(who, nil, "报送汇总")
	d.Wait(4 * time.Second)
	d.Press(who, nil, "报送汇总")
}

// restart cuts the house off as a power failure would, and starts it again later.
func (d *day) restart(until string) {
	if d.Err == nil {
		d.Err = d.Fall()
	}
	d.At(until)
	if d.Err == nil {
		d.Err = d.Raise()
	}
	d.Rest()
}
