package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A question sent back to a unit is answered in the words of whoever looked; what says nothing to it has the question shown again.
func TestAQuestionIsAnsweredByWhoeverLooked(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"数据没错", "数据没错的", "核过了没问题", "就是3个人", "都在校外，没错"} {
		p := newPlay(t, Options{})
		he, lead := p.Head("gongcheng"), p.Head("xuesheng")
		p.until("14:05")
		p.everybody("gongcheng")
		p.says(he, nil, "学生居家隔离3人，其余无")
		p.presses(he, nil, "确认报送")
		p.until("14:40")
		p.says(lead, nil, "退回鹤壁工程技术学院，居家隔离3人对不对？")
		p.wait(40 * time.Second)
		if said == "数据没错" {
			for _, words := range []string{"我查一下", "都是学生", "有三个要说"} {
				p.says(he, nil, words)
				p.sees(he, nil, "还没有答复", "「数据无误」")
			}
			p.says(he, nil, "重复了一个")
			p.sees(he, nil, "居家隔离（共 2 人）")
			p.says(he, nil, "取消")
		}
		p.says(he, nil, said)
		if all := p.queries(); len(all) != 1 || all[0].End != workgroup.QueryStands {
			t.Errorf("%q: %+v\n%s", said, all, p.transcript(he, nil))
		}
	}
}
