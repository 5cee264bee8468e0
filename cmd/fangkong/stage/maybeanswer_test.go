package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A head who says plainly that somebody was put in central quarantine is heard at once.
func TestCentralQuarantineSaidPlainlyIsACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	for i, c := range []struct {
		unit  workgroup.UnitID
		words string
	}{{"huli", "我院学生刘丽被社区集中隔离，今天上午10点知道的"}, {"ruanjian", "有个学生被政府集中隔离了"}, {"jidian", "我院1名学生被集中隔离，社区通知的"}} {
		head := p.Head(c.unit)
		p.says(head, nil, c.words)
		p.alarmed(i+1, c.words)
		p.reads(head, nil, "紧急报告：封闭隔离")
	}
	p.reads(p.Head("huli"), nil, "知悉：10:00")
}

// What may be a case of the one-hour rule is answered in words as by its button, and opens by itself where nobody answers.
func TestWhetherItIsACaseIsAnsweredInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, other, third, duty := p.Head("huli"), p.Head("ruanjian"), p.Head("jidian"), p.Holder(workgroup.DutyStaff)
	ask := func(of workgroup.UnitID) {
		p.says(p.Head(of), nil, "有学生被隔离了")
		p.reads(p.Head(of), nil, "今日新发生的吗", "前没有回答，将自动立案")
	}
	ask("huli")
	p.says(head, nil, "是的，今天的")
	p.alarmed(1, "有学生被隔离了")
	p.reads(head, nil, "紧急报告：封闭隔离")

	ask("ruanjian")
	p.says(other, nil, "不是")
	ask("jidian")
	p.wait(3 * time.Minute)
	p.alarmed(1)
	p.reads(third, nil, "已立案 急-0131-0", "封闭隔离")
	p.reads(duty, nil, "封闭隔离", "机电工程学院")
	if m := p.withText(duty, nil, "🚨 急-", "软件学院"); m != nil {
		t.Errorf("it was denied:\n%s", m.Text)
	}

	// A filing that waits for its word, while nothing rings, has it.
	lvyou := p.Head("lvyou")
	p.says(lvyou, nil, "居家隔离2人，我舅舅确诊了")
	p.says(lvyou, nil, "对")
	if _, filed := p.filed("lvyou"); !filed {
		t.Errorf("not filed:\n%s", p.transcript(lvyou, nil))
	}
}

func TestWhetherItIsACaseIsAnsweredInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("huli")
	p.says(head, nil, "Li Na is confirmed")
	p.reads(head, nil, "new today?")
	p.says(head, nil, "yes, one of ours")
	p.reads(p.Holder(workgroup.DutyStaff), nil, "Possibly a one-hour case", "Li Na is confirmed")
	p.reads(head, nil, "Urgent report: confirmed case")
}
