package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever says after a report that there is nothing else says it of the rest: what was read back stays, in private and in the group, for
// what was filed as well, and in both languages.
func TestNothingElseKeepsWhatWasReadBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	five := workgroup.Figures{"home_quarantine_now": 5, "home_quarantine_now_student": 5}
	for unit, words := range map[workgroup.UnitID]string{
		"ruanjian": "没有别的了", "huli": "没有其他情况", "jidian": "其他无", "dianxin": "其余没有了", "lvyou": "别的没有，报吧", "qiche": "没了",
		"jiangong": "无其他异常", "yishu": "其余正常，无发热", "guojiao": "the rest are fine", "jiaoyu": "none",
	} {
		head := p.Head(unit)
		p.says(head, nil, "学生居家隔离5人")
		p.says(head, nil, words)
		p.lacks(head, nil, "不再算")
		p.sees(head, nil, "居家隔离（学生） 现有 5", "对吗？")
		p.says(head, nil, "对")
		p.figures(unit, five)
	}

	// In the group, and again once it is filed.
	he := p.Head("jingguan")
	p.says(he, p.Group, "学生居家隔离5人")
	p.says(he, p.Group, "没有别的了")
	p.sees(he, p.Group, "居家隔离（学生） 现有 5", "对吗？")
	p.says(he, p.Group, "对")
	p.figures("jingguan", five)
	p.says(he, nil, "更正：学生居家隔离7人")
	p.says(he, nil, "其他没有")
	p.sees(he, nil, "居家隔离（学生） 现有 7", "对吗？")
	p.says(he, nil, "对")
	seven := workgroup.Figures{"home_quarantine_now": 7, "home_quarantine_now_student": 7}
	p.figures("jingguan", seven)
	for _, words := range []string{"没有其他情况", "更正：其余没有了"} {
		p.says(he, nil, words)
		p.says(he, nil, "对")
		p.figures("jingguan", seven)
	}

	// A zero report takes the place of figures, and is read back as one that does.
	nurse := p.Head("caiwu")
	p.says(nurse, nil, "居家隔离5人")
	p.says(nurse, nil, "零报告")
	p.sees(nurse, nil, "零报告：各项均为 0", "不再算", "对吗？")
}
