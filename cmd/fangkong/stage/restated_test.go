package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A message that is edited changes since when its case is known, as 「改知悉时间」 does; of which unit it is, who has the case is asked.
func TestAnEditOfTheMessageThatOpenedACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:25")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	said := p.says(head, nil, "软件学院一名学生确诊，14:05知道")
	p.presses(head, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	head.Edits(said, "机电工程学院一名学生确诊，13:20知道")
	p.settle()
	k := p.kase()
	if k.Known.Format("15:04") != "13:20" || len(k.Findings) != 1 || k.Findings[0].What != workgroup.FoundKnown || k.Unit != "ruanjian" {
		t.Fatalf("%+v", k)
	}
	p.reads(duty, nil, "何望桥更正了原来的话", "14:05 改为 13:20", "14:20 前报齐")
	p.reads(duty, nil, "说的是机电工程学院", "不是软件学院")
	p.reads(head, nil, "14:05 改为 13:20")
	p.reads(head, nil, "单位改为机电工程学院由接手人核实")
	p.presses(duty, nil, "机电工程学院")
	if k := p.kase(); k.Unit != "jidian" || len(p.open()) != 1 {
		t.Errorf("%+v", p.open())
	}
	p.reads(p.Head("jidian"), nil, "急-0131-01", "本人") // its heads are asked now
	if p.events(workgroup.CaseDated) != 1 || p.events(workgroup.CaseDetailed) != 1 {
		t.Error("not journalled")
	}
	groupHides(p, "机电工程学院一名")
}

// Before anybody has taken it, those on duty read what the message says now; and while it is being reported, the report says it.
func TestAnEditBeforeTheCaseIsTaken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:25")
	head := p.Head("ruanjian")
	said := p.says(head, p.Group, "软件学院一名学生确诊")
	head.Edits(said, "机电工程学院一名学生确诊，14:05知道")
	p.settle()
	p.reads(head, nil, "紧急报告：确诊", "机电工程学院", "知悉：14:05")
	p.presses(head, nil, "启动紧急报告")
	head.Edits(said, "软件学院一名学生确诊，13:50知道")
	p.settle()
	k := p.kase()
	if k.Unit != "jidian" || len(p.open()) != 1 {
		t.Fatalf("%+v", p.open())
	}
	for _, duty := range p.holders(workgroup.DutyStaff) {
		p.reads(duty, nil, "说的是软件学院", "还没有人接手")
		p.reads(duty, nil, "急-0131-01", "13:50") // whether the hour runs from there is for who may say
	}
}

// An earlier stage than the one reported is for who has the case to find; a later one moves it on. Neither opens a second case.
func TestAnEditOfWhatACaseIsOf(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:25")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	said := p.says(head, nil, "我院学生李明确诊，刚刚知道")
	p.presses(head, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	head.Edits(said, "我院学生李明疑似，14:05知道的")
	p.settle()
	p.reads(duty, nil, "说的是疑似", "不是确诊")
	p.reads(head, nil, "类型改为疑似由接手人核实")
	if k := p.kase(); k.Kind != workgroup.CaseConfirmed || k.Known.Format("15:04") != "14:05" {
		t.Fatalf("%+v", k)
	}
	p.presses(duty, nil, "疑似")
	if k := p.kase(); k.Kind != workgroup.CaseSuspected {
		t.Fatalf("%+v", k)
	}
	head.Edits(said, "我院学生李明确诊，14:05知道的")
	p.settle()
	p.reads(head, nil, "由疑似改为确诊")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Kind != workgroup.CaseConfirmed || len(p.open()) != 1 {
		t.Fatalf("%+v", p.open())
	}
}

// Whoever says of the report being made that it is of another unit has it read back so.
func TestTheUnitOfAReportBeingMadeIsPutRight(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"弄错了不是我们学院，是护理学院的", "说错了，是护理学院的学生"} {
		p := newPlay(t, Options{})
		p.until("15:30")
		head := p.Head("ruanjian")
		p.says(head, nil, "我院一名学生确诊，15:10接到医院电话")
		p.says(head, nil, words)
		p.reads(head, nil, "紧急报告：确诊　护理学院", "知悉：15:10")
		p.wait(workgroup.CallLife + 1)
		if open := p.open(); len(open) != 1 || open[0].Unit != "huli" {
			t.Errorf("%s: %+v", words, open)
		}
	}
}

// After the case has opened it is asked of whoever has it, as an edit is; the holder's own word puts it right.
func TestTheUnitOfAnOpenCaseIsPutRightInWords(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(head, nil, "弄错了，是护理学院的")
	p.reads(duty, nil, "急-0131-01", "何望桥", "护理学院")
	p.reads(head, nil, "您的更正已记入 急-0131-01", "护理学院", "已转告")
	if k := p.kase(); k.Unit != "ruanjian" || p.lastRemark() != "弄错了，是护理学院的" {
		t.Errorf("%+v", k)
	}
	p.presses(duty, nil, "护理学院")
	if k := p.kase(); k.Unit != "huli" {
		t.Errorf("of %q", k.Unit)
	}
	p.says(duty, nil, "说错了，应该是汽车学院")
	p.reads(duty, nil, "急-0131-01 已记录")
	if k := p.kase(); k.Unit != "qiche" {
		t.Errorf("of %q", k.Unit)
	}
	// Of the day's report that is read back it means the report.
	p, head, _ = reported(t)
	p.says(head, nil, "居家隔离2人")
	before := len(p.kase().Remarks)
	p.says(head, nil, "弄错了，是护理学院的")
	if k := p.kase(); len(k.Remarks) != before {
		t.Errorf("kept %+v", k.Remarks)
	}
}

// Whoever edits a report that is filed into a case of another unit hears that its figures stand.
func TestAnEditOfAFiledReportIntoAnotherUnitsCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	said := p.says(head, nil, "软件学院居家隔离2人")
	p.presses(head, nil, "确认报送")
	head.Edits(said, "机电工程学院一名学生确诊")
	p.settle()
	p.reads(head, nil, "14:05 报送的数（第1版）仍然有效")
}

func TestAnEditOfTheMessageThatOpenedACaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:25")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	said := p.says(head, nil, "A student of ours is confirmed, the hospital called at 14:05")
	p.presses(head, nil, "Start the urgent report")
	p.presses(duty, nil, "I take it")
	head.Edits(said, "A student of jidian is confirmed, the hospital called at 13:20")
	p.settle()
	p.reads(duty, nil, "known since 13:20, not 14:05")
}
