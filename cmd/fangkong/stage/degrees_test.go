package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A fever with its degrees and where somebody has been is a case, in either language; in the group it is no filing, and is offered to be
// taken out.
func TestAFeverWithItsDegreesInTheGroupIsACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	for i, c := range []struct {
		unit  workgroup.UnitID
		words string
	}{
		{"huli", "Zhang Xiaomei of nursing 3 has a fever of 39 and came back from Wuhan"},
		{"lvyou", "Student with 39 fever, was in Wuhan last week"},
	} {
		head := p.Head(c.unit)
		p.says(head, p.Group, c.words)
		p.alarmed(i+1, c.words)
		p.reads(head, nil, "紧急报告：发热有接触史")
		p.reads(head, nil, "您刚才在群里写的可能是姓名和病情")
		if m := p.withText(head, p.Group, "现有"); m != nil {
			t.Errorf("read back in the group:\n%s", m.Text)
		}
	}
	jidian := p.Head("jidian")
	p.says(jidian, p.Group, "302室2名学生发烧38.5，其中一人刚从湖北回来")
	p.alarmed(3, "302室")
	if m := p.withText(jidian, p.Group, "离开湖北"); m != nil {
		t.Errorf("read back in the group:\n%s", m.Text)
	}
}
