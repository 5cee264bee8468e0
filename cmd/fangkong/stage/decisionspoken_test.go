package stage

import (
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What came of a decision is its result, however it is written, and no zero report of the unit; and a report is a report.
func TestAResultIsNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, he, wang, cao := p.Person("zhao-wangpu"), p.Head("ruanjian"), p.Head("huli"), p.Head("xuesheng")
	result := func(n int) (said string) {
		p.view(func(b workgroup.Book) {
			for d := range workgroup.Decisions.Each(b, "2020-01-31/") {
				if d.Number == n && d.Done.Done() {
					said = d.Result
				}
			}
		})
		return said
	}
	p.until("13:55")
	p.says(office, nil, "/meeting")
	p.presses(office, nil, "现在开会")
	for _, what := range []string{"电话随访，由软件学院负责", "全员排查，由软件学院负责", "送温暖，由护理学院负责", "报返校名单，由学生处负责"} {
		p.says(office, nil, "决定："+what+"，明天18点前完成")
		p.presses(office, nil, "记为议定事项")
	}
	filed := func(who *sandbox.Person, unit workgroup.UnitID, said string) {
		t.Helper()
		if _, ok := p.filed(unit); ok || p.withButton(who, nil, "确认报送") != nil {
			t.Errorf("%s is a report:\n%s", said, p.transcript(who, nil))
		}
	}
	p.until("14:05")
	p.presses(he, nil, "办结")
	p.says(he, nil, "电话都打完了，12人全部正常，无发热")
	filed(he, "ruanjian", "the calls")
	p.says(he, nil, "决-0131-01 办结：排查完毕，发热0人")
	filed(he, "ruanjian", "the inquiry")
	p.says(he, nil, "决0131-02 已办结")
	p.sees(he, nil, "决-0131-02")
	p.says(cao, nil, "办结：名单已交")
	if result(1) != "排查完毕，发热0人" || result(2) != "电话都打完了，12人全部正常，无发热" || result(4) != "名单已交" {
		t.Errorf("results: %q %q %q %q\n%s", result(1), result(2), result(3), result(4), p.transcript(he, nil))
	}

	// What might be either is asked; a report that says so is one.
	p.says(wang, nil, "办结")
	p.sees(wang, nil, "决-0131-03 办结：请写办了什么")
	p.says(wang, nil, "12人全部正常，无发热")
	p.sees(wang, nil, "是这一项的办理结果吗", "送温暖")
	p.says(wang, nil, "护理学院居家隔离3人，学生3人")
	p.presses(wang, nil, "确认报送")
	p.says(wang, nil, "打完了，都正常")
	p.sees(wang, nil, "是这一项的办理结果吗")
	p.presses(wang, nil, "办结 决-0131-03")
	if s, _ := p.filed("huli"); s.Revision != 1 || result(3) != "打完了，都正常" {
		t.Errorf("filed %+v, result %q", s, result(3))
	}
	p.until("14:10")
	p.says(cao, nil, "排查完毕，无异常")
	p.sees(cao, nil, "【学生处】")
}
