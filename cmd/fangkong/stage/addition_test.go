package stage

import (
	"testing"
	"time"
)

// What the head writes after the report belongs to the case, and reaches who has it.
func TestWhatAHeadAddsReachesTheCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.holders("duty")[0]
	p.says(head, nil, "我院学生李小明今天确诊")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	p.wait(3 * time.Minute)
	for i, words := range []string{"补充：该生已转到市一院，体温38.5", "学生已送医院", "该生姓王，电话13900000000", "该生住3号楼502，同住4人", "他现在呼吸困难", "该生去世了"} {
		p.says(head, nil, words)
		p.sees(head, nil, "急-0131-01 续报已记入，已转"+duty.Name())
		if k := p.kase(); len(k.Remarks) != i+2 || k.Remarks[i+1].Text != words {
			t.Fatalf("%q is not kept: %+v", words, k.Remarks)
		}
		if m := duty.Last(nil); p.withText(duty, nil, words) == nil {
			t.Errorf("the holder reads %q", m.Text)
		}
	}
	// What may be anything is asked; the day's report goes on beside it.
	p.says(head, nil, "市一院床位紧张")
	p.sees(head, nil, "要记入您报过的紧急情况吗")
	p.presses(head, nil, "记入 急-0131-01")
	if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != "市一院床位紧张" {
		t.Errorf("%+v", k.Remarks)
	}
	p.says(head, nil, "今天食堂吃什么好呢朋友们")
	if toast := p.presses(head, nil, "都不是"); toast == "" {
		t.Error("no answer")
	}
	p.says(head, nil, "居家隔离2人，无发热")
	p.sees(head, nil, "居家隔离", "对吗")
	p.alarmed(1)
}

func TestWhatAStrangerAddsReachesTheHolder(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, duty := p.newcomer("孔", "明"), p.holders("duty")[0]
	student.Starts()
	p.settle()
	p.says(student, nil, "我今天确诊了")
	p.presses(student, nil, "软件学院")
	p.presses(student, nil, "刚刚")
	p.presses(student, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	p.wait(time.Minute)
	p.says(student, nil, "我已到市一院")
	p.sees(duty, nil, "急-0131-01 孔明补充", "我已到市一院")
}

// Asked why a report was late, a head may still have more to say of a case.
func TestAnAdditionIsNoReasonForBeingLate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:40")
	head := p.Head("ruanjian")
	p.calls(head, "确诊", "学生", "刚刚")
	p.says(head, nil, "居家隔离1人")
	p.presses(head, nil, "确认报送")
	p.says(head, nil, "该生已送医院")
	p.sees(head, nil, "急-0131-01 续报已记入")
	if k := p.kase(); len(k.Remarks) != 1 {
		t.Errorf("%+v", k.Remarks)
	}
}
