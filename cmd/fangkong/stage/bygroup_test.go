package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What a unit says by group is said of its whole: a correction by group after a zero report moves the total, and who was new or released by group
// is not asked about again.
func TestWhatIsSaidByGroupIsSaidOfTheWhole(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"ruanjian": 2, "jidian": 0, "huli": 1})
	p.until("14:05")
	soft, mech, office := p.Head("ruanjian"), p.Head("jidian"), p.Person("zhao-wangpu")
	figures := func(unit workgroup.UnitID, want map[workgroup.Key]workgroup.Count) {
		t.Helper()
		s, _ := p.filed(unit)
		for k, n := range want {
			if got, ok := s.Figures[k]; !ok || got != n {
				t.Errorf("%s has %s %d (%v), want %d: %v", unit, k, got, ok, n, s.Figures)
			}
		}
	}

	p.zero("jidian")
	p.says(mech, nil, "更正：居家隔离学生2人")
	p.sees(mech, nil, "居家隔离 现有 2", "居家隔离 现有 0 → 2")
	if strings.Contains(mech.Last(nil).Text, "哪个对") {
		t.Errorf("a zero that nobody counted is held against it:\n%s", mech.Last(nil).Text)
	}
	p.presses(mech, nil, "报送")
	figures("jidian", map[workgroup.Key]workgroup.Count{"home_quarantine_now": 2, "home_quarantine_now_student": 2, "home_quarantine_now_staff": 0})

	p.says(soft, nil, "居家隔离学生3人，新增1人")
	p.sees(soft, nil, "居家隔离 新增 1")
	p.presses(soft, nil, "报送")
	figures("ruanjian", map[workgroup.Key]workgroup.Count{"home_quarantine_now": 3, "home_quarantine_new": 1, "home_quarantine_new_student": 1})
	p.until("14:41")
	p.lacks(soft, nil, "没有说新增、解除几人")
	p.says(soft, nil, "软件学院的台账")
	p.sees(soft, nil, "昨日 2 ＋ 新增 1 − 解除 0 ＝ 现有 3")

	// Nor who of them is in Wuhan.
	p.says(mech, nil, "更正：滞留湖北学生4人，其中在武汉学生1人")
	p.presses(mech, nil, "报送")
	figures("jidian", map[workgroup.Key]workgroup.Count{"hubei_now": 4, "wuhan_now": 1, "wuhan_now_student": 1})

	// That nobody is new is said as well.
	p.says(p.Head("huli"), nil, "居家隔离学生1人，新增0人")
	p.presses(p.Head("huli"), nil, "报送")
	figures("huli", map[workgroup.Key]workgroup.Count{"home_quarantine_now": 1, "home_quarantine_new": 0})

	// Corrected by group, the flow of the whole follows.
	p.says(soft, nil, "更正：居家隔离学生4人，新增2人")
	p.presses(soft, nil, "报送")
	figures("ruanjian", map[workgroup.Key]workgroup.Count{"home_quarantine_now": 4, "home_quarantine_new": 2})
	p.until("15:06")
	p.says(office, nil, "研判材料")
	p.lacks(office, nil, "问过还没答：软件学院")
}

// Whose flow is not known of every group that has people, is asked as before.
func TestAFlowOfOneGroupOfSeveralIsNotTheWhole(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"ruanjian": 2})
	p.until("14:05")
	soft := p.Head("ruanjian")
	p.says(soft, nil, "居家隔离学生3人，老师2人，学生新增1人")
	p.presses(soft, nil, "报送")
	if s, _ := p.filed("ruanjian"); s.Figures.Has("home_quarantine_new") || s.Figures["home_quarantine_now"] != 5 {
		t.Errorf("the flow of the whole is made up: %v", s.Figures)
	}
}
