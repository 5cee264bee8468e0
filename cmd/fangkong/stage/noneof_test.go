package stage

import (
	"slices"
	"strings"
	"testing"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// To the question which of the form's counts a figure is, “none of these” takes that figure away and keeps the others: it is no zero report, whether it
// is said or pressed, and of what then has nothing left none is made.
func TestAFigureThatIsNoneOfThese(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("ruanjian")
	p.until("14:05")
	for _, says := range []string{"都不是", "都不是。", "没有这一项", "不算"} {
		p.says(head, nil, "滞留湖北2人，隔离3人")
		p.sees(head, nil, "指的是哪一项？")
		p.says(head, nil, says)
		if m := p.sees(head, nil, "滞留湖北 现有 2", "您刚才填的不再算：", "对吗？"); strings.Contains(m.Text, "零报告") {
			t.Errorf("%s: %s", says, m.Text)
		}
		p.presses(head, nil, "放弃")
	}
	for _, ask := range []func(){func() { p.says(head, nil, "都不是") }, func() { p.presses(head, nil, "都不是") }} {
		p.says(head, nil, "隔离3人")
		ask()
		if last := p.transcript(head, nil); strings.Contains(last, "零报告：各项均为 0") || p.withButton(head, nil, "确认报送") != nil {
			t.Errorf("it is taken for a zero report:\n%s", last)
		}
		p.says(head, nil, "零报告")
		p.sees(head, nil, "零报告：各项均为 0")
		p.presses(head, nil, "放弃")
	}
	// A figure that is said is no such answer.
	p.says(head, nil, "滞留湖北2人，隔离3人")
	p.says(head, nil, "居家隔离3人")
	if m := p.sees(head, nil, "居家隔离 现有 3", "滞留湖北 现有 2", "对吗？"); strings.Contains(m.Text, "隔离观察") {
		t.Errorf("it is counted twice: %s", m.Text)
	}
	p.presses(head, nil, "放弃")
	p.says(head, nil, "滞留湖北2人，隔离3人")
	p.says(head, nil, "发热1人") // of the figure that is asked about nothing is said
	p.sees(head, nil, "隔离", "指的是哪一项？")
}

// What yesterday's form asked and today's does not is no part of “同昨日”, and is asked of nobody.
func TestTheSameAsYesterdayUnderAnotherForm(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	first := sample.College.Forms[0]
	next := first
	next.Version, next.From = first.Version+1, "2020-02-01"
	next.Items = slices.DeleteFunc(slices.Clone(first.Items), func(i workgroup.Item) bool { base, _, _ := i.Key.Parts(); return base == "symptom" })
	if len(next.Items) == len(first.Items) {
		t.Fatal("nothing was taken from the form")
	}
	sample.College.Forms = append(slices.Clone(sample.College.Forms), next)
	p := newPlay(t, Options{Settings: &sample})
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(head, nil, "居家隔离2人，咳嗽1人")
	p.presses(head, nil, "确认报送")
	p.until("14:05") // tomorrow
	p.says(head, nil, "同昨日")
	if m := p.sees(head, nil, "【软件学院】2月1日", "居家隔离 现有 2", "对吗？"); strings.Contains(m.Text, "咳嗽") {
		t.Errorf("asked, or filed, what the form does not ask: %s", m.Text)
	}
	p.presses(head, nil, "确认报送")
	// Of each day stands what its own form asked.
	for date, asked := range map[string]bool{"2020-01-31": true, "2020-02-01": false} {
		p.says(director, nil, "/summary "+date)
		if got := p.sees(director, nil).Text; strings.Contains(got, "咳嗽等其他症状") != asked {
			t.Errorf("%s: %s", date, got)
		}
	}
}
