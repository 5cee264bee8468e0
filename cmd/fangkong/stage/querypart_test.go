package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A lead unit asks about its own people: what it quotes is their part of the unit's count, and the answer is of that part.
func TestALeadUnitAsksAboutItsOwnPeople(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he, she := p.Head("xuesheng"), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.says(he, nil, "居家隔离学生2人，教职工1人")
	p.presses(he, nil, "确认报送")
	p.says(she, nil, "居家隔离12人")
	p.says(she, nil, "对")
	if _, ok := p.filed("huli"); !ok {
		p.presses(she, nil, "确认报送")
	}

	p.says(lead, nil, "退回软件学院，居家隔离2人是不是漏了一位")
	p.sees(he, nil, "居家隔离 现有，学生 2（全单位 3）")
	p.says(he, nil, "3人")
	p.sees(he, nil, "【软件学院】", "居家隔离（学生） 现有 3")
	p.presses(he, nil, "确认报送")
	p.sees(lead, nil, "软件学院答复", "已更正，学生 2 → 3")
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_now_student"] != 3 || s.Figures["home_quarantine_now_staff"] != 1 {
		t.Errorf("filed: %+v", s.Figures)
	}

	p.says(lead, nil, "退回护理学院，居家隔离12人里学生几人")
	p.sees(she, nil, "全单位 12，学生几人没有分开报")
	p.says(she, nil, "学生10人，教职工2人")
	p.sees(she, nil, "【护理学院】", "居家隔离（学生） 现有 10", "居家隔离（教职工） 现有 2")
	p.says(she, nil, "对")
	if s, _ := p.filed("huli"); s.Figures["home_quarantine_now_student"] != 10 || s.Figures["home_quarantine_now_staff"] != 2 || s.Figures["home_quarantine_now"] != 12 {
		t.Errorf("filed: %+v\n%s", s.Figures, p.transcript(she, nil))
	}
	p.sees(lead, nil, "护理学院答复", "已更正，学生 — → 10")

	// Who says the same number of the same people says that it is right; in English too.
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.says(lead, nil, "退回软件学院，居家隔离是不是还差一位")
	p.sees(he, nil, "students 3 (4 in the whole unit)")
	p.says(he, nil, "3")
	p.sees(lead, nil, "软件学院答复", "数据无误，学生仍为 3")
	p.view(func(b workgroup.Book) {
		for _, q := range workgroup.QueriesOf(b, "2020-01-31") {
			if q.Open() {
				t.Errorf("open: %+v", q)
			}
		}
	})
}
