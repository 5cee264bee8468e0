package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
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
	p.sees(head, nil, "要记入正在处理的紧急情况吗")
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

// With several open cases an addition reaches those who have them at once; the question only decides where it is filed.
func TestAnAdditionReachesTheHoldersBeforeItIsFiled(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.wait(11 * time.Minute)
	p.calls(head, "疑似", "学生", "刚刚")
	p.says(head, nil, "该生病危，正在抢救")
	p.sees(head, nil, "已转接手人", "要记入正在处理的紧急情况吗")
	if p.withText(duty, nil, "该生病危，正在抢救", head.Name()) == nil {
		t.Errorf("the holder reads:\n%s", p.transcript(duty, nil))
	}
	// Nobody has the second: the duty staff read it.
	director := p.Holder(workgroup.Director)
	if p.withText(director, nil, "该生病危，正在抢救", head.Name()) == nil {
		t.Errorf("the office reads:\n%s", p.transcript(director, nil))
	}
	p.presses(head, nil, "记入 急-0131-01")
	if open := p.open(); len(open) != 2 || len(open[0].Remarks) != 2 {
		t.Errorf("%+v", open)
	}
}

// What is added after a case was closed is passed on, and kept with it.
func TestAnAdditionToAClosedCaseReachesTheOffice(t *testing.T) {
	t.Parallel()
	p, duty := held(t)
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "已转定点医院")
	p.presses(duty, nil, "确认办结")
	p.wait(30 * time.Minute)
	p.says(head, nil, "补充：他又发烧了")
	p.sees(head, nil, "急-0131-01 已办结，您的补充已记在该案后面", "并转值班员")
	p.sees(director, nil, "急-0131-01 已于", head.Name(), "补充：他又发烧了")
	if p.withText(duty, nil, "补充：他又发烧了") == nil {
		t.Errorf("who closed it reads:\n%s", p.transcript(duty, nil))
	}
	p.view(func(b workgroup.Book) {
		for k := range workgroup.Cases.Each(b, "") {
			if k.Closed.IsZero() || len(k.Remarks) != 2 {
				t.Errorf("%+v", k)
			}
		}
	})
	for _, m := range p.Group.Posts() {
		if strings.Contains(m.Text, "发烧") {
			t.Errorf("the group reads %q", m.Text)
		}
	}
}

// So it is for somebody who is not on the roster.
func TestAStrangersLateAdditionReachesTheOffice(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, duty := p.newcomer("孔", "明"), p.holders("duty")[0]
	student.Starts()
	p.settle()
	p.says(student, nil, "我今天确诊了")
	p.wait(workgroup.CallLife + 1)
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "复核为阴性，误报")
	p.presses(duty, nil, "确认办结")
	p.wait(30 * time.Minute)
	p.says(student, nil, "补充：本人又咳嗽了")
	p.sees(student, nil, "急-0131-01 已办结，您的补充已记在该案后面")
	p.sees(duty, nil, "急-0131-01 已于", "补充：本人又咳嗽了")
}

// A figure that counts nothing belongs to the urgent report that is being made, and is asked about beside the case that has come of it.
func TestAFigureThatCountsNothingIsOfTheCase(t *testing.T) {
	t.Parallel()
	const words = "有三个学生，都在天和小区"
	for _, opened := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, duty := p.Head("huli"), p.Holder(workgroup.DutyStaff)
		p.says(head, nil, "/urgent")
		p.presses(head, nil, "封闭隔离")
		p.presses(head, nil, "学生")
		p.presses(head, nil, "刚刚")
		if opened {
			p.presses(head, nil, "启动紧急报告")
		}
		p.says(head, nil, words)
		if p.withText(head, nil, "指的是哪一项") != nil {
			t.Errorf("taken for the day's report:\n%s", p.transcript(head, nil))
		}
		if opened {
			p.presses(head, nil, "记入 急-0131-01")
		} else {
			p.presses(head, nil, "启动紧急报告")
		}
		if k := p.kase(); len(k.Remarks) != 1 || k.Remarks[0].Text != words || p.withText(duty, nil, "急-0131-01", words) == nil {
			t.Errorf("the case: %+v\n%s", k.Remarks, p.transcript(duty, nil))
		}
	}
	// Without a case it is asked as ever.
	p := newPlay(t, Options{})
	p.until("14:05")
	p.says(p.Head("huli"), nil, words)
	p.sees(p.Head("huli"), nil, "指的是哪一项")
}

// A further report of whoever has lost the case meanwhile is kept, and asked about.
func TestAFurtherReportAfterTheHoldingExpired(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.presses(duty[0], nil, "我来接手")
	p.until("14:27")
	p.says(duty[0], nil, "续报：已隔离观察")
	p.presses(duty[0], nil, "记入 急-0131-01")
	if k := p.kase(); k.Holder != "" || len(k.Remarks) != 1 {
		t.Errorf("%+v\n%s", k, p.transcript(duty[0], nil))
	}
}
