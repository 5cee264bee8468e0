package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever signs a list that is headed 零报告 reports so: the sender confirms their own row, and every other head is asked. Of a list with
// a row here and there, who has only signed has told nothing.
func TestASignUpListOfZeroReports(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	p.says(he, p.Group, "#接龙 今日零报告\n1 软件学院\n2 机电工程学院")
	p.sees(he, nil, "您的单位：软件学院", "已私聊请负责人核对：机电工程学院")
	p.presses(he, p.Group, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || !s.Zero {
		t.Errorf("the sender's own row: %+v", s.Report)
	}
	p.sees(song, nil, "发的名单里写到贵单位", "【机电工程学院】1月31日", "零报告", "对吗？")
	if _, ok := p.filed("jidian"); ok {
		t.Error("a name in a list has filed")
	}
	p.says(nurse, p.Group, "#接龙\n1. 软件学院\n2. 护理学院 居家隔离2人\n3. 教育学院")
	p.presses(nurse, p.Group, "确认报送")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 2})
	if _, ok := p.filed("jiaoyu"); ok || p.withText(p.Head("jiaoyu"), nil, "发的名单里写到贵单位") != nil {
		t.Error("who has only signed has told nothing, and is asked nothing")
	}
}

// What a head reports in the words of an office is filed as it was meant; what nobody can know is asked.
func TestLinesAsOfficesWriteThem(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	for unit, said := range map[workgroup.UnitID]struct {
		line string
		want workgroup.Figures
	}{
		"ruanjian": {"原居家隔离5人，今日期满2人，新增1人，现4人", workgroup.Figures{"home_quarantine_prev": 5, "home_quarantine_released": 2, "home_quarantine_new": 1, "home_quarantine_now": 4}},
		"jidian":   {"大家好，我是机电院老周，我院居家5人隔离，没有发热的", workgroup.Figures{"home_quarantine_now": 5}},
		"huli":     {"home quarantine: 5 (students 4, staff 1)", workgroup.Figures{"home_quarantine_now": 5, "home_quarantine_now_student": 4, "home_quarantine_now_staff": 1}},
		"jiaoyu":   {"发热、密接、居家隔离：0、0、3", workgroup.Figures{"home_quarantine_now": 3}},
	} {
		who := p.Head(unit)
		p.says(who, nil, said.line)
		p.says(who, nil, "对")
		s, ok := p.filed(unit)
		for k, n := range said.want {
			if !ok || s.Figures[k] != n {
				t.Errorf("%s: %s = %d, want %d\n%s", said.line, k, s.Figures[k], n, p.transcript(who, nil))
			}
		}
	}
	art := p.Head("yishu")
	p.says(art, nil, "居家满14天今日解除")
	p.sees(art, nil, "居家隔离", "几人")
	he := p.Head("lvyou")
	p.says(he, nil, "居家隔离刘人")
	p.sees(he, nil, "居家隔离", "几人")
	// The city's own news is nobody's case.
	p.says(he, nil, "市里说新增确诊3例，请大家注意")
	p.alarmed(0)
}
