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
	for _, words := range []string{"护理学院居家隔离1人", "护理学院报得不对，重新报", "护理学院零报告", "护理学院跟昨天一样", "更正：护理学院居家隔离1人"} {
		p.says(other, nil, words)
		p.says(other, p.Group, words)
	}
	for _, line := range []string{p.transcript(other, nil), p.transcript(other, p.Group)} {
		for _, secret := range []string{"12", "发热 现有 3", "现有 10"} {
			if strings.Contains(line, secret) {
				t.Errorf("%q was shown:\n%s", secret, line)
			}
		}
	}
}
