package day

import (
	"fmt"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// The urgent cases of the day. The first is taken at once and brought to its end.
func (d *day) takenAtOnce() {
	d.scene("紧急情况一：看板上按「紧急报告」，值班员马上接手", "an urgent case from the board, taken at once")
	head := d.Head("jingguan")
	d.Press(head, d.Group, "紧急报告")
	for _, answer := range []string{"封闭隔离", "学生", "刚刚", "启动紧急报告"} {
		d.Wait(2 * time.Second)
		d.Press(head, nil, answer)
	}
	duty := d.Holder(workgroup.DutyStaff)
	d.Wait(20 * time.Second)
	d.Press(duty, nil, "我来接手")
	d.Wait(60 * time.Second)
	d.Press(duty, nil, "成立")
	d.Press(duty, nil, "已报社区")
	d.Press(duty, nil, "已报疾控")
	d.Press(head, nil, "本人已向单位报告")
	d.Press(duty, nil, "续报")
	d.Say(duty, nil, "所住小区封闭管理，本人无症状，辅导员每日联系")
}

// The second is opened by a sentence, while nobody on duty can be reached in private.
func (d *day) openedByASentence() {
	d.scene("两位值班员拉黑了助手：主任先就知道", "both duty staff block the bot: the director knows before anything happens")
	for _, p := range d.Roster.People {
		if p.Holds(workgroup.DutyStaff) && d.Err == nil {
			d.Person(p.ID).Blocks()
		}
	}
	d.Rest()
	d.scene("紧急情况二：群里一句话；值班员叫不通，立即叫带班领导", "an urgent case from a sentence; the duty staff are out of reach, the duty leader is rung at once")
	head := d.Head("lvyou")
	d.Say(head, d.Group, "我院一名学生今天确诊")
	d.Wait(5 * time.Second)
	d.Press(head, nil, "15 分钟前")
	d.Wait(3 * time.Second)
	d.Press(head, nil, "启动紧急报告")
	d.Press(head, nil, "删除群里那条")
}

// The bot was down when the next step was due; then the director takes it.
func (d *day) climbed() {
	d.scene("没有人接手，五分钟后叫到主任", "nobody takes it, and the director is rung")
	director := d.Holder(workgroup.Director)
	d.Wait(60 * time.Second)
	d.Press(director, nil, "我来接手")
	d.Press(director, nil, "成立")
	d.Press(director, nil, "已报疾控")
	d.Press(director, nil, "已报社区")
	d.Say(director, nil, "14:20 辅导员王老师")
	d.Press(d.Head("lvyou"), nil, "本人已向单位报告")
	for _, p := range d.Roster.People {
		if p.Holds(workgroup.DutyStaff) && d.Err == nil {
			d.Person(p.ID).Unblocks()
		}
	}
	d.Rest()
}

// The third is reported by the person, an hour late; the unit's own report is still owed.
func (d *day) reportedByAStudent() {
	d.scene("紧急情况三：学生本人私聊报告，已超过一小时，照样收；单位另报", "an urgent case reported by the student, over an hour late: accepted; the unit reports as well")
	if d.Err != nil {
		return
	}
	student := d.Telegram.Person("陶", "冶")
	student.Starts()
	d.Rest()
	d.Say(student, nil, "紧急")
	for _, answer := range []string{"疑似", "软件学院"} {
		d.Wait(3 * time.Second)
		d.Press(student, nil, answer)
	}
	d.Say(student, nil, "13:05")
	d.Wait(3 * time.Second)
	d.Press(student, nil, "启动紧急报告")
	d.Wait(30 * time.Second)
	duty := d.Holder(workgroup.DutyStaff)
	d.Press(duty, nil, "我来接手")
	d.Press(d.Head("ruanjian"), nil, "单位报告")
	d.Wait(5 * time.Minute)
	d.Press(duty, nil, "排除")
	d.Press(duty, nil, "办结")
	d.Say(duty, nil, "核酸两次阴性，普通感冒，居家休息")
}

// casesRing: no step is empty without the director having been told; nobody is rung twice for a step; what fell due while
// the bot was down rang once on return.
func (d *day) casesRing(workgroup.Tally) (string, error) {
	cases, rings := 0, 0
	gap := false
	for _, m := range d.Holder(workgroup.Director).Sees(nil) {
		gap = gap || strings.Contains(m.Text, "紧急呼叫梯次缺人")
	}
	var wrong error
	err := d.Store.View(func(b workgroup.Book) error {
		for k := range workgroup.Cases.Each(b, "") {
			cases++
			seen := map[int]bool{}
			for _, r := range k.Rings {
				rings++
				if seen[r.Rung] {
					wrong = fmt.Errorf("case %s rang step %d twice", k.Code(), r.Rung+1)
				}
				seen[r.Rung] = true
				if len(r.People) == 0 && !gap {
					wrong = fmt.Errorf("case %s had nobody at step %d, and the director did not know", k.Code(), r.Rung+1)
				}
			}
			if k.Holder == "" && k.Next.IsZero() && k.Closed.IsZero() {
				wrong = fmt.Errorf("case %s has fallen silent", k.Code())
			}
		}
		return nil
	})
	what := fmt.Sprintf(d.in("承诺4 紧急情况 %d 起、呼叫 %d 次：没有空的一级是主任事先不知道的，每级各叫一次", "4 %d urgent cases, %d rings: no step was empty without the director having been told, each rang once"), cases, rings)
	if err == nil {
		err = wrong
	}
	if err == nil && cases != 3 {
		err = fmt.Errorf("%d cases", cases)
	}
	return what, err
}

// urgentPost tells whether a post is about an urgent case: those are asked for, however many there are.
func urgentPost(text string) bool { return strings.HasPrefix(text, "🚨") }
