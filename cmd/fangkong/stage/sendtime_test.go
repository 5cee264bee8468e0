package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// An authority that asks for no time has the report by the office's own: silence until midnight would be nobody's fault.
func TestAnAuthorityWithoutATimeIsNotForgotten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, by string
		to       []workgroup.Recipient
		before   string
		after    string
		line     string
	}{
		{"the settings name nobody", "", nil, "17:29", "17:31", "· 市疫情防控工作指挥部办公室\n今天还没有拟稿"},
		{"the college's own time", "19:00", nil, "18:59", "19:01", "· 市疫情防控工作指挥部办公室\n今天还没有拟稿"},
		{"one of two has a time", "", []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, By: "20:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, How: "系统填报"}}, "17:29", "17:31",
			"· 省高工委教育厅（系统填报）\n今天还没有拟稿"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlay(t, Options{})
			must(t, p.Fall())
			p.Stage.College.Recipients, p.Stage.College.SentBy = c.to, c.by
			must(t, p.Raise())
			drafter := p.Person("zhao-wangpu")
			p.until(c.before)
			p.lacks(drafter, nil, "还没有报：")
			p.until(c.after)
			p.sees(drafter, nil, "1月31日 的上报件还没有报：\n"+c.line)
			p.until("19:10")
			if n := p.events(workgroup.PaperUnsent); n != 1 {
				t.Errorf("reminded %d times, want 1", n)
			}
		})
	}
}
