package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Another sum is a whole number of people, and counts when its writer has seen it read back with its reason: no leading digit of something
// else, no question and no talk becomes one.
func TestAnotherSumIsReadBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	lead := p.Head("xuesheng")
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，学生5人，老师0人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	for _, said := range []string{"2.5 因为错了", "3月的数不对", "12→13 补报", "14:05的数不对", "再看看13.5"} {
		p.presses(lead, nil, "改合计")
		p.says(lead, nil, said)
		p.sees(lead, nil, "没有改", "请回一个整数")
		p.says(lead, nil, "取消")
	}
	p.says(lead, nil, "改合计 居家隔离 2.5 因为错了")
	p.sees(lead, nil, "没有改，读不出是多少人")
	for _, said := range []string{"1,300 因为软件学院电话补报", "1，300 软件学院电话补报", "改合计 居家隔离 1,300，软件学院电话补报"} {
		if !strings.HasPrefix(said, "改") {
			p.presses(lead, nil, "改合计")
		}
		p.says(lead, nil, said)
		p.sees(lead, nil, "居家隔离 现有 5 → 1300", "原因：软件学院电话补报")
		p.says(lead, nil, "不对")
		p.sees(lead, nil, "改为多少、为什么")
		p.says(lead, nil, "取消")
	}

	// What is asked while the reason is owed is answered, and is none.
	p.says(lead, nil, "改合计：居家隔离 13")
	p.sees(lead, nil, "为什么改为 13")
	for _, said := range []string{"汇总怎么报", "为什么还没有软件学院的？", "好的", "/summary"} {
		p.says(lead, nil, said)
	}
	if w := p.worksheet(); len(w.Overrides) > 0 {
		t.Fatalf("changed: %+v\n%s", w.Overrides, p.transcript(lead, nil))
	}
	// Nobody is named in a paper: the reason is kept without, and its writer is told.
	p.says(lead, nil, "张三电话补报 13800001111，曹思帆已核实")
	p.sees(lead, nil, "居家隔离 现有 5 → 13", "原因：张某电话补报 ×××，曹某已核实", "认出的姓名、电话、证件号已隐去")
	p.says(lead, nil, "14 张三电话补报")
	p.sees(lead, nil, "居家隔离 现有 5 → 14", "原因：张某电话补报")
	// The units make another sum by now: it is read back anew.
	p.says(p.Head("ruanjian"), nil, "更正：居家隔离6人，学生6人，老师0人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.says(lead, nil, "对")
	p.sees(lead, nil, "居家隔离 现有 6 → 14")
	p.presses(lead, nil, "确认这个数")
	if w := p.worksheet(); len(w.Overrides) != 1 || w.Overrides[0].To != 14 || w.Overrides[0].Reason != "张某电话补报" || w.Overrides[0].Sum != 6 {
		t.Errorf("overrides: %+v\n%s", w.Overrides, p.transcript(lead, nil))
	}
}

// The same in English; and why a unit is missing names nobody either.
func TestAnotherSumIsReadBackInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	lead := p.Head("xuesheng")
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，学生5人，老师0人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.says(lead, nil, "/language")
	p.presses(lead, nil, "English")
	p.says(lead, nil, "override home quarantine 2.5 because wrong")
	p.sees(lead, nil, "Nothing was changed", "whole number")
	p.says(lead, nil, "override home quarantine 1,300 because School of Software telephoned")
	p.sees(lead, nil, "5 → 1300", "Why: School of Software telephoned")
	p.says(lead, nil, "cancel")
	p.says(lead, nil, "override home quarantine 13")
	p.says(lead, nil, "how do I file the consolidation?")
	p.says(lead, nil, "Li Na telephoned, 13800001111")
	p.sees(lead, nil, "5 → 13", "Why: N. N. telephoned, ×××", "identity numbers that were recognised are left out")
	if w := p.worksheet(); len(w.Overrides) > 0 {
		t.Errorf("changed: %+v", w.Overrides)
	}
	p.says(lead, nil, "yes")
	if w := p.worksheet(); len(w.Overrides) != 1 || w.Overrides[0].To != workgroup.Count(13) {
		t.Errorf("overrides: %+v", w.Overrides)
	}
	p.says(lead, nil, "/language")
	p.presses(lead, nil, "中文")
	p.says(lead, nil, "未报原因")
	p.says(lead, nil, "张三电话13800001111没人接")
	if w := p.worksheet(); len(w.Gaps) != 1 || w.Gaps[0].Reason != "张某电话×××没人接" {
		t.Errorf("gaps: %+v", w.Gaps)
	}
}
