package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A lead unit asks about its own people: what it quotes is their part of the unit's count, the answer is of that part, and the whole moves with it.
func TestALeadUnitAsksAboutItsOwnPeople(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he, she := p.Head("xuesheng"), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.says(he, nil, "居家隔离学生2人，教职工1人")
	p.presses(he, nil, "确认报送")
	p.says(she, nil, "居家隔离12人")
	p.presses(she, nil, "报送")

	p.says(lead, nil, "退回软件学院，居家隔离2人是不是漏了一位")
	p.sees(he, nil, "居家隔离 现有，学生 2（全单位 3）", "只回学生几人")
	p.says(he, nil, "3人")
	p.answersFlows(he, "1", "0")
	p.sees(he, nil, "【软件学院】", "居家隔离 现有 4", "居家隔离（学生） 现有 3", "居家隔离 现有 3 → 4", "居家隔离（学生） 现有 2 → 3")
	p.presses(he, nil, "确认报送")
	p.sees(lead, nil, "软件学院答复", "已更正，学生 2 → 3")
	p.counts("ruanjian", 4, 3, 1)

	// Who has not told the groups apart says how many they are: the whole stays.
	p.says(lead, nil, "退回护理学院，居家隔离12人里学生几人")
	p.sees(she, nil, "全单位 12，学生几人没有分开报")
	p.says(she, nil, "学生10人，教职工2人")
	p.sees(she, nil, "【护理学院】", "居家隔离（学生） 现有 10", "居家隔离（教职工） 现有 2")
	p.says(she, nil, "对")
	p.counts("huli", 12, 10, 2)
	p.sees(lead, nil, "护理学院答复", "已更正，学生 — → 10")

	// Who says the same number of the same people says that it is right; in English too.
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.says(lead, nil, "退回软件学院，居家隔离是不是还差一位")
	p.sees(he, nil, "students 3 (4 in the whole unit)")
	p.says(he, nil, "3")
	p.sees(lead, nil, "软件学院答复", "数据无误，学生仍为 3")
	for _, q := range p.queries() {
		if q.Open() {
			t.Errorf("open: %+v", q)
		}
	}
}

// However a part is answered anew, students and staff together stay the whole.
func TestAPartMovesItsWhole(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		filed, words string
		press        bool
		all, s, w    workgroup.Count
	}{
		"the whole and one group":        {"居家隔离3人，学生2人", "3", false, 4, 3, 1},
		"the whole and the other group":  {"居家隔离3人，老师1人", "3", false, 4, 3, 1},
		"everything":                     {"居家隔离3人，学生2人，老师1人", "1", false, 2, 1, 1},
		"by how much":                    {"居家隔离3人，学生2人，老师1人", "漏报了1人", false, 4, 3, 1},
		"the other group is not asked":   {"居家隔离3人，学生2人，老师1人", "老师2人", false, 4, 2, 2},
		"every group":                    {"居家隔离3人，学生2人，老师1人", "学生4人，老师3人", false, 7, 4, 3},
		"pressed":                        {"居家隔离3人，学生2人，老师1人", "3", true, 4, 3, 1},
		"pressed, the groups untold":     {"居家隔离3人", "2", true, 3, 2, 1},
		"nobody of the group any more":   {"居家隔离学生2人，老师1人", "0", false, 1, 0, 1},
		"nobody of the unit any more":    {"居家隔离学生2人", "0", false, 0, 0, 0},
		"some where there had been none": {"发热1人，学生1人", "2", false, 2, 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			lead, he := p.Head("xuesheng"), p.Head("ruanjian")
			p.until("14:05")
			p.says(he, nil, c.filed)
			p.presses(he, nil, "报送")
			p.says(lead, nil, "退回软件学院，居家隔离的人数请核对")
			if c.press {
				p.presses(he, nil, "更正")
			}
			p.says(he, nil, c.words)
			p.answersFlows(he, "0", "0")
			p.presses(he, nil, "报送")
			p.counts("ruanjian", c.all, c.s, c.w)
			if q := p.queries()[0]; q.End != workgroup.QueryRevised {
				t.Errorf("%+v", q)
			}
		})
	}
}

