package stage

import (
	"testing"
	"time"
)

func TestAnOverdueReportIsAskedWhy(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]func(*play){
		"a zero report": func(p *play) { p.zero("ruanjian") },
		"a line": func(p *play) {
			p.says(p.Head("ruanjian"), nil, "居家隔离1人")
			p.presses(p.Head("ruanjian"), nil, "确认报送")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:41")
			p.wait(time.Second)
			file(p)
			head := p.Head("ruanjian")
			asked := p.sees(head, nil, "逾时", "说明原因")
			head.Replies(&asked, "教室里没有信号")
			p.settle()
			p.sees(head, nil, "已记录")
			if s, _ := p.filed("ruanjian"); s.Reason != "教室里没有信号" {
				t.Errorf("the reason kept is %q", s.Reason)
			}
		})
	}
}
