package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Consent to be filed for can be taken back, and whoever may file is named in full.
func TestConsentIsTakenBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	gonghui, he, tuanwei := p.Head("gonghui"), p.Head("ruanjian"), p.Head("tuanwei")
	p.says(gonghui, nil, "取消代报")
	p.sees(gonghui, nil, "没有委托")
	p.says(gonghui, nil, "请软件学院代报")
	p.says(gonghui, nil, "请团委代报")
	p.sees(gonghui, nil, "软件学院、团委", "取消代报")
	p.says(gonghui, nil, "不用软件学院代报")
	p.sees(gonghui, nil, "不再由软件学院", "工会")
	p.sees(he, nil, "工会", "不再请软件学院代报")
	p.says(he, nil, "工会 居家隔离1人")
	p.sees(he, nil, "还不能报送")
	p.says(tuanwei, nil, "工会 居家隔离1人")
	p.says(gonghui, p.Group, "不用代报了")
	p.sees(gonghui, nil, "不再由团委")
	p.says(tuanwei, nil, "对")
	p.sees(tuanwei, nil, "还没有同意由您代报")
	if _, ok := p.filed("gonghui"); ok {
		t.Fatal("filed after the consent was taken back")
	}
	p.says(gonghui, nil, "请不存在学院代报")
	p.sees(gonghui, nil, "没有“不存在学院”这个单位")
	// Given again it holds again, and the unit hears what was filed for it.
	p.says(gonghui, nil, "请团委代报")
	p.presses(tuanwei, nil, "确认报送")
	p.sees(gonghui, nil, "团委", "已代工会报送", "居家隔离 现有 1", "更正")
}

// A request given up cannot be granted any more.
func TestARequestGivenUpIsNotGranted(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "机电工程学院 居家隔离1人")
	p.says(he, nil, "不填了")
	said := p.count(he, nil)
	if toast := p.presses(song, nil, "同意代报"); !strings.Contains(toast, "已取消") {
		t.Errorf("toast: %q", toast)
	}
	if p.count(he, nil) != said {
		t.Error("told of a consent that nobody wants any more")
	}
	if p.events(workgroup.GrantGiven) != 0 {
		t.Error("granted")
	}
}

// What was filed cannot be taken back, and whoever wants to hears what can be done.
func TestThereIsNoUndo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "撤回")
	p.sees(he, nil, "没有正在填报")
	p.says(he, nil, "居家隔离2人")
	p.says(he, nil, "作废") // not filed yet: given up
	p.sees(he, nil, "已取消")
	p.says(he, nil, "居家隔离2人")
	p.says(he, nil, "对")
	for _, words := range []string{"撤回", "作废", "撤销报送"} {
		p.says(he, nil, words)
		p.sees(he, nil, "14:05", "第1版", "不能撤回", "更正：居家隔离3人")
	}
	private, group := p.count(he, nil), p.count(he, p.Group)
	p.wait(10 * time.Minute)
	p.says(he, p.Group, "撤回") // a word among colleagues
	if where, text := p.tells(he, private, group); where != "" {
		t.Errorf("answered in %q: %s", where, text)
	}
	// A correction that changes nothing says so, typed or pressed.
	p.says(he, nil, "更正：居家隔离2人")
	p.says(he, nil, "对")
	p.sees(he, nil, "没有变化", "14:05", "第1版")
	p.says(he, nil, "更正：居家隔离2人")
	if toast := p.presses(he, nil, "确认报送"); !strings.Contains(toast, "没有变化") || !strings.Contains(toast, "第1版") {
		t.Errorf("toast: %q", toast)
	}
	song := p.Head("jidian")
	p.says(he, nil, "请机电工程学院代报")
	p.says(song, nil, "软件学院 居家隔离2人")
	p.says(song, nil, "对")
	p.sees(song, nil, "没有变化", "第1版")
	if m := p.withText(song, nil, "没有报送"); m != nil {
		t.Errorf("says: %s", m.Text)
	}
}