// “数据无误” of a count whose groups nobody has told apart is asked about once, and then taken.
func TestThatAFigureIsRightIsAskedOfItsGroups(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he := p.Head("xuesheng"), p.Head("ruanjian")
	p.until("14:05")
	p.says(he, nil, "居家隔离3人")
	p.presses(he, nil, "报送")
	p.says(lead, nil, "退回软件学院，居家隔离的人数请核对")
	if text := p.presses(he, nil, "数据无误"); !strings.Contains(text, "其中学生几人没有分开报") || !strings.Contains(text, "没有就回 0") {
		t.Errorf("answered %q", text)
	}
	if q := p.queries()[0]; !q.Open() {
		t.Errorf("answered without the group: %+v", q)
	}
	p.presses(he, nil, "数据无误")
	p.sees(lead, nil, "软件学院答复", "数据无误")

	// Whoever says how many has answered.
	p.says(lead, nil, "退回软件学院，居家隔离学生几人")
	p.says(he, nil, "数据无误")
	p.sees(he, nil, "其中学生几人没有分开报")
	p.says(he, nil, "2")
	p.answersFlows(he, "0", "0")
	p.presses(he, nil, "报送")
	p.counts("ruanjian", 3, 2, 1)
	p.sees(lead, nil, "软件学院答复", "已更正，学生 — → 2")
}

// A read-back whose only count nobody has told apart asks for it, once, and takes the answer in the words that it asks for; whoever leaves it so
// may.
func TestAReadBackAsksOfWhichGroupItsPeopleAre(t *testing.T) {
	t.Parallel()
	for words, want := range map[string][3]workgroup.Count{"学生2人": {3, 2, 1}, "其中学生2人": {3, 2, 1}, "学生0人": {3, 0, 3}, "学生2人，老师1人": {3, 2, 1}, "老师3人": {3, 0, 3}, "2 students": {3, 2, 1}} {
		p := newPlay(t, Options{})
		he := p.Head("ruanjian")
		p.until("14:05")
		p.says(he, nil, "居家隔离3人")
		p.sees(he, nil, "居家隔离里学生几人？", "回“学生1人”这样补上")
		p.says(he, nil, words)
		p.sees(he, nil, "【软件学院】", "居家隔离（")
		p.presses(he, nil, "报送")
		p.counts("ruanjian", want[0], want[1], want[2])
	}
	p := newPlay(t, Options{})
	he := p.Head("ruanjian")
	p.until("14:05")
	p.says(he, nil, "居家隔离3人")
	p.says(he, nil, "学生4人") // more than there are: which is right is asked
	p.sees(he, nil, "哪个对")
	p.says(he, nil, "居家隔离3人")
	p.says(he, nil, "数据无误")
	if s, ok := p.filed("ruanjian"); !ok || s.Figures["home_quarantine_now"] != 3 {
		t.Errorf("who leaves it so cannot file: %+v\n%s", s, p.transcript(he, nil))
	}
}

// answersFlows answers how many are new and how many are released, where that is asked.
func (p *play) answersFlows(he *sandbox.Person, flows ...string) {
	p.t.Helper()
	for i, words := range []string{"新增几人", "解除几人"} {
		if strings.Contains(he.Last(nil).Text, words) {
			p.says(he, nil, flows[i])
		}
	}
}

// counts holds what a unit has filed of home quarantine: of all its people, of its students and of its staff.
func (p *play) counts(unit workgroup.UnitID, all, students, staff workgroup.Count) {
	p.t.Helper()
	s, _ := p.filed(unit)
	for k, n := range map[workgroup.Key]workgroup.Count{"home_quarantine_now": all, "home_quarantine_now_student": students, "home_quarantine_now_staff": staff} {
		if s.Figures[k] != n {
			p.t.Errorf("%s has %s %d, want %d: %v", unit, k, s.Figures[k], n, s.Figures)
		}
	}
}
