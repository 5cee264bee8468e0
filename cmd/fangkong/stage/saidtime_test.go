package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A time in the words of a report left unfinished is not denied: the hour runs from it, and the card says to check it.
func TestATimeInTheWordsCountsWhereNobodySaysMore(t *testing.T) {
	t.Parallel()
	for words, card := range map[string]string{"学生确诊，一小时前": "知悉：13:05（按原话里的时间计，请核实）", "学生确诊，今早6点多": "知悉：06:00（按原话里的时间计，请核实）", "学生确诊": "知悉：14:05（没有人说明，按报告时间计）"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		p.says(p.Head("huli"), nil, words)
		p.wait(3 * time.Minute)
		p.reads(p.Holder(workgroup.DutyStaff), nil, card)
		if late := words != "学生确诊"; late != p.rings(p.Holder(workgroup.Director)) {
			t.Errorf("%s: the director is rung: %v", words, !late)
		}
	}
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院一名学生确诊")
	p.says(head, nil, "今天中午医院打的电话")
	p.wait(3 * time.Minute)
	p.reads(p.Holder(workgroup.DutyStaff), nil, "知悉：12:00（按原话里的时间计", "今天中午医院打的电话")
}

// A case told of after one of the same unit was closed says so.
func TestACaseAfterAClosedOneNamesIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.calls(head, "确诊", "学生", "刚刚")
	p.says(duty, nil, "我来处理")
	p.says(duty, nil, "排除")
	p.says(duty, nil, "办结：复查阴性")
	p.says(duty, nil, "好")
	p.says(head, nil, "医院说搞错了，是阳性")
	p.wait(3 * time.Minute)
	p.reads(duty, nil, "急-0131-02　确诊", "急-0131-01（14:05 办结，排除）是不是同一人？请核对。")
}
