package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Who is named with how they are is one person of the unit; in the group their names are said by nobody but their writer.
func TestPeopleOfAUnitAreItsSum(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "软件学院：张伟 居家隔离、李娜 正常、王芳 居家隔离")
	p.sees(he, nil, "【软件学院】1月31日", "居家隔离 现有 2", "对吗？")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})

	p.says(song, p.Group, "姓名|单位|状态\n张伟|机电工程学院|居家隔离\n李娜|机电工程学院|正常\n王芳|机电工程学院|居家隔离")
	groupHides(p, "张伟", "王芳")
	p.sees(song, p.Group, "【机电工程学院】1月31日（3 行相加）", "居家隔离 现有 2", "对吗？")
	p.presses(song, p.Group, "确认报送")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})
}

// A table's columns are its items, an empty cell keeps its column; one item may lead the figures of several units.
func TestATableOfUnits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, he, song := p.office(), p.Head("ruanjian"), p.Head("jidian")
	p.says(office, nil, "单位\t发热\t居家隔离\t在鄂\n软件学院\t\t2\t1\n机电工程学院\t0\t7\t\n旅游学院\t0\t0\t0")
	p.sees(he, nil, "【软件学院】", "居家隔离 现有 2", "滞留湖北 现有 1")
	p.sees(song, nil, "【机电工程学院】", "居家隔离 现有 7")
	p.presses(song, nil, "确认报送")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 7})

	nurse := p.Head("huli")
	p.says(nurse, nil, "居家隔离：护理12，软件3")
	p.sees(nurse, nil, "您的单位：护理学院", "已私聊请负责人核对：软件学院")
	p.says(nurse, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 12})
}
