package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A lead unit files by three with what it has: each gap with its reason, a sum of its own with one. What changes below afterwards is put
// to it and to the office, and it files again or says that the sheet stays.
func TestASheetWithGapsAndAnOverrideIsFiledAndMoves(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	lead, director, he := p.Head("xuesheng"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(he, nil, "居家隔离2人，学生2人，老师0人")
	p.presses(he, nil, "确认报送")

	// Of what nobody has reported there is no sum, and none is made.
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	p.presses(lead, nil, "改合计")
	p.sees(lead, nil, "居家隔离 现有 的单位合计是 2。改为多少、为什么？")
	p.says(lead, nil, "多报了几人")
	p.sees(lead, nil, "请回")
	p.says(lead, nil, "3")
	p.sees(lead, nil, "改合计须写明原因：为什么改为 3？")
	p.says(lead, nil, "谢谢")
	p.says(lead, nil, "机电工程学院电话报1人")
	p.presses(lead, nil, "确认这个数")
	p.cardSays(lead, "恢复合计", "※ 居家隔离 现有：单位合计 2，改为 3（机电工程学院电话报1人；")
	p.presses(lead, nil, "返回")
	p.presses(lead, nil, "居家隔离 现有 3※")
	p.presses(lead, nil, "软件学院 2")
	p.says(lead, nil, "/sheet")
	p.cardSays(lead, "逐项查看", "居家隔离 现有 3", "※ 居家隔离 现有：单位合计 2，改为 3")

	p.until("14:50")
	p.everybody("jidian", "dianxin", "huli", "yishu")
	if toast := p.presses(lead, nil, "报送汇总"); !strings.Contains(toast, "请在表上逐个选原因，也可先报后补") || !strings.Contains(toast, "改合计 1 项") {
		t.Errorf("the first press: %q", toast)
	}
	p.cardSays(lead, "已电话催报", "护理学院为什么未报？", "艺术学院：原因待说明")
	p.presses(lead, nil, "已电话催报")
	p.cardSays(lead, "其余都是", "护理学院：已电话催报", "机电工程学院为什么未报？")
	p.says(lead, nil, "填报人员在路上")
	p.cardSays(lead, "已电话催报", "机电工程学院：填报人员在路上", "电子信息工程学院为什么未报？")
	p.presses(lead, nil, "负责人联系不上")
	p.cardSays(lead, "负责人联系不上", "艺术学院为什么未报？")
	p.presses(lead, nil, "正在核实人数")
	p.cardSays(lead, "报送汇总", "未报：", "其余为 0")
	if toast := p.presses(lead, nil, "未报原因"); toast != "未报 4 家，原因都已说明" {
		t.Errorf("nothing is left to be said: %q", toast)
	}
	p.cardSays(lead, "返回", "护理学院：已电话催报", "原因都已说明")
	p.presses(lead, nil, "返回")
	p.says(lead, nil, "未报原因")
	p.sees(lead, nil, "未报 4 家，原因都已说明")
	p.says(lead, nil, "汇总表")
	if toast := p.presses(lead, nil, "报送汇总"); !strings.Contains(toast, "学生汇总已报送，14:50") || strings.Contains(toast, "没有说明原因") {
		t.Errorf("filed: %q", toast)
	}
	s, _ := p.sheetOf("xuesheng")
	if s.Mark != workgroup.OnTime || len(s.Gaps) != 4 || len(s.Overrides) != 1 || s.Stated()["home_quarantine_now"] != 3 {
		t.Errorf("sheet: %+v", s)
	}

	// After three a unit of it reports: told once, to those who decide and to the office.
	p.until("15:08")
	p.zero("jidian")
	p.sees(lead, nil, "学生处的学生汇总 14:50 报送后，机电工程学院又有变化：已收 11→12/15")
	p.sees(director, nil, "机电工程学院又有变化", "已请学生处重新报送或确认仍按原报")
	n := p.count(director, nil)
	stale := p.withButton(lead, nil, "仍按原报")
	p.zero("dianxin")
	if got := p.count(director, nil); got != n {
		t.Errorf("the office is told of every unit:\n%s", p.transcript(director, nil))
	}
	if p.withButton(director, nil, "仍按原报") != nil {
		t.Error("the office is offered to decide for the lead unit")
	}
	kept, err := lead.Presses(stale, "仍按原报")
	must(t, err)
	p.settle()
	if text, alert, _ := kept.Answered(); !alert || strings.Contains(text, "已记录") {
		t.Errorf("kept what nobody has seen: %q", text)
	}
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "仍按原报")
	p.sees(director, nil, "确认仍按 14:50 所报", "已收 11→13/15")
	p.cardSays(lead, "逐项查看", "之后有变化，", "确认仍按原报")
	p.says(director, nil, "汇总")
	p.sees(director, nil, "之后有变动，仍按原报", "学生处汇总的说明", "单位合计 2，改为 3", "护理学院：已电话催报", "机电工程学院：填报人员在路上")

	// The next change is flagged anew; nobody acts, and it is asked for and then listed.
	p.until("15:20")
	p.says(he, nil, "更正：居家隔离4人，学生4人，老师0人")
	p.presses(he, nil, "报送")
	p.sees(lead, nil, "学生处的学生汇总 14:50 报送、15:08 确认仍按原报后，软件学院又有变化：汇总的数不变，但有单位的数变了", "请重新报送")
	p.says(lead, nil, "/sheet")
	p.cardSays(lead, "逐项查看", "单位合计 4，改为 3", "改数时合计是 2，请再核")
	p.until("15:31")
	p.sees(lead, nil, "还差：", "报送后有变化")
	p.until("15:41")
	p.sees(director, nil, "学生处的学生汇总（14:50 已报）催过仍没有办", "请打电话")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	p.presses(lead, nil, "恢复合计")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "重新报送汇总")
	p.wait(2 * time.Second)
	p.presses(lead, nil, "重新报送汇总")
	p.sees(director, nil, "学生处的学生汇总：已由", "重新报送，现收 13/15")
	if s, _ = p.sheetOf("xuesheng"); s.Revision != 2 || s.Mark != workgroup.OnTime || s.Stated()["home_quarantine_now"] != 4 || len(s.Overrides) != 0 {
		t.Errorf("again: %+v", s)
	}
}

