package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Whoever oversees the college asks which units have told what, in their own words.
func TestWhichUnitsAreAskedFor(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"huli": 2})
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.zero("jidian")
	p.says(p.Head("huli"), nil, "发热2人，居家隔离学生5人")
	p.presses(p.Head("huli"), nil, "报送")
	p.says(p.Head("ruanjian"), nil, "工作动态：消毒")
	for _, c := range []struct{ words, want string }{
		{"哪些单位没报工作动态", "已写 1/11 家"},
		{"零报告几家", "零报告 1 家"},
		{"今天比昨天多几个隔离", "居家隔离 现有：5 人（较昨日 +3）"},
		{"有发热的没 哪个院", "护理学院"},
		{"护理的5个是学生吗", "居家隔离（学生） 现有 5"},
	} {
		p.says(director, nil, c.words)
		if got := director.Last(nil).Text; !strings.Contains(got, c.want) {
			t.Errorf("%s: lacks %q:\n%s", c.words, c.want, got)
		}
	}
}
