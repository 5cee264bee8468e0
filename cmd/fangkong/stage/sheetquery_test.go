package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// asks has the head of the students' lead unit send a unit's home quarantine back with a question.
func (p *play) asks(lead *sandbox.Person, unit, words string) {
	p.t.Helper()
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	p.presses(lead, nil, unit)
	p.presses(lead, nil, "退回询问")
	if words == "" {
		p.presses(lead, nil, "请核对这一项")
	} else {
		p.says(lead, nil, words)
	}
}

// A lead unit sends one item back: the unit's heads are asked in private, their answer is a revision or their word, and who does not
// answer is asked again and then listed for somebody to telephone.
func TestALeadUnitSendsAnItemBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	lead := p.Head("xuesheng")
	for unit, line := range map[workgroup.UnitID]string{"ruanjian": "居家隔离2人，学生2人，老师0人", "jidian": "居家隔离1人，学生1人，老师0人", "huli": "居家隔离4人，学生4人，老师0人", "dianxin": "居家隔离1人，学生1人，老师0人"} {
		p.says(p.Head(unit), nil, line)
		p.presses(p.Head(unit), nil, "确认报送")
	}
	p.until("14:10")

	// By the button: the item is asked anew and becomes a revision.
	he := p.Head("ruanjian")
	p.asks(lead, "软件学院", "是否含昨日返校的1名学生？")
	p.sees(lead, nil, "已问软件学院：居家隔离 现有（是否含昨日返校的1名学生？）")
	p.sees(he, nil, "学生处汇总学生数据，请软件学院核对今天所报（第1版）的 居家隔离 现有，学生 2", "是否含昨日返校的1名学生？")
	asked := p.withButton(he, nil, "数据无误")
	p.presses(he, nil, "更正")
	p.says(he, nil, "3")
	for _, n := range []string{"1", "0"} { // new, released
		p.says(he, nil, n)
	}
	p.presses(he, nil, "确认报送")
	p.sees(lead, nil, "软件学院答复（何望桥）：居家隔离 现有 已更正，学生 2 → 3（第2版）")
	if s, _ := p.filed("ruanjian"); s.Revision != 2 || s.Figures["home_quarantine_now_student"] != 3 {
		t.Errorf("the answer: %+v", s.Report)
	}
	press, err := he.Presses(asked, "数据无误")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "这一问已由何望桥于 14:10 答复（已更正）") {
		t.Errorf("answered twice: %q", text)
	}

	// By one's word, typed; asking the same again before that is refused.
	p.asks(lead, "机电工程学院", "")
	p.asks(lead, "机电工程学院", "")
	if n := len(p.queries()); n != 2 {
		t.Errorf("%d questions, want 2", n)
	}
	p.says(p.Head("jidian"), nil, "好的") // it says that the question has come, not that the figure is right
	if q := p.queries()[1]; !q.Open() {
		t.Errorf("“好的” became an answer: %+v", q)
	}
	p.says(p.Head("jidian"), nil, "没错")
	p.sees(p.Head("jidian"), nil, "已答复学生处：数据无误")
	p.sees(lead, nil, "机电工程学院答复", "数据无误，学生仍为 1")
	if s, _ := p.filed("jidian"); s.Revision != 1 {
		t.Error("a figure that is right became a revision")
	}

	// The unit corrects by itself meanwhile: that is the answer, and the question is no more.
	p.asks(lead, "护理学院", "4人里有没有教师？")
	nurse := p.Head("huli")
	question := p.withButton(nurse, nil, "数据无误")
	if another := p.withButton(he, nil, "数据无误"); another != nil && another.ID == question.ID && strings.Contains(another.Text, "护理") {
		t.Error("another unit's head reads the question")
	}
	p.says(nurse, nil, "更正：居家隔离5人，其中学生4人、老师1人")
	p.presses(nurse, nil, "报送")
	p.sees(lead, nil, "护理学院答复", "已更正，学生仍为 4（第2版）")

	// A bare number answers too.
	p.asks(lead, "电子信息工程学院", "")
	p.wait(30 * time.Second)
	p.says(lead, nil, "/sheet")
	p.cardSays(lead, "报送汇总", "退回询问：已问 4，已答 3", "电子信息工程学院 居家隔离 现有（14:10 学生处问）未答")
	head := p.Head("dianxin")
	before := p.count(head, nil)
	p.until("14:22")
	if p.count(head, nil) < before+2 { // the second reminder is for who has not filed
		p.sees(head, nil, "再问一次")
	}
	p.until("14:32")
	p.sees(lead, nil, "学生处 14:10 问电子信息工程学院的一项还没有答复", "请打电话")
	director := p.Holder(workgroup.Director)
	p.sees(director, nil, "电子信息工程学院", "还没有答复")
	p.says(director, nil, "汇总")
	p.sees(director, nil, "问过还没答", "电子信息工程学院 居家隔离 现有")
	p.says(head, nil, "0")
	p.sees(head, nil, "与 14:05 所报（第1版）相比", "居家隔离 现有 1 → 0")
	p.presses(head, nil, "报送")
	p.sees(lead, nil, "电子信息工程学院答复", "1 → 0")
	p.until("15:00")
	p.sees(director, nil, "未报") // and nothing of questions comes any more
	if n := p.events(workgroup.UnitAnswered); n != 4 {
		t.Errorf("%d answers are on record, want 4", n)
	}
	// Asked after the sheet was filed: the answer is a revision all the same, and the sheet has moved.
	p.asks(lead, "软件学院", "现在还是3人吗？")
	p.says(lead, nil, "/sheet")
	p.sheet(lead)
	p.sees(he, nil, "现在还是3人吗？")
	p.says(he, nil, "4")
	for _, n := range []string{"1", "0"} { // new, released
		p.says(he, nil, n)
	}
	p.presses(he, nil, "报送")
	p.sees(lead, nil, "软件学院又有变化：居家隔离 现有 8→9", "请重新报送")
	if s, _ := p.sheetOf("xuesheng"); s.Revision != 1 || s.Sums["home_quarantine_now"] == 0 || s.Mark != workgroup.Late {
		t.Errorf("what was filed stays as it was filed: %+v", s)
	}
	if q := p.queries()[4]; q.End != workgroup.QueryRevised || q.Now != 4 {
		t.Errorf("%+v", q)
	}
	// In English.
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.asks(lead, "软件学院", "")
	p.sees(he, nil, "asks School of Software to check today’s report (revision 3)")
	p.presses(he, nil, "The figure is right")
	p.sees(lead, nil, "软件学院答复", "数据无误，学生仍为 4")
}

