package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Who is rung and cannot come says so: it stands with the case, and once all who were rung have said it the next step does not wait for its time.
func TestWhoeverIsRungAndCannotComeIsHeard(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	duty, leader, director := p.holders(workgroup.DutyStaff), p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)
	p.says(duty[0], nil, "我不在学校，来不了，找别人")
	p.reads(duty[0], nil, "知道了，您来不了，已记入 急-0131-01", "仍在呼叫其他人")
	p.reads(duty[1], nil, duty[0].Name()+"：我不在学校，来不了，找别人")
	if p.rings(leader) {
		t.Error("the leader is rung while somebody is left")
	}
	p.says(duty[1], nil, "我发烧了接不了")
	p.reads(duty[1], nil, "现在就呼叫下一级")
	p.reads(duty[1], nil, "您刚才写到有人发热")
	if !p.rings(leader) {
		t.Errorf("the leader is not rung at once:\n%s", p.transcript(leader, nil))
	}
	p.says(leader, nil, "I can't come, ask someone else")
	if !p.rings(director) {
		t.Errorf("the director is not rung at once:\n%s", p.transcript(director, nil))
	}
	rung := len(p.kase().Rings)
	p.says(leader, nil, "不接")
	if got := p.kase(); len(got.Rings) != rung || got.Next.Sub(p.Now()) < 9*time.Minute {
		t.Errorf("said twice it rings again: %d rings, next %s", len(got.Rings), got.Next)
	}
	p.says(duty[0], nil, "我来处理")
	if p.holder(1) != duty[0].Name() {
		t.Errorf("taken by %q", p.holder(1))
	}
}

func TestWhoeverIsRungAndCannotComeIsHeardInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "One student confirmed, known at 14:00")
	p.says(p.Head("ruanjian"), nil, "yes")
	duty := p.Holder(workgroup.DutyStaff)
	p.says(duty, nil, "I can't make it")
	p.reads(duty, nil, "You cannot come: that stands with 急-0131-01 now")
}
