package stage

import (
	"strings"
	"testing"
)

// The notice has the office alone report for the college: a unit that wants to do so itself, or asks for the college's papers, is told so,
// and a report of its own is still a report.
func TestUnitsDoNotReportUpward(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, words := range []string{"我们院直接报给市教育局可以吗", "把今天的上报稿发我一份", "省高工委让我们报送到教育厅邮箱", "想要一份全院的汇总表", "/archive", "档案"} {
		p.says(head, nil, words)
		p.sees(head, nil, "统一由防控办上报", "各单位不得私自上报")
	}
	p.says(head, nil, "汇总表格式发一下")
	for _, m := range head.Sees(nil)[len(head.Sees(nil))-1:] {
		if strings.Contains(m.Text, "私自上报") {
			t.Errorf("asked for a form, it is told:\n%s", m.Text)
		}
	}
	p.says(head, nil, "软件学院居家隔离2人，已报教育局")
	p.sees(head, nil, "居家隔离 现有 2")
}
