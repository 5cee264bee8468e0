package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// 4个0 in words is the zero report, read back as every one.
func TestNoughtsAreAZeroReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	for unit, words := range map[workgroup.UnitID]string{"ruanjian": "4个0", "jidian": "四个零", "huli": "我院全是0", "caiwu": "财务处 4个0"} {
		who := p.Head(unit)
		p.says(who, nil, words)
		p.sees(who, nil, "零报告：各项均为 0", "对吗？")
		p.says(who, nil, "对")
		if s := p.figures(unit, nil); !s.Zero {
			t.Errorf("%s: not a zero report", words)
		}
	}
}

// Whoever asks for the form is told what it asks, and files nothing.
func TestWhoeverAsksForTheFormIsToldWhatItAsks(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, words := range []string{"有没有模板发一个", "报表格式发一下", "麻烦发一下日报模板"} {
		p.says(head, nil, words)
		p.sees(head, nil, "不用表格", "居家隔离、", "发热", "居家隔离2人，无发热")
	}
	english := newEnglishPlay(t)
	english.until("14:05")
	english.says(english.Head("ruanjian"), nil, "can someone send the report template")
	english.reads(english.Head("ruanjian"), nil, "No file is needed", "Home quarantine")
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("something was filed")
	}
}

// Every number that no item names is asked about, one after another, before anything is read back.
func TestEveryNumberWithoutAnItemIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院：3人，另外5人")
	p.sees(head, nil, "3人", "指的是哪一项？")
	p.presses(head, nil, "发热")
	p.sees(head, nil, "5人", "指的是哪一项？")
	p.presses(head, nil, "居家隔离")
	last := p.sees(head, nil, "发热", "3", "居家隔离", "5", "对吗？")
	if strings.Contains(last.Text, "指的是哪一项") {
		t.Error("asked a third time")
	}
}

// What was filed wrong yesterday is corrected for yesterday, and today stays as it is.
func TestAFigureOfYesterdayIsOfYesterday(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"昨天的报错了，昨天应该是居家隔离1人", "昨天报错了，居家隔离应为1人"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, words)
		p.sees(head, nil, "1月30日")
		if _, ok := p.filed("ruanjian"); ok {
			t.Errorf("%s: filed today", words)
		}
	}
}

// A temperature alone is somebody's: how many have a fever is asked, and none is taken for one.
func TestATemperatureAloneIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "今早38.5度")
	p.sees(head, nil, "发热", "几人")
	p.says(head, nil, "1")
	p.sees(head, nil, "发热（共 1 人）")
}

// A head who confirms in the group what the other head filled in hears in private who has to.
func TestTheOtherHeadsWordConfirmsNothingAndIsAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	heads := p.heads("ruanjian")
	one, two := heads[0], heads[1]
	p.says(one, p.Group, "软件学院 居家隔离2人")
	for _, where := range []sandbox.Chat{p.Group} {
		p.says(two, where, "确认报送")
		p.sees(two, nil, "软件学院", one.Name(), "还没有报送")
		if p.withButton(two, nil, "填报") == nil {
			t.Error("no way to report is offered")
		}
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed by a word of the other head")
	}
	p.says(one, p.Group, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
}

// The closing of a gate, a library or a playing field is nobody's case; a compound whose gate is shut is asked about.
func TestAClosedPlaceIsNoCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	for unit, words := range map[workgroup.UnitID]string{"anbao": "安保处今日三个校门均已封闭", "tushu": "图书馆只进不出", "ruanjian": "操场封闭了，别去跑步"} {
		who := p.Head(unit)
		for _, where := range []sandbox.Chat{p.Group, nil} {
			p.says(who, where, words)
			if p.withText(who, nil, "紧急报告") != nil || p.withButton(who, nil, "是，提醒值班员") != nil {
				t.Errorf("%s:\n%s", words, p.transcript(who, nil))
			}
		}
	}
	p.alarmed(0)
	if open := p.open(); len(open) != 0 {
		t.Errorf("%d cases", len(open))
	}
}
