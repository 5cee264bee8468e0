package stage

import (
	"testing"
	"time"
)

// Whoever notes that the person has reported is asked when that was, and how; it counts from then, and stands on the card.
func TestHowAndWhenThePersonReportedIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(he, "确诊", "学生", "30 分钟前")
	p.presses(zhang, nil, "我来接手")
	p.presses(he, nil, "本人已向单位报告")
	p.sees(he, nil, "急-0131-01", "14:05", "几点、怎么报的")
	p.says(he, nil, "23:50 打电话报的")
	p.sees(he, nil, "还没到")
	p.says(he, nil, "13:50 打电话报的")
	p.sees(he, nil, "已记：本人 13:50 向单位报告（打电话报的）")
	k := p.kase()
	if l := k.Individual; p.hour(l.At) != "13:50" || l.Way() != "打电话报的" || l.Entered != "he-wangqiao" || p.hour(k.Known) != "13:35" {
		t.Errorf("kept %+v, known %s", l, k.Known)
	}
	p.reads(zhang, nil, "13:50 何望桥代录（打电话报的）")
	// What is said next is of something else.
	p.says(he, nil, "该生已送医院")
	p.reads(zhang, nil, "该生已送医院")

	// In words, with all that is to be said, nothing is asked; without a time it is, and other words leave it as it was noted.
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	p.says(p.Head("huli"), nil, "本人已报")
	p.sees(p.Head("huli"), nil, "几点、怎么报的")
	p.says(p.Head("huli"), nil, "微信")
	p.sees(p.Head("huli"), nil, "向单位报告（微信）")
	p.calls(p.Head("jidian"), "疑似", "学生", "刚刚")
	p.presses(p.Head("jidian"), nil, "本人已向单位报告")
	p.wait(time.Minute)
	p.says(p.Head("jidian"), nil, "该生已送医院")
	if l := p.kase().Individual; l.Way() != "" || !l.In() {
		t.Errorf("kept %+v", l)
	}
	if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != "该生已送医院" {
		t.Errorf("kept %+v", k.Remarks)
	}
}

func TestHowThePersonReportedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	he := p.Head("ruanjian")
	p.presses(he, p.Group, "Urgent report")
	p.presses(he, nil, "Confirmed case")
	p.presses(he, nil, "Student")
	p.presses(he, nil, "15 min ago")
	p.presses(he, nil, "Start")
	p.says(he, nil, "the student herself has reported to us at 13:50 by phone")
	p.sees(he, nil, "13:50", "by phone")
	if l := p.kase().Individual; p.hour(l.At) != "13:50" || l.Way() == "" {
		t.Errorf("kept %+v", l)
	}
}

// hour is a moment as people write it.
func (p *play) hour(at time.Time) string { return at.In(p.College.Zone).Format("15:04") }
