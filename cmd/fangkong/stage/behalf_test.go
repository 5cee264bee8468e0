package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// The unit asks first: then the other files for it, and both names are kept.
func TestOnBehalfAskedFirst(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(song, p.Group, "请软件学院代报")
	p.sees(song, nil, "今天由软件学院代机电工程学院报送")
	p.sees(he, nil, "机电工程学院已同意由软件学院代报 1月31日")
	p.says(he, nil, "机电工程学院 居家隔离1人")
	p.sees(he, nil, "【机电工程学院】1月31日（代报）", "居家隔离 现有 1", "对吗？")
	p.presses(he, nil, "确认报送")
	s := p.figures("jidian", workgroup.Figures{"home_quarantine_now": 1})
	if s.By != "he-wangqiao" || s.For != "ruanjian" {
		t.Errorf("standing: %+v", s)
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("the helper's own unit was filed too")
	}
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary")
	p.sees(director, nil, "代报 1")
}

// The other files first and the unit is asked: until it agrees there is nothing to confirm.
func TestOnBehalfAskedAfterwards(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "机电工程学院 居家隔离1人")
	m := p.sees(he, nil, "（代报）", "还不能报送", "已请机电工程学院负责人同意")
	for _, row := range m.Buttons {
		for _, b := range row {
			if strings.Contains(b.Text, "报送") {
				t.Errorf("it can be filed without a word of the unit: %v", m.Buttons)
			}
		}
	}
	p.says(he, nil, "对")
	p.sees(he, nil, "机电工程学院还没有同意由您代报")
	if _, ok := p.filed("jidian"); ok {
		t.Fatal("filed for another unit without its word")
	}
	p.sees(song, nil, "软件学院何望桥拟代机电工程学院报送 1月31日", "居家隔离 现有 1", "同意吗？") // consent is to what is seen
	if toast := p.presses(song, nil, "同意代报"); !strings.Contains(toast, "已同意由软件学院代报") {
		t.Errorf("toast: %q", toast)
	}
	p.sees(he, nil, "机电工程学院已同意由软件学院代报")
	p.presses(he, nil, "确认报送")
	if s := p.figures("jidian", workgroup.Figures{"home_quarantine_now": 1}); s.For != "ruanjian" || s.By != "he-wangqiao" {
		t.Errorf("standing: %+v", s)
	}
}

func TestOnBehalfRefused(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(he, nil, "请软件学院代报")
	p.sees(he, nil, "本单位的日报您直接报送即可")
	p.says(duty, nil, "软件学院零报告")
	p.sees(duty, nil, "软件学院的日报由本单位负责人或副职报送")
	p.says(duty, nil, "请软件学院代报")
	p.sees(duty, nil, "由本单位负责人或副职报送")
	// Another head's 零报告 button on a letter of this unit.
	m := p.withButton(he, nil, "零报告")
	press, err := p.Head("jidian").PressesData(p.withButton(p.Head("jidian"), nil, "零报告"), m.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "软件学院的日报由本单位负责人或副职报送") {
		t.Errorf("another unit's head: %q", text)
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("filed by somebody else")
	}
}

// A head consents in the words that people use, and reads what they consent to; a zero report and English too.
func TestConsentToAReportThatIsRead(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"对，帮他报", "同意，麻烦了", "好的，你们代报吧", "可以，就帮我们报一下，谢谢"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he, song := p.Head("ruanjian"), p.Head("jidian")
		p.says(he, nil, "机电工程学院零报告")
		p.sees(song, nil, "零报告。同意吗？")
		p.says(song, nil, word)
		p.presses(he, nil, "确认报送")
		if s, ok := p.filed("jidian"); !ok || !s.Zero || s.For != "ruanjian" {
			t.Errorf("“%s”: %+v", word, s.Report)
		}
	}
	p := newEnglishPlay(t)
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "School of Mechanical and Electrical Engineering: home quarantine 3")
	p.sees(song, nil, "Home quarantine", "3", "Do you agree?")
	p.says(song, nil, "agree, thanks")
	p.presses(he, nil, "File")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 3})
}

// Whoever is asked may refuse, by the button or in words, and whoever asked hears it; in words they may agree as well.
func TestOnBehalfIsAnsweredEitherWay(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"", "不同意"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he, song := p.Head("ruanjian"), p.Head("jidian")
		p.says(he, nil, "机电工程学院 居家隔离1人")
		p.sees(song, nil, "同意吗？")
		if word == "" {
			p.presses(song, nil, "不同意")
		} else {
			p.says(song, nil, word)
		}
		if p.withText(he, nil, "机电工程学院", "不同意", "代报") == nil {
			t.Errorf("whoever asked reads:\n%s", p.transcript(he, nil))
		}
		// They may think better of it.
		p.says(song, nil, "同意")
		p.presses(he, nil, "确认报送")
		p.figures("jidian", workgroup.Figures{"home_quarantine_now": 1})
	}
}
