package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A unit that corrects yesterday after midnight moves a sheet of yesterday: its lead unit is told, and decides on that one, by button or in words.
func TestYesterdaysSheetIsDecidedOnAfterMidnight(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, director, he := p.Head("xuesheng"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(he, nil, "居家隔离学生2人，教职工0人")
	p.presses(he, nil, "确认报送")
	p.says(lead, nil, "报送汇总")
	p.wait(2 * time.Second)
	p.says(lead, nil, "报送汇总")
	p.wait(10*time.Hour + 5*time.Minute) // 00:10
	corrects := func(n string) {
		t.Helper()
		p.says(he, nil, "更正昨天：居家隔离学生"+n+"人，教职工0人")
		p.says(he, nil, "对")
	}
	corrects("9")
	p.sees(lead, nil, "1月31日 学生处的学生汇总 14:05 报送后，软件学院又有变化", "2→9")
	p.sees(director, nil, "1月31日 学生处的学生汇总", "已请学生处重新报送或确认仍按原报")
	p.says(lead, nil, "仍按原报")
	p.sees(lead, nil, "1月31日 学生处的学生汇总 14:05 报送，现在的数与所报不同", "再发一次")
	p.wait(2 * time.Second)
	p.says(lead, nil, "仍按原报")
	p.sees(lead, nil, "已记录：仍按原报")
	corrects("8")
	p.says(lead, nil, "汇总表 昨天")
	p.presses(lead, nil, "重新报送汇总")
	p.wait(2 * time.Second)
	p.presses(lead, nil, "重新报送汇总")
	if s, ok := p.sheetOn("2020-01-31", "xuesheng"); !ok || s.Revision != 2 || s.Stated()["home_quarantine_now"] != 8 {
		t.Errorf("sheet: %+v\n%s", s, p.transcript(lead, nil))
	}
	if _, filed := p.sheetOn("2020-02-01", "xuesheng"); filed {
		t.Error("today's was filed")
	}
}

// sheetOn is what a lead unit has filed for a date.
func (p *play) sheetOn(d workgroup.Date, lead workgroup.UnitID) (s workgroup.Sheet, ok bool) {
	p.t.Helper()
	p.view(func(b workgroup.Book) { s, ok = workgroup.LastSheet(b, d, lead) })
	return s, ok
}
