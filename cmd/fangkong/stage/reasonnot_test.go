package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Asked why a decision is changed, people write other things meanwhile: what is of its own is that, and why is asked still.
func TestWhatIsNoReasonIsTakenForWhatItIs(t *testing.T) {
	t.Parallel()
	for _, over := range []bool{false, true} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单", "教务处2月3日12点前拿出线上教学预案")
		if over {
			p.endsMeeting(office)
		}
		p.says(office, nil, "第二条改为由科研处负责，2月8日18点前")
		p.sees(office, nil, "为什么这样改？")
		stays := func(said string) {
			t.Helper()
			if d := p.decision("002"); len(d.Amended) > 0 {
				t.Fatalf("%q is the reason %q\n%s", said, d.Amended[0].Reason, p.transcript(office, nil))
			}
		}
		begins := "决定：后勤处今晚9点前对2号楼消毒"
		if over {
			begins = "补充" + begins
		}
		for _, said := range []string{begins, "记为议定事项", "记录：赵望朴", "地点行政楼301，记录朱思溪", "主持：于思霖", "参会：许清朴、吕景霖", "/decisions", "议定事项", "会议纪要"} {
			p.says(office, nil, said)
			stays(said)
		}
		if f := p.frame("2020-01-31"); f[workgroup.FrameChair] != "于思霖" || f[workgroup.FramePlace] != "行政楼301" || f[workgroup.FrameRecorder] != "朱思溪" {
			t.Errorf("over %v: %q\n%s", over, f, p.transcript(office, nil))
		}
		if !p.decision("003").Recorded.Done() {
			t.Errorf("over %v: not recorded\n%s", over, p.transcript(office, nil))
		}
		p.says(office, nil, "教务处人手不够")
		if d := p.decision("002"); len(d.Amended) != 1 || d.Amended[0].Reason != "教务处人手不够" {
			t.Errorf("over %v: the reason: %+v\n%s", over, d.Amended, p.transcript(office, nil))
		}
	}
}
