package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// sheet files a lead unit's consolidation with two presses.
func (p *play) sheet(who *sandbox.Person) string {
	p.t.Helper()
	p.presses(who, nil, "报送汇总")
	p.wait(2 * time.Second)
	return p.presses(who, nil, "报送汇总")
}

// sheetOf is a lead unit's last sheet of today.
func (p *play) sheetOf(lead workgroup.UnitID) (s workgroup.Sheet, ok bool) {
	p.t.Helper()
	err := p.Store.View(func(b workgroup.Book) error {
		s, ok = workgroup.LastSheet(b, workgroup.DateOf(p.Now()), lead)
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return s, ok
}

// card is the message of a chat that has a button of that label.
func (p *play) card(who *sandbox.Person, label string) string {
	p.t.Helper()
	m := p.withButton(who, nil, label)
	if m == nil {
		p.t.Fatalf("%s sees no button %q:\n%s", who.Name(), label, p.transcript(who, nil))
	}
	return m.Text
}

// The sheet counts as units report; its own head's zero report is not the consolidation.
func TestTheSheetFollowsItsUnits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	lead, he := p.Head("xuesheng"), p.Head("ruanjian")
	if text := p.card(lead, "报送汇总"); !strings.Contains(text, "学生处：学生汇总") || !strings.Contains(text, "0/15") {
		t.Fatalf("the sheet at 14:05:\n%s", text)
	}
	p.says(he, nil, "居家隔离学生2人、老师1人，无发热")
	p.presses(he, nil, "确认报送")
	p.says(p.Head("jidian"), nil, "居家隔离3人")
	p.presses(p.Head("jidian"), nil, "确认报送")
	p.wait(time.Minute)
	text := p.card(lead, "报送汇总")
	for _, words := range []string{"2/15", "居家隔离 现有 2", "另有未分人员类别的：居家隔离 现有 3"} {
		if !strings.Contains(text, words) {
			t.Errorf("the sheet should say %q:\n%s", words, text)
		}
	}
	p.zero("xuesheng")
	p.wait(time.Minute)
	if _, ok := p.sheetOf("xuesheng"); ok {
		t.Error("a lead unit's own zero report became its consolidation")
	}
	if text := p.card(lead, "报送汇总"); !strings.Contains(text, "本单位自己的日报另报") {
		t.Errorf("the sheet after the lead's own report:\n%s", text)
	}
	p.saysBoard("学生处（学生）已收 2/15")
}

func TestASheetIsFiledByTwoPressesWithItsGaps(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:50")
	p.everybody("ruanjian", "jidian")
	lead := p.Head("xuesheng")
	if toast := p.presses(lead, nil, "报送汇总"); !strings.Contains(toast, "将报送学生汇总：已收 13/15，未报：机电工程学院、软件学院，如实列为未报") {
		t.Errorf("the first press reads back: %q", toast)
	}
	p.wait(2 * time.Second)
	if toast := p.presses(lead, nil, "报送汇总"); !strings.Contains(toast, "✅ 学生汇总已报送，14:50") {
		t.Errorf("the second press files: %q", toast)
	}
	s, _ := p.sheetOf("xuesheng")
	if s.Mark != workgroup.OnTime || len(s.Missing) != 2 || len(s.Basis) != 13 {
		t.Errorf("sheet: %+v", s)
	}
	if _, ok := p.filed("jidian"); ok {
		t.Error("a declared gap became a report")
	}
	if toast := p.presses(lead, nil, "重新报送汇总"); !strings.Contains(toast, "汇总已于 14:50 报送，之后数据没有变化") {
		t.Errorf("nothing has changed: %q", toast)
	}
	// A unit reports afterwards: the sheet is flagged and can be filed again, and is no later for it.
	p.until("15:10")
	p.zero("jidian")
	p.wait(time.Minute)
	p.sees(lead, nil, "学生处的学生汇总 14:50 报送后，机电工程学院又有变化：已收 13→14/15")
	p.presses(lead, nil, "返回")
	if text := p.card(lead, "逐项查看"); !strings.Contains(text, "之后有单位报送或更正，请重新报送汇总") {
		t.Errorf("moved:\n%s", text)
	}
	p.presses(lead, nil, "重新报送汇总")
	p.wait(2 * time.Second)
	p.presses(lead, nil, "重新报送汇总")
	if s, _ = p.sheetOf("xuesheng"); s.Revision != 2 || s.Mark != workgroup.OnTime || len(s.Missing) != 1 {
		t.Errorf("filed again: %+v", s)
	}
}

// What was read back is what is filed: a unit that reports between the two presses asks for a new look.
func TestASheetThatMovesBetweenTwoPresses(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:50")
	p.everybody("ruanjian")
	lead := p.Head("xuesheng")
	p.presses(lead, nil, "报送汇总")
	p.zero("ruanjian")
	if toast := p.presses(lead, nil, "报送汇总"); !strings.Contains(toast, "15/15") || !strings.Contains(toast, "再按一次") {
		t.Errorf("the second press: %q", toast)
	}
	if _, ok := p.sheetOf("xuesheng"); ok {
		t.Error("filed what nobody had read back")
	}
}

// 三点前: 14:59:59 is in time, 15:00:00 is late.
func TestTheSheetsDeadline(t *testing.T) {
	for at, mark := range map[string]workgroup.Mark{"14:59:59": workgroup.OnTime, "15:00:00": workgroup.Late} {
		t.Run(at, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:40")
			p.everybody()
			lead := p.Head("renshi")
			p.until("14:59:50")
			p.presses(lead, nil, "报送汇总")
			p.until(at)
			p.presses(lead, nil, "报送汇总")
			s, ok := p.sheetOf("renshi")
			if !ok || s.Mark != mark || s.Filed.In(p.College.Zone).Format("15:04:05") < at {
				t.Errorf("filed %s: %q, want %q", s.Filed, s.Mark, mark)
			}
		})
	}
}

