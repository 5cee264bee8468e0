package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Who told the community and when is asked until it is answered, and can be put right later.
func TestWhoToldAChannelIsAskedUntilAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("16:00")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("16:05")
	p.presses(duty, nil, "我来接手")
	told := func() string {
		d := p.kase().Told[workgroup.Community]
		return d.At.Format("01-02 15:04 ") + d.By
	}
	p.presses(duty, nil, "已报社区")
	p.sees(duty, nil, "16:05 由"+duty.Name()+"报社区")
	p.says(duty, nil, "昨天")
	p.sees(duty, nil, "没看懂“昨天”", "几点、由谁报社区")
	p.says(duty, nil, "明天8点 王主任")
	p.sees(duty, nil, "没看懂")
	p.says(duty, nil, "23:00 王主任")
	p.sees(duty, nil, "23:00 还没到")
	p.says(duty, nil, "14:20 王主任")
	if p.sees(duty, nil, "已记", "14:20 由王主任报社区"); told() != "01-31 14:20 王主任" {
		t.Error(told())
	}
	// Pressed again, it is put right; both stand in the journal. A name alone has the time of the press.
	p.presses(duty, nil, "改报社区的时间")
	p.sees(duty, nil, "14:20 由王主任报社区")
	p.says(duty, nil, "昨天 20:10 李老师")
	p.sees(duty, nil, "1月30日 20:10 由李老师报社区")
	if told() != "01-30 20:10 李老师" {
		t.Error(told())
	}
	if n := p.events(workgroup.CaseTold); n != 3 {
		t.Errorf("%d times in the journal", n)
	}
	p.presses(duty, nil, "已报疾控")
	p.says(duty, nil, "王主任")
	p.sees(duty, nil, "16:05 由王主任报疾控")
	p.presses(duty, nil, "改知悉时间")
	p.says(duty, nil, "昨天")
	p.sees(duty, nil, "“昨天”几点")
	p.says(duty, nil, "昨晚8点")
	if k := p.kase(); k.Known.Format("01-02 15:04") != "01-30 20:00" {
		t.Errorf("known since %v", k.Known)
	}
}

func TestAPauseTakesATypedReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "稍后")
	p.says(duty, nil, "正在联系")
	p.sees(duty, nil, "14:20 再提醒您")
	if k := p.kase(); k.Snoozed != "正在联系" || p.withText(duty, nil, "（正在联系）") == nil {
		t.Errorf("%+v", k.Holding)
	}
}
