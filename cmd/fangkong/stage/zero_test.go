package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The first press reads back what will be filed, the second files it; the group gets no message.
func TestZeroReportIsTwoPressesAndNoPost(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	posts := len(p.Group.Posts())
	toast := p.onBoard(he, "零报告")
	if !strings.Contains(toast, "【软件学院】1月31日 零报告") || !strings.Contains(toast, "再按一次") {
		t.Errorf("the first press reads back: %q", toast)
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed by one press")
	}
	p.wait(3 * time.Second)
	if toast = p.onBoard(he, "零报告"); !strings.Contains(toast, "✅ 已报送：软件学院 1月31日 零报告，14:05") {
		t.Errorf("the second press files: %q", toast)
	}
	s, ok := p.filed("ruanjian")
	if !ok || !s.Zero || s.Mark != workgroup.OnTime || s.By != "he-wangqiao" {
		t.Errorf("filed: %+v", s)
	}
	if len(p.Group.Posts()) != posts {
		t.Error("a zero report made a post in the group")
	}
}

func TestANervousDoublePressFilesNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, board := p.Head("ruanjian"), p.board()
	for range 2 {
		if _, err := he.Presses(&board, "零报告"); err != nil {
			t.Fatal(err)
		}
	}
	p.settle()
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("two presses in one second filed what nobody can have read")
	}
	// Having read it, they press once more.
	p.wait(5 * time.Second)
	if toast := p.onBoard(he, "零报告"); !strings.Contains(toast, "已报送") {
		t.Errorf("third press: %q", toast)
	}
}

func TestAPressForgottenIsReadBackAgain(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.onBoard(he, "零报告")
	p.wait(3 * time.Minute)
	if toast := p.onBoard(he, "零报告"); !strings.Contains(toast, "再按一次") {
		t.Errorf("after three minutes: %q", toast)
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("filed")
	}
}

// Each of two heads presses for themselves: one press of each is not two presses.
func TestTwoHeadsAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, xie := p.Person("he-wangqiao"), p.Person("xie-silan")
	p.onBoard(he, "零报告")
	p.wait(2 * time.Second)
	p.onBoard(xie, "零报告")
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("one press of each head filed")
	}
	p.wait(2 * time.Second)
	p.onBoard(he, "零报告")
	p.wait(2 * time.Second)
	toast := p.onBoard(xie, "零报告")
	if !strings.Contains(toast, "软件学院今天已于 14:05 由何望桥报送") {
		t.Errorf("the other head: %q", toast)
	}
	if s, _ := p.filed("ruanjian"); s.Revision != 1 {
		t.Errorf("revision %d", s.Revision)
	}
}

func TestOnlyHeadsFileZero(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	if toast := p.onBoard(p.Holder(workgroup.DutyStaff), "零报告"); !strings.Contains(toast, "日报由本单位负责人或副职报送") {
		t.Errorf("duty staff: %q", toast)
	}
	if toast := p.onBoard(p.Person("gao-songlin"), "零报告"); !strings.Contains(toast, "护理学院") {
		t.Errorf("a deputy: %q", toast)
	}
}

// Whoever had people yesterday is asked whether they are all released before zeros are stored (V15).
func TestZeroAfterADayWithPeople(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人，无发热")
	p.presses(he, nil, "确认报送")
	p.until("23:59")
	p.until("14:01")
	toast := p.onBoard(he, "零报告")
	if !strings.Contains(toast, "昨日居家隔离现有 2 人，今日为 0，是否都已解除？") {
		t.Errorf("first press: %q", toast)
	}
	p.wait(5 * time.Second)
	p.onBoard(he, "零报告")
	s, ok := p.filed("ruanjian")
	if !ok || !s.Zero || len(s.Doubts) != 1 || s.Doubts[0].Check != workgroup.V15 {
		t.Errorf("both values are kept: %+v", s)
	}
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary")
	p.sees(director, nil, "待核", "软件学院：昨日居家隔离现有 2 人", "较昨日 -2")
}

// The same in the reminder's own buttons, in English.
func TestZeroInPrivateInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he := p.Head("ruanjian")
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.until("14:01")
	p.sees(he, nil, "Please file the report of School of Software", "by 14:30", "Zero report")
	if toast := p.presses(he, nil, "Zero report"); !strings.Contains(toast, "School of Software") || !strings.Contains(toast, "again") {
		t.Errorf("first press: %q", toast)
	}
	p.wait(4 * time.Second)
	if toast := p.presses(he, nil, "Zero report"); !strings.Contains(toast, "Filed") {
		t.Errorf("second press: %q", toast)
	}
	if s, ok := p.filed("ruanjian"); !ok || !s.Zero {
		t.Errorf("filed: %+v", s)
	}
}