// A lead unit that files without the reasons for its gaps is asked for them, in the language of whoever it is.
func TestReasonsMayFollowTheSheet(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.says(lead, nil, "/language")
	p.presses(lead, nil, "English")
	p.until("14:58")
	p.everybody("ruanjian", "jidian", "huli")
	p.presses(lead, nil, "File consolidation")
	p.wait(2 * time.Second)
	if toast := p.presses(lead, nil, "File consolidation"); !strings.Contains(toast, "Why units are missing is still to be said (3)") {
		t.Errorf("filed: %q", toast)
	}
	p.until("15:09")
	p.sees(lead, nil, "still lacks", "why these are missing", "School of Software")
	p.presses(lead, nil, "Why missing")
	p.presses(lead, nil, "Telephoned, is filling in")
	p.presses(lead, nil, "All others: telephoned")
	s, _ := p.sheetOf("xuesheng")
	if len(s.Gaps) != 3 || s.Revision != 1 {
		t.Errorf("sheet: %+v", s)
	}
	p.until("15:30")
	if n := p.events(workgroup.SheetListed); n != 0 {
		t.Error("reasons that were given are asked for")
	}
}

// Whoever is asked why a unit is missing may write other things: thanks and talk are no reason, and the words of a button do what the button
// does, with or without a question there.
func TestOnlyAReasonIsAReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.everybody("jidian", "dianxin")
	p.says(lead, nil, "报送汇总")
	p.sees(lead, nil, "将报送学生汇总：已收 13/15", "再发一次“报送汇总”")
	for _, words := range []string{"谢谢", "等一下", "好的", "我看看", "好的，谢谢", "不知道", "12", "。。", "怎么又变了？"} {
		p.says(lead, nil, words)
		if w := p.worksheet(); len(w.Gaps) > 0 {
			t.Fatalf("“%s” became a reason: %+v", words, w.Gaps)
		}
	}
	p.says(lead, nil, "仍按原报") // nothing was filed yet: the sheet is shown
	p.cardSays(lead, "报送汇总", "请于 15:00 前连按两次「报送汇总」")
	p.says(lead, nil, "未报原因")
	p.says(lead, nil, "正在核实人数")
	p.says(lead, nil, "老师在开会")
	if w := p.worksheet(); len(w.Gaps) != 2 || w.Gaps[0].Reason != "checking" || w.Gaps[1].Reason != "老师在开会" {
		t.Errorf("reasons: %+v", w.Gaps)
	}
	p.says(lead, nil, "报送汇总") // “等一下” had stopped it
	p.sees(lead, nil, "再发一次“报送汇总”")
	p.says(lead, nil, "报送汇总")
	p.sees(lead, nil, "学生汇总已报送，14:5")
	if s, filed := p.sheetOf("xuesheng"); !filed || len(s.Gaps) != 2 {
		t.Errorf("sheet: %+v", s)
	}
	p.zero("jidian")
	p.says(lead, nil, "仍按原报")
	p.sees(lead, nil, "现在的数与所报不同：已收 13→14/15", "再发一次“仍按原报”")
	if w := p.worksheet(); w.Stays != nil {
		t.Error("kept what nobody has seen")
	}
	p.wait(2 * time.Second)
	p.says(lead, nil, "仍按原报")
	p.sees(lead, nil, "已记录：仍按原报")
	if w := p.worksheet(); w.Stays == nil {
		t.Error("not kept")
	}
	p.says(lead, nil, "仍按原报")
	p.sees(lead, nil, "曹思帆已于 14:50 确认仍按原报")
}

