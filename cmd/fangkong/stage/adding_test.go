package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A second message that says nothing of the first one's people is added to it, in private and in the group, in both languages.
func TestASecondMessageAddsToTheFirst(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	both := workgroup.Figures{"fever_now": 1, "home_quarantine_now": 2}
	for unit, lines := range map[workgroup.UnitID][]string{
		"ruanjian": {"发热1人", "居家隔离2人"}, "jidian": {"居家隔离2人", "还有发热1人"}, "huli": {"居家隔离2人", "对，但是发热1人"},
		"jingguan": {"home quarantine 2", "fever 1"}, "lvyou": {"fever 1", "also home quarantine 2"},
	} {
		who := p.Head(unit)
		for _, line := range lines {
			p.says(who, nil, line)
		}
		p.lacks(who, nil, "不再算")
		p.says(who, nil, "对")
		p.figures(unit, both)
	}
	yi := p.Head("yishu")
	p.says(yi, p.Group, "艺术学院发热1人")
	p.says(yi, p.Group, "居家隔离2人")
	p.presses(yi, p.Group, "确认报送")
	p.figures("yishu", both)
}

// What takes the place of figures that were said is read back as such, and another of the same people comes to them.
func TestWhatASecondMessageReplaces(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "发热1人，居家隔离2人")
	p.says(he, nil, "软件学院居家隔离3人，其余正常")
	p.sees(he, nil, "您刚才填的不再算", "发热 现有 1", "居家隔离 现有 3")
	p.says(he, nil, "还有居家隔离1人")
	p.sees(he, nil, "居家隔离 现有 4")
	p.says(he, nil, "更正：居家隔离3人")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3})
	p.says(he, nil, "还有发热1人")
	p.sees(he, nil, "居家隔离 现有 3", "发热 现有 1")
	// 还是, 还剩 and 还在 tell of the same people, and add nobody.
	nurse := p.Head("huli")
	p.says(nurse, nil, "居家隔离3人")
	p.says(nurse, nil, "对")
	for words, now := range map[string]string{"还是居家隔离3人": "居家隔离 现有 3", "还剩居家隔离2人": "居家隔离 现有 2", "还在居家隔离的有3人": "居家隔离 现有 3"} {
		p.says(nurse, nil, words)
		p.sees(nurse, nil, now)
		p.says(nurse, nil, "不填了")
	}
	p.says(song, nil, "确诊 2")
	p.says(song, nil, "又有一个确诊")
	p.sees(song, nil, "确诊 现有 3")
}