func TestOnlyTheLeadFilesItsSheet(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	lead := p.Head("xuesheng")
	card := p.withButton(lead, nil, "报送汇总")
	data := card.Buttons[0][0].Data
	he := p.Head("ruanjian")
	m := p.sees(he, nil, "软件学院")
	press, err := he.PressesData(&m, data)
	must(t, err)
	p.settle()
	if text, alert, _ := press.Answered(); !alert || !strings.Contains(text, "学生处的日报由本单位负责人或副职报送") {
		t.Errorf("another unit's head: %q", text)
	}
}

// The roster changes in mid-day: the board and the sheets stand on what was due that morning until the date closes.
func TestARosterImportLeavesTodaysSheetsAlone(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:10")
	p.everybody("ruanjian", "jidian")
	must(t, p.Fall())
	r := p.Roster
	r.Units = slices.DeleteFunc(slices.Clone(r.Units), func(u workgroup.Unit) bool { return u.ID == "ruanjian" || u.ID == "houqin" })
	r.People = slices.Clone(r.People)
	for i, who := range r.People {
		r.People[i].Duties = slices.DeleteFunc(slices.Clone(who.Duties), func(d workgroup.Duty) bool { return d.Unit == "ruanjian" || d.Unit == "houqin" })
	}
	for i, u := range r.Units {
		if u.ID == "jidian" {
			r.Units[i].Feeds = []workgroup.UnitID{"renshi"}
		}
	}
	must(t, p.Raise())
	p.update(func(b workgroup.Book) { r.Import(b, p.Now()) })

	p.until("14:30")
	lead := p.Head("xuesheng")
	p.sees(lead, nil, "机电工程学院、软件学院", "13/15")
	if text := p.card(lead, "报送汇总"); !strings.Contains(text, "13/15") || !strings.Contains(text, "机电工程学院、软件学院") {
		t.Errorf("the sheet:\n%s", text)
	}
	p.zero("jidian")
	p.wait(time.Minute)
	if text := p.card(lead, "报送汇总"); !strings.Contains(text, "14/15") {
		t.Errorf("the sheet after a unit that feeds another lead from tomorrow on has filed:\n%s", text)
	}
	p.sheet(lead)
	if s, _ := p.sheetOf("xuesheng"); len(s.Basis) != 14 || !slices.Equal(s.Missing, []workgroup.UnitID{"ruanjian"}) {
		t.Errorf("sheet: %+v", s)
	}
	p.until("15:00")
	p.wait(time.Minute)
	p.saysBoard("已报 32/33", "软件学院", "后勤集团（外聘及其他）")
	p.sees(lead, p.Group, "32/33", "软件学院", "后勤集团")
	// And tomorrow they are gone.
	p.until("06:01")
	p.until("14:01")
	p.saysBoard("/31")
}

func TestTheSheetInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	lead := p.Head("xuesheng")
	p.says(lead, nil, "/language")
	p.presses(lead, nil, "English")
	p.until("14:40")
	p.everybody("ruanjian")
	p.wait(time.Minute)
	if text := p.card(lead, "File consolidation"); !strings.Contains(text, "consolidation (students)") || !strings.Contains(text, "Not heard from: School of Software") {
		t.Errorf("sheet:\n%s", text)
	}
	if toast := p.presses(lead, nil, "File consolidation"); !strings.Contains(toast, "14/15") {
		t.Errorf("read back: %q", toast)
	}
	p.wait(2 * time.Second)
	p.presses(lead, nil, "File consolidation")
	if s, ok := p.sheetOf("xuesheng"); !ok || s.Revision != 1 {
		t.Errorf("sheet: %+v", s)
	}
}