// worksheet is what the students' lead unit has put beside its sheet of today.
func (p *play) worksheet() (w workgroup.Worksheet) {
	p.t.Helper()
	p.view(func(b workgroup.Book) { w = workgroup.WorksheetOf(b, workgroup.DateOf(p.Now()), "xuesheng") })
	return w
}

// Another sum is written as people write it: the number behind “应该是”, the reason before it or in a message of its own.
func TestAnotherSumInAnyOrder(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	lead := p.Head("xuesheng")
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，学生5人，老师0人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	for _, one := range []struct {
		words  []string
		to     workgroup.Count
		reason string
	}{
		{[]string{"应该是6，软件学院漏了1个"}, 6, "软件学院漏了1个"},
		{[]string{"软件学院漏了2个，应该是7"}, 7, "软件学院漏了2个"},
		{[]string{"15", "有2人已经解除隔离了，护理没来得及改"}, 15, "有2人已经解除隔离了，护理没来得及改"},
		{[]string{"8", "2人已经解除隔离了"}, 8, "2人已经解除隔离了"},
		{[]string{"8", "9", "软件学院电话补报"}, 9, "软件学院电话补报"},
	} {
		p.says(lead, nil, "/sheet")
		p.presses(lead, nil, "逐项查看")
		p.presses(lead, nil, "居家隔离")
		p.presses(lead, nil, "改合计")
		for _, words := range one.words {
			p.says(lead, nil, words)
		}
		p.says(lead, nil, "对")
		if w := p.worksheet(); len(w.Overrides) != 1 || w.Overrides[0].To != one.to || w.Overrides[0].Reason != one.reason {
			t.Errorf("%v: %+v", one.words, w.Overrides)
		}
	}
	// Who was taken to a centre is a case before it is a reason.
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	p.presses(lead, nil, "改合计")
	p.says(lead, nil, "11")
	p.says(lead, nil, "护理有2人已经转到集中隔离了")
	if p.withText(lead, nil, "🚨 紧急报告：封闭隔离", "护理学院") == nil || p.worksheet().Overrides[0].To != 9 {
		t.Errorf("%+v\n%s", p.worksheet().Overrides, p.transcript(lead, nil))
	}
}

// Why a unit is missing is asked for no longer once it has filed: neither its lead unit nor the office hears of it as owing.
func TestAGapThatHasFiledSinceIsOwedNoMore(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, director := p.Head("xuesheng"), p.Holder(workgroup.Director)
	p.until("14:50")
	p.everybody("jidian", "huli")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "报送汇总")
	p.presses(lead, nil, "报送汇总")
	p.until("14:56")
	p.zero("jidian")
	p.presses(lead, nil, "仍按原报")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "学生处汇总的说明", "机电工程学院：14:56 已报，汇总没有含它", "护理学院：原因待说明")
	p.until("15:08")
	p.sees(lead, nil, "汇总（14:50 已报）还差", "未报原因：护理学院")
	p.lacks(lead, nil, "未报原因：护理学院、机电工程学院")
	p.zero("huli")
	p.presses(lead, nil, "仍按原报")
	p.until("15:45")
	if said := p.transcript(director, nil); strings.Contains(said, "催过仍没有办") {
		t.Errorf("owed for units that have filed:\n%s", said)
	}
	if said := p.transcript(lead, nil); strings.Count(said, "还差：") != 1 {
		t.Errorf("asked again for units that have filed:\n%s", said)
	}
}

// A reason that names one of the missing units is that unit's, whichever was asked about.
func TestAReasonIsOfTheUnitItNames(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.everybody("jidian", "dianxin")
	p.says(lead, nil, "未报原因")
	p.says(lead, nil, "电信没报是因为负责人在路上")
	if w := p.worksheet(); len(w.Gaps) != 1 || w.Gaps[0].Unit != "dianxin" {
		t.Errorf("reasons: %+v", w.Gaps)
	}
	p.says(lead, nil, "机电学院老师在开会")
	if w := p.worksheet(); len(w.Gaps) != 2 {
		t.Errorf("reasons: %+v", w.Gaps)
	}
}
