package stage

import (
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// stands fails unless a unit's answer of a date counts so many in home quarantine; -1 is of one that has none.
func (p *play) stands(date workgroup.Date, unit workgroup.UnitID, want int) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		s, ok := workgroup.FiledOn(b, date, unit)
		if n := int(s.Figures["home_quarantine_now"]); ok != (want >= 0) || ok && n != want {
			p.t.Errorf("on %s %s stands with %d (%v), want %d", date, unit, n, ok, want)
		}
	})
}

// The 29th of February is a day like any other, of the years that have one; a day that there is not is asked for again, and nothing is filed of it.
func TestALeapDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Start: time.Date(2020, 2, 28, 13, 50, 0, 0, zone())})
	head, other, director := p.Head("ruanjian"), p.Head("huli"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("14:05") // the 29th
	p.says(head, nil, "同昨日")
	p.sees(head, nil, "【软件学院】2月29日", "居家隔离 现有 2")
	p.presses(head, nil, "确认报送")
	p.says(other, nil, "2月30日 居家隔离2人")
	p.sees(other, nil, "没看懂日期“2月30日”")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "2月28日 汇总")
	p.until("14:05") // the 1st of March
	p.says(head, nil, "更正2月29日：居家隔离3人")
	p.sees(head, nil, "2月29日（补报）", "居家隔离 现有 2 → 3")
	p.presses(head, nil, "数据无误，报送")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "2月29日 汇总")
	for date, want := range map[workgroup.Date]int{"2020-02-28": 2, "2020-02-29": 3, "2020-03-01": -1} {
		p.stands(date, "ruanjian", want)
	}
	p.stands("2020-02-29", "huli", -1)

	common := newPlay(t, Options{Start: time.Date(2021, 2, 28, 13, 50, 0, 0, zone())})
	common.until("14:05")
	common.says(common.Head("ruanjian"), nil, "2月29日 居家隔离2人")
	common.sees(common.Head("ruanjian"), nil, "没看懂日期“2月29日”")
	common.says(common.Holder(workgroup.Director), nil, "/summary 2月29日")
	common.sees(common.Holder(workgroup.Director), nil, "没看懂“2月29日”")
	common.stands("2021-02-28", "ruanjian", -1)
}

// In January “12月31日” is of the year that has just ended, however it is called, for whoever corrects, files afterwards, or asks.
func TestTheLastDayOfTheYearInJanuary(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Start: time.Date(2019, 12, 31, 13, 50, 0, 0, zone())})
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("14:05") // the 1st of January
	p.says(head, nil, "更正12月31日：居家隔离3人")
	p.sees(head, nil, "【软件学院】12月31日（补报）", "居家隔离 现有 2 → 3")
	p.presses(head, nil, "数据无误，报送")
	for unit, words := range map[workgroup.UnitID]string{"huli": "12月31日补报：居家隔离1人", "jidian": "去年12月31日 居家隔离1人", "lvyou": "昨天居家隔离1人"} {
		who := p.Head(unit)
		p.says(who, nil, words)
		p.sees(who, nil, "12月31日（补报）", "居家隔离 现有 1")
		p.presses(who, nil, "数据无误，报送")
		p.stands("2019-12-31", unit, 1)
		p.stands("2020-01-01", unit, -1)
	}
	p.stands("2019-12-31", "ruanjian", 3)
	for _, c := range []struct {
		who  *sandbox.Person
		says string
		want []string
	}{
		{director, "/summary 12月31日", []string{"12月31日 汇总", "报送：4/11"}}, {director, "/summary 昨天", []string{"12月31日 汇总", "报送：4/11"}}, {director, "/summary 2019年12月31日", []string{"12月31日 汇总", "报送：4/11"}},
		{director, "12月31日谁没报", []string{"12月31日　已报 4/11"}}, {director, "/asof 14:06 12月31日", []string{"12月31日 14:06", "报送：1/11"}},
	} {
		p.says(c.who, nil, c.says)
		p.sees(c.who, nil, c.want...)
	}
	p.sound()
}
