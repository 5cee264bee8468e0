package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever has a case and cannot come is offered to hand it over or to give it back.
func TestWhoCannotComeHandsTheCaseOver(t *testing.T) {
	t.Parallel()
	for words, fever := range map[string]bool{"我来不了了，发烧了": true, "我去不了": false, "换个人吧": false, "抱歉，我这边走不开": false, "我赶不过去，请找别人处理": false, "能不能换人": false, "我实在顶不住了，一个人忙不过来": false, "我家孩子发烧了，谁能替我": true, "I can't make it, I have a fever": true} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, _, duty := reported(t)
			p.says(duty, nil, words)
			p.reads(duty, nil, "急-0131-01 要换人处理吗", "移交", "退回")
			if asked := p.withText(duty, nil, "去过湖北") != nil; asked != fever {
				t.Errorf("asked about a fever: %v", asked)
			}
			if k := p.kase(); len(k.Remarks) != 1 || k.Holder != "zhang-qiuxi" {
				t.Errorf("held by %q, kept %+v", k.Holder, k.Remarks)
			}
			p.presses(duty, nil, "退回")
			if k := p.kase(); k.Holder != "" {
				t.Errorf("held by %q", k.Holder)
			}
		})
	}
}

// What else they tell is asked about, and of a patient it means nothing.
func TestWhoCannotComeTellsMore(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	p.says(duty, nil, "病人顶不住了，正在抢救")
	if p.withText(duty, nil, "要换人处理吗") != nil {
		t.Error("of a patient it is taken for the holder")
	}
	p.says(duty, nil, "我去不了，学生已经送到县医院了")
	p.reads(duty, nil, "要换人处理吗")
	p.presses(duty, nil, "记入 急-0131-01")
	if k := p.kase(); len(k.Remarks) != 3 || k.Remarks[2].Text != "学生已经送到县医院了" {
		t.Errorf("kept: %+v", k.Remarks)
	}
	p, _, duty = reported(t)
	p.says(duty, nil, "学生家长今天来不了")
	if p.withText(duty, nil, "要换人处理吗") != nil {
		t.Error("a parent who cannot come hands the case over")
	}
	// Their own confirmation is a case.
	p.says(duty, nil, "我来不了了，我确诊了")
	p.reads(duty, nil, "要换人处理吗")
	p.alarmed(2)
}

func TestWhoCannotComeInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(duty, nil, "Sorry, I can't make it")
	p.reads(duty, nil, "Shall somebody else see to 急-0131-01?")
	p.presses(duty, nil, "Hand over")
	p.sees(duty, nil, "Hand 急-0131-01 over to whom?")
}

// The kind of a case is put right in words; where they name no one kind it is asked, and they are kept.
func TestTheKindOfACaseIsCorrectedInWords(t *testing.T) {
	t.Parallel()
	for words, kind := range map[string]workgroup.CaseKind{"更正类型：密接": workgroup.CaseContact, "更正类型为疑似": workgroup.CaseSuspected, "更正类型的事，是密接不是确诊": workgroup.CaseContact, "更正类型，不是确诊，是疑似": workgroup.CaseSuspected, "改类型为入院": workgroup.CaseHospital} {
		p, _, duty := reported(t)
		p.says(duty, nil, words)
		p.reads(duty, nil, "急-0131-01", "已记录")
		if k := p.kase(); k.Kind != kind {
			t.Errorf("%s: %q", words, k.Kind)
		}
	}
	p, _, duty := reported(t)
	p.says(duty, nil, "更正类型的事等核酸结果出来再说")
	p.reads(duty, nil, "急-0131-01 现为确诊，更正为？")
	if k := p.kase(); k.Kind != workgroup.CaseConfirmed || len(k.Remarks) != 2 {
		t.Errorf("%q, kept %+v", k.Kind, k.Remarks)
	}
	// A correction of whoever files for no unit is of the case they have.
	p.says(duty, nil, "更正：应为2人")
	p.reads(duty, nil, "要记入正在处理的紧急情况吗")
}
