package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// “指的是哪一项？” is not asked where only one figure has anybody, and else is answered with the name of the question; a “对” is told what to press.
func TestTheOnlyFigureIsMeantAndAnyOtherIsNamed(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he, she := p.Head("gongcheng"), p.Head("huli")
	p.until("14:05")
	p.says(he, nil, "学生居家隔离2人，其余无")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "刚才少报一个，应该是3个")
	p.sees(he, nil, "居家隔离（学生） 现有 2 → 3", "对吗？")
	p.says(he, nil, "等一下我再核一下")
	p.sees(he, nil, "还没有报送", "核好了回“对”")
	p.says(he, nil, "核过了，没错")
	p.figures("gongcheng", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_now_student": 3})
	p.says(he, nil, "有一个是老师，学生应该2个")
	p.sees(he, nil, "居家隔离（教职工） 现有 0 → 1", "居家隔离（学生） 现有 3 → 2")
	p.says(he, nil, "更正：居家隔离学生2人老师1人，刚才多打了个1")
	p.lacks(he, nil, "哪个对")
	p.says(he, nil, "数据没错的")
	p.figures("gongcheng", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_now_student": 2, "home_quarantine_now_staff": 1})

	p.says(she, nil, "2个隔离的")
	p.sees(she, nil, "指的是哪一项？")
	p.says(she, nil, "对")
	p.sees(she, nil, "请按一项，或回它的名称")
	p.says(she, nil, "居家的")
	p.sees(she, nil, "居家隔离 现有 2", "对吗？")
	p.says(she, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 2})
	// What says how many students there are is no part of a figure.
	p.says(he, nil, "更正：学生总数1100人")
	p.sees(he, nil, "学生总数")
}
