package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever sits beside a patient and has it too is a patient of their own, whoever writes so in the group.
func TestWhoSitsBesideAPatientIsASecondOne(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"李明的同桌赵六也阳了", "李明的同桌也阳了", "李明的同桌赵六也确诊了"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
		p.calls(head, "确诊", "学生", "刚刚")
		p.presses(duty, nil, "我来接手")
		p.says(head, p.Group, words)
		p.wait(workgroup.CallLife + 1)
		open := p.open()
		if len(open) != 2 || open[1].Kind != workgroup.CaseConfirmed || open[1].Unit != "ruanjian" {
			t.Errorf("%s: %d cases\n%s", words, len(open), p.transcript(head, nil))
		}
	}
}
