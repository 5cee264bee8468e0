package stage

import (
	"strings"
	"testing"
)

// What a unit has filed is shown to nobody who would file for it, in private or in the group, before its head agrees.
func TestWhatAUnitFiledIsNotShownToWhoWouldFileForIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, other := p.Head("huli"), p.Head("caiwu")
	p.says(head, nil, "居家隔离12人，学生10人、教师2人，发热3人")
	p.presses(head, nil, "确认报送")
	for _, words := range []string{"护理学院居家隔离1人", "护理学院报得不对，重新报", "护理学院零报告", "护理学院跟昨天一样", "更正：护理学院居家隔离1人", "护理学院就是居家隔离12人"} {
		p.says(other, nil, words)
		p.says(other, p.Group, words)
	}
	p.reads(other, nil, "其负责人同意前不能给您看", "要改请其负责人自己更正")
	for _, line := range []string{p.transcript(other, nil), p.transcript(other, p.Group)} {
		for _, secret := range []string{"第1版", "发热 现有 3", "现有 10"} {
			if strings.Contains(line, secret) {
				t.Errorf("%q was shown:\n%s", secret, line)
			}
		}
	}
}

// Figures that lie here for one unit are not taken to another of which it is only told that it has filed again.
func TestFiguresStayWithTheirUnitWhenAnotherFilesAnew(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:45")
	lead, head := p.Head("xuesheng"), p.Head("qiche")
	p.says(lead, nil, "软件学院居家隔离3人")
	p.says(lead, nil, "汽车学院刚才补报了，重新报")
	if m := p.withText(head, nil, "拟代", "3"); m != nil {
		t.Errorf("the figures of another unit:\n%s", m.Text)
	}
}
