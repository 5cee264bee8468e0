package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whether the sum of the sheet is meant is answered with a yes, or with the reason that is still to come; a report of the lead unit's own people is
// none.
func TestASumIsMeantByAYes(t *testing.T) {
	t.Parallel()
	for _, says := range [][]string{{"学生居家隔离改成6，护理王老师电话说学生是4个", "对"}, {"学生居家隔离改成6，护理王老师电话说学生是4个", "嗯嗯没错"}, {"居家隔离改成6", "护理少报了", "对"}, {"居家隔离改成6", "对", "护理少报了", "是的没错"}} {
		p := newPlay(t, Options{})
		lead, nurse := p.Head("xuesheng"), p.Head("huli")
		p.until("14:05")
		p.says(nurse, nil, "居家隔离5人，学生5人，老师0人")
		p.presses(nurse, nil, "报送")
		for _, one := range says {
			p.says(lead, nil, one)
		}
		if w := p.worksheet(); len(w.Overrides) != 1 || w.Overrides[0].To != 6 {
			t.Errorf("%v: %v\n%s", says, w.Overrides, p.transcript(lead, nil))
		}
	}
	p := newPlay(t, Options{})
	lead, nurse := p.Head("xuesheng"), p.Head("huli")
	p.until("14:05")
	p.says(nurse, nil, "居家隔离5人，学生5人，老师0人")
	p.presses(nurse, nil, "报送")
	p.says(lead, nil, "居家隔离改成6")
	p.says(lead, nil, "学生处 居家隔离现有6人，教职工6人，学生0人")
	if len(p.worksheet().Overrides) > 0 || p.withButton(lead, nil, "确认报送") == nil {
		t.Errorf("the unit's own report is not read back:\n%s", p.transcript(lead, nil))
	}
}

// A unit's yes to a question that was sent back answers it, whatever particles it has; a figure with what became of it does too, and what is no answer is
// told what to press.
func TestAQuestionSentBackIsAnsweredWithAYes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		says string
		end  workgroup.QueryEnd
		told string
	}{
		{"嗯嗯没错", workgroup.QueryStands, "数据无误"}, {"是的没错", workgroup.QueryStands, "数据无误"}, {"没有错，就这些", workgroup.QueryStands, "数据无误"}, {"对的对的，没问题", workgroup.QueryStands, "数据无误"},
		{"数了下是11个 有一个解除了", "", "11"}, {"好的", "", "还没有答复"}, {"行", "", "还没有答复"},
	} {
		t.Run(c.says, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			lead, nurse := p.Head("xuesheng"), p.Head("huli")
			p.until("14:05")
			p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
			p.presses(nurse, nil, "报送")
			p.says(lead, nil, "退回护理学院，居家隔离12人是不是多了？")
			p.says(nurse, nil, c.says)
			if q := p.queries(); len(q) != 1 || q[0].End != c.end {
				t.Errorf("%s: %v\n%s", c.says, q, p.transcript(nurse, nil))
			}
			if p.withText(nurse, nil, c.told) == nil || p.withText(nurse, nil, "指的是哪一项") != nil {
				t.Errorf("%s was told:\n%s", c.says, p.transcript(nurse, nil))
			}
		})
	}
}

// What a lead unit asks in its own words is no report of its own people: a question sent back, whether it is answered, another sum than the one stated
// just now.
func TestALeadUnitsQuestionIsNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, nurse := p.Head("xuesheng"), p.Head("huli")
	p.until("14:05")
	p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
	p.presses(nurse, nil, "报送")
	p.says(lead, nil, "护理那个12人不对吧，退回去问问")
	p.sees(lead, nil, "要问护理学院哪一项？", "12人不对吧")
	p.presses(lead, nil, "居家隔离")
	p.sees(nurse, nil, "请护理学院核对", "12人不对吧")
	p.says(lead, nil, "护理答了没")
	p.sees(lead, nil, "护理学院", "未答")
	p.says(lead, nil, "把居家隔离合计改为15，机电电话报了3人")
	p.says(lead, nil, "对")
	p.says(lead, nil, "改错了，改成16")
	p.sees(lead, nil, "→ 16", "机电电话报了3人", "对吗？")
	p.says(lead, nil, "对")
	if w := p.worksheet(); len(w.Overrides) != 1 || w.Overrides[0].To != 16 {
		t.Errorf("%v\n%s", w.Overrides, p.transcript(lead, nil))
	}
	if len(p.waiting()) > 0 {
		t.Errorf("a report of its own was begun:\n%s", p.transcript(lead, nil))
	}
}

// In the group 是 right after one's own read-back is its yes.
func TestAYesInTheGroupFiles(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	sun := p.Head("lvyou")
	p.until("14:03")
	p.says(sun, p.Group, "旅游正常，各项工作有序")
	p.says(sun, p.Group, "是")
	if _, filed := p.filed("lvyou"); !filed {
		t.Errorf("not filed:\n%s", p.transcript(sun, p.Group))
	}
}
