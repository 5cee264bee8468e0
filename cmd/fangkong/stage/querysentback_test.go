package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A unit's report is sent back by saying what is wrong with it, the unit first: its lead unit asks it, the office reads whose that is, and nobody is
// offered to file for it. What else was sent back is none of it.
func TestAUnitsReportIsSentBackInASentence(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, nurse, he, office, director := p.Head("xuesheng"), p.Head("huli"), p.Head("ruanjian"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(lead, nil, "护理学院报得不对，退回去")
	p.sees(lead, nil, "护理学院还没有报送，没有可问的数")
	p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
	p.presses(nurse, nil, "报送")

	for _, not := range []string{"护理学院有3个学生返校被退回去了", "护理学院报错了，已经退回去了", "护理学院的数不对，先不要退回", "护理学院的表退回去了吗", "护理学院的学生没填健康表，退回去",
		"护理学院报得不对，有个学生确诊了，退回去", "护理学院报得不对", "把护理学院的学生退回去", "谁把护理学院的日报退回去了", "护理学院居家隔离12人，口罩数不对退回了吗"} {
		p.says(lead, nil, not)
		if strings.Contains(p.transcript(lead, nil), "要问护理学院哪一项？") {
			t.Fatalf("%s: the unit is to be asked:\n%s", not, p.transcript(lead, nil))
		}
		if w := p.withButton(lead, nil, "不是紧急情况，撤销"); w != nil {
			p.presses(lead, nil, "不是紧急情况，撤销")
		}
	}
	p.says(lead, nil, "护理学院报得不对，退回去")
	p.sees(lead, nil, "要问护理学院哪一项？", "报得不对")
	p.presses(lead, nil, "居家隔离")
	p.sees(nurse, nil, "请护理学院核对今天所报（第1版）的 居家隔离 现有", "报得不对")
	p.says(lead, nil, "请把护理学院的发热人数退回核实")
	p.sees(lead, nil, "已问护理学院：发热")

	for _, who := range []string{"护理学院报得不对，退回去", "把护理学院的日报退回去"} {
		p.says(office, nil, who)
		p.sees(office, nil, "护理学院的日报由学生处", "曹思帆")
		p.says(director, nil, who)
		p.sees(director, nil, "还没有退回", "退回护理学院，要问的话")
		p.says(he, nil, who)
		p.sees(he, nil, "退回询问由牵头单位（学生处")
	}
	if n := len(p.queries()); n != 2 {
		t.Errorf("%d questions were asked", n)
	}
}

// Asked about which figure a unit is asked, its lead unit names one in place of pressing it; a count is a report all the same, and what is named
// later, or after something else was asked, is no answer.
func TestTheFigureThatIsAskedAboutIsNamed(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, nurse := p.Head("xuesheng"), p.Head("huli")
	p.until("14:05")
	p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
	p.presses(nurse, nil, "报送")
	p.says(lead, nil, "居家隔离") // nothing is asked
	p.says(lead, nil, "护理学院报得不对，退回去")
	p.says(lead, nil, "居家隔离1人")
	if n := len(p.queries()); n != 0 {
		t.Fatalf("a count was taken for a name: %d", n)
	}
	p.says(lead, nil, "不报了")
	p.says(lead, nil, "护理学院报得不对，退回去")
	p.sees(lead, nil, "要问护理学院哪一项？")
	p.says(lead, nil, "居家隔离")
	p.sees(lead, nil, "已问护理学院：居家隔离")
	p.sees(nurse, nil, "请护理学院核对今天所报（第1版）的 居家隔离 现有", "报得不对")
	p.says(lead, nil, "居家隔离")
	if n := len(p.queries()); n != 1 {
		t.Errorf("asked %d times", n)
	}
	p.says(lead, nil, "退回护理学院")
	p.says(lead, nil, "问发热的")
	p.sees(lead, nil, "已问护理学院：发热")
}

// A lead unit sends a question back in English, and names the figure.
func TestAQuestionIsSentBackInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	lead, nurse := p.Head("xuesheng"), p.Head("huli")
	p.until("14:05")
	p.says(nurse, nil, "home quarantine 12 students, everything else zero")
	p.presses(nurse, nil, "File")
	p.says(lead, nil, "The School of Nursing looks wrong, send it back")
	p.sees(lead, nil, "Which figure do you ask School of Nursing about?")
	p.says(lead, nil, "home quarantine")
	p.sees(lead, nil, "School of Nursing", "asked", "Home quarantine")
	p.sees(nurse, nil, "Home quarantine", "looks wrong")
	p.says(nurse, nil, "it is right")
	p.sees(lead, nil, "School of Nursing", "right")
	if n := len(p.queries()); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

// Who says of a late report that the sum of the sheet stays has it stay, as with 「仍按原报」, and reports nothing for the unit.
func TestASumStaysWhereItsLeadUnitSaysSo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.everybody("jidian")
	p.says(lead, nil, "报送汇总")
	p.wait(2 * time.Second)
	p.says(lead, nil, "报送汇总")
	p.zero("jidian")
	for i, words := range []string{"机电补报的是零，我们原来的数不变", "机电补报的是零，我们原来的数不变"} {
		p.says(lead, nil, words)
		if w := p.worksheet(); (w.Stays != nil) != (i == 1) {
			t.Fatalf("after %d times it stays: %v\n%s", i+1, w.Stays, p.transcript(lead, nil))
		}
		p.wait(2 * time.Second)
	}
	p.sees(lead, nil, "已记录：仍按原报")
	p.says(lead, nil, "更正：居家隔离1人，教职工1人，其余按原来的数不变") // of their own report
	p.sees(lead, nil, "居家隔离")
	p.says(lead, nil, "不改了")
	p.says(lead, nil, "机电有个学生确诊了，我们原来的数不变")
	if !strings.Contains(p.transcript(lead, nil), "确诊") || p.withButton(lead, nil, "不是紧急情况，撤销") == nil && p.withButton(lead, nil, "不是") == nil {
		t.Errorf("a case is not heard:\n%s", p.transcript(lead, nil))
	}
}
