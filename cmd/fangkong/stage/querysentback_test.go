package stage

import (
	"strings"
	"testing"

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