// queries are the questions to units of today.
func (p *play) queries() (all []workgroup.Query) {
	p.t.Helper()
	p.view(func(b workgroup.Book) { all = workgroup.QueriesOf(b, workgroup.DateOf(p.Now())) })
	return all
}

// What a unit says to a question is an answer in the words that people use: that the figure stands, by saying it again or that it was
// checked, or by how much it was wrong. What says neither is none.
func TestAUnitAnswersInItsOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:02")
	lead := p.Head("xuesheng")
	nurse := p.Head("huli")
	p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
	p.presses(nurse, nil, "确认报送")
	for i, words := range []string{"就是12个，没错", "没错，就是12人", "核实过了，没问题", "确实是12人", "居家隔离12人没错，我核对过了", "12", "已核对，数据无误"} {
		p.asks(lead, "护理学院", "")
		p.says(nurse, nil, words)
		p.sees(nurse, nil, "已答复学生处：数据无误")
		if q := p.queries()[i]; q.End != workgroup.QueryStands {
			t.Errorf("“%s”: %+v", words, q)
		}
	}
	p.asks(lead, "护理学院", "")
	for _, words := range []string{"我看看", "核实过了", "12人不对吗？"} {
		p.says(nurse, nil, words)
		if q := p.queries()[7]; !q.Open() {
			t.Errorf("“%s” became an answer: %+v", words, q)
		}
	}
	for words, n := range map[string]string{"减掉3个": "9", "多报了1个": "11", "核对过了，不是12，是11个，有一个已经回来了": "11", "漏报2人": "14"} {
		p.says(nurse, nil, words)
		for range 2 { // new, released
			p.says(nurse, nil, "0")
		}
		p.sees(nurse, nil, "居家隔离 现有 12 → "+n)
		p.says(nurse, nil, "放弃")
	}
}
