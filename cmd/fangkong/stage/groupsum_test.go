package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Nobody whom a unit tells of by group is lost where it says beside it that its own group has nobody.
func TestAZeroOfOnesOwnGroupIsNotTheWhole(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	for _, c := range []struct {
		who   workgroup.PersonID
		unit  workgroup.UnitID
		words string
		want  workgroup.Count
	}{
		{"deng-songchuan", "caiwu", "食堂外聘居家隔离2人 职工0", 2},
		{"cao-sifan", "xuesheng", "居家隔离学生1人，老师0", 1},
		{"huang-yuanchuan", "huli", "居家隔离学生1人，老师0，外聘1人", 2},
	} {
		who := p.Person(c.who)
		p.says(who, nil, c.words)
		p.presses(who, nil, "报送")
		if s, _ := p.filed(c.unit); s.Figures["home_quarantine_now"] != c.want || s.Zero {
			t.Errorf("%s: %v", c.words, s.Figures)
		}
	}
	p.says(director, nil, "居家隔离多少人")
	p.sees(director, nil, "现有：5 人")
	// What is told of another group later is not lost against the zero either.
	renshi := p.Head("renshi")
	p.says(renshi, nil, "居家隔离0人")
	p.presses(renshi, nil, "报送")
	p.says(renshi, nil, "更正：保洁居家隔离2人")
	p.presses(renshi, nil, "报送")
	if s, _ := p.filed("renshi"); s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("%v", s.Figures)
	}
	p.says(renshi, nil, "更正：居家隔离职工1人")
	p.presses(renshi, nil, "报送")
	if s, _ := p.filed("renshi"); s.Figures["home_quarantine_now"] != 3 {
		t.Errorf("the two before are lost: %v", s.Figures)
	}
}

// People of a group that a unit does not have by itself are no other group's.
func TestPeopleOfAForeignGroupAreNobodyElses(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	soft, staff := p.Head("ruanjian"), p.Head("renshi")
	p.says(soft, nil, "居家隔离3人（学生1、外聘2）")
	p.presses(soft, nil, "报送")
	for _, unit := range []workgroup.UnitID{"renshi", "houqin"} {
		p.zero(unit)
	}
	director := p.Holder(workgroup.Director)
	asks := func(words, want string) {
		t.Helper()
		p.says(director, nil, words)
		if got := director.Last(nil).Text; !strings.Contains(got, want) {
			t.Errorf("%s: lacks %q:\n%s", words, want, got)
		}
	}
	asks("老师居家隔离几个", "现有：0 人")
	asks("外聘居家隔离多少", "现有：2 人")
	asks("学生居家隔离多少", "现有：1 人")
	asks("居家隔离多少", "现有：3 人")
	p.says(staff, nil, "报送汇总")
	if got := p.transcript(staff, nil); strings.Contains(got, "软件学院 2") {
		t.Errorf("they are counted as staff:\n%s", got)
	}
}

// A correction that names only who is there leaves who is new as it was; what is left out is no zero on the paper, nor on the cards.
func TestACorrectionOfTheStockLeavesTheFlow(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	soft := p.Head("ruanjian")
	p.says(soft, nil, "居家隔离2人，学生2人，老师0人，新增2人")
	p.presses(soft, nil, "报送")
	p.says(soft, nil, "更正：居家隔离4人，学生4，老师0")
	if got := soft.Last(nil).Text; strings.Contains(got, "未填") || !strings.Contains(got, "居家隔离 新增 2") {
		t.Errorf("who is new is forgotten:\n%s", got)
	}
	p.presses(soft, nil, "报送")
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_new"] != 2 || s.Figures["home_quarantine_now"] != 4 {
		t.Errorf("%v", s.Figures)
	}
	p.says(soft, nil, "更正：居家隔离0人")
	p.presses(soft, nil, "报送")
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_new"] != 0 {
		t.Errorf("%v", s.Figures)
	}
}
